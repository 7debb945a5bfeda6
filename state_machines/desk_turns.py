"""Everything that can come to a professional's desk: one short function an event class, found by class or name."""

from collections.abc import Callable

from state_machines import deputies, deputy_acts, desk_picks, desk_talk, desk_told, desk_woken, physician_desk, removing
from state_machines import events as e
from state_machines.desk import CHANGES, DESK, LEAVING, STEPS, DeskAct
from state_machines.desk_act import TALKING, WRITING
from state_machines.effects import DeskDecision, LetterClass, Value
from state_machines.files import Professional
from state_machines.policy import FACILITATOR
from state_machines.rule import Rule


def add(event: e.ProfessionalAdded) -> DeskDecision:
    """A new professional, with a one-time link."""
    file = Professional(
        id=event.professional,
        name=event.name,
        language=event.language,
        invite=event.invite,
        role=event.role,
        phone=event.phone,
        mail=event.mail,
        notice=event.notice,
        rule=event.rule or Rule(),
        physician=event.physician,
        regime=event.regime,
    )
    return DeskDecision(file=file)


def decide(file: Professional, event: e.DeskEvent) -> DeskDecision:
    """A decision at a professional's file."""
    if file.role == physician_desk.ROLE:
        return physician_desk.decide(file, event)
    if file.role == FACILITATOR:
        from state_machines import facilitator_desk

        return facilitator_desk.decide(file, event)
    act = DeskAct(file, event, file.desk)
    DECIDERS[type(event)](act)
    act.change(desk=act.state, with_client=act.file.with_client if act.state in {WRITING, TALKING} else None)
    return DeskDecision(file=act.file, effects=tuple(act.effects), reason=act.reason)


def _opened(act: DeskAct) -> None:
    event = act.event
    assert isinstance(event, e.DeskOpened)
    invite = act.file.invite
    if invite is None or act.at >= invite.expires:
        act.say("desk.expired", chat=event.chat)
        return
    act.change(chat=event.chat, earlier_chats=act.file.chats_before(event.chat), invite=None, unreachable=None)
    act.say("desk.hello")
    desk_woken.summary_from_now(act)


def _asked(act: DeskAct) -> None:
    event = act.event
    assert isinstance(event, e.DeskAsked)
    if event.what in {"invite", "cancel"}:
        DESK.walk(act, event.what)
    elif event.what in {"clients"}:
        act.say("desk.clients", slot="desk.clients", below=True, recipe=True)
    elif event.what == "deputy":
        deputies.show(act)
    elif event.what in {"logbook", "plan", "help", "settings", "language", "unknown", "nothing", "edited"}:
        act.say(f"desk.{event.what}", slot=f"desk.{event.what}", below=True)
    else:
        act.say("desk.unknown", slot="desk.unknown", below=True)


def _typed(act: DeskAct) -> None:
    if act.state in {*STEPS, *CHANGES, *LEAVING}:
        DESK.walk(act, "fill")
    else:
        act.say("desk.nothing", slot="desk.nothing", below=True)


def _invite_made(act: DeskAct) -> None:
    event = act.event
    assert isinstance(event, e.InviteMade)
    if not DESK.walk(act, "relink" if act.file.card(event.client) else "name"):
        act.say("desk.nothing", slot="desk.nothing", below=True)


def _defaults_set(act: DeskAct) -> None:
    """What a new client of this coach begins with; what isn't named stays as it was (R19)."""
    event = act.event
    assert isinstance(event, e.DefaultsSet)
    act.change(rule=event.rule or act.file.rule, physician=event.physician or act.file.physician)
    act.change(regime=event.regime or act.file.regime)
    act.reason = "for new clients"


def _relinked(act: DeskAct) -> None:
    """A new one-time link for somebody who is here already."""
    event = act.event
    assert isinstance(event, e.ProfessionalAdded)
    act.change(invite=event.invite)
    act.reason = "a new link"


def _not_here(act: DeskAct) -> None:
    """Word of a referral, or of who facilitates: for a physician or facilitator alone."""
    act.reason = "not for a coach"


def _unreadable(act: DeskAct) -> None:
    event = act.event
    assert isinstance(event, e.DeskUnreadable)
    act.say("stray", slot="stray", below=True, values={"kind_of": event.kind, **_other(act)})


def _signalled(act: DeskAct) -> None:
    """Safety words in a coach's own text; one that was meant for a client doesn't go to them, and that is said."""
    event = act.event
    assert isinstance(event, e.DeskSignalled)
    act.say("safety.line" if event.tier == 3 else "safety.own", kind=LetterClass.SAFETY)
    if event.tier in {1, 2} and act.state in {WRITING, TALKING}:
        act.say("desk.not_sent", kind=LetterClass.QUESTION, values={"why": "safety", **_other(act)})


def _other(act: DeskAct) -> dict[str, Value]:
    """The client whom this desk writes to or talks with."""
    other = act.file.with_client
    return {"client": other.client, "name": other.name, "coach": other.coach} if other else {}


def _wrote(act: DeskAct) -> None:
    if not DESK.walk(act, "send"):
        act.say("desk.nothing", slot="desk.nothing", below=True)


def _talk_told(act: DeskAct) -> None:
    """What became of a text or conversation, in the client's file."""
    event, other = act.event, act.file.with_client
    assert isinstance(event, e.TalkTold)
    if event.state in desk_talk.TOLD:
        desk_talk.told(act)
    elif event.state == "begun":
        DESK.walk(act, "begun")
    elif other is None or other.client != event.client or not DESK.walk(act, "over"):
        act.reason = "known already"


def _deputy_chosen(act: DeskAct) -> None:
    event = act.event
    assert isinstance(event, e.DeputyChosen)
    deputies.choose(act, event.deputy)


def _leave_set(act: DeskAct) -> None:
    event = act.event
    assert isinstance(event, e.LeaveSet)
    deputies.set_leave(act, event.leave)


DECIDERS: dict[type[e.Event], Callable[[DeskAct], None]] = {
    e.DeskOpened: _opened,
    e.DeskAsked: _asked,
    e.DeskTyped: _typed,
    e.InviteMade: _invite_made,
    e.DeskPicked: desk_picks.picked,
    e.ClaimAsked: desk_told.claim_asked,
    e.ClientTold: desk_told.told,
    e.DefaultsSet: _defaults_set,
    e.ProfessionalAdded: _relinked,
    e.ReferralCame: _not_here,
    e.ReferralReminded: _not_here,
    e.ReferralGone: _not_here,
    e.Facilitates: _not_here,
    e.DeskWrote: _wrote,
    e.ClientSaid: desk_talk.heard,
    e.TalkTold: _talk_told,
    e.DeputyChosen: _deputy_chosen,
    e.LeaveSet: _leave_set,
    e.StandInAsked: deputies.asked,
    e.StandInOver: deputies.over,
    e.DeputyKnown: deputies.known,
    e.DeputyPicked: deputy_acts.picked,
    e.DeputyAsks: deputy_acts.asked,
    e.DeputyAnswered: deputy_acts.answered,
    e.CoachRemoved: removing.remove,
    e.ClientsHanded: removing.receive,
    e.DeskUnreadable: _unreadable,
    e.DeskSignalled: _signalled,
}
