"""The complaint rule (R19, R1): when complaints have lasted, judged over the dates that end on one date. Pure counting.

What counts, with the edges:

- A day is *answered* when its complaint score is given. What is missing is missing, never zero.
- A day is *asked* when the bot sent its check-in, or the client answered anything of one unasked.
- A day is *bad* when its score is `bad_from` or more, or when a complaint was put in words, with a low score too. Words
  without a score make a day bad and answer nothing: nobody said how heavy it was, so it isn't counted in a share.
- The *window* is `window_days` local dates, `weekly_window_days` for whoever checks in once a week or less. Dates
  before `Complaints.since` belong to an episode that is over: they don't count again.
- *Level*: enough answers, and enough of them bad. *Change*: on enough dates of the window the mean of the last answered
  days up to that date is that much worse than the client's first answered days; a window without an answer shows no
  change. *In a row*: while an agreed plan runs of which the physician wasn't told, the last answered days are all bad.
- It *clears* when the bad share is below `clear_share`, with as many answers as are needed to begin: an episode doesn't
  end because somebody stopped answering, nor by one good day after a silence.

The means are compared exactly; what the evidence shows of them is rounded to one decimal.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil

from state_machines.case import Evidence, Scored
from state_machines.complaint_days import history, note, scored
from state_machines.files import Client, Day, but
from state_machines.rule import Rule

__all__ = ["CHANGE", "IN_A_ROW", "LEVEL", "Judged", "evidence_of", "is_untold", "judge", "needed_answers", "note"]

ONE_DECIMAL = Decimal("0.1")
LEVEL, CHANGE, IN_A_ROW = "level", "change", "in_a_row"


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What the rule says of a window: `kind` is the first of `holds`, "" when nothing lasts.

    `cleared`: complaints are below the share that ends an episode. `voiced`: any bad day. `needed` answers and
    `change_needed` dates is what level and change ask for in this window.
    """

    kind: str
    cleared: bool
    voiced: bool
    evidence: Evidence
    holds: tuple[str, ...] = ()
    needed: int = 0
    change_needed: int = 0


# --- judging ------------------------------------------------------------------------------------------------------


def judge(file: Client, last: date) -> Judged:
    """Level, change and three in a row over the window that ends on local date `last`, which may be today."""
    found = _evidence(file, last, "", file.complaints.since)
    needed, change_needed = needed_answers(file.rule, found.asked), _change_needed(file, last)
    enough = found.answered >= needed
    holding = {
        LEVEL: enough and found.bad >= file.rule.bad_share * found.answered,
        CHANGE: found.answered > 0 and found.change_days >= change_needed,
        IN_A_ROW: is_untold(file, last) and _all_bad(found),
    }
    holds = tuple(kind for kind, does in holding.items() if does)
    kind = next(iter(holds), "")
    return Judged(
        kind=kind,
        cleared=enough and found.bad < file.rule.clear_share * found.answered,
        voiced=any(day.bad for day in found.scores),
        evidence=but(found, why=kind),
        holds=holds,
        needed=needed,
        change_needed=change_needed,
    )


def evidence_of(file: Client, last: date, why: str) -> Evidence:
    """What the window that ends on `last` shows, whatever the rule says of it: for a referral that is asked for.

    The whole window: here also the dates before `Complaints.since` count.
    """
    return _evidence(file, last, why, None)


def needed_answers(rule: Rule, asked: int) -> int:
    """How many answers a window with so many asked days needs: 4, 5, 7, 8, 8 for 4, 6, 8, 10, 14 by the proposals."""
    return max(rule.needed_least, min(rule.needed_most, ceil(rule.needed_share * asked)))


def window_days(file: Client, last: date) -> int:
    """How many dates the window that ends on `last` has."""
    return file.rule.weekly_window_days if _is_weekly(file, last) else file.rule.window_days


def is_untold(file: Client, on: date) -> bool:
    """Whether an agreed plan runs or is to come of which the physician wasn't told (R1); not one they stopped (R37)."""
    plan = file.plan_on(on)
    return plan is not None and plan.physician_told is None and plan.stopped is None and on <= plan.end


def _is_weekly(file: Client, on: date) -> bool:
    """Checks in on one weekday, by own choice or by the working days; or in the slow rhythm after a plan (R40)."""
    plan = file.plan_on(on)
    usual = file.checkin_days if file.checkin_days is not None else plan.weekdays if plan else ()
    return len(usual) == 1 or file.slowed_on(on)


def _change_needed(file: Client, last: date) -> int:
    """On how many dates the change must show: `change_days` of the usual window, of the longer one in proportion."""
    return ceil(Fraction(file.rule.change_days * window_days(file, last), file.rule.window_days))


def _all_bad(found: Evidence) -> bool:
    """The last answered days of the window are all bad, and there are as many as that takes."""
    scores = [day.bad for day in found.scores if day.score is not None]
    return len(scores) >= found.rule.in_a_row and all(scores[-found.rule.in_a_row :])


# --- the evidence -------------------------------------------------------------------------------------------------


def _evidence(file: Client, last: date, why: str, since: date | None) -> Evidence:
    rule = file.rule
    first = last - timedelta(days=window_days(file, last) - 1)
    first = first if since is None else min(max(first, since), last + timedelta(days=1))
    days = [day for day in file.days_since(first) if day.date <= last]
    scores = tuple(found for day in days if _has_something(found := scored(day, rule)))
    answered = [day for day in scores if day.score is not None]
    known = [day for day in history(file) if day.day <= last]
    opening, latest = _opening(known, rule), _latest(known, rule)
    return Evidence(
        why=why,
        on=max(last, file.day.date) if file.day else last,
        first=first,
        last=last,
        asked=sum(_is_asked(day) for day in days),
        answered=len(answered),
        bad=sum(day.bad for day in answered),
        rule=rule,
        beginning=_rounded(_mean(day.score for day in opening)),
        lately=_rounded(_mean(day.score for day in latest)),
        energy_beginning=_rounded(_mean(day.energy for day in opening)),
        energy_lately=_rounded(_mean(day.energy for day in latest)),
        change_days=_change_days(known, first, last, rule),
        scores=scores,
    )


def _is_asked(day: Day) -> bool:
    """Asked by the bot, answered without being asked, or scored with a complaint in words."""
    return day.asked or day.answered or day.number("complaint") is not None


def _has_something(day: Scored) -> bool:
    return day.score is not None or day.energy is not None or day.bad


def _opening(history: Sequence[Scored], rule: Rule) -> Sequence[Scored]:
    """The first answered days: `beginning_later` of them once there are as many; none while there are too few."""
    for most in (rule.beginning_later, rule.beginning_days):
        if len(history) >= most:
            return history[:most]
    return ()


def _latest(history: Sequence[Scored], rule: Rule) -> Sequence[Scored]:
    """The last `mean_of` answered days; none while there are too few."""
    return history[-rule.mean_of :] if len(history) >= rule.mean_of else ()


def _change_days(history: Sequence[Scored], first: date, last: date, rule: Rule) -> int:
    """On how many of these dates the last answered days were as much worse than the first ones as the rule asks."""
    beginning = _mean(day.score for day in _opening(history, rule))
    if beginning is None:
        return 0
    counted = max(beginning, Fraction(rule.beginning_least))
    worse = max(counted + Fraction(rule.change_points), counted * (1 + Fraction(rule.change_percent) / 100))
    dates = (first + timedelta(days=n) for n in range((last - first).days + 1))
    means = (_mean(day.score for day in _latest([each for each in history if each.day <= on], rule)) for on in dates)
    return sum(mean is not None and mean >= worse for mean in means)


def _mean(numbers: Iterable[Decimal | None]) -> Fraction | None:
    known = [number for number in numbers if number is not None]
    return Fraction(sum(known, Decimal(0))) / len(known) if known else None


def _rounded(mean: Fraction | None) -> Decimal | None:
    if mean is None:
        return None
    return (Decimal(mean.numerator) / mean.denominator).quantize(ONE_DECIMAL, ROUND_HALF_UP)
