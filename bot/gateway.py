"""Updates from Telegram, in our own terms. Each batch is confirmed only after it was kept.

python-telegram-bot's own updater confirms updates before they are handled and loses them at a crash; so this polls
`get_updates` itself, and asks for the next batch, which confirms this one, after the commit.
"""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot import crash, logs
from bot.absence import Absence
from bot.clock import Clock, ticks
from bot.outage import PAUSE_SECONDS, Outage
from bot.queue import Queue
from bot.turn import Door, tier_of
from bot.updates import Json, incoming, to_keep
from bot.wire import Wire
from dialogues import signal
from dialogues.incoming import Incoming
from dialogues.words import words
from storage.port import OUT, StoreBroken, StoreBusy, StoreLost, StoreOut

log = structlog.get_logger()
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 25
TRIES = 3
#: Rest before the next poll: what comes meanwhile comes together and is committed together (commits halve in a burst).
BREATH_SECONDS = 0.002
LONGEST_PAUSE = 30.0
#: Telegram may number updates anew after a quiet week: an older offset is forgotten.
OFFSET_KEPT = timedelta(days=6)


class Gateway:
    """Long polling for one bot. `menus` sets a chat's command menu after its role or language changed;
    `taken` hears that a batch was handled; `outage` knows whether the store is out, and tells people so; `absence`
    hears which polls were answered."""

    def __init__(
        self,
        wire: Wire,
        door: Door,
        queue: Queue,
        clock: Clock,
        menus: Callable[[int], Awaitable[None]],
        taken: Callable[[], None],
        outage: Outage,
        absence: Absence,
    ) -> None:
        self._taken, self._outage, self._absence = taken, outage, absence
        self._wire, self._door, self._queue, self._clock, self._menus = wire, door, queue, clock, menus
        self._offset: int | None = None
        self._offset_at: datetime | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self.handled: int | None = None
        self.stumbles = 0
        self._read_through: set[int] = set()  # scanned although they can't be kept yet
        self._warned: set[int] = set()  # of these: the numbers were sent
        self.polled = asyncio.Event()
        self.answered: float | None = None

    async def run(self) -> None:
        """Poll for ever. Raises Conflict, InvalidToken or StoreLost, which trying again can't mend."""
        pause = 1.0
        while True:
            try:
                await self._poll()
                pause = 1.0
            except (Conflict, InvalidToken, StoreLost) as error:
                log.critical("gateway.stops", error=type(error).__name__)
                raise
            except (StoreBroken, StoreBusy):
                await asyncio.sleep(PAUSE_SECONDS)
            except RetryAfter as error:
                self._absence.unanswered()
                wait = error.retry_after
                await asyncio.sleep(wait.total_seconds() if isinstance(wait, timedelta) else float(wait))
            except (TelegramError, OSError) as error:
                self._absence.unanswered()
                log.warning("gateway.poll_failed", error=type(error).__name__, pause=pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            except Exception as error:  # a batch that isn't as Telegram promises, or our own defect: nobody else stops
                log.error("gateway.defect", error=logs.where(error), pause=pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    async def _poll(self) -> None:
        if self._offset_at and self._clock.now() - self._offset_at > OFFSET_KEPT:
            self._offset = None
        poll = self._wire.updates(offset=self._offset, timeout=POLL_SECONDS, allowed=ALLOWED)
        self.polled.set()
        updates = await poll
        self.answered = ticks()
        if updates:
            await self.take_all(updates)
            self._offset, self._offset_at = updates[-1]["update_id"] + 1, self._clock.now()
            await asyncio.sleep(BREATH_SECONDS)
        await self._absence.answered()

    async def take_all(self, updates: Sequence[Json]) -> None:
        """Handle a batch, in order for each chat, all of it kept when this returns.

        Raises StoreBroken or StoreBusy when it can't be kept: unconfirmed, the updates come again.
        """
        crash.here(crash.INTAKE)
        for update in updates:
            query = update.get("callback_query")
            if query and "id" in query and update["update_id"] not in self._read_through:
                self._later(self._answer(query["id"]))
        said = [(update, one) for update in updates if (one := self._read(update)) is not None]
        try:
            if self._outage.since is not None:  # one goes ahead: while the store is out, the others cost nothing
                await self._together(said[:1])
                said = said[1:]
            await self._together(said)
        except (StoreBroken, StoreBusy):
            self._outage.waits(len(updates))
            await self._while_out([one for _, one in said])
            raise
        self._read_through.clear()
        self._warned.clear()
        self.handled = max(update["update_id"] for update in updates)
        self._taken()
        menus, self._door.menus = self._door.menus, set()
        for chat in menus:
            self._later(self._menus(chat))

    async def _together(self, said: Sequence[tuple[Json, Incoming]]) -> None:
        """Handle these. Once the store kept one of them not, it isn't asked for those after it: order stays order."""
        turns = [(update, one, self._turn(one)) for update, one in said]  # all of them wait together
        failed: Exception | None = None
        for update, one, turn in turns:
            try:
                await (turn if isinstance(failed, OUT) else self._take(update, one, turn))
            except Exception as error:
                failed = failed or error
        if failed is not None:
            raise failed

    async def _while_out(self, waiting: Sequence[Incoming]) -> None:
        """What people sent waits with Telegram: who may be in danger gets the numbers now, the others hear that."""
        await asyncio.gather(*(self._safety_without_store(said) for said in waiting))
        calm = self._read_through - self._warned
        self._later(self._outage.tell([said for said in waiting if said.update_id in calm]))

    def _read(self, update: Json) -> Incoming | None:
        try:
            return incoming(update, self._clock.now())
        except (KeyError, TypeError, ValueError, AttributeError) as error:  # not as the Bot API promises
            log.error("gateway.unreadable", error=logs.where(error))
            return None

    def _turn(self, said: Incoming) -> "asyncio.Future[None]":
        return self._queue.soon(lambda: self._door.take(said))

    async def _take(self, update: Json, said: Incoming, turn: "asyncio.Future[None]") -> None:
        for trial in range(1, TRIES + 1):
            try:
                await (turn if trial == 1 else self._turn(said))
                return
            except OUT as error:  # never a stumble: it isn't this turn's own error
                await self._safety_without_store(said)
                if trial == TRIES or not isinstance(error, StoreOut):
                    raise
            except Exception as error:  # StoreBroken too: a damaged file is a stumble, and a broken store keeps none
                log.error("gateway.turn_failed", trial=trial, error=logs.where(error))
                await self._safety_without_store(said)
        sealed = json.dumps(to_keep(update)).encode()
        await self._queue.do(lambda: self._door.stumble(said, sealed))
        self.stumbles += 1
        log.critical("gateway.stumble", update_id=said.update_id)

    async def _safety_without_store(self, said: Incoming) -> None:
        """If a turn can't be stored, the safety text goes out all the same (R22), until it is sure, then no more."""
        if said.update_id in self._read_through:
            return
        if tier_of(said) is not None:
            message = signal.block_for(words(said.language))
            try:
                await self._wire.lane.call("sendMessage", chat_id=said.chat, text=message.text)
            except TelegramError:
                return
            self._warned.add(said.update_id)
        self._read_through.add(said.update_id)

    async def _answer(self, callback_id: str) -> None:
        """The empty answer to a tap, at once and past the outbox: it stops the button's spinner, nothing more."""
        with contextlib.suppress(TelegramError):
            await self._wire.call("answerCallbackQuery", callback_query_id=callback_id)

    def _later(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(_quietly(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def settle(self) -> None:
        """Wait for the answers and menus that are under way."""
        while self._under_way:
            await asyncio.wait(set(self._under_way))


async def _quietly(work: Awaitable[None]) -> None:
    with contextlib.suppress(TelegramError, StoreBroken, StoreBusy):
        await work
