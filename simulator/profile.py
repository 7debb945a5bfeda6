"""What a bot says about itself: its commands per scope and language, its descriptions."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from simulator.reply import bad_request

Command = dict[str, str]
ScopeKey = tuple[str, str]

_NAME = re.compile(r"[a-z0-9_]{1,32}")
TEXT_LIMITS = {"name": 64, "description": 512, "short_description": 120}


@dataclass(slots=True)
class Profile:
    """Commands and texts as the bot set them; answers which commands a chat shows."""

    commands: dict[ScopeKey, list[Command]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)

    def visible(self, chat_id: int, kind: str, language: str | None) -> list[Command]:
        """The commands of the "/" button in this chat: the narrowest scope that has any, language first."""
        wide = "all_group_chats" if kind == "group" else "all_private_chats"
        for scope in (f"chat:{chat_id}", wide, "default"):
            for code in dict.fromkeys([language or "", ""]):
                if commands := self.commands.get((scope, code)):
                    return commands
        return []

    def text(self, name: str, language: str | None) -> str:
        """A description in this language, or the one for everybody."""
        return self.texts.get((name, language or "")) or self.texts.get((name, ""), "")

    def set_text(self, name: str, language: str, text: str) -> None:
        """Keeps a name or description, refused when it is too long."""
        if len(text) > TEXT_LIMITS[name]:
            raise bad_request(f"bot {name.replace('_', ' ')} is too long")
        self.texts[(name, language)] = text


def scope_key(scope: Any) -> str:
    """A scope as one string, such as `default` or `chat:42`."""
    if scope is None:
        return "default"
    if not isinstance(scope, dict) or "type" not in scope:
        raise bad_request("can't parse BotCommandScope: Object expected as bot command scope")
    if scope["type"] == "chat":
        return f"chat:{scope.get('chat_id')}"
    if scope["type"] in {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}:
        return str(scope["type"])
    return json.dumps(scope, sort_keys=True)


def commands_of(value: Any) -> list[Command]:
    """The commands of a call, checked as Telegram checks them."""
    if not isinstance(value, list):
        raise bad_request("can't parse commands JSON object")
    if len(value) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_command(item) for item in value]


def _command(item: Any) -> Command:
    if not isinstance(item, dict):
        raise bad_request("expected an Object")
    name = str(item.get("command", "")).removeprefix("/")
    words = str(item.get("description", "")).strip()
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(words) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": words}
