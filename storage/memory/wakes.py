"""Due work in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from state_machines.effects import Wake
from storage.memory.tables import Tables, WakeKey, WakeRow
from storage.port import Due, DueWake


class Wakes:
    """The wakes of a store in memory. Used inside a batch."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def due(self, now: datetime, limit: int) -> Due:
        """The wakes whose moment has come, and the moment of the first that isn't among them."""
        waiting = sorted((row.at, key) for key, row in self._tables.waiting.items())
        come = [(at, key) for at, key in waiting[:limit] if at <= now]
        wakes = tuple(self._wake(key) for _, key in come)
        return Due(wakes=wakes, next=waiting[len(come)][0] if len(come) < len(waiting) else None)

    def end(self, wake: DueWake, at: datetime, outcome: str) -> None:
        """The wake was answered. One that was set anew for another moment since is left waiting."""
        key = (wake.file, wake.kind, wake.day, wake.number)
        row = self._tables.waiting.get(key)
        if row is not None and row.at == wake.at:
            self._tables.drop(self._tables.waiting, key)
            self._tables.put(self._tables.wakes, key, replace(row, ended=at, outcome=outcome))

    def put(self, file: str, wakes: Sequence[Wake]) -> None:
        """Set wakes, each in place of the one with its key, ended or not; or take them back."""
        for wake in wakes:
            key = (file, wake.kind, wake.day, wake.number)
            if wake.at is not None:
                row = WakeRow(at=wake.at, expires=wake.expires)
                self._tables.put(self._tables.wakes, key, row)
                self._tables.put(self._tables.waiting, key, row)
            elif key in self._tables.waiting:
                self._tables.drop(self._tables.wakes, key)
                self._tables.drop(self._tables.waiting, key)

    def _wake(self, key: WakeKey) -> DueWake:
        file, kind, day, number = key
        row = self._tables.waiting[key]
        return DueWake(file=file, kind=kind, day=day, number=number, at=row.at, expires=row.expires)
