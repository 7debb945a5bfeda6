"""The papers: tagged PDFs that open, with what was planned and agreed, and nothing of how the client is (R33)."""

import io
from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import get_args, get_type_hints

import pytest
import sample_plans
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from sample_plans import START, WEEK

from bot import papers
from dialogues.words import LANGUAGES, words
from reports import paper, typeset
from reports.paper import PaperStep, PlanPaper, WhyPaper
from state_machines.plan import Plan

A4 = (595, 842)
OWN_WORDS = '#panic("x") $x_1$ *b* _i_ <b>&amp; {name} "q" \\\\ @ref [link] `raw` // --- ~ 100% é ł ş Ω Ж'
#: Names of fields that something about the client's health or work done could hide in.
FORBIDDEN = ("worked", "realised", "score", "energy", "complaint", "diary", "note_", "health", "physician", "answer")


def values(name: str = "weekly", language: str = "nl", **changes: object) -> PlanPaper:
    """The paper of a plan of a kind."""
    plan = sample_plans.EVERY[name]()
    made = papers.paper_of(plan, words(language), client="Sanne", coach="Joost")
    return replace(made, **changes)  # type: ignore[arg-type]


def read(pdf: bytes) -> PdfReader:
    """The paper as a reading program opens it."""
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """All words on it, in order, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in read(pdf).pages).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sample_plans.EVERY)
def test_the_plan_of_every_kind_becomes_a_tagged_a4(name: str, language: str) -> None:
    """PDF/UA-1: tags, a title that is shown, the language; on A4, at most three pages."""
    found = read(paper.plan_pdf(values(name, language)))
    root = found.trailer["/Root"]
    assert root["/StructTreeRoot"]
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a PDF's own kind
    assert str(root["/Lang"]).startswith(language)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert found.metadata is not None
    assert found.metadata.title == words(language)._("Plan for returning to work")
    assert 1 <= len(found.pages) <= 3
    for page in found.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4


def test_it_says_by_standard_what_it_promises_to_a_screen_reader() -> None:
    """The PDF names PDF/UA, and its tables have headers."""
    pdf = paper.plan_pdf(values())
    assert b"pdfuaid" in pdf
    tags = _tags(read(pdf).trailer["/Root"]["/StructTreeRoot"])
    assert {"/Table", "/TH", "/TD", "/H1", "/H2"} <= tags


def _tags(node: object, found: set[str] | None = None) -> set[str]:
    """The kinds of tags in a tree of a PDF."""
    found = set() if found is None else found
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            _tags(child, found)
    elif isinstance(node, dict):
        if "/S" in node:
            found.add(str(node["/S"]))
        if "/K" in node:
            _tags(node["/K"], found)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_stands_on_it_in_full(language: str) -> None:
    """Goal, dates, ISO weeks, hours a week and a day, tasks, evaluations with whom, leeway, who agreed, signatures."""
    said = words(language)
    text = text_of(paper.plan_pdf(values(language=language)))
    weeks = [said._("Week {week}", week=week) for week in (49, 50, 51, 52)]
    dates = [said.dated(START), said.dated(START + timedelta(days=27)), said.full_day(date(2026, 12, 10))]
    wanted = [*weeks, *dates, "Sanne", "Karin", "Joost", "Eigen werk, 32 uur per week", "Post sorteren", "Facturen"]
    wanted += [said.dated(date(2026, 11, 26)), said._("Signature"), said.day(date(2026, 12, 25))]
    for word in wanted:
        assert word in text, word
    assert {"nl": "Regelruimte: hooguit 2 weken", "en": "Leeway: at most 2 weeks"}[language] in text


def test_the_same_values_give_the_same_bytes() -> None:
    """No moment of making, no chance."""
    assert paper.plan_pdf(values()) == paper.plan_pdf(values())
    assert paper.why_pdf(papers.why_of(words("nl"))) == paper.why_pdf(papers.why_of(words("nl")))


# --- what is never on it (R33) ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [PlanPaper, PaperStep, WhyPaper, paper.Section, paper.PaperEvaluation])
def test_a_paper_has_no_place_for_health_or_worked_hours(kind: type) -> None:
    """No field is named after any, and no field can hold a file, a day or an answer: only words and shares."""
    for field in fields(kind):
        assert not any(word in field.name for word in FORBIDDEN), field.name
    plain = {str, int, tuple, paper.PaperWords, PaperStep, paper.PaperEvaluation, paper.Section}
    for hint in get_type_hints(kind).values():
        for inner in (hint, *get_args(hint)):
            assert inner in plain or inner is Ellipsis or getattr(inner, "__origin__", None) is tuple, hint


def test_a_paper_is_made_from_the_plan_alone() -> None:
    """What makes it is given the plan, the language and names: nothing of the client's file can come along."""
    hints = get_type_hints(papers.paper_of)
    assert hints.pop("return") is PlanPaper
    assert set(hints.values()) == {Plan, type(words("nl")), str, bool}


def test_a_stop_is_on_the_paper_without_its_reason_or_the_name_of_the_physician() -> None:
    """Tone of R37: stopped on the advice of the bedrijfsarts; a new plan follows."""
    text = text_of(paper.plan_pdf(values("stopped")))
    assert "Gestopt vanaf 14 december 2026 op advies van de bedrijfsarts; er volgt een nieuw plan." in text
    assert "Zeldzaam" not in text


def test_a_draft_is_marked_as_a_proposal() -> None:
    """Nobody takes a plan for agreed that waits for a yes."""
    plan = sample_plans.weekly()
    said = words("nl")
    draft = papers.paper_of(plan, said, client="Sanne", draft=True)
    assert "voorstel" in text_of(paper.plan_pdf(draft))
    assert "voorstel" not in text_of(paper.plan_pdf(values()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_on_complaints_is_one_a4_about_nobody(language: str) -> None:
    """For supervisor and GP: one page, tagged, in the reader's language."""
    found = read(paper.why_pdf(papers.why_of(words(language))))
    assert len(found.pages) == 1
    assert found.trailer["/Root"]["/StructTreeRoot"]
    text = " ".join(found.pages[0].extract_text().split())
    assert words(language)._("What does move the plan") in text
    assert set(get_type_hints(papers.why_of)) == {"said", "return"}


# --- what people write --------------------------------------------------------------------------------------------


def test_what_people_write_is_never_typeset_as_source() -> None:
    """Signs of the typesetter's language in a goal, task or name stand on the paper as they were written."""
    plan = sample_plans.made(goal=OWN_WORDS)
    pdf = paper.plan_pdf(papers.paper_of(plan, words("nl"), client=OWN_WORDS[:30]))
    squeezed = text_of(pdf).replace(" ", "")
    for part in OWN_WORDS.split():
        assert part in squeezed, part


@pytest.mark.parametrize("odd", ["🙂👩‍🦽", "中文", "\x00\x07", "\ud83d", "\u202eabc", "مرحبا", "e\u0301"])
def test_signs_that_the_font_does_not_have_do_not_stop_a_paper(odd: str) -> None:
    """They become a square, or nothing when they only steer others: PDF/UA wants a real glyph for each sign."""
    plan = sample_plans.made(goal=f"voor {odd} na", supervisor=odd)
    text = text_of(paper.plan_pdf(papers.paper_of(plan, words("nl"), client=odd)))
    assert "voor" in text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80), st.text(max_size=40))
def test_any_words_at_all_can_be_printed(goal: str, name: str) -> None:
    """Whatever somebody types, a paper comes of it."""
    plan = sample_plans.named(sample_plans.made(goal=goal, supervisor=name), tempo=goal, support=name)
    assert paper.plan_pdf(papers.paper_of(plan, words("en"), client=name)).startswith(b"%PDF")


def test_letters_of_this_language_all_have_a_glyph() -> None:
    """Dutch, Frisian, Turkish, Polish, Arabic and Greek letters are printed as themselves."""
    letters = "áéëïöüçğşıİłżźćńôûÿœæøåß€–’“”…•×½ Αθήνα Жанна سلام שלום"
    assert typeset.shown(letters) == letters
    assert typeset.shown("a🙂b\u200dc") == "a□bc"


def test_long_words_stay_on_the_paper() -> None:
    """The longest goal, tasks and names still make a paper of at most four pages."""
    tasks = tuple(replace(task, name=f"{task.name} " + "heel lang en nog langer " * 10) for task in sample_plans.TASKS)
    plan = sample_plans.made(goal="x" * 300, supervisor="y" * 80, tasks=tasks, contract_hours=Decimal("32.25"))
    assert len(read(paper.plan_pdf(papers.paper_of(plan, words("nl"), client="z" * 80))).pages) <= 4
    assert plan.end < START + 4 * WEEK
