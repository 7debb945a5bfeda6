"""What `trede physician` does: adding, listing and assigning occupational physicians, through the one door."""

import asyncio
from collections.abc import Iterable

from bot import facilitators, shell
from bot.settings import Settings
from bot.turn import Door, Fresh, digest_of
from state_machines.case import PhysicianContact
from state_machines.events import DefaultsSet, PhysicianSet, ProfessionalAdded
from state_machines.files import Client, File, Invite, Professional
from state_machines.journey import link_expires
from state_machines.physician_cases import OPEN, cases_in
from state_machines.physician_desk import ROLE, contact_of
from storage.open import Opened


class NameTaken(shell.NotFound):
    """Somebody is called so already; nothing was made."""


def add(settings: Settings, name: str, *, phone: str, mail: str, language: str, weekly: bool, by: str) -> str:
    """Add a physician; their one-time link. The only one becomes everybody's who has none. Raises NameTaken."""
    with shell.opening(settings, make=True) as opened:
        _check_free(opened, name)
    fresh = Fresh()
    token, now = fresh.token(), shell.moment_now(settings)
    added = ProfessionalAdded(
        at=now,
        professional=f"p-{fresh.pseudonym()}",
        name=name,
        language=language,
        invite=Invite(digest=digest_of(token), expires=link_expires(now)),
        role=ROLE,
        phone=phone,
        mail=mail,
        notice="weekly" if weekly else "each",
    )
    username = asyncio.run(shell.username(settings))
    with shell.opening(settings) as opened:
        files = opened.views.files()
        with opened.batch(), facilitators.kept_apart(opened):
            door = Door(opened, bot_name=username)
            door.act(None, added, by=by or shell.login())
            alone = not any(_is_physician(file) for file in files)
            given = _give_all(door, files, added, by or shell.login()) if alone else ""
    return f"{_send_this(name, door.link(token))}{given}"


def link(settings: Settings, name: str, by: str) -> str:
    """A new one-time link for a physician who is there already: another phone, or a link that ran out."""
    token, now = Fresh().token(), shell.moment_now(settings)
    username = asyncio.run(shell.username(settings))
    with shell.opening(settings) as opened:
        file = _physician(opened, name)
        invite = Invite(digest=digest_of(token), expires=link_expires(now))
        again = ProfessionalAdded(
            at=now, professional=file.id, name=file.name, language=file.language, invite=invite, role=ROLE
        )
        with opened.batch():
            door = Door(opened, bot_name=username)
            door.act(file.id, again, by=by or shell.login())
    return _send_this(file.name, door.link(token))


def listed(settings: Settings) -> str:
    """The physicians, a line each: how they are reached, how many clients they have, how much is open; no names."""
    with shell.opening(settings) as opened:
        files = opened.views.files()
    clients = [file for file in files if isinstance(file, Client)]
    lines = [_line(file, clients) for file in files if isinstance(file, Professional) and _is_physician(file)]
    return "\n".join(lines) or "no physicians yet: trede physician add NAME"


def assign(settings: Settings, client: str, physician: str, by: str) -> str:
    """This client's occupational physician from now on. A report that is open goes to them (`referral`)."""
    with shell.opening(settings) as opened:
        found, chosen = shell.find(opened, client), _physician(opened, physician)
        if not isinstance(found, Client):
            raise shell.NotFound(f"{client} is no client: trede clients")
        event = PhysicianSet(at=shell.moment_now(settings), physician=contact_of(chosen))
        with opened.batch(), facilitators.kept_apart(opened):
            Door(opened).act(found.id, event, by=by or shell.login())
    return f"{chosen.name} is now the occupational physician of {found.id}"


# --- how ----------------------------------------------------------------------------------------------------------


def _give_all(door: Door, files: Iterable[File], added: ProfessionalAdded, by: str) -> str:
    """The only physician is the one of every client who has none, and of every coach's clients to come."""
    contact = PhysicianContact(file=added.professional, name=added.name, phone=added.phone)
    clients = [file for file in files if isinstance(file, Client) and file.physician is None]
    coaches = [file for file in files if isinstance(file, Professional)]
    for client in clients:
        door.act(client.id, PhysicianSet(at=added.at, physician=contact), by=by)
    for coach in coaches:
        door.act(coach.id, DefaultsSet(at=added.at, physician=contact), by=by)
    return f"\n{added.name} is the only one: set for {len(clients)} clients, and for all new ones."


def _check_free(opened: Opened, name: str) -> None:
    for file in opened.views.files():
        if isinstance(file, Professional) and file.name.casefold() == name.casefold():
            hint = f"; trede physician link {name} makes a new link" if _is_physician(file) else ""
            raise NameTaken(f"somebody is called {name} already{hint}")


def _physician(opened: Opened, wanted: str) -> Professional:
    found = [
        file
        for file in opened.views.files()
        if isinstance(file, Professional)
        and _is_physician(file)
        and wanted.casefold() in {file.id, file.name.casefold()}
    ]
    if len(found) != 1:
        facilitators.check_no_facilitator(opened, wanted)
        raise shell.NotFound(f"there is no physician called {wanted}: trede physician list")
    return found[0]


def _is_physician(file: File) -> bool:
    return isinstance(file, Professional) and file.role == ROLE


def _line(physician: Professional, clients: list[Client]) -> str:
    own = sum(client.physician is not None and client.physician.file == physician.id for client in clients)
    chat = "in Telegram" if physician.chat else "link not opened yet"
    reached = "blocked the bot" if physician.unreachable else chat
    parts = (
        physician.id,
        physician.name,
        physician.phone or "no number",
        physician.mail or "no mail",
        physician.notice,
        reached,
        f"{own} clients",
        f"{len(cases_in(physician, *OPEN))} open",
    )
    return "  ".join(parts)


def _send_this(name: str, link: str) -> str:
    return f"Send this link to {name}; it works once, within 72 hours:\n{link}"
