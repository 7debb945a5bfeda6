"""The ledger: everything a person saw or did, in order, and nothing else."""

from __future__ import annotations

import contextlib

from telegram import InlineKeyboardButton as Key
from telegram import InlineKeyboardMarkup as Keys
from telegram.error import BadRequest, TelegramError

from simulator.faults import Fault
from simulator.picture import picture

YES = Keys([[Key("Ja", callback_data="ja")]])


async def test_everything_seen_and_done_is_a_row(bot, running, sanne):
    """In order of happening, each under its own word."""
    sent = await bot.send_message(101, "een", reply_markup=YES)
    sanne.tap_label("Ja")
    await (await bot.get_updates())[-1].callback_query.answer("ok")
    await bot.edit_message_text("twee", 101, sent.message_id, reply_markup=YES)
    await bot.edit_message_reply_markup(101, sent.message_id)
    await bot.send_photo(101, picture(), caption="foto")
    await bot.send_document(101, b"x", filename="a.txt")
    await bot.delete_message(101, sent.message_id)
    sanne.edit(sanne.screen[0].message_id, "dag")
    for act in (sanne.photo, sanne.voice, sanne.sticker, sanne.block, sanne.unblock):
        act()
    whats = [row.what for row in running.telegram.ledger]
    assert whats == [
        "user_text", "sent", "user_tap", "answered", "edited", "markup", "photo", "document", "deleted",
        "user_edit", "user_photo", "user_voice", "user_sticker", "user_block", "user_unblock",
    ]  # fmt: skip


async def test_an_answer_names_the_tap_it_answers(bot, running, sanne):
    """The one case where Telegram tells which update caused what."""
    await bot.send_message(101, "een", reply_markup=YES)
    tapped = sanne.tap_label("Ja")
    await (await bot.get_updates())[-1].callback_query.answer()
    *_, tap, answer = running.telegram.ledger
    assert (tap.update_id, answer.cause_update) == (tapped, tapped)


async def test_two_identical_calls_have_one_fingerprint(bot, running, sanne):
    """So a checker finds messages sent twice; the digest does not depend on the order of the parameters."""
    for text in ("een", "een", "twee"):
        await bot.send_message(101, text)
    first, again, other = running.telegram.ledger.after(1)
    assert first.digest == again.digest != other.digest


async def test_refused_calls_leave_no_row_and_lost_answers_do(bot, running, sanne):
    """The ledger holds what a person saw, not what the bot believes."""
    with contextlib.suppress(BadRequest):
        await bot.send_message(101, "")
    running.telegram.faults.add(Fault(kind="500"))
    running.telegram.faults.add(Fault(kind="truncated"))
    for _ in range(2):
        with contextlib.suppress(TelegramError):
            await bot.send_message(101, "een")
    assert [row.text for row in running.telegram.ledger.after(1)] == ["een"]


async def test_rows_are_plain_json_from_any_point_on(running, sanne):
    """`after` continues where a reader stopped; a row has virtual time and no bytes."""
    assert running.telegram.ledger.to_json(after=1) == []
    (row,) = running.telegram.ledger.to_json()
    assert (row["n"], row["at"], row["chat_id"]) == (1, "2026-11-30T07:00:00+00:00", 101)
    assert (row["what"], row["text"]) == ("user_text", "hallo")
