"""Weeks at full hours, in the plan and after its end: how many were kept, and so how a plan ends. Pure.

The goal of a plan is full contract hours in own work (R1). It is kept when its last four weeks were carried out: weeks
of the plan, and weeks after its end date, which count on. Silence is not "carried out"; it is no "not" either.
"""

from datetime import date
from decimal import Decimal

from state_machines.files import Client
from state_machines.on_plan import OFF, days_of, worked
from state_machines.plan import NONE, Plan, Step

#: Four weeks at full hours in own work are the goal kept.
KEEP_WEEKS = 4
KEEPING = "keeping"
#: Kinds of task that are own work; of a task without a kind nobody said that it isn't.
OWN_WORK = ("own", "")


def is_over(plan: Plan, day: date) -> bool:
    """Whether a plan that ran to its end date is over on a date; one that was stopped didn't end, it was stopped."""
    return plan.stopped is None and day > plan.end


def week_of(file: Client, plan: Plan, day: date) -> int | None:
    """Which week of the plan a date lies in; while full hours are being kept, the weeks after its end count on."""
    if file.ended == KEEPING and is_over(plan, day):
        return (day - plan.start).days // 7 + 1
    return plan.week_of(day)


def hours_on(file: Client, day: date) -> Decimal:
    """The hours that were agreed for a date; while full hours are being kept, those of the last step go on."""
    plan = file.plan_on(day)
    if plan is None:
        return NONE
    if is_over(plan, day) and week_of(file, plan, day) is not None:
        return _going_on(plan, day).hours_on(day)
    return plan.hours_on(day)


def week_hours(file: Client, plan: Plan, week: int) -> Decimal:
    """The hours that were agreed for a week of the plan, or for one after its end."""
    return sum((hours_on(file, day) for day in plan.dates_of(week)), NONE)


def step_on(plan: Plan, day: date) -> Step | None:
    """The step of a date; after the plan's end its last one."""
    return _going_on(plan, day) if is_over(plan, day) else plan.step_on(day)


def _going_on(plan: Plan, day: date) -> Step:
    last = plan.steps[-1]
    return Step(start=last.start, end=day, hours=last.hours, per_day=last.per_day, tasks=last.tasks)


def reaches_goal(plan: Plan) -> bool:
    """Whether the last step is the goal: full contract hours, and no task left that was said to be other work (R1)."""
    last = plan.steps[-1]
    kinds = {task.name: task.kind for task in plan.tasks}
    return last.hours >= plan.contract_hours and all(kinds.get(name, "") in OWN_WORK for name in last.tasks)


def went(file: Client, plan: Plan, week: int) -> str:
    """How the client said that a week's step went: full | partly | not; empty when they didn't say."""
    answers = (day.words("step") for day in days_of(file, plan, week) if day.closes_week == week)
    return next((words[0] for words in answers if words), "")


def is_kept(file: Client, plan: Plan, week: int) -> bool:
    """Whether a week was carried out at full contract hours: the client said "fully", and no noted hours say less.

    A day off counts for nothing, unless no other day was noted. A day without hours noted is missing, never zero.
    """
    if not _is_full(plan, week) or went(file, plan, week) != "full":
        return False
    days = days_of(file, plan, week)
    noted = [day for day in days if day.number("hours") is not None]
    if not noted:
        return not any(day.words("hours") == OFF for day in days)
    return worked(noted) >= sum((day.planned for day in noted), NONE)


def _is_full(plan: Plan, week: int) -> bool:
    dates = plan.dates_of(week)
    steps = [step for step in plan.steps if step.start <= dates[-1] and dates[0] <= step.end] or [plan.steps[-1]]
    return all(step.hours >= plan.contract_hours for step in steps)


def kept_weeks(file: Client, plan: Plan, week: int) -> int:
    """How many weeks in a row, up to and including this one, were kept; at most four are counted."""
    count = 0
    while count < KEEP_WEEKS and week - count >= 1 and is_kept(file, plan, week - count):
        count += 1
    return count
