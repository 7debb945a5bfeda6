"""How the control API takes wishes and answers them: JSON in, JSON out, mistakes explained."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from simulator.clock import StillBusy

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def route(verb: str, path: str, answer: Answer) -> web.RouteDef:
    """A route below `/sim/` that answers a caller's mistake with 400 and its reason, a bot that stays busy with 504."""

    async def explained(request: web.Request) -> web.StreamResponse:
        try:
            return await answer(request)
        except StillBusy as busy:
            return told({"error": str(busy)}, status=504)
        except KeyError as missing:
            return told({"error": f"missing: {missing}"}, status=400)
        except (LookupError, PermissionError, TypeError, ValueError) as mistake:
            return told({"error": str(mistake)}, status=400)

    return web.route(verb, f"/sim/{path}", explained)


def told(value: dict[str, Any], status: int = 200) -> web.Response:
    """An answer in JSON."""
    return web.json_response(value, status=status)


async def wish_of(request: web.Request) -> dict[str, Any]:
    """The JSON object a caller sent."""
    value = await request.json()
    if not isinstance(value, dict):
        raise TypeError("the body must be a JSON object")
    return value
