"""The cases on an occupational physician's desk (R20, R21, R33): shown for a day at most, and taken back.

- A case holds a pseudonym, a number and moments: nothing of what the referral says. It is dropped when nothing can be
  done with it any more.
- The summary stands in the physician's own chat until a tap, for 24 hours at most, or until the referral is over. While
  Telegram can't reach the physician, taking back waits: it would only fail.
"""

from datetime import date, timedelta

from state_machines import days
from state_machines import events as e
from state_machines.case import Case
from state_machines.files import Professional, but
from state_machines.machine import Act

#: How long a summary stands in the chat. (Telegram lets a bot delete its own messages for 48 hours.)
SHOWN = timedelta(hours=24)
#: Not told yet; told, not opened; opened, not answered.
NEW, WAITING, READ = "new", "waiting", "read"
OPEN, UNREAD = (NEW, WAITING, READ), (NEW, WAITING)
ANSWERED, OVER = "answered", "over"
TAKE_BACK = "take_back"


class PhysicianAct(Act[Professional]):
    """An act at a physician's desk."""

    def change(self, **changes: object) -> None:
        """Replace fields of the file."""
        self.file = but(self.file, **changes)

    @property
    def today(self) -> date:
        """The physician's local date now."""
        return self.file.today(self.at)

    def case(self, client: str, number: int) -> Case | None:
        """The case of a referral, if it is on this desk."""
        return case_of(self.file, client, number)

    def keep(self, case: Case) -> None:
        """The case in place of what was known of it; dropped when it is over and nothing of it stands in the chat."""
        others = tuple(each for each in self.file.cases if (each.client, each.number) != (case.client, case.number))
        over = case.state not in OPEN and case.shown_until is None
        self.change(cases=others if over else (*others, case))


def case_of(file: Professional, client: str, number: int) -> Case | None:
    """The case of a referral, if it is on this desk."""
    return next((case for case in file.cases if (case.client, case.number) == (client, number)), None)


def cases_in(file: Professional, *states: str) -> tuple[Case, ...]:
    """The cases of a desk that are in one of these states, the oldest first."""
    return tuple(sorted((case for case in file.cases if case.state in states), key=lambda case: case.came))


def notice_slot(case: Case) -> str:
    """The one message that tells of a referral."""
    return f"notice:{case.client}:{case.number}"


def summary_slot(case: Case) -> str:
    """The one message that a summary is. Each showing is a message of its own: an earlier one can still be deleted."""
    stamp = case.shown_until.isoformat() if case.shown_until else ""
    return f"case:{case.client}:{case.number}:{stamp}"


# --- showing ------------------------------------------------------------------------------------------------------


def show_summary(act: PhysicianAct, case: Case) -> None:
    """The summary into the chat, for a day; one that stood there goes. The client's file hears that it is opened."""
    unread = case.state in UNREAD
    if unread:
        act.pass_on(case.client, e.ReferralSeen(at=act.at, number=case.number))
    shown = but(_without(act, case), state=READ if unread else case.state, shown_until=act.at + SHOWN)
    act.say(
        "case.summary",
        slot=summary_slot(shown),
        recipe=True,
        expires=shown.shown_until,
        client=case.client,
        number=case.number,
    )
    act.keep(shown)
    _set_take_back(act)


# --- taking back --------------------------------------------------------------------------------------------------


def take_back(act: PhysicianAct, case: Case) -> None:
    """The summary goes from the chat."""
    act.keep(_without(act, case))


def take_back_due(act: PhysicianAct) -> None:
    """Every summary whose time is up goes; the wake for the next one is set."""
    if act.file.unreachable is not None:
        act.reason = "can't be reached: taken back when that changes"
        return
    due = [
        case
        for case in act.file.cases
        if case.shown_until is not None and (case.state == OVER or case.shown_until <= act.at)
    ]
    for case in due:
        take_back(act, case)
    act.reason = "" if due else "nothing to take back"
    _set_take_back(act)


def leave_chat(act: PhysicianAct, chat: int) -> None:
    """The physician talks from another account from now on: what stands in the chat before goes."""
    for case in act.file.cases:
        act.keep(_without(act, case, chat))


def gone(act: PhysicianAct) -> None:
    """The referral is over: the summary goes, and what told of it says so."""
    event = act.event
    assert isinstance(event, e.ReferralGone)
    case = act.case(event.client, event.number)
    if case is None:
        act.reason = "not on this desk"
    elif act.file.unreachable is not None and case.shown_until is not None:
        act.keep(but(case, state=OVER))
        act.reason = "can't be reached: taken back when that changes"
    else:
        act.keep(but(_without(act, case), state=OVER))
        _say_gone(act, case, event.why)


def not_ahead(act: PhysicianAct) -> None:
    """After the clock was set back: a summary stands in the chat for a day from now on at most."""
    most = act.at + SHOWN
    for case in act.file.cases:
        if case.shown_until is not None and case.shown_until > most:
            act.keep(but(case, shown_until=most))
    _set_take_back(act)


def _say_gone(act: PhysicianAct, case: Case, why: str) -> None:
    if case.state == NEW:
        act.reason = "was not told yet"
        return
    act.say("physician.gone", slot=notice_slot(case), why=why)
    act.say("physician.cases", slot="cases", only_edit=True)


def _without(act: PhysicianAct, case: Case, chat: int | None = None) -> Case:
    if case.shown_until is None:
        return case
    act.say("physician.taken_back", slot=summary_slot(case), chat=chat)
    return but(case, shown_until=None)


def _set_take_back(act: PhysicianAct) -> None:
    """The one wake for the summary that goes first. One that finds nothing to take back does no harm."""
    due = min((case.shown_until for case in act.file.cases if case.shown_until), default=None)
    if due is not None:
        act.wake(TAKE_BACK, days.local_date(due, act.file.zone), due)
