"""Buttons only (R35): a whole way to use Trede, in which no typed word is asked for and none is kept."""

from collections.abc import Iterator
from datetime import UTC, datetime

import people
import pytest

from dialogues.incoming import Incoming, IncomingKind
from dialogues.understand import ASKINGS, understand
from state_machines import events as e
from state_machines.decide import decide
from state_machines.files import Client, Typed, but
from state_machines.retention import DIARY, stage_of

AT = datetime(2026, 11, 30, 15, 30, tzinfo=UTC)
SECRET = "mijn rug doet zeer sinds die valpartij"
#: What may be open while somebody switches typing off: each place that waits for words.
PLACES = (
    *ASKINGS, "note", "evaluation:1", "evaluation:topic", "sign:new", "complaint_words", "complaint_score",
    "referral_words", "tasks:2026-11-30",
)  # fmt: skip
SUBJECTS = ("note:1", "evaluation:1", "sign:new", "pleasant", "giver", "worked", "talk")


def bare() -> Iterator[tuple[str, Client]]:
    """Every sample client with typing off, in every place where words might be waited for."""
    for name, file in people.clients():
        for place in ("", *PLACES):
            yield f"{name}, {place}", but(file, buttons_only=True, asking=place)


def said(kind: IncomingKind = IncomingKind.TEXT) -> Incoming:
    return Incoming(at=AT, update_id=1, chat=1, kind=kind, text=SECRET, message_id=77)


def test_no_typed_word_is_kept_wherever_one_is() -> None:
    """Not in the event, which is what is kept, nor in the file after it: in every state and at every open question."""
    for name, file in bare():
        event = understand(file, said())
        assert stage_of(event) != DIARY, name
        if isinstance(event, e.WordsPassed):  # goes through to a person, and is kept nowhere
            assert event.text == "", name
        else:
            assert SECRET not in repr(event), name
        if not name.startswith("claimed"):
            assert SECRET not in repr(decide(file, event).file), name


@pytest.mark.parametrize("subject", SUBJECTS)
def test_no_edited_word_is_kept_either(subject: str) -> None:
    """A message of before typing was switched off, changed afterwards."""
    old = Typed(message_id=77, date=people.MONDAY, subject=subject)
    for name, file in people.clients():
        event = understand(but(file, buttons_only=True, typed=(old,)), said(IncomingKind.EDIT))
        kept = event.text if isinstance(event, e.WordsPassed) else repr(event)
        assert SECRET not in kept, name
