"""The key store and the key-encryption key: who may read them, what fits what, what is destroyed."""

import contextlib
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.kek import KekFile, fingerprint
from storage.placing import NotPlaced
from storage.port import StoreBroken, StoreLost
from storage.sqlite import open_sqlite
from tests.keyed import keys_beside, opened
from tests.storage.material import a_client, a_letter, keep, new

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    """Where a database is, or will be."""
    return tmp_path / "trede.db"


def test_both_files_are_readable_for_their_owner_alone(path):
    """Whatever the mask of the process."""
    before = os.umask(0)
    try:
        opened(path).close()
    finally:
        os.umask(before)
    assert {name: (path.parent / name).stat().st_mode & 0o777 for name in ("trede.db.kek", "trede.db.keys")} == {
        "trede.db.kek": 0o600,
        "trede.db.keys": 0o600,
    }


def test_no_key_stands_in_the_key_store_as_it_is(path):
    """Each is wrapped; the key-encryption key isn't there at all."""
    with closing(opened(path)) as store:
        keep(store, new(a_client("c-jan")))
        keys = store.connection.vault.store
        kept = [keys.key("c-jan", 1), keys.key("", 1), path.with_name("trede.db.kek").read_bytes()]
    assert not [key for key in kept if key in path.with_name("trede.db.keys").read_bytes()]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_key_file_that_others_can_read_is_refused(path, mode):
    """It says how to mend that."""
    keys = keys_beside(path)
    keys.kek.path.chmod(mode)
    with pytest.raises(StoreBroken, match="chmod 600"):
        keys.store()


@pytest.mark.parametrize("content", [b"", b"x" * 31, b"x" * 33, b"x" * 44])
def test_a_file_that_is_no_key_is_refused(path, content):
    """A key is 32 bytes."""
    keys = keys_beside(path)
    keys.kek.path.write_bytes(content)
    with pytest.raises(StoreBroken, match="trede keys init"):
        keys.store()


def test_a_key_file_is_never_overwritten(path):
    """What it wraps would be lost."""
    kek = keys_beside(path).kek
    before = kek.path.read_bytes()
    with pytest.raises(NotPlaced):
        kek.make()
    assert kek.path.read_bytes() == before


def test_another_key_does_not_open_the_key_store(path):
    """And nothing is changed by trying."""
    opened(path).close()
    other = KekFile(path=path.with_name("other"))
    other.make()
    before = path.with_name("trede.db.keys").read_bytes()
    shutil.copy(other.path, path.with_name("trede.db.kek"))
    with pytest.raises(StoreBroken, match="TREDE_KEK_FILE"):
        opened(path)
    assert path.with_name("trede.db.keys").read_bytes() == before


def test_a_new_key_that_was_left_beside_the_old_one_is_taken_only_if_it_fits(path):
    """A rotation was killed before the key store knew it: then the old one counts."""
    kek = keys_beside(path).kek
    old, new_ = kek.read(), kek.make_new()
    assert kek.read(fingerprint(old)) == old
    assert kek.read(fingerprint(new_)) == new_
    assert kek.path.read_bytes() == new_, "it has the name now"


def test_a_wrapped_key_opens_for_its_own_file_alone(path):
    """Whoever swaps two rows of the key store gains nothing."""
    keys = keys_beside(path).store()
    for file in ("c-jan", "c-piet"):
        keys.key_to_seal(file)
    with closing(sqlite3.connect(keys.path)) as db, db:
        db.execute("UPDATE key SET wrapped = (SELECT wrapped FROM key WHERE file = 'c-jan') WHERE file = 'c-piet'")
    with pytest.raises(StoreBroken, match="c-piet"):
        keys.key("c-piet", 1)


def test_a_sealed_database_does_not_open_without_its_keys_or_with_others(path, tmp_path):
    """No key, an empty key store, another database's: each is refused before anything is written."""
    with closing(opened(path)) as store:
        keep(store, new(a_client()))
    with pytest.raises(StoreBroken, match="TREDE_KEK_FILE"):
        open_sqlite(path)
    path.with_name("trede.db.keys").rename(tmp_path / "away")
    with pytest.raises(StoreBroken, match="another database's key store"):
        open_sqlite(path, keys=keys_beside(path))


def test_a_database_without_seals_is_not_taken_for_a_sealed_one(path, tmp_path):
    """Somebody may have slipped it in; who knows better says so, and it is sealed at once."""
    opened(path).close()
    other = tmp_path / "other.db"
    with closing(open_sqlite(other)) as store:
        keep(store, new(a_client()))
    other.rename(path)
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    with pytest.raises(StoreBroken, match="trede keys init"):
        open_sqlite(path, keys=keys_beside(path))
    with closing(open_sqlite(path, keys=keys_beside(path), plain=True)) as store:
        assert store.upkeep.verify() == ()
        assert store.connection.vault.standing.behind == ""


def test_sealing_a_database_leaves_nothing_readable_in_its_file_or_journal(path):
    """Not in free space either."""
    with closing(open_sqlite(path)) as store:
        keep(store, new(a_client(name="KANARIE-1"), letters=(a_letter(1, "KANARIE-2"),)))
    with closing(open_sqlite(path, keys=keys_beside(path))) as store:
        assert store.upkeep.verify() == ()
        for file in path.parent.iterdir():
            assert b"KANARIE" not in file.read_bytes(), file.name


def test_a_destroyed_key_leaves_no_byte_behind(path):
    """`secure_delete`, no write-ahead log, and the file written anew."""
    keys = keys_beside(path).store()
    keys.key_to_seal("c-jan")
    with closing(sqlite3.connect(keys.path)) as db:
        wrapped = db.execute("SELECT wrapped FROM key WHERE file = 'c-jan'").fetchone()[0]
    assert wrapped in keys.path.read_bytes()
    keys.destroy("c-jan", NOON, b"sealed names")
    assert not [file for file in path.parent.iterdir() if wrapped in file.read_bytes()]
    keys.let_go(["c-jan"])
    assert b"sealed names" not in keys.path.read_bytes()
    assert [(line.file, line.at) for line in keys.ledger()] == [("c-jan", NOON)]


def test_an_older_key_store_put_in_place_loses_the_keys_of_who_was_erased(path, tmp_path):
    """The database remembers too: nothing that was erased comes back by way of a backup of the keys."""
    with closing(opened(path)) as store:
        keep(store, new(a_client("c-jan")))
        store.connection.vault.store.back_up(tmp_path / "older")
        with store.batch():
            store.forget("c-jan", NOON)
    shutil.copy(tmp_path / "older", path.with_name("trede.db.keys"))
    with closing(opened(path)) as store:
        keys = store.connection.vault.store
        assert keys.key("c-jan", 1) is None
        assert [line.file for line in keys.ledger()] == ["c-jan"]


def test_a_damaged_key_store_is_told_in_words(path):
    """With what to do."""
    keys = keys_beside(path).store()
    keys.path.write_bytes(b"no database at all" * 500)
    with pytest.raises(StoreLost, match="Put its backup in place"):
        keys.standing()


def forget_and_fail(store):
    """A batch with an erasure, which is undone."""
    with store.batch():
        store.forget("c-jan", NOON)
        raise KeyError


def test_an_erasure_that_is_undone_with_its_batch_destroys_nothing(path):
    """Keys go only right before a batch is kept."""
    with closing(opened(path)) as store:
        keep(store, new(a_client("c-jan")))
        with pytest.raises(KeyError):
            forget_and_fail(store)
        with store.batch(), contextlib.suppress(KeyError):  # this one is kept, the one inside it isn't
            forget_and_fail(store)
        assert store.connection.vault.store.ledger() == ()
        with store.batch():
            assert store.load("c-jan")


def test_paths_are_never_made_up(path):
    """Opening a database without keys makes none."""
    open_sqlite(path).close()
    assert {Path(file).name for file in path.parent.iterdir()} == {"trede.db"}
