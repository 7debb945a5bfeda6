"""Stores with keys, for tests: the key file and the key store stand beside the database, as a demo makes them."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from storage.kek import KekFile
from storage.keyed import Keyed, Keys
from storage.keys import SAFE
from storage.sqlite import SqliteStore, open_sqlite
from storage.vault import CHECKED, Vault

MADE = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)


def keys_beside(path: Path, synchronous: str = SAFE) -> Keys:
    """The keys of the database at this path, made if they aren't there."""
    kek = KekFile(path=path.with_name(f"{path.name}.kek"))
    if not kek.path.exists():
        kek.make()
    return Keys(path=path.with_name(f"{path.name}.keys"), kek=kek, now=lambda: MADE, synchronous=synchronous)


def opened(path: Path, **given: object) -> SqliteStore:
    """The store at this path, with the keys beside it if it has any; made with keys if it isn't there."""
    path = Path(path)
    if path.exists() and not path.with_name(f"{path.name}.keys").exists():
        return open_sqlite(path, **given)
    quick = given.get("synchronous") == "OFF"
    return open_sqlite(path, keys=keys_beside(path, "OFF" if quick else SAFE), **given)


def vault_of(path: Path) -> Vault:
    """What opens the payloads of the database at this path."""
    if not path.with_name(f"{path.name}.keys").exists():
        return CHECKED
    return Keyed(keys_beside(path).store())


def copy_keys(path: Path, copy: Path) -> Path:
    """Beside a copy of a database stand copies of its keys, if it has any; the copy."""
    for end in (".keys", ".kek"):
        if (keys := path.with_name(path.name + end)).exists():
            shutil.copy(keys, copy.with_name(copy.name + end))
    return copy
