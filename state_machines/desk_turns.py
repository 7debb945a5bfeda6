"""Everything that can come to a professional's desk: one short function an event class, found by class or name."""

from collections.abc import Callable
from datetime import date, time, timedelta

from state_machines import days
from state_machines import events as e
from state_machines.desk import DESK, STEPS, DeskAct
from state_machines.effects import DeskDecision, LetterClass
from state_machines.files import Professional, but

LANGUAGES = ("nl", "en")
#: The local times a coach can choose for the morning summary.
SUMMARY_TIMES = (time(7, 30), time(8, 30), time(12, 0), time(16, 30))
#: What the coach hears at any hour; other word from a client's file waits for the morning.
URGENT = frozenset({"safety", "safety_call", "call", "safety_misread"})


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


def set_summary(act: DeskAct, after: date) -> None:
    """Set the next summary: the first working day after a date that is no holiday."""
    weekdays = act.file.weekdays
    ahead = (after + timedelta(days=n) for n in range(1, 15))
    day = next((d for d in ahead if days.works_on(d, weekdays)), None)
    if day is not None:
        due = days.moment(day, act.file.summary_time, act.file.zone)
        act.wake("summary", day, due, expires=days.window_end(day, act.file.zone, act.file.quiet))


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
    if act.state in STEPS:
        DESK.walk(act, "fill")
    else:
        act.say("desk.nothing", slot="desk.nothing", below=True)


def _invite_made(act: DeskAct) -> None:
    event = act.event
    assert isinstance(event, e.InviteMade)
    if not DESK.walk(act, "relink" if act.file.card(event.client) else "name"):
        act.say("desk.nothing", slot="desk.nothing", below=True)


def _picked(act: DeskAct) -> None:
    event = act.event
    assert isinstance(event, e.DeskPicked)
    about_a_client = event.what in {"plan", "logbook", "claim", "met", "read"}
    known = act.file.card(event.client) is not None
    pick = PICKS.get(event.what, _pick_nothing)
    fits = known if about_a_client else not event.client or known
    (pick if fits else _pick_nothing)(act, event)


def _pick_nothing(act: DeskAct, _: e.DeskPicked) -> None:
    act.say("stale.desk", slot="stale", below=True)


def _pick_plan(act: DeskAct, _: e.DeskPicked) -> None:
    DESK.walk(act, "plan")


def _pick_register(act: DeskAct, _: e.DeskPicked) -> None:
    if not (act.state == "check" and DESK.walk(act, "register")):
        act.say("stale.desk", slot="stale", below=True)


def _pick_cancel(act: DeskAct, _: e.DeskPicked) -> None:
    DESK.walk(act, "cancel")


def _pick_logbook(act: DeskAct, event: e.DeskPicked) -> None:
    act.say("desk.trajectory", slot=f"desk.logbook:{event.client}", below=True, recipe=True, client=event.client)


def _pick_claim(act: DeskAct, event: e.DeskPicked) -> None:
    card = act.file.card(event.client)
    if card is None or not card.claimed:
        act.say("stale.desk", slot="stale", below=True)
        return
    right = event.value == "yes"
    act.file = act.file.with_card(but(card, claimed=False))
    act.pass_on(event.client, e.ClaimAnswered(at=act.at, right=right))
    act.say("desk.claim_yes" if right else "desk.claim_no", slot=f"claim:{event.client}", client=event.client)


def _pick_met(act: DeskAct, event: e.DeskPicked) -> None:
    act.pass_on(event.client, e.NeedMet(at=act.at, kind=event.value))
    act.say("desk.met", slot=f"told:{event.client}:{event.value}", below=True, client=event.client, kind_of=event.value)


def _pick_read(act: DeskAct, event: e.DeskPicked) -> None:
    act.pass_on(event.client, e.WeekRead(at=act.at))
    act.say("desk.read", slot="desk.read", below=True, client=event.client)


def _pick_language(act: DeskAct, event: e.DeskPicked) -> None:
    if event.value not in LANGUAGES:
        _pick_nothing(act, event)
        return
    act.change(language=event.value)
    act.say("desk.settings", slot="desk.settings", note="saved")


def _pick_summary_time(act: DeskAct, event: e.DeskPicked) -> None:
    chosen = next((clock for clock in SUMMARY_TIMES if clock.strftime("%H:%M") == event.value), None)
    if chosen is None:
        _pick_nothing(act, event)
        return
    act.change(summary_time=chosen)
    set_summary(act, after=act.today)
    act.say("desk.settings", slot="desk.settings", note="saved")


def _pick_weekday(act: DeskAct, event: e.DeskPicked) -> None:
    """Turn one working day on or off; the clients' texts say on which days the coach reads."""
    if event.value not in set("1234567"):
        _pick_nothing(act, event)
        return
    toggled = set(act.file.weekdays) ^ {int(event.value)}
    if toggled:
        act.change(weekdays=tuple(sorted(toggled)))
        changed = e.CoachChanged(at=act.at, coach_name=act.file.name, coach_days=act.file.weekdays)
        for card in act.file.clients:
            act.pass_on(card.client, changed)
    act.say("desk.settings", slot="desk.settings", note="saved" if toggled else "one_day")


PICKS: dict[str, Callable[[DeskAct, e.DeskPicked], None]] = {
    "plan": _pick_plan,
    "register": _pick_register,
    "cancel": _pick_cancel,
    "logbook": _pick_logbook,
    "claim": _pick_claim,
    "met": _pick_met,
    "read": _pick_read,
    "language": _pick_language,
    "summary_time": _pick_summary_time,
    "weekday": _pick_weekday,
}


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
    if event.what not in URGENT and days.is_quiet(act.at, act.file.zone, act.file.quiet):
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
    e.DeskPicked: _picked,
    e.ClaimAsked: _claim_asked,
    e.ClientTold: _told,
    e.DeskUnreadable: _unreadable,
    e.DeskSignalled: _signalled,
}
