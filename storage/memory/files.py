"""Files in memory, and the rows that follow from one."""

from datetime import datetime

from state_machines.files import File
from storage import laws, links
from storage.chain import Tips
from storage.codec import moment_text
from storage.memory.letters import Letters
from storage.memory.tables import Tables
from storage.port import ByChat, Key, StoreRefused, Turn
from storage.snapshot import Snapshot


class Files:
    """The files of a store in memory. Used inside a batch."""

    def __init__(self, tables: Tables, letters: Letters) -> None:
        self._tables = tables
        self._letters = letters

    def load(self, key: Key) -> File | None:
        """The file that a key leads to."""
        found: str | None
        if isinstance(key, str):
            found = key
        elif isinstance(key, ByChat):
            found = self._tables.people.get(key.chat)
        else:
            found = self._tables.invites.get(key.digest)
        snapshot = self._tables.files.get(found or "")
        return snapshot.file if snapshot else None

    def put(self, turn: Turn, after: File) -> None:
        """Write a turn's file and all rows that follow from it; not its wakes and letters."""
        tables = self._tables
        if after.id in tables.erased:
            raise StoreRefused("this file was erased; nothing of it is kept again")
        known = tables.files.get(after.id)
        laws.check_current(turn.before, known.file if known else None)
        rows, tips = links.of_turn(turn, after.id, known.tips if known else Tips(), lambda: self._newest_plan(after))
        tables.put(tables.files, after.id, Snapshot(file=after, tips=tips))
        for table, row in rows:
            tables.put(tables.chains, (table, after.id, row.n), row)
        self._put_person(turn, after)
        self._put_invite(turn, after)
        for consent in laws.new_consents(turn):
            n = sum(file == after.id for file, _ in tables.consents) + 1
            tables.put(tables.consents, (after.id, n), consent)
        self._put_agreement(after, turn.at, laws.new_agreement(turn))

    def _newest_plan(self, after: File) -> tuple[int, str] | None:
        row = next(reversed(self._tables.chain("plan", after.id)), None)
        return (int(row.columns[1]), str(row.columns[2])) if row else None

    def _put_person(self, turn: Turn, after: File) -> None:
        """The old chat is freed before the new one is taken; what still waits for it isn't sent any more."""
        tables, old = self._tables, laws.chat_of(turn.before)
        if old == after.chat:
            return
        if old is not None:
            tables.drop(tables.people, old)
            self._letters.unbind(old, after.id, turn.at)
        if after.chat is not None:
            if after.chat in tables.people:
                raise StoreRefused("this chat has a role already, and one chat has one role")
            tables.put(tables.people, after.chat, after.id)

    def _put_invite(self, turn: Turn, after: File) -> None:
        tables, old = self._tables, laws.invite_of(turn.before)
        if old == after.invite:
            return
        if old is not None:
            tables.drop(tables.invites, old.digest)
        if after.invite is not None:
            if after.invite.digest in tables.invites:
                raise StoreRefused("this invitation belongs to another file")
            tables.put(tables.invites, after.invite.digest, after.id)

    def _put_agreement(self, after: File, at: datetime, fingerprint: str) -> None:
        if not fingerprint:
            return
        tables = self._tables
        if fingerprint not in [row.columns[2] for row in tables.chain("plan", after.id)]:
            raise StoreRefused("an agreement names a version of the plan that isn't kept (R4)")
        n = sum(file == after.id for file, _ in tables.agreements) + 1
        tables.put(tables.agreements, (after.id, n), (moment_text(at), fingerprint))
