"""An event loop whose time moves by itself to the next timer as soon as nothing is going on: hours in a moment.

Sockets stay real: as long as a byte is on its way between bot and local Telegram, time stands still. So what runs here
is the bot as it is, with its own pauses, timeouts and long polls, over HTTP.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
#: Real seconds without a byte after which nothing is on its way: what this computer sends itself is there at once.
QUIET = 0.001


class _Watching(selectors.DefaultSelector):
    """Where the loop waits for sockets: instead of sleeping it tells how long it would have slept."""

    def __init__(self, slept: Callable[[float], None]) -> None:
        super().__init__()
        self._slept = slept

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None or timeout <= 0:
            return super().select(timeout)
        found = super().select(min(timeout, QUIET))
        if not found:
            self._slept(timeout)
        return found


class PushedLoop(asyncio.SelectorEventLoop):
    """Begins at second 0. `follow` hears each second that time comes to."""

    def __init__(self) -> None:
        self._second = 0.0
        self.follow: Callable[[float], None] = lambda _second: None
        super().__init__(_Watching(self._sleep))

    def time(self) -> float:
        """Seconds since the loop began, in its own time."""
        return self._second

    def _sleep(self, seconds: float) -> None:
        self._second += seconds
        self.follow(self._second)


def run(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Do this in a loop of its own, and give what it gives."""
    with asyncio.Runner(loop_factory=PushedLoop) as runner:
        return runner.run(work())
