"""What is typed or tapped about a complaint in words, as the event it means (R18). Only where it was asked for."""

import re
from decimal import Decimal

from dialogues import commands, taps, typed
from dialogues.incoming import Incoming
from state_machines import events as e
from state_machines import voicing
from state_machines.files import Client

OPEN = frozenset({"prompted", "asking", "short"})
#: What the score buttons carry for "skip".
SKIP = "skip"


def typed_words(file: Client, said: Incoming, text: str) -> e.ClientEvent | None:
    """Own words or a score that a complaint asks for; None when they belong to something else.

    A bare number while a check-in is open belongs to the check-in. What isn't a number where a score is asked is no
    answer: it goes where it would go without the question. "Call me" works from anywhere.
    """
    call = text.casefold().rstrip(" .?!") in commands.CALL_ME
    if not file.asking.startswith(voicing.TYPING) or not text or said.forwarded or call:
        return None
    number = typed.scale(text)
    if file.asking == voicing.SCORE:
        return _score(said, number)
    in_checkin = file.day is not None and file.day.state in OPEN and isinstance(number, Decimal)
    if file.buttons_only or in_checkin:
        return None
    day = file.date_now(said.at)
    return e.ComplaintVoiced(at=said.at, choice="words", words=text, day=day, message_id=said.message_id)


def _score(said: Incoming, number: typed.Typed) -> e.ClientEvent | None:
    if number is None:
        return None
    given = number if isinstance(number, Decimal) else Decimal(-1)  # plainly a number, and not one of the scale
    return e.ComplaintVoiced(at=said.at, choice="score", number=given, message_id=said.message_id)


def tap_complaint(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A button of a complaint: its choice, the date it was shown on, and a number for a score."""
    choice, day, value = tap.arg(0), tap.day(1), tap.arg(2)
    if choice not in voicing.CHOICES or choice == "words" or day is None:
        return None
    notes = voicing.opened_notes(file, day) if choice == voicing.DISCUSS else ()
    if choice != "score":
        return e.ComplaintVoiced(at=said.at, choice=choice, day=day, notes=notes)
    if value != SKIP and not re.fullmatch(r"\d|10", value, re.ASCII):
        return None
    return e.ComplaintVoiced(at=said.at, choice=choice, day=day, number=None if value == SKIP else Decimal(value))
