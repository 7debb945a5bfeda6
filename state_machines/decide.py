"""From a file and an event to a decision. Pure: the same file and event always give the same decision.

R2 in types: only what `REGISTERS` names, reached by three events of a coach alone, returns a decision with a plan.
"""

from collections.abc import Callable
from dataclasses import replace

from state_machines import (
    agreement,
    complaint_rule,
    complaints,
    desk_turns,
    desk_woken,
    journey,
    leeway,
    questions,
    schedule,
)
from state_machines import events as e
from state_machines.client_events import EVERYWHERE, IN_COACHING
from state_machines.effects import ClientDecision, Decision
from state_machines.files import COACHED, Client, File, Professional, archive, but
from state_machines.machine import ClientAct
from state_machines.rule import Rule
from state_machines.whereabouts import elsewhere


class Misrouted(TypeError):  # noqa: N818 - named for what happened
    """This event doesn't belong to this kind of file. A defect of the caller; nothing was decided."""


def decide(file: File | None, event: e.Event) -> Decision:
    """What `event` brings about at `file`; None only for the event that makes a file. Raises Misrouted."""
    if isinstance(event, e.DeskEvent):
        if file is None and isinstance(event, e.ProfessionalAdded):
            return desk_turns.add(event)
        if isinstance(file, Professional):
            return desk_turns.decide(file, event)
    elif file is None and isinstance(event, e.Invited):
        return _invite(_new_client(event), event)
    elif isinstance(file, Client):
        return decide_client(file, event)
    elif isinstance(file, Professional) and isinstance(event, e.ClockEvent):
        return desk_woken.wake(file, event)
    raise Misrouted(f"{type(event).__name__} can't be decided at {type(file).__name__}")


def decide_client(file: Client, event: e.Event) -> ClientDecision:
    """A decision at a client's file: first the calendar turns the day, then the event."""
    file = turn_day(file, event)
    if isinstance(event, e.ClientEvent):
        file = _heard(file)
    register = REGISTERS.get(type(event))
    if register is not None:
        return register(file, event)
    act = _act(file, event)
    unset = act.file.journey == "coaching" and act.file.next_checkin is None
    if isinstance(event, e.ClientEvent) and unset:
        schedule.set_checkin(act)
    decision = ClientDecision(
        file=act.file, effects=tuple(act.effects), reason=act.reason, hush=act.hush, nights=act.nights
    )
    return replace(decision, forget=act.forget) if isinstance(act, journey.JourneyAct) else decision


def turn_day(file: Client, event: e.Event) -> Client:
    """The file with the client's current local date as its day; a day that is over moves to the window.

    A day that was asked and on which the client did nothing counts as silent (R39); missing is missing, never zero.
    """
    if file.journey not in COACHED:
        return file
    today = file.today(event.at)
    if file.day is not None:
        if today <= file.day.date:
            return file
        silent = file.silent + 1 if file.day.asked and not file.day.acted else file.silent
        file = but(archive(complaint_rule.note(complaints.left_off(file), file.day)), silent=silent)
    return but(file, day=questions.new_day(file, today))


def _heard(file: Client) -> Client:
    """Anything the client does ends a silence, and shows that they can be reached."""
    if file.day is not None and not file.day.acted:
        file = but(file, day=but(file.day, acted=True))
    if file.silent or file.silence_asked:
        file = but(file, silent=0, silence_asked=False).met("silent")
    if file.unreachable is not None:  # Telegram's word that they are back may be lost, or older than a late 403
        file = but(file, unreachable=None).met("unreachable")
    return file


def _new_client(event: e.Invited) -> Client:
    return Client(
        id=event.client,
        name=event.name,
        coach=event.coach,
        coach_name=event.coach_name,
        coach_days=event.coach_days,
        language=event.language,
        rule=event.rule or Rule(),
        physician=event.physician,
        deputy=event.deputy,
        coach_leave=event.leave,
        regime=event.regime,
    )


def _invite(file: Client, event: e.Invited) -> ClientDecision:
    act = journey.walk(file, event, "invite")
    return ClientDecision(file=act.file, effects=tuple(act.effects))


def _act(file: Client, event: e.Event) -> ClientAct:
    """The act of this event. A client who isn't in coaching yet, or no longer, is told where they are."""
    everywhere = EVERYWHERE.get(type(event))
    if everywhere is not None:
        return everywhere(file, event)
    coached = IN_COACHING.get(type(event))
    if coached is None:
        raise Misrouted(f"{type(event).__name__} can't be decided at a client's file")
    return coached(file, event) if file.journey in COACHED else elsewhere(file, event)


def _registering(file: Client, event: e.Event) -> ClientDecision:
    """The coach's events that can make a plan version; nothing else leads to one (R2)."""
    if isinstance(event, e.PlanAgreed):
        return agreement.propose(file, event)
    if isinstance(event, e.LeewayTaken):
        return leeway.take(file, event)
    assert isinstance(event, e.PlanStopped)
    return leeway.stop(file, event)


REGISTERS: dict[type[e.Event], Callable[[Client, e.Event], ClientDecision]] = dict.fromkeys(
    (e.PlanAgreed, e.LeewayTaken, e.PlanStopped), _registering
)
