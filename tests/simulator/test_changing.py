"""Editing, deleting and answering, through the real library."""

from __future__ import annotations

from datetime import timedelta

import pytest
from telegram import InlineKeyboardButton as Key
from telegram import InlineKeyboardMarkup as Keys
from telegram.error import BadRequest

from simulator.picture import picture

YES = Keys([[Key("Ja", callback_data="ja")]])
NO = Keys([[Key("Nee", callback_data="nee")]])


async def test_an_edit_happens_in_place(bot, sanne):
    """Same message, same position, new words, marked as edited; a keyboard not given goes away."""
    sent = await bot.send_message(101, "een", reply_markup=YES)
    await bot.send_message(101, "later")
    edited = await bot.edit_message_text("<i>twee</i>", 101, sent.message_id, parse_mode="HTML")
    bubble = sanne.screen[1]
    assert (bubble.text, bubble.labels, bool(bubble.edited)) == ("twee", (), True)
    assert edited.edit_date is not None


async def test_an_edit_that_changes_nothing_is_refused(bot, sanne):
    """The same text, formatting and keyboard: message is not modified."""
    sent = await bot.send_message(101, "een", reply_markup=YES)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("een", 101, sent.message_id, reply_markup=YES)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(101, sent.message_id, reply_markup=YES)
    await bot.edit_message_text("<b>een</b>", 101, sent.message_id, parse_mode="HTML", reply_markup=YES)


async def test_a_keyboard_can_be_changed_alone(bot, sanne):
    """The text stays and is not marked as edited."""
    sent = await bot.send_message(101, "een", reply_markup=YES)
    await bot.edit_message_reply_markup(101, sent.message_id, reply_markup=NO)
    assert (sanne.screen[-1].labels, sanne.screen[-1].edited) == (("Nee",), None)
    await bot.edit_message_reply_markup(101, sent.message_id)
    assert sanne.screen[-1].labels == ()


async def test_what_cannot_be_edited_is_refused(bot, sanne):
    """A message that is not there, a person's own, or a photo's text."""
    photo = await bot.send_photo(101, picture(), caption="een")
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", 101, 9999)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", 101, sanne.screen[0].message_id)
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("x", 101, photo.message_id)
    await bot.edit_message_caption(101, photo.message_id, caption="twee")
    assert sanne.screen[-1].text == "twee"


async def test_a_message_can_be_deleted_for_48_hours(bot, running, sanne):
    """Then, or when it is gone already, Telegram refuses."""
    old, new = [await bot.send_message(101, text) for text in ("oud", "nieuw")]
    assert await bot.delete_message(101, new.message_id)
    assert [bubble.text for bubble in sanne.screen] == ["hallo", "oud"]
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(101, new.message_id)
    running.clock.jump(running.clock.now + timedelta(hours=49))
    with pytest.raises(BadRequest, match="can't be deleted"):
        await bot.delete_message(101, old.message_id)


async def test_a_tap_is_answered_once(bot, sanne):
    """The person sees the pop-up; a second answer comes too late."""
    await bot.send_message(101, "een", reply_markup=YES)
    sanne.tap_label("Ja")
    query = (await bot.get_updates())[-1].callback_query
    assert (query.data, query.message.text) == ("ja", "een")
    await query.answer("Genoteerd")
    assert sanne.notices == ["Genoteerd"]
    with pytest.raises(BadRequest, match="Query is too old"):
        await query.answer()


async def test_a_tap_of_two_days_ago_cannot_be_answered(bot, running, sanne):
    """Query ids grow old in virtual time; unknown ones never worked."""
    await bot.send_message(101, "een", reply_markup=YES)
    sanne.tap_label("Ja")
    query = (await bot.get_updates())[-1].callback_query
    running.clock.jump(running.clock.now + timedelta(hours=49))
    for query_id in (query.id, "123"):
        with pytest.raises(BadRequest, match="Query is too old"):
            await bot.answer_callback_query(query_id)


async def test_a_stale_button_can_still_be_tapped(bot, sanne):
    """A finger is slower than an edit: the update carries what stands there now, or an inaccessible message."""
    sent = await bot.send_message(101, "een", reply_markup=YES)
    await bot.edit_message_text("twee", 101, sent.message_id)
    sanne.tap(sent.message_id, "ja")
    await bot.delete_message(101, sent.message_id)
    sanne.tap(sent.message_id, "ja")
    first, second = [u.callback_query for u in (await bot.get_updates())[-2:]]
    assert (first.message.text, first.message.reply_markup) == ("twee", None)
    assert not second.message.is_accessible
