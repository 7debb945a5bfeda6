"""Word from a client's file, as the coach reads it: what happened, and what can be done about it in one tap.

What is promised: never what a client wrote (R22, R33). A safety signal says that contact is needed, and nothing else.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dialogues import (
    signal,
    told_of_complaint,
    told_of_journey,
    told_of_plan,
    told_of_referral,
    told_of_safety,
    told_to_deputy,
)
from dialogues.coach_talk import WRITE
from dialogues.coach_words import Desk, on_behalf, pick, picked_name
from dialogues.emergency_numbers import NUMBERS
from dialogues.phrases import button, message
from dialogues.plan_warned import refused
from dialogues.prompt import Button, Message, tells
from dialogues.suggestions import N_
from dialogues.told_word import LOGBOOK, Word
from state_machines import deputy_acts

WORDS: dict[str, Word] = {
    **told_of_journey.WORDS,
    **told_of_plan.WORDS,
    **told_of_safety.WORDS,
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


def _why(page: Desk, detail: str) -> str:
    return page.words._(told_of_plan.WHY[detail], name=picked_name(page)) if detail in told_of_plan.WHY else ""


def _doable(page: Desk, detail: str) -> str:
    text = told_of_plan.DOABLE if detail else told_of_plan.DOABLE_CLOSED
    return page.words._(text, name=picked_name(page), number=detail)


def _at_work(page: Desk, detail: str) -> str:
    return page.words._(told_of_plan.AT_WORK[detail]) if detail in told_of_plan.AT_WORK else detail


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
    "doable_low": _doable,
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
    **told_of_journey.MET,
    **told_of_plan.MET,
    **told_of_safety.MET,
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
