"""What client and supervisor agree before a plan can be made (R1), and the bounds of what can be one."""

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal

from state_machines.plan import Blocks, Evaluation, Leeway, Task

TEMPLATES = ("weekly", "daily", "nine-weeks", "full-hours", "custom")
LEAST_CONTRACT_HOURS = Decimal(1)
MOST_CONTRACT_HOURS = Decimal(60)
MOST_HOURS_A_DAY = Decimal(12)
MOST_TASKS = 12
#: R3 knows one or two weeks; far above that it is another plan.
MOST_LEEWAY_WEEKS = 8
#: Longer isn't a plan any more but a life; R7 warns much earlier.
MOST_WEEKS = 53
#: A start further ahead is a slip in the year.
MOST_DAYS_AHEAD = 5 * 366
MOST_STEPS = 60


@dataclass(frozen=True, kw_only=True)
class Period:
    """One step of a custom plan: so many weeks of so many hours a week.

    From a file a period may have its own dates, hours by ISO weekday and tasks; what isn't given follows from the
    period before it and the terms.
    """

    weeks: int = 1
    hours: Decimal
    start: date | None = None
    end: date | None = None
    per_day: tuple[tuple[int, Decimal], ...] = ()
    tasks: tuple[str, ...] = ()
    blocks: Blocks | None = None
    pay: str = ""
    tempo: str = ""
    circumstances: str = ""
    support: str = ""


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What client and supervisor agreed, from which a plan is made. `evaluations=None`: those of the template.

    `tasks` go from safe to challenging (R10); `own_tasks` take their place once full hours are reached.
    """

    template: str = "weekly"
    goal: str
    contract_hours: Decimal
    start: date
    weekdays: tuple[int, ...]
    tasks: tuple[Task, ...]
    supervisor: str
    parties: tuple[str, ...]
    registered: date
    own_tasks: tuple[Task, ...] = ()
    periods: tuple[Period, ...] = ()
    other: tuple[Period, ...] = ()
    line: str = ""
    evaluations: tuple[Evaluation, ...] | None = None
    basis: str = ""
    leeway: Leeway = field(default_factory=Leeway)
    agreed_on: date | None = None
    paper: date | None = None
    physician_told: date | None = None
    blocks: Blocks | None = None
    begins: time | None = None
