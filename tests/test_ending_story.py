"""The ends of a plan and hours noted, on the real bot over virtual weeks: the plan is the same all along (R2, R40)."""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import ending_stories
import lag_stories
import pytest
from lag_stories import said, sanne
from story import Story, on_stage

from dialogues import ending
from dialogues.preview_people import sanne as invented
from dialogues.prompt import Page
from dialogues.words import words
from state_machines.events import PlanAgreed
from state_machines.files import Answer, Day
from state_machines.plan_terms import Period
from state_machines.way import OwnWords, Way

AT = datetime(2026, 12, 1, 16, tzinfo=UTC)
HEAVY, LIGHT, UNKNOWN = date(2026, 12, 1), date(2026, 12, 3), date(2026, 12, 4)

ENDS: dict[str, tuple[Callable[[Story], Awaitable[None]], str]] = {
    "kept": (ending_stories.end_kept, "kept"),
    "keeping": (ending_stories.end_keeping, "kept"),
    "open": (ending_stories.end_open, ""),
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ENDS)
async def test_an_end_leaves_every_version_as_it_was_agreed(name: str, language: str) -> None:
    """The versions that are kept are those that Joost registered, and the chains hold."""
    play, end = ENDS[name]
    async with on_stage(language) as story:
        await play(story)
        file = sanne(story)
        assert file.ended == end
        events = story.opened.views.own_events(file.id)
        registered = [event.version.steps for event in events if isinstance(event, PlanAgreed)]
        assert [version.steps for version in file.versions] == registered
        assert story.opened.upkeep.verify() == ()


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_look_back_is_of_the_whole_way(language: str) -> None:
    """Where it began, what was named most, a sentence of her own: drawn from the log, for her eyes alone (R33)."""
    async with on_stage(language) as story:
        await ending_stories.end_kept(story)
        texts = [bubble.text for bubble in story.sanne.person.screen if bubble.from_bot]
        found = [text for text in texts if said(story, "je plan is rond", "your plan is complete") in text]
        assert len(found) == 1
        assert said(story, "30 november met 16 uur", "30 November with 16 hours") in found[0]
        assert said(story, "koffiepauze", "coffee break") in found[0]
        assert said(story, "zelf klanten gebeld", "Called clients myself") in found[0]
        assert {row.who for row in story.opened.views.accesses(sanne(story).id)} <= {"p-joost"}


HEAVY_WORDS = "Vandaag was het echt heel zwaar."
GRIM_WORDS = "Ik wil niet meer leven, het is klaar."
LIGHT_WORDS = "Vandaag zelf klanten gebeld."


def look_back(*notes: OwnWords) -> str:
    """The text of a look back with these notes: one heavy day, one light day, and one of which nothing is known."""
    scores = ((HEAVY, 6, 8), (LIGHT, 6, 4))
    days = tuple(
        Day(date=day)
        .keep(Answer(question="energy", at=AT, number=Decimal(energy)))
        .keep(Answer(question="complaint", at=AT, number=Decimal(complaint)))
        for day, energy, complaint in scores
    )
    page = Page(file=invented("nl"), values={}, words=words("nl"))
    return ending.kept(page, Way(days=days, notes=notes)).text


def test_words_of_a_heavy_day_or_of_danger_are_never_quoted() -> None:
    """The look back quotes a pleasant moment or a light day, or nothing at all."""
    never = ((HEAVY, HEAVY_WORDS), (UNKNOWN, HEAVY_WORDS), (LIGHT, GRIM_WORDS), (LIGHT, "hm"))
    notes = tuple(OwnWords(day=day, text=text) for day, text in never)
    assert "schreef" not in look_back(*notes)
    assert "“Vandaag zelf klanten gebeld”" in look_back(*notes, OwnWords(day=LIGHT, text=LIGHT_WORDS))


async def test_two_taps_note_the_hours_of_a_day() -> None:
    """From `/uren` to noted: the day, the hours."""
    async with on_stage() as story:
        await ending_stories.hours(story)
        rows = story.telegram.ledger.after(0)
        start = next(n for n, row in enumerate(rows) if row.what == "user_text" and row.text == "/uren")
        taps = []
        for row in rows[start:]:
            if row.what == "user_tap":
                taps.append(row)
            if "Genoteerd voor dinsdag 1 december: 4 uur gewerkt." in row.text:
                break
        assert len(taps) == 2
        kept = {day.date.isoformat(): day.number("hours") for day in sanne(story).days_since(date.min)}
        assert kept["2026-12-01"] == 4
        assert kept["2026-11-30"] is None
        assert kept["2026-12-02"] == Decimal("1.5")
        assert kept["2026-12-04"] == 3


async def test_an_edited_message_corrects_the_hours_it_had_become() -> None:
    """As with every typed answer; the day is the one that was asked about."""
    async with on_stage() as story:
        await lag_stories.welcome(story)
        await ending_stories.agree(story, ending_stories.agreed_plan(story, Period(weeks=4, hours=Decimal(16))))
        await story.until("2026-12-03 12:00")
        await story.sanne.says("/uren")
        await story.sanne.taps("di 1 dec")
        await story.sanne.says("3")
        typed = next(b for b in reversed(story.sanne.person.screen) if not b.from_bot)
        await story.sanne.edits(typed.message_id, "2,5")
        day = next(day for day in sanne(story).window if day.date == date(2026, 12, 1))
        assert day.number("hours") == Decimal("2.5")
        await story.sanne.edits(typed.message_id, "toch maar niet")
        assert [day.number("hours") for day in sanne(story).window if day.date == date(2026, 12, 1)] == [Decimal("2.5")]
