"""What becomes of a letter after Telegram or a mail server answered, or didn't. The delivery policy, as tables.

`sendMessage` has no idempotency key, nor has mail: when no answer came, the letter may have arrived. What then happens
depends on its class; an edit is repeated freely.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.mail import Carried
from bot.transport import NotSent
from state_machines.effects import LANE
from storage.port import NO_ANSWER, Claimed, LetterState, Settled

LONGEST_BACKOFF = timedelta(minutes=10)
STORE_PAUSE = timedelta(seconds=5)
#: Without a connection, what has a lane of its own is tried more often: it goes as soon as there is one again (R22).
LONGEST_IN_LANE = timedelta(seconds=15)
#: What may have arrived each time is sent again and again only in the lane; never more often than this in the long run.
LONGEST_UNSURE = timedelta(minutes=1)
#: How often what a person waits for is tried when the program itself ended each time: two kills in a row must leave
#: nobody without their question, and a letter on which the program breaks must not come for ever.
MOST_ENDS = 5
#: Between two tries of a mail: 1 minute, 2, 4 ... but never more than a day.
MAIL_PAUSE = timedelta(minutes=1)
MAIL_LONGEST = timedelta(days=1)
#: How often a mail is tried in all when it has certainly not gone: without a server for 34 hours, against a server's
#: last word for a quarter of an hour; without a setting no other try would go better.
MAIL_TRIES = {Carried.NOT_SENT: 12, Carried.REFUSED: 5, Carried.NOT_SET_UP: 1}
UNREACHABLE_REASON = "unreachable"
NO_MAIL = {
    Carried.NOT_SENT: "mail never went",
    Carried.REFUSED: "mail refused",
    Carried.NOT_SET_UP: "mail can't be sent: see TREDE_MAIL",
}
#: Why a letter failed, when it is the person who can't be reached: that is told on.
TOLD_ON = frozenset({UNREACHABLE_REASON, *NO_MAIL.values()})
#: Descriptions of a BadRequest that means: this person can't be reached.
UNREACHABLE = ("chat not found", "user is deactivated", "bot can't initiate", "peer_id_invalid")


@dataclass(frozen=True)
class Again:
    """When a letter whose delivery is uncertain is sent again: after `wait`, then twice that, four times ... to a
    minute or `wait`, whichever is longer; until it may have arrived `most` times (1000 tries are 16 hours)."""

    wait: timedelta
    most: int


POLICY = {
    "safety": Again(timedelta(seconds=1), 1000),
    "alert": Again(timedelta(seconds=5), 1000),
    "question": Again(timedelta(seconds=60), 2),
    "prompt": Again(timedelta(minutes=10), 2),
    "reminder": Again(timedelta(0), 0),
    "reply": Again(timedelta(0), 0),
}


def sent(claimed: Claimed, at: datetime, message_id: int | None) -> Settled:
    """It arrived."""
    return Settled(n=claimed.n, state=LetterState.SENT, at=at, message_id=message_id)


def uncertain(claimed: Claimed, at: datetime, *, edit: bool = False, ended: bool = False) -> Settled:
    """No answer: sent again as its class allows, else kept and shown as uncertain.

    Only tries of which nobody knows use that up; what certainly wasn't sent uses up nothing. `ended`: because this
    program ended meanwhile, so that the letter may never have left.
    """
    again = POLICY[claimed.letter.kind]
    most = max(again.most, MOST_ENDS) if ended and again.most else again.most
    if edit:
        return _later(claimed, at, _pause(claimed), "no answer to an edit")
    if claimed.unsure + 1 < most:
        wait = min(again.wait * 2 ** min(claimed.unsure, 12), max(again.wait, LONGEST_UNSURE))
        return _later(claimed, at, wait, NO_ANSWER)
    return Settled(n=claimed.n, state=LetterState.UNCERTAIN, at=at, reason=NO_ANSWER)


def failed(claimed: Claimed, at: datetime, error: TelegramError, *, edit: bool = False) -> Settled:
    """What an error means. BadRequest and TimedOut are NetworkErrors too: sorted out here, most special first."""
    if isinstance(error, RetryAfter):
        seconds = error.retry_after
        wait = seconds if isinstance(seconds, timedelta) else timedelta(seconds=seconds)
        return _later(claimed, at, wait, "asked to wait")
    if isinstance(error, Forbidden) or is_unreachable(error):
        return Settled(n=claimed.n, state=LetterState.FAILED, at=at, reason=UNREACHABLE_REASON)
    if isinstance(error, BadRequest):
        return Settled(n=claimed.n, state=LetterState.FAILED, at=at, reason=type(error).__name__)
    if isinstance(error, InvalidToken | Conflict):  # it is the bot that is refused, and no letter: none is lost by it
        return _later(claimed, at, _pause(claimed), "bot refused")
    if isinstance(error, NotSent):
        return _later(claimed, at, _pause(claimed), "no connection")
    if isinstance(error, TimedOut | NetworkError) or type(error) is TelegramError:  # half an answer is none
        return uncertain(claimed, at, edit=edit)
    return Settled(n=claimed.n, state=LetterState.FAILED, at=at, reason=type(error).__name__)


def mailed(claimed: Claimed, at: datetime, carried: Carried) -> Settled:
    """What became of a mail. One that may have gone is sent again only as its class allows, with growing pauses."""
    if carried is Carried.SENT:
        return sent(claimed, at, None)
    pause = min(MAIL_PAUSE * 2 ** min(claimed.tries, 12), MAIL_LONGEST)
    if carried is Carried.UNKNOWN:
        most = min(POLICY[claimed.letter.kind].most, MAIL_TRIES[Carried.NOT_SENT])
        if claimed.unsure + 1 < most:
            return _later(claimed, at, max(pause, POLICY[claimed.letter.kind].wait), NO_ANSWER)
        return Settled(n=claimed.n, state=LetterState.UNCERTAIN, at=at, reason=NO_ANSWER)
    if claimed.tries + 1 < MAIL_TRIES[carried]:
        return _later(claimed, at, pause, NO_MAIL[carried])
    return Settled(n=claimed.n, state=LetterState.FAILED, at=at, reason=NO_MAIL[carried])


def store_out(claimed: Claimed, at: datetime) -> Settled:
    """What had to be read or written for it couldn't be, just now: it waits until the store is back."""
    return _later(claimed, at, STORE_PAUSE, "the store was out")


def is_unreachable(error: TelegramError) -> bool:
    """Whether a BadRequest says that the person can't be reached at all."""
    return isinstance(error, BadRequest) and any(text in str(error).casefold() for text in UNREACHABLE)


def backoff(tries: int) -> timedelta:
    """1 s, 2 s, 4 s ... to ten minutes."""
    return min(timedelta(seconds=2 ** min(tries, 12)), LONGEST_BACKOFF)


def _pause(claimed: Claimed) -> timedelta:
    """Before the next try of what has certainly not gone, or does no harm twice; shorter in the lane (R22)."""
    return min(backoff(claimed.tries), LONGEST_IN_LANE if claimed.letter.kind in LANE else LONGEST_BACKOFF)


def _later(claimed: Claimed, at: datetime, wait: timedelta, reason: str) -> Settled:
    return Settled(n=claimed.n, state=LetterState.DUE, at=at, not_before=at + wait, reason=reason)
