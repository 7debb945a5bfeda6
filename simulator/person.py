"""The people's side: what somebody with a phone can do. Each act queues one update and returns its number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from simulator.chats import Bubble, Chat, User, message_json
from simulator.entities import found, utf16
from simulator.ledger import What
from simulator.picture import PICTURE_SIZE, picture
from simulator.world import Query, World


class NoSuchButton(LookupError):  # noqa: N818 - read where it is raised
    """No visible button has this label; the message lists those there are."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in one chat with the bot (in a group: the member who writes)."""

    world: World
    chat: Chat
    user: User

    @property
    def screen(self) -> list[Bubble]:
        """The messages now in the chat, oldest first."""
        return list(self.chat.bubbles.values())

    @property
    def notices(self) -> list[str]:
        """The little pop-ups seen after taps, oldest first."""
        return list(self.chat.notices)

    @property
    def commands(self) -> list[dict[str, str]]:
        """What the "/" button shows."""
        return self.world.profile.visible(self.chat.id, self.chat.kind, self.user.language_code)

    def open_link(self, payload: str = "") -> int:
        """Opens a deep link of the bot and presses START; without payload, just START. Unblocks, as Telegram does."""
        if self.chat.blocked:
            self.unblock()
        return self.send(f"/start {payload}".strip())

    def send(self, text: str, *, forwarded: bool = False) -> int:
        """Sends a text: what the phone would cut into pieces (over 4096) is a mistake of the caller."""
        if not text.strip() or utf16(text) > 4096:
            raise ValueError("a phone sends 1 to 4096 characters")
        return self._write("user_text", text=text.strip(), entities=tuple(found(text.strip())), forwarded=forwarded)

    def photo(self, caption: str | None = None) -> int:
        """Sends a photo."""
        file = self.world.store("photo.png", picture(), "image/png", PICTURE_SIZE)
        return self._write("user_photo", kind="photo", text=caption or "", file=file)

    def voice(self) -> int:
        """Sends a voice message."""
        return self._write("user_voice", kind="voice", file=self.world.store("voice.oga", b"OggS", "audio/ogg"))

    def sticker(self) -> int:
        """Sends a sticker."""
        return self._write("user_sticker", kind="sticker", file=self.world.store("sticker.webp", b"RIFF", "image/webp"))

    def edit(self, message_id: int, text: str) -> int:
        """Changes an own message."""
        bubble = self.chat.bubbles.get(message_id)
        if bubble is None or bubble.from_bot:
            raise LookupError(f"message {message_id} is not one of your own")
        self._present()
        entities = tuple(found(text))
        bubble = self.world.change(self.chat, bubble, text=text, entities=entities, edited=self.world.clock.now)
        return self._queued("user_edit", "edited_message", message_json(self.chat, bubble), bubble)

    def tap(self, message_id: int, data: str) -> int:
        """Taps a button, also one that just went away: fingers are slower than edits."""
        self._present()
        if not 0 < message_id <= self.world.last_message_id:
            raise LookupError(f"there never was a message {message_id}")
        bubble = self.chat.bubbles.get(message_id)
        gone = {"message_id": message_id, "chat": self.chat.to_json(), "date": 0}
        query_id = self.world.new_query_id()
        query: dict[str, Any] = {
            "id": query_id,
            "from": self.user.to_json(),
            "message": message_json(self.chat, bubble) if bubble else gone,
            "chat_instance": str(self.chat.id),
            "data": data,
        }
        update_id = self.world.updates.offer(self.chat.id, "callback_query", query)
        self.world.queries[query_id] = Query(chat_id=self.chat.id, update_id=update_id, at=self.world.clock.now)
        self._noted("user_tap", update_id, message_id, data)
        return update_id

    def tap_label(self, label: str) -> int:
        """Taps the button with this label in the newest message that has it."""
        for bubble in reversed(self.chat.bubbles.values()):
            for button in (button for row in bubble.buttons for button in row):
                if button.label == label and button.data is not None:
                    return self.tap(bubble.message_id, button.data)
        labels = [name for bubble in reversed(self.chat.bubbles.values()) for name in bubble.labels]
        shown = ", ".join(repr(name) for name in labels[:30]) or "no buttons at all"
        raise NoSuchButton(f"no button {label!r} in chat {self.chat.id}; newest first there are {shown}")

    def block(self) -> int:
        """Blocks the bot (in a group: removes it)."""
        return self._membership("user_block", was="member", now="kicked")

    def unblock(self) -> int:
        """Takes the block away."""
        return self._membership("user_unblock", was="kicked", now="member")

    def _write(self, what: What, **bubble: Any) -> int:
        self._present()
        self.chat.known = True
        placed = self.world.place(self.chat, sender=self.user, **bubble)
        return self._queued(what, "message", message_json(self.chat, placed), placed)

    def _queued(self, what: What, kind: str, content: dict[str, Any], bubble: Bubble) -> int:
        update_id = self.world.updates.offer(self.chat.id, kind, content)
        self._noted(what, update_id, bubble.message_id, bubble.text)
        return update_id

    def _membership(self, what: What, *, was: str, now: str) -> int:
        self.chat.known = True
        self.chat.blocked = now == "kicked"
        bot = self.world.bot.to_json()
        change = {
            "chat": self.chat.to_json(),
            "from": self.user.to_json(),
            "date": int(self.world.clock.now.timestamp()),
            "old_chat_member": _member(bot, was),
            "new_chat_member": _member(bot, now),
        }
        self.world.touch(self.chat)
        update_id = self.world.updates.offer(self.chat.id, "my_chat_member", change)
        self._noted(what, update_id, None, "")
        return update_id

    def _noted(self, what: What, update_id: int, message_id: int | None, text: str) -> None:
        row: dict[str, Any] = {"message_id": message_id, "text": text, "update_id": update_id}
        self.world.ledger.add(at=self.world.clock.now, chat_id=self.chat.id, what=what, **row)

    def _present(self) -> None:
        if self.chat.blocked:
            raise PermissionError(f"chat {self.chat.id} has blocked the bot: unblock first")


def _member(bot: dict[str, Any], status: str) -> dict[str, Any]:
    return {"user": bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})
