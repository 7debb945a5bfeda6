"""Where a client is and what needs the coach, in words. The tables first."""

from datetime import date

from dialogues import told_of_complaint, told_of_referral
from dialogues.overview_weeks import MISSING
from dialogues.phrases import hours
from dialogues.suggestions import N_
from dialogues.told_word import CALLED, CONTACT
from dialogues.words import Words
from state_machines.files import COACHED, WINDOW_DAYS, Client
from state_machines.keeping import KEEPING, kept_weeks
from state_machines.plan import WEEK

#: What needs the coach, in words.
NEEDS = {
    "safety": N_("needs contact now"),
    "call": N_("asks you to call"),
    "question": N_("wants to ask you something first"),
    "unreachable": N_("doesn't get my messages"),
    "plan_no": N_("says the plan isn't what was agreed"),
    "doctor": N_("the doctor told them something else"),
    "doable_low": N_("the plan needs a talk first"),
    "look_again": N_("it's time to look at the stopped plan again"),
    "disturbed": N_("something is going on at work"),
    "evaluation_overdue": N_("an evaluation has no outcome yet"),
    "evaluation_asked": N_("an extra evaluation is asked for"),
    "leeway_asked": N_("asks you to think along about leeway"),
    "silent": N_("has been silent for a few days"),
    "step_not": N_("the step of the week was not carried out"),
    "more_than_agreed": N_("worked more than agreed, twice"),
    "plan_ended": N_("the plan is over, an evaluation is asked for"),
    "plan_waits": N_("the plan waits for a yes"),
    "no_plan": N_("has no plan yet"),
    "no_giver": N_("finds nothing that gives energy"),
    **told_of_referral.NEEDS,
    **told_of_complaint.NEEDS,
}
#: The button that says a need is dealt with; the others end by themselves.
MEETS = {
    "safety": CONTACT,
    "call": CALLED,
    "question": N_("The question is dealt with"),
    "unreachable": N_("Being out of reach is dealt with"),
    "plan_no": N_("I have called about the plan"),
    "doctor": N_("We have talked about the doctor's advice"),
    "doable_low": N_("We have talked about the plan"),
    "look_again": N_("I've looked at the plan again"),
    "disturbed": N_("I'll talk about what is going on"),
    "evaluation_asked": N_("I'll plan the evaluation"),
    "leeway_asked": N_("We have talked about the leeway"),
    "silent": N_("I've seen the silence"),
    "step_not": N_("I've seen the step"),
    "more_than_agreed": N_("I've seen the extra hours"),
    "plan_ended": N_("I'll plan the evaluation at the end"),
    "no_giver": N_("I'll talk about energy givers"),
    **told_of_referral.MEETS,
    **told_of_complaint.MEETS,
}
STATES = {
    "invited": N_("hasn't opened the link yet"),
    "claimed": N_("opened the link, waits for your yes"),
    "welcome": N_("is in the welcome"),
    "paused": N_("takes a break up to and including {day}"),
    "left": N_("has stopped"),
}


def state(client: Client, words: Words) -> str:
    """The journey's state; nothing when the client is in coaching."""
    told = STATES.get(client.journey, "")
    day = words.short_day(client.paused_until) if client.paused_until else MISSING
    return words._(told, day=day) if told else ""


def last_checkin(client: Client, today: date, words: Words) -> str:
    """The last date with an answer, as far as is kept."""
    _ = words._
    answered = [day.date for day in client.days_since(date.min) if day.answered]
    if answered:
        return _("last check-in {day}", day=words.short_day(answered[-1]))
    if client.journey not in COACHED or client.coaching_since is None:
        return ""
    long = (today - client.coaching_since).days >= WINDOW_DAYS
    return _("no check-in in the last five weeks") if long else _("no check-in yet")


def place(client: Client, today: date, words: Words) -> str:
    """Where the client is in the agreed plan."""
    _, plan = words._, client.plan
    if plan is None or client.journey not in COACHED:
        return ""
    week = plan.week_of(today)
    if week is not None:
        planned = hours(words, plan.week_hours(week))
        return _("week {week}/{weeks}, {hours}", week=week, weeks=plan.weeks, hours=planned)
    if today < plan.start:
        return _("plan starts {day}", day=words.short_day(plan.start))
    ended = _("plan ended {day}", day=words.short_day(plan.end))
    if client.ended != KEEPING:
        return ended
    kept = kept_weeks(client, plan, (today - plan.start) // WEEK)
    return f"{ended}, " + _("full hours: {n} of 4 weeks", n=kept)
