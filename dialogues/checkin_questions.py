"""The questions of the check-in in words (tone 5-9, 16, 17): a text each, a hint, and the echo of what was said."""

from collections.abc import Callable
from decimal import Decimal

from dialogues import phrases, signs_noticed
from dialogues.prompt import Page
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines import keeping, questions
from state_machines.files import Client, Day

LONGEST_GOAL = 200
LONGEST_WORDS = 300

TEXTS = {
    "energy": N_("How much energy do you have now?"),
    "giver": N_("What gave you energy today?"),
    "drainer": N_("And what cost energy?"),
    "hours": N_("How many hours did you work today?"),
    "tasks": N_("Which tasks did you do?"),
    "step": N_("How did the step go?"),
    "helped": N_("What helped you?"),
    "confidence": N_("How much confidence do you have that this week's step will work out?"),
    "list_givers": N_("What gives you energy at work, even if it's just a little?"),
    "list_drainers": N_("What costs you energy at work?"),
    "list_signs": N_("What tells you first that it's getting too much?"),
    "contacts": N_("Who would you like to call when things get really hard? A name is enough."),
    "complaint": N_("How much did your complaints bother you today?"),
}

LEGENDS = {
    "energy": N_("0 = completely drained, 10 = full of energy"),
    "confidence": N_("0 = none, 10 = complete confidence"),
    "progress": N_("0 = at the very beginning, 10 = your goal is reached"),
    "complaint": N_("0 = not at all, 10 = very much"),
}

#: What a list says about choosing and typing: with typing, and for who uses buttons only (R35).
ONE = (N_("Choose one or type one. You can add more later."), N_("Choose one. You can add more later."))
MORE = (
    N_("You can choose more than one. Something else? Just type it."),
    N_("You can choose more than one."),
)
OWN = (N_("Something else? Just type it."), "")
CHOOSING = {
    "giver": MORE,
    "drainer": OWN,
    "tasks": MORE,
    "helped": MORE,
    "hindered": OWN,
    "list_givers": ONE,
    "list_drainers": ONE,
    "list_signs": ONE,
    "hours": (N_("A different number? Type it, for instance 2.5."), ""),
    "contacts": (
        N_("I'll show you that name when things are hard."),
        N_("You can type a name once typing is on: /settings"),
    ),
    "one_higher": ("", N_("You use buttons only, so there is no need to write it down.")),
    "pleasant": (N_("A few words are enough."), N_("You use buttons only, so there is no need to write it down.")),
}


# --- the question -------------------------------------------------------------------------------------------------


def asked(page: Page[Client], day: Day) -> str:
    """The open question: its text, the ends of its scale or how to choose, and what was written before."""
    at = day.at or questions.FIRST
    text = SPECIAL[at](page, day) if at in SPECIAL else page.words._(TEXTS[at])
    legend = page.words._(LEGENDS[at]) if at in LEGENDS else ""
    hint = CHOOSING.get(at, ("", ""))[1 if page.file.buttons_only else 0]
    return phrases.lines(text, legend, page.words._(hint) if hint else "", _standing(page, day, at))


def _standing(page: Page[Client], day: Day, at: str) -> str:
    """What was answered before and no button shows: own words, or a number between two buttons."""
    _ = page.words._
    kind, number = questions.BY_NAME[at].kind, day.number(at)
    if kind == "text" and day.words(at):
        return _("You wrote: “{words}”", words=phrases.clipped(day.words(at)[0], LONGEST_WORDS))
    if kind == "scale" and number is not None and number % 1:
        return _("Your answer now: {number}", number=page.words.number(number))
    return ""


def _progress(page: Page[Client], _day: Day) -> str:
    _ = page.words._
    goal = phrases.clipped(page.file.plan.goal, LONGEST_GOAL) if page.file.plan else ""
    if not goal:
        return _("Where are you now on the way to your goal, from 0 to 10?")
    return _("Your goal is: {goal}. Where are you now, from 0 to 10?", goal=goal.rstrip("."))


def _one_higher(page: Page[Client], day: Day) -> str:
    _ = page.words._
    higher = min((day.number("progress") or Decimal(0)) + 1, Decimal(10))
    return _(
        "How would you notice that you are at {number}? Something small is enough.", number=page.words.number(higher)
    )


def _pleasant(page: Page[Client], day: Day) -> str:
    _ = page.words._
    if day.working and day.words("hours") != ("off",) and day.number("hours") != 0:
        return _("What was the most pleasant moment at work today?")
    return _("What was the most pleasant moment of your day?")


def _step(page: Page[Client], day: Day) -> str:
    """Facts first (R15): what was agreed for this week, and what the client noted; missing is not zero."""
    _, client = page.words._, page.file
    plan = client.plan
    if plan is None or not day.closes_week:
        text = TEXTS["step"]
        return page.words._(text)
    agreed = keeping.week_hours(client, plan, day.closes_week)
    kept = [d.number("hours") for d in client.days_since(plan.week_start(day.closes_week)) if d.date <= day.date]
    noted = [number for number in kept if number is not None]
    agreed_hours = phrases.hours(page.words, agreed)
    if day.closes_week > plan.weeks:  # a check-in a week: hours noted on one day say nothing of it
        return _("Your week is over. Your full hours are {agreed}. How did this week go?", agreed=agreed_hours)
    if not noted:
        return _("Your week is over. The agreement was {agreed}. How did the step go?", agreed=agreed_hours)
    noted_hours = phrases.hours(page.words, sum(noted, Decimal(0)))
    return _(
        "Your week is over. The agreement was {agreed}, you noted {noted}. How did the step go?",
        agreed=agreed_hours,
        noted=noted_hours,
    )


def _hindered(page: Page[Client], day: Day) -> str:
    """What got in the way, with who sees what (tone 17): no reproach, and the plan stays."""
    _, client = page.words._, page.file
    not_done = day.words("step") == ("not",)
    coach, supervisor = phrases.coach_of(client), phrases.supervisor_of(client, page.words)
    sees = (
        _("Your plan stays as it is. {coach} sees that the step wasn't done.", coach=coach)
        if not_done
        else _("Your plan stays as it is. {coach} sees that the step was partly done.", coach=coach)
    )
    shared = _("What you fill in here doesn't go to {supervisor}, unless you share it.", supervisor=supervisor)
    text = _("What got in the way most?") if not_done else _("And what got in the way?")
    return f"{sees} {shared}\n\n{text}"


SPECIAL: dict[str, Callable[[Page[Client], Day], str]] = {
    "progress": _progress,
    "one_higher": _one_higher,
    "pleasant": _pleasant,
    "step": _step,
    "hindered": _hindered,
    "signs": signs_noticed.question,
}


# --- the echo -----------------------------------------------------------------------------------------------------


def heard(page: Page[Client], day: Day) -> str:
    """What the client just said, repeated and never rated (R13, R14); empty when it was skipped."""
    before = questions.preceding(day, day.at or questions.FIRST)
    answer = day.answer(before)
    if answer is None or answer.skipped or before == day.at:
        return ""
    if before in OF_SIGNS:
        return OF_SIGNS[before](page, day)
    return ECHOES.get(before, _items)(page.words, day, before)


def _energy(said: Words, day: Day, name: str) -> str:
    return said._("Your energy: {number}.", number=said.number(day.number(name)))


def _score(said: Words, day: Day, name: str) -> str:
    return said._("You chose {number}.", number=said.number(day.number(name)))


def _worked(said: Words, day: Day, name: str) -> str:
    number = day.number(name)
    if number is None:
        return said._("Noted: ill, on leave or no work today.")
    worked = phrases.hours(said, number)
    return said._("Noted: {hours} worked.", hours=worked)


def _how_it_went(said: Words, day: Day, name: str) -> str:
    told: dict[tuple[str, ...], str] = {
        ("full",): N_("Noted: you did the whole step."),
        ("partly",): N_("Noted: you did part of the step."),
        ("not",): N_(
            "That's clear: the step wasn't done this week. That is useful to know. It shows where things get stuck."
        ),
    }
    text = told.get(day.words(name))
    return said._(text) if text else ""


def _written(said: Words, _day: Day, _name: str) -> str:
    return said._("Thank you, I wrote it down.")


def _items(said: Words, day: Day, name: str) -> str:
    items = phrases.named(day.words(name), said)
    return said._("Noted: {items}.", items=items.rstrip(".")) if items else said._("Noted.")


#: The echoes that need the client's own list.
OF_SIGNS: dict[str, Callable[[Page[Client], Day], str]] = {
    "list_signs": signs_noticed.listed,
    "signs": signs_noticed.heard,
}
ECHOES: dict[str, Callable[[Words, Day, str], str]] = {
    "energy": _energy,
    "confidence": _score,
    "progress": _score,
    "hours": _worked,
    "step": _how_it_went,
    "one_higher": _written,
    "pleasant": _written,
}
