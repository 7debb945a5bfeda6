"""What an occupational physician reads: nothing of a report but in the summary, no pronoun, every answer confirmed."""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from dialogues import phrases, physician_summary, preview_referrals, taps
from dialogues.preview_physician import ABOUT, Shown, physician, smit
from dialogues.prompt import Message, Page
from dialogues.summary_words import alternative, legend
from dialogues.texts import DESK_TEXTS
from dialogues.words import LANGUAGES, words
from state_machines.case import Scored
from state_machines.effects import Value
from state_machines.files import Professional
from state_machines.physician_cases import READ
from state_machines.physician_picks import ADVICES, KNOWN_WEEKS, PICKS, SETTINGS
from state_machines.referral import ANSWERS

DAY = timedelta(days=1)
PRONOUNS = re.compile(r"\b(je|jij|jou|jouw|u|uw)\b", re.IGNORECASE)
#: Written for coaches too, before it is known who reads.
SHARED = {"desk.language", "desk.expired"}


def written(sample: Shown) -> Message:
    """The message of a sample."""
    name, file, values, _, drawn = sample
    if drawn is not None:
        return drawn()
    page: Page[Professional] = Page(file=file, values=values, words=words(file.language))
    return DESK_TEXTS[name](page)


def said(name: str, language: str, values: dict[str, Value], *states: str) -> Message:
    """One text, with a case in these states."""
    file = smit(language, *states)
    return DESK_TEXTS[name](Page(file=file, values=values, words=words(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_but_the_summary_says_whom_a_report_is_about(language: str) -> None:
    """No name, no number of a referral, no score: in no text and under no button."""
    for sample in physician(language):
        message = written(sample)
        if sample[0] == "case.summary":
            assert message.protect
            continue
        shown = [message.text, message.subject, *(button.label for row in message.rows for button in row)]
        assert not any("Sanne" in text or "Joost" in text for text in shown), sample


def test_the_physician_is_never_addressed_by_a_pronoun() -> None:
    """Tone 23: no je and no u, in no message and under no button."""
    for sample in physician("nl"):
        if sample[0] in SHARED | {"case.summary"}:
            continue
        message = written(sample)
        shown = [message.text, *(button.label for row in message.rows for button in row)]
        assert not [text for text in shown if PRONOUNS.search(text)], sample


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_of_r21_has_a_button_and_a_confirmation(language: str) -> None:
    """Five answers; each confirmation says that the plan stands."""
    found = [taps.read(b.data).arg(0) for row in said("physician.choices", language, ABOUT, READ).rows for b in row]
    assert set(found) == {*ANSWERS, "take_back"}
    assert {answer for answer, _ in physician_summary.PASSED_ON} == set(ANSWERS)
    for answer, about in physician_summary.PASSED_ON:
        text = said("physician.answered", language, {"answer": answer, "about": about}, "answered").text
        assert {"nl": "Het plan blijft", "en": "The plan stands"}[language] in text
    assert {about for answer, about in physician_summary.PASSED_ON if answer == "advises"} == set(ADVICES)
    weeks = [taps.read(b.data).args[-1] for b in said("physician.known", language, ABOUT, READ).rows[0]]
    assert weeks == [str(n) for n in KNOWN_WEEKS[:2]]


def test_every_button_is_one_that_the_desk_knows_and_fits() -> None:
    """At most 64 bytes, also for the longest pseudonym, and read back as what it was."""
    for language in LANGUAGES:
        for sample in physician(language):
            for row in written(sample).rows:
                for button in row:
                    assert len(button.data.encode()) <= 64
                    tap = taps.read(button.data)
                    assert tap.verb == "kq" or tap.arg(0) in PICKS | SETTINGS
                    assert phrases.size(button.label) <= phrases.LONGEST_LABEL + 8


def test_what_shows_the_scores_says_them_all_in_words() -> None:
    """For who can't see the lines: each date with its score; a day without one isn't named at all."""
    day = date(2026, 12, 1)
    scores = (Scored(day=day, score=Decimal(8), energy=Decimal(0), bad=True), Scored(day=day + DAY, bad=True))
    found = replace(preview_referrals.evidence(), scores=scores)
    text = alternative(found, words("en"))
    assert text.endswith("Complaints: 1 Dec 8. Energy: 1 Dec 0.")
    assert "none" in alternative(replace(found, scores=()), words("en"))
    assert len(legend(found, words("nl"))) == 4
