"""Every text there is: importing the modules that write them registers them; the registers are handed on from here."""

from dialogues import (
    agenda,
    checkin,
    coach,
    complaint,
    disturbing,
    doctor,
    ending,
    evaluating,
    hours_noted,
    leeway,
    menu,
    more_than_agreed,
    physician,
    preparing,
    referral,
    resend,
    signal,
    signs,
    taken_over,
    week,
    welcome,
)
from dialogues.prompt import CLIENT_TEXTS, DESK_TEXTS

WRITERS = (
    agenda,
    checkin,
    coach,
    complaint,
    disturbing,
    doctor,
    ending,
    evaluating,
    hours_noted,
    leeway,
    menu,
    more_than_agreed,
    physician,
    preparing,
    referral,
    resend,
    signal,
    signs,
    taken_over,
    week,
    welcome,
)

__all__ = ["CLIENT_TEXTS", "DESK_TEXTS", "WRITERS"]
