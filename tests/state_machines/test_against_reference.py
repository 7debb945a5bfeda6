"""The time engine beside the slow reference: random plans, each date of them, no difference (R1, R3, R6, R9, R37)."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import figures
import pytest
import reference
from reference import Period, Wish, Worked

from state_machines import plan_changes, schedule
from state_machines.files import Client
from state_machines.plan import Evaluation, Leeway, Plan, Task
from state_machines.plan_templates import make
from state_machines.plan_terms import TEMPLATES, Terms
from state_machines.plan_terms import Period as AgreedPeriod

SEED = 17
SAMPLE, ALL, PARTS = 300, 10_000, 10
QUARTER = Decimal("0.25")
FIRST, DAYS = date(2024, 1, 1), 4000
SECTION = """## Plans against an independent reference

Each line is one run of `make test-long`: random plans, each worked out twice, by Trede and by a slow reference that
shares no code with it. Compared: every date's step, hours, week and band, every week's working days and step message,
the end; then the same again after leeway was taken and after a stop.

| date | plans | dates compared | differences |
|---|---|---|---|
"""


# --- random plans ---------------------------------------------------------------------------------------------------


def a_wish(draw: random.Random) -> Wish:
    """What a plan is made from: any template, 1 to 60 hours, any days, a start in eleven years."""
    weekdays = tuple(sorted(draw.sample(range(1, 8), draw.randint(1, 7))))
    contract = draw.randint(4, min(240, 48 * len(weekdays)))
    start = FIRST + timedelta(days=draw.randrange(DAYS))
    template = draw.choice(TEMPLATES)
    tasks = tuple(f"task {n}" for n in range(draw.randint(1, 6)))
    own = tuple(f"own task {n}" for n in range(draw.randint(0, 4))) if template != "custom" else ()
    periods = tuple(some_periods(draw, weekdays, start)) if template == "custom" else ()
    other = tuple(some_periods(draw, weekdays, start)) if draw.random() < 0.3 else ()
    return Wish(template, contract, weekdays, start, tasks, own, periods, other)


def some_periods(draw: random.Random, weekdays: tuple[int, ...], start: date) -> Iterator[Period]:
    """Steps of one's own: by weeks or with dates, with gaps or without, hours a week or by day, also on free days."""
    free = start
    for n in range(draw.randint(1, 6)):
        weeks, days = draw.randint(1, 4), draw.randint(1, 30)
        dated = draw.random() < 0.4
        gap = draw.choice((0, 0, 0, draw.randint(1, 9))) if n else 0
        first = free + timedelta(days=gap)
        last = first + timedelta(days=days - 1) if dated else first + timedelta(days=7 * weeks - 1)
        by_day = {day: draw.randint(0, 48) for day in sorted(draw.sample(range(1, 8), draw.randint(1, 7)))}
        uneven = draw.random() < 0.3 and any(by_day.values())
        yield Period(
            weeks=weeks,
            start=first if dated or gap else None,
            end=last if dated else None,
            quarters=draw.randint(1, 48 * len(weekdays)),
            by_day=by_day if uneven else {},
            tasks=draw.choice(((), ("a task of its own", f"task {n}"))),
        )
        free = last + timedelta(days=1)


def as_terms(wish: Wish, leeway: int, evaluations: tuple[date, ...]) -> Terms:
    """The same wish as the bot's own values."""
    return Terms(
        template=wish.template,
        goal="own work",
        contract_hours=wish.contract * QUARTER,
        start=wish.start,
        weekdays=wish.weekdays,
        tasks=tuple(Task(name=name) for name in wish.tasks),
        own_tasks=tuple(Task(name=name, kind="own") for name in wish.own),
        supervisor="Karin",
        parties=("client", "supervisor"),
        registered=wish.start,
        periods=tuple(map(as_period, wish.periods)),
        other=tuple(map(as_period, wish.other)),
        line="cautious" if wish.other else "",
        leeway=Leeway(weeks=leeway),
        evaluations=tuple(Evaluation(day=day) for day in evaluations),
    )


def as_period(period: Period) -> AgreedPeriod:
    per_day = tuple((day, quarters * QUARTER) for day, quarters in sorted(period.by_day.items()))
    hours = sum((hours for _, hours in per_day), Decimal(0)) if per_day else period.quarters * QUARTER
    return AgreedPeriod(
        weeks=period.weeks, hours=hours, start=period.start, end=period.end, per_day=per_day, tasks=period.tasks
    )


# --- side by side ---------------------------------------------------------------------------------------------------


@dataclass
class Compared:
    """How many plans and dates were held side by side."""

    plans: int = 0
    dates: int = 0


def compare(wish: Wish, draw: random.Random, compared: Compared) -> None:
    """One plan, made, lengthened and stopped: the same on both sides."""
    weeks = draw.randint(1, 3)
    slow = reference.work_out(wish)
    looked = tuple(slow.start + timedelta(days=draw.randrange(120)) for _ in range(draw.randint(0, 3)))
    quick = make(as_terms(wish, weeks, looked))
    side_by_side(quick, slow, compared)

    number = draw.randrange(len(slow.steps))
    step, on = quick.steps[number].start, slow.steps[number].dates[0]
    longer = plan_changes.lengthened(quick, step=step, weeks=weeks, on=on, parties=("client", "supervisor"))
    slow_longer = reference.lengthened(slow, number, weeks)
    side_by_side(longer, slow_longer, compared)
    dates = slow.steps[number].dates
    last = max((day for day in dates if slow.quarters_on(day)), default=dates[-1])
    first = last if number == len(slow.steps) - 1 else reference.later(dates[-1], 1)
    shifted = [reference.later(day, 7 * weeks) if day >= first else day for day in sorted(looked)]
    assert [evaluation.day for evaluation in longer.evaluations] == shifted
    assert longer.leeway.left == 0

    stop = draw.choice(draw.choice(slow_longer.steps).dates)
    stopped = plan_changes.stopped(longer, on=stop, physician="a physician", look_again=stop + timedelta(days=14))
    side_by_side(stopped, Worked(slow_longer.steps, slow_longer.other, stop), compared)
    compared.plans += 1


def side_by_side(quick: Plan, slow: Worked, compared: Compared) -> None:
    """Every date and every week of a plan."""
    assert (quick.start, quick.end, len(quick.steps)) == (slow.start, slow.end, len(slow.steps))
    for step, stretch in zip(quick.steps, slow.steps, strict=True):
        assert (step.start, step.end, step.tasks) == (stretch.dates[0], stretch.dates[-1], stretch.tasks)
        assert {day: hours * 4 for day, hours in step.per_day} == stretch.by_day
        assert step.hours * 4 == sum(stretch.by_day.values())
        assert step.start.isocalendar().week == reference.iso_week(step.start)
    day = reference.later(slow.start, -8)
    while day <= reference.later(slow.end, 8):
        number = slow.step(day)
        assert quick.runs_on(day) == slow.runs(day), day
        assert quick.step_on(day) == (None if number is None else quick.steps[number]), day
        assert quick.hours_on(day) * 4 == slow.quarters_on(day), day
        assert quick.week_of(day) == slow.week(day), day
        assert tuple(hours * 4 for hours in quick.band_on(day)) == slow.band(day), day
        compared.dates += 1
        day = reference.later(day, 1)
    weeks = slow.weeks()
    assert quick.weeks == len(weeks)
    for number, dates in weeks.items():
        worked = [day for day in dates if slow.quarters_on(day)]
        assert list(quick.working_days(number)) == worked
        assert quick.week_hours(number) * 4 == sum(map(slow.quarters_on, dates))
    last = reference.later(slow.stop, -1) if slow.stop and slow.stop <= slow.end else slow.end
    assert plan_changes.last_day(quick) == last
    assert_step_messages(quick, slow)


def assert_step_messages(quick: Plan, slow: Worked) -> None:
    """Each step message goes on the first working day of its week of the plan (R16); there is none after the last."""
    client = Client(id="c", name="Sanne", coach="p", coach_name="Joost", journey="coaching", versions=(quick,))
    client = Client(**{**vars(client), "agreed": quick.digest()})
    at = datetime.combine(reference.later(slow.start, -1), time(0), UTC)
    expected = [next((day for day in dates if slow.quarters_on(day)), None) for dates in slow.weeks().values()]
    for first in (day for day in expected if day):
        due = schedule.next_step(client, at)
        assert due is not None
        assert due[0] == first
        at = due[1]
    assert schedule.next_step(client, at) is None


def run(numbers: range) -> Compared:
    """The random plans with these numbers: each has a seed of its own, so that one can be looked at again."""
    compared = Compared()
    for number in numbers:
        draw = random.Random(SEED * 1_000_000 + number)
        wish = a_wish(draw)
        try:
            compare(wish, draw, compared)
        except AssertionError as error:
            raise AssertionError(f"plan {number}: {wish}") from error
    return compared


@pytest.mark.parametrize("part", range(3))
def test_random_plans_are_the_same_day_by_day(part: int) -> None:
    """300 plans, each also lengthened and stopped: no date on which the two differ."""
    size = SAMPLE // 3
    compared = run(range(part * size, (part + 1) * size))
    assert compared.plans == size
    assert compared.dates > 10 * size


@pytest.mark.long
def test_ten_thousand_random_plans_are_the_same_day_by_day() -> None:
    """All 10,000; the count goes into docs/reliability.md."""
    compared = run(range(ALL))
    assert compared.plans == ALL
    figures.keep(SECTION, compared.plans, compared.dates, 0)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 12, 31), 53),
        (date(2027, 1, 3), 53),
        (date(2027, 1, 4), 1),
        (date(2024, 12, 30), 1),
        (date(2028, 2, 29), 9),
        (date(2032, 12, 31), 53),
    ],
)
def test_the_reference_knows_its_own_iso_weeks(day: date, week: int) -> None:
    """Known weeks from the calendar on the wall: a reference that is wrong itself shows nothing."""
    assert reference.iso_week(day) == week


@pytest.mark.parametrize(
    ("day", "free"),
    [
        (date(2026, 4, 3), True),
        (date(2026, 4, 6), True),
        (date(2026, 4, 27), True),
        (date(2026, 5, 5), False),
        (date(2026, 5, 14), True),
        (date(2026, 5, 25), True),
        (date(2025, 4, 26), True),
        (date(2025, 4, 27), False),
        (date(2026, 12, 26), True),
        (date(2026, 12, 24), False),
    ],
)
def test_the_reference_knows_its_own_holidays(day: date, free: bool) -> None:
    """Known holidays of two years, King's Day on a Saturday among them."""
    assert reference.is_free(day) is free
