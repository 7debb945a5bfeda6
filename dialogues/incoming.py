"""What came in, in our own terms: a text, a tap, an edit, or something that isn't text."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class IncomingKind(StrEnum):
    """The kinds of what can come in."""

    TEXT = "text"
    TAP = "tap"
    EDIT = "edit"
    OTHER = "other"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """One thing a person did. `sender` is their account's display name: used in the turn, never kept.

    `media` names what it is when it isn't text (voice, photo, sticker ...); `text` is then its caption.
    """

    at: datetime
    update_id: int
    chat: int
    kind: IncomingKind
    private: bool = True
    sender: str = ""
    language: str = "nl"
    text: str = ""
    data: str = ""
    message_id: int = 0
    forwarded: bool = False
    media: str = ""
