"""The tables, as SQL files that are run once each, in the order of their names, and never changed afterwards."""

from collections.abc import Callable
from importlib.resources import files

from sqlite_utils import Database, Migrations

from storage.port import StoreBroken

MIGRATIONS = Migrations("trede")
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


def behind(db: Database) -> bool:
    """Whether there are steps to take. Raises StoreBroken for a database that is ahead of this program."""
    taken = {step.name for step in MIGRATIONS.applied(db)}
    if ahead := sorted(taken - STEPS.keys()):
        raise StoreBroken(f"the database was made by a newer version of Trede ({', '.join(ahead)}); start that version")
    return taken != STEPS.keys()
