"""What the Bot API answers, and the one error by which a method refuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """An answer of the Bot API: HTTP status and body; `raw` replaces the body when a fault spoiled it."""

    status: int
    body: dict[str, Any]
    raw: bytes | None = None
    content_type: str = "application/json"


class Refused(Exception):  # noqa: N818 - read where it is raised
    """Telegram says no: a code, the sentence Telegram uses, and how long to wait when it says so."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code, self.description, self.retry_after = code, description, retry_after

    def reply(self) -> Reply:
        """The refusal as Telegram words it."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return Reply(status=self.code, body=body)


def bad_request(reason: str) -> Refused:
    """A 400 in Telegram's wording."""
    return Refused(400, f"Bad Request: {reason}")


def too_many(seconds: int) -> Refused:
    """A 429 that says how long to wait."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
