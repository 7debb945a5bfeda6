"""The key-encryption key: 32 random bytes in a file that its owner alone can read. It wraps all other keys.

A new one takes the place of the old in three steps, so that a kill between any two leaves one that fits: it is written
beside the old; the key store is wrapped with it; it gets the name.
"""

import contextlib
import os
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from storage import aead
from storage.placing import placed
from storage.port import StoreBroken

FOR_OTHERS = 0o077
NEW = ".new"


@dataclass(frozen=True, kw_only=True)
class KekFile:
    """Where the key-encryption key stands. `given`: by the system (a credential), which sees to who may read it."""

    path: Path
    given: bool = False

    def read(self, fits: bytes | None = None) -> bytes:
        """The key; with `fits`, the one of this fingerprint. Raises StoreBroken, saying what to do."""
        key = _read(self.path, given=self.given)
        if fits is None or fingerprint(key) == fits:
            return key
        if self._new.exists() and fingerprint(new := _read(self._new, given=False)) == fits:
            self.put_new_in_place()
            return new
        raise StoreBroken(
            f"the key in {self.path} isn't the one that this key store was made with, or was last given by "
            "`trede keys rotate`: name the right file in TREDE_KEK_FILE"
        )

    def make(self) -> None:
        """Write a new key. Raises NotPlaced rather than overwrite one, or when it can't be written."""
        with placed(self.path) as part:
            part.write_bytes(aead.new_key())

    def make_new(self) -> bytes:
        """Write a new key beside the old one; one that an interrupted rotation left there goes."""
        with contextlib.suppress(FileNotFoundError):
            self._new.unlink()
        key = aead.new_key()
        _write(self._new, key)
        return key

    def put_new_in_place(self) -> None:
        """Give the new key the name of the old one; somebody else may just have done so."""
        with contextlib.suppress(FileNotFoundError):
            self._new.replace(self.path)
        sync(self.path.parent)

    @property
    def _new(self) -> Path:
        return self.path.with_name(self.path.name + NEW)


def fingerprint(key: bytes) -> bytes:
    """By what a key-encryption key is known; it tells nothing about the key."""
    return blake2b(key, digest_size=16, person=b"trede-kek").digest()


def _read(path: Path, *, given: bool) -> bytes:
    try:
        mode, key = path.stat().st_mode, path.read_bytes()
    except OSError as error:
        raise StoreBroken(
            f"the key file {path} can't be read ({error.strerror}); `trede keys init` makes one"
        ) from error
    if not given and mode & FOR_OTHERS:
        raise StoreBroken(f"the key file {path} can be read by others: chmod 600 {path}")
    if len(key) != aead.KEY:
        raise StoreBroken(f"the key file {path} isn't one of Trede's: `trede keys init` makes one")
    return key


def _write(path: Path, key: bytes) -> None:
    held = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        os.write(held, key)
        os.fsync(held)
    finally:
        os.close(held)
    sync(path.parent)


def sync(folder: Path) -> None:
    """The names in a folder are on the disk."""
    held = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
