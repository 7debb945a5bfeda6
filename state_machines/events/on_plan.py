"""What a client says about the plan: a yes, a no or a question, and never a plan (R2)."""

from dataclasses import dataclass
from decimal import Decimal

from state_machines.events.kinds import ClientEvent


@dataclass(frozen=True, kw_only=True)
class PlanAnswered(ClientEvent):
    """The client's "yes, that's what we agreed" or "no" to the version with this digest (R1, R4). Carries no plan."""

    digest: str
    agreed: bool


@dataclass(frozen=True, kw_only=True)
class DoableAnswered(ClientEvent):
    """How doable the client finds the version with this digest, 0-10 (R1)."""

    digest: str
    number: Decimal


@dataclass(frozen=True, kw_only=True)
class LeewayAsked(ClientEvent):
    """The client asks about leeway (R3): show | prepare | together | no. Opens a request at most; changes no plan."""

    choice: str


@dataclass(frozen=True, kw_only=True)
class EvaluationAsked(ClientEvent):
    """The client asks for an evaluation, or writes down what they want to discuss there (R38, R40).

    `choice`: show | ask | later | write | words | list | prepare | good (this week's step is enough) | pace (the plan
    is too slow) | ready (put that ready). `words` with words and ready.
    """

    choice: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class EvaluationPrepared(ClientEvent):
    """One of the four questions of R40, by its number from 1: answered in own words, or skipped (no words).

    `message_id` is set when it was typed, so that an edit can correct it; `edited` when it is such an edit.
    """

    number: int
    words: str = ""
    message_id: int | None = None
    edited: bool = False


@dataclass(frozen=True, kw_only=True)
class SheetChosen(ClientEvent):
    """About the evaluation sheet for the supervisor (R33): show | read | points | put_on | leave_out | release | leave.

    `item` with put_on and leave_out: hours | results, or the mark of a point. `fingerprint` with release: the SHA-256
    of exactly what was read.
    """

    choice: str
    item: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, kw_only=True)
class Disturbed(ClientEvent):
    """Something at work stands in the way (R38): ask | no_work | supervisor_away | not_possible | conflict."""

    kind: str


@dataclass(frozen=True, kw_only=True)
class DoctorSaid(ClientEvent):
    """`/arts` (R37): the client's doctor told them something else. Holds step messages, changes no plan."""
