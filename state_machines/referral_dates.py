"""The deadlines of a referral, in working days (R21): what is due in each state, and the one wake for the next of them.

| from | working days | what happens |
|---|--:|---|
| offered to the client | 2 | the client is reminded once |
| | 5 | the offer lapses: the coach sees "conversation wanted" |
| released, not delivered | 6 | the coach and the deputy hear that it isn't with the physician yet (a weekly list is) |
| | 5 more, again and again | the same once more |
| delivered | 3 | the physician is reminded once |
| | 5 | not seen: the coach and the deputy hear it |
| | 10 | not answered: the coach and the deputy hear it |
| | 5 more, again and again | the same once more |
| the client makes contact alone | 5 | the client is asked once whether that worked |

A deadline falls in the morning of its day in the client's zone; what is late after downtime is done once.
"""

from dataclasses import dataclass
from datetime import date, datetime

from state_machines import days
from state_machines.case import Referral
from state_machines.files import but
from state_machines.machine import ClientAct


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """What is due in some states: its name, the moment it counts from, after how many working days.

    `again`: as long as nothing changes it is due once more after so many, however often people said that they ask.
    """

    name: str
    states: tuple[str, ...]
    since: str
    days: int
    again: int = 0


DEADLINES = (
    Deadline(name="remind_client", states=("offered", "reading"), since="opened", days=2),
    Deadline(name="lapse", states=("offered", "reading"), since="opened", days=5),
    Deadline(name="not_delivered", states=("released",), since="passed", days=6, again=5),
    Deadline(name="remind_physician", states=("delivered",), since="delivered", days=3),
    Deadline(name="not_seen", states=("delivered",), since="delivered", days=5),
    Deadline(name="not_answered", states=("delivered", "seen"), since="delivered", days=10, again=5),
    Deadline(name="ask_alone", states=("alone",), since="opened", days=5),
)


def due_on(referral: Referral, deadline: Deadline, zone: str) -> date | None:
    """The local date on which a deadline falls; None when it doesn't count in this state or was dealt with."""
    since: datetime | None = getattr(referral, deadline.since)
    if referral.state not in deadline.states or since is None:
        return None
    if deadline.name in referral.reminded:
        again = referral.asked if deadline.again else None
        return days.working_day_after(again, deadline.again) if again else None
    return days.working_day_after(days.local_date(since, zone), deadline.days)


def coming(referral: Referral, zone: str) -> tuple[tuple[date, Deadline], ...]:
    """The deadlines that are still to come or to be done, the first one first."""
    found = ((due_on(referral, deadline, zone), deadline) for deadline in DEADLINES)
    return tuple(sorted(((day, each) for day, each in found if day is not None), key=lambda pair: pair[0]))


def set_due(act: ClientAct, *, not_before: date | None = None) -> None:
    """Set the one wake for the next deadline, in the morning, and take back one for another date."""
    referral = act.file.referral
    first = next(iter(coming(referral, act.file.zone)), None) if referral else None
    if first is None:
        _no_wake(act)
        return
    day = max(first[0], not_before or first[0])
    wake_at(act, day, days.moment(day, act.file.morning, act.file.zone))


def wake_at(act: ClientAct, day: date, at: datetime) -> None:
    """The one wake of a referral, at this moment."""
    if act.file.referral is not None and act.file.referral.due != day:
        _no_wake(act)
        act.change(referral=but(act.file.referral, due=day))
    act.wake("referral", day, at)


def _no_wake(act: ClientAct) -> None:
    referral = act.file.referral
    if referral is not None and referral.due is not None:
        act.wake("referral", referral.due, None)
        act.change(referral=but(referral, due=None))
