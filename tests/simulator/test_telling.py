"""What a bot says about itself and asks about others, through the real library."""

from __future__ import annotations

import pytest
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import BadRequest, InvalidToken


async def test_the_bot_knows_itself(bot):
    """getMe answers with the number in the token and the username of the world."""
    me = await bot.get_me()
    assert (me.id, me.username, me.first_name, me.is_bot) == (42, "trede_demo_bot", "Trede", True)


async def test_a_wrong_token_is_refused(running):
    """401, which the library reports as an invalid token."""
    with pytest.raises(InvalidToken):
        async with Bot("42:other", base_url=running.api):
            pass


async def test_commands_are_kept_per_scope_and_language(bot, sanne):
    """getMyCommands gives exactly what was set; the person sees the narrowest that fits."""
    plain, dutch, own = ([BotCommand(name, "x")] for name in ("plain", "dutch", "own"))
    await bot.set_my_commands(plain)
    await bot.set_my_commands(dutch, scope=BotCommandScopeAllPrivateChats(), language_code="nl")
    assert [c["command"] for c in sanne.commands] == ["dutch"]
    await bot.set_my_commands(own, scope=BotCommandScopeChat(101))
    assert [c["command"] for c in sanne.commands] == ["own"]
    await bot.delete_my_commands(scope=BotCommandScopeChat(101))
    assert [c["command"] for c in sanne.commands] == ["dutch"]
    assert await bot.get_my_commands() == tuple(plain)
    assert await bot.get_my_commands(scope=BotCommandScopeAllPrivateChats()) == ()
    assert await bot.get_my_commands(scope=BotCommandScopeAllPrivateChats(), language_code="nl") == tuple(dutch)


@pytest.mark.parametrize(
    ("name", "words", "reason"),
    [
        ("Check-in", "x", "Bot_command_invalid"),
        ("a" * 33, "x", "Bot_command_invalid"),
        ("ok", " ", "description_invalid"),
    ],
)
async def test_a_command_telegram_refuses_is_refused(bot, name, words, reason):
    """Small letters, digits and underscores, 1 to 32; a description."""
    with pytest.raises(BadRequest, match=f"(?i){reason}"):
        await bot.set_my_commands([BotCommand(name, words)])


async def test_descriptions_are_kept_per_language_and_limited(bot):
    """512 and 120 characters; another language has its own."""
    await bot.set_my_description("lang", language_code="nl")
    await bot.set_my_short_description("kort")
    await bot.set_my_name("Trede")
    assert (await bot.get_my_description("nl")).description == "lang"
    assert (await bot.get_my_description()).description == ""
    assert (await bot.get_my_short_description()).short_description == "kort"
    assert (await bot.get_my_name()).name == "Trede"
    with pytest.raises(BadRequest):
        await bot.set_my_short_description("x" * 121)


async def test_a_known_chat_can_be_asked_for(bot, sanne):
    """Name and kind; an unknown one is not found."""
    chat = await bot.get_chat(101)
    assert (chat.type, chat.first_name, chat.username) == ("private", "Sanne", "sanne_v")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.get_chat(5)


async def test_an_unknown_method_is_not_found(telegram):
    """404, and the case of a known one does not matter."""
    assert (await telegram.call("sendCake", {})).status == 404
    assert (await telegram.call("GETME", {})).status == 200
