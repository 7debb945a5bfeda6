"""The two ways in which people change a plan that runs (R3, R37): what they do, and what is refused."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import MONDAY, any_terms, terms

from state_machines.plan import Evaluation, Leeway, Plan, PlanRefused
from state_machines.plan_changes import current_step, last_day, lengthened, step_after, stopped
from state_machines.plan_templates import make
from state_machines.plan_terms import Terms

BOTH = ("client", "supervisor")
WEEK = timedelta(days=7)


def running(**changes: object) -> Plan:
    """Four weeks from 30 November, two weeks of leeway, evaluations in the second week and at the end."""
    looked = (Evaluation(day=MONDAY + timedelta(days=10)), Evaluation(day=MONDAY + timedelta(days=25)))
    return make(terms(**{"leeway": Leeway(weeks=2), "evaluations": looked, **changes}))


def longer(plan: Plan, **changes: object) -> Plan:
    asked = {"step": plan.steps[1].start, "weeks": 1, "on": MONDAY + WEEK, "parties": BOTH, **changes}
    return lengthened(plan, **asked)  # type: ignore[arg-type]


# --- leeway -------------------------------------------------------------------------------------------------------


def test_a_week_of_leeway_lengthens_one_step_and_shifts_the_rest() -> None:
    """Steps before stay, the step is a week longer, later ones and the end date shift, the hours stay (R3)."""
    plan = running()
    after = longer(plan)
    assert after.steps[0] == plan.steps[0]
    assert after.steps[1] == replace(plan.steps[1], end=plan.steps[1].end + WEEK)
    assert [step.start for step in after.steps[2:]] == [step.start + WEEK for step in plan.steps[2:]]
    assert after.end == plan.end + WEEK
    assert [step.hours for step in after.steps] == [step.hours for step in plan.steps]
    assert after.digest() != plan.digest()


def test_evaluations_from_the_end_of_the_step_on_shift_along() -> None:
    """The one within the step stays where it was; the one after it comes a week later."""
    plan = running()
    assert [evaluation.day for evaluation in longer(plan).evaluations] == [
        plan.evaluations[0].day,
        plan.evaluations[1].day + WEEK,
    ]


def test_leeway_is_spent_as_two_times_one_or_one_time_two() -> None:
    """Two weeks in all, in any division, until they are used (R3)."""
    plan = running()
    once = longer(plan)
    assert once.leeway.left == 1
    twice = longer(once, step=once.steps[2].start)
    assert twice.leeway.left == 0
    assert twice.end == plan.end + 2 * WEEK
    assert longer(plan, weeks=2).leeway.left == 0


def test_leeway_that_may_be_taken_once_is_used_up_after_one_week() -> None:
    """Two weeks, at most one time: after one week of it there is none left."""
    once = longer(running(leeway=Leeway(weeks=2, times=1)))
    assert once.leeway.left == 0
    with pytest.raises(PlanRefused, match="used_up"):
        longer(once)


def test_both_lines_of_a_double_schedule_shift_by_the_same_date() -> None:
    """The other line is lengthened where it was at the end of that step, so the two still belong together (R9)."""
    from state_machines.plan_terms import Period

    other = tuple(Period(hours=Decimal(hours)) for hours in (20, 30, 40))
    plan = running(other=other, line="cautious")
    after = longer(plan)
    assert after.other[1].end == plan.other[1].end + WEEK
    assert after.other[2].start == plan.other[2].start + WEEK


@pytest.mark.parametrize(
    ("plan", "changes", "reason", "left"),
    [
        ({}, {"parties": ("client", "coach")}, "not_agreed", "2"),
        ({}, {"parties": ()}, "not_agreed", "2"),
        ({"leeway": Leeway()}, {}, "no_leeway", "0"),
        ({}, {"weeks": 0}, "weeks", "2"),
        ({}, {"weeks": -1}, "weeks", "2"),
        ({}, {"weeks": 3}, "too_much", "2"),
        ({}, {"step": MONDAY + timedelta(days=1)}, "no_step", "2"),
        ({}, {"step": MONDAY, "on": MONDAY + WEEK}, "past", "2"),
    ],
)
def test_leeway_that_cannot_be_taken_is_refused(
    plan: dict[str, object], changes: dict[str, object], reason: str, left: str
) -> None:
    """Clear and specific, with what is left (R3)."""
    with pytest.raises(PlanRefused) as refused:
        longer(running(**plan), **changes)
    assert (refused.value.reason, refused.value.detail) == (reason, left)


def test_a_step_can_be_lengthened_up_to_its_last_day() -> None:
    """On the last date of the step it is still current; the day after it is past."""
    plan = running()
    step = plan.steps[0]
    assert longer(plan, step=step.start, on=step.end).steps[0].end == step.end + WEEK
    with pytest.raises(PlanRefused, match="past"):
        longer(plan, step=step.start, on=step.end + timedelta(days=1))


@given(any_terms(), st.data())
def test_leeway_keeps_the_hours_and_moves_the_end_by_its_weeks(wanted: Terms, data: st.DataObject) -> None:
    """Any plan, any step, one to three weeks: steps stay contiguous, nothing before the step changes."""
    weeks = data.draw(st.integers(1, 3))
    plan = make(replace(wanted, leeway=Leeway(weeks=weeks)))
    number = data.draw(st.integers(0, len(plan.steps) - 1))
    after = lengthened(plan, step=plan.steps[number].start, weeks=weeks, on=plan.start, parties=BOTH)
    assert after.steps[:number] == plan.steps[:number]
    assert after.end == plan.end + weeks * WEEK
    for one, other in zip(after.steps, after.steps[1:], strict=False):
        assert other.start == one.end + timedelta(days=1)
    assert [step.per_day for step in after.steps] == [step.per_day for step in plan.steps]


# --- a stop -------------------------------------------------------------------------------------------------------

STOP = {"on": MONDAY + 2 * WEEK, "physician": "Dr. Bos", "look_again": MONDAY + 4 * WEEK}


def test_a_stopped_plan_runs_until_the_day_before_and_stays_readable() -> None:
    """From the date of the stop there is no step and there are no hours; the steps are as they were (R37)."""
    plan = running()
    after = stopped(plan, **STOP)  # type: ignore[arg-type]
    on = MONDAY + 2 * WEEK
    assert after.hours_on(on - timedelta(days=3)) > 0
    assert after.step_on(on) is None
    assert after.hours_on(on) == 0
    assert after.week_of(on) is None
    assert last_day(after) == on - timedelta(days=1)
    assert after.steps == plan.steps


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"on": date(2027, 1, 1)}, "over"),
        ({"look_again": MONDAY + 2 * WEEK}, "look_again"),
        ({"look_again": MONDAY}, "look_again"),
        ({"physician": "  "}, "physician"),
    ],
)
def test_a_stop_that_cannot_be_is_refused(changes: dict[str, object], reason: str) -> None:
    """After the end, without a name, or without a later date to look again."""
    with pytest.raises(PlanRefused) as refused:
        stopped(running(), **{**STOP, **changes})  # type: ignore[arg-type]
    assert refused.value.reason == reason


def test_a_stopped_plan_can_neither_be_stopped_again_nor_lengthened() -> None:
    """What comes next is a new plan (R37)."""
    after = stopped(running(), **STOP)  # type: ignore[arg-type]
    with pytest.raises(PlanRefused, match="stopped"):
        stopped(after, **STOP)  # type: ignore[arg-type]
    with pytest.raises(PlanRefused, match="stopped"):
        longer(after)


# --- which step ---------------------------------------------------------------------------------------------------


def test_the_current_step_and_the_one_after_it() -> None:
    """Before the plan the first is current; in a gap the one to come; after the last there is none."""
    plan = running()
    assert current_step(plan, MONDAY - WEEK) == plan.steps[0]
    assert current_step(plan, MONDAY + timedelta(days=6)) == plan.steps[0]
    assert step_after(plan, MONDAY + timedelta(days=6)) == plan.steps[1]
    assert step_after(plan, plan.end) is None
    assert current_step(plan, plan.end + timedelta(days=1)) is None
    assert step_after(plan, plan.end + timedelta(days=1)) is None
