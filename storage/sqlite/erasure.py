"""Erasing a file (R34): every row of it, and its name in what was written down on the professionals' side."""

from datetime import datetime

from state_machines.files import Client, File
from storage import codec, vault
from storage.codec import moment_text
from storage.links import Enclosed
from storage.names import Names
from storage.sqlite.connection import Connection
from storage.sqlite.rows import get_links, read_file

MARK = "INSERT OR REPLACE INTO erasing (file, at, under_way, remains) VALUES (?, ?, 1, 1)"
UNMARK = "UPDATE erasing SET under_way = NULL WHERE file = ?"
TABLES = ("agreement", "consent", "plan", "log", "access", "wake", "outbox", "person", "invite")
STRANGER = "DELETE FROM outbox WHERE settled IS NOT NULL AND chat = ? AND file IS NULL"
EMPTY_LOG = "UPDATE log SET payload = NULL WHERE file = ? AND n = ?"
EMPTY_LETTER = "UPDATE outbox SET once = 1, body = CASE WHEN settled IS NULL THEN body END WHERE n = ?"
DESKS = "SELECT id FROM professional"
LETTERS = "SELECT n, body FROM outbox WHERE file = ? AND body IS NOT NULL"


class Erasure:
    """Forgets files in a SQLite store. Used inside a batch."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.run

    def forget(self, file: str, at: datetime) -> None:
        """Delete all rows of a file; its pseudonym and the moment stay. A file that isn't there is marked too."""
        kept = read_file(self._run, file)
        self._run(MARK, (file, moment_text(at)))
        if kept is not None:
            self._forget_elsewhere(kept.snapshot.file)
        for table in TABLES:
            self._run(f"DELETE FROM {table} WHERE file = ?", (file,))
        for table in ("client", "professional"):
            self._run(f"DELETE FROM {table} WHERE id = ?", (file,))
        self._run(UNMARK, (file,))

    def unfinished(self) -> bool:
        """Whether free space in the file may still hold remains of a forgotten one."""
        return bool(self._run("SELECT EXISTS (SELECT 1 FROM erasing WHERE remains)").fetchone()[0])

    def finished(self) -> None:
        """The remains are gone."""
        self._run("UPDATE erasing SET remains = 0 WHERE remains")

    def _forget_elsewhere(self, file: File) -> None:
        """Letters from before there was a file; log rows and letters of professionals that name the client."""
        if file.chat is not None:
            self._run(STRANGER, (file.chat,))
        if isinstance(file, Client):
            for (desk,) in self._run(DESKS).fetchall():  # the coach's, a deputy's, one before, the physician's
                self._empty_log(desk, Names.of(file))
                self._empty_letters(desk, Names.of(file))

    def _empty_log(self, desk: str, names: Names) -> None:
        rows = get_links(self._run, "log", desk)
        for n in [row.n for row in rows if row.payload is not None and names.in_payload(row.payload)]:
            self._run(EMPTY_LOG, (desk, n))

    def _empty_letters(self, desk: str, names: Names) -> None:
        """What was sent loses its words now; what still waits, as soon as it is sent."""
        for n, sealed in self._run(LETTERS, (desk,)).fetchall():
            plain = vault.open(sealed, table="outbox", row=str(n), file=desk)
            if names.in_words(codec.decode(Enclosed, plain).body):
                self._run(EMPTY_LETTER, (n,))
