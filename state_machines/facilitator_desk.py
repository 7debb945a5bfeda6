"""Everything that can come to a process facilitator's desk (R30): whom they facilitate, and a look at what is planned.

A facilitator sees no scores, complaints, diary, worked hours or referrals: nothing of those comes here. What is meant
for a coach or a physician changes nothing; who names a facilitator as deputy hears that they can't stand in.
"""

from collections.abc import Callable
from datetime import date

from state_machines import desk_stray, erasing, policy, schedule
from state_machines import events as e
from state_machines.effects import DeskDecision, LetterClass
from state_machines.files import LANGUAGES, Facilitated, Professional, but
from state_machines.machine import Act

PAGES = ("clients", "help", "language", "unknown", "nothing")
#: Nothing is kept of this client any more.
GONE = frozenset({"refused", erasing.ERASED, erasing.SIGNALLED})


class FacilitatorAct(Act[Professional]):
    """An act at a facilitator's desk."""

    def change(self, **changes: object) -> None:
        """Replace fields of the file."""
        self.file = but(self.file, **changes)

    @property
    def today(self) -> date:
        """The facilitator's local date now."""
        return self.file.today(self.at)

    def page(self, name: str, **values: str) -> None:
        """One of the desk's pages, below what was typed."""
        self.say(f"facilitator.{name}", slot=f"facilitator.{name}", below=True, values=dict(values))


def decide(file: Professional, event: e.DeskEvent) -> DeskDecision:
    """A decision at a facilitator's file."""
    act = FacilitatorAct(file, event)
    DECIDERS.get(type(event), _not_here)(act)
    return DeskDecision(file=act.file, effects=tuple(act.effects), reason=act.reason)


def wake(file: Professional, event: e.ClockEvent) -> DeskDecision:
    """The clock at a facilitator's desk: delivery's word about being reachable; nothing else waits here."""
    if isinstance(event, e.Unreached):
        return DeskDecision(file=but(file, unreachable=None if event.reachable else event.at))
    return DeskDecision(file=file, reason="nothing waits for this")


# --- one short function an event class ----------------------------------------------------------------------------


def _added(act: FacilitatorAct) -> None:
    """A new link for somebody who is here already."""
    event = act.event
    assert isinstance(event, e.ProfessionalAdded)
    act.change(invite=event.invite)
    act.reason = "a new link"


def _opened(act: FacilitatorAct) -> None:
    """In: hello, and whom they facilitate."""
    event = act.event
    assert isinstance(event, e.DeskOpened)
    invite = act.file.invite
    if invite is None or act.at >= invite.expires:
        act.say("desk.expired", chat=event.chat)
        return
    act.change(chat=event.chat, earlier_chats=act.file.chats_before(event.chat), invite=None, unreachable=None)
    act.say("facilitator.hello")


def _asked(act: FacilitatorAct) -> None:
    event = act.event
    assert isinstance(event, e.DeskAsked)
    if event.what == "language":
        act.say("desk.language", slot="desk.language", below=True)
    else:
        act.page(event.what if event.what in PAGES else "unknown")


def _picked(act: FacilitatorAct) -> None:
    event = act.event
    assert isinstance(event, e.DeskPicked)
    if policy.may(policy.FACILITATOR, f"pick.{event.what}", policy.OWN):
        PICKS[event.what](act, event)
    else:
        act.page("stale")


def _pick_planned(act: FacilitatorAct, event: e.DeskPicked) -> None:
    """What is planned for this client, drawn just before it is sent; the look is noted then."""
    if act.file.facilitated(event.client) is None:
        act.page("stale")
    else:
        act.say("facilitator.plan", slot=_plan_slot(event.client), below=True, recipe=True, client=event.client)


def _pick_language(act: FacilitatorAct, event: e.DeskPicked) -> None:
    if event.value in LANGUAGES:
        act.change(language=event.value)
        act.page("help")
    else:
        act.page("stale")


def _facilitates(act: FacilitatorAct) -> None:
    """Somebody more to facilitate, or one not any more; said in the morning if need be."""
    event = act.event
    assert isinstance(event, e.Facilitates)
    others = tuple(each for each in act.file.facilitates if each.client != event.client)
    now = (Facilitated(client=event.client, name=event.name, since=event.since),) if event.since else ()
    act.change(facilitates=(*others, *now))
    if not now:
        _take_away(act, event.client)
    _tell(act, "facilitator.assigned" if now else "facilitator.taken_off", event.client, event.name)


def _told(act: FacilitatorAct) -> None:
    """Nothing is kept of a client any more; other word of clients isn't for a facilitator."""
    event = act.event
    assert isinstance(event, e.ClientTold)
    if event.what not in GONE or act.file.facilitated(event.client) is None:
        act.reason = "not for a facilitator"
        return
    act.change(facilitates=tuple(each for each in act.file.facilitates if each.client != event.client))
    _take_away(act, event.client)
    _tell(act, "facilitator.gone", event.client, event.name)


def _take_away(act: FacilitatorAct, client: str) -> None:
    """The plan that was shown last goes from the chat, as far as Telegram still deletes it."""
    act.say("facilitator.plan_gone", slot=_plan_slot(client))


def _plan_slot(client: str) -> str:
    return f"facilitator.plan:{client}"


def _tell(act: FacilitatorAct, text: str, client: str, name: str) -> None:
    later = schedule.outside_quiet(act.file, act.at)
    values = {"client": client, "name": name}
    slot = f"facilitates:{client}"
    act.say(text, kind=LetterClass.QUESTION, slot=slot, below=True, not_before=later, values=values)


def _stands_in(act: FacilitatorAct) -> None:
    """A coach names them as deputy: the answer is no, and the coach hears it (R30)."""
    event = act.event
    assert isinstance(event, e.StandInAsked)
    no = e.DeputyKnown(at=act.at, id=act.file.id, deputy=None, choosing=event.choosing)
    act.pass_on(event.coach, no)
    act.reason = "can't stand in"


def _not_here(act: FacilitatorAct) -> None:
    """Word for a coach or a physician: a facilitator has no such thing on the desk."""
    act.reason = "not for a facilitator"


PICKS: dict[str, Callable[[FacilitatorAct, e.DeskPicked], None]] = {
    "planned": _pick_planned,
    "language": _pick_language,
}
DECIDERS: dict[type[e.Event], Callable[[FacilitatorAct], None]] = {
    e.ProfessionalAdded: _added,
    e.DeskOpened: _opened,
    e.DeskAsked: _asked,
    e.DeskPicked: _picked,
    e.Facilitates: _facilitates,
    e.ClientTold: _told,
    e.StandInAsked: _stands_in,
    e.DeskUnreadable: desk_stray.unreadable,
    e.DeskSignalled: desk_stray.signalled,
}
