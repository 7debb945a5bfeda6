"""Beside the running bot: leaves its pulse, pings outward while all is well, opens the local port if one is set."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from urllib.parse import urlsplit, urlunsplit

import aiohttp
import structlog

from bot import logs, pulse
from bot.app import App
from bot.clock import ticks
from bot.findings import FAULT, Finding
from bot.pulse import CONFLICT, EVERY_SECONDS, Pulse
from bot.settings import Settings

log = structlog.get_logger()
#: A pass, after which the ping goes out when all is well.
PASS_SECONDS = 60.0
PING_SECONDS = 10.0
#: That the bot ended is told in passing: nobody waits long for it.
FAIL_SECONDS = 5.0
#: Where services that wait for a ping take the word that something failed.
FAILED = "fail"
#: Why a bot stopped, by the name of the error; others by their name alone.
ENDED = {
    "CancelledError": "it was stopped",
    "Conflict": CONFLICT,
    "InvalidToken": "Telegram doesn't know its token any more",
}


class Vigil:
    """Watches over one bot. Nothing that goes wrong here ever stops it."""

    def __init__(self, app: App, settings: Settings) -> None:
        self.app, self.settings = app, settings
        self._started = ticks()

    def pulse(self, ended: str = "") -> Pulse:
        """How the bot is at this moment."""
        app = self.app
        due = app.ticker.next
        late = 0.0 if due is None else (app.clock.now() - due).total_seconds()
        return Pulse(
            pid=os.getpid(),
            started=self._started,
            written=ticks(),
            polled=app.gateway.answered,
            passed=app.ticker.passed,
            late=max(late, 0.0),
            out=app.outage.why,
            ended=ended,
        )

    def signs(self) -> tuple[Finding, ...]:
        """What there is to say of it at this moment."""
        return tuple(pulse.signs(self.pulse(), ticks()))

    def leave(self, ended: str = "") -> None:
        """Leave the pulse beside the database."""
        pulse.write(self.settings.database, self.pulse(ended))

    async def run(self) -> None:
        """Leave the pulse every few seconds; after each pass in which all was well, ping."""
        passed = ticks()
        while True:
            try:
                self.leave()
                if ticks() - passed >= PASS_SECONDS:
                    passed = ticks()
                    await self.ping()
            except Exception as error:
                log.error("vigil.defect", error=logs.where(error))
            await asyncio.sleep(EVERY_SECONDS)

    async def ping(self) -> None:
        """Tell the outside that all is well; when it isn't, say nothing: then the outside asks. Never the address."""
        if not self.settings.ping or any(sign.kind == FAULT for sign in self.signs()):
            return
        await _call(self.settings.ping, PING_SECONDS)


@asynccontextmanager
async def told_outside(address: str) -> AsyncIterator[None]:
    """If this ends by an error, and not by a stop: call the address of the ping with `/fail` behind it, if one is set.

    So the outside hears at once of a token that was revoked or a second bot, instead of when the calls fail to come.
    """
    try:
        yield
    except Exception:  # a stop is none, and a group that holds one alone isn't either
        if address:
            await _call(address, FAIL_SECONDS, more=FAILED)
        raise


async def _call(address: str, seconds: float, *, more: str = "") -> None:
    """One call without content, `more` behind the path. Never raises, and never tells the address."""
    try:
        if more:
            parts = urlsplit(address)
            address = urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{more}"))
        limits = aiohttp.ClientTimeout(total=seconds)
        async with aiohttp.ClientSession(timeout=limits) as session, session.get(address) as answer:
            if answer.status >= 400:
                log.warning("vigil.ping_refused", status=answer.status)
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
        log.warning("vigil.ping_failed", error=type(error).__name__)


class PortTaken(RuntimeError):  # noqa: N818 - named for what happened
    """The local port can't be opened; the message says why."""


@asynccontextmanager
async def watched(app: App, settings: Settings) -> AsyncIterator[Vigil]:
    """Watch over a bot for as long as this lasts, then leave word why it ended. Raises PortTaken."""
    vigil, ended = Vigil(app, settings), "it was stopped"
    async with AsyncExitStack() as stack:
        if settings.health_port:
            from bot import health_port  # aiohttp's server: 6 MB that a bot without a port doesn't need

            await stack.enter_async_context(health_port.opened(vigil, settings.health_port))
        running = asyncio.create_task(vigil.run(), name="vigil")
        try:
            yield vigil
        except BaseException as error:
            ended = why(error)
            raise
        finally:
            running.cancel()
            vigil.leave(ended)


def why(error: BaseException) -> str:
    """Why a bot ended, of all that went wrong the first: never the words of an error, which may be somebody's."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return ENDED.get(type(error).__name__, f"an error ended it ({type(error).__name__})")
