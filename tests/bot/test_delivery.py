"""What becomes of a letter after every answer that Telegram can give, for every class of letter."""

from datetime import UTC, datetime, timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot import delivery
from bot.transport import NotSent
from state_machines.effects import LANE, LetterClass
from storage.port import Claimed, Letter, LetterState

AT = datetime(2026, 11, 30, 15, 30, tzinfo=UTC)
CLASSES = [str(kind) for kind in LetterClass]
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)

#: A letter of which nobody knows whether it arrived: after how long again, and how many tries there are in all.
UNCERTAIN: dict[str, tuple[timedelta | None, int]] = {
    "safety": (SECOND, 1000),
    "alert": (5 * SECOND, 1000),
    "question": (MINUTE, 2),
    "prompt": (10 * MINUTE, 2),
    "reminder": (None, 1),
    "reply": (None, 1),
}
NO_ANSWER = [
    TimedOut(),
    NetworkError("the connection broke"),
    NetworkError("Bad Gateway"),
    TelegramError("Invalid server response"),
]
REFUSED = [BadRequest("can't parse entities"), ChatMigrated(5), EndPointNotFound("x")]
GONE = [
    Forbidden("Forbidden: bot was blocked by the user"),
    Forbidden("Forbidden: user is deactivated"),
    BadRequest("Chat not found"),
    BadRequest("PEER_ID_INVALID"),
]


def claimed(kind: str, tries: int = 0, *, unsure: int = 0) -> Claimed:
    """A letter of this class, taken for sending after so many tries; after `unsure` of them nobody knew."""
    letter = Letter(chat=101, file=None, kind=kind, body="{}", not_before=AT)
    return Claimed(n=1, letter=letter, message_id=None, tries=max(tries, unsure), unsure=unsure)


def named(error: TelegramError) -> str:
    """A name for a test."""
    return f"{type(error).__name__}: {error}"


def test_every_class_of_letter_has_a_policy() -> None:
    """And no other class has."""
    assert set(delivery.POLICY) == set(CLASSES) == set(UNCERTAIN)


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("error", NO_ANSWER, ids=named)
def test_without_an_answer_the_class_decides(kind: str, error: TelegramError) -> None:
    """Safety and alerts until it is sure, a question after a minute, a prompt after ten, the others never again."""
    wait, most = UNCERTAIN[kind]
    first = delivery.failed(claimed(kind), AT, error)
    if wait is None:
        assert (first.state, first.reason) == (LetterState.UNCERTAIN, "no answer")
        return
    assert (first.state, first.not_before) == (LetterState.DUE, AT + wait)
    assert delivery.failed(claimed(kind, unsure=most - 2), AT, error).state is LetterState.DUE
    assert delivery.failed(claimed(kind, unsure=most - 1), AT, error).state is LetterState.UNCERTAIN


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("tries", [1, 2, 2000])
def test_what_certainly_was_not_sent_uses_up_no_repeat(kind: str, tries: int) -> None:
    """However often nobody answered the door: the first time that nobody knows is treated as the first."""
    wait, _ = UNCERTAIN[kind]
    settled = delivery.failed(claimed(kind, tries), AT, TimedOut())
    assert settled.state is (LetterState.UNCERTAIN if wait is None else LetterState.DUE)
    assert settled.not_before == (None if wait is None else AT + wait)


@pytest.mark.parametrize("kind", CLASSES)
def test_when_the_program_itself_ended_what_a_person_waits_for_gets_five_tries(kind: str) -> None:
    """The letter may never have left. Without a limit one on which the program breaks would come for ever."""
    wait, most = UNCERTAIN[kind]
    tries = most if wait is None else max(most, 5)
    assert delivery.uncertain(claimed(kind, unsure=tries - 1), AT, ended=True).state is LetterState.UNCERTAIN
    if wait is not None:
        assert delivery.uncertain(claimed(kind, unsure=tries - 2), AT, ended=True).state is LetterState.DUE


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("error", NO_ANSWER, ids=named)
def test_an_edit_is_repeated_whatever_its_class(kind: str, error: TelegramError) -> None:
    """An edit that came twice is one edit."""
    for tries in (0, 3, 50):
        again = delivery.failed(claimed(kind, tries), AT, error, edit=True)
        assert again.state is LetterState.DUE
        assert again.not_before is not None
        assert AT < again.not_before <= AT + 10 * MINUTE


@pytest.mark.parametrize("kind", CLASSES)
def test_without_a_connection_every_letter_is_sent_again(kind: str) -> None:
    """Telegram has certainly not seen it: 1 s, 2 s, 4 s ... ten minutes apart at most, in the lane 15 seconds."""
    waits = [delivery.failed(claimed(kind, tries), AT, NotSent("refused")).not_before for tries in range(15)]
    assert waits[:3] == [AT + SECOND, AT + 2 * SECOND, AT + 4 * SECOND]
    assert waits[-1] == AT + (15 * SECOND if kind in LANE else 10 * MINUTE)
    assert waits == sorted(wait for wait in waits if wait)


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("error", [InvalidToken(), Conflict("x")], ids=named)
def test_a_bot_that_is_refused_loses_no_letter(kind: str, error: TelegramError) -> None:
    """A token that was revoked says nothing about a letter: it waits, and goes when somebody has mended that."""
    for tries in (0, 3, 50):
        again = delivery.failed(claimed(kind, tries), AT, error)
        assert again.state is LetterState.DUE
        assert again.not_before is not None
        assert AT < again.not_before <= AT + (15 * SECOND if kind in LANE else 10 * MINUTE)


@pytest.mark.parametrize("kind", sorted(LANE))
def test_without_an_answer_for_long_the_lane_asks_more_seldom_and_for_hours(kind: str) -> None:
    """Each try may have arrived: once a minute in the long run, and not given up before half a day is over (R22)."""
    waits = [delivery.failed(claimed(kind, unsure=tries), AT, TimedOut()).not_before for tries in range(998)]
    assert waits == sorted(wait for wait in waits if wait)
    assert waits[-1] == AT + MINUTE
    assert sum((wait - AT for wait in waits if wait), timedelta()) > timedelta(hours=12)


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("seconds", [0, 3, 3600])
def test_asked_to_wait_a_letter_waits_as_long_as_it_was_told(kind: str, seconds: int) -> None:
    """429: exactly as told, however often."""
    for tries in (0, 50):
        again = delivery.failed(claimed(kind, tries), AT, RetryAfter(timedelta(seconds=seconds)))
        assert (again.state, again.not_before) == (LetterState.DUE, AT + timedelta(seconds=seconds))


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("error", GONE, ids=named)
def test_somebody_who_cannot_be_reached_is_a_state_and_not_an_error(kind: str, error: TelegramError) -> None:
    """403, a deleted account, an unknown chat: the letter ends, with the reason that tells the coach."""
    ended = delivery.failed(claimed(kind), AT, error)
    assert (ended.state, ended.reason) == (LetterState.FAILED, "unreachable")


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("error", REFUSED, ids=named)
def test_what_telegram_refuses_is_not_tried_again(kind: str, error: TelegramError) -> None:
    """The same letter would be refused again; its reason names the error and never its words."""
    ended = delivery.failed(claimed(kind), AT, error)
    assert (ended.state, ended.reason) == (LetterState.FAILED, type(error).__name__)


@pytest.mark.parametrize("kind", CLASSES)
def test_a_letter_that_arrived_is_sent(kind: str) -> None:
    """With the number of its message, which its slot is from now on."""
    arrived = delivery.sent(claimed(kind), AT, 77)
    assert (arrived.state, arrived.message_id) == (LetterState.SENT, 77)
