"""The hours of kept days beside what was planned: facts, apart from experience (R15, R17). Missing is never zero.

With a double schedule hours anywhere between its two lines are on plan (R9).
"""

from datetime import timedelta
from decimal import Decimal

from state_machines.files import Client, Day
from state_machines.plan import NONE, Plan

OFF = ("off",)


def days_of(file: Client, plan: Plan, week: int) -> tuple[Day, ...]:
    """The kept days of a week of the plan, oldest first."""
    last = plan.week_start(week) + timedelta(days=6)
    return tuple(day for day in file.days_since(plan.week_start(week)) if day.date <= last)


def worked(days: tuple[Day, ...] | list[Day]) -> Decimal:
    """The hours noted on these days together."""
    return sum((number for day in days if (number := day.number("hours")) is not None), NONE)


def band(plan: Plan, day: Day) -> tuple[Decimal, Decimal]:
    """The fewest and the most hours of a kept day that are on plan: of both lines, else what was planned that day."""
    return plan.band_on(day.date) if plan.other and plan.runs_on(day.date) else (day.planned, day.planned)
