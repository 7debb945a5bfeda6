"""The clock's hand: one bad row never stops it, and nothing keeps it busy for ever."""

import asyncio
from datetime import date, datetime, timedelta

import pytest
from story import Story, on_stage
from test_transcripts import welcome

from bot.clock import SystemClock, first_of
from bot.stage import HandClock
from bot.ticker import MOST_DUE, Ticker
from bot.turn import Door
from state_machines.effects import Wake
from state_machines.events import NeedMet
from state_machines.files import Client
from storage.port import DueWake, Record, Turn

MONDAY = date(2026, 11, 30)
MINUTE = timedelta(minutes=1)


def client(story: Story) -> Client:
    """The client's file."""
    file = story.file()
    assert isinstance(file, Client)
    return file


def set_wakes(story: Story, *wakes: Wake) -> None:
    """Wakes as a turn of the client's leaves them."""
    now, file = story.telegram.clock.now, client(story)
    record = Record(event=NeedMet(at=now, kind="test"))
    with story.opened.batch():
        story.opened.commit(Turn(at=now, before=file, after=file, record=record, wakes=wakes))


def bad(story: Story, count: int = 1) -> tuple[Wake, ...]:
    """Rows of a kind that nobody knows: each raises when it is woken."""
    now = story.telegram.clock.now
    return tuple(Wake(kind="bogus", day=MONDAY, at=now, number=n) for n in range(count))


class Counting(Door):
    """A door that counts what it wakes; `deaf`: it hears nothing, so that every wake stays due."""

    deaf = False

    def __init__(self, story: Story) -> None:
        super().__init__(story.opened)
        self.woken: list[str] = []

    def wake(self, due: DueWake, now) -> None:  # type: ignore[no-untyped-def]
        self.woken.append(due.kind)
        if not self.deaf:
            super().wake(due, now)


def ticker_of(story: Story, door: Door) -> Ticker:
    """A clock's hand of its own, on the queue of the stage."""
    return Ticker(door, story.stage.app.queue, story.stage.app.clock)


async def test_a_bad_row_stops_nothing() -> None:
    """It fails at 8:00; the check-in of 16:30 comes at 16:30."""
    async with on_stage() as story:
        await welcome(story)
        set_wakes(story, *bad(story))
        await story.until("2026-11-30 16:30")
        assert "tijd voor je check-in" in story.sanne.last


async def test_a_bad_row_is_tried_again_a_minute_later() -> None:
    """Not sooner, and not only when something else happens; `next_due` says so."""
    async with on_stage() as story:
        await welcome(story)
        set_wakes(story, *bad(story))
        door = Counting(story)
        ticker, clock = ticker_of(story, door), story.telegram.clock
        began = clock.now
        for minutes in range(4):
            assert await ticker.tick() >= 1
            await ticker.tick()
            assert door.woken.count("bogus") == minutes + 1
            assert await ticker.next_due() == began + (minutes + 1) * MINUTE
            clock.jump(began + (minutes + 1) * MINUTE)


async def test_a_row_that_is_bad_no_more_is_forgotten() -> None:
    """Once it was taken back, the clock sleeps to the next real moment."""
    async with on_stage() as story:
        await welcome(story)
        set_wakes(story, *bad(story))
        ticker = ticker_of(story, Counting(story))
        await ticker.tick()
        set_wakes(story, Wake(kind="bogus", day=MONDAY, at=None))
        due = await ticker.next_due()
        assert due is not None
        assert due - story.telegram.clock.now > timedelta(minutes=5)


async def test_many_bad_rows_do_not_hide_the_others() -> None:
    """More than are asked for at once, all older than the check-in."""
    async with on_stage() as story:
        await welcome(story)
        await story.until("2026-11-30 16:28")
        set_wakes(story, *bad(story, 3 * MOST_DUE))
        await story.until("2026-11-30 16:30")
        assert "tijd voor je check-in" in story.sanne.last


async def test_a_wake_that_returns_is_set_aside() -> None:
    """One that is due again at the moment at which it was woken: once, then a minute of rest; the tick ends."""
    async with on_stage() as story:
        await welcome(story)
        now = story.telegram.clock.now
        set_wakes(story, Wake(kind="nudge", day=MONDAY, at=now), Wake(kind="snooze", day=MONDAY, at=now))
        door = Counting(story)
        door.deaf = True
        ticker = ticker_of(story, door)
        await ticker.tick()
        await ticker.tick()
        assert sorted(door.woken) == ["nudge", "snooze"]
        assert await ticker.next_due() == now + MINUTE


async def test_a_wake_of_a_file_that_is_gone_ends_with_that_reason() -> None:
    """Refused meanwhile: nothing is left that could be woken, and nothing fails."""
    async with on_stage() as story:
        await welcome(story)
        gone = client(story).id
        with story.opened.batch():
            story.opened.forget(gone, story.telegram.clock.now)
        due = DueWake(file=gone, kind="checkin", day=MONDAY, number=0, at=story.telegram.clock.now, expires=None)
        await story.stage.app.queue.do(lambda: story.stage.app.door.wake(due, story.telegram.clock.now))
        await story.until("2026-11-30 17:00")
        assert await story.stage.app.ticker.tick() == 0


class SetBack(SystemClock):
    """A computer's clock that is set back by an hour after it was looked at once."""

    looked = 0

    def now(self) -> datetime:
        """The present moment, and from the second look on an hour less."""
        self.looked += 1
        return super().now() - (timedelta(hours=1) if self.looked > 1 else timedelta(0))


async def test_a_wait_ends_when_the_clock_is_set_back() -> None:
    """What is waited for may be due by another moment now: whoever waits looks again, and not an hour later."""
    clock = SetBack()
    await asyncio.wait_for(clock.sleep_until(SystemClock().now() + timedelta(seconds=0.05)), timeout=2)
    assert clock.looked == 2


async def test_a_bad_row_is_tried_again_after_the_clock_was_set_back() -> None:
    """Tried by a clock that was ahead: it doesn't wait for that moment to come."""
    async with on_stage() as story:
        await welcome(story)
        set_wakes(story, *bad(story))
        app, right = story.stage.app, story.telegram.clock.now
        assert isinstance(app.clock, HandClock)
        app.clock.now = lambda: right + 5 * MINUTE
        assert await app.ticker.tick() == 1
        app.clock.now = lambda: right + MINUTE / 2
        assert await app.ticker.tick() == 1


@pytest.mark.parametrize("steps", range(12))
async def test_a_stop_comes_through_whenever_it_comes(steps: int) -> None:
    """Also at the very moment at which one wait is over and the other is given up: a bot that is stopped, stops."""

    async def busy() -> None:
        while True:
            bell = asyncio.Event()
            asyncio.get_running_loop().call_soon(bell.set)
            await first_of(bell.wait(), SystemClock().sleep_until(None))

    task = asyncio.create_task(busy())
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait({task}, timeout=5)
    assert task.cancelled()
