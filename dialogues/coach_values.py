"""What a coach has entered about a plan, a line each: said back after each answer, and together before it counts."""

from collections.abc import Callable, Mapping

from dialogues.phrases import clipped, hours
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines.days import iso_week
from state_machines.files import Sketch
from state_machines.plan_terms import Period

LONGEST = 120
LONGEST_TASKS = 500

TEMPLATES: Mapping[str, str] = {
    "weekly": N_("Per week (25, 50, 75, 100 %)"),
    "daily": N_("Per day, in 20 working days"),
    "nine-weeks": N_("Nine weeks, in five steps"),
    "full-hours": N_("All hours, tasks build up"),
    "custom": N_("Own steps"),
}
FIELDS: Mapping[str, str] = {
    "template": N_("Build-up"),
    "supervisor": N_("Supervisor"),
    "goal": N_("Goal"),
    "hours": N_("Contract"),
    "start": N_("Start"),
    "days": N_("Working days"),
    "periods": N_("Steps"),
    "tasks": N_("Tasks"),
    "evaluations": N_("Evaluations"),
    "leeway": N_("Leeway"),
    "physician": N_("Told to the physician"),
    "agreed": N_("Agreed"),
}


def line(step: str, sketch: Sketch, said: Words) -> str:
    """ "Start: Monday 30 November, week 49"; empty for what wasn't entered or can't be said in a line."""
    value = VALUES[step](sketch, said) if step in VALUES else ""
    return f"{said._(FIELDS[step])}: {value}" if value else ""


def _template(sketch: Sketch, said: Words) -> str:
    name = TEMPLATES.get(sketch.template, "")
    label = said._(name) if name else ""
    return label[:1].lower() + label[1:]


def _hours(sketch: Sketch, said: Words) -> str:
    number = sketch.contract_hours
    return "" if number is None else said._("{hours} a week", hours=hours(said, number))


def _start(sketch: Sketch, said: Words) -> str:
    start = sketch.start
    if start is None:
        return ""
    return said._("{day}, week {week}", day=f"{said.day(start)} {start.year}", week=iso_week(start))


def _periods(sketch: Sketch, said: Words) -> str:
    return ", ".join(period(each, said) for each in sketch.periods)


def period(each: Period, said: Words) -> str:
    """ "2 weeks of 10 hours"."""
    return said.n_("{n} week of {hours}", "{n} weeks of {hours}", each.weeks, hours=hours(said, each.hours))


def _tasks(sketch: Sketch, said: Words) -> str:  # noqa: ARG001 - one form for all
    return clipped(", ".join(sketch.tasks), LONGEST_TASKS)


def _evaluations(sketch: Sketch, said: Words) -> str:
    if sketch.evaluations is None:
        return said._("as the template has them") if sketch.template == "nine-weeks" else said._("none")
    return said.listed([said.short_day(day) for day in sketch.evaluations]) or said._("none")


def _leeway(sketch: Sketch, said: Words) -> str:
    return said.n_("{n} week", "{n} weeks", sketch.leeway) if sketch.leeway else said._("none")


def _physician(sketch: Sketch, said: Words) -> str:
    told = sketch.physician_told
    return said._("yes, on {day}", day=said.day(told)) if told else said._("not yet")


def _agreed(sketch: Sketch, said: Words) -> str:
    if sketch.paper is not None:
        return said._("on paper, signed on {day}", day=said.day(sketch.paper))
    return said._("by both on {day}", day=said.day(sketch.agreed_on)) if sketch.agreed_on else ""


VALUES: Mapping[str, Callable[[Sketch, Words], str]] = {
    "template": _template,
    "supervisor": lambda sketch, _: clipped(sketch.supervisor, LONGEST),
    "goal": lambda sketch, _: clipped(sketch.goal, LONGEST),
    "hours": _hours,
    "start": _start,
    "days": lambda sketch, said: said.weekdays(sketch.weekdays),
    "periods": _periods,
    "tasks": _tasks,
    "evaluations": _evaluations,
    "leeway": _leeway,
    "physician": _physician,
    "agreed": _agreed,
}
