"""The words of a plan in a calendar: short titles without a name, for a calendar that others may see."""

from datetime import date

from dialogues import paper_words, phrases, plan_lines
from dialogues.words import Words
from state_machines.plan import Plan, Step
from state_machines.plan_weeks import holidays_of

#: The title of an entry, and what stands in it.
Entry = tuple[str, str]


def title(said: Words) -> str:
    """What the calendar is called."""
    return said._("My plan")


def step(plan: Plan, number: int, said: Words) -> Entry:
    """A step, by its number from 1: hours a week; days and tasks."""
    found = plan.steps[number - 1]
    summary = said._("Plan, step {number}: {hours} a week", number=number, hours=phrases.hours(said, found.hours))
    free = [said._("No hours on {day}: a public holiday.", day=said.day(day)) for day in holidays_of(found)]
    return summary, phrases.lines(
        plan_lines.weeks(found, said), plan_lines.spread(found.per_day, said), _tasks(found, said), *free
    )


def work(plan: Plan, day: date, said: Words) -> Entry:
    """A working day of the plan: its hours; tasks, and blocks of work and rest."""
    found, blocks = plan.step_on(day), ""
    if found is not None and found.blocks is not None:
        work, rest = phrases.hours(said, found.blocks.work), phrases.hours(said, found.blocks.rest)
        blocks = said._("In blocks: {work} of work, then {rest} of rest.", work=work, rest=rest)
    tasks = _tasks(found, said) if found is not None else ""
    return said._("Work: {hours}", hours=phrases.hours(said, plan.hours_on(day))), phrases.lines(tasks, blocks)


def evaluation(plan: Plan, number: int, said: Words) -> Entry:
    """An evaluation, by its number from 1: who is there, by function."""
    parties = plan.evaluations[number - 1].parties
    functions = paper_words.names(said)
    who = paper_words.present(parties, functions, said)
    return said._("Evaluation of the plan"), said._("With {who}.", who=who) if who else ""


def consult(said: Words, *, coach: str) -> Entry:
    """A talk with the coach."""
    named = phrases.clipped(coach, phrases.LONGEST_NAME) or said._("the coach")
    return said._("Talk with {coach}", coach=named), ""


def _tasks(found: Step, said: Words) -> str:
    return plan_lines.tasks(found.tasks, said) if found.tasks else ""
