"""Updates from Telegram, in our own terms. Each batch is confirmed only after it was kept.

python-telegram-bot's own updater confirms updates before they are handled and loses them at a crash; so this polls
`get_updates` itself, and asks for the next batch, which confirms this one, after the commit.
"""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog
from telegram import Bot, Message, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot import logs
from bot.clock import Clock
from bot.queue import Queue
from bot.turn import Door, tier_of
from dialogues import signal
from dialogues.incoming import Incoming, IncomingKind
from dialogues.words import words
from storage.port import StoreBroken, StoreBusy

log = structlog.get_logger()
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 25
TRIES = 3
LONGEST_PAUSE = 30.0
#: Telegram may number updates anew after a quiet week: an older offset is forgotten.
OFFSET_KEPT = timedelta(days=6)
MEDIA = (
    "voice", "audio", "photo", "sticker", "video", "video_note", "document", "location", "contact", "poll", "animation",
    "venue", "dice", "story",
)  # fmt: skip


class Gateway:
    """Long polling for one bot. `menus` sets a chat's command menu after its role or language changed;
    `taken` hears that a batch was handled."""

    def __init__(
        self,
        bot: Bot,
        door: Door,
        queue: Queue,
        clock: Clock,
        menus: Callable[[int], Awaitable[None]],
        taken: Callable[[], None],
    ) -> None:
        self._taken = taken
        self._bot, self._door, self._queue, self._clock, self._menus = bot, door, queue, clock, menus
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
        poll = self._bot.get_updates(
            offset=self._offset, timeout=POLL_SECONDS, read_timeout=POLL_SECONDS + 5, allowed_updates=ALLOWED
        )
        self.polled.set()
        updates = await poll
        if updates:
            await self.take_all(tuple(updates))
            self._offset, self._offset_at = updates[-1].update_id + 1, self._clock.now()

    async def take_all(self, updates: tuple[Update, ...]) -> None:
        """Handle a batch, in order for each chat, all of it kept when this returns.

        Raises StoreBroken or StoreBusy when it can't be kept: unconfirmed, the updates come again.
        """
        for update in updates:
            if update.callback_query:
                self._later(self._answer(update.callback_query.id))
        taken = await asyncio.gather(*(self._take(update) for update in updates), return_exceptions=True)
        for error in taken:
            if error is not None:
                raise error
        self.handled = max(update.update_id for update in updates)
        self._taken()
        menus, self._door.menus = self._door.menus, set()
        for chat in menus:
            self._later(self._menus(chat))

    async def _take(self, update: Update) -> None:
        said = incoming(update, self._clock.now())
        if said is None:
            return
        for trial in range(1, TRIES + 1):
            try:
                await self._queue.do(lambda: self._door.take(said))
                return
            except (StoreBroken, StoreBusy):
                await self._safety_without_store(said)
                raise
            except Exception as error:
                log.error("gateway.turn_failed", trial=trial, error=logs.where(error))
                await self._safety_without_store(said)
        sealed = json.dumps(update.to_dict()).encode()
        await self._queue.do(lambda: self._door.stumble(said, sealed))
        self.stumbles += 1
        log.critical("gateway.stumble", update_id=said.update_id)

    async def _safety_without_store(self, said: Incoming) -> None:
        """If a turn can't be stored, the safety text goes out all the same (R22), once for each message."""
        if tier_of(said) is None or said.update_id in self._warned:
            return
        self._warned.add(said.update_id)
        message = signal.block_for(words(said.language))
        with contextlib.suppress(TelegramError):
            await self._bot.send_message(said.chat, message.text)

    async def _answer(self, callback_id: str) -> None:
        """The empty answer to a tap, at once and past the outbox: it stops the button's spinner, nothing more."""
        with contextlib.suppress(TelegramError):
            await self._bot.answer_callback_query(callback_id)

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


def incoming(update: Update, at: datetime) -> Incoming | None:
    """An update in our own terms; None for a kind that says nothing to us. Edited messages have no `message`."""
    query, member = update.callback_query, update.my_chat_member
    message = update.message or update.edited_message
    if query is not None:
        return _tap(update, at)
    if member is not None:
        gone = member.new_chat_member.status in {"kicked", "left"}
        kind = IncomingKind.BLOCKED if gone else IncomingKind.UNBLOCKED
        private = member.chat.type == "private"
        return Incoming(at=at, update_id=update.update_id, chat=member.chat.id, kind=kind, private=private)
    return _message(update, message, at) if message is not None else None


def _tap(update: Update, at: datetime) -> Incoming | None:
    query = update.callback_query
    if query is None or query.message is None:
        return None
    return Incoming(
        at=at,
        update_id=update.update_id,
        chat=query.message.chat.id,
        private=query.message.chat.type == "private",
        kind=IncomingKind.TAP,
        sender=_whole(query.from_user.full_name),
        language=query.from_user.language_code or "nl",
        data=_whole(query.data or ""),
        message_id=query.message.message_id,
    )


def _message(update: Update, message: Message, at: datetime) -> Incoming:
    media = next((name for name in MEDIA if getattr(message, name, None)), "")
    text = message.text or message.caption or ""
    other = bool(media) or message.text is None
    edited = update.edited_message is not None
    user = message.from_user
    return Incoming(
        at=at,
        update_id=update.update_id,
        chat=message.chat.id,
        private=message.chat.type == "private",
        kind=IncomingKind.OTHER if other else (IncomingKind.EDIT if edited else IncomingKind.TEXT),
        sender=_whole(user.full_name) if user else "",
        language=(user.language_code if user else None) or "nl",
        text=_whole(text),
        message_id=message.message_id,
        forwarded=message.forward_origin is not None,
        media=media or "other",
    )


def _whole(text: str) -> str:
    """Text that can be written down and sent: half a surrogate pair becomes a replacement mark, two halves a sign."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
