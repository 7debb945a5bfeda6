"""Word from a client's file as a deputy reads it, where it differs from the coach's: what they can do (R37).

A plan is registered by the client's own coach, so nothing here asks for that.
"""

from dialogues.suggestions import N_
from dialogues.told_word import CALLED, DONE, LOGBOOK, TALKED, Word

WORDS: dict[str, Word] = {
    "joined": Word(lines=(N_("{name} takes part. The first check-in is set."),)),
    "plan_no": Word(
        lines=(
            N_("{name} says the plan isn't what was agreed, and would like you to call."),
            N_("This plan doesn't begin."),
        ),
        done=CALLED,
        meets="plan_no",
    ),
    "leeway_asked": Word(
        lines=(
            N_("{name} would like you to think along about the leeway. Weeks left: {detail}."),
            N_("Client and supervisor decide together. Until it is registered the plan stands."),
        ),
        done=DONE,
        meets="leeway_asked",
    ),
    "doctor": Word(
        lines=(
            N_("{name} says: my doctor told me something else. I told {name} to follow the doctor."),
            N_("The plan stands. I hold the messages about the step until you answer, up to and including {detail}."),
            N_("Will you contact {name}?"),
        ),
        done=TALKED,
        meets="doctor",
        more=(LOGBOOK,),
    ),
    "doctor_overdue": Word(
        lines=(
            N_("{name} said: my doctor told me something else. I told {name} to follow the doctor."),
            N_("{coach} hasn't answered within three working days. Will you contact {name}?"),
            N_("From now on I send the messages about the step again. The plan stands."),
        ),
        done=TALKED,
        meets="doctor",
        more=(LOGBOOK,),
    ),
}
