"""A sample of what is sealed, opened: whether a database and its keys belong together, table by table."""

from collections.abc import Mapping

from storage.port import StoreBroken
from storage.sqlite.connection import Connection, reading
from storage.sqlite.resealing import EVERY, Payloads

#: Of each table; the chains are recomputed whole by `verify`.
SAMPLE = 25


def open_samples(connection: Connection) -> tuple[Mapping[str, tuple[int, int]], tuple[str, ...]]:
    """For each table with payloads, how many of how many were opened; and a line for each that didn't open."""
    counts: dict[str, tuple[int, int]] = {}
    faults: list[str] = []
    with reading(connection.path) as db:
        for each in EVERY:
            of = db.execute(f"SELECT count({each.column}) FROM {each.table}").fetchone()[0]
            tried = db.execute(_spread(each), (max(1, of // SAMPLE), SAMPLE)).fetchall()
            bad = [told for row in tried if (told := _fault(connection, each, *row))]
            if of:
                counts[each.table] = len(tried) - len(bad), of
            faults += bad
    return counts, tuple(faults)


def _spread(each: Payloads) -> str:
    """Every so many-th of the table: the same ones each time, so that trying again says the same."""
    return (
        f"SELECT file, row, payload FROM (SELECT {each.file} AS file, {each.row} AS row, {each.column} AS payload, "
        f"row_number() OVER () AS nth FROM {each.table} WHERE {each.column} IS NOT NULL) WHERE nth % ? = 0 LIMIT ?"
    )


def _fault(connection: Connection, each: Payloads, file: str, row: int, payload: bytes) -> str:
    try:
        connection.vault.open(payload, table=each.table, row=str(row), file=file)
    except StoreBroken as error:
        return str(error)
    return ""
