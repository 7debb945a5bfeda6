"""`verify` finds whatever was done to the database behind the store's back (R4, R33)."""

import random
import sqlite3
from dataclasses import replace

import pytest

from state_machines.events import Noted
from storage import chain
from storage.chain import Link, Tip
from storage.port import Record, StoreBroken, Turn
from storage.sqlite import open_sqlite
from tests.storage.material import (
    LOOK,
    NOON,
    TODAY,
    a_client,
    a_coach,
    a_consent,
    a_letter,
    a_plan,
    an_invite,
    change,
    drop_triggers,
    keep,
    loaded,
    new,
    plan_turn,
    put_triggers_back,
)

CHAINS = ("log", "plan", "access")


def a_history(store, id_: str, chat: int) -> None:
    """A client with several rows in each chain, an agreement, a consent and a letter."""
    invite = an_invite(f"{chat:064}")
    client = a_client(id_, chat=chat, invite=invite, consents=(a_consent(),))
    first = plan_turn(client, a_plan(goal=f"work for {id_}"))
    agreed = change(first.after, agreed=first.plan.digest())
    second = plan_turn(agreed.after, a_plan(first.plan, goal="more"))
    third = plan_turn(second.after, a_plan(second.plan, goal="most"))
    keep(store, new(client, letters=(a_letter(chat, "hello", file=id_),)), first, agreed, second, third)
    for n in range(4):
        event = Noted(at=NOON, text=f"note {n}", message_id=n, day=NOON.date())
        keep(store, Turn(at=NOON, before=third.after, after=third.after, record=Record(event=event)))
        store.views.trajectory(id_, TODAY, LOOK)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A database as it should be, its triggers dropped, as bytes to tamper with."""
    path = tmp_path_factory.mktemp("whole") / "trede.db"
    store = open_sqlite(path, synchronous="OFF")
    a_history(store, "c-one", 1)
    a_history(store, "c-two", 2)
    keep(store, new(a_coach("p-anna", "c-one", "c-two", chat=9)))
    assert store.upkeep.verify() == ()
    store.close()
    raw = sqlite3.connect(path)
    drop_triggers(raw)
    raw.commit()
    raw.close()
    return path.read_bytes()


@pytest.fixture
def tampered(whole, tmp_path):
    """A function that runs SQL on a fresh copy of the database and gives what `verify` then says."""

    def tamper(*statements) -> tuple[str, ...]:
        path = tmp_path / "trede.db"
        for old in tmp_path.iterdir():
            old.unlink()
        path.write_bytes(whole)
        raw = sqlite3.connect(path)
        for sql, *values in statements:
            assert raw.execute(sql, values).rowcount, f"nothing happened: {sql}"
        put_triggers_back(raw)
        raw.commit()
        raw.close()
        store = open_sqlite(path, synchronous="OFF")
        found = store.upkeep.verify()
        store.close()
        return found

    return tamper


def test_all_is_well(store):
    """Whatever was kept through the store verifies, and a rolled back batch leaves no gap."""
    a_history(store, "c-one", 1)
    assert store.upkeep.verify() == ()


@pytest.mark.parametrize("table", CHAINS)
def test_an_edited_row_is_found(tampered, table):
    """Each column that can be edited, the payload included; the line names file and row and shows no content."""
    edits = ("at = '2020'", "digest = x'00'", "hash = x'00'", "payload = x'00'", "payload = substr(payload, 1, 30)")
    for edit in edits:
        (*found,) = tampered((f"UPDATE {table} SET {edit} WHERE file = 'c-one' AND n = 2",))
        assert any("c-one" in fault and "2" in fault for fault in found), edit
        assert not any("note" in fault or "c-two" in fault for fault in found)


def test_a_look_that_was_emptied_before_its_time_is_found(tampered):
    """Whoever can write in the file can't take out who looked, as if its time were over; what is over goes first."""
    empty = "UPDATE access SET payload = NULL WHERE file = 'c-one' AND n = ?"
    (only,) = tampered((empty, 3))
    assert only == "access of file c-one: row 3 was emptied before its time"
    assert len(tampered((empty, 2), (empty, 4))) == 2
    assert tampered((empty, 1), (empty, 2)) == ()


@pytest.mark.parametrize("table", CHAINS)
def test_a_deleted_row_is_found(tampered, table):
    """The first, one in the middle, the last, or all of them."""
    for which in ("n = 1", "n = 2", "n = (SELECT max(n) FROM {0} WHERE file = 'c-one')", "n > 1", "1"):
        assert tampered((f"DELETE FROM {table} WHERE file = 'c-one' AND {which.format(table)}",))


@pytest.mark.parametrize("table", CHAINS)
def test_reordered_rows_are_found(tampered, table):
    """Two rows that changed places don't follow each other, and their payloads don't open."""
    swap = [(f"UPDATE {table} SET n = ? WHERE file = 'c-one' AND n = ?", *pair) for pair in ((99, 1), (1, 2), (2, 99))]
    assert tampered(*swap)


@pytest.mark.parametrize("table", CHAINS)
def test_an_inserted_row_is_found(tampered, table):
    """A copy of a row, put at the end or taken from another file."""
    raw = f"INSERT INTO {table} SELECT * FROM (SELECT 'c-one' AS file, 90 AS n, {{}} FROM {table} LIMIT 1)"
    rest = {
        "log": "at, actor, payload, digest, hash",
        "plan": "at, version, 'x' AS fingerprint, log, payload, digest, hash",
        "access": "at, payload, digest, hash",
    }[table]
    assert tampered((raw.format(rest),))


@pytest.mark.parametrize("table", CHAINS)
def test_a_whole_chain_of_another_file_is_found(tampered, table):
    """Rows are bound to their file: another's don't fit."""
    assert tampered((f"DELETE FROM {table} WHERE file <> 'c-two'",), (f"UPDATE {table} SET file = 'c-one'",))


def test_tampering_with_what_stands_beside_the_chains_is_found(tampered):
    """Agreements, persons, invitations, consents, letters and snapshots are checked too."""
    edits = (
        "UPDATE agreement SET fingerprint = (SELECT fingerprint FROM plan WHERE n = 3 LIMIT 1) WHERE file = 'c-one'",
        "UPDATE agreement SET fingerprint = 'made up' WHERE file = 'c-one'",
        "DELETE FROM agreement WHERE file = 'c-one'",
        "UPDATE person SET chat = 77 WHERE file = 'c-one'",
        "UPDATE person SET role = 'professional' WHERE file = 'c-one'",
        "DELETE FROM person WHERE file = 'c-one'",
        "UPDATE invite SET digest = 'x' WHERE file = 'c-one'",
        "UPDATE consent SET payload = x'00ff' WHERE file = 'c-one'",
        "UPDATE outbox SET body = x'00ff' WHERE file = 'c-one'",
        "UPDATE client SET version = version + 1 WHERE id = 'c-one'",
        "UPDATE client SET payload = substr(payload, 1, 40) WHERE id = 'c-one'",
        "UPDATE client SET payload = (SELECT payload FROM client WHERE id = 'c-two') WHERE id = 'c-one'",
        "DELETE FROM client WHERE id = 'c-one'",
        "UPDATE client SET id = 'c-six' WHERE id = 'c-one'",
        "DELETE FROM professional",
    )
    for edit in edits:
        assert tampered((edit,)), edit


def test_an_untouched_copy_is_whole(tampered):
    """So what the other tests find is the tampering."""
    assert tampered() == ()


def test_what_the_client_said_yes_to_is_found_changed(tampered):
    """Agreements and consents hold no hash of their own; row, moment and order are covered all the same."""
    for table in ("agreement", "consent"):
        for edit in ("SET at = '2020'", "SET n = 7"):
            assert any(table in fault for fault in tampered((f"UPDATE {table} {edit} WHERE file = 'c-one'",))), edit
        assert any(table in fault for fault in tampered((f"DELETE FROM {table} WHERE file = 'c-one'",)))
    copies = "INSERT INTO agreement SELECT file, 2, at, fingerprint FROM agreement WHERE file = 'c-one'"
    assert any("agreement" in fault for fault in tampered((copies,)))


@pytest.mark.parametrize("trigger", ["plan_comes_from_a_coach", "plan_never_changes", "agreement_stays"])
def test_a_law_that_is_gone_from_the_database_is_found(sqlite, trigger):
    """R2 and R4 in the database itself: a trigger that is missing, or that says something else, is named."""
    assert sqlite.upkeep.verify() == ()
    with sqlite.batch():
        sqlite.connection.run(f"DROP TRIGGER {trigger}")
    assert sqlite.upkeep.verify() == (f"database: its law {trigger} is missing",)
    with sqlite.batch():
        sqlite.connection.run(f"CREATE TRIGGER {trigger} BEFORE DELETE ON plan WHEN 0 BEGIN SELECT 1; END")
    assert sqlite.upkeep.verify() == (f"database: its law {trigger} was changed",)


def test_hundreds_of_random_tamperings_are_found(tampered):
    """Whatever byte, row or order is changed at random in a chain, `verify` says so, and never by an exception."""
    dice = random.Random(20261130)
    for round_ in range(300):
        statement = _tampering(dice)
        assert tampered(statement), f"round {round_}: {statement}"


def _tampering(dice: random.Random) -> tuple:
    table, file, n = dice.choice(CHAINS), dice.choice(("c-one", "c-two")), dice.randint(1, 3)
    row = f"WHERE file = '{file}' AND n = {n}"
    column, at = dice.choice(("digest", "hash", "payload")), dice.randint(1, 32)
    byte = f"CASE WHEN substr({column}, {at}, 1) = x'00' THEN x'ff' ELSE x'00' END"
    flipped = f"CAST(substr({column}, 1, {at - 1}) || {byte} || substr({column}, {at + 1}) AS BLOB)"
    other = f"SELECT payload FROM {table} WHERE n = {n % 3 + 1} AND file = '{file}'"
    return dice.choice(
        (
            (f"UPDATE {table} SET {column} = {flipped} {row}",),
            (f"UPDATE {table} SET {column} = CAST({column} || x'00' AS BLOB) {row}",),
            (f"UPDATE {table} SET {column} = ? {row}", dice.randbytes(dice.randint(0, 99))),
            (f"UPDATE {table} SET at = ? {row}", f"2026-11-30T12:00:{dice.randint(10, 59)}"),
            (f"UPDATE {table} SET n = n + {dice.randint(20, 99)} {row}",),
            (f"UPDATE {table} SET file = 'c-other-{n}' {row}",),
            (f"UPDATE {table} SET payload = ({other}) {row}",),
            (f"DELETE FROM {table} {row}",),
            (f"DELETE FROM {table} WHERE file = '{file}' AND n >= {n}",),
        )
    )


def test_a_damaged_payload_is_broken_when_it_is_needed(sqlite):
    """A damaged snapshot raises StoreBroken; the message names the row and shows no content."""
    client = a_client(name="Secret-Name", chat=7)
    keep(sqlite, new(client, letters=(a_letter(body="Secret-Name"),)), new(a_coach("p-anna", "c-jan")))
    sqlite.close()
    raw = sqlite3.connect(sqlite.connection.path)
    raw.execute("DROP TRIGGER log_never_changes")
    for table, column in (("client", "payload"), ("log", "payload"), ("outbox", "body")):
        raw.execute(f"UPDATE {table} SET {column} = CAST(substr({column}, 1, length({column}) - 1) || x'00' AS BLOB)")
    raw.commit()
    raw.close()
    store = open_sqlite(sqlite.connection.path)
    broken = _broken(lambda: loaded(store, "c-jan"))
    assert "client row 1 of file c-jan" in broken
    assert "ecret" not in broken
    store.close()


def _broken(question) -> str:
    try:
        question()
    except StoreBroken as error:
        return str(error)
    return ""


def test_a_chain_is_cut_nowhere():
    """The links of a chain vouch for each other: any other sequence of the same links has a fault."""
    links, tip = [], Tip()
    for n in range(5):
        link, tip = chain.link("log", "c-jan", tip, (f"moment {n}", "client"), b"payload")
        links.append(link)
    assert list(chain.faults("log", "c-jan", links, tip)) == []
    emptied = [replace(link, content=None) for link in links]
    assert list(chain.faults("log", "c-jan", emptied, tip)) == []
    dice = random.Random(7)
    for _ in range(200):
        other = dice.choices(links, k=dice.randint(0, 6))
        if other != links:
            assert list(chain.faults("log", "c-jan", other, tip))
    assert list(chain.faults("log", "c-piet", links, tip))
    assert list(chain.faults("access", "c-jan", links, tip))


def test_equal_payloads_have_unequal_digests():
    """The salt hides whether two rows say the same, and what an emptied one said."""
    one, _ = chain.link("log", "c-jan", Tip(), ("moment", "client"), b"payload")
    two, _ = chain.link("log", "c-jan", Tip(), ("moment", "client"), b"payload")
    assert one.digest != two.digest
    assert one.payload == two.payload == b"payload"
    assert isinstance(one, Link)
