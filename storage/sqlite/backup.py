"""Backups of a SQLite store: a copy made while others write, what a copy holds, and putting one back."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from storage import schema
from storage.codec import moment_of, moment_text
from storage.placing import placed
from storage.port import StoreBroken, StoreBusy
from storage.sqlite import SqliteStore, open_sqlite
from storage.sqlite.connection import Connection, reading, told
from storage.sqlite.letters import EMPTIED
from storage.sqlite.sampling import open_samples
from storage.upkeep import PUT_BACK

if TYPE_CHECKING:
    from storage.keyed import Keys

#: Pages a step: 4 MB, after which `Progress` is called.
STEP = 1024
#: Called during a copy with the pages that are left and the pages there are.
Progress = Callable[[int, int], None]
MOST_FAULTS = 20
OUR_TABLES = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
    "AND name NOT IN ('_sqlite_migrations', 'never') ORDER BY name"
)
ERASED = "SELECT file, at FROM erasing"
RESTORED = "restored from a backup"
#: Alerts to professionals go again: better twice than not at all (R22).
OPEN = "kind <> 'alert' AND (state = 'sending' OR (state = 'due' AND (not_before <= ?1 OR n > ?2)))"
PUT_ASIDE = f"UPDATE outbox SET state = 'uncertain', reason = '{RESTORED}', settled = ?1, {EMPTIED} WHERE {OPEN}"
#: Asked for by nobody any more: people are asked to send it again.
LOST = "INSERT OR REPLACE INTO polled (one, at) VALUES (1, ?)"
HOW_MANY = f"SELECT kind, count(*) FROM outbox WHERE {OPEN} GROUP BY kind ORDER BY kind"


@dataclass(frozen=True, kw_only=True)
class Inspected:
    """What a copy holds. `behind`: the steps that this version of Trede has yet to take; `faults`: what is wrong.

    `opened`: of each table with sealed payloads, how many of how many were opened as a sample.
    """

    steps: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    opened: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


class Unsound(RuntimeError):  # noqa: N818 - named for what happened
    """This copy isn't put in place: `inspected` tells what is wrong with it."""

    def __init__(self, inspected: Inspected) -> None:
        super().__init__("the copy isn't sound")
        self.inspected = inspected


def back_up(source: Path, to: Path, progress: Progress | None = None) -> Inspected:
    """Copy a database, while others write, as it is at one moment; what the copy holds, without its chains.

    Writers don't wait for it, nor it for them. Raises NotPlaced when something has the name `to`, StoreBroken when the
    database can't be read, Unsound when the copy isn't whole: then there is no file `to`.
    """
    with placed(to) as part:
        _copy(source, part, progress)
        found = _looked_over(part)
        if found.faults:
            raise Unsound(found)
    return found


def check(file: Path, keys: "Keys | None" = None) -> Inspected:
    """Try a copy out in a temporary place: its pages, steps, rows and chains. The file itself isn't touched.

    `keys`: of the database that it is a copy of; they aren't touched either.
    """
    with tempfile.TemporaryDirectory(prefix="trede-check-") as folder:
        copy = Path(folder) / "copy.db"
        _take_along(file, copy)
        if keys is None or not is_sealed(copy):
            return _tried_out(copy, None)
        beside = Path(folder) / "copy.keys"
        keys.store().back_up(beside)
        return _tried_out(copy, replace(keys, path=beside))


def is_sealed(path: Path) -> bool:
    """Whether a database has keys. Raises nothing: what can't be read is found to be wrong elsewhere."""
    try:
        with reading(path) as db:
            return bool(db.execute("SELECT EXISTS (SELECT 1 FROM key_store)").fetchone()[0])
    except (StoreBroken, StoreBusy):
        return False


def restore(
    file: Path,
    to: Path,
    at: datetime,
    *,
    keys: "Keys | None" = None,
    moved: bool = False,
    amend: Callable[[SqliteStore], None] | None = None,
) -> tuple[Inspected, Mapping[str, int]]:
    """Put a copy in place under a name that is free, brought up to date; what it holds, and the letters put aside.

    Letters that were under way or due by `at` have very likely gone out since the copy was made: they end as uncertain
    and aren't sent; alerts alone are. What people sent since was confirmed to Telegram and is gone: `polled` says
    PUT_BACK. With `moved` no bot has run since: all wait on, nothing is gone. `keys`: those that it will have; who is
    in their ledger of erasures is erased before anything else. `amend` is done to it before.
    Raises NotPlaced, or Unsound: then nothing is at `to`.
    """
    with placed(to) as part:
        _take_along(file, part)
        found = _tried_out(part, keys)
        if found.faults:
            raise Unsound(found)
        last = _last_letter(part)
        if amend is not None:
            with closing(open_sqlite(part, keys=keys, synchronous="OFF")) as store:
                amend(store)
        aside = {} if moved else _since_then(part, at, last)
        _as_one_file(part)
    return found, aside


def erased_in(old: Path) -> tuple[tuple[str, datetime], ...]:
    """Which files were erased in a database, and when (R34). Raises StoreBroken when it can't be read."""
    with told(), closing(Connection(old)), reading(old) as seen:
        return tuple((file, moment_of(at)) for file, at in seen.execute(ERASED).fetchall())


def _copy(source: Path, part: Path, progress: Progress | None) -> None:
    told_of = None if progress is None else lambda _state, left, of: progress(left, of)
    with told(), closing(Connection(source)), reading(source) as seen, closing(sqlite3.connect(part)) as target:
        seen.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # from here on, one moment of it
        target.execute("PRAGMA synchronous = OFF")  # `placed` sees to it that all of it is on the disk
        seen.backup(target, pages=STEP, progress=told_of)
    _as_one_file(part)


def _as_one_file(path: Path) -> None:
    """Without a write-ahead log beside it: what is moved or kept is one file. Opened by Trede, it has one again."""
    with told(), closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE")


def _take_along(file: Path, to: Path) -> None:
    """Copy a database that nobody works on, with the journals that belong to it."""
    for beside in ("", "-wal", "-journal"):
        found = file.with_name(file.name + beside)
        if found.exists():
            shutil.copyfile(found, to.with_name(to.name + beside))


def _looked_over(path: Path) -> Inspected:
    """Its pages, references, steps and rows, without changing anything."""
    try:
        with told(), closing(sqlite3.connect(path, isolation_level=None)) as raw:
            if faults := _broken_pages(raw):
                return Inspected(faults=faults)
            steps = schema.taken(raw)
            if not steps:
                return Inspected(faults=("this is no database of Trede",))
            behind = schema.behind(raw)
            counts = {name: _count(raw, name) for (name,) in raw.execute(OUR_TABLES).fetchall()}
            return Inspected(steps=steps, behind=behind, counts=counts)
    except (StoreBroken, StoreBusy) as error:
        return Inspected(faults=(str(error),))


def _tried_out(path: Path, keys: "Keys | None") -> Inspected:
    """The same, then brought up to date, with every chain recomputed and samples opened. The file is changed."""
    found = _looked_over(path)
    if found.faults:
        return found
    try:
        with closing(open_sqlite(path, keys=keys, plain=keys is not None, synchronous="OFF")) as store:
            opened, shut = open_samples(store.connection)
            faults = tuple(dict.fromkeys((*store.upkeep.verify(), *shut)))
    except (StoreBroken, StoreBusy) as error:
        opened, faults = {}, (str(error),)
    return replace(found, opened=opened, faults=faults)


def _broken_pages(raw: sqlite3.Connection) -> tuple[str, ...]:
    pages = [text for (text,) in raw.execute(f"PRAGMA integrity_check({MOST_FAULTS})") if text != "ok"]
    loose = [
        f"a row of {table} refers to one of {other} that isn't there"
        for table, _, other, _ in raw.execute("PRAGMA foreign_key_check").fetchmany(MOST_FAULTS)
    ]
    return tuple(pages + loose)


def _count(raw: sqlite3.Connection, table: str) -> int:
    found: int = raw.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
    return found


def _last_letter(path: Path) -> int:
    with told(), closing(sqlite3.connect(path)) as raw:
        found: int = raw.execute("SELECT coalesce(max(n), 0) FROM outbox").fetchone()[0]
    return found


def _since_then(path: Path, at: datetime, last: int) -> Mapping[str, int]:
    """End the letters that have very likely gone out as uncertain, how many of each class; and note what is lost.

    Those behind `last` repeat what was done in the old database, which told it then, whenever they are for.
    """
    with closing(Connection(path, "OFF")) as connection, connection.batch():
        moment = (moment_text(at), last)
        counts: Mapping[str, int] = dict(connection.run(HOW_MANY, moment).fetchall())
        connection.run(PUT_ASIDE, moment)
        connection.run(LOST, (moment_text(PUT_BACK),))
        return counts
