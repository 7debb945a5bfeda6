"""What stands before every page and call: only this machine's own names, and pages that load nothing foreign."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

OWN_NAMES = {"localhost", "127.0.0.1"}
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
Next = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def own_names_only(request: web.Request, handler: Next) -> web.StreamResponse:
    """Refuses a foreign Host (DNS rebinding) and another site's page that calls the control API."""
    origin = request.headers.get("Origin")
    if _name(request.host) not in OWN_NAMES:
        raise web.HTTPMisdirectedRequest(text="this server answers to localhost and 127.0.0.1 only\n")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise web.HTTPForbidden(text="another site may not call this server\n")
    return await handler(request)


async def safe_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Puts the page's policy on everything the server answers outside the Bot API."""
    if not request.path.startswith("/bot"):
        response.headers.update(_HEADERS)


def _name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""
