"""Chapters of the copy: the plan in all its versions, evaluations and talks."""

from collections.abc import Iterator

from dialogues import paper_words, plan_lines, preparing
from dialogues.copy_parts import Kept, Part, telling
from dialogues.copy_words import moment
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines.events import PlanAnswered
from state_machines.files import Request


def plans(kept: Kept, said: Words) -> Iterator[Part]:
    """Each version with its steps, and when it was confirmed."""
    agreed = {event.digest: event for event in kept.events if isinstance(event, PlanAnswered) and event.agreed}
    for plan in kept.plans:
        yes = agreed.get(plan.digest())
        yield Part(
            heading=said._("Your plan, version {version}", version=plan.version),
            facts=telling(
                (said._("Goal"), plan.goal),
                (said._("Agreed with"), plan.supervisor),
                (said._("Contract"), paper_words.contract(plan, said)),
                (said._("Period"), paper_words.period(plan, said)),
                (said._("Tasks"), ", ".join(task.name for task in plan.tasks)),
                (said._("Registered on"), said.dated(plan.registered)),
                (said._("You said yes on"), moment(yes.at, kept.client, said) if yes else ""),
                (said._("Evaluations"), plan_lines.evaluations(plan, said)),
                (said._("Leeway"), plan_lines.leeway(plan, said)),
                (said._("Stopped"), paper_words.stopped(plan, said)),
            ),
            points=tuple(plan_lines.step_line(step, said) for step in plan.steps),
        )


def around(kept: Kept, said: Words) -> Iterator[Part]:
    """Evaluations that were held or asked for, prepared answers, talks."""
    client, _ = kept.client, said._
    doable = "" if client.doable is None else said.number(client.doable)
    facts = telling(
        (_("How doable you found the plan"), doable),
        *((_("Evaluation held on"), said.dated(each.on)) for each in client.evaluated),
        *((_(ASKED.get(each.kind, each.kind)), _asked(each, said)) for each in client.requests),
        *((_(question), words) for question, words in zip(preparing.QUESTIONS, client.prepared, strict=False)),
        *((_("Talk with your coach"), moment(each.at, client, said)) for each in client.consults),
    )
    if facts:
        yield Part(heading=_("Evaluations and talks"), facts=facts)


def _asked(request: Request, said: Words) -> str:
    return f"{said.dated(request.on)}: {request.words}" if request.words else said.dated(request.on)


ASKED = {
    "leeway": N_("Leeway asked for"),
    "evaluation": N_("Evaluation asked for"),
    "topic": N_("To discuss at the evaluation"),
}
