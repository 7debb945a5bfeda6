"""What can happen, typed by who caused it (R2). Events are frozen values that carry their own moment, in UTC.

A field marked `unlogged` is used in the turn and never kept.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from state_machines.files import Invite
from state_machines.plan import Plan
from state_machines.plan_terms import Period


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened at a moment (aware, UTC)."""

    at: datetime


class ClientEvent(Event):
    """Caused by a client. Never changes a plan."""


class ClockEvent(Event):
    """Caused by the clock or by delivery. Never changes a plan."""


class PhysicianEvent(Event):
    """Caused by the occupational physician. Never changes a plan."""


class CoachEvent(Event):
    """Caused by a coach. The only kind that may carry a plan."""


# --- the client's own -------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class LinkOpened(ClientEvent):
    """An account opened this client's invitation. `display_name` is shown to the coach once and kept nowhere."""

    chat: int
    language: str
    display_name: str = field(metadata={"unlogged": True})


@dataclass(frozen=True, kw_only=True)
class WelcomeChosen(ClientEvent):
    """A choice in the welcome: who | not_now | go_on | buttons | agree | ask_coach | refuse | refuse_sure."""

    choice: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class TimeChosen(ClientEvent):
    """The local time of the check-in; None asks for another time to be typed; `understood` is false for odd input."""

    time: time | None
    understood: bool = True
    typed: bool = False


@dataclass(frozen=True, kw_only=True)
class DaysChosen(ClientEvent):
    """The ISO weekdays of the check-in; None means "my working days"."""

    weekdays: tuple[int, ...] | None
    understood: bool = True
    typing: bool = False
    typed: bool = False


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
class Asked(ClientEvent):
    """A command or menu button: help, plan, diary, look_back, pause, settings, privacy, stop, start, call ..."""

    what: str


@dataclass(frozen=True, kw_only=True)
class SettingChosen(ClientEvent):
    """A choice in a menu: language, zone, morning, buttons, diary, silence ... and its value as plain text."""

    name: str
    value: str
    typed: bool = False


@dataclass(frozen=True, kw_only=True)
class PauseChosen(ClientEvent):
    """No check-ins for this many days (1-14); 0 ends a pause, -1 wasn't understood. The plan runs on."""

    days: int
    typed: bool = False


@dataclass(frozen=True, kw_only=True)
class PlanAnswered(ClientEvent):
    """The client's "yes, that's what we agreed" or "no" to the version with this digest (R1, R4). Carries no plan."""

    digest: str
    agreed: bool


@dataclass(frozen=True, kw_only=True)
class DoableAnswered(ClientEvent):
    """How doable the client finds the version with this digest, 0-10 (R1)."""

    digest: str
    number: Decimal


@dataclass(frozen=True, kw_only=True)
class LeewayAsked(ClientEvent):
    """The client asks about leeway (R3): show | prepare | together | no. Opens a request at most; changes no plan."""

    choice: str


@dataclass(frozen=True, kw_only=True)
class EvaluationAsked(ClientEvent):
    """The client asks for an evaluation, or writes down what they want to discuss there (R38, R40).

    `choice`: show | ask | later | write | words | list | prepare | good (this week's step is enough) | pace (the plan
    is too slow) | ready (put that ready). `words` with words and ready.
    """

    choice: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class EvaluationPrepared(ClientEvent):
    """One of the four questions of R40, by its number from 1: answered in own words, or skipped (no words).

    `message_id` is set when it was typed, so that an edit can correct it; `edited` when it is such an edit.
    """

    number: int
    words: str = ""
    message_id: int | None = None
    edited: bool = False


@dataclass(frozen=True, kw_only=True)
class Disturbed(ClientEvent):
    """Something at work stands in the way (R38): ask | no_work | supervisor_away | not_possible | conflict."""

    kind: str


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


@dataclass(frozen=True, kw_only=True)
class DoctorSaid(ClientEvent):
    """`/arts` (R37): the client's doctor told them something else. Holds step messages, changes no plan."""


@dataclass(frozen=True, kw_only=True)
class EndChosen(ClientEvent):
    """How to go on after the plan (tone 25): weekly | monthly | done; and with what is kept: keep | erase."""

    choice: str


@dataclass(frozen=True, kw_only=True)
class PaperAsked(ClientEvent):
    """A picture or paper of the own plan: picture | pdf | calendar | why."""

    kind: str


@dataclass(frozen=True, kw_only=True)
class SafetySignalled(ClientEvent):
    """Words that may point to danger to life (R22). `tier` 1-3; 0 when help was asked for by command."""

    tier: int
    text: str = ""
    message_id: int | None = None
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class SafetyAnswered(ClientEvent):
    """The answer to the safety text: call | misread. Never takes the coach's signal back."""

    choice: str


@dataclass(frozen=True, kw_only=True)
class Unreadable(ClientEvent):
    """A voice message, photo, sticker or other thing that isn't text; its content is not kept."""

    kind: str


# --- the clock's ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Woke(ClockEvent):
    """A due moment came: its kind, local date and number. `expired` when it came too late to be of use."""

    kind: str
    day: date
    number: int = 0
    expired: bool = False


@dataclass(frozen=True, kw_only=True)
class Unreached(ClockEvent):
    """Telegram says this person blocked the bot or can't be reached; or that they are reachable again."""

    reachable: bool = False


# --- the coach's, to a client's file ----------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Invited(CoachEvent):
    """The coach made a (new) link for this client. The old chat, if any, is unbound."""

    client: str
    name: str
    coach: str
    coach_name: str
    coach_days: tuple[int, ...]
    language: str
    invite: Invite


@dataclass(frozen=True, kw_only=True)
class ClaimAnswered(CoachEvent):
    """The coach recognised the account that opened the link, or did not."""

    right: bool


@dataclass(frozen=True, kw_only=True)
class PlanAgreed(CoachEvent):
    """The coach registers what client and supervisor agreed (R1): the whole version, who agreed, the reason."""

    version: Plan
    parties: tuple[str, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class LeewayTaken(CoachEvent):
    """Client and supervisor agreed to lengthen a step (R3): which one (now | next), by how many weeks, who agreed."""

    which: str
    weeks: int
    parties: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanStopped(CoachEvent):
    """The physician says that working (this much) isn't possible now (R37): name and dates, never the reason."""

    physician: str
    look_again: date


@dataclass(frozen=True, kw_only=True)
class EvaluationHeld(CoachEvent):
    """What came of an evaluation (R40): stands | anew | leeway | other. `planned=None`: an extra one."""

    planned: date | None
    outcome: str


@dataclass(frozen=True, kw_only=True)
class ConsultSet(CoachEvent):
    """A consult with the coach is made, moved (same number) or taken back (`when=None`). No part of the plan."""

    number: int
    when: datetime | None


@dataclass(frozen=True, kw_only=True)
class CoachChanged(CoachEvent):
    """The coach's name or reading days changed; texts to the client say who reads when."""

    coach_name: str
    coach_days: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class NeedMet(CoachEvent):
    """The coach dealt with a need of the client."""

    kind: str


@dataclass(frozen=True, kw_only=True)
class WeekRead(CoachEvent):
    """The coach has read the client's week; the client hears so once (R39)."""


# --- to a professional's file -----------------------------------------------------------------------------------


class DeskEvent(Event):
    """Something for a professional's own file: their own act, or word passed on from a client's file."""


@dataclass(frozen=True, kw_only=True)
class ProfessionalAdded(DeskEvent):
    """`trede coach add`: a professional and their one-time link."""

    professional: str
    name: str
    language: str
    invite: Invite


@dataclass(frozen=True, kw_only=True)
class DeskOpened(DeskEvent):
    """The professional opened their own link."""

    chat: int
    language: str


@dataclass(frozen=True, kw_only=True)
class DeskAsked(DeskEvent):
    """A command or menu button of the coach: help, clients, logbook, invite, plan, settings, cancel ..."""

    what: str


@dataclass(frozen=True, kw_only=True)
class DeskTyped(DeskEvent):
    """What the coach typed or chose in a dialogue, understood as the step asks: one field is set, or none.

    `choice` is one of the words that the step knows; with `number`, which of the things it lists.
    """

    text: str = ""
    number: Decimal | None = None
    day: date | None = None
    weekdays: tuple[int, ...] = ()
    tasks: tuple[str, ...] = ()
    choice: str = ""
    days: tuple[date, ...] = ()
    periods: tuple[Period, ...] = ()
    when: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class DeskPicked(DeskEvent):
    """A button of the coach's: what for, which client, with which value."""

    what: str
    client: str = ""
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class InviteMade(DeskEvent):
    """A token was drawn for a new or existing client; only its digest is kept, the link itself is shown once."""

    client: str
    name: str
    invite: Invite
    link: str = field(metadata={"unlogged": True})


@dataclass(frozen=True, kw_only=True)
class ClaimAsked(DeskEvent):
    """Someone opened a client's link; their account's display name is shown once and not kept."""

    client: str
    display_name: str = field(metadata={"unlogged": True})


@dataclass(frozen=True, kw_only=True)
class ClientTold(DeskEvent):
    """Word about a client: joined, refused, erased, left, paused, call, question, plan_yes, plan_no, plan_replaced,
    doable_low, silent, unreachable, safety ... and a plain detail such as a date or a number."""

    client: str
    name: str
    what: str
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class DeskUnreadable(DeskEvent):
    """The professional sent something that isn't text, or a command that doesn't exist."""

    kind: str


@dataclass(frozen=True, kw_only=True)
class DeskSignalled(DeskEvent):
    """Safety words in a professional's own text (R22): they get the numbers too; nobody else is told."""

    tier: int
