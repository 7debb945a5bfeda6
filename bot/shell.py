"""Short commands: each opens the file, goes through the same door or view as everything else, and names who acts."""

import asyncio
import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

import aiohttp

from bot import keyring
from bot.app import bot_for
from bot.clock import SystemClock
from bot.regime_kept import regime_of
from bot.rule_kept import rule_of
from bot.settings import Settings
from bot.turn import Door, Fresh, digest_of
from state_machines import physician_desk
from state_machines.events import ClientTold, ErasureAsked, ProfessionalAdded, ReferralGone
from state_machines.files import Client, File, Invite
from state_machines.journey import link_expires
from storage.open import Opened, open_sqlite
from storage.views import Look


class NotFound(LookupError):  # noqa: N818 - named for what happened
    """Nobody has that id or name; the message says who there is."""


def add_coach(settings: Settings, name: str, language: str, by: str) -> str:
    """Add a coach; the one-time link to send them."""
    fresh = Fresh()
    token, now = fresh.token(), moment_now(settings)
    added = ProfessionalAdded(
        at=now,
        professional=f"p-{fresh.pseudonym()}",
        name=name,
        language=language,
        invite=Invite(digest=digest_of(token), expires=link_expires(now)),
    )
    with opening(settings, make=True) as opened:
        _no_facilitator(opened, name)
    bot_name = asyncio.run(username(settings))
    with opening(settings) as opened:
        physician = physician_desk.default_of(opened.views.files())
        with opened.batch():
            door = Door(opened, bot_name=bot_name)
            door.act(None, replace(added, physician=physician, **_begun_with(opened)), by=by or login())
        return f"Send this link to {name}; it works once, within 72 hours:\n{door.link(token)}"


def _no_facilitator(opened: Opened, name: str) -> None:
    """Who is a facilitator can't be a coach under the same name (R30)."""
    from bot.facilitators import check_no_facilitator

    check_no_facilitator(opened, name)


def _begun_with(opened: Opened) -> dict[str, Any]:
    """What the organisation has set, and a new coach's clients begin with."""
    return {"rule": rule_of(opened), "regime": regime_of(opened)}


def forget(settings: Settings, client: str, by: str) -> str:
    """Erase everything of a client (R34); they and their coach hear that it was done. A mark without content stays."""
    with opening(settings) as opened:
        file = find(opened, client)
        if not isinstance(file, Client):
            raise NotFound(f"{client} is a coach: only a client can be erased")
        with opened.batch():
            Door(opened).act(file.id, ErasureAsked(at=moment_now(settings)), by=by or login())
    return f"everything of {file.id} is erased"


def erase(opened: Opened, file: Client, at: datetime, by: str) -> None:
    """Inside a batch: once more everything of who was erased already, as after a restore; they were told then."""
    told = ClientTold(at=at, client=file.id, name=file.name, what="erased")
    door = Door(opened)
    facilitator = {file.facilitator.file} if file.facilitator else set()
    for desk in {file.coach, *({file.talk.by} if file.talk else ()), *facilitator}:
        door.act(desk, told, by=by)
    if file.referral is not None and file.referral.physician:  # closed too: its summary may still stand there
        gone = ReferralGone(at=at, client=file.id, number=file.referral.number, why="erased")
        door.act(file.referral.physician, gone, by=by)
    opened.forget(file.id, at)


def verify(settings: Settings) -> str:
    """The faults in the chains, a line each; empty when all is whole."""
    with opening(settings) as opened:
        return "\n".join(opened.upkeep.verify())


def find(opened: Opened, wanted: str) -> File:
    """The file with this id or name. Raises NotFound, which names no client: a list of those is a look (R33)."""
    files = opened.views.files()
    found = [f for f in files if f.id == wanted] or [f for f in files if f.name.casefold() == wanted.casefold()]
    if len(found) == 1:
        return found[0]
    raise NotFound(f"{'several are' if found else 'nobody is'} called {wanted}: `trede clients` says who there is")


def look(settings: Settings, by: str, why: str) -> Look:
    """Who looks from the shell, and why: for the access log (R33)."""
    return Look(who=f"shell:{by or login()}", name=by or login(), why=why, at=moment_now(settings))


def login() -> str:
    """Who sits at the shell, by the computer's account."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "shell"


def moment_now(settings: Settings) -> datetime:
    """The moment by the clock of the installation: a demo's own, else the system's."""
    if not settings.clock:
        return SystemClock().now()

    async def ask() -> str:
        async with aiohttp.ClientSession() as session, session.get(f"{settings.clock}/sim/clock") as answer:
            return str((await answer.json())["now"])

    return datetime.fromisoformat(asyncio.run(ask()))


async def username(settings: Settings) -> str:
    """The name of the bot in Telegram, which its deep links begin with."""
    bot, _ = bot_for(settings)
    async with bot:
        return bot.username


@contextmanager
def opening(settings: Settings, *, make: bool = False) -> Iterator[Opened]:
    """The installation's database for one short command. Raises NotFound when there is none."""
    if not make and not settings.database.exists():
        raise NotFound(f"there is no database {settings.database}: start in its folder, or name it in TREDE_DB")
    keys = keyring.must_have(settings) if make else keyring.keys_of(settings)
    opened = open_sqlite(settings.database, keys=keys)
    try:
        yield opened
    finally:
        opened.close()
