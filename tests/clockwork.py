"""A client's file and its wakes through the real `decide`, with no store and no Telegram: years of days in a second.

Wakes are kept as a store keeps them: the same kind, date and number replaces, and whichever is due first comes first.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from state_machines import events as e
from state_machines.decide import decide
from state_machines.effects import Prompt, Say, Wake
from state_machines.files import Client

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Said:
    """Something that was said: when (UTC), the file as it then was, and what made the bot say it."""

    at: datetime
    prompt: Prompt
    file: Client
    event: e.Event

    @property
    def here(self) -> datetime:
        """When it was on the client's clock."""
        return self.at.astimezone(ZoneInfo(self.file.zone))


@dataclass(kw_only=True)
class Clockwork:
    """A client from some file and moment on. `said` and `woken` are what came of it, in order.

    `down`: from when to when no bot runs; what becomes due meanwhile comes at its end.
    `answers`: what the client does when something is said; by default nothing.
    """

    file: Client
    now: datetime
    down: tuple[datetime, datetime] | None = None
    answers: Callable[[Said], e.Event | None] = lambda _: None
    said: list[Said] = field(default_factory=list)
    woken: list[e.Woke] = field(default_factory=list)
    wakes: dict[tuple[str, date, int], Wake] = field(default_factory=dict)

    def happen(self, event: e.Event) -> None:
        """One event at the file, and what the client does about what was said."""
        decision = decide(self.file, event)
        assert isinstance(decision.file, Client)
        self.file, self.now, begun = decision.file, event.at, len(self.said)
        for effect in decision.effects:
            if isinstance(effect, Wake):
                self._set(effect)
            elif isinstance(effect, Say):
                at = max(event.at, effect.not_before or event.at)
                self.said.append(Said(at=at, prompt=effect.prompt, file=self.file, event=event))
        for one in self.said[begun:]:
            if (answer := self.answers(one)) is not None:
                self.happen(answer)

    def until(self, moment: datetime) -> None:
        """Let time pass up to and including a moment."""
        while due := min(self.wakes.values(), key=_order, default=None):
            assert due.at is not None
            at = max(self.now, self._comes(due.at))
            if at > moment:
                break
            del self.wakes[due.kind, due.day, due.number]
            expired = due.expires is not None and at >= due.expires
            woke = e.Woke(at=at, kind=due.kind, day=due.day, number=due.number, expired=expired)
            self.woken.append(woke)
            self.happen(woke)
        self.now = max(self.now, moment)

    def begun(self, *names: str) -> list[Said]:
        """What the clock made the bot say, of these texts."""
        return [one for one in self.said if isinstance(one.event, e.Woke) and one.prompt.name in names]

    def prompts(self) -> list[Said]:
        """The check-ins that were begun: not those that came again."""
        return [one for one in self.begun("checkin") if _kind(one) == "checkin"]

    def _comes(self, at: datetime) -> datetime:
        if self.down and self.down[0] <= at < self.down[1]:
            return self.down[1]
        return at

    def _set(self, wake: Wake) -> None:
        key = wake.kind, wake.day, wake.number
        self.wakes.pop(key, None)
        if wake.at is not None:
            self.wakes[key] = wake


def _order(wake: Wake) -> tuple[datetime, str, date, int]:
    assert wake.at is not None
    return wake.at, wake.kind, wake.day, wake.number


def acts(said: Said) -> e.Event | None:
    """A client who opens the help at each check-in: enough not to be taken for silent."""
    asked = said.prompt.name == "checkin" and _kind(said) == "checkin"
    return e.Asked(at=said.event.at, what="help") if asked else None


def _kind(said: Said) -> str:
    return said.event.kind if isinstance(said.event, e.Woke) else ""


def started(file: Client, at: datetime, **how: object) -> Clockwork:
    """A clockwork in which the client has just set time and days, so that all that waits is set."""
    work = Clockwork(file=file, now=at, **how)  # type: ignore[arg-type]
    work.happen(e.SettingChosen(at=at, name="zone", value=file.zone))
    work.happen(e.DaysChosen(at=at, weekdays=(1, 2, 3, 4, 5, 6, 7)))
    return work


def switches(zone: str, first: int, last: int) -> Iterator[date]:
    """The local dates on which the clocks of a zone change, from the first year to the last."""
    where, day = ZoneInfo(zone), date(first, 1, 1)
    while day.year <= last:
        if _offset(day, where) != _offset(day + DAY, where):
            yield day
        day += DAY


def _offset(day: date, where: ZoneInfo) -> timedelta | None:
    return datetime.combine(day, time(0), where).utcoffset()


def noon(day: date, zone: str) -> datetime:
    """Noon on a date, in UTC."""
    return datetime.combine(day, time(12), ZoneInfo(zone)).astimezone(UTC)
