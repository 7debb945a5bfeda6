"""The smaller parts of a plan file: build-up (R6, R9), tasks (R10), evaluations and who agreed (R1), leeway (R3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from dialogues.plan_file_steps import Line, steps_of
from dialogues.plan_file_values import LONGEST_TEXT, Section, as_date
from state_machines.plan import KINDS_OF_TASK, LINES, ROLES, Evaluation, Leeway, Task
from state_machines.plan_terms import TEMPLATES

#: Who agrees to a plan, whoever else does (R1).
MUST_AGREE = {"client", "supervisor"}


@dataclass(frozen=True, kw_only=True)
class Build:
    """A build-up: the name of a template, or the steps of one's own."""

    template: str
    line: Line


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """The build-up that was agreed; of a double schedule also the other one, and which of the two is agreed (R9)."""

    agreed: Build
    other: Build | None = None
    line: str = ""


def schedule_of(top: Section, contract_hours: Decimal, end: date | None) -> Schedule:
    """The build-up, or the two of a double schedule; what contradicts itself is named."""
    lines = {name: section for name in LINES if (section := top.section(name)) is not None}
    agreed = top.choice("agreed", LINES)
    top.choice("template", TEMPLATES)
    if not lines:
        if agreed:
            top.wrong("agreed", "agreed_alone")
        return Schedule(agreed=_build(top, contract_hours, end))
    for name in (*LINES, "agreed"):
        if not top.has(name):
            top.wrong(name, "missing_line")
    for name in ("template", "steps"):
        if top.has(name):
            top.wrong(name, "beside_lines")
    top.asked("steps")
    builds = {name: _build(section, contract_hours, end) for name, section in lines.items()}
    for section in lines.values():
        section.end()
    other = next((build for name, build in builds.items() if name != agreed), None)
    return Schedule(agreed=builds.get(agreed, Build(template="custom", line=Line())), other=other, line=agreed)


def _build(section: Section, contract_hours: Decimal, end: date | None) -> Build:
    template = section.choice("template", TEMPLATES)
    if not section.has("template") and not section.has("steps"):
        section.wrong("template", "missing_template", choices=", ".join(TEMPLATES))
    if section.has("steps") and template not in {"", "custom"}:
        section.wrong("steps", "template_and_steps", template=template)
    line = steps_of(section, contract_hours, end)
    return Build(template=template or "custom", line=line)


def tasks_of(top: Section, key: str, kind: str) -> tuple[Task, ...]:
    """A list of tasks: a name each, or a section with what is known of it."""
    found: list[Task] = []
    for path, item in top.items(key):
        if isinstance(item, Mapping):
            task = _task(Section(item, path, top.faults), kind)
        else:
            task = Task(name=item if isinstance(item, str) else "", kind=kind)
        name = " ".join(task.name.split())
        if not name or len(name) > LONGEST_TEXT:
            top.faults.add(path, "text")
        elif any(other.name == name for other in found):
            top.faults.add(path, "twice")
        else:
            found.append(Task(name=name, kind=task.kind, safe=task.safe, deadline=task.deadline, share=task.share))
    return tuple(found)


def _task(item: Section, kind: str) -> Task:
    share = item.count("share")
    if share is not None and not 1 <= share <= 100:
        item.wrong("share", "percentage")
    found = Task(
        name=item.text("name"), kind=item.choice("kind", KINDS_OF_TASK) or kind,
        safe=item.flag("safe"), deadline=item.flag("deadline"), share=share,
    )  # fmt: skip
    item.end()
    return found


def check_names(top: Section, line: Line, tasks: tuple[Task, ...]) -> None:
    """Every task that a step names must be among these."""
    known = [task.name for task in tasks]
    for path, period in line.placed():
        for place, name in enumerate(period.tasks, start=1):
            if name not in known:
                near = get_close_matches(name, known, n=1)
                code = "unknown_task_near" if near else "unknown_task"
                top.faults.add(f"{path}.tasks[{place}]", code, name=name, near=near[0] if near else "")


def evaluations_of(top: Section) -> tuple[Evaluation, ...] | None:
    """The evaluations: a date each, or a section with date and who is there. None when nothing is said about them."""
    found = []
    for path, item in top.items("evaluations"):
        if isinstance(item, Mapping):
            section = Section(item, path, top.faults)
            day, parties = section.day("date"), parties_of(section, "parties")
            if not section.has("date"):
                section.wrong("date", "date")
            section.end()
        else:
            day, parties = as_date(item), ()
            if day is None:
                top.faults.add(path, "date")
        if day is not None:
            found.append(Evaluation(day=day, parties=parties) if parties else Evaluation(day=day))
    return tuple(found) if top.has("evaluations") else None


def parties_of(section: Section, key: str) -> tuple[str, ...]:
    """Who agreed, or who is there, each once."""
    names = section.names(key)
    for place, name in enumerate(names, start=1):
        if name not in ROLES:
            section.faults.add(f"{section.path(key)}[{place}]", "choice", choices=", ".join(ROLES))
    return tuple(dict.fromkeys(name for name in names if name in ROLES))


def leeway_of(top: Section) -> Leeway:
    """Leeway: a number of weeks, or a section that also says in how many times."""
    if not top.is_section("leeway"):
        return Leeway(weeks=top.count("leeway") or 0)
    section = top.section("leeway")
    assert section is not None
    found = Leeway(weeks=section.count("weeks") or 0, times=section.count("times") or 0)
    section.end()
    return found
