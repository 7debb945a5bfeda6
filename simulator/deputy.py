"""The synthetic deputy: another coach, who hears, writes and settles what can't wait while a colleague is away."""

from __future__ import annotations

from functools import partial

from simulator import own_words
from simulator.coach import Coach
from simulator.someone import Script


class Deputy(Coach):
    """One deputy of all coaches, whose clients' accounts they know. Invites nobody, registers nothing."""

    title = "deputy"

    def open_desk(self, payload: str) -> None:
        """Opens the own link on the first morning."""
        self.later(45, partial(self._open, payload))
        self.later(120, self._work)
        self._todo.append(self._page)

    def noticed(self) -> None:
        """What came in: an account to recognise, somebody to write to, word to deal with."""
        for bubble in self.screen[:3]:
            found = self.buttons(bubble)
            if "right" in found:
                self._once(bubble.message_id, partial(self._recognise, bubble.message_id))
            elif "met" in found:
                self._once(bubble.message_id, partial(self._stand_in, bubble.message_id))

    def _recognise(self, message_id: int) -> Script:
        """Yes when the account's name fits; a new link is the coach's own to make."""
        bubble = self.person.chat.bubbles[message_id]
        found, name = self.buttons(bubble), self._who(bubble.text)
        if "right" in found and name:
            self.press(bubble, found["right" if self.accounts[name] in bubble.text else "wrong"][0])
        yield 3

    def _stand_in(self, message_id: int) -> Script:
        """A few own words, and what was asked is dealt with."""
        yield self.rng.uniform(300, 1800)
        for wanted in ("write_to", "met"):
            bubble = self.person.chat.bubbles.get(message_id)
            found = self.buttons(bubble) if bubble else {}
            if bubble and wanted in found:
                self.press(bubble, found[wanted][0])
                yield 10
                if wanted == "write_to":
                    self.send(own_words.lines(self.rng))
                    yield 10
