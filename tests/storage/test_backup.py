"""Backups: made while others write, tried out in a temporary place, put back without saying anything twice."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing, contextmanager
from datetime import timedelta

import pytest

from storage import schema
from storage.codec import moment_text
from storage.placing import NotPlaced, placed
from storage.port import LetterState, Turn
from storage.sqlite import backup, open_sqlite
from storage.sqlite.backup import Unsound
from storage.upkeep import PUT_BACK
from tests.storage.life import lived
from tests.storage.material import HOUR, LOOK, NOON, a_client, a_letter, bodies, claim, keep, loaded, new
from tests.storage.test_two_connections import WRITER

LATER = NOON + timedelta(days=3)


@pytest.fixture
def path(tmp_path):
    """A database with two lives in it."""
    with closing(open_sqlite(tmp_path / "trede.db", synchronous="OFF")) as store:
        lived(store, "c-one", 1)
        lived(store, "c-two", 2)
    return tmp_path / "trede.db"


@contextmanager
def raw(path):
    """The file as somebody with any SQLite shell opens it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        yield db


def rows(path):
    """Every row of every table, and every definition."""
    with raw(path) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        held = {name: db.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in names}
        return held | {
            "sqlite_schema": db.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name").fetchall()
        }


# --- making one -----------------------------------------------------------------------------------------------------


def test_a_backup_holds_every_row_in_one_file_for_its_owner_alone(path, tmp_path):
    """Row for row the same; no journal beside it; readable for nobody else."""
    found = backup.back_up(path, tmp_path / "copy.db")
    assert rows(tmp_path / "copy.db") == rows(path)
    assert found.counts["client"] == 2
    assert found.counts["log"] > 30
    assert sorted(each.name for each in tmp_path.glob("copy*")) == ["copy.db"]
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600


def test_a_backup_under_write_load_is_of_one_moment_and_holds_up_nobody(tmp_path, monkeypatch):
    """Another process commits without a pause, between every two steps of the copy: each backup is whole all the same.

    Whole: every chain is recomputed; the number of log rows fits the turn that was kept last. It is no older than its
    beginning, and the writer never waits for its end.
    """
    monkeypatch.setattr(backup, "STEP", 3)
    path = tmp_path / "busy.db"
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    try:
        for n in range(3):
            before = int([writer.stdout.readline() for _ in range(40)][-1])
            backup.back_up(path, tmp_path / f"{n}.db", progress=lambda *_: writer.stdout.readline())
            assert backup.check(tmp_path / f"{n}.db").faults == ()
            with closing(open_sqlite(tmp_path / f"{n}.db")) as store:
                kept = int(loaded(store, "c-jan").name)
                assert kept >= before
                assert len(store.views.rows("c-jan", LOOK)) == kept + 1
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.wait()
        writer.stdout.close()


@pytest.mark.parametrize("name", ["copy.db", "copy.db-wal", "copy.db-shm", "copy.db-journal"])
def test_nothing_is_ever_overwritten(path, tmp_path, name):
    """Neither a file of that name, nor a journal that would be played back into the new one; a link counts too."""
    for make in (lambda: (tmp_path / name).write_bytes(b"mine"), lambda: (tmp_path / name).symlink_to("nowhere")):
        make()
        for attempt in (backup.back_up, lambda source, to: backup.restore(source, to, NOON)):
            with pytest.raises(NotPlaced, match="is there already"):
                attempt(path, tmp_path / "copy.db")
        assert (tmp_path / name).is_symlink() or (tmp_path / name).read_bytes() == b"mine"
        (tmp_path / name).unlink()


def test_a_file_that_gets_the_name_meanwhile_is_not_overwritten_either(tmp_path):
    """Two people make a backup under one name: the second is told, the first's stays."""
    with pytest.raises(NotPlaced, match="meanwhile"):
        write_while_another_does(tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"first"
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def write_while_another_does(path):
    with placed(path) as part:
        part.write_bytes(b"second")
        path.write_bytes(b"first")


def test_two_backups_at_once_under_one_name_keep_out_of_each_others_way(path, tmp_path):
    """The second is told at once and spoils nothing."""
    with placed(tmp_path / "a") as part:
        part.write_bytes(b"under way")
        with pytest.raises(NotPlaced, match="at this moment"):
            backup.back_up(path, tmp_path / "a")
        assert part.read_bytes() == b"under way"
    assert (tmp_path / "a").read_bytes() == b"under way"


@pytest.mark.parametrize("moment", ["first pages", "later pages", "looking over", "fsync", "naming", "named"])
def test_a_backup_that_is_killed_leaves_nothing_half_written(path, tmp_path, moment):
    """kill -9 at any of its steps: under the name there is nothing, or all of it; the next backup goes well."""
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path), str(tmp_path / "copy.db"), moment], check=False)
    assert killed.returncode == -signal.SIGKILL
    if moment == "named":
        assert rows(tmp_path / "copy.db") == rows(path)
        (tmp_path / "copy.db").unlink()
    assert not (tmp_path / "copy.db").exists()
    backup.back_up(path, tmp_path / "copy.db")
    assert rows(tmp_path / "copy.db") == rows(path)
    assert sorted(each.name for each in tmp_path.glob("copy*")) == ["copy.db"]


KILLED = """
import os, signal, sys
from pathlib import Path
from storage.sqlite import backup
source, to, moment = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
backup.STEP = 5
calls = []
progress = {"first pages": die, "later pages": lambda *_: calls.append(1) or (len(calls) > 4 and die())}.get(moment)
if moment == "looking over":
    backup._looked_over = die
if moment == "fsync":
    os.fsync = die
if moment == "naming":
    os.link = die
if moment == "named":
    link = os.link
    os.link = lambda *names: (link(*names), die())
backup.back_up(source, to, progress)
"""


def test_a_damaged_database_gives_no_backup_that_looks_like_one(path, tmp_path):
    """What is broken is told, and nothing stands there under the name of a backup."""
    whole = bytearray(path.read_bytes())
    whole[9 * 4096 : 9 * 4096 + 64] = os.urandom(64)
    path.write_bytes(whole)
    with pytest.raises(Unsound) as told:
        backup.back_up(path, tmp_path / "copy.db")
    assert told.value.inspected.faults
    assert [each.name for each in tmp_path.glob("copy*")] == []


# --- trying one out -------------------------------------------------------------------------------------------------


def test_trying_a_backup_out_changes_nothing(path, tmp_path):
    """Not a byte, not a date, and nothing appears beside it."""
    backup.back_up(path, tmp_path / "copy.db")
    os.utime(tmp_path / "copy.db", (1, 1))
    before = ((tmp_path / "copy.db").read_bytes(), sorted(each.name for each in tmp_path.iterdir()))
    found = backup.check(tmp_path / "copy.db")
    assert (found.faults, found.steps, found.behind) == ((), tuple(schema.STEPS), ())
    assert before == ((tmp_path / "copy.db").read_bytes(), sorted(each.name for each in tmp_path.iterdir()))
    assert (tmp_path / "copy.db").stat().st_mtime == 1


def edited(path):
    with raw(path) as db:
        db.execute("DROP TRIGGER log_never_changes")
        db.execute("UPDATE log SET at = '2026-01-01T00:00:00.000000Z' WHERE n = 3")


def cut_off(path):
    os.truncate(path, path.stat().st_size // 2)


def flipped(path):
    whole = bytearray(path.read_bytes())
    place = whole.rindex(b"work for c-one")
    whole[place] ^= 1
    path.write_bytes(whole)


def newer(path):
    with raw(path) as db:
        db.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('trede', '9999_x', '')")


def of_something_else(path):
    path.unlink()
    with raw(path) as db:
        db.execute("CREATE TABLE recipes (name)")


def no_database(path):
    path.write_bytes(b"once upon a time " * 1000)


def empty(path):
    path.write_bytes(b"")


def a_loose_row(path):
    with raw(path) as db:
        db.execute("DROP TRIGGER plan_stays")
        db.execute("DELETE FROM client WHERE id = 'c-one'")


WRONGS = [edited, cut_off, flipped, newer, of_something_else, no_database, empty, a_loose_row]


@pytest.mark.parametrize("spoil", WRONGS, ids=lambda spoil: spoil.__name__)
def test_a_backup_that_is_not_as_it_was_made_is_found_and_never_put_in_place(path, tmp_path, spoil):
    """Edited, cut off, a flipped bit, of a newer version, of another program, empty: told, and not restored."""
    copy = tmp_path / "copy.db"
    backup.back_up(path, copy)
    spoil(copy)
    assert backup.check(copy).faults
    with pytest.raises(Unsound):
        backup.restore(copy, tmp_path / "back.db", NOON)
    assert list(tmp_path.glob("back*")) == []


# --- putting one back -----------------------------------------------------------------------------------------------


def test_a_restored_database_is_the_one_that_was_backed_up(path, tmp_path):
    """Every row and every chain, under a new name, and a note that what came since is lost. It can be worked with."""
    backup.back_up(path, tmp_path / "copy.db")
    backup.restore(tmp_path / "copy.db", tmp_path / "back.db", LATER)
    assert rows(tmp_path / "back.db") == rows(path) | {"polled": [(1, moment_text(PUT_BACK))]}
    backup.restore(tmp_path / "copy.db", tmp_path / "moved.db", LATER, moved=True)
    assert rows(tmp_path / "moved.db") == rows(path)
    with closing(open_sqlite(tmp_path / "back.db")) as store:
        assert store.upkeep.verify() == ()
        keep(store, new(a_client("c-three")))


def test_a_backup_of_an_older_version_is_brought_up_to_date(tmp_path, monkeypatch):
    """Taken before an upgrade, put back after it: the steps that it lacks are taken."""
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", {"0001_first_day": schema.STEPS["0001_first_day"]})
        with closing(open_sqlite(tmp_path / "old.db")) as store:
            keep(store, new(a_client()))
        backup.back_up(tmp_path / "old.db", tmp_path / "copy.db")
    assert backup.check(tmp_path / "copy.db").behind == tuple(schema.STEPS)[1:]
    backup.restore(tmp_path / "copy.db", tmp_path / "back.db", LATER)
    found = backup.check(tmp_path / "back.db")
    assert (found.faults, found.behind, found.counts["client"]) == ((), (), 1)


def waiting(path):
    """A letter on its way, one that is due, one for a moment that comes before the restore, one for after it."""
    letters = [a_letter(n, f"letter {n}", kind=kind) for n, kind in enumerate(["prompt", "alert"], start=1)]
    letters.append(a_letter(3, "letter 3", kind="safety", not_before=NOON + HOUR))
    letters.append(a_letter(4, "letter 4", kind="reminder", not_before=LATER + HOUR))
    with closing(open_sqlite(path)) as store:
        keep(store, Turn(at=NOON, before=None, after=None, letters=(letters[0],)))
        claim(store)
        keep(store, Turn(at=NOON, before=None, after=None, letters=tuple(letters[1:])))


def test_what_waited_at_the_moment_of_the_backup_is_not_sent_again(path, tmp_path):
    """On its way or due since: very likely sent by the bot that ran on. It is kept as uncertain, and counted.

    What is due only after the restore was never sent: it goes.
    """
    waiting(path)
    backup.back_up(path, tmp_path / "copy.db")
    _, aside = backup.restore(tmp_path / "copy.db", tmp_path / "back.db", LATER)
    assert aside == {"prompt": 1, "safety": 1}
    with closing(open_sqlite(tmp_path / "back.db")) as store:
        assert store.upkeep.unsettled() == ()
        assert bodies(claim(store, LATER)) == ["letter 2"], "an alert: better twice than not at all"
        assert bodies(claim(store, LATER + HOUR)) == ["letter 4"]
        counted = {kind: n for (kind, state), n in store.views.tally().letters.items() if state == "uncertain"}
        assert counted == aside
        assert store.upkeep.verify() == ()


def test_what_waited_still_goes_when_no_bot_has_run_since(path, tmp_path):
    """A move to another machine: the bot was stopped, then the backup was made."""
    waiting(path)
    backup.back_up(path, tmp_path / "copy.db")
    _, aside = backup.restore(tmp_path / "copy.db", tmp_path / "back.db", LATER, moved=True)
    assert aside == {}
    with closing(open_sqlite(tmp_path / "back.db")) as store:
        assert sorted(bodies(claim(store, LATER))) == ["letter 2", "letter 3"]
        assert [claimed.letter.kind for claimed in store.upkeep.unsettled()][:1] == ["prompt"]
        assert store.views.tally().letters["prompt", LetterState.SENDING] == 1


def test_a_copy_with_its_journal_beside_it_is_taken_with_it(path, tmp_path):
    """The file of a bot that was killed, copied by hand with its -wal: nothing that was kept is missed."""
    store = open_sqlite(path)
    keep(store, new(a_client("c-three")))
    for beside in ("", "-wal"):
        (tmp_path / f"by-hand.db{beside}").write_bytes(path.with_name(path.name + beside).read_bytes())
    store.close()
    assert backup.check(tmp_path / "by-hand.db").counts["client"] == 3
    backup.restore(tmp_path / "by-hand.db", tmp_path / "back.db", NOON)
    assert backup.check(tmp_path / "back.db").counts["client"] == 3
