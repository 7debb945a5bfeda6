"""Due work: wakes wait, come due, are answered, replaced and taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from state_machines.effects import Wake
from storage.port import DueWake, StoreRefused, Turn
from tests.storage.material import HOUR, MINUTE, NOON, TODAY, a_client, asked, due, keep, new, undone


def a_wake(kind="checkin", at=NOON, **fields) -> Wake:
    return Wake(kind=kind, day=TODAY, at=at, **fields)


def ending(wake: DueWake, outcome="said", at=NOON, **fields) -> Turn:
    client = a_client()
    return Turn(at=at, before=client, after=client, record=asked(at=at), ended=wake, outcome=outcome, **fields)


def kinds(due_) -> list[str]:
    return [wake.kind for wake in due_.wakes]


def test_a_wake_is_due_from_its_moment_until_a_turn_ends_it(store):
    """Due work is a row: asked for twice it comes twice, ended it comes no more."""
    keep(store, new(a_client(), wakes=(a_wake(expires=NOON + HOUR),)))
    assert due(store, NOON - MINUTE).wakes == ()
    expected = DueWake(file="c-jan", kind="checkin", day=TODAY, number=0, at=NOON, expires=NOON + HOUR)
    assert due(store, NOON).wakes == (expected,)
    assert due(store, NOON + HOUR).wakes == (expected,)
    keep(store, ending(expected))
    assert due(store, NOON + HOUR).wakes == ()
    assert store.views.tally().ended == {("checkin", "said"): 1}


def test_the_oldest_wake_comes_first_and_the_next_moment_is_told(store):
    """`due` gives the order in which things should have happened, and when to come back."""
    wakes = (a_wake("later", NOON + HOUR), a_wake("second", NOON), a_wake("first", NOON - HOUR))
    keep(store, new(a_client(), wakes=wakes))
    found = due(store, NOON)
    assert kinds(found) == ["first", "second"]
    assert found.next == NOON + HOUR
    assert due(store, NOON + HOUR).next is None


def test_more_wakes_than_the_limit_are_due_at_once_again(store):
    """The next moment is that of the first wake that didn't fit, though it has passed."""
    keep(store, new(a_client(), wakes=tuple(a_wake(number=n, at=NOON + n * MINUTE) for n in range(5))))
    found = due(store, NOON + HOUR, limit=3)
    assert [wake.number for wake in found.wakes] == [0, 1, 2]
    assert found.next == NOON + 3 * MINUTE


def test_a_damaged_wake_holds_up_no_later_one(sqlite):
    """It is passed over, though it comes first: nobody else waits for it."""
    keep(sqlite, new(a_client(), wakes=(a_wake("damaged", NOON - HOUR), a_wake("whole", NOON))))
    with sqlite.batch():
        sqlite.connection.run("UPDATE wake SET day = 'no day' WHERE kind = 'damaged'")
    found = due(sqlite, NOON)
    assert kinds(found) == ["whole"]
    assert found.next is None


def test_the_same_key_replaces(store):
    """A file has one wake of a kind, day and number: setting it again moves it, also one that had ended."""
    client = a_client()
    keep(store, new(client, wakes=(a_wake(),)))
    keep(store, Turn(at=NOON, before=client, after=client, wakes=(a_wake(at=NOON + HOUR),)))
    assert due(store, NOON).wakes == ()
    (wake,) = due(store, NOON + HOUR).wakes
    keep(store, ending(wake))
    assert due(store, NOON + HOUR).wakes == ()
    keep(store, Turn(at=NOON, before=client, after=client, wakes=(a_wake(at=NOON + HOUR),)))
    assert due(store, NOON + HOUR).wakes == (wake,)
    assert store.views.tally().ended == {}


def test_a_turn_may_answer_a_wake_and_set_it_anew(store):
    """The wake that a turn ends is ended before its new ones are set, so the same key waits again."""
    keep(store, new(a_client(), wakes=(a_wake(),)))
    (wake,) = due(store, NOON).wakes
    keep(store, ending(wake, wakes=(a_wake(at=NOON + HOUR),)))
    assert due(store, NOON).wakes == ()
    assert due(store, NOON + HOUR).wakes == (replace(wake, at=NOON + HOUR),)


def test_a_wake_that_moved_since_it_was_due_is_not_ended(store):
    """Two wakes of one file come due together and the first turn moves the second: it waits for its new moment."""
    client = a_client()
    keep(store, new(client, wakes=(a_wake("first", NOON - MINUTE), a_wake("second", NOON))))
    first, second = due(store, NOON).wakes
    keep(store, ending(first, wakes=(a_wake("second", NOON + HOUR),)), ending(second))
    assert kinds(due(store, NOON + HOUR)) == ["second"]


def test_a_wake_is_taken_back(store):
    """`at=None` takes back a wake that waits; what had ended stays ended, for the record."""
    client = a_client()
    keep(store, new(client, wakes=(a_wake("first"), a_wake("second"))))
    (first, _) = due(store, NOON).wakes
    keep(store, ending(first, wakes=(a_wake("first", None), a_wake("second", None), a_wake("third", None))))
    assert due(store, NOON + HOUR).wakes == ()
    assert store.views.tally().ended == {("first", "said"): 1}
    assert store.views.tally().waiting == {}


def test_wakes_of_a_file_differ_by_kind_day_and_number(store):
    """Four wakes that differ in one part of the key are four rows."""
    tomorrow = replace(a_wake(), day=TODAY + timedelta(days=1))
    keep(store, new(a_client(), wakes=(a_wake(), a_wake("nudge"), a_wake(number=1), tomorrow)))
    keep(store, new(a_client("c-piet"), wakes=(a_wake(),)))
    assert len(due(store, NOON).wakes) == 5


def test_a_wake_that_ends_without_saying_how_is_counted(store):
    """A due row that leads to no letter, expiry or reason is visible in the tally."""
    keep(store, new(a_client(), wakes=(a_wake("silent"), a_wake("loud"))))
    loud, silent = due(store, NOON).wakes
    keep(store, ending(loud, "expired"), ending(silent, ""))
    assert store.views.tally().dropped == 1


def test_a_turn_ends_a_wake_of_its_own_file(store):
    """Another file's due work isn't a turn's to end."""
    keep(store, new(a_client()), new(a_client("c-piet"), wakes=(a_wake(),)))
    (wake,) = due(store, NOON).wakes
    with pytest.raises(StoreRefused):
        keep(store, ending(wake))


def test_a_wake_of_a_file_that_is_gone_is_ended_without_one(store):
    """A file that was erased after its wake came due takes it along; saying so is no error."""
    keep(store, new(a_client(), wakes=(a_wake(),)))
    (wake,) = due(store, NOON).wakes
    with store.batch():
        store.forget("c-jan", NOON)
        store.commit(Turn(at=NOON, before=None, after=None, ended=wake, outcome="the file is gone"))
    assert due(store, NOON).wakes == ()


def test_an_undone_turn_leaves_its_wake_due(store):
    """A turn that fails after ending its wake didn't answer it."""
    keep(store, new(a_client(), wakes=(a_wake(),)))
    (wake,) = due(store, NOON).wakes
    with undone(store):
        store.commit(ending(wake, wakes=(a_wake("nudge", NOON),)))
    assert due(store, NOON).wakes == (wake,)
