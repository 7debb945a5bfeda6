"""A client of the control API, for tests and people that live in another process than the server."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any, Self

import aiohttp


class SaidNo(RuntimeError):  # noqa: N818 - read where it is raised
    """The server refused a wish; the message is its reason."""


class Remote:
    """One local Telegram at `url` (`http://localhost:PORT`); used as an async context."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    @property
    def api(self) -> str:
        """What python-telegram-bot calls `base_url`."""
        return f"{self.url}/bot"

    async def join(self, chat_id: int, first_name: str, **more: Any) -> RemotePerson:
        """Somebody with a Telegram account who has not written to the bot yet; `more` as for `Telegram.join`."""
        await self.ask("POST", "person", {"chat_id": chat_id, "first_name": first_name} | more)
        return RemotePerson(self, chat_id)

    async def now(self) -> datetime:
        """The virtual moment."""
        return datetime.fromisoformat((await self.ask("GET", "clock"))["now"])

    async def advance_to(self, moment: datetime) -> None:
        """Moves time in exact steps; returns in an idle world."""
        await self.ask("POST", "clock/push", {"to": moment.isoformat()})

    async def push(self, by: str) -> bool:
        """Moves time by an `hour`, `day`, `week` or to the `next` event; False when there was no next event."""
        return bool((await self.ask("POST", "clock/push", {"by": by}))["moved"])

    async def jump(self, moment: datetime) -> None:
        """Moves time at once, asking no bot."""
        await self.ask("POST", "clock/push", {"to": moment.isoformat(), "force": True})

    async def until_idle(self, timeout: float = 30.0) -> None:
        """Returns once the bot has finished everything."""
        await self.ask("GET", f"idle?timeout={timeout}")

    async def ledger(self, after: int = 0) -> list[dict[str, Any]]:
        """The ledger's rows after row `after`."""
        rows: list[dict[str, Any]] = (await self.ask("GET", f"ledger?after={after}"))["rows"]
        return rows

    async def fault(self, **fault: Any) -> None:
        """Switches a fault on: the fields of `faults.Fault`, or `kind="refused", seconds=2`."""
        await self.ask("POST", "faults", fault)

    async def clear_faults(self) -> None:
        """Switches all faults off."""
        await self.ask("DELETE", "faults")

    async def ask(self, verb: str, path: str, wish: dict[str, Any] | None = None) -> dict[str, Any]:
        """One wish below `/sim/`; raises `SaidNo` with the server's reason."""
        async with self._session.request(verb, f"{self.url}/sim/{path}", json=wish) as answer:
            said: dict[str, Any] = await answer.json()
            if answer.status != 200:
                raise SaidNo(said["error"])
            return said


@dataclass(frozen=True, slots=True)
class RemotePerson:
    """Somebody in one chat, as `person.Person`, over HTTP. Each act returns the number of its update."""

    remote: Remote
    chat_id: int

    async def send(self, text: str, *, forwarded: bool = False) -> int:
        """Sends a text."""
        return await self.act("send", text=text, forwarded=forwarded)

    async def open_link(self, payload: str = "") -> int:
        """Opens a deep link and presses START."""
        return await self.act("open_link", payload=payload)

    async def tap(self, message_id: int, data: str) -> int:
        """Taps a button, also one that just went away."""
        return await self.act("tap", message_id=message_id, data=data)

    async def tap_label(self, label: str) -> int:
        """Taps the button with this label in the newest message that has it."""
        return await self.act("tap", label=label)

    async def edit(self, message_id: int, text: str) -> int:
        """Changes an own message."""
        return await self.act("edit", message_id=message_id, text=text)

    async def screen(self) -> list[dict[str, Any]]:
        """The messages now in the chat, oldest first, as JSON values."""
        screen: list[dict[str, Any]] = (await self.chat())["screen"]
        return screen

    async def chat(self) -> dict[str, Any]:
        """All the person sees: messages, commands, pop-ups, whether the bot is blocked."""
        return await self.remote.ask("GET", f"chat?chat_id={self.chat_id}")

    async def act(self, do: str, **more: Any) -> int:
        """Any deed of the control API by its name, such as `photo`, `voice`, `sticker`, `block`, `unblock`."""
        return int((await self.remote.ask("POST", "act", {"chat_id": self.chat_id, "do": do} | more))["update_id"])
