"""The diary, as it is written (R33): kept, corrected, opened to the coach or closed again, note by note."""

from datetime import date

from dialogues import phrases, taps
from dialogues.prompt import Button, Message, Page, Rows, says
from state_machines.files import Client


@says("menu.write")
def write(page: Page[Client]) -> Message:
    """An invitation to write."""
    _, client = page.words._, page.file
    if client.buttons_only:
        return phrases.message(
            _("You use buttons only. Switch typing on in the settings if you want to write."),
            rows=((Button(_("Settings"), taps.ask("settings")),),),
        )
    coach = phrases.coach_of(client)
    reads = (
        _("{coach} may read it too: that is how you set it.", coach=coach)
        if client.diary_open
        else _("It's yours: {coach} only reads it if you open it.", coach=coach)
    )
    return phrases.message(_("Go ahead. Your next message goes into your diary."), reads)


@says("note.kept")
def kept(page: Page[Client]) -> Message:
    """A note was kept, and who reads it."""
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    if client.diary_open or page.values.get("opened"):
        return phrases.message(_("It's in your diary. {coach} may read it.", coach=coach), rows=_row(page, opened=True))
    return phrases.message(_("It's in your diary. Only you read it."), rows=_row(page, opened=False))


@says("note.edited")
def edited(page: Page[Client]) -> Message:
    """A note was corrected."""
    _ = page.words._
    return phrases.message(
        _(
            "Your note from {day} has been changed. The earlier text is kept in the history.",
            day=phrases.day_of(page, "day"),
        )
    )


@says("note.opened")
def opened(page: Page[Client]) -> Message:
    """The coach may read this one note."""
    _, coach = page.words._, phrases.coach_of(page.file)
    day = phrases.day_of(page, "day")
    return phrases.message(
        _("{coach} can now read this note from {day}. The rest of your diary stays closed.", coach=coach, day=day)
        if not page.file.diary_open
        else _("{coach} can now read this note from {day}.", coach=coach, day=day),
        rows=_row(page, opened=True),
    )


@says("note.closed")
def closed(page: Page[Client]) -> Message:
    """The coach may no longer read this note."""
    _, coach = page.words._, phrases.coach_of(page.file)
    day = phrases.day_of(page, "day")
    return phrases.message(
        _("Your note from {day} is closed. {coach} doesn't see it any more.", coach=coach, day=day),
        rows=_row(page, opened=False),
    )


def _row(page: Page[Client], *, opened: bool) -> Rows:
    day, number = phrases.day_value(page, "day"), int(page.text("number") or 0)
    return ((turn(page, day, number, opened=opened),),) if day and number else ()


def turn(page: Page[Client], day: date, number: int, *, opened: bool) -> Button:
    """The button that opens a note to the coach, or closes it again."""
    _, coach = page.words._, phrases.coach_of(page.file)
    label = _("Close it again") if opened else _("Let {coach} read this", coach=coach)
    return phrases.button(label, taps.note(day, number, opened=not opened))
