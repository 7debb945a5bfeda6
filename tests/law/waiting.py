"""Whoever waits for the clock has a wake that is set: what waits for which, as a table. No words, no texts."""

from collections.abc import Callable, Iterator
from datetime import date

from state_machines import agenda, schedule
from state_machines.complaints import WATCHED
from state_machines.files import COACHED
from state_machines.referral import WITH_CLIENT, WITH_PHYSICIAN
from tests.law.living import Place

#: What a file waits for: the kind of the wake, and its date; None: it doesn't wait for that now.
Waits = Callable[[Place], date | None]


def _pause(place: Place) -> date | None:
    return place.file.paused_until if place.file.journey == "paused" else None


def _hold(place: Place) -> date | None:
    until = place.file.doctor_until
    return until.date() if until and place.file.journey in COACHED else None


def _referral(place: Place) -> date | None:
    """With the client, with the physician or answered: never without a deadline."""
    found = place.file.referral
    if found is None or found.state not in {*WITH_CLIENT, *WITH_PHYSICIAN, "answered"}:
        return found.due if found else None
    return found.due or date.min


def _look(place: Place) -> date | None:
    kept = place.file.complaints
    return (kept.next_look or date.min) if kept.state in WATCHED and place.file.journey in COACHED else None


def _checkin(place: Place) -> date | None:
    """In coaching there is always a next check-in, as long as there are days for one."""
    file = place.file
    comes = file.journey == "coaching" and schedule.next_checkin(file, place.now) is not None
    return file.next_checkin or (date.min if comes else None)


def _step(place: Place) -> date | None:
    """As long as a week of the plan is to come its message is set."""
    file = place.file
    comes = file.journey in COACHED and schedule.next_step(file, place.now) is not None
    return file.next_step or (date.min if comes else None)


def _agenda(place: Place) -> date | None:
    """What stands in the calendar for a later date is set."""
    file = place.file
    comes = any(entry.day > file.today(place.now) for entry in agenda.entries(file))
    return file.next_agenda or (date.min if comes and file.journey in COACHED else None)


def _talk(place: Place) -> date | None:
    return place.file.talk.since if place.file.talk else None


WAITS: dict[str, Waits] = {
    "pause": _pause,
    "hold": _hold,
    "referral": _referral,
    "complaints": _look,
    "checkin": _checkin,
    "step": _step,
    "agenda": _agenda,
    "talk": _talk,
}


def unset(place: Place) -> Iterator[str]:
    """What this place waits for without a wake that would ever come."""
    kept = {(kind, day) for kind, day, _ in place.wakes}
    for kind, waits in WAITS.items():
        day = waits(place)
        if day is not None and (kind, day) not in kept:
            yield kind


#: What is still due after a stop: somebody wrote of danger, and is contacted all the same; it says nothing else.
AFTER_A_STOP = frozenset({"signal", "how_now"})


def left_over(place: Place) -> list[str]:
    """The wakes that are set for somebody who left, and still to come: they'd come for nothing."""
    left = {wake.kind for wake in place.wakes.values() if wake.at is not None and wake.at > place.now}
    return sorted(left - AFTER_A_STOP) if place.file.journey == "left" else []
