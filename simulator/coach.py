"""The synthetic coach: invites, recognises, registers plans by the real dialogue, reads, and answers what is asked."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from random import Random
from zoneinfo import ZoneInfo

from simulator import own_words
from simulator.person import Person
from simulator.someone import Script, Someone

ZONE = ZoneInfo("Europe/Amsterdam")
DESK_OPENS, DESK_CLOSES = 8.25, 17.5
PAYLOAD = re.compile(r"[?&]start=([\w-]+)")
DAYS = ("ma di wo do vr", "ma di do vr", "mon tue thu", "ma wo vr", "elke werkdag")
HOURS = ("32", "36", "24", "28,5", "40", "16")
PATTERNS = ("weekly", "weekly", "daily", "nine_weeks", "full_hours", "own_steps")
OWN_STEPS = ("2x8, 2x12, 16", "10, 20; 30", "2 weken 6, 1 week 9,5, 12 uur")
ENDINGS = (("none", "at_the_end", "as_template"), ("none", "one_week", "two_weeks"), ("told", "not_told"), ("both",))
TALKS = ("morgen 10:00", "over 3 dagen 14:30", "maandag 9 uur", "volgende week dinsdag 16:00")
TASKS = ("post sorteren, telefoon aannemen", "archief", "mail; rapporten, overleg", "lichte taken, eigen taken")
GARBAGE = ("weet ik niet", "🤷", "?", "-3", "gisteren")


@dataclass(frozen=True, kw_only=True)
class Registered:
    """A plan that this coach entered and saw confirmed: whose, and its goal, which no other plan has."""

    name: str
    goal: str


class Coach(Someone):
    """One coach of a number of employees. `handed` are the links that were given out and not yet received."""

    role = title = "coach"

    def __init__(self, name: str, person: Person, rng: Random, accounts: dict[str, str]) -> None:
        super().__init__(name, person, rng)
        self.accounts = accounts
        self.handed: list[tuple[str, str]] = []
        self.registered: list[Registered] = []
        self._todo: deque[Callable[[], Script]] = deque()
        self._inviting = ""
        self._given: set[str] = set()
        self._wanted: set[int] = set()
        self._plans: dict[str, int] = {}

    def open_desk(self, payload: str) -> None:
        """Opens the own link, and invites everybody this morning."""
        self.later(30, partial(self._open, payload))
        for name in self.accounts:
            self._todo.append(partial(self._invite, name))
        self.later(90, self._work)
        self.later(3600, self._day)

    def _open(self, payload: str) -> None:
        self.person.open_link(payload)

    def asked_for_link(self, name: str) -> None:
        """Somebody phones: the link no longer works."""
        self._todo.append(partial(self._relink, name))

    # --- the day

    def _day(self) -> None:
        """Now and then a look into a logbook, a page, or a plan agreed anew."""
        self.later(86400, self._day)
        if self.chance(0.6):
            self._todo.append(self._read)
        if self.chance(0.3):
            self._todo.append(self._page)
        if self.chance(0.3):
            self._todo.append(self._talk)
        if self.chance(0.05):
            self._todo.append(self._leave)
        if self._plans and self.chance(0.1):
            name = self.rng.choice(sorted(self._plans))
            self._todo.append(partial(self._register, name))

    def _work(self) -> None:
        """The next thing to do, when there is one and it is working time."""
        here = self.now.astimezone(ZONE)
        hour = here.hour + here.minute / 60
        if here.isoweekday() > 5 or not DESK_OPENS <= hour < DESK_CLOSES:
            self.later(self._until_open(), self._work)
            return
        if self._todo and not self.busy:
            self.begin(self._todo.popleft())
        self.later(self.rng.uniform(60, 240), self._work) if self._todo or self.busy else self.later(1800, self._work)

    def _until_open(self) -> float:
        here = self.now.astimezone(ZONE)
        opens = here.replace(hour=8, minute=20, second=0, microsecond=0)
        while opens <= here or opens.isoweekday() > 5:
            opens += timedelta(days=1)
        return (opens - here).total_seconds()

    def noticed(self) -> None:
        """What came in: links to hand over, an account to recognise, somebody who takes part, word to deal with."""
        for bubble in self.screen[:3]:
            found, payload = self.buttons(bubble), PAYLOAD.search(bubble.text)
            if payload and self._inviting and payload[1] not in self._given:
                self._given.add(payload[1])
                self.handed.append((self._inviting, payload[1]))
                self._inviting = ""
            elif "right" in found:
                self._once(bubble.message_id, partial(self._recognise, bubble.message_id))
            elif "met" in found:
                self._once(bubble.message_id, partial(self._deal_with, bubble.message_id))
            elif "plan" in found and (name := self._who(bubble.text)):
                self._once(bubble.message_id, partial(self._register, name))

    def _once(self, message_id: int, script: Callable[[], Script]) -> None:
        if message_id not in self._wanted:
            self._wanted.add(message_id)
            self._todo.append(script)

    def _who(self, text: str) -> str:
        """The employee that a text is about."""
        return next((name for name in self.accounts if re.search(rf"\b{re.escape(name)}\b", text)), "")

    # --- one script a thing to do

    def _invite(self, name: str) -> Script:
        self.send(self.rng.choice(("/uitnodigen", "/invite")))
        yield self.rng.uniform(3, 10)
        self._inviting = name
        self.send(name)
        yield 5

    def _relink(self, name: str) -> Script:
        """The same command makes a new link for somebody who is there already."""
        self.send("/uitnodigen")
        yield 5
        self._inviting = name
        if not self.tap_named(name):
            self.send(name)
        yield 5

    def _recognise(self, message_id: int) -> Script:
        """Yes when the account's name fits; else, or by mistake, no; and then a new link."""
        bubble = self.person.chat.bubbles[message_id]
        found, name = self.buttons(bubble), self._who(bubble.text)
        if "right" in found and name:
            right = self.accounts[name] in bubble.text and not self.chance(0.03)
            self.press(bubble, found["right" if right else "wrong"][0])
            if not right:
                self._todo.append(partial(self._relink, name))
        yield 3

    def _register(self, name: str) -> Script:
        """The whole /plan dialogue, with a slip of the fingers now and then; cancelled when it goes astray."""
        number = self._plans[name] = self._plans.get(name, 0) + 1
        goal = f"Eigen werk, plan {number} van {name}"
        self.send("/plan")
        yield 6
        if not self.tap_named(name):
            return
        yield 4
        pattern = self.rng.choice(PATTERNS)
        self.tap("new_plan")
        yield 4
        self.tap(pattern)
        yield from self._entered(goal, pattern)
        for wanted in ENDINGS:
            yield self.rng.uniform(4, 12)
            self.tap(*self.rng.sample(wanted, len(wanted)))
        yield 10
        asked = next((bubble for bubble in self.screen if "register" in self.buttons(bubble)), None)
        if asked is not None and self.tap("register"):
            yield 5
            if "register" not in self.buttons(self.person.chat.bubbles[asked.message_id]):
                self.registered.append(Registered(name=name, goal=goal))
                return
        self.send("/annuleren")
        yield 5

    def _entered(self, goal: str, pattern: str) -> Script:
        """What is typed, from supervisor to tasks; now and then something else first."""
        choice = self.rng.choice
        steps = (choice(OWN_STEPS),) if pattern == "own_steps" else ()
        for text in ("Karin", goal, choice(HOURS), self._start(), choice(DAYS), *steps, choice(TASKS)):
            yield self.rng.uniform(4, 20)
            if self.chance(0.05) and text not in {"Karin", goal}:
                self.send(choice(GARBAGE))
                yield 8
            self.send(text)

    def _talk(self) -> Script:
        """A consult is planned; or an extra evaluation is recorded, after which the plan stands."""
        self.send("/plan")
        yield 5
        if not self.tap_named(self.rng.choice(sorted(self.accounts))):
            return
        yield 5
        if self.chance(0.6):
            self.tap("consult")
            yield 8
            self.send(self.rng.choice(TALKS))
        else:
            for wanted in ("evaluation", "extra", "stands"):
                self.tap(wanted)
                yield 8
        yield 5

    def _start(self) -> str:
        """A date not too far ahead: as written, or tomorrow."""
        today = self.now.astimezone(ZONE).date()
        ahead = today + timedelta(days=(7 - today.weekday()) % 7 or 7)
        return self.rng.choice((f"{ahead.day}-{ahead.month}", f"{ahead:%-d-%-m-%Y}", "morgen", "maandag"))

    def _leave(self) -> Script:
        """Away for some days from tomorrow or later on; says so, if not already away."""
        self.send("/vervanging")
        yield 5
        if not self.tap("away"):
            return
        first = self.now.astimezone(ZONE).date() + timedelta(days=self.rng.randint(1, 3))
        for day in (first, first + timedelta(days=self.rng.randint(1, 6))):
            yield 6
            self.send(f"{day.day}-{day.month}")
        yield 5

    def _deal_with(self, message_id: int) -> Script:
        yield self.rng.uniform(600, 3000)
        bubble = self.person.chat.bubbles.get(message_id)
        found = self.buttons(bubble) if bubble else {}
        if bubble and "met" in found:
            self.press(bubble, found["met"][0])
        if bubble and (name := self._who(bubble.text)) and self._plans.get(name, 0) < 3 and "plan" in found:
            yield 30
            yield from self._register(name)
        yield 3

    def _read(self) -> Script:
        """A logbook, and the week marked as read."""
        self.send("/logboek")
        yield 5
        if self.tap_named(self.rng.choice(sorted(self.accounts))):
            yield 60
            self.tap("read")
            yield 3
            if self.chance(0.25):
                yield from self._write()
            elif self.chance(0.2):
                yield from self._take_over()

    def _write(self) -> Script:
        """A few words of one's own to whoever the page is about."""
        if self.tap("write_to"):
            yield self.rng.uniform(5, 30)
            self.send(own_words.lines(self.rng))
            yield 5

    def _take_over(self) -> Script:
        """A talk in person, given back after a while."""
        if not self.tap("take_over"):
            return
        for _ in range(self.rng.randint(1, 3)):
            yield self.rng.uniform(30, 900)
            self.send(own_words.lines(self.rng))
        yield self.rng.uniform(60, 600)
        self.tap("give_back")
        yield 3

    def _page(self) -> Script:
        pages = ("/clienten", "/help", "/instellingen", "/taal", "hoi", "/gaap", "/clients", "dank je, fijn weekend")
        self.send(self.rng.choice(pages))
        yield 3
