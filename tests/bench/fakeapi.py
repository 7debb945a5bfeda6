"""A small fake Bot API server on 127.0.0.1, with scripted clients behind it. It measures the bot that talks to it.

Prints one JSON object a line: {"port"}, then {"event": "polling"} at the bot's first long poll, and the results at the
end (or when nothing happened for a while). Only the standard library; uvloop if it is there.
"""

import argparse
import asyncio
import contextlib
import json
import re
import time
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl

from world import BOT, World

STALLED_SECONDS, START_SECONDS = 5.0, 15.0
LINGER_SECONDS = 0.05  # what comes twice may come just after
MULTIPART = re.compile(rb'name="?([A-Za-z_]+)"?[^\r\n]*(?:\r\n[^\r\n]+)*\r\n\r\n(.*?)\r\n--', re.DOTALL)


def say(**what: Any) -> None:
    """A line for the runner."""
    print(json.dumps(what), flush=True)


class Server:
    """The methods of the Bot API that the measured bots use."""

    def __init__(self, world: World, rest: float) -> None:
        self.world = world
        self.first_poll: float | None = None
        self._rest = rest

    def begin(self) -> None:
        """At the first long poll: say so, rest while the runner looks at memory, then let the clients talk."""
        if self.first_poll is None:
            self.first_poll = time.time()
            say(event="polling", at=self.first_poll)
            asyncio.get_running_loop().call_later(self._rest, self.world.begin)

    def call(self, method: str, given: dict[str, str]) -> Any:
        """The result of a method other than getUpdates."""
        self.world.tally.calls[method] += 1
        if method == "getme":
            return BOT | {
                "can_join_groups": True,
                "can_read_all_group_messages": False,
                "supports_inline_queries": False,
            }
        if method == "sendmessage":
            return self._message(given, self._reply(given, None))
        if method == "editmessagetext":
            return self._message(given, self._reply(given, int(given["message_id"])))
        if method == "editmessagereplymarkup":
            return self._message(given, int(given["message_id"]))
        if method == "getwebhookinfo":
            return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        return [] if method == "getmycommands" else True

    def _reply(self, given: dict[str, str], message_id: int | None) -> int:
        return self.world.reply(int(given["chat_id"]), given.get("text", ""), given.get("reply_markup", ""), message_id)

    def _message(self, given: dict[str, str], message_id: int) -> dict[str, Any]:
        chat = {"id": int(given["chat_id"]), "type": "private", "first_name": "Sanne"}
        text = given.get("text", "q")
        return {"message_id": message_id, "date": int(time.time()), "chat": chat, "from": BOT, "text": text}


class Connection(asyncio.Protocol):
    """One keep-alive HTTP connection of the bot's."""

    def __init__(self, server: Server) -> None:
        self._server, self._buffer = server, b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Open."""
        self._transport = cast("asyncio.WriteTransport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """Gone."""
        self._transport = None

    def data_received(self, data: bytes) -> None:
        """Take every whole request out of what has come."""
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end]
            found = _body(head.lower(), self._buffer, end + 4)
            if found is None:
                return
            body, past = found
            self._buffer = self._buffer[past:]
            self._handle(head, body)

    def _handle(self, head: bytes, body: bytes) -> None:
        address, _, query = head.split(b" ", 2)[1].partition(b"?")
        method = address.rsplit(b"/", 1)[1].decode().lower()
        given = _given(head, body, query)
        if method == "getupdates":
            self._poll(given)
        else:
            self._send(json.dumps(self._server.call(method, given), separators=(",", ":")).encode())

    def _poll(self, given: dict[str, str]) -> None:
        world, timeout = self._server.world, float(given.get("timeout") or 0)
        offset, limit = int(given.get("offset") or 0), int(given.get("limit") or 100)
        if timeout > 0:  # python-telegram-bot polls once without waiting, to clean up
            self._server.begin()
        updates = world.take(offset, limit) if world.begun else []
        if updates or timeout <= 0:
            self._send(b"[" + b",".join(updates) + b"]")
            return
        future = world.poller()
        late = asyncio.get_running_loop().call_later(timeout, lambda: future.done() or future.set_result(None))

        def woken(_: "asyncio.Future[None]") -> None:
            late.cancel()
            if self._transport is not None:  # a closed connection must not swallow updates
                self._send(b"[" + b",".join(world.take(offset, limit)) + b"]")

        future.add_done_callback(woken)

    def _send(self, result: bytes) -> None:
        if self._transport is None:
            return
        body = b'{"ok":true,"result":' + result + b"}"
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        self._transport.write(head % len(body) + body)


def _body(head: bytes, buffer: bytes, start: int) -> tuple[bytes, int] | None:
    """The body of a request and where the next one begins; None while it isn't all there."""
    if b"transfer-encoding: chunked" in head:
        return _chunks(buffer, start)
    found = re.search(rb"content-length: *(\d+)", head)
    end = start + (int(found[1]) if found else 0)
    return (buffer[start:end], end) if len(buffer) >= end else None


def _chunks(buffer: bytes, start: int) -> tuple[bytes, int] | None:
    body = b""
    while (line := buffer.find(b"\r\n", start)) >= 0:
        size = int(buffer[start:line].split(b";")[0], 16)
        start = line + 2 + size + 2
        if len(buffer) < start:
            return None
        if size == 0:
            return body, start
        body += buffer[line + 2 : line + 2 + size]
    return None


def _given(head: bytes, body: bytes, query: bytes) -> dict[str, str]:
    """The parameters, in whichever of the four ways a bot may send them."""
    if b"application/json" in head:
        plain = json.loads(body or b"{}")
        return {name: value if isinstance(value, str) else json.dumps(value) for name, value in plain.items()}
    if b"multipart/" in head:
        return {name.decode(): value.decode() for name, value in MULTIPART.findall(body)}
    return dict(parse_qsl((query + b"&" + body if query else body).decode(), keep_blank_values=True))


async def serve(asked: argparse.Namespace) -> None:
    """Serve until everybody is through, or nothing happens any more."""
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    script = json.loads(asked.script.read_text(encoding="utf-8"))
    world = World(
        clients=asked.clients,
        opening=script["opening"],
        steps=script["round"],
        rounds=asked.days,
        on_done=lambda: loop.call_later(LINGER_SECONDS, done.set),
    )
    server = Server(world, asked.rest)
    listening = await loop.create_server(lambda: Connection(server), "127.0.0.1", 0)
    say(port=listening.sockets[0].getsockname()[1])
    end = await _ended(world, done)
    say(**world.result(end), first_poll=server.first_poll, server_cpu_s=time.process_time())


async def _ended(world: World, done: asyncio.Event) -> str:
    """How it ended: `done`, or `stalled` when the bot made no call for too long."""
    before, moved = -1, time.monotonic()
    while time.monotonic() - moved < (STALLED_SECONDS if world.begun else START_SECONDS):
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), 0.25)
            return "done"
        if (calls := world.tally.calls.total()) != before:
            before, moved = calls, time.monotonic()
    return "stalled"


def main() -> None:
    """Read what is asked, and serve."""
    parser = argparse.ArgumentParser(description="A fake Bot API server with scripted clients.")
    parser.add_argument("--script", type=Path, required=True, help='JSON: {"opening": [...], "round": [...]}')
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--days", type=int, default=6, help="how many rounds each client plays")
    parser.add_argument("--rest", type=float, default=0.6, help="seconds between the first poll and the first update")
    asked = parser.parse_args()
    with contextlib.suppress(ImportError):
        import uvloop

        uvloop.install()
    asyncio.run(serve(asked))


if __name__ == "__main__":
    main()
