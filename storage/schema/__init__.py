"""The tables, as SQL files that are run once each, in the order of their names, and never changed afterwards."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING

from storage.port import StoreBroken

if TYPE_CHECKING:
    from storage.lean import Database

SET = "trede"
#: Where sqlite-utils notes which steps were taken.
KEPT = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '_sqlite_migrations'"
TAKEN = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid"
TRIGGER = re.compile(r"(CREATE TRIGGER (\w+) .*?;\s*END)(?=;)|DROP TRIGGER (\w+)", re.S)
STEPS = {file.stem: file.read_text(encoding="utf-8") for file in sorted(Path(__file__).parent.glob("*.sql"))}


def triggers() -> Mapping[str, str]:
    """The triggers that stand once all steps are taken: each name with its text, as SQLite keeps it."""
    standing: dict[str, str] = {}
    for sql in STEPS.values():
        for made, name, gone in TRIGGER.findall(sql):
            standing.pop(gone or name, None)
            standing |= {name: made} if made else {}
    return standing


def taken(db: Connection) -> tuple[str, ...]:
    """The names of the steps that were taken, in that order; none for what is no database of Trede."""
    if db.execute(KEPT).fetchone() is None:
        return ()
    return tuple(name for (name,) in db.execute(TAKEN, (SET,)).fetchall())


def behind(db: Connection) -> tuple[str, ...]:
    """The names of the steps yet to take. Raises StoreBroken for a database that is ahead of this program."""
    were = taken(db)
    if ahead := sorted({*were} - STEPS.keys()):
        raise StoreBroken(f"the database was made by a newer version of Trede ({', '.join(ahead)}); start that version")
    return tuple(name for name in STEPS if name not in were)


def take(db: Connection) -> None:
    """Take the steps that weren't taken, each with the note that it was; inside a batch."""
    from storage.lean import (  # only after an update of Trede: 1 MB that a running bot can do without
        Database,
        Migrations,
    )

    steps = Migrations(SET)
    for name, sql in STEPS.items():
        steps(name=name)(_running(sql))
    steps.apply(Database(db, execute_plugins=False))


def _running(sql: str) -> Callable[["Database"], None]:
    def run(db: "Database") -> None:
        db.executescript(sql)

    return run
