"""The post: a postman who cannot read. Takes letters from the outbox, sends them, writes down what became of them."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog
from telegram.error import BadRequest, TelegramError

from bot import delivery, logs
from bot.clock import Clock
from bot.queue import Queue
from bot.wire import Wire
from dialogues import prompt
from storage.port import Claimed, Claims, LetterState, Settled, Store, StoreBroken, StoreBusy

log = structlog.get_logger()
STORE_PAUSE_SECONDS = 5.0
FINISH_SECONDS = 3.0
GATHER_SECONDS = 0.04
#: Draws a recipe just before sending; None when there is nothing to say (a summary on a quiet morning).
Draw = Callable[[Claimed], Awaitable[prompt.Message | None]]
#: Telegram's word that a person can't be reached.
Unreachable = Callable[[Claimed, datetime], Awaitable[None]]
GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")


class Post:
    """Sends what is due, each chat strictly in order; safety text has a lane of its own in the store's claim."""

    def __init__(
        self, wire: Wire, store: Store, queue: Queue, clock: Clock, draw: Draw, unreachable: Unreachable
    ) -> None:
        self._wire, self._store, self._queue, self._clock = wire, store, queue, clock
        self._draw, self._unreachable = draw, unreachable
        self._bell = asyncio.Event()
        self._finished: list[Settled] = []
        self._under_way: set[asyncio.Task[None]] = set()
        self._settling: list[Settled] = []
        self._claims = Claims(letters=(), next=None)
        self._moved, self._taking, self._asked = 0, True, False
        self.next: datetime | None = None
        queue.close_with(self)

    @property
    def busy(self) -> bool:
        """Whether letters are being sent or wait to be written down."""
        return bool(self._under_way or self._finished)

    async def run(self) -> None:
        """See that what came back is written down and what is due is taken, also when nobody else makes a batch."""
        while True:
            self._bell.clear()
            try:
                await self.round()
            except (StoreBroken, StoreBusy) as error:
                log.error("post.store", error=type(error).__name__)
                await asyncio.sleep(STORE_PAUSE_SECONDS)
                continue
            if not self._bell.is_set():
                await self._sleep()
            await self._gather()

    async def round(self) -> int:
        """One batch of our own: how many letters were taken or settled."""
        before, self._asked = self._moved, True
        await self._queue.do(lambda: None, quiet=True)
        return self._moved - before

    # --- rounding off each batch of the queue ---------------------------------------------------------------------

    def close(self, *, quiet: bool) -> None:
        """Write down what came back, and take what is due: in the transaction of the turns that wrote it.

        A quiet batch of somebody else's only looked, and stays without a commit of ours.
        """
        if quiet and not self._asked:
            self._settling, self._claims = [], Claims(letters=(), next=self.next)
            return
        self._asked = False
        self._settling, self._finished = self._finished, []
        if self._settling:
            self._store.settle(self._settling)
        self._claims = self._store.claim(self._clock.now()) if self._taking else Claims(letters=(), next=None)

    def committed(self) -> None:
        """Start sending what was taken."""
        self._moved += len(self._claims.letters) + len(self._settling)
        self._settling = []
        if self.next != self._claims.next:
            self.next = self._claims.next
            self._bell.set()
        for claimed in self._claims.letters:
            task: asyncio.Task[None] = asyncio.create_task(self._deliver(claimed))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

    def failed(self) -> None:
        """Nothing was written down or taken: what came back is written down with the next batch."""
        self._finished, self._settling = self._settling + self._finished, []

    async def settle(self) -> int:
        """Until nothing is due or under way: how many rounds did something."""
        rounds = 0
        while await self.round() or self.busy:
            rounds += 1
            if self._under_way:
                await asyncio.wait(set(self._under_way), return_when=asyncio.FIRST_COMPLETED)
        return rounds

    async def finish(self) -> None:
        """Take nothing more, and write down what comes back soon: after a stop in order few letters are uncertain."""
        self._taking = False
        if self._under_way:
            await asyncio.wait(set(self._under_way), timeout=FINISH_SECONDS)
        if self._finished:
            with contextlib.suppress(StoreBroken, StoreBusy):
                await self.round()

    async def recover(self, orphans: tuple[Claimed, ...]) -> None:
        """After a restart: letters that were being sent may have arrived. The policy of their class decides."""
        now = self._clock.now()
        if orphans:
            results = [delivery.uncertain(c, now, edit=_is_edit(c)) for c in orphans]
            await self._queue.do(lambda: self._store.settle(results))
            log.warning("post.recovered", letters=len(orphans))

    async def _gather(self) -> None:
        """Letters that went out together come back together: settled in one batch, or by the turns that come first."""
        if self._finished and self._under_way:
            await asyncio.wait(set(self._under_way), timeout=GATHER_SECONDS)

    async def _sleep(self) -> None:
        waits: list[asyncio.Task[object]] = [asyncio.create_task(self._bell.wait())]
        if self.next is not None:
            waits.append(asyncio.create_task(self._clock.sleep_until(self.next)))
        _, late = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for task in late:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def _deliver(self, claimed: Claimed) -> None:
        settled = await self._outcome(claimed)
        self._finished.append(settled)
        self._bell.set()
        if settled.state is LetterState.FAILED:
            log.warning("post.failed", kind=claimed.letter.kind, reason=settled.reason)
            if settled.reason == "unreachable":
                await self._unreachable(claimed, settled.at)

    async def _outcome(self, claimed: Claimed) -> Settled:
        edit = _is_edit(claimed)
        try:
            message = await self._draw(claimed)
            if message is None or (message.only_edit and not edit):
                reason = "nothing to say" if message is None else "nothing to edit"
                return Settled(n=claimed.n, state=LetterState.EXPIRED, at=self._clock.now(), reason=reason)
            edit = edit and message.paper is None  # a text can't become a picture: that is a new message
            message_id = await (self._edit(claimed, message) if edit else self._send(claimed, message))
            return delivery.sent(claimed, self._clock.now(), message_id)
        except TelegramError as error:
            return delivery.failed(claimed, self._clock.now(), error, edit=edit)
        except Exception as error:
            log.error("post.defect", kind=claimed.letter.kind, error=logs.where(error))
            reason = f"defect: {type(error).__name__}"
            return Settled(n=claimed.n, state=LetterState.FAILED, at=self._clock.now(), reason=reason)

    async def _send(self, claimed: Claimed, message: prompt.Message) -> int:
        if claimed.message_id is not None:
            await self._remove_keyboard(claimed.letter.chat, claimed.message_id)
        return await self._new(claimed.letter.chat, message)

    async def _new(self, chat: int, message: prompt.Message) -> int:
        if message.paper is not None:
            return await self._with_paper(chat, message, message.paper)
        sent = await self._wire.call(
            "sendMessage",
            chat_id=chat,
            text=message.text,
            reply_markup=markup(message),
            protect_content=message.protect or None,
        )
        return int(sent["message_id"])

    async def _with_paper(self, chat: int, message: prompt.Message, paper: prompt.Paper) -> int:
        """A picture as a photo, anything else as a file; the message is its caption."""
        kind = "photo" if paper.mime.startswith("image/") else "document"
        sent = await self._wire.upload(
            "sendPhoto" if kind == "photo" else "sendDocument",
            {kind: (paper.name, paper.content, paper.mime)},
            chat_id=chat,
            caption=message.text or None,
            reply_markup=markup(message),
            protect_content=message.protect or None,
        )
        return int(sent["message_id"])

    async def _edit(self, claimed: Claimed, message: prompt.Message) -> int:
        """Edit the slot's message; one that is gone is sent anew, one that is the same already is fine."""
        assert claimed.message_id is not None
        chat, message_id = claimed.letter.chat, claimed.message_id
        try:
            await self._wire.call(
                "editMessageText",
                chat_id=chat,
                message_id=message_id,
                text=message.text,
                reply_markup=markup(message),
            )
        except BadRequest as error:
            said = str(error).casefold()
            if "message is not modified" in said:
                return message_id
            if any(gone in said for gone in GONE) and not message.only_edit:
                return await self._new(chat, message)
            raise
        return message_id

    async def _remove_keyboard(self, chat: int, message_id: int) -> None:
        """An old keyboard goes when the slot moves down; not being able to is no reason not to go on."""
        with contextlib.suppress(BadRequest):
            await self._wire.call("editMessageReplyMarkup", chat_id=chat, message_id=message_id)


def _is_edit(claimed: Claimed) -> bool:
    return claimed.message_id is not None and not claimed.letter.below


def markup(message: prompt.Message) -> dict[str, object] | None:
    """The buttons as Telegram wants them; None without any."""
    if not message.rows:
        return None
    rows = [
        [{"text": b.label, "url": b.url} if b.url else {"text": b.label, "callback_data": b.data} for b in row]
        for row in message.rows
    ]
    return {"inline_keyboard": rows}
