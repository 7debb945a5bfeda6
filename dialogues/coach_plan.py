"""The `/plan` dialogue of the coach (R1, R6, R10): one question a step; `coach_check` shows the whole."""

from dialogues import taps
from dialogues.coach_words import Desk, choose, no_clients, picked_name
from dialogues.phrases import message
from dialogues.prompt import Button, Message, tells
from dialogues.suggestions import N_

CANCEL = N_("Cancel")
BEGIN_AGAIN = N_("Start again")
FROM_HOURS = N_("We go on from the hours.")
UNFINISHED = N_("The plan isn't complete yet.")
USE_BUTTONS = N_("Use the buttons to register the plan or to start again.")

#: Why the answer couldn't be used, by step ("unclear") or by the plan's own refusal.
HINTS = {
    "supervisor": N_("Use at most 120 characters."),
    "goal": N_("Use at most 120 characters."),
    "hours": N_("I need a number from 1 to 60, like 32 or 28.5."),
    "start": N_("I need a date of today or later, like 7 December or 7-12."),
    "days": N_("I need at least one weekday, like: mon tue thu fri."),
    "tasks": N_("I need one to eight tasks, with commas in between or each on its own line."),
}
REFUSALS = {
    "unclear": HINTS["hours"],
    "contract_hours": N_("The contract hours must lie between 1 and 60 a week."),
    "weekdays": N_("A plan needs at least one working day."),
    "hours_a_day": N_("In the last week this comes to more than 12 hours a day. Check the hours and the working days."),
    "tasks": N_("A plan needs at least one task."),
    "start": N_("The start date has passed by now."),
    "unfinished": UNFINISHED,
}


def client_name(page: Desk) -> str:
    """The name of the client whose plan is entered."""
    return page.file.named(page.file.sketch.client) if page.file.sketch else picked_name(page)


def _asked(page: Desk, step: str, *parts: str) -> Message:
    """The question of a step, with a hint when the answer before wasn't understood."""
    hint = HINTS[step] if page.text("note") else ""
    cancel = Button(page.words._(CANCEL), taps.pick("cancel"))
    return message(page.words._(hint) if hint else "", *parts, rows=((cancel,),))


@tells("desk.plan")
def plan(page: Desk) -> Message:
    """For whom: the build-up that this version knows, and that only what was agreed is entered."""
    _ = page.words._
    rows = choose(page, "plan")
    if not rows:
        return no_clients(page)
    return message(
        _("Whose plan do you want to register? Enter what the client and the supervisor have agreed together."),
        _("The build-up takes four weeks: 25, 50, 75 and 100 % of the contract hours."),
        rows=(*rows, (Button(_(CANCEL), taps.pick("cancel")),)),
    )


@tells("desk.plan_supervisor")
def supervisor(page: Desk) -> Message:
    """With whom the client agreed."""
    _ = page.words._
    return _asked(page, "supervisor", _("Which supervisor did {name} agree this with?", name=client_name(page)))


@tells("desk.plan_goal")
def goal(page: Desk) -> Message:
    """The end goal (R1)."""
    _ = page.words._
    return _asked(page, "goal", _("What is the end goal of the plan? For example: own work, full contract hours."))


@tells("desk.plan_hours")
def contract_hours(page: Desk) -> Message:
    """Contract hours; also where a plan that couldn't be made is taken up again."""
    _ = page.words._
    note = page.text("note")
    refusal = REFUSALS.get(note, "")
    said = f"{_(refusal)} {_(FROM_HOURS)}" if refusal and note != "unclear" else _(refusal) if refusal else ""
    asked = _("How many hours a week are in the contract of {name}? For example: 32, or 28.5.", name=client_name(page))
    return message(said, asked, rows=((Button(_(CANCEL), taps.pick("cancel")),),))


@tells("desk.plan_start")
def start(page: Desk) -> Message:
    """The first day of the first step."""
    _ = page.words._
    asked = _("On which date does the first step begin? A Monday is handy. For example: 7 December, or 7-12.")
    return _asked(page, "start", asked)


@tells("desk.plan_days")
def weekdays(page: Desk) -> Message:
    """The working days; hours are spread evenly over them (R6)."""
    _ = page.words._
    return _asked(
        page,
        "days",
        _("On which days does {name} work? For example: mon tue thu fri.", name=client_name(page)),
        _("I spread the hours evenly over these days."),
    )


@tells("desk.plan_tasks")
def tasks(page: Desk) -> Message:
    """The tasks, safe ones first (R10)."""
    _ = page.words._
    return _asked(
        page,
        "tasks",
        _("Which tasks does {name} do? At most eight.", name=client_name(page)),
        _("Put commas in between, or each on its own line."),
        _("Begin with the safe tasks: they give structure and need little concentration. Then the challenging ones."),
    )


@tells("desk.plan_registered")
def registered(page: Desk) -> Message:
    """On its way to the client; it becomes the plan with the client's yes (R1)."""
    _ = page.words._
    name = picked_name(page)
    return message(
        _("Registered. I now ask {name} whether this is what was agreed.", name=name),
        _("The plan begins only after {name} says yes. Until then I send nothing about it.", name=name),
        _("You'll hear the answer."),
    )


@tells("desk.cancelled")
def cancelled(page: Desk) -> Message:
    """The open dialogue has ended."""
    return message(page.words._("Cancelled. Nothing was passed on."))
