"""A plan in a few lines that a tired reader can follow: weeks, dates, hours, days, tasks, where in it we are."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from dialogues import phrases
from dialogues.words import Words
from state_machines.days import is_holiday, iso_week
from state_machines.plan import Plan, Step

MOST_STEPS = 12
DAYS_A_WEEK = 7
LONGEST_TASK = 90
LONGEST_GOAL = 200


def week_spread(plan: Plan, week: int, said: Words) -> str:
    """The hours of a week by day: "ma, di en do 2 uur"."""
    dates = plan.working_days(week)
    return spread(((day.isoweekday(), step.hours_on(day)) for day in dates if (step := plan.step_on(day))), said)


def spread(per_day: Iterable[tuple[int, Decimal]], said: Words) -> str:
    """Days with the same hours together, in the order of the week."""
    together: dict[Decimal, list[str]] = {}
    for weekday, number in per_day:
        if number > 0:
            together.setdefault(number, []).append(said.short_weekday(weekday))
    return ", ".join(f"{said.listed(names)} {phrases.hours(said, number)}" for number, names in together.items())


def tasks(names: Iterable[str], said: Words) -> str:
    """The tasks on one line."""
    joined = ", ".join(phrases.clipped(name, LONGEST_TASK) for name in names)
    return said._("Tasks: {tasks}.", tasks=joined.rstrip("."))


def supervisor(plan: Plan, said: Words) -> str:
    """With whom: "Bij: Karin." """
    name = phrases.clipped(plan.supervisor, phrases.LONGEST_NAME)
    return said._("With: {name}.", name=name.rstrip(".")) if name else ""


def goal(plan: Plan, said: Words) -> str:
    """The end goal."""
    text = phrases.clipped(plan.goal, LONGEST_GOAL)
    return said._("Goal: {goal}.", goal=text.rstrip(".")) if text else ""


def weeks(step: Step, said: Words) -> str:
    """The ISO week or weeks of a step: "Week 49", "Weeks 49-50"."""
    first, last = iso_week(step.start), iso_week(step.end)
    if first == last:
        return said._("Week {week}", week=first)
    return said._("Weeks {first}-{last}", first=first, last=last)


def period(first: date, last: date, said: Words) -> str:
    """Two dates in little room."""
    return f"{said.short_day(first)} – {said.short_day(last)}"


def step_hours(step: Step) -> Decimal:
    """The hours a week of a step; of a step of one week without those that a public holiday takes away."""
    dates = _dates(step)
    return sum((step.hours_on(day) for day in dates), Decimal(0)) if len(dates) <= DAYS_A_WEEK else step.hours


def step_line(step: Step, said: Words) -> str:
    """A step on one line: weeks, dates, hours a week; and a line for each public holiday on a working day."""
    number = phrases.hours(said, step_hours(step))
    number = number if len(_dates(step)) <= DAYS_A_WEEK else said._("{hours} a week", hours=number)
    line = f"{weeks(step, said)} ({period(step.start, step.end, said)}): {number}"
    weekdays = {weekday for weekday, _ in step.per_day}
    free = [day for day in _dates(step) if day.isoweekday() in weekdays and is_holiday(day)]
    notes = [said._("No hours on {day}: a public holiday.", day=said.day(day)) for day in free]
    return phrases.lines(line, *(f"   {note}" for note in notes))


def _dates(step: Step) -> list[date]:
    return [step.start + timedelta(days=n) for n in range((step.end - step.start).days + 1)]


def whole(plan: Plan, said: Words) -> str:
    """All steps, each with its hours by day; tasks where they change."""
    kept, before = [], None
    for step in plan.steps[:MOST_STEPS]:
        kept.append(phrases.lines(step_line(step, said), "   " + spread(step.per_day, said)))
        if step.tasks != before:
            kept.append("   " + tasks(step.tasks, said))
        before = step.tasks
    return "\n".join(kept if len(plan.steps) <= MOST_STEPS else [*kept, phrases.MORE])


def leeway(plan: Plan, said: Words) -> str:
    """How much leeway is left (R3); nothing where none was agreed."""
    if not plan.leeway.weeks:
        return ""
    left = plan.leeway.left
    return said.n_("Leeway left: {weeks} week.", "Leeway left: {weeks} weeks.", left, weeks=left)


def evaluations(plan: Plan, said: Words) -> str:
    """The evaluation moments, by their dates (R1)."""
    dates = [said.short_day(evaluation.day) for evaluation in plan.evaluations]
    return said._("Evaluations: {days}.", days=said.listed(dates)) if dates else ""


def next_evaluation(plan: Plan, day: date, said: Words) -> str:
    """The first evaluation on or after a date."""
    found = plan.next_evaluation(day)
    return said._("Next evaluation: {day}.", day=said.day(found.day)) if found else ""


def beside(plan: Plan, said: Words) -> str:
    """A double schedule (R9): which of the two lines was agreed, and that anything between them is on plan."""
    texts = {
        "cautious": said._("This is the cautious line of two. Hours between the two lines are on plan."),
        "ambitious": said._("This is the ambitious line of two. Hours between the two lines are on plan."),
    }
    return texts.get(plan.line, "")


def terms(plan: Plan, said: Words) -> tuple[str, ...]:
    """What was fixed beside the steps: evaluations, leeway, double schedule."""
    return evaluations(plan, said), leeway(plan, said), beside(plan, said)


def bar(week: int, of: int) -> str:
    """Where in the plan: a block a week."""
    return "▰" * week + "▱" * max(of - week, 0)
