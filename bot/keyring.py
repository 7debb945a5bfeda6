"""Where the keys of this installation are: what every command opens the database with."""

import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clock import SystemClock
from bot.settings import Settings
from storage.kek import KekFile
from storage.placing import NotPlaced, placed

if TYPE_CHECKING:
    from storage.keyed import Keys

PATIENCE = 2.0  # seconds
NO_KEY = (
    "there is no key yet: name a file in TREDE_KEK_FILE, not on the disk of the backups, and make it with "
    "`trede keys init` (docs/how-to/keep-the-keys.md)"
)


PLAIN = f"This database isn't encrypted: {NO_KEY}. Everything in it is then sealed at once."


class NoKey(RuntimeError):  # noqa: N818 - named for what happened
    """This installation has no key-encryption key, and what was asked keeps people's data."""


def kek_of(settings: Settings) -> KekFile | None:
    """The key-encryption key: as set, given by the system, or beside the database; None when there is none.

    A demo or a simulation, which has a clock of its own, makes one there for itself.
    """
    if settings.kek_file is not None:
        return KekFile(path=settings.kek_file, given=settings.kek_given)
    beside = KekFile(path=_beside(settings.database, "kek"))
    if settings.clock and not beside.path.exists() and not store_of(settings).exists():
        _make(beside)
    return beside if beside.path.exists() else None


def must_be_file(settings: Settings) -> KekFile:
    """The file of the key-encryption key, whether it is there or not."""
    assert settings.kek_file is not None
    return KekFile(path=settings.kek_file, given=settings.kek_given)


def keys_of(settings: Settings, *, database: Path | None = None) -> "Keys | None":
    """The keys of the installation's database; None for one that has none yet: it holds payloads with checksums.

    `database`: another one, such as a copy; its key store is beside it.
    """
    kek = kek_of(settings)
    if kek is None:
        return None
    from storage.keyed import Keys

    return Keys(path=store_of(settings, database=database), kek=kek, now=_now)


def must_have(settings: Settings) -> "Keys":
    """The same for what keeps people's data. Raises NoKey, saying how to make one."""
    keys = keys_of(settings)
    if keys is None:
        raise NoKey(NO_KEY)
    return keys


def is_plain(settings: Settings) -> bool:
    """Whether this installation keeps people's data without any key; a demo makes its own."""
    return not settings.clock and settings.database.exists() and kek_of(settings) is None


def store_of(settings: Settings, *, database: Path | None = None) -> Path:
    """The file of the key store."""
    if database is not None:
        return _beside(database, "keys")
    return settings.keys or _beside(settings.database, "keys")


def copy_beside(kek: KekFile, database: Path) -> Path:
    """A copy of a key-encryption key beside another database. Raises NotPlaced when there is one already."""
    to = _beside(database, "kek")
    with placed(to) as part:
        part.write_bytes(kek.read())
    return to


def _make(kek: KekFile) -> None:
    try:
        kek.make()
    except NotPlaced:  # another command was first, and may not be done yet
        until = time.monotonic() + PATIENCE
        while not kek.path.exists() and time.monotonic() < until:
            time.sleep(0.02)


def _beside(database: Path, end: str) -> Path:
    return database.with_name(f"{database.name}.{end}")


def _now() -> datetime:
    """Keys age by the computer's clock, in a demo too."""
    return SystemClock().now()
