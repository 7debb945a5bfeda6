"""From an update, as Telegram's JSON, to our own terms."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dialogues.incoming import Incoming, IncomingKind

Json = Mapping[str, Any]
MEDIA = (
    "voice", "audio", "photo", "sticker", "video", "video_note", "document", "location", "contact", "poll", "animation",
    "venue", "dice", "story",
)  # fmt: skip
GONE = frozenset({"kicked", "left"})
#: What of an update is kept when it couldn't be handled (R34): no names, no account's name, no number, nobody else's.
KEPT = frozenset({
    *("update_id", "message", "edited_message", "callback_query", "my_chat_member", "new_chat_member"),
    *("message_id", "date", "edit_date", "chat", "from", "id", "type", "language_code", "status"),
    *("text", "caption", "data", "entities", "offset", "length"),
})  # fmt: skip


def incoming(update: Json, at: datetime) -> Incoming | None:
    """An update in our own terms; None for a kind that says nothing to us. Edited messages have no `message`."""
    number = int(update["update_id"])
    if query := update.get("callback_query"):
        return _tap(number, query, at)
    if member := update.get("my_chat_member"):
        return _membership(number, member, at)
    edited = update.get("edited_message")
    message = update.get("message") or edited
    return _message(number, message, at, edited=edited is not None) if message else None


def to_keep(update: Json) -> Json:
    """The update as it is set aside when no turn could handle it: its shape and words, without whose account it is.

    Of what isn't text the kind stays and the content goes, as everywhere; so does whoever a message was forwarded from.
    """
    return {name: _to_keep(value) if name in KEPT else None for name, value in update.items()}


def _to_keep(value: Any) -> Any:
    if isinstance(value, Mapping):
        return to_keep(value)
    return [_to_keep(each) for each in value] if isinstance(value, list) else value


def _tap(number: int, query: Json, at: datetime) -> Incoming | None:
    """A tap under a message that Telegram no longer knows has no chat; nothing can be said to it."""
    message = query.get("message")
    if not message:
        return None
    return Incoming(
        at=at,
        update_id=number,
        chat=message["chat"]["id"],
        private=message["chat"].get("type") == "private",
        kind=IncomingKind.TAP,
        sender=_name(query["from"]),
        language=_language(query["from"]),
        data=_whole(query.get("data") or ""),
        message_id=message["message_id"],
    )


def _membership(number: int, member: Json, at: datetime) -> Incoming:
    gone = member["new_chat_member"]["status"] in GONE
    return Incoming(
        at=at,
        update_id=number,
        chat=member["chat"]["id"],
        private=member["chat"].get("type") == "private",
        kind=IncomingKind.BLOCKED if gone else IncomingKind.UNBLOCKED,
    )


def _message(number: int, message: Json, at: datetime, *, edited: bool) -> Incoming:
    media = next((name for name in MEDIA if message.get(name)), "")
    other = bool(media) or "text" not in message
    sender = message.get("from") or {}
    return Incoming(
        at=at,
        update_id=number,
        chat=message["chat"]["id"],
        private=message["chat"].get("type") == "private",
        kind=IncomingKind.OTHER if other else (IncomingKind.EDIT if edited else IncomingKind.TEXT),
        sender=_name(sender),
        language=_language(sender),
        text=_whole(message.get("text") or message.get("caption") or ""),
        message_id=message["message_id"],
        forwarded="forward_origin" in message,
        media=media or "other",
    )


def _name(user: Json) -> str:
    """The display name of an account: first and last name."""
    return _whole(" ".join(part for part in (user.get("first_name"), user.get("last_name")) if part))


def _language(user: Json) -> str:
    """One of ours: Dutch for "nl", "nl-BE" and phones that don't say, English for all others."""
    code = user.get("language_code") or "nl"
    return "nl" if code.split("-")[0].casefold() == "nl" else "en"


def _whole(text: str) -> str:
    """Text that can be written down and sent: half a surrogate pair becomes a replacement mark, two halves a sign."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
