"""A bot on aiogram 3 with its Redis storage, for the bench. Redis writes each change to disk (appendfsync always)."""

import asyncio
import os
from collections.abc import Awaitable, Callable

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.types import Message
from flow import KEYS, TURNS, Unclear, accepted, reply_after

STATES = [None, *(State(f"turn{turn}", group_name="checkin") for turn in range(1, TURNS))]


def answered(turn: int) -> Callable[[Message, FSMContext], Awaitable[None]]:
    """Takes the answer of a turn and asks on."""

    async def answer(message: Message, state: FSMContext) -> None:
        try:
            value = accepted(turn, message.text or "")
        except Unclear as why:
            await message.answer(str(why))
            return
        kept = await state.update_data({KEYS[turn]: value})
        await state.set_state(STATES[(turn + 1) % TURNS])
        await message.answer(reply_after(turn, kept))

    return answer


async def main() -> None:
    """Poll for ever."""
    server = TelegramAPIServer.from_base(os.environ["API_BASE"])
    bot = Bot("42:BENCH", session=AiohttpSession(api=server))
    dispatcher = Dispatcher(storage=RedisStorage.from_url(os.environ["REDIS_URL"]))
    for turn, state in enumerate(STATES):
        dispatcher.message.register(answered(turn), StateFilter(state), F.text)
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
