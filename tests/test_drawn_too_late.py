"""What is being drawn when its reader may no longer see it is never sent (R33, R34)."""

import asyncio
from collections.abc import Callable

import pytest
import rights_stories
from story import SANNE, Story, on_stage

from state_machines import events as e
from state_machines.files import Client
from tests.doing import role_of


def slowly(story: Story, monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[Client], e.Event]) -> list[str]:
    """While the next paper is drawn, this happens at the client's file; the names of what was drawn."""
    app, drawn = story.stage.app, list[str]()

    async def make(work: Callable[..., bytes], *values: object) -> bytes:
        drawn.append(work.__name__)
        (file,) = (each for each in story.opened.views.files() if isinstance(each, Client))
        event = meanwhile(file)
        await app.queue.do(lambda: app.door.act(file.id, event, role=role_of(event)))
        return b"%PDF drawn"

    monkeypatch.setattr(app.workshop, "make", make)
    return drawn


def test_a_copy_that_was_being_drawn_is_not_sent_once_all_is_erased(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be the last message of the chat, with everything in it, and no number to take it away by."""

    async def lives() -> None:
        async with on_stage() as story:
            await rights_stories.lived(story)
            drawn = slowly(story, monkeypatch, lambda _: e.ErasureAsked(at=story.telegram.clock.now))
            before = len(story.telegram.ledger)
            await story.sanne.says("/mijngegevens")
            await story.settle()
            assert drawn == ["copy_pdf"]
            assert not [file for file in story.opened.views.files() if isinstance(file, Client)]
            came = [row.what for row in story.telegram.ledger.after(before, SANNE)]
            assert "document" not in came
            assert came[-1] == "sent"  # that it is done

    asyncio.run(lives())
