"""To a professional's own file: their own acts, and word of their clients."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from state_machines.case import PhysicianContact
from state_machines.events.kinds import DeskEvent
from state_machines.files import Invite
from state_machines.plan_terms import Period
from state_machines.rule import Rule


@dataclass(frozen=True, kw_only=True)
class ProfessionalAdded(DeskEvent):
    """`trede coach add`: a professional and their one-time link."""

    professional: str
    name: str
    language: str
    invite: Invite
    role: str = "coach"
    phone: str = ""
    mail: str = ""
    notice: str = "each"
    rule: Rule | None = None
    physician: PhysicianContact | None = None
    regime: str = ""


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
    """Someone opened a client's link; their account's display name is shown once and not kept.

    To a deputy, with the client's name, and whose client it is.
    """

    client: str
    display_name: str = field(metadata={"unlogged": True})
    name: str = ""
    coach: str = ""
    coach_name: str = ""


@dataclass(frozen=True, kw_only=True)
class ClientTold(DeskEvent):
    """Word about a client: joined, refused, erased, let_go, taken_back, left, paused, call, question, plan_yes,
    plan_no, plan_replaced, doable_low, silent, unreachable, safety ... and a plain detail such as a date or a number.

    `also_deputy`: the coach's deputy is told as well, on leave or not (R21, R37). To a deputy, `coach` and `coach_name`
    say whose client it is.
    """

    client: str
    name: str
    what: str
    detail: str = ""
    also_deputy: bool = False
    coach: str = ""
    coach_name: str = ""


@dataclass(frozen=True, kw_only=True)
class DeskWrote(DeskEvent):
    """What a professional typed for the client whom they write to or talk with. Kept in the client's file alone."""

    text: str = field(metadata={"unlogged": True})


@dataclass(frozen=True, kw_only=True)
class ClientSaid(DeskEvent):
    """To the person who has taken over: what the client typed. Shown, and not kept here."""

    client: str
    name: str
    text: str = field(metadata={"unlogged": True})
    edited: bool = False


@dataclass(frozen=True, kw_only=True)
class TalkTold(DeskEvent):
    """To who writes to a client or talks with them: begun | refused | sent | later | not_sent | over, and why.

    `detail`: a name or moment that belongs to it; `coach`: whose client it is, to who stands in.
    """

    client: str
    name: str
    state: str
    why: str = ""
    detail: str = ""
    coach: str = ""


@dataclass(frozen=True, kw_only=True)
class DefaultsSet(DeskEvent):
    """What a new client of this coach begins with: the complaint rule's numbers, the physician, the regime (R33)."""

    rule: Rule | None = None
    physician: PhysicianContact | None = None
    regime: str = ""


@dataclass(frozen=True, kw_only=True)
class DeskUnreadable(DeskEvent):
    """The professional sent something that isn't text, or a command that doesn't exist."""

    kind: str


@dataclass(frozen=True, kw_only=True)
class DeskSignalled(DeskEvent):
    """Safety words in a professional's own text (R22): they get the numbers too; nobody else is told."""

    tier: int
