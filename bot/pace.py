"""How fast the bot begins: a thousand check-ins at the same moment mustn't hold up what people are waiting for.

Telegram takes about 30 messages a second from one bot; past that it refuses everything, answers too.
"""

from datetime import datetime, timedelta

#: Begun in a second at most: a thousand in 50 seconds, and a third of what Telegram takes is left for answers.
MOST = 20
SPAN = timedelta(seconds=1)


class Pace:
    """Counts what the bot begins, second by second. A second begins with the first letter that goes."""

    def __init__(self) -> None:
        self._began: datetime | None = None
        self._count = 0

    def left(self, now: datetime) -> int:
        """How many may still go in this second. A clock that was set back begins a new one."""
        if self._began is not None and not self._began <= now < self._began + SPAN:
            self._began, self._count = None, 0
        return max(MOST - self._count, 0)

    def spend(self, count: int, now: datetime) -> None:
        """So many went."""
        if count:
            self._began = self._began or now
            self._count += count

    def again(self, now: datetime) -> datetime:
        """When there is room again for what has to wait now."""
        return (self._began or now) + SPAN
