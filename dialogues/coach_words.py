"""Small pieces that the coach's texts share: whom a text is about, and choosing a client."""

from dialogues import taps
from dialogues.phrases import button, message
from dialogues.prompt import Button, Message, Page, Rows, rows_of
from state_machines.files import Professional

Desk = Page[Professional]

#: Telegram's limit on a keyboard is 100 buttons.
MOST_BUTTONS = 90


def picked_name(page: Desk) -> str:
    """The name of the client that the text is about: from the coach's own cards, else as it was told."""
    return page.file.named(page.text("client")) or page.text("name")


def choose(page: Desk, what: str) -> Rows:
    """A button for each client, two a row."""
    cards = page.file.clients[:MOST_BUTTONS]
    return rows_of([button(card.name, taps.pick(what, card.client)) for card in cards], 2)


def no_clients(page: Desk) -> Message:
    """Nobody to choose from yet."""
    _ = page.words._
    return message(
        _("You have no clients here yet. Invite somebody first."),
        rows=((Button(_("Invite a client"), taps.desk("invite")),),),
    )
