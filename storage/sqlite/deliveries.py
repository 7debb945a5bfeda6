"""The delivery log, read from a SQLite file."""

from datetime import datetime
from typing import Any

from storage.codec import moment_of
from storage.deliveries import Delivery, Posted, deliveries
from storage.port import LetterState
from storage.sqlite.rows import Run

POSTED = (
    "SELECT n, kind, state, coalesce(planned, not_before), sent, settled, reason, tries, unsure "
    "FROM outbox WHERE file = ? ORDER BY n"
)
ACTS = "SELECT at FROM log WHERE file = ? AND actor = 'client' ORDER BY n"


def deliveries_of(run: Run, file: str, since: datetime) -> tuple[Delivery, ...]:
    """What became of the messages about a file that were planned from a moment on. Raises StoreBroken for odd rows."""
    posted = posted_of(run, file)
    acts = [moment_of(at) for (at,) in run(ACTS, (file,)).fetchall()]
    return deliveries(posted, acts, since)


def posted_of(run: Run, file: str) -> list[Posted]:
    """What stands in the outbox about a file, in the order in which it was written."""
    return [_posted(*row) for row in run(POSTED, (file,)).fetchall()]


def _posted(n: int, kind: str, state: str, planned: str, sent: str | None, settled: str | None, *rest: Any) -> Posted:
    reason, tries, unsure = rest
    return Posted(
        n=n,
        kind=kind,
        state=LetterState(state),
        planned=moment_of(planned),
        sent=moment_of(sent) if sent else None,
        settled=moment_of(settled) if settled else None,
        reason=reason,
        tries=tries,
        unsure=unsure,
    )
