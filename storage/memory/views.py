"""The questions put to a store in memory."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from state_machines.events import Event
from state_machines.files import Client, File, Professional
from storage import codec, links, notes
from storage.memory.tables import Tables
from storage.notes import Note
from storage.port import LetterState
from storage.snapshot import Snapshot
from storage.views import (
    AccessRow,
    LogRow,
    Look,
    OwnCopy,
    Tally,
    Trajectory,
    access_rows,
    log_rows,
    plan_rows,
    the_client,
)

if TYPE_CHECKING:
    from storage.deliveries import Delivery, Posted

UNHAPPY = (LetterState.EXPIRED, LetterState.FAILED)


class MemoryViews:
    """Questions about what stands in memory. Asked from the thread that the store is used in."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def clients_of(self, coach: str, look: Look) -> tuple[Client, ...]:
        """The clients on a coach's cards that still exist, in the order of the cards; one access row each."""
        desk = self._file(coach)
        if not isinstance(desk, Professional):
            raise LookupError(f"there is no professional with the file {coach}")
        found = [self._file(card.client) for card in desk.clients]
        clients = tuple(client for client in found if isinstance(client, Client))
        for client in clients:
            self._look(client.id, look, "overview")
        return clients

    def trajectory(self, client: str, since: date, look: Look) -> Trajectory:
        """A client's file, with the notes opened to the coach from a local date on."""
        from storage.deliveries import not_taken

        self._look(client, look, "trajectory")
        file = the_client(self._file(client), client)
        opened = tuple(note for note in self.own_notes(client, since) if note.open)
        return Trajectory(client=file, notes=opened, not_taken=not_taken(self._posted(client), file.zone))

    def noted(self, files: Sequence[str], look: Look, what: str) -> tuple[str, ...]:
        """Which of these files exist; that something of each was looked at is written, and nothing is answered."""
        there = tuple(file for file in files if self._file(file) is not None)
        for file in there:
            self._look(file, look, what)
        return there

    def referred(self, client: str, look: Look, what: str = "referral") -> Client:
        """A client's file, for the summary that their physician reads of it, or for another paper drawn from it."""
        self._look(client, look, what)
        return the_client(self._file(client), client)

    def own_notes(self, client: str, since: date) -> tuple[Note, ...]:
        """All notes from a local date on, for the client's own eyes: no access row."""
        the_client(self._file(client), client)
        rows = log_rows(self._tables.chain("log", client))
        return notes.notes_of([row.event for row in rows if row.event is not None], since)

    def own_events(self, client: str) -> tuple[Event, ...]:
        """What happened in a client's file, oldest first, for what is drawn for their own eyes: no access row."""
        the_client(self._file(client), client)
        rows = log_rows(self._tables.chain("log", client))
        return tuple(row.event for row in rows if row.event is not None)

    def own_copy(self, client: str) -> OwnCopy:
        """All that is kept of a client, for their own eyes: no access row."""
        from storage.deliveries import EVER

        return OwnCopy(
            file=the_client(self._file(client), client),
            log=tuple(log_rows(self._tables.chain("log", client))),
            plans=tuple(plan_rows(self._tables.chain("plan", client))),
            messages=self._delivered(client, EVER),
            looks=self.accesses(client),
        )

    def rows(self, file: str, look: Look) -> tuple[LogRow, ...]:
        """The whole log of a file, oldest first."""
        self._look(file, look, "log")
        return tuple(log_rows(self._tables.chain("log", file)))

    def deliveries(self, file: str, since: datetime, look: Look) -> tuple["Delivery", ...]:
        """What became of the messages about a file that were planned from a moment on: moments and classes alone."""
        self._look(file, look, "messages")
        return self._delivered(file, since)

    def _posted(self, file: str) -> list["Posted"]:
        from storage.deliveries import Posted

        return [
            Posted(
                n=n,
                kind=row.letter.kind,
                state=row.state,
                planned=row.planned or row.letter.not_before,
                sent=row.sent,
                settled=row.settled,
                reason=row.reason,
                tries=row.tries,
                unsure=row.unsure,
            )
            for n, row in sorted(self._tables.letters.items())
            if row.letter.file == file
        ]

    def accesses(self, file: str) -> tuple[AccessRow, ...]:
        """Who looked into a file, oldest first: the client may always ask (R33), so no access row."""
        return tuple(access_rows(self._tables.chain("access", file)))

    def files(self) -> tuple[File, ...]:
        """Every file, for what the program does by itself; shown to nobody, so no access row."""
        return tuple(snapshot.file for snapshot in self._tables.files.values())

    def file_of(self, chat: int) -> File | None:
        """The file of who talks from this chat, for what the program says by itself; shown to nobody: no access row."""
        return next((file for file in self.files() if file.chat == chat), None)

    def professionals(self) -> tuple[Professional, ...]:
        """Every professional's file, for choosing a colleague; it holds no client's answers, so no access row."""
        return tuple(file for file in self.files() if isinstance(file, Professional))

    def tally(self) -> Tally:
        """How many wakes and letters there are, of which kind, and how they ended."""
        ended = [(key[1], row.outcome) for key, row in self._tables.wakes.items() if row.ended is not None]
        return Tally(
            waiting=Counter(kind for _, kind, _, _ in self._tables.waiting),
            ended=Counter(ended),
            letters=Counter((row.letter.kind, row.state.value) for row in self._tables.letters.values()),
            unexplained=sum(row.state in UNHAPPY and not row.reason for row in self._tables.letters.values()),
        )

    def _file(self, file: str) -> File | None:
        snapshot = self._tables.files.get(file)
        return snapshot.file if snapshot else None

    def _delivered(self, file: str, since: datetime) -> tuple["Delivery", ...]:
        from storage.deliveries import deliveries

        log = (link.columns for link in self._tables.chain("log", file))
        return deliveries(
            self._posted(file), [codec.moment_of(str(at)) for at, actor in log if actor == "client"], since
        )

    def _look(self, file: str, look: Look, what: str) -> None:
        snapshot = self._tables.files.get(file)
        if snapshot is None:
            raise LookupError(f"there is no file {file}")
        row, tips = links.of_look(file, snapshot.tips, look.at, look.at_what(what))
        with self._tables.level():
            self._tables.put(self._tables.chains, ("access", file, row.n), row)
            self._tables.put(self._tables.files, file, Snapshot(file=snapshot.file, tips=tips))
