"""The questions, and that each look by a person is written down first (R33)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest

from state_machines.days import AMSTERDAM, local_date
from state_machines.effects import Wake
from state_machines.events import Noted, NoteEdited, NoteOpened, NotUnderstood, SafetySignalled
from storage.port import Record, Turn
from storage.views import Look
from tests.storage.material import (
    LOOK,
    MINUTE,
    NOON,
    TODAY,
    a_client,
    a_coach,
    a_letter,
    asked,
    change,
    keep,
    loaded,
    new,
)


def happened(store, file, *events) -> None:
    for event in events:
        keep(store, Turn(at=event.at, before=file, after=file, record=Record(event=event)))


def noted(text: str, at: datetime = NOON) -> Noted:
    return Noted(at=at, text=text, message_id=1, day=local_date(at, AMSTERDAM))


def brief(notes) -> list[tuple]:
    return [(note.day.day, note.number, note.text) for note in notes]


def test_a_coach_sees_the_clients_on_the_cards(store):
    """In the order of the cards; who is erased or not there yet is left out."""
    keep(store, new(a_coach("p-anna", "c-two", "c-gone", "c-one")), new(a_client("c-one")), new(a_client("c-two")))
    keep(store, new(a_client("c-other")))
    assert [client.id for client in store.views.clients_of("p-anna", LOOK)] == ["c-two", "c-one"]
    assert [len(store.views.accesses(file)) for file in ("c-one", "c-two", "c-other", "p-anna")] == [1, 1, 0, 0]


def test_each_look_is_written_down(store):
    """Who, under which name, why, when and at what: the client can read it all."""
    keep(store, new(a_coach("p-anna", "c-jan")), new(a_client()))
    store.views.clients_of("p-anna", LOOK)
    store.views.trajectory("c-jan", TODAY, replace(LOOK, why="logbook", at=NOON + MINUTE))
    store.views.rows("c-jan", Look("op", "operator", "asked by the client", NOON + 2 * MINUTE))
    assert store.views.referred("c-jan", Look("p-smit", "Dr. Smit", "referral", NOON + 3 * MINUTE)).id == "c-jan"
    rows = store.views.accesses("c-jan")
    assert [(row.n, row.at - NOON, row.who, row.name, row.why, row.what) for row in rows] == [
        (1, 0 * MINUTE, "p-anna", "Anna", "morning round", "overview"),
        (2, 1 * MINUTE, "p-anna", "Anna", "logbook", "trajectory"),
        (3, 2 * MINUTE, "op", "operator", "asked by the client", "log"),
        (4, 3 * MINUTE, "p-smit", "Dr. Smit", "referral", "referral"),
    ]
    assert store.upkeep.verify() == ()


def test_a_look_stands_in_the_chain_beside_the_turns(store):
    """A file that was looked into is still the same file to the next turn, and its chains still hold."""
    client = a_client(chat=7)
    keep(store, new(a_coach("p-anna", "c-jan")), new(client))
    store.views.clients_of("p-anna", LOOK)
    assert loaded(store, "c-jan") == client
    keep(store, change(client, language="en"))
    store.views.clients_of("p-anna", LOOK)
    keep(store, change(loaded(store, "c-jan"), language="nl"))
    assert len(store.views.accesses("c-jan")) == 2
    assert store.upkeep.verify() == ()


def test_there_is_nothing_to_see_of_a_file_that_is_not_there(store):
    """LookupError says so; nothing is written."""
    keep(store, new(a_coach("p-anna")), new(a_client()))
    views = store.views
    questions = (
        lambda: views.clients_of("p-nobody", LOOK),
        lambda: views.clients_of("c-jan", LOOK),
        lambda: views.trajectory("c-nobody", TODAY, LOOK),
        lambda: views.trajectory("p-anna", TODAY, LOOK),
        lambda: views.referred("c-nobody", LOOK),
        lambda: views.referred("p-anna", LOOK),
        lambda: views.own_notes("c-nobody", TODAY),
        lambda: views.own_events("c-nobody"),
        lambda: views.rows("c-nobody", LOOK),
        lambda: views.deliveries("c-nobody", NOON, LOOK),
    )
    for question in questions:
        with pytest.raises(LookupError):
            question()
    assert store.views.accesses("c-nobody") == ()


def test_notes_are_numbered_per_local_date_as_they_were_written(store):
    """Notes, words that weren't understood and words that sounded an alarm share one numbering."""
    client = a_client()
    keep(store, new(client))
    late = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)  # half past midnight in Amsterdam
    happened(
        store,
        client,
        noted("one"),
        NotUnderstood(at=NOON, day=TODAY, question="energy", reason="words", text="two", message_id=2),
        SafetySignalled(at=NOON, tier=2, text="three", message_id=3, day=TODAY),
        SafetySignalled(at=NOON, tier=0),
        NotUnderstood(at=NOON, day=TODAY, question="energy", reason="out_of_range", text="", message_id=2),
        noted("tomorrow", late),
        noted("four"),
    )
    expected = [(30, 1, "one"), (30, 2, "two"), (30, 3, "three"), (1, 1, "tomorrow"), (30, 4, "four")]
    assert brief(store.views.own_notes("c-jan", TODAY)) == expected


def test_a_client_looks_back_on_the_whole_way_and_nobody_looked_in(store):
    """Every event of the own file, oldest first, for the client's own eyes: no access row is written (R33)."""
    client = a_client()
    keep(store, new(client))
    told = (noted("one"), noted("two"))
    happened(store, client, *told)
    assert store.views.own_events("c-jan")[-2:] == told
    assert store.views.accesses("c-jan") == ()


def test_a_note_shows_its_latest_words(store):
    """A correction replaces the text and is marked; a correction of a note that isn't there is passed over."""
    client = a_client()
    keep(store, new(client))
    edits = [NoteEdited(at=NOON, day=TODAY, number=n, text=f"better {n}", message_id=1) for n in (2, 9)]
    happened(store, client, noted("one"), noted("two"), *edits)
    notes = store.views.own_notes("c-jan", TODAY)
    assert [(note.text, note.edited, note.open) for note in notes] == [("one", False, False), ("better 2", True, False)]


def test_the_coach_sees_the_opened_notes_alone(store):
    """R33: a note is the client's own until they open it, and again when they close it."""
    client = a_client()
    keep(store, new(client))
    opened = [NoteOpened(at=NOON, day=TODAY, number=n, open=True) for n in (2, 3)]
    closed = NoteOpened(at=NOON, day=TODAY, number=3, open=False)
    happened(store, client, noted("one"), noted("two"), noted("three"), *opened, closed)
    trajectory = store.views.trajectory("c-jan", TODAY, LOOK)
    assert brief(trajectory.notes) == [(30, 2, "two")]
    assert trajectory.client == client
    assert [note.open for note in store.views.own_notes("c-jan", TODAY)] == [False, True, False]


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_notes_from_a_date_on(store, zone):
    """Earlier days are left out, in whichever zone the client lives; numbers are those of the whole day."""
    client = a_client(zone=zone)
    keep(store, new(client))
    begin = datetime(2026, 11, 27, tzinfo=UTC)
    happened(store, client, *(noted(f"hour {hour}", begin + timedelta(hours=hour)) for hour in range(0, 96, 6)))
    every = store.views.own_notes("c-jan", TODAY - timedelta(days=30))
    assert len(every) == 16
    for days in range(5):
        since = TODAY - timedelta(days=days)
        assert store.views.own_notes("c-jan", since) == tuple(note for note in every if note.day >= since)


def test_the_log_is_read_whole(store):
    """Each row says what happened, who acted, what was said or why nothing was."""
    client = a_client()
    keep(store, new(client, record=asked("start", by="c-jan", said=("welcome.hello",))))
    keep(store, Turn(at=NOON, before=client, after=client, record=asked("call", reason="asked before")))
    first, second = store.views.rows("c-jan", LOOK)
    assert (first.n, first.at, first.actor, first.by) == (1, NOON, "client", "c-jan")
    assert (first.event.what, first.said, first.reason) == ("start", ("welcome.hello",), "")
    assert (second.n, second.event.what, second.reason) == (2, "call", "asked before")


def test_every_file_is_listed(store):
    """Of both kinds, for what the program does by itself; nobody looked, so nothing is written."""
    keep(store, new(a_coach()), new(a_client()))
    assert {file.id: file for file in store.views.files()} == {"p-anna": a_coach(), "c-jan": a_client()}
    assert store.views.accesses("c-jan") == ()


def test_the_tally_counts(store):
    """Waiting wakes by kind and letters by kind and state."""
    wakes = tuple(Wake(kind=kind, day=TODAY, at=NOON, number=n) for n, kind in enumerate(("a", "a", "b")))
    keep(store, new(a_client(), wakes=wakes, letters=(a_letter(), a_letter(kind="prompt"), a_letter())))
    tally = store.views.tally()
    assert (tally.waiting, tally.ended, tally.dropped) == ({"a": 2, "b": 1}, {}, 0)
    assert tally.letters == {("reply", "due"): 2, ("prompt", "due"): 1}


def test_questions_are_asked_from_another_thread(sqlite):
    """A view opens the file for itself: the event loop's connection is not touched."""
    keep(sqlite, new(a_coach("p-anna", "c-jan")), new(a_client()))
    answers = []
    asker = Thread(target=lambda: answers.append(sqlite.views.clients_of("p-anna", LOOK)))
    asker.start()
    asker.join()
    assert answers == [(a_client(),)]
    assert loaded(sqlite, "c-jan") == a_client()


def test_a_view_sees_what_was_committed_and_no_more(sqlite):
    """An open batch of the bot is not in the answer, and doesn't hold it up."""
    keep(sqlite, new(a_client()))
    with sqlite.batch():
        sqlite.commit(change(a_client(), language="en"))
        assert sqlite.views.files() == (a_client(),)
    assert sqlite.views.files()[0].language == "en"
