"""How often a check-in comes once a plan is over (R40, tone 25): the last of a client's usual days in a week, or the
first of those in a month. Dates only.
"""

from collections.abc import Callable
from datetime import date, timedelta

WEEKLY, MONTHLY = "weekly", "monthly"
#: The last usual day of a week lies in the first two weeks of a month at least once.
LATEST_OF_MONTH = 14

Usual = Callable[[date], bool]


def falls_on(day: date, rhythm: str, usual: Usual, first: date) -> bool:
    """Whether a check-in of this rhythm falls on a date; weeks are counted from `first`, the first date of one."""
    if not _ends_a_week(day, usual, first):
        return False
    return rhythm != MONTHLY or _opens_a_month(day, usual, first)


def _ends_a_week(day: date, usual: Usual, first: date) -> bool:
    """The last usual day of its week: there the week can be looked back on (R16)."""
    left = 6 - (day - first).days % 7
    return usual(day) and not any(usual(day + timedelta(days=n)) for n in range(1, left + 1))


def _opens_a_month(day: date, usual: Usual, first: date) -> bool:
    before = (day.replace(day=number) for number in range(1, day.day))
    return day.day <= LATEST_OF_MONTH and not any(_ends_a_week(each, usual, first) for each in before)
