"""Load: a thousand check-ins at nine, and one chat that sends ten thousand messages. Others notice nothing of it."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field

import figures
import pytest
from fault_world import MINUTE, letter, second, telegram_follows, until, wired
from pushed_time import run
from wired_bot import MONDAY, SANNE, Wired

DANGER = "ik wil niet meer leven"
SECTION = """## Load: check-ins at the same moment

Each line is a run of `make test-faults`: check-ins that are due at the same moment, over HTTP, with Telegram's own
limits (30 messages a second in all, one to each chat), in pushed time: what is measured is waiting, not how fast the
computer is. Meanwhile people write, strangers and people whose own check-in still waits, some of them of danger.
In seconds; "refused" are second messages to one chat within a second.

| date | check-ins | all out after | requests refused | people who wrote | slowest answer | slowest safety text | lost |
|---|---|---|---|---|---|---|---|
"""


@dataclass
class Waited:
    """How many seconds people waited: for an answer, for the safety text."""

    answers: list[float] = field(default_factory=list)
    safety: list[float] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Morning:
    """What a moment with many check-ins came to."""

    out: float
    refused: int
    seen: Counter[int]
    waited: Waited


async def _morning(count: int) -> Morning:
    async with wired() as world:
        telegram_follows(world)
        assert world.app is not None
        chats = range(10_000, 10_000 + count)
        for chat in chats:
            world.local.telegram.join(chat, "Iemand").chat.known = True
        began, now, waited = second(), world.app.clock.now(), Waited()
        for first in range(0, count, 100):
            some = chats[first : first + 100]
            await world.keep(*(letter(chat, "prompt", now, text="check-in") for chat in some))
        talking = asyncio.create_task(_talk(world, chats[-1], waited))
        await until(lambda: sum(_seen(world).values()) >= count, 300.0)
        talking.cancel()
        moments = [row.at for row in world.local.telegram.ledger if row.text == "check-in"]
        arrived = [row for row in world.local.telegram.ledger if row.what == "sent" and row.at >= now]
        refused = len(world.requests("sendMessage", began)) - len(arrived)
        return Morning(out=(max(moments) - now).total_seconds(), refused=refused, seen=_seen(world), waited=waited)


async def _talk(world: Wired, last: int, waited: Waited) -> None:
    """One after the other writes: a stranger, or one whose own check-in still waits; some of danger."""
    for n in range(last - 10_000):
        person = world.local.telegram.join(last - n if n % 2 else 50_000 + n, "Iemand")
        danger = n % 4 == 3 or n % 8 == 2
        before, began = len(world.local.telegram.ledger), second()
        person.send(DANGER if danger else "hallo")
        await until(lambda: _answered(world, person.chat.id, before), 60.0)  # noqa: B023 - awaited within the round
        (waited.safety if danger else waited.answers).append(_answered(world, person.chat.id, before)[0] - began)
        await asyncio.sleep(0.1)


def _answered(world: Wired, chat: int, since: int) -> list[float]:
    """The moments at which somebody was sent anything but the check-in."""
    rows = world.local.telegram.ledger.after(since, chat)
    return [(row.at - MONDAY).total_seconds() for row in rows if row.what == "sent" and row.text != "check-in"]


def _seen(world: Wired) -> Counter[int]:
    return Counter(row.chat_id for row in world.local.telegram.ledger if row.text == "check-in" and row.what == "sent")


def test_many_check_ins_at_once_hold_up_no_answer() -> None:
    """A hundred: out within six seconds, each once; whoever writes meanwhile has an answer as if they weren't there."""
    morning = run(lambda: _morning(100))
    assert set(morning.seen.values()) == {1}
    assert len(morning.seen) == 100
    assert morning.out <= 6
    assert morning.refused <= len(morning.waited.answers + morning.waited.safety), "only second messages to one chat"
    assert max(morning.waited.answers + morning.waited.safety) < 1.5


@pytest.mark.long
def test_a_thousand_check_ins_are_out_within_a_minute() -> None:
    """And nobody waits for an answer, or for the safety text; the figures go into docs/reliability.md."""
    morning = run(lambda: _morning(1000))
    answers, safety = max(morning.waited.answers), max(morning.waited.safety)
    people = len(morning.waited.answers) + len(morning.waited.safety)
    lost = 1000 - len(morning.seen)
    figures.keep(SECTION, 1000, f"{morning.out:.1f}", morning.refused, people, f"{answers:.1f}", f"{safety:.1f}", lost)
    assert set(morning.seen.values()) == {1}
    assert (lost, morning.out <= 60, answers < 1.5, safety < 1.5) == (0, True, True, True)


# --- one chat that sends thousands of messages ------------------------------------------------------------------------

FLOOD = """## Load: a flood from one chat

Each line is a run of `make test-faults`: one chat sends so many messages at once, and others write in between, over
HTTP, with Telegram's own limits. Each of them has exactly one answer, and no letter of theirs waited in the outbox for
one of the flood. "Handled in" is this computer's real time, with the local Telegram in the same process.

| date | messages | others | without their one answer | letters of the flood that were sent | handled in (s) |
|---|---|---|---|---|---|
"""


async def _flood(count: int, others: int) -> tuple[Counter[int], int, float]:
    """How many answers each of the others had, how many letters the flooder had, and the real seconds it took."""
    async with wired() as world:
        telegram_follows(world)
        began, chats = time.perf_counter(), range(60_000, 60_000 + others)
        for n in range(count):
            world.sanne.send(f"bericht {n}")
            if n % (count // others) == 0 and n // (count // others) < others:
                world.local.telegram.join(chats[n // (count // others)], "Iemand").send("hallo")
        since = len(world.requests("sendMessage", 0, chat=SANNE))
        await until(lambda: not world.local.telegram.world.updates.pending, 600.0)
        took = time.perf_counter() - began
        await asyncio.sleep(MINUTE)
        answers = Counter(row.chat_id for row in world.local.telegram.ledger if row.what == "sent")
        left = [state for state, _ in world.letters(SANNE).values() if state in {"due", "sending"}]
        assert (left, world.ended) == ([], "goes on")
        told = len(world.requests("sendMessage", 0, chat=SANNE)) - since
        return Counter({chat: answers[chat] for chat in chats}), told, took


def test_a_flood_from_one_chat_leaves_others_unharmed() -> None:
    """A thousand messages: twenty others have their one answer; the flood itself is answered a few times, not a
    thousand: a newer answer takes the place of one that still waits."""
    answers, told, _ = run(lambda: _flood(1000, 20))
    assert set(answers.values()) == {1}
    assert len(answers) == 20
    assert 1 <= told <= 60


@pytest.mark.long
def test_a_flood_of_ten_thousand_leaves_others_unharmed() -> None:
    """The same with ten thousand and two hundred others; the figures go into docs/reliability.md."""
    answers, told, took = run(lambda: _flood(10_000, 200))
    wrong = sum(count != 1 for count in answers.values())
    figures.keep(FLOOD, 10_000, len(answers), wrong, told, f"{took:.0f}")
    assert (wrong, told <= 600) == (0, True)
