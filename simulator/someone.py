"""Somebody with a phone and a day of their own: what is on their screen, what they mean to do, and when."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from simulator.chats import Bubble
from simulator.labels import meaning
from simulator.ledger import Seen
from simulator.markup import Button
from simulator.person import Person

#: Something done in steps. After each step it says after how many seconds it goes on; by then the bot has answered.
Script = Iterator[float]
NEW = frozenset({"sent", "photo", "document"})
SCREENFUL = 8
"""How many of the newest messages a person looks at."""


class Someone:
    """Looks at the own screen only, and acts through `Person`. Everything follows from the lots that are drawn.

    `role`: as whom they read labels; `title`: what they are called.
    """

    role = "employee"
    title = "client"

    def __init__(self, name: str, person: Person, rng: Random) -> None:
        self.name, self.person, self.rng = name, person, rng
        self.now = person.world.clock.now
        self._agenda: list[tuple[datetime, int, Callable[[], None]]] = []
        self._count = itertools.count()
        self._script: Script | None = None
        self._tapped: list[tuple[int, str]] = []

    # --- when

    @property
    def next(self) -> datetime | None:
        """When this person does something next, as far as they know now."""
        return self._agenda[0][0] if self._agenda else None

    def act(self, now: datetime) -> None:
        """Do what was meant for this moment."""
        self.now = now
        _, _, deed = heapq.heappop(self._agenda)
        deed()

    def look(self, rows: Sequence[Seen], now: datetime) -> None:
        """See what changed in the own chat."""
        self.now = now
        if any(row.what in NEW for row in rows):
            self.noticed()

    def noticed(self) -> None:
        """A new message came in."""

    def later(self, seconds: float, deed: Callable[[], None]) -> None:
        """Mean to do something after so many seconds; never on a round moment, where the bot's own work is due."""
        odd = timedelta(seconds=max(1.0, seconds), microseconds=self.rng.randrange(1, 1_000_000))
        heapq.heappush(self._agenda, (self.now + odd, next(self._count), deed))

    def begin(self, script: Callable[[], Script]) -> None:
        """Begin something that takes several steps; what is under way is finished first."""
        if self._script is not None:
            self.later(60, lambda: self.begin(script))
            return
        self._script = script()
        self._go_on()

    @property
    def busy(self) -> bool:
        """Whether something in steps is under way."""
        return self._script is not None

    def finished(self) -> None:
        """What took several steps is over."""

    def _go_on(self) -> None:
        pause = next(self._script, None) if self._script else None
        if pause is None:
            self._script = None
            self.finished()
        else:
            self.later(pause, self._go_on)

    def chance(self, share: float) -> bool:
        """Whether it happens this time."""
        return self.rng.random() < share

    # --- what is on the screen

    @property
    def screen(self) -> list[Bubble]:
        """The newest messages of the bot, the newest first."""
        found = (bubble for bubble in reversed(self.person.chat.bubbles.values()) if bubble.from_bot)
        return list(itertools.islice(found, SCREENFUL))

    @property
    def newest(self) -> str:
        """The text of the bot's newest message."""
        return self.screen[0].text if self.screen else ""

    def buttons(self, bubble: Bubble) -> dict[str, list[Button]]:
        """The buttons that can be tapped, by what they mean to this person."""
        found: dict[str, list[Button]] = {}
        for button in (button for row in bubble.buttons for button in row if button.data is not None):
            found.setdefault(meaning(button.label, self.role), []).append(button)
        return found

    # --- what the hands do

    def send(self, text: str, *, forwarded: bool = False) -> None:
        """Type and send."""
        self.person.send(text, forwarded=forwarded)

    def press(self, bubble: Bubble, button: Button) -> None:
        """Tap a button; fingers remember where it was."""
        assert button.data is not None
        self._tapped = [*self._tapped[-39:], (bubble.message_id, button.data)]
        self.person.tap(bubble.message_id, button.data)

    def tap(self, *wanted: str) -> bool:
        """Tap the first button that means one of these, newest message first; False when the screen has none."""
        for bubble in self.screen:
            found = self.buttons(bubble)
            for name in wanted:
                if name in found:
                    self.press(bubble, found[name][0])
                    return True
        return False

    def tap_named(self, label: str) -> bool:
        """Tap the button with exactly this label, such as a name."""
        for bubble in self.screen:
            for button in (button for row in bubble.buttons for button in row if button.data is not None):
                if button.label == label:
                    self.press(bubble, button)
                    return True
        return False

    def tap_again(self) -> None:
        """Tap where a button once was, or still is: yesterday's keyboard, a second device."""
        if self._tapped:
            self.person.tap(*self.rng.choice(self._tapped))
