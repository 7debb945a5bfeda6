"""Due work: rows that wait for their moment until a turn ends them."""

from collections.abc import Sequence
from datetime import date, datetime

from state_machines.effects import Wake
from storage.codec import moment_of, moment_text
from storage.port import Due, DueWake
from storage.sqlite.connection import Connection

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
        self._run = connection.run

    def due(self, now: datetime, limit: int) -> Due:
        """The wakes whose moment has come, and the moment of the first that isn't among them."""
        until = moment_text(now)
        wakes: list[DueWake] = []
        for file, kind, day, number, at, expires in self._run(WAITING, (limit + 1,)):
            if at > until or len(wakes) == limit:
                return Due(wakes=tuple(wakes), next=moment_of(at))
            wakes.append(
                DueWake(
                    file=file,
                    kind=kind,
                    day=date.fromisoformat(day),
                    number=number,
                    at=moment_of(at),
                    expires=moment_of(expires) if expires else None,
                )
            )
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
