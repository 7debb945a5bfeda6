"""The law, second way: every state that can be reached, times every event, through the real `decide`."""

import ast
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from functools import partial
from pathlib import Path

import figures
import people
import pytest

from state_machines import clock_right, resending
from state_machines import decide as core
from state_machines import events as e
from state_machines.checkin import STATES
from state_machines.decide import decide
from state_machines.effects import Decision, Pass, PlanDecision
from state_machines.files import COACHED, Client, Day, File, Professional
from state_machines.journey import ALL
from state_machines.waking import WAKES
from state_machines.welcome import STAGES
from tests.law.control import CONTROL, DATA, DAY_CONTROL, DAY_DATA, DIMENSIONS, LONG_WALKS, SHORT_WALKS, Grain
from tests.law.moments import DATES, FIRST_DAY, MOMENTS, happenings
from tests.law.rule import COUNTS
from tests.law.test_types import BRANCHES, leaves
from tests.law.walk import Walk

HEADING = """## The law: every state times every event

Each line is one walk of `make test-long` over all states that can be reached, each left by every event; the last column
must be 0. What a state and an event are stands in [the law](the-law.md).

| date | walk | states | events in each, on average | transitions | breaches |
|---|---|---|---|---|---|
"""
#: What may set a step message, or take it back: a plan that comes into force, the message itself, who comes, goes or
#: travels, and the end of a hold. No answer, score, complaint, note, request, pause or silence is among them.
MOVES_MESSAGES = {
    *("PlanAgreed", "PlanStopped", "PlanAnswered", "Woke step"),
    *("DaysChosen", "ClaimAnswered", "WelcomeChosen", "Asked", "SettingChosen"),
    "ConsentWithdrawn",  # of keeping answers: as /stop
    *("NeedMet", "Woke hold"),
}
MORE = tuple(kind for branch in (*BRANCHES, e.CoachEvent) for kind in leaves(branch))


def assert_kept(walk: Walk) -> None:
    """Every state was left by every event, and none of them touched a plan but as R2 allows."""
    assert not walk.breaches, "\n".join([walk.breaches[0].what, *map(repr, walk.breaches[0].path)])
    assert walk.whole
    assert all(walk.events[kind] >= len(walk.files) for kind in MORE)
    assert walk.set_steps <= MOVES_MESSAGES


@pytest.mark.parametrize("name", SHORT_WALKS)
def test_no_event_of_a_client_the_clock_or_a_physician_touches_a_plan_in_any_state(name: str) -> None:
    """Breadth-first from the invitation on: versions, hashes, and which plan counts on each date, before and after."""
    walk = Walk(grain=SHORT_WALKS[name]).go()
    assert_kept(walk)
    assert_reached(walk)
    assert_nothing_comes_back(walk)


@pytest.mark.long
@pytest.mark.parametrize("name", LONG_WALKS)
def test_the_same_in_finer_states_at_more_moments(name: str) -> None:
    """The whole product; the figures go into docs/reliability.md."""
    walk = Walk(grain=LONG_WALKS[name]).go()
    assert_kept(walk)
    assert_reached(walk)
    assert_nothing_comes_back(walk)
    states, transitions = len(walk.files), walk.transitions
    figures.keep(HEADING, name, states, transitions // states, transitions, len(walk.breaches))


def assert_nothing_comes_back(walk: Walk) -> None:
    """Whatever a client's file passes on, a desk in any state takes as word: at most a deputy's desk hears it too.

    A physician's desk answers a report with a receipt, which is among what the walks try in every state.
    """
    assert len(walk.passed) > 10
    for event in walk.passed.values():
        for _, desk in people.desks():
            decision = decide(desk, event)
            assert not isinstance(decision, PlanDecision)
            assert not passed_back(decision), event


def passed_back(decision: Decision) -> list[e.Event]:
    """What a decision passes on that isn't for a professional's own desk."""
    passed = [effect.event for effect in decision.effects if isinstance(effect, Pass)]
    return [event for event in passed if not isinstance(event, e.DeskEvent | e.ReferralDelivered)]


def assert_reached(walk: Walk) -> None:
    """Each journey, stage and state of a day; every situation of the plan."""
    files = [file for file, _ in walk.files.values()]
    assert {file.journey for file in files} == set(ALL)
    assert {file.stage for file in files if file.journey == "welcome"} == set(STAGES) - {"done"}
    if "day" in walk.grain.dimensions:
        assert {file.day.state for file in files if file.day and file.journey in COACHED} == set(STATES)
    if "silent" in walk.grain.dimensions and walk.grain.moments == MOMENTS:
        assert any(file.silence_asked for file in files)
    if "plan" in walk.grain.dimensions:
        assert {_situation(file, FIRST_DAY.day) for file in files} >= SITUATIONS


#: Whether a plan was agreed, a draft waits beside or instead of it, another runs until it starts, it was stopped.
SITUATIONS = {
    (False, False, False, False),
    (False, True, False, False),
    (True, False, False, False),
    (True, True, False, False),
    (True, False, True, False),
    (True, True, True, False),
    (True, False, False, True),
    (True, True, False, True),
}


def _situation(file: Client, day: date) -> tuple[bool, bool, bool, bool]:
    """As in `SITUATIONS`."""
    now, newest = file.plan_on(day), file.plan_on(date.max)
    return newest is not None, file.draft is not None, now is not newest, bool(newest and newest.stopped)


# --- that it walks what it says -----------------------------------------------------------------------------------


def test_every_field_of_a_file_is_told_apart_or_named_as_data() -> None:
    """A new field must be put into one of the two tables of control.py: does it decide what happens next, or not?"""
    assert {field.name for field in fields(Client)} == set(CONTROL) | DATA
    assert not set(CONTROL) & DATA
    assert {field.name for field in fields(Day)} == DAY_CONTROL | DAY_DATA
    assert not DAY_CONTROL & DAY_DATA
    assert set(CONTROL.values()) <= set(DIMENSIONS)
    walked = {name for grain in (*SHORT_WALKS.values(), *LONG_WALKS.values()) for name in grain.dimensions}
    assert walked == set(DIMENSIONS)
    assert {moment for grain in LONG_WALKS.values() for moment in grain.moments} == set(MOMENTS)


class Watched:
    """A file that notes which of its fields are read."""

    def __init__(self, file: Client) -> None:
        self.file, self.read = file, set[str]()

    def __getattr__(self, name: str) -> object:
        method = getattr(type(self.file), name, None)
        if callable(method):
            return partial(method, self)
        self.read.add(name)
        return getattr(self.file, name)


def test_which_plan_counts_hangs_on_three_fields_alone() -> None:
    """So a decision that leaves all three as they were left every date's plan as it was, and none is looked up anew."""
    for _, file in people.clients():
        watched = Watched(file)
        for day in (*DATES, people.MONDAY):
            assert Client.plan_on(watched, day) is file.plan_on(day)
        assert watched.read <= set(COUNTS)
    assert {"versions", "agreed", "earlier"} == set(COUNTS)


def test_every_class_of_event_and_every_wake_is_walked() -> None:
    """A class or a kind of wake that has no sample in people.py fails here; so does a wake that nobody knows."""
    events = list(happenings(people.client(), FIRST_DAY))
    assert {type(event) for event in events} == set(MORE)
    assert {event.kind for event in events if isinstance(event, e.Woke)} == set(WAKES)
    assert set_kinds() | FROM_THE_BOT == set(WAKES) | {"summary"}


#: What the bot itself wakes files for, and the core at most puts off.
FROM_THE_BOT = {*resending.WHYS, clock_right.KIND}


def set_kinds() -> set[str]:
    """The kinds of wake that the core sets anywhere, as written in its source."""
    found = set()
    for path in Path(core.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "wake":
                found |= {arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant)}
    return {str(kind) for kind in found}


# --- that it would find something ---------------------------------------------------------------------------------


def _easier_after_a_complaint(decision: Decision, event: e.Event, before: Client, after: Client) -> Decision:
    if isinstance(event, e.Answered) and event.question == "complaint" and event.number == 10 and after.versions:
        plan = after.versions[-1]
        easier = replace(plan, steps=tuple(replace(step, hours=step.hours / 2) for step in plan.steps))
        return replace(decision, file=replace(after, versions=(*after.versions[:-1], easier)))
    return decision


def _agreed_by_the_clock(decision: Decision, event: e.Event, before: Client, after: Client) -> Decision:
    if isinstance(event, e.Woke) and event.kind == "step" and after.draft is not None:
        return replace(decision, file=replace(after, agreed=after.draft.digest()))
    return decision


def _a_plan_from_a_good_day(decision: Decision, event: e.Event, before: Client, after: Client) -> Decision:
    if isinstance(event, e.Answered) and event.question == "energy" and event.number == 10 and after.versions:
        return PlanDecision(file=after, plan=after.versions[-1], why="a good day")
    return decision


def _passed_on_by_silence(decision: Decision, event: e.Event, before: Client, after: Client) -> Decision:
    if isinstance(event, e.Woke) and event.expired and after.versions:
        again = e.PlanAgreed(at=event.at, version=after.versions[-1], parties=(), reason="silence")
        return replace(decision, effects=(*decision.effects, Pass(to=after.id, event=again)))
    return decision


def _earlier_forgotten_at_a_doctor(decision: Decision, event: e.Event, before: Client, after: Client) -> Decision:
    stops = isinstance(event, e.DoctorSaid) and after.agreed
    return replace(decision, file=replace(after, agreed="")) if stops else decision


SABOTAGES: dict[str, Callable[[Decision, e.Event, Client, Client], Decision]] = {
    "the versions of the plan changed": _easier_after_a_complaint,
    "another plan counts on some date": _agreed_by_the_clock,
    "an event that isn't a coach's returned a plan": _a_plan_from_a_good_day,
    "an event for a client's file was passed on": _passed_on_by_silence,
}


@pytest.mark.parametrize("what", SABOTAGES)
def test_a_core_that_breaks_the_law_is_found(what: str) -> None:
    """Each way to break it, done on purpose, stops the walk and says what was broken and how it was reached."""

    def broken(file: File | None, event: e.Event) -> Decision:
        decision = decide(file, event)
        if not isinstance(file, Client) or not isinstance(decision.file, Client):
            return decision
        return SABOTAGES[what](decision, event, file, decision.file)

    walk = Walk(grain=Grain(dimensions=("journey", "plan"), moments=(FIRST_DAY,)), decide=broken).go()
    assert [each.what for each in walk.breaches] == [what]
    assert isinstance(walk.breaches[0].path[0], e.CoachEvent | e.ClientEvent)
    assert not walk.whole


def test_a_plan_that_disappears_is_found() -> None:
    """The same for a doctor's word that would end the agreement."""

    def broken(file: File | None, event: e.Event) -> Decision:
        decision = decide(file, event)
        if not isinstance(file, Client) or not isinstance(decision.file, Client):
            return decision
        return _earlier_forgotten_at_a_doctor(decision, event, file, decision.file)

    walk = Walk(grain=Grain(dimensions=("journey", "plan"), moments=(FIRST_DAY,)), decide=broken).go()
    assert [each.what for each in walk.breaches] == ["another plan counts on some date"]


def test_a_desk_passes_a_plan_on_only_when_its_coach_does_something() -> None:
    """The clock at a desk, and word from a client's file, pass nothing to a client's file but that a notice went."""
    for _, desk in people.desks():
        for event in (*people.clock_events(), *people.desk_events()):
            if isinstance(event, e.ClockEvent | e.ClientTold | e.ClaimAsked | e.ClientSaid | e.TalkTold):
                decision = decide(desk, event)
                assert isinstance(decision.file, Professional)
                assert {type(passed) for passed in passed_back(decision)} <= {e.ReferralDelivered}
