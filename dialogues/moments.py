"""When the check-in comes (tone 4): the time and the days, from a button or typed. The settings ask them too."""

from datetime import time

from dialogues import phrases, taps
from dialogues.prompt import Button, Message, Page, Rows, says
from dialogues.words import Words
from state_machines.days import MONDAY_TO_FRIDAY
from state_machines.files import Client

TIMES = (time(12, 30), time(16, 30), time(19, 0))


@says("welcome.time")
def when(page: Page[Client]) -> Message:
    """Tone 4: the time of the check-in; or to be typed."""
    _ = page.words._
    question = _("When does a short chat suit you best? Many people choose the end of the working day.")
    return phrases.message(time_hint(page) or question, rows=time_rows(page.words))


def time_hint(page: Page[Client]) -> str:
    """What is said when a time must be typed, or wasn't one that can be kept; empty when nothing was asked yet."""
    _, quiet, note = page.words._, page.file.quiet, page.text("note")
    if note == "quiet":
        start, end = page.words.clock(quiet.start), page.words.clock(quiet.end)
        return _("Between {start} and {end} I don't send anything. Which other time suits you?", start=start, end=end)
    if note == "unclear":
        return _("I can't read a time in that. Type it like this: 16:30")
    return _("Which time suits you? Type it like this: 16:30") if page.values.get("typing") else ""


def time_rows(words: Words) -> Rows:
    """The usual times, and another one."""
    times = tuple(Button(words.clock(at), taps.at_time(at)) for at in TIMES)
    return (times, (Button(words._("Another time"), taps.at_time(None)),))


@says("welcome.days")
def which_days(page: Page[Client]) -> Message:
    """Tone 4: the days of the check-in; or to be typed."""
    _ = page.words._
    return phrases.message(days_hint(page) or _("And on which days?"), rows=days_rows(page.words))


def days_hint(page: Page[Client]) -> str:
    """What is said when days must be typed, or weren't understood; empty when nothing was asked yet."""
    _ = page.words._
    if page.text("note") == "unclear":
        return _("I can't read any days in that. Type them like this: mon tue thu")
    return _("Which days suit you? Type them like this: mon tue thu") if page.values.get("typing") else ""


def days_rows(words: Words) -> Rows:
    """Monday to Friday, the working days of the plan, or own ones."""
    _ = words._
    return (
        (
            Button(_("Mon-Fri"), taps.on_days(MONDAY_TO_FRIDAY)),
            Button(_("My working days"), taps.on_days(None)),
        ),
        (Button(_("I'll choose myself"), taps.on_days(None, typing=True)),),
    )
