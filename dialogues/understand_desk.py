"""From what a coach typed or tapped to the event it means at their desk."""

import re
from collections.abc import Callable
from decimal import Decimal

from dialogues import commands, taps, typed
from dialogues.incoming import Incoming, IncomingKind
from state_machines import events as e
from state_machines.files import Professional

#: Draws a token: (client id or empty for a new client, name, moment) -> the event with the link. Randomness is outside.
Mint = Callable[[Professional, str, str, Incoming], e.InviteMade]


def understand(file: Professional, said: Incoming, mint: Mint) -> e.DeskEvent:
    """The event that this means for this professional. Never raises on anything a person can send."""
    if said.kind is IncomingKind.TAP:
        return _tapped(file, said, mint)
    if said.kind is IncomingKind.OTHER:
        return e.DeskUnreadable(at=said.at, kind=said.media)
    if said.kind is IncomingKind.EDIT:
        return e.DeskAsked(at=said.at, what="nothing")
    text = said.text.strip()
    asked = commands.named(text, commands.COACH)
    if asked is not None:
        return _commanded(asked, said)
    if file.desk == "inviting":
        return mint(file, "", " ".join(text.split()), said)
    return _typed(file, said, text)


def _commanded(what: str, said: Incoming) -> e.DeskEvent:
    if what == "emergency":
        return e.DeskSignalled(at=said.at, tier=0)
    return e.DeskAsked(at=said.at, what="help" if what == "start" else what)


def _typed(file: Professional, said: Incoming, text: str) -> e.DeskEvent:
    """What the step that is open asks for; the others stay empty."""
    if file.desk == "hours":
        number = typed.contract_hours(text)
        return e.DeskTyped(at=said.at, number=number if isinstance(number, Decimal) else None)
    if file.desk == "start":
        return e.DeskTyped(at=said.at, day=typed.local_date(text, file.today(said.at)))
    if file.desk == "days":
        return e.DeskTyped(at=said.at, weekdays=tuple(sorted(typed.weekdays(text) or ())))
    if file.desk == "tasks":
        tasks = tuple(part.strip() for part in re.split(r"[,;\n]", text) if part.strip())
        return e.DeskTyped(at=said.at, tasks=tasks)
    return e.DeskTyped(at=said.at, text=text)


def _tapped(file: Professional, said: Incoming, mint: Mint) -> e.DeskEvent:
    tap = taps.read(said.data)
    if tap.verb == "kq":
        return _commanded(tap.arg(0), said)
    if tap.verb != "k":
        return e.DeskPicked(at=said.at, what="")
    what, client, value = tap.arg(0), tap.arg(1), ":".join(tap.args[2:])
    if what == "relink" and file.card(client):
        return mint(file, client, file.named(client), said)
    return e.DeskPicked(at=said.at, what=what, client=client, value=value)
