"""A vault with keys: every payload encrypted with the data key of the file that it is about.

A sealed payload is a version byte (1), the version of its key (4 bytes), a random nonce (12), ciphertext and tag (16).
It is bound to table, row, file and key version, so no payload opens in the place of another.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from storage import aead, vault
from storage.codec import moment_text
from storage.kek import KekFile
from storage.keys import SAFE, KeyStore, Standing
from storage.vault import CHECKED, PLAIN

SEALED = b"\x01"
VERSION = 4
HEAD = len(SEALED) + VERSION


@dataclass(frozen=True, kw_only=True)
class Keys:
    """Where the keys of a database are: the key store, made when it isn't there, and the key-encryption key.

    `now`: for the moments that keys are made. `synchronous="OFF"` is for simulations that may lose their file.
    """

    path: Path
    kek: KekFile
    now: Callable[[], datetime]
    synchronous: str = SAFE

    def store(self) -> KeyStore:
        """The key store. Raises StoreBroken when it or the key-encryption key can't be used."""
        return KeyStore(self.path, self.kek, moment_text(self.now()), self.synchronous)


class Keyed:
    """The vault of one database."""

    def __init__(self, store: KeyStore) -> None:
        self.store = store
        self._standing = store.standing()
        self._era = -1
        self._sealing = {file: (head_of(self._standing.version), key) for file, key in self._newest().items()}
        self._opening = {(head, file): key for file, (head, key) in self._sealing.items()}
        self._one = Lock()

    @property
    def standing(self) -> Standing:
        """How the key store stood when it was last looked at."""
        return self._standing

    def seal(self, plain: bytes, *, table: str, row: str, file: str) -> bytes:
        """The payload, encrypted. A file without a key is given one, committed first. StoreRefused once erased."""
        head, key = self._sealing.get(file) or self._key_to_seal(file)
        return head + aead.lock(key, plain, _bound(head, table, row, file))

    def open(self, sealed: bytes, *, table: str, row: str, file: str) -> bytes:
        """What `seal` was given. Raises StoreBroken when it isn't that, or when its key was destroyed."""
        head = sealed[:HEAD]
        key = self._opening.get((head, file))
        if key is None:
            if head[:1] == PLAIN and self.standing.behind == "plain":
                return CHECKED.open(sealed, table=table, row=row, file=file)
            key = self._key_to_open(head, table, row, file)
        try:
            return aead.unlock(key, sealed[HEAD:], _bound(head, table, row, file))
        except aead.NotOpened as error:
            raise vault.damaged(table, row, file) from error

    def look_again(self, era: int) -> None:
        """In another era of the database keys may be newer, or gone."""
        if era != self._era:
            self.refresh()
            self._era = era

    def refresh(self) -> None:
        """Look at the key store again: keys may be newer, or gone."""
        with self._one:
            before, self._standing = self._standing, self.store.standing()
            if self._standing.version != before.version:
                self._sealing.clear()
            self.drop({erased.file for erased in self.store.ledger()})

    def drop(self, files: Collection[str]) -> None:
        """Know the keys of these files no more."""
        for file in files:
            self._sealing.pop(file, None)
        for known in [known for known in list(self._opening) if known[1] in files]:
            self._opening.pop(known, None)

    def _newest(self) -> dict[str, bytes]:
        return self.store.keys(self._standing.version)

    def _key_to_seal(self, file: str) -> tuple[bytes, bytes]:
        with self._one:
            version, key = self.store.key_to_seal(file)
            head = head_of(version)
            self._sealing[file] = head, key
            self._opening[head, file] = key
        return head, key

    def _key_to_open(self, head: bytes, table: str, row: str, file: str) -> bytes:
        if head[:1] != SEALED or len(head) != HEAD:
            raise vault.unknown(table, row, file)
        key = self.store.key(file, int.from_bytes(head[1:], "big"))
        if key is None:
            raise vault.without_key(table, row, file)
        self._opening[head, file] = key
        return key


def head_of(version: int) -> bytes:
    """What a payload begins with that is sealed under keys of this version. They sort as the versions do."""
    return SEALED + version.to_bytes(VERSION, "big")


def _bound(head: bytes, table: str, row: str, file: str) -> bytes:
    return b"%b%d:%b%d:%b%d:%b" % (head, len(table), table.encode(), len(row), row.encode(), len(file), file.encode())
