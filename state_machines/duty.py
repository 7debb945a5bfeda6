"""Who is there to read, and when: working days, in office hours, holidays and leave aside (R22, R35).

What the client is told about it must be true: nobody reads along live, and at night nobody reads at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from state_machines import days
from state_machines.files import Client
from state_machines.hand_over import Deputy

#: Office hours. A coach may well look earlier or later; nobody is promised that.
OPENS, CLOSES = time(9, 0), time(17, 0)
DAYS_AHEAD = 60


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Who reads first: the deputy's name while the coach is on leave, else empty; `at` None: they are there now."""

    deputy: str
    at: datetime | None


def reader(file: Client, at: datetime) -> Reader:
    """Who surely reads first, and from which moment (UTC); the hours are those of the client's zone."""
    for day, deputy in there(file, days.local_date(at, file.zone)):
        opens, closes = (days.moment(day, clock, file.zone) for clock in (OPENS, CLOSES))
        if at < closes:
            return Reader(deputy=deputy, at=opens if at < opens else None)
    return Reader(deputy="", at=at + timedelta(days=DAYS_AHEAD))


def there(file: Client, today: date) -> Iterator[tuple[date, str]]:
    """The dates from this one on, on which somebody is there, with the name of the deputy when it is they."""
    deputy = file.deputy
    for day in (today + timedelta(days=n) for n in range(DAYS_AHEAD)):
        if file.coach_leave is None or not file.coach_leave.covers(day):
            if days.works_on(day, file.coach_days or days.MONDAY_TO_FRIDAY):
                yield day, ""
        elif deputy is not None and days.works_on(day, deputy.weekdays) and not _away(deputy, day):
            yield day, deputy.name


def _away(deputy: Deputy, day: date) -> bool:
    return deputy.leave is not None and deputy.leave.covers(day)
