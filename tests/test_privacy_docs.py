"""The papers an organisation needs (docs/privacy): dated, filled in for Trede, with clear blanks for the rest."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from bot.retaining import PERIODS
from storage.retention import SILENT_MONTHS, Limits
from storage.upkeep import ENDED_KEPT, SEEN_KEPT

ROOT = Path(__file__).parent.parent
PRIVACY = ROOT / "docs" / "privacy"
PAPERS = sorted(PRIVACY.glob("*.md"))
NAMED = {"dpia", "processing-register", "breach-runbook", "retention", "ai-act", "medical-device", "telegram", "index"}
BLANK = re.compile(r"\[\[(.*?)\]\]", re.S)
ROW = re.compile(r"^\| `(\w+)` \| (\d+) \| (\d+) \| (\d+) \|$", re.M)


def text(name: str) -> str:
    return (PRIVACY / f"{name}.md").read_text(encoding="utf-8")


def test_every_paper_is_there_and_reached_from_the_first() -> None:
    """What the index doesn't name nobody finds."""
    assert {path.stem for path in PAPERS} == NAMED
    assert all(f"({name}.md)" in text("index") for name in NAMED - {"index"})
    assert "(../data-register.md)" in text("index")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_a_paper_is_dated_and_says_where_something_is_to_be_filled_in(paper: Path) -> None:
    """A blank is marked so that it can be searched for, and says what belongs there."""
    said = paper.read_text(encoding="utf-8")
    assert "*22 November 2026" in said
    assert said.count("[[") == said.count("]]") == len(BLANK.findall(said))
    assert all(blank.startswith("fill in") for blank in BLANK.findall(said))


def test_nowhere_else_is_anything_left_to_fill_in() -> None:
    """A blank in another page would be forgotten there."""
    others = [path for path in (ROOT / "docs").rglob("*.md") if path not in PAPERS]
    assert [path.name for path in others if "[[fill in" in path.read_text(encoding="utf-8")] == []


def test_the_periods_on_paper_are_those_of_the_code() -> None:
    """Proposal, least and most, as `trede retention` knows them."""
    said = text("retention")
    found = {name: tuple(map(int, numbers)) for name, *numbers in ROW.findall(said)}
    proposals = asdict(Limits())
    assert found == {name: (proposals[name], each.least, each.most) for name, each in PERIODS.items()}
    assert (SILENT_MONTHS, "twelve months" in said) == (12, True)
    assert (ENDED_KEPT.days, SEEN_KEPT.total_seconds() / 3600) == (30, 48)
    for words in (
        "| 30 days | the moment",
        "| 6 months | the end",
        "| 24 months | the end",
        "| 5 years |",
        "| 48 hours |",
    ):
        assert words in said
