"""`make test-trajectories N=1000`: so many clients, 84 days each, half of them over each change of the clocks.

A line of it goes into docs/reliability.md.
"""

import gc
import pickle
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parent.parent))

import figures

from bot import logs
from tests.trajectories.spans import Span, Told, play

CLIENTS_A_SPAN = 20
SECTION = """## Whole trajectories, with ends at random

Each line is one run of `make test-trajectories`: synthetic people of all temperaments live 84 days each with the real
bot, on the pushed clock and a SQLite file; half of them over the change of the clocks in autumn, half over the one in
spring (84 days hold only one). Meanwhile the bot ends at random moments, as by SIGKILL: inside a turn, after the commit,
before and after a call to Telegram, at rest; the next one starts on the file as it lay on the disk, at once, after
minutes, hours or more than a day. A checker apart from the bot compares what people did and saw with what is kept.
The seven columns from *lost acts* on must be 0 (*silent drops* are due work or letters that end without arriving and
without saying so). *Unsure* are letters of a kind that isn't sent again, of which nobody knows whether they arrived (in
brackets: those that had); they are kept as such. *Repeated* are messages that somebody saw once more, as the
[delivery policy](decisions/0006-letters-are-claimed-with-the-turn.md) has it. *Too old* are acts that lay at Telegram
for more than the day that it keeps them; their senders were asked to send again.

| date | clients | client-days | turns | ends | lost acts | done twice | duplicates | quiet hours | silent drops | plan changes | lost referrals | of referrals | most begun in a day | unsure | repeated | too old |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
"""  # noqa: E501 - a table's head


@click.command()
@click.option("--clients", default=1000, show_default=True, type=click.IntRange(1))
@click.option("--first", default=0, help="The number of the first span: another one is another campaign.")
@click.option("--jobs", default=1, show_default=True, help="Spans at the same time.")
@click.option(
    "--folder", type=click.Path(path_type=Path), help="Keep spans here: those that are there aren't lived again."
)
@click.option("--keep/--no-keep", default=True, help="Add a line to docs/reliability.md.")
def main(clients: int, first: int, jobs: int, folder: Path | None, keep: bool) -> None:
    """Live and count. Exit code 1 when anything that must be 0 isn't."""
    spans = [CLIENTS_A_SPAN] * (clients // CLIENTS_A_SPAN) + [clients % CLIENTS_A_SPAN] * bool(clients % CLIENTS_A_SPAN)
    with ProcessPoolExecutor(jobs) as pool:
        told = list(pool.map(one, range(first, first + len(spans)), spans, repeat(folder)))
    findings = [line for one in told for line in one.findings]
    where = Counter(end.place for one in told for end in one.ends)
    print("ended:", ", ".join(f"{place} {count}" for place, count in sorted(where.items())))
    line = figures_of(told)
    print(*line, sep=" | ")
    if keep:
        figures.keep(SECTION, *line)
    sys.exit(1 if findings else 0)


def one(n: int, clients: int, folder: Path | None) -> Told:
    """One span, lived or as it was kept, and judged."""
    logs.set_up("critical")
    gc.set_threshold(100_000, 20, 50)  # a ledger only grows: looking through all of it again and again frees nothing
    began, kept = time.perf_counter(), folder / f"{n}-{clients}.pickle" if folder else None
    if kept and kept.exists():
        told = Told.of(pickle.loads(kept.read_bytes()))
    else:
        span = play(n, clients=clients)
        if kept:
            _keep(span, kept)
        told = Told.of(span)
    show(n, told, time.perf_counter() - began)
    return told


def _keep(span: Span, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(pickle.dumps(span))
    part.replace(path)


def show(n: int, told: Told, seconds: float) -> None:
    """Say of one span what was found, at once."""
    season = "spring" if told.span.spring else "autumn"
    said = "all is well" if not told.findings else "WRONG"
    print(f"{n}: {season}, {told.span.turns} turns, {len(told.ends)} ends, {seconds:.0f} s: {said}", flush=True)
    for line in told.findings:
        print(f"  {line}", flush=True)


def figures_of(told: Sequence[Told]) -> tuple[object, ...]:
    """A line of the table."""
    counts, verdicts = [one.verdict.counts for one in told], [one.verdict for one in told]
    unsure, seen = sum(one.unsure for one in verdicts), sum(one.unsure_seen for one in verdicts)
    return (
        sum(one.span.clients for one in told),
        sum(one.span.days for one in told),
        sum(one.span.turns for one in told),
        sum(len(one.ends) for one in told),
        sum(one.lost for one in verdicts),
        sum(one.twice for one in verdicts),
        sum(one.duplicates for one in counts),
        sum(one.quiet_hour_messages for one in counts),
        sum(one.silent_drops for one in counts) + sum(len(one.span.faults) + one.span.stumbles for one in told),
        sum(one.plan_changes for one in counts),
        sum(one.referrals_lost for one in counts),
        sum(one.referrals_opened for one in counts),
        max(one.most_begun_in_a_day for one in counts),
        f"{unsure} ({seen})",
        sum(one.repeated for one in verdicts),
        sum(one.stale for one in verdicts),
    )


if __name__ == "__main__":
    main()
