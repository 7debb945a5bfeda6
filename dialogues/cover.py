"""What stands first in a message that comes unasked (R35): a phone may show it on its lock screen to whoever is near.

A text that begins with complaints, a physician or a doctor gets a line in front of it that could be about anything. A
phone may show more than one line, so the welcome advises to hide what a notification says.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps

from dialogues import phrases
from dialogues.prompt import Message, Page
from state_machines.files import Client

Write = Callable[[Page[Client]], Message]


def covered(write: Write) -> Write:
    """A client's text with a line in front that tells nothing of what it is about."""

    @wraps(write)
    def text(page: Page[Client]) -> Message:
        message = write(page)
        return replace(message, text=phrases.cut(f"{line(page)}\n\n{message.text}", phrases.MOST_TEXT))

    return text


def line(page: Page[Client]) -> str:
    """The line itself."""
    return page.words._("Hi {name}, here is something for you to read.", name=phrases.name_of(page.file))
