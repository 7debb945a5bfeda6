"""A counter one can wait on: how every long poll in this room knows that something happened."""

from __future__ import annotations

import asyncio


class Bell:
    """Counts its rings; whoever waits past a count wakes at the next ring. One event loop only."""

    def __init__(self) -> None:
        self.count = 0
        self._next = asyncio.Event()

    def ring(self) -> int:
        """Wakes everyone who waits and returns the new count."""
        self.count += 1
        woken, self._next = self._next, asyncio.Event()
        woken.set()
        return self.count

    async def wait(self, count: int, timeout: float) -> int:
        """Returns the count as soon as it differs from `count`, at the latest after `timeout` s."""
        now = asyncio.get_running_loop().time
        end = now() + timeout
        while self.count == count and (left := end - now()) > 0:
            try:
                await asyncio.wait_for(self._next.wait(), left)
            except TimeoutError:
                break
        return self.count
