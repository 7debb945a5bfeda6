"""A client's file and the clock: what happens, which wakes come due, what is said and passed on. Time only moves on."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from state_machines import events as e
from state_machines.decide import decide
from state_machines.effects import Pass, Say, Wake
from state_machines.files import Client

Key = tuple[str, date, int]


@dataclass(kw_only=True)
class Life:
    """A file as it is now, the wakes that wait, and all that was said (moment, effect) and told to the coach."""

    file: Client
    wakes: dict[Key, Wake] = field(default_factory=dict)
    said: list[tuple[datetime, Say]] = field(default_factory=list)
    told: list[e.ClientTold] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    def happen(self, event: e.Event) -> list[str]:
        """One event; the names of what is said about it. The plan stays as it is, whatever happens."""
        versions = self.file.versions
        decision = decide(self.file, event)
        assert isinstance(decision.file, Client)
        assert decision.file.versions is versions
        self.file = decision.file
        self.reasons.append(decision.reason)
        names = []
        for effect in decision.effects:
            if isinstance(effect, Say):
                self.said.append((event.at, effect))
                names.append(effect.prompt.name)
            elif isinstance(effect, Pass):
                self.told += [effect.event] if isinstance(effect.event, e.ClientTold) else []
            else:
                self._set(effect)
        return names

    def until(self, moment: datetime, *, down_until: datetime | None = None) -> None:
        """Every wake that is due up to and including a moment, in order; those before `down_until` come then."""
        while due := min(self.wakes.values(), key=_order, default=None):
            assert due.at is not None
            at = max(due.at, down_until) if down_until else due.at
            if at > moment:
                return
            del self.wakes[due.kind, due.day, due.number]
            expired = due.expires is not None and at >= due.expires
            self.happen(e.Woke(at=at, kind=due.kind, day=due.day, number=due.number, expired=expired))

    def scores(self, at: datetime, score: int) -> None:
        """The complaint score of today, from a prompt or out of nowhere."""
        day = self.file.date_now(at)
        given = e.Answered(at=at, day=day, question="complaint", number=Decimal(score), ready=True)
        self.happen(given)

    def looks(self) -> list[Wake]:
        """The wakes of the complaints that wait."""
        return [wake for key, wake in self.wakes.items() if key[0] == "complaints"]

    def times(self, name: str) -> list[datetime]:
        """When a text was said."""
        return [at for at, say in self.said if say.prompt.name == name]

    def _set(self, wake: Wake) -> None:
        key = wake.kind, wake.day, wake.number
        if wake.at is None:
            self.wakes.pop(key, None)
        else:
            self.wakes[key] = wake


def _order(wake: Wake) -> tuple[datetime, str]:
    assert wake.at is not None
    return wake.at, wake.kind


def days_from(first: datetime, count: int) -> list[datetime]:
    """The same moment on so many days."""
    return [first + timedelta(days=n) for n in range(count)]
