"""Answers to the check-in, typed and tapped. What was typed and is no answer is kept as a note of the day."""

from datetime import date
from decimal import Decimal

from dialogues import suggestions, taps, typed, understand_signs
from dialogues.incoming import Incoming, IncomingKind
from state_machines import events as e
from state_machines import questions
from state_machines.files import Client

#: What a tap may say by kind of question: the highest number, and the words.
MOST = {"scale": 10, "hours": 24}
WORDS = {"hours": ("off",), "choice": ("full", "partly", "not")}


def typed_words(file: Client, said: Incoming, text: str) -> e.ClientEvent | None:
    """An answer to the question that is open today; None when none is, or it is over."""
    day = file.day
    open_now = day is not None and day.date == file.today(said.at) and day.state in {"prompted", "asking", "short"}
    if day is None or not open_now or file.asking == "note" or said.forwarded or not text:
        return None
    return answer(file, said, text, day.date, day.at or questions.FIRST)


def answer(file: Client, said: Incoming, text: str, day: date, question: str) -> e.ClientEvent:
    """A typed answer; what isn't one is kept as a note of the day and asked once more."""
    kind = questions.BY_NAME[question].kind
    edited = said.kind is IncomingKind.EDIT

    def answered(number: Decimal | None = None, items: tuple[str, ...] = ()) -> e.Answered:
        return e.Answered(
            at=said.at,
            day=day,
            question=question,
            number=number,
            words=items,
            ready=True,
            message_id=said.message_id,
            edited=edited,
        )

    def unclear(reason: str) -> e.ClientEvent:
        if file.buttons_only and reason == "words":
            return e.Unreadable(at=said.at, kind="text")
        return e.NotUnderstood(
            at=said.at,
            day=day,
            question=question,
            reason=reason,
            text="" if reason == "out_of_range" else text,
            message_id=said.message_id,
        )

    if kind in {"scale", "hours"}:
        found = typed.scale(text) if kind == "scale" else typed.hours(text)
        if isinstance(found, Decimal):
            return answered(found)
        return unclear("words" if found is None else "out_of_range")
    if kind == "choice" or file.buttons_only:
        return unclear("words")
    if kind == "sign":
        found_sign = understand_signs.noticed(file, text)
        return unclear("words") if found_sign is None else answered(items=found_sign)
    if kind == "list":
        items = typed.items(text)
        return answered(items=items) if items else unclear("long")
    return answered(items=(text,))


def tap_answer(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A number within its scale, or one of the words that a question knows; anything else was never our button."""
    day, question, value = tap.day(), tap.arg(1), tap.arg(2)
    known = questions.BY_NAME.get(question)
    if day is None or known is None:
        return None
    if value in WORDS.get(known.kind, ()):
        return e.Answered(at=said.at, day=day, question=question, words=(value,), ready=True)
    number = tap.number(2, MOST[known.kind]) if known.kind in MOST else None
    return None if number is None else e.Answered(at=said.at, day=day, question=question, number=number, ready=True)


def tap_item(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """An item of a list, chosen or taken back; one that was renamed or removed since is stale."""
    day, question = tap.day(), tap.arg(1)
    if day is None or question not in questions.BY_NAME or questions.BY_NAME[question].kind != "list":
        return None
    item = suggestions.resolve(file, question, tap.arg(2))
    if not item:
        return e.Stale(at=said.at)
    if tap.verb == "l+":
        return e.Answered(at=said.at, day=day, question=question, add=item)
    return e.Answered(at=said.at, day=day, question=question, drop=item)


def tap_ready(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """Done choosing from a list."""
    day, question = tap.day(), tap.arg(1)
    if day is None or question not in questions.BY_NAME or questions.BY_NAME[question].kind != "list":
        return None
    return e.Answered(at=said.at, day=day, question=question, ready=True)


def tap_move(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A way through the check-in that is no answer."""
    day, way = tap.day(), tap.arg(1)
    if day is None or way not in {"skip", "back", "enough", "go_on", "snooze"}:
        return None
    return e.Moved(at=said.at, day=day, way=way, question=tap.arg(2))
