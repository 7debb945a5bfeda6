"""What a person hears while nothing can be stored. It goes past the outbox, so nothing here asks anything of a file.

Who can't be looked up, because the store can't be read either, hears it in each language.
"""

from collections.abc import Sequence

from dialogues import phrases
from dialogues.emergency_numbers import NUMBERS
from dialogues.prompt import Message
from dialogues.suggestions import N_
from dialogues.words import Words

CALL = N_("In an emergency: call {danger}. To talk, at any hour: {talk} or {talk_free}.")

TEXTS: dict[str, tuple[str, ...]] = {
    "waits": (
        N_("I can't store anything just now. It has nothing to do with you."),
        N_("What you sent waits, and comes in by itself. You don't have to send it again."),
        CALL,
    ),
    "again": (
        N_("I still can't store anything. It has nothing to do with you."),
        N_("What you sent can wait for a day at most. Please send it again: then it waits another day."),
        CALL,
    ),
}


def outage(name: str, spoken: Sequence[Words]) -> Message:
    """The text of this name in each of these languages, one below the other."""
    return phrases.message(*(words._(text, **NUMBERS) for words in spoken for text in TEXTS[name]))
