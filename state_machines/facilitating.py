"""Who facilitates the work adjustment of a client (R30), in the client's file. The rules in prose.

- An operator says who it is, once the client takes part. The client hears it once, outside the quiet hours: who, what
  that person sees, and what they don't. The same when it is over.
- The facilitator's desk keeps whom they facilitate; it hears of it in the same turn.
- Who sees the client's details can't be it: `apart` judges that at the doors, where all the files are known.
"""

from state_machines import schedule
from state_machines.effects import LetterClass
from state_machines.events import ClientTold, Facilitates, FacilitatorSet
from state_machines.machine import ClientAct

#: In these states of the journey there can be a facilitator, and they may see the plan: the client takes part.
TAKES_PART = ("coaching", "paused")


def set_one(act: ClientAct) -> None:
    """Somebody facilitates from now on, or nobody does any more."""
    event, before = act.event, act.file.facilitator
    assert isinstance(event, FacilitatorSet)
    now = event.facilitator
    if (now.file if now else "") == (before.file if before else ""):
        act.reason = "known already"
        return
    if now is not None and act.file.journey not in TAKES_PART:
        act.reason = "doesn't take part"
        return
    if before is not None:
        act.pass_on(before.file, Facilitates(at=act.at, client=act.file.id, name=act.file.name, since=None))
    act.change(facilitator=now)
    if now is not None:
        act.pass_on(now.file, Facilitates(at=act.at, client=act.file.id, name=act.file.name, since=now.since))
    if act.file.journey in TAKES_PART:
        later = schedule.outside_quiet(act.file, act.at)
        text = "facilitator.named" if now else "facilitator.over"
        kind = LetterClass.QUESTION
        name = before.name if before else ""
        act.say(text, kind=kind, slot="facilitator", below=True, not_before=later, before=name)


def tell_gone(act: ClientAct, what: str) -> None:
    """Nothing is kept of this client any more: the facilitator's desk lets go of them too."""
    facilitator = act.file.facilitator
    if facilitator is not None:
        act.pass_on(facilitator.file, ClientTold(at=act.at, client=act.file.id, name=act.file.name, what=what))
