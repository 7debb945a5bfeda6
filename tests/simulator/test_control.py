"""The control API and its client, the encodings of a call, and the server as another process."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from telegram import Bot

from simulator.actors import Actor, WaitingLink
from simulator.client import Remote, SaidNo
from simulator.server import start

from .conftest import MONDAY, TOKEN


@pytest.fixture
async def remote(running):
    async with Remote(running.url) as made:
        yield made


async def reporting(remote: Remote, next_due: datetime | None = None) -> None:
    """A bot with nothing to do, over HTTP."""
    seq = -1
    while True:
        clock = await remote.ask("GET", f"clock?seq={seq}&timeout=5")
        seq = clock["seq"]
        due = next_due if next_due and next_due.isoformat() > clock["now"] else None
        await remote.ask("POST", "clock/report", {"seq": seq, "handled": 10**10, "next": due and due.isoformat()})


@pytest.fixture
async def idle_bot(remote):
    task = asyncio.create_task(reporting(remote, MONDAY + timedelta(hours=2)))
    yield
    task.cancel()


async def test_time_is_pushed_over_http(remote, idle_bot):
    """To the next event, by an hour, a day, a week, or to a moment."""
    assert await remote.push("next") is True
    assert await remote.now() == MONDAY + timedelta(hours=2)
    assert await remote.push("next") is False
    for by in ("hour", "day", "week"):
        await remote.push(by)
    assert await remote.now() == MONDAY + timedelta(hours=3, days=8)
    await remote.advance_to(MONDAY + timedelta(days=30))
    assert await remote.now() == MONDAY + timedelta(days=30)
    with pytest.raises(SaidNo, match="push wants"):
        await remote.push("year")


async def test_a_day_keeps_the_hands_of_the_dutch_clock(remote, idle_bot):
    """Over the change to summer time a day has 23 hours."""
    await remote.jump(datetime(2027, 3, 27, 15, 30, tzinfo=UTC))
    await remote.push("day")
    assert await remote.now() == datetime(2027, 3, 28, 14, 30, tzinfo=UTC)


async def test_a_busy_bot_is_named(remote):
    """Pushing without an idle bot fails with the reason, it does not hang."""
    with pytest.raises(SaidNo, match="the bot never reported"):
        await remote.push("hour")
    with pytest.raises(SaidNo, match="the bot never reported"):
        await remote.until_idle(timeout=0.05)


async def test_people_act_over_http(remote, running):
    """Everything a phone can do, and the screen it leads to."""
    sanne = await remote.join(7, "Sanne", language_code="en")
    assert (await sanne.chat())["known"] is False
    first = await sanne.open_link("abc")
    keys = {"inline_keyboard": [[{"text": "Ja", "callback_data": "j"}]]}
    await running.telegram.call("sendMessage", {"chat_id": 7, "text": "Hoi", "reply_markup": keys})
    await sanne.tap_label("Ja")
    await sanne.tap(2, "j")
    await sanne.send("twee", forwarded=True)
    await sanne.edit(3, "drie")
    for do in ("photo", "voice", "sticker", "block", "unblock"):
        await sanne.act(do)
    await sanne.act("resend", update_id=first)
    shown = await sanne.screen()
    assert [m["kind"] for m in shown] == ["text", "text", "text", "photo", "voice", "sticker"]
    assert shown[1]["buttons"] == [[{"label": "Ja", "data": "j", "url": None}]]
    assert (shown[2]["text"], shown[2]["from_bot"], shown[2]["edited"]) == ("drie", False, MONDAY.isoformat())
    assert [row["what"] for row in await remote.ledger(after=10)] == ["user_unblock"]


async def test_mistakes_are_explained(remote, running):
    """400 with a sentence, never a stack trace."""
    running.telegram.join(7, "Sanne")
    for wish, reason in [
        ({"chat_id": 7, "do": "dance"}, 'act wants "do"'),
        ({"chat_id": 8, "do": "voice"}, "nobody joined with chat_id 8"),
        ({"chat_id": 7, "do": "send"}, "missing: 'text'"),
        ({"chat_id": 7, "do": "tap", "label": "Ja"}, "no buttons at all"),
    ]:
        with pytest.raises(SaidNo, match=reason):
            await remote.ask("POST", "act", wish)
    with pytest.raises(SaidNo, match="no fault of kind"):
        await remote.fault(kind="rain")


async def test_faults_are_switched_over_http(remote, running, bot, sanne):
    """On, off, and the door itself for a while."""
    await remote.fault(kind="500", times=None)
    assert (await running.telegram.call("getMe", {})).status == 500
    await remote.clear_faults()
    assert (await bot.get_me()).id == 42
    await remote.fault(kind="refused", seconds=0.2)
    await asyncio.sleep(0.1)
    with pytest.raises(aiohttp.ClientError):
        await remote.now()
    await asyncio.sleep(0.3)
    assert await remote.now() == MONDAY


async def test_the_stream_tells_what_changed(running, remote):
    """The page hears of a chat's new version and of the clock without asking."""
    sanne = running.telegram.join(7, "Sanne")
    async with aiohttp.ClientSession() as session, session.get(f"{running.url}sim/events") as stream:
        first = json.loads((await stream.content.readuntil(b"\n\n")).removeprefix(b"data: "))
        sanne.send("hoi")
        running.clock.jump(MONDAY + timedelta(hours=1))
        async with asyncio.timeout(2):
            then = json.loads((await stream.content.readuntil(b"\n\n")).removeprefix(b"data: "))
    assert then["chats"]["7"] > first["chats"]["7"]
    assert then["clock"]["now"] == (MONDAY + timedelta(hours=1)).isoformat()


async def test_an_open_stream_does_not_keep_the_server_alive():
    """Ctrl-C ends the demo at once, also with the page open."""
    served = await start(start=MONDAY)
    async with aiohttp.ClientSession() as session, session.get(f"{served.url}sim/events"):
        async with asyncio.timeout(1):
            await served.stop()


async def test_a_call_may_come_in_any_encoding(running, sanne):
    """Query, form, JSON and multipart mean the same, nested values as JSON strings or not."""
    keys = {"inline_keyboard": [[{"text": "Ja", "callback_data": "j"}]]}
    flat = {"chat_id": "101", "text": "é", "reply_markup": json.dumps(keys)}
    parts = aiohttp.FormData(flat)
    parts.add_field("unused", b"x", filename="x.bin")
    url = f"{running.api}{TOKEN}/sendMessage"
    async with aiohttp.ClientSession() as session:
        for sent in ({"params": flat}, {"data": flat}, {"json": flat | {"reply_markup": keys}}, {"data": parts}):
            async with session.post(url, **sent) as answer:
                assert (answer.status, (await answer.json())["result"]["text"]) == (200, "é")
        async with session.get(url, params=flat) as answer:
            assert answer.status == 200
        async with session.post(url, data="{", headers={"Content-Type": "application/json"}) as answer:
            assert answer.status == 400
    assert [bubble.labels for bubble in sanne.screen[1:]] == [("Ja",)] * 5


async def test_actors_come_from_the_server():
    """Who is on the page, in which order, with which waiting link."""
    joost = Actor(
        chat_id=2, first_name="Joost", label="Joost, coach", waiting_link=WaitingLink(label="START", payload="p")
    )
    served = await start(start=MONDAY, people=[Actor(chat_id=1, first_name="Sanne"), joost], title="Trede")
    try:
        async with Remote(served.url) as remote:
            said = await remote.ask("GET", "actors")
    finally:
        await served.stop()
    assert [actor["label"] for actor in said["actors"]] == ["Sanne", "Joost, coach"]
    assert said["actors"][1]["waiting_link"] == {"label": "START", "payload": "p"}
    assert said["bot"]["username"] == "trede_demo_bot"


async def test_the_server_runs_as_a_process_and_ends_cleanly():
    """One line says its port; SIGTERM ends it with 0 and without a word."""
    command = (sys.executable, "-m", "simulator", "--start", "2026-11-30T08:00:00+01:00", "--token", TOKEN)
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=pipe)
    port = json.loads(await process.stdout.readline())["port"]
    async with Remote(f"http://127.0.0.1:{port}") as remote, Bot(TOKEN, base_url=remote.api) as bot:
        assert (await remote.now(), bot.username) == (MONDAY, "trede_demo_bot")
        process.send_signal(signal.SIGTERM)
        out, err = await asyncio.wait_for(process.communicate(), 5)
    assert (process.returncode, out, err) == (0, b"", b"")
