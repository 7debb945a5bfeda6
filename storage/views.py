"""The second face of a store: named questions, answered with frozen values. Called outside any batch, from any thread.

A question by a person about somebody's file says who looks and why, and is itself written down in that file, in its
`access` chain, before the answer is given (R33).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from state_machines.events import Event
from state_machines.files import Client, File, Professional
from storage import codec
from storage.chain import Link
from storage.links import Looked, Registered
from storage.notes import Note
from storage.port import Record

if TYPE_CHECKING:
    from storage.deliveries import Delivery


@dataclass(frozen=True)
class Look:
    """Who looks: their file's id and name, why, and when; `behalf`: for whom they do, when not for themselves."""

    who: str
    name: str
    why: str
    at: datetime
    behalf: str = ""

    def at_what(self, what: str) -> Looked:
        """What the access row keeps of this look."""
        return Looked(who=self.who, name=self.name, why=self.why, what=what, behalf=self.behalf)


@dataclass(frozen=True, kw_only=True)
class Trajectory:
    """A client's file and the diary notes that they opened to the coach; on which local dates Telegram took no question
    of the day (`deliveries.not_taken`)."""

    client: Client
    notes: tuple[Note, ...]
    not_taken: frozenset[date] = frozenset()


@dataclass(frozen=True, kw_only=True)
class LogRow:
    """What happened: the event (None when its words were erased), who acted, what was said or why nothing was."""

    n: int
    at: datetime
    actor: str
    by: str = ""
    event: Event | None = None
    said: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class AccessRow:
    """Who looked into a file, under which name, why and at what; empty when the words of the row were erased.

    `why` says on whose behalf it was too, when it was for another; rows of before said it there themselves.
    """

    n: int
    at: datetime
    who: str = ""
    name: str = ""
    why: str = ""
    what: str = ""
    behalf: str = ""


@dataclass(frozen=True, kw_only=True)
class OwnCopy:
    """All that is kept of a client (R34): file, log, every plan version, what became of each message, who looked."""

    file: Client
    log: tuple[LogRow, ...]
    plans: tuple[Registered, ...]
    messages: tuple["Delivery", ...]
    looks: tuple[AccessRow, ...]


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Counts without content: waiting wakes by kind, ended ones by (kind, outcome), letters by (kind, state)."""

    waiting: Mapping[str, int]
    ended: Mapping[tuple[str, str], int]
    letters: Mapping[tuple[str, str], int]
    unexplained: int = 0  # letters that expired or failed without saying why

    @property
    def dropped(self) -> int:
        """Due rows that ended without saying how."""
        return sum(count for (_, outcome), count in self.ended.items() if not outcome)


class Views(Protocol):
    """The questions. Those with a `look` write an access row first; LookupError when there is no such file."""

    def clients_of(self, coach: str, look: Look) -> tuple[Client, ...]:
        """The clients on a coach's cards that still exist, in the order of the cards; one access row each."""

    def trajectory(self, client: str, since: date, look: Look) -> Trajectory:
        """A client's file, with the notes opened to the coach from a local date on."""

    def noted(self, files: Sequence[str], look: Look, what: str) -> tuple[str, ...]:
        """Which of these files exist; that something of each was looked at is written, and nothing is answered."""

    def referred(self, client: str, look: Look, what: str = "referral") -> Client:
        """A client's file, for the summary that their physician reads of it, or for another paper drawn from it."""

    def own_notes(self, client: str, since: date) -> tuple[Note, ...]:
        """All notes from a local date on, for the client's own eyes: no access row."""

    def own_events(self, client: str) -> tuple[Event, ...]:
        """What happened in a client's file, oldest first, for what is drawn for their own eyes: no access row."""

    def own_copy(self, client: str) -> "OwnCopy":
        """All that is kept of a client, for their own eyes: no access row."""

    def rows(self, file: str, look: Look) -> tuple[LogRow, ...]:
        """The whole log of a file, oldest first."""

    def deliveries(self, file: str, since: datetime, look: Look) -> tuple["Delivery", ...]:
        """What became of the messages about a file that were planned from a moment on: moments and classes alone."""

    def accesses(self, file: str) -> tuple[AccessRow, ...]:
        """Who looked into a file, oldest first: the client may always ask (R33), so no access row."""

    def files(self) -> tuple[File, ...]:
        """Every file, for what the program does by itself; shown to nobody, so no access row."""

    def file_of(self, chat: int) -> File | None:
        """The file of who talks from this chat, for what the program says by itself; shown to nobody: no access row."""

    def professionals(self) -> tuple[Professional, ...]:
        """Every professional's file, for choosing a colleague; it holds no client's answers, so no access row."""

    def tally(self) -> Tally:
        """How many wakes and letters there are, of which kind, and how they ended."""


def log_rows(links: Iterable[Link]) -> Iterator[LogRow]:
    """The rows of a log, decoded."""
    for link in links:
        at, actor = codec.moment_of(str(link.columns[0])), str(link.columns[1])
        if link.payload is None:
            yield LogRow(n=link.n, at=at, actor=actor)
        else:
            kept = codec.decode(Record, link.payload)
            yield LogRow(n=link.n, at=at, actor=actor, by=kept.by, event=kept.event, said=kept.said, reason=kept.reason)


def plan_rows(links: Iterable[Link]) -> Iterator[Registered]:
    """The versions of a plan, decoded; those without words are left out."""
    return (codec.decode(Registered, link.payload) for link in links if link.payload is not None)


def access_rows(links: Iterable[Link]) -> Iterator[AccessRow]:
    """The rows of who looked, decoded."""
    for link in links:
        at = codec.moment_of(str(link.columns[0]))
        if link.payload is None:
            yield AccessRow(n=link.n, at=at)
        else:
            kept = codec.decode(Looked, link.payload)
            why = f"{kept.why}, on behalf of {kept.behalf}" if kept.behalf else kept.why
            yield AccessRow(n=link.n, at=at, who=kept.who, name=kept.name, why=why, what=kept.what, behalf=kept.behalf)


def the_client(file: File | None, id_: str) -> Client:
    """The file, if it is a client's. Raises LookupError otherwise."""
    if isinstance(file, Client):
        return file
    raise LookupError(f"there is no client with the file {id_}")
