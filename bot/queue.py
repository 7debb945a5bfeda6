"""The queue: every turn passes it, and what waits together is committed together.

One task takes what waits (up to 64), does all in one transaction, commits once, then answers every waiting future. One
job's error undoes only that job; a commit that fails fails all of them, and nothing was kept.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from storage.port import Store

T = TypeVar("T")
MOST_TOGETHER = 64


@dataclass(frozen=True)
class _Job(Generic[T]):
    work: Callable[[], T]
    done: "asyncio.Future[T]"
    quiet: bool


_Outcome = tuple[_Job[Any], Any, Exception | None]


class _JobRaised(Exception):  # noqa: N818 - named for what happened
    """One of the jobs raised, not the batch."""


class Closer(Protocol):
    """Who rounds off each batch: inside its transaction, after the jobs, so that it costs no commit of its own."""

    def close(self, *, quiet: bool) -> None:
        """Inside the batch, after its jobs; `quiet`: none of them kept anything. What it raises fails the batch."""

    def committed(self) -> None:
        """The batch was committed."""

    def failed(self) -> None:
        """The batch was undone, and with it what `close` did."""


class Queue:
    """Group commit for one store, on the event loop's thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: deque[_Job[Any]] = deque()
        self._bell = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._listeners: list[Callable[[], None]] = []
        self._closer: Closer | None = None

    def close_with(self, closer: Closer) -> None:
        """Let this one round off each batch."""
        self._closer = closer

    def after_commit(self, listener: Callable[[], None]) -> None:
        """Call this after each commit of jobs that aren't quiet: there may be new letters and wakes."""
        self._listeners.append(listener)

    def start(self) -> None:
        """Start taking jobs."""
        self._task = asyncio.create_task(self._run(), name="queue")

    async def stop(self) -> None:
        """Finish what waits and stop."""
        while self._waiting:
            await asyncio.sleep(0)
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def do(self, work: Callable[[], T], *, quiet: bool = False) -> T:
        """Do this inside the next batch. Returns once it is committed; raises what it raised, or the commit's error.

        `quiet`: it makes no letters or wakes, so nobody needs to look.
        """
        return await self.soon(work, quiet=quiet)

    def soon(self, work: Callable[[], T], *, quiet: bool = False) -> "asyncio.Future[T]":
        """The same, without waiting for it: await what this returns."""
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Job(work, done, quiet))
        self._bell.set()
        return done

    async def _run(self) -> None:
        while True:
            await self._bell.wait()
            self._bell.clear()
            while self._waiting:
                self._together([self._waiting.popleft() for _ in range(min(len(self._waiting), MOST_TOGETHER))])
                await asyncio.sleep(0)

    def _together(self, jobs: list[_Job[Any]]) -> None:
        """All in one transaction; if one raises, it is undone and done again with a savepoint for each.

        Jobs may be done twice: they decide from what is kept, and what they leave outside the store does no harm twice.
        """
        try:
            outcomes = self._tried(jobs)
        except Exception as broken:
            outcomes = [(job, None, broken) for job in jobs]
        for job, result, error in outcomes:
            if job.done.cancelled():
                continue
            if error is None:
                job.done.set_result(result)
            else:
                job.done.set_exception(error)
        if not all(job.quiet for job in jobs):
            for listener in self._listeners:
                listener()

    def _tried(self, jobs: list[_Job[Any]]) -> list[_Outcome]:
        if len(jobs) == 1:
            return self._in_one_batch(jobs, self._alone)
        try:
            return self._in_one_batch(jobs, self._plain)
        except _JobRaised:
            return self._in_one_batch(jobs, self._alone)

    def _in_one_batch(self, jobs: list[_Job[Any]], way: Callable[[_Job[Any]], _Outcome]) -> list[_Outcome]:
        try:
            with self._store.batch():
                outcomes = [way(job) for job in jobs]
                if self._closer:
                    self._closer.close(quiet=all(job.quiet for job in jobs))
        except Exception:
            if self._closer:
                self._closer.failed()
            raise
        if self._closer:
            self._closer.committed()
        return outcomes

    @staticmethod
    def _plain(job: _Job[Any]) -> _Outcome:
        try:
            return job, job.work(), None
        except Exception as error:
            raise _JobRaised from error

    def _alone(self, job: _Job[Any]) -> _Outcome:
        try:
            with self._store.batch():
                return job, job.work(), None
        except Exception as error:
            return job, None, error
