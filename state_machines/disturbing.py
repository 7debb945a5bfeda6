"""Something at work stands in the way (R38): one button on any day, and the coach hears it the same day.

It changes no plan and no message; it is a fact that shows where the plan gets stuck.
"""

from state_machines.effects import LetterClass
from state_machines.events import Disturbed
from state_machines.machine import ClientAct

KINDS = ("no_work", "supervisor_away", "not_possible", "conflict")


def report(act: ClientAct) -> None:
    """Ask which it is; or keep it for the coach, who hears the kind and nothing else."""
    event = act.event
    assert isinstance(event, Disturbed)
    if event.kind not in KINDS:
        act.say("disturbance.ask", kind=LetterClass.QUESTION, slot="disturbance", below=True)
        return
    act.file = act.file.need("disturbed", act.at)
    act.tell_coach("disturbed", event.kind)
    act.say("disturbance.told", slot="disturbance", kind_of=event.kind)
