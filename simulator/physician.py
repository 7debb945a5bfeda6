"""The synthetic occupational physician: sees notices, reads in working hours, answers; sometimes overlooks one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random
from zoneinfo import ZoneInfo

from simulator import own_words
from simulator.chats import Bubble
from simulator.person import Person
from simulator.someone import Script, Someone

ZONE = ZoneInfo("Europe/Amsterdam")
OPENS, CLOSES = 8.5, 17.0
OVERLOOKS = 0.15
"""Notices that are overlooked; a reminder is another notice."""
ANSWERS = ("stands", "stands", "known", "invites", "invites", "advises", "stop")
FOLLOWS = {"known": ("weeks",), "advises": ("leeway", "tasks"), "stop": ("sure",)}


class Physician(Someone):
    """One occupational physician, of everybody."""

    role = title = "physician"

    def __init__(self, name: str, person: Person, rng: Random) -> None:
        super().__init__(name, person, rng)
        self._seen: set[int] = set()

    def open_desk(self, payload: str) -> None:
        """Opens the own link on the first morning."""
        self.later(60, partial(self._open, payload))

    def _open(self, payload: str) -> None:
        self.person.open_link(payload)
        self.later(self.rng.uniform(300, 3000), self._say)

    def _say(self) -> None:
        """A word of one's own, as people write to whatever answers."""
        self.send(own_words.sentence(self.rng))

    def noticed(self) -> None:
        """A notice with something to read: later today or tomorrow, or overlooked."""
        for bubble in self.screen[:3]:
            if "read" in self.buttons(bubble) and bubble.message_id not in self._seen:
                self._seen.add(bubble.message_id)
                if not self.chance(OVERLOOKS):
                    self.later(self.rng.uniform(600, 2 * 86400), partial(self._at_work, partial(self._read, bubble)))

    def _at_work(self, script: Callable[[], Script]) -> None:
        here = self.now.astimezone(ZONE)
        if here.isoweekday() > 5 or not OPENS <= here.hour + here.minute / 60 < CLOSES:
            self.later(3600, partial(self._at_work, script))
        else:
            self.begin(script)

    def _read(self, bubble: Bubble) -> Script:
        """Opens the summary, and answers it; some answers ask one thing more."""
        shown = self.person.chat.bubbles.get(bubble.message_id)
        if shown is None or "read" not in (found := self.buttons(shown)):
            return
        self.press(shown, found["read"][0])
        yield self.rng.uniform(60, 600)
        answer = self.rng.choice(ANSWERS)
        if not self.tap(answer):
            return
        yield self.rng.uniform(5, 30)
        if answer in FOLLOWS:
            self.tap(self.rng.choice(FOLLOWS[answer]))
            yield 5
        if self.chance(0.3):
            self.tap("take_away")
            yield 5
        if self.chance(0.3):
            self.send(own_words.sentence(self.rng))
            yield 5
