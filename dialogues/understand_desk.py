"""From what a coach typed or tapped to the event it means at their desk.

A button of a dialogue carries the word that could have been typed instead; both are read by the step that is open.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal

from dialogues import commands, taps, typed, typed_dates, typed_plan, understand_physician
from dialogues.coach_words import OWN_GOAL, OWN_GOAL_WORD
from dialogues.incoming import Incoming, IncomingKind
from dialogues.words import words
from state_machines import days
from state_machines import events as e
from state_machines.desk_act import TALKING, WRITING
from state_machines.files import Professional

#: Draws a token: (client id or empty for a new client, name, moment) -> the event with the link. Randomness is outside.
Mint = Callable[[Professional, str, str, Incoming], e.InviteMade]
Reader = Callable[[Professional, datetime, str], e.DeskTyped]


def understand(file: Professional, said: Incoming, mint: Mint) -> e.DeskEvent:
    """The event that this means for this professional. Never raises on anything a person can send."""
    if file.role in {"physician", "facilitator"}:
        return understand_physician.understand(said, commands.of_role(file.role))
    if said.kind is IncomingKind.TAP:
        return _tapped(file, said, mint)
    if said.kind is IncomingKind.OTHER:
        return e.DeskUnreadable(at=said.at, kind=said.media)
    if said.kind is IncomingKind.EDIT:
        return e.DeskAsked(at=said.at, what="edited" if file.desk == TALKING else "nothing")
    text = said.text.strip()
    asked = commands.named(text, commands.COACH)
    if asked is not None:
        return _commanded(asked, said)
    if file.desk in {WRITING, TALKING}:
        return e.DeskWrote(at=said.at, text=said.text)
    if file.desk == "inviting":
        return mint(file, "", " ".join(text.split()), said)
    return _read(file, said.at, text)


def _commanded(what: str, said: Incoming) -> e.DeskEvent:
    if what == "emergency":
        return e.DeskSignalled(at=said.at, tier=0)
    return e.DeskAsked(at=said.at, what="help" if what == "start" else what)


def _tapped(file: Professional, said: Incoming, mint: Mint) -> e.DeskEvent:
    tap = taps.read(said.data)
    if tap.verb == "kq":
        return _commanded(tap.arg(0), said)
    if tap.verb == "kd":
        coach, what, client, value = (tap.arg(place) for place in range(4))
        return e.DeputyPicked(at=said.at, what=what, coach=coach, client=client, value=value)
    if tap.verb != "k":
        return e.DeskPicked(at=said.at, what="")
    what, client, value = tap.arg(0), tap.arg(1), ":".join(tap.args[2:])
    if what == "relink" and file.card(client):
        return mint(file, client, file.named(client), said)
    if what == "say":
        step, _, word = value.partition(":")
        if step == file.desk and file.sketch is not None and file.sketch.client == client:
            return _read(file, said.at, word)
    return e.DeskPicked(at=said.at, what=what, client=client, value=value)


# --- what the open step asks for ----------------------------------------------------------------------------------


def _read(file: Professional, at: datetime, text: str) -> e.DeskTyped:
    """A choice of the open step if it knows that word; else what the step asks for; the other fields stay empty."""
    chosen = typed_plan.choice(file.desk, text)
    if chosen:
        return e.DeskTyped(at=at, choice=chosen)
    return READERS.get(file.desk, _text)(file, at, text)


def _text(_: Professional, at: datetime, text: str) -> e.DeskTyped:
    return e.DeskTyped(at=at, text=" ".join(text.split()))


def _physician(_: Professional, at: datetime, text: str) -> e.DeskTyped:
    """A name. Anything longer may hold a reason, and isn't kept, not even in the log (R37)."""
    return e.DeskTyped(at=at, text=" ".join(text.split()) if typed_plan.is_name(text) else "")


def _goal(file: Professional, at: datetime, text: str) -> e.DeskTyped:
    own = text == OWN_GOAL_WORD
    return _text(file, at, words(file.language)._(OWN_GOAL) if own else text)


def _hours(_: Professional, at: datetime, text: str) -> e.DeskTyped:
    number = typed.contract_hours(text)
    return e.DeskTyped(at=at, number=number if isinstance(number, Decimal) else None)


def _start(file: Professional, at: datetime, text: str) -> e.DeskTyped:
    return e.DeskTyped(at=at, day=typed_dates.start_date(text, file.today(at)))


def _ahead(file: Professional, at: datetime, text: str) -> e.DeskTyped:
    return e.DeskTyped(at=at, day=typed_dates.local_date(text, file.today(at)))


def _behind(file: Professional, at: datetime, text: str) -> e.DeskTyped:
    return e.DeskTyped(at=at, day=typed_dates.past_date(text, file.today(at)))


def _either(file: Professional, at: datetime, text: str) -> e.DeskTyped:
    return e.DeskTyped(at=at, day=typed_dates.near_date(text, file.today(at)))


def _weekdays(_: Professional, at: datetime, text: str) -> e.DeskTyped:
    return e.DeskTyped(at=at, weekdays=tuple(sorted(typed.weekdays(text) or ())))


def _periods(_: Professional, at: datetime, text: str) -> e.DeskTyped:
    return e.DeskTyped(at=at, periods=typed_plan.periods(text))


def _tasks(_: Professional, at: datetime, text: str) -> e.DeskTyped:
    return e.DeskTyped(at=at, tasks=tuple(part.strip() for part in re.split(r"[,;\n]", text) if part.strip()))


def _dates(file: Professional, at: datetime, text: str) -> e.DeskTyped:
    return e.DeskTyped(at=at, days=typed_plan.dates(text, file.today(at)))


def _weeks(_: Professional, at: datetime, text: str) -> e.DeskTyped:
    return e.DeskTyped(at=at, number=typed_plan.weeks(text))


def _moment(file: Professional, at: datetime, text: str) -> e.DeskTyped:
    """A date and a time on the coach's own clock; or one of the consults in the list, by its number."""
    listed = typed_plan.numbered(text)
    if listed is not None:
        return e.DeskTyped(at=at, choice=listed[0], number=Decimal(listed[1]))
    found = typed_plan.date_and_time(text, file.today(at))
    try:
        return e.DeskTyped(at=at, when=days.moment(*found, file.zone) if found else None)
    except OverflowError:  # the first or last day of the calendar
        return e.DeskTyped(at=at)


READERS: Mapping[str, Reader] = {
    "goal": _goal,
    "hours": _hours,
    "start": _start,
    "days": _weekdays,
    "periods": _periods,
    "tasks": _tasks,
    "evaluations": _dates,
    "leeway": _weeks,
    "physician": _behind,
    "agreed": _behind,
    "agreed_on": _behind,
    "paper": _behind,
    "leeway_weeks": _weeks,
    "stop_physician": _physician,
    "stop_look_again": _ahead,
    "evaluation_day": _either,
    "consult_when": _moment,
    "consult_move": _moment,
    "leave_from": _ahead,
    "leave_until": _ahead,
}
