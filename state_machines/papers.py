"""Pictures and papers that a client asks for: each is drawn just before it is sent, so no content of it is stored."""

from state_machines.events import PaperAsked
from state_machines.machine import ClientAct

#: The picture of the plan, the plan on paper, in a calendar; the page on what moves a plan, which is about nobody; and
#: the summary as the occupational physician sees it.
KINDS = ("picture", "pdf", "calendar", "why", "referral")


def ask(act: ClientAct) -> None:
    """Send what was asked for as a new message."""
    event = act.event
    assert isinstance(event, PaperAsked)
    if event.kind not in KINDS:
        act.say("stale.menu", slot="stale", below=True)
        return
    act.say(f"paper.{event.kind}", below=True, recipe=True)
