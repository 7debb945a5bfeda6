"""Whoever sees a client's scores or diary is never their process facilitator, nor the other way round (R30).

One rule for every door: adding, assigning, opening a link, standing in, taking over. A door makes the files as they
would be, asks `both`, and refuses when somebody would be both.

- Who sees: the client, their coach, whoever stands in for that coach (who sees all the coach's clients), the physician,
  who has taken the conversation over, and whoever looked before: what they read may still stand in their chat.
- Who is the same person: the same file, a Telegram account that either ever talked from, or the same name.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from state_machines.deputies import standing_for
from state_machines.files import Client, Professional

CLIENT, LOOKED = "client", "looked"


@dataclass(frozen=True, kw_only=True)
class Past:
    """What a client's log and access log tell: accounts that opened their link; who looked, by id and by name."""

    accounts: frozenset[int] = frozenset()
    lookers: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Both:
    """Somebody who would be a client's facilitator and see their details as well; `way`: as whom they would."""

    client: str
    client_name: str
    facilitator: str
    seer: str
    way: str


@dataclass(frozen=True, kw_only=True)
class World:
    """The files as they would be: every professional, the clients with a facilitator, and what is past by client."""

    professionals: tuple[Professional, ...]
    clients: tuple[Client, ...]
    past: Mapping[str, Past] = field(default_factory=dict)


def _coaches(client: Client, other: Professional, _: Past) -> bool:
    return other.id == client.coach or other.card(client.id) is not None


def _stands_in(client: Client, other: Professional, _: Past) -> bool:
    named = client.deputy is not None and client.deputy.id == other.id
    return named or standing_for(other, client.coach) is not None


def _is_physician(client: Client, other: Professional, _: Past) -> bool:
    named = client.physician is not None and client.physician.file == other.id
    return named or any(case.client == client.id for case in other.cases)


def _talks(client: Client, other: Professional, _: Past) -> bool:
    return client.talk is not None and client.talk.by == other.id


def _looked(_: Client, other: Professional, past: Past) -> bool:
    return other.id in past.lookers


#: Every way in which a professional comes to see a client's details, by what a refusal says of it.
WAYS: Mapping[str, Callable[[Client, Professional, Past], bool]] = {
    "coach": _coaches,
    "deputy": _stands_in,
    "physician": _is_physician,
    "talk": _talks,
    LOOKED: _looked,
}


def way_of(client: Client, other: Professional, past: Past | None = None) -> str:
    """As whom this professional sees the client's details, or did before; empty when they don't."""
    known = past or Past()
    return next((way for way, sees in WAYS.items() if sees(client, other, known)), "")


def accounts(file: Professional | Client) -> frozenset[int]:
    """The Telegram accounts that this file's person talks from, and a professional's of before."""
    before = file.earlier_chats if isinstance(file, Professional) else ()
    return frozenset(before) | ({file.chat} if file.chat is not None else frozenset())


def same(one: Professional, other: Professional) -> bool:
    """Whether two files are the same person's, as far as Trede can know."""
    return one.id == other.id or _called(one.name) == _called(other.name) or bool(accounts(one) & accounts(other))


def has_double(facilitator: Professional, others: Iterable[Professional]) -> bool:
    """Whether this facilitator may be somebody else here too: only then does it matter who looked before."""
    return any(other.id != facilitator.id and same(facilitator, other) for other in others)


def both(world: World) -> tuple[Both, ...]:
    """Everybody who would be a client's facilitator and see their details; empty when all is well."""
    return tuple(_each(world))


def _each(world: World) -> Iterator[Both]:
    by_id = {file.id: file for file in world.professionals}
    for client in world.clients:
        facilitator = by_id.get(client.facilitator.file) if client.facilitator is not None else None
        if facilitator is not None:
            past = world.past.get(client.id, Past())
            for seer, way in _ways(client, facilitator, world.professionals, past):
                yield Both(client=client.id, client_name=client.name, facilitator=facilitator.name, seer=seer, way=way)


def _ways(
    client: Client, facilitator: Professional, others: Iterable[Professional], past: Past
) -> Iterator[tuple[str, str]]:
    """By whose eyes a facilitator would see the client's details, and as whom."""
    if accounts(facilitator) & (accounts(client) | past.accounts):
        yield client.name, CLIENT
    for other in others:
        way = way_of(client, other, past) if same(facilitator, other) else ""
        if way:
            yield other.name, way
    if _called(facilitator.name) in {_called(name) for name in past.names}:
        yield facilitator.name, LOOKED


def _called(name: str) -> str:
    return " ".join(name.casefold().split())
