"""Other quiet hours from now on: letters that wait for a moment in them wait for their end."""

from dataclasses import replace

import pytest

from storage.port import NO_ANSWER, LetterState
from tests.storage.material import HOUR, MINUTE, NOON, a_client, a_letter, change, claim, keep, new, settle

NIGHT = (NOON + 2 * HOUR, NOON + 13 * HOUR)


def moves(store, file, night) -> None:
    """The person of this file goes to another zone, where the night is another."""
    keep(store, replace(change(file, zone="Asia/Kolkata"), nights=(night,)))


def asleep(store, letter, *, tried: bool = False) -> list[int]:
    """Hours from noon at which a letter goes, once the night of this file has moved."""
    file = a_client()
    keep(store, new(file, letters=(letter,)))
    if tried:
        later = letter.not_before + HOUR
        settle(store, claim(store, letter.not_before).letters[0].n, LetterState.DUE, not_before=later, reason=NO_ANSWER)
    moves(store, file, NIGHT)
    return [hour for hour in range(1, 30) if claim(store, NOON + hour * HOUR).letters]


@pytest.mark.parametrize(("waits", "goes"), [(1, 1), (2, 13), (8, 13), (12, 13), (13, 13), (20, 20)])
def test_a_letter_that_waits_for_a_moment_in_the_night_goes_in_the_morning(store, waits, goes):
    """From the night's first moment to its last; outside it the moment stays."""
    assert asleep(store, a_letter(7, "told", file="c-jan", not_before=NOON + waits * HOUR)) == [goes]


def test_a_letter_of_another_file_and_an_alert_go_when_they_were_to_go(store):
    """Only this person moved, and alerts go at any hour."""
    other = a_letter(7, "told", file="c-other", not_before=NOON + 3 * HOUR)
    alert = a_letter(8, "alert", file="c-jan", kind="alert", not_before=NOON + 3 * HOUR)
    file = a_client()
    keep(store, new(file, letters=(other, alert)))
    moves(store, file, NIGHT)
    assert len(claim(store, NOON + 3 * HOUR).letters) == 2


@pytest.mark.parametrize(("kind", "goes"), [("reply", 4), ("question", 4), ("prompt", 13), ("reminder", 13)])
def test_what_answers_a_person_is_tried_again_at_any_hour(store, kind, goes):
    """A reply of which nobody knows whether it came is sent again in the night; what the bot began is not."""
    assert asleep(store, a_letter(7, "said", file="c-jan", kind=kind, not_before=NOON + 3 * HOUR), tried=True) == [goes]


def test_what_goes_at_once_goes_at_once(store):
    """A letter that was due when the person moved doesn't wait for the morning."""
    file = a_client()
    keep(store, new(file, letters=(a_letter(7, "now", file="c-jan"),)))
    moves(store, file, (NOON - HOUR, NOON + 5 * HOUR))
    assert len(claim(store, NOON + MINUTE).letters) == 1
