"""The whole bot in one process, step by step: for simulations and tests. The same door, queue, post and gateway.

The Bot API is a function that takes a method and its parameters and gives status and body; time moves when it is moved.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from telegram import Bot
from telegram.error import NetworkError, TelegramError
from telegram.request import BaseRequest, RequestData

from bot.app import App
from bot.gateway import ALLOWED
from bot.mail import Carry
from bot.turn import Fresh
from bot.wire import Wire
from bot.workshop import Workshop
from storage.open import Opened

#: By the name of the field: file name and content.
Files = Mapping[str, tuple[str, bytes]]
Call = Callable[[str, Mapping[str, object], Files], Awaitable[tuple[int, bytes]]]
MOST_ROUNDS = 10_000


class Direct(BaseRequest):
    """The Bot API by function call instead of HTTP."""

    def __init__(self, call: Call) -> None:
        self._call = call

    @property
    def read_timeout(self) -> float | None:
        """A function call needs none."""
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002
        request_data: RequestData | None = None,
        read_timeout: Any = None,  # noqa: ARG002
        write_timeout: Any = None,  # noqa: ARG002
        connect_timeout: Any = None,  # noqa: ARG002
        pool_timeout: Any = None,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Carry out one request. Whatever breaks the call is a broken connection."""
        parameters = dict(request_data.json_parameters) if request_data else {}
        sent = (request_data.multipart_data or {}) if request_data and request_data.contains_files else {}
        files = {name: (part[0], part[1]) for name, part in sent.items() if isinstance(part[1], bytes)}
        try:
            return await self._call(url.rsplit("/", 1)[-1], parameters, files)
        except TelegramError:
            raise
        except Exception as error:
            raise NetworkError(f"the connection broke ({type(error).__name__})") from None


class HandClock:
    """A clock that stands where it is put."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now

    async def sleep_until(self, moment: datetime | None) -> None:
        """Never used on a stage: there is no loop that sleeps."""
        raise AssertionError(f"nothing sleeps on a stage (asked for {moment})")


class Stage:
    """One bot on one store, settled after every push. `jump` moves time, `now` tells it."""

    def __init__(
        self,
        opened: Opened,
        call: Call,
        *,
        now: Callable[[], datetime],
        jump: Callable[[datetime], None],
        token: str,
        fresh: Fresh | None = None,
        mail: Carry | None = None,
        workshop: Workshop | None = None,
    ) -> None:
        polling = Direct(call)
        bot = Bot(token, base_url="https://local/bot", request=Direct(call), get_updates_request=polling)
        wire = Wire(bot, polling, Direct(call))
        self.app = App(opened, bot, wire, HandClock(now), fresh=fresh, mail=mail, workshop=workshop, threads=False)
        self._now, self._jump = now, jump
        self._offset: int | None = None
        self._stirred = True
        self.app.queue.after_commit(self._stir)

    async def start(self) -> None:
        """Introduce the bot to its Telegram."""
        await self.app.start()
        await self.app.introduce()
        await self.app.absence.answered()

    async def stop(self) -> None:
        """Finish what is under way."""
        await self.app.stop()

    async def settle(self) -> datetime | None:
        """Take every update, send every letter, wake everything due; the next due moment."""
        due = None
        for trial in range(MOST_ROUNDS):
            updates = await self.app.wire.updates(offset=self._offset, timeout=0, allowed=ALLOWED)
            if updates:
                await self.app.gateway.take_all(updates)
                self._offset = updates[-1]["update_id"] + 1
            elif trial:  # nothing came since the bot came to rest
                return due
            await self.app.absence.answered()
            due = await self._rest()
        raise RuntimeError("the bot never comes to rest")

    async def _rest(self) -> datetime | None:
        """What `App.settle` does; it looks again only after something was kept, as nobody else is at this store."""
        app = self.app
        while True:
            self._stirred = False
            _, due = await app.ticker.wake_all()
            await app.post.settle()
            await app.gateway.settle()
            if not self._stirred:
                return min((moment for moment in (due, app.post.next) if moment is not None), default=None)

    def _stir(self) -> None:
        self._stirred = True

    async def advance_to(self, moment: datetime) -> None:
        """Move time there, stopping at every due moment on the way."""
        due = await self.settle()
        while self._now() < moment:
            self._jump(moment if due is None else min(max(due, self._now()), moment))
            due = await self.settle()
