"""The last that can be agreed and the first that can't; the first and last date of everything (R1, R3, R7, R37)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from plans import FIVE, MONDAY, QUARTER, terms

from state_machines.events import Answered, HoursNoted
from state_machines.plan import Blocks, Evaluation, Leeway, Plan, Task
from state_machines.plan_changes import current_step, last_day, lengthened, step_after, stopped
from state_machines.plan_templates import make, refusals
from state_machines.plan_terms import Period
from state_machines.plan_warnings import Warned, warnings
from state_machines.plan_weeks import coming, holidays_of, short_weeks, worked_by_day, worked_weeks

DAY, WEEK = timedelta(days=1), timedelta(days=7)
ZONE = "Europe/Amsterdam"
STEP = Period(hours=Decimal(8))


def blocks(work: str, rest: str) -> dict[str, object]:
    return {"blocks": Blocks(work=Decimal(work), rest=Decimal(rest))}


def own(*periods: Period) -> dict[str, object]:
    return {"template": "custom", "periods": periods}


def four_days_of_one_hour_and(friday: str) -> Period:
    hours = (*(Decimal(1) for _ in range(4)), Decimal(friday))
    return Period(hours=sum(hours, Decimal(0)), per_day=tuple(enumerate(hours, 1)))


def names(number: int) -> tuple[Task, ...]:
    return tuple(Task(name=f"task {n}") for n in range(number))


@pytest.mark.parametrize(
    ("fits", "over", "reason"),
    [
        ({"contract_hours": Decimal(1)}, {"contract_hours": Decimal("0.75")}, "contract_hours"),
        ({"contract_hours": Decimal(60)}, {"contract_hours": Decimal("60.25")}, "contract_hours"),
        ({"tasks": names(12)}, {"tasks": names(13)}, "tasks"),
        ({"tasks": names(6), "own_tasks": names(6)}, {"tasks": names(6), "own_tasks": names(7)}, "tasks"),
        ({"start": MONDAY}, {"start": MONDAY - DAY}, "start"),
        ({"start": MONDAY + 1830 * DAY}, {"start": MONDAY + 1831 * DAY}, "start_far"),
        (own(*(STEP,) * 53), own(*(STEP,) * 54), "too_long"),
        (own(replace(STEP, weeks=53)), own(replace(STEP, weeks=54)), "step_weeks"),
        (
            own(*(replace(STEP, start=MONDAY + n * DAY, end=MONDAY + n * DAY) for n in range(60))),
            own(*(replace(STEP, start=MONDAY + n * DAY, end=MONDAY + n * DAY) for n in range(61))),
            "many_steps",
        ),
        (blocks("0.25", "0"), blocks("0", "0"), "blocks"),
        (blocks("1", "0"), blocks("1", "-0.25"), "blocks"),
        (own(replace(STEP, **blocks("0.25", "0"))), own(replace(STEP, **blocks("0", "1"))), "blocks"),
        ({"leeway": Leeway(weeks=8, times=8)}, {"leeway": Leeway(weeks=9)}, "leeway"),
        ({"leeway": Leeway(weeks=2, times=2)}, {"leeway": Leeway(weeks=2, times=3)}, "leeway"),
        ({"leeway": Leeway(weeks=0)}, {"leeway": Leeway(weeks=-1)}, "leeway"),
        ({"leeway": Leeway(weeks=1, times=0)}, {"leeway": Leeway(weeks=1, times=-1)}, "leeway"),
        (own(Period(hours=QUARTER)), own(Period(hours=Decimal(0))), "no_hours"),
        (own(Period(hours=Decimal(60))), own(Period(hours=Decimal("60.25"))), "hours_a_day"),
        (own(replace(STEP, end=MONDAY)), own(replace(STEP, end=MONDAY - DAY)), "end_before_start"),
        (own(STEP, replace(STEP, start=MONDAY + WEEK)), own(STEP, replace(STEP, start=MONDAY + 6 * DAY)), "overlap"),
        (own(replace(STEP, start=MONDAY)), own(replace(STEP, start=MONDAY - DAY)), "start"),
        ({"weekdays": (1, 2, 3, 4, 5, 6, 7)}, {"weekdays": (1, 2, 3, 4, 5, 6, 7, 8)}, "weekdays"),
    ],
)
def test_up_to_its_bound_it_can_be_agreed_and_not_beyond(
    fits: dict[str, object], over: dict[str, object], reason: str
) -> None:
    """Every bound is named with its reason, and lets pass what lies on it."""
    assert refusals(terms(**fits)) == ()
    assert [refused.reason for refused in refusals(terms(**over))] == [reason]


@pytest.mark.parametrize(
    ("wrong", "detail"),
    [
        ({"start": MONDAY - DAY}, "2026-11-29"),
        ({"start": date(2036, 1, 1)}, "2036-01-01"),
        (own(replace(STEP, end=date(2036, 1, 2))), "2036-01-02"),
        ({"other": (replace(STEP, start=date(2036, 1, 3)),)}, "2036-01-03"),
        ({"tasks": ()}, ""),
        ({"leeway": Leeway(weeks=9)}, ""),
        (own(STEP, replace(STEP, start=MONDAY)), "2026-11-30"),
        (own(STEP, replace(STEP, hours=Decimal("8.1"))), "2026-12-07"),
        (own(replace(STEP, weeks=30), replace(STEP, weeks=30)), "2028-01-23"),
    ],
)
def test_a_refusal_names_the_date_that_it_is_about(wrong: dict[str, object], detail: str) -> None:
    """So that it can be found on the paper; where no date is meant there is none."""
    assert [refused.detail for refused in refusals(terms(**wrong))] == [detail]


def test_a_week_at_the_end_of_which_nobody_works_has_its_evaluation_before_it() -> None:
    """On the last working day of that week; the day before it ends when none is worked at all (R1)."""
    plan = make(terms(template="nine-weeks", weekdays=(1, 2), contract_hours=Decimal(16)))
    assert [each.day for each in plan.evaluations] == [
        date(2026, 12, 8), date(2026, 12, 22), date(2027, 1, 19), date(2027, 1, 26),
    ]  # fmt: skip
    christmas = make(terms(template="nine-weeks", weekdays=(5,), contract_hours=Decimal(8)))
    assert christmas.evaluations[1].day == date(2026, 12, 27)
    assert [each.parties for each in christmas.evaluations] == [
        ("client", "supervisor", "coach"), ("client", "physician"), ("client", "supervisor", "coach"),
        ("client", "supervisor", "coach"),
    ]  # fmt: skip


# --- dates ---------------------------------------------------------------------------------------------------------


def test_a_plan_begins_and_ends_with_its_first_and_last_date() -> None:
    """The first date and the last are in it, the days beside them aren't; weeks have seven dates from the start."""
    plan = make(terms())
    assert (plan.start, plan.end, plan.weeks, plan.runs_from) == (MONDAY, date(2026, 12, 27), 4, MONDAY)
    assert [plan.runs_on(day) for day in (MONDAY - DAY, MONDAY, plan.end, plan.end + DAY)] == [False, True, True, False]
    assert [plan.step_on(day) for day in (MONDAY - DAY, MONDAY, MONDAY + 6 * DAY, MONDAY + WEEK, plan.end + DAY)] == [
        None, plan.steps[0], plan.steps[0], plan.steps[1], None,
    ]  # fmt: skip
    assert plan.week_start(3) == MONDAY + 2 * WEEK
    assert plan.dates_of(2) == tuple(MONDAY + n * DAY for n in range(7, 14))
    assert plan.week_hours(1) == 10
    assert plan.working_days(1) == tuple(MONDAY + n * DAY for n in range(5))
    assert (plan.hours_on(MONDAY), plan.hours_on(MONDAY - DAY), plan.hours_on(MONDAY + 5 * DAY)) == (2, 0, 0)
    assert make(terms(**own(replace(STEP, end=MONDAY + WEEK)))).weeks == 2


def test_the_next_evaluation_is_the_first_from_that_date_on() -> None:
    """Also on the day itself; of two the sooner, however they are kept; none when all have been."""
    late, soon = Evaluation(day=MONDAY + WEEK), Evaluation(day=MONDAY + DAY)
    plan = replace(make(terms()), evaluations=(late, soon))
    days = (MONDAY, soon.day, soon.day + DAY, late.day, late.day + DAY)
    assert [plan.next_evaluation(day) for day in days] == [soon, soon, late, late, None]


def test_a_plan_that_was_stopped_runs_until_the_day_before() -> None:
    """From the date of the stop no step, no hours and no evaluation; the last day is the one before (R37)."""
    plan = make(terms(evaluations=(Evaluation(day=MONDAY + DAY), Evaluation(day=MONDAY + 2 * DAY))))
    ended = stopped(plan, on=MONDAY + 2 * DAY, physician=" De Wit ", look_again=MONDAY + 3 * DAY)
    assert [ended.runs_on(MONDAY + n * DAY) for n in (1, 2)] == [True, False]
    assert last_day(ended) == MONDAY + DAY
    assert last_day(plan) == plan.end
    assert (coming(plan), coming(ended)) == (plan.evaluations, plan.evaluations[:1])
    assert ended.stopped is not None
    assert (ended.stopped.physician, ended.effective, ended.paper) == ("De Wit", MONDAY + 2 * DAY, None)
    assert last_day(stopped(plan, on=plan.end + WEEK, physician="W", look_again=date.max, goes_on=True)) == plan.end


def test_leeway_times_count_as_well_as_weeks() -> None:
    """What is left is never below nothing; with times used up nothing is left, whatever the weeks (R3)."""
    plan = make(terms(leeway=Leeway(weeks=3, times=2)))
    asked = {"step": MONDAY, "weeks": 1, "on": MONDAY, "parties": ("client", "supervisor", "coach")}
    once = lengthened(plan, **asked)  # type: ignore[arg-type]
    twice = lengthened(once, **asked)  # type: ignore[arg-type]
    assert (plan.leeway.left, once.leeway.left, twice.leeway.left) == (3, 2, 0)
    assert (twice.parties, twice.agreed_on, twice.effective, twice.paper) == (asked["parties"], MONDAY, MONDAY, None)
    assert twice.runs_from == MONDAY
    assert replace(twice.leeway, weeks=1, times=0).left == 0


def test_the_last_step_takes_the_evaluation_of_its_last_working_day_along() -> None:
    """The one at the end of the plan shifts with the end; one that was held already, or lies before, stays (R3)."""
    friday = date(2026, 12, 24)  # the last day worked: the 25th is Christmas, then comes the weekend
    plan = make(terms(leeway=Leeway(weeks=2), evaluations=(Evaluation(day=friday - DAY), Evaluation(day=friday))))
    asked = {"step": plan.steps[3].start, "weeks": 2, "on": friday - 3 * DAY, "parties": ("client", "supervisor")}
    after = lengthened(plan, **asked)  # type: ignore[arg-type]
    assert [each.day for each in after.evaluations] == [friday - DAY, friday + 2 * WEEK]
    held = lengthened(plan, held=frozenset({friday}), **asked)  # type: ignore[arg-type]
    assert held.evaluations == plan.evaluations


def test_the_current_step_lasts_to_its_last_date() -> None:
    """Then comes the next; after the last there is none."""
    plan = make(terms())
    first, second = plan.steps[:2]
    assert [current_step(plan, day) for day in (MONDAY - DAY, first.end, first.end + DAY)] == [first, first, second]
    assert current_step(plan, plan.end + DAY) is None
    assert [step_after(plan, day) for day in (first.end, plan.end, plan.end + DAY)] == [second, None, None]


def test_the_other_line_stays_where_it_ended_and_begins_where_it_begins() -> None:
    """Between the two lines is on plan; before the other begins, only what was agreed (R9)."""
    other = (replace(STEP, hours=Decimal(20), start=MONDAY + WEEK),)
    plan = make(terms(other=other, line="cautious"))
    bands = [plan.band_on(MONDAY + n * DAY) for n in (0, 7, 13, 14, 21, 35)]
    assert bands == [(2, 2), (4, 4), (0, 0), (4, 6), (4, 8), (0, 0)]


# --- warnings, in order ----------------------------------------------------------------------------------------------


def test_two_warnings_of_one_kind_come_by_their_date() -> None:
    """Both holidays, Christmas first, whatever else is odd."""
    plan = make(terms())
    days = [warned.day for warned in warnings(plan) if warned.code == "holiday"]
    assert days == sorted(days, key=lambda day: day or date.min)
    back = make(terms(**own(STEP, replace(STEP, hours=Decimal(6)), replace(STEP, hours=Decimal(4)))))
    outside = (Evaluation(day=date(2027, 5, 2)), Evaluation(day=date(2027, 5, 1)))
    found = warnings(replace(back, evaluations=outside))
    assert [warned.day for warned in found if warned.code == "goes_back"] == [MONDAY + WEEK, MONDAY + 2 * WEEK]
    assert [warned.day for warned in found if warned.code == "evaluation_outside"] == [outside[1].day, outside[0].day]
    assert Warned(code="no_evaluation") == Warned(code="no_evaluation", day=None, detail="")


@pytest.mark.parametrize(
    ("wanted", "code", "is_said"),
    [
        (own(Period(hours=Decimal(40))), "over_contract", False),
        (own(Period(hours=Decimal("40.25"))), "over_contract", True),
        (own(STEP, STEP), "goes_back", False),
        (own(STEP, replace(STEP, start=MONDAY + WEEK)), "gap", False),
        (own(STEP, replace(STEP, start=MONDAY + 8 * DAY)), "gap", True),
        (own(four_days_of_one_hour_and("0.75")), "uneven", False),
        (own(four_days_of_one_hour_and("0.5")), "uneven", True),
        (own(Period(hours=Decimal(10))), "jump", False),
        (own(Period(hours=Decimal("10.25"))), "jump", True),
        ({"evaluations": (Evaluation(day=MONDAY), Evaluation(day=date(2026, 12, 27)))}, "evaluation_outside", False),
        ({"evaluations": (Evaluation(day=date(2026, 12, 28)),)}, "evaluation_outside", True),
    ],
)
def test_a_warning_begins_past_its_bound(wanted: dict[str, object], code: str, is_said: bool) -> None:
    """What lies on the bound is as it should be; a quarter of an hour or a day more is said."""
    assert (code in {warned.code for warned in warnings(make(terms(**wanted)))}) is is_said


# --- week by week ---------------------------------------------------------------------------------------------------


def test_the_weeks_with_holidays_say_what_is_left() -> None:
    """The week of Christmas has four days of eight hours left, of other weeks nothing is told, after a stop nothing."""
    plan = make(terms())
    assert holidays_of(plan.steps[3]) == (date(2026, 12, 25),)
    assert holidays_of(plan.steps[0]) == ()
    assert short_weeks(plan) == ((date(2026, 12, 21), Decimal(32)),)
    last = make(terms(start=date(2026, 12, 19), registered=MONDAY, weekdays=(5,), contract_hours=Decimal(8)))
    assert short_weeks(last) == ((date(2026, 12, 19), Decimal(0)), (date(2026, 12, 26), Decimal(0)))
    assert short_weeks(stopped(plan, on=date(2026, 12, 21), physician="W", look_again=date.max)) == ()


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def noted(day: date | None, hours: int | None, on: date = MONDAY, off: bool = False) -> HoursNoted:
    return HoursNoted(at=at(on), day=day, hours=None if hours is None else Decimal(hours), off=off)


@pytest.mark.parametrize(
    ("event", "found"),
    [
        (noted(MONDAY, 4), {MONDAY: Decimal(4)}),
        (noted(MONDAY, 0), {MONDAY: Decimal(0)}),
        (noted(MONDAY, 24), {MONDAY: Decimal(24)}),
        (noted(MONDAY, 25), {}),
        (noted(MONDAY, -1), {}),
        (noted(MONDAY, None), {}),
        (noted(None, 4), {}),
        (noted(MONDAY - 14 * DAY, 4), {MONDAY - 14 * DAY: Decimal(4)}),
        (noted(MONDAY - 15 * DAY, 4), {}),
        (noted(MONDAY + DAY, 4), {}),
        (HoursNoted(at=at(MONDAY, 23), day=MONDAY + DAY, hours=Decimal(1)), {MONDAY + DAY: Decimal(1)}),
        (Answered(at=at(MONDAY), day=MONDAY, question="hours", number=Decimal(3)), {MONDAY: Decimal(3)}),
        (Answered(at=at(MONDAY), day=MONDAY - DAY, question="hours", number=Decimal(3)), {}),
        (
            Answered(at=at(MONDAY), day=MONDAY - DAY, question="hours", number=Decimal(3), edited=True),
            {MONDAY - DAY: Decimal(3)},
        ),
        (Answered(at=at(MONDAY), day=MONDAY, question="energy", number=Decimal(3)), {}),
    ],
)
def test_hours_count_that_could_be_taken_when_they_were_said(event: HoursNoted | Answered, found: object) -> None:
    """0 to 24 hours of today or the last two weeks, by the client's own calendar (R15, R17)."""
    assert worked_by_day([event], ZONE) == found


def test_a_later_word_about_a_date_takes_the_place_of_the_earlier() -> None:
    """Corrected, or taken back: a day on which it turned out nobody worked has no hours."""
    assert worked_by_day([noted(MONDAY, 4), noted(MONDAY, 6)], ZONE) == {MONDAY: Decimal(6)}
    assert worked_by_day([noted(MONDAY, 4), noted(MONDAY, None, off=True)], ZONE) == {}


def test_the_weeks_worked_are_those_of_which_something_is_known() -> None:
    """Added up by week of the plan, up to today; a week without a word isn't a week without hours."""
    plan: Plan = make(terms())
    by_day = {MONDAY: Decimal(2), MONDAY + 6 * DAY: Decimal(3), MONDAY + 14 * DAY: Decimal(4), MONDAY - DAY: Decimal(9)}
    whole = ((MONDAY, Decimal(5)), (MONDAY + 2 * WEEK, Decimal(4)))
    assert worked_weeks(plan, by_day, MONDAY + 14 * DAY) == whole
    assert worked_weeks(plan, by_day, MONDAY + 13 * DAY) == whole[:1]
    assert worked_weeks(plan, {plan.end: Decimal(1)}, date.max) == ((date(2026, 12, 21), Decimal(1)),)


def test_own_hours_on_free_days_are_free_days() -> None:
    """The hours of a day that isn't worked are named with the first date on which that would be."""
    saturday = Period(hours=Decimal(2), per_day=((6, Decimal(1)), (7, Decimal(1))), end=MONDAY + 5 * DAY)
    found = [warned for warned in warnings(make(terms(**own(saturday), tasks=FIVE))) if warned.code == "free_day"]
    assert found == [Warned(code="free_day", day=MONDAY + 5 * DAY, detail="6")]
