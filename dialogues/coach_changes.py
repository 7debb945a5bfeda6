"""What a coach records about a plan that runs: leeway (R3) and a stop on medical ground (R37)."""

from dialogues.coach_asks import Ask, register
from dialogues.coach_words import Desk, options, picked_name, with_year
from dialogues.phrases import clipped, message
from dialogues.prompt import Message, Rows, tells
from dialogues.suggestions import N_

LONGEST_NAME = 60
TAP_ONE = N_("Tap what fits.")


# --- leeway -------------------------------------------------------------------------------------------------------


def _which(page: Desk) -> Rows:
    _ = page.words._
    return options(page, [(_("This step"), "now"), (_("The next step"), "next")], width=2)


def _weeks(page: Desk) -> Rows:
    _ = page.words._
    return options(page, [(_("1 week"), "1"), (_("2 weeks"), "2")], width=2)


def recorded(page: Desk) -> tuple[str, ...]:
    """An evaluation led to this dialogue: it is recorded already."""
    after = page.file.sketch is not None and page.file.sketch.after_evaluation
    return (page.words._("The evaluation is recorded."),) if after else ()


def _longer(page: Desk) -> tuple[str, ...]:
    """What will change, in so many words."""
    sketch, said = page.file.sketch, page.words
    if sketch is None:
        return ()
    longer = {
        "now": said.n_("This step becomes {n} week longer.", "This step becomes {n} weeks longer.", sketch.weeks),
        "next": said.n_(
            "The next step becomes {n} week longer.", "The next step becomes {n} weeks longer.", sketch.weeks
        ),
    }
    return longer.get(sketch.which, ""), said._("The steps after it and the end date shift along.")


def _both(page: Desk) -> Rows:
    return options(page, [(page.words._("Yes, both have agreed"), "yes")])


@tells("desk.leeway_passed")
def leeway_passed(page: Desk) -> Message:
    """On its way to the client, whose yes makes it count (R1)."""
    _ = page.words._
    name = picked_name(page)
    return message(
        _("Passed on. If it can be done, {name} now sees what changes. The longer plan counts after a yes.", name=name),
        _("If it can't be done, I tell you right away."),
    )


# --- stopped on medical ground ------------------------------------------------------------------------------------


def _look_again(page: Desk) -> Rows:
    _ = page.words._
    weeks = ((_("In 1 week"), "in 1 week"), (_("In 2 weeks"), "in 2 weeks"), (_("In 4 weeks"), "in 4 weeks"))
    return options(page, weeks, width=3)


def _stopped(page: Desk) -> tuple[str, ...]:
    """Who says so, what stops, and when to look again."""
    _, sketch = page.words._, page.file.sketch
    if sketch is None or sketch.look_again is None:
        return ()
    return (
        _("{physician} says that working (this much) isn't possible now.", physician=_name(sketch.physician)),
        _("From today I send no messages about the step. The papers say: stopped on the physician's advice."),
        _("On {day} I remind you to look again.", day=with_year(page, sketch.look_again)),
    )


def _name(text: str) -> str:
    return clipped(text, LONGEST_NAME)


def _physician(page: Desk) -> tuple[str, ...]:
    sketch = page.file.sketch
    return (
        (page.words._("Named by you: {physician}.", physician=_name(sketch.physician).rstrip(".")),) if sketch else ()
    )


def _yes_stopped(page: Desk) -> Rows:
    return options(page, [(page.words._("Yes, the plan is stopped"), "yes")])


@tells("desk.stop_passed")
def stop_passed(page: Desk) -> Message:
    """Today the step messages stop; a date to look again is set."""
    _ = page.words._
    name = picked_name(page)
    return message(
        _("Passed on. If there is a plan, {name} now reads that it is stopped and a new one follows.", name=name),
        _("If it can't be done, I tell you right away."),
    )


ASKS = {
    "leeway_step": Ask(
        lines=(N_("Which step of {name} becomes longer?"),), hint=TAP_ONE, options=_which, more=recorded
    ),
    "leeway_weeks": Ask(
        lines=(N_("By how many weeks? Tap, or type it."),),
        hint=N_("I need whole weeks, at least one, like: 1 week."),
        options=_weeks,
    ),
    "leeway_check": Ask(
        lines=(N_("Have {name} and the supervisor both agreed to this?"),),
        hint=N_("Tap yes only when both have agreed. Otherwise cancel."),
        options=_both,
        more=_longer,
    ),
    "stop_physician": Ask(
        lines=(
            N_("Which physician says that working isn't possible now?"),
            N_("Type the name only. Never a reason: that is between {name} and the physician."),
        ),
        hint=N_("I need a name of a few words, and nothing else."),
    ),
    "stop_look_again": Ask(
        lines=(N_("When will you look again together? Tap, or type the date."),),
        hint=N_("I need a date after today, like 21 December or 21-12."),
        options=_look_again,
        more=_physician,
    ),
    "stop_check": Ask(
        lines=(N_("Shall I stop the plan of {name}?"),),
        hint=N_("Tap yes to stop the plan, or cancel."),
        options=_yes_stopped,
        more=_stopped,
    ),
}
register(ASKS)
