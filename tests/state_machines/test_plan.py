"""The weekly plan (R1, R4, R6)."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from state_machines.plan import Plan, PlanRefused, canonical, following, spread
from state_machines.plan_templates import weekly

START = date(2026, 11, 30)


def _plan(**changes: object) -> Plan:
    given_ = {
        "goal": "own work, all hours",
        "contract_hours": Decimal(32),
        "start": START,
        "weekdays": (1, 2, 4, 5),
        "tasks": ("sorting the post", "answering mail"),
        "supervisor": "Karin",
        "parties": ("client", "supervisor", "coach"),
        "registered": START,
    }
    return weekly(**{**given_, **changes})  # type: ignore[arg-type]


def test_four_weeks_of_a_quarter_more_each() -> None:
    """32 hours from 30 November: 8, 16, 24, 32 hours in ISO weeks 49-52, evenly over four days."""
    plan = _plan()
    assert [step.hours for step in plan.steps] == [8, 16, 24, 32]
    assert [step.start.isocalendar().week for step in plan.steps] == [49, 50, 51, 52]
    assert plan.end == date(2026, 12, 27)
    assert plan.steps[0].per_day == ((1, 2), (2, 2), (4, 2), (5, 2))


def test_a_holiday_has_no_planned_hours() -> None:
    """Friday 25 December is in the last step, and isn't worked."""
    plan = _plan()
    assert plan.steps[3].hours_on(date(2026, 12, 25)) == 0
    assert plan.steps[3].hours_on(date(2026, 12, 24)) == 8
    assert date(2026, 12, 25) not in plan.working_days(4)


@given(st.integers(4, 240), st.sets(st.integers(1, 7), min_size=1))
def test_hours_spread_evenly_and_completely(quarters: int, weekdays: set[int]) -> None:
    """Whatever the hours and days: nothing is lost, and no day has more than a quarter of an hour over another (R6)."""
    hours = Decimal(quarters) / 4
    per_day = spread(hours, tuple(sorted(weekdays)))
    assert sum(amount for _, amount in per_day) == hours
    amounts = [amount for _, amount in per_day]
    assert max(amounts) - min(amounts) <= Decimal("0.25")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"contract_hours": Decimal(0)}, "contract_hours"),
        ({"contract_hours": Decimal(80)}, "contract_hours"),
        ({"weekdays": ()}, "weekdays"),
        ({"weekdays": (0, 8)}, "weekdays"),
        ({"contract_hours": Decimal(40), "weekdays": (1, 2)}, "hours_a_day"),
        ({"tasks": ()}, "tasks"),
        ({"start": date(2026, 11, 29)}, "start"),
    ],
)
def test_what_cannot_be_a_plan_is_refused_with_its_reason(changes: dict[str, object], reason: str) -> None:
    """Named, so that it can be said kindly; nothing is made."""
    with pytest.raises(PlanRefused) as refused:
        _plan(**changes)
    assert refused.value.reason == reason


def test_the_digest_is_over_content_and_predecessor() -> None:
    """Any change of content gives another digest; a next version names the one before it (R4)."""
    plan = _plan()
    again = _plan()
    assert plan.digest() == again.digest()
    assert _plan(goal="something else").digest() != plan.digest()
    second = following(_plan(), plan)
    assert second.before == plan.digest()
    assert second.version == 2
    assert following(second, None) == plan
    assert '"before":""' in canonical(plan)


def test_a_field_that_says_nothing_new_leaves_the_hash_of_kept_versions_alone() -> None:
    """A plan with a field of a later release at its default has the digest it had before (R4)."""

    @dataclass(frozen=True, kw_only=True)
    class Later(Plan):
        added: str = ""

    plan = _plan()
    kept = {each.name: getattr(plan, each.name) for each in fields(Plan)}
    assert Later(**kept).digest() == plan.digest()
    assert Later(**kept, added="something").digest() != plan.digest()


def test_weeks_of_a_plan_count_from_its_start() -> None:
    """Week x of y; outside the plan there is none."""
    plan = _plan(start=date(2026, 12, 2))
    assert plan.week_of(date(2026, 12, 1)) is None
    assert plan.week_of(date(2026, 12, 2)) == 1
    assert plan.week_of(date(2026, 12, 8)) == 1
    assert plan.week_of(date(2026, 12, 9)) == 2
    assert plan.weeks == 4
    assert plan.working_days(1)[0] == date(2026, 12, 3)
