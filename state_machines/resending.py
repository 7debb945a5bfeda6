"""After a day without a bot: what people sent may never arrive, because Telegram keeps it for 24 hours. They are asked.
So are they after a backup was put back: what they sent since it was made is gone.

Everybody who may have sent something, once. A client hears it as one of the two messages a day (R39), so outside the
quiet hours and not in the 24 hours after a safety signal; a professional outside the quiet hours (`desk_woken`).

A second absence may end before the word about a first one was said: the second word takes its place.
"""

from datetime import timedelta

from state_machines import days, schedule
from state_machines.effects import LetterClass
from state_machines.events import Woke
from state_machines.machine import ClientAct

KIND, RESTORED = "resend", "restored"
#: Why people are asked: the wake's kind, which is also the name of the text.
WHYS = (KIND, RESTORED)
TALKING = ("welcome", "coaching", "paused")
#: Later than this it has lost its use: by then people have noticed.
ASK_WITHIN = timedelta(days=3)
#: The number of a wake that was put off.
PUT_OFF = 1
#: Longer than a poll lasts: a bot that was away in the morning knows only with its first poll for how long.
POLL_FIRST = timedelta(minutes=1)


def ask(act: ClientAct) -> None:
    """Ask a client now, or in the morning; not who has no chat, blocked the bot or isn't coached."""
    file, event = act.file, act.event
    assert isinstance(event, Woke)
    _forget_earlier(act, event)
    if event.expired:
        act.reason = "too late to be of use"
    elif file.journey not in TALKING or file.chat is None or file.unreachable is not None:
        act.reason = f"can't be reached, or the journey is {file.journey}"
    elif days.is_quiet(act.at, file.zone, file.quiet) or not act.may_begin():
        _put_off(act, event)
    else:
        end = days.window_end(act.today, file.zone, file.quiet)
        later = act.at + POLL_FIRST if _is_late(act, event) else None
        act.begin(event.kind, kind=LetterClass.REMINDER, slot=KIND, below=True, expires=end, not_before=later)


def _is_late(act: ClientAct, event: Woke) -> bool:
    """Whether it was put off and could have been said a minute ago: no bot was there in the morning."""
    before = act.at - POLL_FIRST
    return event.number == PUT_OFF and schedule.after_quiet(act.file, before) == before


def _forget_earlier(act: ClientAct, event: Woke) -> None:
    """What was put off after earlier absences isn't said as well."""
    for n in range(ASK_WITHIN.days + 1):
        day = event.day - timedelta(days=n)
        if (day, PUT_OFF) != (event.day, event.number):
            act.wake(event.kind, day, None, number=PUT_OFF)


def _put_off(act: ClientAct, event: Woke) -> None:
    """To the next morning on which something may be begun; for three days, then it has lost its use."""
    file, why = act.file, act.why_not_begin()
    morning = days.moment(act.today + timedelta(days=1), file.quiet.end, file.zone)
    first = schedule.after_quiet(file, morning if why and not file.signalled(act.at) else act.at)
    end = days.moment(event.day + ASK_WITHIN, file.quiet.end, file.zone)
    act.wake(event.kind, event.day, first, expires=end, number=PUT_OFF)
    act.reason = f"{why or 'quiet hours'}: set for the morning"
