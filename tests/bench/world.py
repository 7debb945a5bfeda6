"""The scripted clients: what each sends next, what reply each expects, and how long it took.

A closed loop: a client sends the next step when the reply to the last one has come. A turn is one step: from the moment
its update is written to the bot until the text that answers it (a new or an edited message) arrives.
"""

import asyncio
import collections
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

FIRST_CHAT = 1000
FIRST_UPDATE = 10_000_000
FIRST_MESSAGE = 1_000_000
BOT = {"id": 42, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
Step = dict[str, str]


@dataclass
class Talker:
    """One client: how many steps are done, whether a reply is awaited, and the keyboard last shown."""

    chat: int
    done: int = 0
    awaits: bool = False
    sent_at: float = 0.0
    message_id: int = 0
    buttons: frozenset[str] = frozenset()


@dataclass
class Tally:
    """What is counted while the clients talk."""

    replies: int = 0
    wrong: int = 0
    extra: int = 0
    samples: list[tuple[str, str]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    calls: collections.Counter[str] = field(default_factory=collections.Counter)
    began: float = 0.0
    ended: float = 0.0


class World:
    """All clients, the updates that wait for the bot, and the count. `on_done` is called when everybody is through."""

    def __init__(
        self, *, clients: int, opening: list[Step], steps: list[Step], rounds: int, on_done: Callable[[], object]
    ) -> None:
        self.opening, self.steps, self.turns = opening, steps, len(steps) * rounds
        self.talkers = {FIRST_CHAT + n: Talker(FIRST_CHAT + n) for n in range(clients)}
        self.tally = Tally()
        self.begun = False
        self._on_done = on_done
        self._through = 0
        self._update_id, self._message_id = FIRST_UPDATE, FIRST_MESSAGE
        self._waiting: collections.deque[tuple[int, bytes, Talker]] = collections.deque()
        self._given = 0
        self._pollers: list[asyncio.Future[None]] = []

    def begin(self) -> None:
        """Everybody sends their first step."""
        self.begun = True
        for talker in self.talkers.values():
            self._send(talker)

    # --- updates ----------------------------------------------------------------------------------------------------

    def take(self, offset: int, limit: int) -> list[bytes]:
        """The answer to getUpdates: what the offset confirms is gone, the rest is given (again)."""
        while self._waiting and self._waiting[0][0] < offset:
            self._waiting.popleft()
        given, now = [], time.perf_counter()
        for update_id, raw, talker in list(self._waiting)[:limit]:
            given.append(raw)
            if update_id > self._given:
                self._given, talker.sent_at = update_id, now
                if not self.tally.began and self._measured(talker):
                    self.tally.began = now
        return given

    def poller(self) -> "asyncio.Future[None]":
        """Something to wait for: the next update."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._pollers.append(future)
        return future

    def _send(self, talker: Talker) -> None:
        step = self._step(talker)
        talker.awaits = True
        self._update_id += 1
        update = {"update_id": self._update_id, **(self._tap if "tap" in step else self._text)(talker, step)}
        self._waiting.append((self._update_id, json.dumps(update, separators=(",", ":")).encode(), talker))
        if len(self._pollers) and len(self._waiting):
            asyncio.get_running_loop().call_soon(self._wake)

    def _wake(self) -> None:
        pollers, self._pollers = self._pollers, []
        for poller in pollers:
            if not poller.done():
                poller.set_result(None)

    def _text(self, talker: Talker, step: Step) -> dict[str, Any]:
        text = step["text"]
        self._message_id += 1
        message = {**_message(talker, self._message_id), "from": _user(talker), "text": text}
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        return {"message": message}

    def _tap(self, talker: Talker, step: Step) -> dict[str, Any]:
        if step["tap"] not in talker.buttons:
            self._is_wrong(f"a button {step['tap']}", "no such button")
        message = {**_message(talker, talker.message_id), "from": BOT, "text": "q"}
        return {
            "callback_query": {
                "id": str(self._update_id),
                "from": _user(talker),
                "chat_instance": "1",
                "data": step["tap"],
                "message": message,
            }
        }

    def _measured(self, talker: Talker) -> bool:
        return talker.done >= len(self.opening)

    def _step(self, talker: Talker) -> Step:
        if not self._measured(talker):
            return self.opening[talker.done]
        return self.steps[(talker.done - len(self.opening)) % len(self.steps)]

    # --- replies ----------------------------------------------------------------------------------------------------

    def reply(self, chat: int, text: str, markup: str, message_id: int | None) -> int:
        """A text came for a chat, in a new message or an edited one. Returns its message id."""
        if message_id is None:
            self._message_id += 1
            message_id = self._message_id
        talker = self.talkers.get(chat)
        if talker is None:
            return message_id
        talker.message_id = message_id
        rows = json.loads(markup).get("inline_keyboard", []) if markup else []
        talker.buttons = frozenset(button.get("callback_data", "") for row in rows for button in row)
        if talker.awaits:
            self._answered(talker, text)
        else:
            self.tally.extra += 1
        return message_id

    def _answered(self, talker: Talker, text: str) -> None:
        now, expected = time.perf_counter(), self._step(talker)["expect"]
        talker.awaits = False
        if text != expected:
            self._is_wrong(expected, text)
        if self._measured(talker):
            self.tally.replies += 1
            self.tally.seconds.append(now - talker.sent_at)
            self.tally.ended = now
        talker.done += 1
        if talker.done < len(self.opening) + self.turns:
            self._send(talker)
            return
        self._through += 1
        if self._through == len(self.talkers):
            self._on_done()

    def _is_wrong(self, expected: str, found: str) -> None:
        self.tally.wrong += 1
        if len(self.tally.samples) < 3:
            self.tally.samples.append((expected[:200], found[:200]))

    def result(self, end: str) -> dict[str, Any]:
        """The count so far, as plain JSON."""
        tally, expected = self.tally, len(self.talkers) * self.turns
        span = tally.ended - tally.began if tally.replies else 0.0
        calls = sum(n for name, n in tally.calls.items() if name != "getupdates")
        return {
            "end": end,
            "turns": tally.replies,
            "steps": sum(talker.done for talker in self.talkers.values()),
            "lost": expected - tally.replies,
            "wrong": tally.wrong,
            "extra": tally.extra,
            "turns_per_s": tally.replies / span if span else None,
            "p50_ms": _quantile(tally.seconds, 0.50),
            "p99_ms": _quantile(tally.seconds, 0.99),
            "calls_per_turn": calls / tally.replies if tally.replies else None,
            "calls": dict(tally.calls),
            "samples": tally.samples,
        }


def _message(talker: Talker, message_id: int) -> dict[str, Any]:
    chat = {"id": talker.chat, "type": "private", "first_name": f"Sanne{talker.chat}"}
    return {"message_id": message_id, "date": int(time.time()), "chat": chat}


def _user(talker: Talker) -> dict[str, Any]:
    return {"id": talker.chat, "is_bot": False, "first_name": f"Sanne{talker.chat}", "language_code": "nl"}


def _quantile(seconds: list[float], part: float) -> float | None:
    if not seconds:
        return None
    ordered = sorted(seconds)
    return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * part))]
