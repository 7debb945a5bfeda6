"""The clock was ahead by days and was set right: what hangs on a moment that isn't there yet is set anew.

A wrong clock moves no plan (R2), nor does this: which step a week has follows from plan and date alone. By a clock that
is ahead the wakes of all those days come due at once, and the next are set for days far ahead; until they come, nobody
would hear anything. So:

- the day is today's again: the one in the window, if it was begun by the right clock. Days that are yet to come leave
  the window, and with them what was answered under a wrong date; it stays in the log.
- check-in, step message, calendar and complaints are set for the coming days. The step of this week comes, unless the
  right clock had said it: then it is an edit of the same message. What the wrong clock sent is edited by nothing any
  more (`Upkeep.set_right`), so all that comes is seen.
- the end of a plan that isn't over yet was not said.
- holds, alerts, a person's conversation, a pause and a link last from now on at most as long as they would have lasted;
  a referral's deadlines count from today.

What was said, ended or told too early can't be taken back: a reminder of a referral, a pause or a hold that was over.
The log has it, under the wrong moments.
"""

from datetime import date, datetime, time, timedelta

from state_machines import agenda, complaints, days, ending, hold, questions, referral_dates, schedule, signalled
from state_machines import taking_over as talks
from state_machines.case import Complaints
from state_machines.files import COACHED, Client, but
from state_machines.machine import ClientAct

KIND = "clock_right"
DAY = timedelta(days=1)
#: The longest pause (`journey.MOST_PAUSE_DAYS`) ends on this day, counted from today.
LAST_OF_PAUSE = timedelta(days=13)
LINK = timedelta(hours=72)
#: Of a referral.
MOMENTS = ("opened", "shown", "released", "delivered", "seen", "answered", "passed")


def anew(act: ClientAct) -> None:
    """Set anew what this file has ahead of the right clock; one that has nothing ahead stays as it is."""
    before = act.file
    ahead = _day(act)
    for mend in (_link, _begun, _unsaid_end, _found, _needs, signalled.not_ahead, hold.not_ahead, talks.not_ahead):
        mend(act)
    _deadlines(act)
    if ahead:
        _pause(act, ahead)
    if ahead and act.file.journey in COACHED:
        schedule.set_checkin(act)
        schedule.set_step(act, after_gap=True)
        agenda.set_agenda(act)
        complaints.set_again(act)
        complaints.watch(act)
    act.reason = "nothing was ahead" if act.file is before else "set anew"


def _day(act: ClientAct) -> timedelta:
    """Today's day again; by how much the file's was ahead. A day ahead by one may be a traveller's."""
    file, today = act.file, act.file.today(act.at)
    if file.day is None or file.day.date <= today + DAY:
        return timedelta(0)
    wrong = file.day.date
    for kind in ("nudge", "snooze"):
        act.wake(kind, wrong, None)
    known = next((day for day in file.window if day.date == today), None)
    file = but(file, day=None, window=tuple(day for day in file.window if day.date < today))
    act.file = but(file, day=known or questions.new_day(file, today))
    return wrong - today


def _link(act: ClientAct) -> None:
    invite = act.file.invite
    if invite is not None and invite.expires > act.at + LINK:
        act.change(invite=but(invite, expires=act.at + LINK))


def _begun(act: ClientAct) -> None:
    """What was begun under a later date was begun today, as far as anybody knows (R39); so with other single dates."""
    dates = {name: getattr(act.file, name) for name in ("begun_on", "coaching_since")}
    late = {name: act.today for name, value in dates.items() if value is not None and value > act.today}
    if late:
        act.change(**late)
    if act.file.high_said is not None and act.file.high_said > act.today:
        act.change(high_said=None)


def _unsaid_end(act: ClientAct) -> None:
    plan, said = act.file.plan_on(act.today), act.file.slow_from
    if act.file.ended and said is not None and said > act.today and plan is not None and act.today <= plan.end:
        act.file = ending.unsaid(act.file)


def _found(act: ClientAct) -> None:
    """Complaints that were judged or put in words under a later date: looked at and judged anew from today on."""
    kept, today = act.file.complaints, act.today
    rests, changes = kept.rests_until, dict[str, object]()
    if kept.judged is not None and kept.judged >= today:
        changes["judged"] = today - DAY - DAY
    if kept.since is not None and kept.since > today + DAY:
        rests = _rest(kept, kept.since, act.file, today)
        changes |= {"since": today + DAY, "rests_until": rests}
    for name in ("beginning", "series", "told"):
        values = getattr(kept, name)
        if any(each.day > today for each in values):
            changes[name] = tuple(each for each in values if each.day <= today)
    if kept.next_look is not None and kept.next_look > max(rests or today, today + DAY):
        act.wake("complaints", kept.next_look, None)
        changes["next_look"] = None
    if changes:
        act.change(complaints=but(kept, **changes))


def _rest(kept: Complaints, since: date, file: Client, today: date) -> date | None:
    """The rest after an episode; one that the physician made longer stays."""
    rest = timedelta(days=file.rule.rest_days)
    own = kept.rests_until is not None and kept.rests_until <= since - DAY + rest
    return today + rest if own else kept.rests_until


def _needs(act: ClientAct) -> None:
    """A safety signal's need has alerts of its own that count from it (`signalled.not_ahead`)."""
    late = [need.kind for need in act.file.needs if need.since > act.at and need.kind != signalled.NEED]
    for kind in late:
        act.file = act.file.met(kind).need(kind, act.at)


def _deadlines(act: ClientAct) -> None:
    """A referral's moments aren't ahead; its next deadline counts from them (R21)."""
    found = act.file.referral
    if found is None:
        return
    moments: dict[str, datetime | None] = {name: getattr(found, name) for name in MOMENTS}
    late: dict[str, object] = {name: act.at for name, at in moments.items() if at is not None and at > act.at}
    if found.asked is not None and found.asked > act.today:
        late["asked"] = act.today
    if late:
        act.change(referral=but(found, **late))
        referral_dates.set_due(act)


def _pause(act: ClientAct, ahead: timedelta) -> None:
    """A pause that was chosen by the wrong clock is as long as it was meant to be."""
    until = act.file.paused_until
    if until is None or until <= act.today + LAST_OF_PAUSE:
        return
    act.wake("pause", until, None)
    until = max(until - ahead, act.today)
    act.change(paused_until=until)
    act.wake("pause", until, days.moment(until + DAY, time(0), act.file.zone))
