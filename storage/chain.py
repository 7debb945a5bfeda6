"""Hash chains: each row of a file's log, plans and accesses vouches for all rows before it.

A row's hash covers its plain columns, the hash before it and a digest of its payload. The payload holds a random salt,
so the digest, which stays when retention empties the payload, tells nothing about what it was. The newest hash and the
count of each chain stand in the file's snapshot, so a row cut from the end is missed.

Consents and agreements are few and their rows hold no hash: theirs are recomputed from the first row on, and the newest
stands in the snapshot all the same.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

import orjson

SALT = 16
START = bytes(32)

Columns = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Tip:
    """The end of a chain: how many rows, and the hash of the newest."""

    count: int = 0
    hash: bytes = START


class Tips(NamedTuple):
    """The ends of a file's chains."""

    log: Tip = Tip()
    plan: Tip = Tip()
    access: Tip = Tip()
    consent: Tip = Tip()
    agreement: Tip = Tip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A row of a chain. `content` is salt and payload, opened; None when retention or erasure emptied it."""

    n: int
    columns: Columns
    content: bytes | None
    digest: bytes
    hash: bytes

    @property
    def payload(self) -> bytes | None:
        """The payload without its salt."""
        return None if self.content is None else self.content[SALT:]


def link(table: str, file: str, tip: Tip, columns: Columns, payload: bytes) -> tuple[Link, Tip]:
    """The next row of a chain, and the chain's new end."""
    content = os.urandom(SALT) + payload
    digest = sha256(content).digest()
    n = tip.count + 1
    found = _hash(table, file, n, columns, tip.hash, digest)
    return Link(n=n, columns=columns, content=content, digest=digest, hash=found), Tip(n, found)


def faults(table: str, file: str, links: Iterable[Link], tip: Tip) -> Iterator[str]:
    """What is wrong with a chain, one line per fault; nothing when it is as it was written."""
    before, count = START, 0
    for count, row in enumerate(links, start=1):
        if row.n != count:
            yield f"{table} of file {file}: row {row.n} stands where row {count} should; a row is missing or was added"
            return
        if row.content is not None and sha256(row.content).digest() != row.digest:
            yield f"{table} of file {file}: the payload of row {row.n} isn't the one that was written"
        if _hash(table, file, row.n, row.columns, before, row.digest) != row.hash:
            yield f"{table} of file {file}: row {row.n} was changed, or a row before it was"
        before = row.hash
    if (count, before) != (tip.count, tip.hash):
        yield f"{table} of file {file}: ends at row {count}, but the file's snapshot says {tip.count} or another hash"


def after(table: str, file: str, tip: Tip, columns: Columns, n: int | None = None) -> Tip:
    """The end of a chain without payloads once this row stands in it. `n`: the row's number, the next by itself."""
    place = tip.count + 1
    return Tip(place, _hash(table, file, n or place, columns, tip.hash, b""))


def plain_faults(table: str, file: str, rows: Iterable[tuple[int, Columns]], tip: Tip) -> Iterator[str]:
    """What is wrong with a chain without payloads, given its rows with their numbers: one line at most."""
    end = Tip()
    for n, columns in rows:
        end = after(table, file, end, columns, n)
    if end != tip:
        yield (
            f"{table} of file {file}: its {end.count} rows aren't the {tip.count} that were written; "
            "one was changed, added, moved or is missing"
        )


def _hash(table: str, file: str, n: int, columns: Columns, before: bytes, digest: bytes) -> bytes:
    names = orjson.dumps((table, file, n, *columns))
    return sha256(names + before + digest).digest()
