"""The clock's own: a moment that came, what delivery found, and what is kept no longer."""

from dataclasses import dataclass
from datetime import date

from state_machines.events.kinds import ClockEvent


@dataclass(frozen=True, kw_only=True)
class Woke(ClockEvent):
    """A due moment came: its kind, local date and number. `expired` when it came too late to be of use."""

    kind: str
    day: date
    number: int = 0
    expired: bool = False


@dataclass(frozen=True, kw_only=True)
class Unreached(ClockEvent):
    """Telegram says this person blocked the bot or can't be reached; or that they are reachable again.

    `mail`: a letter to a professional's mail address never got through. That says nothing about Telegram.
    """

    reachable: bool = False
    mail: bool = False


@dataclass(frozen=True, kw_only=True)
class Faded(ClockEvent):
    """What is kept no longer (R34): `stage` is diary (people's own words) or scores (and all that goes with them)."""

    stage: str


@dataclass(frozen=True, kw_only=True)
class ReferralDelivered(ClockEvent):
    """What became of the notice of a referral: way is telegram | mail | none (no way to the physician now)."""

    number: int
    way: str
