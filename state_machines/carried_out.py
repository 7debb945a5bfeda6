"""Whether a week was behind its step, or a day or week had more than was agreed (R16, R38). Pure; facts only.

Weeks are those of the plan, and those after its end while full hours are being kept. Too few is under the lower line of
a double schedule, more is above the upper one (R9).
"""

from datetime import date
from decimal import Decimal

from state_machines import keeping
from state_machines.files import Client, Day
from state_machines.on_plan import OFF, band, days_of, worked
from state_machines.plan import NONE, Plan

#: R38: worked hours under this share of the step are too few.
SHARE = Decimal("0.75")
#: At least this share of a week's planned days must be noted before its hours say anything; our choice.
NOTED = Decimal("0.5")
BEHIND = (("partly",), ("not",))


def behind(file: Client, plan: Plan, week: int) -> str:
    """By what a week was behind its step: step (the client says partly or not), hours, or empty when it wasn't."""
    if any(day.words("step") in BEHIND for day in days_of(file, plan, week)):
        return "step"
    return "hours" if too_few(file, plan, week) else ""


def too_few(file: Client, plan: Plan, week: int) -> bool:
    """Whether under 75 % of the planned hours were worked (R38), over the days whose hours were noted.

    A day marked "ill, on leave or no work" leaves out its planned hours too. Nothing is said of a week of which less
    than half of the other planned days was noted.
    """
    kept = days_of(file, plan, week)
    off = {day.date for day in kept if day.words("hours") == OFF}
    planned = [d for d in plan.dates_of(week) if d not in off and keeping.hours_on(file, d) > 0]
    noted = [day for day in kept if day.number("hours") is not None]
    if sum(day.date in planned for day in noted) < NOTED * len(planned):
        return False
    return worked(noted) < SHARE * sum((band(plan, day)[0] for day in noted), NONE)


def more(file: Client, day: Day) -> str:
    """Whether more was worked than agreed (R16): on the `day` itself, in its `week` so far, or empty.

    The week is spoken of once, and not after a day of it that had more by itself: the same hours don't count twice.
    """
    plan = file.plan_on(day.date)
    week = keeping.week_of(file, plan, day.date) if plan else None
    if plan is None or week is None or not day.number("hours"):
        return ""
    if _is_long(plan, day):
        return "day"
    most = most_of_week(file, plan, week)
    earlier = [kept for kept in days_of(file, plan, week) if kept.date < day.date]
    said = any(_is_long(plan, kept) or worked_until(file, plan, kept) > most for kept in earlier)
    return "week" if not said and worked_until(file, plan, day) > most else ""


def _is_long(plan: Plan, day: Day) -> bool:
    """More than the day's own hours; on a day without any, the week tells."""
    return day.planned > 0 and (day.number("hours") or NONE) > band(plan, day)[1]


def worked_until(file: Client, plan: Plan, day: Day) -> Decimal:
    """The hours noted in a day's week of the plan, that day included."""
    week = keeping.week_of(file, plan, day.date)
    return worked([kept for kept in days_of(file, plan, week) if kept.date <= day.date]) if week else NONE


def most_of_week(file: Client, plan: Plan, week: int) -> Decimal:
    """The most hours of a week that are on plan."""
    return sum((_most_on(file, plan, day) for day in plan.dates_of(week)), NONE)


def _most_on(file: Client, plan: Plan, day: date) -> Decimal:
    return max(keeping.hours_on(file, day), plan.band_on(day)[1])
