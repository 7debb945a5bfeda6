"""Updates: order, confirmation, long poll, conflict, duplicates, forgetting, and the webhook."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta

import pytest
from aiohttp import web
from telegram.error import BadRequest, Conflict


async def test_updates_stay_until_confirmed(bot, sanne):
    """The same batch comes again until a higher offset is asked for."""
    sanne.send("twee")
    first = await bot.get_updates()
    assert [u.message.text for u in first] == ["hallo", "twee"]
    assert [u.update_id for u in await bot.get_updates()] == [u.update_id for u in first]
    assert [u.message.text for u in await bot.get_updates(offset=first[0].update_id + 1)] == ["twee"]
    assert await bot.get_updates(offset=first[1].update_id + 1) == ()


async def test_the_limit_and_a_negative_offset(bot, sanne):
    """No more than asked; a negative offset forgets all but the last."""
    for n in range(4):
        sanne.send(str(n))
    assert len(await bot.get_updates(limit=2)) == 2
    assert [u.message.text for u in await bot.get_updates(offset=-1)] == ["3"]
    assert [u.message.text for u in await bot.get_updates()] == ["3"]


async def test_the_long_poll_ends_with_the_first_update(telegram):
    """Nobody waits longer than needed."""
    person = telegram.join(1, "Sanne")
    poll = asyncio.create_task(telegram.call("getUpdates", {"timeout": 30}))
    await asyncio.sleep(0.01)
    person.send("hoi")
    assert len((await asyncio.wait_for(poll, 0.5)).body["result"]) == 1


async def test_a_second_poll_ends_the_first(bot):
    """409 for the one that was waiting, as at Telegram."""
    first = asyncio.create_task(bot.get_updates(timeout=5))
    await asyncio.sleep(0.1)
    assert await bot.get_updates(timeout=0) == ()
    with pytest.raises(Conflict, match="terminated by other getUpdates"):
        await first


async def test_kinds_not_asked_for_are_not_queued(bot, sanne):
    """allowed_updates holds from then on, and the clock does not wait for what is not sent."""
    await bot.get_updates(offset=-1, allowed_updates=["message"])
    sanne.edit(sanne.screen[0].message_id, "anders")
    sanne.send("nieuw")
    assert [u.message.text for u in await bot.get_updates() if u.message] == ["hallo", "nieuw"]


async def test_what_waits_24_hours_is_forgotten(telegram):
    """The clock does not wait for it either."""
    sanne = telegram.join(1, "Sanne")
    sanne.send("oud")
    telegram.clock.jump(telegram.clock.now + timedelta(hours=25))
    assert (await telegram.call("getUpdates", {})).body["result"] == []
    telegram.clock.report(telegram.clock.seq, None, None)
    assert telegram.clock.idle


async def test_an_update_can_come_twice_and_out_of_order(bot, running, sanne):
    """A duplicate has the old number and the old content; reorder turns the line around."""
    second = sanne.send("twee")
    seen = await bot.get_updates()
    await bot.get_updates(offset=second + 1)
    running.telegram.resend(seen[0].update_id)
    sanne.send("drie")
    running.telegram.reorder()
    assert [u.message.text for u in await bot.get_updates(offset=second + 1)] == ["drie", "hallo"]
    with pytest.raises(LookupError, match="no update 1 is remembered"):
        running.telegram.resend(1)


async def test_an_offset_of_an_old_numbering_loses_nothing(bot, running, sanne):
    """After a restart at a lower number the old, high offset counts as none."""
    last = (await bot.get_updates())[-1].update_id
    await bot.get_updates(offset=last + 1)
    running.telegram.restart_ids(5)
    assert sanne.send("na een stille week") == 5
    assert [u.update_id for u in await bot.get_updates(offset=last + 1)] == [5]


async def test_every_kind_of_message_is_what_the_library_expects(bot, sanne):
    """Commands, links, forwards, edits, photo, voice, sticker: each parses into its own field."""
    sanne.open_link("abc")
    sanne.send("zie https://example.org/a.", forwarded=True)
    edited = sanne.screen[-1].message_id
    sanne.photo("kijk")
    sanne.voice()
    sanne.sticker()
    sanne.edit(edited, "verbeterd")
    updates = (await bot.get_updates())[1:]
    start, forward, photo, voice, sticker, edit = (u.effective_message for u in updates)
    assert (start.text, start.entities[0].type) == ("/start abc", "bot_command")
    assert (forward.forward_origin.type, forward.parse_entities(["url"]).popitem()[1]) == (
        "hidden_user",
        "https://example.org/a",
    )
    assert (photo.caption, len(photo.photo), voice.voice.duration, sticker.sticker.emoji) == ("kijk", 1, 3, "👍")
    assert (updates[5].message, edit.text, edit.message_id) == (None, "verbeterd", edited)


async def test_people_can_only_do_what_a_phone_can(telegram):
    """Mistakes of a test are explained: unknown buttons, others' messages, writing while blocked."""
    sanne = telegram.join(1, "Sanne")
    sanne.send("hoi")
    keys = {"inline_keyboard": [[{"text": "Ja", "callback_data": "j"}]]}
    await telegram.call("sendMessage", {"chat_id": "1", "text": "x", "reply_markup": json.dumps(keys)})
    with pytest.raises(LookupError, match="no button 'Nee' in chat 1; newest first there are 'Ja'"):
        sanne.tap_label("Nee")
    with pytest.raises(LookupError, match="not one of your own"):
        sanne.edit(sanne.screen[-1].message_id, "x")
    with pytest.raises(LookupError, match="never was a message 99"):
        sanne.tap(99, "x")
    with pytest.raises(ValueError, match="1 to 4096"):
        sanne.send("x" * 4097)
    sanne.block()
    with pytest.raises(PermissionError, match="unblock first"):
        sanne.send("hoi")


async def test_a_group_has_members_who_write(bot, running):
    """A member's message comes from the member, in the group."""
    anna = running.telegram.join(-500, "Anna", kind="group", title="Team", user_id=7)
    bart = running.telegram.join(-500, "Bart", kind="group", user_id=8)
    anna.send("hoi")
    bart.send("dag")
    first, second = (u.message for u in await bot.get_updates())
    assert (first.chat.type, first.chat.title, first.from_user.id, second.from_user.id) == ("group", "Team", 7, 8)
    await bot.send_message(-500, "hallo allemaal")
    assert anna.screen[-1].text == "hallo allemaal"


class Hooked:
    """A web server that takes a webhook's posts and answers as told."""

    def __init__(self) -> None:
        self.heard: list[tuple[str | None, int]] = []
        self.answers: list[int] = []

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.heard.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), update["update_id"]))
        return web.Response(status=self.answers.pop(0) if self.answers else 200)


@pytest.fixture
async def hooked():
    taker = Hooked()
    app = web.Application()
    app.router.add_post("/hook", taker.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    taker.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield taker
    await runner.cleanup()


async def until(true) -> None:
    async with asyncio.timeout(3):
        while not true():
            await asyncio.sleep(0.01)


async def test_a_webhook_gets_updates_with_its_secret_until_it_says_200(bot, running, sanne, hooked):
    """An error is tried again, in order per chat; getUpdates meanwhile conflicts."""
    hooked.answers = [500]
    second = sanne.send("twee")
    await bot.set_webhook(hooked.url, secret_token="geheim")
    await until(lambda: not running.telegram.world.updates.pending)
    assert hooked.heard == [("geheim", second - 1), ("geheim", second - 1), ("geheim", second)]
    assert "500" in (await bot.get_webhook_info()).last_error_message
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook(drop_pending_updates=True)
    sanne.send("drie")
    assert [u.message.text for u in await bot.get_updates()] == ["drie"]


async def test_a_webhook_elsewhere_is_refused(bot):
    """This Telegram never posts beyond its own machine."""
    with pytest.raises(BadRequest, match="Bad webhook"):
        await bot.set_webhook("https://example.org/hook")
