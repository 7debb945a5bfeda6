"""The store on SQLite: one file, WAL, one writer."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from storage.port import StoreLost
from storage.sqlite.connection import reading, told
from storage.sqlite.store import SqliteStore
from storage.vault import CHECKED, Vault

if TYPE_CHECKING:
    from storage.keyed import Keys

__all__ = ["SqliteStore", "must_be_whole", "open_sqlite"]


def open_sqlite(
    path: Path | str,
    *,
    keys: "Keys | None" = None,
    plain: bool = False,
    synchronous: str = "FULL",
    migrated: Callable[[], None] = lambda: None,
    passing: Callable[[str], None] = lambda _: None,
) -> SqliteStore:
    """Open a database, make it if it isn't there, bring its tables up to date, finish what a kill left undone.

    With `keys` it is sealed with them, at once if it wasn't yet. Without, it holds payloads with checksums, and one
    that has keys is refused. `plain`: one without seals is accepted, though its key store has served others.
    `synchronous="OFF"` is for simulations that may lose their file. Raises StoreBroken when the file can't be opened as
    it must be, was made by a newer version, or belongs to other keys. `migrated` is called when steps to newer tables
    are taken and not yet committed; `passing`, with its name, at each step of an erasure and of sealing anew.
    """
    store = SqliteStore(Path(path), synchronous=synchronous, vault=_vault(keys), passing=passing)
    try:
        with told():
            store.upkeep.migrate(migrated)
            store.upkeep.pair(plain=plain)
            store.resume_erasures()
            store.upkeep.seal_anew()
    except KeyError as error:  # a column of its own tables bears another name
        raise StoreLost("the database file is damaged: its tables aren't Trede's. Restore a backup") from error
    return store


def _vault(keys: "Keys | None") -> Vault:
    if keys is None:
        return CHECKED
    from storage.keyed import Keyed  # what encrypts is loaded only where there are keys

    return Keyed(keys.store())


def must_be_whole(path: Path) -> None:
    """Before the bot runs on a file: raises StoreLost when SQLite finds pages or indexes of it damaged.

    About half a second for 100 MB. Nothing happens to a file that isn't there yet.
    """
    if not path.exists():
        return
    with reading(path) as db:
        found = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise StoreLost(f"the database file is damaged ({found}). Run `trede verify`, then restore a backup")
