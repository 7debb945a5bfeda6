"""Inline keyboards: what Telegram accepts under a message, and what it refuses."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from simulator.reply import Refused, bad_request

_LINKS = {"http", "https", "tg"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Button:
    """A button as a person sees it: a label, and the data or the link behind it."""

    label: str
    data: str | None = None
    url: str | None = None

    def to_json(self) -> dict[str, str]:
        """As it stands in a Bot API message."""
        behind = {"callback_data": self.data} if self.data is not None else {"url": self.url or ""}
        return {"text": self.label} | behind


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Markup:
    """What came as `reply_markup`: an inline keyboard (maybe empty) or one of the other kinds."""

    rows: Rows = ()
    inline: bool = True


def markup_of(value: Any) -> Markup:
    """The reply markup of a call, checked as Telegram checks it; nothing given is an empty keyboard."""
    if value is None:
        return Markup()
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in value:
        return Markup(rows=_rows(value["inline_keyboard"]))
    if "keyboard" in value or value.get("remove_keyboard") or value.get("force_reply"):
        return Markup(inline=False)
    return Markup()


def keyboard_json(rows: Rows) -> dict[str, Any]:
    """The keyboard as Telegram returns it."""
    return {"inline_keyboard": [[button.to_json() for button in row] for row in rows]}


def page_rows(rows: Rows) -> list[list[dict[str, str | None]]]:
    """The keyboard in the words of this room: label, data, url."""
    return [[{"label": b.label, "data": b.data, "url": b.url} for b in row] for row in rows]


def _rows(value: Any) -> Rows:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request('can\'t parse inline keyboard: Field "inline_keyboard" must be an Array of Arrays')
    rows = tuple(tuple(_button(b) for b in row) for row in value if row)
    if sum(map(len, rows)) > 100:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return rows


def _button(value: Any) -> Button:
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise _unparsed('Field "text" must be of type String')
    if not value["text"].strip():
        raise _unparsed("Button text must be non-empty")
    if "callback_data" in value:
        data = value["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= 64:
            raise bad_request("BUTTON_DATA_INVALID")
        return Button(label=value["text"], data=data)
    if "url" in value:
        return Button(label=value["text"], url=_url(str(value["url"])))
    if not {"web_app", "switch_inline_query", "copy_text", "login_url", "pay"} & value.keys():
        raise _unparsed("Text buttons are unallowed in the inline keyboard")
    raise bad_request(f"this local Telegram has no such button: {json.dumps(value)[:80]}")


def _url(url: str) -> str:
    parts = urlsplit(url if "://" in url or ":" in url else f"http://{url}")
    if parts.scheme not in _LINKS:
        raise _invalid_url(url, "Unsupported URL protocol")
    if parts.scheme != "tg" and "." not in (parts.hostname or ""):
        raise _invalid_url(url, "Wrong HTTP URL")
    return url


def _invalid_url(url: str, why: str) -> Refused:
    return bad_request(f"inline keyboard button URL '{url}' is invalid: {why}")


def _unparsed(why: str) -> Refused:
    return bad_request(f"can't parse inline keyboard button: {why}")
