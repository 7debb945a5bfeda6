"""All faces of a store together, and the ways to open one."""

from typing import TYPE_CHECKING, Protocol

from storage.organisation import Organisation
from storage.port import Store
from storage.sqlite import SqliteStore, must_be_whole, open_sqlite
from storage.upkeep import Upkeep
from storage.views import Views

if TYPE_CHECKING:
    from storage.memory import MemoryStore

__all__ = ["Opened", "SqliteStore", "must_be_whole", "open_memory", "open_sqlite"]


class Opened(Store, Protocol):
    """A store with its views and upkeep, and what the organisation has set."""

    @property
    def views(self) -> Views:
        """The named questions."""

    @property
    def upkeep(self) -> Upkeep:
        """Migrating, verifying, pruning."""

    @property
    def organisation(self) -> Organisation:
        """What the organisation has set."""

    def close(self) -> None:
        """Close it. An open batch is undone."""


def open_memory() -> "MemoryStore":
    """A store that is gone with the process."""
    from storage.memory import MemoryStore  # for tests and rehearsals: a running bot has no use for it

    return MemoryStore()
