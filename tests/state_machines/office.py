"""Some files and what passes between them, as the one door does it: every event that is passed on is decided too."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

import people

from state_machines import events as e
from state_machines.decide import decide
from state_machines.effects import Pass, Say, Wake
from state_machines.files import Card, Client, File, Professional

AT = people.AT
MOST = 100


def joost(**changes: object) -> Professional:
    """Joost, Sanne's coach."""
    return people.coach(**changes)


def anna(**changes: object) -> Professional:
    """Anna, another coach, with a client of her own."""
    given: dict[str, object] = {"id": "p-2", "name": "Anna", "chat": 3, "weekdays": (1, 2)}
    return people.coach(**{**given, "clients": (Card(client="c-7", name="Bo"),), **changes})


def sanne(**changes: object) -> Client:
    """Sanne, Joost's client."""
    return people.client(**changes)


@dataclass
class Office:
    """The files by id, and what each was told since the last look."""

    files: dict[str, File]
    said: dict[str, list[Say]] = field(default_factory=dict)
    wakes: list[Wake] = field(default_factory=list)
    happened: list[tuple[str, e.Event]] = field(default_factory=list)

    @classmethod
    def of(cls, *files: File) -> "Office":
        """An office with these files."""
        return cls(files={file.id: file for file in files})

    def happen(self, file: str, event: e.Event) -> "Office":
        """Decide the event and all that it passes on, in order; what comes to a file that isn't there is dropped."""
        self.said, self.wakes = {}, []
        waiting: deque[tuple[str, e.Event]] = deque([(file, event)])
        for _ in range(MOST):
            if not waiting:
                return self
            to, what = waiting.popleft()
            if to not in self.files:
                continue
            self.happened.append((to, what))
            decision = decide(self.files[to], what)
            self.files[to] = decision.file
            for effect in decision.effects:
                if isinstance(effect, Pass):
                    waiting.append((effect.to, effect.event))
                elif isinstance(effect, Say):
                    self.said.setdefault(to, []).append(effect)
                else:
                    self.wakes.append(effect)
        raise AssertionError("it passes on without end")

    def texts(self, file: str) -> list[str]:
        """The names of the texts that a file's person was told last."""
        return [say.prompt.name for say in self.said.get(file, [])]

    def words(self, file: str) -> list[object]:
        """What a coach was told about clients last."""
        return [say.prompt.values["what"] for say in self.said.get(file, []) if say.prompt.name == "desk.told"]

    def coach(self, file: str) -> Professional:
        """A professional's file."""
        found = self.files[file]
        assert isinstance(found, Professional)
        return found

    def client(self, file: str = "c-1") -> Client:
        """A client's file."""
        found = self.files[file]
        assert isinstance(found, Client)
        return found


def picked(what: str, client: str = "c-1", value: str = "", at: datetime = AT) -> e.DeskPicked:
    """A button of a coach's own."""
    return e.DeskPicked(at=at, what=what, client=client, value=value)


def lent(what: str, client: str = "c-1", value: str = "", at: datetime = AT) -> e.DeputyPicked:
    """A button of a deputy's, about a client of Joost."""
    return e.DeputyPicked(at=at, what=what, coach="p-1", client=client, value=value)


def passed_words(events: Iterable[tuple[str, e.Event]]) -> list[str]:
    """The classes of the events that came to a client's file."""
    return [type(event).__name__ for to, event in events if to.startswith("c-")]
