"""The client's side of the plan (R1, R2, R10, R16): agreeing to a version, and the step of the week.

Nothing here makes or changes a plan. A tap sets which registered version is agreed; the step message depends on the
plan and the date only.
"""

from datetime import date, datetime, timedelta

from state_machines import agenda, consents, days, ending, hold, questions, schedule
from state_machines.effects import LetterClass, PlanDecision
from state_machines.events import DoableAnswered, LeewayTaken, PlanAgreed, PlanAnswered, PlanStopped, Woke
from state_machines.files import COACHED, Client
from state_machines.machine import ClientAct
from state_machines.plan import Plan, following

TALK_FIRST_BELOW = 7
DOABLE = "doable_low"


def propose(file: Client, event: PlanAgreed) -> PlanDecision:
    """The coach registered a version: a draft that sends nothing until the client agrees (R1).

    A signed paper counts as that yes.
    """
    return registered(file, event, event.version, why=event.reason)


def registered(file: Client, event: PlanAgreed | LeewayTaken | PlanStopped, plan: Plan, *, why: str) -> PlanDecision:
    """A coach's event made this version: kept as the newest, shown to the client by day, or in force at once.

    In force at once are a signed paper (R1) and a stop on medical ground (R37): there the client agreed on paper, or
    the physician decided.
    """
    act = ClientAct(file, event)
    version = following(plan, file.versions[-1] if file.versions else None)
    act.change(versions=(*_still_counting(file, event.at), version), doable=None)
    coached, later = act.file.journey in COACHED, schedule.outside_quiet(file, event.at)
    if version.paper is not None or version.stopped is not None:
        put_in_force(act, version)
        if version.stopped is not None:
            hold.settled(act)
        name = "plan.stopped" if version.stopped else "plan.on_paper"
        if coached:
            digest = version.digest()
            act.say(name, slot=_slot(digest), below=True, not_before=later, digest=digest)
    elif coached:
        say_draft(act, later)
    else:
        act.reason = "the client sees it once the welcome is done"
    return PlanDecision(file=act.file, effects=tuple(act.effects), reason=act.reason, plan=version, why=why)


def _still_counting(file: Client, at: datetime) -> tuple[Plan, ...]:
    """The agreed version, and the one before as long as that runs."""
    newest, now = file.plan_on(date.max), file.plan_on(file.date_now(at))
    return tuple(plan for plan in dict.fromkeys((now, newest)) if plan is not None)


def put_in_force(act: ClientAct, version: Plan) -> None:
    """From now on, or from its own first date on, this version is the agreed plan; what hung on the old one moves."""
    now, digest = act.file.plan_on(act.today), version.digest()
    waits = now is not None and now.digest() != digest and act.today < version.runs_from
    _tell_replaced(act, version)
    act.change(agreed=digest, earlier=now.digest() if now and waits else "")
    act.file = ending.withdrawn(act.file, version)
    if version.stopped is None:
        act.file = act.file.met("plan_no").met("look_again")
    _refresh_today(act)
    schedule.set_step(act)
    schedule.set_checkin(act)
    agenda.set_agenda(act)


def _tell_replaced(act: ClientAct, version: Plan) -> None:
    """A version that was agreed for later, and never ran, gives way to a newer one: the coach is told so."""
    later = act.file.plan_on(date.max)
    if later is not None and version.stopped is None and act.today < later.runs_from and act.file.earlier:
        act.tell_coach("plan_replaced", later.runs_from.isoformat())


def say_draft(act: ClientAct, not_before: datetime | None = None) -> None:
    """Show the version that waits for the client's yes, if there is one (R1)."""
    draft = act.file.draft
    if draft is not None:
        digest = draft.digest()
        kind, slot = LetterClass.QUESTION, _slot(digest)
        act.say("plan.proposal", kind=kind, slot=slot, below=True, not_before=not_before, digest=digest)


def answer_doable(act: ClientAct) -> None:
    """How doable, 0-10: under 7 the client is asked to talk with the coach first, and the coach hears it (R1).

    The number itself is for a coach to whom the client opened scores (R33).
    """
    event = act.event
    assert isinstance(event, DoableAnswered)
    if not _is_open(act.file, event.digest):
        act.say("stale.plan")
        return
    act.change(doable=event.number)
    if event.number < TALK_FIRST_BELOW:
        act.file = act.file.need(DOABLE, act.at)
        act.tell_coach(DOABLE, str(event.number) if consents.gives(act.file, consents.COACH) else "")
    else:
        act.file = act.file.met(DOABLE)
    act.say("plan.proposal", kind=LetterClass.QUESTION, slot=_slot(event.digest), digest=event.digest)


def answer_plan(act: ClientAct) -> None:
    """Yes makes this version the agreed plan and sets its step messages; no reaches the coach the same day."""
    event = act.event
    assert isinstance(event, PlanAnswered)
    if not _is_open(act.file, event.digest):
        act.say("stale.plan")
        return
    if not event.agreed:
        act.change(declined=event.digest)
        act.file = act.file.need("plan_no", act.at)
        act.tell_coach("plan_no")
        act.say("plan.declined", slot=_slot(event.digest))
        return
    draft = act.file.draft
    assert draft is not None
    put_in_force(act, draft)
    act.tell_coach("plan_yes")
    act.say("plan.agreed", slot=_slot(event.digest))


def say_step(act: ClientAct) -> None:
    """The step of the week, on the first working day of each plan week (R16): from plan and date alone."""
    event = act.event
    assert isinstance(event, Woke)
    plan = act.file.plan_on(event.day)
    week = plan.week_of(event.day) if plan else None
    over = act.file.plan_on(act.today) is not plan
    if event.expired:
        act.reason = "too late: the week is over"
    elif over:  # it waited until the next plan had begun, which has a message of its own
        act.reason = "another plan counts by now"
    elif week is None or act.file.journey not in COACHED or act.file.chat is None:
        act.reason = "no plan runs on this date" if week is None else f"the journey is {act.file.journey}"
    elif days.is_quiet(act.at, act.file.zone, act.file.quiet):
        later = schedule.after_quiet(act.file, act.at)
        act.wake("step", event.day, later, expires=schedule.plan_week_end(act.file, event.day))
        act.reason = "quiet hours: set for the morning"
        return
    elif hold.is_held(act):
        hold.put_off(act)
        return
    elif not act.may_begin():
        later = days.moment(act.today + timedelta(days=1), act.file.morning, act.file.zone)
        act.wake("step", event.day, later, expires=schedule.plan_week_end(act.file, event.day))
        act.reason = "two messages were begun today: set for tomorrow"
        return
    else:
        ends = schedule.plan_week_end(act.file, event.day)
        act.begin("week.step", kind=LetterClass.REMINDER, expires=ends, week=week, slot=_week_slot(event.day))
    act.change(next_step=None)
    schedule.set_step(act, after_gap=event.expired or over)


def _refresh_today(act: ClientAct) -> None:
    """A day not begun yet takes over the agreed plan: whether it is worked, what is planned."""
    day = act.file.day
    if day is not None and day.state == "resting":
        act.change(day=questions.afresh(act.file, day))


def _is_open(file: Client, digest: str) -> bool:
    return file.draft is not None and file.draft.digest() == digest


def _slot(digest: str) -> str:
    return f"plan:{digest[:12]}"


def _week_slot(day: date) -> str:
    return f"step:{day.isoformat()}"
