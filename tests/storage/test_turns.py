"""batch, load, seen and commit."""

from dataclasses import replace

import pytest

from state_machines.files import Client, Professional
from storage.port import ByChat, ByInvite, StoreRefused, Turn
from storage.sqlite import SqliteStore, open_sqlite
from tests.storage.material import (
    HOUR,
    NOON,
    a_client,
    a_coach,
    a_full_client,
    a_letter,
    a_plan,
    an_invite,
    asked,
    bodies,
    change,
    claim,
    keep,
    loaded,
    new,
    plan_turn,
    undone,
)


def test_a_file_comes_back_as_it_was_kept(store):
    """`load` gives the file that was committed, with every value of every day."""
    client, coach = a_full_client(), a_coach("p-anna", "c-jan")
    keep(store, new(client), new(coach))
    assert loaded(store, "c-jan") == client
    assert loaded(store, "p-anna") == coach
    assert loaded(store, "c-nobody") is None


def test_a_file_is_seen_at_once_in_its_own_batch(store):
    """`load` sees what this batch committed before."""
    with store.batch():
        store.commit(new(a_client()))
        assert store.load("c-jan") == a_client()


def test_a_file_is_found_by_chat_and_by_invite(store):
    """A chat and an invitation lead to their file as soon as a turn puts them in it."""
    client = a_client(chat=7, invite=an_invite())
    keep(store, new(client))
    assert loaded(store, ByChat(7)) == client
    assert loaded(store, ByInvite("ab" * 32)) == client
    assert loaded(store, ByChat(8)) is None
    assert loaded(store, ByInvite("00" * 32)) is None


def test_an_old_chat_is_freed_when_it_changes(store):
    """A new account takes the place of the old one, whose chat may then belong to somebody else."""
    client = a_client(chat=7)
    keep(store, new(client), change(client, chat=8))
    assert loaded(store, ByChat(7)) is None
    assert loaded(store, ByChat(8)).id == "c-jan"
    keep(store, new(a_coach("p-anna", chat=7)))
    assert isinstance(loaded(store, ByChat(7)), Professional)


def test_a_chat_has_one_role(store):
    """A chat that belongs to a file can't be given to another."""
    keep(store, new(a_coach("p-anna", chat=7)))
    with pytest.raises(StoreRefused):
        keep(store, new(a_client(chat=7)))
    assert loaded(store, "c-jan") is None


def test_an_invite_is_replaced_and_dropped(store):
    """A new link ends the old one; a claimed one leads nowhere any more."""
    client = a_client(invite=an_invite())
    second = replace(client, invite=an_invite("12" * 32))
    keep(store, new(client), Turn(at=NOON, before=client, after=second))
    assert loaded(store, ByInvite("ab" * 32)) is None
    assert loaded(store, ByInvite("12" * 32)) == second
    keep(store, change(second, invite=None))
    assert loaded(store, ByInvite("12" * 32)) is None


def test_an_exception_undoes_the_whole_batch(store):
    """What a failed batch wrote is gone, also from what the store remembers."""
    client = a_client()
    keep(store, new(client))
    with undone(store):
        store.seen(1, NOON)
        store.commit(change(client, language="en"))
        assert store.load("c-jan").language == "en"
    assert loaded(store, "c-jan").language == "nl"
    with store.batch():
        assert store.seen(1, NOON)
    keep(store, change(client, language="de"))
    assert loaded(store, "c-jan").language == "de"


def test_an_exception_in_a_nested_batch_undoes_that_level_alone(store):
    """One person's error rolls back only their own turn."""
    with store.batch():
        store.commit(new(a_client("c-one")))
        with undone(store):
            store.commit(new(a_client("c-two")))
            with store.batch():
                store.commit(new(a_client("c-three")))
        with store.batch():
            store.commit(new(a_client("c-four")))
    found = {file.id for file in store.views.files()}
    assert found == {"c-one", "c-four"}
    assert store.upkeep.verify() == ()


def test_a_nested_batch_falls_with_the_outer_one(store):
    """A turn that went well is undone when its batch is."""
    client = a_client()
    keep(store, new(client))
    with undone(store), store.batch():
        store.commit(change(client, language="en"))
    assert loaded(store, "c-jan") == client


def test_a_refused_turn_leaves_no_half_of_itself(store):
    """Also when the caller catches the refusal and goes on in the same batch."""
    keep(store, new(a_coach("p-anna", chat=7)))
    with store.batch():
        with pytest.raises(StoreRefused):
            store.commit(new(a_client(chat=7), letters=(a_letter(),)))
        assert store.load("c-jan") is None
    assert bodies(claim(store)) == []
    assert store.upkeep.verify() == ()


def test_an_update_is_seen_once(store):
    """The second time an update id comes, `seen` says so; ids need not rise."""
    with store.batch():
        assert store.seen(500, NOON)
        assert store.seen(3, NOON)
        assert not store.seen(500, NOON + HOUR)
        assert not store.seen(3, NOON, stumble=b"again")


def test_a_stumble_counts_as_seen(store):
    """An update that couldn't be handled is kept and not handled again."""
    with store.batch():
        assert store.seen(500, NOON, stumble=b'{"text":"odd"}')
        assert not store.seen(500, NOON)
    assert store.upkeep.verify() == ()


def test_verbs_are_refused_outside_a_batch(store):
    """Nothing is kept by itself, outside a transaction."""
    for verb in (lambda: store.load("c-jan"), lambda: store.seen(1, NOON), lambda: store.commit(new(a_client()))):
        with pytest.raises(StoreRefused):
            verb()


def test_a_turn_decided_on_an_old_file_is_refused(store):
    """Of two turns decided on the same file the second would undo the first, so it is refused."""
    client = a_client()
    keep(store, new(client), change(client, language="en"))
    with pytest.raises(StoreRefused):
        keep(store, change(client, zone="Europe/Paris"))
    with pytest.raises(StoreRefused):
        keep(store, new(client))
    with pytest.raises(StoreRefused):
        keep(store, change(a_client("c-nobody"), language="en"))
    assert loaded(store, "c-jan").language == "en"


def test_an_equal_file_is_as_good_as_the_same_one(store):
    """A turn may be decided on a copy of the file, as after a restart."""
    keep(store, new(a_client()))
    keep(store, change(a_client(), language="en"))
    assert loaded(store, "c-jan").language == "en"


def test_a_turn_changes_one_file(store):
    """A turn can't swap a file for another, nor make one disappear."""
    client = a_client()
    keep(store, new(client))
    with pytest.raises(StoreRefused):
        keep(store, Turn(at=NOON, before=client, after=a_client("c-piet")))
    with pytest.raises(StoreRefused):
        keep(store, Turn(at=NOON, before=client, after=None))


def test_a_stranger_leaves_letters_and_no_log(store):
    """A turn without a file keeps its letters; there is no log for it to stand in."""
    keep(store, Turn(at=NOON, before=None, after=None, letters=(a_letter(body="ask your coach"),)))
    assert bodies(claim(store)) == ["ask your coach"]
    with pytest.raises(StoreRefused):
        keep(store, Turn(at=NOON, before=None, after=None, record=asked()))


def test_the_window_and_the_versions_follow_every_change(store):
    """The parts of a file that are not encoded again when they are the same object are, when they aren't."""
    client = a_full_client()
    first = plan_turn(client, a_plan())
    second = plan_turn(first.after, a_plan(first.plan, goal="own work, 36 hours"))
    shorter = change(second.after, window=client.window[1:])
    emptied = change(shorter.after, window=(), day=None)
    keep(store, new(client))
    for turn in (first, second, shorter, emptied):
        keep(store, turn)
        assert loaded(store, "c-jan") == turn.after


def test_a_file_is_read_back_by_another_opening_of_the_store(sqlite, tmp_path):
    """Nothing depends on what the process remembers."""
    client = plan_turn(a_full_client(chat=7), a_plan())
    keep(sqlite, new(client.before), client, new(a_coach()))
    other = open_sqlite(tmp_path / "trede.db")
    found = loaded(other, ByChat(7))
    assert isinstance(found, Client)
    assert found == client.after
    assert loaded(other, "p-anna") == a_coach()
    other.close()


def test_a_crowd_of_files_is_more_than_the_store_remembers(tmp_path):
    """Files that made room for others in memory are read again, and written on."""
    store = SqliteStore(tmp_path / "trede.db", synchronous="OFF", most_kept=3)
    store.upkeep.migrate()
    crowd = [a_client(f"c-{n}", chat=n) for n in range(1, 12)]
    keep(store, *map(new, crowd))
    keep(store, *(change(client, language="en") for client in crowd))
    assert [loaded(store, ByChat(n)).language for n in range(1, 12)] == ["en"] * 11
    store.close()
