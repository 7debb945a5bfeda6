"""What stands in the calendar beside the steps: evaluations (R1, R40), consults, the date to look again (R37).

One wake a client, for the next date on which something is to be said: what is to be said follows from plan and date
alone. The client reads it in that day's check-in, or in a message of its own on a day without one; the coach gets word.
An evaluation of which nobody recorded what came of it shows up as overdue. The end of the plan is an entry too
(`ending` says what it says); it stays due until it is said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from state_machines import days, ending, schedule
from state_machines.effects import LetterClass, Value
from state_machines.events import ConsultSet, EvaluationHeld, Woke
from state_machines.files import COACHED, Client, Consult, Evaluated
from state_machines.machine import ClientAct
from state_machines.plan import Plan

WEEK_BEFORE, DAY_BEFORE = timedelta(days=7), timedelta(days=1)
#: What the client reads of it; the other kinds are for the coach alone.
FOR_CLIENT = ("evaluation_week", "evaluation_day", "consult_day")
OVERDUE = "evaluation_overdue"
LOOK_AGAIN = "look_again"
#: What the coach hears also while the client has no chat, or is at the welcome again.
FOR_COACH = (OVERDUE, LOOK_AGAIN)
#: Said also when their date is past; what else is past has lost its use.
ALSO_LATE = (OVERDUE, *ending.MOMENTS)
MOST_KEPT = 24
SILENT_DAYS = 5


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Something to say on a local date: its kind, and the date it is about."""

    day: date
    kind: str
    about: date


def entries(file: Client) -> tuple[Entry, ...]:
    """Everything in a client's calendar, in the order of the dates on which it is to be said."""
    return tuple(sorted(_entries(file), key=lambda entry: (entry.day, entry.kind)))


def _entries(file: Client) -> Iterator[Entry]:
    plan = file.plan_on(date.max)
    if plan is not None and plan.stopped is not None:
        yield Entry(day=plan.stopped.look_again, kind=LOOK_AGAIN, about=plan.stopped.look_again)
    elif plan is not None:
        for day in _planned(file, plan):
            yield Entry(day=day - WEEK_BEFORE, kind="evaluation_week", about=day)
            yield Entry(day=day - DAY_BEFORE, kind="evaluation_day", about=day)
            yield Entry(day=overdue_from(file, day), kind=OVERDUE, about=day)
    for day, kind in ending.moments(file):
        yield Entry(day=day, kind=kind, about=day)
    for consult in file.consults:
        day = days.local_date(consult.at, file.zone)
        yield Entry(day=day - DAY_BEFORE, kind="consult_day", about=day)


def _planned(file: Client, newest: Plan) -> tuple[date, ...]:
    """The evaluations without an outcome: the newest plan's, and those of the one before until the newest begins."""
    before = file.plan_on(newest.runs_from - DAY_BEFORE)
    earlier = before.evaluations if before is not None and before is not newest else ()
    found = {e.day for e in newest.evaluations} | {e.day for e in earlier if e.day < newest.runs_from}
    return tuple(sorted(found - {evaluated.planned for evaluated in file.evaluated}))


def overdue_from(file: Client, day: date) -> date:
    """From when an evaluation that nobody recorded is overdue: the coach's second working day after it."""
    ahead = (day + timedelta(days=n) for n in range(1, 31))
    worked = [d for d in ahead if days.works_on(d, file.coach_days or days.MONDAY_TO_FRIDAY)]
    return worked[1]


def overdue(file: Client, today: date) -> date | None:
    """The first evaluation that is overdue on a date; None when none is."""
    return next((e.about for e in entries(file) if e.kind == OVERDUE and e.day <= today), None)


def for_client(file: Client, day: date) -> tuple[Entry, ...]:
    """What the client reads on a date, from plan and calendar alone."""
    return tuple(entry for entry in entries(file) if entry.day == day and entry.kind in FOR_CLIENT)


def set_agenda(act: ClientAct, *, after: date | None = None) -> None:
    """Set the one wake for the next date with something to say, and take back an earlier one for another date."""
    waiting = act.file.next_agenda
    if act.file.journey == "left" or (waiting is not None and waiting <= act.today):
        return  # nobody to tell, or this morning's is still to be said
    first = after + DAY_BEFORE if after else act.today
    if _is_past(act, first):
        first += DAY_BEFORE
    coming = (e for e in entries(act.file) if e.day >= first or e.kind == ending.PLAN_END)
    due = min((max(e.day, first) for e in coming), default=None)
    if act.file.next_agenda is not None and act.file.next_agenda != due:
        act.wake("agenda", act.file.next_agenda, None)
    act.change(next_agenda=due)
    if due is not None:
        act.wake("agenda", due, days.moment(due, act.file.morning, act.file.zone))


def _is_past(act: ClientAct, day: date) -> bool:
    """This morning's moment has gone by."""
    return days.moment(day, act.file.morning, act.file.zone) <= act.at


def say(act: ClientAct) -> None:
    """The date has come: word to the coach, and to the client unless today's check-in will say it."""
    event = act.event
    assert isinstance(event, Woke)
    today = act.today
    due = [e for e in entries(act.file) if _is_due(e, event.day, today)]
    act.change(next_agenda=None)
    if act.file.journey in COACHED:
        for entry in due:
            if entry.kind in ending.MOMENTS:
                ending.say(act)
            else:
                _tell(act, entry)
        _say_to_client(act, [entry for entry in due if entry.kind in FOR_CLIENT])
    elif act.file.journey != "left":
        for entry in due:
            if entry.kind in FOR_COACH:
                _tell(act, entry)
    set_agenda(act, after=today)


def _is_due(entry: Entry, since: date, today: date) -> bool:
    """Whether an entry is to be said today, by a wake that was set for `since`."""
    if entry.kind == ending.PLAN_END:
        return entry.day <= today
    return since <= entry.day <= today and (entry.about >= today or entry.kind in ALSO_LATE)


def other_coach_days(act: ClientAct, before: Client) -> None:
    """The coach works on other days than in the file before, so an evaluation is overdue from another day on.

    One that is overdue by the new days alone is told at once: its day has gone by.
    """
    if before.coach_days == act.file.coach_days or act.file.journey == "left":
        return
    for entry in entries(act.file):
        if entry.kind == OVERDUE and entry.day <= act.today < overdue_from(before, entry.about):
            _tell(act, entry)
    set_agenda(act)


def _tell(act: ClientAct, entry: Entry) -> None:
    if entry.kind == LOOK_AGAIN:
        act.file = act.file.need(LOOK_AGAIN, act.at)
    act.tell_coach(entry.kind, entry.about.isoformat())


def _say_to_client(act: ClientAct, due: list[Entry]) -> None:
    file = act.file
    prompted = file.journey == "coaching" and file.next_checkin == act.today and file.silent < SILENT_DAYS
    reasons = (
        (not due, "nothing for the client"),
        (prompted, "today's check-in says it"),
        (file.silence_asked, "silent: waiting for the client"),
        (days.is_quiet(act.at, file.zone, file.quiet), "quiet hours"),
        (file.chat is None, "no chat is bound"),
        (not act.may_begin(), act.why_not_begin()),
    )
    reason = next((reason for applies, reason in reasons if applies), "")
    if reason:
        act.reason = act.reason or reason
        return
    end = days.window_end(act.today, file.zone, file.quiet)
    act.begin("agenda.reminder", kind=LetterClass.REMINDER, slot=f"agenda:{act.today}", expires=end)


# --- what the coach records ---------------------------------------------------------------------------------------


def held(act: ClientAct) -> None:
    """What came of an evaluation: kept with its date; requests and preparation for it end. The plan stays (R2)."""
    event = act.event
    assert isinstance(event, EvaluationHeld)
    done = Evaluated(planned=_meant(act.file, event.planned), on=act.today, outcome=event.outcome)
    requests = tuple(r for r in act.file.requests if r.kind not in {"evaluation", "topic"})
    act.change(evaluated=(*act.file.evaluated, done)[-MOST_KEPT:], requests=requests, prepared=(), sheet=None)
    act.file = act.file.met("evaluation_asked").met(ending.ENDED)
    set_agenda(act)
    _tell_client(act, "evaluation.held", "evaluation", outcome=event.outcome)


def _meant(file: Client, planned: date | None) -> date | None:
    """The planned evaluation that a coach means: of that date, else the nearest within a week that has no outcome."""
    plan, held_already = file.plan_on(date.max), {evaluated.planned for evaluated in file.evaluated}
    if planned is None or plan is None:
        return planned
    near = [e.day for e in plan.evaluations if abs(e.day - planned) <= WEEK_BEFORE and e.day not in held_already]
    return min(near, key=lambda day: abs(day - planned), default=planned)


def set_consult(act: ClientAct) -> None:
    """A consult is made, moved or taken back: beside the plan, so no version comes of it."""
    event = act.event
    assert isinstance(event, ConsultSet)
    others = tuple(c for c in act.file.consults if c.number != event.number and c.at >= act.at - WEEK_BEFORE)
    made = (Consult(number=event.number, at=event.when),) if event.when else ()
    known = any(c.number == event.number for c in act.file.consults)
    if not made and not known:
        act.reason = "no such consult"
        return
    act.change(consults=tuple(sorted((*others, *made), key=lambda consult: consult.at))[-MOST_KEPT:])
    set_agenda(act)
    name = "consult.set" if made and not known else "consult.moved" if made else "consult.gone"
    _tell_client(act, name, "consult", number=event.number, when=event.when)


def _tell_client(act: ClientAct, name: str, slot: str, **values: Value) -> None:
    """What the coach recorded, told outside the client's quiet hours, to somebody who is coached."""
    if act.file.journey in COACHED:
        act.say(name, slot=slot, below=True, not_before=schedule.outside_quiet(act.file, act.at), values=values)
    else:
        act.reason = f"the journey is {act.file.journey}"
