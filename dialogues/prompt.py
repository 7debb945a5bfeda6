"""What a letter is before it is sent: text and buttons; and the register of who writes which text."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

import orjson

from dialogues.words import Words
from state_machines.effects import Prompt, Value
from state_machines.files import Client, File, Professional

#: How JSON writes half a surrogate pair; the quick reader refuses it.
SURROGATE = "\\ud"
F_co = TypeVar("F_co", Client, Professional, File)


class Button(NamedTuple):
    """A button under a message: its label and either data for us (1-64 bytes, see `taps`) or an address to open."""

    label: str
    data: str = ""
    url: str = ""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A picture or file that is sent with a message: its name, what is in it, and what kind of file it is (MIME)."""

    name: str
    content: bytes
    mime: str


@dataclass(frozen=True, kw_only=True)
class Message:
    """What a person sees: plain text (no markup) and rows of buttons. `protect`: it can't be forwarded.

    `only_edit`: it changes the message that its slot is, and is never sent as a new one. `paper`: drawn just before
    sending, and no part of what is kept. `subject`: of a text that goes by mail. `gone`: the message that its slot is
    is deleted; the text stands in its place only when Telegram doesn't allow that.
    """

    text: str
    rows: Rows = ()
    protect: bool = False
    only_edit: bool = False
    paper: Paper | None = None
    subject: str = ""
    gone: bool = False

    def to_json(self) -> str:
        """The message as a letter's body, without its paper."""
        rows = [[list(button) for button in row] for row in self.rows]
        kept: dict[str, object]
        kept = {"text": self.text, "rows": rows, "protect": self.protect, "only_edit": self.only_edit}
        if self.gone:
            kept["gone"] = True
        try:
            return orjson.dumps(kept).decode()
        except TypeError:  # half a surrogate pair, which a phone can send and we repeat
            return json.dumps(kept)

    @staticmethod
    def from_json(body: str) -> "Message":
        """The message of a letter's body."""
        kept = json.loads(body) if SURROGATE in body else orjson.loads(body)
        rows = tuple([tuple(map(Button._make, row)) for row in kept["rows"]])
        gone = kept.get("gone", False)
        return Message(text=kept["text"], rows=rows, protect=kept["protect"], only_edit=kept["only_edit"], gone=gone)


@dataclass(frozen=True, kw_only=True)
class Page(Generic[F_co]):
    """What a text is written from: the person's file after the turn, the moment's values, the words of a language."""

    file: F_co
    values: Mapping[str, Value]
    words: Words

    def text(self, name: str) -> str:
        """A value as text; empty when it wasn't given."""
        value = self.values.get(name)
        return "" if value is None else str(value)


Writer = Callable[[Page[Client]], Message]
DeskWriter = Callable[[Page[Professional]], Message]

CLIENT_TEXTS: dict[str, Writer] = {}
DESK_TEXTS: dict[str, DeskWriter] = {}


def says(*names: str) -> Callable[[Writer], Writer]:
    """Register the writer of a client's texts."""

    def register(writer: Writer) -> Writer:
        CLIENT_TEXTS.update(dict.fromkeys(names, writer))
        return writer

    return register


def tells(*names: str) -> Callable[[DeskWriter], DeskWriter]:
    """Register the writer of a professional's texts."""

    def register(writer: DeskWriter) -> DeskWriter:
        DESK_TEXTS.update(dict.fromkeys(names, writer))
        return writer

    return register


def rows_of(buttons: list[Button] | tuple[Button, ...], width: int) -> Rows:
    """Buttons laid out in rows of at most `width`."""
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


__all__ = [
    "CLIENT_TEXTS",
    "DESK_TEXTS",
    "Button",
    "Message",
    "Page",
    "Paper",
    "Prompt",
    "Rows",
    "rows_of",
    "says",
    "tells",
]
