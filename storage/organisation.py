"""The fourth face of a store: what the organisation has set. Append-only: a setting is followed by a newer one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A setting as it was set: which one, to what values by name, by which professional (name, role), at what moment.

    `by`: who entered it at the shell.
    """

    what: str
    values: tuple[tuple[str, str], ...]
    name: str
    role: str
    at: datetime
    by: str = ""


class Organisation(Protocol):
    """Putting a setting, in a batch; and looking at what was set, outside one."""

    def put(self, setting: Setting) -> None:
        """Keep a setting, after those that were there. Called in a batch."""

    def settings(self, what: str) -> tuple[Setting, ...]:
        """How this setting was set, oldest first; the last one counts. Called outside any batch."""
