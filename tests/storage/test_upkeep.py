"""Migrating and pruning."""

from dataclasses import replace
from datetime import timedelta

import pytest

from state_machines.effects import Wake
from storage import schema
from storage.port import LetterState, Settled, StoreBroken, Turn
from storage.schema import STEPS
from storage.sqlite import open_sqlite
from tests.storage.material import (
    HOUR,
    NOON,
    TODAY,
    a_client,
    a_letter,
    asked,
    bodies,
    claim,
    due,
    keep,
    loaded,
    new,
    settle,
)

DAY = timedelta(days=1)


def test_update_ids_are_forgotten_after_two_days(store):
    """Telegram repeats updates for 24 hours; after 48 the id may go, a stumble's stays for the operator to look at."""
    with store.batch():
        store.seen(1, NOON)
        store.seen(2, NOON + HOUR)
        store.seen(3, NOON, stumble=b"odd")
    assert store.upkeep.prune(NOON + 2 * DAY + HOUR) == 1
    with store.batch():
        assert store.seen(1, NOON)
        assert not store.seen(2, NOON)
        assert not store.seen(3, NOON)
    store.upkeep.prune(NOON + 31 * DAY)
    with store.batch():
        assert store.seen(3, NOON)


def test_ended_wakes_and_settled_letters_go_after_thirty_days(store):
    """What is done with goes; what still waits stays, however old."""
    client = a_client()
    wakes = (Wake(kind="done", day=TODAY, at=NOON), Wake(kind="waits", day=TODAY, at=NOON))
    keep(store, new(client, wakes=wakes, letters=(a_letter(1, "sent"), a_letter(2, "waits"))))
    done, _ = due(store, NOON).wakes
    keep(store, Turn(at=NOON, before=client, after=client, record=asked(), ended=done, outcome="said"))
    (first, second) = claim(store).letters
    settle(store, first.n)
    settle(store, second.n, LetterState.DUE)
    assert store.upkeep.prune(NOON + 30 * DAY) == 0
    assert store.upkeep.prune(NOON + 30 * DAY + HOUR) == 2
    tally = store.views.tally()
    assert (tally.waiting, tally.ended, tally.letters) == ({"waits": 1}, {}, {("reply", "due"): 1})
    assert bodies(claim(store)) == ["waits"]
    assert store.upkeep.verify() == ()


def test_many_rows_are_pruned_in_small_transactions(sqlite):
    """A thousand rows and more go, a few hundred at a time, so that a turn can come in between."""
    with sqlite.batch():
        for n in range(1201):
            sqlite.seen(n, NOON)
    begun = []
    sqlite.connection.db.set_trace_callback(lambda sql: begun.append(sql) if sql.startswith("BEGIN") else None)
    assert sqlite.upkeep.prune(NOON + 3 * DAY) == 1201
    assert len(begun) >= 3


def test_pruned_letters_leave_the_slot_to_a_new_message(store):
    """After thirty days a slot has no message to edit any more."""
    keep(store, Turn(at=NOON, before=None, after=None, letters=(a_letter(1, "one", slot="s"),)))
    settle(store, claim(store).letters[0].n, message_id=41)
    store.upkeep.prune(NOON + 31 * DAY)
    keep(store, Turn(at=NOON, before=None, after=None, letters=(a_letter(1, "two", slot="s"),)))
    assert claim(store).letters[0].message_id is None


def test_migrating_twice_changes_nothing(store):
    """A store that is up to date stays as it is."""
    keep(store, new(a_client()))
    store.upkeep.migrate()
    assert loaded(store, "c-jan") == a_client()


def test_each_step_is_taken_once(sqlite):
    """The database knows which steps it took, in order."""
    rows = sqlite.connection.run("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
    assert [name for (name,) in rows] == list(STEPS)


def test_a_step_that_fails_leaves_nothing(tmp_path, monkeypatch):
    """All steps or none: a database never stands half way."""
    broken = {"0001_first_day": STEPS["0001_first_day"], "0002_broken": "CREATE TABLE a (x) STRICT;"}
    monkeypatch.setattr(schema, "STEPS", broken)
    with pytest.raises(StoreBroken):
        open_sqlite(tmp_path / "trede.db")
    monkeypatch.undo()
    store = open_sqlite(tmp_path / "trede.db")
    keep(store, new(a_client()))
    store.close()


def test_a_database_of_a_newer_version_is_not_opened(sqlite, tmp_path):
    """Going back is done with the version that wrote it: an older one doesn't touch it."""
    with sqlite.batch():
        sqlite.connection.run(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('trede', '0009_later', '')"
        )
    with pytest.raises(StoreBroken, match="newer version"):
        open_sqlite(tmp_path / "trede.db")


# --- the clock was ahead --------------------------------------------------------------------------------------------


def test_what_a_clock_that_was_ahead_sent_is_edited_by_nothing(store):
    """Set right, the next letter of that slot is a message of its own; one sent by the right clock is edited on."""
    post = keep_letters(store)
    post(a_letter(1, "right", slot="step"), at=NOON)
    post(a_letter(2, "ahead", slot="step"), at=NOON + 40 * DAY)
    store.upkeep.set_right(NOON + HOUR)
    for chat in (1, 2):
        keep(store, Turn(at=NOON + HOUR, before=None, after=None, letters=(a_letter(chat, "again", slot="step"),)))
    found = {one.letter.chat: one.message_id for one in claim(store, NOON + HOUR).letters}
    assert found == {1: 41, 2: None}


def test_what_a_clock_that_was_ahead_made_wait_is_due_and_late(store):
    """A letter for a morning in forty days; one for tomorrow stays as it is."""
    letters = (a_letter(1, "in forty days", not_before=NOON + 40 * DAY), a_letter(2, "now", not_before=NOON + DAY))
    keep(store, Turn(at=NOON, before=None, after=None, letters=letters))
    store.upkeep.set_right(NOON)
    (found,) = claim(store, NOON).letters
    assert (found.letter.body, found.letter.not_before) == ("in forty days", NOON - DAY)


def keep_letters(store):
    """Sends a letter at a moment, as message 41."""

    def post(letter, at):
        keep(store, Turn(at=at, before=None, after=None, letters=(replace(letter, not_before=at),)))
        (taken,) = claim(store, at).letters
        with store.batch():
            store.settle([Settled(n=taken.n, state=LetterState.SENT, at=at, message_id=41)])

    return post
