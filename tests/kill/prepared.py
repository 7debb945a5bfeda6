"""Fifty clients of one coach: everybody has an agreed plan, and their first check-in is due at half past four."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests import keyed
from tests.bench.prepare import FIRST_CHAT, People

CLIENTS = 50
START = datetime(2026, 11, 30, 16, 25, tzinfo=ZoneInfo("Europe/Amsterdam")).astimezone(UTC)
#: When the prompts go.
PROMPTS = START + timedelta(minutes=5)
#: Messages of the time before count from 1; what the local Telegram sends has higher numbers.
MESSAGES_FROM = 1_000_000
#: The step of the tables that is taken back, and what stood there before it.
STEP_BACK = """
DROP INDEX outbox_lane;
CREATE INDEX outbox_safety ON outbox (not_before, n) WHERE state = 'due' AND kind = 'safety';
DELETE FROM _sqlite_migrations WHERE name = '0002_lane';
"""


def chats(clients: int) -> range:
    """Where they write from."""
    return range(FIRST_CHAT, FIRST_CHAT + clients)


def prepare(path: Path, clients: int = CLIENTS) -> None:
    """Make the database, as a bot finds it that was stopped in order at a quiet moment."""
    opened = keyed.opened(path, synchronous="OFF")
    people = People(opened, START - timedelta(minutes=5))
    with opened.batch():
        people.coach()
        for chat in chats(clients):
            people.client(chat)
            people.deliver()
        people.wake()
        people.deliver()
    assert opened.upkeep.verify() == ()
    opened.close()


def between(path: Path) -> bool:
    """Whether a copy of the database is neither before that step nor after it."""
    with closing(sqlite3.connect(path)) as database:
        steps = {name for (name,) in database.execute("SELECT name FROM _sqlite_migrations")}
        indexes = {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'index'")}
    after = "0002_lane" in steps
    return after != ("outbox_lane" in indexes) or after == ("outbox_safety" in indexes)


def step_back(path: Path) -> None:
    """Take back a step of the tables, so that the next start has to take it."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript(STEP_BACK)
