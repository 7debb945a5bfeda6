"""Leeway (tone 20; R3) and setbacks: what is left, how to prepare the talk, what to do if ... Changes nothing."""

from dialogues import phrases, taps, who_reads
from dialogues.prompt import Button, Message, Page, says
from state_machines.files import Client
from state_machines.plan import Plan


@says("leeway.show")
def show(page: Page[Client]) -> Message:
    """How much is left and who decides; used up: an evaluation is the way; none: it wasn't agreed."""
    _, client, plan = page.words._, page.file, page.file.plan
    if plan is None or plan.stopped is not None:
        return phrases.message(_("No plan is running now, so there is no leeway to take."), rows=_back(page))
    if plan.leeway.weeks == 0:
        return phrases.message(
            _("No leeway was agreed in your plan."),
            _("Is the step harder than you thought? Then an evaluation is the way. Your plan stands until then."),
            rows=((Button(_("Ask for an evaluation"), taps.ask("evaluation")),), (phrases.talk(client, page.words),)),
        )
    if plan.leeway.left == 0:
        return phrases.message(
            _("Your leeway has been used. Is it still harder than expected? Then an evaluation is the way."),
            rows=((Button(_("Ask for an evaluation"), taps.ask("evaluation")),),),
        )
    return phrases.message(
        left(plan, page),
        _("That is time to do a step longer when practice turns out heavier."),
        _(
            "You and {supervisor} decide that together. {coach} writes it down.",
            supervisor=phrases.supervisor_of(client, page.words),
            coach=phrases.coach_of(client),
        ),
        _("Shall I help you prepare the talk?"),
        rows=phrases.column(
            Button(_("Yes"), taps.leeway("prepare")),
            phrases.button(_("Ask {coach} to think along", coach=phrases.coach_of(client)), taps.leeway("together")),
            Button(_("No"), taps.leeway("no")),
        ),
    )


def left(plan: Plan, page: Page[Client]) -> str:
    """ "Your plan still has 1 week of leeway." """
    weeks = plan.leeway.left
    return page.words.n_(
        "Your plan still has {weeks} week of leeway.",
        "Your plan still has {weeks} weeks of leeway.",
        weeks,
        weeks=weeks,
    )


@says("leeway.prepare")
def prepare(page: Page[Client]) -> Message:
    """Four things to say in the talk with the supervisor: facts first, no health (R33)."""
    _, client = page.words._, page.file
    return phrases.message(
        _("This can help in your talk with {supervisor}:", supervisor=phrases.supervisor_of(client, page.words)),
        phrases.lines(
            "1. " + _("What did you do in this step? Hours and tasks."),
            "2. " + _("What took more time or energy than you both thought?"),
            "3. " + _("Which step would you like to do longer, and by how many weeks?"),
            "4. " + _("What would help at work in those weeks?"),
        ),
        _("You don't have to tell anything about your health."),
        _(
            "Do you both agree? Tell {coach}, who writes it down. Until then the plan stays.",
            coach=phrases.coach_of(client),
        ),
        rows=(
            (phrases.button(_("Ask {coach} to think along", coach=phrases.coach_of(client)), taps.leeway("together")),),
            (Button(_("My plan"), taps.ask("plan")),),
        ),
    )


@says("leeway.together")
def together(page: Page[Client]) -> Message:
    """The coach hears it; nothing else happens."""
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    return phrases.message(
        _("I have asked {coach} to think along about the leeway. Your plan stays as it is for now.", coach=coach),
        who_reads.reads_on(client, page.words),
    )


@says("leeway.no")
def no(page: Page[Client]) -> Message:
    """Fine; where to find it."""
    _ = page.words._
    return phrases.message(_("All right. You find this again with /leeway."), rows=_back(page))


@says("menu.what_if")
def what_if(page: Page[Client]) -> Message:
    """ "What do I do if ...?" (R10): for each setback the one thing to do; the plan isn't moved by any of them."""
    _, client = page.words._, page.file
    coach, supervisor = phrases.coach_of(client), phrases.supervisor_of(client, page.words)
    return phrases.message(
        _("What do you do if it goes otherwise? It helps to think of that beforehand."),
        phrases.lines(
            "• " + _("You are ill or off: one button in the check-in. You don't have to say what it is."),
            "• "
            + _("There is no work, or a task can't be done: /disturbance. {coach} hears it the same day.", coach=coach),
            "• "
            + _("The step is heavier than you thought: talk with {supervisor}. See /leeway.", supervisor=supervisor),
            "• " + _("It doesn't work two weeks in a row: then you look at it together, in an evaluation."),
            "• " + _("Your doctor says something else: follow your doctor. Tell me with /doctor."),
            "• " + _("Your complaints worry you: your GP can look along with you."),
        ),
        _("What would you do first, if it happened tomorrow?"),
        rows=((Button(_("My plan"), taps.ask("plan")),), (phrases.talk(client, page.words),)),
    )


def _back(page: Page[Client]) -> tuple[tuple[Button, ...], ...]:
    return ((Button(page.words._("My plan"), taps.ask("plan")),),)
