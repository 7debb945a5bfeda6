"""The values of handing over to a person: leave, who stands in, a conversation that a person has taken over.

`deputies`, `removing` and `taking_over` use them; here they only stand. Dates are local, both ends included.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from state_machines.days import MONDAY_TO_FRIDAY

#: So long after the last message, either way, a conversation goes back to Trede by itself; a coach may choose another.
TALK_MINUTES = 60


@dataclass(frozen=True, kw_only=True)
class Leave:
    """The days on which a coach is away, from `start` up to and including `end`."""

    start: date
    end: date

    def covers(self, day: date) -> bool:
        """Whether the coach is away on this date."""
        return self.start <= day <= self.end


@dataclass(frozen=True, kw_only=True)
class Deputy:
    """Another coach who stands in, as the coach's and the clients' files know them. `leave` is their own."""

    id: str
    name: str
    weekdays: tuple[int, ...] = MONDAY_TO_FRIDAY
    leave: Leave | None = None


@dataclass(frozen=True, kw_only=True)
class StandsIn:
    """At a deputy's desk: the coach who named them, and when that coach is away."""

    coach: str
    name: str
    leave: Leave | None = None


@dataclass(frozen=True, kw_only=True)
class AskedDeputy:
    """At a coach's desk: a client about whom the deputy was asked as well, and until when they may act on that."""

    client: str
    until: date


@dataclass(frozen=True, kw_only=True)
class Talk:
    """In a client's file: the person who has taken the conversation over (`by` is their file id), and the last message.

    `since` is the local date on which it began, by which its wake is known.
    """

    by: str
    name: str
    since: date
    last: datetime
    minutes: int = TALK_MINUTES
    deputy: bool = False

    @property
    def until(self) -> datetime:
        """When it ends by itself if nobody writes."""
        return self.last + timedelta(minutes=self.minutes)


@dataclass(frozen=True, kw_only=True)
class Correspondent:
    """At a professional's desk: the client they write to or talk with. `coach`: for whom they stand in, if they do."""

    client: str
    name: str
    coach: str = ""
