"""Methods by which a bot gets its updates: the long poll and the webhook."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlsplit

from simulator.params import Call
from simulator.reply import Refused, bad_request
from simulator.world import Webhook, World

LONGEST_POLL = 50
_ENDED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_HOOKED = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


async def get_updates(world: World, call: Call) -> object:
    """The waiting updates from `offset` on; waits `timeout` real seconds for one, and ends an older wait."""
    if world.webhook:
        raise Refused(409, _HOOKED)
    updates = world.updates
    updates.allow(_kinds(call))
    mine = updates.take_line()
    updates.confirm(call.whole("offset", 0))
    limit = min(max(call.whole("limit", 100), 1), 100)
    now = asyncio.get_running_loop().time
    end = now() + min(max(call.whole("timeout", 0), 0), LONGEST_POLL)
    while updates.poll == mine:
        batch = updates.batch(limit)
        left = end - now()
        if batch or left <= 0:
            return batch
        await updates.bell.wait(updates.bell.count, left)
    raise Refused(409, _ENDED)


async def set_webhook(world: World, call: Call) -> object:
    """Updates are posted to this address from now on: only one on this very machine. An empty one ends it."""
    url = call.text("url")
    if not url:
        return await delete_webhook(world, call)
    if urlsplit(url).hostname not in {"127.0.0.1", "localhost"} or urlsplit(url).scheme not in {"http", "https"}:
        raise bad_request("bad webhook: this local Telegram posts to 127.0.0.1 and localhost only")
    world.updates.allow(_kinds(call))
    if call.flag("drop_pending_updates"):
        world.updates.drop()
    connections = min(max(call.whole("max_connections", 40), 1), 100)
    world.webhook = Webhook(url=url, secret=call.text("secret_token"), connections=connections)
    world.webhook_error = None
    world.updates.take_line()
    return True


async def delete_webhook(world: World, call: Call) -> object:
    """Back to the long poll."""
    world.webhook = None
    if call.flag("drop_pending_updates"):
        world.updates.drop()
    world.updates.bell.ring()
    return True


async def get_webhook_info(world: World, _call: Call) -> object:
    """Where updates go, how many wait, and what went wrong last."""
    shown: dict[str, Any] = {
        "url": world.webhook.url if world.webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if world.webhook:
        shown |= {"max_connections": world.webhook.connections, "ip_address": "127.0.0.1"}
    if world.webhook_error:
        at, message = world.webhook_error
        shown |= {"last_error_date": int(at.timestamp()), "last_error_message": message}
    return shown


def _kinds(call: Call) -> list[str] | None:
    kinds = call.nested("allowed_updates")
    if kinds is not None and not isinstance(kinds, list):
        raise bad_request("can't parse allowed_updates: expected an Array")
    return kinds
