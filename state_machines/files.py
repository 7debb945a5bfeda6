"""The two kinds of file: a client's trajectory and a professional's desk. Each is one frozen snapshot.

A file holds all that a turn needs and is bounded: a rolling window of days, short lists, at most two plan versions.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeVar

from state_machines import days, rhythm
from state_machines.case import Case, Complaints, PhysicianContact, Referral, Sign
from state_machines.days import AMSTERDAM, MONDAY_TO_FRIDAY, Quiet
from state_machines.hand_over import TALK_MINUTES, AskedDeputy, Correspondent, Deputy, Leave, StandsIn, Talk
from state_machines.plan import Plan
from state_machines.plan_terms import Period
from state_machines.rule import Rule

V = TypeVar("V")
WINDOW_DAYS = 35
LIST_MOST = 12
#: How far to look for the next check-in: a month, past any run of public holidays.
DAYS_AHEAD = 50
TYPED_MOST = 16
#: Facts of a day that can be noted beside the check-in (R15).
FACTS = ("hours", "tasks")
#: The question whose score a complaint in words asks too (R19).
COMPLAINT = "complaint"
A_MONDAY = date(2024, 1, 1)


def but(value: V, **changes: object) -> V:
    """The value with these fields changed: `dataclasses.replace`, ten times faster for values with many fields.

    Only for frozen dataclasses without slots and `__post_init__`. A name that is no field raises TypeError.
    """
    fields = value.__dataclass_fields__.keys()  # type: ignore[attr-defined]
    if not changes.keys() <= fields:
        raise TypeError(f"{type(value).__name__} has no {', '.join(sorted(changes.keys() - fields))}")
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
    many diary notes the date has; `noted`: the hours were noted beside the check-in, which then doesn't ask for them;
    `voiced`: a complaint was put in words, which makes it a bad day (R19).
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
    noted: bool = False
    corrected: bool = False
    high: str = ""
    voiced: bool = False

    def answer(self, question: str) -> Answer | None:
        """The answer now standing for a question, if it was given or skipped."""
        for answer in self.answers:
            if answer.question == question:
                return answer
        return None

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
        """Whether at least one question was really answered (R11: after the first answer the day counts).

        Hours and tasks that were noted beside the check-in are no answer to it (R17), nor is the score of a complaint
        that was put in words.
        """
        aside = (*(FACTS if self.noted else ()), *((COMPLAINT,) if self.voiced else ()))
        return any(not answer.skipped and answer.question not in aside for answer in self.answers)

    @property
    def known(self) -> bool:
        """Whether anything is known of this day: an answer, or hours noted beside the check-in."""
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
class Consult:
    """A talk with the coach (R1): beside the plan and outside its hash, so it may move. `number` names it for good."""

    number: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Evaluated:
    """An evaluation that was held: the date it was planned for (None: an extra one), when, and what came of it."""

    planned: date | None
    on: date
    outcome: str


@dataclass(frozen=True, kw_only=True)
class Request:
    """Something the client, or a lag, asks people to look at (R3, R38): `kind` is leeway | evaluation | topic.

    `why`: asked | lag | hours | end. A topic is what the client wants to discuss at the next evaluation, in own
    `words`. It changes no plan, and ends when the coach records what came of it.
    """

    kind: str
    why: str
    on: date
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Client:
    """A client's trajectory, from invitation to closing. `coach` is the coach's file id; ids are pseudonyms.

    `agreed` is the digest of the newest version that was agreed, `earlier` of the one that runs until that one starts,
    `declined` of the last one that the client said no to.
    `prepared`: the client's answers to the four questions of R40. Step *messages* are held until both `safety_until`
    (R22) and `doctor_until` (R37) are over. `ended`: how the plan ended (`ending.WAYS`), "" while it didn't;
    from `slow_from` on a check-in comes in the `slow` rhythm, weekly or monthly, until another plan counts.
    `referral` is the one that is open, or the last one; `referrals` how many there ever were.
    `tidy_chat`: what the client types is taken out of the chat once it is kept (R35).
    `deputy` stands in for the coach, who is away on the days of `coach_leave`; `talk`: a person has taken over.
    `regime`: delegation | own_tool (`consents.REGIMES`), "" until the installation chose one.
    """

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
    tidy_chat: bool = False
    checkin_time: time = time(16, 30)
    checkin_days: tuple[int, ...] | None = None
    morning: time = time(9, 0)
    quiet: Quiet = field(default_factory=Quiet)
    low_energy: Decimal = Decimal(3)
    givers: tuple[str, ...] = ()
    drainers: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
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
    earlier: str = ""
    declined: str = ""
    doable: Decimal | None = None
    consults: tuple[Consult, ...] = ()
    evaluated: tuple[Evaluated, ...] = ()
    requests: tuple[Request, ...] = ()
    prepared: tuple[str, ...] = ()
    safety_until: datetime | None = None
    doctor_until: datetime | None = None
    next_agenda: date | None = None
    ended: str = ""
    slow: str = ""
    slow_from: date | None = None
    high_said: date | None = None
    needs: tuple[Need, ...] = ()
    week_read: bool = False
    unreachable: datetime | None = None
    rule: Rule = field(default_factory=Rule)
    complaints: Complaints = field(default_factory=Complaints)
    referral: Referral | None = None
    referrals: int = 0
    physician: PhysicianContact | None = None
    deputy: Deputy | None = None
    coach_leave: Leave | None = None
    talk: Talk | None = None
    regime: str = ""

    @property
    def plan(self) -> Plan | None:
        """The agreed plan (R1) that runs on the day this file is at: a version that client or signed paper confirmed.

        A draft is not a plan.
        """
        return self.plan_on(self.day.date) if self.day else self._version(self.agreed)

    def plan_on(self, day: date) -> Plan | None:
        """The agreed plan of a date: the newest one, or the one before while the newest is yet to start."""
        newest, before = self._version(self.agreed), self._version(self.earlier)
        return before if newest and before and day < newest.runs_from else newest

    @property
    def draft(self) -> Plan | None:
        """The registered version that still waits for the client's "yes, that's what we agreed"."""
        newest = self.versions[-1] if self.versions else None
        return newest if newest and newest.digest() != self.agreed else None

    @property
    def awaits_yes(self) -> bool:
        """Whether a registered version waits for an answer: not one that the client said no to."""
        return self.draft is not None and self.draft.digest() != self.declined

    def _version(self, digest: str) -> Plan | None:
        return next((plan for plan in self.versions if digest and plan.digest() == digest), None)

    @property
    def held_until(self) -> datetime | None:
        """Until when step messages are held, by whichever hold is the longer; None when there was none."""
        return max((until for until in (self.safety_until, self.doctor_until) if until is not None), default=None)

    def signalled(self, at: datetime) -> bool:
        """Whether a moment lies in the 24 hours after a safety signal, in which the bot begins nothing (R22)."""
        return self.safety_until is not None and at < self.safety_until

    def request(self, kind: str) -> Request | None:
        """The open request of a kind."""
        return next((request for request in self.requests if request.kind == kind), None)

    def today(self, at: datetime) -> date:
        """The client's local date at a moment."""
        return days.local_date(at, self.zone)

    def date_now(self, at: datetime) -> date:
        """The date that what the client does now belongs to: today, or the day that is open if they travelled west."""
        today = self.today(at)
        return max(today, self.day.date) if self.day else today

    def asked_on(self, date_: date) -> bool:
        """Whether a check-in belongs on this date: the client's own days, else their working days, holidays aside.

        Once a plan is over, one of those a week or month (R40).
        """
        if not self.slowed_on(date_):
            return self._usually_asked(date_)
        plan = self.plan_on(date_)
        return rhythm.falls_on(date_, self.slow, self._usually_asked, plan.start if plan else A_MONDAY)

    def slowed_on(self, date_: date) -> bool:
        """Whether the rhythm after a plan's end holds on a date: until a plan counts that was agreed since."""
        if not self.slow or self.slow_from is None:
            return False
        plan = self.plan_on(date_)
        return plan is None or (plan.runs_from < self.slow_from and not plan.runs_on(date_))

    def _usually_asked(self, date_: date) -> bool:
        if self.checkin_days is None:
            plan = self.plan_on(date_)
            return days.works_on(date_, plan.weekdays if plan else MONDAY_TO_FRIDAY)
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
        others = [t for t in self.typed if t.message_id != typed.message_id]
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
    """What a coach has entered so far about a client's plan: a new one (R1), or a change of the one that runs.

    `evaluations=None`: those of the template. `leeway`: the weeks of it that are fixed beforehand (R3). `agreed_on` is
    asked last, so a sketch that has it is whole. `after_evaluation`: an evaluation led to it (R37). The last six belong
    to the shorter dialogues: which step (now | next) by how many weeks (R3); who stopped the plan, and when to look
    again (R37); for which date the evaluation was planned (R40); the number of the consult that moves.
    """

    client: str
    template: str = ""
    supervisor: str = ""
    goal: str = ""
    contract_hours: Decimal | None = None
    start: date | None = None
    weekdays: tuple[int, ...] = ()
    periods: tuple[Period, ...] = ()
    tasks: tuple[str, ...] = ()
    evaluations: tuple[date, ...] | None = None
    leeway: int = 0
    physician_told: date | None = None
    agreed_on: date | None = None
    paper: date | None = None
    after_evaluation: bool = False
    which: str = ""
    weeks: int = 0
    physician: str = ""
    look_again: date | None = None
    planned: date | None = None
    consult: int = 0


@dataclass(frozen=True, kw_only=True)
class Card:
    """What a coach's file keeps of a client: the file id, the name to show, and whether the account waits for a yes.

    `consults` are those that are still to come, so that they can be moved; `consults_made` counts all there ever were,
    so that no number is given twice.
    """

    client: str
    name: str
    claimed: bool = False
    consults: tuple[Consult, ...] = ()
    consults_made: int = 0

    def consult(self, number: int) -> Consult | None:
        """The consult with this number, as long as it is to come."""
        return next((consult for consult in self.consults if consult.number == number), None)


@dataclass(frozen=True, kw_only=True)
class Professional:
    """One coach or occupational physician (`role`): language, working days, the dialogue they are in, half a plan.

    A coach's `rule`, `physician` and `regime` are what a new client of theirs begins with. A physician has a telephone
    number for clients, perhaps a mail address, `notice` each | weekly, and the `cases` that are open or were lately.
    A coach's `deputy` stands in on the days of `leave`, and is asked about the clients of `deputy_asked`;
    `stands_in_for` are the coaches who named this one. `with_client`: whom they are writing to or talking with.
    `gone`: this coach was removed; `gone_to` is the one who took over the clients, if there were any.
    """

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
    rule: Rule = field(default_factory=Rule)
    physician: PhysicianContact | None = None
    phone: str = ""
    mail: str = ""
    notice: str = "each"
    cases: tuple[Case, ...] = ()
    deputy: Deputy | None = None
    leave: Leave | None = None
    deputy_asked: tuple[AskedDeputy, ...] = ()
    stands_in_for: tuple[StandsIn, ...] = ()
    with_client: Correspondent | None = None
    talk_minutes: int = TALK_MINUTES
    gone: bool = False
    gone_to: str = ""
    regime: str = ""

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
