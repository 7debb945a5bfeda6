"""Understands the dates that a person types: in Dutch and English, ahead, behind, or on either side of today.

What is promised is what `dialogues.typed` promises: nothing raises and nothing is guessed. What does not exist, or can
be read in two ways, is None.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, TypeAlias

from dialogues import typed_words as known
from dialogues.typed import bare, day_count, whole_number

_HALF_A_YEAR: Final = 183  # days
#: Which year a day without one belongs to: (month, day, today) -> the date.
_Year: TypeAlias = Callable[[int, int, date], date | None]


def local_date(text: str, today: date) -> date | None:
    """A date: "30-11-2026", "30/11", "30 nov", "november 30", "morgen", "maandag", "volgende week maandag".

    A weekday is the next such day after today. A day without a year is this year's, unless that is more than half a
    year back: then it is next year's. The day comes before the month. What does not exist, or contradicts itself
    ("dinsdag 30 november" when that is a Monday), is None.
    """
    return _near(known.BEFORE_DATE.sub("", bare(text)), today, _without_year)


def start_date(text: str, today: date) -> date | None:
    """A date on which something starts: what `local_date` reads, and of an ISO week ("week 49") its Monday."""
    return _monday_of(known.BEFORE_DATE.sub("", bare(text)), today) or local_date(text, today)


def past_date(text: str, today: date) -> date | None:
    """A date on which something happened: what `local_date` reads, the last one before or on today where it can be.

    A weekday is the last such day before today; today's own weekday may be today or a week ago: None.
    """
    words = known.BEFORE_DATE.sub("", bare(text))
    if said := known.WEEKDAY.fullmatch(words):
        back = (today.isoweekday() - known.DAY_NUMBERS[said["day"]]) % 7
        return today - timedelta(days=back) if back and not said["which"] else None
    return _near(words, today, _last_such)


def near_date(text: str, today: date) -> date | None:
    """A date that may as well lie behind as ahead: without a year it is the nearest; a bare weekday is None."""
    words = known.BEFORE_DATE.sub("", bare(text))
    return None if known.WEEKDAY.fullmatch(words) else _near(words, today, _nearest)


def _relative(words: str, today: date) -> date | None:
    """A day told from today: tomorrow, in three days, Monday, Monday of next week."""
    if words in known.FROM_TODAY:
        return today + timedelta(days=known.FROM_TODAY[words])
    if later := known.LATER.fullmatch(words):
        days = day_count(later["count"])
        return None if days is None else today + timedelta(days=days)
    if said := known.NEXT_WEEK.fullmatch(words):
        day = known.DAY_NUMBERS[said["after"] or said["before"]]
        return today + timedelta(days=7 - today.isoweekday() + day)
    if said := known.WEEKDAY.fullmatch(words):
        return _next_such(known.DAY_NUMBERS[said["day"]], said["which"] in {"volgende", "next"}, today)
    return None


def _next_such(day: int, unsure: bool, today: date) -> date | None:
    """The next such weekday after today; None if "next Friday" may also be the Friday of next week."""
    ahead = (day - today.isoweekday() - 1) % 7 + 1
    in_next_week = 7 - today.isoweekday() + day
    return None if unsure and ahead != in_next_week else today + timedelta(days=ahead)


def _near(words: str, today: date, without_year: _Year) -> date | None:
    """A day told from today, or by its number and month in the year that `without_year` chooses."""
    try:
        return _relative(words, today) or _dated(words, today, without_year)
    except OverflowError:  # past the last year of the calendar
        return None


def _monday_of(words: str, today: date) -> date | None:
    """The Monday of an ISO week: of this ISO year, unless that is more than half a year back or does not exist."""
    said = known.ISO_WEEK.fullmatch(words)
    if said is None:
        return None
    this_year = today.isocalendar().year
    for year in (int(said["year"]),) if said["year"] else (this_year, this_year + 1):
        try:
            monday = date.fromisocalendar(year, int(said["week"]), 1)
        except ValueError:
            continue
        if said["year"] or (today - monday).days <= _HALF_A_YEAR:
            return monday
    return None


def _dated(words: str, today: date, without_year: _Year) -> date | None:
    """A day by its number and month; a weekday in front must be that day's."""
    named = known.WEEKDAY_BEFORE.match(words)
    found = _calendar_day(words[named.end() :] if named else words, today, without_year)
    wrong = named and found and found.isoweekday() != known.DAY_NUMBERS[named["day"]]
    return None if wrong else found


def _calendar_day(words: str, today: date, without_year: _Year) -> date | None:
    """A day by its number and month, with or without its year."""
    said = next((found for pattern in known.DATES if (found := pattern.fullmatch(words))), None)
    if said is None:
        return None
    day = whole_number(said["day"])
    month = known.MONTHS.get(said["month"]) or whole_number(said["month"])
    if day is None or month is None:
        return None
    if said["year"]:
        year = said["year"] if len(said["year"]) == 4 else "20" + said["year"]
        return _existing(int(year), month, day)
    return without_year(month, day, today)


def _without_year(month: int, day: int, today: date) -> date | None:
    """This year's, unless that is more than half a year back or does not exist: then next year's."""
    this_year = _existing(today.year, month, day)
    if this_year and (today - this_year).days <= _HALF_A_YEAR:
        return this_year
    return _existing(today.year + 1, month, day)


def _last_such(month: int, day: int, today: date) -> date | None:
    """This year's if it is not ahead, else last year's; where there is none, what is ahead."""
    years = (today.year, today.year - 1, today.year + 1)
    found = [day_ for year in years if (day_ := _existing(year, month, day))]
    return next((day_ for day_ in found if day_ <= today), next(iter(found), None))


def _nearest(month: int, day: int, today: date) -> date | None:
    """The nearest of last year's, this year's and next year's."""
    years = (today.year - 1, today.year, today.year + 1)
    found = [day_ for year in years if (day_ := _existing(year, month, day))]
    return min(found, key=lambda day_: abs(day_ - today), default=None)


def _existing(year: int, month: int, day: int) -> date | None:
    """The date, if there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
