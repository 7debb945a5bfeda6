"""When a client's next check-in and next step message are due: by the calendar, the plan and the client's settings."""

from datetime import date, datetime, timedelta

from state_machines import days
from state_machines.effects import Span
from state_machines.files import Client, File, but
from state_machines.machine import ClientAct
from state_machines.plan import Plan

NIGHTS_AHEAD = 4


def next_checkin(file: Client, at: datetime, *, after_gap: bool = False) -> tuple[date, datetime] | None:
    """The next date with a check-in and its moment; today's when it wasn't asked yet and its time is still to come.

    `after_gap`: after downtime today's prompt comes at once if its window is still open, and no older one ever
    (design: Time). One that would fall into the 24 hours after a safety signal is left out. None when the client chose
    no days.
    """
    today = file.date_now(at)
    asked = file.day is not None and file.day.date == today and (file.day.asked or file.day.state != "resting")
    if file.asked_on(today) and not asked:
        due = days.moment(today, file.checkin_time, file.zone)
        in_time = at < due or (after_gap and at < days.window_end(today, file.zone, file.quiet))
        if in_time and not file.signalled(max(due, at)):
            return today, max(due, at)
    after = file.next_asked(today)
    while after and file.signalled(days.moment(after, file.checkin_time, file.zone)):
        after = file.next_asked(after)
    return (after, days.moment(after, file.checkin_time, file.zone)) if after else None


def next_step(file: Client, at: datetime) -> tuple[date, datetime] | None:
    """The next first working day of a plan week and its moment in the morning (R16); None when no week is to come."""
    today = file.today(at)
    running, newest = file.plan_on(today), file.plan_on(date.max)
    for plan in dict.fromkeys(found for found in (running, newest) if found is not None):
        for week in range(1, plan.weeks + 1):
            first = _first_worked(file, plan, week)
            if first and (due := days.moment(first, file.morning, file.zone)) > at:
                return first, due
    return None


def _first_worked(file: Client, plan: Plan, week: int) -> date | None:
    """The first working day of a plan week on which this is the plan that counts."""
    return next((day for day in plan.working_days(week) if file.plan_on(day) is plan), None)


def missed_step(file: Client, at: datetime) -> tuple[date, datetime] | None:
    """After downtime: this plan week's step, if its message fell into the gap; it comes once, not in quiet hours."""
    today = file.today(at)
    plan = file.plan_on(today)
    week = plan.week_of(today) if plan else None
    first = _first_worked(file, plan, week) if plan and week else None
    late = first is not None and days.moment(first, file.morning, file.zone) <= at
    return (first, after_quiet(file, at)) if first and late else None


def plan_week_end(file: Client, day: date) -> datetime:
    """Until when the step message of a plan week is of use: the end of that week."""
    plan = file.plan_on(day)
    week = plan.week_of(day) if plan else None
    last = plan.week_start(week) + timedelta(days=7) if plan and week else day + timedelta(days=1)
    return days.moment(last, file.quiet.end, file.zone)


def set_checkin(act: ClientAct, *, after_gap: bool = False) -> None:
    """Set the one wake for the next check-in, and take back an earlier one for another date. None for who left."""
    file = act.file
    if file.journey == "left":
        return
    due = next_checkin(file, act.at, after_gap=after_gap)
    if file.next_checkin is not None and (due is None or file.next_checkin != due[0]):
        act.wake("checkin", file.next_checkin, None)
    act.change(next_checkin=due[0] if due else None)
    if due:
        act.wake("checkin", due[0], due[1], expires=days.window_end(due[0], file.zone, file.quiet))


def set_step(act: ClientAct, *, after_gap: bool = False) -> None:
    """Set the one wake for the next step message, and take back an earlier one for another date.

    One that is held, or whose morning another time zone skipped, was not said yet: it isn't lost. None for who left.
    """
    if act.file.journey == "left":
        return
    unsaid = act.file.next_step is not None and act.file.next_step <= act.today
    due = (missed_step(act.file, act.at) if after_gap or unsaid else None) or next_step(act.file, act.at)
    if act.file.next_step is not None and (due is None or act.file.next_step != due[0]):
        act.wake("step", act.file.next_step, None)
    act.change(next_step=due[0] if due else None)
    if due:
        act.wake("step", due[0], due[1], expires=plan_week_end(act.file, due[0]))


def after_quiet(file: Client, at: datetime) -> datetime:
    """The first moment from `at` on at which something may be begun: outside the quiet hours (R39), and not in the 24
    hours after a safety signal (R22)."""
    return outside_quiet(file, max(at, file.safety_until or at))


def outside_quiet(file: File, at: datetime) -> datetime:
    """The first moment from `at` on that is not in this person's quiet hours."""
    if not days.is_quiet(at, file.zone, file.quiet):
        return at
    here = days.local(at, file.zone)
    day = here.date() if here.time() < file.quiet.end else here.date() + timedelta(days=1)
    return days.moment(day, file.quiet.end, file.zone)


def nights(file: File, at: datetime) -> tuple[Span, ...]:
    """This person's quiet hours from yesterday's to those in three days: further ahead no letter waits."""
    today, quiet = file.today(at), file.quiet
    over = timedelta(days=1 if quiet.start > quiet.end else 0)
    dates = (today + timedelta(days=n) for n in range(-1, NIGHTS_AHEAD))
    return tuple(
        (days.moment(day, quiet.start, file.zone), days.moment(day + over, quiet.end, file.zone)) for day in dates
    )


def take_back_all(act: ClientAct) -> None:
    """Take back every wake of the check-in, the step message and the calendar: the client stopped."""
    if act.file.next_checkin:
        act.wake("checkin", act.file.next_checkin, None)
    if act.file.next_step:
        act.wake("step", act.file.next_step, None)
    if act.file.next_agenda:
        act.wake("agenda", act.file.next_agenda, None)
    if act.file.day:
        act.wake("nudge", act.file.day.date, None)
        act.wake("snooze", act.file.day.date, None)
    if act.file.doctor_until:
        act.wake("hold", act.file.doctor_until.date(), None)
    if act.file.complaints.next_look:
        act.wake("complaints", act.file.complaints.next_look, None)
        act.change(complaints=but(act.file.complaints, next_look=None))
    act.change(next_checkin=None, next_step=None, next_agenda=None, doctor_until=None)
