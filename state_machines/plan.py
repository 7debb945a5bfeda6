"""The time-contingent plan (R1-R10): steps of hours and tasks, agreed beforehand, that move by the calendar alone.

A plan is a value. How one is made from a pattern stands in `plan_templates`, what is odd about one in
`plan_warnings`, and the two ways in which people change one (R3, R37) in `plan_changes`.
"""

import hashlib
import json
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass, replace
from datetime import date, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from state_machines.days import works_on

WEEK = timedelta(days=7)
QUARTER = Decimal("0.25")
NONE = Decimal(0)

#: Roles that can agree to a plan or be present at an evaluation.
ROLES = ("client", "supervisor", "coach", "physician")
#: R1: own work, own work adapted for now, or other work for now.
KINDS_OF_TASK = ("own", "adapted", "other")
#: What a plan rests on: the physician's advice, or the plan of action that client and employer made.
BASES = ("advice", "plan_of_action")
#: The open question of R6 from week 3 on; never answered by software.
PAYS = ("therapeutic", "wage_value", "to_be_agreed")
#: The two lines of a double schedule (R9).
LINES = ("cautious", "ambitious")


class PlanRefused(ValueError):  # noqa: N818 - named for what happened, as the glossary does
    """The plan can't be made from what was given; `reason` is a short code that the dialogues put into words.

    `detail` is a plain value that the words may need: a date, a number of weeks.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, kw_only=True)
class Task:
    """A task of the plan (R1, R10): its kind, whether it is safe, whether it has deadlines, its share of time in %.

    What nobody said is empty or None: unknown, never a default.
    """

    name: str
    kind: str = ""
    safe: bool | None = None
    deadline: bool | None = None
    share: int | None = None


@dataclass(frozen=True, kw_only=True)
class Blocks:
    """Block work (R6): so many hours of work, then so many of rest, and so on until the day's hours are done."""

    work: Decimal
    rest: Decimal


@dataclass(frozen=True, kw_only=True)
class Step:
    """One period of the plan (R1): first and last local date, hours per week, hours per ISO weekday, names of tasks.

    `pay` is one of `PAYS` or empty; tempo, circumstances and support are free words for the paper.
    """

    start: date
    end: date
    hours: Decimal
    per_day: tuple[tuple[int, Decimal], ...]
    tasks: tuple[str, ...]
    blocks: Blocks | None = None
    pay: str = ""
    tempo: str = ""
    circumstances: str = ""
    support: str = ""

    def hours_on(self, day: date) -> Decimal:
        """The planned hours of a date: none on a holiday or a day that isn't worked."""
        weekdays = tuple(weekday for weekday, _ in self.per_day)
        if not (self.start <= day <= self.end and works_on(day, weekdays)):
            return NONE
        return dict(self.per_day)[day.isoweekday()]


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """A moment to look at the plan together, fixed beforehand (R1): its local date and who is there (`ROLES`)."""

    day: date
    parties: tuple[str, ...] = ("client", "supervisor", "coach")


@dataclass(frozen=True, kw_only=True)
class Taken:
    """Leeway that was taken (R3): how many weeks, at the step that began on `step`, agreed on a local date."""

    step: date
    weeks: int
    on: date


@dataclass(frozen=True, kw_only=True)
class Leeway:
    """The little time by which steps may be lengthened, fixed beforehand (R3).

    At most `weeks` in all; at most `times` times, 0 when any division is fine (1 x 2 or 2 x 1).
    """

    weeks: int = 0
    times: int = 0
    taken: tuple[Taken, ...] = ()

    @property
    def left(self) -> int:
        """How many weeks can still be taken."""
        if self.times and len(self.taken) >= self.times:
            return 0
        return max(0, self.weeks - sum(taken.weeks for taken in self.taken))


@dataclass(frozen=True, kw_only=True)
class Stop:
    """Stopped on medical ground (R37): from which date, on whose advice, when to look again. Never the reason."""

    on: date
    physician: str
    look_again: date


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One version of a client's plan (R4). `before` is the digest of the version it follows, empty for the first.

    `parties` agreed to it on `agreed_on`; `paper` is the date of a signed paper; `effective` is from when it takes the
    place of the version before (the start of the plan when None). `other` is the line of a double schedule that was
    not agreed, `line` says which of the two the steps are (R9). `begins` is when a working day starts, local time; a
    shift that passes midnight belongs to the date on which it begins.
    """

    version: int
    before: str
    goal: str
    contract_hours: Decimal
    weekdays: tuple[int, ...]
    steps: tuple[Step, ...]
    supervisor: str
    parties: tuple[str, ...]
    registered: date
    template: str = "weekly"
    variant: str = "I"
    tasks: tuple[Task, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    basis: str = ""
    leeway: Leeway = field(default_factory=Leeway)
    agreed_on: date | None = None
    paper: date | None = None
    physician_told: date | None = None
    effective: date | None = None
    other: tuple[Step, ...] = ()
    line: str = ""
    begins: time | None = None
    stopped: Stop | None = None

    @property
    def start(self) -> date:
        """The first date of the first step."""
        return self.steps[0].start

    @property
    def end(self) -> date:
        """The last date of the last step."""
        return self.steps[-1].end

    @property
    def runs_from(self) -> date:
        """From which date this version is the one that counts."""
        return self.effective or self.start

    @property
    def weeks(self) -> int:
        """How many weeks the plan lasts, a started week counted whole."""
        return ((self.end - self.start).days + 7) // 7

    def runs_on(self, day: date) -> bool:
        """Whether the plan runs on a date: from its start to its end, unless it was stopped by then (R37)."""
        return self.start <= day <= self.end and (self.stopped is None or day < self.stopped.on)

    def week_of(self, day: date) -> int | None:
        """Which week of the plan a date lies in, from 1; None when the plan doesn't run on that date."""
        return (day - self.start).days // 7 + 1 if self.runs_on(day) else None

    def week_start(self, week: int) -> date:
        """The first date of a week of the plan, counted from 1."""
        return self.start + (week - 1) * WEEK

    def step_on(self, day: date) -> Step | None:
        """The step that a date lies in; None when the plan doesn't run on that date."""
        if not self.runs_on(day):
            return None
        return next((step for step in self.steps if step.start <= day <= step.end), None)

    def hours_on(self, day: date) -> Decimal:
        """The planned hours of a date."""
        step = self.step_on(day)
        return step.hours_on(day) if step else NONE

    def working_days(self, week: int) -> tuple[date, ...]:
        """The dates of a week of the plan on which hours are planned, in order."""
        return tuple(day for day in self.dates_of(week) if self.hours_on(day) > 0)

    def dates_of(self, week: int) -> tuple[date, ...]:
        """The seven dates of a week of the plan."""
        first = self.week_start(week)
        return tuple(first + timedelta(days=n) for n in range(7))

    def week_hours(self, week: int) -> Decimal:
        """The hours planned in a week of the plan; on a public holiday none."""
        return sum((self.hours_on(day) for day in self.dates_of(week)), NONE)

    def band_on(self, day: date) -> tuple[Decimal, Decimal]:
        """The least and the most hours of a date that are on plan: of the two lines of a double schedule (R9)."""
        agreed = self.hours_on(day)
        if not self.other or not self.runs_on(day):
            return agreed, agreed
        ended = replace(self.other[-1], end=max(day, self.other[-1].end))  # a line that got there sooner stays there
        beside = next((step for step in (*self.other[:-1], ended) if step.start <= day <= step.end), None)
        hours = beside.hours_on(day) if beside else agreed
        return min(agreed, hours), max(agreed, hours)

    def next_evaluation(self, day: date) -> Evaluation | None:
        """The first evaluation on or after a date; None when none is planned any more."""
        coming = (evaluation for evaluation in self.evaluations if evaluation.day >= day)
        return min(coming, key=lambda evaluation: evaluation.day, default=None)

    def digest(self) -> str:
        """The version's hash (R4): SHA-256 over its content and its predecessor's hash, as 64 hex digits."""
        return self._digest

    @cached_property
    def _digest(self) -> str:
        return hashlib.sha256(canonical(self).encode()).hexdigest()


def following(plan: Plan, before: Plan | None) -> Plan:
    """The same plan as the version after `before`; the first when there is none (R4)."""
    if before is None:
        return replace(plan, version=1, before="")
    return replace(plan, version=before.version + 1, before=before.digest())


def canonical(plan: Plan) -> str:
    """The one way to write a plan down for hashing: JSON with sorted keys, ISO dates, plain decimals.

    A field that stands at its default is left out, so that a field added later leaves the hash of kept versions alone
    (and a default of a kept class may never change).
    """
    return json.dumps(_plain(plan), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value) if not _at_default(value, each)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.isoformat() if isinstance(value, date | time) else value


def _at_default(value: object, each: Field[object]) -> bool:
    """Whether a field says nothing that its class doesn't say already."""
    default = each.default if each.default_factory is MISSING else each.default_factory()
    return default is not MISSING and bool(getattr(value, each.name) == default)


def spread(hours: Decimal, weekdays: tuple[int, ...]) -> tuple[tuple[int, Decimal], ...]:
    """Weekly hours evenly over the weekdays, in quarters of an hour; a remainder goes to the first days (R6)."""
    quarters = int((hours / QUARTER).to_integral_value(ROUND_HALF_UP))
    each, over = divmod(quarters, len(weekdays))
    return tuple((day, QUARTER * (each + (1 if place < over else 0))) for place, day in enumerate(weekdays))


def quarters(hours: Decimal) -> Decimal:
    """Hours rounded to a quarter of an hour, halves up (R6)."""
    return (hours / QUARTER).to_integral_value(ROUND_HALF_UP) * QUARTER
