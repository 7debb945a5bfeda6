"""One local Telegram per test, a real python-telegram-bot `Bot` on it, and Sanne with her phone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from simulator.clock import VirtualClock
from simulator.person import Person
from simulator.server import Running, start
from simulator.telegram import Telegram

MONDAY = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
TOKEN = "42:demo"


@pytest.fixture
def telegram() -> Telegram:
    """A world without HTTP."""
    return Telegram(TOKEN, VirtualClock(MONDAY, patience=1.0))


@pytest.fixture
async def running() -> AsyncIterator[Running]:
    """A world on the wire."""
    served = await start(start=MONDAY, token=TOKEN, patience=1.0)
    yield served
    await served.stop()


@pytest.fixture
async def bot(running: Running) -> AsyncIterator[Bot]:
    """The real client library, talking to the world on the wire."""
    request = HTTPXRequest(read_timeout=2, connect_timeout=2)
    async with Bot(
        TOKEN, base_url=running.api, request=request, get_updates_request=HTTPXRequest(read_timeout=2)
    ) as made:
        yield made


@pytest.fixture
def sanne(running: Running) -> Person:
    """Somebody who has written to the bot."""
    person = running.telegram.join(101, "Sanne", username="sanne_v")
    person.send("hallo")
    return person
