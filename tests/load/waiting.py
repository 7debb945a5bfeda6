"""Who waits for what, and how long it took: by the computer's count, as the local Telegram shows it."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.telegram import Telegram

SEEN = frozenset({"sent", "photo", "document", "edited"})
FROM_BOT_FIRST = "sent"


@dataclass(kw_only=True)
class Waiting:
    """The seconds that answers and safety texts took; who still waits, since when and for which; what the due got."""

    telegram: Telegram
    due: frozenset[int]
    answers: list[float] = field(default_factory=list)
    safety: list[float] = field(default_factory=list)
    since: dict[int, tuple[float, bool]] = field(default_factory=dict)
    out: dict[int, list[float]] = field(default_factory=dict)
    _read: int = 0

    def begins(self, chat: int, *, danger: bool) -> None:
        """Somebody writes now."""
        self.since[chat] = time.monotonic(), danger

    async def watch(self) -> None:
        """Look at every message at the moment at which it is there, until cancelled."""
        bell, ledger = self.telegram.world.bell, self.telegram.ledger
        while True:
            count, now = bell.count, time.monotonic()
            rows = ledger.after(self._read)
            self._read += len(rows)
            for row in rows:
                if row.what in SEEN:
                    self._seen(row.chat_id, row.what, now)
            await bell.wait(count, 1.0)

    def _seen(self, chat: int, what: str, now: float) -> None:
        if chat in self.due and what == FROM_BOT_FIRST:
            self.out.setdefault(chat, []).append(now)
        elif chat in self.since:
            began, danger = self.since.pop(chat)
            (self.safety if danger else self.answers).append(now - began)


def percentile(seconds: Sequence[float], share: float) -> float:
    """The shortest wait that this share of all waits didn't exceed; ValueError when nobody waited."""
    if not seconds:
        raise ValueError("nobody waited")
    return sorted(seconds)[math.ceil(share * len(seconds)) - 1]
