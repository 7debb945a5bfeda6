"""Random histories of sixty days: who the client is, which plan was agreed, what happens when. A seed decides all."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import people

from state_machines import events as e
from state_machines.plan import Evaluation, Leeway, Plan, Task
from state_machines.plan_templates import TEMPLATES, Period, Terms, make
from tests.law.acts import Act, perform
from tests.law.rule import as_hashed
from tests.law.trajectory import LawBroken, Trajectory, days_from

DAYS = 60
WORKED = ((1, 2, 3, 4, 5), (1, 2, 4, 5), (1, 3, 5), (2, 4), (1, 2, 3, 4, 5, 6), (6, 7))
TASKS = tuple(Task(name=name) for name in ("post", "mail", "archive", "phone", "front desk"))
#: How often somebody of a temperament does what, beside what everybody does now and then.
EVERYBODY = {"check-in": 6, "answer": 2, "enough": 1, "worked": 1, "sample": 3, "coach": 1, "met": 1}
TEMPERAMENTS: dict[str, dict[str, int]] = {
    "good days": {"check-in": 12},
    "bad days": {"check-in": 12, "complaint": 4},
    "complaining": {"complaint": 12, "leeway": 3, "disturbed": 3},
    "silent": {},
    "in danger": {"danger": 4, "doctor": 3},
    "asking": {"leeway": 4, "doctor": 2, "disturbed": 4, "answer plan": 3},
    "restless": {"zone": 3, "pause": 3, "stop": 1, "enough": 4},
    "anything": {"sample": 20},
}


@dataclass(frozen=True, kw_only=True)
class History:
    """What a seed stands for: the agreed plan, the moment at which all begins, and the acts in order.

    `down`: the days from the beginning on which the bot stops running, and runs again.
    """

    plan: Plan
    begins: datetime
    acts: tuple[Act, ...]
    temperament: str = ""
    down: tuple[float, float] | None = None


def history(seed: int, days: int = DAYS) -> History:
    """The history of a seed."""
    dice = random.Random(seed)
    plan = a_plan(dice)
    begins = datetime.combine(plan.start - timedelta(days=dice.randint(1, 4)), time(11), UTC)
    temperament = dice.choice(list(TEMPERAMENTS))
    likes = dict(EVERYBODY) if temperament != "silent" else {"met": 1}
    for name, weight in TEMPERAMENTS[temperament].items():
        likes[name] = likes.get(name, 0) + weight
    if not seed % 4:
        likes["register"] = 1
    gap = dice.uniform(0, DAYS)
    down = (gap, gap + dice.uniform(0.1, 12)) if not seed % 3 else None
    acts = [_act(dice, begins, temperament, likes) for _ in range(dice.randint(days, days * 3) if likes else 0)]
    in_order = tuple(sorted(acts, key=lambda act: act.at))
    return History(plan=plan, begins=begins, acts=in_order, temperament=temperament, down=down)


def _act(dice: random.Random, begins: datetime, temperament: str, likes: dict[str, int]) -> Act:
    at = begins + timedelta(minutes=dice.randint(1, DAYS * 24 * 60))
    (name,) = dice.choices(list(likes), weights=list(likes.values()))
    moods = {"good days": 10, "bad days": 0, "complaining": 2}
    if name in {"check-in", "answer"}:
        value = moods.get(temperament, dice.choice((0, 3, 6, 7, 10)))
    else:
        value = dice.randint(0, 999) if name in {"sample", "coach", "met", "register"} else dice.randint(0, 14)
    return Act(at=at, name=name, value=min(value, 10) if name in {"complaint", "answer plan"} else value)


def a_plan(dice: random.Random) -> Plan:
    """Any plan: pattern, hours, days, leeway, evaluations; from any date, leap days and nights of 23 hours included."""
    days = dice.choice(WORKED)
    start = date(2027, 1, 1) + timedelta(days=dice.randint(0, 800))
    hours = Decimal(dice.choice((12, 16, 20, 24)))
    terms = Terms(
        template=dice.choice(TEMPLATES),
        goal="own work",
        contract_hours=hours,
        start=start,
        weekdays=days,
        tasks=TASKS,
        supervisor="Karin",
        parties=("client", "supervisor", "coach"),
        registered=start - timedelta(days=9),
        leeway=Leeway(weeks=dice.choice((0, 1, 2))),
        evaluations=tuple(Evaluation(day=start + timedelta(days=n)) for n in sorted(dice.sample(range(40), 2))),
        periods=tuple(Period(weeks=dice.randint(1, 3), hours=hours * n / 4) for n in range(1, 5)),
    )
    return make(terms)


def begun(made: History) -> Trajectory:
    """The client, welcomed and with the plan agreed by their own yes, on the day on which all begins."""
    file = people.client(journey="welcome", stage="days", versions=(), agreed="", coaching_since=None)
    way = Trajectory(file=replace(file, day=None), dates=_dates(made.plan))
    if made.down is not None:
        way.down = made.begins + timedelta(days=made.down[0]), made.begins + timedelta(days=made.down[1])
    at = made.begins
    way.happen(e.DaysChosen(at=at, weekdays=None))
    way.happen(e.PlanAgreed(at=at, version=made.plan, parties=made.plan.parties, reason="agreed"))
    way.happen(e.PlanAnswered(at=at, digest=way.file.versions[-1].digest(), agreed=True))
    return way


def opposite(made: History) -> History:
    """The same history with every score turned over: 10 for 0, full for not, a bad day for a good one."""
    turned = {"check-in": 10, "answer": 10, "complaint": 10, "worked": 14}
    acts = (replace(a, value=turned[a.name] - a.value) if a.name in turned else a for a in made.acts)
    return replace(made, acts=tuple(acts))


def _dates(plan: Plan) -> tuple[date, ...]:
    """Every sixth date from before the plan to long after it, so each weekday comes by; and its first and last."""
    spread = days_from(plan.start - timedelta(days=8), 17 * 7 + 8)[::6]
    return (*spread, plan.start, plan.end, date.max)


def played(made: History, look: Callable[[Trajectory], None] | None = None) -> Trajectory:
    """The history from its beginning to after its last day; `look`: after every act. Raises LawBroken."""
    way = begun(made)
    for act in made.acts:
        perform(act, way)
        if look is not None:
            look(way)
    way.until(way.comes(made.begins + timedelta(days=DAYS + 1)))
    if not as_hashed(way.file):
        raise LawBroken("a version was changed behind its digest")
    return way


def shrunk(made: History) -> History:
    """The shortest part of a history that breaks the law still: for reading. The same history when none does."""
    acts: Sequence[Act] = made.acts
    size = len(acts)
    while size:
        for start in range(0, len(acts), size):
            fewer = (*acts[:start], *acts[start + size :])
            if _breaks(replace(made, acts=fewer)):
                acts = fewer
                break
        else:
            size //= 2
    return replace(made, acts=tuple(acts))


def _breaks(made: History) -> bool:
    try:
        played(made)
    except LawBroken:
        return True
    return False
