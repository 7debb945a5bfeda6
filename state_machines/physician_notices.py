"""How an occupational physician is told of a referral (R20, R21): that there is something to read, and no more.

- A notice comes for each referral, or as one list on Monday morning; outside the quiet hours; in Telegram, else by
  mail, else not at all. The client's file hears which way it was, once it is on its way.
- What is not told yet is told by whatever comes first: the notice, the list that the physician asks for, opening the
  link, or being reachable again.
"""

from datetime import date, datetime, timedelta

from state_machines import days, schedule
from state_machines import events as e
from state_machines.case import Case
from state_machines.effects import LetterClass, Prompt, Say
from state_machines.files import Professional, but
from state_machines.physician_cases import (
    NEW,
    READ,
    UNREAD,
    WAITING,
    PhysicianAct,
    cases_in,
    notice_slot,
    take_back,
    take_back_due,
)

NOTICE = "notice"
NOTICES = ("each", "weekly")
WEEK = timedelta(days=7)


def way_to(file: Professional) -> str:
    """How a notice reaches this physician now: telegram | mail | none."""
    if file.chat is not None and file.unreachable is None:
        return "telegram"
    return "mail" if file.mail else "none"


def came(act: PhysicianAct) -> None:
    """A client released a referral: told now, or when this physician wants to hear it."""
    event = act.event
    assert isinstance(event, e.ReferralCame)
    before = act.case(event.client, event.number)
    if before is not None:
        take_back(act, before)
    act.keep(Case(client=event.client, number=event.number, came=act.at, state=NEW))
    tell(act)


def tell(act: PhysicianAct) -> None:
    """What is new is told now, or a wake is set for it. Without a way to the physician the clients' files hear that."""
    fresh = cases_in(act.file, NEW)
    if not fresh:
        act.reason = "" if act.effects else "nothing to tell"
        return
    if way_to(act.file) == "none":
        _report(act, fresh, "none")
        act.reason = "no way to the physician"
        return
    due = _next_notice(act.file, act.at)
    if due <= act.at:
        announce(act)
    else:
        act.wake(NOTICE, days.local_date(due, act.file.zone), due)
        act.reason = "told later"


def tell_waited(act: PhysicianAct) -> None:
    """The moment of a notice came; after downtime perhaps in the quiet hours, then it waits for the morning."""
    later = schedule.outside_quiet(act.file, act.at)
    if later > act.at:
        act.wake(NOTICE, days.local_date(later, act.file.zone), later)
        act.reason = "quiet hours"
    else:
        announce(act)


def announce(act: PhysicianAct) -> None:
    """All that is new, in one message without content."""
    fresh, way = cases_in(act.file, NEW), way_to(act.file)
    if not fresh or way == "none":
        act.reason = "no way to the physician" if fresh else "nothing new to tell"
        return
    if way == "mail":
        _mail(act, "physician.mail")
    elif act.file.notice == "weekly" or len(fresh) > 1:
        act.say("physician.cases", kind=LetterClass.QUESTION, slot="cases", below=True, note="new")
    else:
        _say(act, "physician.notice", fresh[0])
    _told(act, way)


def show(act: PhysicianAct) -> None:
    """The list of what is open, on the physician's own asking; what was to be told later is told by it."""
    act.say("physician.cases", kind=LetterClass.QUESTION, slot="cases", below=True)
    _told(act, "telegram")


def remind(act: PhysicianAct) -> None:
    """Once, when it wasn't opened in time (R21)."""
    event = act.event
    assert isinstance(event, e.ReferralReminded)
    case, way = act.case(event.client, event.number), way_to(act.file)
    if case is None or case.state not in UNREAD:
        act.reason = "opened already, or over"
    elif way == "none":
        act.reason = "no way to the physician"
    elif way == "mail":
        _mail(act, "physician.mail")
    else:
        _say(act, "physician.reminder", case)


def unreached(act: PhysicianAct) -> None:
    """Blocked: what is open isn't with the physician any more, and the clients' files hear it. Or back: told again."""
    event = act.event
    assert isinstance(event, e.Unreached)
    if event.mail:
        _mail_failed(act)
        return
    if event.reachable is (act.file.unreachable is None):
        act.reason = "known already"
        return
    act.change(unreachable=None if event.reachable else act.at)
    if event.reachable:
        take_back_due(act)
    for case in cases_in(act.file, WAITING):
        act.keep(but(case, state=NEW))
    _report(act, cases_in(act.file, READ), "telegram" if event.reachable else "none")
    tell(act)


def _mail_failed(act: PhysicianAct) -> None:
    """No mail got through: what it told of isn't with the physician, and the clients' files hear that.

    It isn't tried again by itself. It is told by the next notice or reminder, or when the physician opens the desk.
    """
    waiting = cases_in(act.file, WAITING)
    if way_to(act.file) == "telegram" or not waiting:
        act.reason = "told by Telegram, or over"
        return
    for case in waiting:
        act.keep(but(case, state=NEW))
    _report(act, waiting, "none")


# --- how ----------------------------------------------------------------------------------------------------------


def _told(act: PhysicianAct, way: str) -> None:
    fresh = cases_in(act.file, NEW)
    for case in fresh:
        act.keep(but(case, state=WAITING))
    _report(act, fresh, way)


def _report(act: PhysicianAct, cases: tuple[Case, ...], way: str) -> None:
    for case in cases:
        act.pass_on(case.client, e.ReferralDelivered(at=act.at, number=case.number, way=way))


def _say(act: PhysicianAct, name: str, case: Case) -> None:
    later = schedule.outside_quiet(act.file, act.at)
    act.say(
        name,
        kind=LetterClass.QUESTION,
        slot=notice_slot(case),
        below=True,
        not_before=later,
        client=case.client,
        number=case.number,
    )


def _mail(act: PhysicianAct, name: str) -> None:
    """By mail: no content, and no link either, since a link alone would open the desk to whoever reads the mail."""
    later = schedule.outside_quiet(act.file, act.at)
    act.effects.append(Say(prompt=Prompt(name=name), kind=LetterClass.QUESTION, mail=True, not_before=later))


def _next_notice(file: Professional, at: datetime) -> datetime:
    """When what comes now is told: at once, or in the morning after the quiet hours; or with the list of next Monday.

    A list that would fall on a public holiday comes on the working day after it.
    """
    if file.notice != "weekly":
        return schedule.outside_quiet(file, at)
    today = file.today(at)
    monday = today - timedelta(days=today.weekday())
    lists = (_list_moment(file, monday + n * WEEK) for n in range(3))
    return next(moment for moment in lists if moment > at)


def _list_moment(file: Professional, monday: date) -> datetime:
    first = monday if days.works_on(monday, days.MONDAY_TO_FRIDAY) else days.working_day_after(monday, 1)
    return days.moment(first, file.summary_time, file.zone)
