"""What is odd about a plan is said beforehand, and never mended in silence (R6, R7): each warning, and its silence."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from plans import FIVE, any_terms, terms

from state_machines.days import is_holiday
from state_machines.plan import Evaluation, Plan
from state_machines.plan_templates import make
from state_machines.plan_terms import Period, Terms
from state_machines.plan_warnings import CODES, Warned, warnings

CHRISTMAS = date(2026, 12, 25)
#: A plan of which nothing is odd: no holiday in it, evaluations, the physician knows.
START = date(2026, 11, 2)
QUIET = {
    "start": START,
    "registered": START,
    "evaluations": (Evaluation(day=START + timedelta(days=18)),),
    "physician_told": START,
}


def quiet(**changes: object) -> Terms:
    return terms(**{**QUIET, **changes})


def custom(*periods: Period, **changes: object) -> Terms:
    return quiet(template="custom", periods=periods, **changes)


def week(hours: int, *per_day: int, **changes: object) -> Period:
    """A week of so many hours; by day from Monday when that is given."""
    each = tuple((day, Decimal(amount)) for day, amount in enumerate(per_day, 1) if amount)
    return Period(hours=Decimal(hours), per_day=each, **changes)  # type: ignore[arg-type]


def found(wanted: Terms) -> tuple[Warned, ...]:
    return warnings(make(wanted))


def test_a_plan_as_it_is_meant_gives_no_warning() -> None:
    """Weekly, evenly spread, an evaluation, the physician told, no holiday: silence."""
    assert found(quiet()) == ()


@pytest.mark.parametrize("template", ["weekly", "daily", "nine-weeks", "full-hours"])
def test_the_templates_themselves_are_never_odd(template: str) -> None:
    """No template jumps, goes back or is uneven by itself: what may be said is about holidays alone."""
    assert {warned.code for warned in found(quiet(template=template))} <= {"holiday"}


@pytest.mark.parametrize(
    ("wanted", "warned"),
    [
        # spread: four days of 2 hours, not two of 4 (R6)
        (custom(week(8, 4, 4)), Warned(code="uneven", day=START)),
        (custom(week(10, 3, 2, 2, 2, 1)), Warned(code="uneven", day=START)),
        # a jump of more than a quarter of the contract in one step
        (custom(week(15)), Warned(code="jump", day=START, detail="15")),
        (custom(week(10), week(25)), Warned(code="jump", day=START + timedelta(days=7), detail="15")),
        # hours on a day that isn't worked
        (
            custom(week(6, 1, 1, 1, 1, 1, 1)),
            Warned(code="free_day", day=START + timedelta(days=5), detail="6"),
        ),
        (quiet(weekdays=(2, 3, 4, 5)), Warned(code="free_start", day=START)),
        # back, a gap, more than the contract
        (custom(week(10), week(5)), Warned(code="goes_back", day=START + timedelta(days=7), detail="5")),
        (
            custom(week(10), week(10, start=START + timedelta(days=14))),
            Warned(code="gap", day=START + timedelta(days=7)),
        ),
        (custom(week(41)), Warned(code="over_contract", day=START, detail="41")),
        # the whole
        (quiet(evaluations=()), Warned(code="no_evaluation")),
        (quiet(physician_told=None), Warned(code="physician_not_told")),
        (
            quiet(evaluations=(Evaluation(day=START - timedelta(days=1)),)),
            Warned(code="evaluation_outside", day=START - timedelta(days=1)),
        ),
        (custom(week(10, weeks=18)), Warned(code="long", detail="18")),
    ],
    ids=lambda value: value.code if isinstance(value, Warned) else "",
)
def test_what_is_odd_is_named_with_its_date(wanted: Terms, warned: Warned) -> None:
    """By its code, the first date that it is about, and the number that the words need."""
    assert warned in found(wanted)


def test_christmas_in_the_plan_of_the_issue_is_named() -> None:
    """32 hours on Monday, Tuesday, Thursday and Friday from 30 November: Friday 25 December."""
    plan = make(terms(contract_hours=Decimal(32), weekdays=(1, 2, 4, 5)))
    assert [warned.day for warned in warnings(plan) if warned.code == "holiday"] == [CHRISTMAS]


def test_a_holiday_on_a_free_day_is_no_matter() -> None:
    """Who never works on Fridays hears nothing of 25 December."""
    plan = make(terms(contract_hours=Decimal(32), weekdays=(1, 2, 3, 4)))
    assert not [warned for warned in warnings(plan) if warned.code == "holiday"]


def test_full_hours_from_the_start_are_no_jump() -> None:
    """Variant II begins with all hours: that is what was agreed (R5)."""
    assert not [warned for warned in found(quiet(template="full-hours")) if warned.code == "jump"]


def test_seventeen_weeks_is_not_yet_long() -> None:
    """Very special cases take three to four months (R7): 17 weeks pass, the eighteenth is said."""
    assert not [warned for warned in found(custom(week(10, weeks=17))) if warned.code == "long"]


def test_a_quarter_of_the_contract_is_not_yet_a_jump() -> None:
    """Exactly 25 % is the template's own step; half a quarter of an hour of rounding is none either."""
    assert not [w for w in found(custom(week(10), week(20))) if w.code == "jump"]
    rounded = make(quiet(contract_hours=Decimal("30.5")))
    assert not [warned for warned in warnings(rounded) if warned.code == "jump"]


def test_a_plan_agreed_anew_jumps_from_where_the_client_is() -> None:
    """Who worked 20 hours a week and goes on with 25 doesn't jump from nothing."""
    plan = make(custom(week(25)))
    assert "jump" in {warned.code for warned in warnings(plan)}
    assert "jump" not in {warned.code for warned in warnings(plan, before_hours=Decimal(20))}


def test_a_step_that_ends_before_a_free_day_comes_is_not_about_it() -> None:
    """Hours on Saturdays in a step from Monday to Friday never come to be worked."""
    short = week(6, 1, 1, 1, 1, 1, 1, end=START + timedelta(days=4))
    assert not [warned for warned in found(custom(short)) if warned.code == "free_day"]


def test_warnings_come_in_one_order() -> None:
    """By code as the list has them, then by date: two looks at one plan are the same."""
    plan = make(terms(template="custom", periods=(week(24, 12, 12), week(8, 4, 4, weeks=4)), tasks=FIVE))
    codes = [warned.code for warned in warnings(plan)]
    assert codes == sorted(codes, key=CODES.index)
    assert warnings(plan) == warnings(plan)


@given(any_terms())
def test_a_warning_changes_nothing(wanted: Terms) -> None:
    """Whatever is odd, the plan is as it was agreed; each date named as a holiday is one, within the plan."""
    plan = make(wanted)
    before = plan.digest()
    for warned in warnings(plan):
        assert warned.code in CODES
        if warned.code == "holiday":
            assert warned.day
            assert is_holiday(warned.day)
            assert plan.start <= warned.day <= plan.end
            assert plan.hours_on(warned.day) == 0
    assert fresh(plan).digest() == before


def fresh(plan: Plan) -> Plan:
    """The same plan, its hash not worked out yet."""
    return replace(plan)


def test_every_code_is_tried_here() -> None:
    """A new warning comes with a case of its own."""
    source = Path(__file__).read_text(encoding="utf-8")
    assert [code for code in CODES if f'"{code}"' not in source] == []
