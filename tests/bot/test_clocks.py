"""The two clocks: what they ask and tell a simulator, and how long they wait."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.clock import SimulatorClock, SystemClock, first_of, ticks

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
Told = tuple[int | None, datetime | None]


class Simulator:
    """The clock of a simulator, over HTTP: answers at once, or when the time moves; keeps what it is asked and told."""

    def __init__(self) -> None:
        self.now, self.seq = NOON, 4
        self.asked: list[dict[str, str]] = []
        self.told: list[dict[str, object]] = []
        self.moved = asyncio.Event()
        self.away = 0

    async def clock(self, request: web.Request) -> web.Response:
        """Like the real one: at once for who knows less than it does, else when something moves."""
        self.asked.append(dict(request.query))
        if self.away:
            self.away -= 1
            return web.Response(text="away", content_type="text/plain")
        if request.query["seq"] == str(self.seq):
            await self.moved.wait()
        self.moved.clear()
        return web.json_response({"now": self.now.isoformat(), "seq": self.seq})

    async def report(self, request: web.Request) -> web.Response:
        self.told.append(await request.json())
        return web.json_response({})

    def move(self, to: datetime) -> None:
        self.now, self.seq = to, self.seq + 1
        self.moved.set()


@asynccontextmanager
async def simulated() -> AsyncIterator[tuple[Simulator, SimulatorClock]]:
    simulator, app = Simulator(), web.Application()
    app.router.add_get("/sim/clock", simulator.clock)
    app.router.add_post("/sim/clock/report", simulator.report)
    async with TestServer(app) as server:
        clock = SimulatorClock(str(server.make_url("")).rstrip("/"))
        await clock.start()
        try:
            yield simulator, clock
        finally:
            await clock.stop()
            simulator.moved.set()


@asynccontextmanager
async def following(clock: SimulatorClock, states: list[Told], activity: asyncio.Event) -> AsyncIterator[None]:
    """The clock is followed; each time that it asks, the bot's state is the next of these, then the last again."""

    async def settle() -> Told:
        return states.pop(0) if len(states) > 1 else states[0]

    task = asyncio.create_task(clock.follow(settle, activity))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task}, timeout=2)


async def until(holds) -> None:  # type: ignore[no-untyped-def]
    """Soon; fails after two seconds."""
    async with asyncio.timeout(2):
        while not holds():
            await asyncio.sleep(0.005)


async def test_a_simulators_moment_is_asked_for_first_and_told_in_utc() -> None:
    """At once, whatever it was before; until then there is no time."""
    with pytest.raises(AssertionError, match="start the clock first"):
        SimulatorClock("http://127.0.0.1:9").now()
    async with simulated() as (simulator, clock):
        assert simulator.asked == [{"seq": "-1", "timeout": "0"}]
        assert clock.now() == NOON
        assert clock.now().tzinfo is UTC


async def test_who_sleeps_by_a_simulator_wakes_at_the_moment_and_not_before() -> None:
    """A moment that has come needs no wait; without a moment it takes until it is given up."""
    async with simulated() as (simulator, clock), following(clock, [(None, None)], asyncio.Event()):
        async with asyncio.timeout(1):
            await clock.sleep_until(NOON)
        sleeping = asyncio.create_task(clock.sleep_until(NOON + 60 * SECOND))
        for_ever = asyncio.create_task(clock.sleep_until(None))
        simulator.move(NOON + 59 * SECOND)
        await until(lambda: clock.now() == NOON + 59 * SECOND)
        await asyncio.sleep(0.02)
        assert not sleeping.done()
        simulator.move(NOON + 60 * SECOND)
        await until(sleeping.done)
        assert not for_ever.done()
        for_ever.cancel()


async def test_in_each_generation_it_is_told_once_that_the_bot_rests() -> None:
    """The last update, the next moment, and the number of the generation; then it waits for a change."""
    due = NOON + 60 * SECOND
    states: list[Told] = [(7, due)]
    async with simulated() as (simulator, clock), following(clock, states, asyncio.Event()):
        await until(lambda: simulator.told)
        assert simulator.told == [{"seq": 4, "handled": 7, "next": due.isoformat()}]
        await until(lambda: len(simulator.asked) == 2)
        assert simulator.asked[1] == {"seq": "4", "timeout": "25.0"}
        states[:] = [(None, None)]
        simulator.move(due)
        await until(lambda: len(simulator.told) == 2)
        assert simulator.told[1] == {"seq": 5, "handled": None, "next": None}
        assert clock.now() == due


async def test_what_changes_within_a_generation_is_told_and_what_stays_is_not() -> None:
    """Whenever something was kept or handled it looks again."""
    activity = asyncio.Event()
    async with simulated() as (simulator, clock), following(clock, [(1, None), (1, None), (2, None)], activity):
        await until(lambda: simulator.told)
        activity.set()
        await until(lambda: not activity.is_set())
        await asyncio.sleep(0.02)
        activity.set()
        await until(lambda: len(simulator.told) == 2)
        assert [report["handled"] for report in simulator.told] == [1, 2]


async def test_a_simulator_that_was_away_is_asked_again() -> None:
    """Half a second later, and the time goes on."""
    async with simulated() as (simulator, clock):
        simulator.away = 1
        async with following(clock, [(None, None)], asyncio.Event()):
            await until(lambda: len(simulator.asked) == 2)
            assert simulator.away == 0
            simulator.move(NOON + SECOND)
            await asyncio.sleep(0.2)
            assert len(simulator.asked) == 2
            await until(lambda: clock.now() == NOON + SECOND)


async def test_a_simulator_in_which_nothing_moves_is_not_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer may take as long as was asked for, and ten seconds more."""
    monkeypatch.setattr("bot.clock.POLL_SECONDS", 10.2)
    async with simulated() as (simulator, clock), following(clock, [(None, None)], asyncio.Event()):
        await until(lambda: len(simulator.asked) == 2)
        await asyncio.sleep(0.9)
        assert len(simulator.asked) == 2


async def test_the_computers_clock_waits_as_long_as_it_takes() -> None:
    """Not at all for what has come, a moment for what is near, for ever for nothing."""
    clock = SystemClock()
    assert abs(clock.now() - datetime.now(UTC)) < SECOND
    assert clock.now().tzinfo is UTC
    async with asyncio.timeout(1):
        await clock.sleep_until(clock.now() - SECOND)
        near = clock.now() + SECOND / 10
        await clock.sleep_until(near)
        assert clock.now() >= near
    waiting = asyncio.create_task(clock.sleep_until(None))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    waiting.cancel()


async def test_a_long_wait_is_cut_in_pieces_of_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a clock that is set ahead is noticed: the computer may have slept."""
    slept: list[float] = []
    clock, real = SystemClock(), asyncio.sleep

    async def jump(seconds: float) -> None:
        slept.append(seconds)
        await real(0)
        moments.append(moments[-1] + timedelta(seconds=seconds) if len(slept) < 3 else moments[-1] + 3600 * SECOND)

    moments = [NOON]
    monkeypatch.setattr(clock, "now", lambda: moments[-1])
    monkeypatch.setattr(asyncio, "sleep", jump)
    await clock.sleep_until(NOON + 600 * SECOND)
    assert slept == [60.0, 60.0, 60.0]
    moments[:], slept[:] = [NOON], []
    await clock.sleep_until(NOON + 90 * SECOND)
    assert slept == [60.0, 30.0]


async def test_the_first_of_some_waits_ends_the_others() -> None:
    """None of them is left behind."""
    ended: list[str] = []

    async def long() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("long")

    async with asyncio.timeout(1):
        await first_of(asyncio.sleep(0.01), long())
        await asyncio.sleep(0)
    assert ended == ["long"]


def test_ticks_only_go_on() -> None:
    """Seconds since some moment, by a count that nobody sets."""
    before = ticks()
    assert 0 <= ticks() - before < 5
