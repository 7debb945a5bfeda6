"""The words of one language: catalogue, dates, numbers. Catalogues are read from `.po` into memory."""

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent / "locale"
SOURCE, LANGUAGES = "en", ("nl", "en")
#: Formatting of dates; ISO weeks come from `isocalendar`, since Babel's bare "nl" counts weeks otherwise.
BABEL_LOCALE = {"nl": "nl_NL", "en": "en_GB"}


class Words:
    """How one language says things. `_` and `n_` are the markers that the catalogues are extracted by."""

    def __init__(self, language: str, catalogue: NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    def _(self, text: str, /, **values: object) -> str:
        """The text in this language with its values filled in."""
        said = self._catalogue.gettext(text)
        return said.format(**values) if values else said

    def n_(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The text for this number, with `{n}` and its values filled in."""
        return self._catalogue.ngettext(one, many, number).format(n=number, **values)

    def number(self, value: Decimal | int | None) -> str:
        """A score or hours as people write them: "6,5" in Dutch, "6.5" in English, no trailing zeros."""
        if value is None:
            return "–"
        plain = format(Decimal(value).normalize(), "f")
        return plain.replace(".", ",") if self.language == "nl" else plain

    def day(self, day: date) -> str:
        """A date with its weekday: "maandag 30 november"."""
        return _date(day, "EEEE d MMMM", self.language)

    def short_day(self, day: date) -> str:
        """A date in little room: "ma 30 nov"."""
        return _date(day, "EEE d MMM", self.language).replace(".", "")

    def little_day(self, day: date) -> str:
        """A date in the least room: "30 nov"."""
        return _date(day, "d MMM", self.language).replace(".", "")

    def full_day(self, day: date) -> str:
        """A date with weekday and year: "maandag 30 november 2026"."""
        return _date(day, "EEEE d MMMM y", self.language)

    def dated(self, day: date) -> str:
        """A date with its year, for what is kept longer than a message: "30 november 2026"."""
        return _date(day, "d MMMM y", self.language)

    def weekday(self, isoweekday: int) -> str:
        """The name of an ISO weekday (1 = Monday)."""
        return _date(date(2024, 1, isoweekday), "EEEE", self.language)

    def short_weekday(self, isoweekday: int) -> str:
        """The short name of an ISO weekday: "ma", "Mon"."""
        return _date(date(2024, 1, isoweekday), "EEE", self.language).replace(".", "")

    def weekdays(self, isoweekdays: Iterable[int]) -> str:
        """Weekdays in order, joined: "maandag, dinsdag en donderdag"."""
        return self.listed([self.weekday(day) for day in sorted(isoweekdays)])

    def clock(self, at: time) -> str:
        """A wall-clock time: "16:30"."""
        return at.strftime("%H:%M")

    def listed(self, items: Iterable[str]) -> str:
        """Items joined as people say them: "a, b en c"."""
        kept = list(items)
        if len(kept) < 2:
            return "".join(kept)
        joiner = {"nl": " en ", "en": " and "}[self.language]
        return ", ".join(kept[:-1]) + joiner + kept[-1]


@cache
def _date(day: date, pattern: str, language: str) -> str:
    return format_date(day, pattern, locale=BABEL_LOCALE[language])


@cache
def words(language: str) -> Words:
    """The words of a language; an unknown one speaks Dutch."""
    known = language if language in LANGUAGES else "nl"
    return Words(known, _catalogue(known))


def _catalogue(language: str) -> NullTranslations:
    path = LOCALE / language / "LC_MESSAGES" / "trede.po"
    if not path.exists():
        return NullTranslations()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    binary = BytesIO()
    write_mo(binary, catalogue)
    binary.seek(0)
    return GNUTranslations(binary)


#: Read when this is imported, before most else is: what reading leaves free is used again (1.5 MB of an idle bot).
SPOKEN = tuple(words(language) for language in LANGUAGES)
