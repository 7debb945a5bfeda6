"""The clock's part of the day: when the check-in is asked, asked again, or left out with a reason (R39, R17)."""

from state_machines import checkin, days, journey, schedule, taking_over
from state_machines.effects import LetterClass
from state_machines.events import Event, Woke
from state_machines.files import Client
from state_machines.machine import ClientAct

SILENT_DAYS = 5


def say_prompt(file: Client, event: Woke) -> ClientAct:
    """The check-in of a date is due: ask it, or say in the reason why not; then set the next one."""
    act: ClientAct = ClientAct(file, event)
    reason = _why_not(act, event)
    if not reason and taking_over.put_off(act):
        return act
    if reason:
        act.reason = reason
    elif file.silent >= SILENT_DAYS:
        _break_silence(act)
    else:
        act = checkin.walk(file, event, "prompt")
    _close_last(act)
    act.change(next_checkin=None)
    schedule.set_checkin(act, after_gap=event.day < act.today)
    return act


def _close_last(act: ClientAct) -> None:
    """The last check-in that stayed open loses its buttons: an edit, so nobody is disturbed and nothing piles up."""
    last = act.file.window[-1] if act.file.window else None
    coached = act.file.journey in {"coaching", "paused"}
    awake = coached and not days.is_quiet(act.at, act.file.zone, act.file.quiet)
    if awake and last is not None and last.asked and last.state != "done":
        act.say("checkin.over", slot=f"checkin:{last.date.isoformat()}", day=last.date)


def _why_not(act: ClientAct, event: Woke) -> str:
    file = act.file
    reasons = (
        (event.expired or event.day != act.today, "too late: the window is closed"),
        (file.chat is None, "no chat is bound"),
        (file.journey != "coaching", f"the journey is {file.journey}"),
        (days.is_quiet(act.at, file.zone, file.quiet), "quiet hours"),
        (file.day is None or file.day.state != "resting", "the client began already"),
        (not act.may_begin(), act.why_not_begin()),
        (file.silent >= SILENT_DAYS and file.silence_asked, "silent: waiting for the client"),
    )
    return next((reason for applies, reason in reasons if applies), "")


def _break_silence(act: ClientAct) -> None:
    """After five silent days one message with choices; the coach sees it; then no prompts until the client answers."""
    act.change(silence_asked=True)
    end = days.window_end(act.today, act.file.zone, act.file.quiet)
    act.begin("checkin.silence", kind=LetterClass.PROMPT, slot="silence", expires=end)
    act.file = act.file.need("silent", act.at)
    act.tell_coach("silent")


def say_nudge(file: Client, event: Woke) -> ClientAct:
    """Three hours after an unanswered prompt: once more, if the rules of the day allow it."""
    return _again(file, event, "nudge")


def say_snoozed(file: Client, event: Woke) -> ClientAct:
    """An hour after "later today"."""
    return _again(file, event, "wake_again")


def _again(file: Client, event: Woke, trigger: str) -> ClientAct:
    late = event.expired or event.day != file.today(event.at) or days.is_quiet(event.at, file.zone, file.quiet)
    act = ClientAct(file, event)
    if file.day is None or file.day.date != event.day or late or file.journey != "coaching":
        act.reason = "too late: the window is closed" if late else "the journey moved on"
        return act
    if file.signalled(event.at):
        act.reason = act.why_not_begin()
        return act
    return act if taking_over.put_off(act) else checkin.walk(file, event, trigger)


def end_pause(file: Client, event: Event) -> ClientAct:
    """The last day of the pause is over: it ends by itself, without a message."""
    act = journey.walk(file, event, "resume")
    act.reason = act.reason or "the pause is over"
    return act
