"""A disk that fails when it is told to: the store's own connections, with faults that SQLite raises or would raise.

`room` counts pages and is SQLite's own limit (`max_page_count`); `strikes` raises at the n-th writing statement or
commit what SQLite raises when the disk refuses; `read_only` is its own too (`query_only`); `takes_bytes` is a limit
of the operating system, met by SQLite wherever it writes.
"""

import resource
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from storage.sqlite import SqliteStore, open_sqlite
from storage.sqlite import store as store_module
from storage.sqlite import views as views_module
from storage.sqlite.connection import Connection
from storage.vault import CHECKED, Vault

SMALL_PAGE = 512
PLENTY = 1_000_000
WRITES = ("INSERT", "UPDATE", "DELETE")


def error_of(name: str, said: str = "a fault") -> sqlite3.OperationalError:
    """The error as Python's sqlite3 raises it."""
    error = sqlite3.OperationalError(said)
    error.sqlite_errorcode, error.sqlite_errorname = getattr(sqlite3, name), name
    return error


@dataclass
class Disk:
    """What the disk does. `strike` is asked at every writing statement and commit; what it gives is raised."""

    strike: Callable[[str], sqlite3.Error | None] = lambda _statement: None
    connections: list[Connection] = field(default_factory=list)
    writes: int = 0
    commits: int = 0

    @property
    def pages(self) -> int:
        """How large the file is."""
        found: int = self.connections[0].db.execute("PRAGMA page_count").fetchone()[0]
        return found

    def room(self, pages: int | None = None) -> None:
        """Let the file grow by so many pages and no more; without a number, as far as it likes."""
        for connection in self.connections:
            size = connection.db.execute("PRAGMA page_count").fetchone()[0]
            connection.db.execute(f"PRAGMA max_page_count = {PLENTY if pages is None else size + pages}")

    def read_only(self, on: bool = True) -> None:
        """Refuse every write, as a disk that was mounted read-only does."""
        for connection in self.connections:
            connection.db.execute(f"PRAGMA query_only = {'ON' if on else 'OFF'}")

    def strikes(self, name: str, *, at: int | None = None, on: str = "") -> None:
        """Raise this error at the n-th write from now and ever after; `on` = COMMIT: at commits alone."""
        counted = 0

        def strike(statement: str) -> sqlite3.Error | None:
            nonlocal counted
            if on and not statement.startswith(on):
                return None
            counted += 1
            return error_of(name) if at is None or counted >= at else None

        self.strike = strike

    @property
    def journal(self) -> int:
        """How many bytes the write-ahead log has."""
        path = self.connections[0].path
        return path.with_name(f"{path.name}-wal").stat().st_size

    def takes_bytes(self, most: int | None) -> None:
        """Let the system itself refuse whatever makes a file of this process longer than this."""
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard if most is None else most, hard))

    def heals(self) -> None:
        """All is well again."""
        self.takes_bytes(None)
        self.strike = lambda _statement: None
        self.read_only(False)
        self.room()


def put_in(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every connection that a store opens from now on be on this disk."""

    class OnDisk(Connection):
        def __init__(self, path: Path, synchronous: str = "FULL", vault: Vault = CHECKED) -> None:
            super().__init__(path, synchronous, vault)
            run = self.run

            def struck(statement: str, *values: Any) -> sqlite3.Cursor:
                if statement.startswith(WRITES) or statement == "COMMIT":
                    disk.writes += statement != "COMMIT"
                    disk.commits += statement == "COMMIT"
                    if (error := disk.strike(statement)) is not None:
                        raise error
                return run(statement, *values)

            self.run = struck
            self.run("PRAGMA wal_autocheckpoint = 100000")  # so that the log grows and grows
            disk.connections.append(self)

        def close(self) -> None:
            if self in disk.connections:
                disk.connections.remove(self)
            super().close()

    monkeypatch.setattr(store_module, "Connection", OnDisk)
    monkeypatch.setattr(views_module, "Connection", OnDisk)


def opened_on(path: Path) -> SqliteStore:
    """A store in small pages, so that there are many positions at which the disk can be full."""
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA page_size = {SMALL_PAGE}")
    raw.execute("VACUUM")
    raw.close()
    return open_sqlite(path, synchronous="OFF")
