"""The plan on paper, for the talk with the employer (R1, R33): what is planned and agreed, and nothing of the client.

No text here knows worked hours, scores or words of a diary: only the plan, and the names of who agreed.
"""

from collections.abc import Iterator
from itertools import pairwise

from dialogues import phrases, picture_words, plan_lines
from dialogues.words import Words
from state_machines.days import iso_week
from state_machines.plan import Plan, Step, Task
from state_machines.plan_weeks import holidays_of

LONGEST = 300
Names = dict[str, str]


def names(said: Words, *, client: str = "", supervisor: str = "", coach: str = "") -> Names:
    """Who is who, by role (`plan.ROLES`): the name where it is given, else the function."""
    _ = said._
    known = {"client": client, "supervisor": supervisor, "coach": coach}
    functions = {
        "client": _("the employee"),
        "supervisor": _("the supervisor"),
        "coach": _("the coach"),
        "physician": _("the occupational physician"),
    }
    return {role: phrases.clipped(known.get(role, ""), phrases.LONGEST_NAME) or functions[role] for role in functions}


def labels(said: Words) -> dict[str, str]:
    """Headings and labels."""
    _ = said._
    return {
        "client": _("Employee"),
        "supervisor": _("Supervisor"),
        "goal": _("Goal"),
        "contract": _("Contract"),
        "period": _("Period"),
        "steps": _("The steps"),
        "week": _("When"),
        "dates": _("Dates"),
        "hours": _("Hours a week"),
        "per_day": _("Hours a day"),
        "tasks": _("Tasks"),
        "evaluations": _("Evaluations: we look at it together"),
        "day": _("Day"),
        "present": _("Who is there"),
        "agreements": _("Agreed as well"),
        "signatures": _("Signatures"),
        "name": _("Name"),
        "date": _("Date"),
        "signature": _("Signature"),
        "page": _("page"),
    }


def heading(said: Words) -> str:
    """The title of the paper."""
    return said._("Plan for returning to work")


def version(plan: Plan, said: Words) -> str:
    """Which version, and when it was registered (R4)."""
    return said._("Version {version}, registered on {day}", version=plan.version, day=said.dated(plan.registered))


def contract(plan: Plan, said: Words) -> str:
    """Contract hours and working days."""
    hours = said._("{hours} a week", hours=phrases.hours(said, plan.contract_hours))
    return said._("{hours}, working days: {weekdays}", hours=hours, weekdays=said.weekdays(plan.weekdays))


def period(plan: Plan, said: Words) -> str:
    """From when to when, with ISO weeks."""
    return said._(
        "{start} to {end} (weeks {first}-{last})",
        start=said.dated(plan.start),
        end=said.dated(plan.end),
        first=iso_week(plan.start),
        last=iso_week(plan.end),
    )


def stopped(plan: Plan, said: Words) -> str:
    """R37, on every paper of a stopped plan; never the reason."""
    if plan.stopped is None:
        return ""
    day = said.dated(plan.stopped.on)
    return said._("Stopped from {day} on the advice of the occupational physician; a new plan follows.", day=day)


def draft(said: Words) -> str:
    """On the paper of a version that the client hasn't confirmed."""
    return said._("This is a proposal. It counts once everyone has agreed.")


def footer(said: Words) -> str:
    """What is on this paper, and what never is (R33)."""
    return said._("Only planned hours and tasks are on this paper: no scores, no complaints, no worked hours.")


# --- the steps ----------------------------------------------------------------------------------------------------


def tasks(plan: Plan, said: Words) -> tuple[tuple[str, ...], ...]:
    """The tasks of each step, each with what was said of it; "the same tasks" where they don't change."""
    known = {task.name: task for task in plan.tasks}
    each = [tuple(_task(known.get(name, Task(name=name)), said) for name in step.tasks) for step in plan.steps]
    again = (said._("the same tasks"),)
    return (each[0], *(again if now == before else now for before, now in pairwise(each)))


def _task(task: Task, said: Words) -> str:
    """A task's name, and between brackets its kind, deadline and share of time as far as they were said (R1)."""
    _ = said._
    kinds = {"own": _("own work"), "adapted": _("adapted own work"), "other": _("other work for now")}
    deadlines = {True: _("with a deadline"), False: _("without a deadline")}
    details = (
        kinds.get(task.kind, ""),
        deadlines[task.deadline] if task.deadline is not None else "",
        _("{share}% of the time", share=task.share) if task.share is not None else "",
    )
    between = ", ".join(detail for detail in details if detail)
    name = phrases.clipped(task.name, LONGEST)
    return f"{name} ({between})" if between else name


def notes(plan: Plan, said: Words) -> tuple[tuple[str, ...], ...]:
    """For each step: block work, pay, tempo, circumstances and support where they change; its public holidays."""
    agreed = [tuple(_agreed_for(step, said)) for step in plan.steps]
    changed = (agreed[0], *(() if now == before else now for before, now in pairwise(agreed)))
    return tuple((*own, *_free(step, said)) for own, step in zip(changed, plan.steps, strict=True))


def _free(step: Step, said: Words) -> Iterator[str]:
    return (said._("No hours on {day}: a public holiday.", day=said.day(day)) for day in holidays_of(step))


def _agreed_for(step: Step, said: Words) -> Iterator[str]:
    _ = said._
    if step.blocks is not None:
        work, rest = phrases.hours(said, step.blocks.work), phrases.hours(said, step.blocks.rest)
        yield _("In blocks: {work} of work, then {rest} of rest.", work=work, rest=rest)
    pay = {
        "therapeutic": _("On a therapeutic basis."),
        "wage_value": _("With wage value."),
        "to_be_agreed": _("Wage value? To be agreed together."),
    }
    if step.pay in pay:
        yield pay[step.pay]
    own = ((_("Tempo"), step.tempo), (_("Circumstances"), step.circumstances), (_("Support"), step.support))
    yield from (f"{label}: {phrases.clipped(words, LONGEST)}" for label, words in own if words.strip())


def present(parties: tuple[str, ...], named: Names, said: Words) -> str:
    """Who is there at an evaluation."""
    return said.listed([named[role] for role in parties if role in named])


# --- agreed as well -----------------------------------------------------------------------------------------------


def agreements(plan: Plan, named: Names, said: Words) -> tuple[str, ...]:
    """What was agreed beside the steps, a sentence each."""
    _ = said._
    changes = _(
        "This plan only changes when {client} and {supervisor} agree on something else, or when the occupational "
        "physician stops it.",
        client=named["client"],
        supervisor=named["supervisor"],
    )
    found = (_agreed(plan, named, said), _basis(plan, said), _leeway(plan, said), *_double(plan, said), changes)
    return tuple(sentence for sentence in found if sentence)


def _agreed(plan: Plan, named: Names, said: Words) -> str:
    _ = said._
    who = present(plan.parties, named, said)
    signed = _("Signed on paper on {day}.", day=said.dated(plan.paper)) if plan.paper else ""
    if plan.agreed_on is not None and who:
        agreed = _("Agreed by {who} on {day}.", who=who, day=said.dated(plan.agreed_on))
    else:
        agreed = _("Agreed by {who}.", who=who) if who else ""
    return f"{agreed} {signed}".strip()


def _basis(plan: Plan, said: Words) -> str:
    bases = {
        "advice": said._("It rests on the advice of the occupational physician."),
        "plan_of_action": said._("It rests on the plan of action of employee and employer."),
    }
    return bases.get(plan.basis, "")


def _leeway(plan: Plan, said: Words) -> str:
    """How much was fixed beforehand, in how many times, and how much of it is left (R3)."""
    leeway = plan.leeway
    if not leeway.weeks:
        return said._("No leeway was agreed.")
    fixed = said.n_(
        "Leeway: at most {n} week in all, to let a step last longer.",
        "Leeway: at most {n} weeks in all, to let a step last longer.",
        leeway.weeks,
    )
    times = said.n_("At most once.", "At most {n} times.", leeway.times) if leeway.times else ""
    left = plan_lines.leeway(plan, said) if leeway.taken else ""
    return " ".join(text for text in (fixed, times, left) if text)


def _double(plan: Plan, said: Words) -> tuple[str, ...]:
    """The other line of a double schedule (R9)."""
    other = picture_words.other_line(plan, said)
    return (plan_lines.beside(plan, said), other) if other else ()


def signers(plan: Plan, said: Words, *, client: str) -> tuple[str, ...]:
    """Who signs: role and name; a plan that was stopped needs no signature."""
    if plan.stopped is not None:
        return ()
    known = labels(said)
    pairs = ((known["client"], client), (known["supervisor"], plan.supervisor))
    clipped = ((role, phrases.clipped(name, phrases.LONGEST_NAME)) for role, name in pairs)
    return tuple(f"{role}: {name}" if name else role for role, name in clipped)
