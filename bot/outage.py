"""While the store keeps nothing: since when, why, and who was told. What is said goes past the store and the outbox.

The queue tells how each batch ended. What people sent stays unconfirmed with Telegram, which keeps it for 24 hours.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

import structlog
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.clock import Clock
from bot.wire import Line
from dialogues import outage_texts
from dialogues.incoming import Incoming, IncomingKind
from dialogues.words import LANGUAGES, Words, words
from state_machines import days
from state_machines.days import Quiet
from state_machines.files import File
from storage.port import StoreBroken, StoreBusy

log = structlog.get_logger()
#: Telegram lets go of what isn't confirmed after 24 hours: four hours before that people are asked to send it again.
ASK_AGAIN = timedelta(hours=20)
#: A store that fails on and off is one outage to people: who was told isn't told again until it worked for so long.
CALM = timedelta(hours=1)
#: Telegram hands out at most so many updates that aren't confirmed; an offset that asks for later ones confirms these.
MOST_SEEN = 100
#: Between two tries: people in danger are read meanwhile, so it never grows.
PAUSE_SECONDS = 2.0
SAID = (IncomingKind.TEXT, IncomingKind.TAP, IncomingKind.EDIT, IncomingKind.OTHER)


class Outage:
    """Whether the store is out. `since`: from when on, None while it works; `cause`: SQLite's name for it.

    `file_of` looks up who talks from a chat; it may raise, and is then not asked again in this outage.
    """

    def __init__(self, line: Line, clock: Clock, file_of: Callable[[int], File | None]) -> None:
        self._line, self._clock, self._file_of = line, clock, file_of
        self.since: datetime | None = None
        self.cause = ""
        self.hides = False  # so many wait that those behind them can't be seen
        self._ended: datetime | None = None
        self._waiting: dict[int, datetime] = {}
        self._told: set[tuple[int, str]] = set()
        self._readable = True
        self._telling = asyncio.Lock()

    # --- what the queue sees ----------------------------------------------------------------------------------------

    def failed(self, error: Exception) -> None:
        """A batch couldn't be kept."""
        if self.since is not None or not isinstance(error, StoreBroken | StoreBusy):
            return
        now = self._clock.now()
        if self._ended is not None and now - self._ended >= CALM:
            self._told.clear()
        self.since, self.cause, self._readable = now, cause_of(error), True
        log.critical("store.out", cause=self.cause)

    def kept(self) -> None:
        """A batch that wrote something was kept."""
        if self.since is None:
            return
        now = self._clock.now()
        log.warning("store.back", cause=self.cause, seconds=round((now - self.since).total_seconds()))
        self.since, self.cause, self.hides, self._ended = None, "", False, now
        self._waiting.clear()

    def waits(self, count: int) -> None:
        """So many updates came at a poll, unconfirmed. Telegram hands out no more, and asking further would confirm
        these: who writes behind them is neither read nor told, and operators must know."""
        if self.since is not None and count >= MOST_SEEN and not self.hides:
            self.hides = True
            log.critical("store.out_hides", seen=count)

    @property
    def why(self) -> str:
        """In words for an operator; empty while the store works."""
        more = f"; {MOST_SEEN} messages wait with Telegram, and what is behind them isn't read" if self.hides else ""
        return "" if self.since is None else f"{self.cause}{more}"

    # --- what people hear -------------------------------------------------------------------------------------------

    async def tell(self, waiting: Iterable[Incoming]) -> None:
        """Tell those whose message waits: each once in an outage, and once more when it can't wait much longer.

        Who can't be reached is not tried again; where the connection breaks, the next call goes on. Never raises.
        """
        if self._telling.locked():
            return
        async with self._telling:
            for chat, said in {one.chat: one for one in waiting if one.private and one.kind in SAID}.items():
                if self.since is None or not await self._told_now(chat, said):
                    return

    async def _told_now(self, chat: int, said: Incoming) -> bool:
        """Whether to go on with the next."""
        now = self._clock.now()
        first = self._waiting.setdefault(chat, now)
        name = "again" if (chat, "waits") in self._told and now - first >= ASK_AGAIN else "waits"
        if (chat, name) in self._told:
            return True
        file = self._look_up(chat)
        quiet, zone = (file.quiet, file.zone) if file else (Quiet(), days.AMSTERDAM)
        if name == "again" and days.is_quiet(now, zone, quiet):  # the bot begins this one: not at night (R39)
            return True
        return await self._send(chat, name, self._spoken(file, said))

    async def _send(self, chat: int, name: str, spoken: Sequence[Words]) -> bool:
        self._told.add((chat, name))
        try:
            await self._line.call("sendMessage", chat_id=chat, text=outage_texts.outage(name, spoken).text)
        except (Forbidden, BadRequest):
            return True
        except TelegramError as error:
            self._told.discard((chat, name))
            log.warning("outage.not_told", error=type(error).__name__)
            return False
        return True

    def _look_up(self, chat: int) -> File | None:
        if not self._readable:
            return None
        try:
            return self._file_of(chat)
        except (StoreBroken, StoreBusy):
            self._readable = False
            return None

    def _spoken(self, file: File | None, said: Incoming) -> tuple[Words, ...]:
        """The person's own language; their phone's for a stranger; all of them when the store can't be read."""
        if file is not None:
            return (words(file.language),)
        phone = words(said.language)
        others = tuple(words(each) for each in LANGUAGES if each != phone.language)
        return (phone,) if self._readable else (phone, *others)


def cause_of(error: Exception) -> str:
    """SQLite's name for what went wrong, or our own; never a person's data."""
    found = getattr(error.__cause__, "sqlite_errorname", "") if isinstance(error.__cause__, sqlite3.Error) else ""
    return found or type(error).__name__
