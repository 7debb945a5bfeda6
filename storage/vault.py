"""The one seam that every payload passes before it is kept, and passes again before it is read.

A sealed payload is bound to its table, row and file: a damaged one, or one swapped with another row's, does not open.
With keys it is encrypted (`storage.keyed`); in a store that has none yet it bears a checksum (version byte 0).
"""

from collections.abc import Collection
from hashlib import blake2b
from typing import TYPE_CHECKING, Protocol

from storage.port import StoreBroken

if TYPE_CHECKING:
    from storage.keys import KeyStore

PLAIN = b"\x00"
CHECKSUM = 16
HEAD = len(PLAIN) + CHECKSUM


class Vault(Protocol):
    """What seals and opens the payloads of one store. Used from any thread."""

    @property
    def store(self) -> "KeyStore | None":
        """Where its keys are, if it has any."""

    def seal(self, plain: bytes, *, table: str, row: str, file: str) -> bytes:
        """The payload as it may be kept in this row and no other. Raises StoreRefused for a file that was erased."""

    def open(self, sealed: bytes, *, table: str, row: str, file: str) -> bytes:
        """What `seal` was given. Raises StoreBroken, naming the row and never the content, when it isn't that."""

    def look_again(self, era: int) -> None:
        """Whoever begins to write calls this with the era of the database: in another one other keys may count."""

    def refresh(self) -> None:
        """Look at the key store again: keys may be newer, or gone."""

    def drop(self, files: Collection[str]) -> None:
        """Know the keys of these files no more."""


class Checksum:
    """A vault without keys: nothing is hidden, and what was changed by accident doesn't open."""

    store = None

    def seal(self, plain: bytes, *, table: str, row: str, file: str) -> bytes:
        """The payload with its checksum."""
        return b"".join((PLAIN, _checksum(plain, table, row, file), plain))

    def open(self, sealed: bytes, *, table: str, row: str, file: str) -> bytes:
        """What `seal` was given. Raises StoreBroken when it isn't that."""
        if sealed[:1] != PLAIN:
            raise unknown(table, row, file)
        plain = sealed[HEAD:]
        if sealed[1:HEAD] != _checksum(plain, table, row, file):
            raise damaged(table, row, file)
        return plain

    def look_again(self, era: int) -> None:
        """There are no keys."""

    def refresh(self) -> None:
        """There are no keys."""

    def drop(self, files: Collection[str]) -> None:
        """There are no keys."""


CHECKED = Checksum()
seal, open = CHECKED.seal, CHECKED.open


def unknown(table: str, row: str, file: str) -> StoreBroken:
    """The error for a payload that this store has no way to open."""
    return StoreBroken(
        f"{_name(table, row, file)} is sealed in a way that this version of Trede doesn't know. "
        "Start the version that wrote it, or restore a backup"
    )


def damaged(table: str, row: str, file: str) -> StoreBroken:
    """The error for a payload that isn't the one which was sealed for this row."""
    return StoreBroken(
        f"{_name(table, row, file)} is damaged, or belongs to another row. "
        "Run `trede verify` to see what else is, then restore a backup"
    )


def without_key(table: str, row: str, file: str) -> StoreBroken:
    """The error for a payload whose key isn't in the key store."""
    return StoreBroken(
        f"the key of {_name(table, row, file)} isn't there: its file was erased, or the key store is an older one"
    )


def _checksum(plain: bytes, table: str, row: str, file: str) -> bytes:
    names = f"{len(table)}:{table}{len(row)}:{row}{len(file)}:{file}"  # lengths, so that no two rows have one name
    checksum = blake2b(names.encode(), digest_size=CHECKSUM)
    checksum.update(plain)
    return checksum.digest()


def _name(table: str, row: str, file: str) -> str:
    return f"the payload of {table} row {row}" + (f" of file {file}" if file else "")
