"""Every state times every event, through the real `decide`: defined, friendly, and never touching a plan (R2)."""

from collections.abc import Iterator

import people
import pytest

from state_machines import events as e
from state_machines.checkin import STATES
from state_machines.decide import Misrouted, decide
from state_machines.effects import ClientDecision, DeskDecision, Pass, PlanDecision, Say
from state_machines.files import Client
from state_machines.journey import ALL
from state_machines.plan import following
from state_machines.welcome import STAGES

CLIENTS = list(people.clients())
DESKS = list(people.desks())


def _subclasses(kind: type[e.Event]) -> Iterator[type[e.Event]]:
    for child in kind.__subclasses__():
        yield child
        yield from _subclasses(child)


def test_the_samples_hold_every_event_class() -> None:
    """No class of event is forgotten in the exhaustive walks."""
    sampled = {type(event) for event in people.client_events(people.client())}
    sampled |= {type(event) for event in (*people.clock_events(), *people.coach_events(), *people.desk_events())}
    sampled |= {type(event) for event in (*people.physician_events(), *people.changes())}
    made_elsewhere = {e.PlanAgreed, e.ProfessionalAdded}
    branches = {e.ClientEvent, e.ClockEvent, e.CoachEvent, e.PhysicianEvent, e.DeskEvent}
    assert set(_subclasses(e.Event)) - branches == sampled | made_elsewhere


def test_the_samples_hold_every_state() -> None:
    """Every journey state, welcome stage and check-in state has a sample."""
    files = [file for _, file in CLIENTS]
    assert {file.journey for file in files} == set(ALL)
    assert {file.stage for file in files if file.journey == "welcome"} == set(STAGES) - {"done"}
    assert {file.day.state for file in files if file.day} == set(STATES)


@pytest.mark.parametrize("name", [name for name, _ in CLIENTS])
def test_a_client_file_takes_every_event_and_only_a_coach_changes_its_plan(name: str) -> None:
    """Nothing raises, states stay in their tables, the same input gives the same decision, the plan stands."""
    file = dict(CLIENTS)[name]
    others = (*people.clock_events(), *people.coach_events(), *people.physician_events())
    for event in (*people.client_events(file), *others):
        decision = decide(file, event)
        assert isinstance(decision, ClientDecision)
        assert not isinstance(decision, PlanDecision)
        after = decision.file
        assert after.versions == file.versions, event
        assert after.journey in ALL
        assert after.day is None or after.day.state in STATES
        assert decision == decide(file, event)
        if after.agreed != file.agreed:
            assert isinstance(event, e.PlanAnswered)
            assert event.agreed
            assert event.digest in {plan.digest() for plan in file.versions}


@pytest.mark.parametrize("name", [name for name, _ in CLIENTS])
def test_whatever_a_client_does_gets_an_answer(name: str) -> None:
    """Each of a client's own events is answered, unless it is a second tap on something that is settled already."""
    file = dict(CLIENTS)[name]
    for event in people.client_events(file):
        decision = decide(file, event)
        answered = any(isinstance(effect, Say) for effect in decision.effects)
        assert answered or decision.reason or decision.forget, f"{name}: {event}"
        if isinstance(event, e.Asked | e.SafetySignalled | e.SafetyAnswered | e.Unreadable):
            assert answered, f"{name}: {event}"


@pytest.mark.parametrize("name", [name for name, _ in CLIENTS])
def test_safety_speaks_first_and_tells_the_coach_without_words(name: str) -> None:
    """In every state a signal is answered at once, first, and what was written goes to nobody (R22)."""
    file = dict(CLIENTS)[name]
    for tier in (0, 1, 2):
        decision = decide(file, e.SafetySignalled(at=people.AT, tier=tier, text="secret words", message_id=1))
        says = [effect for effect in decision.effects if isinstance(effect, Say)]
        assert [say.kind for say in says] == ["safety"]
        told = [effect.event for effect in decision.effects if isinstance(effect, Pass)]
        assert [type(event) for event in told] == [e.ClientTold]
        assert "secret" not in repr(told)


@pytest.mark.parametrize("name", [name for name, _ in CLIENTS])
def test_a_coachs_registration_is_the_only_way_to_a_plan(name: str) -> None:
    """It gives that version, after the one before it: a draft until the client says yes."""
    file = dict(CLIENTS)[name]
    version = people.plan(goal="new")
    decision = decide(file, e.PlanAgreed(at=people.AT, version=version, parties=("client",), reason="agreed"))
    assert isinstance(decision, PlanDecision)
    assert decision.plan == following(version, file.versions[-1] if file.versions else None)
    assert decision.file.draft == decision.plan
    assert decision.file.plan == file.plan


@pytest.mark.parametrize("name", [name for name, _ in CLIENTS])
def test_leeway_and_a_stop_make_a_version_of_the_plan_that_runs_or_are_refused_to_the_coach(name: str) -> None:
    """R3, R37: never a version without a plan to change; a refusal changes nothing and says why."""
    file = dict(CLIENTS)[name]
    for event in people.changes():
        decision = decide(file, event)
        if isinstance(decision, PlanDecision):
            assert file.plan is not None
            assert decision.plan == decision.file.versions[-1]
            assert decision.plan.before == file.versions[-1].digest()
        else:
            assert decision.file.versions == file.versions
            told = [effect.event for effect in decision.effects if isinstance(effect, Pass)]
            assert [t.what for t in told if isinstance(t, e.ClientTold)] in (["leeway_refused"], ["stop_refused"])


@pytest.mark.parametrize("name", [name for name, _ in DESKS])
def test_a_desk_takes_every_event(name: str) -> None:
    """Nothing raises and every event of a person is answered."""
    file = dict(DESKS)[name]
    for event in people.desk_events():
        decision = decide(file, event)
        assert isinstance(decision, DeskDecision)
        assert decision == decide(file, event)
        answered = any(isinstance(effect, Say) for effect in decision.effects)
        assert answered or decision.reason, f"{name}: {event}"


def test_an_event_at_the_wrong_file_is_refused() -> None:
    """A coach's or client's event at a desk, or a desk's at a client's file, is a defect and says so."""
    for file, event in (
        (people.client(), e.DeskAsked(at=people.AT, what="help")),
        (people.coach(), e.Asked(at=people.AT, what="help")),
        (None, e.Asked(at=people.AT, what="help")),
    ):
        with pytest.raises(Misrouted):
            decide(file, event)


def test_the_clock_never_begins_anything_in_quiet_hours() -> None:
    """In quiet hours a wake says nothing to a client, in any state (R39)."""
    for name, file in CLIENTS:
        for hour in (21, 23, 3, 6):
            at = people.AT.replace(hour=hour)
            for kind in ("checkin", "nudge", "snooze", "step", "pause"):
                decision = decide(file, e.Woke(at=at, kind=kind, day=file.today(at)))
                says = [effect for effect in decision.effects if isinstance(effect, Say)]
                assert not says, f"{name}: {kind} at {hour} UTC"
                assert decision.reason


def test_a_left_client_hears_nothing_from_the_clock() -> None:
    """After /stop no wake says anything."""
    for kind in ("checkin", "nudge", "snooze", "step", "pause"):
        left = people.client(journey="left")
        decision = decide(left, e.Woke(at=people.AT, kind=kind, day=people.MONDAY))
        assert not [effect for effect in decision.effects if isinstance(effect, Say)]


def test_a_file_is_a_value() -> None:
    """Deciding never changes the file it was given."""
    for _, file in CLIENTS:
        before = repr(file)
        for event in people.client_events(file):
            decide(file, event)
        assert repr(file) == before
        assert isinstance(file, Client)
