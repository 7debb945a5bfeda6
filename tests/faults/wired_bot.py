"""One installation on the wire: the bot as `trede run` makes it, its folder, and a local Telegram that can go wrong."""

import asyncio
import contextlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from outgoing import HOUR, Outgoing, second

from bot.app import App, bot_for
from bot.settings import Settings
from simulator.faults import Fault
from simulator.person import Person
from simulator.server import Running
from state_machines.events import ClaimAnswered
from state_machines.files import Client
from storage.open import Opened, open_sqlite
from storage.port import Letter, Turn

MONDAY = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
TOKEN = "42:wire"
SANNE, JOOST = 101, 102
REFUSED = "connection refused"
#: The rows' names of what the simulator calls otherwise.
KINDS = {
    "reset before": "reset_before",
    "reset after": "reset_after",
    "no answer after": "hang_after",
    "truncated JSON": "truncated",
    "HTML, 502": "html",
    "HTML, 200": "html_200",
    "other JSON": "odd",
}


class LoopClock:
    """The clock of this installation: the loop's own time, from a Monday at eight."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return MONDAY + timedelta(seconds=second())

    async def sleep_until(self, moment: datetime | None) -> None:
        """Wait for a moment; without one, for as long as it takes to be cancelled."""
        while moment is None or self.now() < moment:
            await asyncio.sleep(HOUR if moment is None else (moment - self.now()).total_seconds())


@dataclass
class Wired:
    """Telegram, the folder and, while it runs, the bot."""

    local: Running
    folder: Path
    out: Outgoing = field(default_factory=Outgoing)
    app: App | None = None
    job: "asyncio.Task[None] | None" = None
    opened: Opened | None = None

    @property
    def path(self) -> Path:
        """The database."""
        return self.folder / "trede.db"

    @property
    def sanne(self) -> Person:
        """The client's phone."""
        return self.local.telegram.person(SANNE)

    @property
    def joost(self) -> Person:
        """The coach's phone."""
        return self.local.telegram.person(JOOST)

    async def start(self) -> None:
        """Start the bot on what an earlier one left."""
        self.opened = open_sqlite(self.path, synchronous="OFF")
        settings = Settings(token=TOKEN, api=f"http://127.0.0.1:{self.local.port}", database=self.path)
        self.app = App(self.opened, *bot_for(settings), LoopClock())
        await self.app.start()
        self.job = asyncio.create_task(self.app.run())
        await self.app.gateway.polled.wait()

    async def stop(self) -> None:
        """Stop it, if it hasn't stopped by itself."""
        if self.app is None or self.job is None or self.opened is None:
            return
        self.job.cancel()
        with contextlib.suppress(asyncio.CancelledError, BaseExceptionGroup):
            await self.job
        await self.app.stop()
        self.opened.close()
        self.app = None

    @property
    def ended(self) -> str:
        """How the bot stopped by itself; "goes on" when it didn't."""
        assert self.job is not None
        if not self.job.done():
            return "goes on"
        error = self.job.exception()
        found = error.exceptions if isinstance(error, BaseExceptionGroup) else (error,)
        return " ".join(sorted({f"stops: {type(one).__name__}" for one in found}))

    def arm(self, method: str, name: str, *, times: int | None, chat: int | None = None) -> None:
        """From now on this call meets the fault that a row of the matrix names, such as "429, wait 30 s"."""
        kind, _, wait = name.partition(", wait ")
        if name == REFUSED:
            self.out.refuse(method, chat, times)
            return
        seconds = int(wait.split()[0]) if wait else 0
        fault = Fault(
            method=method, kind=KINDS.get(kind, kind), times=times, chat_id=chat, retry_after=seconds, timeout=HOUR
        )
        self.local.telegram.faults.add(fault)

    def mend(self) -> None:
        """All goes well again."""
        self.local.telegram.faults.clear()
        self.out.refusals.clear()

    @property
    def struck(self) -> int:
        """How many calls went wrong."""
        return self.local.telegram.faults.struck + self.out.refused

    async def keep(self, *letters: Letter) -> None:
        """Letters as a turn leaves them in the outbox."""
        assert self.app is not None
        store = self.app.opened
        turn = Turn(at=self.app.clock.now(), before=None, after=None, letters=letters)
        await self.app.queue.do(lambda: store.commit(turn))

    def requests(self, method: str, since: float, *, chat: int | None = None) -> list[float]:
        """The moments at which this was asked, from a moment on."""
        return [a.at for a in self.out.asked if a.method == method and a.at >= since and chat in {None, a.chat}]

    def letters(self, chat: int) -> dict[int, tuple[str, str]]:
        """The letters to a chat, in order: state and reason, by number."""
        with closing(sqlite3.connect(self.path)) as beside:
            found = beside.execute("SELECT n, state, reason FROM outbox WHERE chat = ? ORDER BY n", (chat,))
            return {n: (state, reason) for n, state, reason in found}

    def seen(self, chat: int, words: str, what: str = "sent") -> int:
        """How often somebody was sent these words."""
        rows = self.local.telegram.ledger.after(0, chat)
        return sum(row.what == what and row.text.startswith(words) for row in rows)

    def taken(self) -> int:
        """How often the coach's tap on "yes, that's Sanne" was applied, by the client's log."""
        assert self.opened is not None
        files = [file for file in self.opened.views.files() if isinstance(file, Client)]
        return sum(isinstance(e, ClaimAnswered) for file in files for e in self.opened.views.own_events(file.id))
