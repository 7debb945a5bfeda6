"""What is odd about a plan (R6, R7): said to the coach beforehand, never mended in silence.

A warning stops nothing: client, supervisor and coach may have agreed it so. What can't be a plan at all is refused
where it is made (`plan_templates.make`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from state_machines.days import is_holiday
from state_machines.plan import QUARTER, Plan, Step, quarters

MOST_JUMP = Decimal("0.25")  # of the contract hours, in one step
LONGEST_WEEKS = 17  # R7: very special cases take 3-4 months
CODES = (
    "uneven",
    "jump",
    "holiday",
    "free_day",
    "free_start",
    "goes_back",
    "gap",
    "long",
    "no_evaluation",
    "evaluation_outside",
    "physician_not_told",
    "over_contract",
)


@dataclass(frozen=True, kw_only=True)
class Warned:
    """One warning: its code (`CODES`), the first date it is about, and a plain value the words may need."""

    code: str
    day: date | None = None
    detail: str = ""


def warnings(plan: Plan, *, before_hours: Decimal = Decimal(0)) -> tuple[Warned, ...]:
    """What is odd about a plan, in the order of `CODES`.

    `before_hours`: hours a week until the plan starts; a plan agreed anew doesn't jump from nothing.
    """
    found = [*_about_steps(plan), *_jumps(plan, before_hours), *_about_whole(plan)]
    return tuple(sorted(found, key=lambda warned: (CODES.index(warned.code), warned.day or date.min)))


def _about_steps(plan: Plan) -> Iterator[Warned]:
    if plan.start.isoweekday() not in plan.weekdays:
        yield Warned(code="free_start", day=plan.start)
    before: Step | None = None
    for step in plan.steps:
        if plan.template != "daily" and _uneven(plan, step):
            yield Warned(code="uneven", day=step.start)
        if step.hours > quarters(plan.contract_hours):
            yield Warned(code="over_contract", day=step.start, detail=str(step.hours))
        if before is not None and step.hours < before.hours:
            yield Warned(code="goes_back", day=step.start, detail=str(step.hours))
        if before is not None and step.start > before.end + timedelta(days=1):
            yield Warned(code="gap", day=before.end + timedelta(days=1))
        if free := _free(plan, step):
            yield Warned(code="free_day", day=min(free.values()), detail=",".join(map(str, sorted(free))))
        yield from (Warned(code="holiday", day=day) for day in _holidays(step))
        before = step


def _uneven(plan: Plan, step: Step) -> bool:
    """Days of one step differ by more than a quarter of an hour, or a working day has none (R6)."""
    per_day = dict(step.per_day)
    hours = [per_day.get(weekday, Decimal(0)) for weekday in sorted(set(plan.weekdays) | per_day.keys())]
    return max(hours) - min(hours) > QUARTER


def _holidays(step: Step) -> Iterator[date]:
    """The public holidays of a step on which hours would have been worked."""
    worked = {weekday for weekday, hours in step.per_day if hours}
    for n in range((step.end - step.start).days + 1):
        day = step.start + timedelta(days=n)
        if day.isoweekday() in worked and is_holiday(day):
            yield day


def _free(plan: Plan, step: Step) -> dict[int, date]:
    """The weekdays with hours that aren't working days, each with its first date in the step."""
    free = {weekday for weekday, hours in step.per_day if hours} - set(plan.weekdays)
    first = {weekday: step.start + timedelta(days=(weekday - step.start.isoweekday()) % 7) for weekday in free}
    return {weekday: day for weekday, day in first.items() if day <= step.end}


def _jumps(plan: Plan, before_hours: Decimal) -> Iterator[Warned]:
    """More than a quarter of the contract in one step; variant II begins with full hours, so it has none."""
    if plan.variant == "II":
        return
    hours = before_hours
    for step in plan.steps:
        if step.hours - hours > plan.contract_hours * MOST_JUMP + QUARTER / 2:
            yield Warned(code="jump", day=step.start, detail=str(step.hours - hours))
        hours = step.hours


def _about_whole(plan: Plan) -> Iterator[Warned]:
    outside = (evaluation for evaluation in plan.evaluations if not plan.start <= evaluation.day <= plan.end)
    holds: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("long", lambda: plan.weeks > LONGEST_WEEKS),
        ("no_evaluation", lambda: not plan.evaluations),
        ("physician_not_told", lambda: plan.physician_told is None),
    )
    details = {"long": str(plan.weeks)}
    yield from (Warned(code=code, detail=details.get(code, "")) for code, holds_ in holds if holds_())
    yield from (Warned(code="evaluation_outside", day=evaluation.day) for evaluation in outside)
