"""What the coach hears of a complaint in words (R18): that help was sought, or that the client wants to discuss it.

Never what it is about: words are read in the logbook, where the client opened them (R33).
"""

from dialogues.suggestions import N_
from dialogues.told_word import CONTACT, LOGBOOK, TALKED, Word

WITH_WORDS = N_("What {name} wrote about it is open to you in the logbook.")

WORDS: dict[str, Word] = {
    "complaint_urgent": Word(
        lines=(
            N_("{name} looked for help, for something that can't wait. I don't say what it is about."),
            N_(
                "{name} read at once: {danger}, the GP, the out-of-hours GP service. I'm a program and can't judge "
                "this."
            ),
            N_("Will you contact {name}?"),
        ),
        done=CONTACT,
        meets="complaint_urgent",
    ),
    "complaint": Word(
        lines=(
            N_("{name} wants to discuss something that bothers them with you."),
            "{detail}",
            N_("The plan stands. The GP or an own therapist is there for the complaint itself."),
        ),
        done=TALKED,
        meets="complaint",
        more=(LOGBOOK,),
    ),
}
MET: dict[str, str] = {
    "complaint_urgent": N_("Noted: you contact {name}."),
    "complaint": N_("Noted: you have talked with {name} about what bothers them."),
}
NEEDS = {
    "complaint_urgent": N_("looked for help that can't wait"),
    "complaint": N_("wants to discuss what bothers them"),
}
MEETS = {
    "complaint_urgent": N_("I contact them about the help"),
    "complaint": N_("We have talked about the complaint"),
}
