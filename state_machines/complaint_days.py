"""What a client's file keeps for the complaint rule (R19): answered days, of which it needs the first and the latest.

The days of the last weeks stand in the file's window. Beside them `Complaints` keeps the first answered days, which the
change rule compares with, and the latest of those that fell out of the window, for who answers seldom.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from state_machines.case import Scored
from state_machines.files import WINDOW_DAYS, Client, Day, but
from state_machines.rule import Rule

#: How many are kept of either. No number of the rule may ask for more (`rule_numbers`), so that one that is changed
#: finds what it needs.
FIRST_KEPT, LATEST_KEPT = 14, 10


def scored(day: Day, rule: Rule) -> Scored:
    """A day's complaint score and energy, and whether it was bad: by its score, or by a complaint put in words."""
    score = day.number("complaint")
    bad = day.voiced or (score is not None and score >= rule.bad_from)
    return Scored(day=day.date, score=score, energy=day.number("energy"), bad=bad)


def note(file: Client, day: Day) -> Client:
    """The file with this day, which is over, among the answered days that the change rule compares.

    Called with a file whose window still holds all of its days: before the day is archived, or with the day as it was
    corrected. Twice the same changes nothing; a score that was taken back is gone again.
    """
    ordered = _ordered(_with(_kept(file), (*file.window, day), file.rule))
    newest = max([day.date, *(each.date for each in file.window[-1:])])
    horizon = newest - timedelta(days=WINDOW_DAYS - 1)
    beginning = tuple(ordered[:FIRST_KEPT])
    series = tuple([each for each in ordered if each.day < horizon][-LATEST_KEPT:])
    kept = file.complaints
    if (kept.beginning, kept.series) == (beginning, series):
        return file
    return but(file, complaints=but(kept, beginning=beginning, series=series))


def history(file: Client) -> list[Scored]:
    """Every answered day that is kept, oldest first, today included."""
    return _ordered(_with(_kept(file), file.days_since(date.min), file.rule))


def _kept(file: Client) -> dict[date, Scored]:
    return {each.day: each for each in (*file.complaints.beginning, *file.complaints.series)}


def _ordered(found: dict[date, Scored]) -> list[Scored]:
    return [found[on] for on in sorted(found)]


def _with(known: dict[date, Scored], days: Iterable[Day], rule: Rule) -> dict[date, Scored]:
    """The answered days with these in place of what was kept of their dates."""
    found = dict(known)
    for day in days:
        found.pop(day.date, None)
        if (now := scored(day, rule)).score is not None:
            found[day.date] = now
    return found
