"""What a coach records about talks: what came of an evaluation (R40), and consults, which lie beside the plan."""

from datetime import datetime

from dialogues.coach_asks import Ask, register
from dialogues.coach_words import Desk, moment, options, picked_name, with_year
from dialogues.phrases import message
from dialogues.prompt import Message, Rows, tells
from dialogues.suggestions import N_
from state_machines.files import Consult

MOST_SHOWN = 10
OUTCOMES = {
    "stands": N_("The plan stands"),
    "anew": N_("A new plan was agreed"),
    "leeway": N_("Leeway will be taken"),
    "other": N_("Something else"),
}


# --- evaluations --------------------------------------------------------------------------------------------------


def _extra(page: Desk) -> Rows:
    return options(page, [(page.words._("It was an extra one"), "extra")])


def _outcomes(page: Desk) -> Rows:
    return options(page, [(page.words._(label), name) for name, label in OUTCOMES.items()])


def _which(page: Desk) -> tuple[str, ...]:
    sketch = page.file.sketch
    if sketch is None:
        return ()
    if sketch.planned is None:
        return (page.words._("About an extra evaluation."),)
    return (page.words._("About the evaluation planned for {day}.", day=with_year(page, sketch.planned)),)


@tells("desk.evaluation_held")
def held(page: Desk) -> Message:
    """Recorded; the plan is as it was (R2)."""
    _, outcome = page.words._, OUTCOMES.get(page.text("outcome"), "")
    return message(
        _("Recorded. What came of it: {outcome}.", outcome=_lowered(_(outcome) if outcome else "")),
        _("The plan of {name} stays as it is.", name=picked_name(page)),
    )


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


# --- consults -----------------------------------------------------------------------------------------------------


def _coming(page: Desk) -> tuple[Consult, ...]:
    card = page.file.card(page.file.sketch.client) if page.file.sketch else None
    return card.consults[:MOST_SHOWN] if card else ()


def _listed(page: Desk) -> tuple[str, ...]:
    moments = [moment(page, consult.at) for consult in _coming(page)]
    return (page.words._("Planned now: {moments}.", moments=page.words.listed(moments)),) if moments else ()


def _move_or_drop(page: Desk) -> Rows:
    _ = page.words._
    labelled = []
    for consult in _coming(page):
        when = moment(page, consult.at, short=True)
        labelled += [
            (_("Move {when}", when=when), f"move {consult.number}"),
            (_("Call off {when}", when=when), f"drop {consult.number}"),
        ]
    return options(page, labelled)


def _moving(page: Desk) -> tuple[str, ...]:
    sketch = page.file.sketch
    found = next((consult for consult in _coming(page) if sketch and consult.number == sketch.consult), None)
    return (page.words._("This one moves: {when}.", when=moment(page, found.at)),) if found else ()


def _when(page: Desk) -> str:
    at = page.values.get("when")
    return moment(page, at) if isinstance(at, datetime) else ""


@tells("desk.consult_set", "desk.consult_moved")
def consult_set(page: Desk) -> Message:
    """Made or moved; it changes nothing about the plan."""
    _ = page.words._
    return message(
        _("Your consult with {name} is on {when}.", name=picked_name(page), when=_when(page)),
        _("{name} hears it now, and both of you are reminded the day before.", name=picked_name(page)),
    )


@tells("desk.consult_gone")
def consult_gone(page: Desk) -> Message:
    """Taken back."""
    _ = page.words._
    return message(
        _("The consult of {when} is called off. {name} hears it now.", when=_when(page), name=picked_name(page))
    )


ASKS = {
    "evaluation_day": Ask(
        lines=(N_("Which evaluation of {name} was it? Type the date it was planned for, like 11-12."),),
        hint=N_("I need the date for which it was planned, like 11 December or 11-12."),
        options=_extra,
    ),
    "evaluation_outcome": Ask(
        lines=(N_("What came of it?"),), hint=N_("Tap what fits."), options=_outcomes, more=_which
    ),
    "consult_when": Ask(
        lines=(N_("When do you talk with {name}? Type the date and the time, like 7-12 14:00."),),
        hint=N_("I need a date and a time, like 7-12 14:00 or Monday 2 pm."),
        options=_move_or_drop,
        more=_listed,
    ),
    "consult_move": Ask(
        lines=(N_("When will it be then? Type the date and the time, like 7-12 14:00."),),
        hint=N_("I need a date and a time, like 7-12 14:00 or Monday 2 pm."),
        more=_moving,
    ),
}
register(ASKS)
