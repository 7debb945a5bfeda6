"""The store on SQLite: one file, WAL, one writer."""

from collections.abc import Callable
from pathlib import Path

from storage.port import StoreLost
from storage.sqlite.connection import reading, told
from storage.sqlite.store import SqliteStore

__all__ = ["SqliteStore", "must_be_whole", "open_sqlite"]


def open_sqlite(
    path: Path | str, *, synchronous: str = "FULL", migrated: Callable[[], None] = lambda: None
) -> SqliteStore:
    """Open a database, make it if it isn't there, and bring its tables up to date.

    `synchronous="OFF"` is for simulations that may lose their file. Raises StoreBroken when the file can't be opened
    as it must be, or was made by a newer version. `migrated` is called when steps to newer tables are taken and not yet
    committed.
    """
    store = SqliteStore(Path(path), synchronous=synchronous)
    try:
        with told():
            store.upkeep.migrate(migrated)
            store.resume_erasures()
    except KeyError as error:  # a column of its own tables bears another name
        raise StoreLost("the database file is damaged: its tables aren't Trede's. Restore a backup") from error
    return store


def must_be_whole(path: Path) -> None:
    """Before the bot runs on a file: raises StoreLost when SQLite finds pages or indexes of it damaged.

    About half a second for 100 MB. Nothing happens to a file that isn't there yet.
    """
    if not path.exists():
        return
    with reading(path) as db:
        found = db.conn.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise StoreLost(f"the database file is damaged ({found}). Run `trede verify`, then restore a backup")
