"""Understands a plan file (R1): a text in TOML or JSON to the terms of a plan, or to a list of named faults.

What it may say stands in docs/reference/plan-file.md. Nothing is guessed and nothing is mended: every value that can't
be used is named with its key and line, all at once, and so is everything that keeps the terms from being a plan.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from dialogues import plan_file_text
from dialogues.plan_file_parts import (
    MUST_AGREE,
    Build,
    Schedule,
    check_names,
    evaluations_of,
    leeway_of,
    parties_of,
    schedule_of,
    tasks_of,
)
from dialogues.plan_file_steps import blocks_of
from dialogues.plan_file_text import NotReadable, Written
from dialogues.plan_file_values import Fault, Faults, Section
from state_machines.days import MONDAY_TO_FRIDAY
from state_machines.plan import BASES, LINES, Plan, PlanRefused, Step, Task
from state_machines.plan_patterns import lines
from state_machines.plan_templates import refusals
from state_machines.plan_terms import LEAST_CONTRACT_HOURS, MOST_CONTRACT_HOURS, Period, Terms

#: A preview can do without the rest.
NEEDED = ("contract_hours", "days")
NEEDED_TO_REGISTER = ("goal", "supervisor", "contract_hours", "days", "tasks", "agreed_by", "agreed_on")
#: Stands for a task as long as nobody named one: a preview of hours.
UNNAMED = Task(name="")
#: Stands for contract hours that can't be used, so that the rest can be looked at all the same.
SOME_HOURS = Decimal(20)
#: The key that a refusal of the whole is about; all others are about steps.
KEYS = {
    "template": "template",
    "contract_hours": "contract_hours",
    "weekdays": "days",
    "hours_a_day": "contract_hours",
    "tasks": "tasks",
    "start": "start",
    "start_far": "start",
    "blocks": "blocks",
    "leeway": "leeway",
}
#: Refusals of a step that may come from a stand-in for the hours or days.
OF_HOURS = ("hours_a_day", "no_hours", "quarters")
IGNORED = ("warnings",)  # as `trede plan preview --json` writes them


def understand(
    text: str, kind: str, *, today: date, given: Mapping[str, object] | None = None, register: bool = True
) -> Terms | tuple[Fault, ...]:
    """The terms that a file of this kind (`plan_file_text.KINDS`) names, or everything that is wrong with it.

    `given`: more keys, from options of a command. `register=False` is enough for a look: goal, supervisor, tasks and
    who agreed may be left out.
    """
    try:
        written = plan_file_text.read(text, kind)
    except NotReadable as error:
        values = {"kind": kind.upper(), "column": str(error.column or "")}
        return (Fault(key="", line=error.line, code="not_readable", values=values),)
    faults = Faults(written)
    for path in written.twice:
        faults.add(path, "twice")
    top = Section(_whole(written, given or {}, faults), "", faults)
    terms = _understood(top, today, register=register)
    return tuple(sorted(faults.found, key=lambda fault: fault.line or 0)) or terms


def nameless(plan: Plan) -> Plan:
    """The plan without the task that stands in where nobody named one."""
    if UNNAMED not in plan.tasks:
        return plan
    return replace(plan, tasks=(), steps=tuple(replace(step, tasks=()) for step in plan.steps))


def _whole(written: Written, given: Mapping[str, object], faults: Faults) -> dict[str, object]:
    """The keys of the file and those of the options together; one that is in both must say the same."""
    values = {"steps": written.values} if isinstance(written.values, list) else written.values
    if not isinstance(values, Mapping):
        faults.add("", "section")
        return {}
    for key in given.keys() & values.keys():
        if values[key] != given[key]:
            faults.add(key, "also_option")
    return {**values, **given}


def _understood(top: Section, today: date, *, register: bool) -> Terms:
    """The terms; where something can't be used a stand-in is, so that the rest is looked at too."""
    hours = top.number("contract_hours")
    usable = hours if hours is not None and LEAST_CONTRACT_HOURS <= hours <= MOST_CONTRACT_HOURS else SOME_HOURS
    schedule = schedule_of(top, usable, top.day("end"))
    terms = _agreed(top, _built(top, schedule, SOME_HOURS if hours is None else hours, today, register=register))
    for key in IGNORED:
        top.asked(key)
    top.end()
    _check_there(top, schedule, terms, register=register)
    terms = replace(terms, other=_other(terms, schedule.other))
    _check_plan(top, schedule, terms)
    if not top.faults.found:
        _check_said(top, schedule, terms)
    return terms


def _built(top: Section, schedule: Schedule, hours: Decimal, today: date, *, register: bool) -> Terms:
    """The terms as far as they make the steps."""
    # where own tasks take their place later, the first ones are adapted work (R6); else nobody said
    tasks, own_tasks = (
        tasks_of(top, "tasks", "adapted" if top.has("own_tasks") else ""),
        tasks_of(top, "own_tasks", "own"),
    )
    if top.has("tasks"):
        for build in (schedule.agreed, *((schedule.other,) if schedule.other else ())):
            check_names(top, build.line, (*tasks, *own_tasks))
    tasks = tasks or _named(schedule, own_tasks)
    if not tasks and schedule.agreed.template == "custom":
        tasks, own_tasks = own_tasks, ()
    if not tasks and not register and schedule.agreed.template != "full-hours":
        tasks = (UNNAMED,)
    return Terms(
        template=schedule.agreed.template,
        goal=top.text("goal"),
        contract_hours=hours,
        start=top.day("start") or _first(schedule) or today,
        weekdays=top.weekdays("days") or MONDAY_TO_FRIDAY,
        tasks=tasks,
        own_tasks=own_tasks,
        supervisor=top.text("supervisor"),
        parties=(),
        registered=today,
        periods=schedule.agreed.line.periods,
        line=schedule.line,
        blocks=blocks_of(top),
    )


def _agreed(top: Section, terms: Terms) -> Terms:
    """The terms with what was agreed around the steps."""
    return replace(
        terms,
        parties=parties_of(top, "agreed_by"),
        evaluations=evaluations_of(top),
        basis=top.choice("basis", BASES),
        leeway=leeway_of(top),
        agreed_on=top.day("agreed_on"),
        paper=top.day("paper"),
        physician_told=top.day("physician_told"),
        begins=top.clock("begins"),
    )


def _first(schedule: Schedule) -> date | None:
    return schedule.agreed.line.periods[0].start if schedule.agreed.line.periods else None


def _named(schedule: Schedule, own_tasks: tuple[Task, ...]) -> tuple[Task, ...]:
    """The tasks that the steps name, where there is no list of them."""
    own = {task.name for task in own_tasks}
    names = dict.fromkeys(name for period in schedule.agreed.line.periods for name in period.tasks)
    return tuple(Task(name=name) for name in names if name not in own)


def _other(terms: Terms, build: Build | None) -> tuple[Period, ...]:
    """The line of a double schedule that was not agreed; from a template when it names one."""
    if build is None or build.template == "custom":
        return build.line.periods if build else ()
    alone = replace(terms, template=build.template, periods=(), own_tasks=())
    return () if refusals(alone) else tuple(_period(step) for step in lines(alone)[0])


def _period(step: Step) -> Period:
    return Period(
        start=step.start, end=step.end, hours=step.hours, per_day=step.per_day, tasks=step.tasks, pay=step.pay
    )


# --- what must be there, and what must fit ------------------------------------------------------------------------


def _check_there(top: Section, schedule: Schedule, terms: Terms, *, register: bool) -> None:
    """What a plan can't do without, dates that can't be yet, and that client and supervisor agreed (R1)."""
    for key in NEEDED_TO_REGISTER if register else NEEDED:
        if not top.has(key) and not (key == "tasks" and terms.tasks):
            top.wrong(key, f"missing_{key}")
    if not top.has("start") and _first(schedule) is None and not _odd_steps(top):
        top.wrong("start", "missing_start")
    for key in ("agreed_on", "paper", "physician_told"):
        day = getattr(terms, key)
        if day is not None and day > terms.registered:
            top.wrong(key, "future", day=day)
    if top.has("agreed_by") and not set(terms.parties) >= MUST_AGREE:
        top.wrong("agreed_by", "must_agree")


def _check_plan(top: Section, schedule: Schedule, terms: Terms) -> None:
    """Everything that keeps these terms from being a plan, at the key or the step that it is about.

    Where a key is wrong already, what follows from its stand-in is not said.
    """
    odd_steps = _odd_steps(top)
    odd_hours = any(top.faults.about(key) for key in ("contract_hours", "days"))
    for refused in refusals(terms):
        key = _key(top, schedule, terms, refused)
        if "steps" in key and (odd_steps or (odd_hours and refused.reason in OF_HOURS)):
            continue
        if not top.faults.about(key):
            top.faults.add(key, "refused", **_reason(refused))


def _odd_steps(top: Section) -> bool:
    return any(top.faults.about(key) for key in ("steps", "template", "agreed", *LINES))


def as_fault(refused: PlanRefused) -> Fault:
    """A refusal of the whole, where no key is at hand."""
    return Fault(key="", code="refused", values=_reason(refused))


def _reason(refused: PlanRefused) -> dict[str, str]:
    return {"reason": refused.reason, "detail": refused.detail}


def _key(top: Section, schedule: Schedule, terms: Terms, refused: PlanRefused) -> str:
    """The key that a refusal is about: one of the whole, or the step that begins on the date that it names."""
    key = KEYS.get(refused.reason, "steps")
    if not refused.detail or (top.has(key) and key not in {"steps", "contract_hours"}):
        return key
    return next((path for path, days in reversed(_places(schedule, terms, refused)) if refused.detail in days), key)


def _places(schedule: Schedule, terms: Terms, refused: PlanRefused) -> list[tuple[str, set[str]]]:
    """The path of each step with the dates that a refusal may name it by."""
    builds = [build for build in (schedule.agreed, schedule.other) if build is not None]
    if refused.reason == "start_far":  # too far to count from
        placed = [pair for build in builds for pair in build.line.placed()]
        return [(path, {day.isoformat() for day in (period.start, period.end) if day}) for path, period in placed]
    pairs = zip(builds, lines(terms), strict=False)
    starts = (zip(build.line.paths, steps, strict=False) for build, steps in pairs)
    return [(path, {step.start.isoformat()}) for line in starts for path, step in line]


def _check_said(top: Section, schedule: Schedule, terms: Terms) -> None:
    """What the file says about its own steps must be so: first and last date, ISO week numbers."""
    steps, _ = lines(terms)
    for key, day in (("start", steps[0].start), ("end", steps[-1].end)):
        said = top.day(key)
        if said is not None and said != day:
            top.wrong(key, f"{key}_differs", said=said, day=day)
    line = schedule.agreed.line
    for path, week, step in zip(line.paths, line.weeks_said, steps, strict=False):
        found = step.start.isocalendar().week
        if week is not None and week != found:
            top.faults.add(f"{path}.iso_week", "week_differs", said=week, week=found, day=step.start)
