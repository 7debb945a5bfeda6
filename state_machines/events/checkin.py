"""A client's check-in, diary and worked hours."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from state_machines.events.kinds import ClientEvent


@dataclass(frozen=True, kw_only=True)
class CheckinOpened(ClientEvent):
    """The client asks for today's check-in; a finished one opens again to be corrected."""


@dataclass(frozen=True, kw_only=True)
class Answered(ClientEvent):
    """An answer to a question of the check-in of `day`.

    `number` is a score or hours; `words` are whole answers; `add`/`drop` change a list by one item; `message_id`
    is set when it was typed, so that an edit can correct it; `edited` when it is such an edit.
    """

    day: date
    question: str
    number: Decimal | None = None
    words: tuple[str, ...] = ()
    add: str = ""
    drop: str = ""
    ready: bool = False
    message_id: int | None = None
    edited: bool = False


@dataclass(frozen=True, kw_only=True)
class NotUnderstood(ClientEvent):
    """Typed where a number was asked: `reason` is out_of_range or words; the words are kept as a note of the day."""

    day: date
    question: str
    reason: str
    text: str
    message_id: int


@dataclass(frozen=True, kw_only=True)
class Moved(ClientEvent):
    """A way through the check-in of `day`: skip | back | enough | go_on | snooze | write | other."""

    day: date
    way: str
    question: str = ""


@dataclass(frozen=True, kw_only=True)
class Stale(ClientEvent):
    """A button of an earlier day or of something that is over. Changes nothing."""

    what: str = "checkin"


@dataclass(frozen=True, kw_only=True)
class Noted(ClientEvent):
    """The client's own words, kept as a diary note of `day`, their local date of then; `opened` to the coach (R33)."""

    text: str
    message_id: int
    day: date
    forwarded: bool = False
    opened: bool = False


@dataclass(frozen=True, kw_only=True)
class NoteEdited(ClientEvent):
    """A note's text was corrected by editing the message; the earlier text stays in the log."""

    day: date
    number: int
    text: str
    message_id: int


@dataclass(frozen=True, kw_only=True)
class NoteOpened(ClientEvent):
    """The client opened one diary note to the coach (R33), or closed it again."""

    day: date
    number: int
    open: bool


@dataclass(frozen=True, kw_only=True)
class HoursNoted(ClientEvent):
    """Hours worked on a date of the last two weeks (R15, R17): a fact, apart from how it felt.

    No `day` asks which; `every`: of all dates, also those that have hours. A day without `hours` and `off` asks how
    many. `message_id` when it was typed, so that an edit can correct it.
    """

    day: date | None
    hours: Decimal | None = None
    off: bool = False
    every: bool = False
    message_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class TasksNoted(ClientEvent):
    """The tasks done on a date with hours (R15): planned | other | ready; `add` and `drop` change them by one.

    `words` are tasks that were typed.
    """

    day: date
    choice: str = ""
    add: str = ""
    drop: str = ""
    words: tuple[str, ...] = ()
