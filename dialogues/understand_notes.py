"""What a client types where no question is open: a note for the diary, or words for who has taken over."""

from decimal import Decimal

from dialogues import taps, typed
from dialogues.incoming import Incoming, IncomingKind
from state_machines import events as e
from state_machines.files import Client


def typed_words(file: Client, said: Incoming, text: str) -> e.ClientEvent:
    """No question is open: a bare number belongs to nothing any more, other words are a note."""
    bare = file.asking != "note" and not said.forwarded and isinstance(typed.scale(text), Decimal)
    return e.Stale(at=said.at, what="number") if bare else note(file, said, text)


def note(file: Client, said: Incoming, text: str) -> e.ClientEvent:
    """A note of today; who uses buttons only has none kept."""
    if file.buttons_only or not text:
        return e.Unreadable(at=said.at, kind="text" if text else "empty")
    return e.Noted(
        at=said.at,
        text=text,
        message_id=said.message_id,
        day=file.date_now(said.at),
        forwarded=said.forwarded,
        opened=file.diary_open,
    )


def passed(file: Client, said: Incoming, text: str) -> e.ClientEvent:
    """A person has taken over: what is typed goes to them. Who uses buttons only has nothing typed kept."""
    if not text:
        return e.Unreadable(at=said.at, kind="empty")
    return e.WordsPassed(
        at=said.at,
        text="" if file.buttons_only else text,
        passing=text,
        message_id=said.message_id,
        edited=said.kind is IncomingKind.EDIT,
    )


def tap_note(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """One note, opened to the coach or closed again."""
    day, number = tap.day(), tap.whole(1)
    if day is None or number is None:
        return None
    return e.NoteOpened(at=said.at, day=day, number=number, open=tap.verb == "n+")
