"""The whole plan as it would be registered, for the coach to check (R1, R6, R7): what was entered, steps, warnings."""

from dialogues import coach_values, phrases, plan_lines, plan_warned, taps
from dialogues.coach_words import CANCEL, Desk, client_name
from dialogues.phrases import lines, message
from dialogues.prompt import Button, Message, Rows, rows_of, tells
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines.files import Sketch
from state_machines.plan import Plan, PlanRefused
from state_machines.plan_warnings import warnings
from state_machines.sketching import sketched

MOST_STEPS_TEXT = 1400
UNFINISHED = N_("The plan isn't complete yet.")
USE_BUTTONS = N_("Use the buttons to register the plan or to change it.")
CHANGE, BEGIN_AGAIN = N_("Change something"), N_("Start again")


def drawn_from(sketch: Sketch) -> Plan | None:
    """The plan that half a plan would become; None while something is still missing."""
    if sketch.start is None:
        return None
    try:
        return sketched(sketch, sketch.start)
    except PlanRefused:
        return None


@tells("desk.plan_check")
def check(page: Desk) -> Message:
    """What was entered, every step with its dates, week and hours, and everything odd about it in words."""
    _, sketch = page.words._, page.file.sketch
    drawn = drawn_from(sketch) if sketch else None
    if sketch is None or drawn is None:
        return message(_(UNFINISHED), rows=((Button(_("Register a plan"), taps.desk("plan")),),))
    name = client_name(page)
    return message(
        _(USE_BUTTONS) if page.text("note") else "",
        lines(_("This is the plan for {name}:", name=name), *_entered(sketch, page.words)),
        phrases.cut(steps(drawn, page.words), MOST_STEPS_TEXT),
        _odd(drawn, page.words),
        _("Is this what {name} and {supervisor} have agreed?", name=name, supervisor=_supervisor(drawn)),
        rows=_rows(page, sketch),
    )


def _supervisor(plan: Plan) -> str:
    return phrases.clipped(plan.supervisor, phrases.LONGEST_NAME)


def _rows(page: Desk, sketch: Sketch) -> Rows:
    _ = page.words._
    return (
        (Button(_("Yes, register"), taps.pick("register", sketch.client)),),
        (Button(_(CHANGE), taps.pick("change", sketch.client)),),
        (Button(_(BEGIN_AGAIN), taps.pick("plan", sketch.client)), Button(_(CANCEL), taps.pick("cancel"))),
    )


def _entered(sketch: Sketch, said: Words) -> list[str]:
    """A line for each answer but the tasks and own steps, which the steps show."""
    return [coach_values.line(step, sketch, said) for step in coach_values.FIELDS if step not in {"tasks", "periods"}]


def steps(plan: Plan, said: Words) -> str:
    """All steps, each with its agreed hours a week and by day; tasks where they change.

    Public holidays, which take their own hours away, are among the warnings.
    """
    kept: list[str] = []
    tasks: tuple[str, ...] = ()
    for step in plan.steps:
        number = said._("{hours} a week", hours=phrases.hours(said, step.hours))
        first = f"{plan_lines.weeks(step, said)} ({plan_lines.period(step.start, step.end, said)}): {number}"
        kept.append(lines(first, "   " + plan_lines.spread(step.per_day, said)))
        if step.tasks != tasks:
            kept.append("   " + plan_lines.tasks(step.tasks, said))
        tasks = step.tasks
    return "\n".join(kept)


def _odd(plan: Plan, said: Words) -> str:
    """All that is odd about the plan; it may have been agreed so."""
    found = plan_warned.together(warnings(plan), said)
    return lines(said._("Please note:"), *(f"• {sentence}" for sentence in found)) if found else ""


@tells("desk.plan_change")
def change(page: Desk) -> Message:
    """What to change: after that one answer the whole is shown again."""
    sketch = page.file.sketch
    custom = sketch is not None and sketch.template == "custom"
    client = sketch.client if sketch else ""
    fields = [step for step in coach_values.FIELDS if custom or step != "periods"]
    buttons = [Button(page.words._(coach_values.FIELDS[step]), taps.pick("mend", client, step)) for step in fields]
    return message(page.words._("What do you want to change?"), rows=rows_of(buttons, 2))
