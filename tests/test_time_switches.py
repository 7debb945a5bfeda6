"""Every change of the clocks from 2026 to 2035, leap days and years of 53 weeks: one check-in a date, at its time.

When a check-in is due is found here in another way than in the core: by
looking at every quarter of an hour of a date.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import people
import pytest
from clockwork import DAY, HOUR, Clockwork, acts, noon, started, switches

from state_machines import days
from state_machines.days import Quiet
from state_machines.files import Client, but

#: Both hemispheres, half an hour of summer time, changes at midnight, four changes a year, and zones without any.
ZONES = (
    "Europe/Amsterdam", "Europe/Lisbon", "America/New_York", "America/St_Johns", "America/Havana", "America/Santiago",
    "Africa/Cairo", "Africa/Casablanca", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland",
    "Pacific/Chatham", "Asia/Kolkata", "Pacific/Kiritimati",
)  # fmt: skip
FIRST, LAST = 2026, 2035
USUAL = Quiet()
BY_NIGHT = Quiet(start=time(10), end=time(18))
#: When the check-in is, and when nothing is begun. 2:30 is skipped in spring and comes twice in autumn.
TIMES = (
    (time(16, 30), USUAL), (time(8, 0), USUAL), (time(20, 45), USUAL),
    (time(2, 30), BY_NIGHT), (time(0, 15), BY_NIGHT), (time(1, 45), BY_NIGHT), (time(23, 45), BY_NIGHT),
)  # fmt: skip


@cache
def quarters(day: date, zone: str) -> tuple[tuple[datetime, time], ...]:
    """Each quarter of an hour of a local date, as a moment, with what the clock on the wall says."""
    where, from_utc = ZoneInfo(zone), datetime.combine(day, time(0), UTC) - 16 * HOUR
    walls = ((at, at.astimezone(where)) for at in (from_utc + timedelta(minutes=15 * n) for n in range(48 * 4)))
    return tuple((at, wall.time()) for at, wall in walls if wall.date() == day)


def first_quarter(day: date, clock: time, zone: str) -> datetime:
    """The first quarter of a date at which the clock on the wall has come to this time; else the next date's first."""
    found = (at for at, wall in quarters(day, zone) if wall >= clock)
    return next(found, quarters(day + DAY, zone)[0][0])


def somebody(zone: str, clock: time, quiet: Quiet) -> Client:
    """A client without a plan in a zone, with this time and these quiet hours."""
    return people.client(zone=zone, checkin_time=clock, quiet=quiet, versions=(), agreed="")


def assert_once_a_date(work: Clockwork, dates: list[date], clock: time, zone: str) -> None:
    """Each of these dates had one check-in, at its time; nothing that the clock began came in the quiet hours."""
    prompts = [one for one in work.prompts() if one.here.date() in dates]
    assert [one.here.date() for one in prompts] == dates
    assert [one.at for one in prompts] == [first_quarter(day, clock, zone) for day in dates]
    begun = work.begun("checkin", "checkin.silence", "week.step")
    assert [one for one in begun if one.file.quiet.covers(one.here.time())] == []


@pytest.mark.parametrize("zone", ZONES)
def test_over_every_change_of_the_clocks_there_is_one_check_in_a_date(zone: str) -> None:
    """From three days before to three days after each change, for seven times of the day, nights included."""
    for switch in switches(zone, FIRST, LAST):
        dates = [switch + n * DAY for n in range(-2, 4)]
        for clock, quiet in TIMES:
            begins = noon(dates[0] - DAY, zone)
            work = started(somebody(zone, clock, quiet), begins, answers=acts)
            work.until(noon(dates[-1] + DAY, zone) + 11 * HOUR)
            assert_once_a_date(work, dates, clock, zone)


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Australia/Lord_Howe", "America/Havana"])
def test_a_wish_to_hear_it_later_comes_once_over_a_change(zone: str) -> None:
    """Unanswered, the check-in is asked once more three hours later by every clock, if that is no quiet hour."""
    for switch in switches(zone, FIRST, LAST):
        work = started(somebody(zone, time(20, 30), Quiet(start=time(23, 45), end=time(8))), noon(switch - DAY, zone))
        work.until(noon(switch + DAY, zone))
        asked = [one.at for one in work.begun("checkin")]
        prompts = [one.at for one in work.prompts()]
        again = [at for at in asked if at not in prompts]
        quiet = work.file.quiet
        assert again == [at + 3 * HOUR for at in prompts if not days.is_quiet(at + 3 * HOUR, zone, quiet)]


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Australia/Sydney", "America/St_Johns", "Australia/Lord_Howe"])
def test_each_week_of_a_plan_is_said_once_over_every_change(zone: str) -> None:
    """A plan of four weeks around each change: its step on the first working day of each week, at nine there."""
    for switch in switches(zone, FIRST, LAST):
        start = switch - timedelta(days=switch.weekday() + 14)
        plan = people.plan(start=start, registered=start - DAY)
        file = but(people.client(zone=zone), versions=(plan,), agreed=plan.digest())
        work = started(file, noon(start - DAY, zone), answers=acts)
        work.until(noon(start + 29 * DAY, zone))
        steps = [one.at for one in work.begun("week.step")]
        mornings = [plan.working_days(week)[0] for week in range(1, plan.weeks + 1)]
        assert steps == [first_quarter(day, time(9), zone) for day in mornings]
        assert [one.prompt.values["week"] for one in work.begun("week.step")] == list(range(1, plan.weeks + 1))


@pytest.mark.parametrize("year", range(FIRST, LAST + 1))
def test_no_date_of_ten_years_is_left_out_or_comes_twice(year: int) -> None:
    """Every date from Christmas to Christmas, leap days and the last week of the year included, has one check-in."""
    zone, clock = "Europe/Amsterdam", time(2, 30)
    first = date(year - 1, 12, 25)
    dates = [first + n * DAY for n in range((date(year, 12, 27) - first).days)]
    work = started(somebody(zone, clock, BY_NIGHT), noon(first - DAY, zone), answers=acts)
    work.until(noon(dates[-1], zone))
    assert_once_a_date(work, dates, clock, zone)
    leap = date(year, 2, 28) + DAY
    assert (leap.month == 2) == (year % 4 == 0)
    assert leap in dates


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 12, 28), 53), (date(2027, 1, 3), 53), (date(2027, 1, 4), 1), (date(2028, 2, 29), 9),
        (date(2032, 12, 27), 53), (date(2033, 1, 2), 53), (date(2033, 1, 3), 1), (date(2030, 12, 30), 1),
        (date(2029, 12, 31), 1), (date(2035, 12, 31), 1),
    ],
)  # fmt: skip
def test_weeks_are_numbered_as_on_a_dutch_calendar(day: date, week: int) -> None:
    """Week 53 of 2026 and 2032 reaches into the next year; a Monday in December may be in week 1."""
    assert days.iso_week(day) == week


@pytest.mark.parametrize("year", [2026, 2032])
def test_a_plan_over_a_year_of_53_weeks_has_each_week_once(year: int) -> None:
    """From the Monday of week 51 on: four weeks, four steps, the last in week 1."""
    start = date.fromisocalendar(year, 51, 1)
    plan = people.plan(start=start, registered=start - DAY)
    file = but(people.client(), versions=(plan,), agreed=plan.digest())
    work = started(file, noon(start - DAY, file.zone), answers=acts)
    work.until(noon(start + 29 * DAY, file.zone))
    assert [days.iso_week(one.here.date()) for one in work.begun("week.step")] == [51, 52, 53, 1]


def test_a_plan_over_a_leap_day_counts_it() -> None:
    """The week of 28 February 2028 has a Tuesday the 29th, on which is worked."""
    plan = people.plan(start=date(2028, 2, 21), registered=date(2028, 2, 20))
    assert plan.working_days(2) == (date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 2), date(2028, 3, 3))
    assert plan.week_of(date(2028, 2, 29)) == 2
