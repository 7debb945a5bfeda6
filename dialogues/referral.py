"""What a client reads of a referral (tone 22; R19-R21): what was chosen, and what became of it.

Heard first, nothing urged; each message says that the plan stands. Whatever is chosen, the next thing is clear.
"""

from dialogues import phrases, taps
from dialogues.cover import covered
from dialogues.prompt import Button, Message, Page, says
from dialogues.referral_pieces import not_again, physician, reach, sees, stands, withdraw
from dialogues.referral_status import about_one
from dialogues.suggestions import N_
from state_machines.case import Referral
from state_machines.files import Client


@says("referral.sent")
@about_one
def sent(page: Page[Client], found: Referral) -> Message:
    """Sent: who has it, when something is to be heard, that the plan stands, that it can be taken back."""
    _ = page.words._
    if not found.physician:
        return undelivered(page)
    return phrases.message(
        _("Thank you. The report is on its way to {physician}.", physician=physician(page)),
        _("You are the first to hear the answer. That can take up to ten working days."),
        stands(page),
        rows=withdraw(page, found),
    )


@says("referral.declined")
@about_one
def declined(page: Page[Client], found: Referral) -> Message:
    """Not now: nothing goes; what the coach sees, a number to call, when it may be asked again."""
    _ = page.words._
    return phrases.message(
        _("All right. Then nothing goes to the occupational physician."),
        sees(page, found),
        stands(page),
        reach(page),
        not_again(page),
        _("Do you want it after all? You can always use /physician."),
    )


@says("referral.alone")
def alone(page: Page[Client]) -> Message:
    """The client makes contact alone: the contact data; one question in a week."""
    _ = page.words._
    return phrases.message(
        _("Good. Then I send nothing."),
        reach(page),
        _("In a week I ask once whether it worked out."),
        stands(page),
    )


@says("referral.alone_again")
@covered
@about_one
def alone_again(page: Page[Client], found: Referral) -> Message:
    """One question a week later."""
    _ = page.words._
    return phrases.message(
        _("Last week you wanted to contact the occupational physician yourself. Did that work out?"),
        reach(page),
        stands(page),
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
    return phrases.message(_("Thank you for telling me."), stands(page))


@says("referral.lapsed")
@covered
@about_one
def lapsed(page: Page[Client], found: Referral) -> Message:
    """No choice in five working days: nothing was sent; it can always be asked for."""
    _ = page.words._
    return phrases.message(
        _("Nothing was sent to the occupational physician."),
        sees(page, found),
        stands(page),
        _("Do you want it after all? You can always use /physician."),
    )


@says("referral.withdrawn")
def withdrawn(page: Page[Client]) -> Message:
    """Taken back."""
    _ = page.words._
    return phrases.message(
        _("I have taken the report back. The occupational physician can no longer open it here."),
        _("What was read already, or a copy of it, I can't take back."),
        stands(page),
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
        reach(page),
        stands(page),
        rows=withdraw(page, found),
    )


@says("referral.moved")
@covered
def moved(page: Page[Client]) -> Message:
    """Another physician has it from now on; it can be taken back."""
    _, found = page.words._, page.file.referral
    return phrases.message(
        _(
            "You have another occupational physician now: {physician}. Your report goes there.",
            physician=physician(page),
        ),
        _("The one before can't open it here any more. You can take it back."),
        stands(page),
        rows=withdraw(page, found) if found else (),
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
        _("{physician} has answered your report:", physician=physician(page)),
        said,
        _("{coach} hears this after you, without what you reported.", coach=phrases.coach_of(page.file)),
        _("{coach} records the stop. Until then, follow what the physician says.", coach=phrases.coach_of(page.file))
        if stop
        else stands(page),
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
