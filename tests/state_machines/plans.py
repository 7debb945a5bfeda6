"""Terms of plans to try things with: ordinary ones, and any that there can be."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from state_machines.plan import Task
from state_machines.plan_terms import TEMPLATES, Terms

MONDAY = date(2026, 11, 30)
FIVE = tuple(Task(name=name) for name in ("post", "mail", "orders", "planning", "calls"))
QUARTER = Decimal("0.25")


def terms(**changes: object) -> Terms:
    given_: dict[str, object] = {
        "goal": "own work",
        "contract_hours": Decimal(40),
        "start": MONDAY,
        "weekdays": (1, 2, 3, 4, 5),
        "tasks": FIVE,
        "supervisor": "Karin",
        "parties": ("client", "supervisor"),
        "registered": MONDAY,
    }
    return Terms(**{**given_, **changes})  # type: ignore[arg-type]


@st.composite
def any_terms(draw: st.DrawFn) -> Terms:
    """Any template, hours, days, start and tasks that can be a plan."""
    weekdays = tuple(sorted(draw(st.sets(st.integers(1, 7), min_size=1))))
    contract = draw(st.integers(4, min(240, 48 * len(weekdays)))) * QUARTER
    start = draw(st.dates(date(2024, 1, 1), date(2034, 12, 31)))
    template = draw(st.sampled_from([name for name in TEMPLATES if name != "custom"]))
    tasks, own = FIVE[: draw(st.integers(1, 5))], tuple(Task(name=f"own {n}") for n in range(draw(st.integers(0, 3))))
    return terms(
        template=template, contract_hours=contract, weekdays=weekdays, start=start, registered=start, tasks=tasks,
        own_tasks=own,
    )  # fmt: skip
