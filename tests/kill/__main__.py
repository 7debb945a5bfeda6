"""`make test-kill N=200`: that many kills, and what they came to; a line of it goes into docs/reliability.md."""

import asyncio
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parent.parent))

import figures

from tests.kill.checker import HARM
from tests.kill.life import Told, lives

KILLS_A_LIFE = 10
SECTION = """## Killed and started again

Each line is one run of `make test-kill`: the bot as a process of its own, fifty people in the middle of their check-in,
SIGKILL at random moments and at named places (updates are here, inside the turn, after the commit, after sending, while
it starts, while it brings its tables up to date, during a backup), then a new start, until everybody has finished. A
checker apart from the bot compares what people did and saw with what is kept. The five columns from *lost* on must
be 0. *Repeated* are the kills after which somebody saw a question or a prompt once more, as the
[delivery policy](decisions/0006-letters-are-claimed-with-the-turn.md) has it; *unsure* are replies that may not have
arrived and aren't sent again. The bound is how often a kill may do harm all the same, at 95 % certainty: 3 in the
number of kills.

| date | kills | acts of people | lost | twice | stuck | duplicate rows | not whole turns | repeated | unsure | bound |
|---|---|---|---|---|---|---|---|---|---|---|
"""


def one(seed: str, kills: int) -> Told:
    """One database with so many kills."""
    with tempfile.TemporaryDirectory(prefix="trede-kill-") as folder:
        return asyncio.run(lives(Path(folder), seed, kills))


def shares(kills: int) -> list[int]:
    """How many kills each database gets: ten, the last ones what is left, never fewer than two."""
    found = [KILLS_A_LIFE] * (kills // KILLS_A_LIFE)
    left = kills - sum(found)
    if left == 1 and found:
        found[-1] -= 1
        left = 2
    return [*found, *([left] if left else [])]


@click.command()
@click.option("--kills", default=200, show_default=True, type=click.IntRange(2))
@click.option("--jobs", default=2, show_default=True, help="Databases at the same time.")
@click.option("--keep/--no-keep", default=True, help="Add a line to docs/reliability.md.")
def main(kills: int, jobs: int, keep: bool) -> None:
    """Kill, start again and count. Exit code 1 when there was harm."""
    with ProcessPoolExecutor(jobs) as pool:
        waiting = [pool.submit(one, f"kill:{n}", share) for n, share in enumerate(shares(kills))]
        told = [shown(future.result()) for future in as_completed(waiting)]
    where = sum((Counter(each.kills) for each in told), Counter[str]())
    harm = {name: sum(len(getattr(each.verdict, name)) for each in told) for name in HARM}
    repeated, unsure, acts = (sum(getattr(each, name) for each in told) for name in ("repeated", "unsure", "acts"))
    print("killed:", ", ".join(f"{place} {count}" for place, count in sorted(where.items())))
    print(f"people did {acts} things; {sum(each.verdict.repeated for each in told)} messages came once more")
    print(f"duplicate rows {harm['duplicates']}, not whole turns {harm['wrong']}, unsure letters {unsure}")
    if keep:
        bound = "-" if any(harm.values()) else f"{3 / where.total():.1%}"
        figures.keep(SECTION, where.total(), acts, *harm.values(), repeated, unsure, bound)
    found = " ".join(f"{name} {harm[name]}" for name in ("lost", "twice", "stuck"))
    print(f"{found} repeated {repeated} of {where.total()} kills")
    sys.exit(1 if any(harm.values()) else 0)


def shown(told: Told) -> Told:
    """Say of one database what was found, at once."""
    print(f"{sum(told.kills.values())} kills, {told.acts} acts:", "no harm" if not told.verdict.findings else "HARM")
    for line in told.verdict.findings:
        print(f"  {line}", flush=True)
    return told


if __name__ == "__main__":
    main()
