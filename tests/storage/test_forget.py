"""Erasure (R34): of a forgotten file nothing stays but a pseudonym and a moment."""

from dataclasses import replace

import pytest

from state_machines.effects import Wake
from state_machines.events import ClientTold, DeskTyped, InviteMade, Noted, ReferralCame
from storage.port import ByChat, ByInvite, Record, StoreRefused, Turn
from storage.sqlite import open_sqlite
from storage.sqlite.connection import reading
from storage.sqlite.erasure import Erasure
from tests.storage.material import (
    LOOK,
    MINUTE,
    NOON,
    TODAY,
    a_client,
    a_coach,
    a_consent,
    a_letter,
    a_plan,
    an_invite,
    bodies,
    change,
    claim,
    due,
    keep,
    loaded,
    new,
    plan_turn,
    settle,
    undone,
)

PLANTED = "Xerxes-Quibble"


def noted(file, text: str) -> Turn:
    event = Noted(at=NOON, text=text, message_id=3, day=NOON.date())
    return Turn(
        at=NOON, before=file, after=file, record=Record(event=event), letters=(a_letter(7, text, file=file.id),)
    )


def a_life(store, name: str = PLANTED):
    """A client with a row in every table, and what their coach's side knows of them."""
    client = a_client(name=name, chat=7, invite=an_invite(), consents=(a_consent(),), givers=(name,))
    planned = plan_turn(client, replace(a_plan(), goal=f"{name} works again"))
    agreed = change(planned.after, agreed=planned.plan.digest())
    wakes = (Wake(kind="checkin", day=TODAY, at=NOON),)
    first = Turn(at=NOON, before=None, after=None, letters=(a_letter(7, f"welcome {name}"),))
    keep(store, first, new(client, wakes=wakes), planned, agreed, noted(agreed.after, f"a note of {name}"))
    coach = a_coach("p-anna", "c-jan", chat=9)
    told = ClientTold(at=NOON, client="c-jan", name=name, what="joined")
    invited = InviteMade(at=NOON, client="c-jan", name=name, invite=an_invite(), link="")
    typed, letter = DeskTyped(at=NOON, text=name), a_letter(9, f"{name} said yes", file="p-anna")
    keep(store, new(coach, letters=(letter,)))
    for event in (told, invited, typed):
        keep(store, Turn(at=NOON, before=coach, after=coach, record=Record(event=event)))
    store.views.trajectory("c-jan", TODAY, LOOK)
    for claimed in claim(store).letters:
        settle(store, claimed.n, message_id=claimed.n)
    return agreed.after


def forget(store, file="c-jan") -> None:
    with store.batch():
        store.forget(file, NOON)


def test_updates_that_were_set_aside_lose_their_words(store, tmp_path):
    """Whose they are isn't asked, so those of everybody go; none of them is handled a second time."""
    a_life(store)
    with store.batch():
        assert store.seen(51, NOON, PLANTED.encode())
    forget(store)
    with store.batch():
        assert not store.seen(51, NOON)
    if (path := tmp_path / "trede.db").exists():
        with reading(path) as db:
            assert db.execute("SELECT update_id, stumble FROM seen").fetchall() == [(51, None)]


def test_a_forgotten_file_is_gone(store):
    """No key leads to it, nothing of it is due, nothing about it waits to be sent, no view tells of it."""
    a_life(store)
    forget(store)
    assert loaded(store, "c-jan") is loaded(store, ByChat(7)) is loaded(store, ByInvite("ab" * 32)) is None
    assert due(store, NOON).wakes == ()
    assert bodies(claim(store)) == []
    assert [file.id for file in store.views.files()] == ["p-anna"]
    assert store.views.accesses("c-jan") == ()
    for ask in (lambda: store.views.rows("c-jan", LOOK), lambda: store.views.own_notes("c-jan", TODAY)):
        with pytest.raises(LookupError):
            ask()


def test_what_is_left_is_whole(store):
    """The coach's own file stays, its chain holds, and only the rows that named the client lost their words."""
    a_life(store)
    forget(store)
    assert store.upkeep.verify() == ()
    rows = store.views.rows("p-anna", LOOK)
    assert [row.event is None for row in rows] == [False, True, True, True]


def test_every_professionals_side_loses_the_name(store):
    """A physician's, a deputy's, a coach's before: each log row and letter that names the client loses its words."""
    a_life(store)
    smit, other = a_coach("p-smit", name="Dr. Smit", role="physician", chat=11), a_coach("p-vos", chat=12)
    keep(store, new(smit), new(other))
    for event in (ReferralCame(at=NOON, client="c-jan", number=1), ReferralCame(at=NOON, client="c-piet", number=1)):
        letter = a_letter(11, f"read {event.client}", file="p-smit", once=False)
        keep(store, Turn(at=NOON, before=smit, after=smit, record=Record(event=event), letters=(letter,)))
    forget(store)
    events = [row.event for row in store.views.rows("p-smit", LOOK) if row.n > 1]
    assert [event.client if event else None for event in events] == [None, "c-piet"]
    assert store.upkeep.verify() == ()


def test_other_files_are_untouched(store):
    """One client's erasure leaves another's file, log, letters and wakes as they were."""
    a_life(store)
    other = a_client("c-piet", name="Piet", chat=8)
    keep(store, new(other, wakes=(Wake(kind="checkin", day=TODAY, at=NOON),)), noted(other, "note of Piet"))
    forget(store)
    assert loaded(store, ByChat(8)) == other
    assert [wake.file for wake in due(store, NOON).wakes] == ["c-piet"]
    assert [note.text for note in store.views.own_notes("c-piet", TODAY)] == ["note of Piet"]


def test_the_last_word_reaches_the_person(store):
    """A letter about no file, kept in the same batch, still tells the person that all is gone."""
    file = a_life(store)
    with store.batch():
        store.commit(Turn(at=NOON, before=None, after=None, letters=(a_letter(7, "it is all erased", once=True),)))
        store.forget(file.id, NOON)
    assert bodies(claim(store)) == ["it is all erased"]


def test_the_coach_is_still_told(sqlite):
    """A letter to the coach that names the client and still waits is sent, and leaves no words behind."""
    a_life(sqlite)
    letter = a_letter(9, f"{PLANTED} said no; nothing is kept", file="p-anna")
    keep(sqlite, Turn(at=NOON, before=None, after=None, letters=(letter,)))
    forget(sqlite)
    (claimed,) = claim(sqlite).letters
    assert claimed.letter.body == letter.body
    settle(sqlite, claimed.n)
    assert sqlite.connection.run("SELECT count(*) FROM outbox WHERE body IS NOT NULL").fetchone() == (0,)


def test_nothing_of_a_forgotten_file_is_kept_again(store):
    """A turn under way elsewhere can't bring an erased file, or a letter about it, back."""
    a_life(store)
    forget(store)
    for turn in (new(a_client()), Turn(at=NOON, before=None, after=None, letters=(a_letter(file="c-jan"),))):
        with pytest.raises(StoreRefused, match="erased"):
            keep(store, turn)


def test_an_undone_erasure_erased_nothing(store):
    """When the turn fails, the file is still there, whole."""
    file = a_life(store)
    with undone(store):
        store.forget("c-jan", NOON)
        assert store.load("c-jan") is None
    assert loaded(store, ByChat(7)) == file
    assert len(store.views.own_notes("c-jan", TODAY)) == 1
    assert store.upkeep.verify() == ()


def test_forgetting_twice_or_what_never_was_is_no_error(store):
    """Erasure can be asked for again, as after a restored backup."""
    a_life(store)
    forget(store)
    forget(store)
    forget(store, "c-nobody")
    assert loaded(store, "c-jan") is None


def test_the_chat_is_free_for_a_new_start(store):
    """The same account may be invited again, under another pseudonym."""
    a_life(store)
    forget(store)
    keep(store, new(a_client("c-new", chat=7)))
    assert loaded(store, ByChat(7)).id == "c-new"


def test_no_table_has_a_row_of_it(sqlite):
    """Every column of every table is searched for the pseudonym; only the mark of the erasure has it."""
    a_life(sqlite)
    forget(sqlite)
    run = sqlite.connection.run
    found = []
    for (table,) in run("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        for row in run(f"SELECT * FROM {table}").fetchall():
            found += [table for value in row if value == "c-jan"]
    assert found == ["erasing"]
    assert run("SELECT under_way, remains FROM erasing").fetchall() == [(None, 0)]


def test_the_bytes_on_disk_hold_nothing_of_it(tmp_path):
    """Not a name, a note, a plan or a letter can be found in the files on disk, among fifty others that stay."""
    store = open_sqlite(tmp_path / "trede.db", synchronous="OFF")
    life = a_life(store)
    others = [a_client(f"c-{n}", name=f"other {n}", chat=100 + n) for n in range(50)]
    keep(store, *map(new, others))
    for n in range(200):
        keep(store, noted(life, f"{PLANTED} wrote note {n} " + "x" * (n % 1500)))
        keep(store, noted(others[n % 50], f"a note of somebody else {n}"))
        for claimed in claim(store, NOON + MINUTE).letters:
            settle(store, claimed.n)
    assert PLANTED.encode() in on_disk(tmp_path)
    forget(store)
    assert PLANTED.encode() not in on_disk(tmp_path)
    assert store.upkeep.verify() == ()
    store.close()
    assert PLANTED.encode() not in on_disk(tmp_path)


def test_remains_on_disk_are_cleared_later_when_somebody_reads(sqlite, tmp_path):
    """A reader holds the old pages; what is forgotten leaves the disk at the first batch after they are done."""
    life = a_life(sqlite)
    with reading(tmp_path / "trede.db") as db:
        assert db.execute("SELECT count(*) FROM client").fetchone() == (1,)
        forget(sqlite, life.id)
        assert sqlite.connection.run("SELECT remains FROM erasing").fetchone() == (1,)
    with sqlite.batch():
        pass
    assert PLANTED.encode() not in on_disk(tmp_path)


def test_remains_on_disk_are_cleared_at_the_next_start(tmp_path):
    """A crash right after an erasure doesn't leave it half done."""
    store = open_sqlite(tmp_path / "trede.db", synchronous="OFF")
    life = a_life(store)
    with store.connection.batch():  # as far as the commit, and no further
        Erasure(store.connection).forget(life.id, NOON)
    store.close()
    open_sqlite(tmp_path / "trede.db").close()
    assert PLANTED.encode() not in on_disk(tmp_path)


def on_disk(folder) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())
