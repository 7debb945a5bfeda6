"""A bot as `trede run` makes it, and a local Telegram over HTTP, in pushed time. Every request is written down."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from outgoing import HOUR, second
from wired_bot import JOOST, MONDAY, SANNE, TOKEN, Wired

from bot.turn import digest_of
from dialogues.prompt import Message
from simulator import server
from state_machines.events import ProfessionalAdded
from state_machines.files import Invite
from state_machines.journey import link_expires
from storage.port import Letter

RIGHT = "Ja, dat is Sanne"
MINUTE = 60.0


async def until(what: Any, seconds: float = 2 * HOUR) -> bool:
    """Wait for this, at most so long; whether it came. Looks often at first, then ever more seldom."""
    began = second()
    while not what():
        if second() - began >= seconds:
            return False
        await asyncio.sleep(0.5 + (second() - began) // 30)
    return True


@asynccontextmanager
async def wired() -> AsyncIterator[Wired]:
    """A coach who was just asked whether it is Sanne who opened the link."""
    local = await server.start(start=MONDAY, token=TOKEN)
    with tempfile.TemporaryDirectory() as folder:
        world = Wired(local, Path(folder))
        with world.out.observed(local.port):
            try:
                await world.start()
                await _introduced(world)
                yield world
            finally:
                await world.stop()
                await local.stop()


async def _introduced(world: Wired) -> None:
    app, telegram = world.app, world.local.telegram
    assert app is not None
    now, token = app.clock.now(), "coach-token-000000000"
    invite = Invite(digest=digest_of(token), expires=link_expires(now))
    added = ProfessionalAdded(at=now, professional="p-joost", name="Joost", language="nl", invite=invite)
    await app.queue.do(lambda: app.door.act(None, added, by="test"))
    joost, sanne = telegram.join(JOOST, "Joost"), telegram.join(SANNE, "Sanne")
    joost.open_link(token)
    await until(lambda: joost.screen[-1].from_bot, MINUTE)
    for words in ("/uitnodigen", "Sanne"):
        joost.send(words)
        await until(lambda: joost.screen[-1].from_bot, MINUTE)
    sanne.open_link(joost.screen[-1].text.split("start=")[1].split()[0])
    await until(lambda: RIGHT in joost.screen[-1].labels, MINUTE)
    await asyncio.sleep(1.0)


def letter(chat: int, kind: str, at: datetime, *, text: str = "", slot: str = "", expires: float = 0.0) -> Letter:
    """A letter of a class that is due now; `expires` after so many seconds, 0: never."""
    ends = at + timedelta(seconds=expires) if expires else None
    body = Message(text=text or f"a {kind}").to_json()
    return Letter(chat=chat, file=None, kind=kind, body=body, not_before=at, slot=slot, expires=ends)


def telegram_follows(world: Wired) -> None:
    """Let Telegram's own clock go along, and keep its limits: 30 messages a second in all, one to each chat."""
    clock, loop = world.local.clock, asyncio.get_running_loop()
    loop.follow = lambda moment: clock.jump(MONDAY + timedelta(seconds=moment))  # type: ignore[attr-defined]
    clock.jump(MONDAY + timedelta(seconds=second()))
    world.local.telegram.rates.on = True
