"""What is typed or tapped about evaluations and disturbances, as the event it means (R38, R40)."""

from decimal import Decimal

from dialogues import commands, preparing, taps, typed
from dialogues.incoming import Incoming
from dialogues.words import words
from state_machines import disturbing
from state_machines import events as e
from state_machines.evaluating import CHOICES, TYPING, TYPING_TOPIC
from state_machines.files import Client

#: Choices that need no words; the others come from typing, or bring a sentence of ours.
PLAIN = frozenset(CHOICES) - {"words", "ready"}
#: About the evaluation sheet; those that name something: a part, a point, what was read.
NAMING = frozenset({"put_on", "leave_out", "release"})
SHEET = frozenset({"show", "read", "points", "leave"}) | NAMING
OPEN = frozenset({"prompted", "asking", "short"})


def typed_words(file: Client, said: Incoming, text: str) -> e.ClientEvent | None:
    """The answer to the question of the preparation that is open; None when the words belong to something else.

    A bare number while a check-in is open belongs to the check-in; "call me" works from anywhere.
    """
    call = text.casefold().rstrip(" .?!") in commands.CALL_ME
    if not file.asking.startswith(TYPING) or not text or file.buttons_only or said.forwarded or call:
        return None
    if file.day is not None and file.day.state in OPEN and isinstance(typed.scale(text), Decimal):
        return None
    if file.asking == TYPING_TOPIC:
        return e.EvaluationAsked(at=said.at, choice="words", words=text)
    return e.EvaluationPrepared(
        at=said.at, number=int(file.asking.removeprefix(TYPING)), words=text, message_id=said.message_id
    )


def edited_words(file: Client, said: Incoming, text: str, subject: str) -> e.ClientEvent | None:
    """An edited message corrects the answer it had become, as long as the evaluation wasn't held."""
    if not subject.startswith(TYPING) or not file.prepared or not text or file.buttons_only:
        return None
    number = int(subject.removeprefix(TYPING))
    return e.EvaluationPrepared(at=said.at, number=number, words=text, message_id=said.message_id, edited=True)


def tap_evaluation(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A button about an evaluation. Sharing the list makes it a note of the diary that is open to the coach (R33)."""
    choice, here = tap.arg(0), words(file.language)
    if choice == "share":
        text = preparing.as_note(file, here)
        day = file.date_now(said.at)
        made = e.Noted(at=said.at, text=text, message_id=said.message_id, day=day, opened=True)
        return made if text else e.EvaluationAsked(at=said.at, choice="show")
    if choice == "ready":
        return e.EvaluationAsked(at=said.at, choice=choice, words=preparing.too_slow(here))
    return e.EvaluationAsked(at=said.at, choice=choice) if choice in PLAIN else None


def tap_prepared(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A question of the preparation is skipped."""
    known = tap.arg(0) in {"1", "2", "3", "4"}
    return e.EvaluationPrepared(at=said.at, number=int(tap.arg(0))) if known else None


def tap_sheet(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """About the evaluation sheet. A release names in full what was shown last, when its button does; else it names
    what the button says, which was never shown or isn't what stands there by now."""
    choice, what = tap.arg(0), tap.arg(1)
    if choice not in SHEET or (bool(what) is not (choice in NAMING)):
        return None
    if choice != "release":
        return e.SheetChosen(at=said.at, choice=choice, item=what)
    shown = file.sheet.shown if file.sheet else ""
    same = len(what) == taps.DIGEST_CHARS and shown.startswith(what)
    return e.SheetChosen(at=said.at, choice=choice, fingerprint=shown if same else what)


def tap_disturbed(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """Which disturbance it is."""
    return e.Disturbed(at=said.at, kind=tap.arg(0)) if tap.arg(0) in disturbing.KINDS else None
