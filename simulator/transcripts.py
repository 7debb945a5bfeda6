"""What each person typed and was told, as text files that can be searched: one a person.

`> ` begins each line of what a person typed, and the label of a button that they tapped; `< ` each line of what the bot
said to them, its buttons too. All other lines are headings: when it was, and what was no text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from simulator.ledger import Seen

ZONE = ZoneInfo("Europe/Amsterdam")
THEIRS, THE_BOTS = "> ", "< "
#: What a person does without a word, or before the words.
DID = {
    "user_edit": "changes a message",
    "user_tap": "taps",
    "user_photo": "sends a photo",
    "user_voice": "sends a voice message",
    "user_sticker": "sends a sticker",
    "user_block": "blocks the bot",
    "user_unblock": "takes the block away",
    "edited": "the bot changes a message",
    "markup": "the bot changes buttons",
    "deleted": "a message is gone",
    "photo": "a picture",
    "document": "a document",
}
WORDLESS = frozenset({"user_voice", "user_sticker", "user_block", "user_unblock", "deleted"})


@dataclass(frozen=True, kw_only=True)
class Writer:
    """Whose file it is: client, coach, deputy or physician; the name; the chat."""

    role: str
    name: str
    chat: int

    @property
    def file(self) -> str:
        """The file's name, of letters, digits and dashes."""
        return "-".join([self.role, *re.findall(r"\w+", self.name)]) + ".txt"


def write(folder: Path, writers: Iterable[Writer], rows: Iterable[Seen]) -> None:
    """A new file for each writer, in a folder that is made if it isn't there. FileExistsError: never over another."""
    folder.mkdir(parents=True, exist_ok=True)
    chats: defaultdict[int, list[Seen]] = defaultdict(list)
    for row in rows:
        chats[row.chat_id].append(row)
    for writer in writers:
        with (folder / writer.file).open("x", encoding="utf-8", newline="\n") as file:
            file.write(f"{writer.role} {writer.name}, chat {writer.chat}\n")
            file.writelines(f"{line}\n" for line in _Conversation().lines(chats[writer.chat]))


@dataclass
class _Conversation:
    """One chat on its way into a file. Labels are kept by message: a button may be tapped after it went away."""

    labels: dict[tuple[int | None, str], str] = field(default_factory=dict)
    heading: str = ""

    def lines(self, rows: Iterable[Seen]) -> Iterator[str]:
        """Every row, a heading first where another moment or another kind of thing begins."""
        for row in rows:
            self.labels |= {(row.message_id, b.data): b.label for line in row.buttons for b in line if b.data}
            said = list(self._said(row))
            heading = f"{row.at.astimezone(ZONE):%a %Y-%m-%d %H:%M:%S} {DID.get(row.what, '')}".rstrip()
            if (said or row.what in WORDLESS) and heading != self.heading:
                yield from ("", heading)
                self.heading = heading
            yield from said

    def _said(self, row: Seen) -> Iterator[str]:
        if row.what == "user_tap":
            yield THEIRS + self.labels.get((row.message_id, row.text), row.text)
        elif row.what.startswith("user_"):
            yield from (THEIRS + line for line in row.text.splitlines())
        elif row.what != "deleted":
            text = "" if row.what == "markup" else row.text
            yield from (THE_BOTS + line for line in text.splitlines())
            yield from (THE_BOTS + " ".join(f"[{button.label}]" for button in line) for line in row.buttons)
