"""What is typed or tapped about early signs, as the event it means (R26)."""

from decimal import Decimal

from dialogues import commands, suggestions, taps, typed
from dialogues.incoming import Incoming
from dialogues.words import LANGUAGES, words
from state_machines import events as e
from state_machines.files import Client
from state_machines.questions import SIGNS
from state_machines.signs import ANSWER, LIST, NEW, OF_ALL, OF_ONE, RENAME, TYPING, found

#: Choices of a button; the others bring words.
TAPPED = frozenset({*OF_ALL, *OF_ONE}) - {"show", "answer", "renamed"}
#: What answers "did you notice one?" without a sign.
NONE = frozenset({"nee", "neen", "geen", "niet", "niets", "no", "nope", "none", "nothing", "not"})


def typed_words(file: Client, said: Incoming, text: str) -> e.ClientEvent | None:
    """A sign or an own answer that is asked for; None when the words belong to something else.

    A bare number is no sign; "call me" works from anywhere.
    """
    call = text.casefold().rstrip(" .?!") in commands.CALL_ME
    if not file.asking.startswith(TYPING) or not text or file.buttons_only or said.forwarded or call:
        return None
    return None if isinstance(typed.scale(text), Decimal) else _meant(file.asking, said, text)


def edited_words(file: Client, said: Incoming, text: str, subject: str) -> e.ClientEvent | None:
    """An edited message corrects what it had become, as long as that sign is on the list."""
    sign = subject.removeprefix(RENAME).removeprefix(ANSWER)
    if not subject.startswith(TYPING) or not text or file.buttons_only or found(file, sign) is None:
        return None
    return _meant(subject, said, text)


def _meant(asking: str, said: Incoming, text: str) -> e.SignChosen:
    if asking == NEW:
        return e.SignChosen(at=said.at, choice="new", words=text, message_id=said.message_id)
    choice = "answer" if asking.startswith(ANSWER) else "renamed"
    sign = asking.removeprefix(RENAME).removeprefix(ANSWER)
    return e.SignChosen(at=said.at, choice=choice, sign=sign, words=text, message_id=said.message_id)


def tap_signs(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A button of the list. A suggestion comes back in the client's language; a sign that is gone is stale."""
    choice, key = tap.arg(0), tap.arg(1)
    if choice not in TAPPED:
        return None
    if choice == "new":
        suggested = _suggested(file, key)
        return e.SignChosen(at=said.at, choice=choice, words=suggested) if suggested else None
    sign = on_list(file, key) if choice in OF_ONE else ""
    return None if choice in OF_ONE and not sign else e.SignChosen(at=said.at, choice=choice, sign=sign)


def tap_noticed(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """Which sign was noticed in the past week, or none."""
    day, key = tap.day(), tap.arg(1)
    sign = on_list(file, key)
    if day is None or (key and not sign):
        return None
    return e.Answered(at=said.at, day=day, question=SIGNS, words=(sign,) if sign else (), ready=True)


def noticed(file: Client, text: str) -> tuple[str, ...] | None:
    """A typed answer to that question: a sign of the list, or no; None for anything else."""
    sign = found(file, " ".join(text.split()).rstrip(" .!"))
    if sign is not None:
        return (sign.sign,)
    return () if typed.bare(text) in NONE else None


def on_list(file: Client, key: str) -> str:
    """The sign that a button names; empty when it isn't on the list."""
    return next((each.sign for each in file.signs if taps.item_key(each.sign) == key), "")


def _suggested(file: Client, key: str) -> str:
    offered = suggestions.SUGGESTED[LIST]
    known = (text for text in offered for lang in LANGUAGES if taps.item_key(words(lang)._(text)) == key)
    text = next(known, "")
    return words(file.language)._(text) if text else ""
