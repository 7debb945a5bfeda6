"""A request object for python-telegram-bot on aiohttp, to see how much of a turn is its default HTTP client."""

from typing import Any

import aiohttp
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData


class AioRequest(BaseRequest):
    """One pool of connections."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds until an answer is given up on."""
        return 5.0

    async def initialize(self) -> None:
        """Open the pool."""
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=100))

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        """One request."""
        assert self._session is not None
        seconds = read_timeout if isinstance(read_timeout, int | float) else 5.0
        data = request_data.json_parameters if request_data else None
        try:
            limits = aiohttp.ClientTimeout(total=seconds + 5)
            async with self._session.request(method, url, data=data, timeout=limits) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from error
