"""The virtual clock: time that stands still until somebody pushes it and the bot is ready.

The rules, all of them:

1. Every move of time and every thing a person does begins a new *generation* (`seq`).
2. The bot long-polls the generation and, once nothing of it is left to do, reports: idle as of
   generation n, update h finished, next due moment d.
3. The world is idle when the last report is of the current generation and names the last update.
4. Time moves only in an idle world, and never past the reported due moment: so whatever the bot
   does at a moment, it does at exactly that moment.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime

from simulator.bell import Bell


class StillBusy(TimeoutError):  # noqa: N818 - read where it is raised
    """No report of an idle bot came within the clock's patience; the message says what was missing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What the bot said last: idle as of `seq`, updates to `handled` finished, due again at `next_due`."""

    seq: int
    handled: int | None
    next_due: datetime | None


class VirtualClock:
    """Aware UTC time that moves in exact steps, together with one bot that says when it is idle."""

    def __init__(self, start: datetime, *, patience: float = 30.0) -> None:
        self._now = _aware(start)
        self.patience = patience
        self._generations = Bell()
        self._reports = Bell()
        self._report: Report | None = None
        self._awaited: int | None = None
        self._confirmed: int | None = None
        self._held = 0
        self._pushing = asyncio.Lock()

    @property
    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return self._now

    @property
    def seq(self) -> int:
        """The current generation."""
        return self._generations.count

    @property
    def next_due(self) -> datetime | None:
        """The next moment the bot has something to do, as it last said."""
        return self._report.next_due if self._report else None

    @property
    def pushing(self) -> bool:
        """Whether somebody is moving time right now."""
        return self._pushing.locked()

    @property
    def bells(self) -> tuple[Bell, Bell]:
        """What rings at every new generation and at every report."""
        return self._generations, self._reports

    @property
    def idle(self) -> bool:
        """Whether the bot has finished everything of the current generation."""
        report = self._report
        if report is None or report.seq != self.seq or self._held:
            return False
        return self._awaited is None or (report.handled is not None and report.handled >= self._awaited)

    # --- the bot's side -----------------------------------------------------------------------

    async def wait(self, seq: int, timeout: float) -> int:
        """Returns the generation as soon as it is not `seq`, at the latest after `timeout` real seconds."""
        return await self._generations.wait(seq, timeout)

    def report(self, seq: int, handled: int | None, next_due: datetime | None) -> None:
        """Takes the bot's word: idle as of `seq`, updates to `handled` done, `next_due` (aware) the next moment.

        A bot just restarted has handled nothing yet; what an earlier run confirmed to Telegram
        then counts as handled, since a bot confirms only what it has kept.
        """
        done = self._confirmed if handled is None else handled
        self._report = Report(seq=seq, handled=done, next_due=next_due and _aware(next_due))
        self._reports.ring()

    # --- the world's side ---------------------------------------------------------------------

    def bump(self) -> None:
        """Begins a new generation: something happened that the bot has to look at."""
        self._generations.ring()

    def expect(self, update_id: int | None) -> None:
        """From now on the bot is idle only once it has finished this update (None: no update at all)."""
        self._awaited = update_id
        self._reports.ring()

    def confirm(self, update_id: int) -> None:
        """The bot told Telegram that it has everything up to this update."""
        self._confirmed = update_id

    def hold(self) -> None:
        """An update is on its way whose number says nothing: sent twice, or the numbering restarted.

        The world is not idle before `release`.
        """
        self._held += 1

    def release(self) -> None:
        """Such an update was confirmed; a new generation asks the bot for a fresh report."""
        self._held -= 1
        self.bump()

    # --- whoever pushes -----------------------------------------------------------------------

    async def until_idle(self, timeout: float | None = None) -> None:
        """Returns once the world is idle; raises `StillBusy` after `timeout` (default: the patience) real seconds."""
        end = time.monotonic() + (self.patience if timeout is None else timeout)
        while not self.idle:
            await self._next_report(end)

    async def advance_to(self, moment: datetime) -> None:
        """Moves time to `moment`, stopping at every due moment on the way; returns in an idle world.

        Never moves backwards: a moment in the past only waits until the bot is idle.
        """
        async with self._pushing:
            await self._advance(_aware(moment))

    async def next_event(self) -> bool:
        """Moves to the bot's next due moment; False (and no move) when it has none."""
        async with self._pushing:
            await self._settle()
            if self.next_due is None:
                return False
            await self._advance(self.next_due)
            return True

    def jump(self, moment: datetime) -> None:
        """Moves time at once, asking nobody: for a bot that is down or was never there."""
        self._now = max(self._now, _aware(moment))
        self.bump()

    async def _advance(self, moment: datetime) -> None:
        await self._settle()
        while self._now < moment:
            due = self.next_due
            self.jump(moment if due is None else min(due, moment))
            await self._settle()

    async def _settle(self) -> None:
        """Waits for an idle bot with nothing due; one that says it is idle with work due is asked again."""
        end = time.monotonic() + self.patience
        while not self.idle or (self.next_due is not None and self.next_due <= self._now):
            await self._next_report(end)

    async def _next_report(self, end: float) -> None:
        left = end - time.monotonic()
        if left <= 0:
            raise StillBusy(self._missing())
        await self._reports.wait(self._reports.count, left)

    def _missing(self) -> str:
        wanted = f"generation {self.seq}" + ("" if self._awaited is None else f", update {self._awaited} finished")
        if self._held:
            wanted += f", {self._held} repeated update(s) confirmed"
        report = self._report
        if report is None:
            return f"the bot never reported; waited for {wanted}"
        due = report.next_due.isoformat() if report.next_due else "nothing"
        heard = f"generation {report.seq}, update {report.handled} finished, due next: {due}"
        return f"the bot is not idle at {self._now.isoformat()}: waited for {wanted}; it last said {heard}"


def _aware(moment: datetime) -> datetime:
    """The moment in UTC; a naive one is a mistake of the caller."""
    if moment.tzinfo is None:
        raise ValueError(f"a moment needs a time zone: {moment.isoformat()}")
    return moment.astimezone(UTC)
