"""The whole plan as it would be registered, for the coach to check (R1, R6): dates, ISO weeks, hours, holidays."""

from dialogues import phrases, plan_lines, taps
from dialogues.coach_plan import BEGIN_AGAIN, CANCEL, UNFINISHED, USE_BUTTONS, client_name
from dialogues.coach_words import Desk
from dialogues.phrases import hours, lines, message
from dialogues.prompt import Button, Message, tells
from dialogues.words import Words
from state_machines.files import Sketch
from state_machines.plan import Plan, PlanRefused, weekly

MOST_STEPS_TEXT = 2500


@tells("desk.plan_check")
def check(page: Desk) -> Message:
    """The plan as it would be registered: every step with its dates, week and hours; holidays on working days."""
    _, sketch = page.words._, page.file.sketch
    drawn = drawn_from(sketch) if sketch else None
    if sketch is None or drawn is None:
        return message(_(UNFINISHED), rows=((Button(_("Register a plan"), taps.desk("plan")),),))
    name = client_name(page)
    return message(
        _(USE_BUTTONS) if page.text("note") else "",
        _("This is the plan for {name}:", name=name),
        _agreement(drawn, page.words),
        phrases.cut(plan_lines.whole(drawn, page.words), MOST_STEPS_TEXT),
        _("Is this what {name} and {supervisor} have agreed?", name=name, supervisor=drawn.supervisor),
        rows=(
            (Button(_("Yes, register"), taps.pick("register", sketch.client)),),
            (Button(_(BEGIN_AGAIN), taps.pick("plan", sketch.client)), Button(_(CANCEL), taps.pick("cancel"))),
        ),
    )


def drawn_from(sketch: Sketch) -> Plan | None:
    """The plan that half a plan would become; None while something is still missing."""
    if sketch.contract_hours is None or sketch.start is None:
        return None
    try:
        return weekly(
            goal=sketch.goal,
            contract_hours=sketch.contract_hours,
            start=sketch.start,
            weekdays=sketch.weekdays,
            tasks=sketch.tasks,
            supervisor=sketch.supervisor,
            parties=(),
            registered=sketch.start,
        )
    except PlanRefused:
        return None


def _agreement(plan: Plan, words: Words) -> str:
    _ = words._
    return lines(
        _("Agreed with: {supervisor}", supervisor=plan.supervisor),
        _("Goal: {goal}", goal=plan.goal),
        _("Contract: {hours} a week", hours=hours(words, plan.contract_hours)),
    )
