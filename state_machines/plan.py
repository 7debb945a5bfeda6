"""The time-contingent plan (R1-R10): steps of hours and tasks, agreed beforehand, that move by the calendar alone.

This first version knows the weekly build-up of R6: 25, 50, 75 and 100 % of the contract hours, a step a week.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from state_machines.days import works_on

WEEK = timedelta(days=7)
WEEKLY_SHARES = (Decimal("0.25"), Decimal("0.50"), Decimal("0.75"), Decimal("1.00"))
QUARTER = Decimal("0.25")
MOST_CONTRACT_HOURS = Decimal(60)
MOST_HOURS_A_DAY = Decimal(12)


class PlanRefused(ValueError):  # noqa: N818 - named for what happened, as the glossary does
    """The plan can't be made from what was given; `reason` is a short code that the dialogues put into words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class Step:
    """One period of the plan (R1): its first and last local date, hours per week, hours per ISO weekday, tasks."""

    start: date
    end: date
    hours: Decimal
    per_day: tuple[tuple[int, Decimal], ...]
    tasks: tuple[str, ...]

    def hours_on(self, day: date) -> Decimal:
        """The planned hours of a date: none on a holiday or a day that isn't worked."""
        weekdays = tuple(weekday for weekday, _ in self.per_day)
        if not (self.start <= day <= self.end and works_on(day, weekdays)):
            return Decimal(0)
        return dict(self.per_day)[day.isoweekday()]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One version of a client's plan (R4). `before` is the digest of the version it follows, empty for the first."""

    version: int
    before: str
    goal: str
    contract_hours: Decimal
    weekdays: tuple[int, ...]
    steps: tuple[Step, ...]
    supervisor: str
    parties: tuple[str, ...]
    registered: date

    @property
    def start(self) -> date:
        """The first date of the first step."""
        return self.steps[0].start

    @property
    def end(self) -> date:
        """The last date of the last step."""
        return self.steps[-1].end

    @property
    def weeks(self) -> int:
        """How many weeks the plan lasts, a started week counted whole."""
        return ((self.end - self.start).days + 7) // 7

    def week_of(self, day: date) -> int | None:
        """Which week of the plan a date lies in, from 1; None outside the plan."""
        if not self.start <= day <= self.end:
            return None
        return (day - self.start).days // 7 + 1

    def week_start(self, week: int) -> date:
        """The first date of a week of the plan, counted from 1."""
        return self.start + (week - 1) * WEEK

    def step_on(self, day: date) -> Step | None:
        """The step that a date lies in; None outside the plan."""
        return next((step for step in self.steps if step.start <= day <= step.end), None)

    def working_days(self, week: int) -> tuple[date, ...]:
        """The dates of a week of the plan on which hours are planned, in order."""
        first = self.week_start(week)
        dates = (first + timedelta(days=n) for n in range(7))
        return tuple(d for d in dates if (step := self.step_on(d)) and step.hours_on(d) > 0)

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
    """The one way to write a plan down for hashing: JSON with sorted keys, ISO dates, plain decimals."""
    return json.dumps(_plain(plan), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _plain(value: object) -> object:
    if isinstance(value, Plan | Step):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.isoformat() if isinstance(value, date) else value


def spread(hours: Decimal, weekdays: tuple[int, ...]) -> tuple[tuple[int, Decimal], ...]:
    """Weekly hours evenly over the weekdays, in quarters of an hour; a remainder goes to the first days (R6)."""
    quarters = int((hours / QUARTER).to_integral_value(ROUND_HALF_UP))
    each, over = divmod(quarters, len(weekdays))
    return tuple((day, QUARTER * (each + (1 if place < over else 0))) for place, day in enumerate(weekdays))


def weekly(
    *,
    goal: str,
    contract_hours: Decimal,
    start: date,
    weekdays: tuple[int, ...],
    tasks: tuple[str, ...],
    supervisor: str,
    parties: tuple[str, ...],
    registered: date,
    before: Plan | None = None,
) -> Plan:
    """The weekly build-up of R6: four weeks of 25, 50, 75 and 100 % of the contract hours.

    Raises PlanRefused with `contract_hours`, `weekdays`, `hours_a_day`, `tasks` or `start` when what was given
    can't be a plan.
    """
    _check(contract_hours, start, weekdays, tasks, registered)
    steps = tuple(
        _step(start + n * WEEK, (contract_hours * share).quantize(QUARTER, ROUND_HALF_UP), weekdays, tasks)
        for n, share in enumerate(WEEKLY_SHARES)
    )
    plan = Plan(
        version=1,
        before="",
        goal=goal,
        contract_hours=contract_hours,
        weekdays=tuple(sorted(weekdays)),
        steps=steps,
        supervisor=supervisor,
        parties=parties,
        registered=registered,
    )
    return following(plan, before)


def _step(start: date, hours: Decimal, weekdays: tuple[int, ...], tasks: tuple[str, ...]) -> Step:
    days = tuple(sorted(weekdays))
    return Step(start=start, end=start + timedelta(days=6), hours=hours, per_day=spread(hours, days), tasks=tasks)


def _check(hours: Decimal, start: date, weekdays: tuple[int, ...], tasks: tuple[str, ...], today: date) -> None:
    refusals = (
        ("contract_hours", not 1 <= hours <= MOST_CONTRACT_HOURS),
        ("weekdays", not weekdays or not set(weekdays) <= set(range(1, 8))),
        ("hours_a_day", bool(weekdays) and hours / len(weekdays) > MOST_HOURS_A_DAY),
        ("tasks", not tasks),
        ("start", start < today),
    )
    for reason, refused in refusals:
        if refused:
            raise PlanRefused(reason)
