"""A complaint in words (tone 13; R18): heard, and left alone. What can't wait gets fixed words and people.

Never less work, never a judgement; for the complaint itself the GP or an own therapist. One question a message.
"""

from datetime import date

from dialogues import checkin_questions, phrases, signal, taps, who_reads
from dialogues.emergency_numbers import NUMBERS
from dialogues.prompt import Button, Message, Page, Rows, says
from dialogues.suggestions import N_
from dialogues.understand_complaint import SKIP
from state_machines import voicing
from state_machines.files import Client

#: Said before the first question: what became of what was just typed or tapped.
BEFORE = {
    "told": N_("I wrote it down in your diary. Only you read it."),
    "earlier": N_("That button is from an earlier day. Nothing was changed."),
}
SCALE, LOW_HALF = 11, 6


@says("complaint.show")
def show(page: Page[Client]) -> Message:
    """First of all: can it wait?"""
    _, day = page.words._, _today(page)
    before = BEFORE.get(page.text("note"))
    return phrases.message(
        _(before) if before else "",
        _("You'd like to say something about how you are. First this: can it wait?"),
        rows=phrases.column(
            Button(_("It can't wait"), taps.complaint("urgent", day)),
            Button(_("It can wait"), taps.complaint("can_wait", day)),
        ),
    )


@says("complaint.urgent")
def urgent(page: Page[Client]) -> Message:
    """It can't wait: who to call; what this is; what the coach hears, and when. Fixed text."""
    _, client = page.words._, page.file
    call = _(
        "Is your life in danger? Call {danger}. Otherwise call your GP now, or the out-of-hours GP service.", **NUMBERS
    )
    judge = _("I'm a computer program and can't judge this.")
    if not phrases.recognised(client):
        return phrases.message(call, judge)
    coach = phrases.coach_of(client)
    told = _("{coach} gets a signal that you looked for help, not what it is about.", coach=coach)
    coached = client.journey in {"coaching", "paused"}
    wait = ((Button(_("It can wait after all"), taps.complaint("can_wait", _today(page))),),) if coached else ()
    return phrases.message(
        call,
        judge,
        f"{told} {signal.later(page)}",
        rows=((phrases.button(_("Let {coach} call me", coach=coach), taps.ask("call")),), *wait),
    )


# --- in own words, or by a choice ---------------------------------------------------------------------------------


@says("complaint.words")
def in_words(page: Page[Client]) -> Message:
    """It can wait: own words, or a choice alone."""
    _ = page.words._
    if page.file.buttons_only:
        return phrases.message(_("What do you want to happen with it?"), rows=_choices(page))
    return phrases.message(
        _("Tell it in your own words, or choose. What do you want to happen with it?"), rows=_choices(page)
    )


@says("complaint.what")
def what(page: Page[Client]) -> Message:
    """The words are kept, closed: what is to happen with them?"""
    _ = page.words._
    return phrases.message(
        _("Thank you for telling me. I wrote it down. Only you read it."),
        _("What do you want to happen with it?"),
        rows=_choices(page),
    )


def _choices(page: Page[Client]) -> Rows:
    _, client = page.words._, page.file
    told = client.complaints.told
    day = told[-1].day if told else _today(page)
    discuss = _("Discuss it with {coach}", coach=phrases.coach_of(client))
    return phrases.column(
        Button(_("Only write it down"), taps.complaint(voicing.KEEP, day)),
        phrases.button(discuss, taps.complaint(voicing.DISCUSS, day)),
        Button(_("Put it ready for the physician"), taps.complaint(voicing.PHYSICIAN, day)),
    )


# --- what was chosen ----------------------------------------------------------------------------------------------


@says("complaint.kept")
def kept(page: Page[Client]) -> Message:
    """Only written down."""
    _ = page.words._
    words = _("It's in your diary. Only you read it.")
    bare = _("Noted: something bothers you today. That stays with you.")
    return _settled(page, words if page.values.get("words") else bare, _gp(page))


@says("complaint.discussed")
def discussed(page: Page[Client]) -> Message:
    """The coach hears of it; what of it the coach can read; when the coach reads."""
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    words = _("{coach} hears that you want to discuss this, and can read what you wrote.", coach=coach)
    bare = _("{coach} hears that you want to discuss something that bothers you.", coach=coach)
    told = words if page.values.get("words") else bare
    return _settled(page, f"{told} {who_reads.reads_on(client, page.words)}", _gp(page))


@says("complaint.ready")
def ready(page: Page[Client]) -> Message:
    """The report to the physician is a message of its own, which the client reads first."""
    _ = page.words._
    return _settled(page, _("You read first what would go to the occupational physician. You decide."), "")


def _settled(page: Page[Client], heard: str, way: str) -> Message:
    """What was done; then the 0-10 of today, if it isn't known yet, or a way to people."""
    if page.values.get("asks"):
        return phrases.message(heard, way, _question(page), rows=_scores(page))
    return phrases.message(heard, way, rows=((phrases.talk(page.file, page.words),),))


def _question(page: Page[Client]) -> str:
    """The check-in's own question, with the ends of its scale."""
    texts = checkin_questions.TEXTS[voicing.QUESTION], checkin_questions.LEGENDS[voicing.QUESTION]
    return phrases.lines(*(page.words._(text) for text in texts))


def _gp(page: Page[Client]) -> str:
    return page.words._("Are you worried about your complaints? Your GP can look at them with you.")


def _scores(page: Page[Client]) -> Rows:
    day = _today(page)
    buttons = [Button(str(n), taps.complaint("score", day, str(n))) for n in range(SCALE)]
    skip = Button(page.words._("Skip"), taps.complaint("score", day, SKIP))
    return (tuple(buttons[:LOW_HALF]), tuple(buttons[LOW_HALF:]), (skip,))


@says("complaint.score")
def score(page: Page[Client]) -> Message:
    """A number that can't be: which can, and the question once more."""
    _ = page.words._
    return phrases.message(
        _("I can write down a number from 0 to 10 here."),
        _question(page),
        rows=_scores(page),
    )


@says("complaint.scored")
def scored(page: Page[Client]) -> Message:
    """The number repeated, never rated; or no number, which is fine."""
    _, client = page.words._, page.file
    number = client.day.number(voicing.QUESTION) if client.day else None
    if page.values.get("given") and number is not None:
        told = _("Today: {number}. I wrote it down. Nothing more is needed today.", number=page.words.number(number))
    else:
        told = _("That's fine. Nothing more is needed today.")
    return phrases.message(told, rows=((phrases.talk(client, page.words),),))


def _today(page: Page[Client]) -> date:
    """The date the file is at: who isn't coached has none, and no button of a date either."""
    return page.file.day.date if page.file.day else date.min
