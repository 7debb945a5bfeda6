"""The physician's paper: a tagged A4 with the released text, and lines of scores with gaps where none was given."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bot import summary as made
from dialogues.preview_people import sanne
from dialogues.words import LANGUAGES, words
from reports import summary
from reports.summary import SummaryPaper
from state_machines.case import Evidence, Referral, Scored
from state_machines.files import Client
from state_machines.rule import Rule

FIRST = date(2026, 11, 27)
AT = datetime(2026, 12, 10, 15, 0, tzinfo=UTC)
DAY = timedelta(days=1)
#: Day of the window, complaint, energy; a day that isn't there was not answered, None was not given.
GIVEN = ((0, 7, 4), (1, 8, 3), (3, 9, None), (4, None, None), (5, 8, 3), (6, 10, 0), (12, 7, 4), (13, 8, 5))


def evidence(**changes: object) -> Evidence:
    """Two weeks with gaps, a day of words alone, a ten and a zero."""
    scores = tuple(
        Scored(
            day=FIRST + n * DAY,
            score=None if score is None else Decimal(score),
            energy=None if energy is None else Decimal(energy),
            bad=score is None or score >= 7,
        )
        for n, score, energy in GIVEN
    )
    last = FIRST + 13 * DAY
    found = Evidence(
        why="level", on=last, first=FIRST, last=last, asked=10, answered=7, bad=7, rule=Rule(), scores=scores
    )
    return replace(found, **changes)  # type: ignore[arg-type]


def client(language: str = "nl", found: Evidence | None = None, *own: str) -> Client:
    """Sanne with a report that she released."""
    referral = Referral(number=1, state="released", evidence=found or evidence(), opened=AT, released=AT, words=own)
    return sanne(language, referral=referral)


def values(language: str = "nl", found: Evidence | None = None, *own: str) -> SummaryPaper:
    """The values of her paper."""
    whose = client(language, found, *own)
    assert whose.referral is not None
    return made.paper_of(whose, whose.referral, words(language))


def read(pdf: bytes) -> PdfReader:
    """The paper as a reading program opens it."""
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """All words on it, without spaces."""
    return "".join("".join(page.extract_text() for page in read(pdf).pages).split())


def figures(node: object) -> list[str]:
    """What the figures of a tagged PDF say in words."""
    found: list[str] = []
    node = node.get_object() if hasattr(node, "get_object") else node
    for child in node if isinstance(node, list) else []:
        found += figures(child)
    if isinstance(node, dict):
        found += [str(node["/Alt"])] if node.get("/S") == "/Figure" and "/Alt" in node else []
        found += figures(node["/K"]) if "/K" in node else []
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_tagged_a4_in_the_clients_language(language: str) -> None:
    """PDF/UA-1, with a title; whose it is, who coaches, whose numbers, when released; the lines in words too."""
    pdf = summary.summary_pdf(values(language))
    found = read(pdf)
    assert len(found.pages) == 1
    assert b"pdfuaid" in pdf
    assert str(found.trailer["/Root"]["/Lang"]).startswith(language)
    text = text_of(pdf)
    said = words(language)
    for word in ("Sanne", "Joost", said._("Self-reported"), said.dated(date(2026, 12, 10)), said.dated(FIRST)):
        assert "".join(word.split()) in text
    assert {"nl": "7van10", "en": "7of10"}[language] in text
    [alt] = figures(found.trailer["/Root"]["/StructTreeRoot"])
    assert "27 nov 7; 28 nov 8; 30 nov 9" in alt.casefold()


def test_every_paragraph_that_was_released_stands_on_it_word_for_word() -> None:
    """Signs of the typesetter's own language in the client's words too."""
    paper = values("nl", None, '#panic("x") $x_1$ *b* <b> "q" \\ @ref [link]')
    text = text_of(summary.summary_pdf(paper))
    for paragraph in paper.paragraphs:
        assert "".join(paragraph.split()) in text


def test_a_day_without_a_score_is_a_gap_and_never_a_zero() -> None:
    """Lines run through dates that follow each other alone; a zero is drawn as a zero."""
    complaints, energy = values().picture.lines
    assert [[spot.label for spot in run] for run in complaints.runs] == [["7", "8"], ["9"], ["8", "10"], ["7", "8"]]
    assert [[spot.label for spot in run] for run in energy.runs] == [["4", "3"], ["3", "0"], ["4", "5"]]
    assert len(complaints.crosses) == 1
    spots = [spot for line in (complaints, energy) for run in line.runs for spot in run]
    assert all(0 <= spot.across <= 1 and 0 <= spot.up <= 1 for spot in spots)
    assert complaints.runs[0][0].across == 0
    assert complaints.runs[-1][-1].across == 1
    assert complaints.runs[2][1].up == 1
    assert energy.runs[1][1].up == 0


def test_the_lines_differ_by_mark_and_by_words_and_not_by_colour() -> None:
    """Filled dots and open squares; the legend says which is which, and what a gap is."""
    picture = values("en").picture
    assert [line.mark for line in picture.lines] == ["dot", "square"]
    assert "Filled dots" in picture.legend[0]
    assert "gap" in picture.legend[1]
    assert len(picture.ticks) == 14


def test_weeks_without_any_score_and_the_longest_words_still_make_a_paper() -> None:
    """Nothing answered; five times five hundred letters; a window of one day."""
    for found in (evidence(scores=()), evidence(first=FIRST, last=FIRST, scores=evidence().scores[:1])):
        assert len(read(summary.summary_pdf(values("nl", found, *("heel lang " * 50,) * 5))).pages) <= 3


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120))
def test_any_words_at_all_can_be_printed(own: str) -> None:
    """Whatever somebody adds, a paper comes of it."""
    assert summary.summary_pdf(values("nl", None, own)).startswith(b"%PDF")


def test_the_same_values_give_the_same_bytes() -> None:
    """No moment of making, no chance."""
    assert summary.summary_pdf(values()) == summary.summary_pdf(values())
