"""A bot that is ended again and again while people live with it: the real bot on the pushed clock, on a SQLite file.

An end is what SIGKILL is: at that very moment the database and its journal are copied as they lie on the disk, the next
bot starts on the copy, and nothing that the old one still does, dying, reaches the copy or Telegram. No file is closed
in order, no letter finished, nothing in memory handed on.
"""

import asyncio
import json
import shutil
import sqlite3
from collections.abc import Awaitable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from bot import crash
from bot.simulation import TOKEN, World
from bot.stage import Files, Stage
from bot.turn import Fresh
from bot.workshop import Workshop
from simulator.telegram import Telegram
from tests import keyed
from tests.trajectories.evidence import End

T = TypeVar("T")
#: Where a bot ends: at the places of `bot.crash`, before and after a call to Telegram is carried out (also while it
#: starts), and while it does nothing.
ASKED, ANSWERED, RESTING = "asked", "answered", "resting"
PLACES = (crash.INTAKE, crash.TURN, crash.COMMIT, crash.SENT, ASKED, ANSWERED, RESTING)
#: How long it is away, in seconds at most, and how often so long: mostly it is started again at once.
AWAY = ((0, 0.55), (600, 0.25), (6 * 3600, 0.15), (30 * 3600, 0.05))
#: The chance that the next end comes within a few moments of this one.
SOON = 0.3
ORDINARY = crash.here
ORPHANS = "SELECT n, chat, kind FROM outbox WHERE state = 'sending'"


class Died(BaseException):
    """The program ends here."""


class BlankPaper(Workshop):
    """Pictures and papers are made elsewhere and at length; here a few bytes stand for them."""

    async def make(self, work: Any, *values: object) -> Any:
        return b"\x89PNG blank"


@dataclass
class Mortal:
    """`every`: how many rests lie between two ends, on average; 0 for a bot that never ends."""

    telegram: Telegram
    folder: Path
    rng: Random
    every: float
    ends: list[End] = field(default_factory=list)
    stumbles: int = 0

    def __post_init__(self) -> None:
        self.clock = self.telegram.clock
        self._files, self._numbers = count(1), count(1)
        self.path = self.folder / "life-0.db"
        self.opened = keyed.opened(self.path, synchronous="OFF")
        self.world = World(self.telegram, self.opened, self._go, self.rest, lambda: 0, lambda: self._stage is not None)
        asyncio.get_running_loop().set_exception_handler(_unless_died)
        self._stage: Stage | None = None
        self._up = self.clock.now
        self._death: asyncio.Future[None] | None = None
        self._left, self._place, self._passes = 0, RESTING, 1
        self._plan_end()

    async def rest(self) -> datetime | None:
        """Until the bot has nothing left to do: when it is due next, or when the next one starts."""
        while True:
            if self.clock.now < self._up:
                return self._up
            if self._stage is None and not await self._start():
                continue
            assert self._stage
            self._left -= 1
            due, alive = await self._unless_killed(self._stage.settle())
            if alive and self._left <= 0 and self._place == RESTING:
                self._kill()
                await self._bury()
            elif alive:
                return due

    async def last(self, until: datetime) -> None:
        """Nobody does anything any more and nothing ends: the bot finishes what waits."""
        self.every = self._left = 0
        self._place, self._up = "", self.clock.now
        if self.ends and self.ends[-1].up > self._up:  # it is started earlier than was meant
            self.ends[-1] = replace(self.ends[-1], up=self._up)
        await self.rest()
        assert self._stage
        await self._stage.advance_to(until)

    async def stop(self) -> None:
        """In order, for once."""
        if self._stage:
            self.stumbles += self._stage.app.gateway.stumbles
            await self._stage.stop()
        self.opened.close()
        crash.here = ORDINARY

    # --- starting and ending

    async def _start(self) -> bool:
        self._stage = self._made()
        crash.here = self._here
        _, alive = await self._unless_killed(self._stage.start())
        return alive

    def _made(self) -> Stage:
        life = object()
        self._life = life

        async def call(method: str, parameters: Mapping[str, object], files: Files) -> tuple[int, bytes]:
            self._passing(ASKED, life)
            reply = await self.telegram.call(method, parameters, files)
            self._passing(ANSWERED, life)
            return reply.status, reply.raw if reply.raw is not None else json.dumps(reply.body).encode()

        fresh = Fresh(token=lambda: f"token{next(self._numbers):017d}", pseudonym=lambda: f"{next(self._numbers):010x}")
        own = {"now": lambda: self.clock.now, "jump": self.clock.jump, "token": TOKEN, "fresh": fresh}
        return Stage(self.opened, call, workshop=BlankPaper(), **own)

    async def _unless_killed(self, work: Awaitable[T]) -> tuple[T | None, bool]:
        """What came of it, and whether the bot still lives."""
        self._death = asyncio.get_running_loop().create_future()
        working = asyncio.ensure_future(work)
        await asyncio.wait({working, self._death}, return_when=asyncio.FIRST_COMPLETED)
        if self._death.done():
            if working.done() and not working.cancelled():
                working.exception()
            await self._bury()
            return None, False
        return working.result(), True

    def _here(self, place: str) -> None:
        self._passing(place)

    def _passing(self, place: str, life: object = None) -> None:
        """The bot comes by a place where it may end. Who is dead goes no further."""
        if self._life is not (life or self._life) or (self._death and self._death.done()):
            raise Died
        if place != self._place or self._left > 0:
            return
        self._passes -= 1
        if self._passes <= 0:
            self._kill()
            raise Died

    def _kill(self) -> None:
        """This moment is all that the next bot finds."""
        copy = self.folder / f"life-{next(self._files)}.db"
        for ending in ("", "-wal", ".keys", ".kek"):
            source = self.path.with_name(self.path.name + ending)
            if source.exists():
                shutil.copy(source, copy.with_name(copy.name + ending))
        self._dead, self.path = self.path, copy
        if self._death and not self._death.done():
            self._death.set_result(None)

    async def _bury(self) -> None:
        """Everything of the old bot goes, and nobody hears of it."""
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        assert self._stage
        self.stumbles += self._stage.app.gateway.stumbles
        self._stage, self._life, self._death = None, object(), None
        self.opened.close()
        for old in self.folder.glob(f"{self._dead.name}*"):
            old.unlink()
        self.opened = self.world.opened = keyed.opened(self.path, synchronous="OFF")
        with closing(sqlite3.connect(self.path)) as database:
            orphans = tuple(database.execute(ORPHANS).fetchall())
        self._up = self.clock.now + timedelta(seconds=self._seconds_away())
        since = self.ends[-1].since if self.ends and self.ends[-1].up == self.clock.now else self.clock.now
        self.ends.append(End(at=self.clock.now, since=since, up=self._up, place=self._place, orphans=orphans))
        self._plan_end()

    def _seconds_away(self) -> float:
        [(most, _)] = self.rng.choices(AWAY, [share for _, share in AWAY])
        return self.rng.uniform(0, most)

    def _plan_end(self) -> None:
        """When the next end comes, and where."""
        soon = self.ends and self.rng.random() < SOON
        self._left = int(self.rng.uniform(0, 4) if soon else self.rng.expovariate(1 / self.every)) if self.every else 0
        self._place = self.rng.choice(PLACES) if self.every else ""
        self._passes = self.rng.randint(1, 3)

    async def _go(self, moment: datetime) -> None:
        self.clock.jump(moment)


def _unless_died(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Nobody asks what became of the tasks of a bot that ended."""
    if not isinstance(context.get("exception"), Died):
        loop.default_exception_handler(context)
