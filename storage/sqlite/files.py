"""Files, and the rows that follow from one: log, plan, consents, agreements, who talks from where."""

from state_machines.files import File
from storage import codec, laws, links, snapshot
from storage.chain import Tips
from storage.codec import moment_text
from storage.kept import Kept, KeptFiles
from storage.port import ByChat, Key, Turn
from storage.snapshot import KINDS, Snapshot
from storage.sqlite.connection import Connection
from storage.sqlite.rows import put_link, read_file

VERSION = {table: f"SELECT version FROM {table} WHERE id = ?" for table in KINDS}
INSERT = {table: f"INSERT INTO {table} (version, payload, id) VALUES (?, ?, ?)" for table in KINDS}
UPDATE = {table: f"UPDATE {table} SET version = ?, payload = ? WHERE id = ?" for table in KINDS}
NEWEST_PLAN = "SELECT version, fingerprint FROM plan WHERE file = ? ORDER BY n DESC LIMIT 1"
NEXT_CONSENT = "SELECT coalesce(max(n), 0) + 1 FROM consent WHERE file = ?"
AGREEMENT = (
    "INSERT INTO agreement (file, n, at, fingerprint) "
    "SELECT ?1, (SELECT coalesce(max(n), 0) + 1 FROM agreement WHERE file = ?1), ?2, ?3"
)
UNBOUND = (
    "UPDATE outbox SET state = 'expired', reason = 'unbound', settled = ?, "
    "body = CASE WHEN once THEN NULL ELSE body END WHERE settled IS NULL AND state = 'due' AND chat = ? AND file = ?"
)


class Files:
    """The files of a SQLite store. Used inside a batch."""

    def __init__(self, connection: Connection, kept: KeptFiles) -> None:
        self._run, self._vault = connection.run, connection.vault
        self._kept = kept

    def find(self, key: Key) -> str | None:
        """The id of the file that a key leads to."""
        if isinstance(key, str):
            return key
        if isinstance(key, ByChat):
            if known := self._kept.talks_from(key.chat):
                return known
            row = self._run("SELECT file FROM person WHERE chat = ?", (key.chat,)).fetchone()
        else:
            row = self._run("SELECT file FROM invite WHERE digest = ?", (key.digest,)).fetchone()
        return row[0] if row else None

    def get(self, file: str) -> Kept | None:
        """The file as it stands now, decoded only when that hasn't been done since it last changed."""
        known = self._kept.get(file)
        if known is not None:
            if self._kept.is_sure(file):
                return known
            row = self._run(VERSION[known.table], (file,)).fetchone()
            if row and row[0] == known.version:
                self._kept.make_sure(file)
                return known
        found = read_file(self._run, self._vault, file)
        if found is not None:
            self._kept.put(file, found)
        return found

    def put(self, turn: Turn, after: File) -> None:
        """Write a turn's file and all rows that follow from it; not its wakes and letters."""
        known = self.get(after.id)
        laws.check_current(turn.before, known.snapshot.file if known else None)
        rows, tips = links.of_turn(turn, after.id, known.snapshot.tips if known else Tips(), lambda: self._plan(after))
        self._write(after, known, tips)
        for table, row in rows:
            put_link(self._run, self._vault, table, after.id, row)
        self._put_person(turn, after)
        self._put_invite(turn, after)
        self._put_consents(turn, after)
        if fingerprint := laws.new_agreement(turn):
            self._run(AGREEMENT, (after.id, moment_text(turn.at), fingerprint))

    def _plan(self, after: File) -> tuple[int, str] | None:
        found: tuple[int, str] | None = self._run(NEWEST_PLAN, (after.id,)).fetchone()
        return found

    def _write(self, after: File, known: Kept | None, tips: Tips) -> None:
        table, version = snapshot.table_of(after), known.version + 1 if known else 1
        payload, parts = snapshot.pack(Snapshot(file=after, tips=tips, parts=known.snapshot.parts if known else {}))
        sealed = self._vault.seal(payload, table=table, row=str(version), file=after.id)
        self._run((UPDATE if known else INSERT)[table], (version, sealed, after.id))
        written = Snapshot(file=after, tips=tips, parts=parts)
        self._kept.put(after.id, Kept(table=table, version=version, snapshot=written))

    def _put_person(self, turn: Turn, after: File) -> None:
        """The old chat is freed before the new one is taken; what still waits for it isn't sent any more."""
        old = laws.chat_of(turn.before)
        if old == after.chat:
            return
        if old is not None:
            self._run("DELETE FROM person WHERE file = ?", (after.id,))
            self._run(UNBOUND, (moment_text(turn.at), old, after.id))
        if after.chat is not None:
            row = (after.chat, snapshot.table_of(after), after.id)
            self._run("INSERT INTO person (chat, role, file) VALUES (?, ?, ?)", row)

    def _put_invite(self, turn: Turn, after: File) -> None:
        old = laws.invite_of(turn.before)
        if old == after.invite:
            return
        if old is not None:
            self._run("DELETE FROM invite WHERE file = ?", (after.id,))
        if after.invite is not None:
            row = (after.invite.digest, after.id, moment_text(after.invite.expires))
            self._run("INSERT INTO invite (digest, file, expires) VALUES (?, ?, ?)", row)

    def _put_consents(self, turn: Turn, after: File) -> None:
        for consent in laws.new_consents(turn):
            n = self._run(NEXT_CONSENT, (after.id,)).fetchone()[0]
            payload = self._vault.seal(codec.encode(consent), table="consent", row=str(n), file=after.id)
            row = (after.id, n, moment_text(consent.at), payload)
            self._run("INSERT INTO consent (file, n, at, payload) VALUES (?, ?, ?, ?)", row)
