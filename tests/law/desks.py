"""A walk through what can come about at a professional's desk: from the day on which they were added, in every state.

As in `living`, a place is kept when something about it is new. A sheet can lie for three days, so that a start passes.
"""

from collections import deque
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from functools import cache

import at_physicians_desk
import at_the_desk
import people

from state_machines import events as e
from state_machines.decide import decide
from state_machines.files import Invite, Professional
from state_machines.physician_desk import ROLE
from state_machines.plan_terms import Period
from state_machines.sketching import first_refusal, with_placeholders
from tests.law.moments import Moment, moved

BEGINS = Moment(name="begins", at=people.AT)
MOMENTS = (BEGINS, Moment(name="three days later", at=people.AT + timedelta(days=3)))


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A professional's file at one of the two moments."""

    file: Professional
    moment: Moment


def _why(desk: Desk) -> Hashable:
    """What keeps the sheet from being a plan, as far as it is filled in."""
    sheet = desk.file.sketch
    refused = first_refusal(with_placeholders(sheet), desk.file.today(desk.moment.at)) if sheet else None
    return refused and (refused.reason if refused.reason in {"start", "unfinished"} else "other")


def _sheet(desk: Desk) -> Hashable:
    sheet = desk.file.sketch
    if sheet is None:
        return None
    return sheet.template == "custom", bool(sheet.periods), sheet.agreed_on is not None, _why(desk)


def _cases(desk: Desk) -> Hashable:
    cases = tuple((case.state, case.shown_until is not None) for case in desk.file.cases[:1])
    return cases, desk.file.unreachable is not None


def _with_client(desk: Desk) -> Hashable:
    other = desk.file.with_client
    return other and (other.client, bool(other.coach))


def _cards(desk: Desk) -> Hashable:
    card = desk.file.card("c-1")
    return card and (card.claimed, bool(card.consults))


Aspect = Callable[[Desk], Hashable]
#: Told apart in every state of the desk; and once, wherever the desk is.
IN_EVERY_STATE: dict[str, Aspect] = {"sheet": _sheet, "client": _with_client, "cards": _cards}
#: Enough to come to every state.
COARSE: dict[str, Aspect] = {
    "known": lambda desk: (card := desk.file.card("c-1")) and bool(card.consults),
    "why": _why,
}
ONCE: dict[str, Aspect] = {
    "chat": lambda desk: (desk.file.chat is not None, desk.file.invite is not None),
    "after": lambda desk: desk.file.sketch is not None and desk.file.sketch.after_evaluation,
    "away": lambda desk: (desk.file.leave is not None, desk.file.deputy is not None),
    "gone": lambda desk: desk.file.gone,
    "cases": _cases,
    "cards": _cards,
}


@dataclass(kw_only=True)
class Desks:
    """The desks that were found, from a new coach's or physician's on. `coarse`: enough to come to every state."""

    role: str
    coarse: bool = False
    places: list[Desk] = field(default_factory=list)
    decisions: int = 0
    _seen: set[Hashable] = field(default_factory=set)

    def go(self) -> "Desks":
        """Until nothing new comes."""
        waiting = deque([Desk(file=_added(self.role), moment=BEGINS)])
        while waiting:
            desk = waiting.popleft()
            self.places.append(desk)
            waiting.extend(found for found in self._leads_to(desk) if self._is_new(found))
        return self

    def _leads_to(self, desk: Desk) -> Iterator[Desk]:
        if desk.file.sketch is not None and desk.file.sketch.agreed_on is not None:
            yield Desk(file=desk.file, moment=MOMENTS[-1])
        for event in happenings(self.role, desk.moment):
            if self.coarse and _is_aside(event):
                continue
            self.decisions += 1
            file = decide(desk.file, event).file
            assert isinstance(file, Professional)
            yield Desk(file=file, moment=desk.moment)

    def _is_new(self, desk: Desk) -> bool:
        state, in_every_state = (desk.file.desk, desk.moment), COARSE if self.coarse else IN_EVERY_STATE
        aspects = {(name, state, look(desk)) for name, look in in_every_state.items()}
        aspects |= {(name, None, look(desk)) for name, look in ONCE.items()}
        new = aspects - self._seen
        self._seen |= new
        return bool(new)


def cancelled(desk: Desk) -> Professional:
    """The file after the coach cancels what was being entered."""
    file = decide(desk.file, e.DeskAsked(at=desk.moment.at, what="cancel")).file
    assert isinstance(file, Professional)
    return file


def _added(role: str) -> Professional:
    invite = Invite(digest="a" * 64, expires=people.AT + timedelta(hours=72))
    added = e.ProfessionalAdded(
        at=people.AT, professional="p-9", name="Dr. Smit", language="nl", invite=invite, role=role, mail="s@example.org"
    )
    file = decide(None, added).file
    assert isinstance(file, Professional)
    return file


def _is_aside(event: e.Event) -> bool:
    """About a client of somebody else, or word that leads nowhere else than the same word for another reason."""
    return getattr(event, "client", "") in {"c-8", "c-unknown"} or bool(getattr(event, "why", ""))


@cache
def happenings(role: str, moment: Moment) -> tuple[e.Event, ...]:
    """Every class of event that can come to this desk, with the values that matter, at this moment."""
    events = (*people.desk_events(), *people.clock_events(), *at_physicians_desk.clock())
    to_coach, to_physician = {*at_the_desk.buttons(), *at_the_desk.answers()}, set(at_physicians_desk.events())
    others = to_coach - to_physician if role == ROLE else to_physician - to_coach
    own_steps = e.DeskTyped(at=people.AT, periods=(Period(weeks=2, hours=Decimal(32)),))
    return tuple(moved(event, moment) for event in (*events, own_steps) if event not in others)
