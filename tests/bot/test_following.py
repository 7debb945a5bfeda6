"""Following a simulator's clock: a stop comes through at any moment, an error of ours is never hidden."""

import asyncio
from datetime import datetime

import pytest

from bot.clock import SimulatorClock


class Moving(SimulatorClock):
    """A simulator whose time has moved whenever it is asked."""

    async def _poll(self, timeout: float) -> None:
        await asyncio.sleep(0)


async def test_a_stop_comes_through_while_a_report_is_given_up() -> None:
    """The report ends slowly, and just then the bot is stopped: it doesn't take that for the end of the report."""
    giving_up = asyncio.Event()

    async def settle() -> tuple[int | None, datetime | None]:
        try:
            await asyncio.Event().wait()
        finally:
            giving_up.set()
            await asyncio.sleep(0.05)
        raise AssertionError

    following = asyncio.create_task(Moving("http://127.0.0.1:9").follow(settle, asyncio.Event()))
    await giving_up.wait()
    following.cancel()
    await asyncio.wait({following}, timeout=2)
    assert following.cancelled()


async def test_an_error_of_ours_ends_it_and_one_of_the_line_does_not() -> None:
    """What a store that is lost raises has to be heard; a simulator that is away comes back."""
    errors = [OSError("away"), TimeoutError("away"), RuntimeError("ours")]

    async def settle() -> tuple[int | None, datetime | None]:
        raise errors.pop(0)

    with pytest.raises(RuntimeError, match="ours"):
        await asyncio.wait_for(Moving("http://127.0.0.1:9").follow(settle, asyncio.Event()), 2)
