"""A coach has left (issue 4: bad input): clients and open work go to another coach in one go. The rules in prose.

- What is open about a client (needs, requests, a referral, an evaluation, a version that waits for a yes) stands in the
  client's file and stays there; the card, with the consults to come and a claim that waits, goes to the new desk.
- Each client is told once who their coach is now. A conversation that the leaving coach had taken over ends.
- Whoever stood in for the coach doesn't any more; whoever had them as deputy is told that nobody stands in.
- The coach's own chat is told, and unbound. The file stays, without clients: the log shows who did what.
"""

from state_machines import deputies
from state_machines import events as e
from state_machines.desk_act import SketchAct
from state_machines.effects import LetterClass
from state_machines.files import Card, Professional, but


def remove(act: SketchAct) -> None:
    """At the desk of the coach who has left: told, everything handed over, and unbound."""
    event = act.event
    assert isinstance(event, e.CoachRemoved)
    file = act.file
    if file.clients and event.to:
        handed = e.ClientsHanded(at=act.at, cards=file.clients, coach=file.id, coach_name=file.name)
        act.pass_on(event.to, handed)
    if file.deputy is not None:
        act.pass_on(file.deputy.id, e.StandInOver(at=act.at, coach=file.id, name=file.name))
    for each in file.stands_in_for:
        act.pass_on(each.coach, e.DeputyKnown(at=act.at, id=file.id, deputy=None))
    if file.chat is not None:
        act.say("desk.removed", chat=file.chat, to=event.to_name)
    _empty(act, event.to)
    act.reason = "removed"


def _empty(act: SketchAct, to: str) -> None:
    act.state = "idle"
    act.change(
        chat=None,
        earlier_chats=act.file.chats_before(None),
        invite=None,
        sketch=None,
        with_client=None,
        clients=(),
        deputy=None,
        leave=None,
        deputy_asked=(),
        stands_in_for=(),
        gone=True,
        gone_to=to,
    )


def receive(act: SketchAct) -> None:
    """At the desk of the coach who takes over: the cards, and each client's file knows its new coach."""
    event = act.event
    assert isinstance(event, e.ClientsHanded)
    changed = deputies.coach_changed(act.file, act, taken=True)
    for card in event.cards:
        act.file = act.file.with_card(but(card, name=_free_name(act.file, card)))
        act.pass_on(card.client, changed)
    act.say(
        "desk.handed",
        kind=LetterClass.QUESTION,
        slot=f"handed:{event.coach}",
        below=True,
        coach_name=event.coach_name,
        names=tuple(act.file.named(card.client) for card in event.cards),
    )
    for card in event.cards:
        if card.claimed:
            act.say("desk.claim", kind=LetterClass.QUESTION, slot=f"claim:{card.client}", client=card.client)


def _free_name(file: Professional, card: Card) -> str:
    """The name on the card; with a number when this coach has a client of that name."""
    taken = {each.name.casefold() for each in file.clients if each.client != card.client}
    names = (card.name, *(f"{card.name} {n}" for n in range(2, len(taken) + 3)))
    return next(name for name in names if name.casefold() not in taken)
