"""The command menu of each chat: by role, in the person's language (setMyCommands)."""

import structlog
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import TelegramError

from dialogues import commands
from dialogues.words import LANGUAGES, words
from state_machines.files import File, Professional

log = structlog.get_logger()


async def set_defaults(bot: Bot) -> None:
    """The menu of people without a role: Dutch, and English for whose Telegram speaks it."""
    scope = BotCommandScopeAllPrivateChats()
    for language in LANGUAGES:
        menu = _menu(commands.STRANGER, language)
        await bot.set_my_commands(menu, scope=scope, language_code=None if language == "nl" else language)


async def set_for(bot: Bot, file: File) -> None:
    """The menu of one person's chat."""
    if file.chat is None:
        return
    listed = commands.of_role(file.role) if isinstance(file, Professional) else commands.CLIENT
    try:
        await bot.set_my_commands(_menu(listed, file.language), scope=BotCommandScopeChat(file.chat))
    except TelegramError as error:
        log.warning("menus.not_set", error=type(error).__name__)


async def take_away(bot: Bot, chat: int) -> None:
    """A chat without a role has the menu that everybody has."""
    try:
        await bot.delete_my_commands(scope=BotCommandScopeChat(chat))
    except TelegramError as error:
        log.warning("menus.not_taken_away", error=type(error).__name__)


def _menu(listed: tuple[commands.Command, ...], language: str) -> list[BotCommand]:
    return [BotCommand(name, about) for name, about in commands.menu(listed, words(language))]
