"""Agreeing to a plan (tone 14; R1): shown whole, how doable it is, yes or no. Nothing starts before the yes."""

from datetime import date

from dialogues import phrases, plan_lines, taps, who_reads
from dialogues.prompt import Button, Message, Page, Rows, says
from state_machines.agreement import TALK_FIRST_BELOW
from state_machines.days import iso_week
from state_machines.files import Client
from state_machines.keeping import is_over
from state_machines.plan import Plan

DOABLE = range(11)
LOW_HALF = 6
LONGEST_PLAN = 2600


@says("plan.proposal")
def proposal(page: Page[Client]) -> Message:
    """Tone 14: what the coach entered, how doable it is, and whether it is what was agreed (R1)."""
    _, client = page.words._, page.file
    plan = _version(page)
    if plan is None:
        return stale(page)
    entered = _(
        "{coach} has entered the plan that you and {supervisor} agreed:",
        coach=phrases.coach_of(client),
        supervisor=phrases.clipped(plan.supervisor, phrases.LONGEST_NAME),
    )
    return phrases.message(
        f"{entered} {rises(page, plan)}",
        changed(page, plan),
        phrases.cut(plan_lines.whole(plan, page.words), LONGEST_PLAN),
        phrases.lines(plan_lines.goal(plan, page.words), *plan_lines.terms(plan, page.words), agreed_by(page, plan)),
        question(page),
        rows=(*answer_rows(page, plan), (Button(_("Picture"), taps.paper("picture")),)),
    )


def _version(page: Page[Client]) -> Plan | None:
    wanted = page.text("digest")
    found = next((plan for plan in page.file.versions if plan.digest() == wanted), None)
    return found or page.file.draft


def changed(page: Page[Client], plan: Plan) -> str:
    """What a new version changes and from when (R1, R4); nothing for a first plan."""
    _, said, old = page.words._, page.words, page.file.plan
    if old is None or old.digest() == plan.digest():
        return ""
    taken = plan.leeway.taken[len(old.leeway.taken) :]
    if taken and plan.goal == old.goal:
        longer = next(step for step in plan.steps if step.start == taken[-1].step)
        weeks = taken[-1].weeks
        text = said.n_(
            "What changes: the step of {start} lasts {weeks} week longer, to {end}.",
            "What changes: the step of {start} lasts {weeks} weeks longer, to {end}.",
            weeks,
            weeks=weeks,
            start=said.day(longer.start),
            end=said.day(longer.end),
        )
        return f"{text} " + _("The plan then ends on {day}.", day=said.day(plan.end))
    today = page.file.day.date if page.file.day else plan.start
    if is_over(old, today):
        return _("Your plan of before is over. This one starts on {day}.", day=said.day(plan.runs_from))
    return _(
        "What changes: from {day} on this plan takes the place of the one before. Until then that one stands.",
        day=said.day(plan.runs_from),
    )


def agreed_by(page: Page[Client], plan: Plan) -> str:
    """Who agreed, and when (R1)."""
    _, said = page.words._, page.words
    names = {
        "client": _("you"),
        "supervisor": phrases.clipped(plan.supervisor, phrases.LONGEST_NAME),
        "coach": phrases.coach_of(page.file),
        "physician": _("the occupational physician"),
    }
    who = said.listed([names[role] for role in plan.parties if names.get(role)])
    if plan.agreed_on is None:
        return _("Agreed by {who}.", who=who)
    return _("Agreed by {who} on {day}.", who=who, day=said.day(plan.agreed_on))


def rises(page: Page[Client], plan: Plan) -> str:
    """From how many hours in which week to how many in which (tone 14)."""
    said, _ = page.words, page.words._
    first, last = plan.steps[0], plan.steps[-1]
    return _(
        "from {first} in week {week} to {last} in week {end}.",
        first=phrases.hours(said, first.hours),
        week=iso_week(first.start),
        last=phrases.hours(said, last.hours),
        end=iso_week(last.start),
    )


def question(page: Page[Client]) -> str:
    """A first plan: how doable; then whether it is what was agreed; under 7 first a talk with the coach (R1)."""
    _, client = page.words._, page.file
    if client.doable is None and client.agreed:
        return _("Is this what you agreed?")
    if client.doable is None:
        return phrases.lines(
            _("How doable does it seem to you, from 0 to 10?"), _("0 = not doable at all, 10 = completely doable")
        )
    heard = _("You chose {number}.", number=page.words.number(client.doable))
    asked = _("Is this what you agreed?")
    if client.doable >= TALK_FIRST_BELOW:
        return f"{heard} {asked}"
    first = _(
        "Thank you. Talk about that with {coach} first. Your plan only starts when you say yes.",
        coach=phrases.coach_of(client),
    )
    return f"{heard} {first}\n\n{asked}"


def answer_rows(page: Page[Client], plan: Plan) -> Rows:
    """The buttons for the question that is open."""
    first = page.file.doable is None and not page.file.agreed
    return _doable_rows(plan) if first else _agree_rows(page, plan)


def _doable_rows(plan: Plan) -> Rows:
    buttons = tuple(Button(str(n), taps.doable(plan.digest(), n)) for n in DOABLE)
    return (buttons[:LOW_HALF], buttons[LOW_HALF:])


def _agree_rows(page: Page[Client], plan: Plan) -> Rows:
    _ = page.words._
    return phrases.column(
        Button(_("Yes, that's what we agreed"), taps.plan(plan.digest(), agreed=True)),
        Button(_("No, call me"), taps.plan(plan.digest(), agreed=False)),
    )


@says("plan.agreed")
def agreed(page: Page[Client]) -> Message:
    """A yes: the plan stands, with the step of now or the first one."""
    _, client, plan = page.words._, page.file, page.file.plan_on(date.max)
    if plan is None:
        return no_plan(page)
    today = client.day.date if client.day else plan.start
    now = plan.step_on(today) or plan.steps[0]
    line = plan_lines.step_line(now, page.words)
    begins = now.start > today
    return phrases.message(
        _("Thank you. This is your plan now, as agreed."),
        _begun(page, plan, today),
        phrases.lines(
            _("Your first step: {step}", step=line) if begins else _("Your step now: {step}", step=line),
            plan_lines.spread(now.per_day, page.words),
            plan_lines.tasks(now.tasks, page.words),
            plan_lines.supervisor(plan, page.words),
        ),
        _("On the first working day of each week I send you the step of that week."),
        rows=((Button(_("My plan"), taps.ask("plan")),),),
    )


def _begun(page: Page[Client], plan: Plan, today: date) -> str:
    """A yes that came after the plan's first week: the calendar didn't wait (R2), so it says which week this is."""
    week = plan.week_of(today)
    if week is None or week == 1 or plan.effective is not None:
        return ""
    return page.words._(
        "The plan began on {day}. This is week {week} of {weeks}.",
        day=page.words.day(plan.start),
        week=week,
        weeks=plan.weeks,
    )


@says("plan.on_paper")
def on_paper(page: Page[Client]) -> Message:
    """A signed paper was recorded: that counts as the client's yes (R1), and can still be questioned."""
    _, plan = page.words._, _version(page)
    if plan is None:
        return no_plan(page)
    coach = phrases.coach_of(page.file)
    signed = page.words.day(plan.paper) if plan.paper else ""
    return phrases.message(
        _("{coach} has recorded the paper that you signed on {day}. This is your plan now.", coach=coach, day=signed),
        changed(page, plan),
        phrases.cut(plan_lines.whole(plan, page.words), LONGEST_PLAN),
        phrases.lines(plan_lines.goal(plan, page.words), *plan_lines.terms(plan, page.words), agreed_by(page, plan)),
        _("Is something different from what you signed? Then let {coach} call you.", coach=coach),
        rows=((Button(_("My plan"), taps.ask("plan")),), (phrases.talk(page.file, page.words),)),
    )


@says("plan.stopped")
def stopped(page: Page[Client]) -> Message:
    """Stopped on the advice of the physician (R37): no step messages, check-ins go on, a new plan follows."""
    _, plan = page.words._, _version(page)
    if plan is None or plan.stopped is None:
        return no_plan(page)
    again = page.words.day(plan.stopped.look_again)
    return phrases.message(
        _("Your plan has stopped today, on the advice of the occupational physician. A new plan follows."),
        _("I send you no more messages about steps. Your check-ins go on as you chose."),
        _("{coach} looks at it again with you on {day}.", coach=phrases.coach_of(page.file), day=again),
        rows=((phrases.talk(page.file, page.words),),),
    )


@says("plan.declined")
def declined(page: Page[Client]) -> Message:
    """A no: the coach hears it, nothing starts."""
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    stands = _("Until then your present plan stands.") if client.plan else _("Your plan only starts when you say yes.")
    return phrases.message(
        _("Thank you for saying so. {coach} gets a signal to call you about it.", coach=coach) + " " + stands,
        who_reads.reads_on(client, page.words),
    )


@says("stale.plan")
def stale(page: Page[Client]) -> Message:
    """A button of a plan version that is over."""
    _ = page.words._
    return phrases.message(
        _("This button belongs to an earlier version of the plan. Nothing was changed."),
        rows=((Button(_("My plan"), taps.ask("plan")),),),
    )


def no_plan(page: Page[Client]) -> Message:
    """What is there as long as no plan was agreed."""
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    return phrases.message(
        _("There is no plan yet. That's fine: your check-ins go on as usual."),
        _(
            "You and {supervisor} agree the plan together. {coach} enters it. Then I show it to you, and it only "
            "starts when you say yes.",
            supervisor=phrases.supervisor_of(client, page.words),
            coach=coach,
        ),
        rows=((phrases.talk(client, page.words),),),
    )
