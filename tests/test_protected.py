"""Nothing about a client can be forwarded from a professional's chat (R35); a client's own messages are their own."""

from handover_stories import act
from story import Story, on_stage
from test_transcripts import sanne_taps, welcome

from bot.drawing import DESK_RECIPES
from state_machines.events import TakenOver

DIARY = "Ik heb vanmorgen gewandeld."


async def looked_at(story: Story) -> None:
    """Joost looks at everything that there is to look at."""
    await story.joost.says("/clienten")
    await story.joost.says("/logboek")
    await story.joost.taps("Sanne")


def shown(story: Story, *words: str) -> list[bool]:
    """Whether the messages at Joost's that hold one of these words are protected."""
    return [
        bubble.protected
        for bubble in story.joost.person.screen
        if bubble.from_bot and any(word in bubble.text for word in words)
    ]


async def test_what_a_coach_sees_of_a_client_cannot_be_forwarded() -> None:
    """The overview, the logbook, the summary of the morning, and what a client writes to them in person."""
    async with on_stage() as story:
        await welcome(story)
        await story.sanne.taps("Laat Joost mij bellen")
        await story.sanne.says(DIARY)
        await sanne_taps(story, "open note")
        await looked_at(story)
        for words in (DIARY, "vraagt of je belt"):
            assert shown(story, words)
            assert all(shown(story, words))
        assert all(shown(story, "Logboek van", "cliënten:"))
        await story.until("2026-12-01 08:30")
        mornings = shown(story, "Hier ben jij nodig")
        assert mornings
        assert all(mornings)
        act(story, story.file().id, TakenOver(at=story.telegram.clock.now, by="p-joost", name="Joost", minutes=60))
        await story.sanne.says("dag Joost")
        assert shown(story, "dag Joost") == [True]


async def test_a_clients_own_messages_stay_their_own() -> None:
    """They may take along whatever is said to them."""
    async with on_stage() as story:
        await welcome(story)
        await story.sanne.says(DIARY)
        await story.sanne.says("/dagboek")
        assert not any(bubble.protected for bubble in story.sanne.person.screen if bubble.from_bot)


def test_every_recipe_of_a_desk_is_one_of_those() -> None:
    """A new one is protected from its first day: the table is what is protected."""
    assert {"desk.clients", "desk.summary", "desk.trajectory"} <= set(DESK_RECIPES)
