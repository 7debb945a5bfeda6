"""The store on SQLite: one file, WAL, one writer."""

from pathlib import Path

from storage.sqlite.store import SqliteStore

__all__ = ["SqliteStore", "open_sqlite"]


def open_sqlite(path: Path | str, *, synchronous: str = "FULL") -> SqliteStore:
    """Open a database, make it if it isn't there, and bring its tables up to date.

    `synchronous="OFF"` is for simulations that may lose their file. Raises StoreBroken when the file can't be opened
    as it must be, or was made by a newer version.
    """
    store = SqliteStore(Path(path), synchronous=synchronous)
    store.upkeep.migrate()
    store.resume_erasures()
    return store
