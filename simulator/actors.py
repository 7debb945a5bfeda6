"""Who is played on the demo page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class WaitingLink:
    """A deep link that lies ready for an actor: the text of its START button and the payload it sends."""

    label: str
    payload: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """One person of the demo: an account, the label over the chat, maybe a link to begin with."""

    chat_id: int
    first_name: str
    label: str = ""
    last_name: str = ""
    username: str | None = None
    language_code: str = "nl"
    waiting_link: WaitingLink | None = None

    def to_json(self) -> dict[str, Any]:
        """As the page reads it."""
        link = self.waiting_link
        return {
            "chat_id": self.chat_id,
            "first_name": self.first_name,
            "label": self.label or self.first_name,
            "language_code": self.language_code,
            "waiting_link": {"label": link.label, "payload": link.payload} if link else None,
        }
