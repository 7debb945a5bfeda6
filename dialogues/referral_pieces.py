"""Sentences that more than one text about a referral has: who it goes to, who sees what, that the plan stands."""

from dialogues import phrases, taps
from dialogues.prompt import Button, Page, Rows
from state_machines.case import Referral
from state_machines.consents import COACH, gives
from state_machines.files import Client
from state_machines.referral import ASKED


def sees(page: Page[Client], found: Referral) -> str:
    """What the coach sees of a report that wasn't sent; nothing when the client only asked for it."""
    if found.evidence.why == ASKED:
        return ""
    if not gives(page.file, COACH):
        return page.words._("{coach} doesn't hear of it.", coach=phrases.coach_of(page.file))
    return page.words._("{coach} only sees: a talk is wanted.", coach=phrases.coach_of(page.file))


def physician(page: Page[Client]) -> str:
    """The physician's name, or what they are."""
    known = page.file.physician
    return phrases.clipped(known.name, phrases.LONGEST_NAME) if known else page.words._("the occupational physician")


def reach(page: Page[Client]) -> str:
    """How to reach the physician by telephone; without a number, who knows it."""
    _, known = page.words._, page.file.physician
    if known is None or not known.phone:
        return _("{coach} can tell you how to reach the occupational physician.", coach=phrases.coach_of(page.file))
    return _("You can always call: {physician}, {phone}.", physician=physician(page), phone=known.phone)


def stands(page: Page[Client]) -> str:
    """That the plan stands, or what was agreed."""
    _ = page.words._
    return _("Your plan stands meanwhile.") if page.file.plan else _("What you agreed with your work stands meanwhile.")


def not_again(page: Page[Client]) -> str:
    """Until when the bot doesn't ask again."""
    until = page.file.complaints.rests_until
    return page.words._("I won't ask again before {day}.", day=page.words.day(until)) if until else ""


def withdraw(page: Page[Client], found: Referral) -> Rows:
    """Buttons to take it back, or to talk first."""
    _ = page.words._
    return (
        (Button(_("Take my report back"), taps.referral("withdraw", found.number)),),
        (phrases.talk(page.file, page.words),),
    )
