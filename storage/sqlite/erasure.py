"""Erasing a file (R34): every row of it, and its name in what was written down on the professionals' side."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from state_machines.files import Client
from storage import codec
from storage.codec import moment_of, moment_text
from storage.links import Enclosed, LastWords
from storage.names import Names
from storage.port import Letter
from storage.sqlite.connection import Connection, reading
from storage.sqlite.rows import get_links, read_file

if TYPE_CHECKING:
    from storage.keys import Erased

MARK = "INSERT OR REPLACE INTO erasing (file, at, under_way, remains) VALUES (?, ?, 1, 1)"
MARKED = "SELECT file, at FROM erasing"
UNMARK = "UPDATE erasing SET under_way = NULL WHERE file = ?"
TABLES = ("agreement", "consent", "plan", "log", "access", "wake", "outbox", "person", "invite")
STRANGER = "DELETE FROM outbox WHERE settled IS NOT NULL AND chat = ? AND file IS NULL"
SET_ASIDE = "UPDATE seen SET stumble = NULL WHERE stumble IS NOT NULL"
EMPTY_LOG = "UPDATE log SET payload = NULL WHERE file = ? AND n = ?"
EMPTY_LETTER = "UPDATE outbox SET once = 1, body = CASE WHEN settled IS NULL THEN body END WHERE n = ?"
DESKS = "SELECT id FROM professional"
LETTERS = "SELECT n, body FROM outbox WHERE file = ? AND body IS NOT NULL"
#: What this erasure itself says and takes away: letters about no file, made in the turn that asked for it.
LAST = (
    "SELECT n, chat, kind, below, once, body, not_before, expires FROM outbox "
    "WHERE file IS NULL AND state = 'due' AND chat = ? AND not_before >= ? ORDER BY n"
)


CHAT = "SELECT chat FROM person WHERE file = ?"

Passing = Callable[[str], None]
#: Where an erasure stands: its rows are deleted and its key is there; the key is destroyed and nothing is committed; it
#: is committed; free space is cleared.
ROWS, KEY, ERASED, REWRITTEN = "erase-rows", "erase-key", "erase-commit", "erase-rewritten"


@dataclass(frozen=True, kw_only=True)
class Owed:
    """A file whose keys are to be destroyed before its batch is committed. `names`: sealed, for doing it again, with
    what is still to be said to its person and taken out of their chat."""

    file: str
    at: datetime
    names: bytes | None


class Erasure:
    """Forgets files in a SQLite store. Used inside a batch.

    The keys of a file are destroyed and its line is in the ledger before its rows are gone; so whatever happens in
    between, nothing can be read any more, and the ledger says what has yet to be done.
    """

    def __init__(self, connection: Connection, passing: Passing = lambda _: None) -> None:
        self._connection, self._passing = connection, passing
        self._run, self._vault = connection.run, connection.vault
        self._pending: list[Owed] = []
        self._again: dict[str, Names] = {}
        self.owed = False  # keys were destroyed in a batch that then wasn't kept

    @contextmanager
    def level(self) -> Iterator[None]:
        """One level of a batch: what is undone with it isn't erased."""
        before = len(self._pending)
        try:
            yield
        except BaseException:
            del self._pending[before:]
            raise

    def forget(self, file: str, at: datetime) -> None:
        """Delete all rows of a file; its pseudonym and the moment stay. A file that isn't there is marked too."""
        names, last = self._names(file), self._last(file, at)
        self._run(MARK, (file, moment_text(at)))
        self._forget_elsewhere(file, names)
        for table in TABLES:
            self._run(f"DELETE FROM {table} WHERE file = ?", (file,))
        for table in ("client", "professional"):
            self._run(f"DELETE FROM {table} WHERE id = ?", (file,))
        self._run(UNMARK, (file,))
        self._connection.new_era()
        if self._vault.store is not None:
            words = names and codec.encode(LastWords(name=names.name, letters=last))
            sealed = words and self._vault.seal(words, table="erased", row=file, file="")
            self._pending.append(Owed(file=file, at=at, names=sealed or None))
        self._passing(ROWS)

    def destroy_keys(self) -> None:
        """The last before a batch is committed: the keys of who was forgotten in it are no more."""
        pending, self._pending = self._pending, []
        if self._vault.store is None or not pending:
            return
        self.owed = True
        for owed in pending:
            self._vault.store.destroy(owed.file, owed.at, owed.names)
        self._vault.drop({owed.file for owed in pending})
        self._passing(KEY)

    def unmarked(self) -> tuple[tuple[str, datetime], ...]:
        """Who is in the ledger of the keys, though this database doesn't say that they were erased; outside a batch.

        The other way round, which an older key store put in place brings about, their keys are destroyed again.
        """
        if self._vault.store is None:
            return ()
        marked, ledger = self.marked(), self._vault.store.ledger()
        for file in marked.keys() - {line.file for line in ledger}:
            self._vault.store.destroy(file, marked[file], None)
        self._vault.drop(marked)
        self.owed = False
        return tuple((line.file, line.at) for line in ledger if line.file not in marked)

    def last_words(self, file: str) -> tuple[Letter, ...]:
        """What its person was to hear, and what to take out of their chat, when a kill undid the turn that said so."""
        line = next((line for line in self._ledger() if line.file == file), None)
        return self._kept(line).letters if line is not None and line.names is not None else ()

    def marked(self) -> dict[str, datetime]:
        """Who was erased, and when."""
        with reading(self._connection.path) as db:
            return {file: moment_of(at) for file, at in db.execute(MARKED).fetchall()}

    def let_go(self) -> None:
        """Nothing remains of what was erased: names are needed no more. After a batch."""
        named = [line.file for line in self._ledger() if line.names is not None]
        if named and self._vault.store is not None:
            self._vault.store.let_go(named)

    def unfinished(self) -> bool:
        """Whether free space in the file may still hold remains of a forgotten one."""
        return bool(self._run("SELECT EXISTS (SELECT 1 FROM erasing WHERE remains)").fetchone()[0])

    def finished(self) -> None:
        """The remains are gone."""
        self._run("UPDATE erasing SET remains = 0 WHERE remains")

    def _names(self, file: str) -> Names | None:
        """What a client is called; by what was kept for that, or by the cards of their coaches, once the key is gone.

        What was found so is known for one more time: for what their coaches are told of it then.
        """
        line = next((line for line in self._ledger() if line.file == file), None)
        if line is None:
            kept = read_file(self._run, self._vault, file)
            return Names.of(kept.snapshot.file) if kept and isinstance(kept.snapshot.file, Client) else None
        known = self._again.pop(file, None)
        if known is None:
            known = self._again[file] = self._names_without_key(line)
        return known

    def _names_without_key(self, line: "Erased") -> Names:
        file = line.file
        if line.names is not None:
            return Names(file, self._kept(line).name)
        desks = (read_file(self._run, self._vault, desk) for (desk,) in self._run(DESKS).fetchall())
        cards = (card for desk in desks if desk for card in getattr(desk.snapshot.file, "clients", ()))
        return next((Names(file, card.name) for card in cards if card.client == file), Names(file, ""))

    def _kept(self, line: "Erased") -> LastWords:
        assert line.names is not None
        plain = self._vault.open(line.names, table="erased", row=line.file, file="")
        return codec.decode(LastWords, plain) if plain.startswith(b"{") else LastWords(name=plain.decode())

    def _last(self, file: str, at: datetime) -> tuple[Letter, ...]:
        if self._vault.store is None:
            return ()
        chats = self._run(CHAT, (file,)).fetchall()
        return tuple(self._letter(row) for (chat,) in chats for row in self._run(LAST, (chat, moment_text(at))))

    def _letter(self, row: tuple[Any, ...]) -> Letter:
        n, chat, kind, below, once, body, not_before, expires = row
        enclosed = codec.decode(Enclosed, self._vault.open(body, table="outbox", row=str(n), file=""))
        return Letter(
            chat=chat,
            file=None,
            kind=kind,
            body=enclosed.body,
            not_before=moment_of(not_before),
            slot=enclosed.slot,
            below=bool(below),
            once=bool(once),
            expires=moment_of(expires) if expires else None,
        )

    def _ledger(self) -> "tuple[Erased, ...]":
        return () if self._vault.store is None else self._vault.store.ledger()

    def _forget_elsewhere(self, file: str, names: Names | None) -> None:
        """Letters from before there was a file; log rows and letters of professionals that name the client."""
        for (chat,) in self._run(CHAT, (file,)).fetchall():
            self._run(STRANGER, (chat,))
        self._run(SET_ASIDE)  # updates that couldn't be handled, of whatever account: some may be theirs
        if names is not None:
            for (desk,) in self._run(DESKS).fetchall():  # the coach's, a deputy's, one before, the physician's
                self._empty_log(desk, names)
                self._empty_letters(desk, names)

    def _empty_log(self, desk: str, names: Names) -> None:
        rows = get_links(self._run, self._vault, "log", desk)
        for n in [row.n for row in rows if row.payload is not None and names.in_payload(row.payload)]:
            self._run(EMPTY_LOG, (desk, n))

    def _empty_letters(self, desk: str, names: Names) -> None:
        """What was sent loses its words now; what still waits, as soon as it is sent."""
        for n, sealed in self._run(LETTERS, (desk,)).fetchall():
            plain = self._vault.open(sealed, table="outbox", row=str(n), file=desk)
            if names.in_words(codec.decode(Enclosed, plain).body):
                self._run(EMPTY_LETTER, (n,))
