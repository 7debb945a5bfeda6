"""The floor: the check-in without any framework, on one asyncio loop with a hand-made HTTP client.

Durable like Trede: one commit with synchronous=FULL for a batch of updates, then the replies, then the next poll. It
has no outbox: a reply that was not sent before a crash is never sent.
"""

import asyncio
import json
import os
import sqlite3
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flow import KEYS, TURNS, Unclear, accepted, reply_after

TABLES = """
CREATE TABLE IF NOT EXISTS client (id INTEGER PRIMARY KEY, turn INTEGER NOT NULL, answers TEXT NOT NULL, seen INTEGER);
CREATE TABLE IF NOT EXISTS log (n INTEGER PRIMARY KEY, client INTEGER NOT NULL, at INTEGER, turn INTEGER, value TEXT);
"""
KEEP = "INSERT INTO client VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET turn=?2, answers=?3, seen=?4"


class Http:
    """Keep-alive connections to the Bot API."""

    def __init__(self, base: str) -> None:
        self._to = urlsplit(base)
        self._free: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def call(self, method: str, **given: Any) -> Any:
        """The result of one call."""
        link = self._free.pop() if self._free else await asyncio.open_connection(self._to.hostname, self._to.port)
        reader, writer = link
        body = json.dumps(given).encode()
        head = (
            "POST /bot42:BENCH/{} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n"
        )
        writer.write(head.format(method, self._to.netloc, len(body)).encode() + body)
        answer = (await reader.readuntil(b"\r\n\r\n")).lower()
        start = answer.index(b"content-length:") + 15
        found = await reader.readexactly(int(answer[start : answer.index(b"\r\n", start)]))
        self._free.append(link)
        return json.loads(found)["result"]


def opened(path: Path) -> sqlite3.Connection:
    """The database."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.executescript(TABLES)
    return db


def taken(db: sqlite3.Connection, update: dict[str, Any]) -> tuple[int, str]:
    """Keep one turn; whom to say what."""
    chat, text = update["message"]["chat"]["id"], update["message"]["text"]
    row = db.execute("SELECT turn, answers, seen FROM client WHERE id = ?", (chat,)).fetchone()
    turn, answers, seen = (row[0], json.loads(row[1]), row[2]) if row else (0, {}, 0)
    if update["update_id"] <= seen:  # given again after a crash: the reply once more, nothing changed
        return chat, reply_after((turn - 1) % TURNS, answers)
    try:
        value = answers[KEYS[turn]] = accepted(turn, text)
    except Unclear as why:
        return chat, str(why)
    db.execute(KEEP, (chat, (turn + 1) % TURNS, json.dumps(answers), update["update_id"]))
    log = (chat, int(time.time()), turn, json.dumps(value))
    db.execute("INSERT INTO log (client, at, turn, value) VALUES (?, ?, ?, ?)", log)
    return chat, reply_after(turn, answers)


async def main() -> None:
    """Poll for ever."""
    db, http = opened(Path(os.environ["DATA_DIR"]) / "bot.db"), Http(os.environ["API_BASE"])
    await http.call("getMe")
    offset = 0
    while True:
        updates = await http.call("getUpdates", offset=offset, timeout=10, limit=100)
        if not updates:
            continue
        db.execute("BEGIN IMMEDIATE")
        replies = [taken(db, update) for update in updates]
        db.execute("COMMIT")
        await asyncio.gather(*(http.call("sendMessage", chat_id=chat, text=text) for chat, text in replies))
        offset = updates[-1]["update_id"] + 1


if __name__ == "__main__":
    asyncio.run(main())
