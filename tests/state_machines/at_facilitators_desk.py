"""Sample files of a process facilitator, and what can come to their desk (R30)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from state_machines import events as e
from state_machines.case import FacilitatorContact
from state_machines.files import Facilitated, Invite, Professional

AT = datetime(2026, 11, 30, 15, 30, tzinfo=UTC)
SINCE = date(2026, 11, 30)
FAY = FacilitatorContact(file="p-7", name="Fay", since=SINCE)


def facilitator(*clients: str, **changes: object) -> Professional:
    """Fay, who facilitates these clients, by id; Sanne is c-1."""
    cards = tuple(
        Facilitated(client=each, name="Sanne" if each == "c-1" else each.title(), since=SINCE) for each in clients
    )
    fay = Professional(id=FAY.file, name=FAY.name, role="facilitator", chat=7, facilitates=cards)
    return replace(fay, **changes)  # type: ignore[arg-type]


def desks() -> Iterator[tuple[str, Professional]]:
    """With nobody, one and two to facilitate; blocked; the link not opened, and from another account than before."""
    yield "facilitator, of nobody", facilitator()
    yield "facilitator", facilitator("c-1")
    yield "facilitator of two, unreachable", facilitator("c-1", "c-2", unreachable=AT)
    invite = Invite(digest="9" * 64, expires=AT + timedelta(hours=1))
    yield "facilitator, unopened", facilitator("c-1", chat=None, invite=invite)
    yield "facilitator, another account", facilitator("c-1", chat=8, earlier_chats=(7,), invite=invite)


def events() -> Iterator[e.DeskEvent]:
    """Whom they facilitate from now on or not any more; a look at what is planned; being named as a deputy."""
    for client in ("c-1", "c-9"):
        for since in (SINCE, None):
            yield e.Facilitates(at=AT, client=client, name="Sanne", since=since)
        yield e.DeskPicked(at=AT, what="planned", client=client)
    yield e.StandInAsked(at=AT, coach="p-1", name="Joost", leave=None, choosing=True)
