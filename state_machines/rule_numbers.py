"""Which numbers the complaint rule may have (R19): each within its bounds, and together a rule that can begin and end.

A professional chooses them; refused is only what can't work. The bounds of days follow from what a client's file keeps.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from state_machines.complaint_days import FIRST_KEPT, LATEST_KEPT
from state_machines.files import but
from state_machines.rule import Rule

MOST_SCORE = Decimal(10)
#: The longest window: with the week in which it may be judged late it lies within the 35 days of a file.
LONGEST_WINDOW = 28


@dataclass(frozen=True)
class Bounds:
    """From and up to, both included; `whole`: only whole numbers."""

    least: Decimal
    most: Decimal
    whole: bool = False


def _whole(least: int, most: int) -> Bounds:
    return Bounds(Decimal(least), Decimal(most), whole=True)


def _between(least: str, most: str) -> Bounds:
    return Bounds(Decimal(least), Decimal(most))


NUMBERS: Mapping[str, Bounds] = {
    "bad_from": _between("1", "10"),
    "window_days": _whole(7, LONGEST_WINDOW),
    "weekly_window_days": _whole(7, LONGEST_WINDOW),
    "needed_share": _between("0.05", "1"),
    "needed_least": _whole(1, LONGEST_WINDOW),
    "needed_most": _whole(1, LONGEST_WINDOW),
    "bad_share": _between("0.05", "1"),
    "clear_share": _between("0.01", "1"),
    "mean_of": _whole(2, LATEST_KEPT),
    "beginning_days": _whole(1, FIRST_KEPT),
    "beginning_later": _whole(1, FIRST_KEPT),
    "beginning_least": _between("0", "10"),
    "change_points": _between("0.5", "10"),
    "change_percent": _between("0", "500"),
    "change_days": _whole(1, LONGEST_WINDOW),
    "in_a_row": _whole(2, LONGEST_WINDOW),
    "rest_days": _whole(0, 182),
}

#: What the numbers must be to each other: the number that is refused, what it is held against, and when it is right.
TOGETHER: tuple[tuple[str, str, Callable[[Rule], bool]], ...] = (
    ("weekly_window_days", "window_days", lambda rule: rule.weekly_window_days >= rule.window_days),
    ("needed_most", "needed_least", lambda rule: rule.needed_most >= rule.needed_least),
    ("needed_least", "window_days", lambda rule: rule.needed_least <= rule.window_days),
    ("needed_least", "weekly_window_days", lambda rule: rule.needed_least <= rule.weekly_window_days // 7),
    ("clear_share", "bad_share", lambda rule: rule.clear_share < rule.bad_share),
    ("beginning_later", "beginning_days", lambda rule: rule.beginning_later >= rule.beginning_days),
    ("change_points", "beginning_least", lambda rule: rule.beginning_least + rule.change_points <= MOST_SCORE),
    ("change_days", "window_days", lambda rule: rule.change_days <= rule.window_days),
    ("in_a_row", "window_days", lambda rule: rule.in_a_row <= rule.window_days),
)


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """A number that can't be: its name, why (unknown | number | whole | bounds | together), and against what."""

    name: str
    why: str
    against: str = ""


def numbers_of(rule: Rule) -> dict[str, str]:
    """Every number of a rule by its name, as plain text."""
    return {name: str(getattr(rule, name)) for name in NUMBERS}


def changed(rule: Rule, given: Mapping[str, str]) -> Rule | tuple[Refusal, ...]:
    """The rule with these numbers in place of its own; or everything that is wrong with them."""
    read = {name: _read(name, text) for name, text in given.items()}
    wrong = tuple(each for each in read.values() if isinstance(each, Refusal))
    if wrong:
        return wrong
    made = but(rule, **read)
    return tuple(_clashes(made)) or made


def _read(name: str, text: str) -> Decimal | int | Refusal:
    bounds = NUMBERS.get(name)
    if bounds is None:
        return Refusal(name=name, why="unknown")
    try:
        number = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return Refusal(name=name, why="number")
    if not number.is_finite():
        return Refusal(name=name, why="number")
    if bounds.whole and number != number.to_integral_value():
        return Refusal(name=name, why="whole")
    if not bounds.least <= number <= bounds.most:
        return Refusal(name=name, why="bounds")
    return int(number) if bounds.whole else number


def _clashes(rule: Rule) -> Iterator[Refusal]:
    for name, against, is_right in TOGETHER:
        if not is_right(rule):
            yield Refusal(name=name, why="together", against=against)
