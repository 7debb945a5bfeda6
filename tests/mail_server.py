"""A small mail server on this computer: it takes mail, refuses it, is slow, or is away, as a test wishes."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

#: What it answers instead of "250 ok": by the command that it comes after (`.` ends the words of a mail).
Answers = dict[str, str]
HUNG_UP = ""


@dataclass
class MailServer:
    """`mails` were accepted, for `recipients`. `answers` come instead of the good ones; after `silent` none comes."""

    mails: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    answers: Answers = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)
    connections: int = 0
    port: int = 0
    _gone: asyncio.Event = field(default_factory=asyncio.Event)
    _server: asyncio.Server | None = None
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    @property
    def setting(self) -> str:
        """What TREDE_MAIL says of it."""
        return f"mailto://127.0.0.1:{self.port}?from=trede@example.org&mode=insecure"

    async def start(self) -> None:
        """Open the door, on the same port as before."""
        self._gone.clear()
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Close the door and break what is open."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._gone.set()
        for writer in tuple(self._open):
            writer.transport.abort()
        await asyncio.sleep(0)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._open.add(writer)
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            await self._talk(reader, writer)
        self._open.discard(writer)
        writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._say(writer, "connect", "220 here")
        to = ""
        while line := (await reader.readline()).decode().strip():
            command = line.split(maxsplit=1)[0].upper()
            if command == "RCPT":
                to = line.partition("<")[2].rstrip(">")
            await self._say(writer, command, {"DATA": "354 go on", "QUIT": "221 bye"}.get(command, "250 ok"))
            if command == "QUIT":
                return
            if command == "DATA" and "DATA" not in self.answers:
                words = await reader.readuntil(b"\r\n.\r\n")
                if "." not in self.answers:
                    self.mails.append(message_from_bytes(words[:-3], policy=policy.default))  # type: ignore[arg-type]
                    self.recipients.append(to)
                await self._say(writer, ".", "250 taken")

    async def _say(self, writer: asyncio.StreamWriter, after: str, good: str) -> None:
        if after in self.silent:
            await self._gone.wait()
        answer = self.answers.get(after, good)
        if answer == HUNG_UP:
            raise ConnectionResetError
        writer.write(f"{answer}\r\n".encode())
        await writer.drain()


@asynccontextmanager
async def mail_server() -> AsyncIterator[MailServer]:
    """A mail server that runs; closed afterwards."""
    server = MailServer()
    await server.start()
    try:
        yield server
    finally:
        await server.stop()
