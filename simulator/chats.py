"""Who is there and what stands in their chats: values, and the one mutable record per chat."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from simulator.entities import Entity
from simulator.markup import Rows, keyboard_json, page_rows

ChatKind = Literal["private", "group"]
BubbleKind = Literal["text", "photo", "document", "voice", "sticker"]


@dataclass(frozen=True, kw_only=True, slots=True)
class User:
    """A Telegram account."""

    id: int
    first_name: str
    last_name: str = ""
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    def to_json(self) -> dict[str, Any]:
        """As Telegram shows the account to a bot."""
        shown: dict[str, Any] = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        extra = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        return shown | {name: value for name, value in extra.items() if value}


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredFile:
    """A photo or document kept by the local Telegram."""

    file_id: str
    name: str
    content: bytes
    mime: str
    size: tuple[int, int] = (800, 600)

    def to_json(self) -> dict[str, Any]:
        """What the page says about it; the bytes are fetched apart."""
        width, height = self.size
        size = {"bytes": len(self.content), "width": width, "height": height}
        return {"name": self.name, "mime": self.mime} | size


@dataclass(frozen=True, kw_only=True, slots=True)
class Bubble:
    """A message as it now stands on the screen. `text` is plain; a photo's or document's is its caption."""

    message_id: int
    chat_id: int
    sender: User
    date: datetime
    text: str = ""
    entities: tuple[Entity, ...] = ()
    buttons: Rows = ()
    edited: datetime | None = None
    protected: bool = False
    silent: bool = False
    kind: BubbleKind = "text"
    file: StoredFile | None = None
    forwarded: bool = False
    fixed: bool = False
    """True when Telegram refuses to edit it: it was sent with a reply keyboard or a force-reply."""

    @property
    def from_bot(self) -> bool:
        """Whether the bot sent it."""
        return self.sender.is_bot

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels of its buttons, row by row."""
        return tuple(button.label for row in self.buttons for button in row)

    def to_json(self) -> dict[str, Any]:
        """As the page and the client read it; a file is named, its bytes are fetched apart."""
        return {
            "message_id": self.message_id,
            "from_bot": self.from_bot,
            "sender": self.sender.first_name,
            "date": self.date.isoformat(),
            "text": self.text,
            "entities": list(self.entities),
            "buttons": page_rows(self.buttons),
            "edited": self.edited.isoformat() if self.edited else None,
            "protected": self.protected,
            "kind": self.kind,
            "forwarded": self.forwarded,
            "file": self.file.to_json() if self.file else None,
        }


@dataclass(slots=True)
class Chat:
    """One chat: who is in it and what stands there. The world changes it, people look at it."""

    id: int
    kind: ChatKind
    user: User
    title: str = ""
    known: bool = False
    blocked: bool = False
    version: int = 0
    bubbles: dict[int, Bubble] = field(default_factory=dict)
    last_message_id: int = 0
    notices: list[str] = field(default_factory=list)
    """Texts of answered callback queries: the little pop-ups."""

    def to_json(self) -> dict[str, Any]:
        """As Telegram shows the chat to a bot."""
        if self.kind == "group":
            return {"id": self.id, "type": "group", "title": self.title}
        person = self.user.to_json()
        names = {name: person[name] for name in ("first_name", "last_name", "username") if name in person}
        return {"id": self.id, "type": "private"} | names


def message_json(chat: Chat, bubble: Bubble) -> dict[str, Any]:
    """A bubble as a Bot API message."""
    message: dict[str, Any] = {
        "message_id": bubble.message_id,
        "from": bubble.sender.to_json(),
        "chat": chat.to_json(),
        "date": int(bubble.date.timestamp()),
    }
    if bubble.edited:
        message["edit_date"] = int(bubble.edited.timestamp())
    if bubble.forwarded:
        message["forward_origin"] = {"type": "hidden_user", "sender_user_name": "Iemand", "date": message["date"]}
    if bubble.protected:
        message["has_protected_content"] = True
    if bubble.buttons:
        message["reply_markup"] = keyboard_json(bubble.buttons)
    return message | _content(bubble)


def _content(bubble: Bubble) -> dict[str, Any]:
    entities = list(bubble.entities)
    if bubble.file is None:
        return {"text": bubble.text} | ({"entities": entities} if entities else {})
    caption: dict[str, Any] = {"caption": bubble.text} if bubble.text else {}
    if bubble.text and entities:
        caption["caption_entities"] = entities
    return {bubble.kind: _attachment(bubble.kind, bubble.file)} | caption


def _attachment(kind: BubbleKind, file: StoredFile) -> Any:
    common: dict[str, Any] = {"file_id": file.file_id, "file_unique_id": f"u{file.file_id}"}
    common["file_size"] = len(file.content)
    width, height = file.size
    if kind == "photo":
        return [common | {"width": width, "height": height}]
    if kind == "document":
        return common | {"file_name": file.name, "mime_type": file.mime}
    if kind == "voice":
        return common | {"duration": 3, "mime_type": file.mime}
    look = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": "👍"}
    return common | look
