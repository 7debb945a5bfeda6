"""The gateway: every update is kept before it is confirmed.

One that can't be handled neither stops the line nor vanishes.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from story import JOOST, SANNE, Story, on_stage
from test_transcripts import welcome

from state_machines.events import Noted
from storage.memory import MemoryStore
from storage.open import open_sqlite
from storage.port import StoreBroken, StoreBusy, Turn


class Breaking(MemoryStore):
    """A store that refuses turns: `breaks` says with what, if at all."""

    def __init__(self) -> None:
        super().__init__()
        self.breaks: Callable[[Turn], Exception | None] = lambda _turn: None

    def commit(self, turn: Turn) -> None:
        error = self.breaks(turn)
        if error is not None:
            raise error
        super().commit(turn)


def at_notes(error: Exception, times: int = 1000) -> Callable[[Turn], Exception | None]:
    """Raise this at the first so many turns that are a diary note."""
    left = [times]

    def breaks(turn: Turn) -> Exception | None:
        if turn.record is None or not isinstance(turn.record.event, Noted) or not left[0]:
            return None
        left[0] -= 1
        return error

    return breaks


def notes(story: Story) -> list[str]:
    """The client's diary."""
    file = story.file()
    return [note.text for note in story.opened.views.own_notes(file.id, file.day.date)]


async def test_an_update_whose_turn_raises_twice_is_handled_at_the_third_try() -> None:
    """Nobody notices, and it is kept once."""
    store = Breaking()
    async with on_stage(opened=store) as story:
        await welcome(story)
        store.breaks = at_notes(LookupError("x"), times=2)
        await story.sanne.says("gewandeld")
        assert notes(story) == ["gewandeld"]
        assert story.stage.app.gateway.stumbles == 0


async def test_an_update_that_cannot_be_handled_is_kept_aside_and_its_sender_told() -> None:
    """A stumble: sealed, with a kind word; the others in the batch and after it are handled as ever."""
    store = Breaking()
    async with on_stage(opened=store) as story:
        await welcome(story)
        store.breaks = at_notes(LookupError("x"))
        story.sanne.person.send("gewandeld")
        story.sanne.person.send("/help")
        await story.stage.settle()
        assert story.stage.app.gateway.stumbles == 1
        assert notes(story) == []
        said = [bubble.text for bubble in story.sanne.person.screen[-3:] if bubble.from_bot]
        assert any("ging hier iets mis" in text for text in said)
        assert len(said) == 2
        store.breaks = lambda _turn: None
        await story.stage.settle()
        assert notes(story) == [], "it is confirmed: it doesn't come again by itself"


@pytest.mark.parametrize("error", [StoreBroken("full"), StoreBusy("busy")])
async def test_while_nothing_can_be_kept_nothing_is_confirmed(error: Exception) -> None:
    """The whole batch comes again, and once the store works everything is kept once, in order."""
    store = Breaking()
    async with on_stage(opened=store) as story:
        await welcome(story)
        store.breaks = lambda _turn: error
        texts = ["gewandeld", "gefietst", "geslapen"]
        for text in texts:
            story.sanne.person.send(text)
        for _ in range(3):
            with pytest.raises(type(error)):
                await story.stage.settle()
        assert len(story.telegram.world.updates.pending) == 3
        store.breaks = lambda _turn: None
        await story.settle()
        assert notes(story) == texts
        assert story.telegram.world.updates.pending == []


async def test_a_damaged_file_stops_its_own_person_alone(tmp_path: Path) -> None:
    """Sanne's snapshot can't be read: she is told kindly, what she sent is kept aside; everybody else goes on."""
    path = tmp_path / "trede.db"
    async with on_stage(opened=open_sqlite(path)) as story:
        await welcome(story)
        with closing(sqlite3.connect(path)) as beside, beside:
            beside.execute("UPDATE client SET payload = x'00ff', version = version + 1")
        story.sanne.person.send("gewandeld")
        story.joost.person.send("/help")
        await story.stage.settle()
        assert story.stage.app.gateway.stumbles == 1
        assert "ging hier iets mis" in story.sanne.last
        assert story.telegram.world.updates.pending == []
        with closing(sqlite3.connect(path)) as beside:
            assert beside.execute("SELECT count(*) FROM seen WHERE stumble IS NOT NULL").fetchone() == (1,)
        since = len(story.telegram.ledger)
        story.joost.person.send("/help")
        await story.stage.settle()
        assert "sent" in [row.what for row in story.telegram.ledger.after(since, JOOST)]


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"message_id": 1},
        {"message_id": 1, "chat": {}},
        {"message_id": 1, "chat": None, "text": "x"},
        {"chat": {"id": SANNE, "type": "private"}, "text": "x"},
        {"message_id": 1, "chat": {"id": SANNE, "type": "private"}, "text": 5},
        {"message_id": 1, "chat": {"id": SANNE, "type": "private"}, "from": "Sanne", "text": "x"},
        {"message_id": "x", "chat": {"id": SANNE, "type": "private"}, "text": {"a": 1}},
    ],
)
@pytest.mark.parametrize("kind", ["message", "edited_message", "callback_query", "my_chat_member"])
async def test_an_update_that_is_not_as_telegram_promises_stops_nobody(kind: str, content: dict[str, Any]) -> None:
    """Passed by or answered, never raised: what comes after it is handled."""
    async with on_stage() as story:
        await welcome(story)
        story.telegram.world.updates.offer(SANNE, kind, content)
        story.sanne.person.send("gewandeld")
        await story.stage.settle()
        assert notes(story)[-1] == "gewandeld"
        assert story.telegram.world.updates.pending == []


async def test_a_tap_is_answered_at_once_whatever_becomes_of_it() -> None:
    """The empty answer stops the button's spinner: also for a stale, doubled or failing tap, once each."""
    store = Breaking()
    async with on_stage(opened=store) as story:
        await welcome(story)
        since = len(story.telegram.ledger)
        message = story.sanne.person.screen[-1].message_id
        for data in ("q:help", "q:help", "garbage", "a:20260101:energy:7"):
            story.sanne.person.tap(message, data)
        await story.settle()
        answered = [row for row in story.telegram.ledger.after(since) if row.what == "answered"]
        assert len(answered) == 4
        assert {row.text for row in answered} == {""}
