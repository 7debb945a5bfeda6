"""How a dialogue asks: what was just entered or why it couldn't be used, the question, its buttons, the way out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from dialogues import coach_values
from dialogues.coach_words import Desk, client_name, way_out, with_year
from dialogues.phrases import clipped, message
from dialogues.plan_warned import refused
from dialogues.prompt import Message, Rows, tells
from dialogues.suggestions import N_
from state_machines.desk_act import question
from state_machines.desk_plan import BACK
from state_machines.sketching import is_whole

LONGEST_NAME = 40
#: Why a date couldn't be used.
DATE_HINTS = {
    "past": N_("That has passed already: {day}."),
    "future": N_("That is still to come: {day}. I need a date on which it was done."),
    "far": N_("That is far away: {day}. Check the year."),
}


def no_options(_: Desk) -> Rows:
    """Nothing to tap: it is typed."""
    return ()


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One question: what is said before it, its lines and buttons, the hint for an answer that wasn't understood."""

    lines: tuple[str, ...]
    hint: str
    options: Callable[[Desk], Rows] = no_options
    more: Callable[[Desk], tuple[str, ...]] = lambda _: ()


def register(asks: Mapping[str, Ask]) -> None:
    """Register the writers of these questions, by the state in which they are asked."""
    for state, ask in asks.items():
        tells(question(state))(partial(_asked, state, ask))


def _asked(state: str, ask: Ask, page: Desk) -> Message:
    sketch = page.file.sketch
    names = {
        "name": client_name(page),
        "supervisor": clipped(sketch.supervisor, LONGEST_NAME) if sketch else "",
    }
    return message(
        hint(page, ask.hint) or entered(page, state),
        *ask.more(page),
        *(page.words._(text, **names) for text in ask.lines),
        rows=(*ask.options(page), *way_out(page)),
    )


def hint(page: Desk, unclear: str) -> str:
    """Why the answer before couldn't be used; nothing when it could."""
    note, day = page.text("note"), page.values.get("day")
    if note == "refused":
        return refused(page.text("reason"), page.text("detail"), page.words)
    if note in DATE_HINTS and isinstance(day, date):
        return page.words._(DATE_HINTS[note], day=with_year(page, day))
    return page.words._(unclear) if note else ""


def entered(page: Desk, state: str) -> str:
    """What was just entered, so that a slip is seen at once; in a whole plan what stands there now."""
    sketch = page.file.sketch
    if sketch is None:
        return ""
    if is_whole(sketch):
        return coach_values.line(state, sketch, page.words)
    before = "periods" if state == "tasks" and sketch.template == "custom" else BACK.get(state, "")
    return coach_values.line(before, sketch, page.words)
