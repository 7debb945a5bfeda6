"""A referral's deadlines come (R21): one short function each, found by name. What can't be said now waits a day."""

from collections.abc import Callable
from datetime import timedelta

from state_machines import days, referral, referral_dates
from state_machines.effects import LetterClass
from state_machines.events import ReferralReminded, Woke
from state_machines.files import Client, but
from state_machines.machine import ClientAct

NOT_SEEN = "referral_not_seen"


def due(file: Client, event: Woke) -> ClientAct:
    """What is due by now, each once; a lapse takes the place of the reminder before it."""
    found = file.referral
    if found is None or file.journey == "left":
        return _nothing(file, event)
    if found.state == "answered":
        return referral.walk(file, event, "pass_on")
    today = file.date_now(event.at)
    names = [each.name for day, each in referral_dates.coming(found, file.zone) if day <= today]
    if "lapse" in names:
        return referral.walk(file, event, "lapse")
    act = ClientAct(file, event)
    act.change(referral=but(found, due=None))
    done = [name for name in names if DUE[name](act)]
    _done(act, *done)
    put_off = len(done) < len(names)
    referral_dates.set_due(act, not_before=today + timedelta(days=1) if put_off else None)
    act.reason = act.reason or ("" if done else "not now: tried again tomorrow" if put_off else "nothing is due")
    return act


def _nothing(file: Client, event: Woke) -> ClientAct:
    act = ClientAct(file, event)
    act.reason = "no referral is open"
    return act


def _done(act: ClientAct, *names: str) -> None:
    found = act.file.referral
    assert found is not None
    reminded = tuple(dict.fromkeys((*found.reminded, *names)))
    act.change(referral=but(found, reminded=reminded, asked=act.today if names else found.asked))


def _say(name: str) -> Callable[[ClientAct], bool]:
    """A message that the bot begins, if the rules of the day allow one (R39)."""

    def begin(act: ClientAct) -> bool:
        file, found = act.file, act.file.referral
        reached = file.journey == "coaching" and file.chat is not None and not file.silence_asked
        quiet = days.is_quiet(act.at, file.zone, file.quiet)
        if found is None or not reached or quiet or act.why_not_aside():
            return False
        act.begin(name, kind=LetterClass.PROMPT, slot=f"referral:{found.number}", below=True)
        return True

    return begin


def _remind_physician(act: ClientAct) -> bool:
    found = act.file.referral
    assert found is not None
    act.pass_on(found.physician, ReferralReminded(at=act.at, client=act.file.id, number=found.number))
    return True


def _escalate(need: str, what: str) -> Callable[[ClientAct], bool]:
    """The coach and the deputy hear it; it stays on the coach's list until it is dealt with."""

    def tell(act: ClientAct) -> bool:
        act.file = act.file.need(need, act.at)
        act.tell_coach(what, also_deputy=True)
        return True

    return tell


DUE: dict[str, Callable[[ClientAct], bool]] = {
    "remind_client": _say("referral.reminder"),
    "not_delivered": _escalate(referral.UNDELIVERED, referral.UNDELIVERED),
    "remind_physician": _remind_physician,
    "not_seen": _escalate(referral.UNANSWERED, NOT_SEEN),
    "not_answered": _escalate(referral.UNANSWERED, referral.UNANSWERED),
    "ask_alone": _say("referral.alone_again"),
}
