"""The four questions before an evaluation (R40), and the client's own list of answers to take along."""

from dialogues import phrases, taps
from dialogues.prompt import Button, Message, Page, Rows, says
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines import evaluating
from state_machines.files import Client
from state_machines.plan import Evaluation

QUESTIONS = (
    N_("How did it go?"),
    N_("What did you learn?"),
    N_("What would you do differently?"),
    N_("What is worth repeating?"),
)


def coming(page: Page[Client]) -> Evaluation | None:
    """The next planned evaluation, seen from the day this file is at."""
    day = page.file.day
    return evaluating.coming(page.file, day.date) if day else None


def yours(page: Page[Client]) -> str:
    """Whose the answers are (R33)."""
    return page.words._(
        "Four questions help you prepare. Your answers are yours: {coach} only reads them if you share them.",
        coach=phrases.coach_of(page.file),
    )


def cut_off(page: Page[Client]) -> str:
    """Said when what was typed was longer than fits on the list."""
    return page.words._("It was too long for your list, so I kept the beginning.") if page.values.get("cut") else ""


# --- a question a message -----------------------------------------------------------------------------------------


@says("evaluation.question")
def question(page: Page[Client]) -> Message:
    """One of the four, with what was written before; it can be skipped, and left for later."""
    _, client = page.words._, page.file
    number = min(max(int(page.text("number") or 1), 1), len(QUESTIONS))
    standing = (*client.prepared, *("",) * len(QUESTIONS))[number - 1]
    wrote = _("You wrote: “{words}”", words=phrases.cut(standing, evaluating.LONGEST)) if standing else ""
    typing = _("Type your answer. A few words are enough.")
    bare = _("You use buttons only. Take the question along in your head.")
    return phrases.message(
        cut_off(page) or (_("Thank you, I wrote it down.") if page.values.get("kept") else ""),
        yours(page) if number == 1 else "",
        _wanted(page) if number == 1 else "",
        phrases.lines(
            _("Question {number} of 4: {question}", number=number, question=_(QUESTIONS[number - 1])),
            bare if client.buttons_only else typing,
            wrote,
        ),
        rows=_ways(page, number, standing=bool(standing)),
    )


def _ways(page: Page[Client], number: int, *, standing: bool) -> Rows:
    _ = page.words._
    label = _("Next") if page.file.buttons_only else _("Keep this") if standing else _("Skip")
    return ((Button(label, taps.prepared(number)), Button(_("Go on later"), taps.evaluation("later"))),)


def _wanted(page: Page[Client]) -> str:
    """What the client wanted to discuss in any case."""
    words = evaluating.topic(page.file)
    return page.words._("You want to discuss in any case: “{words}”", words=words) if words else ""


@says("evaluation.changed")
def changed(page: Page[Client]) -> Message:
    """An edited message corrected an answer."""
    _ = page.words._
    return phrases.message(
        _("I changed your answer to question {number}.", number=page.text("number")),
        cut_off(page),
        rows=((Button(_("Show my list"), taps.evaluation("list")),),),
    )


# --- the list -----------------------------------------------------------------------------------------------------


@says("evaluation.list")
def listed(page: Page[Client]) -> Message:
    """All answers in one message to take along; the client's own until shared."""
    _, client = page.words._, page.file
    again = (Button(_("Go through the questions again"), taps.evaluation("prepare")),)
    coach = phrases.coach_of(client)
    if not _written(client):
        return phrases.message(
            _("These are the four questions to take along:"),
            phrases.lines(*(f"{n}. {_(text)}" for n, text in enumerate(QUESTIONS, 1))),
            _("Nothing is written down. That's fine."),
            rows=(again,),
        )
    return phrases.message(
        cut_off(page),
        _title(page),
        _answers(client, page.words),
        _("It's yours: {coach} only reads it if you share it.", coach=coach)
        + " "
        + _("You find it again with /evaluation."),
        rows=((phrases.button(_("Share with {coach}", coach=coach), taps.evaluation("share")),), again),
    )


def _title(page: Page[Client]) -> str:
    _, evaluation = page.words._, coming(page)
    if evaluation is None:
        return _("Your list for the evaluation:")
    return _("Your list for the evaluation of {day}:", day=page.words.day(evaluation.day))


def _written(client: Client) -> bool:
    return any(client.prepared) or bool(evaluating.topic(client))


def _answers(client: Client, said: Words) -> str:
    """What was written, under its question; a question without an answer is left out. Missing stays missing."""
    words = evaluating.topic(client)
    first = [said._("To discuss in any case:") + f"\n{words}"] if words else []
    asked = zip(QUESTIONS, client.prepared, strict=False)
    return "\n\n".join([*first, *(f"{said._(text)}\n{answer}" for text, answer in asked if answer)])


def as_note(client: Client, said: Words) -> str:
    """The list as a note of the diary, for who wants to share it; empty when nothing was written."""
    if not _written(client):
        return ""
    return said._("My preparation for the evaluation:") + "\n\n" + _answers(client, said)


def too_slow(said: Words) -> str:
    """The line that "I find the plan too slow" puts on the list."""
    return said._("I find the plan too slow.")
