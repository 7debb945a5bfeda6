"""What the organisation has set: append-only, sealed, verified, and part of the batch it is put in."""

import sqlite3
from contextlib import closing

import pytest

from storage.open import open_sqlite
from storage.organisation import Setting
from storage.port import StoreBroken, StoreRefused
from tests.storage.material import MINUTE, NOON

FIRST = Setting(what="rule", values=(("bad_from", "6"),), name="Ans", role="physician", at=NOON, by="op")
SECOND = Setting(what="rule", values=(("bad_from", "8"),), name="Bo", role="psychologist", at=NOON + MINUTE)
OTHER = Setting(what="texts", values=(), name="Ans", role="physician", at=NOON)


def put(store, *settings) -> None:
    with store.batch():
        for setting in settings:
            store.organisation.put(setting)


def test_settings_come_back_in_order_each_kind_by_itself(store):
    """The last one counts; those before it stay readable, with who set them."""
    put(store, FIRST, OTHER)
    put(store, SECOND)
    assert store.organisation.settings("rule") == (FIRST, SECOND)
    assert store.organisation.settings("texts") == (OTHER,)
    assert store.organisation.settings("nothing") == ()
    assert store.upkeep.verify() == ()


def test_a_setting_is_undone_with_its_batch(store):
    """Either everything that was set together is kept, or nothing."""
    put(store, FIRST)
    with pytest.raises(StoreRefused):
        _put_and_fail(store)
    assert store.organisation.settings("rule") == (FIRST,)
    put(store, SECOND)
    assert store.organisation.settings("rule") == (FIRST, SECOND)


def _put_and_fail(store) -> None:
    with store.batch():
        store.organisation.put(SECOND)
        raise StoreRefused("undone")


def test_a_setting_is_put_in_a_batch_alone(store):
    """Like every other write."""
    with pytest.raises(StoreRefused):
        store.organisation.put(FIRST)


def test_a_setting_never_changes_and_is_never_deleted(sqlite):
    """The database itself refuses it."""
    put(sqlite, FIRST)
    for statement in ("UPDATE setting SET at = ''", "DELETE FROM setting"):
        with closing(sqlite3.connect(sqlite.connection.path)) as other, pytest.raises(sqlite3.IntegrityError):
            other.execute(statement)


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE setting SET payload = x'00' WHERE n = 2", "setting row 2"),
        ("DELETE FROM setting WHERE n = 1", "setting: row 1 is missing"),
        ("UPDATE setting SET payload = (SELECT payload FROM setting WHERE n = 1) WHERE n = 2", "setting row 2"),
    ],
)
def test_verify_names_a_setting_that_was_tampered_with(tmp_path, statement, named):
    """Behind the store's back, with its triggers dropped."""
    path = tmp_path / "trede.db"
    with closing(open_sqlite(path, synchronous="OFF")) as store:
        put(store, FIRST, SECOND)
        with closing(sqlite3.connect(path)) as other:
            other.execute("DROP TRIGGER setting_never_changes")
            other.execute("DROP TRIGGER setting_stays")
            other.execute(statement)
            other.commit()
        assert any(named in fault for fault in store.upkeep.verify())


def test_a_damaged_setting_is_not_passed_over(tmp_path):
    """Whoever asks for it hears so, instead of getting an older one."""
    with closing(open_sqlite(tmp_path / "trede.db", synchronous="OFF")) as store:
        put(store, FIRST)
        with closing(sqlite3.connect(tmp_path / "trede.db")) as other:
            other.execute("DROP TRIGGER setting_never_changes")
            other.execute("UPDATE setting SET payload = x'0011'")
            other.commit()
        with pytest.raises(StoreBroken):
            store.organisation.settings("rule")
