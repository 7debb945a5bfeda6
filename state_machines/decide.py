"""From a file and an event to a decision. Pure: the same file and event always give the same decision.

R2 in types: only `agreement.propose`, reached by a coach's `PlanAgreed` alone, returns a decision with a plan.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from state_machines import (
    agenda,
    agreement,
    checkin,
    clock_right,
    coached_by,
    complaint_rule,
    complaints,
    consenting,
    contacts,
    desk_turns,
    disturbing,
    ending,
    evaluating,
    hold,
    journey,
    lag,
    leeway,
    menu,
    papers,
    prompts,
    questions,
    referral,
    referral_due,
    resending,
    retention,
    rights,
    schedule,
    signalled,
    signs,
    taking_over,
    voicing,
    welcome,
    working,
)
from state_machines import events as e
from state_machines.effects import ClientDecision, Decision
from state_machines.files import Client, File, Professional, archive, but
from state_machines.machine import ClientAct
from state_machines.rule import Rule

E = TypeVar("E", bound=e.Event)
COACHED = ("coaching", "paused")


class Misrouted(TypeError):  # noqa: N818 - named for what happened
    """This event doesn't belong to this kind of file. A defect of the caller; nothing was decided."""


def decide(file: File | None, event: e.Event) -> Decision:
    """What `event` brings about at `file`; None only for the event that makes a file. Raises Misrouted."""
    if isinstance(event, e.DeskEvent):
        if file is None and isinstance(event, e.ProfessionalAdded):
            return desk_turns.add(event)
        if isinstance(file, Professional):
            return desk_turns.decide(file, event)
    elif file is None and isinstance(event, e.Invited):
        return _invite(_new_client(event), event)
    elif isinstance(file, Client):
        return decide_client(file, event)
    elif isinstance(file, Professional) and isinstance(event, e.ClockEvent):
        return desk_turns.wake(file, event)
    raise Misrouted(f"{type(event).__name__} can't be decided at {type(file).__name__}")


def decide_client(file: Client, event: e.Event) -> ClientDecision:
    """A decision at a client's file: first the calendar turns the day, then the event."""
    file = turn_day(file, event)
    if isinstance(event, e.ClientEvent):
        file = _heard(file)
    register = REGISTERS.get(type(event))
    if register is not None:
        return register(file, event)
    act = _act(file, event)
    unset = act.file.journey == "coaching" and act.file.next_checkin is None
    if isinstance(event, e.ClientEvent) and unset:
        schedule.set_checkin(act)
    decision = ClientDecision(
        file=act.file, effects=tuple(act.effects), reason=act.reason, hush=act.hush, nights=act.nights
    )
    return replace(decision, forget=act.forget) if isinstance(act, journey.JourneyAct) else decision


def turn_day(file: Client, event: e.Event) -> Client:
    """The file with the client's current local date as its day; a day that is over moves to the window.

    A day that was asked and on which the client did nothing counts as silent (R39); missing is missing, never zero.
    """
    if file.journey not in COACHED:
        return file
    today = file.today(event.at)
    if file.day is not None:
        if today <= file.day.date:
            return file
        silent = file.silent + 1 if file.day.asked and not file.day.acted else file.silent
        file = but(archive(complaint_rule.note(complaints.left_off(file), file.day)), silent=silent)
    return but(file, day=questions.new_day(file, today))


def _heard(file: Client) -> Client:
    """Anything the client does ends a silence, and shows that they can be reached."""
    if file.day is not None and not file.day.acted:
        file = but(file, day=but(file.day, acted=True))
    if file.silent or file.silence_asked:
        file = but(file, silent=0, silence_asked=False).met("silent")
    if file.unreachable is not None:  # Telegram's word that they are back may be lost, or older than a late 403
        file = but(file, unreachable=None).met("unreachable")
    return file


def _new_client(event: e.Invited) -> Client:
    return Client(
        id=event.client,
        name=event.name,
        coach=event.coach,
        coach_name=event.coach_name,
        coach_days=event.coach_days,
        language=event.language,
        rule=event.rule or Rule(),
        physician=event.physician,
        deputy=event.deputy,
        coach_leave=event.leave,
        regime=event.regime,
    )


def _invite(file: Client, event: e.Invited) -> ClientDecision:
    act = journey.walk(file, event, "invite")
    return ClientDecision(file=act.file, effects=tuple(act.effects))


# --- one short function an event class ----------------------------------------------------------------------------


def _act(file: Client, event: e.Event) -> ClientAct:
    """The act of this event. A client who isn't in coaching yet, or no longer, is told where they are."""
    everywhere = EVERYWHERE.get(type(event))
    if everywhere is not None:
        return everywhere(file, event)
    coached = IN_COACHING.get(type(event))
    if coached is None:
        raise Misrouted(f"{type(event).__name__} can't be decided at a client's file")
    return coached(file, event) if file.journey in COACHED else _elsewhere(file, event)


def _elsewhere(file: Client, event: e.Event) -> ClientAct:
    act = ClientAct(file, event)
    if file.journey == "welcome":
        shown = welcome.WelcomeAct(file, event, file.stage)
        shown.show()
        return shown
    act.say("stop.left" if file.journey == "left" else "welcome.wait", slot="elsewhere", below=True)
    return act


def _by(method: Callable[[ClientAct], None]) -> Callable[[Client, e.Event], ClientAct]:
    def act(file: Client, event: e.Event) -> ClientAct:
        made = ClientAct(file, event)
        method(made)
        return made

    return act


def _walk(trigger: str) -> Callable[[Client, e.Event], ClientAct]:
    return lambda file, event: journey.walk(file, event, trigger)


def _welcome(file: Client, event: e.Event) -> ClientAct:
    assert isinstance(event, e.WelcomeChosen)
    if event.choice == "return" and file.journey == "left":
        return journey.walk(file, event, "return")
    if file.journey != "welcome" or event.choice not in welcome.CHOICES:
        return _stale(file, event, "welcome")
    if event.choice == "refuse":
        return journey.walk(file, event, "refuse")
    return welcome.walk(file, event, event.choice)


def _time(file: Client, event: e.Event) -> ClientAct:
    if file.journey == "welcome":
        return welcome.walk(file, event, "time")
    return _by(menu.set_time)(file, event) if file.journey in COACHED else _elsewhere(file, event)


def _days(file: Client, event: e.Event) -> ClientAct:
    if file.journey != "welcome":
        return _by(menu.set_days)(file, event) if file.journey in COACHED else _elsewhere(file, event)
    act = welcome.walk(file, event, "days")
    return journey.walk(act.file, event, "settle") if act.file.stage == "done" else act


def _asked(file: Client, event: e.Event) -> ClientAct:
    """Help, privacy, language, stop and "call me" work in every state; the rest only in coaching."""
    assert isinstance(event, e.Asked)
    if event.what == "stop_sure":
        return journey.walk(file, event, "stop") if file.journey in STOPPABLE else _elsewhere(file, event)
    if event.what in OPEN_TO_ALL or file.journey in COACHED:
        return _by(menu.answer)(file, event)
    return _elsewhere(file, event)


def _setting(file: Client, event: e.Event) -> ClientAct:
    assert isinstance(event, e.SettingChosen)
    if event.name == "language":
        act = _by(menu.set_one)(file, event)
        if file.journey == "welcome":
            shown = welcome.WelcomeAct(act.file, event, file.stage)
            shown.show()
            return shown
        return act
    return _by(menu.set_one)(file, event) if file.journey in COACHED else _elsewhere(file, event)


def _open_checkin(file: Client, event: e.Event) -> ClientAct:
    return checkin.walk(file, event, "open")


def _answered(file: Client, event: e.Event) -> ClientAct:
    assert isinstance(event, e.Answered)
    if file.day is not None and event.day == file.day.date:
        return checkin.walk(file, event, "answer")
    return _correct_earlier(file, event) if event.edited else _stale(file, event, "checkin")


def _correct_earlier(file: Client, event: e.Answered) -> ClientAct:
    """An edited message corrects the day it belonged to, as long as that day is in the window."""
    act = ClientAct(file, event)
    known = next((day for day in file.window if day.date == event.day), None)
    if known is not None:
        corrected = checkin.correct(known, event)
        act.change(window=tuple(corrected if day is known else day for day in file.window))
        act.file = complaint_rule.note(act.file, corrected)
        complaints.watch(act)
    act.say("checkin.corrected" if known else "stale.checkin", slot="stale", below=True, day=event.day)
    return act


def _moved(file: Client, event: e.Event) -> ClientAct:
    assert isinstance(event, e.Moved)
    if file.day is None or event.day != file.day.date:
        return _stale(file, event, "checkin")
    return checkin.walk(file, event, event.way)


def _not_understood(file: Client, event: e.Event) -> ClientAct:
    """The words are kept as a note of the day, and the question is asked once more with a hint."""
    assert isinstance(event, e.NotUnderstood)
    act = ClientAct(file, event)
    if event.reason != "out_of_range":
        menu.keep_note(act)
    if working.asked_day(act.file) is not None:
        working.not_understood(act)
        return act
    day = act.file.day
    assert day is not None
    again = checkin.CheckinAct(act.file, event, day.state)
    again.say_day(below=True, note=event.reason)
    return again


def _pause(file: Client, event: e.Event) -> ClientAct:
    assert isinstance(event, e.PauseChosen)
    if event.days == 0:
        return journey.walk(file, event, "resume")
    if not 1 <= event.days <= journey.MOST_PAUSE_DAYS:
        return _by(menu.pause)(file, event)
    return journey.walk(file, event, "pause")


def _stale(file: Client, event: e.Event, what: str) -> ClientAct:
    act = ClientAct(file, event)
    act.say(f"stale.{what}", slot="stale", below=True)
    return act


def _stale_event(file: Client, event: e.Event) -> ClientAct:
    assert isinstance(event, e.Stale)
    return _stale(file, event, event.what)


def _woke(file: Client, event: e.Event) -> ClientAct:
    assert isinstance(event, e.Woke)
    return WAKES[event.kind](file, event)


def _step(file: Client, event: e.Woke) -> ClientAct:
    """The step of the week, from plan and date alone (R2); beside it a look at weeks that nobody closed (R38)."""
    act = _by(agreement.say_step)(file, event)
    if file.journey in COACHED and not hold.is_held(act):
        lag.look(act)
    return act


def _look(file: Client, event: e.Woke) -> ClientAct:
    """The morning's look at complaints (R19); what lasts is offered to be reported."""
    act = ClientAct(file, event)
    evidence = complaints.look(act)
    if evidence is not None:
        referral.offer(act, evidence)
    return act


def _voiced(file: Client, event: e.Event) -> ClientAct:
    """A complaint in words; what can't wait is answered in every state."""
    assert isinstance(event, e.ComplaintVoiced)
    if file.journey in COACHED:
        return _by(voicing.choose)(file, event)
    return _by(voicing.urgent)(file, event) if event.choice == "urgent" else _elsewhere(file, event)


def _by_woke(method: Callable[[ClientAct], None]) -> Callable[[Client, e.Woke], ClientAct]:
    return lambda file, event: _by(method)(file, event)


def _end_chosen(file: Client, event: e.Event) -> ClientAct:
    """How to go on after a plan that was kept; "done" closes the trajectory."""
    assert isinstance(event, e.EndChosen)
    if not ending.may_choose(file, event.choice):
        return _stale(file, event, "menu") if file.journey in COACHED else _elsewhere(file, event)
    return journey.walk(file, event, "close") if event.choice == "done" else _by(ending.choose)(file, event)


def _unreached(file: Client, event: e.Event) -> ClientAct:
    """Blocked, or back: a state. The coach hears it the same day; the plan runs on, and nothing is sent again."""
    assert isinstance(event, e.Unreached)
    act = ClientAct(file, event)
    if event.reachable:
        act.file = but(file.met("unreachable"), unreachable=None)
        if file.unreachable is not None and file.journey in COACHED:
            menu.welcome_back(act)
        else:
            act.reason = "reachable again"
    elif file.unreachable is None:
        act.file = but(file.need("unreachable", event.at), unreachable=event.at)
        taking_over.drop(act, "unreachable")
        act.tell_coach("unreachable")
    return act


def _need_met(file: Client, event: e.Event) -> ClientAct:
    assert isinstance(event, e.NeedMet)
    act = ClientAct(file.met(event.kind), event)
    if event.kind == hold.DOCTOR:
        hold.answered(act, by=event.by)
    elif event.kind == signalled.NEED:
        signalled.dealt_with(act, file)
    return act


def _week_read(file: Client, event: e.Event) -> ClientAct:
    return ClientAct(but(file, week_read=True), event)


def _physician_says(trigger: str) -> Callable[[Client, e.Event], ClientAct]:
    """Word about the referral that is open now, from physician or delivery; about an earlier one it is late."""

    def act(file: Client, event: e.Event) -> ClientAct:
        assert isinstance(event, e.ReferralSeen | e.ReferralAnswered | e.ReferralDelivered)
        if file.referral is not None and file.referral.number == event.number:
            return referral.walk(file, event, trigger)
        late = ClientAct(file, event)
        late.reason = "this referral is over"
        return late

    return act


def _rule_set(file: Client, event: e.Event) -> ClientAct:
    """Other numbers for the complaint rule (R19), from now on: what was judged with the old ones stays as it was."""
    assert isinstance(event, e.RuleSet)
    act = ClientAct(but(file, rule=event.rule), event)
    complaints.watch(act)
    return act


def _regime_set(file: Client, event: e.Event) -> ClientAct:
    """Which regime holds from now on (R33): what the coach sees follows from it, and from what the client opened."""
    assert isinstance(event, e.RegimeSet)
    return ClientAct(but(file, regime=event.regime), event)


def _physician_set(file: Client, event: e.Event) -> ClientAct:
    assert isinstance(event, e.PhysicianSet)
    return referral.physician_set(file, event)


def _referral_chosen(file: Client, event: e.Event) -> ClientAct:
    assert isinstance(event, e.ReferralChosen)
    return referral.choose(file, event)


def _registering(file: Client, event: e.Event) -> ClientDecision:
    """The coach's events that can make a plan version; nothing else leads to one (R2)."""
    if isinstance(event, e.PlanAgreed):
        return agreement.propose(file, event)
    if isinstance(event, e.LeewayTaken):
        return leeway.take(file, event)
    assert isinstance(event, e.PlanStopped)
    return leeway.stop(file, event)


REGISTERS: dict[type[e.Event], Callable[[Client, e.Event], ClientDecision]] = dict.fromkeys(
    (e.PlanAgreed, e.LeewayTaken, e.PlanStopped), _registering
)

#: Every kind of wake at a client's file.
WAKES: dict[str, Callable[[Client, e.Woke], ClientAct]] = {
    "checkin": prompts.say_prompt,
    "nudge": prompts.say_nudge,
    "snooze": prompts.say_snoozed,
    "pause": prompts.end_pause,
    "step": _step,
    "agenda": _by_woke(agenda.say),
    "hold": _by_woke(hold.run_out),
    "talk": _by_woke(taking_over.run_out),
    "signal": _by_woke(signalled.alert_again),
    "how_now": _by_woke(signalled.ask_how_it_is),
    "referral": referral_due.due,
    "complaints": _look,
    **dict.fromkeys(resending.WHYS, _by_woke(resending.ask)),
    clock_right.KIND: _by_woke(clock_right.anew),
}

STOPPABLE = ("claimed", "welcome", *COACHED)
OPEN_TO_ALL = frozenset({"help", "privacy", "correct", "language", "call", "stop", "unknown"})

EVERYWHERE: dict[type[e.Event], Callable[[Client, e.Event], ClientAct]] = {
    e.Invited: _walk("invite"),
    e.LinkOpened: _walk("open"),
    e.ClaimAnswered: lambda file, event: journey.walk(
        file, event, "confirm" if isinstance(event, e.ClaimAnswered) and event.right else "deny"
    ),
    e.WelcomeChosen: _welcome,
    e.TimeChosen: _time,
    e.DaysChosen: _days,
    e.Asked: _asked,
    e.SettingChosen: _setting,
    e.RightsChosen: rights.choose,
    e.ErasureAsked: _walk("erase_for"),
    e.ConsentAsked: consenting.show,
    e.ConsentGiven: consenting.choose,
    e.ConsentWithdrawn: consenting.choose,
    e.SafetySignalled: _by(signalled.signal),
    e.SafetyAnswered: _by(signalled.answer),
    e.ContactsChosen: _by(contacts.choose),
    e.Unreadable: _by(menu.stray),
    e.Unreached: _unreached,
    e.Woke: _woke,
    e.CoachChanged: _by(coached_by.changed),
    e.CoachWrote: _by(taking_over.send),
    e.TakenOver: _by(taking_over.take),
    e.GivenBack: _by(taking_over.give_back),
    e.NeedMet: _need_met,
    e.WeekRead: _week_read,
    e.EvaluationHeld: _by(agenda.held),
    e.ConsultSet: _by(agenda.set_consult),
    e.EndChosen: _end_chosen,
    e.ComplaintVoiced: _voiced,
    e.ReferralSeen: _physician_says("see"),
    e.ReferralAnswered: _physician_says("answer"),
    e.ReferralDelivered: _physician_says("deliver"),
    e.PhysicianSet: _physician_set,
    e.RuleSet: _rule_set,
    e.RegimeSet: _regime_set,
    e.Stale: _stale_event,
    e.Faded: _by(retention.empty),
}

IN_COACHING: dict[type[e.Event], Callable[[Client, e.Event], ClientAct]] = {
    e.CheckinOpened: _open_checkin,
    e.Answered: _answered,
    e.Moved: _moved,
    e.NotUnderstood: _not_understood,
    e.Noted: _by(menu.keep_note),
    e.NoteEdited: _by(menu.edit_note),
    e.NoteOpened: _by(menu.open_note),
    e.WordsPassed: _by(taking_over.hear),
    e.PauseChosen: _pause,
    e.PlanAnswered: _by(agreement.answer_plan),
    e.DoableAnswered: _by(agreement.answer_doable),
    e.LeewayAsked: _by(leeway.ask),
    e.EvaluationAsked: _by(evaluating.choose),
    e.EvaluationPrepared: _by(evaluating.prepare),
    e.Disturbed: _by(disturbing.report),
    e.DoctorSaid: _by(hold.doctor_said),
    e.PaperAsked: _by(papers.ask),
    e.HoursNoted: _by(working.note),
    e.ReferralChosen: _referral_chosen,
    e.TasksNoted: _by(working.note_tasks),
    e.SignChosen: _by(signs.choose),
}
