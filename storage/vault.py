"""The one seam that every payload passes before it is kept, and passes again before it is read.

A sealed payload is bound to its table, row and file: a damaged one, or one swapped with another row's, does not open.
For now the seal is a checksum (version byte 0); encryption with keys takes its place under another version byte.
"""

from hashlib import blake2b

from storage.port import StoreBroken

PLAIN = b"\x00"
CHECKSUM = 16
HEAD = len(PLAIN) + CHECKSUM


def seal(plain: bytes, *, table: str, row: str, file: str) -> bytes:
    """The payload as it may be kept in this row and no other."""
    return b"".join((PLAIN, _checksum(plain, table, row, file), plain))


def open(sealed: bytes, *, table: str, row: str, file: str) -> bytes:
    """What `seal` was given. Raises StoreBroken, naming the row and never the content, when it isn't that."""
    if sealed[:1] != PLAIN:
        raise StoreBroken(
            f"{_name(table, row, file)} is sealed in a way that this version of Trede doesn't know. "
            "Start the version that wrote it, or restore a backup"
        )
    plain = sealed[HEAD:]
    if sealed[1:HEAD] != _checksum(plain, table, row, file):
        raise StoreBroken(
            f"{_name(table, row, file)} is damaged, or belongs to another row. "
            "Run `trede verify` to see what else is, then restore a backup"
        )
    return plain


def _checksum(plain: bytes, table: str, row: str, file: str) -> bytes:
    names = f"{len(table)}:{table}{len(row)}:{row}{len(file)}:{file}"  # lengths, so that no two rows have one name
    checksum = blake2b(names.encode(), digest_size=CHECKSUM)
    checksum.update(plain)
    return checksum.digest()


def _name(table: str, row: str, file: str) -> str:
    return f"the payload of {table} row {row}" + (f" of file {file}" if file else "")
