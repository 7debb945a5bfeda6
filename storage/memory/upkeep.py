"""Upkeep of a store in memory."""

from datetime import datetime, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING

from storage import codec, upkeep
from storage.codec import moment_text
from storage.links import consent_columns
from storage.memory.letters import Letters
from storage.memory.tables import Tables
from storage.port import Claimed
from storage.snapshot import table_of
from storage.upkeep import ENDED_KEPT, SEEN_KEPT, Papers

if TYPE_CHECKING:
    from storage.retention import Limits, Old


class MemoryUpkeep:
    """Upkeep of what stands in memory."""

    def __init__(self, tables: Tables, letters: Letters) -> None:
        self._tables = tables
        self._letters = letters

    def migrate(self) -> None:
        """Nothing to do: tables in memory are always of this version."""

    def verify(self) -> tuple[str, ...]:
        """Everything that isn't as it was written: a line per fault, naming file and row, never content."""
        return tuple(fault for file in self._tables.files for fault in upkeep.faults(self._papers(file)))

    def prune(self, now: datetime, letters: timedelta = ENDED_KEPT) -> int:
        """Delete update ids after 48 hours; ended wakes and stumbles after 30 days, settled letters after `letters`."""
        tables, seen, ended, settled = self._tables, now - SEEN_KEPT, now - ENDED_KEPT, now - letters
        with tables.level():
            old = [n for n, row in tables.letters.items() if row.settled is not None and row.settled < settled]
            for n in old:
                self._letters.drop(n)
            updates = tables.drop_all(tables.updates, lambda _, row: row[0] < (ended if row[1] else seen))
            return (
                len(old) + updates + tables.drop_all(tables.wakes, lambda _, row: bool(row.ended and row.ended < ended))
            )

    def fade(self, now: datetime, limits: "Limits") -> tuple["Old", ...]:
        """Empty the log and access rows whose time is over (R34); chains stay whole."""
        from storage.memory import fading

        return fading.fade(self._tables, now, limits)

    def unsettled(self) -> tuple[Claimed, ...]:
        """The letters in `sending`."""
        return self._letters.unsettled()

    def changed(self) -> bool:
        """Nobody else can write to this store."""
        return False

    def polled(self) -> datetime | None:
        """When Telegram last answered a poll, as it was noted; None when none was."""
        return self._tables.polled.get("at")

    def note_poll(self, at: datetime) -> None:
        """Note that Telegram answered a poll at this moment. In a batch, or by itself."""
        with self._tables.level():
            self._tables.put(self._tables.polled, "at", at)

    def set_right(self, now: datetime) -> None:
        """After a clock that was ahead: nothing edits what it sent; what it made wait for long is due, and late."""
        with self._tables.level():
            self._letters.set_right(now)

    def _papers(self, file: str) -> Papers:
        tables, snapshot = self._tables, self._tables.files[file]
        return Papers(
            id=file,
            file=snapshot.file,
            tips=snapshot.tips,
            log=tables.chain("log", file),
            plan=tables.chain("plan", file),
            access=tables.chain("access", file),
            consents=[
                (n, consent_columns(moment_text(consent.at), codec.encode(consent)))
                for (owner, n), consent in sorted(tables.consents.items(), key=itemgetter(0))
                if owner == file
            ],
            given=[
                consent for (owner, _), consent in sorted(tables.consents.items(), key=itemgetter(0)) if owner == file
            ],
            agreements=[(n, row) for (owner, n), row in sorted(tables.agreements.items()) if owner == file],
            chat=next(
                ((chat, table_of(snapshot.file)) for chat, owner in tables.people.items() if owner == file), None
            ),
            invite=next((digest for digest, owner in tables.invites.items() if owner == file), None),
        )
