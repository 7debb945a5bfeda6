"""The tables, as SQL files that are run once each, in the order of their names, and never changed afterwards."""

import re
from collections.abc import Callable, Mapping
from importlib.resources import files

from storage.lean import Database, Migrations
from storage.port import StoreBroken

MIGRATIONS = Migrations("trede")
TRIGGER = re.compile(r"(CREATE TRIGGER (\w+) .*?;\s*END)(?=;)|DROP TRIGGER (\w+)", re.S)
STEPS = {
    file.name.removesuffix(".sql"): file.read_text(encoding="utf-8")
    for file in sorted(files(__name__).iterdir(), key=lambda file: file.name)
    if file.name.endswith(".sql")
}


def _run(sql: str) -> Callable[[Database], None]:
    def run(db: Database) -> None:
        db.executescript(sql)

    return run


for _name, _sql in STEPS.items():
    MIGRATIONS(name=_name)(_run(_sql))


def triggers() -> Mapping[str, str]:
    """The triggers that stand once all steps are taken: each name with its text, as SQLite keeps it."""
    standing: dict[str, str] = {}
    for sql in STEPS.values():
        for made, name, gone in TRIGGER.findall(sql):
            standing.pop(gone or name, None)
            standing |= {name: made} if made else {}
    return standing


def behind(db: Database) -> bool:
    """Whether there are steps to take. Raises StoreBroken for a database that is ahead of this program."""
    taken = {step.name for step in MIGRATIONS.applied(db)}
    if ahead := sorted(taken - STEPS.keys()):
        raise StoreBroken(f"the database was made by a newer version of Trede ({', '.join(ahead)}); start that version")
    return taken != STEPS.keys()
