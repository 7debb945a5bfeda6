"""A report to the occupational physician as the client reads it (tone 22, 23; R20)."""

from dataclasses import replace
from datetime import date

import pytest

from dialogues import referral_text, summary_words
from dialogues.preview_referrals import evidence, reported
from dialogues.prompt import CLIENT_TEXTS, Page
from dialogues.words import words
from state_machines.referral import LONGEST_WORDS, MOST_WORDS

RELEASED = date(2026, 12, 10)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("why", ["level", "change", "in_a_row", "asked"])
def test_the_whole_text_is_shown_however_much_was_added(language: str, why: str) -> None:
    """R20: what the client reads is what is sent, to the last word, also with the most and longest own words."""
    most = tuple(f"{n}" * LONGEST_WORDS for n in range(MOST_WORDS))
    client = reported(language, "reading", words=most, evidence=evidence(why), wish="talk")
    said = words(language)
    shown = CLIENT_TEXTS["referral.text"](Page(file=client, values={}, words=said)).text
    assert client.referral is not None
    for paragraph in referral_text.paragraphs(client, client.referral, said, RELEASED):
        assert paragraph in shown


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_text_to_the_physician_has_no_you_and_says_that_the_plan_runs_on(language: str) -> None:
    """Tone 23: no je or u; numbers and dates; no conclusion."""
    client = reported(language, "reading")
    assert client.referral is not None
    text = " ".join(referral_text.paragraphs(client, replace(client.referral, words=()), words(language), RELEASED))
    assert not {"je", "jij", "jouw", "u", "uw", "you", "your"} & set(text.casefold().replace(".", " ").split())
    assert ("Het plan loopt door" if language == "nl" else "The plan runs on") in text


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ["offer", "reminder", "sent", "declined", "alone", "lapsed", "withdrawn", "moved"])
def test_each_message_about_a_report_says_that_the_plan_stands(name: str, language: str) -> None:
    """Issue: the messages to client, coach and physician each say that the schedule stands as agreed."""
    page = Page(file=reported(language, "delivered"), values={}, words=words(language))
    stands = "Je plan blijft intussen staan." if language == "nl" else "Your plan stands meanwhile."
    assert stands in CLIENT_TEXTS[f"referral.{name}"](page).text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_head_of_the_paper_says_what_its_text_says_also_before_it_is_sent(language: str) -> None:
    """R20: the paper that the client looks at first has no empty line, and carries the name and date of the text."""
    client = replace(reported(language, "reading", name="S."), name="Sanne")
    assert client.referral is not None
    said = words(language)
    facts = [value for _, value in summary_words.facts(client, client.referral, said)]
    assert all(facts)
    day = referral_text.dated_on(client, client.referral)
    first = referral_text.paragraphs(client, client.referral, said, day)[0]
    assert facts[0] == "S."
    assert "S." in first
    assert facts[-1] in first
