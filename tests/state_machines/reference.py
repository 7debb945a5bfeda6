"""What a plan is, worked out the slow way: day by day, in whole quarters of an hour, without a line of the bot's code.

Nothing here is fast or clever. Public holidays come from the Easter formula, ISO weeks from counting Thursdays, hours
from handing out quarters one by one. `tests/state_machines/test_against_reference.py` holds the two side by side.
"""

from dataclasses import dataclass, field, replace
from datetime import date

FULL = 20  # days of 5 % each


@dataclass(frozen=True)
class Period:
    """A step that people agreed: its dates or its weeks, the quarters a week or the quarters by weekday."""

    weeks: int = 1
    start: date | None = None
    end: date | None = None
    quarters: int = 0
    by_day: dict[int, int] = field(default_factory=dict)
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wish:
    """What a plan is made from."""

    template: str
    contract: int  # quarters of an hour a week
    weekdays: tuple[int, ...]
    start: date
    tasks: tuple[str, ...]
    own: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    other: tuple[Period, ...] = ()


@dataclass(frozen=True)
class Stretch:
    """One step: every date it has, the quarters by weekday, and its tasks."""

    dates: tuple[date, ...]
    by_day: dict[int, int]
    tasks: tuple[str, ...]

    def quarters_on(self, day: date) -> int:
        """Planned quarters of an hour of a date of this step."""
        return 0 if day not in self.dates or is_free(day) else self.by_day.get(weekday(day), 0)


@dataclass(frozen=True)
class Worked:
    """A whole plan, worked out."""

    steps: tuple[Stretch, ...]
    other: tuple[Stretch, ...] = ()
    stop: date | None = None

    @property
    def start(self) -> date:
        return self.steps[0].dates[0]

    @property
    def end(self) -> date:
        return self.steps[-1].dates[-1]

    def runs(self, day: date) -> bool:
        return self.start <= day <= self.end and not (self.stop and day >= self.stop)

    def step(self, day: date) -> int | None:
        """The number of the step that a date lies in, from 0."""
        found = [n for n, step in enumerate(self.steps) if day in step.dates and self.runs(day)]
        return found[0] if found else None

    def quarters_on(self, day: date) -> int:
        step = self.step(day)
        return 0 if step is None else self.steps[step].quarters_on(day)

    def band(self, day: date) -> tuple[int, int]:
        """The least and the most quarters that are on plan (R9); a line that has ended stays where it ended."""
        agreed = self.quarters_on(day)
        if not self.other or not self.runs(day):
            return agreed, agreed
        beside = agreed
        for step in self.other:
            if day in step.dates:
                beside = step.quarters_on(day)
        if day > self.other[-1].dates[-1]:
            beside = 0 if is_free(day) else self.other[-1].by_day.get(weekday(day), 0)
        return tuple(sorted((agreed, beside)))

    def week(self, day: date) -> int | None:
        """Which week of the plan, from 1: counted by walking there."""
        if not self.runs(day):
            return None
        number, here = 1, self.start
        while here != day:
            here = later(here, 1)
            number += 1 if weekday(here) == weekday(self.start) else 0
        return number

    def weeks(self) -> dict[int, list[date]]:
        """The dates of each week of the plan, the last week whole."""
        found: dict[int, list[date]] = {}
        day, n = self.start, 0
        while day <= self.end or n % 7:
            found.setdefault(n // 7 + 1, []).append(day)
            day, n = later(day, 1), n + 1
        return found


# --- the calendar ---------------------------------------------------------------------------------------------------


def later(day: date, days: int) -> date:
    """So many days further."""
    return date.fromordinal(day.toordinal() + days)


def weekday(day: date) -> int:
    """1 for Monday: the first day of the calendar, 1 January of the year 1, was one."""
    return (day.toordinal() - 1) % 7 + 1


def iso_week(day: date) -> int:
    """The week that its Thursday has in the year of that Thursday, by counting the Thursdays up to it."""
    thursday = later(day, 4 - weekday(day))
    return sum(1 for n in range(thursday.timetuple().tm_yday) if weekday(later(thursday, -n)) == 4)


def easter(year: int) -> date:
    """Easter Sunday, by the formula of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def is_free(day: date) -> bool:
    """Whether a date is a public holiday: those that the calendar knows by law, Liberation Day in its lustrum years."""
    king = date(day.year, 4, 27)
    fixed = {date(day.year, 1, 1), date(day.year, 12, 25), date(day.year, 12, 26)}
    fixed.add(later(king, -1) if weekday(king) == 7 else king)
    if day.year % 5 == 0:
        fixed.add(date(day.year, 5, 5))
    return day in fixed | {later(easter(day.year), n) for n in (-2, 0, 1, 39, 49, 50)}


# --- making a plan --------------------------------------------------------------------------------------------------


def work_out(wish: Wish) -> Worked:
    """The whole plan, from its first step to its last."""
    steps = {"weekly": weekly, "daily": daily, "nine-weeks": nine, "full-hours": full, "custom": agreed}[wish.template]
    other = agreed(replace(wish, periods=wish.other)) if wish.other else ()
    return Worked(steps=swapped(wish, steps(wish)), other=other)


def handed_out(quarters: int, weekdays: tuple[int, ...]) -> dict[int, int]:
    """Quarters of an hour over the days, one after the other, from the first day on."""
    days = sorted(weekdays)
    found = dict.fromkeys(days, 0)
    for n in range(quarters):
        found[days[n % len(days)]] += 1
    return found


def share(quarters: int, of: int, whole: int) -> int:
    """`of` parts of `whole`, to the nearest quarter, a half up."""
    return (2 * quarters * of + whole) // (2 * whole)


def stretch(wish: Wish, first: date, days: int, quarters: int, tasks: tuple[str, ...]) -> Stretch:
    dates = tuple(later(first, n) for n in range(days))
    return Stretch(dates, handed_out(quarters, wish.weekdays), tasks)


def weekly(wish: Wish) -> tuple[Stretch, ...]:
    quarters = [share(wish.contract, part, 4) for part in (1, 2, 3, 4)]
    return tuple(stretch(wish, later(wish.start, 7 * n), 7, q, wish.tasks) for n, q in enumerate(quarters))


def nine(wish: Wish) -> tuple[Stretch, ...]:
    found, first = [], wish.start
    for eighths, weeks, tasks in ((2, 2, 2), (3, 2, 3), (4, 2, 4), (6, 2, 5), (8, 1, 5)):
        found.append(stretch(wish, first, 7 * weeks, share(wish.contract, eighths, 8), wish.tasks[:tasks]))
        first = later(first, 7 * weeks)
    return tuple(found)


def full(wish: Wish) -> tuple[Stretch, ...]:
    count = len(wish.tasks)
    return tuple(stretch(wish, later(wish.start, 7 * n), 7, wish.contract, wish.tasks[: n + 1]) for n in range(count))


def daily(wish: Wish) -> tuple[Stretch, ...]:
    whole, found, done, first = handed_out(wish.contract, wish.weekdays), [], 0, wish.start
    while done < FULL:
        by_day, dates = {}, tuple(later(first, n) for n in range(7))
        for day in dates:
            if weekday(day) in wish.weekdays:
                if not is_free(day) and done < FULL:
                    done += 1
                quarters = whole[weekday(day)]
                part = share(quarters, done or 1, FULL)
                by_day[weekday(day)] = part if part or not quarters else 1
        found.append(Stretch(dates, by_day, wish.tasks))
        first = later(first, 7)
    return tuple(found)


def agreed(wish: Wish) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for period in wish.periods:
        first = period.start or (later(found[-1].dates[-1], 1) if found else wish.start)
        last = period.end or later(first, 7 * period.weeks - 1)
        tasks = period.tasks or (found[-1].tasks if found else wish.tasks)
        by_day = period.by_day or handed_out(period.quarters, wish.weekdays)
        days = last.toordinal() - first.toordinal() + 1
        found.append(Stretch(tuple(later(first, n) for n in range(days)), by_day, tasks))
    return tuple(found)


def swapped(wish: Wish, steps: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """After the build-up, a week for each own task: it takes the place of an adapted one, the last of all others."""
    if wish.template == "custom":
        return steps
    tasks = list(wish.tasks)
    for n, own in enumerate(wish.own):
        if n < len(tasks):
            tasks[n] = own
        else:
            tasks.append(own)
        last = n == len(wish.own) - 1
        names = wish.own if last else tuple(tasks)
        steps = (*steps, stretch(wish, later(steps[-1].dates[-1], 1), 7, wish.contract, names))
    return steps


# --- changing one ---------------------------------------------------------------------------------------------------


def lengthened(plan: Worked, step: int, weeks: int) -> Worked:
    """The plan with so many weeks more in one step; in the other line they come at the same date."""
    end = plan.steps[step].dates[-1]
    return replace(plan, steps=stretched(plan.steps, end, weeks), other=stretched(plan.other, end, weeks))


def stretched(steps: tuple[Stretch, ...], end: date, weeks: int) -> tuple[Stretch, ...]:
    found = []
    for step in steps:
        first, last = step.dates[0], step.dates[-1]
        if first > end:
            first, last = later(first, 7 * weeks), later(last, 7 * weeks)
        elif last >= end:
            last = later(last, 7 * weeks)
        days = last.toordinal() - first.toordinal() + 1
        found.append(replace(step, dates=tuple(later(first, n) for n in range(days))))
    return tuple(found)
