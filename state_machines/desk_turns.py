"""Everything that can come to a professional's desk: one short function an event class, found by class or name."""

from collections.abc import Callable
from datetime import timedelta

from state_machines import days, desk_picks
from state_machines import events as e
from state_machines.desk import CHANGES, DESK, STEPS, DeskAct
from state_machines.desk_picks import set_summary
from state_machines.effects import DeskDecision, LetterClass
from state_machines.files import Professional, but

#: What the coach hears at any hour; other word from a client's file waits for the morning.
URGENT = frozenset({"safety", "safety_call", "call", "safety_misread"})
#: The answer to what the coach just did: it comes at once, at any hour.
ANSWERS = frozenset({"leeway_refused", "stop_refused"})


def add(event: e.ProfessionalAdded) -> DeskDecision:
    """A new professional, with a one-time link."""
    file = Professional(id=event.professional, name=event.name, language=event.language, invite=event.invite)
    return DeskDecision(file=file)


def decide(file: Professional, event: e.DeskEvent) -> DeskDecision:
    """A decision at a professional's file."""
    act = DeskAct(file, event, file.desk)
    DECIDERS[type(event)](act)
    act.change(desk=act.state)
    return DeskDecision(file=act.file, effects=tuple(act.effects), reason=act.reason)


def wake(file: Professional, event: e.ClockEvent) -> DeskDecision:
    """The clock at a desk: the morning summary on working days; or delivery's word about being reachable."""
    act = DeskAct(file, event, file.desk)
    if isinstance(event, e.Unreached):
        act.change(unreachable=None if event.reachable else event.at)
    elif isinstance(event, e.Woke):
        _summary(act, event)
    return DeskDecision(file=act.file, effects=tuple(act.effects), reason=act.reason)


def _summary(act: DeskAct, event: e.Woke) -> None:
    """One summary on each working day at the coach's time; drawn just before sending, left out when nobody needs it."""
    if event.expired or event.day != act.today:
        act.reason = "too late: the day is over"
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
    elif event.what in {"logbook", "plan", "help", "settings", "language", "unknown", "nothing"}:
        act.say(f"desk.{event.what}", slot=f"desk.{event.what}", below=True)
    else:
        act.say("desk.unknown", slot="desk.unknown", below=True)


def _typed(act: DeskAct) -> None:
    if act.state in {*STEPS, *CHANGES}:
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
    if card is None:
        act.reason = "not a client of this coach"
        return
    act.file = act.file.with_card(but(card, claimed=True))
    act.say(
        "desk.claim",
        slot=f"claim:{event.client}",
        below=True,
        once=True,
        kind=LetterClass.QUESTION,
        client=event.client,
        display_name=event.display_name,
    )


def _told(act: DeskAct) -> None:
    """Word from a client's file; only alerts come in the coach's quiet hours."""
    event = act.event
    assert isinstance(event, e.ClientTold)
    later = None
    if event.what not in URGENT | ANSWERS and days.is_quiet(act.at, act.file.zone, act.file.quiet):
        here = days.local(act.at, act.file.zone)
        morning = here.date() + timedelta(days=0 if here.time() < act.file.quiet.end else 1)
        later = days.moment(morning, act.file.quiet.end, act.file.zone)
    values = {"what": event.what, "client": event.client, "name": event.name, "detail": event.detail}
    kind = LetterClass.ALERT if event.what in URGENT else LetterClass.QUESTION
    act.say(
        "desk.told", kind=kind, not_before=later, slot=f"told:{event.client}:{event.what}", below=True, values=values
    )
    if event.what in {"refused", "erased"}:
        act.file = act.file.without_card(event.client)
        DESK.walk(act, "gone")


def _unreadable(act: DeskAct) -> None:
    event = act.event
    assert isinstance(event, e.DeskUnreadable)
    act.say("stray", slot="stray", below=True, kind_of=event.kind)


def _signalled(act: DeskAct) -> None:
    event = act.event
    assert isinstance(event, e.DeskSignalled)
    act.say("safety.line" if event.tier == 3 else "safety.own", kind=LetterClass.SAFETY)


DECIDERS: dict[type[e.Event], Callable[[DeskAct], None]] = {
    e.DeskOpened: _opened,
    e.DeskAsked: _asked,
    e.DeskTyped: _typed,
    e.InviteMade: _invite_made,
    e.DeskPicked: desk_picks.picked,
    e.ClaimAsked: _claim_asked,
    e.ClientTold: _told,
    e.DeskUnreadable: _unreadable,
    e.DeskSignalled: _signalled,
}
