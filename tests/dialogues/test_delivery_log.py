"""The delivery log as a coach reads it: what is listed, what is counted, what is marked, and what it never tells."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogues import delivery_log, preview_messages
from dialogues.delivery_log import BECAME, MOST_LINES
from dialogues.preview_messages import NOON, SINCE, Sample
from dialogues.preview_people import CLIENT_ID, joost
from dialogues.prompt import Page
from dialogues.words import LANGUAGES, words
from storage.deliveries import Delivery
from storage.port import LetterState

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def page(*delivered: Sample | Delivery, language: str = "en") -> str:
    shown = Page(file=joost(language), values={"client": CLIENT_ID}, words=words(language))
    return delivery_log.messages(shown, "Sanne", delivered, SINCE).text


def listed(text: str) -> list[str]:
    return [line for line in text.splitlines() if line[:1] in {"•", "⚠"} and "perhaps not." not in line]


def came(kind: str = "prompt", days: float = 0, **fields: object) -> Sample:
    at = NOON - days * DAY
    return replace(Sample(kind=kind, planned=at, sent=at, taken=at, tries=1), **fields)  # type: ignore[arg-type]


def test_every_way_in_which_a_message_can_stand_has_its_words() -> None:
    """Each state there is, whatever the reason."""
    assert {state.value for state in LetterState} == {key for key in BECAME if ":" not in key}
    for state in LetterState:
        delivered = Delivery(n=1, kind="prompt", state=state, planned=NOON, reason="something new")
        assert len(listed(page(delivered))) == 1


def test_what_the_bot_began_is_listed_and_replies_are_counted() -> None:
    """One that didn't arrive is listed as well."""
    text = page(came("prompt"), came("reminder"), came("reply"), came("question"), came("safety", state="failed"))
    assert [line.split(", ")[1].split(":")[0] for line in listed(text)] == [
        "question",
        "reminder",
        "message in a conversation",
    ]
    assert "Beside these, 2 messages in a conversation." in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", list(LetterState))
def test_a_safety_text_is_told_apart_from_no_other(language: str, state: LetterState) -> None:
    """R22: after words about somebody else nobody is told; nor may a list of messages tell it."""
    about = {"state": state.value, "reason": "no answer"}
    texts = {page(came(kind, **about), language=language) for kind in ("safety", "reply", "question", "alert")}
    assert len(texts) == 1


def test_what_did_not_arrive_is_marked_and_counted() -> None:
    """Uncertain, failed, too late, and what is being tried again; not what somebody or the bot itself took back."""
    ends = [
        ("uncertain", "no answer"), ("failed", "BadRequest"), ("failed", "unreachable"), ("expired", "too late"),
        ("due", "asked to wait"), ("expired", "nothing to say"), ("replaced", ""), ("sending", ""), ("sent", ""),
    ]  # fmt: skip
    text = page(*(came(days=9 - n, state=state, reason=reason) for n, (state, reason) in enumerate(ends)))
    assert "".join(line[0] for line in listed(text)) == "⚠⚠⚠⚠⚠••••"
    assert "⚠ 5 messages didn't arrive, or perhaps not." in text


def test_ten_lines_at_most_and_nothing_that_failed_makes_room_for_what_arrived() -> None:
    """The rest is counted; the lines stand in the order of their moments."""
    failed = came(days=13, state="failed", taken=None)
    text = page(failed, *(came(days=12 - n) for n in range(12)))
    assert len(listed(text)) == MOST_LINES
    assert listed(text)[0].startswith("⚠ Fri 27 Nov")
    assert listed(text)[-1].startswith("• Wed 9 Dec")
    assert "And 3 more." in text
    many = page(*(came(days=13 - n / 2, state="failed", taken=None) for n in range(26)))
    assert "⚠ 26 messages didn't arrive" in many
    assert (len(listed(many)), "And 16 more." in many) == (MOST_LINES, True)


def test_moments_are_those_of_the_coachs_clock_with_a_date_only_when_it_is_another() -> None:
    """Planned, arrived, answered; no answer is "–" (R39)."""
    assert "13:00, question: arrived 13:00, reaction –" in page(came())
    late = came(taken=NOON + 20 * MINUTE, answered=NOON + DAY)
    assert "13:00, question: arrived 13:20, reaction Fri 11 Dec 13:00" in page(late)


def test_one_that_may_have_come_twice_says_so() -> None:
    """After a try without an answer it was sent again, and arrived."""
    assert "reaction –; perhaps twice" in page(came(tries=2, unsure=1))
    assert "twice" not in page(came(tries=2))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_case_of_the_preview_can_be_written(language: str) -> None:
    """Among them a fortnight in which nothing was sent."""
    texts = {about: drawn().text for about, drawn in preview_messages.drawn(language)}
    assert words(language)._("Nothing was sent in these two weeks.") in texts["none"]
    assert len(texts["every end"].splitlines()) > MOST_LINES
