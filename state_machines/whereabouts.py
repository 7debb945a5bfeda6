"""Where a client stands in their journey: what was meant for somewhere else is answered with where they are now."""

from collections.abc import Callable

from state_machines import events as e
from state_machines import journey, welcome
from state_machines.files import Client
from state_machines.machine import ClientAct


def by(method: Callable[[ClientAct], None]) -> Callable[[Client, e.Event], ClientAct]:
    """The act that this method fills."""

    def act(file: Client, event: e.Event) -> ClientAct:
        made = ClientAct(file, event)
        method(made)
        return made

    return act


def walk(trigger: str) -> Callable[[Client, e.Event], ClientAct]:
    """The way of this trigger through the journey."""
    return lambda file, event: journey.walk(file, event, trigger)


def elsewhere(file: Client, event: e.Event) -> ClientAct:
    """Where the client is, for what has no place there: the welcome as far as it is, that they left, or a wait."""
    if file.journey == "welcome":
        return stage(file, event)
    act = ClientAct(file, event)
    act.say("stop.left" if file.journey == "left" else "welcome.wait", slot="elsewhere", below=True)
    return act


def stale(file: Client, event: e.Event, what: str) -> ClientAct:
    """What an old button belonged to is over; nothing changes."""
    act = ClientAct(file, event)
    act.say(f"stale.{what}", slot="stale", below=True)
    return act


def stage(file: Client, event: e.Event) -> ClientAct:
    """The welcome, as far as it is."""
    shown = welcome.WelcomeAct(file, event, file.stage)
    shown.show()
    return shown
