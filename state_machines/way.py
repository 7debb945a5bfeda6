"""The whole way of a client, from the log: with which plan it began, every day, every note. For a look back (tone 25).

The file holds five weeks; the log holds all. Nothing of this is kept twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from state_machines.checkin import correct
from state_machines.days import local_date
from state_machines.events import Answered, Event, Noted, NoteEdited, PlanAgreed, PlanAnswered
from state_machines.files import Day
from state_machines.plan import Plan


@dataclass(frozen=True, kw_only=True)
class OwnWords:
    """Words of the client and the local date they belong to."""

    day: date
    text: str


@dataclass(frozen=True, kw_only=True)
class Way:
    """The plan that was agreed first, each day with the answers that stand, and the notes that the client wrote."""

    began: Plan | None = None
    days: tuple[Day, ...] = ()
    notes: tuple[OwnWords, ...] = ()


def way_of(events: Iterable[Event], zone: str) -> Way:
    """The way that these events tell, oldest first. Notes that were forwarded are somebody else's words: left out."""
    told = tuple(events)
    return Way(began=_began(told), days=_days(told, zone), notes=_notes(told))


def _began(events: tuple[Event, ...]) -> Plan | None:
    """The first version that client or signed paper agreed to."""
    newest: Plan | None = None
    for event in events:
        if isinstance(event, PlanAgreed):
            newest = event.version
            if newest.paper is not None:
                return newest
        elif isinstance(event, PlanAnswered) and event.agreed and newest is not None:
            return newest
    return None


def _days(events: tuple[Event, ...], zone: str) -> tuple[Day, ...]:
    """Every day with its answers. An answer by a button of an earlier day changed nothing then, and doesn't here."""
    days: dict[date, Day] = {}
    for event in events:
        if isinstance(event, Answered) and (event.edited or event.day >= local_date(event.at, zone)):
            days[event.day] = correct(days.get(event.day, Day(date=event.day)), event)
    return tuple(days[day] for day in sorted(days))


def _notes(events: tuple[Event, ...]) -> tuple[OwnWords, ...]:
    notes: dict[int, OwnWords] = {}
    for event in events:
        written = isinstance(event, Noted) and not event.forwarded
        if isinstance(event, Noted | NoteEdited) and (written or event.message_id in notes):
            notes[event.message_id] = OwnWords(day=event.day, text=event.text)
    return tuple(notes.values())
