"""A client's diary, read back from the log: every note with its latest words, its number and whether it is open."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from state_machines.consents import DIARY
from state_machines.events import (
    ComplaintVoiced,
    ConsentWithdrawn,
    Event,
    Noted,
    NoteEdited,
    NoteOpened,
    NotUnderstood,
    SafetySignalled,
)


@dataclass(frozen=True, kw_only=True)
class Note:
    """One note of a local date; numbered 1, 2, ... as the client wrote them. `open`: the coach may read it (R33)."""

    day: date
    number: int
    text: str
    at: datetime
    edited: bool = False
    open: bool = False


def notes_of(events: Iterable[Event], since: date) -> tuple[Note, ...]:
    """The notes from a local date on, oldest first. `events`: the log's, in order, from before that date on."""
    notes: dict[tuple[date, int], Note] = {}
    always: set[tuple[date, int]] = set()  # open because the whole diary was, not by their own button
    for event in events:
        if isinstance(event, NoteEdited | NoteOpened):
            key = event.day, event.number
            if key in notes:
                notes[key] = _changed(notes[key], event)
            if isinstance(event, NoteOpened):
                always.discard(key)
        elif isinstance(event, ConsentWithdrawn):
            if event.subject == DIARY:
                notes |= {key: replace(notes[key], open=False) for key in always}
                always.clear()
        elif isinstance(event, ComplaintVoiced) and event.day is not None and event.notes:
            told = {(event.day, number) for number in event.notes} & notes.keys()
            always -= told
            notes |= {key: replace(notes[key], open=True) for key in told}
        elif written := _written(event):
            day, text = written
            number = 1 + sum(known == day for known, _ in notes)
            opened = isinstance(event, Noted) and event.opened
            if opened:
                always.add((day, number))
            notes[day, number] = Note(day=day, number=number, text=text, at=event.at, open=opened)
    return tuple(note for note in notes.values() if note.day >= since)


def _written(event: Event) -> tuple[date, str] | None:
    """The local date and words of an event that is a note: also a complaint, or words that no question understood."""
    if isinstance(event, NotUnderstood) and event.text:
        return event.day, event.text
    if isinstance(event, Noted):
        return event.day, event.text
    if isinstance(event, SafetySignalled) and event.day is not None:  # without one its words weren't kept
        return event.day, event.text
    if isinstance(event, ComplaintVoiced) and event.words and event.day is not None:
        return event.day, event.words
    return None


def _changed(note: Note, event: NoteEdited | NoteOpened) -> Note:
    if isinstance(event, NoteEdited):
        return replace(note, text=event.text, edited=True)
    return replace(note, open=event.open)
