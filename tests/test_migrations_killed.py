"""A migration that is killed leaves the database of before or of after, never one between (forward only, in one piece).

The process that migrates kills itself with SIGKILL: at moments spread over all the work that SQLite does for it, or as
it hands over to the disk. Then the journal is cut off at every page, as a power cut leaves it.
"""

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import figures
import pytest

from storage import schema
from storage.sqlite import open_sqlite
from tests.storage.life import lived

ROOT = Path(__file__).parent.parent
SEED = 20261130
FIRST = "0001_first_day"
FIGURES = """## Migrations, killed

Each line is a run of `make test-long`: a process that brings a database up to date kills itself (SIGKILL) at moments
spread over its work; and a journal cut off at every page of it. Between: neither the tables of before nor of after;
the last column must be 0.

| date | kills | journals cut off | between |
|---|---|---|---|
"""

#: A step of the kind that comes one day: a table made anew, its rows rewritten, an index, a trigger.
HEAVY = """
CREATE TABLE log_again (file TEXT NOT NULL, n INTEGER NOT NULL, at TEXT NOT NULL, PRIMARY KEY (file, n)) STRICT;
INSERT INTO log_again SELECT file, n, at FROM log;
ALTER TABLE wake ADD COLUMN later TEXT NOT NULL DEFAULT '';
UPDATE wake SET later = at;
CREATE INDEX log_again_at ON log_again (at);
CREATE TRIGGER log_again_stays BEFORE DELETE ON log_again BEGIN SELECT RAISE(ABORT, 'it stays'); END;
"""

#: Migrates a file. Arguments: the file; after how many of SQLite's steps to die (0: never); the statement to die at.
MIGRATES = f"""
import os, signal, sys
from pathlib import Path
from storage import schema
from storage.sqlite.connection import Connection
from storage.sqlite.upkeep import SqliteUpkeep
path, last, statement = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
schema.STEPS["9999_heavy"] = {HEAVY!r}
connection, steps = Connection(path), 0
def die():
    os.kill(os.getpid(), signal.SIGKILL)
def step():
    global steps
    steps += 1
    if steps == last:
        die()
connection.db.set_progress_handler(step, 1)
if statement:
    connection.db.set_trace_callback(lambda sql: sql.startswith(statement) and die())
SqliteUpkeep(connection).migrate()
print(steps, flush=True)
if sys.argv[4:]:
    die()
"""


def migrate(path: Path, last: int = 0, statement: str = "", *more: str) -> "subprocess.CompletedProcess[str]":
    """Bring a file up to date in a process of its own, which may die meanwhile."""
    command = (sys.executable, "-c", MIGRATES, str(path), str(last), statement, *more)
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def held(path: Path) -> Mapping[str, object]:
    """Every definition and every row, as any SQLite shell sees them."""
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        made = db.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
        tables = [name for kind, name, _ in made if kind == "table"]
        columns = {name: "name" if name == "_sqlite_migrations" else "*" for name in tables}
        return {name: db.execute(f"SELECT {columns[name]} FROM {name} ORDER BY 1").fetchall() for name in tables} | {
            "definitions": made
        }


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the first day, with lives in it; without a journal."""
    path = tmp_path_factory.mktemp("before") / "trede.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "STEPS", {FIRST: schema.STEPS[FIRST]})
        with closing(open_sqlite(path)) as store:
            for n in range(1, 4):
                lived(store, f"c-{n}", n)
    return path


@pytest.fixture(params=["with lives in it", "empty"])
def old(request: pytest.FixtureRequest, before: Path, tmp_path: Path) -> Path:
    """A database of before: one with lives in it, or a file that is just being made."""
    path = tmp_path / "old.db"
    if request.param == "empty":
        with closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA journal_mode = WAL")
    else:
        shutil.copy(before, path)
    return path


def kill_at(old: Path, folder: Path, last: int, statement: str = "") -> str:
    """Migrate a copy and be killed; whether what is left is of before or of after. It then goes on as ever."""
    path = folder / f"{last}{statement}.db"
    shutil.copy(old, path)
    was, will = held(old), held(after(old))
    killed = migrate(path, last, statement)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    left = held(path)
    assert left in (was, will), "between the two"
    assert migrate(path).returncode == 0
    assert held(path) == will, "and what was killed is done at the next start"
    return "old" if left == was else "new"


def after(old: Path) -> Path:
    """The same database, brought up to date by a process that nobody killed."""
    path = old.with_name("after.db")
    if not path.exists():
        shutil.copy(old, path)
        assert migrate(path).returncode == 0
        assert held(path) != held(old)
    return path


def moments(old: Path, folder: Path, count: int) -> Iterator[int]:
    """Moments from a fixed seed, spread over the whole of the work: one in each part of it."""
    path = folder / "counted.db"
    shutil.copy(old, path)
    all_of_it = int(migrate(path).stdout)
    assert all_of_it > 500
    lots = random.Random(SEED)
    for part in range(count):
        yield lots.randint(all_of_it * part // count + 1, all_of_it * (part + 1) // count)


def test_a_migration_killed_at_three_moments_leaves_old_or_new(old: Path, tmp_path: Path) -> None:
    """Sampled from the fifty of the long form, for a database with lives in it and for one that is being made."""
    assert {kill_at(old, tmp_path, moment) for moment in moments(old, tmp_path, 3)} == {"old"}


def test_killed_as_it_hands_over_to_the_disk_it_is_still_the_old_one(old: Path, tmp_path: Path) -> None:
    """The last statement, COMMIT: not begun, nothing is kept."""
    assert kill_at(old, tmp_path, 0, "COMMIT") == "old"


def cut_journals(old: Path, folder: Path) -> Iterator[str]:
    """What a power cut leaves of the journal: cut off at every page, and within one. Old but for the whole of it."""
    path = folder / "cut.db"
    shutil.copy(old, path)
    assert migrate(path, 0, "", "die").returncode == -signal.SIGKILL  # kept, and not yet carried over
    journal = path.with_name("cut.db-wal").read_bytes()
    whole, was, will = path.read_bytes(), held(old), held(after(old))
    page = 24 + 4096
    for end in (*range(32, len(journal), page), *range(32 + page // 2, len(journal), page), len(journal)):
        path.write_bytes(whole)
        path.with_name("cut.db-shm").unlink(missing_ok=True)
        path.with_name("cut.db-wal").write_bytes(journal[:end])
        left = held(path)
        assert left in (was, will), f"between the two, cut off at {end}"
        yield "old" if left == was else "new"


def test_a_journal_cut_off_anywhere_leaves_old_or_new(before: Path, tmp_path: Path) -> None:
    """The power goes while the migration is written down: only the whole of it counts."""
    old = tmp_path / "old.db"
    shutil.copy(before, old)
    *cut, whole = cut_journals(old, tmp_path)
    assert len(cut) > 10
    assert (set(cut), whole) == ({"old"}, "new")


def test_a_second_process_that_migrates_at_the_same_moment_waits(before: Path, tmp_path: Path) -> None:
    """Two commands after an upgrade: both end well, and each step was taken once."""
    path = tmp_path / "old.db"
    shutil.copy(before, path)
    command = (sys.executable, "-c", MIGRATES, str(path), "0", "")
    both = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [each.wait(30) for each in both] == [0, 0]
    steps = [name for (name,) in held(path)["_sqlite_migrations"]]  # type: ignore[attr-defined]
    assert steps == sorted({*schema.STEPS, "9999_heavy"})


@pytest.mark.long
def test_killed_at_fifty_moments_it_is_never_between(before: Path, tmp_path: Path) -> None:
    """The long form: 25 moments of each, and every cut of the journal; what was counted goes into reliability.md."""
    kills = cuts = 0
    for name in ("lives", "empty"):
        old = tmp_path / name / "old.db"
        old.parent.mkdir()
        if name == "lives":
            shutil.copy(before, old)
        else:
            with closing(sqlite3.connect(old)) as db:
                db.execute("PRAGMA journal_mode = WAL")
        for moment in moments(old, old.parent, 25):
            kill_at(old, old.parent, moment)
            kills += 1
        cuts += len(list(cut_journals(old, old.parent)))
    assert (kills, cuts > 30) == (50, True)
    figures.keep(FIGURES, kills, cuts, 0)
