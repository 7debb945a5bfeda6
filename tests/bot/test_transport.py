"""HTTP to Telegram against a local one, with everything that can go wrong on the way.

What matters is what is known afterwards: that it wasn't sent, that it was refused, or that nobody knows.
"""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from telegram import Bot
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot import delivery, transport
from bot.transport import NotSent, Transport
from bot.wire import Wire
from simulator import server
from simulator.faults import Fault
from simulator.server import Running
from storage.port import Claimed, Letter, LetterState

AT = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
SANNE = 101


@pytest_asyncio.fixture
async def local() -> AsyncIterator[Running]:
    """A local Telegram in which Sanne has written to the bot."""
    running = await server.start(start=AT, token="42:x")
    running.telegram.join(SANNE, "Sanne").send("hoi")
    yield running
    await running.stop()


@pytest_asyncio.fixture
async def wire(local: Running) -> AsyncIterator[Wire]:
    """The bot's wire to it."""
    polling = Transport(size=1)
    bot = Bot("42:x", base_url=local.api, request=Transport(), get_updates_request=polling)
    await bot.initialize()
    yield Wire(bot, polling, Transport())
    await bot.shutdown()


async def send(wire: Wire, text: str = "dag") -> int:
    """A message to Sanne; its number."""
    return int((await wire.call("sendMessage", chat_id=SANNE, text=text))["message_id"])


def arrived(local: Running) -> list[str]:
    """What Sanne got."""
    return [bubble.text for bubble in local.telegram.person(SANNE).screen if bubble.from_bot]


async def test_a_message_arrives_as_it_is(wire: Wire, local: Running) -> None:
    """Signs of every kind, the longest text, a keyboard, and None left out."""
    texts = ["dag", "é € 😀 ﷽ \u202e", "a&b=c%20+d", "x" * 4096, '{"json": true}']
    for text in texts:
        await send(wire, text)
    assert arrived(local) == texts
    keyboard = {"inline_keyboard": [[{"text": "Ja", "callback_data": "q:help"}]]}
    await wire.call("sendMessage", chat_id=SANNE, text="?", reply_markup=keyboard, protect_content=None)
    assert local.telegram.person(SANNE).screen[-1].labels == ("Ja",)


async def test_updates_come_as_they_are_and_are_confirmed_by_the_next_offset(wire: Wire) -> None:
    """Asked again without an offset they come again."""
    first = await wire.updates(offset=None, timeout=0, allowed=["message"])
    assert first[0]["message"]["text"] == "hoi"
    assert await wire.updates(offset=None, timeout=0, allowed=["message"]) == first
    assert await wire.updates(offset=first[0]["update_id"] + 1, timeout=0, allowed=["message"]) == []


async def test_a_refused_connection_is_certainly_not_sent(wire: Wire, local: Running) -> None:
    """Nobody listens: it may be sent again, whatever its class; and it works once somebody does.

    What was under way over a connection that stood open is another matter: there nobody knows.
    """
    await local.refuse()
    with pytest.raises(NetworkError):
        await send(wire)
    for _ in range(2):
        with pytest.raises(NotSent):
            await send(wire)
    await local.listen()
    await send(wire)
    assert arrived(local) == ["dag"]


@pytest.mark.parametrize("kind", ["reset_before", "reset_after"])
async def test_a_connection_that_breaks_leaves_it_open(wire: Wire, local: Running, kind: str) -> None:
    """It may have arrived: that isn't NotSent, and it isn't sent again behind our back."""
    local.telegram.faults.add(Fault(method="sendMessage", kind=kind))
    with pytest.raises(NetworkError) as error:
        await send(wire)
    assert not isinstance(error.value, NotSent | BadRequest)
    assert len(arrived(local)) == (kind == "reset_after")
    assert local.telegram.calls["sendMessage"] == 1


@pytest.mark.parametrize("kind", ["hang_before", "hang_after"])
async def test_no_answer_in_time_leaves_it_open(
    wire: Wire, local: Running, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TimedOut, after the time that was allowed."""
    monkeypatch.setattr(transport, "SECONDS", 0.05)
    monkeypatch.setattr(transport, "CONNECT_SECONDS", 0.05)
    local.telegram.faults.add(Fault(method="sendMessage", kind=kind, timeout=1.0))
    with pytest.raises(TimedOut):
        await send(wire)


@pytest.mark.parametrize("kind", ["truncated", "html", "502", "500", "504"])
async def test_an_answer_that_cannot_be_read_leaves_it_open(wire: Wire, local: Running, kind: str) -> None:
    """Half a JSON, a page of a proxy, a server's own trouble: an error of Telegram's, never one that ends the bot.

    And the delivery policy takes it for what it is: nobody knows. Safety text is sent again.
    """
    local.telegram.faults.add(Fault(method="sendMessage", kind=kind))
    with pytest.raises(TelegramError) as error:
        await send(wire)
    letter = Letter(chat=SANNE, file=None, kind="safety", body="{}", not_before=AT)
    settled = delivery.failed(Claimed(n=1, letter=letter, message_id=None, tries=0), AT, error.value)
    assert settled.state is LetterState.DUE


@pytest.mark.parametrize(
    ("kind", "error"),
    [("400", BadRequest), ("401", InvalidToken), ("403", Forbidden), ("409", Conflict), ("429", RetryAfter)],
)
async def test_telegrams_refusals_have_their_own_errors(
    wire: Wire, local: Running, kind: str, error: type[TelegramError]
) -> None:
    """Sorted as the delivery policy knows them."""
    local.telegram.faults.add(Fault(method="sendMessage", kind=kind, retry_after=7))
    with pytest.raises(error):
        await send(wire)
    assert arrived(local) == []


async def test_an_error_never_tells_the_token(wire: Wire, local: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address holds it: no message and no cause that is shown repeats an address."""
    monkeypatch.setattr(transport, "SECONDS", 0.05)
    monkeypatch.setattr(transport, "CONNECT_SECONDS", 0.05)
    said = []
    for kind in ("reset_before", "hang_before", "truncated", "html", "500", "404"):
        local.telegram.faults.add(Fault(method="sendMessage", kind=kind, timeout=0.5))
        with pytest.raises(TelegramError) as error:
            await send(wire)
        said.append(error.value)
    await local.refuse()
    with pytest.raises(TelegramError) as error:
        await send(wire)
    for one in [*said, error.value]:
        assert "42:x" not in f"{one!s} {one!r}"
        assert one.__cause__ is None or "42:x" not in repr(one.__cause__)


async def test_a_wrong_token_is_told_apart(local: Running) -> None:
    """At the first call."""
    bot = Bot("43:y", base_url=local.api, request=Transport(), get_updates_request=Transport(size=1))
    with pytest.raises(InvalidToken):
        await bot.initialize()
    await bot.shutdown()
