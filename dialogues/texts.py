"""Every text there is: importing the modules that write them registers them; the registers are handed on from here."""

from dialogues import checkin, coach, menu, signal, week, welcome
from dialogues.prompt import CLIENT_TEXTS, DESK_TEXTS

WRITERS = (checkin, coach, menu, signal, week, welcome)

__all__ = ["CLIENT_TEXTS", "DESK_TEXTS", "WRITERS"]
