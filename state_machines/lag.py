"""When weeks don't go as agreed (R38, R16): people are asked to look at it together. Curiosity, not failure.

- Two weeks in a row that were behind open one request for an extra evaluation. A week is behind when its step was not
  or only partly carried out, or under 75 % of its hours were worked. A week of which nothing is known isn't.
- It is judged when a check-in closes a week, and in the morning of the next step for a week that nobody closed.
- Once for the same weeks: not while a request is open; after an evaluation only weeks that began after it count.
- The coach hears it at once. The client reads it after the check-in that is done next: an answer, not a message that
  the bot begins (R39); not on a day with a high complaint, which is heard alone (R18).
- More than agreed is answered with "this week's step is enough"; twice within two weeks the coach sees it, once.

The plan, its dates and its messages stay as they are, whatever happens here (R2).
"""

from datetime import date, timedelta

from state_machines import keeping
from state_machines.carried_out import behind, more
from state_machines.effects import LetterClass
from state_machines.files import Client, Request
from state_machines.machine import ClientAct
from state_machines.plan import WEEK, Plan

EVALUATION, ASKED_FOR = "evaluation", "evaluation_asked"
#: Why a request was opened by what was noted, not by a person.
LAGS = ("lag", "hours")
MORE = "more_than_agreed"
TWO_WEEKS = timedelta(days=13)
MORE_TIMES = 2
WEEKS = 2


def lag(file: Client, today: date) -> str:
    """Why the last two weeks call an evaluation (R38): lag, or hours when those alone say so; else empty."""
    plan = file.plan_on(today)
    if plan is None or plan.stopped is not None:
        return ""
    last = _last_week(file, plan, today)
    held = max((evaluated.on for evaluated in file.evaluated), default=date.min)
    first = plan.week_start(last - 1)
    if last < WEEKS or first <= held or first + WEEK <= plan.registered:
        return ""
    ways = [behind(file, plan, week) for week in (last - 1, last)]
    if not all(ways):
        return ""
    return "lag" if "step" in ways else "hours"


def _last_week(file: Client, plan: Plan, today: date) -> int:
    """The last week that is over: also this one, once its closing check-in was answered.

    While full hours are being kept, the weeks after the plan's end count on.
    """
    day, week = file.day, keeping.week_of(file, plan, today)
    if day is not None and day.date == today and day.answered and week is not None and day.closes_week == week:
        return week
    over = (today - plan.start) // WEEK
    return over if file.ended == keeping.KEEPING else min(over, plan.weeks)


def look(act: ClientAct) -> None:
    """Open the request for an extra evaluation when two weeks call for it and none is open."""
    why = lag(act.file, act.today)
    if why and act.file.request(EVALUATION) is None:
        ask_evaluation(act, why)


def ask_evaluation(act: ClientAct, why: str) -> None:
    """A request for an extra evaluation, and word to the coach. Planned dates don't move."""
    request = Request(kind=EVALUATION, why=why, on=act.today)
    act.change(requests=(*act.file.requests, request))
    act.file = act.file.need(ASKED_FOR, act.at)
    act.tell_coach(ASKED_FOR, why)


def close(act: ClientAct) -> str:
    """A check-in is done: look back on the week, and on the hours of the day. What the closing text says of it."""
    look(act)
    day = act.file.day
    if day is None or not more(act.file, day):
        return ""
    count_more(act)
    return "" if unsaid(act.file) else "more"


def count_more(act: ClientAct) -> None:
    """Twice within two weeks the coach sees it (R16); while they have it on their list they aren't told again."""
    known = any(need.kind == MORE for need in act.file.needs)
    times = sum(bool(more(act.file, day)) for day in act.file.days_since(act.today - TWO_WEEKS))
    if times >= MORE_TIMES and not known:
        act.file = act.file.need(MORE, act.at)
        act.tell_coach(MORE)


def say(act: ClientAct) -> None:
    """After a closing text: that two weeks went otherwise and what was asked, if the client didn't read it yet."""
    day = act.file.day
    if day is not None and not day.high and unsaid(act.file):
        act.say("evaluation.lag", kind=LetterClass.QUESTION, slot="evaluation", below=not day.corrected)


def unsaid(file: Client) -> bool:
    """Whether a lag opened the request and no check-in was closed since, after which the client could read of it."""
    request = file.request(EVALUATION)
    if request is None or request.why not in LAGS:
        return False
    return not any(day.date >= request.on and day.state == "done" and not day.high for day in file.window)
