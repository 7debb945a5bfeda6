"""What a button carries, and how it is read back. One grammar for both ways: `verb:argument:...`, 1-64 bytes.

A tap names its own local date, version or client, so that a button of yesterday can never change today.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache, lru_cache

MOST_BYTES = 64
DIGEST_CHARS = 32
#: The same buttons are made for everybody on the same day.
MOST_REMEMBERED = 2048


@dataclass(frozen=True)
class Tap:
    """A button's data, taken apart."""

    verb: str
    args: tuple[str, ...]

    def arg(self, place: int) -> str:
        """An argument; empty when there are fewer."""
        return self.args[place] if place < len(self.args) else ""

    def day(self, place: int = 0) -> date | None:
        """An argument as a local date; None when it isn't one."""
        try:
            return datetime.strptime(self.arg(place), "%Y%m%d").date()  # noqa: DTZ007 - a date, no moment
        except ValueError:
            return None

    def whole(self, place: int) -> int | None:
        """An argument as a small whole number; None when it isn't one in plain digits."""
        return int(self.arg(place)) if re.fullmatch(r"\d{1,4}", self.arg(place), re.ASCII) else None

    def number(self, place: int, most: Decimal | int) -> Decimal | None:
        """An argument as a score or hours, up to and including `most`; None when it isn't one."""
        plain = re.fullmatch(r"\d{1,2}(\.\d{1,2})?", self.arg(place), re.ASCII)
        number = Decimal(self.arg(place)) if plain else None
        return number if number is not None and number <= most else None


def read(data: str) -> Tap:
    """Take a button's data apart. Never raises: odd data gives a verb that nobody knows."""
    verb, *args = data.split(":")
    return Tap(verb, tuple(args))


def _made(verb: str, *args: str) -> str:
    data = ":".join((verb, *args))
    if len(data.encode()) > MOST_BYTES:
        raise ValueError(f"a button may carry {MOST_BYTES} bytes: {verb} with {len(args)} arguments is longer")
    return data


def item_key(item: str) -> str:
    """A short name for an item of a list, the same for the same words in any case."""
    return hashlib.blake2s(item.casefold().encode(), digest_size=4).hexdigest()


@cache
def _day(day: date) -> str:
    return day.strftime("%Y%m%d")


@lru_cache(MOST_REMEMBERED)
def answer(day: date, question: str, value: Decimal | int | str) -> str:
    """An answer with a number or a word: `a:20261130:energy:7`."""
    return _made("a", _day(day), question, str(value))


def add(day: date, question: str, item: str) -> str:
    """Choose an item of a list; pressing it twice chooses it once."""
    return _made("l+", _day(day), question, item_key(item))


def drop(day: date, question: str, item: str) -> str:
    """Take back an item of a list."""
    return _made("l-", _day(day), question, item_key(item))


def ready(day: date, question: str) -> str:
    """Done choosing."""
    return _made("lr", _day(day), question)


@lru_cache(MOST_REMEMBERED)
def move(day: date, way: str, question: str = "") -> str:
    """A way through the check-in: skip (names its question) | back | enough | go_on | snooze."""
    return _made("m", _day(day), way, question)


def ask(what: str) -> str:
    """A menu button, the same as the command: plan, diary, call, stop_sure ..."""
    return _made("q", what)


def welcome(choice: str) -> str:
    """A choice in the welcome: who | not_now | go_on | buttons | agree | ask_coach | refuse | return."""
    return _made("w", choice)


def at_time(clock: time | None) -> str:
    """A time for the check-in; None: another time, to be typed."""
    return _made("t", clock.strftime("%H%M") if clock else "other")


def on_days(weekdays: tuple[int, ...] | None, *, typing: bool = False) -> str:
    """Days for the check-in; None: my working days; `typing`: to be typed."""
    return _made("d", "typing" if typing else ("own" if weekdays is None else "".join(map(str, weekdays))))


def setting(name: str, value: str) -> str:
    """A choice from a menu."""
    return _made("s", name, value)


def pause(days: int) -> str:
    """A pause of so many days; 0 ends it."""
    return _made("p", str(days))


def plan(digest: str, *, agreed: bool) -> str:
    """Yes or no to the plan version with this digest (its first half)."""
    return _made("py" if agreed else "pn", digest[:DIGEST_CHARS])


def doable(digest: str, number: int) -> str:
    """How doable, 0-10."""
    return _made("pd", digest[:DIGEST_CHARS], str(number))


def safety(choice: str) -> str:
    """The answer to the safety text: call | misread | better."""
    return _made("x", choice)


def contacts(choice: str, item: str = "") -> str:
    """The client's own people (R22): show | add; drop names one of them."""
    return _made("ct", choice, *((item_key(item),) if item else ()))


def note(day: date, number: int, *, opened: bool) -> str:
    """Open one diary note to the coach, or close it."""
    return _made("n+" if opened else "n-", _day(day), str(number))


def leeway(choice: str) -> str:
    """About leeway (R3): show | prepare | together | no."""
    return _made("lw", choice)


def evaluation(choice: str) -> str:
    """About an evaluation (R38, R40): a choice of `EvaluationAsked`, or share."""
    return _made("ev", choice)


def prepared(number: int) -> str:
    """Skip one of the four questions of R40."""
    return _made("ep", str(number))


def sheet(choice: str, what: str = "") -> str:
    """About the evaluation sheet (R33): a choice of `SheetChosen`, its item or the first half of its fingerprint."""
    return _made("sh", choice, *((what[:DIGEST_CHARS],) if what else ()))


def disturbed(kind: str) -> str:
    """Which disturbance it is (R38)."""
    return _made("ds", kind)


EVERY = "every"


def hours(day: date, value: Decimal | str = "") -> str:
    """Hours worked on a date (R15): a number or off; without one the date is asked about."""
    return _made("h", _day(day), format(value.normalize(), "f") if isinstance(value, Decimal) else value)


def every_day() -> str:
    """Hours worked: show every date that can be chosen."""
    return _made("h", EVERY)


def hours_tasks(day: date, choice: str) -> str:
    """The tasks of a date with hours: planned | other | ready."""
    return _made("ht", _day(day), choice)


def hours_task(day: date, task: str, *, chosen: bool) -> str:
    """Choose one task of a date with hours, or take it back."""
    return _made("h+" if chosen else "h-", _day(day), item_key(task))


def end(choice: str) -> str:
    """How to go on after a plan that was kept (tone 25): weekly | monthly | done | keep | erase."""
    return _made("en", choice)


def rights(choice: str, day: date | None = None, skip: int = 0) -> str:
    """About one's rights (R34): a choice of `RightsChosen`, with its date or how many were shown."""
    return _made("rt", choice, *((_day(day),) if day else (str(skip),) if skip else ()))


def consent(choice: str, subject: str, mark: str = "") -> str:
    """About a consent (R34): show | give | withdraw, of one subject, as its text read then."""
    return _made("co", choice, subject, *((mark,) if mark else ()))


def paper(kind: str) -> str:
    """A picture or paper of the own plan: picture | pdf | calendar | why; or of the own report: referral."""
    return _made("f", kind)


def complaint(choice: str, day: date, value: str = "") -> str:
    """About a complaint in words (R18): a choice of `ComplaintVoiced`, the date it is shown on, a score or skip."""
    return _made("cv", choice, _day(day), value)


def referral(choice: str, number: int, value: str = "") -> str:
    """About a referral (R20): a choice of `ReferralChosen`, which referral, perhaps a value."""
    return _made("rf", choice, str(number), value)


def signs(choice: str, sign: str = "") -> str:
    """About the early signs (R26): a choice of `SignChosen`, perhaps of one sign."""
    return _made("sg", choice, item_key(sign) if sign else "")


def noticed(day: date, sign: str = "") -> str:
    """Which early sign was noticed in the past week; without one: none was."""
    return _made("sn", _day(day), item_key(sign) if sign else "")


def pick(what: str, client: str = "", value: str = "") -> str:
    """A button of the coach's."""
    return _made("k", what, client, value)


def pick_for(coach: str, what: str, client: str, value: str = "") -> str:
    """A deputy's button about a client of this coach."""
    return _made("kd", coach, what, client, value)


def desk(what: str) -> str:
    """A menu button of the coach's, the same as the command."""
    return _made("kq", what)
