"""How long nobody asked Telegram for updates. It keeps them for 24 hours: after a longer absence people send again.

What counts is the time between two polls that were answered, whether the bot was down or the line. The moment is kept
in the store now and then, with a commit of its own; a store that is out holds up nothing here.

A poll that was answered days ahead of now tells that the clock was wrong and is right again, also over a start.
"""

import contextlib
from collections.abc import Iterable
from datetime import datetime, timedelta

import structlog

from bot import logs
from bot.clock import Clock
from bot.queue import Queue
from bot.turn import Door
from state_machines import clock_right, resending
from state_machines.events import Woke
from state_machines.files import File
from storage.open import Opened
from storage.port import StoreBroken, StoreBusy
from storage.upkeep import PUT_BACK

log = structlog.get_logger()
#: An hour less than Telegram keeps updates: a poll may last, and the moment is kept every few minutes only.
LOST_AFTER = timedelta(hours=23)
NOTED_EVERY = timedelta(minutes=10)
#: The last poll is further ahead than this: the clock was ahead by days and was set right. One day mends itself.
WRONG_BY = timedelta(days=1)


class Absence:
    """What the gateway tells about its polls, and what follows from a long silence."""

    def __init__(self, opened: Opened, door: Door, queue: Queue, clock: Clock) -> None:
        self._opened, self._door, self._queue, self._clock = opened, door, queue, clock
        self._since: datetime | None = None
        self._answered: datetime | None = None
        self._noted: datetime | None = None

    def unanswered(self) -> None:
        """A poll got no answer: from the last one that did, nobody listens."""
        self._since = self._since or self._answered

    async def answered(self) -> None:
        """A poll was answered, and what came with it is kept. Asks people to send again if it is the first in a day, or
        the first after a backup was put back."""
        with contextlib.suppress(StoreBroken, StoreBusy):
            now = self._clock.now()
            first = self._answered is None
            last = self._opened.upkeep.polled() if first else self._answered
            since = last if first else self._since
            if last is not None and last - now > WRONG_BY:
                await self._to_all(clock_right.KIND, now, self._opened.views.files())
            elif since is not None and now - since > LOST_AFTER:
                kind = resending.RESTORED if since == PUT_BACK else resending.KIND
                await self._to_all(kind, now, (file for file in self._opened.views.files() if file.chat is not None))
            elif self._noted is None or abs(now - self._noted) >= NOTED_EVERY:
                await self._queue.do(lambda: self._opened.upkeep.note_poll(now), quiet=True)
                self._noted = now
            self._since, self._answered = None, now

    async def _to_all(self, kind: str, now: datetime, whom: Iterable[File]) -> None:
        """Wake all these, and note this poll, in one transaction: nobody is asked twice, nobody left out."""
        files = [(file.id, file.today(now)) for file in whom]

        def wake_all() -> None:
            for file, day in files:
                try:
                    with self._opened.batch():
                        self._door.act(file, Woke(at=now, kind=kind, day=day))
                except (StoreBroken, StoreBusy):
                    raise
                except Exception as error:  # one person's file keeps nobody else from being asked
                    log.error("absence.not_told", error=logs.where(error))
            if kind == clock_right.KIND:
                self._opened.upkeep.set_right(now)
            self._opened.upkeep.note_poll(now)

        await self._queue.do(wake_all)
        self._noted = now
        log.warning("absence.told", why=kind, files=len(files))
