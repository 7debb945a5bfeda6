"""The computer's clock is wrong for a while, or is set right: nothing comes twice, nothing is lost, nothing hangs.

The bot's clock is the world's plus an error that jumps; what people see has the world's time.
"""

import json
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from one_worker import OneWorker
from story import MONDAY, SANNE, TOKEN, Story, fixed_fresh
from test_time import accounted, begun, client, kind, mark, sent
from test_transcripts import plan, sanne_taps, welcome

from bot.stage import Files, Stage
from dialogues.prompt import Message
from simulator.clock import VirtualClock
from simulator.faults import Fault
from simulator.telegram import Telegram
from storage.open import open_memory
from storage.port import Letter, Turn

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
JUMPS = (HOUR, -HOUR, DAY, -DAY, timedelta(seconds=10), timedelta(seconds=-10))


class Skewed(Story):
    """A story whose bot has a clock of its own: the world's and an error."""

    error = timedelta(0)
    born: Callable[[], Stage]

    async def restart(self) -> None:
        """Stop in order, start anew on what is kept."""
        await self.stage.stop()
        self.stage = self.born()
        await self.stage.start()

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

    fresh = fixed_fresh()

    def born() -> Stage:
        return Stage(store, call, now=now, jump=clock.jump, token=TOKEN, fresh=fresh, workshop=OneWorker())

    story = Skewed(born(), telegram, store, "nl")
    story.born = born
    await story.stage.start()
    try:
        await story.coach_joins()
        yield story
    finally:
        await story.stage.stop()
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


@pytest.mark.parametrize("back", [HOUR, DAY])
async def test_what_is_tried_again_waits_no_longer_because_the_clock_was_set_back(back: timedelta) -> None:
    """Telegram asks the check-in to wait half a minute, and the clock is set back: it comes half a minute later."""
    async with skewed() as story:
        await welcome(story)
        await story.pass_by(8.4 * HOUR)
        since = mark(story)
        story.telegram.faults.add(Fault(method="sendMessage", kind="429", chat_id=SANNE, times=1, retry_after=30))
        await story.pass_by(0.1 * HOUR + timedelta(seconds=10))
        assert (story.telegram.faults.struck, begun(story, since)) == (1, [])
        story.jump(-back)
        await story.pass_by(timedelta(seconds=31))
        assert [name for name, _ in begun(story, since)] == ["prompt"]


@pytest.mark.parametrize("ahead", [14 * HOUR, DAY + 14 * HOUR])
async def test_what_a_wrong_clock_put_off_to_a_morning_comes_by_the_right_one(ahead: timedelta) -> None:
    """By a clock that is ahead it is night when a letter is tried again: set right, it comes within the minute."""
    async with skewed() as story:
        await welcome(story)
        now, file, since = story.telegram.clock.now, client(story), mark(story)
        body = Message(text="een bericht").to_json()
        letter = Letter(chat=SANNE, file=file.id, kind="reminder", body=body, not_before=now)
        story.telegram.faults.add(Fault(method="sendMessage", kind="429", chat_id=SANNE, times=1, retry_after=30))
        with story.opened.batch():
            story.opened.commit(Turn(at=now, before=None, after=None, letters=(letter,)))
        await story.pass_by(timedelta(seconds=10))
        story.jump(ahead)
        await story.pass_by(timedelta(minutes=1))
        assert (story.telegram.faults.struck, sent(story, since)) == (1, [])
        story.jump(-ahead)
        await story.pass_by(timedelta(minutes=1))
        assert [row.text for row in sent(story, since)] == ["een bericht"]


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
