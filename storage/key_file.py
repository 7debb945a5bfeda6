"""The file of the key store: its tables, how it is made whole and opened for a moment, how a key is wrapped in it."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from storage import aead
from storage.kek import fingerprint, sync
from storage.port import StoreBroken, StoreBusy, StoreLost, StoreOut

TABLES = """
CREATE TABLE keeper (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    id      BLOB NOT NULL, -- the database that belongs to it names this
    version INTEGER NOT NULL, -- of the keys that seal now
    kek     BLOB NOT NULL, -- fingerprint of the key-encryption key
    behind  TEXT NOT NULL CHECK (behind IN ('', 'old', 'plain')) -- what is in the database beside this version
) STRICT;
CREATE TABLE key (
    file    TEXT NOT NULL,
    version INTEGER NOT NULL,
    made    TEXT NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (file, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE erased (
    file  TEXT PRIMARY KEY,
    at    TEXT NOT NULL,
    names BLOB -- sealed, and only until the file's rows are gone
) STRICT, WITHOUT ROWID;
"""
INSTALLATION = ""
PATIENCE = 5_000  # ms
SAFE = "EXTRA"  # FULL, and the folder is written too when the rollback journal goes

Run = Callable[..., sqlite3.Cursor]


def made_whole(path: Path, kek: bytes, made: str, synchronous: str) -> None:
    """The file appears whole, with the installation's key in it. Raises StoreBroken."""
    part = path.with_name(f"{path.name}.{os.urandom(4).hex()}")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with opened(part, "rwc", synchronous) as db:
            db.executescript(TABLES)
            db.execute("BEGIN")
            found = (os.urandom(16), fingerprint(kek))
            db.execute("INSERT INTO keeper (one, id, version, kek, behind) VALUES (1, ?, 1, ?, 'plain')", found)
            put(db.execute, kek, INSTALLATION, 1, aead.new_key(), made)
            db.execute("COMMIT")
        with open(part, "rb") as written:
            os.fsync(written.fileno())
        try:
            os.link(part, path)  # another process may have been first: then theirs is the one
        except FileExistsError:
            return
        sync(path.parent)
    except OSError as error:
        raise StoreBroken(f"the key store {path} can't be made: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def opened(path: Path, mode: str, synchronous: str) -> Iterator[sqlite3.Connection]:
    """A connection for a moment. What isn't committed is undone."""
    try:
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None)
        try:
            for pragma in (f"busy_timeout = {PATIENCE}", f"synchronous = {synchronous}", "secure_delete = ON"):
                db.execute(f"PRAGMA {pragma}")
            yield db
        finally:
            db.close()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise StoreBusy("another process is writing to the key store; nothing was kept. Try again") from error
        raise StoreOut(f"the key store {path} can't be read or written: {error}") from error
    except sqlite3.DatabaseError as error:
        raise StoreLost(f"the key store {path} is damaged: {error}. Put its backup in place") from error


def keeper(run: Run) -> tuple[bytes, int, bytes, str]:
    """The one row: the store's id, the version that seals now, the fingerprint of its key, what else there is."""
    found: tuple[bytes, int, bytes, str] = run("SELECT id, version, kek, behind FROM keeper").fetchone()
    return found


def put(run: Run, kek: bytes, file: str, version: int, key: bytes, made: str) -> None:
    """Keep a data key, wrapped."""
    wrapped = aead.lock(kek, key, bound(file, version))
    run("INSERT INTO key (file, version, made, wrapped) VALUES (?, ?, ?, ?)", (file, version, made, wrapped))


def unwrapped(kek: bytes, wrapped: bytes, file: str, version: int) -> bytes:
    """A data key as it was. Raises StoreBroken when it isn't one of this file and version."""
    try:
        return aead.unlock(kek, wrapped, bound(file, version))
    except aead.NotOpened as error:
        raise StoreBroken(f"the key of file {file or 'of the installation'} in the key store is damaged") from error


def bound(file: str, version: int) -> bytes:
    """To what a wrapped key is bound: it opens at no other place."""
    return f"key {version} {file}".encode()
