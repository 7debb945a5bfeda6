"""From what a coach has entered about a new plan to terms, to a plan, or to what keeps it from being one."""

from datetime import date
from decimal import Decimal

from state_machines.days import MONDAY_TO_FRIDAY
from state_machines.files import Sketch, but
from state_machines.plan import Evaluation, Leeway, Plan, PlanRefused, Task, quarters
from state_machines.plan_templates import make, refusals
from state_machines.plan_terms import Period, Terms

PARTIES = ("client", "supervisor", "coach")


def terms_of(sketch: Sketch, registered: date) -> Terms:
    """What was entered, as terms. Raises PlanRefused, reason `unfinished`, as long as something is missing."""
    if sketch.contract_hours is None or sketch.start is None or not sketch.template:
        raise PlanRefused("unfinished")
    dates = sketch.evaluations
    return Terms(
        template=sketch.template,
        goal=sketch.goal,
        contract_hours=sketch.contract_hours,
        start=sketch.start,
        weekdays=sketch.weekdays,
        tasks=tuple(Task(name=name) for name in sketch.tasks),
        supervisor=sketch.supervisor,
        parties=PARTIES,
        registered=registered,
        periods=sketch.periods if sketch.template == "custom" else (),
        evaluations=None if dates is None else tuple(Evaluation(day=day) for day in dates),
        leeway=Leeway(weeks=sketch.leeway),
        agreed_on=sketch.agreed_on,
        paper=sketch.paper,
        physician_told=sketch.physician_told,
    )


def sketched(sketch: Sketch, registered: date) -> Plan:
    """The plan that was entered, registered on a date. Raises PlanRefused as `make` does, or `unfinished`."""
    return make(terms_of(sketch, registered))


def is_whole(sketch: Sketch) -> bool:
    """Whether everything was answered once."""
    return sketch.agreed_on is not None and (sketch.template != "custom" or bool(sketch.periods))


def with_placeholders(sketch: Sketch) -> Sketch:
    """The sheet with what wasn't asked yet replaced by what makes no trouble."""
    hours = sketch.contract_hours or Decimal(0)
    return but(
        sketch,
        weekdays=sketch.weekdays or MONDAY_TO_FRIDAY,
        tasks=sketch.tasks or ("",),
        periods=sketch.periods or (Period(hours=quarters(hours)),),
    )


def first_refusal(sketch: Sketch, today: date, wanted: frozenset[str] | None = None) -> PlanRefused | None:
    """What keeps the sheet from being a plan; `wanted`: of these reasons only, and nothing that is missing."""
    try:
        found = refusals(terms_of(sketch, today))
    except PlanRefused as unfinished:
        return unfinished if wanted is None else None
    return next((refused for refused in found if wanted is None or refused.reason in wanted), None)
