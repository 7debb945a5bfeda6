"""What comes to a client's file from coach, physician or delivery: short, and none of it makes a plan version."""

from collections.abc import Callable

from state_machines import complaints, hold, menu, referral, signalled, taking_over
from state_machines import events as e
from state_machines.files import COACHED, Client, but
from state_machines.machine import ClientAct


def unreached(file: Client, event: e.Event) -> ClientAct:
    """Blocked, or back: a state. The coach hears it the same day; the plan runs on, and nothing is sent again."""
    assert isinstance(event, e.Unreached)
    act = ClientAct(file, event)
    if event.reachable:
        act.file = but(file.met("unreachable"), unreachable=None)
        if file.unreachable is not None and file.journey in COACHED:
            menu.welcome_back(act)
        else:
            act.reason = "reachable again"
    elif file.unreachable is None:
        act.file = but(file.need("unreachable", event.at), unreachable=event.at)
        taking_over.drop(act, "unreachable")
        act.tell_coach("unreachable")
    return act


def need_met(file: Client, event: e.Event) -> ClientAct:
    """A need that the coach dealt with; a doctor's word and words of danger have more to them."""
    assert isinstance(event, e.NeedMet)
    act = ClientAct(file.met(event.kind), event)
    if event.kind == hold.DOCTOR:
        hold.answered(act, by=event.by)
    elif event.kind == signalled.NEED:
        signalled.dealt_with(act, file)
    return act


def week_read(file: Client, event: e.Event) -> ClientAct:
    """The coach has read the week (R39); the client hears so at the next check-in."""
    return ClientAct(but(file, week_read=True), event)


def physician_says(trigger: str) -> Callable[[Client, e.Event], ClientAct]:
    """Word about the referral that is open now, from physician or delivery; about an earlier one it is late."""

    def act(file: Client, event: e.Event) -> ClientAct:
        assert isinstance(event, e.ReferralSeen | e.ReferralAnswered | e.ReferralDelivered)
        if file.referral is not None and file.referral.number == event.number:
            return referral.walk(file, event, trigger)
        late = ClientAct(file, event)
        late.reason = "this referral is over"
        return late

    return act


def rule_set(file: Client, event: e.Event) -> ClientAct:
    """Other numbers for the complaint rule (R19), from now on: what was judged with the old ones stays as it was."""
    assert isinstance(event, e.RuleSet)
    act = ClientAct(but(file, rule=event.rule), event)
    complaints.watch(act)
    return act


def regime_set(file: Client, event: e.Event) -> ClientAct:
    """Which regime holds from now on (R33): what the coach sees follows from it, and from what the client opened."""
    assert isinstance(event, e.RegimeSet)
    return ClientAct(but(file, regime=event.regime), event)


def physician_set(file: Client, event: e.Event) -> ClientAct:
    """Who the physician is from now on; an open referral may move."""
    assert isinstance(event, e.PhysicianSet)
    return referral.physician_set(file, event)
