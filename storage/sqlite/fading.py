"""Emptying what has outlived its time in a SQLite file. On connections of its own: it may run in any thread."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from state_machines.files import Client
from state_machines.retention import SCORES
from storage import retention
from storage.chain import Link
from storage.codec import moment_of, moment_text
from storage.port import OUT, StoreBroken
from storage.retention import LONG_SINCE, PEOPLE, Limits, Old
from storage.snapshot import KINDS
from storage.sqlite.connection import Connection, reading
from storage.sqlite.rows import Run, get_links, read_file
from storage.vault import Vault

ONCE = 200  # rows a transaction, so that none holds the writer for long
EVERY = " UNION ALL ".join(f"SELECT id FROM {table}" for table in KINDS)
BY_PEOPLE = f"SELECT n, at FROM log WHERE file = ? AND actor IN {PEOPLE} ORDER BY n DESC"
BY_CLIENT = "SELECT n FROM log WHERE file = ? AND actor = 'client' AND payload IS NOT NULL ORDER BY n DESC"
FILLED = "SELECT n FROM {table} WHERE file = ? AND at <= ? AND payload IS NOT NULL ORDER BY n"
EMPTY = "UPDATE {table} SET payload = NULL WHERE file = ? AND n = ?"

Rows = Sequence[int]


def fade(path: Path, synchronous: str, vault: Vault, now: datetime, limits: Limits) -> tuple[Old, ...]:
    """Empty the rows of every file whose time is over; which files' own fields are to be emptied as well.

    A file that can't be read is left as it is: `trede verify` names it.
    """
    with reading(path) as db:
        files = [row[0] for row in db.execute(EVERY).fetchall()]
    found: list[Old] = []
    emptied = 0
    with closing(Connection(path, synchronous, vault)) as connection:
        for file in files:
            try:
                with reading(path) as db:
                    log, looks, old = _outlived(db.execute, vault, file, now, limits)
            except OUT:
                raise
            except StoreBroken:
                continue
            emptied += _empty(connection, "log", file, log) + _empty(connection, "access", file, looks)
            found += [old] if old else []
        if emptied:
            connection.empty_journal()
    return tuple(found)


def _outlived(run: Run, vault: Vault, file: str, now: datetime, limits: Limits) -> tuple[Rows, Rows, Old | None]:
    """Of one file: the rows of its log and of who looked, and what of the file itself."""
    kept = read_file(run, vault, file)
    if kept is None:
        return (), (), None
    looks = _filled(run, "access", file, limits.looks_before(now))
    client = kept.snapshot.file
    if not isinstance(client, Client):
        return _filled(run, "log", file, limits.before(SCORES, now)), looks, None
    last = _last(run, vault, file)
    ended = _ended(run, vault, file) if client.journey == "left" else None
    since = retention.over(client, ended, last, now)
    if since is None:
        return (), looks, None
    rows = retention.outlived(_links(run, vault, file, now), since, limits, now)
    return tuple(rows), looks, retention.stage_due(client, since, limits, now)


def _last(run: Run, vault: Vault, file: str) -> datetime:
    for n, at in run(BY_PEOPLE, (file,)):
        if any(retention.is_an_act(row) for row in get_links(run, vault, "log", file, "n = ?", n)):
            return moment_of(at)
    return LONG_SINCE


def _ended(run: Run, vault: Vault, file: str) -> datetime | None:
    for (n,) in run(BY_CLIENT, (file,)):
        for row in get_links(run, vault, "log", file, "n = ?", n):
            if retention.ends(row):
                return moment_of(str(row.columns[0]))
    return None


def _links(run: Run, vault: Vault, file: str, now: datetime) -> Iterator[Link]:
    return get_links(run, vault, "log", file, "payload IS NOT NULL AND at <= ?", moment_text(now))


def _filled(run: Run, table: str, file: str, before: datetime) -> Rows:
    return [row[0] for row in run(FILLED.format(table=table), (file, moment_text(before))).fetchall()]


def _empty(connection: Connection, table: str, file: str, rows: Rows) -> int:
    for start in range(0, len(rows), ONCE):
        with connection.batch():
            for n in rows[start : start + ONCE]:
                connection.run(EMPTY.format(table=table), (file, n))
    return len(rows)
