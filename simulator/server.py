"""The local Telegram on the wire: Bot API, control API and page on one port of this machine."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from aiohttp import web

from simulator.actors import Actor, WaitingLink
from simulator.botapi import BotApi
from simulator.clock import VirtualClock
from simulator.control import Control
from simulator.control_time import TimeControl
from simulator.guards import own_names_only, safe_headers
from simulator.hook import Hook
from simulator.telegram import Telegram

PAGE = Path(__file__).parent / "page"
LARGEST_BODY = 64 * 2**20


@dataclass(slots=True)
class Running:
    """A server that runs. `url` is the page; a bot's base URL is `api`, to which it adds token and method."""

    telegram: Telegram
    runner: web.AppRunner
    port: int = 0
    actors: list[Actor] = field(default_factory=list)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _site: web.TCPSite | None = None

    @property
    def clock(self) -> VirtualClock:
        """The clock of this world."""
        return self.telegram.clock

    @property
    def url(self) -> str:
        """The page; on `localhost`, since passkeys refuse a bare address."""
        return f"http://localhost:{self.port}/"

    @property
    def api(self) -> str:
        """What python-telegram-bot calls `base_url`."""
        return f"http://127.0.0.1:{self.port}/bot"

    def give_link(self, chat_id: int, link: WaitingLink) -> None:
        """From now on this link lies ready for the actor of this chat."""
        self.actors[:] = [replace(one, waiting_link=link) if one.chat_id == chat_id else one for one in self.actors]
        self.telegram.world.bell.ring()

    async def listen(self) -> None:
        """Opens the door, on the same port as before."""
        self._site = web.TCPSite(self.runner, "127.0.0.1", self.port, reuse_address=True)
        await self._site.start()
        self.port = self.runner.addresses[0][1]

    async def refuse(self, seconds: float | None = None) -> None:
        """Closes the door: open connections break, new ones are refused. For so long, or until `listen`."""
        if self._site is not None:
            await self._site.stop()
            self._site = None
        server = self.runner.server
        for connection in server.connections if server else ():
            if connection.transport is not None:
                connection.transport.abort()
        if seconds is not None:
            await asyncio.sleep(seconds)
            await self.listen()

    def refuse_soon(self, seconds: float) -> None:
        """Closes the door for so long, once the answer to this very wish is out."""

        async def later() -> None:
            await asyncio.sleep(0.05)
            await self.refuse(seconds)

        self.spawn(asyncio.create_task(later()))

    def spawn(self, task: asyncio.Task[None]) -> None:
        """Keeps a task until it ends or the server stops."""
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def stop(self) -> None:
        """Ends everything this server began."""
        for task in tuple(self.tasks):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        await self.refuse()
        await self.runner.cleanup()


async def start(
    port: int = 0,
    *,
    start: datetime,
    token: str = "42:demo",
    people: Sequence[Actor] = (),
    title: str = "Trede",
    patience: float = 30.0,
    clock: VirtualClock | None = None,
) -> Running:
    """Starts a world at the moment `start` with these people in it, on this port of 127.0.0.1 (0: a free one).

    `clock`: another one than the pushed clock that begins at `start`.
    """
    telegram = Telegram(token, clock or VirtualClock(start, patience=patience))
    for actor in people:
        telegram.join(actor.chat_id, actor.first_name, actor.last_name, actor.username, actor.language_code)
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[own_names_only])
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.5)
    running = Running(telegram, runner, port, list(people))
    app.add_routes(BotApi(telegram).routes())
    app.add_routes(TimeControl(telegram).routes())
    app.add_routes(Control(telegram, running.actors, title, running.refuse_soon).routes())
    app.add_routes([web.get("/", _page), web.get("/page/{name:[a-z.]+}", _page)])
    app.on_response_prepare.append(safe_headers)
    await runner.setup()
    await running.listen()
    running.spawn(asyncio.create_task(Hook(telegram).run()))
    return running


async def _page(request: web.Request) -> web.StreamResponse:
    name = request.match_info.get("name", "index.html")
    if name not in {path.name for path in PAGE.iterdir()}:
        raise web.HTTPNotFound
    return web.FileResponse(PAGE / name)
