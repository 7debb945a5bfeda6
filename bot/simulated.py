"""What a simulation leaves behind when it is asked to: its database with the keys beside it, and what was typed."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.kek import KekFile
from storage.keyed import Keys
from storage.placing import BESIDE

SCHEME = "sqlite:///"
DATABASE = "simulation.db"
KEY, KEYS = ".kek", ".keys"


class NotFree(RuntimeError):  # noqa: N818 - named for what happened
    """There is no room for what is to be kept; the message says what is in the way. Nothing was touched."""


@dataclass(frozen=True, kw_only=True)
class Left:
    """Where a run leaves its database and its transcripts; None: nowhere."""

    database: Path | None = None
    transcripts: Path | None = None

    def database_in(self, folder: Path) -> Path:
        """The database of this run: the one that is kept, or one in a folder that is gone afterwards."""
        return self.database or folder / DATABASE

    def told(self) -> dict[str, str]:
        """What was kept, and where."""
        kept: dict[str, str] = {}
        if self.database is not None:
            kept |= {"database": str(self.database), "key": str(beside(self.database, KEY))}
        if self.transcripts is not None:
            kept["transcripts"] = str(self.transcripts)
        return kept


def left(store: str, folder: str) -> Left:
    """What `--store` and `--transcripts` ask for; empty: nothing. Raises NotFree rather than overwrite anything."""
    database = _database(store) if store else None
    typed = Path(folder) if folder else None
    if typed is not None and typed.exists() and (not typed.is_dir() or any(typed.iterdir())):
        raise NotFree(f"{typed} isn't empty, and nothing is ever overwritten: name a folder that is new or empty")
    return Left(database=database, transcripts=typed)


def _database(store: str) -> Path:
    """The file of `sqlite:///FILE`; `sqlite:////FILE` begins at the root."""
    path = Path(store.removeprefix(SCHEME))
    if not store.startswith(SCHEME) or not path.name or path.is_dir():
        raise NotFree(f"{store} names no database: write sqlite:///FILE, or sqlite:////FILE with a whole path")
    if not path.absolute().parent.is_dir():
        raise NotFree(f"there is no folder {path.parent}: make it, or name another")
    for found in (path, *(beside(path, end) for end in (*BESIDE, KEY, KEYS))):
        if found.exists() or found.is_symlink():
            raise NotFree(f"{found} is there already, and nothing is ever overwritten: name another file")
    return path.absolute()


def beside(database: Path, end: str) -> Path:
    """The file beside a database whose name has this ending as well."""
    return database.with_name(database.name + end)


def keys_of(database: Path, made: datetime) -> Keys:
    """Keys of its own for a database that is yet to be made, beside it. `made`: the moment of the run."""
    kek = KekFile(path=beside(database, KEY))
    kek.make()
    return Keys(path=beside(database, KEYS), kek=kek, now=lambda: made, synchronous="OFF")


def paths_of(database: Path) -> dict[str, str]:
    """The settings with which another process opens the same."""
    key, keys = beside(database, KEY), beside(database, KEYS)
    return {"TREDE_DB": str(database), "TREDE_KEK_FILE": str(key), "TREDE_KEYS": str(keys)}
