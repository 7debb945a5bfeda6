"""The doctor's look outside: what Telegram says of the token, whether the clock is right, and who polls.

It asks for no updates: that would take them from a bot that polls, here or elsewhere.
"""

import asyncio
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime

import aiohttp
from telegram.error import InvalidToken, TelegramError

from bot import pulse
from bot.app import bot_for
from bot.clock import SystemClock, ticks
from bot.findings import FAULT, NOTE, OK, Finding
from bot.settings import Settings
from storage.open import Opened

SECONDS = 10.0
#: Telegram tells its time in whole seconds, and the answer travels.
SKEW_SECONDS = 5.0
#: A prompt that comes a minute early or late; and TLS begins to refuse.
WRONG_SECONDS = 60.0


def token(settings: Settings, _: Opened, __: datetime) -> Iterator[Finding]:
    """Whether Telegram knows the bot, and lets it poll."""
    if not settings.token:
        yield Finding(kind=NOTE, about="token", text="none is set here, so Telegram wasn't asked")
        return
    yield from asyncio.run(_asked(settings))


async def _asked(settings: Settings) -> list[Finding]:
    bot, _ = bot_for(settings)
    try:
        async with bot:
            hook = await bot.get_webhook_info()
    except InvalidToken:
        return [Finding(kind=FAULT, about="token", text="Telegram doesn't know it: see BotFather (/mybots)")]
    except TelegramError as error:
        return [Finding(kind=FAULT, about="telegram", text=f"gave no answer ({type(error).__name__})")]
    found = [Finding(kind=OK, about="token", text=f"of @{bot.username}")]
    if hook.url:
        text = "is set: Telegram sends updates there, so the bot can't poll. Who set it? Then: deleteWebhook"
        found.append(Finding(kind=FAULT, about="webhook", text=text))
    return found


def skew(settings: Settings, _: Opened, __: datetime) -> Iterator[Finding]:
    """Whether the computer's clock is right, by the date of Telegram's answers. A simulator's clock is its own."""
    if settings.clock or not settings.token:
        return
    off = asyncio.run(_off(settings.api))
    if off is None:
        yield Finding(kind=NOTE, about="clock", text="can't be compared: the Bot API server told no time")
        return
    text = f"{abs(off):.0f} s {'ahead of' if off > 0 else 'behind'} Telegram's"
    kind = FAULT if abs(off) >= WRONG_SECONDS else NOTE if abs(off) >= SKEW_SECONDS else OK
    yield Finding(kind=kind, about="clock", text="right" if kind == OK else f"{text}: set it by NTP")


async def _off(api: str) -> float | None:
    """Seconds that our clock is ahead of the server's; None when it doesn't tell."""
    limits = aiohttp.ClientTimeout(total=SECONDS)
    try:
        async with aiohttp.ClientSession(timeout=limits) as session, session.head(api, allow_redirects=False) as answer:
            told = parsedate_to_datetime(answer.headers["Date"])
            return (SystemClock().now() - told).total_seconds()
    except (aiohttp.ClientError, OSError, TimeoutError, KeyError, ValueError):
        return None


def polling(settings: Settings, _: Opened, __: datetime) -> Iterator[Finding]:
    """Whether a bot runs on this database, and how it is or why it ended."""
    found = pulse.read(settings.database)
    if found is None:
        yield Finding(kind=NOTE, about="bot", text="hasn't run on this database yet: trede run")
    elif found.ended:
        conflict = found.ended == pulse.CONFLICT
        yield Finding(kind=FAULT if conflict else NOTE, about="bot", text=f"doesn't run: {found.ended}")
    else:
        yield from pulse.signs(found, ticks())


LOOKS = (token, skew, polling)
