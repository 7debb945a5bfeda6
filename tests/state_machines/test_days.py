"""Local dates and moments: every rule about time, in tables."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from state_machines import days
from state_machines.days import AMSTERDAM, Quiet


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "clock", "zone", "expected"),
    [
        ("2026-11-30", "16:30", AMSTERDAM, "2026-11-30T15:30"),
        ("2026-07-01", "16:30", AMSTERDAM, "2026-07-01T14:30"),
        ("2026-03-29", "01:59", AMSTERDAM, "2026-03-29T00:59"),
        ("2026-03-29", "02:00", AMSTERDAM, "2026-03-29T01:00"),
        ("2026-03-29", "02:30", AMSTERDAM, "2026-03-29T01:00"),
        ("2026-03-29", "02:59", AMSTERDAM, "2026-03-29T01:00"),
        ("2026-03-29", "03:00", AMSTERDAM, "2026-03-29T01:00"),
        ("2026-10-25", "02:30", AMSTERDAM, "2026-10-25T00:30"),
        ("2026-10-25", "03:00", AMSTERDAM, "2026-10-25T02:00"),
        ("2026-10-04", "02:10", "Australia/Lord_Howe", "2026-10-03T15:30"),
        ("2026-11-30", "16:30", "America/New_York", "2026-11-30T21:30"),
        ("2026-11-30", "16:30", "Asia/Kathmandu", "2026-11-30T10:45"),
    ],
)
def test_a_wall_clock_time_is_exactly_one_moment(day: str, clock: str, zone: str, expected: str) -> None:
    """A skipped time is the first moment after the gap, a repeated one its first pass."""
    assert days.moment(date.fromisoformat(day), time.fromisoformat(clock), zone) == _utc(expected)


@pytest.mark.parametrize("year", range(2026, 2036))
def test_every_dutch_clock_change_gives_each_prompt_once(year: int) -> None:
    """At both clock changes of each year, 02:30 is one moment on its own local date, later than midnight."""
    for month in (3, 10):
        change = max(d for d in (date(year, month, n) for n in range(25, 32)) if d.isoweekday() == 7)
        found = days.moment(change, time(2, 30), AMSTERDAM)
        assert days.local_date(found, AMSTERDAM) == change
        assert found > days.moment(change, time(0), AMSTERDAM)
        expected = "01:00" if month == 3 else "00:30"
        assert found.strftime("%H:%M") == expected


@pytest.mark.parametrize(
    ("quiet", "clock", "expected"),
    [
        (Quiet(), "21:00", True),
        (Quiet(), "20:59", False),
        (Quiet(), "00:00", True),
        (Quiet(), "07:59", True),
        (Quiet(), "08:00", False),
        (Quiet(start=time(1), end=time(5)), "00:59", False),
        (Quiet(start=time(1), end=time(5)), "01:00", True),
        (Quiet(start=time(1), end=time(5)), "05:00", False),
    ],
)
def test_quiet_hours_include_their_start_and_not_their_end(quiet: Quiet, clock: str, expected: bool) -> None:
    """From 21:00 to 08:00, over midnight or not."""
    assert quiet.covers(time.fromisoformat(clock)) is expected


def test_the_window_ends_at_quiet_hours_also_when_clocks_change() -> None:
    """The check-in window closes at 21:00 local, whatever the offset of that date."""
    for day in (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25)):
        end = days.window_end(day, AMSTERDAM, Quiet())
        assert end.astimezone(ZoneInfo(AMSTERDAM)).time() == time(21)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2026-11-30", 49),
        ("2026-12-31", 53),
        ("2027-01-03", 53),
        ("2027-01-04", 1),
        ("2032-12-31", 53),
        ("2028-02-29", 9),
    ],
)
def test_weeks_are_iso_weeks(day: str, week: int) -> None:
    """Years of 53 weeks included."""
    assert days.iso_week(date.fromisoformat(day)) == week


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-12-25", False),
        ("2026-12-26", False),
        ("2026-04-27", False),
        ("2026-05-05", True),
        ("2026-05-14", False),
        ("2026-12-24", True),
        ("2026-12-27", False),
    ],
)
def test_nobody_works_on_a_dutch_holiday_or_a_free_day(day: str, works: bool) -> None:
    """Bevrijdingsdag is a working day for most; Saturday 26 December and Sundays are free."""
    assert days.works_on(date.fromisoformat(day), (1, 2, 3, 4, 5, 6)) is works


@pytest.mark.parametrize(
    ("day", "n", "then"),
    [
        ("2026-11-30", 1, "2026-12-01"),
        ("2026-11-30", 5, "2026-12-07"),
        ("2026-12-04", 1, "2026-12-07"),
        ("2026-12-05", 1, "2026-12-07"),
        ("2026-12-24", 1, "2026-12-28"),
        ("2026-12-31", 2, "2027-01-05"),
        ("2026-04-02", 3, "2026-04-09"),
    ],
)
def test_working_days_are_counted_without_weekends_and_dutch_holidays(day: str, n: int, then: str) -> None:
    """From the day after: over a weekend, Christmas, New Year, Good Friday and Easter Monday."""
    assert days.working_day_after(date.fromisoformat(day), n) == date.fromisoformat(then)


def test_working_days_are_counted_from_one() -> None:
    """The zeroth working day after a date means nothing."""
    with pytest.raises(ValueError, match="from 1"):
        days.working_day_after(date(2026, 11, 30), 0)
