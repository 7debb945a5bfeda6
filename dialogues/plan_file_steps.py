"""The steps of a plan file: as they were agreed (R1), or as the rows that absence systems export.

Such a row has `dateStart`, `dateEnd` and `recoveryPercentage`, the share of the contract hours. What else it carries is
left out, so that nothing about the absence itself comes along.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dialogues.plan_file_values import LONGEST_WORDS, Section
from state_machines.plan import PAYS, Blocks, quarters
from state_machines.plan_terms import Period

#: What a row of an absence system is recognised by.
ROW = ("dateStart", "dateEnd", "recoveryPercentage")
WORDS = ("tempo", "circumstances", "support")


@dataclass(frozen=True, kw_only=True)
class Line:
    """The steps of one line of the plan, and the path of each; `weeks_said`: its ISO week as the file has it."""

    periods: tuple[Period, ...] = ()
    paths: tuple[str, ...] = ()
    weeks_said: tuple[int | None, ...] = ()

    def placed(self) -> tuple[tuple[str, Period], ...]:
        """Each period with its path."""
        return tuple(zip(self.paths, self.periods, strict=True))


def steps_of(section: Section, contract_hours: Decimal | None, end: date | None) -> Line:
    """The steps under the key `steps`; what can't be one is named. `end`: where an open last row ends."""
    items = tuple(section.sections("steps"))
    if any(item.has(key) for item in items for key in ROW):
        return _rows(items, contract_hours, end)
    found = []
    for item in items:
        period, week = _period(item), item.count("iso_week")
        item.end()
        if period is not None:
            found.append((period, item.place, week))
    return Line(
        periods=tuple(period for period, _, _ in found),
        paths=tuple(path for _, path, _ in found),
        weeks_said=tuple(week for _, _, week in found),
    )


# --- as agreed ----------------------------------------------------------------------------------------------------


def _period(item: Section) -> Period | None:
    start, end, weeks = item.day("start"), item.day("end"), item.count("weeks")
    if end is not None and weeks is not None:
        item.wrong("weeks", "weeks_and_end")
    per_day = item.per_day("hours_per_day")
    hours = _hours(item, sum((hours for _, hours in per_day), Decimal(0)))
    pay, blocks, tasks = item.choice("pay", PAYS), blocks_of(item), item.names("tasks")
    words = {name: item.text(name, LONGEST_WORDS) for name in WORDS}
    if hours is None:
        return None
    return Period(
        start=start, end=end, weeks=1 if weeks is None else weeks, hours=hours, per_day=per_day,
        tasks=tasks, blocks=blocks, pay=pay, **words,
    )  # fmt: skip


def _hours(item: Section, days: Decimal) -> Decimal | None:
    """Hours a week: said as such, or the sum of the days; both must say the same."""
    short, long = item.number("hours"), item.number("hours_per_week")
    key, said = ("hours", short) if item.has("hours") else ("hours_per_week", long)
    if item.has("hours") and item.has("hours_per_week"):
        item.wrong("hours_per_week", "twice")
    if not item.has("hours_per_day"):
        if not item.has(key):
            item.wrong("hours", "missing_hours")
        return said
    if said is not None and said != days and not item.faults.about(item.path("hours_per_day")):
        item.wrong(key, "hours_differ", said=said, days=days)
    return days


def blocks_of(section: Section) -> Blocks | None:
    """Block work (R6): so many hours of work, then so many of rest."""
    item = section.section("blocks")
    if item is None:
        return None
    work, rest = item.number("work"), item.number("rest")
    for key in ("work", "rest"):
        if not item.has(key):
            item.wrong(key, "missing_blocks")
    item.end()
    return Blocks(work=work, rest=rest) if work is not None and rest is not None else None


# --- as absence systems give them ---------------------------------------------------------------------------------


def _rows(items: tuple[Section, ...], contract_hours: Decimal | None, end: date | None) -> Line:
    found = [(start, item) for item in items if (start := _start(item)) is not None]
    found.sort(key=lambda row: row[0])
    starts = [start for start, _ in found]
    periods, paths = [], []
    for place, (start, item) in enumerate(found):
        if start in starts[:place]:
            item.wrong("dateStart", "same_start", day=start)
        last = place == len(found) - 1
        period = _row(item, start, contract_hours, end if last else None, last=last)
        if period is not None:
            periods.append(period)
            paths.append(item.place)
    return Line(periods=tuple(periods), paths=tuple(paths), weeks_said=(None,) * len(periods))


def _start(item: Section) -> date | None:
    start = item.day("dateStart")
    for key in ("dateStart", "recoveryPercentage"):
        if not item.has(key):
            item.wrong(key, "missing_in_row")
    return start


def _row(item: Section, start: date, contract_hours: Decimal | None, end: date | None, *, last: bool) -> Period | None:
    ends, share = item.day("dateEnd"), item.number("recoveryPercentage")
    if ends is None and not item.has("dateEnd"):
        ends = end
        if end is None:
            item.wrong("dateEnd", "open_last" if last else "open_between")
    if share is not None and not 0 < share <= 100:
        item.wrong("recoveryPercentage", "percentage")
    if share is None or contract_hours is None or ends is None:
        return None
    return Period(start=start, end=ends, hours=quarters(contract_hours * share / 100))
