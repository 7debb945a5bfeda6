"""Sealing anew: beside others who write, in short transactions, with nothing changed but the seal."""

import shutil
import sqlite3
import time
from contextlib import closing
from datetime import timedelta

import pytest

from storage import schema
from storage.keyed import head_of
from storage.organisation import Setting
from storage.port import StoreRefused
from storage.sqlite import resealing
from storage.sqlite.connection import reading
from storage.sqlite.resealing import EVERY
from tests.keyed import copy_keys, opened
from tests.storage.life import lived
from tests.storage.material import NOON, a_client, a_coach, a_letter, change, keep, new

#: Columns of bytes that hold no payload: hashes, and what names the key store.
HASHES = {"digest", "hash", "slot", "id"}
LONGEST = 0.05


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Rows with a payload in every table."""
    path = tmp_path_factory.mktemp("whole") / "trede.db"
    with closing(opened(path, synchronous="OFF")) as store:
        lived(store, "c-one", 1)
        keep(store, new(a_coach("p-anna", "c-one", chat=9), letters=(a_letter(1, "waits", file="c-one"),)))
        with store.batch():
            store.organisation.put(Setting(what="one", values=(), name="Ans", role="physician", at=NOON))
            store.seen(1, NOON, b"a stumble")
    return path


@pytest.fixture
def store(whole, tmp_path):
    """The same, in a database of its own."""
    path = copy_keys(whole, tmp_path / "trede.db")
    shutil.copy(whole, path)
    with closing(opened(path, synchronous="OFF")) as found:
        yield found


def rotated(store, passing=lambda _: None):
    """As `trede keys rotate` does, but for the key-encryption key, from a connection of its own."""
    with closing(opened(store.connection.path, synchronous="OFF", passing=passing)) as other:
        other.connection.vault.store.renew(None)
        return other.upkeep.seal_anew()


def rows(store):
    """Every row of every table, without its payload."""
    with reading(store.connection.path) as db:
        return {p.table: [row[: -len(p.key)] for row in _whole(db, p)] for p in EVERY}


def _whole(db, payloads):
    names = [c[1] for c in db.execute(f"PRAGMA table_info({payloads.table})") if c[1] != payloads.column]
    return db.execute(f"SELECT {', '.join(names)} FROM {payloads.table} ORDER BY 1, 2").fetchall()


def test_every_column_of_payloads_is_sealed_anew():
    """A new table with a payload has to be named there, or rotation would forget it."""
    with closing(sqlite3.connect(":memory:")) as db:
        for sql in schema.STEPS.values():
            db.executescript(sql)
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        bytes_ = {(t, c[1]) for t in tables for c in db.execute(f"PRAGMA table_info({t})") if c[2] == "BLOB"}
    assert {(t, c) for t, c in bytes_ if c not in HASHES} == {(p.table, p.column) for p in EVERY}


def test_afterwards_everything_is_under_the_newest_keys_and_nothing_else_changed(store):
    """Rows, chains and what they say are as they were."""
    before, files = rows(store), store.views.files()
    assert rotated(store) > len(files)
    assert (rows(store), store.views.files(), store.upkeep.verify()) == (before, files, ())
    assert resealing.count_old(store.connection.path, 2) == 0


def test_who_writes_meanwhile_seals_with_the_newest_keys_at_once(store):
    """Another connection, which keeps its files in memory, writes between any two steps; nothing old is left."""
    clients = []

    def writes(place):
        if place == resealing.ROWS:
            return  # its transaction is open
        clients.append(a_client(f"c-new-{len(clients)}"))
        keep(store, new(clients[-1]))
        if len(clients) > 1:
            keep(store, change(clients[-2], at=NOON + timedelta(minutes=1), name="Piet"))

    rotated(store, writes)
    assert len(clients) > len(EVERY)
    with reading(store.connection.path) as db:
        heads = {head for (head,) in db.execute("SELECT substr(payload, 1, 5) FROM client")}
    assert heads == {head_of(2)}
    assert store.upkeep.verify() == ()
    with store.batch():
        assert store.connection.vault.standing.behind == "", "and that old seals are gone is known here too"


def test_no_transaction_of_it_holds_others_up(store):
    """Fifty milliseconds at most, as the short commands: else somebody's safety text waits for it."""
    for n in range(60):
        keep(store, new(a_client(f"c-{n}")))
    begun, longest = [0.0], [0.0]

    def notice(sql):
        if sql.startswith("BEGIN IMMEDIATE"):
            begun[0] = time.thread_time()
        elif sql == "COMMIT":
            longest[0] = max(longest[0], time.thread_time() - begun[0])

    with closing(opened(store.connection.path, synchronous="OFF")) as other:
        other.connection.vault.store.renew(None)
        other.connection.db.set_trace_callback(notice)
        assert other.upkeep.seal_anew() > 120
    assert 0 < longest[0] < LONGEST


@pytest.mark.parametrize("table", ["log", "plan", "access", "consent", "setting"])
def test_no_payload_changes_outside_a_marked_transaction(store, table):
    """The laws of the database stand for everybody else (R4)."""
    with pytest.raises(StoreRefused, match="changes"), store.batch():
        store.connection.run(f"UPDATE {table} SET payload = zeroblob(20)")


def marked(store, sql):
    """Do this as sealing anew does."""
    with store.batch():
        for each in (resealing.MARK, sql, resealing.UNMARK):
            store.connection.run(each)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE log SET at = '2020'",
        "UPDATE log SET actor = 'coach'",
        "UPDATE plan SET fingerprint = 'x'",
        "UPDATE access SET hash = x'00'",
        "UPDATE consent SET at = '2020'",
        "UPDATE setting SET at = '2020'",
        "UPDATE key_store SET id = x'00'",
        "DELETE FROM key_store",
    ],
)
def test_sealing_anew_may_change_payloads_alone(store, sql):
    """Its mark opens no other door."""
    with pytest.raises(StoreRefused):
        marked(store, sql)


def test_an_emptied_payload_stays_empty(store):
    """What retention or an erasure took away doesn't come back by way of a seal."""
    with store.batch():
        store.connection.run("UPDATE log SET payload = NULL WHERE n = 1")
    with pytest.raises(StoreRefused):
        marked(store, "UPDATE log SET payload = x'00' WHERE n = 1")
    rotated(store)
    assert store.upkeep.verify() == ()


def test_a_mark_that_was_left_is_not_committed(store):
    """It is set and taken back in one transaction, or that transaction isn't kept."""
    with pytest.raises(StoreRefused), store.batch():
        store.connection.run(resealing.MARK)


def test_a_damaged_payload_is_left_as_it_is_and_the_rest_is_sealed(store):
    """Verify names it, before as after; rotation doesn't stop at it."""
    with store.batch():
        store.connection.run("UPDATE outbox SET body = x'0100000001' WHERE n = (SELECT min(n) FROM outbox)")
    before = store.upkeep.verify()
    assert len(before) == 1
    rotated(store)
    assert store.upkeep.verify() == before
    assert resealing.count_old(store.connection.path, 2) == 1


def test_older_keys_stay_for_backups_until_their_file_is_erased(store):
    """A backup from before a rotation still opens; one of who was erased doesn't."""
    file = store.views.files()[0].id
    rotated(store)
    keys = store.connection.vault.store
    assert all(keys.key(file, version) for version in (1, 2))
    with store.batch():
        store.forget(file, NOON)
    assert not any(keys.key(file, version) for version in (1, 2))
