"""Understands what a person types where a value is asked: numbers, hours, times, dates, days; Dutch and English alike.

What is promised: nothing raises, and nothing is guessed. What can be read in two ways, or is a sentence with a number
somewhere in it, is None: the question is then asked again, or the words are kept as a note. Where a number is plainly
given but cannot be (11 on a scale to 10), the answer is `OUT_OF_RANGE`, so that the client hears which numbers can.

No locale library reads numbers here: "6,5" and "6.5" are the same to whoever types them, in any language (R11, R12).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from dialogues.safety import folded


class OutOfRange(Enum):
    """A number that is plainly given, and is too small or too large for what was asked."""

    OUT_OF_RANGE = "out of range"


OUT_OF_RANGE: Final = OutOfRange.OUT_OF_RANGE

Typed: TypeAlias = Decimal | Literal[OutOfRange.OUT_OF_RANGE] | None


def scale(text: str) -> Typed:
    """A score from 0 to 10, in tenths at most (R12): "7", "6,5", "zeven", "six and a half", "7/10", "7 denk ik"."""
    value = _number(_OUT_OF_TEN.sub("", _bare(text)))
    return None if value is None or value * 10 % 1 else _within(value, 0, 10)


def hours(text: str) -> Typed:
    """Hours of one day, 0 to 24, to the hundredth: "2", "2,5", "2u30", "2:30", "anderhalf uur", "30 min".

    "2.30" may be a clock's or a decimal: None.
    """
    value = _duration(_bare(text))
    return None if value is None else _within(value, 0, 24)


def contract_hours(text: str) -> Typed:
    """Hours of one week, 1 to 60: what `hours` reads, with or without "per week"."""
    value = _duration(_PER_WEEK.sub("", _bare(text)))
    return None if value is None else _within(value, 1, 60)


def day_count(text: str) -> int | None:
    """A number of days, 0 to 9999: "3", "drie dagen", "een week", "two weeks"."""
    words = _ONE.sub("1 ", _bare(text))
    weeks = _WEEKS.fullmatch(words)
    value = _number(weeks["number"] or "1") if weeks else _number(_DAY_UNIT.sub("", words))
    if value is None or value.denominator != 1 or not 0 <= value <= 9999:
        return None
    return int(value) * (_WEEK[weeks["unit"]] if weeks else 1)


def clock_time(text: str) -> time | None:
    """A time of the day: "16:30", "1630", "16u30", "half vijf", "kwart over 4", "4:30 pm", "noon".

    Who says 1 to 6 without a part of the day means the afternoon: "half vijf" and "4:30" are 16:30, "7 uur" is 07:00.
    A nought in front ("04:30") or a part of the day ("4:30 am") says otherwise.
    """
    words = _BEFORE_TIME.sub("", _AM_PM.sub(r" \1m", _bare(text)))
    if words in _NAMED_TIMES:
        return _NAMED_TIMES[words]
    part = next((part for part, pattern in _PARTS_OF_DAY.items() if pattern.search(words)), "")
    rest = _PARTS_OF_DAY[part].sub("", words).strip() if part else words
    minutes = _minutes(rest)
    if minutes is None:
        return None
    placed = _placed(minutes, part, exact=rest.startswith("0"))
    return None if placed is None else time(placed // 60, placed % 60)


def local_date(text: str, today: date) -> date | None:
    """A date: "30-11-2026", "30/11", "30 nov", "november 30", "morgen", "maandag", "volgende week maandag".

    A weekday is the next such day after today. A day without a year is this year's, unless that is more than half a
    year back: then it is next year's. The day comes before the month. What does not exist, or contradicts itself
    ("dinsdag 30 november" when that is a Monday), is None.
    """
    words = _BEFORE_DATE.sub("", _bare(text))
    try:
        return _relative(words, today) or _dated(words, today)
    except OverflowError:  # past the last year of the calendar
        return None


def weekdays(text: str) -> frozenset[int] | None:
    """Days of the week as ISO numbers, Monday 1: "ma di do vr", "ma-vr", "mon, tue", "werkdagen", "every day"."""
    words = _ALL_DAYS.sub("daily", _WORKING_DAYS.sub("weekdays", _bare(text)))
    listed, *left_out = _EXCEPT.split(_RANGE.sub("-", words), maxsplit=1)
    days = _days(listed)
    without = _days(left_out[0]) if left_out else frozenset[int]()
    return None if days is None or without is None else (days - without) or None


# --- plain words ---


def _bare(text: str) -> str:
    """The words of a short answer in plain digits and letters, without what people put around a value; "" if long."""
    stripped = text.strip()
    if len(stripped) > _LONGEST:
        return ""
    plain = folded(stripped.translate(_AS_TYPED))
    words = _SPACE.sub(" ", "".join(map(_plain_sign, plain))).strip(' ()"')
    words = _ASCII_HALF.sub(" een half", words.rstrip(" .,!?;:"))
    return _AFTER.sub("", _BEFORE.sub("", words)).rstrip(" .,!?;:")


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
    return _exact_number(_ARTICLE.sub("", words)) if value is None else value


def _exact_number(words: str) -> Fraction | None:
    """A number in digits or words, and nothing besides."""
    if _DECIMAL.fullmatch(words):
        return Fraction(words.replace(",", "."))
    if words in _NUMBERS:
        return _NUMBERS[words]
    if half := _AND_A_PART.fullmatch(words):
        whole = _whole(half["whole"])
        return None if whole is None else whole + _PARTS[half["part"]]
    if tenths := _SPOKEN_TENTHS.fullmatch(words):
        whole, tenth = _whole(tenths["whole"]), _whole(tenths["tenth"])
        return None if whole is None or tenth is None or tenth > 9 else whole + Fraction(tenth, 10)
    return None


def _whole(words: str) -> int | None:
    """A whole number in digits or words."""
    if words.isdecimal():
        return int(words)
    value = _NUMBERS.get(words)
    return int(value) if value is not None and value.denominator == 1 else None


def _within(value: Fraction, low: int, high: int) -> Decimal | Literal[OutOfRange.OUT_OF_RANGE]:
    """`value` to the hundredth in its shortest form, if it lies between `low` and `high`."""
    if not low <= value <= high:
        return OUT_OF_RANGE
    rounded = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.01"))
    return Decimal(int(rounded)) if rounded == int(rounded) else rounded.normalize()


def _duration(words: str) -> Fraction | None:
    """Hours, whether said in hours, in minutes or in both."""
    plain = _HALF_HOUR.sub("half uur", _ONE.sub("1 ", words))
    if plain in _SPOKEN_DURATIONS:
        return _SPOKEN_DURATIONS[plain]
    if _CLOCK_OR_DECIMAL.search(plain):
        return None
    if said := _COLON.fullmatch(plain) or _HOURS.fullmatch(plain):
        return _hours_and_rest(said["hours"], said["rest"] or "")
    if minutes := _MINUTES.fullmatch(plain):
        value = _number(minutes["number"])
        return None if value is None else value / 60
    return _number(plain)


def _hours_and_rest(said: str, rest: str) -> Fraction | None:
    """Hours and the part of an hour after them: "2" and "30", "anderhalf" and "", "2" and "een kwartier"."""
    value = _number(said)
    if value is None or not rest:
        return value
    if rest in _PARTS_OF_HOUR:
        return value + _PARTS_OF_HOUR[rest]
    minutes = _whole(_MINUTE_UNIT.sub("", rest))
    return None if minutes is None or minutes > 59 else value + Fraction(minutes, 60)


# --- time of the day ---


def _minutes(words: str) -> int | None:
    """Minutes since midnight on the face that was said: 12 hours for "half vijf", 24 for "16:30"."""
    if digital := _DIGITAL.fullmatch(words):
        return _on_the_clock(int(digital["hour"]), int(digital["minute"] or 0))
    if compact := _COMPACT.fullmatch(words):
        return _on_the_clock(int(compact["hour"]), int(compact["minute"]))
    spoken = _SPOKEN_TIME.fullmatch(words)
    return _on_the_face(spoken) if spoken else None


def _on_the_face(spoken: re.Match[str]) -> int | None:
    """Minutes since midnight of "kwart over vijf"; an hour of 1 to 12 stays on the 12-hour face, with noon for 12."""
    hour, offset = _whole(spoken["hour"]), _offset(spoken["amount"], spoken["way"])
    if hour is None or offset is None or not 0 <= hour <= 23:
        return None
    if spoken["half"] and spoken["hour"] in _ENGLISH_HOURS:
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
    minutes = _SPOKEN_MINUTES.get(amount) or _whole(amount)
    if minutes is None or not 1 <= minutes <= 59 or (amount == "half" and way != "past"):
        return None
    return -minutes if way in {"voor", "to", "before"} else minutes


def _placed(minutes: int, part: str, *, exact: bool) -> int | None:
    """Minutes since midnight of the time that is meant; None if the part of the day contradicts it."""
    if not part:
        return minutes + 12 * 60 if 60 <= minutes < 7 * 60 and not exact else minutes
    shifts = (0, 12 * 60) if 60 <= minutes < 13 * 60 else (0,)
    possible = ((minutes + shift) % (24 * 60) for shift in shifts)
    return next((minute for minute in possible if _in_spans(minute, _SPANS[part])), None)


def _in_spans(minutes: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether a minute of the day lies in one of these spans of hours."""
    return any(first * 60 <= minutes < end * 60 for first, end in spans)


# --- dates and days ---


def _relative(words: str, today: date) -> date | None:
    """A day told from today: tomorrow, in three days, Monday, Monday of next week."""
    if words in _FROM_TODAY:
        return today + timedelta(days=_FROM_TODAY[words])
    if later := _LATER.fullmatch(words):
        days = day_count(later["count"])
        return None if days is None else today + timedelta(days=days)
    if said := _NEXT_WEEK.fullmatch(words):
        day = _DAY_NUMBERS[said["after"] or said["before"]]
        return today + timedelta(days=7 - today.isoweekday() + day)
    if said := _WEEKDAY.fullmatch(words):
        return _next_such(_DAY_NUMBERS[said["day"]], said["which"] in {"volgende", "next"}, today)
    return None


def _next_such(day: int, unsure: bool, today: date) -> date | None:
    """The next such weekday after today; None if "next Friday" may also be the Friday of next week."""
    ahead = (day - today.isoweekday() - 1) % 7 + 1
    in_next_week = 7 - today.isoweekday() + day
    return None if unsure and ahead != in_next_week else today + timedelta(days=ahead)


def _dated(words: str, today: date) -> date | None:
    """A day by its number and month; a weekday in front must be that day's."""
    named = _WEEKDAY_BEFORE.match(words)
    found = _calendar_day(words[named.end() :] if named else words, today)
    wrong = named and found and found.isoweekday() != _DAY_NUMBERS[named["day"]]
    return None if wrong else found


def _calendar_day(words: str, today: date) -> date | None:
    """A day by its number and month, with or without its year."""
    said = next((found for pattern in _DATES if (found := pattern.fullmatch(words))), None)
    if said is None:
        return None
    day = _whole(said["day"])
    month = _MONTHS.get(said["month"]) or _whole(said["month"])
    if day is None or month is None:
        return None
    if said["year"]:
        year = said["year"] if len(said["year"]) == 4 else "20" + said["year"]
        return _existing(int(year), month, day)
    return _without_year(month, day, today)


def _without_year(month: int, day: int, today: date) -> date | None:
    """This year's, unless that is more than half a year back or does not exist: then next year's."""
    this_year = _existing(today.year, month, day)
    if this_year and (today - this_year).days <= _HALF_A_YEAR:
        return this_year
    return _existing(today.year + 1, month, day)


def _existing(year: int, month: int, day: int) -> date | None:
    """The date, if there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _days(words: str) -> frozenset[int] | None:
    """The days in a list such as "ma di, do-vr"; None if anything in it is no day, or a range has no two plain ends."""
    days: set[int] = set()
    for item in _ITEM.findall(words):
        if item in _AROUND_DAYS.split():
            continue
        first, *last = item.split("-")
        if len(last) > 1 or first not in _DAY_SETS:
            return None
        if not last:
            days |= _DAY_SETS[first]
        elif first in _DAY_NUMBERS and last[0] in _DAY_NUMBERS:
            days |= _from_to(_DAY_NUMBERS[first], _DAY_NUMBERS[last[0]])
        else:
            return None
    return frozenset(days) or None


def _from_to(first: int, last: int) -> set[int]:
    """The days from one weekday up to and with another, over the weekend if need be."""
    return {(first - 1 + step) % 7 + 1 for step in range((last - first) % 7 + 1)}


# --- words ---

_DUTCH: Final = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf"
    " dertien veertien vijftien zestien zeventien achttien negentien"
)
_ENGLISH: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve"
    " thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_DUTCH_TENS: Final = "twintig dertig veertig vijftig zestig zeventig tachtig negentig"
_ENGLISH_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_PARTS: Final = {"half": Fraction(1, 2), "halve": Fraction(1, 2), "kwart": Fraction(1, 4), "driekwart": Fraction(3, 4)}


def _all_numbers() -> dict[str, Fraction]:
    """Every number word that is known: 0 to 100, one and a half, a half, a quarter."""
    numbers = {"honderd": 100, "hundred": 100, "one hundred": 100}
    for units, tens, joints in ((_DUTCH, _DUTCH_TENS, ("{unit}en{ten}",)), (_ENGLISH, _ENGLISH_TENS, _ENGLISH_JOINTS)):
        small = units.split()
        numbers |= {unit: value for value, unit in enumerate(small)}
        for times, ten in enumerate(tens.split(), start=2):
            numbers[ten] = times * 10
            for value, unit in enumerate(small[1:10], start=1):
                numbers |= {joint.format(unit=unit, ten=ten): times * 10 + value for joint in joints}
    one_and_a_half = dict.fromkeys(("anderhalf", "anderhalve"), Fraction(3, 2))
    return {word: Fraction(value) for word, value in numbers.items()} | one_and_a_half | _PARTS


_ENGLISH_JOINTS: Final = ("{ten}-{unit}", "{ten} {unit}", "{ten}{unit}")
_NUMBERS: Final = _all_numbers()
_ENGLISH_HOURS: Final = frozenset(_ENGLISH.split()[:13])

_LONGEST: Final = 100  # characters: a value with some words around it; a longer text is a note
_AS_TYPED: Final = str.maketrans(
    {"½": " een half", "¼": " een kwart", "¾": " driekwart", "🔟": "10", "٫": ".", "⁄": "/"}
    | dict.fromkeys("−–—", "-")
    | dict.fromkeys("'’‘ʼ`´′", "")
)
_SPACE: Final = re.compile(r"\s+")
_ASCII_HALF: Final = re.compile(r"(?<=\d) 1/2\b")
_BEFORE: Final = re.compile(
    r"^(?:(?:ongeveer|circa|ca\.?|about|around|roughly|approximately|misschien|maybe|ik denk|i think|i guess|zeg"
    r"|ik zou zeggen|id say|i would say|ik geef het|ik geef|i give it|i give|het is|its|it is|zon|rond de|rond"
    r"|doe maar) |[~≈] ?)+"
)
_AFTER: Final = re.compile(
    r"(?:,? (?:denk ik|dacht ik|i think|i guess|i suppose|ongeveer|of zo|ofzo|or so|vandaag|today|nu|now|misschien"
    r"|maybe|graag|please|aub|alsjeblieft|gewerkt|worked|precies|exactly))+$"
)
_ARTICLE: Final = re.compile(r"^(?:een|n|a|an) ")
_OUT_OF_TEN: Final = re.compile(r"(?: ?/ ?10| (?:op|uit|van|op de|van de|out of) (?:10|tien|ten)| punten| points?)$")
_DECIMAL: Final = re.compile(r"-?[0-9]{1,40}(?:[.,][0-9]{1,2})?")
_AND_A_PART: Final = re.compile(
    r"(?P<whole>[a-z-]+?|[0-9]{1,9}|[a-z]+[- ][a-z]+)(?: ?(?:en|and) ?(?:een |een|a )?| (?:een|a) | (?=driekwart))"
    r"(?P<part>half|halve|kwart|driekwart)"
)
_SPOKEN_TENTHS: Final = re.compile(r"(?P<whole>\w+) (?:komma|punt|point|comma) (?P<tenth>\w+)")

_PER_WEEK: Final = re.compile(r"(?: ?/ ?(?:week|wk|w)| (?:per|a|in de|elke|each|every) week| p/?w| p\.w| weekly)$")
_HOUR: Final = r"(?:uurtjes?|uur|uren|u|hours?|hrs?|h)"
_HALF_HOUR: Final = re.compile(r"(?:^|(?<=en )|(?<=and ))(?:een |a )?half ?(?:uurtje|uur|an hour|hour)$")
_COLON: Final = re.compile(rf"(?P<hours>[0-9]{{1,3}}):(?P<rest>[0-9]{{2}})(?: ?{_HOUR})?")
_HOURS: Final = re.compile(rf"(?P<hours>.+?) ?(?<![a-z]){_HOUR}(?![a-z])(?: ?(?:(?:en|and) )?(?P<rest>.+))?")
_MINUTES: Final = re.compile(r"(?P<number>.+?) ?(?:minuten|minuut|minutes|minute|mins|min|m)")
_MINUTE_UNIT: Final = re.compile(r" ?(?:minuten|minuut|minutes|minute|mins|min|m)$")
_CLOCK_OR_DECIMAL: Final = re.compile(r"[0-9][.,](?!00|25|50)[0-5][0-9]\b")
_PARTS_OF_HOUR: Final = {
    f"{article}{part}": value
    for article in ("", "een ", "a ")
    for part, value in {
        "half": Fraction(1, 2), "half uur": Fraction(1, 2), "kwartier": Fraction(1, 4), "kwart": Fraction(1, 4),
        "quarter": Fraction(1, 4), "drie kwartier": Fraction(3, 4), "driekwart": Fraction(3, 4),
    }.items()
}  # fmt: skip
_SPOKEN_DURATIONS: Final = {
    **dict.fromkeys(("geen", "geen uren", "geen uur", "niks", "niets", "none", "nothing", "no hours"), Fraction(0)),
    **dict.fromkeys(("kwartier", "een kwartier", "kwartiertje", "een kwartiertje"), Fraction(1, 4)),
    **dict.fromkeys(("a quarter of an hour", "quarter of an hour"), Fraction(1, 4)),
    **dict.fromkeys(("drie kwartier", "driekwart uur", "three quarters of an hour", "3 kwartier"), Fraction(3, 4)),
    **dict.fromkeys(("half uur", "een half uur"), Fraction(1, 2)),
}

_ONE: Final = re.compile(r"^an? (?=hour|day|week|fortnight)")
_WEEKS: Final = re.compile(r"(?:(?P<number>.+?) ?)??(?P<unit>weken|weeks|week|wk|fortnight)")
_WEEK: Final = {"weken": 7, "weeks": 7, "week": 7, "wk": 7, "fortnight": 14}
_DAY_UNIT: Final = re.compile(r" ?(?<![a-z])(?:dagen|dag|days|day|d)$")

_BEFORE_TIME: Final = re.compile(r"^(?:om|at|rond|around|tegen|by|vanaf|from) (?=\S)")
_AM_PM: Final = re.compile(r" ?(?<![a-z])([ap])\.? ?m\b\.?")
_UUR: Final = r"(?: ?(?:uur|u|h|oclock))?"
_DIGITAL: Final = re.compile(rf"(?P<hour>[0-9]{{1,2}})(?:(?: ?(?:[:.,]|uur|u|h) ?| )(?P<minute>[0-9]{{2}}))?{_UUR}")
_COMPACT: Final = re.compile(rf"(?P<hour>[0-9]{{1,2}})(?P<minute>[0-9]{{2}}){_UUR}")
_SPOKEN_TIME: Final = re.compile(
    r"(?:(?:a |een )?(?P<amount>\w+)(?: (?:minuten|minutes|minuut|minute|min))?"
    r" (?P<way>over|voor|past|to|before|after|na) )?"
    rf"(?P<half>half )?(?P<hour>[a-z0-9]+){_UUR}"
)
_SPOKEN_MINUTES: Final = {"kwart": 15, "quarter": 15, "half": 30}
_PARTS_OF_DAY: Final = {
    "am": re.compile(r" am$"),
    "pm": re.compile(r" pm$"),
    "morning": re.compile(r" ?\b(?:s ochtends|s morgens|in de ochtend|in the morning)\b"),
    "afternoon": re.compile(r" ?\b(?:s middags|in de middag|in the afternoon)\b"),
    "evening": re.compile(r" ?\b(?:s avonds|in de avond|in the evening)\b"),
    "night": re.compile(r" ?\b(?:s nachts|in de nacht|at night)\b"),
}
_SPANS: Final = {
    "am": ((0, 12),),
    "pm": ((12, 24),),
    "morning": ((1, 12),),
    "afternoon": ((12, 19),),
    "evening": ((17, 24),),
    "night": ((0, 7), (19, 24)),
}  # hours in which a part of the day lies
_NAMED_TIMES: Final = {
    **dict.fromkeys(("noon", "midday", "12 noon"), time(12)),
    **dict.fromkeys(("midnight", "middernacht"), time(0)),
}

_DAY_WORDS: Final = {
    1: "maandag maandagen maandags ma maa monday mondays mon mo",
    2: "dinsdag dinsdagen dinsdags di din tuesday tuesdays tue tues tu",
    3: "woensdag woensdagen woensdags wo woe wednesday wednesdays wed we",
    4: "donderdag donderdagen donderdags do don thursday thursdays thu thur thurs th",
    5: "vrijdag vrijdagen vrijdags vr vrij vri friday fridays fri fr",
    6: "zaterdag zaterdagen zaterdags za zat saturday saturdays sat sa",
    7: "zondag zondagen zondags zo zon sunday sundays sun su",
}
_MONTH_WORDS: Final = (
    "januari january jan", "februari february feb", "maart march mrt mar", "april apr", "mei may", "juni june jun",
    "juli july jul", "augustus august aug", "september sept sep", "oktober october okt oct", "november nov",
    "december dec",
)  # fmt: skip
_DAY_NUMBERS: Final = {word: number for number, words in _DAY_WORDS.items() for word in words.split()}
_MONTHS: Final = {word: number for number, words in enumerate(_MONTH_WORDS, start=1) for word in words.split()}
_DAY_SETS: Final = {
    **{word: frozenset({number}) for word, number in _DAY_NUMBERS.items()},
    **dict.fromkeys(("weekdays", "weekday", "weekdagen", "doordeweeks"), frozenset(range(1, 6))),
    **dict.fromkeys(("weekend", "weekends", "weekenden"), frozenset({6, 7})),
    **dict.fromkeys(("daily", "dagelijks"), frozenset(range(1, 8))),
}
_AROUND_DAYS: Final = "en and op on de the elke every iedere s van from alleen only ook also"
_ITEM: Final = re.compile(r"[^\s,.;&+/]+")
_RANGE: Final = re.compile(r" ?- ?| (?:t/m|tm|t m|tot en met|through|thru|to) ")
_EXCEPT: Final = re.compile(r",? ?\b(?:behalve|except for|except|but not|maar niet)\b ?")
_ALL_DAYS: Final = re.compile(
    r"\b(?:(?:alle|elke|iedere|every|all|each) (?:dagen|dag|days|day)|(?:de |the )?(?:hele|whole) week)\b"
)
_WORKING_DAYS: Final = re.compile(
    r"\b(?:(?:elke|iedere|alle|every|all) )?(?:(?:working|work|business|week) ?days?|(?:werk|week)dag(?:en)?)\b"
)

_HALF_A_YEAR: Final = 183  # days
_FROM_TODAY: Final = {
    "vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1, "overmorgen": 2, "day after tomorrow": 2,
    "gisteren": -1, "yesterday": -1, "eergisteren": -2,
}  # fmt: skip
_BEFORE_DATE: Final = re.compile(r"^(?:(?:op|on|vanaf|from|per|tot|until|till|de|the) )+(?=\S)")
_DAY: Final = "|".join(sorted(_DAY_NUMBERS, key=len, reverse=True))
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_LATER: Final = re.compile(r"(?:over|in) (?P<count>.+ ?(?:dagen|dag|days|day|weken|weeks|week|wk|fortnight))")
_NEXT_WEEK: Final = re.compile(
    rf"(?:volgende|next) week,? (?:op |on )?(?P<after>{_DAY})|(?P<before>{_DAY}),? (?:volgende|next) week"
)
_WEEKDAY: Final = re.compile(
    rf"(?:(?P<which>volgende|next|komende|aanstaande|as|a\.s\.?|this coming|this|coming|deze) )?(?P<day>{_DAY})"
)
_WEEKDAY_BEFORE: Final = re.compile(rf"(?P<day>{_DAY})\.?,? (?=\S)")
_DATES: Final = (
    re.compile(r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})"),
    re.compile(
        r"(?P<day>[0-9]{1,2})(?: ?[-/.] ?| )(?P<month>[0-9]{1,2})(?:(?: ?[-/.] ?| )(?P<year>[0-9]{4}|[0-9]{2}))?"
    ),
    re.compile(
        r"(?P<day>[0-9]{1,2}|[a-z]+)(?:e|ste|de|st|nd|rd|th)?[- ]?(?:(?:of|van) )?"
        rf"(?P<month>{_MONTH})\.?,?(?:[- ](?P<year>[0-9]{{4}}|[0-9]{{2}}))?"
    ),
    re.compile(rf"(?P<month>{_MONTH})\.? (?:the )?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|e)?(?:,? (?P<year>[0-9]{{4}}))?"),
)
