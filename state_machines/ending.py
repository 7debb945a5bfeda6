"""How a plan ends (R40, tone 25): on the working day after its end date, from plan, date and kept days alone.

- *kept*: its last four weeks were carried out at full hours in own work. The bot marks it with a look back at the
  whole way, and asks how often to come along from now on.
- *keeping*: the last week was, four in a row aren't there yet. A check-in a week goes on, with the question how the
  week went; each morning after such a week it is counted again. A lag is a lag, as in the plan (R38).
- *open*: the goal isn't there. An evaluation is asked for at once, and a check-in a week goes on until a new plan runs.
  Nobody failed.

A plan that was stopped has no end (R37), nor one that a newer agreed version goes on from. Nothing here changes a plan
(R2). The client's own days stay in the file; the rhythm holds until another plan counts.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from state_machines import days, hold, questions, schedule
from state_machines.effects import LetterClass
from state_machines.events import EndChosen, Woke
from state_machines.files import Client, Request, but
from state_machines.keeping import KEEP_WEEKS, KEEPING, is_kept, kept_weeks, reaches_goal
from state_machines.machine import ClientAct
from state_machines.plan import WEEK, Plan
from state_machines.rhythm import MONTHLY, WEEKLY

KEPT, OPEN = "kept", "open"
WAYS = (KEPT, KEEPING, OPEN)
#: What stands in the calendar: the end of the plan, and each week after it while full hours are being kept.
PLAN_END, KEEP_WEEK = "plan_end", "keep_week"
MOMENTS = (PLAN_END, KEEP_WEEK)
#: Half a year of weeks is looked at; by then people have agreed something else.
MOST_WEEKS = 26
ENDED = "plan_ended"
#: Why an evaluation was asked for that a new plan answers.
OF_THE_OLD_PLAN = ("end", "lag", "hours")
#: So many days after the end a version that waits for a yes holds up what is said of it.
MOST_DAYS_WAITING = 3
RHYTHMS = (WEEKLY, MONTHLY)


def moments(file: Client) -> Iterator[tuple[date, str]]:
    """The dates on which the end of the newest agreed plan is to be said or judged, with what it is."""
    plan = file.plan_on(date.max)
    if plan is None or plan.stopped is not None:
        return
    if not file.ended:
        yield _working_day_after(plan, plan.end), PLAN_END
    elif file.ended == KEEPING:
        for week in range(plan.weeks + 1, plan.weeks + MOST_WEEKS + 1):
            yield _working_day_after(plan, plan.dates_of(week)[-1]), KEEP_WEEK


def _working_day_after(plan: Plan, day: date) -> date:
    ahead = [day + timedelta(days=n) for n in range(1, 31)]
    return next((each for each in ahead if days.works_on(each, plan.weekdays)), ahead[0])


def way(file: Client, plan: Plan, week: int) -> str:
    """How the plan ends, as its weeks up to and including this one went: kept, keeping or open."""
    if not reaches_goal(plan) or not is_kept(file, plan, week):
        return OPEN
    return KEPT if kept_weeks(file, plan, week) == KEEP_WEEKS else KEEPING


def say(act: ClientAct) -> None:
    """The morning has come: judge, and say it; or leave it for a later morning, with the reason why."""
    assert isinstance(act.event, Woke)
    plan = act.file.plan_on(date.max)
    reason = _why_not(act)
    if plan is None or reason:
        act.reason = reason
    elif not act.file.ended:
        END[way(act.file, plan, plan.weeks)](act)
    elif way(act.file, plan, (act.today - plan.start) // WEEK) == KEPT:
        _kept(act)
    else:
        act.reason = "full hours are not kept for four weeks yet"


def _why_not(act: ClientAct) -> str:
    file = act.file
    reasons = (
        (file.ended not in {"", KEEPING}, "the end was said"),
        (_awaits_yes(file, act.today), "a new version waits for the client's yes"),
        (hold.is_held(act), f"held: {hold.held_for(act)}"),
        (file.chat is None, "no chat is bound"),
        (days.is_quiet(act.at, file.zone, file.quiet), "quiet hours"),
        (not act.may_begin(), "two messages were begun today"),
    )
    return next((reason for applies, reason in reasons if applies), "")


def _awaits_yes(file: Client, today: date) -> bool:
    """Whether the client has yet to answer a new version: not one that was declined, or that lies long (R40)."""
    plan = file.plan_on(date.max)
    late = plan is not None and (today - plan.end).days > MOST_DAYS_WAITING
    return file.awaits_yes and not late


def _kept(act: ClientAct) -> None:
    """The goal was kept for four weeks: drawn from what is kept just before it is sent, so nothing is kept twice."""
    _end(act, KEPT)
    act.tell_coach("plan_kept")


def _keeping(act: ClientAct) -> None:
    """At full hours, not yet for four weeks."""
    _end(act, KEEPING)
    act.tell_coach("plan_keeping")


def _open(act: ClientAct) -> None:
    """The end date without the goal: an evaluation at once, unless people held one in the last week."""
    plan = act.file.plan_on(date.max)
    held = plan is not None and any(each.on > plan.end - WEEK for each in act.file.evaluated)
    if not held and act.file.request("evaluation") is None:
        request = Request(kind="evaluation", why="end", on=act.today)
        act.change(requests=(*act.file.requests, request))
    if not held:
        act.file = act.file.need(ENDED, act.at)
    _end(act, OPEN)
    act.tell_coach("plan_over" if held else ENDED)


END: dict[str, Callable[[ClientAct], None]] = {KEPT: _kept, KEEPING: _keeping, OPEN: _open}


def _end(act: ClientAct, how: str) -> None:
    act.change(ended=how, slow=WEEKLY, slow_from=act.file.slow_from if act.file.ended else act.today)
    _refresh_today(act)
    if act.file.journey == "coaching":
        schedule.set_checkin(act)
    until = days.moment(act.today + WEEK, act.file.quiet.end, act.file.zone)
    act.begin(f"end.{how}", kind=LetterClass.REMINDER, slot="end", expires=until, recipe=how == KEPT)


def _refresh_today(act: ClientAct) -> None:
    """A day not begun yet takes over what holds now: whether it is worked, whether it closes a week."""
    day = act.file.day
    if day is not None and day.state == "resting":
        act.change(day=questions.afresh(act.file, day))


def unsaid(file: Client) -> Client:
    """The file when the end was said by a clock that was ahead: the plan runs, and so does its usual rhythm."""
    requests = tuple(request for request in file.requests if request.why != "end")
    return but(file, ended="", slow="", slow_from=None, requests=requests).met(ENDED)


# --- what the client chooses --------------------------------------------------------------------------------------


def choose(act: ClientAct) -> None:
    """How often from now on, or what happens with what is kept; only once the goal was kept."""
    event = act.event
    assert isinstance(event, EndChosen)
    if event.choice in RHYTHMS:
        act.change(slow=event.choice)
        schedule.set_checkin(act)
    act.say(f"end.{event.choice}", slot="end.choice", below=True, day=act.file.today(act.at))


def may_choose(file: Client, choice: str) -> bool:
    """Whether this choice is open: after the goal was kept; who left can still ask about what is kept."""
    open_to = {"keep": ("coaching", "paused", "left"), "erase": ("coaching", "paused", "left")}
    known = choice in {*RHYTHMS, "done", *open_to}
    return known and file.ended == KEPT and file.journey in open_to.get(choice, ("coaching", "paused"))


def withdrawn(file: Client, version: Plan) -> Client:
    """The file once this version is in force: how the old one ended is history, and so is what was asked for it.

    A plan with a longer step is the same plan: a lag that called for an evaluation still does (R38).
    """
    gone = ("end",) if version.leeway.taken else OF_THE_OLD_PLAN
    kept = tuple(request for request in file.requests if request.why not in gone)
    if file.request("evaluation") and not any(request.kind == "evaluation" for request in kept):
        file = file.met("evaluation_asked")
    return but(file, ended="", requests=kept).met(ENDED)
