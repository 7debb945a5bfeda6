"""Plans of every kind to draw, print and put in a calendar: invented people, dates around the turn of a year."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from state_machines.plan import Blocks, Evaluation, Leeway, Plan, Task, following
from state_machines.plan_changes import lengthened, stopped
from state_machines.plan_templates import make
from state_machines.plan_terms import Period, Terms

START = date(2026, 11, 30)  # a Monday, ISO week 49; 2026 has 53 weeks
WEEK = timedelta(days=7)
TASKS = (
    Task(name="Post sorteren", deadline=False),
    Task(name="Dossiers opruimen"),
    Task(name="Telefoon met Mo", kind="own"),
    Task(name="Facturen", kind="own", deadline=True, share=30),
    Task(name="Maandrapport", kind="own", deadline=True),
)
BUILD_UP = (4, 6, 8, 8, 10, 12, 12, 14, 16, 18, 18, 20, 22, 24, 26, 28, 32)


def made(**changes: object) -> Plan:
    """A plan of four weeks from 8 to 32 hours, with what is changed in its terms."""
    usual: dict[str, object] = {
        "goal": "Eigen werk, 32 uur per week",
        "contract_hours": Decimal(32),
        "start": START,
        "weekdays": (1, 2, 4, 5),
        "tasks": TASKS,
        "supervisor": "Karin",
        "parties": ("client", "supervisor", "coach"),
        "registered": date(2026, 11, 27),
        "agreed_on": date(2026, 11, 26),
    }
    return make(Terms(**{**usual, **changes}))


def evaluations(*weeks: int) -> tuple[Evaluation, ...]:
    """Evaluations on the Thursdays of these weeks of the plan."""
    return tuple(Evaluation(day=START + (week - 1) * WEEK + timedelta(days=3)) for week in weeks)


def periods(*hours: int, weeks: int = 1) -> tuple[Period, ...]:
    """Steps of so many weeks each."""
    return tuple(Period(weeks=weeks, hours=Decimal(each)) for each in hours)


def weekly() -> Plan:
    """25, 50, 75, 100 %, with evaluations and leeway."""
    return made(evaluations=evaluations(2, 4), leeway=Leeway(weeks=2))


def nine_weeks() -> Plan:
    """The example of the trade."""
    return made(template="nine-weeks", contract_hours=Decimal(40), weekdays=(1, 2, 3, 4, 5))


def seventeen_weeks() -> Plan:
    """The longest that isn't warned about."""
    return made(template="custom", periods=periods(*BUILD_UP), evaluations=evaluations(3, 7, 11, 17))


def double() -> Plan:
    """A double schedule, of which the cautious line was agreed; in blocks of two hours."""
    return made(
        template="custom",
        periods=periods(6, 10, 16, 22, 28, 32, weeks=2),
        other=periods(8, 16, 24, 32, weeks=2),
        line="cautious",
        blocks=Blocks(work=Decimal(2), rest=Decimal(1)),
        evaluations=evaluations(4, 8, 12),
    )


def stopped_plan() -> Plan:
    """Stopped in the third week, on the advice of a physician whose name is on no paper."""
    plan = weekly()
    stop = stopped(plan, on=START + 2 * WEEK, physician="dr. Zeldzaam", look_again=START + 6 * WEEK)
    return following(stop, plan)


def longer(plan: Plan) -> Plan:
    """The version after this one: its second step lasts a week longer."""
    step = plan.steps[1].start
    changed = lengthened(plan, step=step, weeks=1, on=step, parties=("client", "supervisor"))
    return following(changed, plan)


def named(plan: Plan, **words: str) -> Plan:
    """The plan with other words in its steps."""
    return replace(plan, steps=tuple(replace(step, **words) for step in plan.steps))


EVERY = {
    "weekly": weekly,
    "nine weeks": nine_weeks,
    "17 weeks": seventeen_weeks,
    "double": double,
    "stopped": stopped_plan,
    "daily": lambda: made(template="daily"),
    "full hours": lambda: made(template="full-hours"),
    "one step": lambda: made(template="custom", periods=periods(12)),
}
