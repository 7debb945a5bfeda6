"""A client's file: their trajectory, as one frozen snapshot. It holds all that a turn needs and is bounded."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from state_machines import days, rhythm
from state_machines.case import Complaints, FacilitatorContact, PhysicianContact, Referral, Sign
from state_machines.client_day import Day
from state_machines.days import AMSTERDAM, MONDAY_TO_FRIDAY, Quiet
from state_machines.entries import Consent, Consult, Evaluated, Invite, Need, Request, Sheet, Typed
from state_machines.frozen import but
from state_machines.hand_over import Deputy, Leave, Talk
from state_machines.plan import Plan
from state_machines.rule import Rule

#: The journeys in which somebody is coached; the plan runs on in a pause.
COACHED = ("coaching", "paused")
WINDOW_DAYS = 35
LIST_MOST = 12
#: How far to look for the next check-in: a month, past any run of public holidays.
DAYS_AHEAD = 50
TYPED_MOST = 16
A_MONDAY = date(2024, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Client:
    """A client's trajectory, from invitation to closing. `coach` is the coach's file id; ids are pseudonyms.

    `agreed` is the digest of the newest version that was agreed, `earlier` of the one that runs until that one starts,
    `declined` of the last one that the client said no to.
    `prepared`: the client's answers to the four questions of R40; `sheet`: for the talk with the supervisor (R33). Step
    *messages* are held until both `safety_until` (R22) and `doctor_until` (R37) are over. `ended`: how the plan ended
    (`ending.WAYS`), "" while it didn't; from `slow_from` on a check-in comes in the `slow` rhythm, weekly or monthly,
    until another plan counts.
    `referral` is the one that is open, or the last one; `referrals` how many there ever were.
    `tidy_chat`: what the client types is taken out of the chat once it is kept (R35).
    `deputy` stands in for the coach, who is away on the days of `coach_leave`; `talk`: a person has taken over.
    `regime`: delegation | own_tool (`consents.REGIMES`), "" until the installation chose one.
    `facilitator` leads the work-adjustment steps and sees nothing but what is planned (R30).
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
    sheet: Sheet | None = None
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
    facilitator: FacilitatorContact | None = None

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


def archive(file: Client) -> Client:
    """The file with its current day moved to the window, which keeps the last 35 days."""
    if file.day is None:
        return file
    oldest = file.day.date - timedelta(days=WINDOW_DAYS - 1)
    kept = tuple(day for day in file.window if day.date >= oldest)
    return but(file, window=(*kept, file.day), day=None)
