"""Who facilitates a client's work adjustment (R30): in the client's file, and at the facilitator's desk."""

from dataclasses import dataclass
from datetime import date

from state_machines.case import FacilitatorContact
from state_machines.events.kinds import CoachEvent, DeskEvent


@dataclass(frozen=True, kw_only=True)
class FacilitatorSet(CoachEvent):
    """Who facilitates from now on (R30), named by an operator; None: nobody. Carries no plan."""

    facilitator: FacilitatorContact | None


@dataclass(frozen=True, kw_only=True)
class Facilitates(DeskEvent):
    """To a facilitator's desk: they facilitate this client since a date; None: not any more."""

    client: str
    name: str
    since: date | None
