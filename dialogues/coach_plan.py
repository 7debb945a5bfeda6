"""Where a coach begins with a client's plan: whose it is, what is to be recorded; how a new one ends (R1, R37)."""

from dialogues import taps
from dialogues.coach_words import CANCEL, Desk, choose, no_clients, picked_name
from dialogues.phrases import message
from dialogues.prompt import Button, Message, tells
from dialogues.suggestions import N_

#: What can be recorded about a client's plan, in the order of the buttons.
MENU = (
    ("plan", N_("New plan")),
    ("leeway", N_("Take leeway")),
    ("stop", N_("Stopped by the physician")),
    ("evaluation", N_("Record an evaluation")),
    ("consult", N_("Consult")),
)


@tells("desk.plan")
def plan(page: Desk) -> Message:
    """For whom, and that only what was agreed is entered."""
    _ = page.words._
    rows = choose(page, "plan_menu")
    if not rows:
        return no_clients(page)
    return message(
        _("Whose plan is it about?"),
        _("Enter only what the client and the supervisor have agreed together."),
        rows=(*rows, (Button(_(CANCEL), taps.pick("cancel")),)),
    )


@tells("desk.plan_menu")
def menu(page: Desk) -> Message:
    """What happened with the plan of this client."""
    _, client = page.words._, page.text("client")
    return message(
        _("What do you want to record for {name}?", name=picked_name(page)),
        rows=tuple((Button(_(label), taps.pick(what, client)),) for what, label in MENU),
    )


@tells("desk.plan_registered")
def registered(page: Desk) -> Message:
    """On its way to the client; it becomes the plan with the client's yes, or at once with a signed paper (R1)."""
    _ = page.words._
    name = picked_name(page)
    if page.values.get("paper"):
        return message(
            _("Registered. The signed paper counts as the yes of {name}.", name=name),
            _("{name} gets the plan to read. From the first step on I tell {name} the step of each week.", name=name),
        )
    return message(
        _("Registered. I now ask {name} whether this is what was agreed.", name=name),
        _("The plan begins only after {name} says yes. Until then I send nothing about it.", name=name),
        _("You'll hear the answer."),
    )


@tells("desk.cancelled")
def cancelled(page: Desk) -> Message:
    """The open dialogue has ended."""
    _ = page.words._
    if page.values.get("nothing"):
        return message(_("Nothing was open. What was registered before stands."))
    if page.values.get("recorded"):
        return message(_("Cancelled. The evaluation is recorded. Nothing else was passed on."))
    return message(_("Cancelled. Nothing was passed on."))
