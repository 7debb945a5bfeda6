"""The webhook's errand: posts waiting updates to the bot, per chat in order, and tries again until it hears 200."""

from __future__ import annotations

import asyncio

import aiohttp

from simulator.telegram import Telegram
from simulator.updates import Queued
from simulator.world import Webhook

SECRET = "X-Telegram-Bot-Api-Secret-Token"
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)


class Hook:
    """Delivers to whatever webhook is set, for as long as it runs."""

    def __init__(self, telegram: Telegram) -> None:
        self.world = telegram.world
        self._out: dict[int, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Delivers until cancelled."""
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60)) as session:
            try:
                while True:
                    rung = self.world.updates.bell.count
                    if self.world.webhook:
                        self._start(session, self.world.webhook)
                    await self.world.updates.bell.wait(rung, 3600)
            finally:
                for errand in self._out.values():
                    errand.cancel()

    def _start(self, session: aiohttp.ClientSession, webhook: Webhook) -> None:
        """One errand for each chat that has none, as many at a time as the bot allows."""
        self.world.updates.expire()
        for update in self.world.updates.pending:
            if len(self._out) >= webhook.connections:
                break
            if update.chat_id not in self._out:
                self._out[update.chat_id] = asyncio.create_task(self._errand(session, update))

    async def _errand(self, session: aiohttp.ClientSession, update: Queued) -> None:
        tries = 0
        while (webhook := self.world.webhook) and update in self.world.updates.pending:
            if await self._posted(session, webhook, update):
                self.world.updates.settle(update)
                break
            await asyncio.sleep(PAUSES[min(tries, len(PAUSES) - 1)])
            tries += 1
        self._out.pop(update.chat_id, None)
        self.world.updates.bell.ring()

    async def _posted(self, session: aiohttp.ClientSession, webhook: Webhook, update: Queued) -> bool:
        update.delivered = True
        headers = {SECRET: webhook.secret} if webhook.secret else {}
        try:
            post = session.post(webhook.url, json=update.body, headers=headers, allow_redirects=False, ssl=False)
            async with post as answer:
                if 200 <= answer.status < 300:
                    return True
                error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (aiohttp.ClientError, TimeoutError, OSError) as broken:
            error = f"Connection failed: {type(broken).__name__} {broken}"
        self.world.webhook_error = (self.world.clock.now, error)
        return False
