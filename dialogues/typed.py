"""Understands what a person types where a value is asked: numbers, hours, times, days; Dutch and English alike.

What is promised: nothing raises, and nothing is guessed. What can be read in two ways, or is a sentence with a number
somewhere in it, is None: the question is then asked again, or the words are kept as a note. Where a number is plainly
given but cannot be (11 on a scale to 10), the answer is `OUT_OF_RANGE`, so that the client hears which numbers can.

No locale library reads numbers here: "6,5" and "6.5" are the same to whoever types them, in any language (R11, R12).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from dialogues import typed_words as known
from dialogues.safety import folded

_LONGEST: Final = 100  # characters: a value with some words around it; a longer text is a note
_MOST_ITEMS: Final = 6
_SCORE: Final = re.compile(r"[0-9]|[1-9][0-9]")
_LONGEST_ITEM: Final = 60  # characters


class OutOfRange(Enum):
    """A number that is plainly given, and is too small or too large for what was asked."""

    OUT_OF_RANGE = "out of range"


OUT_OF_RANGE: Final = OutOfRange.OUT_OF_RANGE

Typed: TypeAlias = Decimal | Literal[OutOfRange.OUT_OF_RANGE] | None


def scale(text: str) -> Typed:
    """A score from 0 to 10, in tenths at most (R12): "7", "6,5", "zeven", "six and a half", "7/10", "7 denk ik"."""
    if _SCORE.fullmatch(text):  # as nearly always
        return Decimal(text) if int(text) <= 10 else OUT_OF_RANGE
    value = _number(known.OUT_OF_TEN.sub("", bare(text)))
    return None if value is None or value * 10 % 1 else _within(value, 0, 10)


def hours(text: str) -> Typed:
    """Hours of one day, 0 to 24, to the hundredth: "2", "2,5", "2u30", "2:30", "anderhalf uur", "30 min".

    "2.30" may be a clock's or a decimal: None.
    """
    value = _duration(bare(text))
    return None if value is None else _within(value, 0, 24)


def contract_hours(text: str) -> Typed:
    """Hours of one week, 1 to 60: what `hours` reads, with or without "per week"."""
    value = _duration(known.PER_WEEK.sub("", bare(text)))
    return None if value is None else _within(value, 1, 60)


def day_count(text: str) -> int | None:
    """A number of days, 0 to 9999: "3", "drie dagen", "een week", "two weeks"."""
    words = known.ONE.sub("1 ", bare(text))
    weeks = known.WEEKS.fullmatch(words)
    value = _number(weeks["number"] or "1") if weeks else _number(known.DAY_UNIT.sub("", words))
    if value is None or value.denominator != 1 or not 0 <= value <= 9999:
        return None
    return int(value) * (known.WEEK[weeks["unit"]] if weeks else 1)


def clock_time(text: str) -> time | None:
    """A time of the day: "16:30", "1630", "16u30", "half vijf", "kwart over 4", "4:30 pm", "noon".

    Who says 1 to 6 without a part of the day means the afternoon: "half vijf" and "4:30" are 16:30, "7 uur" is 07:00.
    A nought in front ("04:30") or a part of the day ("4:30 am") says otherwise.
    """
    words = known.BEFORE_TIME.sub("", known.AM_PM.sub(r" \1m", bare(text)))
    if words in known.NAMED_TIMES:
        return known.NAMED_TIMES[words]
    part = next((part for part, pattern in known.PARTS_OF_DAY.items() if pattern.search(words)), "")
    rest = known.PARTS_OF_DAY[part].sub("", words).strip() if part else words
    minutes = _minutes(rest)
    if minutes is None:
        return None
    placed = _placed(minutes, part, exact=rest.startswith("0"))
    return None if placed is None else time(placed // 60, placed % 60)


def weekdays(text: str) -> frozenset[int] | None:
    """Days of the week as ISO numbers, Monday 1: "ma di do vr", "ma-vr", "mon, tue", "werkdagen", "every day"."""
    words = known.ALL_DAYS.sub("daily", known.WORKING_DAYS.sub("weekdays", bare(text)))
    listed, *left_out = known.EXCEPT.split(known.RANGE.sub("-", words), maxsplit=1)
    days = _days(listed)
    without = _days(left_out[0]) if left_out else frozenset[int]()
    return None if days is None or without is None else (days - without) or None


def items(text: str) -> tuple[str, ...]:
    """What is listed with commas, semicolons or lines between: 6 items of 60 characters at most; else nothing."""
    found = tuple(part.strip() for part in re.split(r"[,;\n]", text) if part.strip())
    return found if len(found) <= _MOST_ITEMS and all(len(item) <= _LONGEST_ITEM for item in found) else ()


# --- plain words ---


def bare(text: str) -> str:
    """The words of a short answer in plain digits and letters, without what people put around a value; "" if long."""
    stripped = text.strip()
    if len(stripped) > _LONGEST:
        return ""
    plain = folded(stripped.translate(known.AS_TYPED))
    words = known.SPACE.sub(" ", "".join(map(_plain_sign, plain))).strip(' ()"')
    words = known.ASCII_HALF.sub(" een half", words.rstrip(" .,!?;:"))
    return known.AFTER.sub("", known.BEFORE.sub("", words)).rstrip(" .,!?;:")


def _plain_sign(sign: str) -> str:
    """A digit of any script as 0-9; a symbol or emoji as a space; any other sign as it is."""
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    return " " if unicodedata.category(sign) in {"So", "Sk", "Cc"} else sign


# --- numbers and durations ---


def _number(words: str) -> Fraction | None:
    """A number in digits or words, with or without an article: "6,5", "zes en een half", "een 7"; else None."""
    value = _exact_number(words)
    return _exact_number(known.ARTICLE.sub("", words)) if value is None else value


def _exact_number(words: str) -> Fraction | None:
    """A number in digits or words, and nothing besides."""
    if known.DECIMAL.fullmatch(words):
        return Fraction(words.replace(",", "."))
    if words in known.NUMBERS:
        return known.NUMBERS[words]
    if half := known.AND_A_PART.fullmatch(words):
        whole = whole_number(half["whole"])
        return None if whole is None else whole + known.PARTS[half["part"]]
    if tenths := known.SPOKEN_TENTHS.fullmatch(words):
        whole, tenth = whole_number(tenths["whole"]), whole_number(tenths["tenth"])
        return None if whole is None or tenth is None or tenth > 9 else whole + Fraction(tenth, 10)
    return None


def whole_number(words: str) -> int | None:
    """A whole number in digits or words."""
    if words.isdecimal():
        return int(words)
    value = known.NUMBERS.get(words)
    return int(value) if value is not None and value.denominator == 1 else None


def _within(value: Fraction, low: int, high: int) -> Decimal | Literal[OutOfRange.OUT_OF_RANGE]:
    """`value` to the hundredth in its shortest form, if it lies between `low` and `high`."""
    if not low <= value <= high:
        return OUT_OF_RANGE
    rounded = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.01"))
    return Decimal(int(rounded)) if rounded == int(rounded) else rounded.normalize()


def _duration(words: str) -> Fraction | None:
    """Hours, whether said in hours, in minutes or in both."""
    plain = known.HALF_HOUR.sub("half uur", known.ONE.sub("1 ", words))
    if plain in known.SPOKEN_DURATIONS:
        return known.SPOKEN_DURATIONS[plain]
    if known.CLOCK_OR_DECIMAL.search(plain):
        return None
    if said := known.COLON.fullmatch(plain) or known.HOURS.fullmatch(plain):
        return _hours_and_rest(said["hours"], said["rest"] or "")
    if minutes := known.MINUTES.fullmatch(plain):
        value = _number(minutes["number"])
        return None if value is None else value / 60
    return _number(plain)


def _hours_and_rest(said: str, rest: str) -> Fraction | None:
    """Hours and the part of an hour after them: "2" and "30", "anderhalf" and "", "2" and "een kwartier"."""
    value = _number(said)
    if value is None or not rest:
        return value
    if rest in known.PARTS_OF_HOUR:
        return value + known.PARTS_OF_HOUR[rest]
    minutes = whole_number(known.MINUTE_UNIT.sub("", rest))
    return None if minutes is None or minutes > 59 else value + Fraction(minutes, 60)


# --- time of the day ---


def _minutes(words: str) -> int | None:
    """Minutes since midnight on the face that was said: 12 hours for "half vijf", 24 for "16:30"."""
    if digital := known.DIGITAL.fullmatch(words):
        return _on_the_clock(int(digital["hour"]), int(digital["minute"] or 0))
    if compact := known.COMPACT.fullmatch(words):
        return _on_the_clock(int(compact["hour"]), int(compact["minute"]))
    spoken = known.SPOKEN_TIME.fullmatch(words)
    return _on_the_face(spoken) if spoken else None


def _on_the_face(spoken: re.Match[str]) -> int | None:
    """Minutes since midnight of "kwart over vijf"; an hour of 1 to 12 stays on the 12-hour face, with noon for 12."""
    hour, offset = whole_number(spoken["hour"]), _offset(spoken["amount"], spoken["way"])
    if hour is None or offset is None or not 0 <= hour <= 23:
        return None
    if spoken["half"] and spoken["hour"] in known.ENGLISH_HOURS:
        return None  # "half four" is 3:30 to one reader and 4:30 to another
    minutes = hour * 60 + offset - (30 if spoken["half"] else 0)
    if not 1 <= hour <= 12:
        return minutes % (24 * 60)
    return (minutes - 60) % (12 * 60) + 60  # from 1:00 up to 12:59


def _on_the_clock(hour: int, minute: int) -> int | None:
    """Minutes since midnight, if there is such a time."""
    return hour * 60 + minute if hour <= 23 and minute <= 59 else None


def _offset(amount: str | None, way: str | None) -> int | None:
    """Minutes after the hour: "kwart" "over" is 15, "tien" "voor" is -10, nothing said is 0."""
    if amount is None or way is None:
        return 0
    minutes = known.SPOKEN_MINUTES.get(amount) or whole_number(amount)
    if minutes is None or not 1 <= minutes <= 59 or (amount == "half" and way != "past"):
        return None
    return -minutes if way in {"voor", "to", "before"} else minutes


def _placed(minutes: int, part: str, *, exact: bool) -> int | None:
    """Minutes since midnight of the time that is meant; None if the part of the day contradicts it."""
    if not part:
        return minutes + 12 * 60 if 60 <= minutes < 7 * 60 and not exact else minutes
    shifts = (0, 12 * 60) if 60 <= minutes < 13 * 60 else (0,)
    possible = ((minutes + shift) % (24 * 60) for shift in shifts)
    return next((minute for minute in possible if _in_spans(minute, known.SPANS[part])), None)


def _in_spans(minutes: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether a minute of the day lies in one of these spans of hours."""
    return any(first * 60 <= minutes < end * 60 for first, end in spans)


# --- days of the week ---


def _days(words: str) -> frozenset[int] | None:
    """The days in a list such as "ma di, do-vr"; None if anything in it is no day, or a range has no two plain ends."""
    days: set[int] = set()
    for item in known.ITEM.findall(words):
        if item in known.AROUND_DAYS.split():
            continue
        first, *last = item.split("-")
        if len(last) > 1 or first not in known.DAY_SETS:
            return None
        if not last:
            days |= known.DAY_SETS[first]
        elif first in known.DAY_NUMBERS and last[0] in known.DAY_NUMBERS:
            days |= _from_to(known.DAY_NUMBERS[first], known.DAY_NUMBERS[last[0]])
        else:
            return None
    return frozenset(days) or None


def _from_to(first: int, last: int) -> set[int]:
    """The days from one weekday up to and with another, over the weekend if need be."""
    return {(first - 1 + step) % 7 + 1 for step in range((last - first) % 7 + 1)}
