"""Before the welcome begins: the account isn't recognised yet, so no names are said; and coming back elsewhere."""

from dialogues import phrases, taps
from dialogues.emergency_numbers import NUMBERS
from dialogues.prompt import Button, Message, Page, says
from state_machines.files import Client


@says("welcome.wait")
def wait(page: Page[Client]) -> Message:
    """Between opening the link and the coach's yes."""
    _ = page.words._
    return phrases.message(
        _("Hi. Your link works. Your coach first checks that it's really you. Then I'll write to you here."),
        _("You don't have to do anything now. In an emergency: call {danger}, or {talk} (day and night).", **NUMBERS),
    )


def before(page: Page[Client]) -> Message:
    """What an account that isn't recognised yet hears to any question: no names."""
    _ = page.words._
    return phrases.message(
        _("Your coach first checks that it's really you. Then I'll write to you here. You don't have to do anything."),
        phrases.what_i_am(page.words),
        phrases.emergency(page.words),
    )


def stop(page: Page[Client]) -> Message:
    """Before the stop of an account that isn't recognised yet: no names."""
    _ = page.words._
    return phrases.message(
        _("Do you want to stop before it begins? Then I let go of this account and don't write to you any more."),
        _("Your coach hears that you stopped. Nothing else changes."),
        rows=((Button(_("Yes, stop"), taps.ask("stop_sure")), Button(_("No, go on"), taps.ask("start"))),),
    )


@says("welcome.let_go")
def let_go(page: Page[Client]) -> Message:
    """Stopped before the coach's yes."""
    _ = page.words._
    return phrases.message(
        _("You have stopped. I don't write to you here any more."),
        _("Would you like to take part after all? Ask your coach for a new link."),
    )


@says("welcome.not_you")
def not_you(page: Page[Client]) -> Message:
    """The coach did not recognise this account."""
    _ = page.words._
    return phrases.message(
        _("The coach says that this link is meant for somebody else. I don't keep anything about you."),
        _("Was it meant for you after all? Ask your coach for a new link."),
    )


@says("welcome.expired")
def expired(page: Page[Client]) -> Message:
    """A link that was opened too late."""
    _ = page.words._
    return phrases.message(
        _("This link no longer works: it was valid for three days. Ask your coach for a new one. That's no trouble.")
    )


@says("welcome.back")
def back(page: Page[Client]) -> Message:
    """The same client on another account."""
    _ = page.words._
    return phrases.message(
        _(
            "Hi {name}, you are connected again. Everything picks up where you left off.",
            name=phrases.name_of(page.file),
        ),
        phrases.next_one(page.file, page.words),
    )
