"""What `trede keys` does and answers. No answer holds a key."""

import fcntl
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from bot import crash, keyring, shell
from bot.app import AlreadyRunning, only_one
from bot.keys_looked_at import note_copied
from bot.settings import Settings
from storage.keyed import Keys
from storage.keys import KeyStore
from storage.open import SqliteStore, open_sqlite
from storage.placing import NotPlaced
from storage.sqlite import resealing
from storage.sqlite.backup import is_sealed

GIVEN = """the key-encryption key is a credential of the system, which Trede can't write: it stays. To renew it:
  1. stop the bot
  2. put the key of now in a file: install -m 600 CREDENTIAL /run/trede-kek (decrypted, if it was encrypted)
  3. TREDE_KEK_FILE=/run/trede-kek trede keys rotate
  4. make the credential anew of /run/trede-kek (LoadCredential, or systemd-creds encrypt), and copy it to the safe
  5. shred -u /run/trede-kek, start the bot, and look: trede doctor"""
BACK_UP = "now copy both: the key file, and the key store (trede keys backup PATH)"


class NotDone(shell.NotFound):
    """What was asked of the keys wasn't done; the message says why, and that nothing was changed."""


def init(settings: Settings) -> str:
    """Make what isn't there yet, and seal what isn't sealed yet. Raises NotDone when there is nothing to do."""
    if settings.kek_file is None and not settings.clock:
        raise NotDone("name the file that is to hold the key in TREDE_KEK_FILE; nothing was changed")
    try:
        with only_one(settings.database):
            return _init(settings)
    except AlreadyRunning as error:
        raise NotDone(f"{error}; nothing was changed") from error
    except NotPlaced as error:
        raise NotDone(str(error)) from error


def _init(settings: Settings) -> str:
    kek, store = settings.kek_file, keyring.store_of(settings)
    made = []
    if kek is not None and not kek.exists():
        if store.exists():
            raise NotDone(f"{store} belongs to a key that isn't at {kek}: put that back; nothing was changed")
        keyring.must_be_file(settings).make()
        made.append(f"made the key {kek}")
    keys = keyring.must_have(settings)
    if not store.exists():
        made.append(f"made the key store {store}")
    keys.store()
    if settings.database.exists() and (not is_sealed(settings.database) or keys.store().standing().behind):
        with _opened(settings, keys, plain=True):
            made.append(f"sealed {settings.database}")
    if not made:
        raise NotDone("there is a key already, and everything is sealed with it (trede keys status)")
    return "\n".join([*made, BACK_UP])


def rotate(settings: Settings) -> str:
    """New keys, and everything sealed anew. Raises NotDone when there are none."""
    keys = keyring.must_have(settings)
    if not settings.database.exists():
        raise NotDone(f"there is no database {settings.database}: name it in TREDE_DB")
    with _alone(keys), _opened(settings, keys) as opened:
        store = _store_of(opened)
        new = None if keys.kek.given else keys.kek.make_new()
        crash.here(crash.KEK)
        store.renew(new)
        crash.here(crash.KEYS)
        if new is not None:
            keys.kek.put_new_in_place()
        crash.here(crash.PLACED)
        sealed = opened.upkeep.seal_anew()
        version = store.standing().version
    told = [f"{sealed} payloads are sealed anew, with keys of version {version}"]
    if keys.kek.given:
        told.append(GIVEN)
    return "\n".join([*told, BACK_UP])


def status(settings: Settings) -> str:
    """A line each: where, how many keys of which version and age, what is still sealed with older ones."""
    kek = keyring.kek_of(settings)
    if kek is None:
        needed = settings.database.exists() and is_sealed(settings.database)
        raise NotDone("the database needs its key: name the file in TREDE_KEK_FILE" if needed else keyring.NO_KEY)
    keys = keyring.must_have(settings)
    if not keys.path.exists():
        raise NotDone(f"there is no key store {keys.path} yet: trede keys init")
    store, now = keys.store(), keys.now()
    lines = [f"{'key file':<14}{kek.path}", f"{'key store':<14}{keys.path}"]
    for version, count, first, last in store.ages():
        lines.append(f"{f'version {version}':<14}{count} keys, {_days(first, now)} to {_days(last, now)} days old")
    lines.append(f"{'erased':<14}{len(store.ledger())} files, whose keys are destroyed")
    return "\n".join([*lines, *_left(settings, store)])


def back_up(settings: Settings, to: Path) -> str:
    """Copy the key store. Raises NotDone."""
    keys = keyring.must_have(settings)
    if not keys.path.exists():
        raise NotDone(f"there is no key store {keys.path} yet: trede keys init")
    try:
        keys.store().back_up(to)
    except NotPlaced as error:
        raise NotDone(str(error)) from error
    note_copied(keys.path, keys.now())
    return f"{to}: the key store. It opens only with the key in {keys.kek.path}: keep that apart from it"


def _left(settings: Settings, store: KeyStore) -> Iterator[str]:
    if settings.database.exists() and is_sealed(settings.database):
        old = resealing.count_old(settings.database, store.standing().version)
        yield f"{'older seals':<14}{old} payloads" + (": trede keys rotate, or the next start" if old else "")


def _days(of: datetime, now: datetime) -> int:
    return max(0, (now - of).days)


def _store_of(opened: SqliteStore) -> KeyStore:
    store = opened.connection.vault.store
    assert store is not None
    return store


@contextmanager
def _opened(settings: Settings, keys: Keys, *, plain: bool = False) -> Iterator[SqliteStore]:
    with closing(open_sqlite(settings.database, keys=keys, plain=plain, passing=crash.here)) as opened:
        yield opened


@contextmanager
def _alone(keys: Keys) -> Iterator[None]:
    """Two rotations at once would take each other's new key away. Raises NotDone."""
    with keys.path.with_name(f"{keys.path.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise NotDone("another `trede keys rotate` is at work; nothing was changed") from None
        yield
