"""Where in time the walk stands, the plans that coaches register in it, and all that can happen there."""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

import people

from state_machines import events as e
from state_machines import questions
from state_machines.files import Client
from state_machines.plan import Evaluation, Leeway, Plan, Task
from state_machines.plan_templates import Terms, make

V = TypeVar("V")
HERE = ZoneInfo("Europe/Amsterdam")
DAY = timedelta(days=1)
#: A plan of four weeks from a Monday on. In it lie a spring night of 23 hours and Easter Monday.
START = date(2027, 3, 8)
LATER = date(2027, 3, 22)


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A point of time that matters: its name and when it is."""

    name: str
    at: datetime

    @property
    def day(self) -> date:
        """The local date."""
        return self.at.astimezone(HERE).date()


def _moment(name: str, text: str) -> Moment:
    return Moment(name=name, at=datetime.fromisoformat(text).replace(tzinfo=HERE).astimezone(people.AT.tzinfo))


BEFORE = _moment("before the plan", "2027-03-03T17:00")
FIRST_DAY = _moment("first day, when the step is said", "2027-03-08T09:00")
FIRST_STEP = _moment("first step, after the check-in's time", "2027-03-11T17:00")
AT_NIGHT = _moment("first step, at night", "2027-03-12T23:30")
SPRING_NIGHT = _moment("the hour that the spring night skips", "2027-03-28T03:00")
LAST_DAY = _moment("last day", "2027-04-04T17:00")
DAY_AFTER = _moment("day after", "2027-04-05T09:00")
MONTH_AFTER = _moment("a month after", "2027-05-06T17:00")
MOMENTS = (BEFORE, FIRST_DAY, FIRST_STEP, AT_NIGHT, SPRING_NIGHT, LAST_DAY, DAY_AFTER, MONTH_AFTER)
#: The dates on which the plan that counts is compared: around every moment and every boundary of the plans.
DATES = tuple(
    sorted(
        {moment.day for moment in MOMENTS}
        | {START - DAY, START, START + 7 * DAY, LATER - DAY, LATER, LATER + 27 * DAY, LATER + 28 * DAY, date.max}
    )
)


@cache
def plans() -> tuple[Plan, ...]:
    """A plan with leeway and an evaluation; one agreed anew, from a later date on; one on a signed paper."""
    terms = Terms(
        goal="own work",
        contract_hours=Decimal(32),
        start=START,
        weekdays=(1, 2, 4, 5),
        tasks=(Task(name="post"), Task(name="mail")),
        supervisor="Karin",
        parties=("client", "supervisor", "coach"),
        registered=date(2027, 3, 1),
        leeway=Leeway(weeks=2),
        evaluations=(Evaluation(day=START + 11 * DAY),),
    )
    anew = replace(terms, goal="other work", template="nine-weeks", start=LATER, contract_hours=Decimal(24))
    return make(terms), make(anew), make(replace(terms, paper=date(2027, 3, 1)))


def happenings(file: Client, moment: Moment) -> Iterator[e.Event]:
    """Every class of event that can come to a client's file, with the values that matter, at this moment."""
    newest = file.versions[-1].digest() if file.versions else ""
    if (moment, newest) not in SAMPLES:
        SAMPLES[moment, newest] = tuple(_samples(file, moment))
    yield from SAMPLES[moment, newest]
    yield from _waiting(file, moment)


#: The events that hang on the moment and the newest version alone: made once for each.
SAMPLES: dict[tuple[Moment, str], tuple[e.Event, ...]] = {}


def _samples(file: Client, moment: Moment) -> Iterator[e.Event]:
    for event in (*people.client_events(file), *people.clock_events(), *people.coach_events(), *people.changes()):
        yield moved(event, moment)
    for event in people.physician_events():
        yield moved(event, moment)
    yield from _scores(moment)
    for plan in plans():
        yield e.PlanAgreed(at=moment.at, version=plan, parties=plan.parties, reason="agreed")


def _scores(moment: Moment) -> Iterator[e.Answered]:
    """The scores at which something else is said: low energy, a high complaint."""
    for question in questions.ORDER:
        for score in (3, 7) if question.kind == "scale" else ():
            given = Decimal(score)
            yield e.Answered(at=moment.at, day=moment.day, question=question.name, number=given, ready=True)


def _waiting(file: Client, moment: Moment) -> Iterator[e.Woke]:
    """The wakes that the file itself waits for, whose date has come."""
    held = file.doctor_until.date() if file.doctor_until else None
    waits = {
        "step": file.next_step,
        "checkin": file.next_checkin,
        "agenda": file.next_agenda,
        "pause": file.paused_until,
        "hold": held,
        "referral": file.referral.due if file.referral else None,
        "complaints": file.complaints.next_look,
        "talk": file.talk.since if file.talk else None,
    }
    for kind, day in waits.items():
        if day is not None and day <= moment.day:
            yield e.Woke(at=moment.at, kind=kind, day=day)


def moved(value: V, moment: Moment) -> V:
    """A sample as it would be at this moment: all its dates and times shifted alike. A plan keeps its dates."""
    return cast("V", _shifted(value, moment.at - people.AT, moment.day - people.MONDAY))


def _shifted(value: object, by: timedelta, dates: timedelta) -> object:
    if isinstance(value, datetime):
        return value + by
    if isinstance(value, date):
        return value + dates
    if isinstance(value, tuple):
        return tuple(_shifted(each, by, dates) for each in value)
    if is_dataclass(value) and not isinstance(value, type | Plan):
        found = object.__new__(type(value))
        found.__dict__.update({name: _shifted(each, by, dates) for name, each in value.__dict__.items()})
        return found
    return value
