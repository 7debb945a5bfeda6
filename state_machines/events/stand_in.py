"""To a professional's own file: who stands in for whom, what a deputy asks and may, and who takes over."""

from dataclasses import dataclass

from state_machines.events.kinds import DeskEvent
from state_machines.files import Card
from state_machines.hand_over import Deputy, Leave


@dataclass(frozen=True, kw_only=True)
class DeputyChosen(DeskEvent):
    """The coach, or an operator for them, names a deputy by file id; empty: nobody stands in any more."""

    deputy: str


@dataclass(frozen=True, kw_only=True)
class LeaveSet(DeskEvent):
    """When the coach is away; None: not, or no longer."""

    leave: Leave | None


@dataclass(frozen=True, kw_only=True)
class StandInAsked(DeskEvent):
    """To a deputy's desk: this coach names them, or is away at other times. `choosing`: it is a new choice."""

    coach: str
    name: str
    leave: Leave | None
    choosing: bool = False


@dataclass(frozen=True, kw_only=True)
class StandInOver(DeskEvent):
    """To a deputy's desk: this coach has another deputy now, or none."""

    coach: str
    name: str


@dataclass(frozen=True, kw_only=True)
class DeputyKnown(DeskEvent):
    """To a coach's desk: what a deputy is called and when they are there; None: `id` can't stand in."""

    id: str
    deputy: Deputy | None
    choosing: bool = False


@dataclass(frozen=True, kw_only=True)
class DeputyPicked(DeskEvent):
    """A deputy's button about a client of a coach for whom they stand in: what for, with which value."""

    what: str
    coach: str
    client: str
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class DeputyAsks(DeskEvent):
    """To the coach's desk, which alone knows: may this deputy do this for that client now?"""

    deputy: str
    what: str
    client: str
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class DeputyAnswered(DeskEvent):
    """Back at the deputy's desk: the answer, and the client's and coach's names when it is yes."""

    what: str
    coach: str
    client: str
    value: str = ""
    may: bool = False
    name: str = ""
    coach_name: str = ""


@dataclass(frozen=True, kw_only=True)
class CoachRemoved(DeskEvent):
    """`trede coach remove`: this coach has left. `to` has their clients and open work from now on; empty: none."""

    to: str
    to_name: str


@dataclass(frozen=True, kw_only=True)
class ClientsHanded(DeskEvent):
    """To the coach who takes over: the cards of a colleague who has left, and that colleague."""

    cards: tuple[Card, ...]
    coach: str
    coach_name: str
