"""Leeway (R3) and a stop on medical ground (R37): what the client may ask, and what only a coach registers.

A client's question opens a request and helps to prepare the talk; it changes nothing. Taking leeway is a coach's event
that names client's and supervisor's agreement; what can't be done is refused to the coach, clear and specific.
"""

from dataclasses import replace
from datetime import date

from state_machines import agreement, keeping
from state_machines.effects import ClientDecision, LetterClass
from state_machines.events import LeewayAsked, LeewayTaken, PlanStopped
from state_machines.files import Client, Request, but
from state_machines.machine import ClientAct
from state_machines.plan import Plan, PlanRefused
from state_machines.plan_changes import current_step, lengthened, step_after, stopped

REQUESTED = "leeway_asked"


def ask(act: ClientAct) -> None:
    """Show what is left; a yes opens a request, and the coach hears it when the client wants them along."""
    event = act.event
    assert isinstance(event, LeewayAsked)
    plan, choice = act.file.plan, event.choice
    if choice in {"prepare", "together"} and plan and plan.leeway.left and plan.stopped is None:
        _open_request(act)
        if choice == "together":
            act.file = act.file.need(REQUESTED, act.at)
            act.tell_coach(REQUESTED, str(plan.leeway.left))
        act.say(f"leeway.{choice}", slot="leeway")
    elif choice == "no":
        act.say("leeway.no", slot="leeway")
    else:
        act.say("leeway.show", kind=LetterClass.QUESTION, slot="leeway", below=True)


def _open_request(act: ClientAct) -> None:
    if act.file.request("leeway") is None:
        request = Request(kind="leeway", why="asked", on=act.today)
        act.change(requests=(*act.file.requests, request))


def take(file: Client, event: LeewayTaken) -> ClientDecision:
    """Client and supervisor agreed to lengthen a step: a new version, or a refusal to the coach that says why."""
    plan, today = _plan_for_change(file, event), file.date_now(event.at)
    if plan is None:
        return _refused(file, event, "leeway_refused", "no_plan")
    step = current_step(plan, today) if event.which == "now" else step_after(plan, today)
    held = frozenset(evaluated.planned for evaluated in file.evaluated)
    try:
        if file.awaits_yes or plan is not file.plan_on(date.max):
            raise PlanRefused("newer")
        if step is None:
            raise PlanRefused("no_step")
        longer = lengthened(plan, step=step.start, weeks=event.weeks, on=today, parties=event.parties, held=held)
    except PlanRefused as refused:
        return _refused(file, event, "leeway_refused", f"{refused.reason}:{refused.detail}")
    file = replace(file, requests=tuple(r for r in file.requests if r.kind != "leeway")).met(REQUESTED)
    return agreement.registered(file, event, replace(longer, registered=today), why=event.reason or "leeway")


def stop(file: Client, event: PlanStopped) -> ClientDecision:
    """Stopped on medical ground: in force at once; a date to look again for the coach. Never the reason."""
    plan, today = _plan_for_change(file, event), file.date_now(event.at)
    if plan is None:
        return _refused(file, event, "stop_refused", "no_plan")
    try:
        goes_on = file.ended == keeping.KEEPING
        ended = stopped(plan, on=today, physician=event.physician, look_again=event.look_again, goes_on=goes_on)
    except PlanRefused as refused:
        return _refused(file, event, "stop_refused", f"{refused.reason}:{refused.detail}")
    return agreement.registered(file, event, replace(ended, registered=today), why="stopped on medical ground")


def _plan_for_change(file: Client, event: LeewayTaken | PlanStopped) -> Plan | None:
    """The plan that runs today; when that one is over or stopped, the agreed one that is yet to start."""
    today = file.date_now(event.at)
    now, newest = file.plan_on(today), file.plan_on(date.max)
    return newest if now is None or now.stopped is not None or now.end < today else now


def _refused(file: Client, event: LeewayTaken | PlanStopped, what: str, detail: str) -> ClientDecision:
    act = ClientAct(but(file), event)
    act.tell_coach(what, detail)
    act.reason = f"{what}: {detail}"
    return ClientDecision(file=act.file, effects=tuple(act.effects), reason=act.reason)
