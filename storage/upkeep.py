"""The third face of a store: what an operator or the start of the program asks of it. No content goes out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from state_machines.files import Client, Consent, File
from storage import chain, history, laws
from storage.chain import Columns, Link, Tips
from storage.port import Claimed
from storage.snapshot import table_of

if TYPE_CHECKING:
    from storage.retention import Limits, Old

Numbered = tuple[int, Columns]

SEEN_KEPT = timedelta(hours=48)
ENDED_KEPT = timedelta(days=30)
#: Longer than any letter waits by its own wish (`schedule.nights`).
LONGEST_WAIT = timedelta(days=4)
#: So long ago that a letter is late, and is asked whether it is night there (`bot/lateness.py`).
LONG_AGO = timedelta(days=1)
#: What a database that was put back from a backup says of its last poll: what came since was confirmed and is gone.
PUT_BACK = datetime.min.replace(tzinfo=UTC)


class Upkeep(Protocol):
    """Migrating, verifying, pruning, and what was left behind by a crash. Called outside any batch."""

    def migrate(self) -> None:
        """Bring the tables up to date, forward only: all steps or none. StoreBroken if they are ahead of us."""

    def verify(self) -> tuple[str, ...]:
        """Everything that isn't as it was written: a line per fault, naming file and row, never content."""

    def prune(self, now: datetime, letters: timedelta = ENDED_KEPT) -> int:
        """Delete update ids after 48 hours; ended wakes and stumbles after 30 days, settled letters after `letters`.

        Says how many.
        """

    def fade(self, now: datetime, limits: "Limits") -> tuple["Old", ...]:
        """Empty the log and access rows whose time is over (R34); chains stay whole. From any thread, if the store is
        a file. What it gives are files whose own fields are to be emptied too, by an event through the door.
        """

    def unsettled(self) -> tuple[Claimed, ...]:
        """The letters in `sending`: after a crash, those of which nobody knows whether they went out."""

    def changed(self) -> bool:
        """Whether another connection, a short command or a view's access row, wrote since this was last asked."""

    def polled(self) -> datetime | None:
        """When Telegram last answered a poll, as it was noted; None when none was; PUT_BACK after a restore."""

    def note_poll(self, at: datetime) -> None:
        """Note that Telegram answered a poll at this moment. In a batch, or by itself."""

    def set_right(self, now: datetime) -> None:
        """The clock was ahead by days and is right again: a message that by it isn't sent yet is edited by no other; a
        letter that waits for longer than any letter does is due, and late. In a batch, or by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """Everything kept of one file, for verifying. `file` and `tips` are None when the snapshot can't be read."""

    id: str
    file: File | None
    tips: Tips | None
    log: Sequence[Link]
    plan: Sequence[Link]
    access: Sequence[Link]
    consents: Sequence[Numbered]
    given: Sequence[Consent]  # what those rows say
    agreements: Sequence[Numbered]
    chat: tuple[int, str] | None
    invite: str | None


def faults(papers: Papers) -> Iterator[str]:
    """What is wrong with the papers of one file, apart from payloads that didn't open."""
    tips = papers.tips
    if tips is None or papers.file is None:
        return
    yield from chain.faults("log", papers.id, papers.log, tips.log)
    yield from chain.faults("plan", papers.id, papers.plan, tips.plan)
    yield from chain.faults("access", papers.id, papers.access, tips.access)
    yield from chain.plain_faults("consent", papers.id, papers.consents, tips.consent)
    yield from chain.plain_faults("agreement", papers.id, papers.agreements, tips.agreement)
    yield from history.log_faults(papers.id, papers.log)
    yield from history.look_faults(papers.id, papers.access)
    yield from history.plan_faults(papers.id, papers.plan, papers.log)
    if isinstance(papers.file, Client):
        agreements = [(str(at), str(fingerprint)) for _, (at, fingerprint) in papers.agreements]
        yield from history.agreement_faults(papers.file, papers.plan, agreements, papers.log)
        yield from history.consent_faults(papers.file, papers.given)
    yield from _index_faults(papers, papers.file)


def _index_faults(papers: Papers, file: File) -> Iterator[str]:
    chat, invite = laws.chat_of(file), laws.invite_of(file)
    if papers.chat != (None if chat is None else (chat, table_of(file))):
        yield f"person of file {papers.id}: isn't the chat and role that its snapshot names"
    if papers.invite != (invite.digest if invite else None):
        yield f"invite of file {papers.id}: isn't the invitation that its snapshot holds"
