"""Complaints in words on the real bot (R18): who reads what, and whatever happens in between."""

from datetime import date

import complaint_stories
import pytest
from complaint_stories import taps
from lag_stories import said, sanne, welcome
from story import SANNE, Story, on_stage

from storage.notes import Note

LONG_AGO = date(2026, 11, 1)


def notes(story: Story) -> tuple[Note, ...]:
    """Her own diary."""
    return story.opened.views.own_notes(sanne(story).id, LONG_AGO)


def joost_saw(story: Story, words: str) -> bool:
    """Whether words were ever on Joost's screen."""
    return any(words in bubble.text for bubble in story.joost.person.screen)


async def told(story: Story, words: str) -> None:
    """Welcomed, and something told that can wait."""
    await welcome(story)
    await story.sanne.says(said(story, "/klacht", "/complaint"))
    await taps(story, "it can wait")
    await story.sanne.says(words)


@pytest.mark.parametrize("choice", ["only write down", "discuss", "physician"])
async def test_the_coach_reads_a_complaint_only_when_the_client_chose_to_discuss_it(choice: str) -> None:
    """In the logbook, as an opened note; for a report the coach sees nothing of it (R20, R33)."""
    async with on_stage() as story:
        await told(story, "mijn schouder trekt")
        await story.sanne.says("los daarvan: mooi weer")
        label = {"physician": "Klaarzetten voor de bedrijfsarts"}.get(choice)
        await (story.sanne.taps(label) if label else taps(story, choice))
        await story.joost.says("/logboek")
        await story.joost.taps("Sanne")
        assert joost_saw(story, "mijn schouder trekt") == (choice == "discuss")
        assert [note.open for note in notes(story)] == [choice == "discuss"] * 2, "what is told in one go is one thing"
        assert story.opened.upkeep.verify() == ()


async def test_a_diary_line_after_it_stays_closed() -> None:
    """What was opened is what was told; the next line in the diary is the client's own again."""
    async with on_stage() as story:
        await told(story, "mijn schouder trekt")
        await taps(story, "discuss", "8")
        await story.sanne.says("dit is van mij")
        assert [(note.text, note.open) for note in notes(story)] == [
            ("mijn schouder trekt", True),
            ("dit is van mij", False),
        ]


async def test_the_client_can_close_it_again() -> None:
    """A note of the diary like any other: by its own number."""
    async with on_stage() as story:
        await told(story, "mijn schouder trekt")
        await taps(story, "discuss", "8")
        await story.sanne.says("/dagboek")
        await story.sanne.taps("ma 30 nov: Weer dichtdoen")
        assert [note.open for note in notes(story)] == [False]


async def test_danger_in_the_words_is_answered_first_and_alone() -> None:
    """The scan comes before everything (R22): no complaint is made of it, the words are kept."""
    async with on_stage() as story:
        await told(story, "ik wil niet meer leven")
        assert "113" in story.sanne.last
        assert [need.kind for need in sanne(story).needs] == ["safety"]
        assert sanne(story).complaints.told == ()
        assert [note.text for note in notes(story)] == ["ik wil niet meer leven"]
        await taps(story, "only write down")
        assert sanne(story).day.voiced  # type: ignore[union-attr]


async def test_whatever_comes_in_between_gets_a_kind_answer_and_loses_nothing() -> None:
    """A voice message, a photo, a command, a tap on what is settled: the words stand, and the choice still counts."""
    async with on_stage() as story:
        await told(story, "mijn schouder trekt")
        story.sanne.person.voice()
        await story.settle()
        assert "spraakberichten" in story.sanne.last
        await story.sanne.says("/plan")
        await taps(story, "discuss")
        assert "kan lezen wat je schreef" in "\n".join(bubble.text for bubble in story.sanne.person.screen)
        assert [note.open for note in notes(story)] == [True]
        assert story.opened.upkeep.verify() == ()


async def test_two_phones_tap_the_same_buttons() -> None:
    """Each tap is answered; the coach hears it once, one score stands, one note is kept."""
    async with on_stage() as story:
        await told(story, "mijn schouder trekt")
        bubble = story.sanne.person.screen[-1]
        discuss = next(b for row in bubble.buttons for b in row if b.label.startswith("Bespreken"))
        assert discuss.data is not None
        for _ in range(2):
            story.sanne.person.tap(bubble.message_id, discuss.data)
        await story.settle()
        assert len([b for b in story.joost.person.screen if "dwarszit" in b.text]) == 1
        await taps(story, "8")
        assert len(notes(story)) == 1


async def test_an_old_button_begins_anew_and_changes_nothing() -> None:
    """The next week: nothing of then is done, and the first question is there."""
    async with on_stage() as story:
        await told(story, "mijn schouder trekt")
        old = story.sanne.person.screen[-1]
        keep = next(b for row in old.buttons for b in row if b.label.startswith("Bespreken"))
        assert keep.data is not None
        await story.until("2026-12-03 12:00")
        story.sanne.person.tap(old.message_id, keep.data)
        await story.settle()
        assert "van een eerdere dag" in story.sanne.last
        assert "kan het wachten?" in story.sanne.last
        assert [note.open for note in notes(story)] == [False]
        assert not joost_saw(story, "dwarszit")


async def test_an_edited_message_corrects_the_words() -> None:
    """In the diary and, once discussed, in what the coach reads."""
    async with on_stage() as story:
        await told(story, "mijn schouwer trekt")
        typed = next(b for b in reversed(story.sanne.person.screen) if not b.from_bot)
        await story.sanne.edits(typed.message_id, "mijn schouder trekt")
        await taps(story, "discuss")
        assert [(note.text, note.open) for note in notes(story)] == [("mijn schouder trekt", True)]


async def test_with_buttons_only_it_works_without_a_word_typed() -> None:
    """Typing isn't kept; a choice is enough."""
    async with on_stage() as story:
        await welcome(story)
        await story.sanne.says("/instellingen")
        await story.sanne.taps("Alleen knoppen")
        await story.sanne.says("/klacht")
        await taps(story, "it can wait")
        await story.sanne.says("mijn schouder trekt")
        assert notes(story) == ()
        await taps(story, "discuss", "7")
        assert sanne(story).day.number("complaint") == 7  # type: ignore[union-attr]
        assert joost_saw(story, "dwarszit")


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_what_cant_wait_reaches_the_coach_at_once_without_a_word_of_what(language: str) -> None:
    """At night too: an alert isn't held back by anybody's quiet hours."""
    async with on_stage(language) as story:
        await welcome(story)
        await story.until("2026-12-01 03:00")
        await story.sanne.says(said(story, "/klacht", "/complaint"))
        await story.sanne.says(said(story, "mijn schouder trekt", "my shoulder is tense"))
        await taps(story, "it can't wait")
        assert said(story, "zocht hulp", "looked for help") in story.joost.last
        assert not joost_saw(story, said(story, "schouder", "shoulder"))
        assert "112" in story.sanne.last


async def test_an_ordinary_day_asks_nothing_of_it() -> None:
    """Who doesn't use it sees one button more at the complaints, and no question, no message, no wake."""
    async with on_stage() as story:
        await complaint_stories.an_ordinary_friday(story)
        file = sanne(story)
        assert file.complaints.state == "quiet"
        assert file.complaints.next_look is None
        shown = [row.text for row in story.telegram.ledger.after(0) if row.chat_id == SANNE]
        assert not any("kan het wachten" in text for text in shown)
