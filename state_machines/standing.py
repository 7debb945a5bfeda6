"""Where the plan stands, as a referral tells it (tone 23): step, week, hours, evaluation, leeway. Numbers and dates."""

from datetime import date
from decimal import Decimal

from state_machines import keeping
from state_machines.case import Standing
from state_machines.files import Client
from state_machines.on_plan import days_of, worked
from state_machines.plan import Plan


def standing_of(file: Client, today: date) -> Standing | None:
    """The standing on a date; None when no plan runs. Hours are those of the last whole week, else of this one."""
    plan = file.plan_on(today)
    week = plan.week_of(today) if plan else None
    step = plan.step_on(today) if plan else None
    if plan is None or week is None or step is None:
        return None
    told = max(week - 1, 1)
    evaluation = plan.next_evaluation(today)
    return Standing(
        step=plan.steps.index(step) + 1,
        steps=len(plan.steps),
        week=week,
        weeks=plan.weeks,
        planned=keeping.week_hours(file, plan, told),
        worked=_worked(file, plan, told),
        evaluation=evaluation.day if evaluation else None,
        leeway=plan.leeway.left,
    )


def _worked(file: Client, plan: Plan, week: int) -> Decimal | None:
    """Hours noted in a week; None when none were: missing is missing, never zero."""
    noted = [day for day in days_of(file, plan, week) if day.number("hours") is not None]
    return worked(noted) if noted else None
