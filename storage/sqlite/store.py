"""The turn port on one SQLite file."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from state_machines.files import File
from storage import laws
from storage.codec import moment_text
from storage.kept import MOST, KeptFiles
from storage.organisation import Organisation
from storage.port import ByChat, Claims, Due, Key, Settled, StoreBroken, StoreBusy, Turn
from storage.sqlite.chat import in_chat
from storage.sqlite.connection import Connection, tell, told
from storage.sqlite.erasure import ERASED, REWRITTEN, Erasure, Passing
from storage.sqlite.files import Files
from storage.sqlite.letters import Letters
from storage.sqlite.organisation import SqliteOrganisation
from storage.sqlite.upkeep import SqliteUpkeep
from storage.sqlite.views import SqliteViews
from storage.sqlite.wakes import Wakes
from storage.vault import CHECKED, Vault
from storage.views import Views

P = ParamSpec("P")
R = TypeVar("R")

SEEN = "INSERT OR IGNORE INTO seen (update_id, at, stumble) VALUES (?, ?, ?)"


def _verb(method: Callable[Concatenate["SqliteStore", P], R]) -> Callable[Concatenate["SqliteStore", P], R]:
    """A verb of the port: refused outside a batch, and SQLite's errors told as the store's."""

    @wraps(method)
    def verb(self: "SqliteStore", /, *args: P.args, **kwargs: P.kwargs) -> R:
        self.connection.must_be_in_batch()
        try:
            return method(self, *args, **kwargs)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise tell(error) from error

    return verb


class SqliteStore:
    """Where turns are kept: one file, one connection that writes. Used from the thread that opened it."""

    def __init__(
        self,
        path: Path,
        *,
        synchronous: str = "FULL",
        most_kept: int = MOST,
        vault: Vault = CHECKED,
        passing: Passing = lambda _: None,
    ) -> None:
        self.connection = Connection(path, synchronous, vault)
        self._kept = KeptFiles(most_kept)
        self._files = Files(self.connection, self._kept)
        self._wakes = Wakes(self.connection)
        self._letters = Letters(self.connection)
        self._erasure = Erasure(self.connection, passing)
        self._passing = passing
        self._erased = self._rewritten = False
        self._views = SqliteViews(path, synchronous, vault)
        self._upkeep = SqliteUpkeep(self.connection, synchronous, passing)
        self._organisation = SqliteOrganisation(self.connection)

    @property
    def views(self) -> Views:
        """The named questions that can be asked of what is kept."""
        return self._views

    @property
    def upkeep(self) -> SqliteUpkeep:
        """Migrating, verifying, pruning and the like."""
        return self._upkeep

    @property
    def organisation(self) -> Organisation:
        """What the organisation has set."""
        return self._organisation

    @contextmanager
    def batch(self) -> Iterator[None]:
        """One transaction; nested, a savepoint. An exception undoes exactly this level and goes on up."""
        with self._kept.level(), self._erasure.level(), self.connection.batch() as begun:
            if begun:
                self._kept.compare(self.connection.seen)
            yield
            if begun:
                self._erasure.destroy_keys()
        if begun and self._erasure.owed:
            with suppress(StoreBusy, StoreBroken):  # the batch is kept, whatever becomes of this
                self.resume_erasures()
        elif self._erased:
            self._finish_erasures()

    @_verb
    def load(self, key: Key) -> File | None:
        """The file as last committed in this or an earlier batch; None when there is none."""
        file = self._files.find(key)
        kept = None if file is None else self._files.get(file)
        if kept is None:
            if file is not None and not isinstance(key, str):
                raise StoreBroken(f"file {file} has rows in the database, but no snapshot. Restore a backup")
            return None
        found = kept.snapshot.file
        if isinstance(key, ByChat) and found.chat != key.chat:
            raise StoreBroken(f"the database leads a chat to file {found.id}, which is another's. Restore a backup")
        return found

    @_verb
    def seen(self, update_id: int, at: datetime, stumble: bytes | None = None) -> bool:
        """Note an update id; False if it was noted before. `stumble` keeps, sealed, an update that can't be handled."""
        vault = self.connection.vault
        sealed = None if stumble is None else vault.seal(stumble, table="seen", row=str(update_id), file="")
        return self.connection.run(SEEN, (update_id, moment_text(at), sealed)).rowcount == 1

    @_verb
    def commit(self, turn: Turn) -> None:
        """Keep one turn. Raises StoreRefused when it breaks a law of the store (R2, R4, a file that changed since)."""
        laws.check(turn)
        # a refused turn leaves no half of itself, even if the caller goes on
        with self.batch() if laws.may_be_refused_late(turn) else nullcontext():
            if turn.after is not None:
                self._files.put(turn, turn.after)
            if turn.ended is not None:
                self._wakes.end(turn.ended, turn.at, turn.outcome)
            if turn.after is not None:
                self._wakes.put(turn.after.id, turn.wakes)
                self._letters.hush(turn.after.id, turn.hush, turn.at)
                self._letters.sleep(turn.after.id, turn.nights, turn.at)
            self._letters.put(turn.letters, turn.at)

    @_verb
    def due(self, now: datetime, limit: int = 64) -> Due:
        """The wakes whose moment has come. A wake stays due until a turn ends it."""
        return self._wakes.due(now, limit)

    @_verb
    def claim(self, now: datetime, limit: int = 64, begun: int = 64) -> Claims:
        """Take letters for sending: they become `sending`. Per chat in order, one at a time; expired ones end."""
        return self._letters.claim(now, limit, begun)

    @_verb
    def settle(self, results: Sequence[Settled]) -> None:
        """Write down what became of claimed letters. One that is gone, or not in `sending`, is left as it is."""
        self._letters.settle(results)

    @_verb
    def in_chat(self, file: str, chat: int, since: datetime) -> tuple[int, ...]:
        """The numbers of the messages to and from a file's person in a chat from a moment on, as far as known."""
        return in_chat(self.connection.run, self.connection.vault, file, chat, since)

    @_verb
    def forget(self, file: str, at: datetime) -> None:
        """Delete everything of and about this file (R34). What stays is a mark without content in `erasing`."""
        self._kept.drop(file)
        self._erasure.forget(file, at)
        self._erased, self._rewritten = True, False

    def resume_erasures(self) -> None:
        """Finish what a crash in an erasure left undone, and erase again whom the ledger of the keys names (R34)."""
        for file, at in self._erasure.unmarked():
            with self._kept.level(), self._erasure.level(), self.connection.batch():
                self._kept.drop(file)
                last = self._erasure.last_words(file)
                self._erasure.forget(file, at)
                self._letters.put(last, at)
        with told():
            self._erased = self._erasure.unfinished()
        if self._erased:
            self._finish_erasures()
        else:
            self._erasure.let_go()

    def erased(self) -> dict[str, datetime]:
        """Which files were erased, and when."""
        return self._erasure.marked()

    def _finish_erasures(self) -> None:
        """Clear the disk of what erased files left in free space; while others read, at the end of a later batch.

        Never raises: the batch that it follows is kept, whatever becomes of this.
        """
        self._passing(ERASED)
        self._rewritten = self._rewritten or self.connection.rewrite()
        self._passing(REWRITTEN)
        if self._rewritten and self.connection.empty_journal():
            with suppress(StoreBusy, StoreBroken):
                with self.connection.batch():
                    self._erasure.finished()
                    self._erased = False
                self._erasure.let_go()

    def close(self) -> None:
        """Close the file. An open batch is undone."""
        self.connection.close()
