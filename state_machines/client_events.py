"""Which function answers which event at a client's file: everywhere, or in coaching alone. One an event class."""

from collections.abc import Callable

from state_machines import (
    agenda,
    agreement,
    coached_by,
    consenting,
    contacts,
    disturbing,
    evaluating,
    facilitating,
    hold,
    journey,
    leeway,
    menu,
    papers,
    referral,
    retention,
    rights,
    signalled,
    signs,
    taking_over,
    working,
)
from state_machines import events as e
from state_machines.answering import answered, moved, not_understood, opened, stale_event, voiced
from state_machines.files import Client
from state_machines.from_others import (
    need_met,
    physician_says,
    physician_set,
    regime_set,
    rule_set,
    unreached,
    week_read,
)
from state_machines.machine import ClientAct
from state_machines.settling import (
    asked,
    days_chosen,
    end_chosen,
    pause_chosen,
    setting_chosen,
    time_chosen,
    welcome_chosen,
)
from state_machines.waking import woke
from state_machines.whereabouts import by, walk


def _referral_chosen(file: Client, event: e.Event) -> ClientAct:
    assert isinstance(event, e.ReferralChosen)
    return referral.choose(file, event)


EVERYWHERE: dict[type[e.Event], Callable[[Client, e.Event], ClientAct]] = {
    e.Invited: walk("invite"),
    e.LinkOpened: walk("open"),
    e.ClaimAnswered: lambda file, event: journey.walk(
        file, event, "confirm" if isinstance(event, e.ClaimAnswered) and event.right else "deny"
    ),
    e.WelcomeChosen: welcome_chosen,
    e.TimeChosen: time_chosen,
    e.DaysChosen: days_chosen,
    e.Asked: asked,
    e.SettingChosen: setting_chosen,
    e.RightsChosen: rights.choose,
    e.ErasureAsked: walk("erase_for"),
    e.ConsentAsked: consenting.show,
    e.ConsentGiven: consenting.choose,
    e.ConsentWithdrawn: consenting.choose,
    e.SafetySignalled: by(signalled.signal),
    e.SafetyAnswered: by(signalled.answer),
    e.ContactsChosen: by(contacts.choose),
    e.Unreadable: by(menu.stray),
    e.Unreached: unreached,
    e.Woke: woke,
    e.CoachChanged: by(coached_by.changed),
    e.CoachWrote: by(taking_over.send),
    e.TakenOver: by(taking_over.take),
    e.GivenBack: by(taking_over.give_back),
    e.NeedMet: need_met,
    e.WeekRead: week_read,
    e.EvaluationHeld: by(agenda.held),
    e.ConsultSet: by(agenda.set_consult),
    e.EndChosen: end_chosen,
    e.ComplaintVoiced: voiced,
    e.ReferralSeen: physician_says("see"),
    e.ReferralAnswered: physician_says("answer"),
    e.ReferralDelivered: physician_says("deliver"),
    e.PhysicianSet: physician_set,
    e.FacilitatorSet: by(facilitating.set_one),
    e.RuleSet: rule_set,
    e.RegimeSet: regime_set,
    e.Stale: stale_event,
    e.Faded: by(retention.empty),
}


IN_COACHING: dict[type[e.Event], Callable[[Client, e.Event], ClientAct]] = {
    e.CheckinOpened: opened,
    e.Answered: answered,
    e.Moved: moved,
    e.NotUnderstood: not_understood,
    e.Noted: by(menu.keep_note),
    e.NoteEdited: by(menu.edit_note),
    e.NoteOpened: by(menu.open_note),
    e.WordsPassed: by(taking_over.hear),
    e.PauseChosen: pause_chosen,
    e.PlanAnswered: by(agreement.answer_plan),
    e.DoableAnswered: by(agreement.answer_doable),
    e.LeewayAsked: by(leeway.ask),
    e.EvaluationAsked: by(evaluating.choose),
    e.EvaluationPrepared: by(evaluating.prepare),
    e.SheetChosen: by(evaluating.sheet),
    e.Disturbed: by(disturbing.report),
    e.DoctorSaid: by(hold.doctor_said),
    e.PaperAsked: by(papers.ask),
    e.HoursNoted: by(working.note),
    e.ReferralChosen: _referral_chosen,
    e.TasksNoted: by(working.note_tasks),
    e.SignChosen: by(signs.choose),
}
