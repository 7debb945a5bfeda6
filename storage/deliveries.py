"""The delivery log: what became of each message, from the plain columns of outbox and log; no payload is opened."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import pairwise

from state_machines.days import local_date
from state_machines.effects import BEGUN_BY_BOT, LetterClass
from storage.port import LetterState

#: From the first letter on that is still kept (`upkeep.ENDED_KEPT` after it ended).
EVER = datetime.min.replace(tzinfo=UTC)
#: These may stand on the person's screen.
PERHAPS_THERE = (LetterState.SENT, LetterState.UNCERTAIN)


@dataclass(frozen=True, kw_only=True)
class Posted:
    """What stands in the outbox of one message. `sent`: when it was last taken for sending, None if it never was or
    before that was noted; `unsure`: after how many tries nobody knew whether it arrived; `settled`: when it ended."""

    n: int
    kind: str
    state: LetterState
    planned: datetime
    sent: datetime | None
    settled: datetime | None
    reason: str
    tries: int
    unsure: int


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """One message with its moments: planned, last sent, taken by Telegram (or the mail server), answered.

    `answered`: the first thing that the client did after it was taken and before the next message of its kind. `ended`:
    when another end came than being taken, whose name is `state`: `uncertain`, `failed`, `expired` or `replaced`, with
    the reason. `due` and `sending` haven't ended. `tries`: how often it was sent; `unsure`: how many of those tries may
    have arrived although nobody knows. `text`: the name of the text, for who may read the log too (`named`).
    """

    n: int
    kind: str
    state: LetterState
    planned: datetime
    sent: datetime | None = None
    taken: datetime | None = None
    answered: datetime | None = None
    ended: datetime | None = None
    reason: str = ""
    tries: int = 0
    unsure: int = 0
    text: str = ""


def deliveries(posted: Iterable[Posted], acts: Iterable[datetime], since: datetime) -> tuple[Delivery, ...]:
    """The messages planned from a moment on, in the order in which they were written.

    `posted`: those about one file; `acts`: when the client of that file did something.
    """
    rows, did = tuple(posted), sorted(acts)
    until = dict(_until(rows))
    return tuple(_delivery(row, did, until.get(row.n)) for row in rows if row.planned >= since)


def _until(rows: Sequence[Posted]) -> Iterator[tuple[int, datetime]]:
    """When the next message of its kind came, or may have come, after each message; the last of a kind has none."""
    for kind in {row.kind for row in rows}:
        alike = (row for row in rows if row.kind == kind and row.state in PERHAPS_THERE)
        there = [(row.settled, row.n) for row in alike if row.settled]
        yield from ((n, after) for (_, n), (after, _) in pairwise(sorted(there)))


def _delivery(row: Posted, acts: Sequence[datetime], until: datetime | None) -> Delivery:
    taken = row.settled if row.state is LetterState.SENT else None
    return Delivery(
        n=row.n,
        kind=row.kind,
        state=row.state,
        planned=row.planned,
        sent=row.sent,
        taken=taken,
        answered=_answered(row.kind, taken, acts, until) if taken else None,
        ended=None if taken else row.settled,
        reason=row.reason,
        tries=row.tries,
        unsure=row.unsure,
    )


def _answered(kind: str, taken: datetime, acts: Sequence[datetime], until: datetime | None) -> datetime | None:
    """By a clock that is pushed an act may bear the moment of the message: that of what it follows, or its answer."""
    first = (bisect_left if kind in BEGUN_BY_BOT else bisect_right)(acts, taken)
    found = acts[first] if first < len(acts) else None
    return None if found is None or (until is not None and found >= until) else found


def not_taken(posted: Iterable[Posted], zone: str) -> frozenset[date]:
    """The local dates on which Telegram took no question of the day, as far as letters are still kept (R17).

    On such a date there was a prompt to send, and neither it nor a reminder after it, which asks the same, was taken.
    """
    asks = [row for row in posted if row.kind in BEGUN_BY_BOT]
    first: dict[date, datetime] = {}
    for row in asks:
        if row.kind == LetterClass.PROMPT:
            first.setdefault(local_date(row.planned, zone), row.planned)
    took = [row.planned for row in asks if row.state is LetterState.SENT]
    return frozenset(
        on for on, since in first.items() if not any(at >= since and local_date(at, zone) == on for at in took)
    )


def named(messages: Iterable[Delivery], said: Iterable[tuple[datetime, Sequence[str]]]) -> Iterator[Delivery]:
    """The messages with the names of their texts, from the log's moments and what was said at each.

    Only where as many messages were planned for a moment as texts were said at it: one that waited for a later moment
    than that of its turn stays without a name.
    """
    names: dict[datetime, list[str]] = {}
    for at, texts in said:
        names.setdefault(at, []).extend(texts)
    at_once: dict[datetime, list[Delivery]] = {}
    for each in messages:
        at_once.setdefault(each.planned, []).append(each)
    for at, together in at_once.items():
        texts = names.get(at, [])
        fitting = texts if len(texts) == len(together) else [""] * len(together)
        yield from (replace(each, text=text) for each, text in zip(together, fitting, strict=True))
