"""The two ways in which people change a plan that runs: leeway (R3) and a stop on medical ground (R37).

A plan that is agreed anew is simply a new plan, made from new terms. Nothing here is reached by a client's, the
clock's or the physician's event.
"""

from dataclasses import replace
from datetime import date, timedelta

from state_machines.plan import WEEK, Evaluation, Plan, PlanRefused, Step, Stop, Taken


def lengthened(
    plan: Plan,
    *,
    step: date,
    weeks: int,
    on: date,
    parties: tuple[str, ...],
    held: frozenset[date | None] = frozenset(),
) -> Plan:
    """The plan with the step that begins on `step` lengthened by so many weeks; the rest and the end date shift.

    Evaluations within that step stay, as do those of the past and those that were `held`; later ones shift along, and
    so does the one at the end of the plan. Raises PlanRefused, with the weeks that are left as its detail: stopped,
    not_agreed (client and supervisor must both agree), no_leeway (none was fixed beforehand), used_up, weeks, too_much,
    no_step, past.
    """
    found = _lengthened_step(plan, step, weeks, on, parties)
    shifts_from = _last_worked(found) if found is plan.steps[-1] else found.end + timedelta(days=1)
    taken = (*plan.leeway.taken, Taken(step=step, weeks=weeks, on=on))
    return replace(
        plan,
        steps=_shifted(plan.steps, found.end, weeks),
        other=_shifted(plan.other, found.end, weeks),
        evaluations=tuple(
            _later(each, weeks) if each.day >= max(shifts_from, on) and each.day not in held else each
            for each in plan.evaluations
        ),
        leeway=replace(plan.leeway, taken=taken),
        parties=parties,
        agreed_on=on,
        paper=None,
        effective=on,
    )


def _lengthened_step(plan: Plan, step: date, weeks: int, on: date, parties: tuple[str, ...]) -> Step:
    """The step that is meant; raises PlanRefused with the first reason why it can't be lengthened."""
    found = next((each for each in plan.steps if each.start == step), None)
    refusals = (
        ("stopped", plan.stopped is not None),
        ("not_agreed", not {"client", "supervisor"} <= set(parties)),
        ("no_leeway", plan.leeway.weeks == 0),
        ("used_up", plan.leeway.left == 0),
        ("weeks", weeks < 1),
        ("too_much", weeks > plan.leeway.left),
        ("no_step", found is None),
        ("past", found is not None and found.end < on),
    )
    reason = next((reason for reason, refused in refusals if refused), "")
    if reason or found is None:
        raise PlanRefused(reason, str(plan.leeway.left))
    return found


def _last_worked(step: Step) -> date:
    """The last working day of a step; its last date when it has none."""
    dates = (step.end - timedelta(days=n) for n in range((step.end - step.start).days + 1))
    return next((day for day in dates if step.hours_on(day)), step.end)


def _shifted(steps: tuple[Step, ...], end: date, weeks: int) -> tuple[Step, ...]:
    """The step in which `end` lies becomes longer, what comes after it moves."""
    by = weeks * WEEK
    return tuple(
        replace(step, start=step.start + by, end=step.end + by)
        if step.start > end
        else replace(step, end=step.end + by)
        if step.end >= end
        else step
        for step in steps
    )


def _later(evaluation: Evaluation, weeks: int) -> Evaluation:
    return replace(evaluation, day=evaluation.day + weeks * WEEK)


def stopped(plan: Plan, *, on: date, physician: str, look_again: date, goes_on: bool = False) -> Plan:
    """The plan, stopped from a date on the advice of a physician (R37). The steps stay readable.

    `goes_on`: its full hours are still being kept after the end date, so it can be stopped then too. Raises
    PlanRefused: stopped (it was already), over (it had ended by then), look_again (not after the stop),
    physician (no name).
    """
    refusals = (
        ("stopped", plan.stopped is not None),
        ("over", plan.end < on and not goes_on),
        ("look_again", look_again <= on),
        ("physician", not physician.strip()),
    )
    for reason, refused in refusals:
        if refused:
            raise PlanRefused(reason)
    stop = Stop(on=on, physician=physician.strip(), look_again=look_again)
    return replace(plan, stopped=stop, effective=on, paper=None)


def current_step(plan: Plan, on: date) -> Step | None:
    """The step of a date, or the first one that is still to come; None when the plan is over."""
    return next((step for step in plan.steps if step.end >= on), None)


def step_after(plan: Plan, on: date) -> Step | None:
    """The step that follows the one of a date; None when there is none."""
    now = current_step(plan, on)
    return next((step for step in plan.steps if now and step.start > now.end), None)


def last_day(plan: Plan) -> date:
    """The last date on which the plan runs."""
    return plan.end if plan.stopped is None else min(plan.end, plan.stopped.on - timedelta(days=1))
