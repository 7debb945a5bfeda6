"""The settings of a coach's desk, a button each, and the morning summary that follows from them."""

from datetime import date, time, timedelta

from state_machines import days, deputies
from state_machines import events as e
from state_machines.desk import DeskAct
from state_machines.files import LANGUAGES

#: The local times a coach can choose for the morning summary.
SUMMARY_TIMES = (time(7, 30), time(8, 30), time(12, 0), time(16, 30))
#: The minutes a coach can choose for a conversation without a message.
TALK_MINUTES = (30, 60, 120)


def pick_language(act: DeskAct, event: e.DeskPicked) -> None:
    """The language of this desk."""
    if event.value not in LANGUAGES:
        pick_nothing(act, event)
        return
    act.change(language=event.value)
    act.say("desk.settings", slot="desk.settings", note="saved")


def pick_summary_time(act: DeskAct, event: e.DeskPicked) -> None:
    """When the morning summary comes; it is set anew."""
    chosen = next((clock for clock in SUMMARY_TIMES if clock.strftime("%H:%M") == event.value), None)
    if chosen is None:
        pick_nothing(act, event)
        return
    act.change(summary_time=chosen)
    set_summary(act, after=act.today)
    act.say("desk.settings", slot="desk.settings", note="saved")


def pick_weekday(act: DeskAct, event: e.DeskPicked) -> None:
    """Turn one working day on or off; the clients' texts say on which days the coach reads."""
    if event.value not in set("1234567"):
        pick_nothing(act, event)
        return
    toggled = set(act.file.weekdays) ^ {int(event.value)}
    if toggled:
        act.change(weekdays=tuple(sorted(toggled)))
        deputies.tell_clients(act)
        deputies.share(act)
    act.say("desk.settings", slot="desk.settings", note="saved" if toggled else "one_day")


def pick_talk_minutes(act: DeskAct, event: e.DeskPicked) -> None:
    """After how long without a message a conversation goes back by itself."""
    chosen = next((minutes for minutes in TALK_MINUTES if str(minutes) == event.value), None)
    if chosen is None:
        pick_nothing(act, event)
        return
    act.change(talk_minutes=chosen)
    act.say("desk.settings", slot="desk.settings", note="saved")


def set_summary(act: DeskAct, after: date) -> None:
    """Set the next summary: the first working day after a date that is no holiday."""
    weekdays = act.file.weekdays
    ahead = (after + timedelta(days=n) for n in range(1, 15))
    day = next((d for d in ahead if days.works_on(d, weekdays)), None)
    if day is not None:
        due = days.moment(day, act.file.summary_time, act.file.zone)
        act.wake("summary", day, due, expires=days.window_end(day, act.file.zone, act.file.quiet))


def pick_nothing(act: DeskAct, _: e.DeskPicked) -> None:
    """A button of something that is over."""
    act.say("stale.desk", slot="stale", below=True)
