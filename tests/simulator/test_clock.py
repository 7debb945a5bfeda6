"""The clock protocol: time moves only when the bot is idle, and stops at every due moment."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest

from simulator.clock import StillBusy, VirtualClock
from simulator.telegram import Telegram

from .conftest import MONDAY

HOUR = timedelta(hours=1)


class TinyBot:
    """A bot in twenty lines: does what is due, answers every update after a little work, then reports."""

    def __init__(self, telegram: Telegram, due: list[datetime], work: float = 0.0) -> None:
        self.telegram, self.clock, self.due, self.work = telegram, telegram.clock, sorted(due), work
        self.done: list[tuple[datetime, datetime]] = []
        self.answered: list[int] = []
        self.handled: int | None = None

    def settle(self) -> None:
        while self.due and self.due[0] <= self.clock.now:
            self.done.append((self.due.pop(0), self.clock.now))
        self.clock.report(self.clock.seq, self.handled, self.due[0] if self.due else None)

    async def listen(self) -> None:
        seq = -1
        while True:
            seq = await self.clock.wait(seq, 5)
            self.settle()

    async def poll(self) -> None:
        offset = 0
        while True:
            reply = await self.telegram.call("getUpdates", {"offset": offset, "timeout": 5})
            for update in reply.body["result"]:
                await asyncio.sleep(self.work)
                self.answered.append(update["update_id"])
                self.handled, offset = update["update_id"], update["update_id"] + 1
            self.settle()

    @asynccontextmanager
    async def alive(self):
        tasks = [asyncio.create_task(self.listen()), asyncio.create_task(self.poll())]
        try:
            yield self
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def test_time_stops_at_every_due_moment(telegram):
    """Whatever the bot has due on the way, it does at exactly that moment."""
    due = [MONDAY + HOUR / 2, MONDAY + 3 * HOUR, MONDAY + 3 * HOUR, MONDAY + 9 * HOUR]
    async with TinyBot(telegram, due).alive() as bot:
        await telegram.clock.advance_to(MONDAY + 5 * HOUR)
    assert bot.done == [(moment, moment) for moment in due[:3]]
    assert telegram.clock.now == MONDAY + 5 * HOUR


async def test_next_event_moves_to_the_due_moment_and_no_further(telegram):
    """The next event is reached exactly; without one time stands still."""
    async with TinyBot(telegram, [MONDAY + 2 * HOUR]).alive() as bot:
        assert await telegram.clock.next_event() is True
        assert bot.done == [(MONDAY + 2 * HOUR, MONDAY + 2 * HOUR)]
        assert await telegram.clock.next_event() is False
    assert telegram.clock.now == MONDAY + 2 * HOUR


async def test_time_waits_for_an_update_that_is_still_being_handled(telegram):
    """A slow answer belongs to the moment of the question: time does not run ahead of it."""
    async with TinyBot(telegram, [], work=0.05).alive() as bot:
        update = telegram.join(1, "Sanne").send("hoi")
        await telegram.clock.advance_to(MONDAY + HOUR)
        assert bot.answered == [update]


async def test_time_waits_for_an_update_delivered_twice(telegram):
    """A repeated update has an old number, and still the world is not idle before it is confirmed."""
    async with TinyBot(telegram, [], work=0.05).alive() as bot:
        update = telegram.join(1, "Sanne").send("hoi")
        await telegram.clock.until_idle()
        telegram.resend(update)
        assert not telegram.clock.idle
        await telegram.clock.advance_to(MONDAY + HOUR)
        assert bot.answered == [update, update]


async def test_time_waits_after_the_numbering_restarted_lower(telegram):
    """A lower number after a quiet week is no sign that the update was handled."""
    sanne = telegram.join(1, "Sanne")
    async with TinyBot(telegram, [], work=0.03).alive() as bot:
        first = sanne.send("een")
        await telegram.clock.until_idle()
        telegram.restart_ids(17)
        assert sanne.send("twee") == 17
        await telegram.clock.until_idle()
        assert bot.answered == [first, 17]


async def test_a_restarted_bot_that_handled_nothing_is_idle_once_all_is_confirmed(telegram):
    """What an earlier run confirmed to Telegram needs no second handling."""
    update = telegram.join(1, "Sanne").send("hoi")
    await telegram.call("getUpdates", {})
    telegram.clock.report(telegram.clock.seq, None, None)
    assert not telegram.clock.idle
    await telegram.call("getUpdates", {"offset": update + 1})
    telegram.clock.report(telegram.clock.seq, None, None)
    assert telegram.clock.idle


async def test_a_thing_a_person_does_makes_an_old_report_worthless(telegram):
    """Idle as of yesterday is not idle."""
    telegram.clock.report(telegram.clock.seq, None, None)
    assert telegram.clock.idle
    telegram.join(1, "Sanne").send("hoi")
    assert not telegram.clock.idle


async def test_without_a_report_pushing_fails_and_says_what_was_missing():
    """A bot that never speaks up is named as the reason, after the patience set."""
    clock = VirtualClock(MONDAY, patience=0.05)
    with pytest.raises(StillBusy, match="never reported; waited for generation 0"):
        await clock.advance_to(MONDAY + HOUR)
    assert clock.now == MONDAY


async def test_idle_with_work_due_now_is_not_idle():
    """A report that names a moment already past is asked for again, and never moves time back."""
    clock = VirtualClock(MONDAY, patience=0.05)
    clock.report(0, None, MONDAY - HOUR)
    with pytest.raises(StillBusy, match="due next: 2026-11-30T06:00"):
        await clock.advance_to(MONDAY + HOUR)
    assert clock.now == MONDAY


async def test_two_pushes_at_once_are_done_one_after_the_other(telegram):
    """Nobody's push is lost and time never jumps over a due moment."""
    due = [MONDAY + n * HOUR for n in range(1, 9)]
    async with TinyBot(telegram, due).alive() as bot:
        goals = [MONDAY + 8 * HOUR, MONDAY + 4 * HOUR]
        await asyncio.gather(*(telegram.clock.advance_to(goal) for goal in goals))
    assert bot.done == [(moment, moment) for moment in due]


async def test_a_jump_asks_nobody():
    """While the bot is down time can pass; it never goes backwards."""
    clock = VirtualClock(MONDAY)
    clock.jump(MONDAY + HOUR)
    clock.jump(MONDAY)
    assert (clock.now, clock.seq) == (MONDAY + HOUR, 2)


def test_a_moment_without_a_zone_is_refused():
    """Naive datetimes are mistakes."""
    with pytest.raises(ValueError, match="time zone"):
        VirtualClock(datetime(2026, 11, 30))  # noqa: DTZ001


async def test_the_long_poll_answers_at_the_first_change(telegram):
    """Who waits for another generation hears of it at once, or after the time given."""
    seq = telegram.clock.seq
    assert await telegram.clock.wait(seq, 0.01) == seq
    waiting = asyncio.create_task(telegram.clock.wait(seq, 5))
    await asyncio.sleep(0)
    telegram.clock.bump()
    assert await asyncio.wait_for(waiting, 0.5) == seq + 1
