"""Bots on python-telegram-bot, for the bench. MODE picks one:

echo     no state at all: every text is answered
pickle   ConversationHandler and PicklePersistence with their defaults: kept in memory, written every 60 seconds
taps     the same conversation by taps on inline buttons: each tap is answered and its message edited

AIO=1 swaps the default HTTP client for one on aiohttp.
"""

import os
import warnings
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from aio_request import AioRequest
from flow import KEYS, QUESTIONS, TURNS, Unclear, accepted, keyboard, reply_after
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

Context = ContextTypes.DEFAULT_TYPE
Handler = Callable[[Update, Context], Awaitable[Any]]
TYPED = filters.TEXT & ~filters.COMMAND


async def echo(update: Update, context: Context) -> None:
    """Say the same."""
    await update.message.reply_text(f"[echo] {update.message.text}")


def answered(turn: int) -> Handler:
    """Takes the typed answer of a turn and asks on."""

    async def answer(update: Update, context: Context) -> int | None:
        kept = context.user_data
        try:
            kept[KEYS[turn]] = accepted(turn, update.message.text)
        except Unclear as why:
            await update.message.reply_text(str(why))
            return None
        await update.message.reply_text(reply_after(turn, kept))
        return turn + 1 if turn < TURNS - 1 else ConversationHandler.END

    return answer


def tapped(turn: int) -> Handler:
    """Takes the tap of a turn and edits its message to what comes next; after the last turn that is the first again."""

    async def tap(update: Update, context: Context) -> int:
        query, kept, then = update.callback_query, context.user_data, (turn + 1) % TURNS
        await query.answer()
        kept[KEYS[turn]] = accepted(turn, query.data.partition(":")[2])
        text = reply_after(turn, kept)
        await query.edit_message_text(text if then else f"{text}\n\n{QUESTIONS[0]}", reply_markup=buttons(then))
        return then

    return tap


async def opened(update: Update, context: Context) -> int:
    """The first question, with its buttons."""
    await update.message.reply_text(QUESTIONS[0], reply_markup=buttons(0))
    return 0


def buttons(turn: int) -> InlineKeyboardMarkup:
    """The buttons of a question."""
    rows = keyboard(turn)
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows]
    )


def conversation() -> ConversationHandler:
    """The check-in, typed."""
    asked = [MessageHandler(TYPED, answered(turn)) for turn in range(TURNS)]
    states = {turn: [asked[turn]] for turn in range(1, TURNS)}
    return ConversationHandler([asked[0]], states, [], name="checkin", persistent=True)


def conversation_by_taps() -> ConversationHandler:
    """The check-in, by taps."""
    states = {turn: [CallbackQueryHandler(tapped(turn), pattern=f"^{turn}:")] for turn in range(TURNS)}
    return ConversationHandler([CommandHandler("checkin", opened)], states, [], name="checkin", persistent=True)


def main() -> None:
    """Build the bot that MODE asks for, and poll."""
    warnings.filterwarnings("ignore")
    mode, base = os.environ["MODE"], os.environ["API_BASE"]
    building = ApplicationBuilder().token("42:BENCH").base_url(f"{base}/bot").base_file_url(f"{base}/file/bot")
    if mode != "echo":
        building = building.persistence(PicklePersistence(Path(os.environ["DATA_DIR"]) / "bot.pickle"))
    if os.environ.get("AIO"):
        building = building.request(AioRequest()).get_updates_request(AioRequest())
    application = building.build()
    handlers = {
        "echo": lambda: MessageHandler(filters.TEXT, echo),
        "pickle": conversation,
        "taps": conversation_by_taps,
    }
    application.add_handler(handlers[mode]())
    application.run_polling()


if __name__ == "__main__":
    main()
