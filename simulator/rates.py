"""Telegram's limits on how much a bot may send, counted in virtual time. Off unless switched on."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from datetime import datetime, timedelta

from simulator.reply import too_many

Window = tuple[int, timedelta]
PER_CHAT: Window = (1, timedelta(seconds=1))
PER_GROUP: Window = (20, timedelta(minutes=1))
OVER_ALL: Window = (30, timedelta(seconds=1))


class Rates:
    """Refuses with 429 what goes past 1 message a second per chat, 20 a minute per group, 30 a second in all."""

    def __init__(self, *, on: bool = False) -> None:
        self.on = on
        self._sent: dict[int | None, deque[datetime]] = defaultdict(deque)

    def spend(self, chat_id: int, now: datetime) -> None:
        """Counts one message to this chat, or raises the refusal that says how long to wait."""
        if not self.on:
            return
        windows = {chat_id: PER_GROUP if chat_id < 0 else PER_CHAT, None: OVER_ALL}
        wait = max(self._wait(self._sent[key], window, now) for key, window in windows.items())
        if wait > 0:
            raise too_many(max(1, math.ceil(wait)))
        for key in windows:
            self._sent[key].append(now)

    @staticmethod
    def _wait(sent: deque[datetime], window: Window, now: datetime) -> float:
        count, span = window
        while sent and sent[0] <= now - span:
            sent.popleft()
        return (sent[-count] + span - now).total_seconds() if len(sent) >= count else 0.0
