"""The picture of a plan: it opens, says what it shows in words too, and is the same each time."""

import io
import pickle
import subprocess
import sys
import xml.etree.ElementTree as Xml
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import numpy
import pytest
import sample_plans
from PIL import Image
from sample_plans import START, WEEK

from bot import papers
from dialogues.words import LANGUAGES, words
from reports import chart, picture
from reports.picture import PictureValues
from state_machines.plan import Plan

SVG = "{http://www.w3.org/2000/svg}"
ELSEWHERE = [
    sys.executable,
    "-c",
    "import sys, pickle; from reports.picture import svg; sys.stdout.buffer.write(svg(pickle.load(sys.stdin.buffer)))",
]
WORKED = ((START, Decimal(8)), (START + WEEK, Decimal("13.5")))


def values(name: str = "weekly", language: str = "nl") -> PictureValues:
    """A plan with all there is to draw, in the middle of its second week."""
    plan = sample_plans.EVERY[name]()
    return papers.picture_of(plan, words(language), today=START + timedelta(days=9), worked=WORKED)


def opened(png: bytes) -> Image.Image:
    """The picture as somebody sees it."""
    image = Image.open(io.BytesIO(png))
    image.load()
    return image


def pixels(made: PictureValues) -> numpy.ndarray:
    """Its dots, in grey: as a copier or somebody who sees no colours has it."""
    return numpy.asarray(opened(picture.png(made)).convert("L"), dtype=int)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sample_plans.EVERY)
def test_a_plan_of_every_kind_becomes_a_picture_that_opens(name: str, language: str) -> None:
    """A PNG of 1080 pixels wide, not all white, and no higher than a phone's screen."""
    image = opened(picture.png(values(name, language)))
    assert image.format == "PNG"
    assert image.width == 1080
    assert 800 < image.height < 1700
    assert image.convert("L").getextrema()[0] < 80


@pytest.mark.parametrize("name", ["weekly", "double", "stopped"])
def test_the_same_values_give_the_same_bytes(name: str) -> None:
    """PNG and SVG are byte for byte the same, also in a process of its own with another order of hashes."""
    kept = values(name)
    assert picture.png(kept) == picture.png(kept)
    elsewhere = subprocess.run(ELSEWHERE, input=pickle.dumps(kept), capture_output=True, check=True)
    assert elsewhere.stdout == picture.svg(kept)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_svg_says_what_it_shows_to_who_cannot_see_it(language: str) -> None:
    """Title and description, which name it as one picture."""
    made = values(language=language)
    root = Xml.fromstring(picture.svg(made))
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert (title.text, desc.text) == (made.title, made.alt)
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], desc.attrib["id"]]


def test_words_that_look_like_markup_stay_words() -> None:
    """Signs that mean something in XML or in formulas are drawn and read as they are."""
    odd = replace(values(), title="<b>$x_1$ & {}", alt="a < b & c", sentence="$5 <i> \\alpha {}")
    root = Xml.fromstring(picture.svg(odd))
    assert root.findtext(f"{SVG}title") == odd.title
    assert root.findtext(f"{SVG}desc") == odd.alt
    assert opened(picture.png(odd)).width == 1080


def test_everything_in_a_picture_can_be_told_apart_without_colour() -> None:
    """In grey, taking any one thing away changes the plot itself; nothing hides behind a shade."""
    whole = replace(values("double"), holidays=values("weekly").holidays)
    seen = pixels(whole)
    without: dict[str, object] = {
        "other": (),
        "worked": (),
        "holidays": (),
        "evaluations": (),
        "today": None,
    }
    for thing, nothing in without.items():
        less = pixels(replace(whole, **{thing: nothing}))
        rows = min(600, len(seen), len(less))
        assert (abs(seen[:rows] - less[:rows]) > 60).sum() > 100, thing


def test_the_two_lines_differ_by_their_shape() -> None:
    """The agreed line is drawn through; the other is dashed, also in grey."""
    made = chart._legend(values("double"))
    styles = [handle.get_linestyle() for handle, _ in made[:2]]
    assert styles == ["-", "--"]


def test_the_legend_names_what_is_there_and_nothing_else() -> None:
    """A plan before its start has no hours worked to explain; a stop is explained."""
    said = words("en")
    bare = papers.picture_of(sample_plans.EVERY["one step"](), said)
    assert [label for _, label in chart._legend(bare)] == ["Agreed"]
    stop = [label for _, label in chart._legend(values("stopped", "en"))]
    assert said._("Stopped: from here on") in stop


def test_a_number_stays_on_the_line_of_its_word() -> None:
    """The sentence under a picture is broken evenly, and never between "week" and its number."""
    for lines in (chart._wrapped(values(name).sentence) for name in sample_plans.EVERY):
        assert all(len(line) <= chart.SENTENCE_WIDTH for line in lines)
        assert not any(line[0].isdigit() for line in lines[1:])


def test_the_sentence_can_stand_outside_the_picture() -> None:
    """In a message it stands under the picture, so it isn't drawn once more."""
    made = values()
    assert opened(picture.png(made, sentence=False)).height < opened(picture.png(made)).height


# --- what the values say ------------------------------------------------------------------------------------------


def test_the_staircase_is_the_plan() -> None:
    """Every step at its dates and hours; the weeks on the axis by their ISO numbers, over the turn of the year."""
    plan = sample_plans.nine_weeks()
    made = papers.picture_of(plan, words("nl"))
    assert [(each.start, each.hours) for each in made.planned] == [(step.start, step.hours) for step in plan.steps]
    assert [each.until - timedelta(days=1) for each in made.planned] == [step.end for step in plan.steps]
    assert [tick.week for tick in made.ticks] == ["49", "50", "51", "52", "53", "1", "2", "3", "4"]


def test_a_public_holiday_takes_hours_away_in_its_own_week() -> None:
    """Christmas falls in the week of 32 hours: 24 are left, and the step stays what was agreed."""
    made = papers.picture_of(sample_plans.weekly(), words("en"))
    assert [(each.start, each.label) for each in made.holidays] == [(START + 3 * WEEK, "24")]
    assert made.planned[-1].label == "32"
    assert "24 hours in week 52" in made.alt


def test_a_stopped_plan_says_so_and_keeps_no_evaluation_after_the_stop() -> None:
    """The sentence names the stop, never the reason or the physician's name (R37)."""
    made = values("stopped", "en")
    assert "on the advice of the occupational physician" in made.sentence
    assert "Zeldzaam" not in made.sentence + made.alt + made.title
    assert made.evaluations == (START + timedelta(days=10),)


@pytest.mark.parametrize("name", sample_plans.EVERY)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_tell_all_that_is_drawn(name: str, language: str) -> None:
    """One sentence; and every number in the picture stands in the words for who can't see it."""
    made = values(name, language)
    assert made.sentence.count(".") - made.sentence.count(". ") >= 1
    assert len([part for part in made.sentence.split(". ") if part]) == 1
    for level in (*made.planned, *made.other, *made.worked, *made.holidays):
        assert level.label in made.alt, level


def test_a_draft_is_called_one() -> None:
    """A plan that waits for a yes isn't shown as an agreed one (R1)."""
    plan: Plan = sample_plans.weekly()
    assert papers.picture_of(plan, words("en"), draft=True).title != papers.picture_of(plan, words("en")).title
