"""The post: slots, order, what Telegram refuses, and whom it can't reach. On stage, with letters kept in a store."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from story import JOOST, SANNE, Story, on_stage
from test_transcripts import plan, sanne_taps, welcome

from dialogues.prompt import Button, Message
from simulator.chats import Bubble
from simulator.faults import Fault
from state_machines.files import Client
from storage.open import open_sqlite
from storage.port import Letter, LetterState, Turn

YES = ((Button("Ja", "q:help"),),)
SECOND = timedelta(seconds=1)


def keep(story: Story, *letters: Letter) -> None:
    """Letters as a turn leaves them in the outbox."""
    with story.opened.batch():
        story.opened.commit(Turn(at=story.telegram.clock.now, before=None, after=None, letters=letters))


def letter(
    story: Story,
    text: str,
    *,
    chat: int = SANNE,
    kind: str = "reply",
    slot: str = "",
    below: bool = False,
    **more: object,
) -> Letter:
    """A letter that is due now."""
    body = Message(text=text, rows=YES).to_json()
    now = story.telegram.clock.now
    fields = {"chat": chat, "file": None, "kind": kind, "body": body, "not_before": now, "slot": slot, "below": below}
    return Letter(**(fields | more))


def screen(story: Story, chat: int = SANNE) -> list[Bubble]:
    """What the bot wrote in a chat, as it now stands."""
    return [bubble for bubble in story.telegram.person(chat).screen if bubble.from_bot]


def texts(story: Story, chat: int = SANNE) -> list[str]:
    """The same, the words alone."""
    return [bubble.text for bubble in screen(story, chat)]


def states(story: Story) -> dict[tuple[str, str], int]:
    """How many letters there are, by class and state."""
    return dict(story.opened.views.tally().letters)


async def on_hand(story: Story) -> None:
    """Sanne has written to the bot once, and her screen is empty."""
    await story.sanne.says("/start")
    story.telegram.world.chats[SANNE].bubbles.clear()


async def later(story: Story, wait: timedelta) -> None:
    """Let time pass."""
    await story.stage.advance_to(story.telegram.clock.now + wait)


# --- slots ------------------------------------------------------------------------------------------------------------


async def test_a_slot_is_one_message_that_is_edited() -> None:
    """The first letter sends it, the later ones change its words and keyboard."""
    async with on_stage() as story:
        await on_hand(story)
        for text in ("een", "twee", "drie"):
            keep(story, letter(story, text, slot="dag"))
            await story.settle()
        assert texts(story) == ["drie"]
        assert screen(story)[0].labels == ("Ja",)


async def test_slots_of_different_chats_are_different_messages() -> None:
    """The same name in two chats."""
    async with on_stage() as story:
        await on_hand(story)
        before = len(texts(story, JOOST))
        keep(story, letter(story, "een", slot="dag"), letter(story, "twee", chat=JOOST, slot="dag"))
        await story.settle()
        assert texts(story) == ["een"]
        assert texts(story, JOOST)[before:] == ["twee"]


async def test_a_slot_moves_down_and_leaves_no_keyboard_behind() -> None:
    """After something typed: the old message loses its buttons, the new one is the slot from then on."""
    async with on_stage() as story:
        await on_hand(story)
        keep(story, letter(story, "een", slot="dag"))
        await story.settle()
        keep(story, letter(story, "twee", slot="dag", below=True))
        await story.settle()
        keep(story, letter(story, "drie", slot="dag"))
        await story.settle()
        assert texts(story) == ["een", "drie"]
        assert [bubble.labels for bubble in screen(story)] == [(), ("Ja",)]


async def test_a_newer_letter_of_a_slot_replaces_one_that_still_waits() -> None:
    """What was overtaken is never seen; a slot that was to move down still does."""
    async with on_stage() as story:
        await on_hand(story)
        keep(story, letter(story, "een", slot="dag"))
        await story.settle()
        keep(story, letter(story, "twee", slot="dag", below=True), letter(story, "drie", slot="dag"))
        await story.settle()
        assert texts(story) == ["een", "drie"]
        assert states(story)["reply", LetterState.REPLACED] == 1


async def test_an_edit_that_changes_nothing_is_fine() -> None:
    """Telegram says "message is not modified": it stands there already."""
    async with on_stage() as story:
        await on_hand(story)
        before = states(story).get(("reply", LetterState.SENT), 0)
        for _ in range(2):
            keep(story, letter(story, "een", slot="dag"))
            await story.settle()
        assert texts(story) == ["een"]
        assert states(story)["reply", LetterState.SENT] == before + 2


@pytest.mark.parametrize(
    "says", ["message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID", "what nobody has heard yet"]
)
async def test_a_message_that_can_no_longer_be_edited_is_sent_anew(says: str) -> None:
    """Deleted, too old, or for any other reason: the words come all the same, and the new message is the slot."""
    async with on_stage() as story:
        await on_hand(story)
        keep(story, letter(story, "een", slot="dag"))
        await story.settle()
        if says == "message to edit not found":
            story.telegram.world.chats[SANNE].bubbles.clear()
        else:
            story.telegram.faults.add(Fault(method="editMessageText", kind="400", description=f"Bad Request: {says}"))
        for text in ("twee", "drie"):
            keep(story, letter(story, text, slot="dag"))
            await story.settle()
        assert texts(story)[-1] == "drie"
        assert len(screen(story)) <= 2


async def test_a_keyboard_that_cannot_be_taken_away_holds_nothing_up() -> None:
    """The person deleted the old message before the slot moves down."""
    async with on_stage() as story:
        await on_hand(story)
        keep(story, letter(story, "een", slot="dag"))
        await story.settle()
        story.telegram.world.chats[SANNE].bubbles.clear()
        keep(story, letter(story, "twee", slot="dag", below=True))
        await story.settle()
        assert texts(story) == ["twee"]


# --- order, waiting, overtaking --------------------------------------------------------------------------------------


async def test_a_chat_is_served_strictly_in_order() -> None:
    """Thirty letters to each of two chats, mixed: each person reads them as they were written."""
    async with on_stage() as story:
        await on_hand(story)
        before = len(texts(story, JOOST))
        for n in range(30):
            keep(story, letter(story, f"{n}"), letter(story, f"{n}", chat=JOOST))
        await story.settle()
        assert texts(story) == texts(story, JOOST)[before:] == [str(n) for n in range(30)]


async def test_asked_to_wait_a_chat_waits_and_no_other_does() -> None:
    """429 for one person: theirs come in order when the time is over, everybody else's at once."""
    async with on_stage() as story:
        await on_hand(story)
        before = len(texts(story, JOOST))
        story.telegram.faults.add(Fault(method="sendMessage", kind="429", chat_id=SANNE, retry_after=30))
        keep(story, letter(story, "een"), letter(story, "twee"), letter(story, "voor Joost", chat=JOOST))
        await story.settle()
        assert texts(story) == []
        assert texts(story, JOOST)[before:] == ["voor Joost"]
        await later(story, 29 * SECOND)
        assert texts(story) == []
        await later(story, 2 * SECOND)
        assert texts(story) == ["een", "twee"]


async def test_safety_text_overtakes_everything_that_waits() -> None:
    """A chat that was asked to wait, with ten letters in line: the safety text goes now."""
    async with on_stage() as story:
        await on_hand(story)
        story.telegram.faults.add(Fault(method="sendMessage", kind="429", chat_id=SANNE, retry_after=300))
        keep(story, *(letter(story, f"{n}") for n in range(10)))
        await story.settle()
        keep(story, letter(story, "bel 113", kind="safety"))
        await story.settle()
        assert texts(story) == ["bel 113"]
        await later(story, 301 * SECOND)
        assert texts(story) == ["bel 113", *(str(n) for n in range(10))]


async def test_safety_text_goes_before_what_is_due_at_the_same_moment() -> None:
    """Kept last, seen first."""
    async with on_stage() as story:
        await on_hand(story)
        keep(story, letter(story, "een"), letter(story, "twee"), letter(story, "bel 113", kind="safety"))
        await story.settle()
        assert texts(story)[0] == "bel 113"


async def test_safety_text_that_was_asked_to_wait_comes_as_soon_as_it_may() -> None:
    """Also then it is one message, and the first."""
    async with on_stage() as story:
        await on_hand(story)
        story.telegram.faults.add(Fault(method="sendMessage", kind="429", chat_id=SANNE, retry_after=5, times=2))
        keep(story, letter(story, "bel 113", kind="safety"))
        await story.settle()
        await later(story, 11 * SECOND)
        assert texts(story) == ["bel 113"]


async def test_an_answer_does_not_wait_for_a_letter_of_tomorrow() -> None:
    """What was written for the morning, or is uncertain, holds up nothing that is due now."""
    async with on_stage() as story:
        await on_hand(story)
        morning = story.telegram.clock.now + timedelta(hours=20)
        keep(story, letter(story, "voor morgen", not_before=morning))
        story.telegram.faults.add(Fault(method="sendMessage", kind="reset_before", chat_id=SANNE))
        keep(story, letter(story, "vraag", kind="question"))
        await story.settle()
        keep(story, letter(story, "nu"))
        await story.settle()
        assert texts(story) == ["nu"]
        await later(story, 61 * SECOND)
        assert texts(story) == ["nu", "vraag"]
        await later(story, timedelta(hours=20))
        assert texts(story) == ["nu", "vraag", "voor morgen"]


async def test_a_letter_is_never_sent_after_its_time() -> None:
    """Held up until the window is closed: it ends as expired."""
    async with on_stage() as story:
        await on_hand(story)
        ends = story.telegram.clock.now + timedelta(minutes=5)
        story.telegram.faults.add(Fault(method="sendMessage", kind="429", chat_id=SANNE, retry_after=600))
        keep(story, letter(story, "check-in", kind="prompt", expires=ends))
        await story.settle()
        await later(story, timedelta(minutes=11))
        assert texts(story) == []
        assert states(story)["prompt", LetterState.EXPIRED] == 1


async def test_telegrams_own_limits_are_kept_and_everything_arrives() -> None:
    """One message a second per chat, thirty in all: twenty letters come within half a minute, in order."""
    async with on_stage() as story:
        await on_hand(story)
        story.telegram.rates.on = True
        keep(story, *(letter(story, f"{n}") for n in range(20)))
        await story.settle()
        await later(story, 40 * SECOND)
        assert texts(story) == [str(n) for n in range(20)]


# --- what goes wrong -------------------------------------------------------------------------------------------------


async def test_a_letter_that_cannot_be_read_ends_and_stops_nobody() -> None:
    """A defect in one letter: it fails with that reason, the next goes out."""
    async with on_stage() as story:
        await on_hand(story)
        keep(story, letter(story, "x", body="no json"), letter(story, "y", body='{"recipe": "bogus"}'))
        keep(story, letter(story, "daarna"))
        await story.settle()
        assert texts(story) == ["daarna"]
        assert states(story)["reply", LetterState.FAILED] == 2


async def test_a_damaged_letter_stops_nobody(tmp_path: Path) -> None:
    """Its payload can't be opened: it alone fails; turns are kept and letters sent, to its own chat too."""
    path = tmp_path / "trede.db"
    async with on_stage(opened=open_sqlite(path)) as story:
        await on_hand(story)
        keep(story, letter(story, "kapot"), letter(story, "heel", chat=JOOST))
        with closing(sqlite3.connect(path)) as beside, beside:
            beside.execute("UPDATE outbox SET body = x'00ff' WHERE settled IS NULL AND chat = ?", (SANNE,))
        await story.joost.says("/help")
        assert "heel" in texts(story, JOOST)
        keep(story, letter(story, "daarna"))
        await story.settle()
        assert texts(story) == ["daarna"]
        assert states(story)["reply", LetterState.FAILED] == 1


async def test_what_telegram_refuses_ends_and_stops_nobody() -> None:
    """Not tried again: it would be refused again."""
    async with on_stage() as story:
        await on_hand(story)
        story.telegram.faults.add(Fault(method="sendMessage", kind="400", chat_id=SANNE))
        keep(story, letter(story, "een"), letter(story, "twee"))
        await story.settle()
        await later(story, timedelta(hours=1))
        assert texts(story) == ["twee"]


@pytest.mark.parametrize("kind", ["401", "404", "409"])
async def test_letters_wait_in_order_when_it_is_the_bot_that_is_refused(kind: str) -> None:
    """A token that was revoked, or a second program: no letter is lost by that, and none overtakes another."""
    async with on_stage() as story:
        await on_hand(story)
        story.telegram.faults.add(Fault(method="sendMessage", kind=kind, chat_id=SANNE, times=5))
        keep(story, letter(story, "een"), letter(story, "twee"))
        await story.settle()
        assert texts(story) == []
        await later(story, timedelta(hours=1))
        assert texts(story) == ["een", "twee"]


@pytest.mark.parametrize("kind", ["reset_after", "hang_after", "truncated", "502", "html"])
async def test_safety_text_is_sent_until_an_answer_comes(kind: str) -> None:
    """Three calls without a good answer: the fourth is sure, and then it stops."""
    async with on_stage() as story:
        await on_hand(story)
        story.telegram.faults.add(Fault(method="sendMessage", kind=kind, chat_id=SANNE, times=3))
        keep(story, letter(story, "bel 113", kind="safety"))
        await story.settle()
        await later(story, timedelta(minutes=1))
        assert texts(story) == ["bel 113"] * (1 if kind in {"502", "html"} else 4)
        assert states(story)["safety", LetterState.SENT] == 1


# --- who can't be reached --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("says", [None, "Bad Request: chat not found"])
async def test_the_coach_hears_the_same_day_that_a_client_cannot_be_reached(says: str | None) -> None:
    """Once, although the bot tries on: and the plan runs on."""
    async with on_stage() as story:
        await welcome(story)
        await plan(story)
        kind = "403" if says is None else "400"
        story.telegram.faults.add(Fault(method="sendMessage", kind=kind, chat_id=SANNE, times=None, description=says))
        since = len(texts(story, JOOST))
        await story.until("2026-11-30 23:00")
        told = [text for text in texts(story, JOOST)[since:] if "komen niet aan bij Sanne" in text]
        assert len(told) == 1
        file = story.file()
        assert isinstance(file, Client)
        assert [need.kind for need in file.needs] == ["unreachable"]
        assert file.journey == "coaching"
        assert file.plan is not None


async def test_a_client_who_is_back_is_reachable_again() -> None:
    """Blocked and unblocked: the need is gone, and the next check-in comes."""
    async with on_stage() as story:
        await welcome(story)
        story.sanne.person.block()
        await story.settle()
        assert [need.kind for need in client(story).needs] == ["unreachable"]
        since = len(texts(story))
        story.sanne.person.unblock()
        await later(story, timedelta(minutes=1))
        assert (client(story).needs, client(story).unreachable) == ((), None)
        assert [
            text.startswith("Hoi Sanne. Je doet mee, en alles is zoals het was.") for text in texts(story)[since:]
        ] == [True]
        await story.until("2026-11-30 16:30")
        await sanne_taps(story, "7")
        assert client(story).day.number("energy") == 7


async def test_whoever_writes_can_be_reached_also_without_telegrams_word() -> None:
    """A 403 that came late, or an unblocking that nobody heard of: what they do says enough."""
    async with on_stage() as story:
        await welcome(story)
        story.telegram.faults.add(Fault(method="sendMessage", kind="403", chat_id=SANNE))
        keep(story, letter(story, "x", file=client(story).id))
        await story.settle()
        assert [need.kind for need in client(story).needs] == ["unreachable"]
        await story.sanne.says("/help")
        assert (client(story).needs, client(story).unreachable) == ((), None)


async def test_who_comes_back_after_days_is_welcomed_once_and_nothing_is_sent_again() -> None:
    """Blocked for two days of check-ins: "start" and the unblocking are one welcome; today's check-in comes next."""
    async with on_stage() as story:
        await welcome(story)
        story.sanne.person.block()
        await story.until("2026-12-02 12:00")
        failed = states(story)["prompt", LetterState.FAILED]
        since = len(texts(story))
        story.sanne.person.unblock()
        await story.settle()
        await story.sanne.says("/start")
        await later(story, timedelta(minutes=1))
        assert ["alles is zoals het was" in text for text in texts(story)[since:]] == [True]
        await story.until("2026-12-02 16:30")
        assert ["check-in" in text for text in texts(story)[since:]] == [True, True]
        assert (failed, states(story)["prompt", LetterState.FAILED]) == (2, 2)


async def test_a_coach_who_cannot_be_reached_stops_no_client() -> None:
    """The alert fails; the client's day goes on, and the coach's file knows."""
    async with on_stage() as story:
        await welcome(story)
        story.telegram.faults.add(Fault(method="sendMessage", kind="403", chat_id=JOOST, times=None))
        await story.sanne.says("ik wil niet meer leven")
        assert story.file("coach").unreachable is not None
        assert "113" in story.sanne.last
        await story.until("2026-12-01 16:30")  # her check-ins waited for a day (R22)
        await sanne_taps(story, "7")
        assert client(story).day.number("energy") == 7


def client(story: Story) -> Client:
    """The client's file."""
    file = story.file()
    assert isinstance(file, Client)
    return file
