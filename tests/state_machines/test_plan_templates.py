"""How plans are made (R5, R6, R9): the five patterns, what they promise for any terms, and what can't be a plan."""

import json
from dataclasses import MISSING, Field, fields, replace
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from plans import FIVE, MONDAY, QUARTER, any_terms, terms

from state_machines.days import works_on
from state_machines.plan import Blocks, Evaluation, Leeway, Plan, PlanRefused, Task, canonical
from state_machines.plan_templates import make, refusals
from state_machines.plan_terms import Period, Terms


def hours(plan: Plan) -> list[Decimal]:
    return [step.hours for step in plan.steps]


def reasons(wrong: Terms) -> set[str]:
    return {refused.reason for refused in refusals(wrong)}


# --- the patterns -------------------------------------------------------------------------------------------------


def test_nine_weeks_is_the_example_of_the_seeds() -> None:
    """10, 15, 20, 30, 40 hours with 2, 3, 4, 5, 5 tasks; therapeutic first, then pay is an open question (R6)."""
    plan = make(terms(template="nine-weeks"))
    assert hours(plan) == [10, 15, 20, 30, 40]
    assert [len(step.tasks) for step in plan.steps] == [2, 3, 4, 5, 5]
    assert [(step.end - step.start).days + 1 for step in plan.steps] == [14, 14, 14, 14, 7]
    assert [step.pay for step in plan.steps] == ["therapeutic", *["to_be_agreed"] * 4]
    assert plan.weeks == 9


def test_nine_weeks_has_its_evaluations_on_working_days() -> None:
    """End of week 2, of week 4 with the physician, of week 8, and at the end date; 25 December is no day for one."""
    plan = make(terms(template="nine-weeks"))
    days = [evaluation.day for evaluation in plan.evaluations]
    assert days == [date(2026, 12, 11), date(2026, 12, 24), date(2027, 1, 22), date(2027, 1, 29)]
    assert plan.evaluations[1].parties == ("client", "physician")


def test_own_evaluations_take_the_place_of_those_of_the_template() -> None:
    """What people agreed counts, also when that is none; they are kept by date."""
    late, soon = Evaluation(day=date(2027, 1, 8)), Evaluation(day=date(2026, 12, 18))
    assert make(terms(template="nine-weeks", evaluations=(late, soon))).evaluations == (soon, late)
    assert make(terms(template="nine-weeks", evaluations=())).evaluations == ()


def test_daily_takes_twenty_working_days_to_a_full_day() -> None:
    """5 % more of a day each working day, in quarters; a holiday doesn't count; the twentieth is a full day (R6)."""
    plan = make(terms(template="daily", contract_hours=Decimal(40)))
    worked = [day for week in range(1, plan.weeks + 1) for day in plan.working_days(week)]
    assert [plan.hours_on(day) * 4 for day in worked[:4]] == [2, 3, 5, 6]
    assert plan.hours_on(worked[18]) < 8
    assert plan.hours_on(worked[19]) == 8
    assert worked[19] == date(2026, 12, 28)
    assert all(plan.hours_on(day) == 8 for day in worked[20:])


def test_full_hours_is_variant_two_with_a_task_more_each_week() -> None:
    """All contract hours from the first week; the tasks build up, safe ones first (R5, R10)."""
    plan = make(terms(template="full-hours"))
    assert plan.variant == "II"
    assert hours(plan) == [40] * 5
    assert [len(step.tasks) for step in plan.steps] == [1, 2, 3, 4, 5]


def test_own_tasks_take_over_one_by_one_once_full_hours_are_reached() -> None:
    """First hours in adapted work, then each week an own task in the place of an adapted one (R6)."""
    plan = make(terms(template="weekly", tasks=FIVE[:2], own_tasks=(Task(name="routes"), Task(name="customers"))))
    assert hours(plan) == [10, 20, 30, 40, 40, 40]
    assert [step.tasks for step in plan.steps[3:]] == [("post", "mail"), ("routes", "mail"), ("routes", "customers")]


def test_a_custom_plan_is_what_was_agreed() -> None:
    """Dates, hours by day, tasks, block work and words of a step are kept; what isn't given follows the step before."""
    blocks = Blocks(work=Decimal(2), rest=Decimal(1))
    periods = (
        Period(hours=Decimal(6), weeks=2, tasks=("post",), tempo="half", blocks=blocks, pay="therapeutic"),
        Period(hours=Decimal(10), per_day=((1, Decimal(4)), (3, Decimal(6))), end=date(2026, 12, 20), support="Ahmed"),
    )
    plan = make(terms(template="custom", periods=periods))
    first, second = plan.steps
    assert (first.end, first.tempo, first.blocks, first.pay) == (date(2026, 12, 13), "half", blocks, "therapeutic")
    assert (second.start, second.end, second.tasks) == (date(2026, 12, 14), date(2026, 12, 20), ("post",))
    assert second.hours_on(date(2026, 12, 16)) == 6
    assert second.hours_on(date(2026, 12, 15)) == 0
    assert second.support == "Ahmed"


def test_hours_between_the_lines_of_a_double_schedule_are_on_plan() -> None:
    """The band runs from the one line to the other; a line that has reached its end stays there (R9)."""
    ambitious = tuple(Period(hours=Decimal(10 * n)) for n in (1, 2, 3, 4))
    plan = make(terms(template="nine-weeks", other=ambitious, line="cautious"))
    assert plan.band_on(date(2026, 12, 14)) == (3, 6)
    assert plan.band_on(date(2027, 1, 11)) == (6, 8)
    assert plan.band_on(date(2026, 12, 25)) == (0, 0)
    assert plan.band_on(date(2027, 2, 1)) == (0, 0)


# --- dates that are easy to get wrong -----------------------------------------------------------------------------


def test_a_leap_day_is_a_day_like_any_other() -> None:
    """29 February 2028 is a Tuesday with planned hours, in the week that it lies in."""
    plan = make(terms(start=date(2028, 2, 14), registered=date(2028, 2, 1)))
    assert plan.hours_on(date(2028, 2, 29)) == 6
    assert plan.week_of(date(2028, 2, 29)) == 3
    assert plan.end == date(2028, 3, 12)


def test_a_year_of_53_weeks_has_its_week_53() -> None:
    """2026 has 53 ISO weeks: the step from 28 December is in week 53, the one after it in week 1."""
    plan = make(terms(start=date(2026, 12, 21), registered=date(2026, 12, 1)))
    assert [step.start.isocalendar().week for step in plan.steps] == [52, 53, 1, 2]


@pytest.mark.parametrize("night", [date(2026, 10, 25), date(2028, 3, 26)])
def test_the_nights_on_which_clocks_change_have_their_hours_once(night: date) -> None:
    """A shift from 22:00 over that night counts for the date on which it begins, neither an hour more nor less."""
    before = night - timedelta(days=1)
    plan = make(terms(start=before, registered=before, weekdays=(6, 7), contract_hours=Decimal(16), begins=time(22)))
    assert plan.hours_on(before) == plan.hours_on(night) == 2
    assert plan.working_days(1) == (before, night)
    assert plan.week_hours(1) == 4


def test_a_part_timer_of_one_short_day_has_no_day_without_hours() -> None:
    """The first days of 5 % would round to nothing: each is at least a quarter of an hour."""
    plan = make(terms(template="daily", contract_hours=Decimal(2), weekdays=(3,)))
    worked = [day for week in range(1, plan.weeks + 1) for day in plan.working_days(week)]
    assert len(worked) == 20
    assert min(plan.hours_on(day) for day in worked) == QUARTER
    assert plan.hours_on(worked[-1]) == 2


# --- what holds for any terms -------------------------------------------------------------------------------------


@given(any_terms())
def test_hours_of_the_days_are_the_hours_of_the_week(wanted: Terms) -> None:
    """Nothing is lost or added by spreading; all come in quarters of an hour; no week is over the contract."""
    plan = make(wanted)
    for step in plan.steps:
        assert sum(hours for _, hours in step.per_day) == step.hours
        assert all(hours % QUARTER == 0 for _, hours in step.per_day)
        assert 0 < step.hours <= wanted.contract_hours


@given(any_terms())
def test_steps_of_a_template_follow_each_other_without_a_gap(wanted: Terms) -> None:
    """The first begins on the start, each next one on the day after; the hours never go back."""
    plan = make(wanted)
    assert plan.start == wanted.start
    for one, other in zip(plan.steps, plan.steps[1:], strict=False):
        assert other.start == one.end + timedelta(days=1)
        assert other.hours >= one.hours
    if wanted.template != "daily":  # there the last day is the full one
        assert plan.steps[-1].hours == wanted.contract_hours


@given(any_terms())
def test_a_daily_plan_reaches_the_full_day_on_its_twentieth_day(wanted: Terms) -> None:
    """Exactly twenty working days from the least to a full day, whatever holidays there are."""
    plan = make(replace(wanted, template="daily", own_tasks=()))
    worked = [day for week in range(1, plan.weeks + 1) for day in plan.dates_of(week) if works_on(day, plan.weekdays)]
    full = dict(plan.steps[-1].per_day)
    assert len(worked) >= 20
    assert plan.hours_on(worked[19]) == full[worked[19].isoweekday()]
    assert worked[19] > plan.end - timedelta(days=7)


@given(any_terms())
def test_what_is_hashed_is_plain_json_and_says_everything(wanted: Terms) -> None:
    """The canonical form reads back as JSON, and is the same for the same terms (R4)."""
    plan, again = make(wanted), make(replace(wanted))
    assert canonical(plan) == canonical(again)
    read = json.loads(canonical(plan))
    said = {each.name for each in fields(Plan) if getattr(plan, each.name) != _default(each)}
    assert set(read) == said
    assert json.dumps(read, sort_keys=True, separators=(",", ":"), ensure_ascii=False) == canonical(plan)


def _default(each: "Field[object]") -> object:
    """What a field says when nobody says anything."""
    return each.default if each.default_factory is MISSING else each.default_factory()


@given(any_terms(), st.sampled_from(sorted(Plan.__dataclass_fields__)))
def test_every_field_of_a_plan_is_in_its_hash(wanted: Terms, name: str) -> None:
    """Whatever is changed in a version, its hash is another one."""
    plan = make(wanted)
    other: dict[str, object] = {
        "version": 9, "before": "x", "goal": "x", "contract_hours": Decimal(61), "weekdays": (9,), "steps": (),
        "supervisor": "x", "parties": ("x",), "registered": date(2020, 1, 1), "template": "x", "variant": "x",
        "tasks": (), "evaluations": (Evaluation(day=date(2020, 1, 1)),), "basis": "advice", "leeway": Leeway(weeks=1),
        "agreed_on": date(2020, 1, 1), "paper": date(2020, 1, 1), "physician_told": date(2020, 1, 1),
        "effective": date(2020, 1, 1), "other": plan.steps, "line": "x", "begins": time(1), "stopped": None,
    }  # fmt: skip
    assume(other[name] != getattr(plan, name))
    assert replace(plan, **{name: other[name]}).digest() != plan.digest()


# --- what can't be a plan -----------------------------------------------------------------------------------------

STEP = Period(hours=Decimal(8))
MINUS = ((1, Decimal(-1)), (2, Decimal(9)))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"template": "monthly"}, "template"),
        ({"contract_hours": Decimal(0)}, "contract_hours"),
        ({"contract_hours": Decimal(80)}, "contract_hours"),
        ({"contract_hours": Decimal(-8)}, "contract_hours"),
        ({"weekdays": ()}, "weekdays"),
        ({"weekdays": (0, 1)}, "weekdays"),
        ({"weekdays": (1, 1)}, "weekdays"),
        ({"weekdays": (1, 2, 3)}, "hours_a_day"),
        ({"tasks": ()}, "tasks"),
        ({"tasks": FIVE, "own_tasks": FIVE * 2}, "tasks"),
        ({"start": MONDAY - timedelta(days=1)}, "start"),
        ({"start": date(2126, 11, 30)}, "start_far"),
        ({"start": date.max}, "start_far"),
        ({"blocks": Blocks(work=Decimal(0), rest=Decimal(1))}, "blocks"),
        ({"leeway": Leeway(weeks=-1)}, "leeway"),
        ({"leeway": Leeway(weeks=30)}, "leeway"),
        ({"leeway": Leeway(weeks=1, times=2)}, "leeway"),
        ({"template": "custom"}, "steps"),
        ({"template": "custom", "periods": (STEP,) * 61}, "many_steps"),
        ({"template": "custom", "periods": (replace(STEP, weeks=0),)}, "step_weeks"),
        ({"template": "custom", "periods": (replace(STEP, weeks=10**9),)}, "step_weeks"),
        ({"template": "custom", "periods": (replace(STEP, end=MONDAY - timedelta(days=1)),)}, "end_before_start"),
        ({"template": "custom", "periods": (replace(STEP, hours=Decimal(0)),)}, "no_hours"),
        ({"template": "custom", "periods": (replace(STEP, hours=Decimal("8.1")),)}, "quarters"),
        ({"template": "custom", "periods": (replace(STEP, per_day=((1, Decimal(7)),)),)}, "quarters"),
        ({"template": "custom", "periods": (replace(STEP, hours=Decimal(61)),)}, "hours_a_day"),
        (
            {"template": "custom", "periods": (replace(STEP, per_day=MINUS),)},
            "hours_a_day",
        ),
        ({"template": "custom", "periods": (replace(STEP, per_day=((8, Decimal(8)),)),)}, "weekdays"),
        ({"template": "custom", "periods": (STEP, replace(STEP, start=MONDAY))}, "overlap"),
        ({"template": "custom", "periods": (replace(STEP, start=date(2026, 11, 1)),)}, "start"),
        ({"template": "custom", "periods": (replace(STEP, weeks=30), replace(STEP, weeks=30))}, "too_long"),
        ({"template": "custom", "periods": (replace(STEP, end=date.max),)}, "start_far"),
        ({"other": (STEP, replace(STEP, start=MONDAY)), "line": "cautious"}, "overlap"),
    ],
)
def test_what_cannot_be_a_plan_is_refused_and_nothing_is_made(changes: dict[str, object], reason: str) -> None:
    """Each by its own reason, and only by that; `make` raises it."""
    assert reasons(terms(**changes)) == {reason}
    with pytest.raises(PlanRefused) as refused:
        make(terms(**changes))
    assert refused.value.reason == reason


def test_everything_that_is_wrong_is_named_at_once() -> None:
    """A coach sees all of it in one go, every overlap with its date."""
    later = tuple(replace(STEP, start=MONDAY + timedelta(days=n)) for n in (0, 3, 5))
    wrong = terms(template="custom", contract_hours=Decimal(0), tasks=(), weekdays=(), periods=later)
    assert reasons(wrong) == {"contract_hours", "weekdays", "tasks", "overlap"}
    overlaps = {refused.detail for refused in refusals(wrong) if refused.reason == "overlap"}
    assert overlaps == {"2026-12-03", "2026-12-05"}


def test_a_start_that_has_passed_is_named_once() -> None:
    """Not for each step that follows from it."""
    assert [refused.detail for refused in refusals(terms(start=date(2026, 1, 5)))] == ["2026-01-05"]


def test_few_hours_on_few_days_can_be_agreed_whatever_the_contract() -> None:
    """40 hours in the contract, for now 8 hours on two days: only the hours of the steps have to fit in a day."""
    assert reasons(terms(template="custom", weekdays=(1, 2), periods=(STEP,))) == set()


def test_hours_that_do_not_divide_are_rounded_to_quarters_in_a_template() -> None:
    """33.4 hours in the contract: steps in quarters of an hour, none over the contract but by rounding."""
    plan = make(terms(contract_hours=Decimal("33.4")))
    assert hours(plan) == [Decimal("8.25"), Decimal("16.75"), Decimal("25"), Decimal("33.5")]
