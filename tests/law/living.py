"""A walk through what can really come about: from an invitation on, with the clock as it is set, week after week.

Unlike `walk`, no wake comes that wasn't set, and time goes by as it does: to the next wake, to a wake that comes nine
days late because the bot was down, and through whole weeks of one kind. A place is kept when something about it is new
(`ASPECTS`), so a few hundred stand for all that matter. `together`: when so many aspects at once are new together.
"""

import random
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import combinations

import people

from state_machines import events as e
from state_machines.complaints import WATCHED
from state_machines.decide import decide
from state_machines.effects import Effect, Wake
from state_machines.files import COACHED, Client, Professional
from state_machines.keeping import went
from tests.law import control
from tests.law.acts import Act, perform
from tests.law.moments import Moment, happenings, moved
from tests.law.trajectory import Key, Trajectory

#: Two days before the sample plans begin; after the last date nothing about time is new any more.
BEGINS = datetime(2027, 3, 4, 10, 0, tzinfo=people.AT.tzinfo)
ENDS = BEGINS + timedelta(weeks=13)
NOTHING, HOUR, DAY = timedelta(0), timedelta(hours=1), timedelta(days=1)
WEEK, LATE = timedelta(weeks=1), timedelta(days=9)
#: The score of a complaint alone, without a check-in.
SCORED = "complaint alone"
#: How days go by: how many, and what is done on which of them (an act of `acts`, and its value).
TIMES: dict[str, tuple[int, Mapping[int, tuple[str, int]]]] = {
    "a silent week": (7, {}),
    "a week of the best days": (7, dict.fromkeys(range(7), ("check-in", 10))),
    "a week of the worst days": (7, dict.fromkeys(range(7), ("check-in", 0))),
    "three bad days": (3, dict.fromkeys(range(3), ("check-in", 0))),
    "a week in a pause": (8, {0: ("pause", 14)}),
    "a month of pauses": (30, dict.fromkeys((0, 10, 20), ("pause", 14))),
    "a pause that does good": (8, {0: ("pause", 14), **dict.fromkeys(range(1, 8), (SCORED, 0))}),
}


@dataclass(frozen=True, kw_only=True)
class Place:
    """A client's file at a moment, with the wakes that the store keeps for it, and what came of the last event."""

    file: Client
    wakes: Mapping[Key, Wake]
    now: datetime
    effects: tuple[Effect, ...] = ()

    @property
    def moment(self) -> Moment:
        """Now, as the samples of events want it."""
        return Moment(name="", at=self.now)

    def happen(self, event: e.Event) -> "Place | None":
        """What comes of an event; None when the client is forgotten."""
        decision = decide(self.file, event)
        if decision.forget:
            return None
        assert isinstance(decision.file, Client)
        wakes = _kept(self.wakes, decision.effects)
        return Place(file=decision.file, wakes=wakes, now=event.at, effects=decision.effects)

    def wait(self, late: timedelta = NOTHING) -> "Place | None":
        """The next wake comes, on time or so much late; None when nothing waits."""
        due = min(self.wakes.values(), key=lambda wake: (_moment_of(wake), wake.kind, wake.day), default=None)
        if due is None:
            return None
        at = max(self.now, _moment_of(due)) + late
        expired = due.expires is not None and at >= due.expires
        wakes = {key: wake for key, wake in self.wakes.items() if wake is not due}
        woke = e.Woke(at=at, kind=due.kind, day=due.day, number=due.number, expired=expired)
        return Place(file=self.file, wakes=wakes, now=at).happen(woke)

    def live(self, days: int, acts: Mapping[int, tuple[str, int]], desk: Professional) -> "Place":
        """Days go by, with these acts in the late afternoon of some of them; until an hour after the last."""
        way = Trajectory(file=self.file, dates=(), desk=desk, wakes=dict(self.wakes), now=self.now)
        first = self.now.replace(hour=17) + (DAY if self.now.hour >= 17 else NOTHING)
        for n, (name, value) in acts.items():
            at = first + n * DAY
            if name != SCORED:
                perform(Act(at=at, name=name, value=value), way)
            else:
                way.until(at)
                day = way.file.date_now(at)
                way.happen(e.Answered(at=at, day=day, question="complaint", number=Decimal(value), ready=True))
        now = first + (days - 1) * DAY + HOUR
        way.until(now)
        return Place(file=way.file, wakes=way.wakes, now=now)


def _moment_of(wake: Wake) -> datetime:
    assert wake.at is not None
    return wake.at


def _kept(wakes: Mapping[Key, Wake], effects: Iterable[Effect]) -> Mapping[Key, Wake]:
    found = [effect for effect in effects if isinstance(effect, Wake)]
    if not found:
        return wakes
    kept = dict(wakes)
    for wake in found:
        kept.pop((wake.kind, wake.day, wake.number), None)
        if wake.at is not None:
            kept[wake.kind, wake.day, wake.number] = wake
    return kept


# --- what is told apart -------------------------------------------------------------------------------------------


def _journey(place: Place) -> Hashable:
    file = place.file
    return (*control._journey(file, place.moment)[:3], file.coaching_since is not None, file.paused_until is not None)


def _day(place: Place) -> Hashable:
    day = place.file.day
    if day is None or place.file.journey not in COACHED:
        return None
    return day.state, day.at, day.date == place.file.today(place.now)


def _day_whole(place: Place) -> Hashable:
    day = place.file.day
    return _day(place) and day and (day.state, day.at, bool(day.high), day.hint, day.corrected, day.snoozed)


def _of_day(name: str) -> Callable[[Place], Hashable]:
    return lambda place: _day(place) and (place.file.day.state, getattr(place.file.day, name))


def _time(place: Place) -> Hashable:
    return min(place.now, ENDS) - BEGINS > WEEK and (min(place.now, ENDS) - BEGINS) // WEEK


def _complaints(place: Place) -> Hashable:
    kept, today = place.file.complaints, place.file.today(place.now)
    rests = kept.rests_until is not None and today < kept.rests_until
    bad = min(sum(each.bad for each in (*kept.beginning, *kept.series)), 3)
    return kept.state, rests, bad


def _referral(place: Place) -> Hashable:
    found = place.file.referral
    if found is None:
        return place.file.physician is not None
    shown = found.shown is not None and place.file.today(found.shown) == place.file.today(place.now)
    return found.state, shown


def _referral_whole(place: Place) -> Hashable:
    found = place.file.referral
    told = found and found.told == place.file.chat
    return found and (found.state, found.reminded, bool(found.physician), told, found.answer == "stop")


def _goal(place: Place) -> Hashable:
    """How many weeks of the plan, and after it, went fully."""
    plan, today = place.file.plan_on(date.max), place.file.today(place.now)
    week = (today - plan.start).days // 7 if plan else 0
    if plan is None or week < 1:
        return None
    return place.file.ended, sum(went(place.file, plan, n) == "full" for n in range(1, week + 1))


def _of_control(name: str) -> Callable[[Place], Hashable]:
    look = control.DIMENSIONS[name]
    return lambda place: look(place.file, place.moment)


ASPECTS: dict[str, Callable[[Place], Hashable]] = {
    "journey": _journey,
    "day": _day,
    "complaints": _complaints,
    "referral": _referral,
    "goal": _goal,
    "told": lambda place: (place.file.complaints.state, bool(place.file.complaints.told)),
    "report": lambda place: (place.file.complaints.state, place.file.referral and place.file.referral.state),
    "where": lambda place: (place.file.journey, place.file.complaints.state),
    "finished": lambda place: (place.file.journey, place.file.ended),
    **{name: _of_day(name) for name in ("high", "hint", "corrected", "snoozed")},
    **{name: _of_control(name) for name in ("plan", "declined", "held", "silent", "asking", "requests", "talk")},
}
#: Told apart besides, where there is time for it.
MORE: dict[str, Callable[[Place], Hashable]] = {
    "time": _time,
    "waits": lambda place: frozenset(kind for kind, _, _ in place.wakes),
    "whole day": _day_whole,
    "whole referral": _referral_whole,
    **{name: _of_control(name) for name in ("marks", "leeway", "end")},
}


# --- the walk -----------------------------------------------------------------------------------------------------


@dataclass(kw_only=True)
class Living:
    """The places that were found, and how many decisions it took."""

    aspects: Mapping[str, Callable[[Place], Hashable]] = field(default_factory=lambda: ASPECTS)
    together: int = 1
    most: int | None = None
    places: list[Place] = field(default_factory=list)
    decisions: int = 0
    whole: bool = False
    _seen: set[Hashable] = field(default_factory=set)
    _desk: Professional = field(default_factory=people.coach)

    def go(self) -> "Living":
        """From the invitation on until nothing new comes; or until `most` places were left, in an order from a seed."""
        waiting, dice = deque([self._first()]), random.Random(0)
        while waiting and (self.most is None or len(self.places) < self.most):
            if self.most is not None:
                waiting.rotate(dice.randrange(len(waiting)))
            place = waiting.popleft()
            self.places.append(place)
            waiting.extend(found for found in self._leads_to(place) if self._is_new(found))
        self.whole = not waiting
        return self

    def _first(self) -> Place:
        invited = next(event for event in people.coach_events() if isinstance(event, e.Invited))
        event = moved(invited, Moment(name="", at=BEGINS))
        decision = decide(None, event)
        assert isinstance(decision.file, Client)
        return Place(file=decision.file, wakes=_kept({}, decision.effects), now=BEGINS)

    def _leads_to(self, place: Place) -> Iterator[Place]:
        for late in (NOTHING, LATE):
            if found := place.wait(late):
                yield found
        yield from (place.live(*TIMES[name], self._desk) for name in _times(place))
        for event in (*happenings(place.file, place.moment), *_old_buttons(place.moment)):
            if not isinstance(event, e.Woke):
                self.decisions += 1
                found = place.happen(event)
                if found and (found.file is not place.file or found.wakes is not place.wakes):
                    yield found

    def _is_new(self, place: Place) -> bool:
        coached = place.file.journey in COACHED
        aspects = [(name, coached, look(place)) for name, look in self.aspects.items()]
        new = [each for each in combinations(aspects, self.together) if each not in self._seen]
        self._seen.update(new)
        return bool(new)


def _old_buttons(moment: Moment) -> Iterator[e.ClientEvent]:
    """A skip of the question that is open, and of others, from a keyboard of another device."""
    for question in ("", "giver", "complaint"):
        yield e.Moved(at=moment.at, day=moment.day, way="skip", question=question)


def _times(place: Place) -> Iterator[str]:
    """What days can be lived from here: any when all is at rest, those of a pause when there is a complaint."""
    file = place.file
    if file.journey not in COACHED or file.asking or file.day is None or place.now > ENDS:
        return
    for name in TIMES:
        if file.complaints.state in WATCHED if "pause" in name else file.day.state in {"resting", "done"}:
            yield name
