"""Whether a database can be read, and which steps its tables have taken: a look that changes nothing."""

from pathlib import Path

from storage import schema
from storage.sqlite.connection import reading


def steps(path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The steps that were taken and those that this version has yet to take.

    Raises StoreBroken for a file that can't be read or is ahead of this version, StoreBusy when others are in the way.
    """
    with reading(path) as db:
        return schema.taken(db), schema.behind(db)
