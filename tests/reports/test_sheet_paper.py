"""The evaluation sheet on A4: a tagged PDF that opens, with what was released and no more, whatever people wrote."""

import io
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from pypdf import PdfReader

from bot.sheet import paper_of
from dialogues.words import LANGUAGES, words
from reports.sheet import EvaluationSheet, sheet_pdf
from state_machines.sheet import LONGEST, OnSheet, Point, WeekOnSheet

MADE = date(2026, 12, 28)
A4 = (595, 842)
OWN_WORDS = '#panic("x") $x_1$ *b* _i_ <b>&amp; {name} "q" @ref [link] `raw` // --- 100% é ł ş Ω Ж'


def values(language: str, count: int = 5, *points: str, hours: bool = True, results: bool = True) -> EvaluationSheet:
    """A sheet of so many weeks."""
    weeks = tuple(
        WeekOnSheet(
            week=n,
            step=n,
            first=MADE + timedelta(weeks=n),
            last=MADE + timedelta(weeks=n, days=6),
            planned=Decimal(8 * n),
            worked=Decimal("7.5") if n % 2 else None,
            noted=3,
            days=4,
            result="" if n == count else ("full", "partly", "not", "")[n % 4],
            running=n == count,
        )
        for n in range(1, count + 1)
    )
    on = OnSheet(
        language=language,
        client="Sanne",
        supervisor="Karin",
        made=MADE,
        hours=hours,
        results=results,
        weeks=weeks,
        points=tuple(Point(question=0, words=each) for each in points),
    )
    return paper_of(on, words(language))


def text_of(made: EvaluationSheet) -> tuple[str, PdfReader]:
    """All words on it with single spaces, and the paper as a reading program opens it."""
    found = PdfReader(io.BytesIO(sheet_pdf(made)))
    return " ".join(" ".join(page.extract_text() for page in found.pages).split()), found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_is_one_tagged_a4_in_the_clients_language(language: str) -> None:
    """PDF/UA-1, with a title; five weeks and three points on one page."""
    text, found = text_of(values(language, 5, "my desk", "the mail", "when I start"))
    assert [(round(page.mediabox.width), round(page.mediabox.height)) for page in found.pages] == [A4]
    root = found.trailer["/Root"]
    assert str(root["/Lang"]).startswith(language)
    assert root["/StructTreeRoot"]
    assert found.metadata is not None
    assert found.metadata.title == words(language)._("Evaluation sheet")
    for said in ("Sanne", "Karin", "my desk", words(language)._("not done"), words(language)._("still running")):
        assert said in text


def test_what_was_left_out_has_no_column_and_no_heading() -> None:
    """Hours and results, each by itself; with neither there is the plan alone."""
    for hours, results in ((True, False), (False, True), (False, False)):
        text, _ = text_of(values("nl", hours=hours, results=results))
        assert ("Gewerkt" in text) is hours
        assert ("7,5 uur" in text) is hours
        assert ("Hoe de stap ging" in text) is results
        assert ("gedaan" in text) is results
        assert "40 uur" in text
        assert "Om te bespreken" not in text


def test_whatever_people_wrote_it_is_typeset_as_words() -> None:
    """Never as source; the longest list goes on on a second page."""
    long = tuple(f"{n} {OWN_WORDS}" + "w" * (LONGEST // 12 - len(OWN_WORDS)) for n in range(12))
    made = replace(values("nl", 5, *long), client=OWN_WORDS, supervisor="e\u0301 😀" * 10)
    text, found = text_of(made)
    assert "#panic" in text
    assert len(found.pages) <= 2


def test_points_alone_make_a_sheet_too() -> None:
    """Before the plan began there are no weeks to show."""
    text, _ = text_of(values("nl", 0, "mijn plek", hours=False, results=False))
    assert "mijn plek" in text
    assert "Gepland" not in text
