"""The laws that no caller can break: where a plan comes from (R2, R4), and what never changes."""

import sqlite3
from dataclasses import replace

import pytest

from state_machines.effects import Wake
from state_machines.events import Asked, ClaimAnswered, DeskAsked, Event, PlanAgreed, Woke
from storage.laws import actor_of
from storage.port import Record, StoreRefused, Turn
from storage.reading import event_classes
from tests.storage.material import (
    LOOK,
    NOON,
    TODAY,
    a_client,
    a_coach,
    a_consent,
    a_letter,
    a_plan,
    asked,
    change,
    keep,
    loaded,
    new,
    plan_turn,
)

LEAVES = [kind for kind in event_classes().values() if not kind.__subclasses__()]


def test_a_plan_comes_with_a_coachs_event(store):
    """A coach registers a version; it stands in the file and its chain."""
    turn = plan_turn(a_client(), a_plan())
    keep(store, new(turn.before), turn)
    assert loaded(store, "c-jan").versions == (turn.plan,)
    assert store.upkeep.verify() == ()


@pytest.mark.parametrize(
    "event",
    [Asked(at=NOON, what="plan"), Woke(at=NOON, kind="checkin", day=TODAY), DeskAsked(at=NOON, what="plan")],
    ids=["client", "clock", "desk"],
)
def test_a_plan_with_any_other_event_is_refused(store, event):
    """R2: no client's, clock's or desk's event brings a plan, whatever it carries."""
    turn = plan_turn(a_client(), a_plan())
    keep(store, new(turn.before))
    with pytest.raises(StoreRefused, match="R2"):
        keep(store, replace(turn, record=Record(event=event)))
    with pytest.raises(StoreRefused, match="R2"):
        keep(store, replace(turn, record=None))
    assert loaded(store, "c-jan") == turn.before


def test_versions_never_change_without_a_plan(store):
    """R2: the versions in a file can't be added to, changed or dropped by the way, not even with a coach's event."""
    turn = plan_turn(a_client(), a_plan())
    keep(store, new(turn.before))
    with pytest.raises(StoreRefused, match="R2"):
        keep(store, replace(turn, plan=None))
    keep(store, turn)
    for versions in ((), (replace(turn.plan, goal="less"),), (turn.plan, turn.plan)):
        with pytest.raises(StoreRefused, match="R2"):
            keep(store, change(turn.after, versions=versions))
    with pytest.raises(StoreRefused, match="R2"):
        keep(store, new(replace(turn.after, id="c-piet")))


def test_the_plan_of_a_turn_is_the_newest_in_the_file(store):
    """What is kept as the plan is what the file shows, and nothing else."""
    turn = plan_turn(a_client(), a_plan())
    keep(store, new(turn.before))
    with pytest.raises(StoreRefused):
        keep(store, replace(turn, plan=a_plan(goal="something else")))


def test_a_version_follows_the_newest_kept_one(store):
    """R4: a version that names another predecessor, or skips a number, is refused."""
    first = plan_turn(a_client(), a_plan())
    keep(store, new(first.before), first)
    for wrong in (a_plan(), replace(a_plan(first.plan), version=3), replace(a_plan(first.plan), before="00" * 32)):
        with pytest.raises(StoreRefused, match="R4"):
            keep(store, plan_turn(first.after, wrong))
    keep(store, plan_turn(first.after, a_plan(first.plan)))
    assert store.upkeep.verify() == ()


def test_an_agreement_names_a_kept_version(store):
    """R4: a client can't have agreed to a version that isn't there."""
    turn = plan_turn(a_client(), a_plan())
    keep(store, new(turn.before), turn)
    with pytest.raises(StoreRefused):
        keep(store, change(turn.after, agreed="00" * 32))
    keep(store, change(turn.after, agreed=turn.plan.digest()))
    assert loaded(store, "c-jan").plan == turn.plan
    assert store.upkeep.verify() == ()


@pytest.mark.parametrize("kind", LEAVES, ids=[kind.__name__ for kind in LEAVES])
def test_every_event_has_an_actor(kind: type[Event]):
    """The log says of each row who caused it."""
    assert actor_of(kind.__new__(kind)) in {"client", "clock", "coach", "physician"}


def test_an_event_of_nobody_is_refused(store):
    """What nobody caused isn't kept."""
    with pytest.raises(StoreRefused):
        keep(store, new(a_client(), record=Record(event=Event(at=NOON))))


def test_a_naive_moment_is_refused(store):
    """A datetime without a zone is no moment; nothing of its turn is kept."""
    naive = NOON.replace(tzinfo=None)
    for turn in (new(a_client(), at=naive), new(a_client(), record=asked(at=naive))):
        with pytest.raises(StoreRefused, match="zone"):
            keep(store, turn)
    assert loaded(store, "c-jan") is None


# --- the same in SQL: what a slip of the hand in a repair script can't do -----------------------------------------


@pytest.fixture
def full(sqlite):
    """A store with rows in every table that has laws."""
    client = a_client(chat=7, consents=(a_consent(),))
    turn = plan_turn(client, a_plan())
    agreed = change(turn.after, agreed=turn.plan.digest())
    wakes, letters = (Wake(kind="checkin", day=TODAY, at=NOON),), (a_letter(file="c-jan"),)
    keep(sqlite, new(client, wakes=wakes, letters=letters), turn, agreed, new(a_coach()))
    sqlite.views.rows("c-jan", LOOK)
    return sqlite


def run_all(store, *statements) -> None:
    with store.batch():
        for statement in statements:
            store.connection.run(statement)


def refused(store, sql, *values) -> bool:
    with pytest.raises((sqlite3.IntegrityError, StoreRefused)), store.batch():
        store.connection.run(sql, values)
    return True


@pytest.mark.parametrize("table", ["log", "plan", "access", "consent", "agreement"])
def test_no_row_is_deleted(full, table):
    """Log, plans, accesses, consents and agreements stay."""
    assert full.connection.run(f"SELECT count(*) FROM {table}").fetchone()[0]
    assert refused(full, f"DELETE FROM {table}")


def test_no_row_is_changed(full):
    """No column of a row in a chain can be set to anything, its own value included; plans least of all."""
    for table in ("log", "plan", "access", "consent", "agreement"):
        for _, column, *_ in full.connection.run(f"PRAGMA table_info({table})").fetchall():
            assert refused(full, f"UPDATE {table} SET {column} = {column}")


def test_a_payload_may_be_emptied_and_nothing_with_it(full):
    """Retention may empty the payload of a log or access row; the chain stays whole. A plan's stays."""
    for table in ("log", "access"):
        assert refused(full, f"UPDATE {table} SET payload = NULL, at = '2000-01-01'")
        with full.batch():
            full.connection.run(f"UPDATE {table} SET payload = NULL")
        assert refused(full, f"UPDATE {table} SET payload = x'00'")
    assert refused(full, "UPDATE plan SET payload = NULL")
    assert full.upkeep.verify() == ()


@pytest.mark.parametrize("actor", ["client", "clock", "physician"])
def test_a_plan_row_needs_a_coachs_log_row(full, actor):
    """R2 in the database itself: a plan row whose log row isn't a coach's can't be inserted."""
    log = "INSERT INTO log (file, n, at, actor, payload, digest, hash) VALUES ('c-jan', 99, '', ?, NULL, x'', x'')"
    plan = (
        "INSERT INTO plan (file, n, at, version, fingerprint, log, payload, digest, hash) "
        "VALUES ('c-jan', 2, '', 2, 'f', ?, x'', x'', x'')"
    )
    with full.batch():
        full.connection.run(log, (actor,))
    assert refused(full, plan, 99)
    assert refused(full, plan, 1)
    assert refused(full, plan, 1234)


def test_an_erasure_begins_and_ends_in_one_transaction(full):
    """The mark that lets rows be deleted can't be committed, so deleting is never left open."""
    mark = "INSERT INTO erasing (file, at, under_way) VALUES ('c-jan', '', 1)"
    assert refused(full, mark)
    with pytest.raises(StoreRefused):
        run_all(full, mark, "DELETE FROM agreement WHERE file = 'c-jan'")
    assert full.connection.run("SELECT count(*) FROM agreement").fetchone() == (1,)
    with full.batch():
        full.connection.run("INSERT INTO erasing (file, at, under_way) VALUES ('c-jan', '', NULL)")
    assert refused(full, "DELETE FROM agreement WHERE file = 'c-jan'")


def test_an_erasure_opens_one_file_alone(full):
    """While one file is erased, the rows of another stay protected."""
    mark = "INSERT INTO erasing (file, at, under_way) VALUES ('c-jan', '', 1)"
    with pytest.raises(StoreRefused, match="log row"):
        run_all(full, mark, "DELETE FROM log WHERE file = 'p-anna'")


def test_every_table_is_strict(full):
    """A text in a column of numbers is an error, not a surprise later on."""
    tables = full.connection.run("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    own = {name: strict for name, strict in tables if not name.startswith(("sqlite_", "_sqlite_"))}
    assert set(own.values()) == {1}
    assert len(own) >= 14


def test_a_coachs_event_may_stand_without_a_plan(store):
    """Most of what a coach does brings no plan."""
    record = Record(event=ClaimAnswered(at=NOON, right=True), by="p-anna")
    client = a_client()
    keep(store, new(client), Turn(at=NOON, before=client, after=replace(client, journey="welcome"), record=record))
    assert loaded(store, "c-jan").journey == "welcome"


def test_the_plan_of_an_event_is_not_taken_from_the_event(store):
    """A coach's event that carries a version keeps no plan by itself: the decision does."""
    client = a_client()
    event = PlanAgreed(at=NOON, version=a_plan(), parties=(), reason="")
    keep(store, new(client), Turn(at=NOON, before=client, after=client, record=Record(event=event)))
    assert loaded(store, "c-jan").versions == ()
    assert store.upkeep.verify() == ()
