"""The composition root: which store, which Telegram, which clock; and how they are started and stopped together."""

import asyncio
import contextlib
import fcntl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import structlog
from telegram import Bot
from telegram.error import Conflict, InvalidToken

from bot import logs, menus, retaining
from bot.absence import Absence
from bot.clock import Clock, SimulatorClock, SystemClock
from bot.courier import Courier
from bot.drawing import Drawing
from bot.gateway import Gateway
from bot.mail import Carry, is_mail
from bot.outage import Outage
from bot.post import Post
from bot.queue import Queue
from bot.settings import Settings
from bot.ticker import Ticker
from bot.transport import Transport
from bot.turn import Door, Fresh
from bot.wire import Wire
from bot.workshop import Workshop
from state_machines.events import Unreached
from state_machines.files import Client, Professional
from storage.open import Opened
from storage.port import OUT, ByChat, Claimed, StoreBroken, StoreBusy, StoreLost

log = structlog.get_logger()
LOOK_FOR_CHANGES_SECONDS = 0.5
PRUNE_EVERY = timedelta(hours=6)
FADE_EVERY = timedelta(days=1)
SETTLE_SECONDS = 3.0
#: Connections for safety text and alerts alone.
LANE_SIZE = 16


class AlreadyRunning(RuntimeError):  # noqa: N818 - named for what happened
    """Another `trede run` works on this file. One process polls, ticks and posts."""


class App:
    """One bot on one store. `start` first; then either `run` for ever, or `settle` step by step (simulation)."""

    def __init__(
        self,
        opened: Opened,
        bot: Bot,
        wire: Wire,
        clock: Clock,
        *,
        fresh: Fresh | None = None,
        mail: Carry | None = None,
        workshop: Workshop | None = None,
        threads: bool = True,
    ) -> None:
        self.opened, self.bot, self.clock = opened, bot, clock
        self.wire, self._threads = wire, threads
        self.queue = Queue(opened)
        self.outage = Outage(wire, clock, opened.views.file_of)
        self.queue.watch_with(self.outage)
        self.activity = asyncio.Event()
        self.queue.after_commit(self.activity.set)
        self.door = Door(opened, fresh=fresh)
        self.workshop = workshop or Workshop()
        drawing = Drawing(opened, opened.views, self.queue, clock, self.workshop, threads=threads)
        carry = mail or Courier("").carry
        self.post = Post(self.wire, opened, self.queue, clock, drawing.draw, self._unreachable, mail=carry)
        self.ticker = Ticker(self.door, self.queue, clock)
        self.absence = Absence(opened, self.door, self.queue, clock)
        hears = (self._set_menu, self.activity.set, self.outage, self.absence)
        self.gateway = Gateway(self.wire, self.door, self.queue, clock, *hears)

    async def start(self) -> None:
        """Say who we are to Telegram, and pick up what an earlier run left."""
        await self.bot.initialize()
        self.door.bot_name = self.bot.username
        self.queue.start()
        await self.post.recover(self.opened.upkeep.unsettled())

    async def introduce(self) -> None:
        """Set the command menus: the default, and each professional's."""
        await menus.set_defaults(self.bot)
        for file in self.opened.views.files():
            if isinstance(file, Professional) or file.language != "nl":
                await menus.set_for(self.bot, file)

    async def stop(self) -> None:
        """Finish what is under way and let go of Telegram."""
        await self.post.finish()
        self.workshop.close()
        await self.queue.stop()
        with contextlib.suppress(TimeoutError):  # answers to taps and menus: nothing of them is kept
            await asyncio.wait_for(self.gateway.settle(), SETTLE_SECONDS)
        await self.wire.shutdown()
        await self.bot.shutdown()

    async def settle(self) -> tuple[int | None, datetime | None]:
        """Until nothing is due, queued or under way: the last update handled, and the next due moment."""
        while True:
            handled = self.gateway.handled
            done = await self.ticker.tick() + await self.post.settle()
            await self.gateway.settle()
            if not done and handled == self.gateway.handled:
                break
        moments = [moment for moment in (await self.ticker.next_due(), self.post.next) if moment is not None]
        return handled, min(moments, default=None)

    async def run(self) -> None:
        """Poll, tick and post until cancelled. Raises Conflict or InvalidToken, which nothing here can mend."""
        jobs = [self.gateway.run(), self.ticker.run(), self.post.run(), self._watch(), self._introduce_soon()]
        if isinstance(self.clock, SimulatorClock):
            jobs.append(self.clock.follow(self.settle, self.activity))
        async with asyncio.TaskGroup() as group:
            for job in jobs:
                group.create_task(job)

    async def _introduce_soon(self) -> None:
        await self.gateway.polled.wait()
        with contextlib.suppress(Exception):
            await self.introduce()

    async def _watch(self) -> None:
        """Notice within a second what a short command in another process kept; now and then tidy up."""
        pruned: datetime | None = None
        faded: datetime | None = None
        while True:
            await asyncio.sleep(LOOK_FOR_CHANGES_SECONDS)
            try:
                if self.opened.upkeep.changed():
                    await self.queue.do(lambda: None)
                now = self.clock.now()
                if pruned is None or now - pruned >= PRUNE_EVERY:
                    pruned = now
                    self.opened.upkeep.prune(now, retaining.limits_of(self.opened).letters)
                if faded is None or now - faded >= FADE_EVERY:
                    faded = now
                    await self.fade(now)
            except StoreLost:
                raise
            except (StoreBroken, StoreBusy) as error:
                log.warning("watch.store", error=type(error).__name__)

    async def fade(self, now: datetime) -> None:
        """Empty what has outlived its time (R34): rows beside the loop, files through the door."""
        empty = retaining.rounds(self.opened, now)
        for old in await asyncio.to_thread(empty) if self._threads else empty():
            try:
                await self.queue.do(partial(retaining.fade_file, self.door, old, now))
            except OUT:
                raise
            except Exception as error:  # one file that can't be emptied keeps nobody else's, and stops no bot
                log.error("watch.not_faded", error=logs.where(error))

    async def _set_menu(self, chat: int) -> None:
        file = await self.queue.do(lambda: self.opened.load(ByChat(chat)), quiet=True)
        await (menus.set_for(self.bot, file) if file is not None else menus.take_away(self.bot, chat))

    async def _unreachable(self, claimed: Claimed, at: datetime) -> None:
        """Telegram says 403, or mail never went: a state of the person; who works with them hears it the same day."""
        letter, mail = claimed.letter, is_mail(claimed.letter.body)
        key = (letter.file or "") if mail else ByChat(letter.chat)

        def mark() -> None:
            file = self.opened.load(key)
            if isinstance(file, Client | Professional):
                self.door.act(file.id, Unreached(at=at, mail=mail))

        await self.queue.do(mark)


def bot_for(settings: Settings) -> tuple[Bot, Wire]:
    """A python-telegram-bot Bot on our transport, and its wire: letters, the lane and polling have a pool each."""
    polling = Transport(size=1)
    bot = Bot(
        settings.token,
        base_url=f"{settings.api}/bot",
        base_file_url=f"{settings.api}/file/bot",
        request=Transport(),
        get_updates_request=polling,
    )
    return bot, Wire(bot, polling, Transport(size=LANE_SIZE))


@contextmanager
def only_one(database: Path) -> Iterator[None]:
    """Hold the file's lock. Raises AlreadyRunning when another process holds it."""
    with database.with_name(f"{database.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise AlreadyRunning(f"another `trede run` works on {database.name}; stop that one first") from None
        yield


@asynccontextmanager
async def clock_for(settings: Settings) -> AsyncIterator[Clock]:
    """The system's clock, or the simulator's when the settings name one."""
    if not settings.clock:
        yield SystemClock()
        return
    clock = SimulatorClock(settings.clock)
    await clock.start()
    try:
        yield clock
    finally:
        await clock.stop()


__all__ = ["AlreadyRunning", "App", "Conflict", "InvalidToken", "bot_for", "clock_for", "only_one"]
