"""Every safety text there is, in both languages, for a professional to read and approve (R22).

What is promised: the digest is the same as long as no word, number or button of them changes, and another one as soon
as one does. So an approval holds for exactly the texts that were read.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from dialogues import signal
from dialogues.prompt import Message, Page
from dialogues.texts import CLIENT_TEXTS
from dialogues.words import LANGUAGES, words
from state_machines.effects import Value
from state_machines.files import Client, Need

SINCE = datetime(2026, 12, 11, 8, 0, tzinfo=UTC)
LATER: dict[str, Value] = {"reads": SINCE}
#: Stand-ins for what differs from client to client.
SOMEBODY = Client(
    id="",
    name="{name}",
    coach="",
    coach_name="{coach}",
    journey="coaching",
    chat=1,
    contacts=("{own person}",),
    needs=(Need(kind="safety", since=SINCE),),
)
#: Each text, the case it is for, and the values of that case.
CASES: tuple[tuple[str, str, dict[str, Value]], ...] = (
    ("safety.block", "words in the first person and now", {"kept": True}),
    ("safety.block", "the same, while nobody is there to read", {"kept": True, **LATER}),
    ("safety.block", "the same, while the coach is on leave", {"kept": True, **LATER, "deputy": "{deputy}"}),
    ("safety.block", "help is asked for: /nood, /emergency", {"people": True}),
    ("safety.gentle", "indirect words", {"kept": True}),
    ("safety.line", "words about somebody else, the past, or a denial", {}),
    ("safety.call", "answer: let my coach call me", LATER),
    ("safety.misread", "answer: I meant something else", {}),
    ("safety.now", "the next morning", {}),
    ("safety.better", "answer: it's going better", {}),
)


def every(language: str) -> Iterator[tuple[str, Message]]:
    """Each safety text of a language, with the case it is for."""
    said = words(language)
    for name, case, values in CASES:
        yield case, CLIENT_TEXTS[name](Page(file=SOMEBODY, values=values, words=said))
    yield "somebody without a file, a group, a coach", signal.block_for(said)


def as_read(message: Message) -> str:
    """A text with its buttons and where they lead, as plain lines."""
    rows = (
        " ".join(f"[{button.label}]{f' {button.url}' if button.url else ''}" for button in row) for row in message.rows
    )
    return "\n".join((message.text, *rows))


def digest() -> str:
    """The SHA-256 of all of them as they are now, in both languages."""
    return digest_of({language: tuple(every(language)) for language in LANGUAGES})


def digest_of(texts: Mapping[str, Sequence[tuple[str, Message]]]) -> str:
    """The SHA-256 of texts by language: of every word, button and address in them."""
    read = {language: [(case, as_read(message)) for case, message in each] for language, each in texts.items()}
    return hashlib.sha256(json.dumps(read, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
