"""Every switch for what goes wrong, seen through the real library and from inside."""

from __future__ import annotations

import asyncio

import pytest
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

from simulator.faults import KINDS, Dropped, Fault


def on_screen(person) -> list[str]:
    return [bubble.text for bubble in person.screen if bubble.from_bot]


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("400", BadRequest), ("401", InvalidToken), ("403", Forbidden), ("404", InvalidToken), ("409", Conflict),
        ("429", RetryAfter), ("500", NetworkError), ("502", NetworkError), ("504", NetworkError),
        ("html", NetworkError), ("reset_before", NetworkError),
    ],
)  # fmt: skip
async def test_a_call_that_is_not_carried_out(bot, running, sanne, kind, error):
    """The library reports the error, nothing stands on the screen, and the next call works."""
    running.telegram.faults.add(Fault(method="sendMessage", kind=kind))
    with pytest.raises(error):
        await bot.send_message(101, "een")
    assert on_screen(sanne) == []
    await bot.send_message(101, "twee")
    assert on_screen(sanne) == ["twee"]


@pytest.mark.parametrize("kind", ["reset_after", "truncated"])
async def test_a_call_that_is_carried_out_without_a_good_answer(bot, running, sanne, kind):
    """The sender cannot know it: the message stands there all the same."""
    running.telegram.faults.add(Fault(method="sendMessage", kind=kind))
    with pytest.raises(TelegramError):
        await bot.send_message(101, "een")
    assert on_screen(sanne) == ["een"]


@pytest.mark.parametrize(("kind", "shown"), [("hang_before", []), ("hang_after", ["een"])])
async def test_a_call_whose_answer_never_comes(bot, running, sanne, kind, shown):
    """The library's own time limit ends it; what happened depends on the kind."""
    running.telegram.faults.add(Fault(method="sendMessage", kind=kind, timeout=5))
    with pytest.raises(TimedOut):
        await bot.send_message(101, "een", read_timeout=0.2)
    assert on_screen(sanne) == shown


async def test_a_closed_door_refuses_and_opens_again(bot, running, sanne):
    """Connections are refused while the server does not listen; afterwards everything is as before."""
    await running.refuse()
    with pytest.raises(NetworkError):
        await bot.send_message(101, "een")
    await running.listen()
    await bot.send_message(101, "twee")
    assert on_screen(sanne) == ["twee"]


async def test_which_calls_meet_a_fault(telegram):
    """Method, chat, number of good calls first and number of times: each narrows it down."""
    for chat_id in (1, 2):
        telegram.join(chat_id, "X").send("hoi")
    telegram.faults.add(Fault(method="sendmessage", kind="500", chat_id=2, after=1, times=2))

    async def status(method: str, chat_id: int) -> int:
        return (await telegram.call(method, {"chat_id": str(chat_id), "text": "x", "action": "typing"})).status

    assert [await status("sendMessage", n) for n in (1, 2, 2, 1, 2, 2)] == [200, 200, 500, 200, 500, 200]
    telegram.faults.add(Fault(kind="502", times=None))
    assert [await status("sendChatAction", 1) for _ in range(3)] == [502] * 3
    telegram.faults.clear()
    assert await status("sendChatAction", 1) == 200
    assert telegram.faults.struck == 5


async def test_without_http_a_broken_line_is_an_exception(telegram):
    """A caller in the same process acts it out by itself: it hears whether the call took effect."""
    sanne = telegram.join(1, "Sanne")
    sanne.send("hoi")
    told = {}
    for kind in sorted(kind for kind in KINDS if kind.startswith(("reset", "hang"))):
        telegram.faults.add(Fault(kind=kind))
        with pytest.raises(Dropped) as dropped:
            await telegram.call("sendMessage", {"chat_id": 1, "text": kind})
        told[kind] = dropped.value.carried_out
    assert told == {"hang_after": True, "hang_before": False, "reset_after": True, "reset_before": False}
    assert on_screen(sanne) == ["hang_after", "reset_after"]


async def test_a_429_says_how_long_to_wait(bot, running, sanne):
    """retry_after comes through."""
    running.telegram.faults.add(Fault(kind="429", retry_after=7))
    with pytest.raises(RetryAfter, match="Retry in 7"):
        await bot.send_message(101, "een")


def test_an_unknown_kind_is_refused():
    """A misspelt fault would never strike."""
    with pytest.raises(ValueError, match="no fault of kind 'reset'"):
        Fault(kind="reset")


async def test_a_poll_that_breaks_loses_no_update(bot, running, sanne):
    """A reset of getUpdates hands the same updates out again."""
    running.telegram.faults.add(Fault(method="getUpdates", kind="reset_after"))
    with pytest.raises(NetworkError):
        await bot.get_updates()
    await asyncio.sleep(0)
    assert [u.message.text for u in await bot.get_updates()] == ["hallo"]
