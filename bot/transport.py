"""HTTP to Telegram on aiohttp, as python-telegram-bot asks for it. Its default client takes two thirds of a turn.

The address holds the bot's token, so nothing here ever logs or repeats an address.
"""

from functools import cache
from typing import Any

import aiohttp
import orjson
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

SECONDS = 15.0
CONNECT_SECONDS = 5.0


class NotSent(NetworkError):  # noqa: N818 - named for what is certain
    """No connection was made: Telegram has certainly not seen the request, so it may be sent again."""


class Transport(BaseRequest):
    """One pool of connections. `size` is how many requests may be under way together."""

    def __init__(self, size: int = 64) -> None:
        self._size = size
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds until an answer is given up on."""
        return SECONDS

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._size),
                cookie_jar=aiohttp.DummyCookieJar(),
                skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding"),
            )

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """The answer's JSON. What can't be parsed goes the library's way, which says so without showing it."""
        try:
            return orjson.loads(payload)
        except ValueError:
            return BaseRequest.parse_json_payload(payload)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,  # noqa: ARG002 - aiohttp knows one timeout for all of it
        connect_timeout: Any = None,  # noqa: ARG002
        pool_timeout: Any = None,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Carry out one request. Raises NotSent, TimedOut or NetworkError."""
        if self._session is None:
            await self.initialize()
        assert self._session is not None
        seconds = SECONDS if read_timeout is None or isinstance(read_timeout, DefaultValue) else float(read_timeout)
        limits = _limits(seconds)
        try:
            async with self._session.request(method, url, data=_body(request_data), timeout=limits) as answer:
                return answer.status, await answer.read()
        except aiohttp.ClientConnectorError as error:
            raise NotSent(f"no connection ({type(error).__name__})") from None
        except TimeoutError:
            raise TimedOut("no answer in time") from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(f"the connection broke ({type(error).__name__})") from None


@cache
def _limits(seconds: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=seconds + CONNECT_SECONDS, sock_connect=CONNECT_SECONDS)


def _body(request_data: RequestData | None) -> Any:
    if request_data is None:
        return None
    if not request_data.contains_files:
        return aiohttp.BytesPayload(request_data.json_payload, content_type="application/json")
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (request_data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
