"""The queue: what waits together is committed together, and one person's error is nobody else's."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime

import pytest

from bot.queue import MOST_TOGETHER, Queue
from storage.memory import MemoryStore
from storage.port import StoreBroken

AT = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)


class Counting(MemoryStore):
    """A store that counts its transactions, and breaks when one of them ends, as often as it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = self.commits = self.breaks = 0

    @contextmanager
    def batch(self) -> Iterator[None]:
        self.depth += 1
        try:
            with super().batch():
                yield
                if self.depth == 1 and self.breaks:
                    self.breaks -= 1
                    raise StoreBroken("the disk is full")
                self.commits += self.depth == 1
        finally:
            self.depth -= 1


@asynccontextmanager
async def taking(store: MemoryStore) -> AsyncIterator[Queue]:
    """A queue that runs."""
    queue = Queue(store)
    queue.start()
    try:
        yield queue
    finally:
        await queue.stop()


def noting(store: MemoryStore, number: int) -> Callable[[], bool]:
    """A job that keeps something: whether it was new."""
    return lambda: store.seen(number, AT)


def keeping_then_raising(store: MemoryStore, number: int) -> Callable[[], bool]:
    """A job that keeps something and then fails."""

    def work() -> bool:
        store.seen(number, AT)
        raise LookupError(f"job {number}")

    return work


async def test_an_error_undoes_its_own_job_alone() -> None:
    """Three jobs in one batch, the middle one fails: it raises for its own waiter, and the others are kept."""
    store = Counting()
    async with taking(store) as queue:
        jobs = (queue.do(noting(store, 1)), queue.do(keeping_then_raising(store, 2)), queue.do(noting(store, 3)))
        found = await asyncio.gather(*jobs, return_exceptions=True)
        assert found[0] is True
        assert isinstance(found[1], LookupError)
        assert found[2] is True
        assert store.commits == 1, "one transaction for all three"
        assert await queue.do(noting(store, 2)) is True, "nothing of the failed one was kept"
        assert await queue.do(noting(store, 1)) is False


async def test_a_commit_that_fails_fails_every_job_of_the_batch_and_keeps_none() -> None:
    """Who was told "kept" was kept; who wasn't, wasn't. And the next batch works."""
    store = Counting()
    async with taking(store) as queue:
        store.breaks = 1
        found = await asyncio.gather(*(queue.do(noting(store, n)) for n in range(5)), return_exceptions=True)
        assert [type(error) for error in found] == [StoreBroken] * 5
        assert await asyncio.gather(*(queue.do(noting(store, n)) for n in range(5))) == [True] * 5


async def test_jobs_are_done_in_the_order_in_which_they_came() -> None:
    """Also when there are more than go into one batch; each waiter gets its own result."""
    store, done = Counting(), list[int]()
    async with taking(store) as queue:
        found = await asyncio.gather(*(queue.do(lambda n=n: done.append(n) or n * n) for n in range(200)))
        assert done == list(range(200))
        assert found == [n * n for n in range(200)]


async def test_what_waits_is_committed_together_up_to_a_bound() -> None:
    """130 jobs: three transactions."""
    store = Counting()
    async with taking(store) as queue:
        await asyncio.gather(*(queue.do(noting(store, n)) for n in range(2 * MOST_TOGETHER + 2)))
        assert store.commits == 3


async def test_a_job_is_done_although_nobody_waits_for_it_any_more() -> None:
    """Its waiter was cancelled: it is kept, and the others hear of theirs."""
    store = Counting()
    async with taking(store) as queue:
        first, second = (asyncio.create_task(queue.do(noting(store, n))) for n in (1, 2))
        await asyncio.sleep(0)
        first.cancel()
        assert await second is True
        assert await queue.do(noting(store, 1)) is False


async def test_listeners_hear_of_a_batch_after_it_was_committed() -> None:
    """Once a batch, with everything in it kept already; and of quiet jobs nothing at all."""
    store, heard = Counting(), list[int]()
    async with taking(store) as queue:
        queue.after_commit(lambda: heard.append(store.commits))
        await asyncio.gather(*(queue.do(noting(store, n)) for n in range(3)))
        assert heard == [1]
        await queue.do(noting(store, 9), quiet=True)
        assert heard == [1]
        await asyncio.gather(queue.do(noting(store, 10), quiet=True), queue.do(noting(store, 11)))
        assert heard == [1, 3]


async def test_stopping_finishes_what_waits() -> None:
    """Nothing that was asked for before the stop is dropped."""
    store = Counting()
    queue = Queue(store)
    queue.start()
    waiting = [asyncio.create_task(queue.do(noting(store, n))) for n in range(100)]
    await asyncio.sleep(0)
    await queue.stop()
    assert await asyncio.gather(*waiting) == [True] * 100


@pytest.mark.parametrize("times", [1, 3])
async def test_the_queue_goes_on_after_any_error(times: int) -> None:
    """A store that breaks again and again ends nothing."""
    store = Counting()
    async with taking(store) as queue:
        store.breaks = times
        for _ in range(times):
            with pytest.raises(StoreBroken):
                await queue.do(noting(store, 1))
        assert await queue.do(noting(store, 1)) is True
