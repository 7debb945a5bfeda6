"""What a desk without typing answers to what it can't use: a physician's, a facilitator's."""

from state_machines import events as e
from state_machines.effects import LetterClass
from state_machines.files import Professional
from state_machines.machine import Act


def unreadable(act: Act[Professional]) -> None:
    """Nothing is kept of it, and what works here is said."""
    event = act.event
    assert isinstance(event, e.DeskUnreadable)
    act.say("stray", slot="stray", below=True, kind_of=event.kind)


def signalled(act: Act[Professional]) -> None:
    """Safety words of their own get the numbers too (R22); nobody else is told."""
    event = act.event
    assert isinstance(event, e.DeskSignalled)
    act.say("safety.line" if event.tier == 3 else "safety.own", kind=LetterClass.SAFETY)
