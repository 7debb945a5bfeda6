"""What a coach reads from the files, drawn just before it's sent: clients, the morning summary, one client's weeks.

What is promised: numbers are shown and never rated; what is missing stays missing ("–"), and is no reproach (R39); a
diary note appears only where the client opened it (R33); every text fits in one message.
"""

from collections.abc import Sequence
from dataclasses import dataclass
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

__all__ = ["Lent", "clients", "summary", "trajectory"]

MOST_LISTED = 3500
SUMMARY_LINES = 10


@dataclass(frozen=True, kw_only=True)
class Lent:
    """The clients of a coach who is away, for whom the reader stands in."""

    coach: str
    coach_name: str
    clients: tuple[Client, ...]


def clients(page: Desk, clients: tuple[Client, ...], today: date, lent: Sequence[Lent] = ()) -> Message:
    """A line each: who needs the coach first, then by name; what doesn't fit is counted. Then those of colleagues."""
    if not clients and not lent:
        return no_clients(page)
    _ = page.words._
    among = 1 + len(lent)
    shown = [_listed(page, clients, today, among), *(_listed(page, each.clients, today, among, each) for each in lent)]
    heads = [
        _("Your clients:"),
        *(_("Clients of {coach}, for whom you stand in:", coach=each.coach_name) for each in lent),
    ]
    paragraphs = [lines(head, *told) for head, (told, _rows, _rest) in zip(heads, shown, strict=True) if told]
    rest = sum(rest for _told, _rows, rest in shown)
    return message(
        *paragraphs,
        _("And {n} more. Find them with /logbook.", n=rest) if rest else "",
        rows=tuple(row for _told, rows, _rest in shown for row in rows),
    )


def _listed(
    page: Desk, clients: tuple[Client, ...], today: date, among: int, lent: Lent | None = None
) -> tuple[list[str], Rows, int]:
    """The lines that fit when so many lists share a message, their buttons, and how many more there are."""
    ordered = sorted(clients, key=lambda client: _urgency(client, today))
    told = _fitting([_line(client, today, page.words) for client in ordered], among)
    return told, _logbooks([(client, lent) for client in ordered[: len(told)]]), len(ordered) - len(told)


def _fitting(told: list[str], among: int) -> list[str]:
    """As many lines as a message and its keyboard have room for, shared among so many lists."""
    used = accumulate(phrases.size(line) + 1 for line in told)
    most = told[: MOST_BUTTONS // among]
    return [line for line, so_far in zip(most, used, strict=False) if so_far <= MOST_LISTED // among]


def _urgency(client: Client, today: date) -> tuple[int, str]:
    first = first_need(client, today)
    return (KINDS.index(first) if first else len(KINDS), client.name.casefold())


def _line(client: Client, today: date, words: Words) -> str:
    """Name, journey when it isn't coaching, last check-in, step, and what needs attention."""
    found = needs(client, today)
    facts = (state(client, words), last_checkin(client, today, words), place(client, today, words))
    line = f"• {client.name}: " + ", ".join(fact for fact in facts if fact)
    return f"{line} → {words._(NEEDS[found[0]])}" if found else line


def summary(page: Desk, clients: tuple[Client, ...], today: date, lent: Sequence[Lent] = ()) -> Message | None:
    """Only who needs something, one reason each, ten lines at most; None when nobody does. Colleagues' are marked."""
    _ = page.words._
    mine: list[tuple[Client, Lent | None]] = [(client, None) for client in clients]
    theirs = [(client, each) for each in lent for client in each.clients]
    ordered = sorted((*mine, *theirs), key=lambda found: _urgency(found[0], today))
    needing = [(client, whose) for client, whose in ordered if first_need(client, today)]
    if not needing:
        return None
    room = SUMMARY_LINES - 1
    shown = needing if len(needing) <= room else needing[: room - 1]
    rest = len(needing) - len(shown)
    text = lines(
        _("Good morning. This needs you:"),
        *(f"{_named(page, client, whose)}: {_(NEEDS[first_need(client, today)])}" for client, whose in shown),
        _("And {n} more: /clients", n=rest) if rest else "",
    )
    return message(text, rows=_logbooks(shown))


def _named(page: Desk, client: Client, whose: Lent | None) -> str:
    if whose is None:
        return client.name
    return page.words._("{name} (client of {coach})", name=client.name, coach=whose.coach_name)


def _logbooks(shown: Sequence[tuple[Client, Lent | None]]) -> Rows:
    return rows_of([button(client.name, _to_logbook(client, whose)) for client, whose in shown], 3)


def _to_logbook(client: Client, whose: Lent | None) -> str:
    return taps.pick_for(whose.coach, "logbook", client.id) if whose else taps.pick("logbook", client.id)
