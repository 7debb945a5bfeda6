"""Short commands: each opens the file, goes through the same door or view as everything else, and names who acts."""

import asyncio
import getpass
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

import aiohttp

from bot.app import bot_for
from bot.clock import SystemClock
from bot.rule_kept import rule_of
from bot.settings import Settings
from bot.turn import Door, Fresh, digest_of
from state_machines import physician_desk
from state_machines.events import ClientTold, ProfessionalAdded, ReferralGone
from state_machines.files import Client, File, Invite
from state_machines.journey import link_expires
from storage import codec
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
    bot_name = asyncio.run(username(settings))
    with opening(settings, make=True) as opened:
        physician = physician_desk.default_of(opened.views.files())
        with opened.batch():
            door = Door(opened, bot_name=bot_name)
            door.act(None, replace(added, physician=physician, rule=rule_of(opened)), by=by or login())
        return f"Send this link to {name}; it works once, within 72 hours:\n{door.link(token)}"


def clients(settings: Settings) -> str:
    """The clients, a line each."""
    with opening(settings) as opened:
        found = [file for file in opened.views.files() if isinstance(file, Client)]
    return "\n".join(f"{c.id}  {c.name}  coach {c.coach_name}  {c.journey}" for c in found) or "no clients yet"


def log(settings: Settings, client: str, by: str, why: str) -> str:
    """A file's log, a line a turn: number, moment, who caused it, what happened, what was said."""
    with opening(settings) as opened:
        file = find(opened, client)
        rows = opened.views.rows(file.id, look(settings, by, why))
    return "\n".join(
        f"{row.n:>5}  {row.at:%Y-%m-%d %H:%M:%S}Z  {row.actor:<9}  {_told(row.event)}"
        + (f"  -> {', '.join(row.said)}" if row.said else "")
        + (f"  ({row.reason})" if row.reason else "")
        for row in rows
    )


def export(settings: Settings, client: str, by: str, why: str) -> str:
    """All that is kept of a file, as JSON: snapshot, log, plan versions, what became of each message, who looked."""
    from storage.deliveries import EVER, named

    with opening(settings) as opened:
        file = find(opened, client)
        looker = look(settings, by, why)
        rows = opened.views.rows(file.id, looker)
        messages = opened.views.deliveries(file.id, EVER, looker)  # classes and moments: names come from the log
        looks = opened.views.accesses(file.id)
    kept = {
        "file": _plain(file),
        "log": [_plain(row) for row in rows],
        "messages": [_plain(each) for each in named(messages, ((row.at, row.said) for row in rows))],
        "access": [_plain(each) for each in looks],
    }
    return json.dumps(kept, ensure_ascii=False, indent=2)


def forget(settings: Settings, client: str, by: str) -> str:
    """Erase everything of a client (R34); their coach hears that it was done. What stays is a mark without content."""
    with opening(settings) as opened:
        file = find(opened, client)
        if not isinstance(file, Client):
            raise NotFound(f"{client} is a coach: only a client can be erased")
        with opened.batch():
            erase(opened, file, moment_now(settings), by or login())
    return f"everything of {file.id} is erased"


def erase(opened: Opened, file: Client, at: datetime, by: str) -> None:
    """Inside a batch: everything of a client, also what professionals' desks know of them."""
    told = ClientTold(at=at, client=file.id, name=file.name, what="erased")
    door = Door(opened)
    for desk in {file.coach, *({file.talk.by} if file.talk else ())}:
        door.act(desk, told, by=by)
    if file.referral is not None and file.referral.physician:  # closed too: its summary may still stand there
        gone = ReferralGone(at=at, client=file.id, number=file.referral.number, why="erased")
        door.act(file.referral.physician, gone, by=by)
    opened.forget(file.id, at)


def verify(settings: Settings) -> str:
    """The faults in the chains, a line each; empty when all is whole."""
    with opening(settings) as opened:
        return "\n".join(opened.upkeep.verify())


def _told(event: object) -> str:
    """An event in one line: its name and the fields that are set."""
    fields = _plain(event) if event is not None else {}
    shown = " ".join(f"{name}={value}" for name, value in fields.items() if name not in {"at", "_"})
    return f"{type(event).__name__} {shown}".strip()


def _plain(value: object) -> dict[str, Any]:
    """A kept value as plain JSON values."""
    return cast("dict[str, Any]", json.loads(codec.encode(value)))


def find(opened: Opened, wanted: str) -> File:
    """The file with this id or name. Raises NotFound."""
    files = opened.views.files()
    found = [f for f in files if f.id == wanted] or [f for f in files if f.name.casefold() == wanted.casefold()]
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"{f.id} ({f.name})" for f in files) or "nobody yet"
    raise NotFound(f"{'several are' if found else 'nobody is'} called {wanted}; there is: {known}")


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
    opened = open_sqlite(settings.database)
    try:
        yield opened
    finally:
        opened.close()
