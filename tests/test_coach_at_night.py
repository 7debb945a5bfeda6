"""What a coach does at night is done at once, and the client hears it in the morning."""

from datetime import datetime

from story import SANNE, Story, on_stage
from test_transcripts import joost_taps, register, welcome

from simulator.checker import NEW
from state_machines.days import AMSTERDAM, local
from state_machines.files import Client


async def test_a_yes_of_the_coach_at_night_welcomes_in_the_morning() -> None:
    """The link was opened in the evening, the coach recognises the client at four: the hello comes at eight."""
    async with on_stage() as story:
        await story.until("2026-11-30 20:30")
        await story.sanne.opens(await story.invite())
        await story.until("2026-12-01 04:00")
        await joost_taps(story, "recognised")
        assert the_client(story).journey == "welcome"
        await story.until("2026-12-01 09:00")
        assert came_after(story, "2026-12-01 00:00") == ["08:00"]


async def test_a_no_of_the_coach_at_night_is_told_in_the_morning() -> None:
    """Somebody else opened the link in the evening: they hear it at eight, and nothing is kept of them meanwhile."""
    async with on_stage() as story:
        await story.until("2026-11-30 20:30")
        await story.sanne.opens(await story.invite())
        await story.until("2026-12-01 04:00")
        await story.joost.taps("Nee")
        await story.until("2026-12-01 09:00")
        assert came_after(story, "2026-12-01 00:00") == ["08:00"]
        assert "iemand anders" in story.sanne.last


async def test_a_plan_that_is_registered_at_night_is_shown_in_the_morning() -> None:
    """It is kept at once; the question whether this was agreed comes at eight."""
    async with on_stage() as story:
        await welcome(story)
        await story.until("2026-11-30 23:00")
        before = story.now
        await register(story)
        assert the_client(story).awaits_yes
        await story.until("2026-12-01 08:30")
        assert came_after(story, f"{local(before, AMSTERDAM):%Y-%m-%d %H:%M}") == ["08:00"]
        assert "afgesproken" in story.sanne.last


def the_client(story: Story) -> Client:
    file = story.file()
    assert isinstance(file, Client)
    return file


def came_after(story: Story, moment: str) -> list[str]:
    """The local times of new messages to the client since a local moment."""
    rows = story.telegram.ledger.after(0, SANNE)
    since = datetime.fromisoformat(moment)
    found = [local(row.at, AMSTERDAM) for row in rows if row.what in NEW]
    return [f"{at:%H:%M}" for at in found if at.replace(tzinfo=None) > since]
