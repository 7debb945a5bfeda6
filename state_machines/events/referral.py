"""A referral, from the client's choice to the physician's answer, and word of it at the physician's desk."""

from dataclasses import dataclass
from datetime import date

from state_machines.events.kinds import ClientEvent, DeskEvent, PhysicianEvent


@dataclass(frozen=True, kw_only=True)
class ReferralChosen(ClientEvent):
    """A client's choice about a referral: ask, show, add, words, strike, wish, send, self, done, not_now, withdraw.

    `number` names the referral whose button it was, 0 for one that is asked for; `value` is the wish; `words` are
    typed, or those to strike. Releases a summary at most (R20); carries no plan.
    """

    choice: str
    number: int = 0
    value: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class ReferralSeen(PhysicianEvent):
    """The physician opened the summary of this referral (R21)."""

    number: int


@dataclass(frozen=True, kw_only=True)
class ReferralAnswered(PhysicianEvent):
    """The physician's answer (R21): stands | known | invites | advises | stop. Carries no plan: people make that (R2).

    `until` with known: not asked again before this date; `about` with advises: leeway | tasks; `name` with stop: whose
    advice it is.
    """

    number: int
    answer: str
    until: date | None = None
    about: str = ""
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class ReferralCame(DeskEvent):
    """To a physician: a client released a referral. Who and what stands in the summary alone."""

    client: str
    number: int


@dataclass(frozen=True, kw_only=True)
class ReferralReminded(DeskEvent):
    """To a physician: a referral was not opened yet; once (R21)."""

    client: str
    number: int


@dataclass(frozen=True, kw_only=True)
class ReferralGone(DeskEvent):
    """To a physician: a referral is over: withdrawn | erased | closed | moved. Its summary is taken back."""

    client: str
    number: int
    why: str
