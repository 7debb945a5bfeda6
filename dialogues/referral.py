"""What a client reads of a referral (tone 22; R19-R21): the offer, the exact text, what became of it.

Heard first, nothing urged; each message says that the plan stands. Whatever is chosen, the next thing is clear.
"""

from collections.abc import Callable
from functools import wraps

from dialogues import phrases, referral_text, taps
from dialogues.cover import covered
from dialogues.prompt import Button, Message, Page, Rows, says
from dialogues.suggestions import N_
from state_machines.case import Referral
from state_machines.consents import COACH, gives
from state_machines.files import Client
from state_machines.referral import ASKED, MOST_WORDS, WISHES

LONGEST_STRIKE = 24


def about_one(write: Callable[[Page[Client], Referral], Message]) -> Callable[[Page[Client]], Message]:
    """A text about the client's report; where there is none, it says so."""

    @wraps(write)
    def text(page: Page[Client]) -> Message:
        found = page.file.referral
        return write(page, found) if found else status(page)

    return text


@says("referral.offer")
@covered
@about_one
def offer(page: Page[Client], found: Referral) -> Message:
    """Complaints last: why now, in numbers; what the physician does; that the client reads it first."""
    _ = page.words._
    return phrases.message(
        _why(page, found),
        _("The occupational physician discusses with you what your complaints mean for your work."),
        _stands(page),
        _("You first read exactly what I would send. You may add words or take them out."),
        _("Not now is fine too. Then {coach} only sees: a talk is wanted.", coach=phrases.coach_of(page.file))
        if gives(page.file, COACH)
        else _("Not now is fine too. {coach} doesn't hear of it then.", coach=phrases.coach_of(page.file)),
        rows=_first_rows(page, found),
    )


@says("referral.reminder")
@covered
@about_one
def reminder(page: Page[Client], found: Referral) -> Message:
    """Once, two working days later."""
    _ = page.words._
    return phrases.message(
        _("A few days ago I asked whether the occupational physician may look along. You can still choose."),
        _stands(page),
        rows=_first_rows(page, found),
    )


def _why(page: Page[Client], found: Referral) -> str:
    _, evidence = page.words._, found.evidence
    number = page.words.number(evidence.rule.bad_from)
    if evidence.why == "change":
        return _("Your complaints have been higher lately than in your first weeks. It's good if a doctor looks along.")
    if evidence.why == "in_a_row":
        return _(
            "In your last {count} check-ins you gave your complaints a {number} or higher. It's good if the "
            "occupational physician looks along.",
            count=evidence.rule.in_a_row,
            number=number,
        )
    return _(
        "Lately you gave your complaints a {number} or higher, or put them in words, on {bad} of the {answered} days. "
        "Then it's good if the occupational physician looks along.",
        number=number,
        bad=evidence.bad,
        answered=evidence.answered,
    )


def _first_rows(page: Page[Client], found: Referral) -> Rows:
    _ = page.words._
    return phrases.column(
        Button(_("Show me"), taps.referral("show", found.number)),
        Button(_("I contact them myself"), taps.referral("self", found.number)),
        Button(_("Not now"), taps.referral("not_now", found.number)),
    )


# --- the text, to read first --------------------------------------------------------------------------------------


@says("referral.text")
@about_one
def text(page: Page[Client], found: Referral) -> Message:
    """Exactly what would be sent, and what can be done with it."""
    _, client = page.words._, page.file
    today = referral_text.dated_on(client, found)
    body = referral_text.paragraphs(client, found, page.words, today)
    return phrases.message(
        _("This is exactly what I would send to {physician}:", physician=_physician(page)),
        "\n\n".join(body),
        _("Nothing goes out until you say so. What do you want to change?"),
        rows=_text_rows(page, found),
    )


def _text_rows(page: Page[Client], found: Referral) -> Rows:
    _, number = page.words._, found.number
    strike = tuple(
        (
            phrases.button(
                _("Take out: {words}", words=phrases.clipped(words, LONGEST_STRIKE)),
                taps.referral("strike", number, taps.item_key(words)),
            ),
        )
        for words in found.words
    )
    add = Button(_("Add my own words"), taps.referral("add", number))
    may_add = len(found.words) < MOST_WORDS and not page.file.buttons_only
    wishes = tuple(
        Button(("✓ " if wish == found.wish else "") + _(LABELS[wish]), taps.referral("wish", number, wish))
        for wish in WISHES
    )
    paper = Button(_("As the physician sees it"), taps.paper("referral"))
    return (
        (paper,),
        *(((add,),) if may_add else ()),
        *strike,
        *phrases.column(*wishes),
        (Button(_("Send this"), taps.referral("send", number)),),
        (Button(_("I contact them myself"), taps.referral("self", number)),),
        (Button(_("Not now"), taps.referral("not_now", number)),),
    )


LABELS = {"talk": N_("I'd like a talk"), "inform": N_("Just inform them"), "none": N_("No preference")}


@says("referral.add")
@about_one
def add(page: Page[Client], found: Referral) -> Message:
    """Own words, typed next; what is better left out."""
    _ = page.words._
    back = Button(_("Back to the text"), taps.referral("show", found.number))
    return phrases.message(
        _("What would you like to add, in your own words? You read it back before anything is sent."),
        _("This chat is not fully secure. So leave out a diagnosis or the names of medicines."),
        rows=((back,),),
    )


# --- what was chosen ----------------------------------------------------------------------------------------------


@says("referral.sent")
@about_one
def sent(page: Page[Client], found: Referral) -> Message:
    """Sent: who has it, when something is to be heard, that the plan stands, that it can be taken back."""
    _ = page.words._
    if not found.physician:
        return undelivered(page)
    return phrases.message(
        _("Thank you. The report is on its way to {physician}.", physician=_physician(page)),
        _("You are the first to hear the answer. That can take up to ten working days."),
        _stands(page),
        rows=_withdraw(page, found),
    )


@says("referral.declined")
@about_one
def declined(page: Page[Client], found: Referral) -> Message:
    """Not now: nothing goes; what the coach sees, a number to call, when it may be asked again."""
    _ = page.words._
    return phrases.message(
        _("All right. Then nothing goes to the occupational physician."),
        _sees(page, found),
        _stands(page),
        _number(page),
        _not_again(page),
        _("Do you want it after all? You can always use /physician."),
    )


@says("referral.alone")
def alone(page: Page[Client]) -> Message:
    """The client makes contact alone: the contact data; one question in a week."""
    _ = page.words._
    return phrases.message(
        _("Good. Then I send nothing."),
        _number(page),
        _("In a week I ask once whether it worked out."),
        _stands(page),
    )


@says("referral.alone_again")
@covered
@about_one
def alone_again(page: Page[Client], found: Referral) -> Message:
    """One question a week later."""
    _ = page.words._
    return phrases.message(
        _("Last week you wanted to contact the occupational physician yourself. Did that work out?"),
        _number(page),
        _stands(page),
        rows=phrases.column(
            Button(_("Yes, that's done"), taps.referral("done", found.number)),
            Button(_("Show what you would send"), taps.referral("show", found.number)),
            phrases.talk(page.file, page.words),
        ),
    )


@says("referral.done")
def done(page: Page[Client]) -> Message:
    """The client made contact alone: that is that."""
    _ = page.words._
    return phrases.message(_("Thank you for telling me."), _stands(page))


@says("referral.lapsed")
@covered
@about_one
def lapsed(page: Page[Client], found: Referral) -> Message:
    """No choice in five working days: nothing was sent; it can always be asked for."""
    _ = page.words._
    return phrases.message(
        _("Nothing was sent to the occupational physician."),
        _sees(page, found),
        _stands(page),
        _("Do you want it after all? You can always use /physician."),
    )


@says("referral.withdrawn")
def withdrawn(page: Page[Client]) -> Message:
    """Taken back."""
    _ = page.words._
    return phrases.message(
        _("I have taken the report back. The occupational physician can no longer open it here."),
        _("What was read already, or a copy of it, I can't take back."),
        _stands(page),
    )


@says("referral.undelivered")
@covered
@about_one
def undelivered(page: Page[Client], found: Referral) -> Message:
    """No way to the physician now: it waits, the coach knows, the client can call."""
    _ = page.words._
    return phrases.message(
        _("I can't reach the occupational physician at the moment. Your report is kept and goes as soon as I can."),
        _("{coach} has been told that it couldn't be delivered, not what it says.", coach=phrases.coach_of(page.file)),
        _number(page),
        _stands(page),
        rows=_withdraw(page, found),
    )


# --- the answer ---------------------------------------------------------------------------------------------------


@says("referral.moved")
@covered
def moved(page: Page[Client]) -> Message:
    """Another physician has it from now on; it can be taken back."""
    _, found = page.words._, page.file.referral
    return phrases.message(
        _(
            "You have another occupational physician now: {physician}. Your report goes there.",
            physician=_physician(page),
        ),
        _("The one before can't open it here any more. You can take it back."),
        _stands(page),
        rows=_withdraw(page, found) if found else (),
    )


@says("referral.answer")
@covered
@about_one
def answer(page: Page[Client], found: Referral) -> Message:
    """The physician's answer, to the client first; then to the coach, as what can and can't be done."""
    _ = page.words._
    until = page.words.dated(found.until) if found.until else ""
    said = _(ANSWERS.get((found.answer, found.about)) or ANSWERS[(found.answer, "")], until=until)
    stop = found.answer == "stop"
    return phrases.message(
        _("{physician} has answered your report:", physician=_physician(page)),
        said,
        _("{coach} hears this after you, without what you reported.", coach=phrases.coach_of(page.file)),
        _("{coach} records the stop. Until then, follow what the physician says.", coach=phrases.coach_of(page.file))
        if stop
        else _stands(page),
        rows=((phrases.talk(page.file, page.words),),),
    )


ANSWERS = {
    ("stands", ""): N_("The plan can go on as agreed."),
    ("known", ""): N_("Your complaints are known. I don't ask about a report again before {until}."),
    ("invites", ""): N_("You are invited for a talk. You get the appointment from the physician."),
    ("advises", ""): N_("The advice is to look at the plan together. You, your supervisor and your coach decide."),
    ("advises", "leeway"): N_("The advice is to look together at the leeway. You and your supervisor decide."),
    ("advises", "tasks"): N_("The advice is to look together at other tasks. You and your supervisor decide."),
    ("stop", ""): N_("Working is not possible for you now. The plan stops on medical ground."),
}


@says("referral.status")
def status(page: Page[Client]) -> Message:
    """Where the last referral stands; how to open one."""
    _, client, found = page.words._, page.file, page.file.referral
    if found is None:
        return phrases.message(_("There is no report to the occupational physician. You can open one with /physician."))
    done = found.state == "closed" and not found.answer
    line = _(DONE if done else STATUS[found.state], physician=_physician(page))
    open_ = found.state in {"released", "delivered", "seen"}
    return phrases.message(
        line,
        _stands(page) if client.plan else "",
        rows=_withdraw(page, found) if open_ else (),
    )


DONE = N_("You contacted the physician yourself. You can open a report at any time with /physician.")
STATUS = {
    "offered": N_("I asked whether the occupational physician may look along. You can still choose: /physician."),
    "reading": N_("Your report isn't sent. You find the text with /physician."),
    "released": N_("Your report is kept and goes to {physician} as soon as I can reach them."),
    "delivered": N_("Your report is with {physician}. You are the first to hear the answer."),
    "seen": N_("{physician} has opened your report. You are the first to hear the answer."),
    "answered": N_("{physician} has answered your report. The answer comes here, not at night."),
    "declined": N_("Your last report was not sent. You can open one at any time with /physician."),
    "lapsed": N_("Your last report was not sent. You can open one at any time with /physician."),
    "alone": N_("You would contact the physician yourself. You can still send a report with /physician."),
    "withdrawn": N_("You took your last report back. You can open one at any time with /physician."),
    "closed": N_("Your last report was answered. You can open a new one at any time with /physician."),
}


# --- the pieces ---------------------------------------------------------------------------------------------------


def _sees(page: Page[Client], found: Referral) -> str:
    """What the coach sees of a report that wasn't sent; nothing when the client only asked for it."""
    if found.evidence.why == ASKED:
        return ""
    if not gives(page.file, COACH):
        return page.words._("{coach} doesn't hear of it.", coach=phrases.coach_of(page.file))
    return page.words._("{coach} only sees: a talk is wanted.", coach=phrases.coach_of(page.file))


def _physician(page: Page[Client]) -> str:
    known = page.file.physician
    return phrases.clipped(known.name, phrases.LONGEST_NAME) if known else page.words._("the occupational physician")


def _number(page: Page[Client]) -> str:
    _, known = page.words._, page.file.physician
    if known is None or not known.phone:
        return _("{coach} can tell you how to reach the occupational physician.", coach=phrases.coach_of(page.file))
    return _("You can always call: {physician}, {phone}.", physician=_physician(page), phone=known.phone)


def _stands(page: Page[Client]) -> str:
    _ = page.words._
    return _("Your plan stands meanwhile.") if page.file.plan else _("What you agreed with your work stands meanwhile.")


def _not_again(page: Page[Client]) -> str:
    until = page.file.complaints.rests_until
    return page.words._("I won't ask again before {day}.", day=page.words.day(until)) if until else ""


def _withdraw(page: Page[Client], found: Referral) -> Rows:
    _ = page.words._
    return (
        (Button(_("Take my report back"), taps.referral("withdraw", found.number)),),
        (phrases.talk(page.file, page.words),),
    )
