"""After an erasure that a kill or an old database cut in two: whoever has the client on a card hears of it (R34).

The store has removed everything of the file by itself; what stands at a desk changes by an event through the door.
"""

from datetime import datetime

from bot.turn import Door
from state_machines.case import Case
from state_machines.events import ClientTold, ReferralGone
from state_machines.files import Card, Facilitated, Professional
from storage.open import SqliteStore

BY = "erased"


def tell_desks(opened: SqliteStore, now: datetime) -> None:
    """Every desk that still knows somebody who was erased; afterwards none does. Outside a batch."""
    gone = opened.erased()
    if not gone:
        return
    for desk in opened.views.professionals():
        held: tuple[Card | Facilitated, ...] = (*desk.clients, *desk.facilitates)
        for card in (card for card in held if card.client in gone):
            with opened.batch():
                told = ClientTold(at=now, client=card.client, name=card.name, what="erased")
                Door(opened).act(desk.id, told, by=BY)
                opened.forget(card.client, gone[card.client])  # what was just written down names them
        for case in _open_cases(desk, gone):
            with opened.batch():
                over = ReferralGone(at=now, client=case.client, number=case.number, why="erased")
                Door(opened).act(desk.id, over, by=BY)
                opened.forget(case.client, gone[case.client])


def _open_cases(desk: Professional, gone: dict[str, datetime]) -> list[Case]:
    return [case for case in desk.cases if case.client in gone and case.state != "over"]
