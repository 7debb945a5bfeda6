"""Evaluations (tone 18; R38, R40): where they stand, asking for one, and what came of it."""

from dialogues import agenda, phrases, preparing, taps, who_reads
from dialogues.prompt import Button, Message, Page, Rows, says
from dialogues.suggestions import N_
from state_machines import evaluating, lag
from state_machines.files import Client

HELD = {
    "stands": N_("What came of it: the plan stands as it is."),
    "anew": N_("What came of it: you agree on a new plan together. Until you say yes to that, this plan stands."),
    "leeway": N_(
        "What came of it: a step is made longer. You see the new dates here first. Until then the plan stands."
    ),
    "other": N_("What came of it: something else. The plan stands until you agree on a new one together."),
}

#: The same once the plan is over: there is nothing left of it that could stand.
AFTER_END = {
    "stands": N_("What came of it: you go on as you agreed together."),
    "anew": N_("What came of it: you agree on a new plan together. It begins only when you say yes to it."),
    "other": N_("What came of it: something else. A new plan begins only when you say yes to it."),
}


# --- where it stands ----------------------------------------------------------------------------------------------


@says("evaluation.show")
def show(page: Page[Client]) -> Message:
    """What is planned or was asked for, and how to prepare it."""
    _, client = page.words._, page.file
    if client.plan is None:
        return phrases.message(
            _("There is no plan yet. An evaluation looks back at a plan, together."),
            rows=((phrases.talk(client, page.words),),),
        )
    why = preparing.yours(page) if _sets_in(page) else _why(page)
    return phrases.message(_where(page), why, rows=(*_ways(page), *_sheet(page), *_asking(page)))


def _where(page: Page[Client]) -> str:
    """The one that was asked for and the one that is planned, a line each."""
    _, request = page.words._, page.file.request(lag.EVALUATION)
    coming = preparing.coming(page)
    planned = ""
    if coming is not None:
        who = agenda.people(page, coming)
        planned = _("Your next evaluation: {day}, with {who}.", day=page.words.day(coming.day), who=who)
    elif request is None:
        planned = _("No evaluation is planned now.")
    return phrases.lines(_asked_on(page), planned)


def _asked_on(page: Page[Client]) -> str:
    """Since when an evaluation is asked for, by whom; empty when none is."""
    _, request = page.words._, page.file.request(lag.EVALUATION)
    if request is None:
        return ""
    day, coach = page.words.day(request.on), phrases.coach_of(page.file)
    if page.file.ended:
        return _("On {day} an evaluation was asked for.", day=day)
    if request.why == "asked":
        return _("On {day} you asked {coach} for an evaluation. Until then the plan stands.", day=day, coach=coach)
    return _("On {day} I asked {coach} for an evaluation. Until then the plan stands.", day=day, coach=coach)


def _why(page: Page[Client]) -> str:
    supervisor, coach = phrases.supervisor_of(page.file, page.words), phrases.coach_of(page.file)
    return page.words._(
        "In an evaluation you look at the plan, with {supervisor} and {coach}. You can ask for one at any time.",
        supervisor=supervisor,
        coach=coach,
    )


def _sets_in(page: Page[Client]) -> bool:
    """Whether there is something to prepare for: an evaluation that is planned, or asked for."""
    return preparing.coming(page) is not None or page.file.request(lag.EVALUATION) is not None


def _ways(page: Page[Client]) -> Rows:
    """Preparing, and the list as far as it is."""
    _, client = page.words._, page.file
    if not _sets_in(page):
        return ()
    begun = any(client.prepared)
    label = _("Go through the questions again") if begun else _("Prepare it with four questions")
    prepare = ((Button(label, taps.evaluation("prepare")),),)
    shown = begun or bool(evaluating.topic(client))
    listed = ((Button(_("Show my list"), taps.evaluation("list")),),) if shown else ()
    write = () if client.buttons_only else ((Button(_("Write down what to discuss"), taps.evaluation("write")),),)
    return (*listed, *prepare, *write)


def _sheet(page: Page[Client]) -> Rows:
    """A sheet for the talk with the supervisor: what stands on it is read first (R33)."""
    who = phrases.supervisor_of(page.file, page.words)
    return ((phrases.button(page.words._("Evaluation sheet for {supervisor}", supervisor=who), taps.sheet("show")),),)


def _asking(page: Page[Client]) -> Rows:
    _ = page.words._
    if page.file.request(lag.EVALUATION) is not None:
        return ()
    label = _("Ask for an earlier evaluation") if preparing.coming(page) else _("Ask for an evaluation")
    return ((Button(label, taps.evaluation("ask")),),)


# --- asked for ----------------------------------------------------------------------------------------------------


@says("evaluation.lag")
def two_weeks(page: Page[Client]) -> Message:
    """Tone 18: two weeks went otherwise; that is a good moment to look together, and the plan stands."""
    _, coach = page.words._, phrases.coach_of(page.file)
    return phrases.message(
        _("The last two weeks went differently from the plan. That is a good moment to look at it together."),
        _("I have asked {coach} for an extra evaluation. Until then the plan stands.", coach=coach),
        _bring(page),
        rows=_write_or_later(page),
    )


@says("evaluation.asked")
def asked(page: Page[Client]) -> Message:
    """The client asked for one: passed on, and the same question."""
    _, client = page.words._, page.file
    if client.request(lag.EVALUATION) is None:
        return show(page)
    return phrases.message(
        _("I have asked {coach} for an evaluation. Until then the plan stands.", coach=phrases.coach_of(client)),
        who_reads.reads_on(client, page.words),
        _bring(page),
        rows=_write_or_later(page),
    )


def _bring(page: Page[Client]) -> str:
    _ = page.words._
    return "" if page.file.buttons_only else _("What do you want to discuss there in any case?")


def _write_or_later(page: Page[Client]) -> Rows:
    _ = page.words._
    if page.file.buttons_only:
        return ((Button(_("All right"), taps.evaluation("later")),),)
    return ((Button(_("Write down"), taps.evaluation("write")), Button(_("Later"), taps.evaluation("later"))),)


@says("evaluation.later")
def later(page: Page[Client]) -> Message:
    """Fine; where to find it."""
    return phrases.message(page.words._("All right. You find this again with /evaluation."))


@says("evaluation.write")
def write(page: Page[Client]) -> Message:
    """What the client wants to discuss: typed next; and who reads it."""
    _ = page.words._
    return phrases.message(
        _("What do you want to discuss in any case? Type it here. I put it on your list."),
        _("It's yours: {coach} only reads it if you share it.", coach=phrases.coach_of(page.file)),
        rows=((Button(_("Later"), taps.evaluation("later")),),),
    )


@says("evaluation.written")
def written(page: Page[Client]) -> Message:
    """It is on the list; more can be added."""
    _ = page.words._
    return phrases.message(
        _("It's on your list for the evaluation."),
        preparing.cut_off(page),
        rows=(
            (Button(_("Write down something else"), taps.evaluation("write")),),
            (Button(_("Prepare it with four questions"), taps.evaluation("prepare")),),
        ),
    )


# --- held ---------------------------------------------------------------------------------------------------------


@says("evaluation.held")
def held(page: Page[Client]) -> Message:
    """The coach recorded what came of it; nothing of that changes the plan by itself (R2, R37)."""
    _, coach = page.words._, phrases.coach_of(page.file)
    over = AFTER_END.get(page.text("outcome"), AFTER_END["other"])
    outcome = over if page.file.ended else HELD.get(page.text("outcome"), HELD["other"])
    return phrases.message(
        _("{coach} noted that the evaluation was held.", coach=coach),
        _(outcome),
        rows=((Button(_("My plan"), taps.ask("plan")),), (phrases.talk(page.file, page.words),)),
    )
