"""The control API of the clock, `/sim/clock` and `/sim/idle`, and the stream that says what changed."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from simulator.answers import route, told, wish_of
from simulator.telegram import Telegram

ZONE = ZoneInfo("Europe/Amsterdam")
LONGEST_WAIT = 60.0
HEARTBEAT = 15.0
CALM = 0.04
"""Seconds between two news at least: the page draws no faster than 25 times a second."""


class TimeControl:
    """The bot listens and reports here; the page and tests push."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram, self.clock = telegram, telegram.clock

    def routes(self) -> list[web.RouteDef]:
        """What the server listens to."""
        return [
            route("GET", "clock", self.wait),
            route("POST", "clock/report", self.report),
            route("POST", "clock/push", self.push),
            route("GET", "idle", self.idle),
            route("GET", "events", self.events),
        ]

    async def wait(self, request: web.Request) -> web.Response:
        """The moment and the generation; waits while the generation is still `seq`."""
        if "seq" in request.query:
            await self.clock.wait(int(request.query["seq"]), _timeout(request, 25.0))
        return told(self._now())

    async def report(self, request: web.Request) -> web.Response:
        """The bot's word that it is idle."""
        said = await wish_of(request)
        self.clock.report(int(said["seq"]), said.get("handled"), _moment(said.get("next")))
        return told({"idle": self.clock.idle})

    async def push(self, request: web.Request) -> web.Response:
        """Moves time by an hour, a day, a week, to the next event or to a moment; answers when it is done.

        With `"force": true` it asks no bot: for times when none runs.
        """
        wish = await wish_of(request)
        if wish.get("by") == "next":
            return told({"moved": await self.clock.next_event()} | self._now())
        goal = self._goal(wish)
        if wish.get("force"):
            self.clock.jump(goal)
        else:
            await self.clock.advance_to(goal)
        return told({"moved": True} | self._now())

    async def idle(self, request: web.Request) -> web.Response:
        """Answers once the bot has finished everything."""
        await self.clock.until_idle(_timeout(request, self.clock.patience))
        return told(self._now())

    async def events(self, request: web.Request) -> web.StreamResponse:
        """A stream of what to draw anew: the clock, and each chat's version."""
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await stream.prepare(request)
        told_last = ""
        while True:
            heard = [bell.count for bell in self._bells]
            versions = {str(chat.id): chat.version for chat in self.telegram.world.chats.values()}
            news = json.dumps({"clock": self._now(), "chats": versions})
            await stream.write(f"data: {news}\n\n".encode() if news != told_last else b": still here\n\n")
            told_last = news
            await asyncio.sleep(CALM)
            await self._ring_after(heard)

    @property
    def _bells(self) -> tuple[Any, ...]:
        return (self.telegram.world.bell, *self.clock.bells)

    async def _ring_after(self, heard: list[int]) -> None:
        """Returns at the next change anywhere since `heard`, at the latest after a heartbeat."""
        pairs = zip(self._bells, heard, strict=True)
        waits = [asyncio.create_task(bell.wait(count, HEARTBEAT)) for bell, count in pairs]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    def _goal(self, wish: dict[str, Any]) -> datetime:
        """A day and a week leave the hands of a Dutch clock where they are, also over a change of summer time."""
        if (to := _moment(wish.get("to"))) is not None:
            return to
        if wish.get("by") == "hour":
            return self.clock.now + timedelta(hours=1)
        days = {"day": 1, "week": 7}.get(str(wish.get("by")))
        if days is None:
            raise ValueError('push wants {"by": "hour" | "next" | "day" | "week"} or {"to": moment}')
        return self.clock.now.astimezone(ZONE) + timedelta(days=days)

    def _now(self) -> dict[str, Any]:
        due = self.clock.next_due
        return {
            "now": self.clock.now.isoformat(),
            "seq": self.clock.seq,
            "idle": self.clock.idle,
            "pushing": self.clock.pushing,
            "next": due.isoformat() if due else None,
        }


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _timeout(request: web.Request, default: float) -> float:
    return min(float(request.query.get("timeout", default)), LONGEST_WAIT)
