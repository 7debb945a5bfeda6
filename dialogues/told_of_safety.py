"""What the coach hears of words of danger (R22): that contact is needed, and nothing else."""

from dialogues.suggestions import N_
from dialogues.told_word import CALLED, CONTACT, Word

WORDS: dict[str, Word] = {
    "safety": Word(
        lines=(
            N_("{name} needs contact now. I don't share what was written."),
            N_("{name} got the numbers of {danger} and {talk} at once. I'm a computer program and can't judge this."),
            N_("Do you think there is direct danger? Call {danger}."),
        ),
        done=CONTACT,
        meets="safety",
    ),
    "safety_again": Word(
        lines=(
            N_("{name} still needs contact. I don't know whether anybody is doing that."),
            N_("Do you think there is direct danger? Call {danger}."),
        ),
        done=CONTACT,
        meets="safety",
    ),
    "safety_unanswered": Word(
        lines=(
            N_("{name} still needs contact. I don't know whether anybody is doing that."),
            N_("The coach and the deputy both get this. What was written, I don't share."),
            N_("Do you think there is direct danger? Call {danger}."),
        ),
        done=CONTACT,
        meets="safety",
    ),
    "safety_alone": Word(
        lines=(
            N_("{name} still needs contact. I don't know whether anybody is doing that."),
            N_("There is no deputy, so nobody else hears this from me."),
            N_("Do you think there is direct danger? Call {danger}."),
        ),
        done=CONTACT,
        meets="safety",
    ),
    "safety_taken": Word(lines=(N_("{detail} contacts {name}. This belongs to the signal you got about contact."),)),
    "safety_call": Word(
        lines=(
            N_("{name} asks you to call now. This belongs to the signal you got about contact."),
            N_("Do you think there is direct danger? Call {danger}."),
        ),
        done=CALLED,
        meets="call",
    ),
    "safety_misread": Word(
        lines=(
            N_("{name} answered the safety text: I meant it differently."),
            N_("The signal stands. Contact is still needed."),
        ),
        done=CONTACT,
        meets="safety",
    ),
}
MET: dict[str, str] = {
    "safety": N_("Noted: you contact {name}."),
}
