"""How a plan is made (R5, R6): from terms and a pattern to a plan, or to everything that keeps it from being one.

The terms stand in `plan_terms`, the patterns in `plan_patterns`.
"""

import itertools
from collections.abc import Iterator, Set
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from state_machines.days import MONDAY_TO_FRIDAY
from state_machines.plan import QUARTER, Blocks, Plan, PlanRefused, Step, Task, following
from state_machines.plan_patterns import evaluations, lines
from state_machines.plan_terms import (
    LEAST_CONTRACT_HOURS,
    MOST_CONTRACT_HOURS,
    MOST_DAYS_AHEAD,
    MOST_HOURS_A_DAY,
    MOST_LEEWAY_WEEKS,
    MOST_STEPS,
    MOST_TASKS,
    MOST_WEEKS,
    TEMPLATES,
    Period,
    Terms,
)

__all__ = [
    "LEAST_CONTRACT_HOURS",
    "MOST_CONTRACT_HOURS",
    "MOST_HOURS_A_DAY",
    "MOST_TASKS",
    "TEMPLATES",
    "Period",
    "Terms",
    "make",
    "refusals",
    "weekly",
]


def make(terms: Terms, before: Plan | None = None) -> Plan:
    """The plan that these terms make, as the version after `before`.

    Raises the first of `refusals`, if there is one.
    """
    for refused in refusals(terms):
        raise refused
    steps, other = lines(terms)
    plan = Plan(
        version=1,
        before="",
        goal=terms.goal,
        contract_hours=terms.contract_hours,
        weekdays=tuple(sorted(terms.weekdays)),
        steps=steps,
        supervisor=terms.supervisor,
        parties=terms.parties,
        registered=terms.registered,
        template=terms.template,
        variant="II" if terms.template == "full-hours" else "I",
        tasks=(*terms.tasks, *terms.own_tasks),
        evaluations=evaluations(terms, steps),
        basis=terms.basis,
        leeway=terms.leeway,
        agreed_on=terms.agreed_on,
        paper=terms.paper,
        physician_told=terms.physician_told,
        other=other,
        line=terms.line if other else "",
        begins=terms.begins,
    )
    return following(plan, before)


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
    """The weekly build-up of R6 from the least that can be given. Raises PlanRefused as `make` does."""
    terms = Terms(
        goal=goal,
        contract_hours=contract_hours,
        start=start,
        weekdays=weekdays,
        tasks=tuple(Task(name=name) for name in tasks),
        supervisor=supervisor,
        parties=parties,
        registered=registered,
    )
    return make(terms, before)


#: A start or step further ahead is a slip in the year.
MOST_AHEAD = timedelta(days=MOST_DAYS_AHEAD)
#: After these no steps can be looked at.
NO_STEPS = {"template", "steps", "many_steps", "start_far", "step_weeks"}


def refusals(terms: Terms) -> tuple[PlanRefused, ...]:
    """Everything that keeps these terms from being a plan; empty when `make` makes one.

    Reasons: template, contract_hours, weekdays, tasks, start, start_far, steps, many_steps, step_weeks, blocks, leeway;
    and of a step, with a date as the detail: end_before_start, no_hours, hours_a_day, weekdays, quarters, start,
    overlap, too_long.
    """
    found = dict(_of_terms(terms))
    refused = [PlanRefused(reason, detail) for reason, detail in found.items()]
    if not found.keys() & NO_STEPS:
        both = lines(_sound(terms, found.keys()))
        of_steps = dict.fromkeys(pair for steps in both for pair in _of_steps(steps, terms.registered))
        refused += [PlanRefused(reason, detail) for reason, detail in of_steps if reason not in found]
    return tuple(refused)


def _of_terms(terms: Terms) -> Iterator[tuple[str, str]]:
    hours, weekdays, leeway = terms.contract_hours, terms.weekdays, terms.leeway
    dates = (terms.start, *_dates(terms))
    refused = (
        ("template", terms.template not in TEMPLATES),
        ("contract_hours", not LEAST_CONTRACT_HOURS <= hours <= MOST_CONTRACT_HOURS),
        ("weekdays", not _are_weekdays(weekdays)),
        ("tasks", not terms.tasks or len(terms.tasks) + len(terms.own_tasks) > MOST_TASKS),
        ("start", terms.start < terms.registered),
        ("start_far", max(dates) - terms.registered > MOST_AHEAD),
        ("steps", terms.template == "custom" and not terms.periods),
        ("many_steps", max(len(terms.periods), len(terms.other)) > MOST_STEPS),
        ("step_weeks", not all(1 <= period.weeks <= MOST_WEEKS for period in (*terms.periods, *terms.other))),
        ("blocks", any(blocks.work < QUARTER or blocks.rest < 0 for blocks in _blocks(terms))),
        ("leeway", not 0 <= leeway.times <= max(leeway.weeks, 0) <= MOST_LEEWAY_WEEKS or leeway.weeks < 0),
    )
    details = {"start": terms.start.isoformat(), "start_far": max(dates).isoformat()}
    return ((reason, details.get(reason, "")) for reason, holds in refused if holds)


def _dates(terms: Terms) -> tuple[date, ...]:
    found = (day for period in (*terms.periods, *terms.other) for day in (period.start, period.end))
    return tuple(day for day in found if day is not None)


def _are_weekdays(weekdays: tuple[int, ...]) -> bool:
    return bool(weekdays) and set(weekdays) <= set(range(1, 8)) and len(set(weekdays)) == len(weekdays)


def _blocks(terms: Terms) -> tuple[Blocks, ...]:
    found = (terms.blocks, *(period.blocks for period in (*terms.periods, *terms.other)))
    return tuple(blocks for blocks in found if blocks is not None)


def _sound(terms: Terms, wrong: Set[str]) -> Terms:
    """The terms with what is wrong replaced by what makes no trouble, so that the steps can be looked at as well."""
    if wrong & {"contract_hours", "weekdays"}:
        return replace(terms, contract_hours=LEAST_CONTRACT_HOURS, weekdays=MONDAY_TO_FRIDAY)
    return terms


def _of_steps(steps: tuple[Step, ...], registered: date) -> Iterator[tuple[str, str]]:
    """What is wrong with steps, each with the first date of the step."""
    for step in steps:
        amounts = [hours for _, hours in step.per_day]
        refused = (
            ("end_before_start", step.end < step.start),
            ("no_hours", step.hours <= 0),
            ("weekdays", not _are_weekdays(tuple(day for day, _ in step.per_day))),
            ("hours_a_day", any(not 0 <= hours <= MOST_HOURS_A_DAY for hours in amounts)),
            ("quarters", sum(amounts) != step.hours or any(hours % QUARTER for hours in amounts)),
            ("start", step.start < registered),
        )
        yield from ((reason, step.start.isoformat()) for reason, holds in refused if holds)
    for one, next_one in itertools.pairwise(steps):
        if next_one.start <= one.end:
            yield "overlap", next_one.start.isoformat()
    if steps and (steps[-1].end - steps[0].start).days >= MOST_WEEKS * 7:
        yield "too_long", steps[-1].end.isoformat()
