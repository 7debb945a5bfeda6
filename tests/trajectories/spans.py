"""One span of 84 days across a change of the clocks, with a bot that ends again and again."""

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from bot.simulation import _add_coaches, _live, facts_of
from dialogues import taps
from simulator.checker import Facts
from simulator.clock import VirtualClock
from simulator.crowd import Crowd
from simulator.telegram import Telegram
from state_machines.events import PlanAgreed
from state_machines.files import Client
from storage.views import Look
from tests.trajectories.evidence import End, Evidence, letters_of
from tests.trajectories.judge import Verdict, judge
from tests.trajectories.mortal import TOKEN, Mortal

HERE = ZoneInfo("Europe/Amsterdam")
#: In autumn an hour is there twice, in spring one isn't there at all.
SWITCHES = (date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31), date(2028, 3, 26))
WEEKS = 12
#: Rests between two ends, on average.
EVERY = 700.0


@dataclass(frozen=True, kw_only=True)
class Span:
    """What a span left."""

    clients: int
    days: int
    spring: bool
    turns: int
    evidence: Evidence
    faults: tuple[str, ...]
    stumbles: int


@dataclass(frozen=True, kw_only=True)
class Told:
    """What it came to."""

    span: Span
    ends: tuple[End, ...]
    verdict: Verdict

    @classmethod
    def of(cls, span: Span) -> "Told":
        """Judged; the ledger and the letters are let go."""
        bare = replace(span.evidence, rows=(), letters=(), seen=frozenset(), people=(), done=())
        return cls(span=replace(span, evidence=bare), ends=tuple(span.evidence.ends), verdict=judge(span.evidence))

    @property
    def findings(self) -> list[str]:
        """What must not be."""
        counts, wrong = self.verdict.counts, [*self.verdict.findings, *self.span.faults]
        if not counts.right and not wrong:
            wrong.append("the checker found something")
        return wrong + [f"{self.span.stumbles} turns could not be handled"] * bool(self.span.stumbles)


def start_of(n: int, weeks: int = WEEKS) -> tuple[datetime, datetime]:
    """From when to when span `n` goes: eight in the morning of a Monday to noon, a switch in one of its weeks."""
    switch = SWITCHES[n % len(SWITCHES)]
    first = switch + timedelta(days=1) - timedelta(weeks=1 + (n // 2) % (weeks - 1) if weeks > 1 else 1)
    begin = datetime.combine(first, time(8), HERE)
    end = datetime.combine(first + timedelta(weeks=weeks), time(12), HERE)
    assert begin.utcoffset() != end.utcoffset(), "no switch"
    return begin.astimezone(UTC), end.astimezone(UTC)


def play(n: int, *, clients: int, weeks: int = WEEKS, every: float = EVERY) -> Span:
    """One span; its number decides everything."""
    with tempfile.TemporaryDirectory(prefix="trede-trajectories-") as folder:
        return asyncio.run(_played(Path(folder), n, clients, weeks, every))


async def _played(folder: Path, n: int, clients: int, weeks: int, every: float) -> Span:
    begin, end = start_of(n, weeks)
    telegram = Telegram(TOKEN, VirtualClock(begin))
    crowd = Crowd.of(telegram, clients, seed=n)
    mortal = Mortal(telegram, folder, Random(f"ends:{n}"), every)
    _add_coaches(mortal.opened, crowd)
    await _live(mortal.world, crowd, end)
    await _finish(mortal, end)
    evidence = _evidence(mortal, crowd)
    faults, tally = mortal.opened.upkeep.verify(), mortal.opened.views.tally()
    await mortal.stop()
    acts = sum(row.what.startswith("user_") for row in evidence.rows)
    return Span(
        clients=clients,
        days=clients * weeks * 7,
        spring=begin.astimezone(HERE).utcoffset() < end.astimezone(HERE).utcoffset(),
        turns=acts + sum(tally.ended.values()),
        evidence=evidence,
        faults=faults,
        stumbles=mortal.stumbles,
    )


async def _finish(mortal: Mortal, end: datetime) -> None:
    """Until nothing waits for anybody's morning any more."""
    for n in range(1, 17):
        await mortal.last(end + n * timedelta(hours=3))
        if all(state != "due" for _, state in mortal.opened.views.tally().letters):
            return


def _evidence(mortal: Mortal, crowd: Crowd) -> Evidence:
    people, kept = facts_of(mortal.world, crowd)
    letters, seen, erased = letters_of(mortal.path)
    waiting = frozenset(update.update_id for update in mortal.telegram.world.updates.pending)
    return Evidence(
        rows=tuple(mortal.telegram.ledger),
        letters=letters,
        seen=seen,
        erased=erased,
        waiting=waiting,
        ends=tuple(mortal.ends),
        people=[_with_unnoticed(person, mortal) for person in people],
        kept=kept,
        done=list(_done(mortal)),
    )


def _done(mortal: Mortal) -> Iterator[tuple[int, datetime, str]]:
    """What stands in the logs as done by the employees themselves."""
    for file in mortal.opened.views.files():
        if isinstance(file, Client) and file.chat is not None:
            for row in mortal.opened.views.rows(file.id, Look("test", "test", "test", mortal.clock.now)):
                if row.actor == "client":
                    yield file.chat, row.at, type(row.event).__name__


def _with_unnoticed(person: Facts, mortal: Mortal) -> Facts:
    """A coach may not have seen that a tap registered a plan, if the bot ended just then: the log has their event.

    So too when it ended while it showed the plan, whose message it doesn't know then, so that the button stays: the
    ledger has the coach's tap on it.
    """
    extra = set(person.versions) - set(person.registered)
    if not extra:
        return person
    file = next(f for f in mortal.opened.views.files() if isinstance(f, Client) and f.name == person.name)
    rows = mortal.opened.views.rows(file.id, Look("test", "test", "test", mortal.clock.now))
    agreed = [row for row in rows if isinstance(row.event, PlanAgreed)]
    button = taps.pick("register", file.id)
    tapped = {row.at for row in mortal.telegram.ledger if row.what == "user_tap" and row.text == button}
    near = [row for row in agreed if row.at in tapped or _near_an_end(row.at, mortal.ends)]
    known = {d for row, d in zip(agreed, person.versions, strict=False) if row in near}
    return replace(person, registered=(*person.registered, *(extra & known)))


def _near_an_end(at: datetime, ends: Sequence[End]) -> bool:
    return any(end.since <= at <= end.up for end in ends)
