"""The step of the week and /plan (tone 15; R10, R16). The step message knows the plan and the date, no more."""

from datetime import date

from dialogues import papers, phrases, plan_lines, taps
from dialogues.agreeing import answer_rows, no_plan, proposal, question, rises
from dialogues.prompt import Button, Message, Page, says
from state_machines.files import Client
from state_machines.plan import Plan

# --- the step of the week -----------------------------------------------------------------------------------------


@says("week.step")
def step(page: Page[Client]) -> Message:
    """Tone 15, at the start of each week of the plan: hours, days, tasks, what comes next. Nothing of scores (R2)."""
    _, said, plan = page.words._, page.words, page.file.plan
    week = int(page.text("week") or 1)
    if plan is None:
        return no_plan(page)
    number = phrases.hours(said, plan.week_hours(week))
    by_day = plan_lines.week_spread(plan, week, said)
    return phrases.message(
        _(
            "Good morning {name}. Week {week} of {weeks} of your plan.",
            name=phrases.name_of(page.file),
            week=week,
            weeks=plan.weeks,
        ),
        phrases.lines(
            _("This week: {hours}, {spread}.", hours=number, spread=by_day)
            if by_day
            else _("This week: {hours}.", hours=number),
            _week_tasks(page, plan, week),
            plan_lines.supervisor(plan, said),
        ),
        phrases.lines(
            _next_week(page, plan, week),
            plan_lines.next_evaluation(plan, plan.week_start(week), said),
            _new_step(page, plan, week),
        ),
        rows=((Button(_("My plan"), taps.ask("plan")), Button(_("What do I do if ...?"), taps.ask("what_if"))),),
    )


def _week_tasks(page: Page[Client], plan: Plan, week: int) -> str:
    now = plan.step_on((*plan.working_days(week), plan.week_start(week))[0])
    return plan_lines.tasks(now.tasks, page.words) if now and now.tasks else ""


def _next_week(page: Page[Client], plan: Plan, week: int) -> str:
    _ = page.words._
    if week >= plan.weeks:
        return _("This is the last week of your plan. It ends on {day}.", day=page.words.day(plan.end))
    now, then = plan.week_hours(week), plan.week_hours(week + 1)
    number = phrases.hours(page.words, then)
    return (
        _("Next week: {hours}.", hours=number) if then != now else _("Next week stays the same: {hours}.", hours=number)
    )


def _new_step(page: Page[Client], plan: Plan, week: int) -> str:
    """Said once, beforehand: the first week of a step (R10)."""
    first = plan.week_start(week)
    begins = any(0 <= (each.start - first).days < 7 for each in plan.steps)
    return page.words._("A new step often takes a bit more energy at first.") if begins else ""


# --- /plan --------------------------------------------------------------------------------------------------------


@says("menu.plan")
def mine(page: Page[Client]) -> Message:
    """Where the client is in the plan: this step, the next ones, all dates; and a version that waits for a yes."""
    client = page.file
    if client.draft is not None and client.plan is None:
        return proposal(page)
    if client.plan is None:
        return no_plan(page)
    today = client.day.date if client.day else client.plan.start
    plan, said, _ = client.plan, page.words, page.words._
    return phrases.message(
        phrases.lines(_where(page, plan), plan_lines.goal(plan, said), plan_lines.supervisor(plan, said)),
        *_steps(page, plan),
        _ends(page, plan, today),
        _beside(page, plan, today),
        _waiting(page),
        rows=(*(answer_rows(page, client.draft) if client.draft else ()), *papers.rows(said)),
    )


def _beside(page: Page[Client], plan: Plan, today: date) -> str:
    """Evaluation, leeway and the other line of a plan that wasn't stopped."""
    said = page.words
    if plan.stopped is not None:
        return ""
    terms = plan_lines.next_evaluation(plan, today, said), plan_lines.leeway(plan, said), plan_lines.beside(plan, said)
    return phrases.lines(*terms)


def _ends(page: Page[Client], plan: Plan, today: date) -> str:
    """When the plan ends; and from when another, agreed already, takes its place."""
    _, said = page.words._, page.words
    after = page.file.plan_on(date.max)
    if after is not None and after is not plan:
        return _("From {day} on your new plan takes its place.", day=said.day(after.runs_from))
    return _("The plan ends on {day}.", day=said.day(plan.end)) if plan.runs_on(max(today, plan.start)) else ""


def _where(page: Page[Client], plan: Plan) -> str:
    _, said = page.words._, page.words
    today = page.file.day.date if page.file.day else plan.start
    week = plan.week_of(today)
    if plan.stopped is not None:
        return phrases.lines(
            _(
                "Your plan stopped on {day}, on the advice of the occupational physician.",
                day=said.day(plan.stopped.on),
            ),
            _("A new plan follows. Until then I send no messages about steps."),
        )
    if week is not None:
        where = _("Your plan: week {week} of {weeks}", week=week, weeks=plan.weeks)
        return f"{where}\n{plan_lines.bar(week, plan.weeks)}"
    if today < plan.start:
        return _("Your plan starts on {day} and lasts {weeks} weeks.", day=said.day(plan.start), weeks=plan.weeks)
    return _("Your plan ended on {day}.", day=said.day(plan.end))


def _steps(page: Page[Client], plan: Plan) -> tuple[str, ...]:
    """The step of now with days and tasks, then the next ones on a line each."""
    said, _ = page.words, page.words._
    today = page.file.day.date if page.file.day else plan.start
    coming = [each for each in plan.steps if each.end >= today and plan.stopped is None]
    if not coming:
        return ()
    now, later = coming[0], coming[1 : plan_lines.MOST_STEPS]
    line = plan_lines.step_line(now, said)
    first = phrases.lines(
        _("This step: {step}", step=line) if now.start <= today else _("First step: {step}", step=line),
        plan_lines.spread(now.per_day, said),
        plan_lines.tasks(now.tasks, said),
    )
    next_ones = phrases.lines(_("After that:"), *(plan_lines.step_line(each, said) for each in later))
    return (first, next_ones if later else "")


def _waiting(page: Page[Client]) -> str:
    """A newer version that the client didn't answer yet; until then the agreed one stands."""
    _, draft = page.words._, page.file.draft
    if draft is None:
        return ""
    waits = _("A new version of the plan waits for your answer. Until then this one stands. The new one goes")
    return f"{waits} {rises(page, draft)}\n\n{question(page)}"
