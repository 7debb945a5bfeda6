"""The worker process that draws pictures and papers: started when one is asked for, gone when nobody asks any more.

What draws is heavy (matplotlib alone loads 40 MB) and takes the thread it runs in; so it never runs in the bot's own
process, and a turn never waits for it. A worker that is killed is replaced once for the same piece of work.
"""

import asyncio
import contextlib
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from typing import TYPE_CHECKING, TypeVar

import structlog

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

T = TypeVar("T")
log = structlog.get_logger()
IDLE_SECONDS = 60.0
#: A picture takes a fifth of a second, the first a second or two; past this the worker hangs.
LONGEST_SECONDS = 30.0
TRIES = 2


class NotDrawn(RuntimeError):  # noqa: N818 - named for what happened
    """The worker broke down over this work twice, or the work itself failed: say it in words."""


class Workshop:
    """At most one worker process at a time. `idle`: after so many seconds without work it ends."""

    def __init__(self, idle: float = IDLE_SECONDS) -> None:
        self._idle = idle
        self._pool: ProcessPoolExecutor | None = None
        self._ending: asyncio.TimerHandle | None = None
        self._busy = 0
        self._one = asyncio.Lock()

    @property
    def pids(self) -> tuple[int, ...]:
        """The process that works now, if any."""
        return tuple(self._pool._processes or ()) if self._pool else ()

    async def make(self, work: Callable[..., T], *values: object) -> T:
        """Have `work` done with these values in the worker; all must be what can be pickled. Raises NotDrawn."""
        self._busy += 1
        self._stay()
        try:
            return await self._made(work, values)
        finally:
            self._busy -= 1
            self._end_later()

    async def _made(self, work: Callable[..., T], values: tuple[object, ...]) -> T:
        for trial in range(1, TRIES + 1):
            try:
                async with self._one:  # one after the other, so that nobody's wait counts as work that hangs
                    pool = self._open()
                    under_way = asyncio.get_running_loop().run_in_executor(pool, work, *values)
                    return await asyncio.wait_for(under_way, LONGEST_SECONDS)
            except (BrokenExecutor, TimeoutError) as error:
                log.warning("workshop.broken", trial=trial, error=type(error).__name__)
                self._let_go(kill=True)
            except Exception as error:
                raise NotDrawn(f"{work.__name__}: {type(error).__name__}") from error
        raise NotDrawn(work.__name__)

    def close(self) -> None:
        """End the worker at once; the next piece of work starts another."""
        self._stay()
        self._let_go(kill=True)

    # --- starting and ending --------------------------------------------------------------------------------------

    def _open(self) -> "ProcessPoolExecutor":
        if self._pool is None:
            import multiprocessing  # with the first picture, not at the start
            from concurrent.futures import ProcessPoolExecutor

            spawn = multiprocessing.get_context("spawn")  # a fork would take the store's connection along
            self._pool = ProcessPoolExecutor(1, mp_context=spawn, initializer=settle_in)
        return self._pool

    def _let_go(self, *, kill: bool = False) -> None:
        pool, self._pool = self._pool, None
        if pool is None:
            return
        processes = list((pool._processes or {}).values())
        pool.shutdown(wait=False, cancel_futures=True)
        for process in processes if kill else ():
            with contextlib.suppress(OSError, ValueError):
                process.kill()

    def _stay(self) -> None:
        if self._ending is not None:
            self._ending.cancel()
            self._ending = None

    def _end_later(self) -> None:
        self._stay()
        if not self._busy and self._pool is not None:
            self._ending = asyncio.get_running_loop().call_later(self._idle, self._let_go)


def settle_in() -> None:
    """In the worker: let the bot decide when to stop, and don't outlive it; then load what draws."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in the shell reaches the worker too
    threading.Thread(target=_follow_parent, daemon=True).start()
    import reports.chart  # noqa: F401


def _follow_parent() -> None:
    """A bot that is killed can't end its worker: it would wait for work for ever."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
