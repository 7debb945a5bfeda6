"""What the coach hears of where a client is: in, out, on a break, asking for a call, silent, out of reach."""

from dialogues.suggestions import N_
from dialogues.told_word import CALLED, DONE, LINK, LOGBOOK, PLAN, SEEN, Word

WORDS: dict[str, Word] = {
    "joined": Word(
        lines=(
            N_("{name} takes part. The first check-in is set."),
            N_("Is there an agreed plan already? Then register it here."),
        ),
        more=(PLAN,),
    ),
    "refused": Word(
        lines=(
            N_("{name} doesn't take part. Taking part is voluntary."),
            N_("The agreements with work stay as they are. Nothing of {name} was kept."),
        ),
    ),
    "let_go": Word(
        lines=(
            N_("Whoever opened the link of {name} stopped before you said yes. I let that account go."),
            N_("Does {name} want to take part? Then make a new link."),
        ),
        more=(LINK,),
    ),
    "erased": Word(
        lines=(
            N_("Everything that was kept of {name} has been erased, as asked."),
            N_("The agreements with work stay as they are."),
        ),
    ),
    "erased_signalled": Word(
        lines=(
            N_("Everything that was kept of {name} has been erased, as asked."),
            N_("A signal was still open: contact is needed. Will you contact {name}?"),
            N_("In danger: {danger}. To talk, day and night: {talk} or {talk_free}."),
            N_("I can't remind you of it any more."),
        ),
    ),
    "taken_back": Word(
        lines=(
            N_("The account that opened the link of {name} has taken itself back."),
            N_("That link no longer works."),
        ),
        more=(LINK,),
    ),
    "left": Word(
        lines=(
            N_("{name} has stopped with Trede. I send no more messages."),
            N_("The agreements with work stay as they are. What was kept is in the logbook."),
        ),
        more=(LOGBOOK,),
    ),
    "paused": Word(
        lines=(
            N_("{name} takes a break from check-ins, up to and including {detail}."),
            N_("The plan runs on, and so do the messages about the step of the week."),
        ),
    ),
    "resumed": Word(lines=(N_("The break of {name} is over. The check-ins go on."),)),
    "question": Word(
        lines=(
            N_("{name} wants to ask you something before it begins."),
            N_("The welcome waits for that. Will you contact {name}?"),
        ),
        done=DONE,
        meets="question",
    ),
    "call": Word(lines=(N_("{name} asks you to call."),), done=CALLED, meets="call"),
    "consult_day": Word(lines=(N_("Your consult with {name} is on {detail}."),)),
    "finished": Word(
        lines=(
            N_("{name} is done, after full hours in own work for four weeks. I send no more messages."),
            N_("The agreements with work stay as they are. What was kept is in the logbook."),
        ),
        more=(LOGBOOK,),
    ),
    "silent": Word(
        lines=(
            N_("I haven't heard from {name} for a few days. That's allowed."),
            N_("I asked what suits now. Until there is an answer I only send the step of the week."),
            N_("Perhaps a call is welcome."),
        ),
        done=SEEN,
        meets="silent",
        more=(LOGBOOK,),
    ),
    "unreachable": Word(
        lines=(
            N_("My messages don't reach {name}. The chat is blocked or gone. The plan runs on."),
            N_("Will you contact {name}? With another phone or account a new link is needed."),
        ),
        done=SEEN,
        meets="unreachable",
        more=(LINK,),
    ),
}
MET: dict[str, str] = {
    "call": N_("Noted: you have called {name}."),
    "question": N_("Noted: the question of {name} is dealt with."),
    "silent": N_("Noted: you know that {name} is silent."),
    "unreachable": N_("Noted: you know that my messages don't reach {name}."),
}
