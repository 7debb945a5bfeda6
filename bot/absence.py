"""How long nobody asked Telegram for updates. It keeps them for 24 hours: after a longer absence people send again.

What counts is the time between two polls that were answered, whether the bot was down or the line. The moment is kept
in the store now and then, with a commit of its own; a store that is out holds up nothing here.
"""

import contextlib
from datetime import datetime, timedelta

import structlog

from bot import logs
from bot.clock import Clock
from bot.queue import Queue
from bot.turn import Door
from state_machines import resending
from state_machines.events import Woke
from storage.open import Opened
from storage.port import StoreBroken, StoreBusy

log = structlog.get_logger()
#: An hour less than Telegram keeps updates: a poll may last, and the moment is kept every few minutes only.
LOST_AFTER = timedelta(hours=23)
NOTED_EVERY = timedelta(minutes=10)


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
        """A poll was answered, and what came with it is kept. Asks people to send again if it is the first in a day."""
        with contextlib.suppress(StoreBroken, StoreBusy):
            now = self._clock.now()
            first = self._answered is None
            since = self._opened.upkeep.polled() if first else self._since
            if since is not None and now - since > LOST_AFTER:
                await self._ask(since, now)
            elif self._noted is None or abs(now - self._noted) >= NOTED_EVERY:
                await self._queue.do(lambda: self._opened.upkeep.note_poll(now), quiet=True)
                self._noted = now
            self._since, self._answered = None, now

    async def _ask(self, since: datetime, now: datetime) -> None:
        """Everybody, and the moment of this poll, in one transaction: nobody is asked twice, nobody left out."""
        files = [(file.id, file.today(now)) for file in self._opened.views.files() if file.chat is not None]

        def ask_all() -> None:
            for file, day in files:
                try:
                    with self._opened.batch():
                        self._door.act(file, Woke(at=now, kind=resending.KIND, day=day))
                except (StoreBroken, StoreBusy):
                    raise
                except Exception as error:  # one person's file keeps nobody else from being asked
                    log.error("absence.not_asked", error=logs.where(error))
            self._opened.upkeep.note_poll(now)

        await self._queue.do(ask_all)
        self._noted = now
        log.warning("absence.asked", hours=round((now - since) / timedelta(hours=1), 1), files=len(files))
