"""Breadth-first over all control states, through the real `decide`: from an invitation to wherever events lead."""

from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field

import people

from state_machines import events as e
from state_machines.decide import decide
from state_machines.effects import Decision, Pass, Wake
from state_machines.files import Client, File
from tests.law.control import Grain
from tests.law.moments import DATES, Moment, happenings, moved
from tests.law.rule import as_hashed, breach, calendar, calendar_after

Decide = Callable[[File | None, e.Event], Decision]


@dataclass(frozen=True, kw_only=True)
class Breach:
    """A decision that broke the law: what it broke, and the events that lead there from the invitation."""

    what: str
    path: tuple[e.Event, ...]


@dataclass(kw_only=True)
class Walk:
    """What a walk found. `files`: one file of each state; `whole`: every state was left by every event.

    `passed`: word to desks, one of each kind; `set_steps`: the events that set or took back the wake of a step message.
    """

    grain: Grain
    decide: Decide = decide
    most: int | None = None
    files: dict[Hashable, tuple[Client, Moment]] = field(default_factory=dict)
    came: dict[Hashable, tuple[Hashable, e.Event | None]] = field(default_factory=dict)
    events: Counter[type[e.Event]] = field(default_factory=Counter)
    passed: dict[str, e.Event] = field(default_factory=dict)
    set_steps: set[str] = field(default_factory=set)
    breaches: list[Breach] = field(default_factory=list)
    whole: bool = False

    @property
    def transitions(self) -> int:
        """How many decisions were made."""
        return self.events.total()

    def go(self) -> "Walk":
        """Walk until every state was left by every event, or `most` states were; stops at the first breach."""
        waiting: deque[Hashable] = deque()
        self._note(self._first(), self.grain.moments[0], None, None, waiting)
        left = 0
        while waiting and not self.breaches and (self.most is None or left < self.most):
            self._leave(waiting.popleft(), waiting)
            left += 1
        self.whole = not waiting and not self.breaches
        return self

    def _first(self) -> Client:
        invited = next(event for event in people.coach_events() if isinstance(event, e.Invited))
        file = self.decide(None, moved(invited, self.grain.moments[0])).file
        assert isinstance(file, Client)
        return file

    def _leave(self, key: Hashable, waiting: deque[Hashable]) -> None:
        file, moment = self.files[key]
        was = calendar(file, DATES)
        for event in happenings(file, moment):
            decision = self.decide(file, event)
            self.events[type(event)] += 1
            if what := breach(file, event, decision, was, calendar_after(was, file, decision.file)):
                self.breaches.append(Breach(what=what, path=(*self._path(key), event)))
                return
            self._hear(event, decision)
            if isinstance(decision.file, Client) and not decision.forget:
                self._note(decision.file, moment, key, event, waiting)
        if not as_hashed(file):
            self.breaches.append(Breach(what="a version was changed behind its digest", path=tuple(self._path(key))))
        place = self.grain.moments.index(moment)
        for later in self.grain.moments[place + 1 : place + 2]:
            self._note(file, later, key, None, waiting)

    def _note(
        self, file: Client, moment: Moment, origin: Hashable, event: e.Event | None, waiting: deque[Hashable]
    ) -> None:
        key = self.grain.key(file, moment)
        if key not in self.files:
            self.files[key] = file, moment
            self.came[key] = origin, event
            waiting.append(key)

    def _hear(self, event: e.Event, decision: Decision) -> None:
        """One of each kind of word that is passed on to a desk; and which events move a step message."""
        for effect in decision.effects:
            if isinstance(effect, Wake) and effect.kind == "step":
                kind = f" {event.kind}" if isinstance(event, e.Woke) else ""
                self.set_steps.add(f"{type(event).__name__}{kind}")
            elif isinstance(effect, Pass):
                what = effect.event.what if isinstance(effect.event, e.ClientTold) else ""
                self.passed.setdefault(f"{type(effect.event).__name__} {what}", effect.event)

    def _path(self, key: Hashable) -> Iterator[e.Event]:
        origin, event = self.came[key]
        if origin is not None:
            yield from self._path(origin)
        if event is not None:
            yield event
