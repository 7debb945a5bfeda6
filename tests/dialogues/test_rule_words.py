"""What is said of the complaint rule: why now or why not, with the counts, and whose numbers they are (R19)."""

from collections.abc import Callable

import pytest

from dialogues import preview_rule
from dialogues.prompt import Message

CASES = ("nothing lasts", "level", "offered", "change", "in a row", "after an episode", "nothing known")


def said(about: str, language: str = "en") -> str:
    found: dict[str, Callable[[], Message]] = dict(preview_rule.drawn(language))
    return found[about]().text


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("about", CASES)
def test_every_case_has_one_sentence_three_rules_and_whose_numbers(about: str, language: str) -> None:
    """A title, the plain sentence, a line for each rule, and that the plan stays."""
    paragraphs = said(about, language).split("\n\n")
    assert len(paragraphs) == 4
    assert [line[0] for line in paragraphs[2].splitlines()] == ["•"] * 3
    stays = {"nl": "het plan blijft zoals het is afgesproken", "en": "the plan stays as it was agreed"}
    assert stays[language] in paragraphs[3]


def test_why_now_is_one_plain_sentence_with_its_counts() -> None:
    """Level: so many of so many, and the limit."""
    sentence = said("level").split("\n\n")[1]
    assert sentence == (
        "Why now: 7 or higher, or a complaint in words, on 9 of the 12 answered days; the limit is 70 %."
    )


def test_what_was_found_says_when() -> None:
    """While it is offered or with the physician, the evidence is that of the day it was found."""
    assert "Why now, found on Thu 10 Dec: 7 or higher" in said("offered")


def test_a_change_compares_with_the_first_weeks() -> None:
    """Then and now, and on how many days."""
    text = said("change")
    assert "on 10 days the last 7 scores lay above the first weeks: 5 now, 2 then." in text
    assert "Change: reached. First weeks 2, last 7 answered days 5." in text


def test_three_in_a_row_says_that_the_physician_does_not_know() -> None:
    """R1: the reason why three days are enough here."""
    assert "on each of the last 3 answered days; and the physician doesn't know the plan yet." in said("in a row")
    assert "doesn't count now" in said("level")


def test_why_not_says_what_is_missing() -> None:
    """Missing is missing: nothing is counted as zero."""
    text = said("nothing known")
    assert "Nothing lasts by the rule" in text
    assert "0 of the 0 days asked have a score; 4 are needed." in text
    assert "too few answered days to compare" in text


def test_after_an_episode_it_says_until_when_nothing_new_is_offered() -> None:
    """And that asking for it always works."""
    assert "Nothing new is offered before Mon 21 Dec; Sanne can always ask." in said("after an episode")


def test_whose_numbers_they_are() -> None:
    """By name, role and date; for everybody or for this client alone; or nobody's yet."""
    assert "set by A. Smit (bedrijfsarts) on 2 November 2026, for everybody here." in said("level")
    assert "set by A. Smit (bedrijfsarts) on 2 November 2026, for Sanne alone." in said("change")
    assert "Trede's proposals: no professional has set them yet." in said("nothing lasts")
