"""Upkeep of a SQLite store."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from storage import schema, upkeep
from storage.codec import moment_of, moment_text
from storage.port import Claimed
from storage.sqlite import pairing
from storage.sqlite.connection import Connection, garbled, reading, told
from storage.sqlite.erasure import Passing
from storage.sqlite.letters import Letters
from storage.sqlite.papers import file_ids, loose_faults, page_faults, papers, trigger_faults, wake_faults
from storage.upkeep import ENDED_KEPT, LONG_AGO, LONGEST_WAIT, SEEN_KEPT

if TYPE_CHECKING:
    from storage.retention import Limits, Old

ONCE = 500  # rows a transaction, so that none holds the writer for long
LET_GO = "UPDATE outbox SET slot = NULL WHERE slot IS NOT NULL AND settled > ?"
WAITED = "UPDATE outbox SET not_before = ? WHERE settled IS NULL AND state = 'due' AND not_before > ?"
PRUNED = (
    ("seen", "update_id", "at < ? AND stumble IS NULL", SEEN_KEPT),
    ("seen", "update_id", "at < ?", ENDED_KEPT),
    ("wake", "file, kind, day, number", "ended < ?", ENDED_KEPT),
)
LETTERS = ("outbox", "n", "settled < ?")


class SqliteUpkeep:
    """Upkeep on the store's own connection; verifying reads on a connection of its own and may run in any thread."""

    def __init__(self, connection: Connection, synchronous: str = "FULL", passing: Passing = lambda _: None) -> None:
        self._connection, self._passing = connection, passing
        self._synchronous = synchronous
        self._run = connection.run
        self._version = self._data_version()

    def migrate(self, taken: Callable[[], None] = lambda: None) -> None:
        """Bring the tables up to date, forward only: all steps or none. StoreBroken if they are ahead of us.

        `taken` is called when the steps are taken and nothing is committed yet.
        """
        if schema.behind(self._connection.db):
            with self._connection.batch():
                schema.take(self._connection.db)
                taken()

    def pair(self, *, plain: bool = False) -> None:
        """See to it that this database and its key store belong together; StoreBroken when they don't.

        `plain`: it may be one without seals, though its key store has served others.
        """
        pairing.pair(self._connection, plain=plain)

    def seal_anew(self) -> int:
        """Seal what isn't sealed with the newest keys, in short transactions; how many payloads. Outside a batch."""
        store = self._connection.vault.store
        if store is None or not store.standing().behind:
            return 0
        from storage.sqlite import resealing

        return resealing.seal_anew(self._connection, store, self._passing)

    def verify(self) -> tuple[str, ...]:
        """Everything that isn't as it was written: a line per fault, naming file and row, never content."""
        return tuple(self._faults())

    def prune(self, now: datetime, letters: timedelta = ENDED_KEPT) -> int:
        """Delete update ids after 48 hours; ended wakes and stumbles after 30 days, settled letters after `letters`."""
        every = (*PRUNED, (*LETTERS, letters))
        return sum(self._prune(table, key, old, moment_text(now - kept)) for table, key, old, kept in every)

    def fade(self, now: datetime, limits: "Limits") -> tuple["Old", ...]:
        """Empty the log and access rows whose time is over (R34), on connections of its own; chains stay whole."""
        from storage.sqlite import fading

        return fading.fade(self._connection.path, self._synchronous, self._connection.vault, now, limits)

    def unsettled(self) -> tuple[Claimed, ...]:
        """The letters in `sending`: after a crash, those of which nobody knows whether they went out."""
        with self._connection.batch():
            return Letters(self._connection).unsettled()

    def changed(self) -> bool:
        """Whether another connection, a short command or a view's access row, wrote since this was last asked."""
        before, self._version = self._version, self._data_version()
        return before != self._version

    def polled(self) -> datetime | None:
        """When Telegram last answered a poll, as it was noted; None when none was."""
        with self._connection.batch():
            found = self._run("SELECT at FROM polled").fetchone()
        return moment_of(found[0]) if found else None

    def note_poll(self, at: datetime) -> None:
        """Note that Telegram answered a poll at this moment. In a batch, or by itself."""
        with self._connection.batch():
            self._run("INSERT OR REPLACE INTO polled (one, at) VALUES (1, ?)", (moment_text(at),))

    def set_right(self, now: datetime) -> None:
        """After a clock that was ahead: nothing edits what it sent; what it made wait for long is due, and late."""
        with self._connection.batch():
            self._run(LET_GO, (moment_text(now),))
            self._run(WAITED, (moment_text(now - LONG_AGO), moment_text(now + LONGEST_WAIT)))

    def _data_version(self) -> int:
        with told():
            return self._connection.others()

    def _prune(self, table: str, key: str, old: str, before: str) -> int:
        delete = f"DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} WHERE {old} LIMIT {ONCE})"
        pruned, last = 0, ONCE
        while last == ONCE:
            with self._connection.batch():
                last = self._run(delete, (before,)).rowcount
            pruned += last
        return pruned

    def _faults(self) -> Iterator[str]:
        with reading(self._connection.path) as db:
            db.text_factory = garbled
            yield from page_faults(db.execute)
            for file in file_ids(db.execute):
                found: list[str] = []
                yield from upkeep.faults(papers(db.execute, self._connection.vault, file, found))
                yield from found
            yield from loose_faults(db.execute, self._connection.vault)
            yield from wake_faults(db.execute)
            yield from trigger_faults(db.execute)
