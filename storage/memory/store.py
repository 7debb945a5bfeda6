"""The turn port in memory."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from state_machines.files import File
from storage import laws
from storage.memory import erasure
from storage.memory.chat import in_chat
from storage.memory.files import Files
from storage.memory.letters import Letters
from storage.memory.organisation import MemoryOrganisation
from storage.memory.tables import Tables
from storage.memory.upkeep import MemoryUpkeep
from storage.memory.views import MemoryViews
from storage.memory.wakes import Wakes
from storage.organisation import Organisation
from storage.port import Claims, Due, Key, Settled, Turn
from storage.upkeep import Upkeep
from storage.views import Views


class MemoryStore:
    """Where turns are kept for as long as the program runs."""

    def __init__(self) -> None:
        self._tables = Tables()
        self._letters = Letters(self._tables)
        self._files = Files(self._tables, self._letters)
        self._wakes = Wakes(self._tables)
        self._views = MemoryViews(self._tables)
        self._upkeep = MemoryUpkeep(self._tables, self._letters)
        self._organisation = MemoryOrganisation(self._tables)

    @property
    def views(self) -> Views:
        """The named questions that can be asked of what is kept."""
        return self._views

    @property
    def upkeep(self) -> Upkeep:
        """Verifying, pruning and the like."""
        return self._upkeep

    @property
    def organisation(self) -> Organisation:
        """What the organisation has set."""
        return self._organisation

    @contextmanager
    def batch(self) -> Iterator[None]:
        """One transaction; nested, a savepoint. An exception undoes exactly this level and goes on up."""
        with self._tables.level():
            yield

    def load(self, key: Key) -> File | None:
        """The file as last committed in this or an earlier batch; None when there is none."""
        self._tables.must_be_in_batch()
        return self._files.load(key)

    def seen(self, update_id: int, at: datetime, stumble: bytes | None = None) -> bool:
        """Note an update id; False if it was noted before. `stumble` keeps an update that can't be handled."""
        self._tables.must_be_in_batch()
        if update_id in self._tables.updates:
            return False
        self._tables.put(self._tables.updates, update_id, (at, stumble))
        return True

    def commit(self, turn: Turn) -> None:
        """Keep one turn. Raises StoreRefused when it breaks a law of the store (R2, R4, a file that changed since)."""
        self._tables.must_be_in_batch()
        laws.check(turn)
        with self._tables.level():  # a refused turn leaves no half of itself, even if the caller goes on
            if turn.after is not None:
                self._files.put(turn, turn.after)
            if turn.ended is not None:
                self._wakes.end(turn.ended, turn.at, turn.outcome)
            if turn.after is not None:
                self._wakes.put(turn.after.id, turn.wakes)
                self._letters.hush(turn.after.id, turn.hush, turn.at)
                self._letters.sleep(turn.after.id, turn.nights, turn.at)
            self._letters.put(turn.letters, turn.at)

    def due(self, now: datetime, limit: int = 64) -> Due:
        """The wakes whose moment has come. A wake stays due until a turn ends it."""
        self._tables.must_be_in_batch()
        return self._wakes.due(now, limit)

    def claim(self, now: datetime, limit: int = 64, begun: int = 64) -> Claims:
        """Take letters for sending: they become `sending`. Per chat in order, one at a time; expired ones end."""
        self._tables.must_be_in_batch()
        return self._letters.claim(now, limit, begun)

    def settle(self, results: Sequence[Settled]) -> None:
        """Write down what became of claimed letters. One that is gone, or not in `sending`, is left as it is."""
        self._tables.must_be_in_batch()
        for result in results:
            self._letters.settle(result)

    def in_chat(self, file: str, chat: int, since: datetime) -> tuple[int, ...]:
        """The numbers of the messages to and from a file's person in a chat from a moment on, as far as known."""
        self._tables.must_be_in_batch()
        return in_chat(self._tables, file, chat, since)

    def forget(self, file: str, at: datetime) -> None:
        """Delete everything of and about this file (R34). What stays is a mark without content."""
        self._tables.must_be_in_batch()
        erasure.forget(self._tables, self._letters, file, at)

    def close(self) -> None:
        """Nothing to close: the store goes with the object."""
