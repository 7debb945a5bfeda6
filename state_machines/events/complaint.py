"""A client's complaints and early signs, words of danger, and the people around them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from state_machines.events.kinds import ClientEvent


@dataclass(frozen=True, kw_only=True)
class ComplaintVoiced(ClientEvent):
    """`/klacht` (R18): show | urgent (it can't wait) | can_wait | words | keep | discuss | physician | score.

    `words` with words, which asks what is to happen with them: a closed note of the diary, of local date `day`.
    `number` (0-10) with score, None: skipped. `day` with a button: the date it was shown on. `notes` with discuss:
    which notes of that date are opened to the coach (R33). `message_id`: it was typed.
    """

    choice: str
    words: str = ""
    number: Decimal | None = None
    day: date | None = None
    notes: tuple[int, ...] = ()
    message_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class SignChosen(ClientEvent):
    """The client's own list of early signs (R26): show | list | add | new, or of one `sign`, named by its words:
    one | write | answer | rename | renamed | remove | removed.

    `words` with new, answer and renamed. `message_id` when they were typed, so that an edit can correct them.
    """

    choice: str
    sign: str = ""
    words: str = ""
    message_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class SafetySignalled(ClientEvent):
    """Words that may point to danger to life (R22). `tier` 1-3; 0 when help was asked for by command."""

    tier: int
    text: str = ""
    message_id: int | None = None
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class SafetyAnswered(ClientEvent):
    """The answer to the safety text: call | misread | better. Never takes the coach's signal back."""

    choice: str


@dataclass(frozen=True, kw_only=True)
class ContactsChosen(ClientEvent):
    """The client's own people (R22): show | add | words (names that were typed) | drop (takes `item` off)."""

    choice: str
    words: tuple[str, ...] = ()
    item: str = ""
