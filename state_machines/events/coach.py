"""What a coach does to a client's file; who causes these alone may carry a plan (R2)."""

from dataclasses import dataclass
from datetime import date, datetime

from state_machines.case import PhysicianContact
from state_machines.events.kinds import CoachEvent
from state_machines.files import Invite
from state_machines.hand_over import Deputy, Leave
from state_machines.plan import Plan
from state_machines.rule import Rule


@dataclass(frozen=True, kw_only=True)
class Invited(CoachEvent):
    """The coach made a (new) link for this client. The old chat, if any, is unbound."""

    client: str
    name: str
    coach: str
    coach_name: str
    coach_days: tuple[int, ...]
    language: str
    invite: Invite
    rule: Rule | None = None
    physician: PhysicianContact | None = None
    deputy: Deputy | None = None
    leave: Leave | None = None
    regime: str = ""


@dataclass(frozen=True, kw_only=True)
class ClaimAnswered(CoachEvent):
    """The coach recognised the account that opened the link, or did not."""

    right: bool


@dataclass(frozen=True, kw_only=True)
class PlanAgreed(CoachEvent):
    """The coach registers what client and supervisor agreed (R1): the whole version, who agreed, the reason."""

    version: Plan
    parties: tuple[str, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class LeewayTaken(CoachEvent):
    """Client and supervisor agreed to lengthen a step (R3): which one (now | next), by how many weeks, who agreed."""

    which: str
    weeks: int
    parties: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanStopped(CoachEvent):
    """The physician says that working (this much) isn't possible now (R37): name and dates, never the reason."""

    physician: str
    look_again: date


@dataclass(frozen=True, kw_only=True)
class EvaluationHeld(CoachEvent):
    """What came of an evaluation (R40): stands | anew | leeway | other. `planned=None`: an extra one."""

    planned: date | None
    outcome: str


@dataclass(frozen=True, kw_only=True)
class ConsultSet(CoachEvent):
    """A consult with the coach is made, moved (same number) or taken back (`when=None`). No part of the plan."""

    number: int
    when: datetime | None


@dataclass(frozen=True, kw_only=True)
class CoachChanged(CoachEvent):
    """Who reads when has changed: the coach's name, days, deputy or leave; texts to the client say it.

    `coach`: the file id of another coach who is the client's from now on; empty when it is the same one.
    """

    coach_name: str
    coach_days: tuple[int, ...]
    coach: str = ""
    deputy: Deputy | None = None
    leave: Leave | None = None


@dataclass(frozen=True, kw_only=True)
class NeedMet(CoachEvent):
    """The coach dealt with a need of the client; `by`: the deputy who did, by name."""

    kind: str
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class CoachWrote(CoachEvent):
    """A person's own words for the client, by the one with file id `by`. Kept here alone, not at that person's desk."""

    by: str
    name: str
    text: str
    deputy: bool = False


@dataclass(frozen=True, kw_only=True)
class TakenOver(CoachEvent):
    """A person takes the conversation over, until they give it back or nothing was written for so many minutes."""

    by: str
    name: str
    minutes: int
    deputy: bool = False


@dataclass(frozen=True, kw_only=True)
class GivenBack(CoachEvent):
    """The person who took the conversation over gives it back."""

    by: str


@dataclass(frozen=True, kw_only=True)
class RuleSet(CoachEvent):
    """A professional set the numbers of the complaint rule for this client (R19); `rule.set_by` names them."""

    rule: Rule


@dataclass(frozen=True, kw_only=True)
class RegimeSet(CoachEvent):
    """The regime of the installation, as a person with that say recorded it: delegation | own_tool (R33)."""

    regime: str


@dataclass(frozen=True, kw_only=True)
class PhysicianSet(CoachEvent):
    """Who the client's occupational physician is; None when there is none any more."""

    physician: PhysicianContact | None


@dataclass(frozen=True, kw_only=True)
class ErasureAsked(CoachEvent):
    """The client asked a person to have everything erased (R34): their coach, or an operator, does so."""


@dataclass(frozen=True, kw_only=True)
class WeekRead(CoachEvent):
    """The coach has read the client's week; the client hears so once (R39)."""
