"""What a deputy does about another coach's client: asked at the coach's desk, which alone knows; then done, or refused.

All of it happens in one turn: deputy's desk -> coach's desk -> deputy's desk -> client's file. A plan is registered by
the client's own coach; a deputy contacts, writes, reads the logbook, and says what is dealt with.
"""

from collections.abc import Callable

from state_machines import deputies, policy
from state_machines import events as e
from state_machines.desk import DESK, DeskAct
from state_machines.files import but


def may_do(what: str) -> bool:
    """Whether a deputy's button can be for this, by the policy."""
    return policy.may(policy.DEPUTY, f"pick.{what}", policy.OWN)


def picked(act: DeskAct) -> None:
    """A deputy's button: the coach's desk is asked, when this desk stands in for that coach at all."""
    event = act.event
    assert isinstance(event, e.DeputyPicked)
    if not may_do(event.what) or deputies.standing_for(act.file, event.coach) is None:
        _refuse(act)
        return
    asks = e.DeputyAsks(at=act.at, deputy=act.file.id, what=event.what, client=event.client, value=event.value)
    act.pass_on(event.coach, asks)
    act.reason = "the coach's desk answers"


def asked(act: DeskAct) -> None:
    """At the coach's desk: yes or no, with the names; what is dealt with needs no deputy any more."""
    event = act.event
    assert isinstance(event, e.DeputyAsks)
    card = act.file.card(event.client)
    may = deputies.may(act.file, event.deputy, event.client, act.today)
    waits = event.what != "claim" or (card is not None and card.claimed)
    no = e.DeputyAnswered(at=act.at, what=event.what, coach=act.file.id, client=event.client, value=event.value)
    if card is None or not may or not waits:
        act.pass_on(event.deputy, no)
        act.reason = "the deputy may not, now"
        return
    act.pass_on(event.deputy, but(no, may=True, name=card.name, coach_name=act.file.name))
    if event.what == "met":
        deputies.settled(act, event.client)
    elif event.what == "claim":
        act.file = act.file.with_card(but(card, claimed=False))
    act.reason = "the deputy may"


def answered(act: DeskAct) -> None:
    """Back at the deputy's desk: what was asked for happens, in the coach's name."""
    event = act.event
    assert isinstance(event, e.DeputyAnswered)
    if event.may:
        DONE[event.what](act, event)
    else:
        _refuse(act)


def _refuse(act: DeskAct) -> None:
    act.say("desk.not_standing_in", slot="stale", below=True)


def _met(act: DeskAct, event: e.DeputyAnswered) -> None:
    act.pass_on(event.client, e.NeedMet(at=act.at, kind=event.value, by=act.file.name))
    slot = f"told:{event.client}:{event.value}"
    act.say("desk.met", slot=slot, below=True, client=event.client, name=event.name, kind_of=event.value)


def _logbook(act: DeskAct, event: e.DeputyAnswered) -> None:
    slot = f"desk.logbook:{event.client}"
    values = {"client": event.client, "coach": event.coach, "coach_name": event.coach_name}
    act.say("desk.trajectory", slot=slot, below=True, recipe=True, values=values)


def _dialogue(trigger: str) -> Callable[[DeskAct, e.DeputyAnswered], None]:
    def begin(act: DeskAct, _: e.DeputyAnswered) -> None:
        DESK.walk(act, trigger)

    return begin


def _claim(act: DeskAct, event: e.DeputyAnswered) -> None:
    right = event.value == "yes"
    act.pass_on(event.client, e.ClaimAnswered(at=act.at, right=right))
    text = "desk.claim_yes" if right else "desk.claim_no"
    act.say(text, slot=f"claim:{event.client}", client=event.client, name=event.name, coach=event.coach)


DONE: dict[str, Callable[[DeskAct, e.DeputyAnswered], None]] = {
    "met": _met,
    "logbook": _logbook,
    "write": _dialogue("write"),
    "take": _dialogue("take"),
    "claim": _claim,
}
