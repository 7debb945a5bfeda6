"""The third face of a store: what an operator or the start of the program asks of it. No content goes out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from state_machines.files import Client, File
from storage import chain, codec, laws
from storage.chain import Link, Tips
from storage.links import Registered
from storage.port import Claimed, StoreBroken
from storage.snapshot import table_of

SEEN_KEPT = timedelta(hours=48)
ENDED_KEPT = timedelta(days=30)


class Upkeep(Protocol):
    """Migrating, verifying, pruning, and what was left behind by a crash. Called outside any batch."""

    def migrate(self) -> None:
        """Bring the tables up to date, forward only: all steps or none. StoreBroken if they are ahead of us."""

    def verify(self) -> tuple[str, ...]:
        """Everything that isn't as it was written: a line per fault, naming file and row, never content."""

    def prune(self, now: datetime) -> int:
        """Delete update ids after 48 hours; ended wakes, settled letters, stumbles after 30 days. Says how many."""

    def unsettled(self) -> tuple[Claimed, ...]:
        """The letters in `sending`: after a crash, those of which nobody knows whether they went out."""

    def changed(self) -> bool:
        """Whether another connection, a short command or a view's access row, wrote since this was last asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """Everything kept of one file, for verifying. `file` and `tips` are None when the snapshot can't be read."""

    id: str
    file: File | None
    tips: Tips | None
    log: Sequence[Link]
    plan: Sequence[Link]
    access: Sequence[Link]
    agreements: Sequence[str]
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
    yield from _plan_faults(papers)
    yield from _agreement_faults(papers, papers.file)
    yield from _index_faults(papers, papers.file)


def _plan_faults(papers: Papers) -> Iterator[str]:
    """R4: each version has the hash that its row says, follows the one before it, and came with a coach's event."""
    actors = {row.n: row.columns[1] for row in papers.log}
    before = (0, "")
    for row in papers.plan:
        _, version, fingerprint, log = row.columns
        name = f"plan of file {papers.id}: row {row.n}"
        if actors.get(int(log)) != "coach":
            yield f"{name} names log row {log}, which isn't a coach's or doesn't exist (R2)"
        try:
            plan = codec.decode(Registered, row.payload or b"").plan
        except StoreBroken:
            yield f"{name} can't be read"
            continue
        if (plan.version, plan.digest()) != (version, fingerprint):
            yield f"{name} isn't the version whose number and hash it bears (R4)"
        if (plan.version, plan.before) != (before[0] + 1, before[1]):
            yield f"{name} doesn't follow the version before it (R4)"
        before = (plan.version, plan.digest())


def _agreement_faults(papers: Papers, file: File) -> Iterator[str]:
    known = [row.columns[2] for row in papers.plan]
    for n, fingerprint in enumerate(papers.agreements, start=1):
        if fingerprint not in known:
            yield f"agreement of file {papers.id}: row {n} names a version of the plan that isn't kept (R4)"
    if not isinstance(file, Client):
        return
    if file.agreed and file.agreed not in papers.agreements[-1:]:
        yield f"client {papers.id}: its agreement isn't the newest in the table (R4)"
    digests = [plan.digest() for plan in file.versions]
    if digests[-1:] != known[-1:] or digests != [each for each in known if each in digests]:
        yield f"client {papers.id}: the versions in its snapshot don't end with the newest of its plan (R4)"


def _index_faults(papers: Papers, file: File) -> Iterator[str]:
    chat, invite = laws.chat_of(file), laws.invite_of(file)
    if papers.chat != (None if chat is None else (chat, table_of(file))):
        yield f"person of file {papers.id}: isn't the chat and role that its snapshot names"
    if papers.invite != (invite.digest if invite else None):
        yield f"invite of file {papers.id}: isn't the invitation that its snapshot holds"
