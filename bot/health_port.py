"""The local port: whether the bot lives and is ready, and its numbers. Opened only where TREDE_HEALTH_PORT is set."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

from aiohttp import web

from bot import metrics
from bot.findings import FAULT
from bot.vigil import PortTaken, Vigil

#: This machine alone: whoever is to read it from elsewhere gets a proxy in between.
HOST = "127.0.0.1"

Answering = Callable[[web.Request], Awaitable[web.Response]]


@asynccontextmanager
async def opened(vigil: Vigil, port: int) -> AsyncIterator[None]:
    """Answer on this port of this machine. Raises PortTaken."""
    application = web.Application()
    application.add_routes([web.get(path, answer) for path, answer in _answers(vigil).items()])
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await _listen(runner, port)
        yield
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int) -> None:
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError as error:
        raise PortTaken(f"TREDE_HEALTH_PORT {port} can't be opened: {os.strerror(error.errno or 0)}") from error


def _answers(vigil: Vigil) -> Mapping[str, Answering]:
    async def livez(_: web.Request) -> web.Response:
        """That this is answered says it: the bot's own loop does it."""
        return web.Response(text="alive\n")

    async def readyz(_: web.Request) -> web.Response:
        """Whether it keeps what it is given, hears Telegram and follows its clock."""
        signs = vigil.signs()
        status = 503 if any(sign.kind == FAULT for sign in signs) else 200
        return web.Response(status=status, text="".join(f"{sign}\n" for sign in signs))

    async def numbers(_: web.Request) -> web.Response:
        """The numbers of Prometheus. What is counted in the database is counted beside the loop."""
        kept = await asyncio.to_thread(metrics.of_store, vigil.app.opened, vigil.settings.database)
        text = metrics.page([*metrics.of_bot(vigil.app, vigil.pulse()), *kept])
        return web.Response(text=text, headers={"Content-Type": metrics.CONTENT_TYPE})

    return {"/livez": livez, "/readyz": readyz, "/metrics": numbers}
