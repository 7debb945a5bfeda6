"""Who was erased after a backup was made doesn't come back with it (R34)."""

import os
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from story import on_stage
from test_transcripts import plan, welcome

from bot import backing, shell
from bot.settings import Settings
from state_machines.files import Client, Professional
from storage.open import open_sqlite
from storage.port import StoreBroken


async def a_backup_and_then_an_erasure(folder: Path) -> Settings:
    """A client writes, a backup is made, then everything of the client is erased."""
    settings = Settings(database=folder / "trede.db")
    async with on_stage(opened=open_sqlite(settings.database)) as story:
        await welcome(story)
        await plan(story)
        await story.sanne.says("Een geheim dat KANARIE-42 heet.")
        backing.back_up(settings, folder / "copy.db")
        shell.forget(settings, story.file().id, by="operator")
        await story.settle()
    return settings


async def test_who_was_erased_since_the_backup_is_erased_again(tmp_path: Path) -> None:
    """No file, no card at the coach's desk, not a byte of what they wrote; the coach isn't told a second time."""
    settings = await a_backup_and_then_an_erasure(tmp_path)
    assert b"KANARIE-42" in (tmp_path / "copy.db").read_bytes()
    back = tmp_path / "back.db"
    said = backing.restore(settings, tmp_path / "copy.db", back, moved=False, erased_in=settings.database)
    assert "put in place" in said
    assert b"KANARIE-42" not in back.read_bytes()
    assert b"Sanne" not in back.read_bytes()
    with closing(open_sqlite(back)) as opened:
        kept = opened.views.files()
        assert not [file for file in kept if isinstance(file, Client)]
        assert [file.clients for file in kept if isinstance(file, Professional)] == [()]
        assert opened.upkeep.verify() == ()
    assert claimed(settings, back) == 0
    moved = tmp_path / "moved.db"
    backing.restore(settings, tmp_path / "copy.db", moved, moved=True, erased_in=settings.database)
    assert claimed(settings, moved) == 1, "there it would be told"


def claimed(settings: Settings, path: Path) -> int:
    """How many letters would go out by the next morning, at whatever hour this runs."""
    with closing(open_sqlite(path)) as opened, opened.batch():
        return len(opened.claim(shell.moment_now(settings) + timedelta(hours=12)).letters)


@pytest.mark.parametrize("there", [True, False])
def test_an_old_database_that_cannot_be_read_is_told_and_nothing_is_put_in_place(tmp_path: Path, there: bool) -> None:
    """Who asked to erase again decides anew."""
    settings, noise = Settings(database=tmp_path / "trede.db"), tmp_path / "noise.db"
    open_sqlite(settings.database).close()
    backing.back_up(settings, tmp_path / "copy.db")
    if there:
        noise.write_bytes(os.urandom(9000))
    with pytest.raises((StoreBroken, backing.NotDone)):
        backing.restore(settings, tmp_path / "copy.db", tmp_path / "back.db", moved=False, erased_in=noise)
    assert list(tmp_path.glob("back*")) == []
