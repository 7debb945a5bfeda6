"""The law, first way: types. What a client, the clock or a physician causes has no place for a plan to travel in."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from types import NoneType
from typing import get_args, get_type_hints

import pytest

from state_machines import events as e
from state_machines.decide import REGISTERS
from state_machines.effects import ClientDecision, Decision, DeskDecision, PlanDecision
from state_machines.plan import Plan

ROOT = Path(__file__).parent.parent.parent
BRANCHES = (e.ClientEvent, e.ClockEvent, e.PhysicianEvent)
#: Word that is passed on to a coach's desk from a client's file.
PASSED_ON = (e.ClientTold, e.ClaimAsked)
#: What an event may be made of in the end; `object` and `Any`, which could be anything, are not among them.
PLAIN = {str, int, bool, Decimal, date, datetime, time, NoneType, Ellipsis}


def leaves(kind: type[e.Event]) -> Iterator[type[e.Event]]:
    """Every class of event under this one."""
    for child in kind.__subclasses__():
        yield from leaves(child) if child.__subclasses__() else (child,)


def reached(hint: object, seen: set[object]) -> set[object]:
    """Every type that a value of this type can hold, however deep."""
    if hint in seen:
        return seen
    if arguments := get_args(hint):
        for argument in arguments:
            reached(argument, seen)
        return seen
    seen.add(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        hints = get_type_hints(hint)
        for field in fields(hint):
            reached(hints[field.name], seen)
    return seen


def of_plans(kinds: set[object]) -> set[object]:
    """Those that are a plan, or a part, a pattern or a change of one."""
    return {kind for kind in kinds if getattr(kind, "__module__", "").startswith("state_machines.plan")}


def not_plain(kinds: set[object]) -> set[object]:
    """Those that are neither plain nor a dataclass made of plain ones."""
    return {kind for kind in kinds if kind not in PLAIN and not (isinstance(kind, type) and is_dataclass(kind))}


@pytest.mark.parametrize("branch", BRANCHES, ids=lambda kind: kind.__name__)
def test_no_event_of_a_client_the_clock_or_a_physician_can_hold_a_plan(branch: type[e.Event]) -> None:
    """Not in a field, not inside a field of a field, and no field is so loosely typed that it could."""
    for kind in (*leaves(branch), *PASSED_ON):
        kinds = reached(kind, set())
        assert of_plans(kinds) == set(), kind
        assert not_plain(kinds) == set(), kind


def test_a_coachs_event_can_hold_one() -> None:
    """So the test above would see it."""
    assert Plan in of_plans(reached(e.PlanAgreed, set()))


def test_only_one_kind_of_decision_has_a_place_for_a_plan() -> None:
    """`PlanDecision`, and no event of anyone but a coach leads to the function that makes one."""
    for kind in (Decision, ClientDecision, DeskDecision):
        assert not {"plan", "versions", "why"} & {field.name for field in fields(kind)}
    assert "plan" in {field.name for field in fields(PlanDecision)}
    assert all(issubclass(kind, e.CoachEvent) for kind in REGISTERS)


# --- the source: who could --------------------------------------------------------------------------------------------


def calls(wanted: str) -> set[str]:
    """Where in the core a function is called by this name, or a field of this name given: module and function."""
    found = set()
    for path in sorted((ROOT / "state_machines").rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef) and wanted in set(_named(function)):
                found.add(f"{path.stem}.{function.name}")
    return found


def _named(function: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield from (f"{keyword.arg}=" for keyword in node.keywords)


@pytest.mark.parametrize(
    ("what", "places"),
    [
        ("PlanDecision", {"agreement.registered"}),
        ("versions=", {"agreement.registered"}),
        ("registered", {"agreement.propose", "leeway.take", "leeway.stop"}),
        ("agreed=", {"agreement.put_in_force"}),
        ("earlier=", {"agreement.put_in_force"}),
        ("put_in_force", {"agreement.registered", "agreement.answer_plan"}),
    ],
)
def test_what_touches_a_plan_stands_in_few_places(what: str, places: set[str]) -> None:
    """One function makes versions, one says which counts; a client's yes reaches the second and never the first."""
    assert calls(what) == places


# --- the type checker -------------------------------------------------------------------------------------------------

REFUSED = """
from datetime import date, datetime
from decimal import Decimal

from state_machines import agreement, leeway
from state_machines.effects import ClientDecision, Decision
from state_machines.events import Answered, DoctorSaid, PlanAgreed, SafetySignalled, Woke
from state_machines.files import Client
from state_machines.plan import Plan, Step

def allowed(file: Client, event: PlanAgreed) -> Decision:
    return agreement.propose(file, event)

def score(at: datetime, day: date, plan: Plan) -> Answered:
    return Answered(at=at, day=day, question="complaint", plan=plan)  # call-arg

def wake(at: datetime, day: date, plan: Plan) -> Woke:
    return Woke(at=at, kind="step", day=day, version=plan)  # call-arg

def decision(file: Client, plan: Plan) -> Decision:
    return ClientDecision(file=file, plan=plan)  # call-arg

def complaint(file: Client, event: Answered) -> Decision:
    return agreement.propose(file, event)  # arg-type

def danger(file: Client, event: SafetySignalled, plan: Plan) -> Decision:
    return agreement.registered(file, event, plan, why="safety")  # arg-type

def doctor(file: Client, event: DoctorSaid) -> Decision:
    return leeway.stop(file, event)  # arg-type

def silence(file: Client, event: Woke) -> Decision:
    return leeway.take(file, event)  # arg-type

def shrink(step: Step) -> None:
    step.hours = Decimal(1)  # misc

def smuggle(decision: ClientDecision, plan: Plan) -> None:
    decision.plan = plan  # attr-defined
"""


def test_the_type_checker_refuses_a_plan_from_elsewhere(tmp_path: Path) -> None:
    """Each line that would let a score, a wake, a signal or a doctor's word carry a plan is an error; no other is."""
    snippet = tmp_path / "refused.py"
    snippet.write_text(REFUSED, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"), "--no-error-summary"]
    told = subprocess.run(
        [*command, "--no-warn-unused-ignores", str(snippet)],
        cwd=ROOT,
        env={**os.environ, "MYPYPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    found = {
        int(line.split(":")[1]): line.rpartition("[")[2].rstrip("]")
        for line in told.stdout.splitlines()
        if Path(line.split(":")[0]).name == snippet.name and ": error: " in line
    }
    marked = {
        number: line.rpartition("# ")[2] for number, line in enumerate(REFUSED.splitlines(), start=1) if "  # " in line
    }
    assert found == marked, told.stdout + told.stderr
