"""Who stops between opening the link and the coach's yes: an end of its own, and a new link begins it anew."""

from story import SANNE, on_stage
from test_transcripts import joost_taps, sanne_taps

from state_machines.files import Client


async def test_who_stops_before_the_coach_says_yes_is_let_go() -> None:
    """The account hears it and is unbound, the coach hears it and has no claim to answer any more."""
    async with on_stage() as story:
        await story.sanne.opens(await story.invite())
        await story.sanne.says("/stop")
        await sanne_taps(story, "stop")
        assert "Je bent gestopt" in story.sanne.last
        assert "gestopt voordat je ja zei" in story.joost.last
        file = story.file()
        assert isinstance(file, Client)
        assert (file.journey, file.chat) == ("invited", None)
        await joost_taps(story, "recognised")
        assert story.file().journey == "invited"
        heard = len(story.telegram.ledger.after(0, SANNE))
        await story.until("2026-12-03 12:00")
        assert len(story.telegram.ledger.after(0, SANNE)) == heard


async def test_who_was_let_go_can_come_in_by_a_new_link() -> None:
    """Nothing of the first try stands in the way."""
    async with on_stage() as story:
        await story.sanne.opens(await story.invite())
        await story.sanne.says("/stop")
        await sanne_taps(story, "stop")
        await story.joost.taps("Nieuwe link")
        await story.sanne.opens(story.joost.last.split("start=")[1].split()[0])
        await joost_taps(story, "recognised")
        file = story.file()
        assert isinstance(file, Client)
        assert (file.journey, file.stage) == ("welcome", "hello")


async def test_who_would_rather_go_on_waits_as_before() -> None:
    """The way back from the question is no stop."""
    async with on_stage() as story:
        await story.sanne.opens(await story.invite())
        await story.sanne.says("/stop")
        await story.sanne.taps("Nee, doorgaan")
        assert story.file().journey == "claimed"
