"""A plan to look at in a terminal: a table of its steps, what was agreed around them, and what is odd about it (R6)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from dialogues import paper_words, plan_lines, plan_warned
from dialogues.phrases import hours
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines.days import iso_week
from state_machines.plan import Evaluation, Plan, Step
from state_machines.plan_warnings import Warned

GAP = "  "
HEADINGS = (N_("Week"), N_("From"), N_("To"), N_("Hours"))
LINES = {"cautious": N_("The cautious line"), "ambitious": N_("The ambitious line")}
AGREED = {"cautious": N_("Agreed: the cautious line"), "ambitious": N_("Agreed: the ambitious line")}
PARTIES = {
    "client": N_("client"),
    "supervisor": N_("supervisor"),
    "coach": N_("coach"),
    "physician": N_("occupational physician"),
}


def table(plan: Plan, found: Iterable[Warned], said: Words) -> str:
    """The whole plan as text, a step a line; of a double schedule both lines (R9)."""
    parts = ["\n".join(_head(plan, said))]
    if plan.other:
        other = next(line for line in LINES if line != plan.line)
        parts += [said._(AGREED[plan.line]), _steps(plan, plan.steps, said)]
        parts += [said._(LINES[other]), _steps(plan, plan.other, said)]
    else:
        parts.append(_steps(plan, plan.steps, said))
    parts += ["\n".join(_around(plan, said)), "\n".join(f"- {text}" for text in plan_warned.together(found, said))]
    return "\n\n".join(part for part in parts if part)


def replaced(plan: Plan, before: Plan | None, draft: Plan | None, said: Words) -> str:
    """What this plan takes the place of (R37): a version that still waits for a yes, the rest of the one that runs."""
    parts = []
    if draft is not None:
        parts.append(said._("An earlier version still waits for a yes. This one takes its place."))
    if before is not None and before.stopped is None and before.end >= plan.start:
        day, end = said.day(plan.start), said.day(before.end)
        parts.append(said._("The plan that runs now ends on {end}. From {day} this one counts.", end=end, day=day))
    return "\n".join(parts)


def sure(name: str, said: Words) -> str:
    """The question before a plan is registered."""
    return said._("Register this plan for {name}?", name=name)


def nothing(said: Words) -> str:
    """No plan was kept."""
    return said._("Nothing was registered.")


def registered(plan: Plan, name: str, said: Words) -> str:
    """What happens next: with a signed paper the plan stands, without one the client is asked (R1)."""
    if plan.paper is not None:
        return said._("Registered, on the signed paper. {name} gets it to read.", name=name)
    return said._("Registered. {name} is asked whether this is what was agreed; until then it is a draft.", name=name)


def _head(plan: Plan, said: Words) -> Iterator[str]:
    start, end = (f"{said.day(day)} {day.year}" for day in (plan.start, plan.end))
    weeks = said.n_("{n} week", "{n} weeks", plan.weeks)
    yield said._("From {start} to {end}: {weeks}.", start=start, end=end, weeks=weeks)
    yield said._("Contract: {hours} a week", hours=hours(said, plan.contract_hours)) + "."
    for line in (plan_lines.goal(plan, said), plan_lines.supervisor(plan, said)):
        if line:
            yield line


def _steps(plan: Plan, steps: tuple[Step, ...], said: Words) -> str:
    weekdays = sorted({day for step in steps for day, _ in step.per_day} | set(plan.weekdays))
    head = [*(said._(heading) for heading in HEADINGS), *(said.short_weekday(day) for day in weekdays)]
    named = said._("Tasks") if any(step.tasks for step in steps) else ""
    rows = [[*head, named], *(_row(step, weekdays, said) for step in steps)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(
        GAP.join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in rows
    ) + "".join(_notes(plan, steps, said))


def _notes(plan: Plan, steps: tuple[Step, ...], said: Words) -> Iterator[str]:
    """What else was agreed for a step, where it changes; public holidays stand among the warnings."""
    unworked = tuple(replace(step, per_day=()) for step in steps)
    for step, notes in zip(steps, paper_words.notes(replace(plan, steps=unworked), said), strict=True):
        if notes:
            yield f"\n{plan_lines.weeks(step, said)}: {' '.join(_sentence(note) for note in notes)}"


def _sentence(note: str) -> str:
    return note if note.endswith(".") else f"{note}."


def _row(step: Step, weekdays: list[int], said: Words) -> list[str]:
    per_day = dict(step.per_day)
    first, last = iso_week(step.start), iso_week(step.end)
    return [
        f"{first}" if first == last else f"{first}-{last}",
        said.short_day(step.start),
        said.short_day(step.end),
        said.number(step.hours),
        *(said.number(per_day.get(day, Decimal(0))) for day in weekdays),
        ", ".join(step.tasks),
    ]


def _around(plan: Plan, said: Words) -> Iterator[str]:
    """What was agreed beside the steps, a line each; what wasn't is left out."""
    if plan.evaluations:
        when = "; ".join(_evaluation(each, said) for each in plan.evaluations)
        yield said._("Evaluations: {when}.", when=when)
    if plan.begins:
        yield said._("A working day begins at {time}.", time=said.clock(plan.begins))
    named = paper_words.names(said, client="", supervisor=plan.supervisor, coach="")
    yield from paper_words.agreements(plan, named, said)


def _evaluation(evaluation: Evaluation, said: Words) -> str:
    parties = said.listed(said._(PARTIES[party]) for party in evaluation.parties)
    return f"{said.short_day(evaluation.day)} ({parties})"
