"""The five patterns of build-up (R5, R6): each a short function from terms to steps.

- *weekly*: 25, 50, 75 and 100 % of the contract hours, a step a week.
- *daily*: 20 working days, each 5 % more of a full day and at least a quarter of an hour; a week is one step whose days
  differ. What is left of the last week after the twentieth day are full days.
- *nine-weeks*: 25, 37.5, 50, 75 % of the contract hours for two weeks each, then 100 % for one.
- *full-hours*: variant II, the full hours from the start and one task more each week.
- *custom*: the steps as client and supervisor agreed them.

Hours first, in adapted work. Where own tasks were given, weeks at full hours follow in which they take the place of
the adapted ones, one a week.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from state_machines.days import works_on
from state_machines.plan import QUARTER, WEEK, Evaluation, Step, Task, quarters, spread
from state_machines.plan_terms import Terms

WEEKLY_SHARES = (Decimal("0.25"), Decimal("0.50"), Decimal("0.75"), Decimal("1.00"))
#: R6, the example of nine weeks: the share of the contract hours, for how many weeks, with how many tasks.
NINE_WEEKS = (
    (Decimal("0.25"), 2, 2),
    (Decimal("0.375"), 2, 3),
    (Decimal("0.50"), 2, 4),
    (Decimal("0.75"), 2, 5),
    (Decimal("1.00"), 1, 5),
)
#: R6: evaluations at the end of these weeks, and who is there; one more at the end date.
NINE_WEEKS_EVALUATIONS = (
    (2, ("client", "supervisor", "coach")),
    (4, ("client", "physician")),
    (8, ("client", "supervisor", "coach")),
)
DAILY_DAYS = 20


def lines(terms: Terms) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The steps that these terms make, and those of the other line of a double schedule (R9).

    Asks for terms without a fault of their own: a known template, working days, hours.
    """
    steps = _with_own_tasks(terms, PATTERNS[terms.template](terms))
    return steps, _custom(replace(terms, periods=terms.other)) if terms.other else ()


def evaluations(terms: Terms, steps: tuple[Step, ...]) -> tuple[Evaluation, ...]:
    """The evaluations that were agreed, by date; those of the nine-week example when nothing was said about them."""
    if terms.evaluations is not None:
        return tuple(sorted(terms.evaluations, key=lambda evaluation: evaluation.day))
    if terms.template != "nine-weeks":
        return ()
    middle = (
        Evaluation(day=_last_worked(terms, terms.start + weeks * WEEK), parties=parties)
        for weeks, parties in NINE_WEEKS_EVALUATIONS
    )
    return (*middle, Evaluation(day=_last_worked(terms, steps[-1].end + timedelta(days=1))))


def _last_worked(terms: Terms, end: date) -> date:
    """The last working day in the week before `end`; the day before `end` when none is worked."""
    back = (end - timedelta(days=n) for n in range(1, 8))
    return next((day for day in back if works_on(day, terms.weekdays)), end - timedelta(days=1))


def _weekly(terms: Terms) -> tuple[Step, ...]:
    return tuple(
        _step(terms, terms.start + n * WEEK, 1, quarters(terms.contract_hours * share), _names(terms.tasks))
        for n, share in enumerate(WEEKLY_SHARES)
    )


def _nine_weeks(terms: Terms) -> tuple[Step, ...]:
    steps: list[Step] = []
    start = terms.start
    for share, weeks, tasks in NINE_WEEKS:
        pay = "to_be_agreed" if steps else "therapeutic"
        hours = quarters(terms.contract_hours * share)
        steps.append(_step(terms, start, weeks, hours, _names(terms.tasks[:tasks]), pay=pay))
        start += weeks * WEEK
    return tuple(steps)


def _full_hours(terms: Terms) -> tuple[Step, ...]:
    return tuple(
        _step(terms, terms.start + n * WEEK, 1, quarters(terms.contract_hours), _names(terms.tasks[: n + 1]))
        for n in range(len(terms.tasks))
    )


def _daily(terms: Terms) -> tuple[Step, ...]:
    full = dict(spread(terms.contract_hours, tuple(sorted(terms.weekdays))))
    steps: list[Step] = []
    done, start = 0, terms.start
    while done < DAILY_DAYS:
        per_day = {}
        for day in (start + timedelta(days=n) for n in range(7)):
            if day.isoweekday() in full:
                done += works_on(day, terms.weekdays) and done < DAILY_DAYS
                hours = quarters(full[day.isoweekday()] * max(done, 1) / DAILY_DAYS)
                per_day[day.isoweekday()] = max(hours, min(QUARTER, full[day.isoweekday()]))
        days = tuple(sorted(per_day.items()))
        steps.append(_step(terms, start, 1, sum(per_day.values(), Decimal(0)), _names(terms.tasks), per_day=days))
        start += WEEK
    return tuple(steps)


def _custom(terms: Terms) -> tuple[Step, ...]:
    steps: list[Step] = []
    start = terms.start
    for period in terms.periods:
        first = period.start or start
        tasks = period.tasks or (steps[-1].tasks if steps else _names(terms.tasks))
        made = _step(terms, first, period.weeks, period.hours, tasks, per_day=period.per_day, pay=period.pay)
        words = {name: getattr(period, name) for name in ("tempo", "circumstances", "support")}
        steps.append(replace(made, end=period.end or made.end, blocks=period.blocks or terms.blocks, **words))
        start = steps[-1].end + timedelta(days=1)
    return tuple(steps)


PATTERNS: dict[str, Callable[[Terms], tuple[Step, ...]]] = {
    "weekly": _weekly,
    "daily": _daily,
    "nine-weeks": _nine_weeks,
    "full-hours": _full_hours,
    "custom": _custom,
}


def _with_own_tasks(terms: Terms, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Once full hours are reached, each week one own task takes the place of one adapted task (R6)."""
    if not terms.own_tasks or not steps or terms.template == "custom":
        return steps
    adapted, own = _names(terms.tasks), _names(terms.own_tasks)
    kept, start = list(steps), steps[-1].end + timedelta(days=1)
    for n in range(1, len(own) + 1):
        tasks = own[:n] if n == len(own) else (*own[:n], *adapted[n:])
        kept.append(_step(terms, start, 1, quarters(terms.contract_hours), tasks, pay=steps[-1].pay))
        start += WEEK
    return tuple(kept)


def _step(
    terms: Terms,
    start: date,
    weeks: int,
    hours: Decimal,
    tasks: tuple[str, ...],
    *,
    per_day: tuple[tuple[int, Decimal], ...] = (),
    pay: str = "",
) -> Step:
    days = tuple(sorted(terms.weekdays))
    end = start + weeks * WEEK - timedelta(days=1)
    each = per_day or spread(hours, days)
    return Step(start=start, end=end, hours=hours, per_day=each, tasks=tasks, blocks=terms.blocks, pay=pay)


def _names(tasks: tuple[Task, ...]) -> tuple[str, ...]:
    return tuple(task.name for task in tasks)
