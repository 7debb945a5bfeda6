"""The questions put to a SQLite store. Each opens the file for itself, so it can be asked from a worker thread."""

from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from state_machines.events import Event
from state_machines.files import Client, File, Professional
from storage import links, notes, snapshot
from storage.chain import Link
from storage.codec import moment_text
from storage.links import Looked
from storage.notes import Note
from storage.port import StoreBroken
from storage.snapshot import KINDS
from storage.sqlite.connection import Connection, reading
from storage.sqlite.rows import Run, get_links, put_link, read_file, read_payload
from storage.vault import CHECKED, Vault
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
    from storage.deliveries import Delivery

UPDATE = {table: f"UPDATE {table} SET version = ?, payload = ? WHERE id = ?" for table in KINDS}
EVERY = " UNION ALL ".join(f"SELECT id FROM {table}" for table in KINDS)
TALKS = "SELECT file FROM person WHERE chat = ?"
PROFESSIONALS = "SELECT id FROM professional"
WAITING = "SELECT kind, count(*) FROM wake WHERE ended IS NULL GROUP BY kind"
ENDED = "SELECT kind, outcome, count(*) FROM wake WHERE ended IS NOT NULL GROUP BY kind, outcome"
UNEXPLAINED = "SELECT count(*) FROM outbox WHERE state IN ('expired', 'failed') AND reason = ''"
LETTERS = "SELECT kind, state, count(*) FROM outbox GROUP BY kind, state"
ZONES = timedelta(days=1)  # the log is read from a day earlier: a local date begins at another moment in every zone


class SqliteViews:
    """Questions about what stands in a SQLite file."""

    def __init__(self, path: Path, synchronous: str, vault: Vault = CHECKED) -> None:
        self._path = path
        self._vault = vault
        self._synchronous = synchronous

    def clients_of(self, coach: str, look: Look) -> tuple[Client, ...]:
        """The clients on a coach's cards that still exist, in the order of the cards; one access row each."""
        with reading(self._path) as db:
            desk = _file(db.execute, self._vault, coach)
        if not isinstance(desk, Professional):
            raise LookupError(f"there is no professional with the file {coach}")
        looked_at = self._look([card.client for card in desk.clients], look.at, look.at_what("overview"))
        with reading(self._path) as db:
            found = [_file(db.execute, self._vault, client) for client in looked_at]
        return tuple(client for client in found if isinstance(client, Client))

    def trajectory(self, client: str, since: date, look: Look) -> Trajectory:
        """A client's file, with the notes opened to the coach from a local date on."""
        from storage.deliveries import not_taken
        from storage.sqlite.deliveries import posted_of

        self._look_at(client, look, "trajectory")
        with reading(self._path) as db:
            file = the_client(_file(db.execute, self._vault, client), client)
            opened = tuple(note for note in _notes(db.execute, self._vault, file, since) if note.open)
            lost = not_taken(posted_of(db.execute, client), file.zone)
        return Trajectory(client=file, notes=opened, not_taken=lost)

    def noted(self, files: Sequence[str], look: Look, what: str) -> tuple[str, ...]:
        """Which of these files exist; that something of each was looked at is written, and nothing is answered."""
        return tuple(self._look(list(files), look.at, look.at_what(what)))

    def referred(self, client: str, look: Look, what: str = "referral") -> Client:
        """A client's file, for the summary that their physician reads of it, or for another paper drawn from it."""
        self._look_at(client, look, what)
        with reading(self._path) as db:
            return the_client(_file(db.execute, self._vault, client), client)

    def own_notes(self, client: str, since: date) -> tuple[Note, ...]:
        """All notes from a local date on, for the client's own eyes: no access row."""
        with reading(self._path) as db:
            return _notes(db.execute, self._vault, the_client(_file(db.execute, self._vault, client), client), since)

    def own_events(self, client: str) -> tuple[Event, ...]:
        """What happened in a client's file, oldest first, for what is drawn for their own eyes: no access row."""
        with reading(self._path) as db:
            the_client(_file(db.execute, self._vault, client), client)
            rows = tuple(log_rows(_whole(db.execute, self._vault, "log", client)))
        return tuple(row.event for row in rows if row.event is not None)

    def own_copy(self, client: str) -> OwnCopy:
        """All that is kept of a client, for their own eyes: no access row."""
        from storage.deliveries import EVER
        from storage.sqlite.deliveries import deliveries_of

        with reading(self._path) as db:
            return OwnCopy(
                file=the_client(_file(db.execute, self._vault, client), client),
                log=tuple(log_rows(_whole(db.execute, self._vault, "log", client))),
                plans=tuple(plan_rows(_whole(db.execute, self._vault, "plan", client))),
                messages=deliveries_of(db.execute, client, EVER),
                looks=tuple(access_rows(_whole(db.execute, self._vault, "access", client))),
            )

    def rows(self, file: str, look: Look) -> tuple[LogRow, ...]:
        """The whole log of a file, oldest first."""
        self._look_at(file, look, "log")
        with reading(self._path) as db:
            return tuple(log_rows(_whole(db.execute, self._vault, "log", file)))

    def deliveries(self, file: str, since: datetime, look: Look) -> tuple["Delivery", ...]:
        """What became of the messages about a file that were planned from a moment on: moments and classes alone."""
        from storage.sqlite.deliveries import deliveries_of

        self._look_at(file, look, "messages")
        with reading(self._path) as db:
            return deliveries_of(db.execute, file, since)

    def accesses(self, file: str) -> tuple[AccessRow, ...]:
        """Who looked into a file, oldest first: the client may always ask (R33), so no access row."""
        with reading(self._path) as db:
            return tuple(access_rows(_whole(db.execute, self._vault, "access", file)))

    def files(self) -> tuple[File, ...]:
        """Every file, for what the program does by itself; shown to nobody, so no access row."""
        with reading(self._path) as db:
            found = [_file(db.execute, self._vault, row[0]) for row in db.execute(EVERY).fetchall()]
        return tuple(file for file in found if file is not None)

    def file_of(self, chat: int) -> File | None:
        """The file of who talks from this chat, for what the program says by itself; shown to nobody: no access row."""
        with reading(self._path) as db:
            row = db.execute(TALKS, (chat,)).fetchone()
            return _file(db.execute, self._vault, row[0]) if row else None

    def professionals(self) -> tuple[Professional, ...]:
        """Every professional's file, for choosing a colleague; it holds no client's answers, so no access row."""
        with reading(self._path) as db:
            found = [_file(db.execute, self._vault, row[0]) for row in db.execute(PROFESSIONALS).fetchall()]
        return tuple(file for file in found if isinstance(file, Professional))

    def tally(self) -> Tally:
        """How many wakes and letters there are, of which kind, and how they ended."""
        with reading(self._path) as db:
            return Tally(
                waiting=dict(db.execute(WAITING).fetchall()),
                ended={(kind, outcome): count for kind, outcome, count in db.execute(ENDED)},
                letters={(kind, state): count for kind, state, count in db.execute(LETTERS)},
                unexplained=db.execute(UNEXPLAINED).fetchone()[0],
            )

    def _look_at(self, file: str, look: Look, what: str) -> None:
        if not self._look([file], look.at, look.at_what(what)):
            raise LookupError(f"there is no file {file}")

    def _look(self, files: list[str], at: datetime, looked: Looked) -> list[str]:
        """Write the access rows of a look in one short transaction, and say which of the files exist."""
        with closing(Connection(self._path, self._synchronous, self._vault)) as connection, connection.batch():
            return [file for file in files if _put_look(connection, file, at, looked)]


def _put_look(connection: Connection, file: str, at: datetime, looked: Looked) -> bool:
    run, vault = connection.run, connection.vault
    found = read_payload(run, vault, file)
    if found is None:
        return False
    table, version, payload = found
    row, tips = links.of_look(file, snapshot.tips_of(payload), at, looked)
    put_link(run, vault, "access", file, row)
    sealed = vault.seal(snapshot.with_tips(payload, tips), table=table, row=str(version + 1), file=file)
    run(UPDATE[table], (version + 1, sealed, file))
    return True


def _file(run: Run, vault: Vault, file: str) -> File | None:
    kept = read_file(run, vault, file)
    return kept.snapshot.file if kept else None


def _whole(run: Run, vault: Vault, table: str, file: str) -> Sequence[Link]:
    """All rows of a chain, oldest first. Raises StoreBroken when they are fewer or more than were written."""
    kept, links = read_file(run, vault, file), list(get_links(run, vault, table, file))
    if kept and len(links) != getattr(kept.snapshot.tips, table).count:
        raise StoreBroken(f"rows of the {table} of file {file} are missing. Run `trede verify`, then restore a backup")
    return links


def _notes(run: Run, vault: Vault, client: Client, since: date) -> tuple[Note, ...]:
    begin = moment_text(datetime.combine(since, time(0), UTC) - ZONES)
    rows = log_rows(get_links(run, vault, "log", client.id, "at >= ?", begin))
    return notes.notes_of([row.event for row in rows if row.event is not None], since)
