"""One message of the preview: a text, and the file and values it is written from."""

from collections.abc import Callable
from dataclasses import dataclass, field

from dialogues.prompt import Message, Page
from dialogues.texts import CLIENT_TEXTS, DESK_TEXTS
from dialogues.words import words
from state_machines.effects import Value
from state_machines.files import Client, File


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One message to show: the text's name, the file and values it's written from; `about` says which case it is.

    `drawn` writes what has no entry in the registers: a recipe drawn from what is kept, or a text for a stranger.
    """

    name: str
    file: File
    values: dict[str, Value] = field(default_factory=dict)
    about: str = ""
    drawn: Callable[[], Message | None] | None = None

    def message(self) -> Message:
        """The message as it would be sent; an empty one when there is nothing to say."""
        if self.drawn is not None:
            return self.drawn() or Message(text="")
        said = words(self.file.language)
        if isinstance(self.file, Client):
            return CLIENT_TEXTS[self.name](Page(file=self.file, values=self.values, words=said))
        return DESK_TEXTS[self.name](Page(file=self.file, values=self.values, words=said))
