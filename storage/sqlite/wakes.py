"""Due work: rows that wait for their moment until a turn ends them."""

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime

from state_machines.effects import Wake
from storage.codec import moment_of, moment_text
from storage.port import Due, DueWake, StoreBroken
from storage.sqlite.connection import GARBLED, Connection, is_no_text

# the order of the index, so that nothing is sorted and the loop below reads no row that it doesn't use
WAITING = (
    "SELECT file, kind, day, number, at, expires FROM wake WHERE ended IS NULL "
    "ORDER BY at, file, kind, day, number LIMIT ?"
)
PUT = (
    "INSERT OR REPLACE INTO wake (file, kind, day, number, at, expires, ended, outcome) "
    "VALUES (?, ?, ?, ?, ?, ?, NULL, '')"
)
TAKE_BACK = "DELETE FROM wake WHERE file = ? AND kind = ? AND day = ? AND number = ? AND ended IS NULL"
END = (
    "UPDATE wake SET ended = ?, outcome = ? "
    "WHERE file = ? AND kind = ? AND day = ? AND number = ? AND at = ? AND ended IS NULL"
)


class Wakes:
    """The wakes of a SQLite store. Used inside a batch."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._run = connection.run

    def due(self, now: datetime, limit: int) -> Due:
        """The wakes whose moment has come, and the moment of the first that isn't among them.

        A damaged row is passed over: it must not stop everybody's clock. `verify` names it.
        """
        try:
            return self._due(moment_text(now), limit)
        except (UnicodeDecodeError, sqlite3.OperationalError) as error:
            if not is_no_text(error):
                raise
            with self._connection.reading_anything():
                return self._due(moment_text(now), limit)

    def _due(self, until: str, limit: int) -> Due:
        wakes: list[DueWake] = []
        for row in self._run(WAITING, (limit + 1,)):
            wake = read_wake(*row)
            if wake is None:
                continue
            if row[4] > until or len(wakes) == limit:
                return Due(wakes=tuple(wakes), next=wake.at)
            wakes.append(wake)
        return Due(wakes=tuple(wakes), next=None)

    def end(self, wake: DueWake, at: datetime, outcome: str) -> None:
        """The wake was answered. One that was set anew for another moment since is left waiting."""
        key = (wake.file, wake.kind, wake.day.isoformat(), wake.number, moment_text(wake.at))
        self._run(END, (moment_text(at), outcome, *key))

    def put(self, file: str, wakes: Sequence[Wake]) -> None:
        """Set wakes, each in place of the one with its key, ended or not; or take them back."""
        for wake in wakes:
            key = (file, wake.kind, wake.day.isoformat(), wake.number)
            if wake.at is None:
                self._run(TAKE_BACK, key)
            else:
                expires = moment_text(wake.expires) if wake.expires else None
                self._run(PUT, (*key, moment_text(wake.at), expires))


def read_wake(file: str, kind: str, day: str, number: int, at: str, expires: str | None) -> DueWake | None:
    """The wake of a row; None when the row is damaged."""
    try:
        found = DueWake(
            file=file,
            kind=kind,
            day=date.fromisoformat(day),
            number=number,
            at=moment_of(at),
            expires=moment_of(expires) if expires else None,
        )
    except (ValueError, StoreBroken):
        return None
    return None if GARBLED in f"{file}{kind}" else found
