"""What a coach reads from the files, drawn just before it's sent: clients, the morning summary, one client's weeks.

What is promised: numbers are shown and never rated; what is missing stays missing ("–"), and is no reproach (R39); a
diary note appears only where the client opened it (R33); every text fits in one message.
"""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from dialogues import phrases, taps
from dialogues.coach_words import MOST_BUTTONS, Desk, no_clients
from dialogues.overview_trajectory import trajectory
from dialogues.overview_words import NEEDS, last_checkin, place, state
from dialogues.phrases import button, lines, message
from dialogues.prompt import Message, Rows, rows_of
from dialogues.words import Words
from state_machines.files import Client
from state_machines.needs import KINDS, first_need, needs

__all__ = ["clients", "summary", "trajectory"]

MOST_LISTED = 3500
SUMMARY_LINES = 10


def clients(page: Desk, clients: tuple[Client, ...], today: date) -> Message:
    """A line each: who needs the coach first, then by name; what doesn't fit is counted."""
    if not clients:
        return no_clients(page)
    _ = page.words._
    ordered = sorted(clients, key=lambda client: _urgency(client, today))
    told = _fitting([_line(client, today, page.words) for client in ordered])
    rest = len(ordered) - len(told)
    return message(
        _("Your clients:"),
        lines(*told),
        _("And {n} more. Find them with /logbook.", n=rest) if rest else "",
        rows=_logbooks(ordered[: len(told)]),
    )


def _fitting(told: list[str]) -> list[str]:
    """As many lines as a message and its keyboard have room for."""
    used = accumulate(phrases.size(line) + 1 for line in told)
    return [line for line, so_far in zip(told[:MOST_BUTTONS], used, strict=False) if so_far <= MOST_LISTED]


def _urgency(client: Client, today: date) -> tuple[int, str]:
    first = first_need(client, today)
    return (KINDS.index(first) if first else len(KINDS), client.name.casefold())


def _line(client: Client, today: date, words: Words) -> str:
    """Name, journey when it isn't coaching, last check-in, step, and what needs attention."""
    found = needs(client, today)
    facts = (state(client, words), last_checkin(client, today, words), place(client, today, words))
    line = f"• {client.name}: " + ", ".join(fact for fact in facts if fact)
    return f"{line} → {words._(NEEDS[found[0]])}" if found else line


def summary(page: Desk, clients: tuple[Client, ...], today: date) -> Message | None:
    """Only who needs something, one reason each, ten lines at most; None when nobody does."""
    _ = page.words._
    ordered = sorted(clients, key=lambda client: _urgency(client, today))
    needing = [(client, first) for client in ordered if (first := first_need(client, today))]
    if not needing:
        return None
    room = SUMMARY_LINES - 1
    shown = needing if len(needing) <= room else needing[: room - 1]
    rest = len(needing) - len(shown)
    text = lines(
        _("Good morning. This needs you:"),
        *(f"{client.name}: {_(NEEDS[first])}" for client, first in shown),
        _("And {n} more: /clients", n=rest) if rest else "",
    )
    return message(text, rows=_logbooks([client for client, _first in shown]))


def _logbooks(shown: Sequence[Client]) -> Rows:
    return rows_of([button(client.name, taps.pick("logbook", client.id)) for client in shown], 3)
