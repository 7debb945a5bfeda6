"""What anybody says in any place, through the real door: what comes out, in order. Nothing is kept but one file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from bot.turn import Door
from dialogues import signal
from dialogues.incoming import Incoming, IncomingKind
from dialogues.prompt import Message
from dialogues.words import words
from state_machines.effects import LetterClass
from state_machines.files import File, but
from storage.port import ByChat, Key, Letter, Turn

#: What each must understand as words of danger (R22, T1), by language.
DANGER = {"nl": "ik wil niet meer leven en heb pillen gespaard", "en": "I am going to kill myself tonight"}
COMMANDS = ("/stop", "/help")


@dataclass(kw_only=True)
class OneFile:
    """The verbs of a store that a turn needs: it has this file and no other, and keeps the letters of the turn."""

    file: File
    letters: list[Letter] = field(default_factory=list)

    def seen(self, update_id: int, at: datetime) -> bool:
        """Nothing was seen before."""
        return True

    def load(self, key: Key) -> File | None:
        """The one file, by its chat or its id."""
        return self.file if isinstance(key, ByChat) or key == self.file.id else None

    def commit(self, turn: Turn) -> None:
        """The file as it now is, and what goes out."""
        if turn.after is not None:
            self.file = turn.after
        self.letters += turn.letters


def letters(file: File, at: datetime, text: str) -> list[Letter]:
    """What comes out when this person types this."""
    assert file.chat is not None
    store = OneFile(file=file)
    said = Incoming(at=at, update_id=1, chat=file.chat, kind=IncomingKind.TEXT, text=text, message_id=77)
    Door(store).take(said)
    return store.letters


def unanswered(file: File, at: datetime) -> Iterator[str]:
    """In either language: a command without a text in answer; words of danger without the numbers first."""
    if file.chat is None:
        return
    for language in DANGER:
        asks = but(file, language=language)
        for command in COMMANDS:
            said = letters(asks, at, command)
            if not said or said[0].kind == LetterClass.SAFETY or not _text(said[0]):
                yield f"{command} in {language}"
        first = letters(asks, at, DANGER[language])[:1]
        if not any(each.kind == LetterClass.SAFETY and _has_numbers(_text(each), language) for each in first):
            yield f"danger in {language}"


def _text(letter: Letter) -> str:
    return Message.from_json(letter.body).text.strip()


def _has_numbers(text: str, language: str) -> bool:
    return all(number in text for number in signal.numbers(words(language)))
