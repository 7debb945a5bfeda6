"""What a client, or a coach who changes no plan, can do on a day: an act is a name and a value, so histories shrink.

What an act becomes depends on the file it meets: an answer goes to the question that is open then.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

import people

from state_machines import events as e
from state_machines import needs, questions
from state_machines.decide import REGISTERS
from state_machines.files import Client
from state_machines.plan import Plan
from tests.law.moments import Moment, moved
from tests.law.trajectory import Trajectory

MOST_QUESTIONS = 20
SECOND = timedelta(seconds=1)


@dataclass(frozen=True, kw_only=True)
class Act:
    """One thing that somebody does: when, what (a name in `ACTS`), and how, as a number."""

    at: datetime
    name: str
    value: int = 0


def perform(act: Act, way: Trajectory) -> None:
    """Let time pass until the act, and let it happen; while the bot is down, afterwards."""
    reaches = replace(act, at=way.comes(act.at))
    way.until(reaches.at)
    ACTS[act.name](reaches, way)


def _events(make: Callable[[Act, Client], Iterator[e.Event]]) -> Callable[[Act, Trajectory], None]:
    def happen(act: Act, way: Trajectory) -> None:
        for event in make(act, way.file):
            way.happen(event)

    return happen


def _check_in(act: Act, way: Trajectory) -> None:
    """A whole check-in with this number for a score: 10 is the best of days, 0 the worst."""
    way.happen(e.CheckinOpened(at=act.at))
    for n in range(1, MOST_QUESTIONS):
        at = act.at + n * SECOND
        way.until(at)
        day = way.file.day
        if way.file.journey != "coaching" or day is None or day.state == "done":
            return
        if day.state == "short":
            way.happen(e.Moved(at=at, day=day.date, way="go_on"))
        else:
            way.happen(_answer(day.at or questions.FIRST, act.value, at, way.file))


def _answer(question: str, score: int, at: datetime, file: Client) -> e.Answered:
    assert file.day is not None
    given = e.Answered(at=at, day=file.day.date, question=question, ready=True)
    kind = questions.BY_NAME[question].kind
    if kind == "scale":
        return replace(given, number=Decimal(10 - score if question == "complaint" else score))
    if kind == "hours":
        return replace(given, number=file.day.planned * score / 10)
    if kind == "choice":
        return replace(given, words=("full" if score > 6 else "partly" if score > 3 else "not",))
    return replace(given, words=("a walk",) if score > 3 else ())


def _one_answer(act: Act, file: Client) -> Iterator[e.Event]:
    if file.day is not None:
        yield _answer(file.day.at or questions.FIRST, act.value, act.at, file)


def _complaint(act: Act, file: Client) -> Iterator[e.Event]:
    if file.day is not None:
        number = Decimal(act.value)
        yield e.Answered(at=act.at, day=file.day.date, question="complaint", number=number, ready=True)


def _enough(act: Act, file: Client) -> Iterator[e.Event]:
    if file.day is not None:
        way = ("enough", "skip", "snooze", "back")[act.value % 4]
        yield e.Moved(at=act.at, day=file.day.date, way=way)


def _worked(act: Act, file: Client) -> Iterator[e.Event]:
    yield e.HoursNoted(at=act.at, day=file.date_now(act.at), hours=Decimal(act.value), off=False)


def _zone(act: Act, file: Client) -> Iterator[e.Event]:
    zones = ("Europe/Amsterdam", "Europe/Lisbon", "America/New_York", "Asia/Tokyo")
    yield e.SettingChosen(at=act.at, name="zone", value=zones[act.value % len(zones)])


def _stop(act: Act, file: Client) -> Iterator[e.Event]:
    """Stops, and comes back at once by the whole welcome."""
    yield e.Asked(at=act.at, what="stop_sure")
    for choice in ("return", "agree"):
        yield e.WelcomeChosen(at=act.at, choice=choice, text="h")
    yield e.TimeChosen(at=act.at, time=file.checkin_time)
    yield e.DaysChosen(at=act.at, weekdays=file.checkin_days)


def _answer_plan(act: Act, file: Client) -> Iterator[e.Event]:
    newest = file.versions[-1].digest() if file.versions else "0" * 64
    yield e.DoableAnswered(at=act.at, digest=newest, number=Decimal(act.value))
    yield e.PlanAnswered(at=act.at, digest=newest, agreed=act.value > 6)


def _sample(act: Act, file: Client) -> Iterator[e.Event]:
    """Any sample of any class of a client's event."""
    newest = file.versions[-1].digest() if file.versions else ""
    if newest not in SAMPLES:
        SAMPLES[newest] = list(people.client_events(file))
    yield _pick(SAMPLES[newest], act)


def _coach(act: Act, file: Client) -> Iterator[e.Event]:
    """Any sample of a coach's event that registers nothing and leaves the account bound."""
    unbinding = e.Invited, e.ClaimAnswered
    yield _pick([event for event in people.coach_events() if not isinstance(event, unbinding)], act)


def _pick(samples: Sequence[e.Event], act: Act) -> e.Event:
    return moved(samples[act.value % len(samples)], Moment(name="", at=act.at))


def _met(act: Act, file: Client) -> Iterator[e.Event]:
    yield e.NeedMet(at=act.at, kind=needs.KINDS[act.value % len(needs.KINDS)])


def _register(act: Act, file: Client) -> Iterator[e.Event]:
    """The coach's own: another version, leeway or a stop. The one act that may make a version."""
    changes = [moved(event, Moment(name="", at=act.at)) for event in people.changes()]
    newest = file.versions[-1] if file.versions else people.plan()
    again = [e.PlanAgreed(at=act.at, version=plan, parties=plan.parties, reason="anew") for plan in _anew(newest)]
    found = [*changes, *again][act.value % (len(changes) + len(again))]
    assert type(found) in REGISTERS
    yield found


def _anew(plan: Plan) -> tuple[Plan, ...]:
    """The same plan with another goal: as a draft, and from a fortnight later on."""
    later = plan.start + timedelta(days=14)
    return replace(plan, goal="anew", paper=None, stopped=None), replace(plan, goal="later", effective=later)


ACTS: dict[str, Callable[[Act, Trajectory], None]] = {
    "check-in": _check_in,
    "answer": _events(_one_answer),
    "complaint": _events(_complaint),
    "enough": _events(_enough),
    "worked": _events(_worked),
    "danger": _events(lambda act, file: iter([e.SafetySignalled(at=act.at, tier=act.value % 4)])),
    "doctor": _events(lambda act, file: iter([e.DoctorSaid(at=act.at)])),
    "leeway": _events(lambda act, file: iter([e.LeewayAsked(at=act.at, choice=LEEWAY[act.value % len(LEEWAY)])])),
    "disturbed": _events(lambda act, file: iter([e.Disturbed(at=act.at, kind=DISTURBED[act.value % 5])])),
    "pause": _events(lambda act, file: iter([e.PauseChosen(at=act.at, days=act.value)])),
    "zone": _events(_zone),
    "stop": _events(_stop),
    "answer plan": _events(_answer_plan),
    "sample": _events(_sample),
    "coach": _events(_coach),
    "met": _events(_met),
    "register": _events(_register),
}
#: The samples of a client's events, which name the newest version: made once for each.
SAMPLES: dict[str, list[e.ClientEvent]] = {}
LEEWAY = ("show", "prepare", "together", "no")
DISTURBED = ("ask", "no_work", "supervisor_away", "not_possible", "conflict")
