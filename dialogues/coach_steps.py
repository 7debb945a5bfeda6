"""The questions of a new plan (R1, R3, R5, R6, R10), each with its buttons; `coach_check` shows the whole."""

from datetime import date, timedelta

from dialogues import coach_values, plan_lines
from dialogues.coach_asks import Ask, register
from dialogues.coach_check import drawn_from
from dialogues.coach_words import OWN_GOAL, OWN_GOAL_WORD, Desk, options, today_of
from dialogues.prompt import Rows
from dialogues.suggestions import N_
from state_machines.plan import Plan

CONTRACTS = ("24", "32", "36", "40")
WEEKDAYS = ("mon tue wed thu fri", "mon tue thu fri", "mon tue thu", "mon wed fri")
NUMBERS = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5}
MONDAYS = 3
TOO_LONG = N_("Use at most 120 characters.")
TAP_ONE = N_("Tap what fits.")


def _templates(page: Desk) -> Rows:
    return options(page, [(page.words._(label), name) for name, label in coach_values.TEMPLATES.items()])


def _goals(page: Desk) -> Rows:
    return options(page, [(page.words._(OWN_GOAL), OWN_GOAL_WORD)])


def _contracts(page: Desk) -> Rows:
    return options(page, [(number, number) for number in CONTRACTS], width=4)


def _mondays(page: Desk) -> Rows:
    today = today_of(page)
    if today is None:
        return ()
    first = today + timedelta(days=-today.weekday() % 7)
    dates = [first + timedelta(weeks=n) for n in range(MONDAYS)]
    return options(page, [(page.words.short_day(day), day.isoformat()) for day in dates], width=MONDAYS)


def _weekdays(page: Desk) -> Rows:
    labelled = []
    for word in WEEKDAYS:
        names = [page.words.short_weekday(NUMBERS[day]) for day in word.split()]
        labelled.append((f"{names[0]}–{names[-1]}" if len(names) == len(NUMBERS) else " ".join(names), word))
    return options(page, labelled, width=2)


def _planned(page: Desk) -> Plan | None:
    return drawn_from(page.file.sketch) if page.file.sketch else None


def _last_day(plan: Plan) -> date:
    """The last date with hours."""
    back = (plan.end - timedelta(days=n) for n in range((plan.end - plan.start).days + 1))
    return next((day for day in back if plan.hours_on(day) > 0), plan.end)


def _evaluations(page: Desk) -> Rows:
    _, plan = page.words._, _planned(page)
    found = [(_("None"), "none")]
    if plan is not None:
        last = _last_day(plan)
        found.insert(0, (_("At the end: {day}", day=page.words.short_day(last)), last.isoformat()))
    if plan is not None and plan.template == "nine-weeks":
        found.insert(0, (_("As the template has them"), "template"))
    return options(page, found)


def _when_it_runs(page: Desk) -> tuple[str, ...]:
    plan, said = _planned(page), page.words
    if plan is None:
        return ()
    runs = said._("The plan runs from {start} to {end}.", start=said.day(plan.start), end=said.day(plan.end))
    own = plan_lines.evaluations(plan, said) if plan.template == "nine-weeks" else ""
    return runs, said._("The template has these: {dates}", dates=own) if own else ""


def _tasks_in_steps(page: Desk) -> tuple[str, ...]:
    """How the pattern divides the tasks, where it does."""
    texts = {
        "nine-weeks": N_("The template begins with the first two. Each step adds one, up to five."),
        "full-hours": N_("The first week has the first task. Each week adds one."),
    }
    text = texts.get(page.file.sketch.template, "") if page.file.sketch else ""
    return (page.words._(text),) if text else ()


def _leeway(page: Desk) -> Rows:
    _ = page.words._
    return options(page, [(_("None"), "none"), (_("1 week"), "1"), (_("2 weeks in all"), "2")], width=3)


def _told(page: Desk) -> Rows:
    _ = page.words._
    return options(page, [(_("Yes, since today"), "today"), (_("Not yet"), "not yet")], width=2)


def _agreed(page: Desk) -> Rows:
    _ = page.words._
    return options(
        page,
        [(_("Both, today"), "today"), (_("On another date"), "other"), (_("There is a signed paper"), "paper")],
    )


def _today(page: Desk) -> Rows:
    return options(page, [(page.words._("Today"), "today")])


def _after_evaluation(page: Desk) -> tuple[str, ...]:
    after = page.file.sketch is not None and page.file.sketch.after_evaluation
    return (page.words._("The evaluation is recorded. This is about the plan that was agreed there."),) if after else ()


ASKS = {
    "template": Ask(
        lines=(N_("How do the hours of {name} build up?"),), hint=TAP_ONE, options=_templates, more=_after_evaluation
    ),
    "supervisor": Ask(lines=(N_("Which supervisor did {name} agree this with?"),), hint=TOO_LONG),
    "goal": Ask(
        lines=(N_("What is the end goal of the plan? Tap it, or type your own."),), hint=TOO_LONG, options=_goals
    ),
    "hours": Ask(
        lines=(N_("How many hours a week are in the contract? Tap, or type them, like 28.5."),),
        hint=N_("I need a number from 1 to 60, like 32 or 28.5."),
        options=_contracts,
    ),
    "start": Ask(
        lines=(N_("On which date does the first step begin? Tap, or type it: 7 December, 7-12 or week 50."),),
        hint=N_("I need a date that exists, of today or later, like 7 December or 7-12."),
        options=_mondays,
    ),
    "days": Ask(
        lines=(N_("On which days does {name} work? I spread the hours evenly over these days."),),
        hint=N_("I need at least one weekday, like: mon tue thu fri."),
        options=_weekdays,
    ),
    "periods": Ask(
        lines=(
            N_("Which steps were agreed? Type weeks x hours a week, with commas in between."),
            N_("For example: 2x10, 2x15, 20. That is two weeks of 10 hours, two of 15, and one of 20."),
        ),
        hint=N_("I can't read this in one way. Put a space after each comma, or each step on its own line."),
    ),
    "tasks": Ask(
        lines=(
            N_("Which tasks does {name} do? At most eight, with commas in between."),
            N_("Safe tasks first: they give structure and need little concentration. Then the challenging ones."),
        ),
        hint=N_("I need one to eight tasks, with commas in between or each on its own line."),
        more=_tasks_in_steps,
    ),
    "evaluations": Ask(
        lines=(N_("When do you look at the plan together? Tap, or type the dates: 11-12, 24-12."),),
        hint=N_("I need one to twelve dates that exist, with commas in between, like 11-12, 24-12."),
        options=_evaluations,
        more=_when_it_runs,
    ),
    "leeway": Ask(
        lines=(
            N_("How much leeway was fixed beforehand?"),
            N_("That is time to make a step longer, if the occupational physician's advice allows it."),
        ),
        hint=N_("I need whole weeks, from none to eight, like: 1 week."),
        options=_leeway,
    ),
    "physician": Ask(
        lines=(
            N_("Does the occupational physician know these agreements: steps, evaluations, leeway?"),
            N_("Tap, or type since which date."),
        ),
        hint=N_("I need a date of today or earlier, like 27-11, or: not yet."),
        options=_told,
    ),
    "agreed": Ask(
        lines=(N_("When did {name} and {supervisor} agree to this?"),),
        hint=N_("I need a date of today or earlier, like yesterday or 27-11."),
        options=_agreed,
    ),
    "agreed_on": Ask(
        lines=(N_("On which date did both agree? For example: yesterday, or 27-11."),),
        hint=N_("I need a date of today or earlier, like yesterday or 27-11."),
    ),
    "paper": Ask(
        lines=(N_("Which date is on the signed paper? It counts as the yes of {name}."),),
        hint=N_("I need a date of today or earlier, like yesterday or 27-11."),
        options=_today,
    ),
}
register(ASKS)
