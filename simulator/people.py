"""Synthetic employees. They see only their own screen, read its labels, and answer as their temperament has it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from simulator import habits, own_words, whims
from simulator.chats import Bubble
from simulator.habits import Habits
from simulator.labels import MARKS, is_scale
from simulator.markup import Button
from simulator.person import Person
from simulator.someone import Script, Someone

ZONE = ZoneInfo("Europe/Amsterdam")
ACTS_A_DAY = 60
"""Nobody does more in a day: who is lost gives up."""
ENDS = ("ready", "nothing", "not_now")
"""What ends a list."""
Labels = dict[str, list[Button]]


class Employee(Someone):
    """One employee with their habits. `needs_link`: the link was of no use, the coach is asked for another."""

    def __init__(self, name: str, person: Person, rng: Random, kind: Habits) -> None:
        super().__init__(name, person, rng)
        self.habits = kind
        self.needs_link = False
        self._invited = False
        self._left = ACTS_A_DAY
        self._silent_until = self._since = self.now

    # --- the days

    def receive(self, payload: str, now: datetime) -> None:
        """An invitation was handed over: opened within hours; now and then so late that it no longer works."""
        self.now = now
        late = self.chance(0.04)
        self.later(80 * 3600 if late else self.rng.uniform(60, 5 * 3600), lambda: self._open(payload, late))
        if not self._invited:
            self._invited = True
            self.later(self._until_morning(), self._morning)

    def _open(self, payload: str, late: bool) -> None:
        self.person.open_link(payload)
        self.needs_link = late

    def unblock(self) -> None:
        """Take a block away, if it is still there, with Telegram's button: it says "start" as well."""
        if self.person.chat.blocked:
            self.person.unblock()
            self.person.send("/start")

    def _until_morning(self) -> float:
        here = self.now.astimezone(ZONE)
        return ((here + timedelta(days=1)).replace(hour=6, minute=0, second=0) - here).total_seconds()

    def _morning(self) -> None:
        """What this day will bring: a look at the phone, and whims."""
        self._left = ACTS_A_DAY
        self.later(self._until_morning(), self._morning)
        if self.chance(self.habits.silences) and self.now > self._silent_until:
            self._silent_until = self.now + timedelta(days=self.rng.randint(5, 9))
        if self._silent:
            return
        if self.chance(self.habits.looks):
            self.later(self.rng.uniform(0, 15 * 3600), lambda: self.begin(self.session))
        daily = {**habits.EVERYBODY, **self.habits.whims, "travel": self.habits.travels, "block": self.habits.blocks}
        for name, share in daily.items():
            if self.chance(share):
                self.later(self.rng.uniform(0, 17 * 3600), self._whim(whims.WHIMS[name]))

    def _whim(self, script: Callable[[Employee], Script]) -> Callable[[], None]:
        return lambda: self.begin(lambda: script(self))

    @property
    def _silent(self) -> bool:
        return self.now < self._silent_until

    @property
    def away(self) -> bool:
        """Nothing can be done now: silent, blocked, or tired of it for today."""
        return self._silent or self.person.chat.blocked or self._left <= 0

    # --- answering

    def noticed(self) -> None:
        """A message came: answered soon, later or never."""
        if self.busy or self.away or not self.chance(self.habits.answers):
            return
        soon = self.chance(self.habits.soon)
        wait = self.rng.uniform(20, 900) if soon else self.rng.uniform(900, self.habits.patient * 3600)
        self.later(wait, lambda: self.begin(self.session))

    def session(self) -> Script:
        """Answer what is open, question after question, until nothing is asked or the mood is gone."""
        for _ in range(ACTS_A_DAY):
            if self.away or not self._answer():
                return
            if self.chance(self.habits.quits / 3):
                return  # walks off in the middle
            yield self.rng.uniform(2, 40)

    def _answer(self) -> bool:
        """Answer the newest question on the screen; False when there is none."""
        for bubble in self.screen[:4]:
            labels = self.buttons(bubble)
            for needed, way in WAYS:
                if needed <= labels.keys() and (needed != {"score"} or is_scale(bubble.labels)):
                    way(self, bubble, labels)
                    return True
            if "correct" in labels:
                return False  # the closing text: nothing is asked any more
        return False

    def press(self, bubble: Bubble, button: Button) -> None:
        """Tap, now and then twice or on two devices at once."""
        super().press(bubble, button)
        self._left -= 1
        if self.chance(self.habits.doubles):
            data = button.data or ""
            if self.chance(0.5):
                self.person.tap(bubble.message_id, data)
            else:
                self.later(1, lambda: self._once_more(bubble.message_id, data))

    def _once_more(self, message_id: int, data: str) -> None:
        if not self.person.chat.blocked:
            self.person.tap(message_id, data)

    def send(self, text: str, *, forwarded: bool = False) -> None:
        """Type and send."""
        super().send(text, forwarded=forwarded)
        self._left -= 1

    def pick(self, bubble: Bubble, *buttons: list[Button]) -> None:
        """Tap one of these."""
        self.press(bubble, self.rng.choice([button for some in buttons for button in some]))

    def types(self) -> bool:
        """Whether this answer is typed."""
        return self.chance(self.habits.types)

    # --- one short function a kind of question

    def scale(self, bubble: Bubble, labels: Labels) -> None:
        """A score; typed as people type. High in complaints when the question is about complaints."""
        about_complaints = any(word in bubble.text.casefold() for word in ("klacht", "complaint"))
        number = self._complaint() if about_complaints else self.rng.randint(*self.habits.energy)
        if "later" in labels and self.chance(self.habits.snoozes):
            self.pick(bubble, labels["later"])
        elif "enough" in labels and self.chance(self.habits.quits):
            self.pick(bubble, labels["enough"])
        elif self.chance(0.05) and (around := [*labels.get("skip", []), *labels.get("back", [])]):
            self.pick(bubble, around)
        elif self.types():
            self.send(self.rng.choice((str(number), f"{number},5", "zeven", f"een {number}", *habits.NUMBERS)))
        else:
            self.press(bubble, next(b for b in labels["score"] if b.label.lstrip(MARKS) == str(number)))

    def _complaint(self) -> int:
        """A complaint score: from the usual ones, higher by the day for who gets worse."""
        days = (self.now - self._since).days
        return min(10, self.rng.randint(*self.habits.complaints) + int(self.habits.worsens * days))

    def report(self, bubble: Bubble, labels: Labels) -> None:
        """A report that is offered: shown and sent, own contact, not now; or it lies."""
        sends, alone, declines = self.habits.reports
        if "own_words" in labels and self.chance(0.5):
            self.pick(bubble, labels["own_words"])
            self.later(self.rng.uniform(5, 30), self._in_own_words)
            return
        lot = self.rng.random()
        if lot < sends:
            self.pick(bubble, labels.get("send_this") or labels["show_me"])
        elif lot < sends + alone:
            self.pick(bubble, labels["myself"])
        elif lot < sends + alone + declines:
            self.pick(bubble, labels["not_now"])

    def _in_own_words(self) -> None:
        if not self.away:
            self.send(own_words.sentence(self.rng))

    def talking(self, bubble: Bubble, labels: Labels) -> None:
        """A person has taken the conversation over: an answer, or two, or enough of it."""
        if self.chance(0.2):
            self.pick(bubble, labels["stop_talk"])
        else:
            self.send(own_words.lines(self.rng))

    def choosing(self, bubble: Bubble, labels: Labels) -> None:
        """A list: one or two taps, own words, or nothing."""
        items, ends = labels.get("", []), [button for name in ENDS for button in labels.get(name, [])]
        chosen = sum(button.label.startswith("✓") for button in items)
        if self.types():
            self.send(self.rng.choice(habits.ITEMS) if self.chance(0.6) else own_words.sentence(self.rng))
        elif items and (chosen == 0 or (chosen == 1 and self.chance(0.3))):
            self.pick(bubble, items)
        else:
            self.pick(bubble, ends or labels["skip"])

    def words(self, bubble: Bubble, labels: Labels) -> None:
        """Own words, or skipped."""
        if self.chance(0.7):
            self.send(self.rng.choice(habits.MOMENTS) if self.chance(0.5) else own_words.lines(self.rng))
        else:
            self.pick(bubble, labels["skip"])

    def worked(self, bubble: Bubble, labels: Labels) -> None:
        """Hours: as agreed mostly; more where one wants to go too fast, less on a bad day."""
        if self.chance(self.habits.more_hours):
            self.send(self.rng.choice(("6", "7,5", "8 uur", "9", "negen uur", "5.25")))
        elif self.chance(self.habits.less_hours):
            self.pick(bubble, labels.get("hours", []), labels.get("off", []))
        else:
            self.pick(bubble, labels.get("as_agreed", []) or labels["off"])

    def welcome_time(self, bubble: Bubble, labels: Labels) -> None:
        """A time of the usual ones, or an own one; sometimes one that can't be."""
        if self.chance(0.3):
            self.send(self.rng.choice(habits.TIMES))
        else:
            self.pick(bubble, labels["clock"], labels.get("other_time", []))

    def welcome_days(self, bubble: Bubble, labels: Labels) -> None:
        """Working days mostly."""
        if self.chance(0.2):
            self.send(self.rng.choice(habits.WEEKDAYS))
        else:
            self.pick(bubble, labels["weekdays"], labels.get("own_days", []))


Way = Callable[[Employee, Bubble, Labels], None]


def mostly(usual: str, *others: str, share: float = 0.06) -> Way:
    """Tap what is usual; now and then one of the others."""

    def way(who: Employee, bubble: Bubble, labels: Labels) -> None:
        odd = [button for name in others for button in labels.get(name, [])]
        who.pick(bubble, odd if odd and who.chance(share) else labels[usual])

    return way


def _one_of(*names: str) -> Way:
    return lambda who, bubble, labels: who.pick(bubble, *(labels.get(name, []) for name in names))


#: Which buttons a question has, and how it is answered. The first that fits.
WAYS: tuple[tuple[set[str], Way], ...] = (
    ({"who"}, mostly("who", "not_now")),
    ({"go_on", "buttons"}, mostly("go_on", "buttons")),
    ({"agree"}, mostly("agree", "ask_first", "refuse", share=0.05)),
    ({"weekdays"}, Employee.welcome_days),
    ({"clock"}, Employee.welcome_time),
    ({"plan_yes"}, mostly("plan_yes", "plan_no")),
    ({"myself"}, Employee.report),
    ({"stop_talk"}, Employee.talking),
    ({"contacted"}, mostly("contacted", "show_me", "call", share=0.3)),
    ({"three_days"}, _one_of("three_days", "pause", "call", "just_on")),
    ({"misread"}, _one_of("misread", "call")),
    ({"anyway"}, _one_of("anyway", "enough", "enough", "call")),
    ({"score"}, Employee.scale),
    ({"off"}, Employee.worked),
    ({"full"}, _one_of("full", "full", "partly", "not")),
    ({"skip", "write"}, Employee.words),
    ({"skip", ""}, Employee.choosing),
    ({"skip", "nothing"}, Employee.choosing),
    ({"skip", "ready"}, Employee.choosing),
    ({"skip"}, Employee.words),
    ({"today"}, mostly("today")),
)
