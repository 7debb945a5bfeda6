"""From what a physician or process facilitator typed or tapped to the event at their desk. Nothing typed is kept."""

from dialogues import commands, taps
from dialogues.incoming import Incoming, IncomingKind
from state_machines import events as e


def understand(said: Incoming, listed: tuple[commands.Command, ...] = commands.PHYSICIAN) -> e.DeskEvent:
    """The event that this means, by the commands of this role. Never raises on anything a person can send."""
    if said.kind is IncomingKind.TAP:
        return _tapped(said)
    if said.kind is IncomingKind.OTHER:
        return e.DeskUnreadable(at=said.at, kind=said.media)
    asked = commands.named(said.text.strip(), listed)
    if asked is None or said.kind is IncomingKind.EDIT:
        return e.DeskAsked(at=said.at, what="nothing")
    return _commanded(asked, said)


def _commanded(what: str, said: Incoming) -> e.DeskEvent:
    if what == "emergency":
        return e.DeskSignalled(at=said.at, tier=0)
    return e.DeskAsked(at=said.at, what="help" if what == "start" else what)


def _tapped(said: Incoming) -> e.DeskEvent:
    tap = taps.read(said.data)
    if tap.verb == "kq":
        return _commanded(tap.arg(0), said)
    if tap.verb != "k":
        return e.DeskPicked(at=said.at, what="")
    return e.DeskPicked(at=said.at, what=tap.arg(0), client=tap.arg(1), value=":".join(tap.args[2:]))
