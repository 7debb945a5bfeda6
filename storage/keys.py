"""The key store: a small SQLite database beside the data, backed up apart from it (R34).

It holds a data key for each file and one for the installation (file ""), each wrapped by the key-encryption key, and
the ledger of erasures: pseudonyms and moments. A key is here before anything that it seals is in the database, and is
gone before that is. Every use opens it for a moment, so that processes and threads share it freely; it keeps a rollback
journal and no write-ahead log, so that no copy of a destroyed key stays behind in one.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage import aead
from storage.codec import moment_of, moment_text
from storage.kek import KekFile, fingerprint
from storage.key_file import SAFE as SAFE
from storage.key_file import Run, bound, keeper, made_whole, opened, put, unwrapped
from storage.placing import placed
from storage.port import StoreBusy, StoreRefused


@dataclass(frozen=True, kw_only=True)
class Erased:
    """A line of the ledger. `names`: sealed under the installation's key, while the file's rows may still be there."""

    file: str
    at: datetime
    names: bytes | None


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a key store stands: its id, the version that seals now, and what else the database holds."""

    id: bytes
    version: int
    behind: str


class KeyStore:
    """The keys of one database."""

    def __init__(self, path: Path, kek: KekFile, made: str, synchronous: str = SAFE) -> None:
        """Open a key store or make it; `made`: the moment, for keys that are made now. Raises StoreBroken.

        `synchronous="OFF"` is for simulations that may lose their file.
        """
        self.path, self._kek, self._made, self._synchronous = path, kek, made, synchronous
        if not path.exists():
            made_whole(path, self._kek.read(), made, synchronous)
        self.standing()

    def standing(self) -> Standing:
        """How it stands now. Raises StoreBroken when the key-encryption key isn't the one that belongs to it."""
        with self._reading() as run:
            id_, version, fits, behind = keeper(run)
        self._kek.read(fits)
        return Standing(id=id_, version=version, behind=behind)

    def key(self, file: str, version: int) -> bytes | None:
        """The data key of a file; None when it isn't there (any more)."""
        with self._reading() as run:
            row = run("SELECT wrapped FROM key WHERE file = ? AND version = ?", (file, version)).fetchone()
            kek = self._kek.read(keeper(run)[2])
        return None if row is None else unwrapped(kek, row[0], file, version)

    def keys(self, version: int) -> dict[str, bytes]:
        """The data keys of every file, of one version."""
        with self._reading() as run:
            kek = self._kek.read(keeper(run)[2])
            rows = run("SELECT file, wrapped FROM key WHERE version = ?", (version,)).fetchall()
        return {file: unwrapped(kek, wrapped, file, version) for file, wrapped in rows}

    def key_to_seal(self, file: str) -> tuple[int, bytes]:
        """The newest data key of a file, made and committed first if it has none. Raises StoreRefused once erased."""
        with self._writing() as run:
            _, version, fits, _ = keeper(run)
            if run("SELECT 1 FROM erased WHERE file = ?", (file,)).fetchone():
                raise StoreRefused(f"file {file} was erased; nothing of it is kept again")
            kek = self._kek.read(fits)
            row = run("SELECT wrapped FROM key WHERE file = ? AND version = ?", (file, version)).fetchone()
            if row is not None:
                return version, unwrapped(kek, row[0], file, version)
            key = aead.new_key()
            put(run, kek, file, version, key, self._made)
            return version, key

    # --- erasing ----------------------------------------------------------------------------------------------------

    def destroy(self, file: str, at: datetime, names: bytes | None) -> None:
        """Note an erasure and destroy every key of the file, in one transaction. Twice is once."""
        line = "INSERT INTO erased (file, at, names) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
        with self._writing() as run:
            run(line, (file, moment_text(at), names))
            run("DELETE FROM key WHERE file = ?", (file,))

    def ledger(self) -> tuple[Erased, ...]:
        """Every erasure, oldest first."""
        with self._reading() as run:
            rows = run("SELECT file, at, names FROM erased ORDER BY at, file").fetchall()
        return tuple(Erased(file=file, at=moment_of(at), names=names) for file, at, names in rows)

    def let_go(self, files: Sequence[str]) -> None:
        """The rows of these files are gone: their names are needed no more."""
        with self._writing() as run:
            for file in files:
                run("UPDATE erased SET names = NULL WHERE file = ? AND names IS NOT NULL", (file,))
        with suppress(StoreBusy), opened(self.path, "rw", self._synchronous) as db:
            db.execute("VACUUM")  # SQLite leaves copies in a page when it moves rows about

    # --- rotating ---------------------------------------------------------------------------------------------------

    def renew(self, kek: bytes | None) -> None:
        """A new version of every data key, and with `kek` all of them wrapped by it: in one transaction.

        Keys of older versions stay, for the backups that were sealed under them, until their file is erased.
        """
        with self._writing() as run:
            _, version, fits, behind = keeper(run)
            old = self._kek.read(fits)
            new = kek or old
            for file, of, wrapped in run("SELECT file, version, wrapped FROM key").fetchall():
                again = aead.lock(new, unwrapped(old, wrapped, file, of), bound(file, of))
                run("UPDATE key SET wrapped = ? WHERE file = ? AND version = ?", (again, file, of))
            for (file,) in run("SELECT DISTINCT file FROM key").fetchall():
                put(run, new, file, version + 1, aead.new_key(), self._made)
            found = (version + 1, fingerprint(new), behind or "old")
            run("UPDATE keeper SET version = ?, kek = ?, behind = ?", found)

    def caught_up(self, version: int) -> None:
        """Everything in the database is sealed under this version; no news if a newer one came meanwhile."""
        with self._writing() as run:
            run("UPDATE keeper SET behind = '' WHERE version = ?", (version,))

    def plain_again(self) -> None:
        """A database without seals was put in place on purpose: it may be read until it is sealed."""
        with self._writing() as run:
            run("UPDATE keeper SET behind = 'plain'")

    def ages(self) -> tuple[tuple[int, int, datetime, datetime], ...]:
        """For each version: how many keys there are, and when the first and the last of them were made."""
        with self._reading() as run:
            rows = run("SELECT version, count(*), min(made), max(made) FROM key GROUP BY version").fetchall()
        return tuple((version, count, moment_of(first), moment_of(last)) for version, count, first, last in rows)

    def back_up(self, to: Path) -> None:
        """Copy the key store as it is at one moment. Raises NotPlaced when something has the name `to`."""
        with (
            placed(to) as part,
            closing(sqlite3.connect(part)) as target,
            opened(self.path, "rw", self._synchronous) as db,
        ):
            db.backup(target)

    @contextmanager
    def _reading(self) -> Iterator[Run]:
        with opened(self.path, "rw", self._synchronous) as db:  # a hot journal may have to be rolled back
            db.execute("BEGIN")
            yield db.execute

    @contextmanager
    def _writing(self) -> Iterator[Run]:
        with opened(self.path, "rw", self._synchronous) as db:
            db.execute("BEGIN IMMEDIATE")
            yield db.execute
            db.execute("COMMIT")
