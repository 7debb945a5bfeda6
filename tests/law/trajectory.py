"""A client's way through time: one file, its coach's desk, its wakes, all through the real `decide`. No letters go out.

The clock is a queue of wakes: whichever is due first comes first, and the same kind, date and number replaces, as the
store keeps them. Each decision is held against the law.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import people

from state_machines import events as e
from state_machines.decide import decide
from state_machines.effects import Pass, Prompt, Say, Wake
from state_machines.files import Client, Professional
from tests.law.rule import breach, calendar, calendar_after

Key = tuple[str, date, int]
LONG_AGO, NEVER = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Said:
    """A step message: when it was said, what it is, and the file as it then was."""

    at: datetime
    prompt: Prompt
    file: Client


class LawBroken(AssertionError):  # noqa: N818 - named for what happened
    """A decision touched the plan without a coach's registration, or word to a coach came back as an event."""


@dataclass(kw_only=True)
class Trajectory:
    """A client from some file on, and what was said and set on the way.

    `dates`: those on which plans are compared; `down`: from when to when the bot doesn't run (design: Time).
    """

    file: Client
    dates: tuple[date, ...]
    down: tuple[datetime, datetime] = (NEVER, NEVER)
    desk: Professional = field(default_factory=people.coach)
    wakes: dict[Key, Wake] = field(default_factory=dict)
    steps: list[Said] = field(default_factory=list)
    set: list[tuple[datetime, Wake]] = field(default_factory=list)
    now: datetime = LONG_AGO
    decisions: int = 0

    def __post_init__(self) -> None:
        self._was = calendar(self.file, self.dates)

    def happen(self, event: e.Event) -> None:
        """One event at the client's file, and all that comes of it. Raises LawBroken."""
        decision = decide(self.file, event)
        self.decisions += 1
        now = calendar_after(self._was, self.file, decision.file)
        if what := breach(self.file, event, decision, self._was, now):
            raise LawBroken(f"{what}: {type(event).__name__} at {event.at:%Y-%m-%d %H:%M}")
        if decision.forget:  # there is no file to go on with (R34): the way goes on as if it wasn't erased
            return
        assert isinstance(decision.file, Client)
        self.file, self._was, self.now = decision.file, now, event.at
        for effect in decision.effects:
            if isinstance(effect, Wake):
                self._set(effect, event.at)
            elif isinstance(effect, Pass):
                self._tell(effect.event)
            elif isinstance(effect, Say) and effect.prompt.name == "week.step":
                self.steps.append(Said(at=event.at, prompt=effect.prompt, file=self.file))

    def until(self, moment: datetime) -> None:
        """Let time pass up to and including a moment: every wake that comes due, one after the other."""
        while due := min(self.wakes.values(), key=_order, default=None):
            at = max(self.now, self.comes(_at(due)))
            if at > moment:
                return
            del self.wakes[due.kind, due.day, due.number]
            expired = due.expires is not None and at >= due.expires
            self.happen(e.Woke(at=at, kind=due.kind, day=due.day, number=due.number, expired=expired))

    def comes(self, at: datetime) -> datetime:
        """When something that is due, or done, at a moment reaches the bot: while it is down, at the end of that."""
        since, until = self.down
        return until if since <= at < until else at

    @property
    def step_wakes(self) -> list[tuple[datetime, Wake]]:
        """When which wake of a step message was set, or taken back."""
        return [(at, wake) for at, wake in self.set if wake.kind == "step"]

    def _set(self, wake: Wake, at: datetime) -> None:
        self.set.append((at, wake))
        key = wake.kind, wake.day, wake.number
        if wake.at is None:
            self.wakes.pop(key, None)
        else:
            self.wakes[key] = wake

    def _tell(self, event: e.Event) -> None:
        told = decide(self.desk, event)
        assert isinstance(told.file, Professional)
        self.desk = told.file
        if any(isinstance(effect, Pass) for effect in told.effects):
            raise LawBroken(f"word to the coach came back: {type(event).__name__}")


def _at(wake: Wake) -> datetime:
    assert wake.at is not None
    return wake.at


def _order(wake: Wake) -> tuple[datetime, str, date, int]:
    return _at(wake), wake.kind, wake.day, wake.number


def days_from(start: date, count: int) -> tuple[date, ...]:
    """So many dates in a row."""
    return tuple(start + timedelta(days=n) for n in range(count))
