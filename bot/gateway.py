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

from bot import logs
from bot.clock import Clock
from bot.queue import Queue
from bot.turn import Door, tier_of
from bot.updates import Json, incoming
from bot.wire import Wire
from dialogues import signal
from dialogues.incoming import Incoming
from dialogues.words import words
from storage.port import StoreBroken, StoreBusy

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
    `taken` hears that a batch was handled."""

    def __init__(
        self,
        wire: Wire,
        door: Door,
        queue: Queue,
        clock: Clock,
        menus: Callable[[int], Awaitable[None]],
        taken: Callable[[], None],
    ) -> None:
        self._taken = taken
        self._wire, self._door, self._queue, self._clock, self._menus = wire, door, queue, clock, menus
        self._offset: int | None = None
        self._offset_at: datetime | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self.handled: int | None = None
        self.stumbles = 0
        self._warned: set[int] = set()
        self.polled = asyncio.Event()

    async def run(self) -> None:
        """Poll for ever. Raises Conflict or InvalidToken, which trying again can't mend."""
        pause = 1.0
        while True:
            try:
                await self._poll()
                pause = 1.0
            except (Conflict, InvalidToken):
                raise
            except RetryAfter as error:
                wait = error.retry_after
                await asyncio.sleep(wait.total_seconds() if isinstance(wait, timedelta) else float(wait))
            except (TelegramError, OSError, StoreBroken, StoreBusy) as error:
                log.warning("gateway.poll_failed", error=type(error).__name__, pause=pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    async def _poll(self) -> None:
        if self._offset_at and self._clock.now() - self._offset_at > OFFSET_KEPT:
            self._offset = None
        poll = self._wire.updates(offset=self._offset, timeout=POLL_SECONDS, allowed=ALLOWED)
        self.polled.set()
        updates = await poll
        if updates:
            await self.take_all(updates)
            self._offset, self._offset_at = updates[-1]["update_id"] + 1, self._clock.now()
            await asyncio.sleep(BREATH_SECONDS)

    async def take_all(self, updates: Sequence[Json]) -> None:
        """Handle a batch, in order for each chat, all of it kept when this returns.

        Raises StoreBroken or StoreBusy when it can't be kept: unconfirmed, the updates come again.
        """
        for update in updates:
            query = update.get("callback_query")
            if query and "id" in query:
                self._later(self._answer(query["id"]))
        said = [(update, one) for update in updates if (one := self._read(update)) is not None]
        turns = [(update, one, self._turn(one)) for update, one in said]  # all of them wait together
        failed: Exception | None = None
        for update, one, turn in turns:
            try:
                await self._take(update, one, turn)
            except Exception as error:
                failed = failed or error
        if failed is not None:
            raise failed
        self.handled = max(update["update_id"] for update in updates)
        self._taken()
        menus, self._door.menus = self._door.menus, set()
        for chat in menus:
            self._later(self._menus(chat))

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
            except StoreBusy:
                await self._safety_without_store(said)
                raise
            except Exception as error:  # StoreBroken too: a damaged file is a stumble, and a broken store keeps none
                log.error("gateway.turn_failed", trial=trial, error=logs.where(error))
                await self._safety_without_store(said)
        sealed = json.dumps(update).encode()
        await self._queue.do(lambda: self._door.stumble(said, sealed))
        self.stumbles += 1
        log.critical("gateway.stumble", update_id=said.update_id)

    async def _safety_without_store(self, said: Incoming) -> None:
        """If a turn can't be stored, the safety text goes out all the same (R22), until it is sure, then no more."""
        if tier_of(said) is None or said.update_id in self._warned:
            return
        message = signal.block_for(words(said.language))
        with contextlib.suppress(TelegramError):
            await self._wire.lane.call("sendMessage", chat_id=said.chat, text=message.text)
            self._warned.add(said.update_id)

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
    with contextlib.suppress(TelegramError):
        await work
