"""Word from a client's file, as the coach reads it: what happened, and what can be done about it in one tap.

What is promised: never what a client wrote (R22, R33). A safety signal says that contact is needed, and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dialogues import signal, taps
from dialogues.coach_words import Desk, picked_name
from dialogues.phrases import button, message
from dialogues.prompt import Button, Message, tells
from dialogues.suggestions import N_


@dataclass(frozen=True, kw_only=True)
class Word:
    """One kind of word: its lines, the label of the button that says it's dealt with, and other buttons."""

    lines: tuple[str, ...]
    done: str = ""
    meets: str = ""
    more: tuple[tuple[str, str], ...] = ()


DONE, SEEN, CALLED = N_("That's done"), N_("I've seen it"), N_("I have called")
CONTACT = N_("I contact {name}")
LOGBOOK, PLAN, LINK = (N_("Logbook"), "logbook"), (N_("Register a plan"), "plan"), (N_("New link"), "relink")

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
    "erased": Word(
        lines=(
            N_("Everything that was kept of {name} has been erased, as asked."),
            N_("The agreements with work stay as they are."),
        ),
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
    "plan_yes": Word(
        lines=(
            N_("{name} says: yes, that's what we agreed."),
            N_("The plan now stands. I tell {name} the step of each week."),
        ),
        more=(LOGBOOK,),
    ),
    "plan_no": Word(
        lines=(
            N_("{name} says the plan isn't what was agreed, and would like you to call."),
            N_("This plan doesn't begin. Was something else agreed? Then register that."),
        ),
        done=CALLED,
        meets="plan_no",
        more=(PLAN,),
    ),
    "doable_low": Word(
        lines=(
            N_("How doable is the plan? {name} gives it a {detail}."),
            N_("Talk about it together first. The plan begins only when {name} says yes."),
        ),
        done=N_("We have talked"),
        meets="doable_low",
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
    "safety": Word(
        lines=(
            N_("{name} needs contact now. I don't share what was written."),
            N_("{name} got the numbers of 112 and 113 at once. I'm a computer program and can't judge this."),
            N_("Do you think there is direct danger? Call 112."),
        ),
        done=CONTACT,
        meets="safety",
    ),
    "safety_call": Word(
        lines=(
            N_("{name} asks you to call now. This belongs to the signal you got about contact."),
            N_("Do you think there is direct danger? Call 112."),
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
OTHER = Word(lines=(N_("There is something new in the logbook of {name}."),), more=(LOGBOOK,))


def _date(page: Desk, detail: str) -> str:
    """An ISO date in words; anything else as it came."""
    try:
        return page.words.day(date.fromisoformat(detail))
    except ValueError:
        return detail


def _as_it_came(_page: Desk, detail: str) -> str:
    return detail


DETAILS: dict[str, Callable[[Desk, str], str]] = {"paused": _date}


@tells("desk.told")
def told(page: Desk) -> Message:
    """What happened and what can be done; an unknown kind points to the logbook."""
    _, what, client, name = page.words._, page.text("what"), page.text("client"), picked_name(page)
    word = WORDS.get(what, OTHER)
    detail = DETAILS.get(what, _as_it_came)(page, page.text("detail"))
    buttons = [Button(_(label), taps.pick(pick, client)) for label, pick in word.more]
    if word.done:
        buttons.insert(0, button(_(word.done, name=name), taps.pick("met", client, word.meets)))
    return message(
        *(_(line, name=name, detail=detail) for line in word.lines),
        rows=tuple((button,) for button in buttons),
    )


MET: dict[str, str] = {
    "safety": N_("Noted: you contact {name}."),
    "call": N_("Noted: you have called {name}."),
    "question": N_("Noted: the question of {name} is dealt with."),
    "plan_no": N_("Noted: you have called {name} about the plan."),
    "doable_low": N_("Noted: you have talked with {name} about the plan."),
    "silent": N_("Noted: you know that {name} is silent."),
    "unreachable": N_("Noted: you know that my messages don't reach {name}."),
    "step_not": N_("Noted: you have seen how the step of {name} went."),
    "no_giver": N_("Noted: you talk about energy givers with {name}."),
}


@tells("desk.met")
def met(page: Desk) -> Message:
    """What was dealt with is off the list."""
    _ = page.words._
    text = MET.get(page.text("kind_of"), N_("Noted for {name}."))
    return message(_(text, name=picked_name(page)), _("It's off your list."))


# --- the coach's own words (R22) ----------------------------------------------------------------------------------


@tells("safety.own")
def own_safety(page: Desk) -> Message:
    """Safety words in the coach's own text: the numbers, for them too; nobody is told."""
    return signal.block_for(page.words)


@tells("safety.line")
def own_safety_line(page: Desk) -> Message:
    """Words that are probably about somebody else: one line, and on."""
    return message(signal.in_passing(page.words))
