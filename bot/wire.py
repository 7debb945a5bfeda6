"""Bot API calls as plain JSON over python-telegram-bot's request, with its errors and without building its objects.

Objects for every update and answer took a third of a turn (docs/decisions/0005). What isn't on the hot path uses `Bot`.
"""

import json
from collections.abc import Mapping
from typing import Any, cast

import orjson
from telegram import Bot
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

Json = Mapping[str, Any]
#: By the name of the field: file name, content, MIME type.
Files = Mapping[str, tuple[str, bytes, str]]
#: What the library raises when JSON comes that isn't an answer of the Bot API, as from a proxy in between.
ODD = (KeyError, TypeError, AttributeError)
NO_ANSWER = "what came is no answer of the Bot API"


class Body:
    """The fields of one call, made into JSON once; None is left out. What `Transport` needs of a `RequestData`."""

    def __init__(self, values: Json, files: Files | None = None) -> None:
        self._values = {name: value for name, value in values.items() if value is not None}
        self.multipart_data = files or {}

    @property
    def contains_files(self) -> bool:
        """Whether it travels as a form with files, and not as JSON."""
        return bool(self.multipart_data)

    @property
    def json_payload(self) -> bytes:
        """The fields as one JSON object."""
        try:
            return orjson.dumps(self._values)
        except TypeError:  # half a surrogate pair, which a phone can send and we repeat
            return json.dumps(self._values).encode()

    @property
    def json_parameters(self) -> dict[str, str]:
        """The fields, each as text."""
        return {name: v if isinstance(v, str) else json.dumps(v) for name, v in self._values.items()}


def _fields(values: Json, files: Files | None = None) -> RequestData:
    return cast("RequestData", Body(values, files))


class Line:
    """Calls to the Bot API over one pool of connections."""

    def __init__(self, bot: Bot, pool: BaseRequest) -> None:
        self._bot, self._pool = bot, pool

    async def call(self, method: str, /, **values: Any) -> Any:
        """Carry out one call; its result. Raises TelegramError as `Bot` does."""
        try:
            return await self._pool.post(f"{self._bot.base_url}/{method}", _fields(values))
        except ODD:
            raise TelegramError(NO_ANSWER) from None

    async def upload(self, method: str, files: Files, /, **values: Any) -> Any:
        """Carry out one call that brings files along; its result. Raises TelegramError as `Bot` does."""
        whole = {name: v.encode(errors="replace").decode() if isinstance(v, str) else v for name, v in values.items()}
        try:
            return await self._pool.post(f"{self._bot.base_url}/{method}", _fields(whole, files))
        except ODD:
            raise TelegramError(NO_ANSWER) from None


class Wire(Line):
    """The three lines of one bot: this one, a `lane` that nothing ordinary ever fills, and one for polling."""

    def __init__(self, bot: Bot, polling: BaseRequest, lane: BaseRequest) -> None:
        super().__init__(bot, bot.request)
        self._polling, self._urgent = polling, lane
        self.lane = Line(bot, lane)

    async def shutdown(self) -> None:
        """Close the lane's pool; the others are the bot's own."""
        await self._urgent.shutdown()

    async def updates(self, *, offset: int | None, timeout: int, allowed: list[str]) -> list[Json]:
        """Long-poll for updates, for at most `timeout` seconds; asking confirms everything before `offset`."""
        fields = _fields({"offset": offset, "timeout": timeout, "allowed_updates": allowed})
        try:
            found = await self._polling.post(f"{self._bot.base_url}/getUpdates", fields, read_timeout=timeout + 5)
        except ODD:
            raise TelegramError(NO_ANSWER) from None
        if not isinstance(found, list):
            raise TelegramError(NO_ANSWER)
        return cast("list[Json]", found)
