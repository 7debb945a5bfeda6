"""Everything that can come to a professional's desk: one short function an event class, found by class or name."""

from collections.abc import Callable
from datetime import timedelta

from state_machines import (
    clock_right,
    days,
    deputies,
    deputy_acts,
    desk_picks,
    desk_talk,
    erasing,
    physician_desk,
    removing,
    resending,
    schedule,
)
from state_machines import events as e
from state_machines.desk import CHANGES, DESK, LEAVING, STEPS, DeskAct
from state_machines.desk_act import TALKING, WRITING
from state_machines.desk_picks import set_summary
from state_machines.effects import DeskDecision, LetterClass, Value
from state_machines.files import Professional, but
from state_machines.rule import Rule

#: What the coach hears at any hour; other word from a client's file waits for the morning.
URGENT = frozenset(
    {
        *("safety", "safety_again", "safety_unanswered", "safety_alone", "safety_call", "safety_misread"),
        *("call", "complaint_urgent", "answer_stop", erasing.SIGNALLED),
    }
)
#: The answer to what the coach just did or was alerted about: it comes at once, at any hour, to the coach alone.
ANSWERS = frozenset({"safety_taken", "leeway_refused", "stop_refused"})
#: Nothing is kept of this client any more: on leave or not, the coach hears it.
GONE = frozenset({"refused", erasing.ERASED, erasing.SIGNALLED})


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
    act = DeskAct(file, event, file.desk)
    DECIDERS[type(event)](act)
    act.change(desk=act.state, with_client=act.file.with_client if act.state in {WRITING, TALKING} else None)
    return DeskDecision(file=act.file, effects=tuple(act.effects), reason=act.reason)


def wake(file: Professional, event: e.ClockEvent) -> DeskDecision:
    """The clock at a desk: the morning summary on working days; or delivery's word about being reachable."""
    resends = isinstance(event, e.Woke) and event.kind in resending.WHYS
    if file.role == physician_desk.ROLE and not resends:
        return physician_desk.wake(file, event)
    act = DeskAct(file, event, file.desk)
    if resends:
        _resend(act)
    elif isinstance(event, e.Woke) and event.kind == clock_right.KIND:
        _clock_right(act)
    elif isinstance(event, e.Unreached):
        act.change(unreachable=None if event.reachable else event.at)
    elif isinstance(event, e.Woke):
        _summary(act, event)
    return DeskDecision(file=act.file, effects=tuple(act.effects), reason=act.reason)


def _clock_right(act: DeskAct) -> None:
    """The clock was ahead by days and was set right: the summary is set anew; a link lasts 72 hours at most."""
    file, invite = act.file, act.file.invite
    if invite is not None and invite.expires > act.at + clock_right.LINK:
        act.change(invite=but(invite, expires=act.at + clock_right.LINK))
    if file.gone or file.chat is None:
        act.reason = "no summaries"
        return
    before = days.local(act.at, file.zone).time() < file.summary_time
    set_summary(act, after=act.today - timedelta(days=1) if before else act.today)
    act.reason = "set anew"


def _resend(act: DeskAct) -> None:
    """After a day without a bot, or a restore, a coach or physician is asked too, whatever they were doing."""
    file, event = act.file, act.event
    assert isinstance(event, e.Woke)
    if file.gone or file.chat is None or file.unreachable is not None:
        act.reason = "can't be reached"
        return
    later = schedule.outside_quiet(file, act.at)
    text = "desk.restored" if event.kind == resending.RESTORED else "desk.resend"
    act.say(text, kind=LetterClass.REMINDER, slot=resending.KIND, below=True, not_before=later)


def _summary(act: DeskAct, event: e.Woke) -> None:
    """One summary on each working day at the coach's time; drawn just before sending, left out when nobody needs it."""
    if act.file.gone:
        act.reason = "this coach has left"
        return
    if event.expired or event.day != act.today:
        act.reason = "too late: the day is over"
    elif deputies.is_away(act.file, act.today):
        act.reason = "on leave"
    elif act.file.chat is None:
        act.reason = "no chat is bound"
    else:
        end = days.window_end(event.day, act.file.zone, act.file.quiet)
        act.say("desk.summary", kind=LetterClass.REMINDER, recipe=True, expires=end, slot=f"summary:{event.day}")
    set_summary(act, after=max(event.day, act.today))


# --- one short function an event class ----------------------------------------------------------------------------


def _opened(act: DeskAct) -> None:
    event = act.event
    assert isinstance(event, e.DeskOpened)
    invite = act.file.invite
    if invite is None or act.at >= invite.expires:
        act.say("desk.expired", chat=event.chat)
        return
    act.change(chat=event.chat, invite=None, unreachable=None)
    act.say("desk.hello")
    before = days.local(act.at, act.file.zone).time() < act.file.summary_time
    set_summary(act, after=act.today - timedelta(days=1) if before else act.today)


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


def _claim_asked(act: DeskAct) -> None:
    event = act.event
    assert isinstance(event, e.ClaimAsked)
    card = act.file.card(event.client)
    if event.coach:
        _tell_claim(act, event)
        return
    if card is None:
        act.reason = "not a client of this coach"
        return
    act.file = act.file.with_card(but(card, claimed=True))
    deputies.pass_claim(act, event, card)
    _tell_claim(act, event)


def _tell_claim(act: DeskAct, event: e.ClaimAsked) -> None:
    act.say(
        "desk.claim",
        slot=f"claim:{event.client}",
        below=True,
        once=True,
        kind=LetterClass.QUESTION,
        client=event.client,
        name=event.name,
        display_name=event.display_name,
        coach=event.coach,
        coach_name=event.coach_name,
    )


def _told(act: DeskAct) -> None:
    """Word from a client's file, for this coach or the deputy; only alerts come in the quiet hours."""
    event = act.event
    assert isinstance(event, e.ClientTold)
    if deputies.passed_on(act, event, both=URGENT | GONE, answers=ANSWERS):
        act.reason = "on leave: told to the deputy"
    else:
        _tell(act, event)
    card = act.file.card(event.client)
    if event.what in {"let_go", "taken_back"} and card is not None:
        act.file = act.file.with_card(but(card, claimed=False))
    if event.what in GONE:
        act.file = act.file.without_card(event.client)
        deputies.settled(act, event.client)
        DESK.walk(act, "gone")


def _tell(act: DeskAct, event: e.ClientTold) -> None:
    later = None if event.what in URGENT | ANSWERS else deputies.morning_after(act)
    values = {"what": event.what, "client": event.client, "name": event.name, "detail": event.detail}
    if event.coach:
        values |= {"coach": event.coach, "coach_name": event.coach_name}
    kind = LetterClass.ALERT if event.what in URGENT else LetterClass.QUESTION
    act.say(
        "desk.told", kind=kind, not_before=later, slot=f"told:{event.client}:{event.what}", below=True, values=values
    )


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
    """Word of a referral: for a physician alone."""
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
    e.ClaimAsked: _claim_asked,
    e.ClientTold: _told,
    e.DefaultsSet: _defaults_set,
    e.ProfessionalAdded: _relinked,
    e.ReferralCame: _not_here,
    e.ReferralReminded: _not_here,
    e.ReferralGone: _not_here,
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
