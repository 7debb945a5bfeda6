"""Of what the bot begins only so many letters are taken at once; what people wait for is taken first (`begun`)."""

from datetime import datetime

import pytest

from state_machines.effects import BEGUN_BY_BOT
from storage.port import Claims, LetterState, Turn
from tests.storage.material import HOUR, MINUTE, NOON, a_letter, bodies, keep, settle


def post(store, *letters) -> None:
    keep(store, Turn(at=NOON, before=None, after=None, letters=letters))


def claim(store, begun: int, now: datetime = NOON, limit: int = 64) -> Claims:
    with store.batch():
        return store.claim(now, limit, begun)


def begun_to(*chats: int, kind: str = "prompt"):
    return [a_letter(chat, f"check-in {chat}", kind=kind) for chat in chats]


@pytest.mark.parametrize("kind", sorted(BEGUN_BY_BOT))
def test_no_more_is_begun_than_there_is_room_for(store, kind):
    """The others are left as they were, and it is said that some were left."""
    post(store, *begun_to(1, 2, 3, kind=kind))
    first = claim(store, 2)
    assert (bodies(first), first.held) == (["check-in 1", "check-in 2"], True)
    assert [claimed.tries for claimed in first.letters] == [0, 0]
    last = claim(store, 2)
    assert (bodies(last), last.held) == (["check-in 3"], False)


def test_as_much_as_there_is_room_for_leaves_none(store):
    """Nothing was held: it needn't be looked at again in a second."""
    post(store, *begun_to(1, 2))
    found = claim(store, 2)
    assert (len(found.letters), found.held) == (2, False)


def test_what_people_wait_for_is_taken_whatever_was_begun(store):
    """First, though it is younger; with no room at all it is all that goes."""
    post(store, *begun_to(1, 2, 3), a_letter(8, "answer"), a_letter(9, "numbers", kind="safety"))
    found = claim(store, 1)
    assert (bodies(found), found.held) == (["numbers", "answer", "check-in 1"], True)
    nothing = claim(store, 0)
    assert (bodies(nothing), nothing.held) == ([], True)


def test_what_stands_before_an_answer_goes_with_the_answers(store):
    """Somebody wrote while their check-in waits its turn: order in a chat is kept, so it goes now."""
    post(store, *begun_to(1, 2, 3), a_letter(3, "answer"))
    found = claim(store, 0)
    assert (bodies(found), found.held) == (["check-in 3"], True)
    settle(store, found.letters[0].n)
    assert bodies(claim(store, 0)) == ["answer"]


def test_an_answer_for_later_hurries_nobody(store):
    """Nor does one that was sent, one to somebody else, or another letter that the bot begins."""
    post(store, a_letter(3, "sent"))
    settle(store, claim(store, 9).letters[0].n, LetterState.SENT)
    post(store, *begun_to(3, 4), a_letter(3, "tomorrow", not_before=NOON + HOUR), *begun_to(3, kind="reminder"))
    found = claim(store, 0)
    assert (bodies(found), found.held, found.next) == ([], True, NOON + HOUR)


def test_those_that_waited_longest_are_begun_first(store):
    """And a claim never takes more than its limit."""
    post(store, *(a_letter(chat, str(chat), kind="prompt", not_before=NOON - chat * MINUTE) for chat in range(1, 9)))
    assert bodies(claim(store, 3)) == ["8", "7", "6"]
    assert bodies(claim(store, 4, limit=2)) == ["5", "4"]
    post(store, a_letter(20, "answer"))
    assert bodies(claim(store, 1, limit=2)) == ["answer", "3"]


def test_a_letter_that_was_begun_is_as_it_was_put_in(store):
    """Also when it is taken at the bot's pace: whole, with its slot and its message."""
    letter = a_letter(1, "check-in", kind="prompt", slot="checkin", once=True, expires=NOON + HOUR)
    post(store, letter, *begun_to(2, 3))
    (claimed,) = claim(store, 1).letters
    assert (claimed.letter, claimed.message_id, claimed.tries, claimed.unsure) == (letter, None, 0, 0)
