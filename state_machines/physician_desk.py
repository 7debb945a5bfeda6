"""Everything that can come to an occupational physician's desk: one short function an event class, found by class.

A physician has no clients, no plans and no dialogue of a coach: what is meant for those changes nothing here.
"""

from collections.abc import Callable, Iterable

from state_machines import clock_right, desk_stray, physician_cases, physician_notices, physician_picks
from state_machines import events as e
from state_machines.case import PhysicianContact
from state_machines.effects import DeskDecision
from state_machines.files import File, Professional
from state_machines.physician_cases import OPEN, PhysicianAct, cases_in

ROLE = "physician"
PAGES = ("help", "settings", "unknown", "nothing")


def contact_of(physician: Professional) -> PhysicianContact:
    """A physician as a client's file names them."""
    return PhysicianContact(file=physician.id, name=physician.name, phone=physician.phone)


def default_of(files: Iterable[File]) -> PhysicianContact | None:
    """Whom the clients of a new coach get: whom those of another coach get, else the only physician there is."""
    professionals = [file for file in files if isinstance(file, Professional)]
    known = [coach.physician for coach in professionals if coach.physician is not None]
    physicians = [contact_of(file) for file in professionals if file.role == ROLE]
    return known[0] if known else physicians[0] if len(physicians) == 1 else None


def decide(file: Professional, event: e.DeskEvent) -> DeskDecision:
    """A decision at a physician's file."""
    act = PhysicianAct(file, event)
    DECIDERS.get(type(event), _not_here)(act)
    return DeskDecision(file=act.file, effects=tuple(act.effects), reason=act.reason)


def wake(file: Professional, event: e.ClockEvent) -> DeskDecision:
    """The clock at a physician's desk: a notice, or taking back; or delivery's word about being reachable."""
    act = PhysicianAct(file, event)
    kind = event.kind if isinstance(event, e.Woke) else ""
    if isinstance(event, e.Unreached):
        physician_notices.unreached(act)
    elif kind == physician_notices.NOTICE:
        physician_notices.tell_waited(act)
    elif kind == physician_cases.TAKE_BACK:
        physician_cases.take_back_due(act)
    elif kind == clock_right.KIND:
        physician_cases.not_ahead(act)
        physician_notices.tell(act)
    else:
        act.reason = "nothing waits for this"
    return DeskDecision(file=act.file, effects=tuple(act.effects), reason=act.reason)


# --- one short function an event class ----------------------------------------------------------------------------


def _added(act: PhysicianAct) -> None:
    """A new link for somebody who is here already; what else was given with it takes the place of what was known."""
    event = act.event
    assert isinstance(event, e.ProfessionalAdded)
    act.change(invite=event.invite, phone=event.phone or act.file.phone, mail=event.mail or act.file.mail)
    act.reason = "a new link"


def _opened(act: PhysicianAct) -> None:
    """In: hello, and what is open."""
    event = act.event
    assert isinstance(event, e.DeskOpened)
    invite = act.file.invite
    if invite is None or act.at >= invite.expires:
        act.say("desk.expired", chat=event.chat)
        return
    before = act.file.chat
    if before is not None and before != event.chat:
        physician_cases.leave_chat(act, before)
    was_away = act.file.unreachable is not None
    act.change(chat=event.chat, earlier_chats=act.file.chats_before(event.chat), invite=None, unreachable=None)
    if was_away:
        physician_cases.take_back_due(act)
    act.say("physician.hello")
    if cases_in(act.file, *OPEN):
        physician_notices.show(act)


def _asked(act: PhysicianAct) -> None:
    event = act.event
    assert isinstance(event, e.DeskAsked)
    if event.what == "cases":
        physician_notices.show(act)
    elif event.what == "language":
        act.say("desk.language", slot="desk.language", below=True)
    else:
        name = event.what if event.what in PAGES else "unknown"
        act.say(f"physician.{name}", slot=f"physician.{name}", below=True)


def _typed(act: PhysicianAct) -> None:
    act.say("physician.nothing", slot="physician.nothing", below=True)


def _not_here(act: PhysicianAct) -> None:
    """Word for a coach: a physician has no such thing on the desk."""
    act.reason = "not for a physician"


DECIDERS: dict[type[e.Event], Callable[[PhysicianAct], None]] = {
    e.ProfessionalAdded: _added,
    e.DeskOpened: _opened,
    e.DeskAsked: _asked,
    e.DeskTyped: _typed,
    e.DeskPicked: physician_picks.picked,
    e.ReferralCame: physician_notices.came,
    e.ReferralReminded: physician_notices.remind,
    e.ReferralGone: physician_cases.gone,
    e.DeskUnreadable: desk_stray.unreadable,
    e.DeskSignalled: desk_stray.signalled,
}
