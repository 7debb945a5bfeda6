"""Step messages that are held; the plan isn't (R2, R22, R37). Two named exceptions and no third:

- after a safety signal, for 24 hours: the script stops, people come first (R22);
- after `/arts`, until the coach answers, at most 3 working days; then somebody else is asked (R37).

The two don't end each other. What is held is the message. The plan, its hash and its dates stay as they are.
"""

from datetime import datetime, time, timedelta

from state_machines import days, schedule
from state_machines.effects import LetterClass
from state_machines.events import Woke
from state_machines.files import COACHED, Client
from state_machines.machine import ClientAct

SAFETY_HOURS = 24
DOCTOR_WORKING_DAYS = 3
DOCTOR = "doctor"
SAFETY = "safety"


def is_held(act: ClientAct) -> bool:
    """Whether a step message would have to wait now."""
    return act.file.held_until is not None and act.at < act.file.held_until


def put_off(act: ClientAct) -> None:
    """The step message that is due waits until the hold is over."""
    event, until = act.event, act.file.held_until
    assert isinstance(event, Woke)
    assert until is not None
    later = schedule.after_quiet(act.file, until)
    act.wake("step", event.day, later, expires=schedule.plan_week_end(act.file, event.day))
    act.reason = f"held: {held_for(act)}"


def held_for(act: ClientAct) -> str:
    """What a step message waits for now: the doctor's word to be dealt with, or the day after a signal to be over."""
    until = act.file.doctor_until
    return DOCTOR if until is not None and act.at < until else SAFETY


def after_signal(act: ClientAct) -> None:
    """A safety signal holds step messages for 24 hours (R22)."""
    act.change(safety_until=act.at + timedelta(hours=SAFETY_HOURS))


def doctor_said(act: ClientAct) -> None:
    """The client's doctor says something else: follow your doctor; the coach is told, step messages wait (R37).

    Said again, it doesn't put the end of the three working days off.
    """
    until = act.file.doctor_until or deadline(act.file, act.at)
    last = days.local_date(until, act.file.zone)
    if act.file.doctor_until is None:
        act.change(doctor_until=until)
        _wake(act, until)
    act.file = act.file.need(DOCTOR, act.at)
    act.tell_coach(DOCTOR, last.isoformat())
    act.say("doctor.heard", kind=LetterClass.QUESTION, slot="doctor", below=True, until=last)


def deadline(file: Client, at: datetime) -> datetime:
    """The end of the third working day after this one, whatever days the coach works, in the client's zone."""
    last = days.working_day_after(file.date_now(at), DOCTOR_WORKING_DAYS)
    return days.moment(last, time(17), file.zone)


def _wake(act: ClientAct, until: datetime) -> None:
    """By its date in UTC: it is the same one, and can be taken back, wherever the client goes."""
    act.wake("hold", until.date(), until)


def _take_back(act: ClientAct) -> None:
    if act.file.doctor_until is not None:
        act.wake("hold", act.file.doctor_until.date(), None)


def not_ahead(act: ClientAct) -> None:
    """After the clock was set back: a hold for the doctor's word is no longer than one that begins now (R37)."""
    until, longest = act.file.doctor_until, deadline(act.file, act.at)
    if until is not None and until > longest:
        _take_back(act)
        act.change(doctor_until=longest)
        _wake(act, longest)


def run_out(act: ClientAct) -> None:
    """The coach didn't answer in time: the deputy is asked, and the coach again; the messages go on (R37)."""
    until = act.file.doctor_until
    if until is None or act.at < until:
        act.reason = "the coach answered already" if until is None else "a later word of the doctor is held"
        return
    act.tell_coach("doctor_overdue", also_deputy=True)
    _release(act)
    _say(act, "doctor.asked_again")


def answered(act: ClientAct, by: str = "") -> None:
    """The coach, or the deputy of this name, dealt with it: what was held comes now.

    Outside the quiet hours, unless a signal still holds it.
    """
    if act.file.doctor_until is None:
        return
    _take_back(act)
    _release(act)
    _say(act, "doctor.answered", by=by)


def settled(act: ClientAct) -> None:
    """The coach registered a stop: that is the answer to what the doctor said (R37)."""
    if act.file.doctor_until is not None:
        _take_back(act)
        act.change(doctor_until=None)
    act.file = act.file.met(DOCTOR)


def _say(act: ClientAct, name: str, by: str = "") -> None:
    """Told outside the quiet hours, to somebody who is still coached."""
    if act.file.journey in COACHED:
        act.say(name, slot="doctor", below=True, not_before=schedule.outside_quiet(act.file, act.at), by=by)


def _release(act: ClientAct) -> None:
    act.change(doctor_until=None)
    step = act.file.next_step
    if step is not None and days.moment(step, act.file.morning, act.file.zone) <= act.at:
        later = schedule.after_quiet(act.file, max(act.at, act.file.safety_until or act.at))
        act.wake("step", step, later, expires=schedule.plan_week_end(act.file, step))
