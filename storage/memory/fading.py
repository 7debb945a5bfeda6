"""Emptying what has outlived its time in a store in memory."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from state_machines.files import Client
from state_machines.retention import SCORES
from storage import retention
from storage.codec import moment_of
from storage.memory.tables import Tables
from storage.retention import LONG_SINCE, Limits, Old


def fade(tables: Tables, now: datetime, limits: Limits) -> tuple[Old, ...]:
    """Empty the rows of every file whose time is over; which files' own fields are to be emptied as well."""
    with tables.level():
        return tuple(old for file in list(tables.files) if (old := _fade(tables, file, now, limits)))


def _fade(tables: Tables, file: str, now: datetime, limits: Limits) -> Old | None:
    _empty(tables, "access", file, _before(tables, "access", file, limits.looks_before(now)))
    client = tables.files[file].file
    if not isinstance(client, Client):
        _empty(tables, "log", file, _before(tables, "log", file, limits.before(SCORES, now)))
        return None
    log = tables.chain("log", file)
    last = max((_at(row.columns) for row in log if retention.is_an_act(row)), default=LONG_SINCE)
    ended = max((_at(row.columns) for row in log if retention.ends(row)), default=None)
    since = retention.over(client, ended, last, now)
    if since is None:
        return None
    _empty(tables, "log", file, retention.outlived(iter(log), since, limits, now))
    return retention.stage_due(client, since, limits, now)


def _before(tables: Tables, table: str, file: str, before: datetime) -> Iterable[int]:
    return [row.n for row in tables.chain(table, file) if _at(row.columns) <= before]


def _at(columns: tuple[str | int, ...]) -> datetime:
    return moment_of(str(columns[0]))


def _empty(tables: Tables, table: str, file: str, rows: Iterable[int]) -> None:
    for n in list(rows):
        key = (table, file, n)
        tables.put(tables.chains, key, replace(tables.chains[key], content=None))
