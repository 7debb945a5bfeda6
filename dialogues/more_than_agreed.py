"""More than agreed (tone 19; R16): this week's step is enough, also on a good day; and "the plan is too slow"."""

from dialogues import phrases, preparing, taps
from dialogues.prompt import Button, Message, Page, Rows, says
from state_machines import carried_out, keeping, lag, on_plan
from state_machines.files import Client, Day
from state_machines.plan import NONE


def enough(page: Page[Client], day: Day) -> str:
    """The facts of a day, or of its week so far, and that more isn't needed (R9: beside the upper line)."""
    _, plan = page.words._, page.file.plan_on(day.date)
    week = keeping.week_of(page.file, plan, day.date) if plan else None
    if plan is None or week is None:
        return ""
    if carried_out.more(page.file, day) == "week":
        worked = phrases.hours(page.words, carried_out.worked_until(page.file, plan, day))
        agreed = phrases.hours(page.words, carried_out.most_of_week(page.file, plan, week))
        fact = _("You worked {worked} this week, the agreement was {agreed}.", worked=worked, agreed=agreed)
    else:
        worked = phrases.hours(page.words, day.number("hours") or NONE)
        agreed = phrases.hours(page.words, on_plan.band(plan, day)[1])
        fact = _("You worked {worked}, the agreement was {agreed}.", worked=worked, agreed=agreed)
    step = _("Nice if it felt good. The agreement is this week's step, also on a good day. More isn't needed.")
    return f"{fact} {step}"


def rows(page: Page[Client]) -> Rows:
    """Good, or too slow."""
    _ = page.words._
    slow = Button(_("I find the plan too slow"), taps.evaluation("pace"))
    return ((Button(_("Good"), taps.evaluation("good")),), (slow,))


@says("evaluation.good")
def good(page: Page[Client]) -> Message:
    """This week's step is enough."""
    return phrases.message(page.words._("Good. This week's step is enough."))


@says("evaluation.pace")
def pace(page: Page[Client]) -> Message:
    """The plan is too slow: that belongs to an evaluation, and is put ready only when the client wants it."""
    _, coming = page.words._, preparing.coming(page)
    where = (
        _("You can bring that to the evaluation of {day}.", day=page.words.day(coming.day))
        if coming
        else _("You can bring that to an evaluation.")
    )
    asks = coming is None and page.file.request(lag.EVALUATION) is None
    coach = phrases.coach_of(page.file)
    question = (
        _("Shall I put it ready, and ask {coach} for an evaluation?", coach=coach)
        if asks
        else _("Shall I put it ready?")
    )
    yes, no = Button(_("Yes"), taps.evaluation("ready")), Button(_("No"), taps.evaluation("later"))
    return phrases.message(where, question, rows=((yes, no),))


@says("evaluation.ready")
def ready(page: Page[Client]) -> Message:
    """It is on the list; when an evaluation had to be asked for, that was done. The plan stands."""
    _, coach = page.words._, phrases.coach_of(page.file)
    return phrases.message(
        _("It's on your list for the evaluation."),
        _("I have asked {coach} for an evaluation. Until then the plan stands.", coach=coach)
        if page.values.get("asked")
        else _("Until then the plan stands."),
        rows=((Button(_("Show my list"), taps.evaluation("list")),),),
    )
