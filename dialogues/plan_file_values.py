"""The values of a plan file, one kind after the other: each is understood, or named as a fault with its key and line.

A value that is absent is no fault here: it is None, or empty.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from difflib import get_close_matches

from dialogues import typed
from dialogues.plan_file_text import Written
from dialogues.typed_words import DAY_NUMBERS

LONGEST_TEXT = 120
LONGEST_WORDS = 300

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?")
_DUTCH = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
_NUMBER = re.compile(r"-?\d{1,6}(?:[.,]\d{1,4})?")


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Something that can't be used: where (a key, and its line when there is one), and a code with its values."""

    key: str
    line: int | None = None
    code: str
    values: Mapping[str, str] = field(default_factory=dict)


class Faults:
    """What was found wrong so far, each key once; knows the lines."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self.found: list[Fault] = []

    def add(self, key: str, code: str, **values: object) -> None:
        """Something is wrong with the value of a key."""
        if not self.about(key):
            said = {name: str(value) for name, value in values.items()}
            self.found.append(Fault(key=key, line=self._written.line(key), code=code, values=said))

    def about(self, key: str) -> bool:
        """Whether something is wrong with a key itself, or with what is in it."""
        return any(fault.key == key or fault.key.startswith((f"{key}.", f"{key}[")) for fault in self.found)


class Section:
    """A section of the file: its keys are asked one by one; `end` names those that nobody asked for."""

    def __init__(self, values: Mapping[str, object], path: str, faults: Faults) -> None:
        self._values, self.place, self.faults = values, path, faults
        self._asked: set[str] = set()

    def path(self, key: str) -> str:
        """The full path of a key."""
        return f"{self.place}.{key}" if self.place else key

    def has(self, key: str) -> bool:
        """Whether a key is there, with a value."""
        return self._values.get(key) is not None

    def is_section(self, key: str) -> bool:
        """Whether the value of a key is a section."""
        return isinstance(self._values.get(key), Mapping)

    def asked(self, key: str) -> None:
        """A key that is known here, whatever its value."""
        self._asked.add(key)

    def wrong(self, key: str, code: str, **values: object) -> None:
        """Something is wrong with the value of a key."""
        self.faults.add(self.path(key), code, **values)

    def end(self) -> None:
        """Name the keys that have no meaning here, with the key that was probably meant."""
        for key in sorted(self._values.keys() - self._asked):
            near = get_close_matches(key, self._asked, n=1)
            self.wrong(key, "unknown_near" if near else "unknown", near=near[0] if near else "")

    def _get(self, key: str) -> object:
        self._asked.add(key)
        return self._values.get(key)

    # --- single values ----------------------------------------------------------------------------------------------

    def text(self, key: str, most: int = LONGEST_TEXT) -> str:
        """Words on one line, at most so many signs."""
        value = self._get(key)
        if value is not None and not (isinstance(value, str) and value.strip()):
            self.wrong(key, "text")
        elif isinstance(value, str) and len(value) > most:
            self.wrong(key, "too_long", most=most)
        return " ".join(value.split()) if isinstance(value, str) else ""

    def choice(self, key: str, allowed: Iterable[str]) -> str:
        """One of these words."""
        value, words = self._get(key), tuple(allowed)
        if value is None or value in words:
            return str(value or "")
        self.wrong(key, "choice", choices=", ".join(words))
        return ""

    def day(self, key: str) -> date | None:
        """A date."""
        value = self._get(key)
        found = as_date(value)
        if value is not None and found is None:
            self.wrong(key, "date")
        return found

    def clock(self, key: str) -> time | None:
        """A time of the day."""
        value = self._get(key)
        if isinstance(value, time):
            return value.replace(second=0, microsecond=0, tzinfo=None)
        said = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
        if value is not None and said is None:
            self.wrong(key, "time")
        return time(int(said[1]), int(said[2])) if said else None

    def number(self, key: str) -> Decimal | None:
        """A number: hours, a percentage."""
        value = self._get(key)
        found = as_number(value)
        if value is not None and found is None:
            self.wrong(key, "number")
        return found

    def count(self, key: str) -> int | None:
        """A whole number, 0 or more."""
        value = self._get(key)
        found = as_number(value)
        if value is not None and (found is None or found != int(found) or found < 0):
            self.wrong(key, "count")
            return None
        return None if found is None else int(found)

    def flag(self, key: str) -> bool | None:
        """True or false."""
        value = self._get(key)
        if value is not None and not isinstance(value, bool):
            self.wrong(key, "flag")
        return value if isinstance(value, bool) else None

    # --- several values ---------------------------------------------------------------------------------------------

    def weekdays(self, key: str) -> tuple[int, ...]:
        """Days of the week as ISO numbers, from one text or a list of them, Dutch or English."""
        value = self._get(key)
        said = ", ".join(value) if isinstance(value, list) and all(isinstance(day, str) for day in value) else value
        found = typed.weekdays(said) if isinstance(said, str) else None
        if value is not None and not found:
            self.wrong(key, "days")
        return tuple(sorted(found or ()))

    def per_day(self, key: str) -> tuple[tuple[int, Decimal], ...]:
        """Hours by day of the week."""
        section, found = self.section(key), dict[int, Decimal]()
        if section is None:
            return ()
        for name in section._values:
            day, hours = DAY_NUMBERS.get(name.strip().casefold()), section.number(name)
            if day is None:
                section.wrong(name, "day")
            elif day in found:
                section.wrong(name, "twice")
            elif hours is not None:
                found[day] = hours
        return tuple(sorted(found.items()))

    def items(self, key: str) -> Iterator[tuple[str, object]]:
        """The items of a list, each with its path."""
        value = self._get(key)
        if value is not None and not isinstance(value, list):
            self.wrong(key, "list")
        elif isinstance(value, list):
            yield from ((f"{self.path(key)}[{place}]", item) for place, item in enumerate(value, start=1))

    def sections(self, key: str) -> "Iterator[Section]":
        """The items of a list of sections."""
        for path, item in self.items(key):
            if isinstance(item, Mapping):
                yield Section(item, path, self.faults)
            else:
                self.faults.add(path, "section")

    def names(self, key: str) -> tuple[str, ...]:
        """The items of a list of names."""
        found = [(path, _name(item)) for path, item in self.items(key)]
        for path, name in found:
            if not name:
                self.faults.add(path, "text")
        return tuple(name for _, name in found if name)

    def section(self, key: str) -> "Section | None":
        """A section within this one."""
        value = self._get(key)
        if value is None or isinstance(value, Mapping):
            return None if value is None else Section(value, self.path(key), self.faults)
        self.wrong(key, "section")
        return None


def _name(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) and len(value) <= LONGEST_TEXT else ""


def as_date(value: object) -> date | None:
    """A date as TOML or JSON gives it; in words the ISO way (a time of midnight aside), or day-month-year."""
    if isinstance(value, datetime):
        return value.date() if value.time() == time(0) else None
    if isinstance(value, date):
        return value
    text = value.strip() if isinstance(value, str) else ""
    iso, dutch = _ISO.fullmatch(text), _DUTCH.fullmatch(text)
    parts = iso.groups() if iso else dutch.groups()[::-1] if dutch else None
    try:
        return date(*map(int, parts)) if parts else None
    except ValueError:
        return None


def as_number(value: object) -> Decimal | None:
    """A number as TOML or JSON gives it, or in digits; None for what isn't one, or is far out of any use."""
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return Decimal(value.strip().replace(",", "."))
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    number = Decimal(value)
    return number if number.is_finite() and abs(number) < 1_000_000 else None
