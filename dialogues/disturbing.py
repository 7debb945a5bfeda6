"""Something at work stands in the way (R38): asked in one tap, answered with facts; never a fault of the client's."""

from dialogues import phrases, taps, who_reads
from dialogues.prompt import Button, Message, Page, says
from dialogues.suggestions import N_
from state_machines.files import Client

CHOICES = {
    "no_work": N_("There is no work for me"),
    "supervisor_away": N_("{supervisor} is away"),
    "not_possible": N_("A task can't be done"),
    "conflict": N_("There is a conflict"),
}
NOTED = {
    "no_work": N_("Noted: there is no work for you. That is useful to know. It shows where things get stuck."),
    "supervisor_away": N_("Noted: {supervisor} is away. That is useful to know. It shows where things get stuck."),
    "not_possible": N_("Noted: a task can't be done. That is useful to know. It shows where things get stuck."),
    "conflict": N_("Noted: there is a conflict at work. Thank you for saying so."),
}


@says("disturbance.ask")
def ask(page: Page[Client]) -> Message:
    """What it is, and beforehand who hears it."""
    _, client = page.words._, page.file
    coach, supervisor = phrases.coach_of(client), _supervisor(page)
    return phrases.message(
        _("What is going on at work?"),
        _("Choose one: then {coach} hears it. {supervisor} hears nothing from me.", coach=coach, supervisor=supervisor),
        rows=phrases.column(
            *(phrases.button(_(label, supervisor=supervisor), taps.disturbed(kind)) for kind, label in CHOICES.items())
        ),
    )


@says("disturbance.told")
def told(page: Page[Client]) -> Message:
    """Noted and passed on; the plan stands. At a conflict the way is the coach, not the supervisor (R32)."""
    _, client, kind = page.words._, page.file, page.text("kind_of")
    coach, supervisor = phrases.coach_of(client), _supervisor(page)
    noted = NOTED.get(kind, NOTED["no_work"])
    first = _("You don't have to solve that alone. Talk about it with {coach} first.", coach=coach)
    return phrases.message(
        _(noted, supervisor=supervisor),
        first if kind == "conflict" else "",
        phrases.lines(
            _("Your plan stays as it is. I pass this on to {coach} now.", coach=who_reads.is_told(client)),
            who_reads.who_reads(client, page.words),
        ),
        rows=((phrases.talk(client, page.words),), (Button(_("My plan"), taps.ask("plan")),)),
    )


def _supervisor(page: Page[Client]) -> str:
    name = phrases.supervisor_of(page.file, page.words)
    return name[:1].upper() + name[1:]
