"""Rows that the turn, the views and upkeep all read or write in the same way."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

from storage import links, snapshot
from storage.chain import Link
from storage.kept import Kept
from storage.snapshot import KINDS
from storage.vault import Vault

Run = Callable[..., sqlite3.Cursor]

SNAPSHOT = {table: f"SELECT version, payload FROM {table} WHERE id = ?" for table in KINDS}
PUT = {
    table: f"INSERT INTO {table} (file, n, payload, digest, hash, {', '.join(columns)}) "
    f"VALUES (?, ?, ?, ?, ?{', ?' * len(columns)})"
    for table, columns in links.COLUMNS.items()
}
GET = {
    table: f"SELECT n, payload, digest, hash, {', '.join(columns)} FROM {table} WHERE file = ? AND {{}} ORDER BY n"
    for table, columns in links.COLUMNS.items()
}


def read_payload(run: Run, vault: Vault, file: str) -> tuple[str, int, bytes] | None:
    """The table, version and opened payload of a file's snapshot. Raises StoreBroken when it is damaged."""
    for table, query in SNAPSHOT.items():
        row = run(query, (file,)).fetchone()
        if row:
            version, payload = row
            return table, version, vault.open(payload, table=table, row=str(version), file=file)
    return None


def read_file(run: Run, vault: Vault, file: str) -> Kept | None:
    """A file as it stands in the database. Raises StoreBroken when it can't be read."""
    found = read_payload(run, vault, file)
    if found is None:
        return None
    table, version, payload = found
    return Kept(table=table, version=version, snapshot=snapshot.unpack(KINDS[table], payload))


def put_link(run: Run, vault: Vault, table: str, file: str, link: Link) -> None:
    """Add a row to a chain."""
    payload = vault.seal(link.content or b"", table=table, row=str(link.n), file=file)
    run(PUT[table], (file, link.n, payload, link.digest, link.hash, *link.columns))


def get_links(run: Run, vault: Vault, table: str, file: str, where: str = "1", *values: Any) -> Iterator[Link]:
    """The rows of a chain in order. Raises StoreBroken at the first whose payload is damaged."""
    for n, payload, digest, hash_, *columns in run(GET[table].format(where), (file, *values)):
        content = None if payload is None else vault.open(payload, table=table, row=str(n), file=file)
        yield Link(n=n, columns=tuple(columns), content=content, digest=digest, hash=hash_)
