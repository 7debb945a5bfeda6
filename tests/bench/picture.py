"""How long a picture and the papers take in the worker process, cold and warm, and whether the bot waits meanwhile.

`make bench-picture` prints one table and writes it to docs/performance.md.
"""

import asyncio
import contextlib
import platform
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "bench")]

import report  # noqa: E402 - after the path
import sample_plans  # noqa: E402 - after the path

from bot import papers  # noqa: E402
from bot.workshop import Workshop  # noqa: E402
from dialogues.words import words  # noqa: E402
from reports import calendar, paper, picture  # noqa: E402

ROUNDS, COLD_ROUNDS = 60, 5
FIRST_MS, WARM_MS, TURN_MS = 4000.0, 500.0, 10.0
Job = tuple[str, Callable[..., bytes], object]


def jobs() -> tuple[Job, ...]:
    """17 weeks with two lines, hours worked and evaluations; the papers of the same plan."""
    plan, said = sample_plans.seventeen_weeks(), words("nl")
    weeks = tuple((plan.week_start(week), Decimal(week)) for week in range(1, 12))
    double = sample_plans.double()
    stamp = datetime(2026, 11, 30, tzinfo=UTC)
    return (
        ("picture, 17 weeks", picture.png, papers.picture_of(plan, said, today=plan.week_start(12), worked=weeks)),
        ("picture, two lines", picture.png, papers.picture_of(double, said, today=double.start, worked=weeks)),
        ("picture as SVG", picture.svg, papers.picture_of(plan, said, today=plan.week_start(12), worked=weeks)),
        ("plan on paper", paper.plan_pdf, papers.paper_of(plan, said, client="Sanne", coach="Joost")),
        ("complaints and plan", paper.why_pdf, papers.why_of(said)),
        ("calendar", calendar.ics, papers.calendar_of(plan, said, file="c-1", stamp=stamp)),
    )


async def cold() -> list[float]:
    """The first picture of a new worker process, in ms, several times."""
    _, work, values = jobs()[0]
    found = []
    for _ in range(COLD_ROUNDS):
        shop = Workshop()
        began = time.perf_counter()
        await shop.make(work, values)
        found.append((time.perf_counter() - began) * 1000)
        shop.close()
        await asyncio.sleep(0.2)
    return found


async def warm(job: Job, shop: Workshop) -> list[float]:
    """The same again and again in one worker, in ms."""
    _, work, values = job
    await shop.make(work, values)
    found = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await shop.make(work, values)
        found.append((time.perf_counter() - began) * 1000)
    return found


async def held_up(shop: Workshop) -> list[float]:
    """By how much the bot's own loop is late while a worker starts and draws, in ms."""
    _, work, values = jobs()[0]
    late: list[float] = []

    async def watch() -> None:
        while True:
            due = time.perf_counter() + 0.005
            await asyncio.sleep(0.005)
            late.append((time.perf_counter() - due) * 1000)

    watching = asyncio.create_task(watch())
    await asyncio.gather(*(shop.make(work, values) for _ in range(10)))
    watching.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await watching
    return late


def row(name: str, found: list[float], budget: float | None) -> str:
    """One line: median, 95th of a hundred, the worst; the budget and how much of it the median takes."""
    found = sorted(found)
    middle, high = statistics.median(found), found[int(len(found) * 0.95)]
    share = f"{middle / budget:.2f}" if budget else "–"
    shown = f"{budget:.0f}" if budget else "–"
    return f"| {name} | {len(found)} | {middle:.1f} | {high:.1f} | {found[-1]:.1f} | {shown} | {share} |"


async def measured() -> list[str]:
    """The table, line by line as it is measured, printed meanwhile."""
    lines: list[str] = []

    def add(line: str) -> None:
        lines.append(line)
        print(line)

    add(f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}.")
    add("")
    add("| what | times | median ms | p95 ms | worst ms | budget ms | median / budget |")
    add("|---|--:|--:|--:|--:|--:|--:|")
    add(row("first picture, worker started for it", await cold(), FIRST_MS))
    shop = Workshop()
    for job in jobs():
        add(row(job[0], await warm(job, shop), WARM_MS if job[0].startswith("picture") else None))
    shop.close()
    fresh = Workshop()
    add(row("the bot's loop is late by, meanwhile", await held_up(fresh), TURN_MS))
    fresh.close()
    return lines


if __name__ == "__main__":
    report.write(ROOT / "docs" / "performance.md", "\n".join(asyncio.run(measured())), "pictures")
