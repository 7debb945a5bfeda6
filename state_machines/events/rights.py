"""A client's own rights and consents (R34)."""

from dataclasses import dataclass
from datetime import date

from state_machines.events.kinds import ClientEvent


@dataclass(frozen=True, kw_only=True)
class RightsChosen(ClientEvent):
    """A right of the client's own (R34): copy | looks | erase | copy_first | sure (erase now) | keep (erase nothing).

    `day` with sure: the local date of the page whose button it was. `skip` with looks: so many newer ones were shown.
    """

    choice: str
    day: date | None = None
    skip: int = 0


@dataclass(frozen=True, kw_only=True)
class ConsentAsked(ClientEvent):
    """The client looks at their consents: all of them, or one. `note`: why the page comes (changed)."""

    subject: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ConsentGiven(ClientEvent):
    """A yes to one of `consents.SUBJECTS`: the SHA-256 and language of the text that was read (R34)."""

    subject: str
    fingerprint: str
    language: str


@dataclass(frozen=True, kw_only=True)
class ConsentWithdrawn(ClientEvent):
    """A yes taken back, with the text that was read then (R34)."""

    subject: str
    fingerprint: str
    language: str
