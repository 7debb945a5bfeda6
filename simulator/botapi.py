"""The Bot API over HTTP: `/bot<token>/<method>` in every encoding bots use, and the files."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from aiohttp import web

from simulator.faults import Dropped
from simulator.params import Files, Params
from simulator.reply import Refused, Reply
from simulator.telegram import Telegram


class BotApi:
    """Puts one `Telegram` on the wire."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram

    def routes(self) -> list[web.RouteDef]:
        """What the server listens to for the bot."""
        return [
            web.route("*", "/bot{token}/{method}", self.method),
            web.get("/file/bot{token}/{file_id}/{name:.*}", self.file),
        ]

    async def method(self, request: web.Request) -> web.StreamResponse:
        """One call: decoded, carried out, answered; or broken off where a fault says so."""
        if request.match_info["token"] != self.telegram.token:
            return _response(Refused(401, "Unauthorized").reply())
        try:
            params, files = await decoded(request)
            return _response(await self.telegram.call(request.match_info["method"], params, files))
        except Refused as refused:
            return _response(refused.reply())
        except Dropped as dropped:
            return await _broken_off(request, dropped)

    async def file(self, request: web.Request) -> web.StreamResponse:
        """The bytes behind a `file_path` of getFile."""
        file = self.telegram.world.files.get(request.match_info["file_id"])
        if request.match_info["token"] != self.telegram.token or file is None:
            return _response(Refused(404, "Not Found").reply())
        return web.Response(body=file.content, content_type=file.mime)


async def decoded(request: web.Request) -> tuple[Params, Files]:
    """Parameters and files of a call, from the query and the body together."""
    params: dict[str, object] = dict(request.query)
    if request.content_type == "application/json":
        params |= _json_object(await request.text())
    elif request.content_type == "multipart/form-data":
        files: dict[str, tuple[str, bytes]] = {}
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = (value.filename, value.file.read())
            else:
                params[name] = value
        return params, files
    elif request.content_type == "application/x-www-form-urlencoded":
        params |= await request.post()
    return params, {}


def _json_object(body: str) -> dict[str, Any]:
    try:
        value = json.loads(body or "{}")
    except ValueError:
        raise Refused(400, "Bad Request: can't parse JSON request body") from None
    if not isinstance(value, dict):
        raise Refused(400, "Bad Request: request body must be a JSON object")
    return value


def _response(reply: Reply) -> web.Response:
    headers = {}
    if retry_after := reply.body.get("parameters", {}).get("retry_after"):
        headers["Retry-After"] = str(retry_after)
    body = reply.raw if reply.raw is not None else json.dumps(reply.body, separators=(",", ":")).encode()
    return web.Response(status=reply.status, body=body, content_type=reply.content_type, headers=headers)


async def _broken_off(request: web.Request, dropped: Dropped) -> web.StreamResponse:
    """Holds the line as long as the fault says, then cuts it without a byte of an answer."""
    await asyncio.sleep(dropped.hold)
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)
