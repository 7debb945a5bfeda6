"""The copy tells of every report to the occupational physician, not of the last one alone (R34)."""

from dataclasses import replace

import pytest

from dialogues import copy_chapters
from dialogues.words import LANGUAGES, words
from state_machines import events as e
from tests.state_machines import people

AT = people.AT
OWN = "Traplopen lukt nog niet."
EARLIER = (
    e.ReferralChosen(at=AT, choice="show", number=1),
    e.ReferralChosen(at=AT, choice="words", number=1, words=OWN),
    e.ReferralChosen(at=AT, choice="send", number=1),
    e.ReferralSeen(at=AT, number=1),
    e.ReferralAnswered(at=AT, number=1, answer="known"),
)


def kept(number: int) -> copy_chapters.Kept:
    """A client whose last report is this one, with the log of the first."""
    client = next(file for _, file in people.clients() if file.referral is not None)
    assert client.referral is not None
    file = replace(client, referral=replace(client.referral, number=number), referrals=number)
    return copy_chapters.Kept(client=file, days=(), notes=(), plans=(), events=EARLIER, messages=(), looks=())


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_earlier_report_is_told_of_with_the_clients_own_words(language: str) -> None:
    """Released, opened and answered, each with its moment; the last report has a chapter of its own."""
    said = words(language)
    (part,) = [part for part in copy_chapters.chapters(kept(2), said) if part.columns[1:2] == (said._("Report"),)]
    assert [row[1] for row in part.rows] == ["1"] * 4
    assert OWN in part.rows[0][2]
    assert part.rows[1][2] == said._("Released by you")
    assert said._("known already") in part.rows[3][2]


def test_who_has_one_report_reads_of_it_once() -> None:
    """What the log tells of the last one stands in its own chapter."""
    said = words("nl")
    assert not [part for part in copy_chapters.chapters(kept(1), said) if part.columns[1:2] == (said._("Report"),)]
