"""The form of one kind of word from a client's file to the coach, and the buttons that many of them have."""

from dataclasses import dataclass

from dialogues.suggestions import N_

#: What the button says that takes it off the list.
DONE, SEEN, CALLED = N_("That's done"), N_("I've seen it"), N_("I have called")
CONTACT, TALKED = N_("I contact {name}"), N_("We have talked")
#: Where another button leads: its label, and what it asks for.
LOGBOOK, PLAN, LINK = (N_("Logbook"), "logbook"), (N_("Register a plan"), "plan_menu"), (N_("New link"), "relink")
EVALUATION = (N_("Record an evaluation"), "evaluation")


@dataclass(frozen=True, kw_only=True)
class Word:
    """One kind of word: its lines, the label of the button that says it's dealt with, and other buttons."""

    lines: tuple[str, ...]
    done: str = ""
    meets: str = ""
    more: tuple[tuple[str, str], ...] = ()
