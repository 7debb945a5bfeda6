"""A hand that tampers with a database whose triggers are gone, and the ways in which it does."""

import random
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from state_machines.files import Client
from state_machines.plan import following
from storage import chain, codec, snapshot
from storage.links import Registered, consent_columns
from storage.snapshot import Snapshot
from storage.vault import Vault
from tests.storage.material import NOON

FILES = ("c-one", "c-two")
TABLES = ("log", "plan", "access", "agreement", "consent")


class Hand:
    """Somebody with the database open, its keys at hand, no triggers in the way; what they do is a matter of dice."""

    def __init__(self, raw: sqlite3.Connection, dice: random.Random, vault: Vault) -> None:
        self.raw, self.dice, self.vault = raw, dice, vault
        self.table, self.file = dice.choice(TABLES), dice.choice(FILES)
        self.done = ""

    def run(self, sql: str, *values: object) -> None:
        """A statement that must do something."""
        self.done += f"{sql} {values!r:.80}; "
        assert self.raw.execute(sql, values).rowcount, f"nothing happened: {self.done}"

    def rows(self) -> list[dict[str, object]]:
        """The rows of one file in the table, in order."""
        found = self.raw.execute(f"SELECT * FROM {self.table} WHERE file = ? ORDER BY n", (self.file,))
        return [dict(zip((c[0] for c in found.description), row, strict=True)) for row in found.fetchall()]

    def row(self) -> dict[str, object]:
        """Any of them."""
        return self.dice.choice(self.rows())

    def set(self, place: object, /, **values: object) -> None:
        """Change columns of the row with this number."""
        columns = ", ".join(f"{name} = ?" for name in values)
        self.run(f"UPDATE {self.table} SET {columns} WHERE file = ? AND n = ?", *values.values(), self.file, place)

    def put(self, row: dict[str, object]) -> None:
        """Add a row."""
        marks = ", ".join("?" * len(row))
        self.run(f"INSERT INTO {self.table} ({', '.join(row)}) VALUES ({marks})", *row.values())

    def snapshot(self) -> tuple[int, Snapshot]:
        """Version and content of the file's snapshot."""
        version, payload = self.raw.execute("SELECT version, payload FROM client WHERE id = ?", (self.file,)).fetchone()
        plain = self.vault.open(payload, table="client", row=str(version), file=self.file)
        return version, snapshot.unpack(Client, plain)

    def put_snapshot(self, kept: Snapshot) -> None:
        """Put another in its place, sealed as the store would."""
        version, _ = self.snapshot()
        payload, _ = snapshot.pack(kept)
        sealed = self.vault.seal(payload, table="client", row=str(version), file=self.file)
        self.run("UPDATE client SET payload = ? WHERE id = ?", sealed, self.file)


def any_byte(hand: Hand) -> None:
    """One bit of one byte of any column that holds bytes, or one sign of any that holds text."""
    known = {"file", "actor"}  # of these the database takes known values only
    row = {name: value for name, value in hand.row().items() if name not in known}
    name = hand.dice.choice([name for name, value in row.items() if isinstance(value, bytes | str)])
    value = row[name]
    assert isinstance(value, bytes | str)
    place = hand.dice.randrange(len(value))
    if isinstance(value, bytes):
        other: bytes | str = value[:place] + bytes([value[place] ^ 1 << hand.dice.randrange(8)]) + value[place + 1 :]
    else:
        other = value[:place] + chr(ord(value[place]) ^ 1) + value[place + 1 :]
    hand.set(row["n"], **{name: other})


def any_number(hand: Hand) -> None:
    """Any column that holds a number: one more or less, or some other."""
    row = hand.row()
    name = hand.dice.choice([name for name, value in row.items() if isinstance(value, int)])
    hand.set(row["n"], **{name: int(str(row[name])) + hand.dice.choice((-1, 40, 400))} if name != "n" else {"n": 400})


def another_moment(hand: Hand) -> None:
    """A row that says it was earlier or later, by an hour or a year."""
    row = hand.row()
    moved = datetime.fromisoformat(str(row["at"])) + timedelta(hours=hand.dice.choice((-8760, -1, 1, 8760)))
    hand.set(row["n"], at=codec.moment_text(moved))


def another_actor(hand: Hand) -> None:
    """A log row of somebody else: what the coach did, done by the client, or the other way round."""
    hand.table = "log"
    row = hand.row()
    actor = hand.dice.choice([name for name in ("client", "clock", "coach", "physician") if name != row["actor"]])
    hand.set(row["n"], actor=actor)


def another_version(hand: Hand) -> None:
    """An agreement that names another registered version: yes to what got a no, or the other way round."""
    hand.table = "plan"
    prints = [str(row["fingerprint"]) for row in hand.rows()]
    hand.table = "agreement"
    row = hand.row()
    hand.set(row["n"], fingerprint=hand.dice.choice([each for each in prints if each != row["fingerprint"]]))


def delete_one(hand: Hand) -> None:
    """Any row."""
    hand.run(f"DELETE FROM {hand.table} WHERE file = ? AND n = ?", hand.file, hand.row()["n"])


def cut_the_end(hand: Hand) -> None:
    """The last rows, one or all."""
    hand.run(f"DELETE FROM {hand.table} WHERE file = ? AND n >= ?", hand.file, hand.row()["n"])


def close_the_gap(hand: Hand) -> None:
    """A row is gone and those behind it have moved up."""
    last, row = hand.rows()[-1]["n"], hand.dice.choice(hand.rows()[:-1])
    hand.run(f"DELETE FROM {hand.table} WHERE file = ? AND n = ?", hand.file, row["n"])
    for n in range(int(str(row["n"])) + 1, int(str(last)) + 1):
        hand.set(n, n=n - 1)


def swap_two(hand: Hand) -> None:
    """Two rows change places."""
    one, other = hand.dice.sample(hand.rows(), 2)
    for old, n in ((one["n"], 900), (other["n"], one["n"]), (900, other["n"])):
        hand.set(old, n=n)


def swap_contents(hand: Hand) -> None:
    """Two rows keep their numbers and change everything else."""
    one, other = hand.dice.sample(hand.rows(), 2)
    contents = [{k: v for k, v in row.items() if k not in {"file", "n"}} for row in (one, other)]
    hand.run(f"DELETE FROM {hand.table} WHERE file = ? AND n IN (?, ?)", hand.file, one["n"], other["n"])
    for row, content in ((one, contents[1]), (other, contents[0])):
        hand.put({"file": hand.file, "n": row["n"], **content})


def copy_to_the_end(hand: Hand) -> None:
    """A row once more behind the last one, as it stands."""
    row, last = hand.row(), int(str(hand.rows()[-1]["n"]))
    again = {**row, "n": last + 1}
    hand.put({**again, "fingerprint": "f" * 64} if hand.table == "plan" else again)


def give_to_another(hand: Hand) -> None:
    """A row of one file becomes the other's, behind its last one."""
    other = next(name for name in FILES if name != hand.file)
    row = hand.row()
    hand.run(f"UPDATE {hand.table} SET file = ?, n = 900 WHERE file = ? AND n = ?", other, hand.file, row["n"])


def seal_other_words(hand: Hand) -> None:
    """Another payload in a row, sealed for that very row: the checksum fits."""
    hand.table = hand.dice.choice(("log", "plan", "access", "consent"))
    row, other = hand.dice.sample(hand.rows(), 2)
    assert isinstance(other["payload"], bytes)
    plain = hand.vault.open(other["payload"], table=hand.table, row=str(other["n"]), file=hand.file)
    hand.set(row["n"], payload=hand.vault.seal(plain, table=hand.table, row=str(row["n"]), file=hand.file))


def forge_a_version(hand: Hand) -> None:
    """A version with fewer hours behind the last one: right hash, right predecessor, right seal, right link."""
    _, kept = hand.snapshot()
    before = kept.file.versions[-1]
    easier = following(replace(before, steps=before.steps[:1], goal="easier"), before)
    hand.table = "log"
    log = hand.dice.choice([row for row in hand.rows() if row["actor"] == "coach"])
    hand.table = "plan"
    columns = (str(log["at"]), easier.version, easier.digest(), int(str(log["n"])))
    link, tip = chain.link("plan", hand.file, kept.tips.plan, columns, codec.encode(Registered(plan=easier)))
    sealed = hand.vault.seal(link.content or b"", table="plan", row=str(link.n), file=hand.file)
    names = dict(zip(("at", "version", "fingerprint", "log"), columns, strict=True))
    hand.put({"file": hand.file, "n": link.n, **names, "payload": sealed, "digest": link.digest, "hash": link.hash})
    if hand.dice.random() < 0.5:  # and the snapshot with it
        versions = (*kept.file.versions[:-1], easier)
        file = replace(kept.file, versions=versions)
        hand.put_snapshot(Snapshot(file=file, tips=kept.tips._replace(plan=tip)))


def forge_a_yes(hand: Hand) -> None:
    """A yes that the client never gave, behind the last one; in the snapshot too, with a chain that fits."""
    _, kept = hand.snapshot()
    hand.table = "plan"
    refused = str(hand.rows()[1]["fingerprint"])
    hand.table = "agreement"
    row = {"file": hand.file, "n": kept.tips.agreement.count + 1, "at": codec.moment_text(NOON), "fingerprint": refused}
    hand.put(row)
    if hand.dice.random() < 0.5:
        tip = chain.after("agreement", hand.file, kept.tips.agreement, (str(row["at"]), refused))
        hand.put_snapshot(Snapshot(file=kept.file, tips=kept.tips._replace(agreement=tip)))


def forge_a_consent(hand: Hand) -> None:
    """A consent that the client never gave, sealed for its row."""
    _, kept = hand.snapshot()
    hand.table = "consent"
    consent = replace(kept.file.consents[-1], subject="diary")
    n, at = kept.tips.consent.count + 1, codec.moment_text(consent.at)
    sealed = hand.vault.seal(codec.encode(consent), table="consent", row=str(n), file=hand.file)
    hand.put({"file": hand.file, "n": n, "at": at, "payload": sealed})
    if hand.dice.random() < 0.5:
        tip = chain.after("consent", hand.file, kept.tips.consent, consent_columns(at, codec.encode(consent)))
        hand.put_snapshot(Snapshot(file=kept.file, tips=kept.tips._replace(consent=tip)))


def damage_the_snapshot(hand: Hand) -> None:
    """A byte of it, its number, all of it, or the other file's in its place."""
    payload = hand.raw.execute("SELECT payload FROM client WHERE id = ?", (hand.file,)).fetchone()[0]
    place, other = hand.dice.randrange(len(payload)), next(name for name in FILES if name != hand.file)
    flipped = payload[:place] + bytes([payload[place] ^ 1 << hand.dice.randrange(8)]) + payload[place + 1 :]
    ways = (
        ("UPDATE client SET payload = ? WHERE id = ?", flipped),
        ("UPDATE client SET payload = ? WHERE id = ?", payload[:place]),
        ("UPDATE client SET version = version + ? WHERE id = ?", hand.dice.choice((-1, 1, 9))),
        ("DELETE FROM client WHERE ? = 1 AND id = ?", 1),
        ("UPDATE client SET payload = (SELECT payload FROM client WHERE id = ?) WHERE id = ?", other),
    )
    sql, value = hand.dice.choice(ways)
    hand.run(sql, value, hand.file)


def forge_the_snapshot(hand: Hand) -> None:
    """Another plan, agreement or consent in the snapshot, sealed as the store would: hours, order, which one counts."""
    _, kept = hand.snapshot()
    file = kept.file
    easier = replace(file.versions[-1], steps=file.versions[-1].steps[:1])
    ways = {
        "other hours": replace(file, versions=(*file.versions[:-1], easier)),
        "a version less": replace(file, versions=file.versions[:-1]),
        "another order": replace(file, versions=file.versions[::-1]),
        "no versions": replace(file, versions=()),
        "another is agreed": replace(file, agreed=file.versions[0].digest()),
        "none is agreed": replace(file, agreed="", earlier=""),
        "what runs before is another": replace(file, earlier="e" * 64),
        "nothing runs before": replace(file, earlier=""),
        "a consent less": replace(file, consents=file.consents[:-1]),
        "a consent withdrawn": replace(file, consents=(replace(file.consents[0], given=False), *file.consents[1:])),
    }
    name = hand.dice.choice([name for name, other in ways.items() if other != file])
    hand.done += name
    hand.put_snapshot(Snapshot(file=ways[name], tips=kept.tips))


def set_the_clock_back(hand: Hand) -> None:
    """The ends of a chain in the snapshot are those of one row ago, and the row is gone: as if it never was."""
    _, kept = hand.snapshot()
    name = hand.dice.choice(("agreement", "consent", "plan"))
    hand.table = name
    rows = hand.rows()
    hand.run(f"DELETE FROM {name} WHERE file = ? AND n = ?", hand.file, rows[-1]["n"])
    if name == "plan":
        end = rows[-2]
        assert isinstance(end["hash"], bytes)
        tip = chain.Tip(len(rows) - 1, end["hash"])
    else:
        tip = chain.Tip()
        for row in rows[:-1]:
            covered = (str(row["at"]), str(row["fingerprint"])) if name == "agreement" else consent_of(hand, row)
            tip = chain.after(name, hand.file, tip, covered)
    hand.put_snapshot(Snapshot(file=kept.file, tips=kept.tips._replace(**{name: tip})))


def consent_of(hand: Hand, row: dict[str, object]) -> chain.Columns:
    """What the chain covers of a consent row."""
    assert isinstance(row["payload"], bytes)
    plain = hand.vault.open(row["payload"], table="consent", row=str(row["n"]), file=hand.file)
    return consent_columns(str(row["at"]), plain)


KINDS: tuple[Callable[[Hand], None], ...] = (
    any_byte,
    any_number,
    another_moment,
    another_actor,
    another_version,
    delete_one,
    cut_the_end,
    close_the_gap,
    swap_two,
    swap_contents,
    copy_to_the_end,
    give_to_another,
    seal_other_words,
    forge_a_version,
    forge_a_yes,
    forge_a_consent,
    damage_the_snapshot,
    forge_the_snapshot,
    set_the_clock_back,
)
