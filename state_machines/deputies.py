"""Who stands in for a coach, and when (R21, R37). The rules in prose.

- A coach names another coach as deputy, and the days on which they are away. Their clients' files know both, so that
  texts say who reads when. Both desks agree in one turn: the deputy's desk keeps for whom it stands in.
- While the coach is away, word from a client goes to the deputy instead; what can't wait goes to both. Word that is for
  the deputy as well goes to both on any day. It is passed on once: who stands in for a deputy isn't asked.
- When nobody is on duty (no deputy, or one who is away too) the word stays with the coach, and the texts say so.
- The deputy may act on a coach's clients on the days of the leave; and on the one client they were asked about, until
  that is dealt with or five working days are over. The coach's own desk decides it, each time.
"""

from datetime import date, datetime

from state_machines import days, schedule
from state_machines import events as e
from state_machines.desk_act import SketchAct
from state_machines.effects import LetterClass
from state_machines.files import Card, Professional, but
from state_machines.hand_over import AskedDeputy, Deputy, Leave, StandsIn

#: So many working days a deputy may act on the client about whom they were asked.
ASKED_WORKING_DAYS = 5
MOST_ASKED = 12
COACH = "coach"


def is_away(file: Professional, day: date) -> bool:
    """Whether the coach is on leave on this local date of theirs."""
    return file.leave is not None and file.leave.covers(day)


def on_duty(file: Professional, day: date) -> Deputy | None:
    """The deputy who is there for the coach's clients on a date of the leave; None when nobody is, or nobody has to."""
    deputy = file.deputy
    if deputy is None or not is_away(file, day):
        return None
    return None if deputy.leave is not None and deputy.leave.covers(day) else deputy


def can_stand_in(file: Professional) -> bool:
    """Whether somebody can be named as a deputy: a coach who hasn't left."""
    return file.role == COACH and not file.gone


def may(file: Professional, deputy: str, client: str, day: date) -> bool:
    """Whether this deputy may look at and act on this client of the coach now."""
    if file.deputy is None or file.deputy.id != deputy or file.card(client) is None:
        return False
    asked = any(each.client == client and day <= each.until for each in file.deputy_asked)
    return asked or is_away(file, day)


def coach_changed(file: Professional, act: SketchAct, *, taken: bool = False) -> e.CoachChanged:
    """What a client's file has to know of its coach. `taken`: the client is this coach's from now on."""
    ended = file.leave is not None and file.leave.end < act.today
    return e.CoachChanged(
        at=act.at,
        coach=file.id if taken else "",
        coach_name=file.name,
        coach_days=file.weekdays,
        deputy=file.deputy,
        leave=None if ended else file.leave,
    )


def tell_clients(act: SketchAct) -> None:
    """Every client's file knows who reads when."""
    changed = coach_changed(act.file, act)
    for card in act.file.clients:
        act.pass_on(card.client, changed)


def share(act: SketchAct) -> None:
    """The coaches for whom this one stands in know their name, days and leave."""
    for each in act.file.stands_in_for:
        act.pass_on(each.coach, e.DeputyKnown(at=act.at, id=act.file.id, deputy=as_deputy(act.file)))


def as_deputy(file: Professional) -> Deputy:
    """A coach as those know them for whom they stand in."""
    return Deputy(id=file.id, name=file.name, weekdays=file.weekdays, leave=file.leave)


# --- at the coach's desk ------------------------------------------------------------------------------------------


def choose(act: SketchAct, deputy: str) -> None:
    """Another coach is named, whose desk answers in the same turn; or nobody stands in any more."""
    if deputy == act.file.id:
        show(act, "self")
    elif deputy:
        asked = e.StandInAsked(at=act.at, coach=act.file.id, name=act.file.name, leave=act.file.leave, choosing=True)
        act.pass_on(deputy, asked)
        act.reason = "the deputy's desk answers"
    else:
        _leave_behind(act)
        act.change(deputy=None, deputy_asked=())
        tell_clients(act)
        show(act, "saved")


def known(act: SketchAct) -> None:
    """The deputy's desk says who they are; or that they can't stand in."""
    event, before = act.event, act.file.deputy
    assert isinstance(event, e.DeputyKnown)
    ours = before is not None and before.id == event.id
    if event.deputy is None:
        _cannot(act, ours=ours)
        return
    if not (event.choosing or ours):
        act.reason = "another deputy by now"
        return
    if event.choosing and not ours:
        _leave_behind(act)
        act.change(deputy_asked=())
    if event.deputy != before:
        act.change(deputy=event.deputy)
        tell_clients(act)
    if event.choosing:
        show(act, "saved")
    act.reason = act.reason or "the deputy is known"


def _cannot(act: SketchAct, *, ours: bool) -> None:
    """A deputy who was named before is gone; somebody who was to be named can't stand in."""
    if ours:
        name = act.file.deputy.name if act.file.deputy else ""
        act.change(deputy=None, deputy_asked=())
        tell_clients(act)
        act.say("desk.deputy_gone", kind=LetterClass.QUESTION, slot="desk.deputy", below=True, name=name)
    else:
        show(act, "cannot")


def _leave_behind(act: SketchAct) -> None:
    """The deputy there was hears that they aren't any more."""
    if act.file.deputy is not None:
        act.pass_on(act.file.deputy.id, e.StandInOver(at=act.at, coach=act.file.id, name=act.file.name))


def set_leave(act: SketchAct, leave: Leave | None) -> None:
    """The coach is away on these days, or isn't: clients, the deputy, and whoever they stand in for know it."""
    act.change(leave=leave)
    tell_clients(act)
    share(act)
    if act.file.deputy is not None:
        asked = e.StandInAsked(at=act.at, coach=act.file.id, name=act.file.name, leave=leave)
        act.pass_on(act.file.deputy.id, asked)
    show(act, "saved")


def show(act: SketchAct, note: str = "") -> None:
    """Who stands in, the leave, and the colleagues to choose from: drawn when it is sent."""
    act.say("desk.deputy", slot="desk.deputy", below=True, recipe=True, note=note)


def passed_on(act: SketchAct, event: e.ClientTold, *, both: frozenset[str], answers: frozenset[str]) -> bool:
    """Pass word on to the deputy as the rules say; True when it is theirs alone. `both`: the coach hears it too."""
    deputy, standing = act.file.deputy, on_duty(act.file, act.today) is not None
    if deputy is None or event.coach or event.what in answers or not (standing or event.also_deputy):
        return False
    told = but(event, also_deputy=False, coach=act.file.id, coach_name=act.file.name)
    act.pass_on(deputy.id, told)
    if event.also_deputy:
        _remember(act, event.client)
    return standing and not event.also_deputy and event.what not in both


def pass_claim(act: SketchAct, event: e.ClaimAsked, card: Card) -> None:
    """While the coach is away the deputy is asked as well whether an account is the right one."""
    deputy = on_duty(act.file, act.today)
    if deputy is not None:
        act.pass_on(deputy.id, but(event, name=card.name, coach=act.file.id, coach_name=act.file.name))


def _remember(act: SketchAct, client: str) -> None:
    until = days.working_day_after(act.today, ASKED_WORKING_DAYS)
    others = tuple(each for each in act.file.deputy_asked if each.client != client and each.until >= act.today)
    act.change(deputy_asked=(*others, AskedDeputy(client=client, until=until))[-MOST_ASKED:])


def settled(act: SketchAct, client: str) -> None:
    """What the deputy was asked about this client is dealt with."""
    kept = tuple(each for each in act.file.deputy_asked if each.client != client)
    if kept != act.file.deputy_asked:
        act.change(deputy_asked=kept)


# --- at the deputy's desk -----------------------------------------------------------------------------------------


def asked(act: SketchAct) -> None:
    """A coach names this one as deputy, or is away at other times."""
    event = act.event
    assert isinstance(event, e.StandInAsked)
    if not can_stand_in(act.file):
        no = e.DeputyKnown(at=act.at, id=act.file.id, deputy=None, choosing=event.choosing)
        act.pass_on(event.coach, no)
        act.reason = "can't stand in"
        return
    before = standing_for(act.file, event.coach)
    now = StandsIn(coach=event.coach, name=event.name, leave=event.leave)
    others = tuple(each for each in act.file.stands_in_for if each.coach != event.coach)
    act.change(stands_in_for=(*others, now))
    if event.choosing:
        me = e.DeputyKnown(at=act.at, id=act.file.id, deputy=as_deputy(act.file), choosing=True)
        act.pass_on(event.coach, me)
    if now == before:
        act.reason = "known already"
        return
    _tell(act, "desk.stands_in", event.coach, event.name, event.leave)


def over(act: SketchAct) -> None:
    """A coach has another deputy now, or none."""
    event = act.event
    assert isinstance(event, e.StandInOver)
    others = tuple(each for each in act.file.stands_in_for if each.coach != event.coach)
    act.change(stands_in_for=others)
    _tell(act, "desk.stands_in_over", event.coach, event.name, None)


def _tell(act: SketchAct, text: str, coach: str, name: str, leave: Leave | None) -> None:
    start, end = (leave.start, leave.end) if leave and leave.end >= act.today else (None, None)
    slot = f"stands_in:{coach}"
    later = morning_after(act)
    act.say(text, kind=LetterClass.QUESTION, slot=slot, below=True, not_before=later, name=name, start=start, end=end)


def standing_for(file: Professional, coach: str) -> StandsIn | None:
    """For which coach, and when, as this deputy's desk keeps it."""
    return next((each for each in file.stands_in_for if each.coach == coach), None)


def morning_after(act: SketchAct) -> datetime | None:
    """The end of the professional's quiet hours in which this comes; None when it comes outside them."""
    later = schedule.outside_quiet(act.file, act.at)
    return later if later > act.at else None
