"""Under a summary in an occupational physician's chat (R21): the five answers, what each passed on, taking it back.

What is promised: each message that follows an answer says who hears what, and that the plan stands until people agree
otherwise (R2).
"""

from collections.abc import Sequence
from datetime import date

from dialogues import phrases
from dialogues.coach_words import moment
from dialogues.phrases import message
from dialogues.physician_words import STANDS, Desk, case_of, read_button, tap, to_list
from dialogues.prompt import Button, Message, Rows, rows_of, tells
from dialogues.suggestions import N_
from state_machines.case import Case
from state_machines.physician_cases import READ
from state_machines.physician_picks import KNOWN_WEEKS

# --- the summary, and what stands under it ------------------------------------------------------------------------


@tells("physician.choices")
def choices(page: Desk) -> Message:
    """Under the summary: until when it stands here, that the plan stands, and the answers (R21)."""
    _, case = page.words._, case_of(page)
    if case is None:
        return over(page)
    asks = case.state == READ
    return message(
        _until(page, case),
        _(STANDS),
        _("What is the answer?") if asks else "",
        rows=(*(_answers(page, case) if asks else ()), *_back_out(page, case)),
    )


def _answers(page: Desk, case: Case) -> Rows:
    _ = page.words._
    return phrases.column(*(Button(_(label), tap(what, case)) for what, label in ANSWERS))


ANSWERS = (
    ("stands", N_("The plan can go on")),
    ("known", N_("Known, ask again after ...")),
    ("invites", N_("Invites for a talk")),
    ("advises", N_("Advice: leeway or other tasks")),
    ("stop", N_("Stop now on medical ground")),
)


def _until(page: Desk, case: Case) -> str:
    if case.shown_until is None:
        return ""
    _ = page.words._
    return _("I take this summary back on {moment}. It can't be forwarded.", moment=moment(page, case.shown_until))


def _back_out(page: Desk, case: Case) -> Rows:
    return ((Button(page.words._("Take the summary away"), tap("take_back", case)),),)


def undrawn(page: Desk, paragraphs: Sequence[str]) -> Message:
    """The summary in words, when it can't be drawn; as little to be forwarded as the paper."""
    _, under = page.words._, choices(page)
    said = message(_("Drawing it doesn't work at this moment."), *paragraphs, under.text)
    return Message(text=said.text, rows=under.rows, protect=True)


@tells("physician.known")
def known(page: Desk) -> Message:
    """Known: after how many weeks it may be asked again."""
    _ = page.words._
    options = [(page.words.n_("{n} week", "{n} weeks", weeks), str(weeks)) for weeks in KNOWN_WEEKS]
    text = _("Known. After how long may a new report be asked for? The employee can always open one.")
    return _asked(page, "known", text, options)


@tells("physician.advises")
def advises(page: Desk) -> Message:
    """Advice to the coach: which kind; people decide."""
    _ = page.words._
    options = [(_("Leeway"), "leeway"), (_("Other tasks"), "tasks")]
    text = _("Advice on what? Employee, supervisor and coach decide together what comes of it.")
    return _asked(page, "advises", text, options)


@tells("physician.stop")
def stop(page: Desk) -> Message:
    """Once more before it is passed on: what it does, and that it carries a name and no reason (R37)."""
    _ = page.words._
    text = _(
        "Stop now on medical ground: the coach gets an alert and registers it, with the name {name} and the date, "
        "never the reason. Is this the answer?",
        name=page.file.name,
    )
    return _asked(page, "stop", text, [(_("Yes, stop now"), "sure")])


def _asked(page: Desk, what: str, text: str, options: Sequence[tuple[str, str]]) -> Message:
    case = case_of(page)
    if case is None:
        return over(page)
    buttons = [Button(label, tap(what, case, value)) for label, value in options]
    back = Button(page.words._("Back"), tap("choices", case))
    return message(text, rows=(*rows_of(buttons, 2), (back,)))


@tells("physician.settled")
def settled(page: Desk) -> Message:
    """Under the summary once it is answered."""
    _, case = page.words._, case_of(page)
    until = _until(page, case) if case else ""
    return message(_("Answered."), until, rows=_back_out(page, case) if case and until else ())


@tells("physician.answered")
def answered(page: Desk) -> Message:
    """What was passed on, to whom first, and that the plan stands until people agree otherwise (R2, R21)."""
    _, answer = page.words._, page.text("answer")
    until = page.values.get("until")
    day = page.words.dated(until) if isinstance(until, date) else ""
    said = _(PASSED_ON[answer, page.text("about")], until=day)
    stands = _("The plan stands until the coach has registered the stop.") if answer == "stop" else _(STANDS)
    return message(
        said,
        _("The employee hears this first, then the coach. The coach hears the answer alone, not what was reported."),
        stands,
    )


PASSED_ON = {
    ("stands", ""): N_("Passed on: the plan can go on as agreed."),
    ("known", ""): N_("Passed on: known. No new report is asked for before {until}."),
    ("invites", ""): N_("Passed on: an invitation for a talk. The appointment itself doesn't go through Trede."),
    ("advises", "leeway"): N_("Passed on: the advice to look at the leeway together."),
    ("advises", "tasks"): N_("Passed on: the advice to look at other tasks together."),
    ("stop", ""): N_("Passed on: stop now on medical ground. The coach gets an alert."),
}


# --- taken back, over ------------------------------------------------------------------------------------


@tells("physician.taken_back")
def taken_back(page: Desk) -> Message:
    """The summary is deleted from the chat; the words are for when Telegram doesn't do that any more."""
    text = page.words._(
        "Does a summary still stand here? I can't take it back any more. Please delete it from this chat."
    )
    return Message(text=text, gone=True)


@tells("physician.over")
def over(page: Desk) -> Message:
    """A button of a report that is over, or is somebody else's now."""
    _ = page.words._
    return message(
        _("This report is over, or is with another occupational physician now. Nothing was changed."),
        rows=to_list(page),
    )


@tells("physician.again")
def again(page: Desk) -> Message:
    """A second answer: the first one stands."""
    _ = page.words._
    return message(
        _("This report is answered already. Nothing was changed."),
        _("Is something different now? Please call the coach; the name stands in the summary."),
        rows=to_list(page),
    )


@tells("physician.read_first")
def read_first(page: Desk) -> Message:
    """An answer before the summary was opened."""
    _, case = page.words._, case_of(page)
    rows = read_button(page, case) if case else to_list(page)
    return message(_("The summary hasn't been opened yet. Please read it first."), rows=rows)
