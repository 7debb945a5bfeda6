"""After a day without a bot: what people sent may not have arrived. What they are asked, and what they needn't do."""

from dialogues import phrases
from dialogues.emergency_numbers import NUMBERS
from dialogues.prompt import Message, Page, says, tells
from state_machines.files import Client, Professional


@says("resend")
def resend(page: Page[Client]) -> Message:
    """To a client: send it again if there was anything; an emergency never waits for a bot."""
    _ = page.words._
    return phrases.message(
        _("I was out of reach for more than a day. What you sent me then may not have arrived."),
        _("Would you send it once more? If you sent nothing, there is nothing to do."),
        _("In an emergency: call {danger}. To talk, at any hour: {talk} or {talk_free}.", **NUMBERS),
    )


@tells("desk.resend")
def desk_resend(page: Page[Professional]) -> Message:
    """To a professional: look whether what was entered then is there."""
    _ = page.words._
    return phrases.message(
        _("Trede was out of reach for more than a day. What you sent or entered then may not have arrived."),
        _("Would you look whether it is there, and send it once more if it isn't? Clients were asked the same."),
    )
