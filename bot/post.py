"""The post: a postman who cannot read. Takes letters from the outbox, sends them, writes down what became of them."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

import structlog
from telegram.error import TelegramError

from bot import clearing, crash, delivery, lateness, logs
from bot.bubbles import Bubbles
from bot.clock import Clock, first_of
from bot.mail import Carried, Carry, Mail, is_mail
from bot.pace import Pace
from bot.queue import Queue
from bot.wire import Wire
from dialogues import prompt
from state_machines.effects import BEGUN_BY_BOT, LANE
from storage.port import OUT, Claimed, Claims, LetterState, Settled, Store, StoreBroken, StoreBusy, StoreLost

log = structlog.get_logger()
STORE_PAUSE_SECONDS = 5.0
FINISH_SECONDS = 3.0
GATHER_SECONDS = 0.04
#: Draws a recipe just before sending; None when there is nothing to say (a summary on a quiet morning).
Draw = Callable[[Claimed], Awaitable[prompt.Message | None]]
#: Telegram's word, or the mail server's, that a person can't be reached.
Unreachable = Callable[[Claimed, datetime], Awaitable[None]]


class Post:
    """Sends what is due, each chat strictly in order.

    Safety text and alerts have a lane of their own: in the store's claim, and in connections that nothing else fills.
    """

    def __init__(
        self,
        wire: Wire,
        store: Store,
        queue: Queue,
        clock: Clock,
        draw: Draw,
        unreachable: Unreachable,
        *,
        mail: Carry,
    ) -> None:
        self._line = wire
        self._ordinary, self._lane = Bubbles(wire), Bubbles(wire.lane, urgent=True)
        self._store, self._queue, self._clock = store, queue, clock
        self._draw, self._unreachable, self._mail = draw, unreachable, mail
        self._bell = asyncio.Event()
        self._finished: list[Settled] = []
        self._under_way: set[asyncio.Task[None]] = set()
        self._settling: list[Settled] = []
        self._claims, self._pace = Claims(letters=(), next=None), Pace()
        self._moved, self._taking, self._asked, self._wrote = 0, True, False, False
        self.next: datetime | None = None
        queue.close_with(self)

    @property
    def wrote(self) -> bool:
        """Whether there was something to write down in the last batch, kept or not."""
        return self._wrote

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
            except StoreLost:
                raise
            except (StoreBroken, StoreBusy) as error:
                log.error("post.store", error=type(error).__name__)
                await asyncio.sleep(STORE_PAUSE_SECONDS)
                continue
            if not self._bell.is_set():
                await first_of(self._bell.wait(), self._clock.sleep_until(self.next))
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
        self._wrote = False
        if quiet and not self._asked:
            self._settling, self._claims = [], Claims(letters=(), next=self.next)
            return
        self._asked = False
        self._settling, self._finished = self._finished, []
        self._wrote = bool(self._settling)
        if self._settling:
            self._store.settle(self._settling)
        self._claims = self._claimed(self._clock.now()) if self._taking else Claims(letters=(), next=None)
        self._wrote = self._wrote or bool(self._claims.letters)

    def _claimed(self, now: datetime) -> Claims:
        """Take what is due. What the bot begins and nobody waits for goes at its own pace."""
        claims = self._store.claim(now, begun=self._pace.left(now))
        if not claims.held:
            return claims
        again = self._pace.again(now)
        return replace(claims, next=min(again, claims.next) if claims.next else again)

    def committed(self) -> None:
        """Start sending what was taken."""
        self._moved += len(self._claims.letters) + len(self._settling)
        self._settling = []
        if self._claims.letters:
            begun = sum(claimed.letter.kind in BEGUN_BY_BOT for claimed in self._claims.letters)
            self._pace.spend(begun, self._clock.now())
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
        while True:
            rounds += bool(await self.round())
            if not self.busy:  # it wrote down all that came back, and after that took what is due: nothing is
                return rounds
            if self._under_way:
                await asyncio.wait(set(self._under_way), return_when=asyncio.FIRST_COMPLETED)

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
            results = [_without_trace(c, _uncertain(c, now)) for c in orphans]
            await self._queue.do(lambda: self._store.settle(results))
            log.warning("post.recovered", letters=len(orphans))

    async def _gather(self) -> None:
        """Letters that went out together come back together: settled in one batch, or by the turns that come first."""
        if self._finished and self._under_way:
            await asyncio.wait(set(self._under_way), timeout=GATHER_SECONDS)

    async def _deliver(self, claimed: Claimed) -> None:
        settled = _without_trace(claimed, await self._outcome(claimed))
        crash.here(crash.SENT)
        if settled.state is LetterState.FAILED:
            log.warning("post.failed", kind=claimed.letter.kind, reason=settled.reason)
            if settled.reason in delivery.TOLD_ON:
                settled = await self._told_on(claimed, settled)
        self._finished.append(settled)
        self._bell.set()

    async def _told_on(self, claimed: Claimed, settled: Settled) -> Settled:
        """That a person can't be reached is kept before the letter ends; if it can't be, the letter goes once more."""
        try:
            await self._unreachable(claimed, settled.at)
        except OUT:
            return delivery.store_out(claimed, settled.at)
        return settled

    async def _outcome(self, claimed: Claimed) -> Settled:
        edit = _is_edit(claimed)
        try:
            if is_mail(claimed.letter.body):
                carried = await self._mail(Mail.from_json(claimed.letter.body))
                return delivery.mailed(claimed, self._clock.now(), carried)
            if clearing.is_clearing(claimed.letter.body):
                await clearing.take_away(self._line, claimed.letter)
                return delivery.sent(claimed, self._clock.now(), None)
            if not edit and lateness.is_late(claimed, now := self._clock.now()):
                until = await self._queue.do(lambda: lateness.morning(self._store, claimed, now), quiet=True)
                if until is not None:
                    return lateness.put_off(claimed, now, until)
            message = await self._draw(claimed)
            if message is None or (message.only_edit and not edit):
                reason = "nothing to say" if message is None else "nothing to edit"
                return Settled(n=claimed.n, state=LetterState.EXPIRED, at=self._clock.now(), reason=reason)
            edit = edit and message.paper is None  # a text can't become a picture: that is a new message
            bubbles = self._lane if claimed.letter.kind in LANE else self._ordinary
            message_id = await bubbles.put(claimed, message, edit=edit)
            return delivery.sent(claimed, self._clock.now(), message_id)
        except TelegramError as error:
            repeatable = edit or clearing.is_clearing(claimed.letter.body)
            return delivery.failed(claimed, self._clock.now(), error, edit=repeatable)
        except OUT:  # what a recipe is drawn from can't be read just now
            return delivery.store_out(claimed, self._clock.now())
        except Exception as error:
            log.error("post.defect", kind=claimed.letter.kind, error=logs.where(error))
            reason = f"defect: {type(error).__name__}"
            return Settled(n=claimed.n, state=LetterState.FAILED, at=self._clock.now(), reason=reason)


def _without_trace(claimed: Claimed, settled: Settled) -> Settled:
    """Once a last letter to somebody of whom nothing is kept has ended, nothing of that letter is either (R34)."""
    last = claimed.letter.once and claimed.letter.file is None
    return replace(settled, leaves=True) if last and settled.state is not LetterState.DUE else settled


def _is_edit(claimed: Claimed) -> bool:
    return claimed.message_id is not None and not claimed.letter.below


def _uncertain(claimed: Claimed, now: datetime) -> Settled:
    if is_mail(claimed.letter.body):
        return delivery.mailed(claimed, now, Carried.UNKNOWN)
    repeatable = _is_edit(claimed) or clearing.is_clearing(claimed.letter.body)
    return delivery.uncertain(claimed, now, edit=repeatable, ended=True)
