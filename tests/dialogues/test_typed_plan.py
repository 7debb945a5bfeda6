"""What a coach types about a plan: steps, dates, weeks, moments, choices; in Dutch and English, and never guessed."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues import typed_dates, typed_plan
from dialogues.coach_values import TEMPLATES
from dialogues.words import LANGUAGES, words

MONDAY = date(2026, 11, 30)


# --- own steps ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("2 weken 10, 2 weken 15, 20, 30", [(2, "10"), (2, "15"), (1, "20"), (1, "30")]),
        ("2x10, 2x15, 20", [(2, "10"), (2, "15"), (1, "20")]),
        ("2x10,2x15,20", [(2, "10"), (2, "15"), (1, "20")]),
        ("10,15,20", [(1, "10"), (1, "15"), (1, "20")]),
        ("10\n15;20.", [(1, "10"), (1, "15"), (1, "20")]),
        ("2 weeks of 10 hours, one week 12.5 hours", [(2, "10"), (1, "12.5")]),
        ("twee weken à 10 uur per week; 3 × 20", [(2, "10"), (3, "20")]),
        ("12,5", [(1, "12.5")]),
        ("2x12,5, 20", [(2, "12.5"), (1, "20")]),
        ("10,5x20", [(1, "10"), (5, "20")]),
        ("10, 5", [(1, "10"), (1, "5")]),
        ("0", [(1, "0")]),
        ("60x8", [(60, "8")]),
    ],
)
def test_own_steps_are_weeks_and_hours_a_week(text: str, steps: list[tuple[int, str]]) -> None:
    """As people type them; whether a plan can be made of it is for the plan to say."""
    assert [(step.weeks, str(step.hours)) for step in typed_plan.periods(text)] == steps


@pytest.mark.parametrize(
    "text",
    [
        "", ",", "iets", "20,25", "10,50, 20", "2x", "x10", "-3", "10 20", "10 uur 2 weken", "week 1: 10", "10-15",
        "2x10, iets, 20", "anderhalve week 10", "1e9", "10 20 30", "NaN", "٣ weken iets", "10.125",
    ],
)  # fmt: skip
def test_steps_that_can_be_read_in_two_ways_are_asked_again(text: str) -> None:
    """ "20,25" may be one step or two; a list with one unclear item is unclear as a whole."""
    assert typed_plan.periods(text) == ()


# --- dates --------------------------------------------------------------------------------------------------------


def test_several_dates_are_put_in_order_each_once() -> None:
    """With commas, semicolons, lines or "en"."""
    told = typed_plan.dates("8-1, 18 december; 18-12 en 22 jan\n29-1-2027", MONDAY)
    assert told == (date(2026, 12, 18), date(2027, 1, 8), date(2027, 1, 22), date(2027, 1, 29))


@pytest.mark.parametrize("text", ["", "18-12, ooit", "31 feb", "29-2", "week 51", "18-12 8-1", "18-12, " * 30])
def test_one_unclear_date_makes_them_all_unclear(text: str) -> None:
    """Nothing is left out in silence."""
    assert typed_plan.dates(text, MONDAY) == ()


@pytest.mark.parametrize(
    ("text", "today", "told"),
    [
        ("week 53", MONDAY, date(2026, 12, 28)),
        ("week 1", MONDAY, date(2027, 1, 4)),
        ("maandag week 50", MONDAY, date(2026, 12, 7)),
        ("wk 3 van 2027", MONDAY, date(2027, 1, 18)),
        ("week 53", date(2027, 1, 2), date(2026, 12, 28)),
        ("week 53", date(2027, 1, 4), None),
        ("week 53 2027", MONDAY, None),
        ("week 54", MONDAY, None),
        ("week 0", MONDAY, None),
        ("29-2", MONDAY, None),
        ("29-2", date(2027, 11, 30), date(2028, 2, 29)),
        ("29-2-2028", MONDAY, date(2028, 2, 29)),
        ("31 feb", MONDAY, None),
        ("7-12", MONDAY, date(2026, 12, 7)),
    ],
)
def test_a_start_may_be_a_date_or_the_monday_of_an_iso_week(text: str, today: date, told: date | None) -> None:
    """2026 has 53 ISO weeks, 2027 and 2028 have 52; a leap day exists or it doesn't."""
    assert typed_dates.start_date(text, today) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("vandaag", MONDAY),
        ("gisteren", date(2026, 11, 29)),
        ("27-11", date(2026, 11, 27)),
        ("25-12", date(2025, 12, 25)),
        ("vrijdag", date(2026, 11, 27)),
        ("vrijdag 27 november", date(2026, 11, 27)),
        ("donderdag 27 november", None),
        ("maandag", None),
        ("vorige vrijdag", None),
        ("volgende vrijdag", None),
        ("29-2", None),
        ("1-12-2026", date(2026, 12, 1)),
    ],
)
def test_what_was_done_lies_behind(text: str, told: date | None) -> None:
    """The last such day; on a Monday "maandag" may be today or a week ago; a year that is named stays."""
    assert typed_dates.past_date(text, MONDAY) == told


@pytest.mark.parametrize(
    ("text", "told"), [("18-12", date(2026, 12, 18)), ("8-1", date(2027, 1, 8)), ("vrijdag", None), ("30-2", None)]
)
def test_a_date_that_may_lie_on_either_side_is_the_nearest(text: str, told: date | None) -> None:
    """In the first days of January "18-12" is a fortnight ago."""
    assert typed_dates.near_date(text, date(2027, 1, 4)) == told


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("7-12 14:00", date(2026, 12, 7), time(14)),
        ("7 december om 14 uur", date(2026, 12, 7), time(14)),
        ("7 december 2026 14:00", date(2026, 12, 7), time(14)),
        ("14:00 op 7-12", date(2026, 12, 7), time(14)),
        ("morgen half vier", date(2026, 12, 1), time(15, 30)),
        ("Monday 2 pm", date(2026, 12, 7), time(14)),
        ("volgende week dinsdag, 9 uur", date(2026, 12, 8), time(9)),
    ],
)
def test_a_date_and_a_time_in_either_order(text: str, day: date, clock: time) -> None:
    """As people make an appointment."""
    assert typed_plan.date_and_time(text, MONDAY) == (day, clock)


@pytest.mark.parametrize("text", ["", "7-12", "14:00", "7 december 2026", "7-12 25:00", "31-2 10:00", "ooit 10:00"])
def test_half_a_moment_is_asked_again(text: str) -> None:
    """ "7 december 2026" is a date, not the seventh at 20:26."""
    assert typed_plan.date_and_time(text, MONDAY) is None


# --- weeks, choices, names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "weeks"),
    [("geen", 0), ("None", 0), ("1 week", 1), ("twee weken in totaal", 2), ("2", 2), ("14 dagen", 2), ("2 weeks", 2)],
)
def test_whole_weeks(text: str, weeks: int) -> None:
    """In figures and words."""
    assert typed_plan.weeks(text) == weeks


@pytest.mark.parametrize("text", ["", "veel", "0,5", "-1", "10 dagen", "2 of 3", "2x1", "een beetje"])
def test_what_are_no_whole_weeks_is_asked_again(text: str) -> None:
    """Half weeks and ranges."""
    assert typed_plan.weeks(text) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_pattern_can_be_typed_as_well(language: str) -> None:
    """Its own name, and the words of its button before the figures."""
    for name, label in TEMPLATES.items():
        said = words(language)._(label).split(" (")[0].split(",")[0]
        assert typed_plan.choice("template", name) == name
        assert typed_plan.choice("template", said) == name, said


def test_a_word_means_one_thing_in_a_step() -> None:
    """No word stands in two choices of a step; in a step without choices no word means anything."""
    for step, choices in typed_plan.CHOICES.items():
        every = [word for known in choices.values() for word in known]
        assert len(every) == len(set(every)), step
    assert typed_plan.choice("supervisor", "none") == ""
    assert typed_plan.choice("agreed", "JA!") == ""
    assert typed_plan.choice("leeway_check", " Ja. ") == "yes"


@pytest.mark.parametrize("name", ["Smit", "dr. Smit", "J. van der Berg-de Vries", "Mevr. Özdemir", "M.A. el Idrissi"])
def test_a_name_is_a_name(name: str) -> None:
    """With title, initials, particles and hyphens."""
    assert typed_plan.is_name(name)


@pytest.mark.parametrize(
    "text", ["", "Smit, ze is te moe", "Smit: burn-out", "Smit 2", "a b c d e f g", "x" * 61, "Smit (rug)", "Smit\nrug"]
)
def test_a_name_with_a_story_is_no_name(text: str) -> None:
    """A reason is never taken for part of a name (R37)."""
    assert not typed_plan.is_name(text)


WORDS = "2 x × weken week 10 12,5 20,25 , ; en and 7-12 31-2 14:00 half vier geen nine move -1 \n"
PIECES = st.sampled_from(WORDS.split(" "))
ANY_TEXT = st.one_of(st.text(), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES, max_size=12).map("".join))


@given(ANY_TEXT, st.dates())
def test_no_text_raises(text: str, today: date) -> None:
    """Any text on any day gives values of the promised kind, or nothing."""
    assert all(step.weeks >= 0 and step.hours >= 0 for step in typed_plan.periods(text))
    assert list(typed_plan.dates(text, today)) == sorted(set(typed_plan.dates(text, today)))
    weeks = typed_plan.weeks(text)
    assert weeks is None or weeks == int(weeks) >= 0
    found = typed_plan.date_and_time(text, today)
    assert found is None or (isinstance(found[0], date) and isinstance(found[1], time))
    for read in (typed_dates.start_date, typed_dates.past_date, typed_dates.near_date):
        assert read(text, today) is None or isinstance(read(text, today), date)
    assert typed_plan.numbered(text) is None or typed_plan.numbered(text)[0] in {"move", "drop"}  # type: ignore[index]


@pytest.mark.parametrize("unit", ["7", "7 ", "2x10,", "2x10, ", "7-12,", "week ", " ", "\n", ", ", "🙂", "ﷺ", "en "])
def test_a_long_text_is_read_at_once_or_not_at_all(unit: str) -> None:
    """Thousands of characters: nothing hangs, nothing raises."""
    text = f"1{unit * 2000}1"
    typed_plan.periods(text)
    typed_plan.dates(text, MONDAY)
    assert typed_plan.weeks(text) is None
    assert typed_plan.date_and_time(text, MONDAY) is None
    assert typed_plan.choice("template", text) == ""
