"""The checker can fail: a real run, then one thing is wrong with what is kept or seen, and it says which."""

import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest_asyncio

from simulator.telegram import Telegram
from state_machines.events import Woke
from state_machines.files import Client, but
from storage import snapshot
from storage.snapshot import Snapshot
from storage.sqlite.rows import get_links
from storage.vault import Vault
from tests.keyed import copy_keys, vault_of
from tests.kill.checker import Verdict, judge
from tests.kill.evidence import Before, Evidence, gather
from tests.kill.life import begun
from tests.kill.prepared import PROMPTS, between, chats, prepare, step_back

CLIENTS = 6
CHAT = chats(CLIENTS)[0]
FILE = f"c-{CHAT}"
Doctor = Callable[[sqlite3.Connection], object]


@dataclass
class Place:
    """A database and a ledger of people in the middle of their check-in, at rest, with nothing wrong."""

    telegram: Telegram
    database: Path
    before: Before
    folder: Path

    def evidence(self, doctor: Doctor | None = None) -> Evidence:
        """What is found, after somebody was at a copy of the database."""
        doctored = self.folder / "doctored.db"
        for old in self.folder.glob("doctored.db*"):
            old.unlink()
        copy_keys(self.database, shutil.copy(self.database, doctored))
        if doctor:
            with closing(sqlite3.connect(doctored)) as database, database:
                for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                    database.execute(f"DROP TRIGGER {name}")
                doctor(database)
        return gather(self.telegram, doctored, self.before)

    def verdict(self, doctor: Doctor | None = None) -> Verdict:
        """What the checker says of that."""
        return judge(self.evidence(doctor), rested=True, over=True)


@pytest_asyncio.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    """Everybody answered their first questions; the bot was stopped in order, nobody was killed."""
    async with begun(tmp_path, "checker", clients=CLIENTS) as life:
        await life.bot.start()
        await life.bot.while_it_lives(life.rest())
        life.running.clock.jump(PROMPTS)
        await life.bot.while_it_lives(life.rest())
        for _ in range(3):
            for who in life.crowd.people.values():
                who.act(finishing=False)
            await life.bot.while_it_lives(life.running.clock.until_idle())
        await life.bot.stop()
        folder = tmp_path / "looked at"
        folder.mkdir()
        yield Place(life.running.telegram, life.database, life.before, folder)


async def test_the_checker_finds_each_thing_that_must_never_be(place: Place) -> None:
    """Each of them made by hand in a copy of one real run; without a hand in it, nothing is found."""
    assert place.verdict().findings == []
    for check in (
        a_row_that_is_gone, an_act_that_came_nowhere, an_act_that_was_never_handled, a_row_too_many, a_wake_twice,
        a_screen_without_the_question, a_file_of_before_the_turn, a_wake_that_is_gone, a_letter_that_is_gone,
        a_letter_that_still_waits, a_reply_tried_twice, a_message_that_nobody_saw, a_message_of_no_letter,
        a_message_once_more,
    ):  # fmt: skip
        check(place)


def test_tables_that_are_neither_old_nor_new_are_found(tmp_path: Path) -> None:
    """A step half taken: an index is gone, or there, without its step being written down."""
    new, old = tmp_path / "new.db", tmp_path / "old.db"
    prepare(new, clients=1)
    shutil.copy(new, old)
    step_back(old)
    assert not between(new)
    assert not between(old)
    for path, sql in (
        (old, "DROP INDEX outbox_safety"),
        (new, "DROP INDEX outbox_lane"),
        (new, "DELETE FROM _sqlite_migrations WHERE name = '0002_lane'"),
    ):
        half = shutil.copy(path, tmp_path / "half.db")
        with closing(sqlite3.connect(half)) as database, database:
            database.execute(sql)
        assert between(half)


def a_row_that_is_gone(place: Place) -> None:
    found = place.verdict(lambda db: _last_row(db, "DELETE FROM log WHERE file = ? AND n = ?"))
    assert len(found.lost) == 1
    assert found.twice == []


def an_act_that_came_nowhere(place: Place) -> None:
    """Neither kept nor waiting at Telegram, and of course without a row."""

    def doctor(db: sqlite3.Connection) -> None:
        _last_row(db, "DELETE FROM log WHERE file = ? AND n = ?")
        db.execute("DELETE FROM seen WHERE update_id = ?", (_updates(place)[-1],))

    assert any("kept nowhere" in line for line in place.verdict(doctor).lost)


def an_act_that_was_never_handled(place: Place) -> None:
    """It waits at Telegram for ever."""
    evidence = place.evidence()
    update = _updates(place)[-1]
    waits = replace(evidence, waiting=frozenset({update}), seen=evidence.seen - {update})
    assert any("never handled" in line for line in judge(waits, rested=True, over=True).lost)


def a_row_too_many(place: Place) -> None:
    found = place.verdict(_once_more)
    assert len(found.twice) == 1
    assert found.lost == []


def a_wake_twice(place: Place) -> None:
    evidence = place.evidence()
    kept = next(kept for kept in evidence.kept if kept.file == FILE)
    woke = next(row for row in kept.new if isinstance(row.event, Woke))
    rows = (*kept.rows, replace(woke, n=len(kept.rows) + 1))
    others = tuple(one for one in evidence.kept if one is not kept)
    found = judge(replace(evidence, kept=(*others, replace(kept, rows=rows))), rested=True)
    assert len(found.duplicates) == 1


def a_screen_without_the_question(place: Place) -> None:
    evidence = place.evidence()
    assert evidence.screens[CHAT]
    for shown in ("", "another"):
        found = judge(replace(evidence, screens={**evidence.screens, CHAT: shown}), rested=True)
        assert len(found.stuck) == 1


def a_file_of_before_the_turn(place: Place) -> None:
    """The log has the turn, the file hasn't: half of it was kept."""

    def doctor(db: sqlite3.Connection) -> None:
        version, payload = db.execute("SELECT version, payload FROM client WHERE id = ?", (FILE,)).fetchone()
        found = snapshot.unpack(Client, _vault(db).open(payload, table="client", row=str(version), file=FILE))
        assert isinstance(found.file, Client)
        assert found.file.day
        before = but(found.file, day=but(found.file.day, answers=()))
        packed, _ = snapshot.pack(Snapshot(file=before, tips=found.tips))
        sealed = _vault(db).seal(packed, table="client", row=str(version), file=FILE)
        db.execute("UPDATE client SET payload = ? WHERE id = ?", (sealed, FILE))

    assert any("isn't what its log comes to" in line for line in place.verdict(doctor).wrong)


def a_wake_that_is_gone(place: Place) -> None:
    found = place.verdict(lambda db: db.execute("DELETE FROM wake WHERE file = ? AND ended IS NULL", (FILE,)))
    assert any("wakes that wait" in line for line in found.wrong)


def a_letter_that_is_gone(place: Place) -> None:
    found = place.verdict(lambda db: _last_letter(db, "DELETE FROM outbox WHERE n = ?"))
    assert any("letters in the outbox" in line for line in found.wrong)


def a_letter_that_still_waits(place: Place) -> None:
    found = place.verdict(lambda db: _last_letter(db, "UPDATE outbox SET state = 'due', settled = NULL WHERE n = ?"))
    assert any("is still due" in line for line in found.wrong)


def a_reply_tried_twice(place: Place) -> None:
    tried = "UPDATE outbox SET kind = 'reply', tries = 2, slot = NULL WHERE n = ?"
    assert any("was tried 2 times" in line for line in place.verdict(lambda db: _last_letter(db, tried)).wrong)


def a_message_that_nobody_saw(place: Place) -> None:
    found = place.verdict(lambda db: _last_letter(db, "UPDATE outbox SET message_id = 7 WHERE n = ?"))
    assert any("message 7 was sent" in line for line in found.wrong)


def a_message_of_no_letter(place: Place) -> None:
    evidence = place.evidence()
    sights = (*evidence.sights[CHAT], replace(evidence.sights[CHAT][-1], what="sent", message=9_999_999, digest="x"))
    found = judge(replace(evidence, sights={**evidence.sights, CHAT: sights}), rested=True)
    assert any("no letter accounts for" in line for line in found.wrong)


def a_message_once_more(place: Place) -> None:
    evidence = place.evidence()
    sent = next(sight for sight in reversed(evidence.sights[CHAT]) if sight.what == "sent")
    sights = (*evidence.sights[CHAT], sent, sent)
    found = judge(replace(evidence, sights={**evidence.sights, CHAT: sights}), rested=True)
    assert found.repeated >= 1


# --- the doctor's hands ---------------------------------------------------------------------------------------------


def _last_row(db: sqlite3.Connection, sql: str) -> None:
    n = db.execute("SELECT max(n) FROM log WHERE file = ? AND actor = 'client'", (FILE,)).fetchone()[0]
    assert db.execute(sql, (FILE, n)).rowcount == 1


def _vault(db: sqlite3.Connection) -> Vault:
    """What seals and opens in this database."""
    return vault_of(Path(db.execute("PRAGMA database_list").fetchone()[2]))


def _last_letter(db: sqlite3.Connection, sql: str) -> None:
    n = db.execute("SELECT max(n) FROM outbox WHERE chat = ?", (CHAT,)).fetchone()[0]
    assert db.execute(sql, (n,)).rowcount == 1


def _once_more(db: sqlite3.Connection) -> None:
    """The last row of the log, a second time under the next number, sealed as it should be."""
    link = list(get_links(db.execute, _vault(db), "log", FILE))[-1]
    sealed = _vault(db).seal(link.content or b"", table="log", row=str(link.n + 1), file=FILE)
    row = (FILE, link.n + 1, *link.columns, sealed, link.digest, link.hash)
    db.execute("INSERT INTO log (file, n, at, actor, payload, digest, hash) VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def _updates(place: Place) -> list[int]:
    return [row.update_id for row in place.telegram.ledger.after(0, CHAT) if row.update_id is not None]
