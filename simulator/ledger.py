"""The ledger: append-only rows of what each person saw and did. Checkers read it, nobody changes it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from simulator.markup import Rows, page_rows

What = Literal[
    "sent", "photo", "document", "edited", "markup", "deleted", "answered",
    "user_text", "user_edit", "user_tap", "user_photo", "user_voice", "user_sticker", "user_block", "user_unblock",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """One thing that appeared in, changed in or left one chat."""

    n: int
    at: datetime
    chat_id: int
    what: What
    message_id: int | None = None
    text: str = ""
    buttons: Rows = ()
    method: str | None = None
    update_id: int | None = None
    """The update a person's own act queued."""
    cause_update: int | None = None
    """The update the bot answered with this; None where Telegram cannot know it."""
    digest: str = ""
    """Short fingerprint of the request: equal for two identical calls."""

    def to_json(self) -> dict[str, Any]:
        """The row as plain JSON values."""
        return {
            "n": self.n,
            "at": self.at.isoformat(),
            "chat_id": self.chat_id,
            "what": self.what,
            "message_id": self.message_id,
            "text": self.text,
            "buttons": page_rows(self.buttons),
            "method": self.method,
            "update_id": self.update_id,
            "cause_update": self.cause_update,
            "digest": self.digest,
        }


class Ledger:
    """The rows in order; row n is the n-th, counted from 1."""

    def __init__(self) -> None:
        self._rows: list[Seen] = []

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Seen]:
        return iter(tuple(self._rows))

    def add(self, *, at: datetime, chat_id: int, what: What, **more: Any) -> Seen:
        """Appends one row and returns it."""
        row = Seen(n=len(self._rows) + 1, at=at, chat_id=chat_id, what=what, **more)
        self._rows.append(row)
        return row

    def after(self, n: int, chat_id: int | None = None) -> list[Seen]:
        """The rows after row `n`, of one chat when asked."""
        return [row for row in self._rows[max(0, n) :] if chat_id is None or row.chat_id == chat_id]

    def to_json(self, after: int = 0) -> list[dict[str, Any]]:
        """The rows after row `after` as plain JSON values."""
        return [row.to_json() for row in self.after(after)]


def digest(method: str, params: Mapping[str, object]) -> str:
    """Fingerprint of a request: method and parameters, whatever their order."""
    body = json.dumps({name: str(value) for name, value in params.items()}, sort_keys=True)
    return hashlib.blake2b(f"{method} {body}".encode(), digest_size=8).hexdigest()
