"""A plan week by week, beside what happened: hours that public holidays take away, hours worked (R15: facts only)."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from state_machines.days import is_holiday, local_date
from state_machines.events import Answered, Event, HoursNoted
from state_machines.files import Client
from state_machines.plan import Evaluation, Plan, Step
from state_machines.working import DAYS_BACK, HOURS_A_DAY

#: The first date of a week of the plan, and hours.
Weeks = tuple[tuple[date, Decimal], ...]


def holidays_of(step: Step) -> tuple[date, ...]:
    """The public holidays on which a step would have hours."""
    worked = {weekday for weekday, hours in step.per_day if hours}
    dates = (step.start + timedelta(days=n) for n in range((step.end - step.start).days + 1))
    return tuple(day for day in dates if day.isoweekday() in worked and is_holiday(day))


def short_weeks(plan: Plan) -> Weeks:
    """The weeks in which public holidays take planned hours away, and what is left; none from a stop on (R37)."""
    free = {day for step in plan.steps for day in holidays_of(step)}
    weeks = (plan.week_start(week) for week in range(1, plan.weeks + 1))
    return tuple(
        (first, plan.week_hours(n)) for n, first in enumerate(weeks, 1) if plan.runs_on(first) and free & _week(first)
    )


def _week(first: date) -> set[date]:
    return {first + timedelta(days=n) for n in range(7)}


def coming(plan: Plan) -> tuple[Evaluation, ...]:
    """The evaluations that stand: from a stop on none (R37)."""
    return tuple(each for each in plan.evaluations if plan.stopped is None or each.day < plan.stopped.on)


def worked_by_day(events: Iterable[Event], zone: str) -> dict[date, Decimal]:
    """The hours that a client noted, by local date; a later word about a date takes the place of an earlier one.

    What couldn't be taken then doesn't count here: a button of an earlier day, a date out of reach, too many hours.
    """
    found: dict[date, Decimal | None] = {}
    for event in events:
        if isinstance(event, HoursNoted) and event.day is not None and _in_reach(event, event.day, zone):
            found[event.day] = event.hours
        elif isinstance(event, Answered) and event.question == "hours" and _in_time(event, zone):
            found[event.day] = event.number
    return {day: hours for day, hours in found.items() if hours is not None}


def _in_reach(event: HoursNoted, day: date, zone: str) -> bool:
    back = (local_date(event.at, zone) - day).days
    said = event.off or (event.hours is not None and 0 <= event.hours <= HOURS_A_DAY)
    return said and 0 <= back <= DAYS_BACK


def _in_time(event: Answered, zone: str) -> bool:
    return event.edited or event.day >= local_date(event.at, zone)


def worked_in_window(file: Client) -> dict[date, Decimal | None]:
    """The hours of each day that the file still holds; None where none are known."""
    return {day.date: day.number("hours") for day in file.days_since(date.min)}


def worked_weeks(plan: Plan, by_day: dict[date, Decimal], today: date) -> Weeks:
    """The hours worked in each week of the plan, up to a date; a week of which nothing is known is left out."""
    weeks = (plan.week_start(week) for week in range(1, plan.weeks + 1))
    found = []
    for first in weeks:
        known = [by_day[day] for day in sorted(_week(first)) if day in by_day and day <= today]
        if known:
            found.append((first, sum(known, Decimal(0))))
    return tuple(found)
