"""What `trede facilitator` does: adding, listing and assigning process facilitators, through the one door (R30)."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from bot import apart, shell
from bot.settings import Settings
from bot.turn import Door, Fresh, digest_of
from state_machines.apart import Both, way_of
from state_machines.case import FacilitatorContact
from state_machines.events import FacilitatorSet, ProfessionalAdded
from state_machines.facilitating import TAKES_PART
from state_machines.files import Client, File, Invite, Professional
from state_machines.journey import link_expires
from state_machines.policy import FACILITATOR
from storage.open import Opened

#: What a refusal says of who sees the client's details, by the way in which they do.
BECAUSE = {
    "client": "that Telegram account is, or was, {client}'s own",
    "coach": "{seer} coaches {client}",
    "deputy": "{seer} stands in for the coach of {client}, and can see all that coach's clients",
    "physician": "{seer} is the occupational physician of {client}",
    "talk": "{seer} is in a conversation with {client}",
    "looked": "{seer} has looked at details of {client} before",
}
RULE = "Whoever can see a client's scores or diary can't be their process facilitator (R30). Nothing was changed."


class NameTaken(shell.NotFound):
    """Somebody is called so already; nothing was made."""


class NotApart(shell.NotFound):
    """Somebody would see a client's details and facilitate as well; nothing was changed."""


def add(settings: Settings, name: str, *, language: str, by: str) -> str:
    """Add a facilitator; their one-time link. Raises NameTaken."""
    with shell.opening(settings, make=True) as opened:
        _check_free(opened, name)
    fresh = Fresh()
    return _linked(settings, f"p-{fresh.pseudonym()}", name, language, new=True, by=by)


def link(settings: Settings, name: str, by: str) -> str:
    """A new one-time link for a facilitator who is there already: another phone, or a link that ran out."""
    with shell.opening(settings) as opened:
        file = _facilitator(opened, name)
    return _linked(settings, file.id, file.name, file.language, new=False, by=by)


def listed(settings: Settings) -> str:
    """The facilitators, a line each: how they are reached, and whom they facilitate since when."""
    with shell.opening(settings) as opened:
        found = [each for each in opened.views.professionals() if each.role == FACILITATOR]
    return "\n".join(_line(each) for each in found) or "no process facilitators yet: trede facilitator add NAME"


def assign(settings: Settings, client: str, name: str, by: str) -> str:
    """This client's process facilitator from now on. Raises NotApart for whoever can see the client's details."""
    now = shell.moment_now(settings)
    with shell.opening(settings) as opened:
        found = _client(opened, client)
        chosen = _to_facilitate(opened, found, name)
        if found.journey not in TAKES_PART:
            raise shell.NotFound(f"{found.id} doesn't take part (yet): assign a process facilitator once they do")
        contact = FacilitatorContact(file=chosen.id, name=chosen.name, since=found.today(now))
        with opened.batch(), kept_apart(opened, found.id):
            Door(opened).act(found.id, FacilitatorSet(at=now, facilitator=contact), by=by or shell.login())
    unopened = "" if chosen.chat else f"; {chosen.name} hasn't opened their link yet"
    return f"{chosen.name} is now the process facilitator of {found.id}; the client is told{unopened}"


def unassign(settings: Settings, client: str, by: str) -> str:
    """Nobody facilitates this client any more."""
    with shell.opening(settings) as opened:
        found = _client(opened, client)
        if found.facilitator is None:
            return f"{found.id} has no process facilitator"
        with opened.batch():
            event = FacilitatorSet(at=shell.moment_now(settings), facilitator=None)
            Door(opened).act(found.id, event, by=by or shell.login())
    return f"{found.facilitator.name} isn't the process facilitator of {found.id} any more"


@contextmanager
def kept_apart(opened: Opened, client: str = "") -> Iterator[None]:
    """Around what is done in a batch: raises NotApart, which undoes it, when by it somebody would be both.

    `client`: who gets a facilitator; what their log tells counts too.
    """
    before = apart.both(opened, whole=client)
    yield
    for each in apart.both(opened, whole=client):
        if each not in before:
            raise NotApart(refusal(each))


def refusal(found: Both) -> str:
    """Why not, and what to do instead."""
    because = BECAUSE[found.way].format(seer=found.seer, client=found.client_name)
    return (
        f"{because[:1].upper()}{because[1:]}. {RULE} {found.facilitator} is, or was to be, the process facilitator of "
        f"{found.client_name}: choose somebody else, or first take them off with "
        f"trede facilitator unassign {found.client}"
    )


def check_no_facilitator(opened: Opened, wanted: str) -> None:
    """Who is a facilitator can't coach, stand in, take over or be a physician. Raises NotApart."""
    found = _called(opened, wanted)
    if found is not None and found.role == FACILITATOR:
        raise NotApart(
            f"{found.name} is a process facilitator here, and so sees no client's scores or diary (R30). Nothing was "
            "changed. Choose a coach or physician instead: trede coach list, trede physician list"
        )


# --- how ----------------------------------------------------------------------------------------------------------


def _linked(settings: Settings, file: str, name: str, language: str, *, new: bool, by: str) -> str:
    token, now = Fresh().token(), shell.moment_now(settings)
    invite = Invite(digest=digest_of(token), expires=link_expires(now))
    added = ProfessionalAdded(at=now, professional=file, name=name, language=language, invite=invite, role=FACILITATOR)
    username = asyncio.run(shell.username(settings))
    with shell.opening(settings) as opened, opened.batch():
        door = Door(opened, bot_name=username)
        door.act(None if new else file, added, by=by or shell.login())
    return f"Send this link to {name}; it works once, within 72 hours:\n{door.link(token)}"


def _to_facilitate(opened: Opened, client: Client, wanted: str) -> Professional:
    """The facilitator who is meant. Raises NotApart for who sees this client's details, NotFound for anybody else."""
    found = _called(opened, wanted)
    if found is None and wanted.casefold() in {client.id, client.name.casefold()}:
        raise NotApart(f"{client.name} is the client. {RULE} Choose somebody else: trede facilitator list")
    if found is None or found.role == FACILITATOR:
        return _facilitator(opened, wanted)
    way = way_of(client, found, apart.past_of(opened, client.id))
    instead = "Choose somebody else: trede facilitator list, or trede facilitator add NAME"
    if way:
        because = BECAUSE[way].format(seer=found.name, client=client.name)
        raise NotApart(f"{because[:1].upper()}{because[1:]}. {RULE} {instead}")
    raise NotApart(
        f"{found.name} is a {found.role} here. A process facilitator is somebody who sees no client's details (R30). "
        f"Nothing was changed. {instead}"
    )


def _client(opened: Opened, wanted: str) -> Client:
    found = shell.find(opened, wanted)
    if not isinstance(found, Client):
        raise shell.NotFound(f"{wanted} is no client: trede clients")
    return found


def _facilitator(opened: Opened, wanted: str) -> Professional:
    found = _called(opened, wanted)
    if found is None or found.role != FACILITATOR:
        raise shell.NotFound(f"there is no process facilitator called {wanted}: trede facilitator list")
    return found


def _called(opened: Opened, wanted: str) -> Professional | None:
    """The one professional with this id or name; somebody who has left too."""
    there = opened.views.professionals()
    found = [each for each in there if each.id == wanted]
    found = found or [each for each in there if each.name.casefold() == wanted.casefold()]
    return found[0] if len(found) == 1 else None


def _check_free(opened: Opened, name: str) -> None:
    taken: list[File] = [each for each in opened.views.professionals() if each.name.casefold() == name.casefold()]
    if taken:
        raise NameTaken(
            f"somebody is called {name} already. Is it the same person? Then they can't facilitate here (R30). Is it "
            f"somebody else? Add a letter. A new link for a facilitator: trede facilitator link {name}"
        )


def _line(facilitator: Professional) -> str:
    chat = "in Telegram" if facilitator.chat else "link not opened yet"
    reached = "blocked the bot" if facilitator.unreachable else chat
    clients = ", ".join(f"{each.client} since {each.since}" for each in facilitator.facilitates) or "nobody"
    return "  ".join((facilitator.id, facilitator.name, reached, f"facilitates {clients}"))
