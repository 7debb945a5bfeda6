"""One connection to the SQLite file: how it is opened, and what a batch is on it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.port import StoreBroken, StoreBusy, StoreLost, StoreOut, StoreRefused
from storage.vault import CHECKED, Vault

PATIENCE = 5_000  # ms
HURRY = 50
#: Somebody else is at it; `PROTOCOL` is a lost race for the journal when many open the file at once.
MEANWHILE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_SCHEMA)
#: What may pass by itself: room comes back, a disk is plugged in or mounted for writing again.
OUT = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOMEM,
)
LOST = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
NO_TEXT = "a row of the database is damaged: it holds no text where it should. Run `trede verify`, restore a backup"
GARBLED = "\N{REPLACEMENT CHARACTER}"
SYNCHRONOUS = {"OFF": 0, "NORMAL": 1, "FULL": 2}


class Connection:
    """A connection that writes. Statements run inside `batch()` and nowhere else."""

    def __init__(self, path: Path, synchronous: str = "FULL", vault: Vault = CHECKED) -> None:
        self.path = path
        self.vault = vault
        with told():
            self.db = _opened(path, synchronous)
        self.run = self.db.execute
        self.run_each = self.db.executemany
        self._depth = 0
        self._hurried = False
        self.era = 0  # another number after each begin and each undoing: what was read before may not be so
        self.seen = -1  # by which number this batch knows what others wrote
        self.undone = 0  # how often something was: what was written before may not be so

    @contextmanager
    def batch(self) -> Iterator[bool]:
        """BEGIN IMMEDIATE to COMMIT; inside another batch, a savepoint. An exception undoes this level and goes on.

        Gives whether it began a transaction.
        """
        with told():
            self._depth += 1
            try:
                with self._whole() if self._depth == 1 else self._part():
                    self.era += self._depth == 1
                    yield self._depth == 1
            except BaseException:
                self.era += 1
                self.undone += 1
                raise
            finally:
                self._depth -= 1

    @contextmanager
    def _whole(self) -> Iterator[None]:
        self._begin()
        try:
            self._look_around()
            yield
            self.run("COMMIT")
        except BaseException:
            self.db.rollback()
            raise

    def _begin(self) -> None:
        """Take the write lock now: a later upgrade of a read lock could only fail.

        Who waited in vain once waits no longer than a blink the next times: meanwhile nobody would be answered at all.
        """
        try:
            self.run("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            self._hurried = True
            self.run(f"PRAGMA busy_timeout = {HURRY}")
            raise
        if self._hurried:
            self._hurried = False
            self.run(f"PRAGMA busy_timeout = {PATIENCE}")

    def _look_around(self) -> None:
        """The write lock is ours: nothing changes from here on. Did others write, and count other keys?"""
        if (seen := self.others()) != self.seen:
            self.vault.look_again(self.run("PRAGMA user_version").fetchone()[0])
            self.seen = seen

    def new_era(self) -> None:
        """In a batch: other keys count from here on; whoever writes later looks at the key store again."""
        self.must_be_in_batch()
        self.run(f"PRAGMA user_version = {self.run('PRAGMA user_version').fetchone()[0] + 1}")

    @contextmanager
    def _part(self) -> Iterator[None]:
        self.must_be_in_batch()
        name = f"level_{self._depth}"
        self.run(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            if self.db.in_transaction:  # a full disk may have undone everything already
                self.run(f"ROLLBACK TO {name}")
                self.run(f"RELEASE {name}")
            raise
        self.run(f"RELEASE {name}")

    @contextmanager
    def reading_anything(self) -> Iterator[None]:
        """Read texts that are none as well, with a mark where they are garbled."""
        self.db.text_factory = garbled
        try:
            yield
        finally:
            self.db.text_factory = str

    def others(self) -> int:
        """A number that changes whenever another connection has written to the file."""
        number: int = self.run("PRAGMA data_version").fetchone()[0]
        return number

    def must_be_in_batch(self) -> None:
        """Raises when a statement now would stand outside any transaction, and so be kept at once, by itself."""
        if self.db.in_transaction:
            return
        if self._depth:
            raise StoreOut("SQLite gave up this batch after an earlier error; nothing of it was kept")
        raise StoreRefused("the store was used outside `with store.batch():`")

    def rewrite(self) -> bool:
        """Write the file anew, without the remains of deleted rows. False when it can't be done just now.

        `secure_delete` overwrites what is deleted, but not the copies that SQLite leaves in a page when it moves rows
        about. Takes about a second for 100 MB.
        """
        return self._in_a_hurry("VACUUM") is not None

    def empty_journal(self) -> bool:
        """Carry the write-ahead log over and cut it to nothing. False while somebody reads: they read from it."""
        return self._in_a_hurry("PRAGMA wal_checkpoint(TRUNCATE)") == 0

    def _in_a_hurry(self, statement: str) -> int | None:
        """The first number of the answer, 0 without one; None inside a batch or when others are in the way."""
        if self._depth:
            return None
        try:
            self.run(f"PRAGMA busy_timeout = {HURRY}")
            row = self.run(statement).fetchone()
            return row[0] if row else 0
        except sqlite3.Error:
            return None
        finally:
            self.run(f"PRAGMA busy_timeout = {PATIENCE}")

    def close(self) -> None:
        """Close the file. An open batch is undone."""
        self.db.close()


def garbled(raw: bytes) -> str:
    """A text as far as it is one, with a mark where it isn't: for looking at what may be damaged."""
    return raw.decode(errors="replace")


@contextmanager
def told() -> Iterator[None]:
    """SQLite's errors as the store's, each with one decision in it."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise tell(error) from error


def is_no_text(error: Exception) -> bool:
    """Whether a text column was found to hold no text. Such an error may repeat what stands there: it isn't told on."""
    return isinstance(error, UnicodeDecodeError) or "not decode to UTF-8" in str(error)


def tell(error: sqlite3.Error | UnicodeDecodeError) -> StoreBusy | StoreBroken | StoreRefused:
    """The store's error for one of SQLite's."""
    if is_no_text(error):
        return StoreBroken(NO_TEXT)
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in MEANWHILE:
        return StoreBusy("another process is writing to the database; nothing was kept. Try again")
    if code == sqlite3.SQLITE_CONSTRAINT:
        return StoreRefused(f"the database refused this: {error}")
    if code in LOST:
        return StoreLost(f"the database file is damaged: {error}. Restore a backup; nothing of this batch was kept")
    kind = StoreOut if code in OUT else StoreBroken
    return kind(f"the database can't be read or written: {error}. Nothing of this batch was kept")


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A short connection that can only read, and sees one moment of the file from first statement to last."""
    with told():
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
        try:
            connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.close()


def _made(path: Path) -> None:
    """Make the file if it isn't there: people's health stands in it, so it is readable for its owner alone.

    Never opens a file that is there: closing it again would drop every lock this process holds on it, another process
    would take itself for the last, and delete the journal that is still being written ("How To Corrupt", 2.2).
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return
    except OSError as error:
        raise StoreBroken(f"the database can't be opened: {error}") from error


def _opened(path: Path, synchronous: str) -> sqlite3.Connection:
    _made(path)
    db = sqlite3.connect(path, timeout=PATIENCE / 1000, isolation_level=None, cached_statements=256)
    try:
        for pragma, value, found in _pragmas(synchronous):
            db.execute(f"PRAGMA {pragma} = {value}")
            if (got := db.execute(f"PRAGMA {pragma}").fetchone()[0]) != found:
                raise StoreBroken(f"{path} was opened with {pragma} = {got}, not {value}; is it on a network disk?")
    except BaseException:
        db.close()
        raise
    return db


def _pragmas(synchronous: str) -> tuple[tuple[str, str, str | int], ...]:
    return (
        ("journal_mode", "WAL", "wal"),
        ("synchronous", synchronous, SYNCHRONOUS[synchronous]),
        ("foreign_keys", "ON", 1),
        ("recursive_triggers", "ON", 1),  # or INSERT OR REPLACE would delete past the triggers
        ("secure_delete", "ON", 1),
        ("temp_store", "MEMORY", 2),  # no payload in a temporary file
    )
