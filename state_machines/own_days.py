"""Every day of a client with what stands for it, from the log and the file: for the copy that they ask for (R34).

The file holds the last five weeks as they are; days before that are read back from the log.
"""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from state_machines.checkin import correct
from state_machines.days import local_date
from state_machines.events import Answered, ComplaintVoiced, Event, HoursNoted, TasksNoted
from state_machines.files import COMPLAINT, Answer, Client, Day, but

Told = Callable[[Day, Event], Day]


def days_of(client: Client, events: Iterable[Event]) -> tuple[Day, ...]:
    """The days on which anything is known, oldest first. `events`: the log's, in order."""
    days: dict[date, Day] = {}
    for event in events:
        day, told = _day(event, client), TOLD.get(type(event))
        if day is not None and told is not None:
            days[day] = told(days.get(day, Day(date=day)), event)
    kept = (*client.window, *((client.day,) if client.day else ()))
    days |= {day.date: day for day in kept}
    return tuple(days[day] for day in sorted(days) if days[day].known or days[day].asked)


def _day(event: Event, client: Client) -> date | None:
    """The local date that an answer belongs to; a button of an earlier day changed nothing."""
    if isinstance(event, Answered):
        stale = not event.edited and event.day < local_date(event.at, client.zone)
        return None if stale else event.day
    if isinstance(event, HoursNoted | TasksNoted | ComplaintVoiced):
        return event.day
    return None


def _answered(day: Day, event: Event) -> Day:
    assert isinstance(event, Answered)
    return but(correct(day, event), asked=True)


def _hours(day: Day, event: Event) -> Day:
    assert isinstance(event, HoursNoted)
    if event.hours is None and not event.off:
        return day
    return day.keep(_answer("hours", event, event.hours, ("off",) if event.off else ()))


def _tasks(day: Day, event: Event) -> Day:
    assert isinstance(event, TasksNoted)
    words = [word for word in (*day.words("tasks"), *event.words, event.add) if word and word != event.drop]
    return day.keep(_answer("tasks", event, None, tuple(dict.fromkeys(words)))) if words else day


def _voiced(day: Day, event: Event) -> Day:
    assert isinstance(event, ComplaintVoiced)
    scored = event.choice == "score" and event.number is not None
    return day.keep(_answer(COMPLAINT, event, event.number, ())) if scored else day


def _answer(question: str, event: Event, number: Decimal | None, words: tuple[str, ...]) -> Answer:
    return Answer(question=question, at=event.at, number=number, words=words)


TOLD: dict[type[Event], Told] = {
    Answered: _answered,
    HoursNoted: _hours,
    TasksNoted: _tasks,
    ComplaintVoiced: _voiced,
}
