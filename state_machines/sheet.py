"""What would stand on an evaluation sheet for the supervisor (R33, R40), worked out anew from the file each time.

- Weeks of the plan so far of which the file still holds every day: planned hours, worked hours, how the step went.
  A day marked ill or free says nothing here but that no hours are known; nothing of how the client is has a place.
- The client's own points, those they chose one by one; a point whose words changed since has to be chosen again.
- Its fingerprint is that of everything that can be read on it: when an hour is corrected, it is another sheet.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from state_machines.files import WINDOW_DAYS, Client, Sheet, but
from state_machines.on_plan import days_of
from state_machines.plan import NONE, Plan

HOURS, RESULTS = "hours", "results"
#: What can be left out.
PARTS = (HOURS, RESULTS)
#: So many lines of the list can be chosen from, and so long they are together, so that the sheet fits in one message.
MOST_LISTED, LONGEST = 12, 1800
MARK_CHARS = 8
TOPIC = "topic"
WENT = ("full", "partly", "not")


@dataclass(frozen=True, kw_only=True)
class Point:
    """A line of the client's own list: the number of the question it answers (0: none), and its words on one line."""

    question: int
    words: str

    @property
    def mark(self) -> str:
        """A short name for these words, so that what was chosen is what was read."""
        return hashlib.sha256(f"{self.question}:{self.words}".encode(errors="replace")).hexdigest()[:MARK_CHARS]


@dataclass(frozen=True, kw_only=True)
class WeekOnSheet:
    """A week of the plan, up to the date of the sheet: hours planned and worked (None: not known, or left out).

    `noted`: on how many of its `days` with planned hours they were noted, so that what is missing isn't read as zero.
    `running`: the week isn't over. `result`: full | partly | not, empty when nothing was said of it or it was left out.
    """

    week: int
    step: int
    first: date
    last: date
    planned: Decimal
    worked: Decimal | None
    noted: int
    days: int
    result: str
    running: bool


@dataclass(frozen=True, kw_only=True)
class OnSheet:
    """Everything that stands on one sheet, and nothing else."""

    language: str
    client: str
    supervisor: str
    made: date
    hours: bool
    results: bool
    weeks: tuple[WeekOnSheet, ...]
    points: tuple[Point, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing stands on it that one could talk about."""
        return not self.weeks and not self.points

    def fingerprint(self) -> str:
        """The SHA-256 of all of it."""
        return hashlib.sha256(json.dumps(asdict(self), default=str, sort_keys=True).encode()).hexdigest()


def on_sheet(file: Client, today: date) -> OnSheet:
    """What the sheet holds when it is made on this date, with what the client chose so far."""
    plan, chosen = file.plan_on(today), file.sheet or Sheet()
    hours, results = (part not in chosen.without for part in PARTS)
    weeks = _weeks(file, plan, today, hours=hours, results=results) if plan is not None else ()
    return OnSheet(
        language=file.language,
        client=file.name,
        supervisor=plan.supervisor if plan is not None else "",
        made=today,
        hours=hours and bool(weeks),
        results=results and bool(weeks),
        weeks=weeks,
        points=tuple(point for point in listed(file) if point.mark in chosen.points),
    )


def _weeks(file: Client, plan: Plan, today: date, *, hours: bool, results: bool) -> tuple[WeekOnSheet, ...]:
    """The weeks that began, as far back as the file holds whole weeks."""
    starts = ((week, plan.week_start(week)) for week in range(1, plan.weeks + 1))
    return tuple(
        _week(file, plan, week, today, hours=hours, results=results)
        for week, first in starts
        if 0 <= (today - first).days < WINDOW_DAYS and plan.runs_on(first)
    )


def _week(file: Client, plan: Plan, week: int, today: date, *, hours: bool, results: bool) -> WeekOnSheet:
    dates = [day for day in plan.dates_of(week) if day <= today and plan.runs_on(day)]
    kept = [day for day in days_of(file, plan, week) if day.date <= today]
    worked = {day.date: number for day in kept if (number := day.number("hours")) is not None}
    planned = {day for day in dates if plan.hours_on(day) > 0}
    went = [words[0] for day in kept if (words := day.words("step")) and words[0] in WENT]
    return WeekOnSheet(
        week=week,
        step=next(n for n, step in enumerate(plan.steps, 1) if step.end >= dates[0]),
        first=dates[0],
        last=dates[-1],
        planned=sum((plan.hours_on(day) for day in planned), NONE),
        worked=sum(worked.values(), NONE) if worked and hours else None,
        noted=len(planned & worked.keys()) if hours else 0,
        days=len(planned),
        result=went[-1] if went and results else "",
        running=dates[-1] == today and today < plan.dates_of(week)[-1],
    )


# --- points ---------------------------------------------------------------------------------------------------------


def listed(file: Client) -> tuple[Point, ...]:
    """What the client can choose from: what they want to discuss, then what they answered to the four questions."""
    request = file.request(TOPIC)
    topics = [(0, line) for line in (request.words.split("\n") if request else [])]
    answers = list(enumerate(file.prepared, 1))
    found = [Point(question=n, words=" ".join(words.split())) for n, words in (*topics, *answers) if words.strip()]
    last = [point for point in found if point.question]  # answers always have their place
    return (*[point for point in found if not point.question][: MOST_LISTED - len(last)], *last)


def has_room(file: Client, point: Point) -> bool:
    """Whether this one still fits beside those that were chosen. In UTF-16 units, as Telegram counts."""
    chosen = (file.sheet or Sheet()).points
    together = [each.words for each in listed(file) if each.mark in chosen or each == point]
    return len("\n".join(together).encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST


# --- what was read and released -------------------------------------------------------------------------------------


def released(file: Client) -> OnSheet | None:
    """What the client read and released; None when nothing was, or when it would be another sheet by now."""
    kept = file.sheet
    if kept is None or not kept.released or kept.day is None:
        return None
    found = on_sheet(file, kept.day)
    return found if found.fingerprint() == kept.released else None


def shown(file: Client, today: date) -> Client:
    """The file with what the sheet holds now noted as what the client reads; what was released before is over."""
    kept = but(file, sheet=but(file.sheet or Sheet(), day=today, released=""))
    assert kept.sheet is not None
    return but(kept, sheet=but(kept.sheet, shown=on_sheet(kept, today).fingerprint()))
