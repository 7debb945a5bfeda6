"""No bot for an hour, a day, a week, forty days: what still counts comes once, the rest is written down as expired.

The bot is stopped and started again on its file. A checker apart from it looks through all that people saw, and the
log is looked through for every wake that became due meanwhile.
"""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from story import SANNE, ZONE
from test_resend import away
from test_restart import Mortal, mortal, rows
from test_time import accounted, begun, client, mark
from test_transcripts import first_day, plan, welcome

from simulator.checker import Counts, Facts, Kept, check
from simulator.faults import Fault
from state_machines.events import ConsultSet, Woke

DOWN = (1, 25, 8 * 24, 40 * 24)
#: When it stops: before the check-in, while one is open and its nudge is set, at night before a step is due.
STOPS = ("2026-12-01 16:00", "2026-12-01 16:45", "2026-12-06 23:30")


def checked(story: Mortal) -> Counts:
    """What the checker counts in everything that Sanne saw."""
    now, file, tally = story.telegram.clock.now, client(story), story.opened.views.tally()
    with story.opened.batch():
        overdue = len(story.opened.due(now, limit=10_000).wakes)
    plans = tuple(version.digest() for version in file.versions)
    sanne = Facts(
        name="Sanne", chat=SANNE, zones=(), quiet=(file.quiet.start, file.quiet.end), registered=plans, versions=plans
    )
    kept = Kept(ended=tally.ended, letters=tally.letters, overdue=overdue, unexplained=tally.unexplained)
    return check(story.telegram.ledger, [sanne], kept)


def late(story: Mortal, since: datetime, until: datetime) -> list[Woke]:
    """The wakes of Sanne's file that came too late to be of use, by its log."""
    woken = [row for row in rows(story) if isinstance(row.event, Woke) and since <= row.at <= until]
    expired = [row for row in woken if isinstance(row.event, Woke) and row.event.expired]
    assert [row.said for row in expired if {"week.step", "agenda.reminder"} & set(row.said)] == []
    assert all(row.reason for row in woken if not row.said), "neither said nor a reason"
    return [row.event for row in expired if isinstance(row.event, Woke)]


@pytest.mark.parametrize("hours", DOWN)
async def test_after_downtime_only_what_still_counts_is_said(hours: int, tmp_path: Path) -> None:
    """Back again: at most today's prompt, the current step and one word about what may have got lost."""
    await down(tmp_path / "trede.db", hours, STOPS[1])


@pytest.mark.long
@pytest.mark.parametrize("stops", STOPS)
@pytest.mark.parametrize("hours", [*DOWN, 3, 12, 23, 24, 26, 48, 72, 7 * 24, 20 * 24, 90 * 24])
async def test_whenever_it_stops_only_what_still_counts_is_said(hours: int, stops: str, tmp_path: Path) -> None:
    """More lengths and moments: the night, the morning of a step, the end of the plan and after it."""
    await down(tmp_path / "trede.db", hours, stops)


async def down(path: Path, hours: int, stops: str) -> None:
    """Stopped at this moment, back so many hours later: the checker and the log are asked."""
    async with mortal(path, restarting=False) as story:
        await first_day(story)
        await story.until(stops)
        gone = story.telegram.clock.now
        since = await away(story, hours)
        back = story.telegram.clock.now
        names = [name for name, _ in begun(story, since)]
        assert len(names) == len(set(names)) <= 2
        assert set(names) <= {"prompt", "step", "end", *(("nudge",) if back.date() == gone.date() else ())}
        for row in story.telegram.ledger.after(since, SANNE):
            assert row.what != "sent" or 8 <= row.at.astimezone(ZONE).hour < 21
        expired = late(story, gone, back)
        if hours > 24:
            assert {event.kind for event in expired} & {"checkin", "nudge"}
        await story.stage.advance_to(back + timedelta(days=3))
        counts = checked(story)
        assert counts.right, counts.findings
        assert counts.most_begun_in_a_day <= 2
        accounted(story)


@pytest.mark.parametrize(("hours", "prompts"), [(1, 1), (4, 1), (25, 1), (49, 1)])
async def test_of_several_missed_days_only_todays_prompt_comes(hours: int, prompts: int, tmp_path: Path) -> None:
    """Stopped just before the check-in of Tuesday: back on the same or a later day, one prompt, that of the day."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await story.until("2026-12-01 16:29")
        since = await away(story, hours)
        found = [moment for name, moment in begun(story, since) if name == "prompt"]
        assert found == [f"{story.now:%a %d %H:%M}"] * prompts


# --- back in the quiet hours --------------------------------------------------------------------------------------


async def test_what_waited_for_a_morning_that_nobody_was_there_for_waits_for_the_next(tmp_path: Path) -> None:
    """Told at night for eight o'clock; the bot comes back at ten in the evening: it comes the next morning."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await story.until("2026-12-01 22:00")
        with story.opened.batch():
            now = story.telegram.clock.now
            story.stage.app.door.act(
                client(story).id, ConsultSet(at=now, number=1, when=now + timedelta(days=7)), role="coach"
            )
        since = await away(story, 24)
        await story.stage.advance_to(story.telegram.clock.now + timedelta(hours=12))
        heard = [row.at for row in story.telegram.ledger.after(since, SANNE) if "consult" in row.text]
        assert [f"{at.astimezone(ZONE):%a %d %H:%M}" for at in heard] == ["Thu 03 08:00"]
        accounted(story)


async def test_a_step_that_found_no_line_all_day_does_not_come_at_night(tmp_path: Path) -> None:
    """Tried from nine in the morning on; the line is back at ten in the evening: it comes the next morning, once."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await plan(story)
        story.telegram.faults.add(Fault(method="sendMessage", kind="429", chat_id=SANNE, times=None, retry_after=3000))
        await story.until("2026-11-30 22:00")
        since = mark(story)
        story.telegram.faults.clear()
        await story.until("2026-12-01 08:30")
        assert [moment for name, moment in begun(story, since) if name == "step"] == ["Tue 01 08:00"]


async def test_what_somebody_does_at_night_is_answered_at_night(tmp_path: Path) -> None:
    """Also while something from the day waits for the morning, and for the first time after two tries."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await plan(story)
        story.telegram.faults.add(Fault(method="sendMessage", kind="429", chat_id=SANNE, times=None, retry_after=3000))
        await story.until("2026-11-30 22:00")
        since = mark(story)
        story.telegram.faults.clear()
        await story.pass_to(story.telegram.clock.now + timedelta(hours=1))
        story.telegram.faults.add(Fault(method="sendMessage", kind="429", chat_id=SANNE, times=2, retry_after=1))
        await story.sanne.says("gewandeld")
        await story.pass_to(story.telegram.clock.now + timedelta(seconds=10))
        assert [row.text for row in story.telegram.ledger.after(since, SANNE) if "dagboek" in row.text]
