"""The two kinds of file: a client's trajectory and a professional's desk. Each is one frozen snapshot.

A file holds all that a turn needs and is bounded: a rolling window of days, short lists, at most two plan versions.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeVar

from state_machines import days
from state_machines.days import AMSTERDAM, MONDAY_TO_FRIDAY, Quiet
from state_machines.plan import Plan

V = TypeVar("V")
WINDOW_DAYS = 35
LIST_MOST = 12
#: How far to look for the next check-in: past any run of public holidays.
DAYS_AHEAD = 22
TYPED_MOST = 16


def but(value: V, **changes: object) -> V:
    """The value with these fields changed: `dataclasses.replace`, ten times faster for values with many fields.

    Only for frozen dataclasses without slots and `__post_init__`. A name that is no field raises TypeError.
    """
    unknown = changes.keys() - value.__dataclass_fields__.keys()  # type: ignore[attr-defined]
    if unknown:
        raise TypeError(f"{type(value).__name__} has no {', '.join(sorted(unknown))}")
    made = object.__new__(type(value))
    made.__dict__.update(value.__dict__, **changes)
    return made


@dataclass(frozen=True, kw_only=True)
class Invite:
    """A one-time deep link: only the SHA-256 of its token is kept, with the moment it ends and who it is for."""

    digest: str
    expires: datetime


@dataclass(frozen=True, kw_only=True)
class Consent:
    """What a client agreed to or withdrew: subject, hash and language of the text they read, moment (R34)."""

    subject: str
    given: bool
    text: str
    language: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answer of a check-in: a number (score 0-10 or hours), words, or skipped; facts and experience apart (R15)."""

    question: str
    at: datetime
    number: Decimal | None = None
    words: tuple[str, ...] = ()
    skipped: bool = False


@dataclass(frozen=True, kw_only=True)
class Day:
    """One local date of a client. `state` is the check-in machine's; `turn` is the day's question by turns (R11).

    `asked`: the bot sent a prompt; `acted`: the client did anything at all; `at`: the question now open; `notes`: how
    many diary notes the date has.
    """

    date: date
    state: str = "resting"
    asked: bool = False
    acted: bool = False
    nudged: bool = False
    snoozed: bool = False
    at: str = ""
    turn: str = ""
    hint: int = 0
    working: bool = False
    planned: Decimal = Decimal(0)
    closes_week: int = 0
    answers: tuple[Answer, ...] = ()
    notes: int = 0
    corrected: bool = False
    high: str = ""

    def answer(self, question: str) -> Answer | None:
        """The answer now standing for a question, if it was given or skipped."""
        return next((answer for answer in self.answers if answer.question == question), None)

    def number(self, question: str) -> Decimal | None:
        """The number given for a question; None when it wasn't asked, answered or was skipped. Never zero."""
        answer = self.answer(question)
        return answer.number if answer else None

    def words(self, question: str) -> tuple[str, ...]:
        """The words chosen or typed for a question."""
        answer = self.answer(question)
        return answer.words if answer else ()

    @property
    def answered(self) -> bool:
        """Whether at least one question was really answered (R11: after the first answer the day counts)."""
        return any(not answer.skipped for answer in self.answers)

    def keep(self, answer: Answer) -> "Day":
        """The day with this answer in place of an earlier one to the same question."""
        others = tuple(a for a in self.answers if a.question != answer.question)
        return but(self, answers=(*others, answer))


@dataclass(frozen=True, kw_only=True)
class Typed:
    """Which question or note a typed message became, so that editing the message corrects it."""

    message_id: int
    date: date
    subject: str


@dataclass(frozen=True, kw_only=True)
class Need:
    """Something that needs the coach: a kind from `needs.KINDS`, and since when."""

    kind: str
    since: datetime


@dataclass(frozen=True, kw_only=True)
class Client:
    """A client's trajectory, from invitation to closing. `coach` is the coach's file id; ids are pseudonyms."""

    id: str
    name: str
    coach: str
    coach_name: str
    coach_days: tuple[int, ...] = MONDAY_TO_FRIDAY
    journey: str = "invited"
    stage: str = ""
    asking: str = ""
    language: str = "nl"
    zone: str = AMSTERDAM
    chat: int | None = None
    invite: Invite | None = None
    consents: tuple[Consent, ...] = ()
    coaching_since: date | None = None
    buttons_only: bool = False
    diary_open: bool = False
    checkin_time: time = time(16, 30)
    checkin_days: tuple[int, ...] | None = None
    morning: time = time(9, 0)
    quiet: Quiet = field(default_factory=Quiet)
    low_energy: Decimal = Decimal(3)
    high_complaint: Decimal = Decimal(7)
    givers: tuple[str, ...] = ()
    drainers: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    lists_asked: tuple[str, ...] = ()
    day: Day | None = None
    window: tuple[Day, ...] = ()
    typed: tuple[Typed, ...] = ()
    next_checkin: date | None = None
    next_step: date | None = None
    silent: int = 0
    silence_asked: bool = False
    begun_on: date | None = None
    begun: int = 0
    paused_until: date | None = None
    versions: tuple[Plan, ...] = ()
    agreed: str = ""
    doable: Decimal | None = None
    high_said: date | None = None
    needs: tuple[Need, ...] = ()
    week_read: bool = False
    unreachable: datetime | None = None

    @property
    def plan(self) -> Plan | None:
        """The agreed plan (R1): the version whose digest the client confirmed. A draft is not a plan."""
        return next((plan for plan in self.versions if self.agreed and plan.digest() == self.agreed), None)

    @property
    def draft(self) -> Plan | None:
        """The registered version that still waits for the client's "yes, that's what we agreed"."""
        newest = self.versions[-1] if self.versions else None
        return newest if newest and newest.digest() != self.agreed else None

    def today(self, at: datetime) -> date:
        """The client's local date at a moment."""
        return days.local_date(at, self.zone)

    def date_now(self, at: datetime) -> date:
        """The date that what the client does now belongs to: today, or the day that is open if they travelled west."""
        today = self.today(at)
        return max(today, self.day.date) if self.day else today

    def asked_on(self, date_: date) -> bool:
        """Whether a check-in belongs on this date: the client's own days, else their working days, holidays aside."""
        if self.checkin_days is None:
            return days.works_on(date_, self.weekdays)
        return date_.isoweekday() in self.checkin_days

    def next_asked(self, after: date) -> date | None:
        """The first date after this one with a check-in; None without days."""
        ahead = (after + timedelta(days=n) for n in range(1, DAYS_AHEAD))
        return next((day for day in ahead if self.asked_on(day)), None)

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The ISO weekdays of the check-in."""
        if self.checkin_days is not None:
            return self.checkin_days
        return self.plan.weekdays if self.plan else MONDAY_TO_FRIDAY

    def days_since(self, first: date) -> tuple[Day, ...]:
        """The kept days from `first` on, oldest first, today's included."""
        kept = (*self.window, self.day) if self.day else self.window
        return tuple(day for day in kept if day.date >= first)

    def remember(self, typed: Typed) -> "Client":
        """The file with one more typed message that can be corrected by editing it; the oldest drop off."""
        others = tuple(t for t in self.typed if t.message_id != typed.message_id)
        return but(self, typed=(*others, typed)[-TYPED_MOST:])

    def need(self, kind: str, since: datetime) -> "Client":
        """The file with a need for the coach; one that stands already keeps its moment."""
        if any(need.kind == kind for need in self.needs):
            return self
        return but(self, needs=(*self.needs, Need(kind=kind, since=since)))

    def met(self, kind: str) -> "Client":
        """The file without this need."""
        return but(self, needs=tuple(need for need in self.needs if need.kind != kind))


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """Half a plan: what a coach has entered so far in the `/plan` dialogue."""

    client: str
    supervisor: str = ""
    goal: str = ""
    contract_hours: Decimal | None = None
    start: date | None = None
    weekdays: tuple[int, ...] = ()
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Card:
    """What a coach's file keeps of a client: the file id, the name to show, and whether the account waits for a yes."""

    client: str
    name: str
    claimed: bool = False


@dataclass(frozen=True, kw_only=True)
class Professional:
    """One coach: language, working days, the dialogue they are in, half a plan. Deputies and physicians come later."""

    id: str
    name: str
    role: str = "coach"
    language: str = "nl"
    zone: str = AMSTERDAM
    chat: int | None = None
    invite: Invite | None = None
    weekdays: tuple[int, ...] = MONDAY_TO_FRIDAY
    summary_time: time = time(8, 30)
    quiet: Quiet = field(default_factory=Quiet)
    desk: str = "idle"
    sketch: Sketch | None = None
    clients: tuple[Card, ...] = ()
    unreachable: datetime | None = None

    def card(self, client: str) -> Card | None:
        """The card of one of this coach's clients."""
        return next((card for card in self.clients if card.client == client), None)

    def named(self, client: str) -> str:
        """The name of a client of this coach; empty if it isn't one."""
        card = self.card(client)
        return card.name if card else ""

    def today(self, at: datetime) -> date:
        """The coach's local date at a moment."""
        return days.local_date(at, self.zone)

    def with_card(self, card: Card) -> "Professional":
        """The file with this client's card added or replaced."""
        others = tuple(c for c in self.clients if c.client != card.client)
        return but(self, clients=(*others, card))

    def without_card(self, client: str) -> "Professional":
        """The file without this client."""
        return but(self, clients=tuple(c for c in self.clients if c.client != client))


File = Client | Professional


def archive(file: Client) -> Client:
    """The file with its current day moved to the window, which keeps the last 35 days."""
    if file.day is None:
        return file
    oldest = file.day.date - timedelta(days=WINDOW_DAYS - 1)
    kept = tuple(day for day in file.window if day.date >= oldest)
    return but(file, window=(*kept, file.day), day=None)
