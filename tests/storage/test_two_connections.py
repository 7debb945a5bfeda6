"""Two processes on one file: a short command beside the running bot."""

import os
import sqlite3
import stat
import subprocess
import sys

import pytest

from storage.port import ByChat, StoreBroken, StoreBusy, StoreRefused
from storage.sqlite import connection as connections
from storage.sqlite import open_sqlite
from tests.storage.material import LOOK, NOON, a_client, a_coach, change, keep, loaded, new


@pytest.fixture
def other(sqlite, tmp_path):
    opened = open_sqlite(tmp_path / "trede.db", synchronous="OFF")
    yield opened
    opened.close()


def test_a_batch_waits_for_the_other_and_then_gives_up(sqlite, other):
    """StoreBusy means: try again, nothing was written. The one who holds the store goes on undisturbed."""
    other.connection.run("PRAGMA busy_timeout = 20")
    with sqlite.batch():
        sqlite.commit(new(a_client()))
        with pytest.raises(StoreBusy), other.batch():
            pytest.fail("the store is held by somebody else")
    with other.batch():
        assert other.load("c-jan") == a_client()


def test_patience_is_five_seconds(sqlite):
    """A turn of another process is waited for; design: no transaction over 50 ms, so 5 s is plenty."""
    assert sqlite.connection.run("PRAGMA busy_timeout").fetchone() == (5000,)


def test_what_the_other_wrote_is_seen(sqlite, other):
    """A file that another process changed is read again, though it was remembered."""
    client = a_client(chat=7)
    keep(sqlite, new(client))
    assert loaded(other, "c-jan") == client
    keep(sqlite, change(client, language="en"))
    assert loaded(other, ByChat(7)).language == "en"
    keep(other, change(loaded(other, "c-jan"), language="nl"))
    keep(sqlite, change(loaded(sqlite, "c-jan"), language="en"))
    assert sqlite.upkeep.verify() == ()


def test_a_chat_that_the_other_gave_away_is_nobodys(sqlite, other):
    """Who talks from a chat is remembered only until somebody else writes: a new link unbinds the old chat."""
    client = a_client(chat=7)
    keep(sqlite, new(client))
    assert loaded(sqlite, ByChat(7)) == client
    keep(other, change(client, chat=8))
    assert loaded(sqlite, ByChat(7)) is None
    assert loaded(sqlite, ByChat(8)).id == client.id


def test_a_change_by_another_is_noticed_once(sqlite, other):
    """`changed` tells of others' writes since it was last asked, not of our own."""
    assert not sqlite.upkeep.changed()
    keep(sqlite, new(a_client()))
    assert not sqlite.upkeep.changed()
    keep(other, new(a_coach("p-anna", "c-jan")))
    assert sqlite.upkeep.changed()
    assert not sqlite.upkeep.changed()


def test_a_look_waits_for_a_turn_under_way(sqlite, monkeypatch):
    """The access row is a write like any other; when it can't be written there is no answer."""
    keep(sqlite, new(a_client()))
    monkeypatch.setattr(connections, "PATIENCE", 20)
    with sqlite.batch():
        sqlite.seen(1, NOON)
        with pytest.raises(StoreBusy):
            sqlite.views.rows("c-jan", LOOK)
    assert sqlite.views.accesses("c-jan") == ()


def test_the_file_is_opened_as_it_must_be(tmp_path):
    """WAL, full synchronisation, foreign keys and secure deletion hold; only the owner may read the file."""
    path = tmp_path / "trede.db"
    store = open_sqlite(path)
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store")
    assert [store.connection.run(f"PRAGMA {name}").fetchone()[0] for name in pragmas] == ["wal", 2, 1, 1, 2]
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}
    store.close()


def test_a_path_that_cannot_be_opened_is_broken(tmp_path):
    """A folder, a missing folder or a file that is no database: StoreBroken says what is wrong."""
    (tmp_path / "noise.db").write_bytes(os.urandom(8192))
    for path in (tmp_path, tmp_path / "missing" / "trede.db", tmp_path / "noise.db"):
        with pytest.raises(StoreBroken):
            open_sqlite(path)


def test_a_statement_that_breaks_a_constraint_is_refused(sqlite):
    """A defect of the caller, not of the disk."""
    with pytest.raises(StoreRefused), sqlite.batch():
        sqlite.connection.run("INSERT INTO person (chat, role, file) VALUES (1, 'nobody', 'x')")


def test_a_full_disk_costs_the_turn_that_met_it(sqlite):
    """A turn for which there is no room is undone whole; those before and after it in the batch are kept."""
    keep(sqlite, new(a_client("c-before")))
    run = sqlite.connection.run
    run(f"PRAGMA max_page_count = {run('PRAGMA page_count').fetchone()[0] + 1}")
    with sqlite.batch():
        with pytest.raises(StoreBroken):
            keep(sqlite, *(new(a_client(f"c-{n}", name="x" * 3000)) for n in range(500)))
        assert sqlite.load("c-0") is None
        assert sqlite.load("c-before") is not None
    run("PRAGMA max_page_count = 1000000")
    keep(sqlite, new(a_client("c-0")))
    assert sqlite.upkeep.verify() == ()


def test_when_sqlite_gives_up_the_transaction_nothing_of_the_batch_is_kept(sqlite):
    """What follows in the batch isn't kept by itself, outside of any transaction, but refused."""
    gives_up = "BEFORE INSERT ON client WHEN NEW.id = 'c-2' BEGIN SELECT RAISE(ROLLBACK, 'given up'); END"
    sqlite.connection.run(f"CREATE TEMP TRIGGER gives_up {gives_up}")
    with pytest.raises(StoreBroken):
        lose_the_transaction(sqlite)
    assert [loaded(sqlite, f"c-{n}") for n in (1, 2, 3)] == [None] * 3
    keep(sqlite, new(a_client("c-1")))
    assert sqlite.upkeep.verify() == ()


def lose_the_transaction(store) -> None:
    """A batch of three turns, of which the second one's error takes the transaction with it."""
    with store.batch():
        keep(store, new(a_client("c-1")))
        with pytest.raises(StoreRefused):
            keep(store, new(a_client("c-2")))
        with pytest.raises(StoreBroken):
            store.commit(new(a_client("c-3")))
        with pytest.raises(StoreBroken):
            keep(store, new(a_client("c-3")))


def test_a_killed_process_leaves_whole_turns(tmp_path):
    """kill -9 in the middle of a stream of batches: what was committed is there, whole, and nothing else."""
    path = tmp_path / "trede.db"
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    told = [writer.stdout.readline() for _ in range(5)][-1]
    writer.kill()
    writer.wait()
    writer.stdout.close()
    store = open_sqlite(path)
    kept = int(loaded(store, "c-jan").name)
    assert kept >= int(told)
    assert len(store.views.rows("c-jan", LOOK)) == kept + 1
    assert store.upkeep.verify() == ()
    store.close()


WRITER = """
import sys
from storage.sqlite import open_sqlite
from tests.storage.material import a_client, change, keep, new
store = open_sqlite(sys.argv[1])
client = a_client(name="0")
keep(store, new(client))
for n in range(0, 100000, 3):
    turns = []
    for m in range(n + 1, n + 4):
        turns.append(change(client, name=str(m)))
        client = turns[-1].after
    keep(store, *turns)
    print(n + 3, flush=True)
"""


def test_a_raw_reader_sees_the_database_as_sqlite_does(sqlite, tmp_path):
    """The file is an ordinary SQLite database that passes its own checks."""
    keep(sqlite, new(a_client()), new(a_coach()))
    raw = sqlite3.connect(tmp_path / "trede.db")
    assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()


def test_a_look_does_not_take_the_journal_from_under_the_running_bot(sqlite, tmp_path):
    """A coach looks (a second connection in our process), then a short command opens and closes the file: both live on.

    Opening the file by hand and closing it would drop our locks; the other process would then delete the journal.
    """
    path = tmp_path / "trede.db"
    keep(sqlite, new(a_client()), new(a_coach("p-anna", "c-jan")))
    sqlite.views.clients_of("p-anna", LOOK)
    command = f"from storage.sqlite import open_sqlite; open_sqlite({str(path)!r}).close()"
    subprocess.run([sys.executable, "-c", command], check=True, cwd=os.getcwd())
    assert path.with_name("trede.db-wal").exists()
    keep(sqlite, change(a_client(), name="Kept"))
    beside = sqlite3.connect(path)
    try:
        assert beside.execute("SELECT version FROM client WHERE id = 'c-jan'").fetchone()[0] == 3
    finally:
        beside.close()
