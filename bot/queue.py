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

from bot import crash
from storage.port import OUT, Store, StoreBusy

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

    @property
    def wrote(self) -> bool:
        """Whether `close` had something to write down in the last batch."""


class Watch(Protocol):
    """Who hears whether the store keeps what it is given."""

    def failed(self, error: Exception) -> None:
        """A batch couldn't be kept."""

    def kept(self) -> None:
        """After that: a batch that wrote something was."""


class Queue:
    """Group commit for one store, on the event loop's thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: deque[_Job[Any]] = deque()
        self._bell = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._listeners: list[Callable[[], None]] = []
        self._closer: Closer | None = None
        self._watch: Watch | None = None
        self._out = self._must_write = False

    def close_with(self, closer: Closer) -> None:
        """Let this one round off each batch."""
        self._closer = closer

    def watch_with(self, watch: Watch) -> None:
        """Let this one hear when batches fail, and when one is kept again."""
        self._watch = watch

    def after_commit(self, listener: Callable[[], None]) -> None:
        """Call this after each commit of jobs that aren't quiet: there may be new letters and wakes."""
        self._listeners.append(listener)

    def start(self) -> None:
        """Start taking jobs."""
        self._task = asyncio.create_task(self._run(), name="queue")

    @property
    def waiting(self) -> int:
        """How many jobs wait for their batch."""
        return len(self._waiting)

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
        When the store is out, what waits behind this batch fails too: nobody's second message overtakes their first.
        """
        try:
            outcomes = self._tried(jobs)
        except Exception as broken:
            if isinstance(broken, OUT):
                jobs += self._waiting
                self._waiting.clear()
            outcomes = [(job, None, broken) for job in jobs]
            self._failed(jobs, broken)
        else:
            if self._out:
                self._kept(jobs)
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

    def _failed(self, jobs: list[_Job[Any]], broken: Exception) -> None:
        self._must_write = not isinstance(broken, StoreBusy) and (self._must_write or self._writes(jobs))
        self._out = True
        if self._watch:
            self._watch.failed(broken)

    def _kept(self, jobs: list[_Job[Any]]) -> None:
        """After a write that failed, a batch that only looked says nothing: a full disk can still be read."""
        if self._must_write and not self._writes(jobs):
            return
        self._out = self._must_write = False
        if self._watch:
            self._watch.kept()

    def _writes(self, jobs: list[_Job[Any]]) -> bool:
        return not all(job.quiet for job in jobs) or (self._closer is not None and self._closer.wrote)

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
        crash.here(crash.COMMIT)
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
        except OUT:
            raise  # nobody's error in particular
        except Exception as error:
            return job, None, error
