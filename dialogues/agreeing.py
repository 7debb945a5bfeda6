"""Agreeing to a plan (tone 14; R1): shown whole, how doable it is, yes or no. Nothing starts before the yes."""

from dialogues import phrases, plan_lines, taps
from dialogues.prompt import Button, Message, Page, Rows, says
from state_machines.agreement import TALK_FIRST_BELOW
from state_machines.days import iso_week
from state_machines.files import Client
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
        phrases.cut(plan_lines.whole(plan, page.words), LONGEST_PLAN),
        plan_lines.goal(plan, page.words),
        question(page),
        rows=answer_rows(page, plan),
    )


def _version(page: Page[Client]) -> Plan | None:
    wanted = page.text("digest")
    found = next((plan for plan in page.file.versions if plan.digest() == wanted), None)
    return found or page.file.draft


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
    """First how doable; then whether it is what was agreed; under 7 first a talk with the coach (R1)."""
    _, client = page.words._, page.file
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
    return _doable_rows(plan) if page.file.doable is None else _agree_rows(page, plan)


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
    _, client, plan = page.words._, page.file, page.file.plan
    if plan is None:
        return no_plan(page)
    today = client.day.date if client.day else plan.start
    now = plan.step_on(today) or plan.steps[0]
    line = plan_lines.step_line(now, page.words)
    begins = now.start > today
    return phrases.message(
        _("Thank you. This is your plan now, as agreed."),
        phrases.lines(
            _("Your first step: {step}", step=line) if begins else _("Your step now: {step}", step=line),
            plan_lines.spread(now.per_day, page.words),
            plan_lines.tasks(now.tasks, page.words),
            plan_lines.supervisor(plan, page.words),
        ),
        _("On the first working day of each week I send you the step of that week."),
        rows=((Button(_("My plan"), taps.ask("plan")),),),
    )


@says("plan.declined")
def declined(page: Page[Client]) -> Message:
    """A no: the coach hears it, nothing starts."""
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    stands = _("Until then your present plan stands.") if client.plan else _("Your plan only starts when you say yes.")
    return phrases.message(
        _("Thank you for saying so. {coach} gets a signal to call you about it.", coach=coach) + " " + stands,
        phrases.reads_on(client, page.words),
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
