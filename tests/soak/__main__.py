"""`make test-soak HOURS=72 SECONDS=3600`: look for growth; a line of each goes into docs/reliability.md.

First so many hours of the pushed clock, then so many real seconds; 0 leaves one out.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parent.parent))

import figures

from tests.soak import hour, pushed
from tests.soak.growth import FEWEST, grown, shown

SECTION = """## Soak: does it take ever more

Each line is one run of `make test-soak`: `trede run` as a process of its own beside the local Telegram, over HTTP.
*Pushed*: fifty people of all temperaments, their coaches and a physician, on the pushed clock, looked at each hour
after a day in which they were invited and their plans agreed. *Real*: the computer's clock; fifty people write all the
time, about four times a second (twenty in the first quarter), pages with pictures among it, while calls to Telegram
fail in every way (429, 5xx, connections that break or hang, no JSON); looked at from outside, 240 times.

The criterion: the first quarter of a run is warm-up, in which what the bot remembers for speed fills up; the median of
the last quarter is held against that of the second, and both stand here. Memory (resident and swapped out, of the bot's
process) may be 2 % larger, open files and asyncio tasks 2 more, the journal (WAL) 100 pages longer (0.4 MB). The last
column must be "nothing". That the criterion finds a bot that leaks is tested (`tests/soak/test_soak.py`).

| date | clock | seconds | acts | messages | failed calls | memory (MB) | open files | WAL (MB) | tasks | grown |
|---|---|---|---|---|---|---|---|---|---|---|
"""


def told(clock: str, seconds: float, run: pushed.Days | hour.Hour, *, keep: bool) -> bool:
    """Say what a run came to, and keep its line; whether all was well."""
    looks = run.looks
    if len(looks) < FEWEST:
        print(f"{clock}: only {len(looks)} looks")
        return False
    found = [*grown(looks), *([] if run.stopped else ["it ended by itself"])]
    tasks = shown(looks, "tasks") if any(one.tasks for one in looks) else "-"
    sizes = [*(shown(looks, name) for name in ("memory", "files", "wal")), tasks]
    row = (clock, f"{seconds:.0f}", run.acts, run.answers, run.faults, *sizes, ", ".join(found) or "nothing")
    print(" | ".join(map(str, row)), flush=True)
    if keep:
        figures.keep(SECTION, *row)
    return not found


@click.command()
@click.option("--hours", default=72, show_default=True, help="Hours of the pushed clock; 0 for none.")
@click.option("--seconds", default=3600, show_default=True, help="Seconds of the real clock; 0 for none.")
@click.option("--keep/--no-keep", default=True, help="Add lines to docs/reliability.md.")
def main(hours: int, seconds: int, keep: bool) -> None:
    """Live, look and compare. Exit code 1 when something grew."""
    well = []
    if hours:
        with tempfile.TemporaryDirectory(prefix="trede-soak-") as folder:
            well.append(told("pushed", hours * 3600, asyncio.run(pushed.lived(Path(folder), hours)), keep=keep))
    if seconds:
        with tempfile.TemporaryDirectory(prefix="trede-soak-") as folder:
            well.append(told("real", seconds, asyncio.run(hour.lived(Path(folder), seconds)), keep=keep))
    sys.exit(0 if all(well) else 1)


if __name__ == "__main__":
    main()
