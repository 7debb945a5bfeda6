"""The line of updates: numbered, handed out, confirmed, and never forgotten before that.

As at Telegram an update waits until the bot asks for a higher number (or its webhook answers
200), at most 24 hours of virtual time. An offset from before a restart of the numbering counts
as none, which is what Telegram does with an offset far in the future.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from simulator.bell import Bell
from simulator.clock import VirtualClock

KEPT = timedelta(hours=24)
FUTURE = 10
"""An offset further than this past the newest number is taken for an old numbering's."""

REMEMBERED = 20_000
"""The newest updates that can be sent again."""


@dataclass(slots=True, eq=False)
class Queued:
    """An update in line. `loose`: its number says nothing about what came before it."""

    update_id: int
    at: datetime
    chat_id: int
    body: dict[str, Any]
    loose: bool = False
    delivered: bool = False


class Updates:
    """All updates of one bot. Says to the clock what the bot still has to finish."""

    def __init__(self, clock: VirtualClock, first_id: int = 700_000_001) -> None:
        self.clock = clock
        self.bell = Bell()
        self.poll = 0
        self.pending: list[Queued] = []
        self._made: dict[int, Queued] = {}
        self._next, self._highest = first_id, 0
        self._allowed: frozenset[str] = frozenset()

    def allow(self, kinds: Collection[str] | None) -> None:
        """From now on only these kinds are queued; empty is every kind, None keeps what was said before."""
        if kinds is not None:
            self._allowed = frozenset(kinds)

    def offer(self, chat_id: int, kind: str, content: dict[str, Any]) -> int:
        """Numbers an update, puts it in line and begins a new generation; returns its number."""
        update_id, self._next = self._next, self._next + 1
        update = Queued(update_id, self.clock.now, chat_id, {"update_id": update_id, kind: content})
        self._made[update_id] = update
        if len(self._made) > REMEMBERED:
            del self._made[next(iter(self._made))]
        if not self._allowed or kind in self._allowed:
            self._enqueue(update, loose=update_id < self._highest)
            self.clock.expect(update_id)
        self._highest = max(self._highest, update_id)
        self._announce()
        return update_id

    def resend(self, update_id: int) -> int:
        """Puts an update in line once more under its old number, as Telegram sometimes does."""
        old = self._made.get(update_id)
        if old is None:
            raise LookupError(f"no update {update_id} is remembered")
        self._enqueue(Queued(update_id, self.clock.now, old.chat_id, old.body), loose=True)
        self._announce()
        return update_id

    def reorder(self, order: Sequence[int] | None = None) -> None:
        """Puts the waiting updates in the order of these numbers; without them, back to front."""
        wanted = [u.update_id for u in reversed(self.pending)] if order is None else list(order)
        rank = {update_id: place for place, update_id in enumerate(wanted)}
        self.pending.sort(key=lambda update: rank.get(update.update_id, len(rank)))

    def restart_ids(self, start: int) -> None:
        """The next update gets this number, as after a quiet week at Telegram: maybe lower than before."""
        self._next = start

    def drop(self) -> None:
        """Forgets everything still in line."""
        self._discard(self.pending)

    def confirm(self, offset: int) -> None:
        """The bot asked from `offset` on: what lies before it is done with."""
        if 0 < offset < self._next + FUTURE:
            self._take_off([u for u in self.pending if u.update_id < offset and (u.delivered or not u.loose)])
        elif offset < 0:
            self._discard(self.pending[:offset])

    def settle(self, update: Queued) -> None:
        """The webhook answered 200 for this update."""
        if update in self.pending:
            self.pending.remove(update)
            self._let_go([update])

    def batch(self, limit: int) -> list[dict[str, Any]]:
        """The next updates in line; they stay there until confirmed."""
        self.expire()
        taken = self.pending[:limit]
        for update in taken:
            update.delivered = True
        return [update.body for update in taken]

    def expire(self) -> None:
        """Forgets what waited longer than Telegram keeps it."""
        horizon = self.clock.now - KEPT
        if self.pending and self.pending[0].at < horizon:
            self._discard([update for update in self.pending if update.at < horizon])

    def take_line(self) -> int:
        """A new getUpdates begins; one that is still waiting finds another number here and ends."""
        self.poll += 1
        self.bell.ring()
        return self.poll

    def _enqueue(self, update: Queued, *, loose: bool) -> None:
        update.loose = loose
        self.pending.append(update)
        if loose:
            self.clock.hold()

    def _announce(self) -> None:
        self.clock.bump()
        self.bell.ring()

    def _take_off(self, done: list[Queued]) -> None:
        if not done:
            return
        gone = set(done)
        self.pending = [update for update in self.pending if update not in gone]
        self._let_go(done)

    def _let_go(self, done: list[Queued]) -> None:
        self.clock.confirm(max(update.update_id for update in done))
        for _ in filter(lambda update: update.loose, done):
            self.clock.release()

    def _discard(self, lost: list[Queued]) -> None:
        """Lost updates are nothing the bot could still finish."""
        self._take_off(list(lost))
        self.clock.expect(self.pending[-1].update_id if self.pending else None)
