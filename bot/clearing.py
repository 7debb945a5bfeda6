"""Taking messages out of a chat when everything of its person is erased (R34): a letter that holds numbers alone.

Telegram lets a bot delete messages of the last 48 hours, its own and in a private chat the other's. The numbers wait in
the outbox like any letter, about no file: a bot that ends meanwhile goes on with them, and once they are gone so is the
letter. What Telegram refuses stays; the person was told how to clear the chat themselves.
"""

import contextlib
import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from telegram.error import BadRequest

from bot.wire import Line
from state_machines.effects import LetterClass
from storage.port import Letter

#: Telegram's limit, with ten minutes to get there.
DELETABLE = timedelta(hours=48) - timedelta(minutes=10)
MOST_AT_ONCE = 100
BODY = '{"take_away":'


def letters(chat: int, numbers: Sequence[int], at: datetime) -> tuple[Letter, ...]:
    """Letters that take these messages out of a chat."""
    parts = [numbers[start : start + MOST_AT_ONCE] for start in range(0, len(numbers), MOST_AT_ONCE)]
    return tuple(
        Letter(
            chat=chat,
            file=None,
            kind=LetterClass.REPLY,
            body=json.dumps({"take_away": list(part)}),
            not_before=at,
            once=True,
        )
        for part in parts
    )


def is_clearing(body: str) -> bool:
    """Whether a letter's body holds messages to take away."""
    return body.startswith(BODY)


async def take_away(line: Line, letter: Letter) -> None:
    """Delete them: together, and one by one where Telegram refuses that. Raises TelegramError as any call does."""
    numbers = json.loads(letter.body)["take_away"]
    try:
        await line.call("deleteMessages", chat_id=letter.chat, message_ids=numbers)
    except BadRequest:
        for number in numbers:
            with contextlib.suppress(BadRequest):
                await line.call("deleteMessage", chat_id=letter.chat, message_id=number)
