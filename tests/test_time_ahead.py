"""The computer's clock was ahead by days for a while and is set right: everything goes on by the right one.

While it is ahead the bot lives in that future. Afterwards nothing may wait for it: check-ins and step messages come
again, each step in its own week, and the plan is what people agreed.
"""

from datetime import timedelta

import pytest
from story import JOOST, ZONE
from test_time import accounted, begun, client, kind, mark, sent
from test_time_jumps import DAY, HOUR, Skewed, skewed
from test_transcripts import plan, sanne_taps, welcome

from state_machines.events import Woke

MINUTE = timedelta(minutes=1)


async def set_right(story: Skewed, ahead: timedelta, *, restart: bool = False) -> int:
    """The clock is set right while the bot runs, or while it doesn't; from where to look on."""
    since = mark(story)
    story.jump(-ahead)
    if restart:
        await story.restart()
    await story.settle()
    return since


def steps(story: Skewed, since: int) -> list[tuple[str, str]]:
    """On which days which week's step was sent."""
    found = [row for row in sent(story, since) if kind(row) == "step"]
    return [(f"{row.at.astimezone(ZONE):%m-%d}", row.text.split("Week ")[1].split(" ")[0]) for row in found]


async def ahead_and_right(ahead: timedelta, held: timedelta, *, restart: bool) -> None:
    """Ahead from Thursday morning on, for so long; then twelve days by the right clock."""
    async with skewed() as story:
        await welcome(story)
        await plan(story)
        await story.pass_by(3 * DAY)
        before = client(story)
        story.jump(ahead)
        await story.pass_by(held)
        since = await set_right(story, ahead, restart=restart)
        for _ in range(12):
            await story.sanne.says("gewandeld")
            await story.pass_by(DAY)
        after = client(story)
        assert (after.versions, after.agreed, after.ended, after.slow) == (before.versions, before.agreed, "", "")
        assert [each for each in steps(story, since) if each[0] > "12-06"] == [("12-07", "2"), ("12-14", "3")]
        asked = [moment for name, moment in begun(story, since) if name == "prompt"]
        assert len(asked) == len(set(asked)) >= 5
        assert {"Mon 07 16:30", "Tue 08 16:30", "Thu 10 16:30", "Fri 11 16:30"} <= set(asked)
        assert "end" not in {name for name, _ in begun(story, since)}
        assert all(8 <= row.at.astimezone(ZONE).hour < 21 for row in sent(story, since) if kind(row))
        assert after.day is not None
        assert after.day.date <= after.today(story.telegram.clock.now)
        accounted(story)


@pytest.mark.parametrize("restart", [False, True])
async def test_after_forty_days_ahead_check_ins_and_steps_come_again(restart: bool) -> None:
    """Forty days ahead the plan is over, and its end is said: set right after two hours, it runs on as agreed."""
    await ahead_and_right(40 * DAY, 2 * HOUR, restart=restart)


@pytest.mark.long
@pytest.mark.parametrize("restart", [False, True])
@pytest.mark.parametrize("held", [timedelta(minutes=1), 5 * HOUR, 26 * HOUR, 50 * HOUR])
@pytest.mark.parametrize("ahead", [2 * DAY, 7 * DAY, 10 * DAY + 3 * HOUR, 40 * DAY, 400 * DAY])
async def test_however_far_and_long_it_was_ahead_all_goes_on(ahead: timedelta, held: timedelta, restart: bool) -> None:
    """Days to a year, for a minute to two days."""
    await ahead_and_right(ahead, held, restart=restart)


async def test_a_signal_under_a_wrong_clock_is_alerted_on_and_holds_a_day() -> None:
    """Nobody waits forty days for the second alert; after 24 hours the bot begins again (R22)."""
    async with skewed() as story:
        await welcome(story)
        await story.pass_by(2 * DAY)
        story.jump(40 * DAY)
        await story.pass_by(HOUR)
        await story.sanne.says("ik wil niet meer leven")
        since = await set_right(story, 40 * DAY)
        await story.pass_by(11 * MINUTE)
        assert [row.at for row in story.telegram.ledger.after(since, JOOST) if "Sanne" in row.text]
        await story.pass_by(3 * DAY)
        assert [name for name, _ in begun(story, since)].count("prompt") >= 1


async def test_the_coach_gets_the_morning_summary_again() -> None:
    """The next is that of the next working day, and not the one that the wrong clock set."""
    async with skewed() as story:
        await welcome(story)
        await story.pass_by(2 * DAY)
        story.jump(40 * DAY)
        await story.pass_by(HOUR)
        await set_right(story, 40 * DAY)
        with story.opened.batch():
            coming = story.opened.due(story.telegram.clock.now + 2 * DAY).wakes
        assert "summary" in {wake.kind for wake in coming}


async def test_what_was_to_be_told_in_a_wrong_morning_is_told_in_the_next() -> None:
    """A letter that waits for a morning forty days ahead comes, and not in the night."""
    async with skewed() as story:
        await welcome(story)
        story.jump(40 * DAY + 13 * HOUR)
        await story.pass_by(MINUTE)
        await story.sanne.says("/stop")
        await sanne_taps(story, "stop")
        since = await set_right(story, 40 * DAY + 13 * HOUR)
        await story.pass_by(DAY)
        told = [row.at for row in story.telegram.ledger.after(since, JOOST) if "Sanne" in row.text]
        assert told
        assert all(8 <= at.astimezone(ZONE).hour < 21 for at in told)


async def test_a_check_in_that_was_answered_today_is_not_asked_again_today() -> None:
    """The day that the right clock had begun is the day again, with its answers."""
    async with skewed() as story:
        await welcome(story)
        await story.pass_by(8.6 * HOUR)
        await sanne_taps(story, "7")
        day = client(story).day
        story.jump(40 * DAY)
        await story.pass_by(MINUTE)
        since = await set_right(story, 40 * DAY)
        assert client(story).day == day
        await story.pass_by(3 * HOUR)
        assert "prompt" not in {name for name, _ in begun(story, since)}


async def test_a_clock_that_was_right_all_along_changes_nothing() -> None:
    """Days that pass, and a clock that is set by less than a day, wake nobody for this."""
    async with skewed() as story:
        await welcome(story)
        story.jump(DAY - HOUR)
        await story.pass_by(2 * HOUR)
        await set_right(story, DAY - HOUR)
        await story.pass_by(2 * DAY)
        rows = story.opened.views.own_events(client(story).id)
        assert [event for event in rows if isinstance(event, Woke) and event.kind == "clock_right"] == []
