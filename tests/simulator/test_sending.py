"""Every sending method through the real library: what arrives, and what Telegram refuses."""

from __future__ import annotations

from datetime import timedelta

import pytest
from telegram import InlineKeyboardButton as Key
from telegram import InlineKeyboardMarkup as Keys
from telegram import ReplyKeyboardMarkup, ReplyKeyboardRemove
from telegram.error import BadRequest, Forbidden, RetryAfter

from simulator.picture import picture


async def test_a_message_arrives_as_sent(bot, sanne):
    """Plain text, formatting, keyboard and protection reach the screen; the library reads the answer back."""
    keys = Keys([[Key("Ja", callback_data="ja"), Key("Lees", url="https://example.org/x")]])
    sent = await bot.send_message(
        101, "  <b>Dag</b> 🐕 &amp; <i>hoi</i> ", parse_mode="HTML", reply_markup=keys, protect_content=True
    )
    bubble = sanne.screen[-1]
    assert (bubble.text, bubble.protected, bubble.labels) == ("Dag 🐕 & hoi", True, ("Ja", "Lees"))
    assert sent.message_id == bubble.message_id
    assert sent.has_protected_content
    assert sent.parse_entities() == {sent.entities[0]: "Dag", sent.entities[1]: "hoi"}
    assert sent.reply_markup == keys
    assert sent.from_user.is_bot


async def test_a_reply_keyboard_can_be_removed_and_such_a_message_not_edited(bot, sanne):
    """Keyboards of the other kind are accepted; Telegram refuses to edit their messages."""
    sent = await bot.send_message(101, "kies", reply_markup=ReplyKeyboardRemove())
    await bot.send_message(101, "kies", reply_markup=ReplyKeyboardMarkup([["a"]]))
    with pytest.raises(BadRequest, match="can't be edited"):
        await bot.edit_message_text("anders", 101, sent.message_id)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "text is empty"),
        (" \n ", "text is empty"),
        ("a" * 4097, "too long"),
        ("🐕" * 2049, "too long"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("é<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("1 < 2", "Unclosed start tag at byte offset 2"),
    ],
)
async def test_a_text_telegram_refuses_is_refused(bot, sanne, text, reason):
    """Empty, too long in UTF-16 units, or HTML that does not balance: Telegram's own words."""
    with pytest.raises(BadRequest) as refused:
        await bot.send_message(101, text, parse_mode="HTML")
    assert reason.lower() in str(refused.value).lower()  # the library changes the case
    assert len(sanne.screen) == 1


async def test_the_longest_text_fits(bot, sanne):
    """4096 UTF-16 units are counted after formatting and trimming."""
    await bot.send_message(101, "<b>" + "🐕" * 2048 + "</b>  ", parse_mode="HTML")
    assert len(sanne.screen[-1].text) == 2048


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ({"text": "x", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "bel", "url": "tel:+31612345678"}, "Unsupported URL protocol"),
        ({"text": "x", "url": "http://localhost:8080/"}, "Wrong HTTP URL"),
        ({"text": "x"}, "Text buttons are unallowed"),
        ({"text": " ", "callback_data": "x"}, "must be non-empty"),
    ],
)
async def test_a_button_telegram_refuses_is_refused(telegram, key, reason):
    """1 to 64 bytes of data, links to the web only."""
    telegram.join(1, "Sanne").send("hoi")
    reply = await telegram.call(
        "sendMessage", {"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [[key]]}}
    )
    assert (reply.status, reply.body["ok"]) == (400, False)
    assert reason in reply.body["description"]


async def test_a_photo_and_a_document_arrive_with_their_bytes(bot, sanne):
    """Uploads come through unharmed, with caption and name."""
    photo = await bot.send_photo(101, picture(), caption="<b>week 2</b>", parse_mode="HTML")
    paper = await bot.send_document(101, b"%PDF-1.7", filename="plan.pdf", caption="plan")
    shown, kept = sanne.screen[-2:]
    assert (shown.kind, shown.text, shown.file.content, shown.file.size) == ("photo", "week 2", picture(), (240, 160))
    assert (kept.kind, kept.text, kept.file.content, kept.file.name) == ("document", "plan", b"%PDF-1.7", "plan.pdf")
    assert (photo.photo[0].width, paper.document.mime_type) == (240, "application/pdf")
    again = await bot.send_photo(101, photo.photo[0].file_id)
    assert again.photo[0].file_id == photo.photo[0].file_id


async def test_a_file_can_be_fetched_again(bot, sanne):
    """getFile leads to the bytes a person sent."""
    sanne.photo("kijk")
    update = (await bot.get_updates())[-1]
    file = await bot.get_file(update.message.photo[-1].file_id)
    assert file.file_path.endswith("photo.png")


@pytest.mark.parametrize(
    ("content", "caption", "reason"),
    [(b"", "", "non-empty"), (b"GIF89a", "", "IMAGE_PROCESS_FAILED"), (picture(), "x" * 1025, "caption is too long")],
)
async def test_a_photo_telegram_refuses_is_refused(telegram, content, caption, reason):
    """No bytes, no picture, or over 1024 of caption."""
    telegram.join(1, "Sanne").send("hoi")
    reply = await telegram.call("sendPhoto", {"chat_id": 1, "caption": caption}, {"photo": ("x.png", content)})
    assert reason in reply.body["description"]


async def test_a_chat_action_is_accepted(bot, sanne):
    """ "Is typing" leaves no trace on the screen."""
    assert await bot.send_chat_action(101, "typing")
    assert len(sanne.screen) == 1


async def test_who_never_wrote_cannot_be_written_to(bot, running):
    """A bot cannot begin: the chat is not found, whether or not the account exists."""
    running.telegram.join(102, "Joost")
    for chat_id in (102, 999):
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(chat_id, "hoi")


async def test_who_blocked_the_bot_cannot_be_written_to(bot, sanne):
    """403 until the block is taken away; both are told as updates."""
    sanne.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(101, "hoi")
    sanne.unblock()
    await bot.send_message(101, "welkom terug")
    changes = [u.my_chat_member for u in await bot.get_updates(timeout=1) if u.my_chat_member]
    statuses = [(c.old_chat_member.status, c.new_chat_member.status) for c in changes]
    assert statuses == [("member", "kicked"), ("kicked", "member")]


async def test_the_limits_hold_in_virtual_time_once_switched_on(bot, running, sanne):
    """One message a second per chat; the refusal says how long to wait, and then it works."""
    running.telegram.rates.on = True
    await bot.send_message(101, "een")
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(101, "twee")
    assert refused.value._retry_after == timedelta(seconds=1)
    running.clock.jump(running.clock.now + timedelta(seconds=1))
    await bot.send_message(101, "twee")


async def test_thirty_a_second_over_all_chats(telegram):
    """The 31st message of a second is refused, whoever it is for."""
    telegram.rates.on = True
    for chat_id in range(1, 32):
        telegram.join(chat_id, "X").send("hoi")
    statuses = [(await telegram.call("sendMessage", {"chat_id": n, "text": "x"})).status for n in range(1, 32)]
    assert statuses == [200] * 30 + [429]
