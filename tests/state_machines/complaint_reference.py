"""The complaint rule once more (R19, R1), slow and by itself: written from the text, with nothing of the bot in it.

A diary holds everything that was ever asked and answered, each date by itself. Nothing is kept short, nothing is
remembered between two questions, every number is an exact fraction, and every mean is taken anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction


@dataclass
class Numbers:
    """The numbers of the rule, as R19 proposes them."""

    bad_from: Fraction = Fraction(7)
    window_days: int = 14
    weekly_window_days: int = 28
    needed_share: Fraction = Fraction(8, 10)
    needed_least: int = 4
    needed_most: int = 8
    bad_share: Fraction = Fraction(7, 10)
    clear_share: Fraction = Fraction(1, 2)
    mean_of: int = 7
    beginning_days: int = 7
    beginning_later: int = 14
    beginning_least: Fraction = Fraction(2)
    change_points: Fraction = Fraction(2)
    change_percent: Fraction = Fraction(30)
    change_days: int = 10
    in_a_row: int = 3


@dataclass
class Diary:
    """Dates with an asked check-in, complaint scores by date, dates with a complaint in words, other answered dates.

    `weekly`: checks in once a week. `untold`: a plan runs of which the physician wasn't told. `since`: the first date
    that counts for a new episode.
    """

    numbers: Numbers
    asked: set[date] = field(default_factory=set)
    scores: dict[date, Fraction] = field(default_factory=dict)
    worded: set[date] = field(default_factory=set)
    otherwise: set[date] = field(default_factory=set)
    weekly: bool = False
    untold: bool = False
    since: date | None = None

    def window(self, last: date) -> list[date]:
        """The dates that count, oldest first."""
        length = self.numbers.weekly_window_days if self.weekly else self.numbers.window_days
        dates = []
        day = last
        while len(dates) < length:
            dates.append(day)
            day = day - timedelta(days=1)
        dates.reverse()
        return [each for each in dates if self.since is None or not each < self.since]

    def answered(self, last: date) -> list[date]:
        """The window's dates with a complaint score."""
        return [day for day in self.window(last) if day in self.scores]

    def is_bad(self, day: date) -> bool:
        """A high score, or a complaint put in words."""
        if day in self.worded:
            return True
        return day in self.scores and not self.scores[day] < self.numbers.bad_from

    def asked_days(self, last: date) -> int:
        """The window's dates with a check-in that was asked or answered anyway."""
        anyway = self.asked | set(self.scores) | self.otherwise
        return len([day for day in self.window(last) if day in anyway])

    def needed(self, last: date) -> int:
        """max(4, min(8, ceil(0.8 x asked days)))."""
        share = self.numbers.needed_share * self.asked_days(last)
        whole = 0
        while whole < share:
            whole += 1
        if whole > self.numbers.needed_most:
            whole = self.numbers.needed_most
        if whole < self.numbers.needed_least:
            whole = self.numbers.needed_least
        return whole

    def bad_days(self, last: date) -> int:
        """The bad ones of the answered days."""
        return len([day for day in self.answered(last) if self.is_bad(day)])

    # --- the rules

    def level(self, last: date) -> bool:
        """Enough answered, at least 70 % of them bad."""
        answered = len(self.answered(last))
        if answered < self.needed(last):
            return False
        return Fraction(self.bad_days(last), answered) >= self.numbers.bad_share

    def cleared(self, last: date) -> bool:
        """Enough answered, below 50 % of them bad."""
        answered = len(self.answered(last))
        if answered < self.needed(last):
            return False
        return Fraction(self.bad_days(last), answered) < self.numbers.clear_share

    def beginning(self, last: date) -> Fraction | None:
        """The mean of the client's first answered days: 7, later 14."""
        days = sorted(day for day in self.scores if day <= last)
        if len(days) >= self.numbers.beginning_later:
            return mean(self.scores[day] for day in days[: self.numbers.beginning_later])
        if len(days) >= self.numbers.beginning_days:
            return mean(self.scores[day] for day in days[: self.numbers.beginning_days])
        return None

    def lately(self, day: date) -> Fraction | None:
        """The mean of the last 7 answered days up to this date."""
        days = sorted(each for each in self.scores if each <= day)
        if len(days) < self.numbers.mean_of:
            return None
        return mean(self.scores[each] for each in days[len(days) - self.numbers.mean_of :])

    def worse_dates(self, last: date) -> int:
        """The dates of the window on which it was at least 2 points and 30 % worse than the beginning, at least 2."""
        beginning = self.beginning(last)
        found = 0
        for day in self.window(last):
            lately = self.lately(day)
            if beginning is None or lately is None:
                continue
            before = beginning if beginning > self.numbers.beginning_least else self.numbers.beginning_least
            points = lately - before >= self.numbers.change_points
            percent = (lately - before) * 100 >= before * self.numbers.change_percent
            if points and percent:
                found += 1
        return found

    def change(self, last: date) -> bool:
        """On 10 of 14 days; on 20 of 28. A window without an answer shows no change."""
        needed = Fraction(self.numbers.change_days)
        if self.weekly:
            needed = needed * self.numbers.weekly_window_days / self.numbers.window_days
        return len(self.answered(last)) > 0 and self.worse_dates(last) >= needed

    def in_a_row(self, last: date) -> bool:
        """Without the physician's knowing: the last three answered days bad."""
        if not self.untold:
            return False
        days = list(reversed(self.answered(last)))
        row = 0
        for day in days:
            if not self.is_bad(day):
                break
            row += 1
        return row >= self.numbers.in_a_row

    def voiced(self, last: date) -> bool:
        """Any bad day."""
        return any(self.is_bad(day) for day in self.window(last))


def mean(numbers: Iterator[Fraction]) -> Fraction:
    """The mean of some exact numbers."""
    every = list(numbers)
    total = Fraction(0)
    for number in every:
        total = total + number
    return total / len(every)
