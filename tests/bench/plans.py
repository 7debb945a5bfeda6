"""How long the plan functions take for a plan of 17 weeks (issue: under 1 ms each): the median of many, in one table.

python tests/bench/plans.py
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from state_machines.files import Client
from state_machines.plan import Evaluation, Leeway, Plan, Task
from state_machines.plan_changes import lengthened, stopped
from state_machines.plan_templates import make
from state_machines.plan_terms import Period, Terms
from state_machines.plan_warnings import warnings

START = date(2026, 11, 30)
WEEKS = 17
TASKS = tuple(Task(name=f"task {n}") for n in range(8))
TIMES = 300
LIMIT_US = 1000


def terms() -> Terms:
    """A step a week for 17 weeks, eight tasks, four evaluations, two weeks of leeway."""
    return Terms(
        template="custom",
        goal="own work, all contract hours",
        contract_hours=Decimal(36),
        start=START,
        weekdays=(1, 2, 4, 5),
        tasks=TASKS,
        supervisor="Karin",
        parties=("client", "supervisor", "coach"),
        registered=START,
        periods=tuple(
            Period(hours=Decimal(2 * n + 2), tasks=tuple(task.name for task in TASKS[: n // 3 + 1]))
            for n in range(WEEKS)
        ),
        evaluations=tuple(Evaluation(day=START + timedelta(weeks=4 * n, days=4)) for n in range(4)),
        leeway=Leeway(weeks=2),
    )


def functions() -> dict[str, Callable[[], object]]:
    """What is measured, by what it is called in the table."""
    wanted = terms()
    plan = make(wanted)
    days = [plan.start + timedelta(days=n) for n in range(WEEKS * 7)]
    step, parties = plan.steps[8].start, ("client", "supervisor")
    client = _client(plan)
    return {
        "make": lambda: make(wanted),
        "warnings": lambda: warnings(plan),
        "digest": lambda: replace(plan).digest(),
        f"hours_on, all {len(days)} dates": lambda: [plan.hours_on(day) for day in days],
        "hours_on, one date": lambda: plan.hours_on(days[60]),
        "band_on, one date": lambda: plan.band_on(days[60]),
        "week_hours, one week": lambda: plan.week_hours(9),
        "lengthened": lambda: lengthened(plan, step=step, weeks=2, on=step, parties=parties),
        "stopped": lambda: stopped(plan, on=step, physician="Dr. Bos", look_again=days[-1]),
        "plan_on": lambda: client.plan_on(days[60]),
    }


def _client(plan: Plan) -> Client:
    """Two versions, as in a file whose newest plan is yet to start."""
    newer = replace(plan, version=2, before=plan.digest(), effective=plan.end)
    return Client(
        id="c", name="Sanne", coach="p", coach_name="Joost", versions=(plan, newer), agreed=newer.digest(),
        earlier=plan.digest(),
    )  # fmt: skip


def main() -> None:
    """Print the table; a function that takes more than a millisecond makes the command fail."""
    print(f"| a plan of {WEEKS} weeks | median us |\n|---|--:|")
    slow = []
    for name, call in functions().items():
        call()
        took = []
        for _ in range(TIMES):
            start = time.perf_counter()
            call()
            took.append((time.perf_counter() - start) * 1_000_000)
        median = statistics.median(took)
        print(f"| {name} | {median:.0f} |")
        slow += [name] if median > LIMIT_US else []
    if slow:
        raise SystemExit(f"over {LIMIT_US} us: {', '.join(slow)}")


if __name__ == "__main__":
    main()
