"""A referral before it is sent (tone 22; R19, R20): the offer, the exact text, own words. Nothing is urged."""

from dialogues import phrases, referral_text, taps
from dialogues.cover import covered
from dialogues.prompt import Button, Message, Page, Rows, says
from dialogues.referral_pieces import physician, stands
from dialogues.referral_status import about_one
from dialogues.suggestions import N_
from state_machines.case import Referral
from state_machines.consents import COACH, gives
from state_machines.files import Client
from state_machines.referral import MOST_WORDS, WISHES

LONGEST_STRIKE = 24


@says("referral.offer")
@covered
@about_one
def offer(page: Page[Client], found: Referral) -> Message:
    """Complaints last: why now, in numbers; what the physician does; that the client reads it first."""
    _ = page.words._
    return phrases.message(
        _why(page, found),
        _("The occupational physician discusses with you what your complaints mean for your work."),
        stands(page),
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
        stands(page),
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


@says("referral.text")
@about_one
def text(page: Page[Client], found: Referral) -> Message:
    """Exactly what would be sent, and what can be done with it."""
    _, client = page.words._, page.file
    today = referral_text.dated_on(client, found)
    body = referral_text.paragraphs(client, found, page.words, today)
    return phrases.message(
        _("This is exactly what I would send to {physician}:", physician=physician(page)),
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
