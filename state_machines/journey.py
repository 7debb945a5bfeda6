"""A client's journey: invited -> claimed -> welcome -> coaching <-> paused -> left. The rules in prose, then the table.

- A link binds to the first account that opens it; the coach says whether that is the right person.
- A new link (lost or new account) unbinds the old chat; who had agreed before goes on where they were, also within the
  welcome.
- Who refuses in the welcome is forgotten: nothing is kept. Who stops before the coach's yes is nobody known yet: that
  account is let go, and the file waits for a new link.
- A pause stops check-ins, at most 14 days, and ends by itself; the plan and its step messages run on.
- Erasing (R34) is open in every state, from the chat or by a person at the client's wish. An account that isn't
  recognised yet lets go of itself alone.
- Who left gets no message any more; coming back starts with the consent. So is it after a plan that was kept, when the
  client says: done, thank you.
"""

from datetime import datetime, timedelta

from state_machines.events import Event
from state_machines.files import Client, but
from state_machines.journey_act import JourneyAct as JourneyAct
from state_machines.machine import Table, row

MOST_PAUSE_DAYS = 14
LINK_HOURS = 72
ALL = ("invited", "claimed", "welcome", "coaching", "paused", "left")

JOURNEY = Table(
    "journey",
    ALL,
    [
        row("invite", ALL, "invited", do="bind_link"),
        row("open", "invited", "=", given="is_expired", do="say_expired"),
        row("open", "invited", "claimed", do="claim"),
        row("confirm", "claimed", "paused", given=("has_agreed", "was_coached", "is_pausing"), do="welcome_back"),
        row("confirm", "claimed", "coaching", given=("has_agreed", "was_coached"), do="welcome_back"),
        row("confirm", "claimed", "welcome", given="has_agreed", do="go_on_welcome"),
        row("confirm", "claimed", "welcome", do="say_hello"),
        row("deny", "claimed", "invited", do="unclaim"),
        row("stop", "claimed", "invited", do="let_go"),
        row("settle", "welcome", "coaching", do="begin_coaching"),
        row("refuse", "welcome", "left", given="was_coached", do="leave"),
        row("refuse", "welcome", "left", do="be_forgotten"),
        row("pause", ("coaching", "paused"), "paused", do="begin_pause"),
        row("resume", "paused", "coaching", do="end_pause"),
        row("stop", ("welcome", "coaching", "paused"), "left", do="leave"),
        row("close", ("coaching", "paused"), "left", do="close"),
        row("return", "left", "welcome", do="ask_again"),
        row("erase", "claimed", "invited", do="take_back"),
        row("erase", ("welcome", "coaching", "paused", "left"), "left", do="be_erased"),
        row("erase_for", ALL, "left", do="be_erased"),
    ],
)


def walk(file: Client, event: Event, trigger: str) -> JourneyAct:
    """Walk the journey table once; the act holds the outcome."""
    act = JourneyAct(file, event, file.journey)
    if not JOURNEY.walk(act, trigger):
        act.reason = f"{trigger} means nothing in {act.state}"
    act.file = but(act.file, journey=act.state)
    return act


def link_expires(at: datetime) -> datetime:
    """When a link made now ends: 72 hours later."""
    return at + timedelta(hours=LINK_HOURS)
