"""`trede forget`: everything of one client is gone, their coach hears it, others go on (R34)."""

from pathlib import Path

from story import on_stage
from test_transcripts import plan, welcome

from bot import shell
from bot.settings import Settings
from state_machines.files import Client, Professional
from storage.open import open_sqlite


async def test_a_client_who_asks_is_erased_and_the_coach_hears_it(tmp_path: Path) -> None:
    """No file, no card, not one byte of what they wrote; the coach gets one line; the chains are whole."""
    path = tmp_path / "trede.db"
    async with on_stage(opened=open_sqlite(path)) as story:
        await welcome(story)
        await plan(story)
        await story.sanne.says("Een geheim dat KANARIE-42 heet.")
        client = story.file()
        said = shell.forget(Settings(database=path), client.id, by="operator")
        assert client.id in said
        await story.settle()
        assert "gewist" in story.joost.last
        kept = story.opened.views.files()
        assert not [file for file in kept if isinstance(file, Client)]
        assert [file.clients for file in kept if isinstance(file, Professional)] == [()]
        assert story.opened.upkeep.verify() == ()
        await story.sanne.says("ben je daar nog?")
        assert "coach" in story.sanne.last
    assert b"KANARIE-42" not in b"".join(found.read_bytes() for found in tmp_path.iterdir())
