"""One call's parameters, whatever the encoding: numbers may be strings, nested values JSON strings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator.reply import bad_request

Params = Mapping[str, object]
Files = Mapping[str, tuple[str, bytes]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """A method's name as Telegram spells it, its parameters and its uploaded files."""

    method: str
    params: Params
    files: Files = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The parameter as text; empty when it is absent."""
        value = self.params.get(name)
        return "" if value is None else str(value)

    def whole(self, name: str, default: int | None = None) -> int:
        """The parameter as a whole number; refused as Telegram does when it is missing or none."""
        value = self.params.get(name)
        if (value is None or value == "") and default is not None:
            return default
        try:
            return int(str(value))
        except ValueError:
            shown = "is empty" if value in (None, "") else "must be an integer"
            raise bad_request(f"{name} {shown}") from None

    def flag(self, name: str) -> bool:
        """The parameter as yes or no; absent is no."""
        return str(self.params.get(name, "")).strip().lower() in {"true", "1", "yes"}

    def nested(self, name: str) -> Any:
        """A structured parameter: as it came, or parsed when it came as a JSON string; None when absent."""
        value = self.params.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None
