"""What is wrong with a plan file, in plain words: where, what, and what to do. For whoever sits at the shell."""

from datetime import date

from dialogues import plan_warned
from dialogues.plan_file_values import Fault
from dialogues.suggestions import N_
from dialogues.words import Words

#: By code: what is wrong, and what would be right.
WRONG = {
    # the text
    "not_a_file": N_("A text file in TOML or JSON is needed: its name ends in .toml or .json."),
    "not_readable": N_("This is not valid {kind}. Look for a quote, comma or bracket here or on the line before."),
    "twice": N_("This is there twice. Keep one."),
    "also_option": N_("The file and the option say different things. Keep one."),
    "unknown": N_("This key has no meaning here. Look at the spelling, or leave it out."),
    "unknown_near": N_("This key has no meaning here. Was {near} meant?"),
    # one value
    "section": N_("A section with keys is needed here."),
    "list": N_("A list between square brackets is needed here."),
    "text": N_("Words are needed here, between quotes, and at most 120 signs."),
    "too_long": N_("At most {most} signs fit here."),
    "choice": N_("One of these is needed here: {choices}."),
    "date": N_("A date is needed here, such as 2026-11-30, without a time."),
    "time": N_("A time of the day is needed here, such as 22:00."),
    "number": N_("A number is needed here, such as 32 or 28.5."),
    "count": N_("A whole number is needed here, such as 2."),
    "flag": N_("True or false is needed here, without quotes."),
    "days": N_("Days of the week are needed here, such as mon, tue, thu or ma, di, do."),
    "day": N_("This is no day of the week. Use mon or ma, tue or di, and so on."),
    "percentage": N_("A number above 0 and up to 100 is needed here."),
    # the agreement
    "missing_goal": N_("The end goal is missing. For example: own work, all contract hours."),
    "missing_supervisor": N_("The name of the supervisor is missing."),
    "missing_contract_hours": N_("The contract hours a week are missing. For example: 32."),
    "missing_days": N_("The working days are missing. For example: mon, tue, thu, fri."),
    "missing_start": N_("The first date of the plan is missing. For example: 2026-11-30."),
    "missing_tasks": N_("The tasks are missing. Name at least one, safe ones first."),
    "missing_agreed_by": N_("Who agreed is missing: at least client and supervisor."),
    "missing_agreed_on": N_("The date of the agreement is missing. For example: 2026-11-23."),
    "missing_template": N_("The build-up is missing. Give steps, or one of these: {choices}."),
    "must_agree": N_("Client and supervisor must both agree. Name both when they do."),
    "future": N_("This date is yet to come. Enter it when it is there."),
    # steps
    "template_and_steps": N_("There are steps, and a template as well: {template}. Keep one of the two."),
    "missing_hours": N_("The hours of this step are missing. Give hours, or hours_per_day."),
    "hours_differ": N_("This says {said} hours, and the days add up to {days}. Which is right?"),
    "weeks_and_end": N_("Give either weeks or an end."),
    "missing_blocks": N_("Block work needs hours of work and hours of rest."),
    "unknown_task": N_("{name} is not in the list of tasks. Add it there, or change it here."),
    "unknown_task_near": N_("{name} is not in the list of tasks. Was {near} meant?"),
    "start_differs": N_("This says {said}, and the first step begins on {day}. Which is right?"),
    "end_differs": N_("This says {said}, and the last step ends on {day}. Which is right?"),
    "week_differs": N_("This says week {said}, and {day} lies in week {week}. Which is right?"),
    # rows of an absence system
    "missing_in_row": N_("Each row needs a dateStart and a recoveryPercentage."),
    "same_start": N_("Two rows begin on {day}. Keep one."),
    "open_between": N_("Only the last row may be without an end. Give this one a dateEnd."),
    "open_last": N_("The last row is without an end. Give it a dateEnd, or give the plan an end."),
    # a double schedule
    "agreed_alone": N_("This belongs to a double schedule, with a cautious and an ambitious line."),
    "missing_line": N_("A double schedule needs cautious, ambitious, and in agreed which of the two was agreed."),
    "beside_lines": N_("In a double schedule this belongs in cautious and in ambitious."),
}


#: What a preview takes when an option doesn't say it.
EXAMPLES = {
    "start": N_("As an example the plan starts on {day}."),
    "days": N_("As an example the working days are Monday to Friday."),
}


def example(key: str, day: date, said: Words) -> str:
    """What a preview took for a key that nobody gave."""
    return said._(EXAMPLES[key], day=said.day(day))


def begun(day: date, said: Words) -> str:
    """A preview of a plan whose start has passed: shown as it was on that day, and not to be registered now."""
    return said._(
        "The start has passed: shown as on {day}. A plan can only be registered before it starts.", day=said.day(day)
    )


def told(fault: Fault, said: Words) -> str:
    """A fault in one line: "line 14, steps[2].hours: A number is needed here, such as 32 or 28.5." """
    if fault.code == "refused":
        text = plan_warned.refused(fault.values["reason"], fault.values["detail"], said)
    else:
        text = said._(WRONG[fault.code], **fault.values)
    places = (said._("line {line}", line=fault.line) if fault.line else "", fault.key)
    where = ", ".join(place for place in places if place)
    return f"{where}: {text}" if where else text
