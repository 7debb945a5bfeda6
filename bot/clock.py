"""Two clocks: the system's, and a simulator's over HTTP (demo, simulation). Nothing else asks what time it is."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime
from typing import Any, Protocol

import aiohttp
import structlog

log = structlog.get_logger()
POLL_SECONDS = 25.0
#: The simulator isn't there just now.
AWAY = (aiohttp.ClientError, OSError, TimeoutError)
#: Bring everything to rest; the last update handled, and the next due moment.
Settle = Callable[[], Awaitable[tuple[int | None, datetime | None]]]


class Clock(Protocol):
    """What time it is (aware, UTC), and waiting for a moment."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

    async def sleep_until(self, moment: datetime | None) -> None:
        """Wait for a moment; without one, for as long as it takes to be cancelled. Sooner if the clock is set back."""


async def first_of(*waits: Coroutine[Any, Any, object]) -> None:
    """Until the first of these is done; the others are given up. A stop that comes meanwhile always comes through."""
    tasks = [asyncio.create_task(wait) for wait in waits]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()


def ticks() -> float:
    """Seconds by the machine's own count, the same for all its processes: how long ago, whoever sets the clock."""
    return time.monotonic()


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)

    async def sleep_until(self, moment: datetime | None) -> None:
        """Wait for a moment. Long waits are cut in pieces, so that a clock that is set is noticed: ahead, the moment
        may have come; back, what it is waited for may be due by another one, so the wait ends."""
        now = self.now()
        while moment is None or now < moment:
            before, left = now, 60.0 if moment is None else (moment - now).total_seconds()
            await asyncio.sleep(min(max(left, 0.0), 60.0))
            now = self.now()
            if moment is not None and now < before:
                return


class SimulatorClock:
    """A simulator's clock: long-polled over HTTP, and told when this bot is idle and when it is due next."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._now: datetime | None = None
        self._seq = -1
        self._moved = asyncio.Condition()
        self._session: aiohttp.ClientSession | None = None

    async def start(self) -> None:
        """Ask for the first moment."""
        self._session = aiohttp.ClientSession()
        await self._poll(timeout=0)

    async def stop(self) -> None:
        """Let go of the simulator."""
        if self._session:
            await self._session.close()

    def now(self) -> datetime:
        """The simulator's moment, aware, in UTC."""
        assert self._now is not None, "start the clock first"
        return self._now

    async def sleep_until(self, moment: datetime | None) -> None:
        """Wait until the simulator's time has come that far."""
        async with self._moved:
            await self._moved.wait_for(lambda: moment is not None and self.now() >= moment)

    async def follow(self, settle: Settle, activity: asyncio.Event) -> None:
        """Follow the simulator: in each generation settle everything, then report idle, last update, next moment."""
        while True:
            reporting = asyncio.create_task(self._report_when_idle(self._seq, settle, activity))
            try:
                await self._poll(timeout=POLL_SECONDS)
            except AWAY:
                log.warning("clock.simulator_away")
                await asyncio.sleep(0.5)
            finally:
                reporting.cancel()
                await asyncio.wait({reporting})  # awaiting itself, a stop of ours would look like the end of it
            error = None if reporting.cancelled() else reporting.exception()
            if error is not None and not isinstance(error, AWAY):
                raise error

    async def _report_when_idle(self, seq: int, settle: Settle, activity: asyncio.Event) -> None:
        """Report, and again whenever something more was kept or handled in the same generation."""
        told: tuple[int | None, datetime | None] | None = None
        while True:
            activity.clear()
            state = await settle()
            if state != told:
                await self._report(seq, *state)
                told = state
            await activity.wait()

    async def _report(self, seq: int, handled: int | None, due: datetime | None) -> None:
        assert self._session is not None
        report = {"seq": seq, "handled": handled, "next": due.isoformat() if due else None}
        async with self._session.post(f"{self._address}/sim/clock/report", json=report) as answer:
            await answer.read()

    async def _poll(self, timeout: float) -> None:
        assert self._session is not None
        query = {"seq": str(self._seq), "timeout": str(timeout)}
        limits = aiohttp.ClientTimeout(total=timeout + 10)
        async with self._session.get(f"{self._address}/sim/clock", params=query, timeout=limits) as answer:
            told = await answer.json()
        async with self._moved:
            self._now, self._seq = datetime.fromisoformat(told["now"]).astimezone(UTC), int(told["seq"])
            self._moved.notify_all()
