"""After a backup was put back, however young: what people sent since it was made is gone, and they are asked once."""

from datetime import timedelta
from pathlib import Path

import pytest
from story import JOOST, SANNE, ZONE
from test_restart import Mortal, mortal
from test_time import accounted, mark
from test_transcripts import first_day, welcome

from bot import backing
from bot.settings import Settings
from simulator.ledger import Seen

BROKE = ("Er ging bij mij iets stuk", "Trede is teruggezet vanaf een back-up")
AWAY = ("Ik was meer dan een dag onbereikbaar", "Trede was meer dan een dag onbereikbaar")


async def put_back(story: Mortal, hours: float, *, moved: bool = False) -> int:
    """A backup, hours in which people write on, a crash, and the bot on what was put back; from where to look on."""
    settings = Settings(database=story.path)
    backing.back_up(settings, story.path.with_name("copy.db"))
    if not moved:
        await story.sanne.says("dit staat in geen back-up")
    await story.stage.stop()
    story.opened.close()
    story.telegram.clock.jump(story.telegram.clock.now + timedelta(hours=hours))
    new = story.path.with_name("back.db")
    said = backing.restore(settings, story.path.with_name("copy.db"), new, moved=moved, erased_in=None)
    assert ("asked" in said) is not moved
    since, story.path = mark(story), new
    story.stage, story.opened = story._born(story.telegram), story._opened
    await story.stage.start()
    await story.settle()
    return since


def asked(story: Mortal, since: int, chat: int, words: tuple[str, ...] = BROKE) -> list[Seen]:
    """The messages that ask somebody to send again, for this reason."""
    rows = story.telegram.ledger.after(since, chat)
    return [row for row in rows if row.what == "sent" and row.text.startswith(words)]


@pytest.mark.parametrize("hours", [5, *(pytest.param(h, marks=pytest.mark.long) for h in (0.2, 22, 30))])
async def test_after_a_restore_everybody_is_asked_once(hours: float, tmp_path: Path) -> None:
    """Client and coach, not again at the next starts, and not for the other reason too."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await first_day(story)
        await story.until("2026-12-01 12:00")
        since = await put_back(story, hours)
        await story.restart()
        await story.stage.advance_to(story.telegram.clock.now + timedelta(hours=30))
        await story.restart()
        for chat in (SANNE, JOOST):
            assert len(asked(story, since, chat)) == 1
            assert asked(story, since, chat, AWAY) == []
        accounted(story)


async def test_after_a_restore_nobody_is_asked_at_night(tmp_path: Path) -> None:
    """Put back at two in the night: asked at eight (R39)."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await story.until("2026-12-01 20:00")
        since = await put_back(story, 6)
        assert asked(story, since, SANNE) == []
        await story.stage.advance_to(story.telegram.clock.now + timedelta(hours=8))
        for chat in (SANNE, JOOST):
            assert [f"{row.at.astimezone(ZONE):%H:%M}" for row in asked(story, since, chat)] == ["08:00"]


@pytest.mark.parametrize(("hours", "times"), [(5, 0), (24, 1)])
async def test_a_move_asks_nobody_unless_it_took_a_day(hours: float, times: int, tmp_path: Path) -> None:
    """No bot ran since the backup: nothing that was confirmed is gone; Telegram keeps the rest for 24 hours."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await story.until("2026-12-01 12:00")
        since = await put_back(story, hours, moved=True)
        assert asked(story, since, SANNE) == []
        assert len(asked(story, since, SANNE, AWAY)) == times
