"""The computer's clock is wrong for a while, or is set right: nothing comes twice, nothing is lost, nothing hangs.

The bot's clock is the world's plus an error that jumps; what people see has the world's time.
"""

import json
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from story import MONDAY, TOKEN, Story, fixed_fresh
from test_time import accounted, begun, client, kind, mark, sent
from test_transcripts import plan, sanne_taps, welcome

from bot.stage import Files, Stage
from simulator.clock import VirtualClock
from simulator.telegram import Telegram
from storage.open import open_memory

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
JUMPS = (HOUR, -HOUR, DAY, -DAY, timedelta(seconds=10), timedelta(seconds=-10))


class Skewed(Story):
    """A story whose bot has a clock of its own: the world's and an error."""

    error = timedelta(0)

    def jump(self, by: timedelta) -> None:
        """The computer's clock is set: ahead, or back."""
        self.error += by

    async def pass_by(self, how_long: timedelta) -> None:
        """Let the world's time pass, with the bot awake at every moment that is due by its own clock."""
        end = self.telegram.clock.now + how_long
        while self.telegram.clock.now < end:
            due = await self.stage.settle()
            here = None if due is None else due - self.error
            now = self.telegram.clock.now
            self.telegram.clock.jump(end if here is None else min(max(here, now), end))
        await self.stage.settle()
        assert self.stage.app.gateway.stumbles == 0


@asynccontextmanager
async def skewed() -> AsyncIterator[Skewed]:
    """A story on a Monday at eight, with a clock that can be set."""
    clock = VirtualClock(MONDAY.astimezone(UTC))
    telegram, store = Telegram(TOKEN, clock), open_memory()
    story: Skewed

    async def call(method: str, parameters: Mapping[str, object], files: Files) -> tuple[int, bytes]:
        reply = await telegram.call(method, parameters, files)
        return reply.status, json.dumps(reply.body).encode()

    def now() -> datetime:
        return clock.now + story.error

    stage = Stage(store, call, now=now, jump=clock.jump, token=TOKEN, fresh=fixed_fresh())
    story = Skewed(stage, telegram, store, "nl")
    await stage.start()
    try:
        await story.coach_joins()
        yield story
    finally:
        await stage.stop()
        store.close()


def prompts(story: Story, since: int = 0) -> Counter[str]:
    """How often the check-in of which date was begun, by the buttons under it."""
    found: Counter[str] = Counter()
    for row in sent(story, since):
        data = [button.data or "" for line in row.buttons for button in line]
        if kind(row) == "prompt":
            found[next(each.split(":")[1] for each in data if each.startswith("a:"))] += 1
    return found


async def jumped(at: float, by: timedelta, *, back: bool, days: float = 3.5) -> None:
    """Set by so much, so many hours after eight on Monday; set right again two hours later, or not."""
    async with skewed() as story:
        await welcome(story)
        await plan(story)
        await story.pass_by(at * HOUR)
        story.jump(by)
        await story.pass_by(2 * HOUR)
        if back:
            story.jump(-by)
        await story.pass_by(days * DAY)
        asked = prompts(story)
        assert max(asked.values()) == 1
        assert ("20261201" if (by == -DAY and not back) or days < 3 else "20261203") in asked
        assert Counter(name for name, _ in begun(story))["step"] == 1
        accounted(story)


@pytest.mark.parametrize("back", [True, False])
@pytest.mark.parametrize("by", JUMPS)
async def test_a_jump_of_the_clock_brings_no_check_in_twice_and_stops_none(by: timedelta, back: bool) -> None:
    """Ahead or back by seconds to a day, three minutes before the check-in."""
    await jumped(8.45, by, back=back, days=2)


@pytest.mark.long
@pytest.mark.parametrize("back", [True, False])
@pytest.mark.parametrize("by", JUMPS)
@pytest.mark.parametrize("at", [1, 6.6, 8.5, 8.55, 9.6, 14])
async def test_at_whatever_moment_the_clock_jumps_no_check_in_comes_twice(at: float, by: timedelta, back: bool) -> None:
    """In the morning, so that it lands at the check-in, right at and after it, in the quiet hours."""
    await jumped(at, by, back=back)


async def test_a_clock_that_is_forty_days_ahead_and_stays_there_counts_as_downtime() -> None:
    """Today's prompt and the current step at most; then a check-in a day again."""
    async with skewed() as story:
        await welcome(story)
        await plan(story)
        await story.pass_by(3 * DAY)
        since = mark(story)
        story.jump(40 * DAY)
        await story.stage.settle()
        assert len(begun(story, since)) <= 2
        await story.sanne.says("gewandeld")
        await story.pass_by(8 * DAY)
        assert max(prompts(story, since).values()) == 1
        accounted(story)


@pytest.mark.parametrize("back", [10, 3600])
async def test_a_clock_set_back_between_commit_and_send_loses_and_doubles_nothing(back: int) -> None:
    """The prompt is written down for half past four; before it is sent the clock says it is earlier."""
    async with skewed() as story:
        await welcome(story)
        await story.pass_by(8.25 * HOUR)
        story.telegram.clock.jump(story.telegram.clock.now + timedelta(minutes=15))
        await story.stage.app.ticker.tick()
        story.jump(timedelta(seconds=-back))
        await story.pass_by(3 * HOUR)
        assert sum(prompts(story).values()) == 1
        await sanne_taps(story, "7")
        assert client(story).day.number("energy") == 7
        accounted(story)
