"""Sealing payloads anew, with newer keys or with the first: in short transactions, beside a bot that works.

Whoever begins to write after the first of them seals with the newest keys; so one pass over the rows that were there
is enough, and a pass that was broken off is simply made again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from storage.keyed import head_of
from storage.keys import KeyStore
from storage.port import StoreBroken
from storage.sqlite.connection import Connection, reading

#: A transaction takes a few milliseconds: rows are short, snapshots tens of kilobytes.
ONCE = 40
ERA, ROWS, ROWS_KEPT, CAUGHT_UP = "reseal-era", "reseal-rows", "reseal-commit", "reseal-done"
MARK = "INSERT INTO resealing (one, under_way) VALUES (1, 1)"
UNMARK = "DELETE FROM resealing"


@dataclass(frozen=True, kw_only=True)
class Payloads:
    """A column of payloads: the key of its rows, and the file and row that each is bound to, as SQL."""

    table: str
    key: tuple[str, ...] = ("file", "n")
    column: str = "payload"
    file: str = "file"
    row: str = "n"

    @property
    def old(self) -> str:
        """The keys of the next rows that are sealed with older keys or none."""
        key, least = ", ".join(self.key), ", ".join("?" * len(self.key))
        return (
            f"SELECT {key} FROM {self.table} WHERE ({key}) > ({least}) AND {self.column} IS NOT NULL "
            f"AND substr({self.column}, 1, 5) < ? ORDER BY {key} LIMIT {ONCE}"
        )

    @property
    def one(self) -> str:
        """One such row, if it still is one."""
        return (
            f"SELECT {self.file}, {self.row}, {self.column} FROM {self.table} WHERE {self._this} "
            f"AND {self.column} IS NOT NULL AND substr({self.column}, 1, 5) < ?"
        )

    @property
    def put(self) -> str:
        """The new payload of a row."""
        return f"UPDATE {self.table} SET {self.column} = ? WHERE {self._this}"

    @property
    def least(self) -> tuple[str | int, ...]:
        """Before every key."""
        return tuple("" if name in ("file", "id") else -(2**63) for name in self.key)

    @property
    def _this(self) -> str:
        return " AND ".join(f"{name} = ?" for name in self.key)


EVERY = (
    Payloads(table="client", key=("id",), file="id", row="version"),
    Payloads(table="professional", key=("id",), file="id", row="version"),
    Payloads(table="log"),
    Payloads(table="plan"),
    Payloads(table="access"),
    Payloads(table="consent"),
    Payloads(table="outbox", key=("n",), column="body", file="coalesce(file, '')"),
    Payloads(table="seen", key=("update_id",), column="stumble", file="''", row="update_id"),
    Payloads(table="setting", key=("n",), file="''"),
)
Key = tuple[str | int, ...]


def seal_anew(connection: Connection, store: KeyStore, passing: Callable[[str], None] = lambda _: None) -> int:
    """Seal everything with the newest keys; how many payloads that were not. What doesn't open is left as it is."""
    standing = store.standing()
    version, plain = standing.version, standing.behind == "plain"
    with connection.batch():
        connection.new_era()
    connection.vault.refresh()
    passing(ERA)
    found = sum(_column(connection, payloads, head_of(version), passing) for payloads in EVERY)
    if plain and not (connection.rewrite() and connection.empty_journal()):
        return found  # somebody reads just now: what was written without seals still stands in free space
    store.caught_up(version)
    passing(CAUGHT_UP)
    with connection.batch():
        connection.new_era()
    connection.vault.refresh()
    return found


def count_old(path: Path, version: int) -> int:
    """How many payloads are sealed with older keys than of this version, or with none."""
    with reading(path) as db:
        counts = [
            db.execute(f"SELECT count(*) FROM {p.table} WHERE substr({p.column}, 1, 5) < ?", (head_of(version),))
            for p in EVERY
        ]
        return sum(int(row.fetchone()[0]) for row in counts)


def _column(connection: Connection, payloads: Payloads, head: bytes, passing: Callable[[str], None]) -> int:
    last, found = payloads.least, 0
    while True:
        with reading(connection.path) as db:  # looking takes longer than writing, and holds up nobody
            keys: list[Key] = db.execute(payloads.old, (*last, head)).fetchall()
        if not keys:
            return found
        with connection.batch():
            connection.run(MARK)
            found += sum(_again(connection, payloads, key, head) for key in keys)
            connection.run(UNMARK)
            passing(ROWS)
        passing(ROWS_KEPT)
        last = keys[-1]


def _again(connection: Connection, payloads: Payloads, key: Key, head: bytes) -> bool:
    row = connection.run(payloads.one, (*key, head)).fetchone()
    if row is None:
        return False
    place = {"table": payloads.table, "row": str(row[1]), "file": row[0]}
    try:
        plain = connection.vault.open(row[2], **place)
    except StoreBroken:
        return False
    connection.run(payloads.put, (connection.vault.seal(plain, **place), *key))
    return True
