"""What the clock wakes a coach's desk for: the morning summary, after a day without a bot, a clock that was ahead."""

from datetime import timedelta

from state_machines import clock_right, days, deputies, physician_desk, resending, schedule
from state_machines import events as e
from state_machines.desk import DeskAct
from state_machines.desk_settings import set_summary
from state_machines.effects import DeskDecision, LetterClass
from state_machines.files import Professional, but
from state_machines.policy import FACILITATOR


def wake(file: Professional, event: e.ClockEvent) -> DeskDecision:
    """The clock at a desk: the morning summary on working days; or delivery's word about being reachable."""
    resends = isinstance(event, e.Woke) and event.kind in resending.WHYS
    if file.role == FACILITATOR and not resends:
        from state_machines import facilitator_desk

        return facilitator_desk.wake(file, event)
    if file.role == physician_desk.ROLE and not resends:
        return physician_desk.wake(file, event)
    act = DeskAct(file, event, file.desk)
    if resends:
        _resend(act)
    elif isinstance(event, e.Woke) and event.kind == clock_right.KIND:
        _clock_set_right(act)
    elif isinstance(event, e.Unreached):
        act.change(unreachable=None if event.reachable else event.at)
    elif isinstance(event, e.Woke):
        _summary(act, event)
    return DeskDecision(file=act.file, effects=tuple(act.effects), reason=act.reason)


def _clock_set_right(act: DeskAct) -> None:
    """The clock was ahead by days and was set right: the summary is set anew; a link lasts 72 hours at most."""
    file, invite = act.file, act.file.invite
    if invite is not None and invite.expires > act.at + clock_right.LINK:
        act.change(invite=but(invite, expires=act.at + clock_right.LINK))
    if file.gone or file.chat is None:
        act.reason = "no summaries"
        return
    summary_from_now(act)
    act.reason = "set anew"


def _resend(act: DeskAct) -> None:
    """After a day without a bot, or a restore, a coach or physician is asked too, whatever they were doing."""
    file, event = act.file, act.event
    assert isinstance(event, e.Woke)
    if file.gone or file.chat is None or file.unreachable is not None:
        act.reason = "can't be reached"
        return
    later = schedule.outside_quiet(file, act.at)
    text = "desk.restored" if event.kind == resending.RESTORED else "desk.resend"
    act.say(text, kind=LetterClass.REMINDER, slot=resending.KIND, below=True, not_before=later)


def _summary(act: DeskAct, event: e.Woke) -> None:
    """One summary on each working day at the coach's time; drawn just before sending, left out when nobody needs it."""
    if act.file.gone:
        act.reason = "this coach has left"
        return
    if event.expired or event.day != act.today:
        act.reason = "too late: the day is over"
    elif deputies.is_away(act.file, act.today):
        act.reason = "on leave"
    elif act.file.chat is None:
        act.reason = "no chat is bound"
    else:
        end = days.window_end(event.day, act.file.zone, act.file.quiet)
        act.say("desk.summary", kind=LetterClass.REMINDER, recipe=True, expires=end, slot=f"summary:{event.day}")
    set_summary(act, after=max(event.day, act.today))


def summary_from_now(act: DeskAct) -> None:
    """The summary of today if its time is still to come, else the next."""
    before = days.local(act.at, act.file.zone).time() < act.file.summary_time
    set_summary(act, after=act.today - timedelta(days=1) if before else act.today)
