"""Word from a client's file, as the coach reads it: what happened, and what can be done about it in one tap.

What is promised: never what a client wrote (R22, R33). A safety signal says that contact is needed, and nothing else.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dialogues import signal, told_of_complaint, told_of_referral, told_to_deputy
from dialogues.coach_talk import WRITE
from dialogues.coach_words import Desk, on_behalf, pick, picked_name
from dialogues.emergency_numbers import NUMBERS
from dialogues.phrases import button, message
from dialogues.plan_warned import refused
from dialogues.prompt import Button, Message, tells
from dialogues.suggestions import N_
from dialogues.told_word import Word
from state_machines import deputy_acts

DONE, SEEN, CALLED = N_("That's done"), N_("I've seen it"), N_("I have called")
CONTACT = N_("I contact {name}")
LOGBOOK, PLAN, LINK = (N_("Logbook"), "logbook"), (N_("Register a plan"), "plan_menu"), (N_("New link"), "relink")
EVALUATION = (N_("Record an evaluation"), "evaluation")

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
    "plan_yes": Word(
        lines=(
            N_("{name} says: yes, that's what we agreed."),
            N_("The plan now stands. I tell {name} the step of each week."),
        ),
        more=(LOGBOOK,),
    ),
    "plan_replaced": Word(
        lines=(
            N_("The version for {name} that was to begin on {detail} never ran."),
            N_("The newer one that was agreed takes its place. The earlier one can still be read."),
        ),
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
    "leeway_asked": Word(
        lines=(
            N_("{name} would like you to think along about the leeway. Weeks left: {detail}."),
            N_("Client and supervisor decide together. When they agree, register it here. Until then the plan stands."),
        ),
        done=DONE,
        meets="leeway_asked",
        more=(PLAN,),
    ),
    "doctor": Word(
        lines=(
            N_("{name} says: my doctor told me something else. I told {name} to follow the doctor."),
            N_("The plan stands. I hold the messages about the step until you answer, up to and including {detail}."),
            N_("Will you contact {name}? Was something else agreed, or stopped? Then register that."),
        ),
        done=N_("We have talked"),
        meets="doctor",
        more=(PLAN,),
    ),
    "doctor_overdue": Word(
        lines=(
            N_("{name} is still waiting for your answer about what the doctor said."),
            N_("From now on I send the messages about the step again. The plan stands."),
        ),
        done=N_("We have talked"),
        meets="doctor",
        more=(PLAN,),
    ),
    "look_again": Word(
        lines=(
            N_("The plan of {name} was stopped on the advice of the occupational physician."),
            N_("Today is the date on which you wanted to look at it again."),
        ),
        done=SEEN,
        meets="look_again",
        more=(PLAN,),
    ),
    "consult_day": Word(lines=(N_("Your consult with {name} is on {detail}."),)),
    "evaluation_asked": Word(
        lines=(
            N_("{name}: time to look at it together, in an extra evaluation. {detail}"),
            N_("Will you plan it with client and supervisor? Until then the plan stands."),
        ),
        done=N_("I'll plan it"),
        meets="evaluation_asked",
        more=(LOGBOOK,),
    ),
    "evaluation_week": Word(
        lines=(
            N_("The evaluation with {name} is on {detail}."),
            N_("{name} can prepare it with four questions. What {name} writes is shown to you only when it is shared."),
        ),
        more=(LOGBOOK,),
    ),
    "evaluation_day": Word(lines=(N_("The evaluation with {name} is on {detail}."),), more=(LOGBOOK,)),
    "evaluation_overdue": Word(
        lines=(
            N_("The evaluation with {name} was planned for {detail}. What came of it isn't noted yet."),
            N_("Was it held? Then note what came of it. Otherwise plan it again together. The plan stands."),
        ),
        more=(EVALUATION, LOGBOOK),
    ),
    "leeway_refused": Word(
        lines=(N_("The leeway of {name} isn't taken, and nothing was changed."), "{detail}"),
        more=(EVALUATION,),
    ),
    "stop_refused": Word(lines=(N_("The plan of {name} isn't stopped, and nothing was changed."), "{detail}")),
    "disturbed": Word(
        lines=(
            N_("{name} tells me about work: {detail}."),
            N_("It shows where things get stuck. The plan stands. {name} knows that you hear this now."),
        ),
        done=N_("I'll talk about it"),
        meets="disturbed",
        more=(LOGBOOK,),
    ),
    "more_than_agreed": Word(
        lines=(
            N_("{name} worked more than agreed, twice in two weeks."),
            N_("I tell {name} that this week's step is enough. The plan stands."),
        ),
        done=SEEN,
        meets="more_than_agreed",
        more=(LOGBOOK,),
    ),
    "plan_kept": Word(
        lines=(
            N_("{name} has worked full hours in own work for four weeks. The plan is complete."),
            N_("I looked back on the way with {name}, and asked how often I still come along."),
        ),
        more=(LOGBOOK,),
    ),
    "plan_keeping": Word(
        lines=(
            N_("The plan of {name} is over, at full hours in own work."),
            N_("I ask {name} once a week how it went, until four such weeks in a row are there."),
        ),
        more=(LOGBOOK,),
    ),
    "plan_ended": Word(
        lines=(
            N_("The plan of {name} is over, and the goal isn't reached yet."),
            N_("Will you plan an evaluation with client and supervisor? Until a new plan I come along once a week."),
        ),
        done=N_("I'll plan it"),
        meets="plan_ended",
        more=(LOGBOOK, PLAN),
    ),
    "plan_over": Word(
        lines=(
            N_("The plan of {name} is over, and the goal isn't reached yet."),
            N_("You looked at it together already. Until there is a new plan I come along once a week."),
        ),
        more=(PLAN, LOGBOOK),
    ),
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
    **told_of_referral.WORDS,
    **told_of_complaint.WORDS,
}
#: Here a text through the bot doesn't arrive, can't be read yet, or would be less than a call.
NOT_IN_WRITING = frozenset(
    {"question", "unreachable", "safety", "safety_again", "safety_unanswered", "safety_call", "safety_misread"}
)
OTHER = Word(lines=(N_("There is something new in the logbook of {name}."),), more=(LOGBOOK,))


def _date(page: Desk, detail: str) -> str:
    """An ISO date in words; anything else as it came."""
    try:
        return page.words.day(date.fromisoformat(detail))
    except ValueError:
        return detail


def _as_it_came(_page: Desk, detail: str) -> str:
    return detail


#: Why an evaluation is asked for (R38); what got in the way stands in the logbook.
WHY = {
    "lag": N_("Two weeks in a row went differently from the plan. What got in the way is in the logbook."),
    "hours": N_("Two weeks in a row less than 75 % of the hours was worked. The days are in the logbook."),
    "asked": N_("{name} asks for it."),
}
#: What is going on at work (R38).
AT_WORK = {
    "no_work": N_("there is no work to do"),
    "supervisor_away": N_("the supervisor is away"),
    "not_possible": N_("a task can't be done"),
    "conflict": N_("there is a conflict"),
}


def _why(page: Desk, detail: str) -> str:
    return page.words._(WHY[detail], name=picked_name(page)) if detail in WHY else ""


def _at_work(page: Desk, detail: str) -> str:
    return page.words._(AT_WORK[detail]) if detail in AT_WORK else detail


def _voiced(page: Desk, detail: str) -> str:
    return page.words._(told_of_complaint.WITH_WORDS, name=picked_name(page)) if detail else ""


def _advised(page: Desk, detail: str) -> str:
    about = told_of_referral.ABOUT
    return page.words._(about.get(detail, about[""]))


def _refused(page: Desk, detail: str) -> str:
    """What the client's file refused, and what can be done: "reason:what the words need"."""
    reason, _, needed = detail.partition(":")
    return refused(reason, needed, page.words)


DATED = (
    "answer_known",
    "paused",
    "doctor",
    "look_again",
    "consult_day",
    "evaluation_week",
    "evaluation_day",
    "evaluation_overdue",
)
DETAILS: dict[str, Callable[[Desk, str], str]] = {
    **dict.fromkeys(DATED, _date),
    "evaluation_asked": _why,
    "disturbed": _at_work,
    "answer_advises": _advised,
    "complaint": _voiced,
    "leeway_refused": _refused,
    "stop_refused": _refused,
}


#: What stands first on a lock screen when the word itself is about care or a physician (R35).
COVER = N_("There is news about {name}.")
COVERED = frozenset({
    *("doctor", "doctor_overdue", "look_again", "safety_misread"),
    *(what for what in WORDS if what.startswith(("referral_", "answer_"))),
})  # fmt: skip


@tells("desk.told")
def told(page: Desk) -> Message:
    """What happened and what can be done; an unknown kind points to the logbook."""
    _, what, client, name = page.words._, page.text("what"), page.text("client"), picked_name(page)
    lent, word = page.text("coach"), WORDS.get(what, OTHER)
    word = told_to_deputy.WORDS.get(what, word) if lent else word
    detail = DETAILS.get(what, _as_it_came)(page, page.text("detail"))
    about = {"evaluation": page.text("detail") if what in DATED else ""}
    more = [(label, wanted) for label, wanted in word.more if not lent or deputy_acts.may_do(wanted)]
    waits = lent and any(not deputy_acts.may_do(wanted) for _label, wanted in WORDS.get(what, OTHER).more)
    buttons = [Button(_(label), pick(page, wanted, client, about.get(wanted, ""))) for label, wanted in more]
    if word.done:
        buttons.insert(0, button(_(word.done, name=name), pick(page, "met", client, word.meets)))
        buttons += [button(_(WRITE, name=name), pick(page, "write", client))] if what not in NOT_IN_WRITING else []
    said = message(
        on_behalf(page) or (_(COVER, name=name) if what in COVERED else ""),
        *(_(line, name=name, detail=detail, coach=page.text("coach_name"), **NUMBERS) for line in word.lines),
        _("Only {coach} can record something about the plan.", coach=page.text("coach_name")) if waits else "",
        rows=tuple((button,) for button in buttons),
    )
    return replace(said, protect=True)


MET: dict[str, str] = {
    "safety": N_("Noted: you contact {name}."),
    "call": N_("Noted: you have called {name}."),
    "question": N_("Noted: the question of {name} is dealt with."),
    "plan_no": N_("Noted: you have called {name} about the plan."),
    "doctor": N_("Noted: you have talked with {name} about what the doctor said."),
    "look_again": N_("Noted: you look at the plan of {name} again."),
    "leeway_asked": N_("Noted: you have thought along with {name} about the leeway."),
    "evaluation_asked": N_("Noted: you plan an evaluation with {name}."),
    "disturbed": N_("Noted: you talk with {name} about what is going on at work."),
    "more_than_agreed": N_("Noted: you have seen that {name} worked more than agreed."),
    "doable_low": N_("Noted: you have talked with {name} about the plan."),
    "plan_ended": N_("Noted: you plan the evaluation at the end of {name}'s plan."),
    "silent": N_("Noted: you know that {name} is silent."),
    "unreachable": N_("Noted: you know that my messages don't reach {name}."),
    "step_not": N_("Noted: you have seen how the step of {name} went."),
    "no_giver": N_("Noted: you talk about energy givers with {name}."),
    **told_of_referral.MET,
    **told_of_complaint.MET,
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
