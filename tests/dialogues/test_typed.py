"""Typed values: what is understood in Dutch and English, what is refused as out of range, and what is asked again."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.typed import (
    OUT_OF_RANGE,
    clock_time,
    contract_hours,
    day_count,
    hours,
    scale,
    weekdays,
)
from dialogues.typed_dates import local_date

WEDNESDAY = date(2026, 11, 25)

SCORES = {
    "0": "0 nul zero 0,0 0.0 00 0/10",
    "1": "1 een one één 1,0",
    "6": "6 zes six 06",
    "7": "7 7. 7! zeven Seven SEVEN 7,0 7.0 7/10 ７ ٧ ७ 7️⃣ ⑦ ~7 (7)",
    "10": "10 tien ten 10/10 １０ 🔟 10,0",
    "6.5": "6,5 6.5 6½ 6٫5 ٦٫٥ 6,50 zesenhalf zeseneenhalf 6,5/10",
    "2.5": "2,5 2½ tweeënhalf tweeëneenhalf",
    "0.5": "0,5 0.5 ½ half",
    "7.3": "7,3 7.3",
    "0.1": "0,1 0.1",
}
PHRASED_SCORES = {
    " 7 ": "7",
    "een 7": "7",
    "a 7": "7",
    "'n 7": "7",
    "an eight": "8",
    "7 denk ik": "7",
    "7, denk ik": "7",
    "I think 7": "7",
    "ongeveer 7": "7",
    "zo'n 7": "7",
    "about 7": "7",
    "7 of zo": "7",
    "7 op 10": "7",
    "7 van de 10": "7",
    "7 out of 10": "7",
    "seven out of ten": "7",
    "ik geef het een 7": "7",
    "7 🙂": "7",
    "👍 7": "7",
    "7\n": "7",
    "Zes en een half": "6.5",
    "zes en half": "6.5",
    "six and a half": "6.5",
    "6 en een half": "6.5",
    "6 and a half": "6.5",
    "6 ½": "6.5",
    "6 1/2": "6.5",
    "zes komma vijf": "6.5",
    "six point five": "6.5",
    "een zesenhalf": "6.5",
}


@pytest.mark.parametrize(
    ("text", "score"),
    [(text, score) for score, row in SCORES.items() for text in row.split()] + list(PHRASED_SCORES.items()),
)
def test_a_score_is_understood_as_people_type_it(text, score):
    """Digits of any script, words, halves, and the words people put around a number (R12)."""
    assert scale(text) == Decimal(score)


@pytest.mark.parametrize(
    "text",
    ["11", "-1", "100", "10,1", "10.5", "12/10", "elf", "twaalf", "twintig", "honderd", "−3", "9" * 40, "een 11"],
)
def test_a_score_that_cannot_be_is_named_as_such(text):
    """A number is plainly given but lies outside 0-10: the client is told, not asked as if nothing was said."""
    assert scale(text) is OUT_OF_RANGE


NO_SCORES = """
?
hoi
tussen 6 en 7
between 6 and 7
6 of 7
6 or 7
6-7
6/7
6 7
6, 7
6, 5
7 of 10
7+
7-
+7
.5
7%
6,55
1.000
1e1
0x7
VII
7 uur
70/100
zeven acht
of 7
dikke 7
om 7 uur werd ik wakker en toen ging het slecht
vandaag was een 7 omdat ik goed geslapen had
ik weet het niet
"""


@pytest.mark.parametrize("text", ["", " ", *NO_SCORES.strip().splitlines()])
def test_what_is_no_plain_score_is_asked_again(text):
    """Two numbers, a sentence, a sign that may mean anything: never a guess,
    so that a sentence can be kept as a note."""
    assert scale(text) is None


@given(st.integers(0, 100), st.sampled_from(",."), st.booleans())
def test_every_tenth_comes_back(tenths, mark, short):
    """Each score from 0.0 to 10.0 written with comma or dot is that score, whatever the language."""
    written = f"{tenths // 10}{mark}{tenths % 10}"
    if short and tenths % 10 == 0:
        written = str(tenths // 10)
    assert scale(written) == Decimal(tenths) / 10


def test_a_score_has_one_written_form():
    """7, "7,0" and "7.00" are kept alike: the shortest form, no exponent."""
    assert [str(scale(text)) for text in ("7,0", "7.00", "zeven", "10", "tien", "6,50", "0,0")] == [
        "7", "7", "7", "10", "10", "6.5", "0",
    ]  # fmt: skip


HOURS = {
    "0": ["0", "0 uur", "nul", "geen", "niks", "none", "nothing"],
    "0.25": ["kwartier", "een kwartier", "15 min", "15 minuten", "a quarter of an hour", "0:15"],
    "0.5": ["half uur", "een half uur", "halfuur", "half an hour", "half hour", "30 min", "30 minutes", "½ uur", "0,5"],
    "0.75": ["drie kwartier", "three quarters of an hour", "45 min", "0:45"],
    "1": ["1", "een uur", "één uur", "1 uur", "an hour", "1 hour", "one hour", "60 min", "een uurtje", "1u"],
    "1.5": ["anderhalf", "anderhalf uur", "an hour and a half", "1,5", "1.5 uur", "90 minuten", "1:30", "1u30",
    "1½ uur"],
    "2": ["2", "twee", "twee uur", "2u", "2 h", "2 hrs", "two hours", "2 uur gewerkt", "ongeveer 2 uur", "2:00",
    "2,00"],
    "2.25": ["2,25", "2.25", "2 uur en een kwartier", "2 hours and a quarter", "2u15", "2 uur 15"],
    "2.33": ["2u20", "2:20", "2 uur en 20 minuten", "2 hours 20 minutes"],
    "2.5": [
        "2,5", "2.5 uur", "2.50", "2u30", "2:30", "2h30", "2 u 30", "2,5u", "2½", "2 uur 30", "2 uur en 30 minuten",
        "2 en een half uur", "tweeënhalf uur", "two and a half hours", "2 uur en een half uur", "2 hours and a half",
    ],
    "24": ["24", "24 uur", "24:00"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), [(text, value) for value, texts in HOURS.items() for text in texts])
def test_hours_are_understood_as_people_type_them(text, value):
    """Hours, minutes and both, in figures, words and clock form."""
    assert hours(text) == Decimal(value)


@pytest.mark.parametrize("text", ["25", "-1", "24:30", "24,5", "100 uur", "2000 min", "dertig uur"])
def test_more_hours_than_a_day_has_are_out_of_range(text):
    """A day has 0 to 24 hours."""
    assert hours(text) is OUT_OF_RANGE


@pytest.mark.parametrize(
    "text",
    [
        "", "halve dag", "half a day", "2-3", "2 of 3", "2 tot 3 uur", "2.30", "2,30 uur", "2.15", "2:75", "2u75",
        "uur", "van 9 tot 12", "9:00-12:00", "de hele ochtend", "ik heb 2 uur gewerkt en toen ging ik naar huis",
        "veel", "2 uur 3 uur", "12 koffie",
    ],
)  # fmt: skip
def test_hours_that_can_be_read_in_two_ways_are_asked_again(text):
    """ "2.30" may be two and a half hours or 2.3: not guessed. A range and half a day are no number of hours."""
    assert hours(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("36", "36"), ("36 uur", "36"), ("36 uur per week", "36"), ("36u/week", "36"), ("36 hours a week", "36"),
        ("32 p/w", "32"), ("zesendertig", "36"), ("thirty-six", "36"), ("thirty six hours", "36"), ("1", "1"),
        ("60", "60"), ("36,5", "36.5"), ("zesendertig en een half", "36.5"), ("veertig uur", "40"), ("40.0", "40"),
        ("24,75", "24.75"), ("37:30", "37.5"), ("achtentwintig", "28"), ("tweeëndertig", "32"), ("drieëndertig", "33"),
        ("forty", "40"),
    ],
)  # fmt: skip
def test_contract_hours_are_hours_of_a_week(text, value):
    """1 to 60, with or without "per week"."""
    assert contract_hours(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("0", OUT_OF_RANGE), ("80", OUT_OF_RANGE), ("0,5", OUT_OF_RANGE), ("60,5", OUT_OF_RANGE), ("-36", OUT_OF_RANGE),
        ("fulltime", None), ("32-36", None), ("36 of 40", None), ("0-uren", None), ("", None), ("per week", None),
    ],
)  # fmt: skip
def test_a_contract_that_cannot_be_is_not_taken(text, answer):
    """0 and 80 hours are plainly wrong; "fulltime" is not a number."""
    assert contract_hours(text) is answer


TIMES = {
    "16:30": [
        "16:30", "16.30", "1630", "16u30", "16h30", "16 u 30", "16 uur 30", "16:30 uur", "16.30u", "om 16:30",
        "half vijf",
        "half 5", "4:30 pm", "4.30pm", "4:30 p.m.", "04:30 pm", "half past four", "half past 4", "4:30", "430",
        "rond half vijf", "at 4:30 pm", "half vijf 's middags", "16:30 pm", "16：30", "16:30 graag",
    ],
    "16:00": ["16", "16 uur", "16u", "4 uur", "vier uur", "4 pm", "4pm", "four o'clock", "4 o'clock", "4", "1600"],
    "16:15": ["kwart over 4", "kwart over vier", "quarter past four", "a quarter past 4", "vijftien minuten over vier"],
    "16:45": ["kwart voor vijf", "quarter to five", "kwart voor 5", "kwart voor 17"],
    "16:25": ["vijf voor half vijf", "5 voor half 5"],
    "16:40": ["tien over half vijf", "twintig voor vijf", "twenty to five"],
    "16:50": ["tien voor vijf", "ten to five", "10 voor 5"],
    "04:30": ["04:30", "4:30 am", "0430", "half vijf 's nachts", "half vijf 's ochtends", "4.30 a.m."],
    "07:00": ["7", "7 uur", "zeven uur", "07:00", "7:00", "7 am", "7 in the morning", "7 uur 's ochtends"],
    "07:30": ["half acht", "7:30", "half past seven"],
    "18:30": ["half zeven", "6:30", "18:30"],
    "19:00": ["7 pm", "zeven uur 's avonds", "7 in the evening", "19:00"],
    "20:00": ["8 at night", "8 uur 's avonds", "20 uur"],
    "12:00": ["noon", "12", "12 uur", "12:00", "12 pm", "twaalf uur", "12 uur 's middags"],
    "12:30": ["half een", "half 1", "12:30", "12:30 pm"],
    "12:45": ["kwart voor een", "kwart voor één"],
    "00:00": ["midnight", "middernacht", "00:00", "0:00", "12 am", "12 uur 's nachts"],
    "00:30": ["0:30", "12:30 am", "half een 's nachts"],
    "23:00": ["23", "11 pm", "elf uur 's avonds", "11 uur 's nachts"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), [(text, value) for value, texts in TIMES.items() for text in texts])
def test_a_time_is_understood_as_people_say_it(text, value):
    """1 to 6 without a part of the day is the afternoon; a nought in front or a part of the day says otherwise."""
    assert clock_time(text) == time.fromisoformat(value)


@pytest.mark.parametrize(
    "text",
    [
        "", "straks", "vanavond", "25:00", "24:00", "16:60", "1675", "12345", "-4", "16-17", "tussen 4 en 5",
        "half four",
        "16:30 am", "12 uur 's ochtends", "4 uur 's avonds", "9 uur 's middags", "half voor vier", "kwart over",
        "0:30 pm", "16,5", "4 of 5 uur", "vijf zes", "uur", "om", "zeventig voor vier",
    ],
)  # fmt: skip
def test_a_time_that_is_not_one_time_is_asked_again(text):
    """What does not exist, contradicts itself or means different times to different readers ("half four") is None."""
    assert clock_time(text) is None


DATES = {
    "2026-11-30": [
        "30-11-2026", "30/11/2026", "30.11.2026", "30-11-26", "30/11", "30-11", "30 11", "30 november", "30 nov",
        "30 nov 2026", "30 november 2026", "30 Nov '26", "2026-11-30", "2026/11/30", "november 30", "Nov 30, 2026",
        "november 30th", "30th of november", "the 30th of November", "30e november", "30 van november",
        "op 30 november",
        "maandag 30 november", "Monday 30 November", "ma 30-11", "monday, november 30", "maandag", "Monday", "ma",
        "op maandag", "volgende week maandag", "maandag volgende week", "next week monday", "monday next week",
        "volgende maandag", "next monday", "komende maandag", "dertig november", "over 5 dagen", "in five days",
        "３０-１１", "٣٠/١١",
    ],
    "2026-11-25": ["vandaag", "today", "25-11", "25 november"],
    "2026-11-26": ["morgen", "tomorrow", "donderdag", "over een dag", "in a day", "komende donderdag", "this thursday"],
    "2026-11-27": ["overmorgen", "day after tomorrow", "the day after tomorrow", "vrijdag", "fri"],
    "2026-11-24": ["gisteren", "yesterday", "24-11", "24 november"],
    "2026-12-02": ["woensdag", "wednesday", "volgende woensdag", "over een week", "in a week",
    "volgende week woensdag"],
    "2026-12-09": ["over twee weken", "in two weeks", "in a fortnight", "over 14 dagen"],
    "2026-12-04": ["volgende week vrijdag"],
    "2027-01-04": ["4 januari", "4 jan", "4-1", "january 4th", "04-01-2027"],
    "2027-03-01": ["1 maart", "1 mrt", "1 mar", "een maart", "1e maart"],
    "2026-06-01": ["1 juni"],
    "2028-02-29": ["29-2-2028", "29 februari 2028"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), [(text, value) for value, texts in DATES.items() for text in texts])
def test_a_date_is_understood_as_people_say_it(text, value):
    """Seen from Wednesday 25 November 2026: figures day first, names of months and days, and days from today."""
    assert local_date(text, WEDNESDAY) == date.fromisoformat(value)


@pytest.mark.parametrize(
    "text",
    [
        "", "31-11-2026", "31 november", "30-13-2026", "11/30", "29-2-2027", "29 februari", "0-1-2026", "30",
        "november",
        "november 2026", "volgende week", "next week", "volgende vrijdag", "next friday", "dinsdag 30 november",
        "over 3", "over een maand", "ooit", "maandag of dinsdag", "30-11-0000", "30-11-202", "half mei", "in week 3",
        "volgend jaar", "over 9999999 dagen", "1-1-10000",
    ],
)  # fmt: skip
def test_a_date_that_is_not_one_date_is_asked_again(text):
    """What does not exist, is a period, contradicts itself,
    or may be this week or next ("volgende vrijdag") is None."""
    assert local_date(text, WEDNESDAY) is None


@given(st.dates(date(1970, 1, 1), date(9000, 1, 1)), st.dates(date(1970, 1, 1), date(9000, 1, 1)))
def test_a_full_date_does_not_depend_on_today(day, today):
    """A date with its year is that date, whenever it is typed."""
    assert local_date(day.strftime("%d-%m-%Y").rjust(10, "0"), today) == day
    assert local_date(day.isoformat(), today) == day


@given(st.dates(date(1970, 1, 1), date(9000, 1, 1)), st.integers(-183, 181))
def test_a_date_without_a_year_is_the_near_one(today, away):
    """A day and month mean the one within half a year, either way; further back means next year's."""
    day = today + timedelta(days=away)
    found = local_date(f"{day.day}-{day.month}", today)
    if day.year >= today.year and (day.month, day.day) != (2, 29):
        assert found == day


@given(st.dates(date(1970, 1, 1), date(9000, 1, 1)))
def test_a_weekday_is_the_next_one(today):
    """A weekday is one to seven days ahead: on a Monday, "maandag" is next week's."""
    found = local_date("maandag", today)
    assert found is not None
    assert found.isoweekday() == 1
    assert 1 <= (found - today).days <= 7


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ma di do vr", {1, 2, 4, 5}), ("ma, di, do en vr", {1, 2, 4, 5}), ("ma/di/do", {1, 2, 4}), ("ma+wo", {1, 3}),
        ("ma. di.", {1, 2}), ("ma-vr", {1, 2, 3, 4, 5}), ("ma - vr", {1, 2, 3, 4, 5}), ("ma–wo", {1, 2, 3}),
        ("maandag t/m donderdag", {1, 2, 3, 4}), ("van maandag tot en met woensdag", {1, 2, 3}),
        ("maandag en woensdag", {1, 3}), ("op maandag", {1}), ("elke maandag", {1}), ("'s maandags", {1}),
        ("mon, tue", {1, 2}), ("Mon-Fri", {1, 2, 3, 4, 5}), ("mon to fri", {1, 2, 3, 4, 5}),
        ("Monday through Thursday", {1, 2, 3, 4}), ("tuesday & thursday", {2, 4}), ("ma-wo, vr", {1, 2, 3, 5}),
        ("vr-ma", {5, 6, 7, 1}), ("werkdagen", {1, 2, 3, 4, 5}), ("weekdays", {1, 2, 3, 4, 5}),
        ("working days", {1, 2, 3, 4, 5}), ("doordeweeks", {1, 2, 3, 4, 5}), ("elke werkdag", {1, 2, 3, 4, 5}),
        ("weekend", {6, 7}), ("weekends", {6, 7}), ("alle dagen", {1, 2, 3, 4, 5, 6, 7}),
        ("every day", {1, 2, 3, 4, 5, 6, 7}), ("elke dag", {1, 2, 3, 4, 5, 6, 7}), ("daily", {1, 2, 3, 4, 5, 6, 7}),
        ("de hele week", {1, 2, 3, 4, 5, 6, 7}), ("alle dagen behalve woensdag", {1, 2, 4, 5, 6, 7}),
        ("weekdays except friday", {1, 2, 3, 4}), ("werkdagen, behalve wo en vr", {1, 2, 4}), ("ma\ndi\nwo", {1, 2, 3}),
        ("maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag en zondag", {1, 2, 3, 4, 5, 6, 7}), ("zo", {7}),
        ("MA DI", {1, 2}), ("ma ma", {1}),
    ],
)  # fmt: skip
def test_days_of_the_week_are_understood_as_people_list_them(text, days):
    """Names and abbreviations in both languages, ranges, and the usual words for several days."""
    assert weekdays(text) == frozenset(days)


@pytest.mark.parametrize(
    "text",
    [
        "", "geen", "3 dagen", "ma-wo-vr", "maandag tot vrijdag", "niet op maandag", "ma x", "behalve maandag",
        "even dagen",
        "ma behalve ma", "mijn werkdagen", "weekend-ma", "ma-", "-", "ik werk meestal op maandag", "om de dag",
        "ma behalve x",
    ],
)  # fmt: skip
def test_days_that_are_not_plain_are_asked_again(text):
    """A chain of dashes, an open end ("tot"), an unknown word or no day left: never a guess."""
    assert weekdays(text) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3", 3), ("3 dagen", 3), ("drie dagen", 3), ("three days", 3), ("een dag", 1), ("a day", 1), ("3d", 3), ("0",
        0),
        ("een week", 7), ("1 week", 7), ("a week", 7), ("week", 7), ("two weeks", 14), ("twee weken", 14), ("2 wk", 14),
        ("a fortnight", 14), ("veertien", 14), ("14 dagen", 14), ("tien dagen", 10), ("ongeveer 3 dagen", 3), ("٣", 3),
    ],
)  # fmt: skip
def test_a_number_of_days_is_understood(text, days):
    """Days and weeks, in figures and words."""
    assert day_count(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "", "dag", "dag!", "een paar dagen", "3 of 4", "3-4 dagen", "3,5", "-3", "anderhalve week", "een maand",
        "3 werkdagen",
        "tot maandag", "10000", "weekend", "3 uur", "2 weken en 3 dagen",
    ],
)  # fmt: skip
def test_what_is_no_number_of_days_is_asked_again(text):
    """Half weeks, months, ranges and a greeting ("dag!") are no number of days."""
    assert day_count(text) is None


WORDS = """
0 1 5 7 10 11 12 30 60 2026 9999 - / . , : ½ u uur h min een a en and half kwart over voor pm 's middags week dagen ma
maandag nov volgende next in behalve t/m zes zeven six hour fortnight ٧ ７ −1 ~
"""
PIECES = st.sampled_from(WORDS.split())
ANY_TEXT = st.one_of(st.text(), st.lists(PIECES, max_size=8).map(" ".join), st.lists(PIECES, max_size=8).map("".join))


@given(ANY_TEXT, st.dates())
def test_no_text_raises(text, today):
    """Any text on any day gives a value of the promised kind or None."""
    for answer, low, high in ((scale(text), 0, 10), (hours(text), 0, 24), (contract_hours(text), 1, 60)):
        assert answer is None or answer is OUT_OF_RANGE or low <= answer <= high
    assert clock_time(text) is None or isinstance(clock_time(text), time)
    assert local_date(text, today) is None or isinstance(local_date(text, today), date)
    assert weekdays(text) is None or (weekdays(text) and weekdays(text) <= frozenset(range(1, 8)))
    assert day_count(text) is None or day_count(text) >= 0


@pytest.mark.parametrize("unit", ["7", "7 ", "half ", "ma ", "een ", "-", "1:", "uur ", " ", "🙂", "ﷺ"])
def test_a_long_text_is_no_value(unit):
    """5,000 characters are a note, not a value, and are not searched for one."""
    text = unit * 5000
    assert scale(text) is None
    assert hours(text) is None
    assert contract_hours(text) is None
    assert clock_time(text) is None
    assert local_date(text, WEDNESDAY) is None
    assert weekdays(text) is None
    assert day_count(text) is None
