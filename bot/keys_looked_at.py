"""The doctor's look at the keys, and when the key store was last copied. Nothing here shows a key."""

import stat
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from bot import keyring
from bot.findings import FAULT, NOTE, OK, Finding
from bot.settings import Settings
from storage.codec import moment_of, moment_text
from storage.open import Opened

ABOUT = "keys"
COPY = "trede keys backup PATH, every night, apart from the database"
#: A file made since isn't in the copy, and can't be read from it.
COPY_AGE = timedelta(days=7)


def note_copied(store: Path, at: datetime) -> None:
    """The key store was copied at this moment; kept in a file beside it. A disk that refuses that is no failure."""
    with suppress(OSError):
        _noted(store).write_text(f"{moment_text(at)}\n")


def copied(store: Path) -> datetime | None:
    """When the key store was last copied by `trede keys backup`; None when that isn't known."""
    try:
        return moment_of(_noted(store).read_text().strip())
    except (OSError, ValueError):
        return None


def _noted(store: Path) -> Path:
    return store.with_name(f"{store.name}.copied")


def look(settings: Settings, _: Opened, now: datetime) -> Iterator[Finding]:
    """Whether there is a key that opens the key store, who can read them, and how old the copy of the store is.

    The database was opened with them already: a key that others can read, or another one, ends the command before this.
    """
    keys = keyring.keys_of(settings)
    if keys is None:
        yield Finding(kind=FAULT, about=ABOUT, text=f"what people said stands plain in the database: {keyring.NO_KEY}")
        return
    version = keys.store().standing().version
    where = "a credential of the system" if keys.kek.given else f"{keys.kek.path}, for its owner alone"
    yield Finding(kind=OK, about=ABOUT, text=f"{where}; it opens the key store (version {version})")
    if stat.S_IMODE(keys.path.stat().st_mode) & 0o077:
        yield Finding(kind=FAULT, about=ABOUT, text=f"others can read {keys.path}: chmod 600 {keys.path}")
    if settings.clock:
        return
    if not keys.kek.given and keys.kek.path.absolute().parent == settings.database.absolute().parent:
        text = "the key file stands beside the database: who copies that folder has both"
        yield Finding(kind=NOTE, about=ABOUT, text=text)
    yield _copy(copied(keys.path), now)


def _copy(last: datetime | None, now: datetime) -> Finding:
    if last is None:
        return Finding(kind=NOTE, about=ABOUT, text=f"no copy of the key store is known of here: {COPY}")
    days = max(0, (now - last).days)
    stale = now - last > COPY_AGE
    told = f"the key store was copied {days} days ago" + (f": {COPY}" if stale else "")
    return Finding(kind=NOTE if stale else OK, about=ABOUT, text=told)
