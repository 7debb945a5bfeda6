"""What the clock wakes a client's file for: one short function a kind of wake."""

from collections.abc import Callable

from state_machines import (
    agenda,
    agreement,
    clock_right,
    complaints,
    hold,
    lag,
    prompts,
    referral,
    referral_due,
    resending,
    signalled,
    taking_over,
)
from state_machines import events as e
from state_machines.files import COACHED, Client
from state_machines.machine import ClientAct
from state_machines.whereabouts import by


def woke(file: Client, event: e.Event) -> ClientAct:
    """What this kind of wake is for."""
    assert isinstance(event, e.Woke)
    return WAKES[event.kind](file, event)


def _step(file: Client, event: e.Woke) -> ClientAct:
    """The step of the week, from plan and date alone (R2); beside it a look at weeks that nobody closed (R38)."""
    act = by(agreement.say_step)(file, event)
    if file.journey in COACHED and not hold.is_held(act):
        lag.look(act)
    return act


def _look(file: Client, event: e.Woke) -> ClientAct:
    """The morning's look at complaints (R19); what lasts is offered to be reported."""
    act = ClientAct(file, event)
    evidence = complaints.look(act)
    if evidence is not None:
        referral.offer(act, evidence)
    return act


def _by_woke(method: Callable[[ClientAct], None]) -> Callable[[Client, e.Woke], ClientAct]:
    return lambda file, event: by(method)(file, event)


#: Every kind of wake at a client's file.
WAKES: dict[str, Callable[[Client, e.Woke], ClientAct]] = {
    "checkin": prompts.say_prompt,
    "nudge": prompts.say_nudge,
    "snooze": prompts.say_snoozed,
    "pause": prompts.end_pause,
    "step": _step,
    "agenda": _by_woke(agenda.say),
    "hold": _by_woke(hold.run_out),
    "talk": _by_woke(taking_over.run_out),
    "signal": _by_woke(signalled.alert_again),
    "how_now": _by_woke(signalled.ask_how_it_is),
    "referral": referral_due.due,
    "complaints": _look,
    **dict.fromkeys(resending.WHYS, _by_woke(resending.ask)),
    clock_right.KIND: _by_woke(clock_right.anew),
}
