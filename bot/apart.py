"""Asked at the doors by which somebody comes to see a client's details, or to facilitate them (R30).

What is asked stands in `state_machines.apart`; here the files are brought together. Called inside a batch.
"""

from dataclasses import replace

from state_machines import apart
from state_machines import events as e
from state_machines.apart import Both, Past, World
from state_machines.files import Client, File, Professional, but
from state_machines.hand_over import StandsIn
from storage.open import Opened

#: What an access row says that a facilitator looked at.
PLANNED = "planned"


def both(opened: Opened, *as_if: File, whole: str = "") -> tuple[Both, ...]:
    """Who would be both, with these files in place of those that are kept. `whole`: a client whose log is read too.

    Who looked before is asked where a facilitator may be somebody else here as well: that is seldom, so this is quick.
    """
    given = {file.id: file for file in as_if}
    professionals = tuple(
        desk
        for each in opened.views.professionals()
        if isinstance(desk := given.get(each.id) or opened.load(each.id), Professional)
    )
    ids = dict.fromkeys(each.client for desk in professionals for each in desk.facilitates)
    if not ids:
        return ()
    clients = tuple(file for id_ in ids if isinstance(file := given.get(id_) or opened.load(id_), Client))
    doubles = {desk.id for desk in professionals if desk.facilitates and apart.has_double(desk, professionals)}
    past = {client.id: _looked(opened, client.id) for client in clients if _is_of(client, doubles)}
    past |= {client.id: past_of(opened, client.id) for client in clients if client.id == whole}
    return apart.both(World(professionals=professionals, clients=clients, past=past))


def refuses(opened: Opened, *as_if: File) -> bool:
    """Whether somebody would be both who isn't now, if these files stood as they are given."""
    now = both(opened)
    return any(each not in now for each in both(opened, *as_if))


def opens_desk(opened: Opened, owner: Professional, chat: int) -> bool:
    """Whether this account may open a professional's desk."""
    was_clients = (chat in past_of(opened, each.client).accounts for each in owner.facilitates)
    return not any(was_clients) and not refuses(opened, but(owner, chat=chat, earlier_chats=owner.chats_before(chat)))


def claims(opened: Opened, client: Client, chat: int) -> bool:
    """Whether this account may open a client's link: not one that their facilitator ever talked from."""
    facilitator = opened.load(client.facilitator.file) if client.facilitator is not None else None
    return not isinstance(facilitator, Professional) or chat not in apart.accounts(facilitator)


def deputy(opened: Opened, coach: Professional, event: e.DeskPicked) -> e.DeskEvent:
    """A coach's choice of a deputy, who will see all their clients; the word that it can't be, when it can't."""
    other = opened.load(event.value)
    if not isinstance(other, Professional):
        return event
    stands_in = StandsIn(coach=coach.id, name=coach.name)
    if not refuses(opened, but(other, stands_in_for=(*other.stands_in_for, stands_in))):
        return event
    return e.DeputyKnown(at=event.at, id=other.id, deputy=None, choosing=True)


def past_of(opened: Opened, client: str) -> Past:
    """What a client's log and access log tell of who saw their details, looks of facilitators aside."""
    try:
        events = opened.views.own_events(client)
    except LookupError:  # erased since: the desk hears of it at the next start
        return Past()
    chats = frozenset(event.chat for event in events if isinstance(event, e.LinkOpened))
    return replace(_looked(opened, client), accounts=chats)


def _looked(opened: Opened, client: str) -> Past:
    looks = [row for row in opened.views.accesses(client) if row.who and row.what != PLANNED]
    return Past(lookers=frozenset(row.who for row in looks), names=frozenset(row.name for row in looks))


def _is_of(client: Client, facilitators: set[str]) -> bool:
    return client.facilitator is not None and client.facilitator.file in facilitators
