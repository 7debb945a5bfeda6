"""Hours and tasks worked, noted by the client for today or an earlier day (R15, R17): facts, apart from how it felt.

- Two taps: the day, then the hours. Tasks are one more tap, for who wants to.
- For today and the fourteen days before, whether or not hours were planned; noting again corrects, the log keeps all.
- A shift that passes midnight belongs to the date on which it began.
- Noting hours answers no check-in and changes no plan: today's check-in stays open, and doesn't ask for them again.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal

from state_machines import carried_out, days, keeping, lag, on_plan
from state_machines.effects import LetterClass
from state_machines.events import HoursNoted, NotUnderstood, TasksNoted
from state_machines.files import LIST_MOST, Answer, Client, Day, Typed, but
from state_machines.machine import ClientAct

DAYS_BACK = 14
#: The days with no hours that are offered at once; the others are behind one more tap.
MOST_OFFERED = 6
HOURS_A_DAY = 24
SLOT, WORKED = "hours", "worked"
#: What is typed belongs to the hours or tasks of a date while `asking` begins with one of these.
TYPING, TYPING_TASKS = "hours:", "tasks:"


# --- which days ---------------------------------------------------------------------------------------------------


def shift_day(file: Client, at: datetime) -> date:
    """The date to which work now or just now belongs: yesterday while a shift that passes midnight is still fresh."""
    here = days.local(at, file.zone)
    yesterday = here.date() - timedelta(days=1)
    plan = file.plan_on(yesterday)
    if plan is None or plan.begins is None or here.time() >= plan.begins:
        return file.date_now(at)
    begins = Decimal(plan.begins.hour * 60 + plan.begins.minute) / 60
    passes = begins + keeping.hours_on(file, yesterday) > HOURS_A_DAY
    return yesterday if passes else file.date_now(at)


def within_reach(file: Client, at: datetime) -> tuple[date, ...]:
    """The dates whose hours can be noted now, newest first: today and the fourteen before, since the start."""
    newest = file.date_now(at)
    first = file.coaching_since or newest
    return tuple(day for n in range(DAYS_BACK + 1) if (day := newest - timedelta(days=n)) >= first)


def missing(file: Client, at: datetime) -> tuple[date, ...]:
    """The working days without hours that are offered, newest first; the day of work always, if nothing was noted."""
    now = shift_day(file, at)
    reach = (day for day in within_reach(file, at) if day <= now)
    bare = (day for day in reach if day == now or keeping.hours_on(file, day) > 0)
    return tuple(day for day in bare if not is_noted(kept(file, day)))[:MOST_OFFERED]


def is_noted(day: Day) -> bool:
    """Whether hours, or a day off, were noted; a question that was skipped wasn't answered."""
    return day.number("hours") is not None or day.words("hours") == on_plan.OFF


def kept(file: Client, day: date) -> Day:
    """What is kept of a date; a fresh day when nothing is."""
    found = next((each for each in file.days_since(day) if each.date == day), None)
    planned = keeping.hours_on(file, day)
    return found or Day(date=day, working=planned > 0, planned=planned)


def tasks_of(file: Client, day: date) -> tuple[str, ...]:
    """The tasks that were agreed for a date."""
    plan = file.plan_on(day)
    step = keeping.step_on(plan, day) if plan else None
    return step.tasks if step else ()


# --- noting -------------------------------------------------------------------------------------------------------


def note(act: ClientAct) -> None:
    """Ask which day, ask how many hours, or keep them."""
    event = act.event
    assert isinstance(event, HoursNoted)
    day = event.day
    if day is None:
        _ask_day(act)
    elif day not in within_reach(act.file, act.at):
        _show_days(act, within_reach(act.file, act.at), every=True, below=True, note="out_of_reach")
    elif event.hours is None and not event.off:
        _ask_hours(act, day)
    elif event.hours is not None and not 0 <= event.hours <= HOURS_A_DAY:
        _ask_hours(act, day, below=True, note="out_of_range")
    else:
        _keep_hours(act, event, day)


def _ask_day(act: ClientAct) -> None:
    """Which day; when only one is left, its hours at once."""
    event, open_ = act.event, missing(act.file, act.at)
    assert isinstance(event, HoursNoted)
    if len(open_) == 1 and not event.every:
        _ask_hours(act, open_[0], below=True)
        return
    every = event.every or not open_
    _show_days(act, within_reach(act.file, act.at) if every else open_, every=every, below=not event.every)


def _show_days(act: ClientAct, dates: tuple[date, ...], *, every: bool, below: bool, note: str = "") -> None:
    act.change(asking="")
    shown = tuple(day.isoformat() for day in dates)
    act.say("hours.which", kind=LetterClass.QUESTION, slot=SLOT, below=below, days=shown, every=every, note=note)


def _ask_hours(act: ClientAct, day: date, *, below: bool = False, note: str = "") -> None:
    act.change(asking=f"{TYPING}{day.isoformat()}")
    act.say("hours.ask", kind=LetterClass.QUESTION, slot=SLOT, below=below, day=day, note=note)


def not_understood(act: ClientAct) -> None:
    """What was typed is no number of hours, or too much for tasks: what can, and the question once more."""
    event, day = act.event, asked_day(act.file) or act.today
    assert isinstance(event, NotUnderstood)
    if event.question == "tasks":
        act.say("hours.tasks", kind=LetterClass.QUESTION, slot=SLOT, below=True, day=day, note=event.reason)
    else:
        _ask_hours(act, day, below=True, note=event.reason)


def _keep_hours(act: ClientAct, event: HoursNoted, day: date) -> None:
    answer = Answer(question="hours", at=act.at, number=event.hours, words=on_plan.OFF if event.off else ())
    before = kept(act.file, day)
    now = but(before.keep(answer), noted=True)
    if event.off or not event.hours:
        now = but(now, answers=tuple(each for each in now.answers if each.question != "tasks"))
    act.change(asking="", **_with(act.file, now))
    if event.message_id is not None:
        act.file = act.file.remember(Typed(message_id=event.message_id, date=day, subject=WORKED))
    more = carried_out.more(act.file, now) if now != before else ""
    if more:
        lag.count_more(act)
    act.say("hours.noted", kind=LetterClass.QUESTION, slot=SLOT, below=event.message_id is not None, day=day, note=more)


def note_tasks(act: ClientAct) -> None:
    """The tasks of a date with hours: as planned in one tap, or chosen one by one."""
    event = act.event
    assert isinstance(event, TasksNoted)
    before = kept(act.file, event.day)
    if event.day not in within_reach(act.file, act.at) or not before.number("hours"):
        act.change(asking="")
        act.say("stale.menu", slot="stale", below=True)
        return
    if event.choice == "planned" or event.add or event.drop or event.words:
        items = tasks_of(act.file, event.day) if event.choice == "planned" else _chosen(before, event)
        answer = Answer(question="tasks", at=act.at, words=items)
        act.change(**_with(act.file, but(before.keep(answer), noted=True)))
    done = event.choice in {"planned", "ready"}
    act.change(asking="" if done or act.file.buttons_only else f"{TYPING_TASKS}{event.day.isoformat()}")
    name = "hours.noted" if done else "hours.tasks"
    act.say(name, kind=LetterClass.QUESTION, slot=SLOT, below=bool(event.words), day=event.day)


def _chosen(day: Day, event: TasksNoted) -> tuple[str, ...]:
    items = (item for item in (*day.words("tasks"), *event.words, event.add) if item and item != event.drop)
    return tuple(dict.fromkeys(items))[:LIST_MOST]


def _with(file: Client, day: Day) -> dict[str, object]:
    """What changes in the file when this is what is kept of a date: today's, or one of the window in its order."""
    if file.day is not None and file.day.date == day.date:
        return {"day": day}
    others = (each for each in file.window if each.date != day.date)
    return {"window": tuple(sorted((*others, day), key=lambda each: each.date))}


# --- what is typed ------------------------------------------------------------------------------------------------


def asked_day(file: Client) -> date | None:
    """The date whose hours or tasks are being asked, so that what is typed belongs to it."""
    kind, _, text = file.asking.partition(":")
    return date.fromisoformat(text) if f"{kind}:" in {TYPING, TYPING_TASKS} else None


def left_off(file: Client) -> Client:
    """The file when a question of the check-in is asked: what is typed next belongs to that."""
    return but(file, asking="") if file.asking.startswith((TYPING, TYPING_TASKS)) else file
