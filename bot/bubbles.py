"""Messages in a chat: new, edited, moved down, taken away. What Telegram's refusals mean for each of them."""

import contextlib

from telegram.error import BadRequest, TelegramError

from bot.delivery import is_unreachable
from bot.wire import Line
from dialogues.prompt import Message, Paper
from storage.port import Claimed

NO_TEXT = "there is no text in the message to edit"


class Bubbles:
    """Carries messages to chats over one line. `urgent`: the words go first, tidying up comes after."""

    def __init__(self, line: Line, *, urgent: bool = False) -> None:
        self._line, self._urgent = line, urgent

    async def put(self, claimed: Claimed, message: Message, *, edit: bool) -> int:
        """Bring a letter's message to its chat; the number of the message that its slot now is."""
        if edit and message.gone:
            return await self._delete(claimed, message)
        return await (self._edit(claimed, message) if edit else self._send(claimed, message))

    async def _delete(self, claimed: Claimed, message: Message) -> int:
        """Delete the slot's message; one that is gone already is fine, one too old for that gets the words instead."""
        assert claimed.message_id is not None
        try:
            await self._line.call("deleteMessage", chat_id=claimed.letter.chat, message_id=claimed.message_id)
        except BadRequest as error:
            if "message to delete not found" not in str(error).casefold():
                return await self._edit(claimed, message)
        return claimed.message_id

    async def _send(self, claimed: Claimed, message: Message) -> int:
        """A new message; the one that the slot was before loses its buttons."""
        chat, before = claimed.letter.chat, claimed.message_id
        if before is not None and not self._urgent:
            await self._remove_keyboard(chat, before)
        sent = await self._new(chat, message)
        if before is not None and self._urgent:
            with contextlib.suppress(TelegramError):
                await self._remove_keyboard(chat, before)
        return sent

    async def _new(self, chat: int, message: Message) -> int:
        if message.paper is not None:
            return await self._with_paper(chat, message, message.paper)
        sent = await self._line.call(
            "sendMessage",
            chat_id=chat,
            text=message.text,
            reply_markup=markup(message),
            protect_content=message.protect or None,
        )
        return int(sent["message_id"])

    async def _with_paper(self, chat: int, message: Message, paper: Paper) -> int:
        """A picture as a photo, anything else as a file; the message is its caption."""
        kind = "photo" if paper.mime.startswith("image/") else "document"
        sent = await self._line.upload(
            "sendPhoto" if kind == "photo" else "sendDocument",
            {kind: (paper.name, paper.content, paper.mime)},
            chat_id=chat,
            caption=message.text or None,
            reply_markup=markup(message),
            protect_content=message.protect or None,
        )
        return int(sent["message_id"])

    async def _edit(self, claimed: Claimed, message: Message) -> int:
        """Edit the slot's message; one that can't be edited is sent anew, one that is the same already is fine."""
        assert claimed.message_id is not None
        chat, message_id = claimed.letter.chat, claimed.message_id
        try:
            await self._reword(chat, message_id, message)
        except BadRequest as error:
            if "message is not modified" in str(error).casefold():
                return message_id
            if message.only_edit or is_unreachable(error):
                raise
            return await self._send(claimed, message)
        return message_id

    async def _reword(self, chat: int, message_id: int, message: Message) -> None:
        """Other words and buttons; under a picture or file they are its caption."""
        which: dict[str, object] = {"chat_id": chat, "message_id": message_id, "reply_markup": markup(message)}
        try:
            await self._line.call("editMessageText", text=message.text, **which)
        except BadRequest as error:
            if NO_TEXT not in str(error).casefold():
                raise
            await self._line.call("editMessageCaption", caption=message.text, **which)

    async def _remove_keyboard(self, chat: int, message_id: int) -> None:
        """An old keyboard goes when the slot moves down; not being able to is no reason not to go on."""
        with contextlib.suppress(BadRequest):
            await self._line.call("editMessageReplyMarkup", chat_id=chat, message_id=message_id)


def markup(message: Message) -> dict[str, object] | None:
    """The buttons as Telegram wants them; None without any."""
    if not message.rows:
        return None
    rows = [
        [{"text": label, "url": url} if url else {"text": label, "callback_data": data} for label, data, url in row]
        for row in message.rows
    ]
    return {"inline_keyboard": rows}
