"""The buttons of the check-in: an answer is one tap, a chosen one is marked, every question can be skipped (R11)."""

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from dialogues import phrases, signs_noticed, suggestions, taps
from dialogues.prompt import Button, Page, Rows, rows_of
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines import questions
from state_machines.files import COMPLAINT, Client, Day
from state_machines.plan import QUARTER

SCALE = range(11)
LOW_HALF = 6
#: Scales and ways through are the same for everybody on the same day.
MOST_ROWS = 128
#: The last button of a list while nothing is chosen; the usual one is "nothing today".
NOTHING = {
    "giver": N_("Nothing today"),
    "drainer": N_("Nothing today"),
    "tasks": N_("None of these"),
    "list_givers": N_("I don't know yet"),
    "list_drainers": N_("I don't know yet"),
    "list_signs": N_("I don't know yet"),
    "contacts": N_("Not now"),
}
STEP = (("full", N_("Fully done")), ("partly", N_("Partly done")), ("not", N_("Not done")))


def answers(page: Page[Client], day: Day) -> Rows:
    """The buttons that answer the open question."""
    at = day.at or questions.FIRST
    return KINDS[questions.BY_NAME[at].kind](page, day, at)


def ways(page: Page[Client], day: Day, *, later: bool) -> Rows:
    """The ways through: back, skip, later today; after the first answer always "that's all for today".

    At the complaints also the way to say something about them.
    """
    at = day.at or questions.FIRST
    bothers = (voice(page),) if at == COMPLAINT else ()
    return (*bothers, _ways(page.words, day.date, at, later), *((enough(page, day),) if day.answered else ()))


@lru_cache(MOST_ROWS)
def _ways(said: Words, day: date, at: str, later: bool) -> tuple[Button, ...]:
    _ = said._
    way = [] if at == questions.FIRST else [Button(_("Back"), taps.move(day, "back"))]
    way.append(Button(_("Skip"), taps.move(day, "skip", at)))
    if later:
        way.append(Button(_("Later today"), taps.move(day, "snooze")))
    return tuple(way)


def voice(page: Page[Client]) -> tuple[Button, ...]:
    """ "Something bothers me", as a row: a complaint in words (R18)."""
    return (Button(page.words._("Something bothers me"), taps.ask("complaint")),)


def enough(page: Page[Client], day: Day) -> tuple[Button, ...]:
    """ "That's all for today", as a row."""
    return (Button(page.words._("That's all for today"), taps.move(day.date, "enough")),)


def _scale(_page: Page[Client], day: Day, at: str) -> Rows:
    return _scores(day.date, at, day.number(at))


@lru_cache(MOST_ROWS)
def _scores(day: date, question: str, now: Decimal | None) -> Rows:
    buttons = [Button(_marked(str(n), chosen=now == n), taps.answer(day, question, n)) for n in SCALE]
    return (tuple(buttons[:LOW_HALF]), tuple(buttons[LOW_HALF:]))


def _list(page: Page[Client], day: Day, at: str) -> Rows:
    said, chosen = page.words, {item.casefold() for item in day.words(at)}
    items = []
    for item in suggestions.options(page.file, at, said):
        taken = item.casefold() in chosen
        tap = taps.drop(day.date, at, item) if taken else taps.add(day.date, at, item)
        items.append(phrases.button(f"✓ {item}" if taken else item, tap))
    done = said._("Done") if chosen else _nothing(said, at)
    return (*rows_of(items, 2), (Button(done, taps.ready(day.date, at)),))


def _nothing(said: Words, at: str) -> str:
    return said._(NOTHING[at]) if at in NOTHING else said._("Nothing special")


def _hours(page: Page[Client], day: Day, at: str) -> Rows:
    """As agreed first, then less; more can be typed, and nothing here invites to it (R16)."""
    _, said, now, planned = page.words._, page.words, day.number(at), day.planned
    as_agreed = _("{hours}, as agreed", hours=phrases.hours(said, planned))
    first = Button(_marked(as_agreed, chosen=now == planned), _tap_hours(day, planned))
    others = {Decimal(0), *(_quarters(planned * part) for part in (Decimal("0.5"), Decimal("0.75")))} - {planned}
    if now is not None and now != planned:
        others.add(now)
    less = [
        Button(_marked(phrases.hours(said, number), chosen=now == number), _tap_hours(day, number))
        for number in sorted(others)
    ]
    away = Button(
        _marked(_("Ill, on leave or no work today"), chosen=day.words(at) == ("off",)),
        taps.answer(day.date, at, "off"),
    )
    return ((first,), *rows_of(less, 4), (away,))


def _quarters(number: Decimal) -> Decimal:
    return (number / QUARTER).quantize(Decimal(1), ROUND_HALF_UP) * QUARTER


def _tap_hours(day: Day, number: Decimal) -> str:
    return taps.answer(day.date, "hours", format(number.normalize(), "f"))


def _choice(page: Page[Client], day: Day, at: str) -> Rows:
    now = day.words(at)
    return tuple(
        (Button(_marked(page.words._(label), chosen=now == (value,)), taps.answer(day.date, at, value)),)
        for value, label in STEP
    )


def _text(page: Page[Client], _day: Day, at: str) -> Rows:
    """Own words are typed; the diary is a button beside it, never a question (R11)."""
    if at != "pleasant" or page.file.buttons_only:
        return ()
    return ((Button(page.words._("Write in my diary"), taps.ask("write")),),)


def _marked(label: str, *, chosen: bool) -> str:
    return f"• {label}" if chosen else label


KINDS: dict[str, Callable[[Page[Client], Day, str], Rows]] = {
    "scale": _scale,
    "list": _list,
    "hours": _hours,
    "choice": _choice,
    "text": _text,
    "sign": lambda page, day, _at: signs_noticed.buttons(page, day),
}
