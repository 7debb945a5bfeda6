"""The lane of safety texts and alerts: a thousand letters before them, a 429, connections that hang, a broken store.

No test here looks at a clock: what counts is which calls were made, how often, and what had not gone yet.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from story import JOOST, SANNE, Story, on_stage
from test_transcripts import welcome

from bot import post
from bot.app import App, bot_for
from bot.clock import SystemClock
from bot.settings import Settings
from dialogues.prompt import Message
from simulator import server
from simulator.faults import Fault
from simulator.server import Running
from simulator.telegram import Telegram
from storage.memory import MemoryStore
from storage.open import open_sqlite
from storage.port import Letter, StoreBroken, Turn

DANGER = "ik wil niet meer leven"
HUNDREDS = range(10_000, 11_000)
ORDINARY_POOL = 64


def prompt(chat: int, at: datetime, kind: str = "prompt") -> Letter:
    """A letter that is due."""
    body = Message(text=f"letter to {chat}").to_json()
    return Letter(chat=chat, file=None, kind=kind, body=body, not_before=at)


def counted(telegram: Telegram) -> Counter[tuple[str, int]]:
    """From now on: how often each method was called for each chat."""
    calls: Counter[tuple[str, int]] = Counter()
    carry_out = telegram.call

    async def call(method: str, parameters: Mapping[str, object], *more: object) -> object:
        calls[method, int(str(parameters.get("chat_id") or 0))] += 1
        return await carry_out(method, parameters, *more)

    telegram.call = call  # type: ignore[assignment]
    return calls


def queue(story: Story, *letters: Letter) -> None:
    """Letters as turns leave them."""
    with story.opened.batch():
        story.opened.commit(Turn(at=story.telegram.clock.now, before=None, after=None, letters=letters))


def states(story: Story, kind: str) -> dict[str, int]:
    """How many letters of a class are in each state."""
    return {state: n for (found, state), n in story.opened.views.tally().letters.items() if found == kind}


# --- on stage: the order of calls ---------------------------------------------------------------------------------


async def test_a_thousand_prompts_and_a_429_hold_up_neither_safety_text_nor_alert() -> None:
    """Every prompt was asked to wait, Sanne's own letter too: she has the numbers, and her coach the alert, at once."""
    async with on_stage() as story:
        await welcome(story)
        now = story.telegram.clock.now
        for chat in (*HUNDREDS, SANNE, JOOST):
            story.telegram.faults.add(Fault(method="sendMessage", kind="429", chat_id=chat, retry_after=900))
        queue(story, *(prompt(chat, now) for chat in (*HUNDREDS, SANNE, JOOST)))
        calls = counted(story.telegram)
        await story.stage.advance_to(now + timedelta(minutes=1))
        tried = {chat: n for (method, chat), n in calls.items() if method == "sendMessage"}
        assert (len(tried), set(tried.values())) == (len(HUNDREDS) + 2, {1})
        queue(story, *(prompt(chat, story.telegram.clock.now) for chat in (SANNE, JOOST)))
        calls.clear()
        await story.sanne.says(DANGER)
        assert (calls["sendMessage", SANNE], calls["sendMessage", JOOST]) == (1, 1)
        assert not [chat for method, chat in calls if chat in HUNDREDS]
        assert "113" in story.sanne.last
        assert "Sanne" in story.joost.last
        assert (states(story, "safety"), states(story, "alert")) == ({"sent": 1}, {"sent": 1})
        assert states(story, "prompt") == {"due": len(HUNDREDS) + 4}


async def test_they_go_before_a_thousand_prompts_that_wait_for_their_first_try() -> None:
    """All of them due, none sent yet: the first calls of all are the two that matter."""
    async with on_stage() as story:
        await welcome(story)
        long_ago = story.telegram.clock.now - timedelta(hours=1)
        queue(story, *(prompt(chat, long_ago) for chat in (*HUNDREDS, SANNE, JOOST)))
        calls = counted(story.telegram)
        await story.sanne.says(DANGER)
        first = [chat for method, chat in calls if method == "sendMessage"][:2]
        assert set(first) == {SANNE, JOOST}
        await story.stage.advance_to(story.telegram.clock.now + timedelta(minutes=1))
        assert sum(calls.values()) >= len(HUNDREDS) + 4


async def test_a_429_in_the_lane_waits_for_its_own_chat_alone() -> None:
    """Sanne's safety text was asked to wait: the alert goes, and hers is the first to go when the time is up."""
    async with on_stage() as story:
        await welcome(story)
        story.telegram.faults.add(Fault(method="sendMessage", kind="429", chat_id=SANNE, retry_after=30))
        await story.sanne.says(DANGER)
        queue(story, prompt(SANNE, story.telegram.clock.now))
        await story.settle()
        assert "Sanne" in story.joost.last
        assert "113" not in story.sanne.shows(1)
        since = len(story.telegram.ledger)
        await story.stage.advance_to(story.telegram.clock.now + timedelta(seconds=31))
        said = [row.text for row in story.telegram.ledger.after(since, SANNE) if row.what == "sent"]
        assert "113" in said[0]
        assert said[1:] == [f"letter to {SANNE}"]


async def test_an_old_keyboard_that_cannot_go_holds_up_no_alert() -> None:
    """The words first, tidying up after: also when Telegram wants that to wait."""
    async with on_stage() as story:
        await welcome(story)
        await story.sanne.says(DANGER)
        story.telegram.faults.add(Fault(method="editMessageReplyMarkup", kind="429", retry_after=900, times=None))
        since = len(story.telegram.ledger)
        now = story.telegram.clock.now
        alert = Letter(
            chat=JOOST, file=None, kind="alert", body=Message(text="a").to_json(), not_before=now, slot="s", below=True
        )
        queue(story, alert)
        await story.settle()
        queue(story, alert)
        await story.settle()
        assert [row.text for row in story.telegram.ledger.after(since, JOOST)] == ["a", "a"]
        assert states(story, "alert")["sent"] == 3


# --- over HTTP: connections -------------------------------------------------------------------------------------------


@asynccontextmanager
async def running(folder: Path) -> AsyncIterator[tuple[App, Running, Counter[tuple[str, int]]]]:
    """A bot as `trede run` makes it, on a Telegram of this computer; and the calls it makes from now on."""
    local = await server.start(start=datetime.now(UTC), token="42:x")
    opened = open_sqlite(folder / "trede.db", synchronous="OFF")
    settings = Settings(token="42:x", api=f"http://127.0.0.1:{local.port}", database=folder / "trede.db")
    app = App(opened, *bot_for(settings), SystemClock())
    await app.start()
    calls = counted(local.telegram)
    job = asyncio.create_task(app.run())
    try:
        yield app, local, calls
    finally:
        job.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await job
        await app.stop()
        opened.close()
        await local.stop()


async def until(what: Callable[[], bool]) -> None:
    """Wait for what happens in another task; gives up after half a minute."""
    async with asyncio.timeout(30):
        while not what():
            await asyncio.sleep(0.01)


async def test_connections_that_all_hang_hold_up_neither_safety_text_nor_alert(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand answers have taken every ordinary connection and get none themselves: the lane has its own."""
    monkeypatch.setattr(post, "FINISH_SECONDS", 0.1)
    async with running(tmp_path) as (app, local, calls):
        sanne, joost = local.telegram.join(SANNE, "Sanne"), local.telegram.join(JOOST, "Joost")
        for person in (sanne, joost):
            person.send("hallo")
        await until(lambda: len(sanne.screen) == len(joost.screen) == 2)
        for chat in HUNDREDS:
            local.telegram.faults.add(Fault(method="sendMessage", kind="hang_before", chat_id=chat, timeout=300.0))
        now, store = app.clock.now(), app.opened
        many = Turn(at=now, before=None, after=None, letters=tuple(prompt(chat, now, "reply") for chat in HUNDREDS))
        await app.queue.do(lambda: store.commit(many))
        await until(lambda: local.telegram.faults.struck == ORDINARY_POOL)
        calls.clear()
        sanne.send(DANGER)
        alert = Turn(at=now, before=None, after=None, letters=(prompt(JOOST, now, "alert"),))
        await app.queue.do(lambda: store.commit(alert))
        await until(lambda: len(sanne.screen) == 4 and len(joost.screen) == 3)
        assert "113" in sanne.screen[-1].text
        assert joost.screen[-1].text == f"letter to {JOOST}"
        assert (calls["sendMessage", SANNE], calls["sendMessage", JOOST]) == (1, 1)
        assert local.telegram.faults.struck == ORDINARY_POOL, "the others still wait for their connections"


async def test_without_a_store_the_numbers_go_by_the_lane_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing can be kept and every ordinary connection hangs: what is said without the store arrives all the same."""
    monkeypatch.setattr(post, "FINISH_SECONDS", 0.1)
    async with running(tmp_path) as (app, local, _):
        sanne = local.telegram.join(SANNE, "Sanne")
        sanne.send("hallo")
        await until(lambda: len(sanne.screen) == 2)
        for chat in HUNDREDS:
            local.telegram.faults.add(Fault(method="sendMessage", kind="hang_before", chat_id=chat, timeout=300.0))
        now, store = app.clock.now(), app.opened
        many = Turn(at=now, before=None, after=None, letters=tuple(prompt(chat, now, "reply") for chat in HUNDREDS))
        await app.queue.do(lambda: store.commit(many))
        await until(lambda: local.telegram.faults.struck == ORDINARY_POOL)

        def broken(_turn: Turn) -> None:
            raise StoreBroken("the disk is full")

        monkeypatch.setattr(store, "commit", broken)
        sanne.send(DANGER)
        await until(lambda: len(sanne.screen) == 4)
        assert "113" in sanne.screen[-1].text


async def test_without_a_store_the_numbers_are_sent_until_they_arrive() -> None:
    """Telegram asks to wait while nothing can be kept: the message comes again, and so does the answer, once."""

    class Full(MemoryStore):
        full = False

        def commit(self, turn: Turn) -> None:
            if self.full:
                raise StoreBroken("the disk is full")
            super().commit(turn)

    store = Full()
    async with on_stage(opened=store) as story:
        await welcome(story)
        store.full, since = True, len(story.telegram.ledger)
        story.telegram.faults.add(Fault(method="sendMessage", kind="429", chat_id=SANNE, times=4))
        story.sanne.person.send(DANGER)
        for _ in range(4):
            with pytest.raises(StoreBroken):
                await story.stage.settle()
        said = [row.text for row in story.telegram.ledger.after(since, SANNE) if row.what == "sent"]
        assert ["113" in text for text in said] == [True]
