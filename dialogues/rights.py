"""The client's rights in the chat (R34): erasing in two steps, correcting, and who looked. A copy: `copy_words`."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from dialogues import arriving, phrases, taps
from dialogues.prompt import Button, Message, Page, Rows, says
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines import days, signalled
from state_machines.files import Client
from state_machines.referral import WITH_PHYSICIAN

#: So many looks fit a message that stays easy to read.
MOST_LOOKS = 12
LONGEST_WHY = 60
ON_BEHALF = ", on behalf of "
#: What a look was for, by the reason that it was written down with.
WHYS = {
    "overview": N_("the list of all clients"),
    "morning summary": N_("the morning summary: who needs something"),
    "logbook": N_("your logbook: plan, hours and weeks"),
    "complaint rule": N_("whether a report to the occupational physician is due"),
    "messages": N_("whether messages reached you"),
    "planned schedule": N_("what is planned: hours, tasks and dates"),
    "referral": N_("your report to the occupational physician"),
    "plan import": N_("registering your plan"),
    "rule show": N_("the numbers for a report to the occupational physician"),
}
#: Who sits at the computer of the installation.
SHELL = "shell:"


class Looked(Protocol):
    """What the page needs to know of one look."""

    @property
    def at(self) -> datetime:
        """When."""

    @property
    def who(self) -> str:
        """By whom, as an id."""

    @property
    def name(self) -> str:
        """By which name."""

    @property
    def why(self) -> str:
        """What for."""


# --- erasing ------------------------------------------------------------------------------------------------------


@says("rights.erase")
def erase(page: Page[Client]) -> Message:
    """The first step: what goes, what stays, who hears it; a copy is offered first. Nothing is done yet."""
    _, client = page.words._, page.file
    if not phrases.recognised(client):
        return _let_go_first(page)
    return phrases.message(
        _("Shall I erase everything that is kept of you?"),
        _("This goes: your answers and hours, your diary, your plan here, your reports and your settings.")
        + " "
        + _("The messages of the last two days in this chat go too. A copy as well: save it somewhere else first."),
        _("This stays: your agreements with work. And one line without a name: that somebody was erased."),
        phrases.lines(
            _("{coach} hears that it was done.", coach=phrases.coach_of(client)),
            _("An open report to the occupational physician is taken back.") if _has_open_report(client) else "",
            _signal(client, page.words),
        ),
        _("What people wrote down outside Trede, I can't erase."),
        _("It can't be undone. Would you like a copy first?"),
        rows=(
            (Button(_("First a copy"), taps.rights("copy_first")),),
            (Button(_("Yes, erase everything"), _sure(page)), Button(_("No, keep it"), taps.rights("keep"))),
        ),
    )


def _let_go_first(page: Page[Client]) -> Message:
    """An account that isn't recognised yet: it may be somebody else's, so it decides about itself alone."""
    _ = page.words._
    return phrases.message(
        _("Of you I only know this account: its number at Telegram. Shall I let go of it?"),
        _("Then your link no longer works. Your coach hears that, and can make a new one."),
        _("Is more kept of you? Then your coach can have it erased."),
        rows=((Button(_("Yes, let go of it"), _sure(page)), Button(_("No, keep it"), taps.rights("keep"))),),
    )


def _sure(page: Page[Client]) -> str:
    day = phrases.day_value(page, "day")
    return taps.rights("sure", day) if day else taps.rights("erase")


def _has_open_report(client: Client) -> bool:
    return client.referral is not None and client.referral.state in WITH_PHYSICIAN


def _signal(client: Client, said: Words) -> str:
    """A safety signal that nobody has taken up yet stays one (R22)."""
    waits = any(need.kind == signalled.NEED for need in client.needs)
    coach = phrases.coach_of(client)
    return said._("{coach} also hears that contact is needed. Not what you wrote.", coach=coach) if waits else ""


@says("rights.kept")
def kept(page: Page[Client]) -> Message:
    """The client thought better of it."""
    return phrases.message(page.words._("All right, nothing is erased. Everything is as it was."))


@says("rights.erased")
def erased(page: Page[Client]) -> Message:
    """The last message, about no file: it is done, and what the client can still clear away themselves."""
    _, client = page.words._, page.file
    return phrases.message(
        _("It's done. Everything that was kept of you is erased."),
        phrases.lines(
            _("{coach} hears that it was done.", coach=phrases.coach_of(client))
            if phrases.recognised(client)
            else _("Your coach hears that it was done."),
            _signal(client, page.words) if phrases.recognised(client) else "",
            _("Your agreements with work stay as they are."),
        ),
        _("Older messages may still stand in this chat. You can clear them yourself, in the menu of this chat."),
        phrases.emergency(page.words),
    )


@says("rights.taken_back")
def taken_back(page: Page[Client]) -> Message:
    """An account took itself back before the coach had recognised it."""
    _ = page.words._
    return phrases.message(
        _("It's done. I no longer know this account."),
        _("Would you like to take part after all? Ask your coach for a new link."),
        phrases.emergency(page.words),
    )


@says("rights.not_yet")
def not_yet(page: Page[Client]) -> Message:
    """Nothing of a file is shown to an account that the coach hasn't recognised."""
    before = arriving.before(page)
    return phrases.message(
        page.words._("Until then I show nothing of what is kept. Taking this account back: /erase"), before.text
    )


# --- correcting ---------------------------------------------------------------------------------------------------


@says("menu.correct")
def correct(page: Page[Client]) -> Message:
    """How to correct what is kept: each way is one that works."""
    _, client = page.words._, page.file
    if not phrases.recognised(client):
        return arriving.before(page)
    coach = phrases.coach_of(client)
    return phrases.message(
        _("This is how you correct something:"),
        phrases.lines(
            "• " + _("What you typed lately: edit your message in this chat. The new text then stands."),
            "• " + _("Today's check-in: /checkin opens it again."),
            "• " + _("Hours of the last two weeks: /hours"),
            "• " + _("Your early signs: /signs. Time and days: /settings"),
            "• " + _("Your plan, your name or something older: {coach} can help.", coach=coach),
        ),
        _("What stood there before is still in your copy: /mydata"),
        rows=((phrases.talk(client, page.words),),),
    )


# --- who looked ---------------------------------------------------------------------------------------------------


def looks(page: Page[Client], looked: Sequence[Looked], skip: int) -> Message:
    """Who looked, when and what for, newest first; older ones on a tap. `looked`: oldest first, as they are kept."""
    _, newest = page.words._, [each for each in reversed(looked) if each.name]
    if not newest:
        return phrases.message(
            _("Nobody has looked at your details yet."),
            _("Each time somebody does, it is written down, and you see it here."),
        )
    shown = newest[skip : skip + MOST_LOOKS]
    before = skip + len(shown)
    counted = page.words.n_("Somebody looked {n} time.", "Somebody looked {n} times.", len(newest))
    return phrases.message(
        counted + " " + (_("The newest first:") if not skip else _("These were before that:")),
        phrases.lines(*(_look(page, each) for each in shown)),
        _("Your supervisor can't look in here."),
        rows=_older(page, before) if before < len(newest) else (),
    )


def _older(page: Page[Client], skip: int) -> Rows:
    return ((Button(page.words._("Earlier"), taps.rights("looks", skip=skip)),),)


def _look(page: Page[Client], each: Looked) -> str:
    said, here = page.words, days.local(each.at, page.file.zone)
    when = f"{_day(here.date(), page)} {said.clock(here.time())}"
    return f"• {when}, {who(each, said)}: {why(each.why, said)}"


def _day(day: date, page: Page[Client]) -> str:
    return page.words.short_day(day)


def who(each: Looked, said: Words) -> str:
    """Who it was, by name; somebody at the computer itself is named as such."""
    name = phrases.clipped(each.name, phrases.LONGEST_NAME)
    return said._("{name}, at the computer of Trede", name=name) if each.who.startswith(SHELL) else name


def why(reason: str, said: Words) -> str:
    """What for, in plain words; a reason that a person gave in their own words, as they gave it."""
    told, _, coach = reason.partition(ON_BEHALF)
    known = WHYS.get(told)
    text = said._(known) if known else f"“{phrases.clipped(told, LONGEST_WHY)}”"
    return said._("{why}, in place of {coach}", why=text, coach=coach) if coach else text
