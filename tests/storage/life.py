"""What happens to a client, decided by the core and kept as the door does: something to verify and tamper with."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import people

from state_machines import events as e
from state_machines.decide import decide
from state_machines.effects import PlanDecision, Say
from state_machines.files import Client
from state_machines.plan import Leeway, Plan
from storage.port import Record, Turn
from tests.storage.material import LOOK, keep, new

#: The client whose plan is stopped in the end.
STOPPED = "c-two"


def a_plan(**changes: object) -> Plan:
    """A plan with leeway, from a Monday after all that happens here."""
    plan = people.plan(start=date(2026, 12, 7), registered=date(2026, 11, 30))
    return replace(plan, leeway=Leeway(weeks=2), **changes)


def a_life(id_: str) -> Iterator[Callable[[Client], e.Event]]:
    """What happens to a client: a welcome, five versions of which four count, a stop, scores, a withdrawn consent."""

    def at(hours: int) -> datetime:
        return datetime(2026, 11, 30, 9, tzinfo=UTC) + timedelta(hours=hours)

    def newest(file: Client) -> str:
        return file.versions[-1].digest()

    yield lambda file: e.WelcomeChosen(at=at(0), choice="agree", text="h" * 64)
    yield lambda file: e.TimeChosen(at=at(0), time=file.checkin_time)
    yield lambda file: e.DaysChosen(at=at(0), weekdays=None)
    yield lambda file: e.PlanAgreed(
        at=at(1), version=a_plan(goal=f"work for {id_}"), parties=("client",), reason="first"
    )
    yield lambda file: e.PlanAnswered(at=at(2), digest=newest(file), agreed=True)
    yield lambda file: e.Answered(at=at(3), day=date(2026, 11, 30), question="energy", number=Decimal(2), ready=True)
    yield lambda file: e.PlanAgreed(at=at(24), version=a_plan(goal="other"), parties=("client",), reason="anew")
    yield lambda file: e.PlanAnswered(at=at(25), digest=newest(file), agreed=False)
    yield lambda file: e.LeewayTaken(at=at(26), which="now", weeks=1, parties=("client", "supervisor"))
    yield lambda file: e.PlanAnswered(at=at(27), digest=newest(file), agreed=True)
    yield lambda file: e.PlanAgreed(
        at=at(48), version=a_plan(goal="paper", paper=date(2026, 12, 2)), parties=("client",), reason="signed"
    )
    yield lambda file: e.Asked(at=at(49), what="stop_sure")
    yield lambda file: e.WelcomeChosen(at=at(50), choice="return")
    yield lambda file: e.WelcomeChosen(at=at(50), choice="agree", text="h" * 64)
    yield lambda file: e.TimeChosen(at=at(50), time=file.checkin_time)
    yield lambda file: e.DaysChosen(at=at(50), weekdays=None)
    yield lambda file: e.PlanAgreed(
        at=at(51), version=a_plan(goal="later", effective=date(2026, 12, 21)), parties=("client",), reason="later"
    )
    yield lambda file: e.PlanAnswered(at=at(52), digest=newest(file), agreed=True)


def a_stop() -> Iterator[Callable[[Client], e.Event]]:
    """The physician's word, registered by the coach: in force at once (R37)."""
    at, again = datetime(2026, 12, 3, 9, tzinfo=UTC), date(2026, 12, 21)
    yield lambda file: e.PlanStopped(at=at, physician="Dr. Smit", look_again=again)


def lived(store, id_: str, chat: int) -> None:
    """All of that, decided and kept as the door does it."""
    file = people.client(id=id_, chat=chat, journey="welcome", stage="consent", versions=(), agreed="", consents=())
    file = replace(file, coaching_since=None)
    keep(store, new(file))
    for happens in (*a_life(id_), *(a_stop() if id_ == STOPPED else ())):
        event = happens(file)
        decision = decide(file, event)
        plan = decision.plan if isinstance(decision, PlanDecision) else None
        said = tuple(effect.prompt.name for effect in decision.effects if isinstance(effect, Say))
        record = Record(event=event, by="p-1" if plan else "", said=said, reason=decision.reason)
        turn = Turn(at=event.at, before=file, after=decision.file, record=record, plan=plan, why="agreed")
        keep(store, turn)
        assert isinstance(decision.file, Client)
        file = decision.file
    for _ in range(3):
        store.views.referred(id_, LOOK)
