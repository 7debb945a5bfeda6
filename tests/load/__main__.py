"""`make test-load N=1000`: so many check-ins at the same real minute; a line goes into docs/reliability.md."""

import asyncio
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parent.parent))

import figures

from tests.load.minute import Minute, lived, next_minute
from tests.load.prepared import IN_DANGER, TALKING

#: The issue's limits, in seconds: all check-ins out, answers at 95 %, safety texts at 99 %.
ALL_OUT, ANSWERS, SAFETY = 60.0, 1.5, 2.0
#: Making a client takes about a fiftieth of a second; on a busy computer three times that.
A_CLIENT_SECONDS = 0.06
SECTION = """## Load: check-ins at the same real minute

Each line is one run of `make test-load`: the same in real time. `trede run` as a process of its own, over HTTP, on the
computer's clock; the local Telegram keeps Telegram's limits (30 messages a second in all, one to each chat). So many
clients have their check-in at the same minute; meanwhile others answer questions (three a second) and write of danger
(two a second). In seconds from the minute on, or from when somebody wrote until the answer stood on their screen. A
second message to one chat within a second is refused by Telegram and comes a second later; that is counted in. The
limits: all out within 60 s, 95 % of the answers within 1.5 s, 99 % of the safety texts within 2 s. *Wrong*: people
whose check-in didn't come exactly once; *unanswered*: people who had no answer ten seconds after all were out.

| date | check-ins | all out after | answers | their p95 | safety texts | their p99 | refused | wrong | unanswered |
|---|---|---|---|---|---|---|---|---|---|
"""


def kept(minute: Minute) -> tuple[object, ...]:
    """The figures of a line."""
    waits = (len(minute.answers), f"{minute.reply:.2f}", len(minute.safety), f"{minute.danger:.2f}")
    return minute.due, f"{minute.out:.1f}", *waits, minute.refused, minute.wrong, minute.unanswered


def within(minute: Minute) -> bool:
    """Whether the limits were kept, and everybody had what was theirs."""
    fast = minute.out <= ALL_OUT and minute.reply < ANSWERS and minute.danger < SAFETY
    return fast and not minute.wrong and not minute.unanswered


@click.command()
@click.option("--clients", default=1000, show_default=True, type=click.IntRange(1))
@click.option("--keep/--no-keep", default=True, help="Add a line to docs/reliability.md.")
def main(clients: int, keep: bool) -> None:
    """Wait for the minute, and measure. Exit code 1 when a limit was exceeded."""
    at = next_minute(datetime.now(UTC), A_CLIENT_SECONDS * clients)
    print(f"{clients} check-ins at {at:%H:%M} UTC", flush=True)
    with tempfile.TemporaryDirectory(prefix="trede-load-") as folder:
        minute = asyncio.run(lived(Path(folder), clients, at, others=(TALKING, IN_DANGER)))
    row = kept(minute)
    print(" | ".join(map(str, row)))
    print(f"median: answers {_middle(minute.answers)}, safety texts {_middle(minute.safety)}; slowest: ", end="")
    print(f"{max(minute.answers):.2f}, {max(minute.safety):.2f}")
    if keep:
        figures.keep(SECTION, *row)
    sys.exit(0 if within(minute) else 1)


def _middle(seconds: tuple[float, ...]) -> str:
    return f"{sorted(seconds)[len(seconds) // 2]:.3f}"


if __name__ == "__main__":
    main()
