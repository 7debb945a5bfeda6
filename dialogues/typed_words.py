"""The words and forms in which people type values, in Dutch and English alike: what `dialogues.typed` recognises.

Numbers, durations, counts of days, times of the day, days of the week and dates, in that order; in plain letters
without capitals, accents and apostrophes ("s ochtends"). What they amount to is decided in `dialogues.typed`.
"""

from __future__ import annotations

import re
from datetime import time
from fractions import Fraction
from typing import Final

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
PARTS: Final = {"half": Fraction(1, 2), "halve": Fraction(1, 2), "kwart": Fraction(1, 4), "driekwart": Fraction(3, 4)}


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
    return {word: Fraction(value) for word, value in numbers.items()} | one_and_a_half | PARTS


_ENGLISH_JOINTS: Final = ("{ten}-{unit}", "{ten} {unit}", "{ten}{unit}")
NUMBERS: Final = _all_numbers()
ENGLISH_HOURS: Final = frozenset(_ENGLISH.split()[:13])

AS_TYPED: Final = str.maketrans(
    {"½": " een half", "¼": " een kwart", "¾": " driekwart", "🔟": "10", "٫": ".", "⁄": "/"}
    | dict.fromkeys("−–—", "-")
    | dict.fromkeys("'’‘ʼ`´′", "")
)
SPACE: Final = re.compile(r"\s+")
ASCII_HALF: Final = re.compile(r"(?<=\d) 1/2\b")
BEFORE: Final = re.compile(
    r"^(?:(?:ongeveer|circa|ca\.?|about|around|roughly|approximately|misschien|maybe|ik denk|i think|i guess|zeg"
    r"|ik zou zeggen|id say|i would say|ik geef het|ik geef|i give it|i give|het is|its|it is|zon|rond de|rond"
    r"|doe maar) |[~≈] ?)+"
)
AFTER: Final = re.compile(
    r"(?:,? (?:denk ik|dacht ik|i think|i guess|i suppose|ongeveer|of zo|ofzo|or so|vandaag|today|nu|now|misschien"
    r"|maybe|graag|please|aub|alsjeblieft|gewerkt|worked|precies|exactly))+$"
)
ARTICLE: Final = re.compile(r"^(?:een|n|a|an) ")
OUT_OF_TEN: Final = re.compile(r"(?: ?/ ?10| (?:op|uit|van|op de|van de|out of) (?:10|tien|ten)| punten| points?)$")
DECIMAL: Final = re.compile(r"-?[0-9]{1,40}(?:[.,][0-9]{1,2})?")
AND_A_PART: Final = re.compile(
    r"(?P<whole>[a-z-]+?|[0-9]{1,9}|[a-z]+[- ][a-z]+)(?: ?(?:en|and) ?(?:een |een|a )?| (?:een|a) | (?=driekwart))"
    r"(?P<part>half|halve|kwart|driekwart)"
)
SPOKEN_TENTHS: Final = re.compile(r"(?P<whole>\w+) (?:komma|punt|point|comma) (?P<tenth>\w+)")

PER_WEEK: Final = re.compile(r"(?: ?/ ?(?:week|wk|w)| (?:per|a|in de|elke|each|every) week| p/?w| p\.w| weekly)$")
_HOUR: Final = r"(?:uurtjes?|uur|uren|u|hours?|hrs?|h)"
HALF_HOUR: Final = re.compile(r"(?:^|(?<=en )|(?<=and ))(?:een |a )?half ?(?:uurtje|uur|an hour|hour)$")
COLON: Final = re.compile(rf"(?P<hours>[0-9]{{1,3}}):(?P<rest>[0-9]{{2}})(?: ?{_HOUR})?")
HOURS: Final = re.compile(rf"(?P<hours>.+?) ?(?<![a-z]){_HOUR}(?![a-z])(?: ?(?:(?:en|and) )?(?P<rest>.+))?")
MINUTES: Final = re.compile(r"(?P<number>.+?) ?(?:minuten|minuut|minutes|minute|mins|min|m)")
MINUTE_UNIT: Final = re.compile(r" ?(?:minuten|minuut|minutes|minute|mins|min|m)$")
CLOCK_OR_DECIMAL: Final = re.compile(r"[0-9][.,](?!00|25|50)[0-5][0-9]\b")
PARTS_OF_HOUR: Final = {
    f"{article}{part}": value
    for article in ("", "een ", "a ")
    for part, value in {
        "half": Fraction(1, 2), "half uur": Fraction(1, 2), "kwartier": Fraction(1, 4), "kwart": Fraction(1, 4),
        "quarter": Fraction(1, 4), "drie kwartier": Fraction(3, 4), "driekwart": Fraction(3, 4),
    }.items()
}  # fmt: skip
SPOKEN_DURATIONS: Final = {
    **dict.fromkeys(("geen", "geen uren", "geen uur", "niks", "niets", "none", "nothing", "no hours"), Fraction(0)),
    **dict.fromkeys(("kwartier", "een kwartier", "kwartiertje", "een kwartiertje"), Fraction(1, 4)),
    **dict.fromkeys(("a quarter of an hour", "quarter of an hour"), Fraction(1, 4)),
    **dict.fromkeys(("drie kwartier", "driekwart uur", "three quarters of an hour", "3 kwartier"), Fraction(3, 4)),
    **dict.fromkeys(("half uur", "een half uur"), Fraction(1, 2)),
}

ONE: Final = re.compile(r"^an? (?=hour|day|week|fortnight)")
WEEKS: Final = re.compile(r"(?:(?P<number>.+?) ?)??(?P<unit>weken|weeks|week|wk|fortnight)")
WEEK: Final = {"weken": 7, "weeks": 7, "week": 7, "wk": 7, "fortnight": 14}
DAY_UNIT: Final = re.compile(r" ?(?<![a-z])(?:dagen|dag|days|day|d)$")

BEFORE_TIME: Final = re.compile(r"^(?:om|at|rond|around|tegen|by|vanaf|from) (?=\S)")
AM_PM: Final = re.compile(r" ?(?<![a-z])([ap])\.? ?m\b\.?")
_UUR: Final = r"(?: ?(?:uur|u|h|oclock))?"
DIGITAL: Final = re.compile(rf"(?P<hour>[0-9]{{1,2}})(?:(?: ?(?:[:.,]|uur|u|h) ?| )(?P<minute>[0-9]{{2}}))?{_UUR}")
COMPACT: Final = re.compile(rf"(?P<hour>[0-9]{{1,2}})(?P<minute>[0-9]{{2}}){_UUR}")
SPOKEN_TIME: Final = re.compile(
    r"(?:(?:a |een )?(?P<amount>\w+)(?: (?:minuten|minutes|minuut|minute|min))?"
    r" (?P<way>over|voor|past|to|before|after|na) )?"
    rf"(?P<half>half )?(?P<hour>[a-z0-9]+){_UUR}"
)
SPOKEN_MINUTES: Final = {"kwart": 15, "quarter": 15, "half": 30}
PARTS_OF_DAY: Final = {
    "am": re.compile(r" am$"),
    "pm": re.compile(r" pm$"),
    "morning": re.compile(r" ?\b(?:s ochtends|s morgens|in de ochtend|in the morning)\b"),
    "afternoon": re.compile(r" ?\b(?:s middags|in de middag|in the afternoon)\b"),
    "evening": re.compile(r" ?\b(?:s avonds|in de avond|in the evening)\b"),
    "night": re.compile(r" ?\b(?:s nachts|in de nacht|at night)\b"),
}
SPANS: Final = {
    "am": ((0, 12),),
    "pm": ((12, 24),),
    "morning": ((1, 12),),
    "afternoon": ((12, 19),),
    "evening": ((17, 24),),
    "night": ((0, 7), (19, 24)),
}  # hours in which a part of the day lies
NAMED_TIMES: Final = {
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
DAY_NUMBERS: Final = {word: number for number, words in _DAY_WORDS.items() for word in words.split()}
MONTHS: Final = {word: number for number, words in enumerate(_MONTH_WORDS, start=1) for word in words.split()}
DAY_SETS: Final = {
    **{word: frozenset({number}) for word, number in DAY_NUMBERS.items()},
    **dict.fromkeys(("weekdays", "weekday", "weekdagen", "doordeweeks"), frozenset(range(1, 6))),
    **dict.fromkeys(("weekend", "weekends", "weekenden"), frozenset({6, 7})),
    **dict.fromkeys(("daily", "dagelijks"), frozenset(range(1, 8))),
}
AROUND_DAYS: Final = "en and op on de the elke every iedere s van from alleen only ook also"
ITEM: Final = re.compile(r"[^\s,.;&+/]+")
RANGE: Final = re.compile(r" ?- ?| (?:t/m|tm|t m|tot en met|through|thru|to) ")
EXCEPT: Final = re.compile(r",? ?\b(?:behalve|except for|except|but not|maar niet)\b ?")
ALL_DAYS: Final = re.compile(
    r"\b(?:(?:alle|elke|iedere|every|all|each) (?:dagen|dag|days|day)|(?:de |the )?(?:hele|whole) week)\b"
)
WORKING_DAYS: Final = re.compile(
    r"\b(?:(?:elke|iedere|alle|every|all) )?(?:(?:working|work|business|week) ?days?|(?:werk|week)dag(?:en)?)\b"
)

FROM_TODAY: Final = {
    "vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1, "overmorgen": 2, "day after tomorrow": 2,
    "gisteren": -1, "yesterday": -1, "eergisteren": -2,
}  # fmt: skip
BEFORE_DATE: Final = re.compile(r"^(?:(?:op|on|vanaf|from|per|tot|until|till|de|the) )+(?=\S)")
_DAY: Final = "|".join(sorted(DAY_NUMBERS, key=len, reverse=True))
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
LATER: Final = re.compile(r"(?:over|in) (?P<count>.+ ?(?:dagen|dag|days|day|weken|weeks|week|wk|fortnight))")
NEXT_WEEK: Final = re.compile(
    rf"(?:volgende|next) week,? (?:op |on )?(?P<after>{_DAY})|(?P<before>{_DAY}),? (?:volgende|next) week"
)
WEEKDAY: Final = re.compile(
    rf"(?:(?P<which>volgende|next|komende|aanstaande|as|a\.s\.?|this coming|this|coming|deze) )?(?P<day>{_DAY})"
)
ISO_WEEK: Final = re.compile(
    r"(?:(?:maandag|ma|monday|mon) (?:in |of |van )?)?(?:week|wk) (?P<week>[0-9]{1,2})"
    r"(?: (?:van |of )?(?P<year>[0-9]{4}))?"
)
WEEKDAY_BEFORE: Final = re.compile(rf"(?P<day>{_DAY})\.?,? (?=\S)")
DATES: Final = (
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
