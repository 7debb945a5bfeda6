"""The clock's hand: takes due wakes through the door, and sleeps to the next one."""

import asyncio
from datetime import date, datetime, timedelta

import structlog

from bot import logs
from bot.clock import Clock, first_of, ticks
from bot.queue import Queue
from bot.turn import Door
from storage.port import OUT, Due, DueWake, StoreBroken, StoreBusy, StoreLost

log = structlog.get_logger()
STORE_PAUSE_SECONDS = 5.0
MOST_DUE = 64


Key = tuple[str, str, date, int]


def _key(wake: DueWake) -> Key:
    return wake.file, wake.kind, wake.day, wake.number


class Ticker:
    """Wakes whatever is due. One bad row never stops the clock: it is logged and tried again a minute later."""

    RETRY = timedelta(minutes=1)

    def __init__(self, door: Door, queue: Queue, clock: Clock) -> None:
        self._door, self._queue, self._clock = door, queue, clock
        self._bell = asyncio.Event()
        self._pass = asyncio.Lock()
        self._bad: dict[Key, datetime] = {}
        self.passed: float | None = None
        self.next: datetime | None = None
        queue.after_commit(self._bell.set)

    async def tick(self) -> int:
        """Wake everything that is due now; how many there were."""
        return (await self.wake_all())[0]

    async def wake_all(self) -> tuple[int, datetime | None]:
        """Wake everything that is due: how many there were, and the moment of what comes next."""
        async with self._pass:
            count, woken = 0, set[Key]()
            while True:
                now = self._clock.now()
                due = await self._due(now)
                self._set_aside([wake for wake in due.wakes if _key(wake) in woken], now)
                wakes = [wake for wake in due.wakes if not self._is_bad(wake, now)]
                woken |= {_key(wake) for wake in wakes}
                if not wakes:
                    return count, self._next(due)
                count += len(wakes)
                await asyncio.gather(*(self._wake(wake, now) for wake in wakes))

    async def next_due(self) -> datetime | None:
        """The moment of the first wake that isn't due yet, or at which a bad row is tried again."""
        return self._next(await self._due(self._clock.now()))

    def _next(self, due: Due) -> datetime | None:
        again = [self._bad[_key(wake)] + self.RETRY for wake in due.wakes if _key(wake) in self._bad]
        return min([*again, due.next] if due.next else again, default=None)

    async def _due(self, now: datetime) -> Due:
        """What is due now. Bad rows are asked for on top, so that many of them don't hide the others."""
        self._bad = {key: since for key, since in self._bad.items() if self._lately(since, now)}
        most = MOST_DUE + len(self._bad)
        return await self._queue.do(lambda: self._door.store.due(now, most), quiet=True)

    async def run(self) -> None:
        """Tick, sleep to the next due moment or until something new was kept, and again."""
        while True:
            self._bell.clear()
            try:
                _, moment = await self.wake_all()
                self.passed, self.next = ticks(), moment
            except StoreLost:
                raise
            except (StoreBroken, StoreBusy) as error:
                log.error("clock.store", error=type(error).__name__)
                await asyncio.sleep(STORE_PAUSE_SECONDS)
                continue
            if not self._bell.is_set():
                await first_of(self._bell.wait(), self._clock.sleep_until(moment))

    async def _wake(self, wake: DueWake, now: datetime) -> None:
        key = _key(wake)
        try:
            await self._queue.do(lambda: self._door.wake(wake, now))
            self._bad.pop(key, None)
        except OUT:
            raise  # no bad row: all wait until the store is back
        except Exception as error:
            self._bad[key] = now
            log.error("clock.wake_failed", kind=wake.kind, error=logs.where(error))

    def _set_aside(self, again: list[DueWake], now: datetime) -> None:
        """A wake that is due again at the moment it was woken would keep the clock busy for ever."""
        for wake in again:
            if not self._is_bad(wake, now):
                self._bad[_key(wake)] = now
                log.error("clock.wake_returns", kind=wake.kind)

    def _is_bad(self, wake: DueWake, now: datetime) -> bool:
        since = self._bad.get(_key(wake))
        return since is not None and self._lately(since, now)

    def _lately(self, since: datetime, now: datetime) -> bool:
        """Whether it is less than a minute ago. What lies ahead doesn't count: the clock was set back."""
        return since <= now < since + self.RETRY
