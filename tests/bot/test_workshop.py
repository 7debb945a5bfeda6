"""The worker process: it draws, ends when idle, comes back after it was killed, and never outlives the bot."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from bot import workshop
from bot.workshop import NotDrawn, Workshop

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0


@pytest_asyncio.fixture
async def shop() -> AsyncIterator[Workshop]:
    """A workshop that closes after the test."""
    made = Workshop(idle=30)
    yield made
    made.close()


def alive(pid: int) -> bool:
    """Whether a process still runs; one that ended and is only remembered doesn't."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


async def until(holds: Callable[[], bool]) -> None:
    """Wait until it holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came to be"
        await asyncio.sleep(0.02)


async def test_work_is_done_in_a_process_of_its_own(shop: Workshop) -> None:
    """One worker, which stays for what comes soon after."""
    first, second = await shop.make(os.getpid), await shop.make(os.getpid)
    assert first == second != os.getpid()
    assert shop.pids == (first,)


async def test_the_worker_ends_when_nobody_asks_any_more() -> None:
    """After the idle time it is gone; the next piece of work starts another."""
    shop = Workshop(idle=0.2)
    first = await shop.make(os.getpid)
    await until(lambda: not alive(first))
    assert shop.pids == ()
    second = await shop.make(os.getpid)
    assert second != first
    shop.close()
    await until(lambda: not alive(second))


async def test_work_that_takes_longer_than_the_idle_time_is_finished() -> None:
    """Idle is counted from the end of the last work, not from its beginning."""
    shop = Workshop(idle=0.1)
    await asyncio.gather(shop.make(time.sleep, 0.4), shop.make(time.sleep, 0.1))
    assert len(shop.pids) == 1
    shop.close()


async def test_a_worker_that_was_killed_is_replaced(shop: Workshop) -> None:
    """Killed while idle or in the middle of work: the work is done all the same, by another."""
    first = await shop.make(os.getpid)
    os.kill(first, signal.SIGKILL)
    second = await shop.make(os.getpid)
    assert second != first
    under_way = asyncio.create_task(shop.make(sorted, [2, 1]))
    slow = asyncio.create_task(shop.make(time.sleep, 0.5))
    assert await under_way == [1, 2]
    await asyncio.sleep(0.1)
    os.kill(shop.pids[0], signal.SIGKILL)
    assert await slow is None


async def test_work_that_kills_every_worker_ends_as_not_drawn(shop: Workshop) -> None:
    """Tried twice, then given up; the next piece of work isn't harmed."""
    with pytest.raises(NotDrawn):
        await shop.make(os._exit, 3)
    assert await shop.make(abs, -1) == 1


async def test_work_that_fails_says_so_once(shop: Workshop) -> None:
    """A defect of ours isn't tried again; the worker stays."""
    before = await shop.make(os.getpid)
    with pytest.raises(NotDrawn, match="ValueError"):
        await shop.make(int, "x")
    assert await shop.make(os.getpid) == before


async def test_a_worker_that_hangs_is_ended(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past the longest time it is killed; after two of these the work is given up."""
    pid = await shop.make(os.getpid)
    monkeypatch.setattr(workshop, "LONGEST_SECONDS", 0.3)
    with pytest.raises(NotDrawn):
        await shop.make(time.sleep, 60)
    await until(lambda: not alive(pid))


async def test_the_loop_goes_on_while_the_worker_starts_and_works(shop: Workshop) -> None:
    """Starting a worker and drawing never hold up a turn."""
    gaps: list[float] = []

    async def watch() -> None:
        before = time.perf_counter()
        while True:
            await asyncio.sleep(0.005)
            now = time.perf_counter()
            gaps.append(now - before)
            before = now

    watching = asyncio.create_task(watch())
    await shop.make(time.sleep, 0.5)
    watching.cancel()
    assert len(gaps) > 20
    assert sorted(gaps)[len(gaps) // 2] < 0.1


def test_a_worker_does_not_outlive_a_bot_that_is_killed() -> None:
    """No orphan waits for work for ever."""
    code = (
        "import asyncio, os, sys\n"
        "from bot.workshop import Workshop\n"
        "async def main():\n"
        "    print(await Workshop().make(os.getpid), flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "if __name__ == '__main__':\n"
        "    asyncio.run(main())\n"
    )
    bot = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert bot.stdout is not None
    worker = int(bot.stdout.readline())
    assert alive(worker)
    bot.kill()
    bot.wait()
    bot.stdout.close()
    end = time.monotonic() + PATIENCE
    while alive(worker) and time.monotonic() < end:
        time.sleep(0.05)
    assert not alive(worker)
