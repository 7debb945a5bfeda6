"""After more than 23 hours in which nobody polled, people are asked once to send again: Telegram keeps it for 24."""

from datetime import timedelta
from pathlib import Path

import pytest
from story import JOOST, SANNE, ZONE
from test_restart import Mortal, mortal, rows
from test_time import accounted, begun, changed, kind, mark, sent
from test_transcripts import first_day, plan, sanne_taps, welcome

from simulator.ledger import Seen
from state_machines.events import Woke

ASKED, ASKED_COACH = "Ik was meer dan een dag onbereikbaar", "Trede was meer dan een dag onbereikbaar"


async def away(story: Mortal, hours: float) -> int:
    """Stopped, and started again so many hours later; the place in the ledger at which it is back."""
    await story.stage.stop()
    story.opened.close()
    story.telegram.clock.jump(story.telegram.clock.now + timedelta(hours=hours))
    since = mark(story)
    story.stage, story.opened = story._born(story.telegram), story._opened
    await story.stage.start()
    await story.settle()
    return since


def asked(story: Mortal, since: int = 0, chat: int = SANNE) -> list[Seen]:
    """The messages that ask somebody to send again."""
    rows = story.telegram.ledger.after(since, chat)
    return [row for row in rows if row.what == "sent" and row.text.startswith((ASKED, ASKED_COACH))]


@pytest.mark.parametrize(("hours", "times"), [(1, 0), (22.5, 0), (23.5, 1), (25, 1), (8 * 24, 1), (40 * 24, 1)])
async def test_after_a_gap_of_more_than_23_hours_everybody_is_asked_once(
    hours: float, times: int, tmp_path: Path
) -> None:
    """Client and coach; not after a shorter one, and not again at the next starts."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await first_day(story)
        await story.until("2026-12-01 12:00")
        since = await away(story, hours)
        await story.restart()
        await story.stage.advance_to(story.telegram.clock.now + timedelta(hours=30))
        await story.restart()
        assert len(asked(story, since)) == times
        assert len(asked(story, since, JOOST)) == times
        accounted(story)


@pytest.mark.parametrize(("back", "heard"), [(18, "08:00"), (21.5, "09:30")])
async def test_nobody_is_asked_in_the_quiet_hours(back: float, heard: str, tmp_path: Path) -> None:
    """Back at six in the morning: asked at eight, the coach too; back at half past nine: asked then."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await story.until("2026-12-01 12:00")
        since = await away(story, back + 24)
        await story.stage.advance_to(story.telegram.clock.now + timedelta(hours=6))
        for chat in (SANNE, JOOST):
            assert [f"{row.at.astimezone(ZONE):%H:%M}" for row in asked(story, since, chat)] == [heard]


@pytest.mark.parametrize(
    ("first_back", "then"),
    [
        (18, 24),  # back at six in two nights: two words would be due at eight
        (18, 27),  # the second time back at nine
        (18, 25.9),
    ],
)
@pytest.mark.parametrize("tick_first", [True, False])
async def test_two_absences_before_a_morning_are_one_question(
    first_back: float, then: float, tick_first: bool, tmp_path: Path
) -> None:
    """Whether the clock or the first poll comes first after the start: nobody hears the same twice."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await story.until("2026-12-01 12:00")
        since = await away(story, first_back + 24)
        await story.stage.stop()
        story.opened.close()
        story.telegram.clock.jump(story.telegram.clock.now + timedelta(hours=then))
        story.stage, story.opened = story._born(story.telegram), story._opened
        if tick_first:
            await story.stage.app.start()
            await story.stage.app.settle()
        await story.stage.start()
        await story.settle()
        await story.stage.advance_to(story.telegram.clock.now + timedelta(hours=40))
        assert len(asked(story, since)) == 1
        accounted(story)


async def test_it_is_one_of_the_two_messages_of_a_day(tmp_path: Path) -> None:
    """Back after eight days with a prompt and a step due: never a third message on a day, and none is lost (R39)."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await first_day(story)
        since = await away(story, 8 * 24)
        await story.stage.advance_to(story.telegram.clock.now + timedelta(hours=60))
        seen = [row.at.astimezone(ZONE).date() for row in asked(story, since)]
        days = seen + [row.at.astimezone(ZONE).date() for row in sent(story, since) if kind(row)]
        assert len(seen) == 1
        assert {"step", "prompt"} <= {name for name, _ in begun(story, since)}
        assert max(days.count(day) for day in days) <= 2
        accounted(story)


async def test_who_is_gone_or_not_there_yet_is_not_asked(tmp_path: Path) -> None:
    """A client who stopped, and one whose account isn't recognised yet."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await story.sanne.says("/stop")
        await sanne_taps(story, "stop")
        since = await away(story, 30)
        assert asked(story, since) == []
    async with mortal(tmp_path / "other.db", restarting=False) as story:
        await story.sanne.opens(await story.invite())
        since = await away(story, 30)
        assert asked(story, since) == []


async def test_not_in_the_day_after_a_safety_signal(tmp_path: Path) -> None:
    """The bot begins nothing then; it is asked when that day is over (R22)."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await story.until("2026-12-01 12:00")
        await story.sanne.says("ik wil niet meer leven")
        since = await away(story, 23.5)
        await story.stage.advance_to(story.telegram.clock.now + timedelta(hours=40))
        assert [f"{row.at.astimezone(ZONE):%d %H:%M}" for row in asked(story, since)] == ["02 12:00"]


async def test_a_weekend_without_a_word_is_no_gap_while_the_bot_polls(tmp_path: Path) -> None:
    """Nobody writes and nothing is due for days: the polls were answered all the same."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await changed(story, "d:1")
        since = mark(story)
        await story.until("2026-12-04 12:00")
        await story.restart()
        await story.until("2026-12-07 12:00")
        await story.restart()
        assert asked(story, since) == []


async def test_a_line_that_was_down_for_a_day_counts_as_much_as_a_bot_that_was(tmp_path: Path) -> None:
    """The bot ran on, its polls got no answer; a short failure is none."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        clock, absence = story.telegram.clock, story.stage.app.absence
        for hours, times in ((1, 0), (22, 0), (26, 1), (1, 1)):
            absence.unanswered()
            clock.jump(clock.now + timedelta(hours=hours / 2))
            absence.unanswered()
            clock.jump(clock.now + timedelta(hours=hours / 2))
            await absence.answered()
            await story.stage.advance_to(clock.now + timedelta(hours=13))
            assert len(asked(story)) == times, hours


async def test_being_asked_is_written_down_as_the_clocks_word(tmp_path: Path) -> None:
    """The log of the file tells that and when it was asked; the plan is untouched by it (R2)."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await plan(story)
        before = story.file()
        await story.until("2026-11-30 12:00")
        await away(story, 24)
        told = [row for row in rows(story) if isinstance(row.event, Woke) and row.event.kind == "resend"]
        assert [(row.actor, row.said) for row in told] == [("clock", ("resend",))]
        assert story.file().versions == before.versions
