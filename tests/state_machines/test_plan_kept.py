"""What was agreed stands in the plan, and what was kept reads the same for good (R1, R4, R6)."""

from dataclasses import MISSING, fields, replace
from datetime import date, time, timedelta
from decimal import Decimal
from hashlib import sha256

import pytest
from plans import FIVE, MONDAY, terms

from state_machines.plan import (
    Blocks,
    Evaluation,
    Leeway,
    Plan,
    PlanRefused,
    Step,
    Stop,
    Taken,
    Task,
    canonical,
    quarters,
    spread,
)
from state_machines.plan_templates import make
from state_machines.plan_terms import Period, Terms

BLOCKS = Blocks(work=Decimal(2), rest=Decimal(1))
TASK = Task(name="post", kind="adapted", safe=True, deadline=False, share=40)

#: What a kept class says where nobody said anything. A field at its default isn't in the hash, so none may ever change.
DEFAULTS: dict[type, dict[str, object]] = {
    Task: {"kind": "", "safe": None, "deadline": None, "share": None},
    Blocks: {},
    Step: {"blocks": None, "pay": "", "tempo": "", "circumstances": "", "support": ""},
    Evaluation: {"parties": ("client", "supervisor", "coach")},
    Taken: {},
    Leeway: {"weeks": 0, "times": 0, "taken": ()},
    Stop: {},
    Plan: {
        "template": "weekly", "variant": "I", "tasks": (), "evaluations": (), "basis": "", "leeway": Leeway(),
        "agreed_on": None, "paper": None, "physician_told": None, "effective": None, "other": (), "line": "",
        "begins": None, "stopped": None,
    },
}  # fmt: skip


@pytest.mark.parametrize("kept", DEFAULTS, ids=lambda kept: kept.__name__)
def test_a_default_of_what_is_kept_never_changes(kept: type) -> None:
    """A plan signed this year has its hash for good: no class of it may ever say something else by itself (R4)."""
    found = {
        each.name: each.default if each.default_factory is MISSING else each.default_factory()
        for each in fields(kept)
        if not (each.default is MISSING and each.default_factory is MISSING)
    }
    assert found == DEFAULTS[kept]


def test_a_version_is_written_down_in_one_way_for_good() -> None:
    """This plan was hashed so in the first release; whoever checks a signed paper finds the same digits (R4)."""
    step = Step(start=MONDAY, end=date(2026, 12, 6), hours=Decimal("10.00"), per_day=((1, Decimal("2.50")),), tasks=())
    plan = Plan(
        version=2,
        before="ab",
        goal="één doel",
        contract_hours=Decimal(40),
        weekdays=(1, 5),
        steps=(step,),
        supervisor="Karin",
        parties=("client",),
        registered=MONDAY,
        begins=time(22),
        tasks=(TASK,),
    )
    written = (
        '{"before":"ab","begins":"22:00:00","contract_hours":"40","goal":"één doel","parties":["client"],'
        '"registered":"2026-11-30","steps":[{"end":"2026-12-06","hours":"10","per_day":[[1,"2.5"]],'
        '"start":"2026-11-30","tasks":[]}],"supervisor":"Karin","tasks":[{"deadline":false,"kind":"adapted",'
        '"name":"post","safe":true,"share":40}],"version":2,"weekdays":[1,5]}'
    )
    assert canonical(plan) == written
    assert plan.digest() == sha256(written.encode()).hexdigest()


def test_everything_that_was_agreed_stands_in_the_plan() -> None:
    """Each of the terms that a plan keeps, word for word; tasks of one's own after the adapted ones (R1)."""
    agreed = terms(
        goal="all hours",
        weekdays=(5, 1, 3),
        contract_hours=Decimal(24),
        tasks=(TASK,),
        own_tasks=(Task(name="routes"),),
        basis="advice",
        leeway=Leeway(weeks=2, times=1),
        agreed_on=date(2026, 11, 27),
        paper=date(2026, 11, 28),
        physician_told=date(2026, 11, 29),
        begins=time(7, 30),
        line="cautious",
        evaluations=(Evaluation(day=MONDAY),),
    )
    plan = make(agreed)
    kept = ("goal", "contract_hours", "supervisor", "parties", "registered", "template", "basis", "leeway")
    for name in (*kept, "agreed_on", "paper", "physician_told", "begins", "evaluations"):
        assert getattr(plan, name) == getattr(agreed, name), name
    assert plan.weekdays == (1, 3, 5)
    assert plan.tasks == (TASK, Task(name="routes"))
    assert (plan.version, plan.before, plan.variant, plan.effective, plan.stopped) == (1, "", "I", None, None)
    assert (plan.other, plan.line) == ((), "")  # there is no other line, so none is named
    double = make(replace(agreed, other=tuple(Period(hours=Decimal(hours)) for hours in (12, 24))))
    assert (double.line, [step.hours for step in double.other]) == ("cautious", [12, 24])


def test_who_says_little_has_agreed_to_nothing_more() -> None:
    """Terms that only have what they must: no dates, no leeway, no block work, the evaluations of the template."""
    bare = Terms(
        goal="g", contract_hours=Decimal(8), start=MONDAY, weekdays=(1,), tasks=FIVE, supervisor="K", parties=(),
        registered=MONDAY,
    )  # fmt: skip
    plan = make(bare)
    said = (plan.template, plan.basis, plan.leeway, plan.agreed_on, plan.paper, plan.physician_told, plan.begins)
    assert said == ("weekly", "", Leeway(), None, None, None, None)
    assert bare.evaluations is None
    assert (plan.evaluations, plan.other, plan.line, plan.tasks) == ((), (), "", FIVE)
    assert all((step.blocks, step.pay, step.tempo, step.support) == (None, "", "", "") for step in plan.steps)
    assert Period(hours=Decimal(1)) == Period(
        weeks=1, hours=Decimal(1), start=None, end=None, per_day=(), tasks=(), blocks=None, pay="", tempo="",
        circumstances="", support="",
    )  # fmt: skip


@pytest.mark.parametrize("template", ["weekly", "daily", "nine-weeks", "full-hours"])
def test_block_work_is_in_every_step(template: str) -> None:
    """Two hours of work, one of rest: as agreed, from the first step to the last (R6)."""
    plan = make(terms(template=template, blocks=BLOCKS, own_tasks=FIVE[:1]))
    assert {step.blocks for step in plan.steps} == {BLOCKS}


def test_a_step_of_an_own_plan_has_its_own_words_or_those_of_the_terms() -> None:
    """Tempo, circumstances, support and pay are of the one step; block work that isn't said is that of the terms."""
    said = {"tempo": "slow", "circumstances": "quiet room", "support": "Ahmed", "pay": "wage_value"}
    periods = (
        Period(hours=Decimal(8), blocks=Blocks(work=Decimal(1), rest=Decimal(1)), **said),
        Period(hours=Decimal(9)),
    )
    first, second = make(terms(template="custom", periods=periods, blocks=BLOCKS)).steps
    assert {name: getattr(first, name) for name in said} == said
    assert {getattr(second, name) for name in said} == {""}
    assert (first.blocks, second.blocks) == (Blocks(work=Decimal(1), rest=Decimal(1)), BLOCKS)
    assert first.tasks == tuple(task.name for task in FIVE)


def test_an_own_plan_has_the_steps_that_were_agreed_and_no_more() -> None:
    """Own tasks add weeks to a template; client and supervisor who wrote the steps themselves have said it all."""
    agreed = terms(template="custom", periods=(Period(hours=Decimal(8)),), own_tasks=FIVE[:2])
    assert len(make(agreed).steps) == 1


def test_the_weeks_with_own_tasks_are_at_full_hours_and_paid_as_the_last_step() -> None:
    """A week each, right after the last step; what isn't replaced yet stays adapted (R6)."""
    own = (Task(name="routes"), Task(name="customers"))
    plan = make(terms(template="nine-weeks", own_tasks=own))
    last, *added = plan.steps[4:]
    assert [(step.start, step.end) for step in added] == [
        (last.end + timedelta(days=1), last.end + timedelta(days=7)),
        (last.end + timedelta(days=8), last.end + timedelta(days=14)),
    ]
    assert {step.hours for step in added} == {Decimal(40)}
    assert {step.pay for step in added} == {"to_be_agreed"}
    assert [step.tasks for step in added] == [
        ("routes", "mail", "orders", "planning", "calls"),
        ("routes", "customers"),
    ]


def test_the_weekly_steps_are_a_quarter_more_each_and_a_week_long() -> None:
    """25, 50, 75 and 100 %, whatever rounding to quarters makes of it, each from Monday to Sunday here (R6)."""
    plan = make(terms(contract_hours=Decimal(38)))
    assert [step.hours for step in plan.steps] == [Decimal("9.5"), 19, Decimal("28.5"), 38]
    assert [(step.end - step.start).days for step in plan.steps] == [6] * 4
    assert {step.tasks for step in plan.steps} == {tuple(task.name for task in FIVE)}


@pytest.mark.parametrize(
    ("hours", "rounded"), [("8.124", "8"), ("8.125", "8.25"), ("8.375", "8.5"), ("0.124", "0"), ("7.5", "7.5")]
)
def test_half_a_quarter_is_rounded_up(hours: str, rounded: str) -> None:
    """To quarters of an hour, halves up (R6), by the day as by the week."""
    assert quarters(Decimal(hours)) == Decimal(rounded)
    assert sum(amount for _, amount in spread(Decimal(hours), (1, 2, 3))) == Decimal(rounded)


def test_a_remainder_goes_to_the_first_days() -> None:
    """10.5 hours over four days: 2.75, 2.75, 2.5, 2.5 (R6)."""
    assert spread(Decimal("10.5"), (1, 2, 4, 5)) == (
        (1, Decimal("2.75")), (2, Decimal("2.75")), (4, Decimal("2.5")), (5, Decimal("2.5")),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("refused", "said"),
    [(PlanRefused("start", "2026-11-30"), "start: 2026-11-30"), (PlanRefused("template"), "template")],
)
def test_a_refusal_says_its_reason_and_its_detail(refused: PlanRefused, said: str) -> None:
    """For who reads a log or a command line; the dialogues take reason and detail apart."""
    assert str(refused) == said
    assert f"{refused.reason}: {refused.detail}".removesuffix(": ") == said
