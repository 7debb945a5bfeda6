"""People in the middle of a check-in: they see their own screen, and go on as soon as the bot has answered."""

import asyncio
import re
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from simulator.chats import Bubble
from simulator.markup import Button
from simulator.person import Person
from simulator.telegram import Telegram

DAWDLE_SECONDS = 0.03
TWICE, TYPES, PICKS = 0.04, 0.4, 0.3
FROM_BOT = frozenset({"sent", "edited"})
#: Where a question can be skipped it is asked.
SKIP = re.compile(r"m:\d+:skip:(\w+)")
#: No energy so low that the day is cut short, no complaint so high that it is heard.
NUMBERS = {"energy": range(4, 10), "complaint": range(7), "hours": range(1, 4)}
AGAIN = "q:checkin"


def buttons_of(bubble: Bubble) -> Iterator[Button]:
    """The buttons that can be tapped."""
    return (button for row in bubble.buttons for button in row if button.data)


def asked(bubbles: Sequence[Bubble]) -> tuple[str, Bubble | None]:
    """What the bot's newest message with buttons asks, and that message; nothing when it asks nothing."""
    bubble = next((one for one in reversed(bubbles) if one.from_bot and one.buttons), None)
    found = (SKIP.fullmatch(button.data or "") for button in (buttons_of(bubble) if bubble else ()))
    return next((match[1] for match in found if match), ""), bubble


class Someone:
    """One client with a phone. Everything they do follows from their own lots and their own screen."""

    def __init__(self, person: Person, rng: Random) -> None:
        self.person, self.rng, self.words = person, rng, 0

    @property
    def question(self) -> str:
        """What the screen asks."""
        return asked(self.person.screen)[0]

    def act(self, *, finishing: bool) -> None:
        """Answer the newest question; with none, open the check-in again, unless it is time to finish."""
        question, bubble = asked(self.person.screen)
        if question and bubble:
            self._answer(question, bubble)
        elif bubble and not finishing:
            again = [button for button in buttons_of(bubble) if button.data == AGAIN]
            if again and self.rng.random() > TYPES:
                self._tap(bubble, AGAIN)
            else:
                self.person.send("/checkin")

    def _answer(self, question: str, bubble: Bubble) -> None:
        if self.rng.random() < TYPES:
            self.person.send(self._words(question))
            return
        data = [button.data or "" for button in buttons_of(bubble)]
        numbers = {str(number) for number in NUMBERS.get(question, ())} | {"0.5"}
        scores = [one for one in data if one.startswith("a:") and one.rpartition(":")[2] in numbers]
        items = [one for one in data if one.startswith("l+:")]
        ends = [one for one in data if one.startswith("lr:")] or [one for one in data if SKIP.fullmatch(one)]
        picks = items if items and self.rng.random() < PICKS else ends
        self._tap(bubble, self.rng.choice(scores or picks))

    def _words(self, question: str) -> str:
        """A number, or words that this person says only once."""
        if question in NUMBERS:
            return str(self.rng.choice(NUMBERS[question]))
        self.words += 1
        return f"een wandeling nummer {self.words}"

    def _tap(self, bubble: Bubble, data: str) -> None:
        """Tap; now and then the finger bounces."""
        for _ in range(2 if self.rng.random() < TWICE else 1):
            self.person.tap(bubble.message_id, data)


class Crowd:
    """Everybody, each in their own time; while they are held nobody does anything."""

    def __init__(self, telegram: Telegram, chats: Iterable[int], seed: str) -> None:
        self.telegram = telegram
        self.people = {chat: Someone(telegram.person(chat), Random(f"{seed}:{chat}")) for chat in chats}
        self.held = True
        self.finishing = False
        self._rng, self._read = Random(f"{seed}:crowd"), 0

    def let_go(self, *, finishing: bool = False) -> None:
        """Everybody looks at their screen and goes on."""
        self.held, self.finishing = False, finishing
        for chat in self.people:
            self._soon(chat)

    def hold(self) -> None:
        """Everybody stops."""
        self.held = True

    async def live(self) -> None:
        """Whoever was answered does the next thing, until this is cancelled."""
        bell, ledger = self.telegram.world.bell, self.telegram.ledger
        while True:
            count = bell.count
            rows = ledger.after(self._read)
            self._read += len(rows)
            for chat in {row.chat_id for row in rows if row.what in FROM_BOT} & self.people.keys():
                self._soon(chat)
            await bell.wait(count, 1.0)

    def _soon(self, chat: int) -> None:
        asyncio.get_running_loop().call_later(self._rng.uniform(0, DAWDLE_SECONDS), self._act, chat)

    def _act(self, chat: int) -> None:
        if not self.held:
            self.people[chat].act(finishing=self.finishing)
