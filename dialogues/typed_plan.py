"""Understands what a coach types about a plan: its steps, dates, whole weeks, a date with a time; nl and en alike.

What is promised: nothing raises, and nothing is guessed. What can be read in two ways is None and is asked again. A
button stands for a word that can be typed as well, so both go the same way.
"""

import re
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Final

from dialogues import typed, typed_dates
from dialogues.safety import folded
from state_machines.plan_terms import Period

MOST_PERIODS: Final = 60
MOST_DATES: Final = 24
LONGEST_NAME: Final = 60
MOST_NAME_WORDS: Final = 6
_SPACE: Final = re.compile(r"\s+")
_BLANK: Final = re.compile(r"[^\S\n]+")
_NONE: Final = frozenset({"geen", "none", "no", "nee", "niet", "niets", "0", "nul", "zero", "nothing"})

#: The words that mean the same, by what they mean, in each step that knows some.
CHOICES: Final[Mapping[str, Mapping[str, frozenset[str]]]] = {
    "template": {
        "weekly": frozenset({"weekly", "per week", "wekelijks", "elke week", "every week", "week"}),
        "daily": frozenset({"daily", "per dag", "per day", "dagelijks", "elke dag", "every day", "dag", "day"}),
        "nine-weeks": frozenset({"nine-weeks", "nine weeks", "negen weken", "9 weken", "9 weeks"}),
        "full-hours": frozenset({"full-hours", "full hours", "alle uren", "volle uren", "all hours"}),
        "custom": frozenset({"custom", "own steps", "own", "eigen stappen", "zelf", "eigen"}),
    },
    "evaluations": {"none": _NONE, "template": frozenset({"template", "zoals in het schema", "schema"})},
    "physician": {"not_yet": frozenset({"not yet", "not_yet", "nog niet", "nee", "no", "niet", "geen"})},
    "agreed": {
        "other": frozenset({"other", "andere datum", "een andere datum", "another date", "other date"}),
        "paper": frozenset({"paper", "papier", "signed paper", "getekend", "getekend papier", "signed", "op papier"}),
    },
    "leeway_step": {
        "now": frozenset({"now", "deze", "deze stap", "this", "this step", "nu"}),
        "next": frozenset({"next", "volgende", "de volgende", "volgende stap", "de volgende stap", "next step"}),
    },
    "leeway_check": {"yes": frozenset({"yes", "ja"})},
    "stop_check": {"yes": frozenset({"yes", "ja"})},
    "evaluation_day": {
        "extra": frozenset({"extra", "een extra", "een extra evaluatie", "extra evaluatie", "an extra one"})
    },
    "evaluation_outcome": {
        "stands": frozenset({"stands", "plan blijft", "het plan blijft staan", "the plan stands"}),
        "anew": frozenset({"anew", "nieuw plan", "new plan", "een nieuw plan", "a new plan"}),
        "leeway": frozenset({"leeway", "regelruimte"}),
        "other": frozenset({"other", "anders", "iets anders", "something else"}),
    },
}

#: A comma parts two steps, unless it stands between digits and what follows may be a part of an hour.
_BETWEEN_STEPS: Final = re.compile(r"\s*(?:[;\n]|,(?!(?:0|00|5|25|50|75)(?![\d ]*(?:x|×|\*|[\d]))))\s*")
_PERIOD: Final = re.compile(
    r"(?:(?P<weeks>\d{1,2}|[a-z]+) ?(?:x|×|\*|keer|maal|times|weken|weeks|week|wkn|wk) ?"
    r"(?:lang |van |of |at |a |à |met |with |: ?|= ?)?)?"
    r"(?P<hours>\d{1,3}(?:,5|\.\d{1,2})?) ?(?:uur|uren|u|hours?|hrs?|h)?(?: per week|/week| a week|/w)?"
)
_BETWEEN_DATES: Final = re.compile(r"\s*[,;\n]\s*|\s+(?:en|and|&)\s+")
_NO_NAME: Final = re.compile(r"[0-9;:?!()\n]|, ")
_IN_ALL: Final = re.compile(r"(?: in totaal| in all| in total| samen| altogether)$")


def is_name(text: str) -> bool:
    """Whether a text can be somebody's name: a few words of letters, without the signs of a sentence."""
    words = text.split()
    return 1 <= len(words) <= MOST_NAME_WORDS and len(text) <= LONGEST_NAME and not _NO_NAME.search(text)


def choice(step: str, text: str) -> str:
    """Which of the choices of a step a word means; empty when none, or when the step has no choices."""
    said = plain(text)
    return next((name for name, words in CHOICES.get(step, {}).items() if said in words), "")


def numbered(text: str) -> tuple[str, int] | None:
    """A word of a list's own buttons, with the number that it is about: "move 2"."""
    found = re.fullmatch(r"(move|drop) (\d{1,6})", plain(text), re.ASCII)
    return (found[1], int(found[2])) if found else None


def periods(text: str) -> tuple[Period, ...]:
    """Own steps, as weeks and hours a week: "2x10, 2x15, 20" or "2 weken 10 uur; 1 week 12,5"; empty if any is unclear.

    Without weeks a step takes one. "10,5" is ten and a half; "20,25" may be one step or two, and is unclear.
    """
    parts = [part for part in _BETWEEN_STEPS.split(_one_space(text)) if part]
    found = [_period(part) for part in parts[: MOST_PERIODS + 1]]
    return tuple(each for each in found if each) if found and all(found) else ()


def _period(text: str) -> Period | None:
    said = _PERIOD.fullmatch(plain(text))
    if said is None:
        return None
    weeks = typed.day_count(f"{said['weeks']} weken") if said["weeks"] else 7
    return None if weeks is None else Period(weeks=weeks // 7, hours=Decimal(said["hours"].replace(",", ".")))


def dates(text: str, today: date) -> tuple[date, ...]:
    """Dates with commas, semicolons or "en" between them, in order, each once; empty if any is unclear."""
    parts = _BETWEEN_DATES.split(_one_space(text))
    found = [typed_dates.local_date(part, today) for part in parts] if len(parts) <= MOST_DATES else [None]
    return tuple(sorted({day for day in found if day})) if all(found) else ()


def weeks(text: str) -> Decimal | None:
    """Whole weeks: "geen", "1 week", "twee weken in totaal", "2"; None for anything else."""
    said = _IN_ALL.sub("", plain(text))
    if said in _NONE:
        return Decimal(0)
    number = typed.scale(said)
    if isinstance(number, Decimal):
        return number if number == int(number) else None
    days = typed.day_count(said) if not said.isdecimal() else None
    return None if days is None or days % 7 else Decimal(days // 7)


def date_and_time(text: str, today: date) -> tuple[date, time] | None:
    """A date and a time of the day, in either order: "7-12 14:00", "morgen half vier", "14 uur op 7 december".

    None when one of the two is missing, or when the words can be parted in two ways.
    """
    words = _SPACE.sub(" ", text.strip()).replace(",", " ").split()
    whole = " ".join(words)
    if not 2 <= len(words) <= 12 or typed_dates.local_date(whole, today) is not None:
        return None
    found = set()
    for n in range(1, len(words)):
        one, other = " ".join(words[:n]), " ".join(words[n:])
        for day_said, clock_said in ((one, other), (other, one)):
            day, clock = typed_dates.local_date(day_said, today), typed.clock_time(clock_said)
            if day is not None and clock is not None:
                found.add((day, clock))
    return found.pop() if len(found) == 1 else None


def _one_space(text: str) -> str:
    """A list without double spaces, and without a sign at its end; its lines stay apart."""
    return _BLANK.sub(" ", text.strip()).rstrip(".,; ")


def plain(text: str) -> str:
    """Words without capitals, accents, double spaces, and signs at the end."""
    return _SPACE.sub(" ", folded(text.strip())).rstrip(" .!?")
