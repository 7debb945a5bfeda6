"""Every request of a bot on its way out: written down, and sent to a closed door where it is to be refused."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from bot import app as application
from bot.transport import Transport

HOUR = 3600.0


def second() -> float:
    """The loop's time."""
    return asyncio.get_running_loop().time()


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request that the bot tried: when, what, to which chat (0: none)."""

    at: float
    method: str
    chat: int


@dataclass
class Refusal:
    """Calls for which nobody listens: `left` of them, None for ever."""

    method: str
    chat: int | None
    left: int | None


@dataclass
class Outgoing:
    """What was asked, and which calls find the door closed: `refused` so far."""

    asked: list[Asked] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    refused: int = 0

    def refuse(self, method: str, chat: int | None, times: int | None) -> None:
        """From now on so many of these calls find nobody listening; None: all."""
        self.refusals.append(Refusal(method=method, chat=chat, left=times))

    @contextmanager
    def observed(self, port: int) -> Iterator[None]:
        """Write down every request on its way out; each is carried out as ever, at a closed port if it is refused."""
        carry_out, look = Transport.do_request, application.LOOK_FOR_CHANGES_SECONDS
        nobody = socket.socket()
        nobody.bind(("127.0.0.1", 0))  # bound and not listening: whoever knocks is refused
        here, closed = f":{port}/", f":{nobody.getsockname()[1]}/"

        async def do_request(pool: Transport, url: str, method: str, request_data: Any = None, **more: Any) -> Any:
            fields = request_data.json_parameters if request_data else {}
            asked = Asked(at=second(), method=url.rsplit("/", 1)[-1], chat=int(fields.get("chat_id") or 0))
            self.asked.append(asked)
            address = url.replace(here, closed) if self._refuses(asked) else url
            return await carry_out(pool, address, method, request_data, **more)

        Transport.do_request = do_request  # type: ignore[method-assign]
        application.LOOK_FOR_CHANGES_SECONDS = HOUR  # no other process writes here
        try:
            yield
        finally:
            Transport.do_request = carry_out  # type: ignore[method-assign]
            application.LOOK_FOR_CHANGES_SECONDS = look
            nobody.close()

    def _refuses(self, asked: Asked) -> bool:
        """Whether this call finds the door closed, counted off."""
        for refusal in self.refusals:
            if refusal.method == asked.method and refusal.chat in {None, asked.chat} and refusal.left != 0:
                refusal.left = refusal.left - 1 if refusal.left else None
                self.refused += 1
                return True
        return False
