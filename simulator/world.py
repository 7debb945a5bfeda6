"""The state of the local Telegram: who is there, what stands where, what is on its way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from simulator.bell import Bell
from simulator.chats import Bubble, Chat, StoredFile, User
from simulator.clock import VirtualClock
from simulator.ledger import Ledger, What, digest
from simulator.params import Call
from simulator.profile import Profile
from simulator.rates import Rates
from simulator.reply import Refused, bad_request
from simulator.updates import Updates


@dataclass(frozen=True, kw_only=True, slots=True)
class Query:
    """A tap that waits for its answer."""

    chat_id: int
    update_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Webhook:
    """Where updates are posted to, with how many at a time."""

    url: str
    secret: str = ""
    connections: int = 40


@dataclass(slots=True)
class World:
    """Everything the methods and the people share. `bell` rings at every visible change."""

    clock: VirtualClock
    bot: User
    updates: Updates
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    profile: Profile = field(default_factory=Profile)
    rates: Rates = field(default_factory=Rates)
    ledger: Ledger = field(default_factory=Ledger)
    bell: Bell = field(default_factory=Bell)
    webhook: Webhook | None = None
    webhook_error: tuple[datetime, str] | None = None
    last_message_id: int = 0
    taps: int = 0

    def chat_for_bot(self, call: Call) -> Chat:
        """The chat a call names; refused as Telegram does when the bot may not write there."""
        chat = self.known_chat(call)
        if chat.blocked:
            ending = "kicked from the group chat" if chat.kind == "group" else "blocked by the user"
            raise Refused(403, f"Forbidden: bot was {ending}")
        return chat

    def known_chat(self, call: Call) -> Chat:
        """The chat a call names; unknown are all chats that never wrote to the bot."""
        if not call.text("chat_id"):
            raise bad_request("chat_id is empty")
        number = call.text("chat_id").lstrip("-")
        chat = self.chats.get(call.whole("chat_id")) if number.isdecimal() else None
        if chat is None or not chat.known:
            raise bad_request("chat not found")
        return chat

    def place(self, chat: Chat, **bubble: Any) -> Bubble:
        """Puts a new message at the end of a chat."""
        self.last_message_id += 1
        made = Bubble(message_id=self.last_message_id, chat_id=chat.id, date=self.clock.now, **bubble)
        chat.bubbles[made.message_id] = made
        chat.last_message_id = made.message_id
        self.touch(chat)
        return made

    def change(self, chat: Chat, bubble: Bubble, **changes: Any) -> Bubble:
        """Replaces a message in place."""
        changed = replace(bubble, **changes)
        chat.bubbles[bubble.message_id] = changed
        self.touch(chat)
        return changed

    def new_query_id(self) -> str:
        """A number for a tap, unlike any before."""
        self.taps += 1
        return str(4_382_000_000_000_000 + self.taps)

    def touch(self, chat: Chat) -> None:
        """Tells whoever watches that this chat looks different now."""
        chat.version += 1
        self.bell.ring()

    def store(self, name: str, content: bytes, mime: str, size: tuple[int, int] = (800, 600)) -> StoredFile:
        """Keeps a file under a new id."""
        kept = StoredFile(file_id=f"file-{len(self.files) + 1}", name=name, content=content, mime=mime, size=size)
        self.files[kept.file_id] = kept
        return kept

    def note(self, what: What, bubble: Bubble, call: Call | None = None, **more: Any) -> None:
        """Writes into the ledger what a bubble now shows, and by which call."""
        if call is not None:
            more |= {"method": call.method, "digest": digest(call.method, call.params)}
        self.ledger.add(
            at=self.clock.now,
            chat_id=bubble.chat_id,
            what=what,
            message_id=bubble.message_id,
            **({"text": bubble.text, "buttons": bubble.buttons} | more),
        )
