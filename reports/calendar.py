"""A plan in a calendar (RFC 5545): steps, working days, evaluations and consults, that a new version brings up to date.

What an entry is called follows from file, kind and number alone, so the same thing keeps its entry when it moves; the
plan's version is its sequence. What a former version had and this one hasn't comes along as cancelled.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, Decimal

from state_machines import days
from state_machines.files import Consult
from state_machines.plan import Plan, Step

DAY = timedelta(days=1)
DOMAIN = "trede"


@dataclass(frozen=True, kw_only=True)
class Moment:
    """When something is: dates (the end not included) for a whole day or more, moments in UTC for a time.

    `kind` is step | work | evaluation | consult; `number` counts from 1, is the date of a working day as digits, or
    the consult's own. No end: nobody said how long it takes.
    """

    kind: str
    number: int
    starts: date
    ends: date | None = None

    @property
    def key(self) -> tuple[str, int]:
        """What this is, in every version."""
        return self.kind, self.number


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A moment with its words."""

    moment: Moment
    summary: str
    description: str = ""
    cancelled: bool = False


@dataclass(frozen=True, kw_only=True)
class CalendarValues:
    """A calendar: its name, whose plan (`file`, a pseudonym that isn't shown), the plan's version, and its entries.

    `stamp` is when this was made; `zone` the IANA zone in which times are written.
    """

    name: str
    file: str
    version: int
    stamp: datetime
    zone: str
    entries: tuple[Entry, ...]


# --- what is when -------------------------------------------------------------------------------------------------


def moments(plan: Plan, zone: str, consults: tuple[Consult, ...] = ()) -> tuple[Moment, ...]:
    """Everything of a plan that has a date: from a stop on nothing of it (R37); consults are beside the plan."""
    return (*_steps(plan), *_work(plan, zone), *_evaluations(plan), *_consults(consults))


def gone(plan: Plan, former: tuple[Plan, ...], zone: str) -> tuple[tuple[Plan, Moment], ...]:
    """What this plan before its stop, or a former version, had and the plan hasn't; each with the plan it was in."""
    known = {moment.key for moment in moments(plan, zone)}
    found: dict[tuple[str, int], tuple[Plan, Moment]] = {}
    for other in (*former, plan):
        whole = replace(other, stopped=None)
        found |= {moment.key: (whole, moment) for moment in moments(whole, zone) if moment.key not in known}
    return tuple(found.values())


def _steps(plan: Plan) -> Iterator[Moment]:
    """Each step as whole days, up to a stop."""
    for number, step in enumerate(plan.steps, 1):
        ends = step.end + DAY if plan.stopped is None else min(step.end + DAY, plan.stopped.on)
        if step.start < ends:
            yield Moment(kind="step", number=number, starts=step.start, ends=ends)


def _work(plan: Plan, zone: str) -> Iterator[Moment]:
    """Each working day from when it begins; none when nobody said when that is."""
    if plan.begins is None:
        return
    for n in range((plan.end - plan.start).days + 1):
        day = plan.start + n * DAY
        step, hours = plan.step_on(day), plan.hours_on(day)
        if step is not None and hours > 0:
            starts = days.moment(day, plan.begins, zone)
            number = int(day.strftime("%Y%m%d"))
            yield Moment(kind="work", number=number, starts=starts, ends=starts + length_of_day(step, hours))


def length_of_day(step: Step, hours: Decimal) -> timedelta:
    """How long a working day takes: its hours, and in block work the rest between the blocks (R6)."""
    blocks = step.blocks
    rests = (hours / blocks.work).to_integral_value(ROUND_CEILING) - 1 if blocks else Decimal(0)
    whole = hours + (rests * blocks.rest if blocks else 0)
    return timedelta(seconds=int(whole * 3600))


def _evaluations(plan: Plan) -> Iterator[Moment]:
    for number, evaluation in enumerate(plan.evaluations, 1):
        if plan.stopped is None or evaluation.day < plan.stopped.on:
            yield Moment(kind="evaluation", number=number, starts=evaluation.day, ends=evaluation.day + DAY)


def _consults(consults: tuple[Consult, ...]) -> Iterator[Moment]:
    return (Moment(kind="consult", number=consult.number, starts=consult.at) for consult in consults)


def uid(file: str, moment: Moment) -> str:
    """The name of an entry for good: the same in every version, and about nobody."""
    named = hashlib.sha256(f"{file}:{moment.kind}:{moment.number}".encode()).hexdigest()[:32]
    return f"{named}@{DOMAIN}"


def ics(values: CalendarValues) -> bytes:
    """The calendar as a file. Same values, same bytes."""
    from reports import icalendar_file

    return icalendar_file.written(values)
