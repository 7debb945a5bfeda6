"""Local dates and the moments they stand for. Every rule about zones, quiet hours and working days lives here.

Wall-clock times belong to a client's IANA zone; moments are aware datetimes in UTC.
"""

import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.util import find_spec, module_from_spec
from zoneinfo import ZoneInfo

AMSTERDAM = "Europe/Amsterdam"
MONDAY_TO_FRIDAY = (1, 2, 3, 4, 5)


@dataclass(frozen=True, kw_only=True)
class Quiet:
    """The hours in which the bot begins nothing (R39): from `start` in the evening to `end` in the morning."""

    start: time = time(21, 0)
    end: time = time(8, 0)

    def covers(self, clock: time) -> bool:
        """Whether a wall-clock time lies in the quiet hours; `start` itself is quiet, `end` is not."""
        if self.start <= self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end


@cache
def zone_of(key: str) -> ZoneInfo:
    """The zone with this IANA name. Raises ZoneInfoNotFoundError (a KeyError) for a name that doesn't exist."""
    return ZoneInfo(key)


def local(at: datetime, zone: str) -> datetime:
    """A moment as the clock on the wall shows it in `zone`."""
    return at.astimezone(zone_of(zone))


def local_date(at: datetime, zone: str) -> date:
    """The local date of a moment."""
    return local(at, zone).date()


def moment(day: date, clock: time, zone: str) -> datetime:
    """The UTC moment of a wall-clock time on a local date: exactly one, also when clocks change.

    A time that the spring change skips becomes the first moment after the gap; a time that the autumn change repeats
    is its first pass.
    """
    wall = datetime.combine(day, clock)
    where = zone_of(zone)
    found = wall.replace(tzinfo=where).astimezone(UTC)
    if found.astimezone(where).replace(tzinfo=None) == wall:
        return found
    return _end_of_gap(wall, where)


def _end_of_gap(wall: datetime, where: ZoneInfo) -> datetime:
    """The moment at which the clocks jump over `wall`, by bisection to the second."""
    early = wall.replace(tzinfo=where, fold=1).astimezone(UTC)
    late = wall.replace(tzinfo=where, fold=0).astimezone(UTC)
    before = early.astimezone(where).utcoffset()
    low, high = 0, int((late - early).total_seconds())
    while high - low > 1:
        middle = (low + high) // 2
        if (early + timedelta(seconds=middle)).astimezone(where).utcoffset() == before:
            low = middle
        else:
            high = middle
    return early + timedelta(seconds=high)


def is_quiet(at: datetime, zone: str, quiet: Quiet) -> bool:
    """Whether a moment lies in someone's quiet hours."""
    return quiet.covers(local(at, zone).time())


def window_end(day: date, zone: str, quiet: Quiet) -> datetime:
    """When the check-in window of a local date closes: at the start of quiet hours, at the latest at midnight."""
    if quiet.start <= quiet.end:
        return moment(day + timedelta(days=1), time(0), zone)
    return moment(day, quiet.start, zone)


def iso_week(day: date) -> int:
    """The ISO week number of a date."""
    return day.isocalendar().week


def _load_no_other_country() -> None:
    """Keep the library from loading all its countries at the first holiday: 8 MB, and a sixth of a second in a turn.

    Its package of countries imports each of them when it runs. In place but never run, it gives the one that is asked.
    """
    package = find_spec("holidays.countries")
    if package is not None and package.name not in sys.modules:
        sys.modules[package.name] = module_from_spec(package)


@cache
def _dutch_holidays(year: int) -> frozenset[date]:
    _load_no_other_country()
    import holidays  # 4 MB of calendars, loaded with the first date of which somebody asks whether it is worked

    calendar = holidays.country_holidays("NL", years=year)
    return frozenset(calendar.keys())


def is_holiday(day: date) -> bool:
    """Whether a date is a Dutch public holiday (Bevrijdingsdag, a day off for some, does not count)."""
    return day in _dutch_holidays(day.year)


def works_on(day: date, weekdays: tuple[int, ...]) -> bool:
    """Whether someone who works on these ISO weekdays (1 = Monday) works on this date."""
    return day.isoweekday() in weekdays and not is_holiday(day)


def working_day_after(day: date, n: int) -> date:
    """The `n`-th working day after a date (n from 1): Monday to Friday without Dutch public holidays.

    Deadlines in working days (R21, R37) are counted by the calendar of offices, not by one person's days.
    """
    if n < 1:
        raise ValueError("working days are counted from 1")
    for _ in range(n):
        day += timedelta(days=1)
        while not works_on(day, MONDAY_TO_FRIDAY):
            day += timedelta(days=1)
    return day
