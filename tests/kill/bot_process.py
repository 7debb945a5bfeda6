"""`trede run` as a process of its own, to be killed."""

import asyncio
import contextlib
import os
import sys
from collections.abc import Awaitable
from dataclasses import dataclass
from pathlib import Path
from signal import SIGKILL

ROOT = Path(__file__).parent.parent.parent
TOKEN = "42:kill"
PATIENCE = 120.0
AT_RANDOM, STARTING = "at random", "while starting"


class Died(Exception):  # noqa: N818 - named for what happened
    """The bot died while something was waited for."""


@dataclass
class Bot:
    """One installation: a local Telegram at this port, and this database. At most one `trede run` at a time.

    `pushed`: on the local Telegram's clock, else on the computer's. `program`: what is run in place of `trede`.
    """

    port: int
    database: Path
    pushed: bool = True
    program: tuple[str, ...] = ("bot",)
    process: asyncio.subprocess.Process | None = None

    async def start(self, crash_at: str = "") -> None:
        """Start `trede run`, to die at a place if one is named."""
        self.process = await self.trede("run", crash_at=crash_at)

    async def trede(self, *words: str, crash_at: str = "") -> asyncio.subprocess.Process:
        """Start any command of `trede`."""
        here = f"http://127.0.0.1:{self.port}"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TREDE_")}
        own = {"TREDE_TOKEN": TOKEN, "TREDE_API": here, "TREDE_DB": str(self.database), "TREDE_LOG": "error"}
        own |= {"TREDE_CLOCK": here} if self.pushed else {}
        own |= {"TREDE_CRASH_AT": crash_at} if crash_at else {}
        command = (sys.executable, "-m", *self.program, *words)
        return await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, env=kept | own, stdout=asyncio.subprocess.DEVNULL
        )

    async def while_it_lives(self, work: Awaitable[None]) -> None:
        """Wait for this. Raises Died when the bot ends before."""
        assert self.process
        doing, death = asyncio.ensure_future(work), asyncio.ensure_future(self.process.wait())
        await asyncio.wait({doing, death}, return_when=asyncio.FIRST_COMPLETED)
        for task in (doing, death):
            if not task.done():
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task
        if doing.cancelled():
            raise Died
        doing.result()

    async def kill(self, place: str, wait: float) -> str:
        """Wait so long for the bot to die by itself at this place; else kill it. Says where it ended."""
        assert self.process
        try:
            await asyncio.wait_for(self.process.wait(), wait)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()
            place = place if place == STARTING else AT_RANDOM
        assert self.process.returncode == -SIGKILL, f"the bot ended by itself, with code {self.process.returncode}"
        return place

    async def stop(self) -> None:
        """Stop it in order."""
        assert self.process
        self.process.terminate()
        assert await asyncio.wait_for(self.process.wait(), PATIENCE) == 0

    async def gone(self) -> None:
        """Nothing of it runs any more, however it ended."""
        if self.process and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()
