"""How fast the bot begins: a thousand check-ins at the same moment mustn't hold up what people are waiting for.

Telegram takes about 30 messages a second from one bot; past that it refuses everything, answers too. It counts any
second, so what is begun is spread over it: twenty at once, and twenty again a second later, would now and then arrive
as forty within one.
"""

from datetime import datetime, timedelta

#: One of those that the bot begins: a thousand in 50 seconds, and a third of what Telegram takes is left for answers.
EACH = timedelta(milliseconds=50)
#: Begun at once at most.
MOST = 6
#: Who has to wait goes together with others: so many at a time, not one by one.
TOGETHER = 3


class Pace:
    """Room for `MOST` letters; each that goes takes its place, which is free again `EACH` after the one before it."""

    def __init__(self) -> None:
        self._empty: datetime | None = None  # when all places will be free again

    def left(self, now: datetime) -> int:
        """How many may go now. A clock that was set back begins anew."""
        taken = self._taken(now)
        return MOST - -(-taken // EACH)  # a place that is half free isn't free

    def spend(self, count: int, now: datetime) -> None:
        """So many went; maybe more than there was room for: an answer that waits takes its chat's letters along."""
        self._empty = now + min(self._taken(now) + count * EACH, MOST * EACH)

    def again(self, now: datetime) -> datetime:
        """When there is room again for what has to wait now."""
        return now + max(self._taken(now) - (MOST - TOGETHER) * EACH, EACH)

    def _taken(self, now: datetime) -> timedelta:
        """How long it takes until all places are free."""
        left = timedelta() if self._empty is None else self._empty - now
        return left if timedelta() < left <= MOST * EACH else timedelta()
