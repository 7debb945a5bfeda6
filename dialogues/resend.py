"""After a day without a bot, or a backup that was put back: what people sent may be gone. What they are asked."""

from dialogues import phrases
from dialogues.emergency_numbers import NUMBERS
from dialogues.prompt import Message, Page, says, tells
from state_machines.files import Client, Professional


@says("resend")
def resend(page: Page[Client]) -> Message:
    """To a client after a day without a bot."""
    return _ask(
        page, page.words._("I was out of reach for more than a day. What you sent me then may not have arrived.")
    )


@says("restored")
def restored(page: Page[Client]) -> Message:
    """To a client after a backup was put back."""
    return _ask(page, page.words._("Something broke on my side. What you sent me lately may not have been kept."))


def _ask(page: Page[Client], what: str) -> Message:
    """Send it again if there was anything; an emergency never waits for a bot."""
    _ = page.words._
    return phrases.message(
        what,
        _("Would you send it once more? If you sent nothing, there is nothing to do."),
        _("In an emergency: call {danger}. To talk, at any hour: {talk} or {talk_free}.", **NUMBERS),
    )


@tells("desk.resend")
def desk_resend(page: Page[Professional]) -> Message:
    """To a professional after a day without a bot."""
    _ = page.words._
    return _look(
        page, _("Trede was out of reach for more than a day. What you sent or entered then may not have arrived.")
    )


@tells("desk.restored")
def desk_restored(page: Page[Professional]) -> Message:
    """To a professional after a backup was put back."""
    _ = page.words._
    return _look(page, _("Trede was put back from a backup. What you sent or entered lately may not have been kept."))


def _look(page: Page[Professional], what: str) -> Message:
    """Look whether what was entered then is there."""
    _ = page.words._
    return phrases.message(
        what,
        _("Would you look whether it is there, and send it once more if it isn't? Clients were asked the same."),
    )
