"""Words that don't stay in the chat (R35): taken out once kept, if the client wants that; nothing else is."""

from datetime import UTC, timedelta
from pathlib import Path

from handover_stories import act
from story import SANNE, Story, on_stage
from test_transcripts import plan, sanne_taps, welcome
from tidy_stories import tidy_chat

from state_machines.events import TakenOver
from state_machines.files import Client
from storage.open import open_sqlite

ON = ("/instellingen", "Haal mijn woorden")


def typed(story: Story) -> list[str]:
    """What Sanne sees of what she typed."""
    return [bubble.text for bubble in story.sanne.person.screen if not bubble.from_bot]


def notes(story: Story) -> list[str]:
    file = story.file()
    assert isinstance(file, Client)
    assert file.day is not None
    return [note.text for note in story.opened.views.own_notes(file.id, file.day.date)]


async def switched_on(story: Story) -> None:
    await welcome(story)
    await story.sanne.says(ON[0])
    await story.sanne.taps(ON[1])


async def test_what_is_typed_is_kept_and_gone_from_the_chat() -> None:
    """Only from the moment that it is switched on, until it is switched off; numbers and commands stay."""
    async with on_stage() as story:
        await tidy_chat(story)
        left = typed(story)
        assert "Vanmorgen gewandeld met de hond." not in left
        assert {"Dit blijft staan.", "Dit blijft ook staan.", "6", "/dagboek"} <= set(left)
        assert notes(story) == ["Dit blijft staan.", "Vanmorgen gewandeld met de hond.", "Dit blijft ook staan."]


async def test_it_is_off_until_the_client_asks_for_it() -> None:
    """Nobody's words go from their own phone unasked."""
    async with on_stage() as story:
        await welcome(story)
        await story.sanne.says("gewandeld")
        assert "gewandeld" in typed(story)
        assert "Haal mijn woorden uit het gesprek" not in story.sanne.last


async def test_typed_answers_and_complaints_go_as_well() -> None:
    """Everything in the client's own words: an answer, a complaint, a name, a word for the physician."""
    async with on_stage() as story:
        await welcome(story)
        await plan(story)
        await story.sanne.says(ON[0])
        await story.sanne.taps(ON[1])
        await story.sanne.says("/klacht")
        await story.sanne.taps("Het kan wachten")
        await story.sanne.says("Mijn rug doet zeer")
        await story.until("2026-11-30 16:30")
        await sanne_taps(story, "6")
        await story.sanne.says("zwemmen")
        assert not {"Mijn rug doet zeer", "zwemmen"} & set(typed(story))


async def test_words_in_danger_stay_where_they_are() -> None:
    """The numbers come first and alone: nothing in that chat moves (R22)."""
    async with on_stage() as story:
        await switched_on(story)
        await story.sanne.says("ik wil niet meer leven")
        assert "ik wil niet meer leven" in typed(story)


async def test_what_is_said_to_a_person_stays() -> None:
    """A conversation that somebody has taken over isn't torn up under their hands."""
    async with on_stage() as story:
        await switched_on(story)
        taken = TakenOver(at=story.now.astimezone(UTC), by="p-joost", name="Joost", minutes=60)
        act(story, story.file().id, taken)
        await story.sanne.says("dag Joost")
        assert "dag Joost" in typed(story)
        assert "dag Joost" in story.joost.last


async def test_a_refusal_by_telegram_changes_nothing_else(tmp_path: Path) -> None:
    """The bot was away for three days: too old to take away. It is kept all the same, and no letter is left over."""
    async with on_stage(opened=open_sqlite(tmp_path / "trede.db")) as story:
        await switched_on(story)
        story.sanne.person.send("gewandeld")
        story.telegram.clock.jump(story.telegram.clock.now + timedelta(days=3))
        await story.settle()
        assert "gewandeld" in typed(story)
        assert "due" not in {state for _, state in story.opened.views.tally().letters}
        assert story.opened.upkeep.verify() == ()


async def test_no_trace_of_it_stays_in_the_outbox(tmp_path: Path) -> None:
    """The letter that took the words away holds numbers alone, and goes with them."""
    path = tmp_path / "trede.db"
    async with on_stage(opened=open_sqlite(path)) as story:
        await switched_on(story)
        await story.sanne.says("gewandeld")
        assert b'{"take_away":' not in b"".join(found.read_bytes() for found in tmp_path.iterdir())
        assert [row.what for row in story.telegram.ledger.after(0) if row.chat_id == SANNE].count("deleted") == 1
