"""What is odd about a plan, and why one can't be made or changed, in plain words for the coach (R1, R3, R6, R7, R37).

The core names codes and reasons; here each has its sentences. What is refused also says what can be done.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import groupby

from dialogues import phrases
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines.plan_terms import (
    MOST_CONTRACT_HOURS,
    MOST_HOURS_A_DAY,
    MOST_LEEWAY_WEEKS,
    MOST_STEPS,
    MOST_TASKS,
    MOST_WEEKS,
)
from state_machines.plan_warnings import LONGEST_WEEKS, Warned

MOST_DATES = 12

#: By code: what is said about one date, and about several together.
WARNED = {
    "uneven": (
        N_("From {day} the hours differ from day to day. Usual is an even spread: four days of 2, not two of 4."),
        N_("The hours differ from day to day in the steps from {days}. Usual is an even spread."),
    ),
    "jump": (
        N_("From {day} there are {hours} more a week. That is over a quarter of the contract in one step."),
        N_("In the steps from {days} over a quarter of the contract is added at once."),
    ),
    "holiday": (
        N_("{day} is a public holiday: no hours are planned then."),
        N_("These are public holidays, without planned hours: {days}."),
    ),
    "free_day": (
        N_("From {day} there are hours on days that aren't working days: {weekdays}."),
        N_("In the steps from {days} there are hours on days that aren't working days: {weekdays}."),
    ),
    "free_start": (
        N_("The plan starts on {day}. That isn't a working day."),
        N_("The plan starts on {days}. That isn't a working day."),
    ),
    "goes_back": (
        N_("From {day} there are fewer hours than in the step before: {hours} a week."),
        N_("In the steps from {days} there are fewer hours than in the step before."),
    ),
    "gap": (
        N_("From {day} there is no step, until the next one begins."),
        N_("There is no step from {days}, each time until the next one begins."),
    ),
    "over_contract": (
        N_("From {day} there are {hours} a week. That is more than the contract."),
        N_("In the steps from {days} there are more hours than in the contract."),
    ),
    "long": (N_("The plan takes {weeks} weeks. Over {most} is long, also in very special cases."),) * 2,
    "no_evaluation": (N_("No evaluation is planned yet. When do you look at the plan together?"),) * 2,
    "evaluation_outside": (
        N_("The evaluation of {day} is not within the dates of the plan."),
        N_("These evaluations are not within the dates of the plan: {days}."),
    ),
    "physician_not_told": (N_("There is no date yet on which the occupational physician was told of this plan."),) * 2,
}

#: By reason: why it can't be, and what can be done.
REFUSED = {
    # a plan that can't be made
    "template": N_("This build-up doesn't exist."),
    "contract_hours": N_("The contract hours must lie between 1 and {most_hours} a week."),
    "weekdays": N_("A plan needs at least one working day, each named once."),
    "hours_a_day": N_("This comes to more than {most_a_day} hours a day. Check the hours and the working days."),
    "no_hours": N_("A step needs hours. The step from {day} has none."),
    "quarters": N_("The hours of the step from {day} don't come out in quarters of an hour, or differ from its days."),
    "tasks": N_("A plan needs at least one task, and at most {most_tasks}."),
    "start": N_("The start has passed: {day}. A plan is agreed before it starts."),
    "start_far": N_("The start is more than five years away: {day}. Check the year."),
    "steps": N_("A plan of your own needs at least one step."),
    "many_steps": N_("A plan has at most {most_steps} steps."),
    "step_weeks": N_("A step takes at least 1 week, and at most {most_weeks}."),
    "end_before_start": N_("A step ends before it starts: the one from {day}. Check both dates."),
    "overlap": N_("Two steps overlap: the one from {day} starts before the step before it has ended."),
    "too_long": N_("The plan would last more than {most_weeks} weeks. Check the dates and the weeks."),
    "blocks": N_("Block work needs at least a quarter of an hour of work, and no less than 0 hours of rest."),
    "leeway": N_("Leeway must lie between 0 and {most_leeway} weeks, taken no more often than it has weeks."),
    # a plan that can't be changed
    "no_plan": N_("There is no agreed plan yet."),
    "stopped": N_("This plan was stopped on medical ground. What comes next is a new plan."),
    "not_agreed": N_("Client and supervisor must both agree. Register it when they do."),
    "no_leeway": N_("No leeway was agreed in this plan. If it is too heavy, an evaluation is the way."),
    "used_up": N_("The leeway is used up. If it is still too heavy, an evaluation is the way."),
    "weeks": N_("Leeway is taken in whole weeks, at least 1."),
    "too_much": N_("That is more than what is left of the leeway: {left}."),
    "newer": N_(
        "A newer plan waits for a yes, or is agreed for later. Lengthening this one would lose that. Enter it anew."
    ),
    "no_step": N_("There is no such step any more. After the last step an evaluation is the way."),
    "past": N_("That step is over. Only a step that runs or is still to come can be made longer."),
    "over": N_("The plan had ended by then."),
    "look_again": N_("The date to look again must come after the stop."),
    "physician": N_("Name the physician who gave this advice."),
}
REASONS = tuple(REFUSED)
OTHERWISE = N_("This plan can't be made like this. Check the dates, the days and the hours.")
LIMITS: dict[str, Decimal | int] = {
    "most_hours": MOST_CONTRACT_HOURS,
    "most_a_day": MOST_HOURS_A_DAY,
    "most_tasks": MOST_TASKS,
    "most_weeks": MOST_WEEKS,
    "most_steps": MOST_STEPS,
    "most_leeway": MOST_LEEWAY_WEEKS,
}


def warned(warning: Warned, said: Words) -> str:
    """One warning in a sentence or two."""
    return _sentence(WARNED[warning.code][0], (warning,), said)


def together(found: Iterable[Warned], said: Words) -> tuple[str, ...]:
    """All warnings of a plan, one text a code, in the order in which they were given; empty when nothing is odd."""
    grouped = ((code, tuple(same)) for code, same in groupby(found, key=lambda warning: warning.code))
    return tuple(_sentence(WARNED[code][len(same) > 1], same, said) for code, same in grouped)


def refused(reason: str, detail: str, said: Words) -> str:
    """Why a plan can't be made or changed, and what can be done. A reason that isn't known gets a general sentence.

    `detail` as `PlanRefused` carries it: a date, a number of weeks, or nothing.
    """
    limits = {name: said.number(limit) for name, limit in LIMITS.items()}
    return said._(REFUSED.get(reason, OTHERWISE), day=_day(detail, said), left=_weeks(detail, said), **limits)


def _sentence(text: str, same: tuple[Warned, ...], said: Words) -> str:
    days = [said.short_day(warning.day) for warning in same[:MOST_DATES] if warning.day]
    first = same[0]
    sentence = said._(
        text,
        day=said.day(first.day) if first.day else "",
        days=said.listed([*days, phrases.MORE] if len(same) > MOST_DATES else days),
        hours=_hours(first.detail, said),
        weekdays=_weekdays(same, said),
        weeks=first.detail,
        most=LONGEST_WEEKS,
    )
    return sentence[:1].upper() + sentence[1:]


def _hours(detail: str, said: Words) -> str:
    try:
        return phrases.hours(said, Decimal(detail))
    except InvalidOperation:
        return ""


def _weekdays(same: tuple[Warned, ...], said: Words) -> str:
    found = {int(number) for warning in same for number in warning.detail.split(",") if number.isdecimal()}
    return said.weekdays(found & set(range(1, 8)))


def _day(detail: str, said: Words) -> str:
    try:
        day = date.fromisoformat(detail)
    except ValueError:
        return phrases.MORE
    return f"{said.day(day)} {day.year}"


def _weeks(detail: str, said: Words) -> str:
    return said.n_("{n} week", "{n} weeks", int(detail)) if detail.isdecimal() else phrases.MORE
