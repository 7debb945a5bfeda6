"""What the client reads about the evaluation sheet: all that would stand on it, own points, and what a release does."""

from datetime import date

from dialogues import phrases, sheet_words, taps
from dialogues.prompt import Button, Message, Page, Rows, rows_of
from dialogues.suggestions import N_
from state_machines import sheet
from state_machines.files import Client, Sheet
from state_machines.sheet import OnSheet, Point

LONGEST_POINT = 240
DISTURBED = "disturbed"
ON, OFF = "✓", "–"
#: Above and below what stands on the sheet.
EDGE = "———"

#: Why the page comes again.
NOTES = {
    "changed": N_("Something on it has changed since you read it, or it is another day. Please read it again."),
    "old": N_("That button was of an earlier page. This is how it stands now."),
    "full": N_("That doesn't fit on the sheet any more. Take another one off first."),
}
#: What can be left out, with the labels of its button: while it is on, and while it is off.
PARTS = {
    sheet.HOURS: (N_("Leave out worked hours"), N_("Put worked hours on it")),
    sheet.RESULTS: (N_("Leave out how steps went"), N_("Put how steps went on it")),
}


def _of(page: Page[Client]) -> OnSheet:
    """What the sheet holds on the date of this page."""
    chosen, day = page.file.sheet, page.file.day
    shown = (chosen.day if chosen else None) or (day.date if day else date.min)
    return sheet.on_sheet(page.file, shown)


def _note(page: Page[Client]) -> str:
    return page.words._(NOTES[page.text("note")]) if page.text("note") in NOTES else ""


# --- what would stand on it -----------------------------------------------------------------------------------------


def read(page: Page[Client]) -> Message:
    """Exactly what would stand on it; nothing is made before the release."""
    _, on, who = page.words._, _of(page), phrases.supervisor_of(page.file, page.words)
    if on.empty:
        return phrases.message(
            _note(page),
            _("There is nothing to put on a sheet for {supervisor} yet.", supervisor=who),
            _("It fills with the weeks of your plan, and with points from your own list."),
            rows=(*_choose(page), _not_now(page)),
        )
    return phrases.message(
        _note(page),
        _("Exactly this would be on the sheet for {supervisor}:", supervisor=who),
        EDGE,
        *sheet_words.whole(on, page.words),
        EDGE,
        _earlier(page, on),
        _first_with_coach(page),
        _("Nothing is made until you release it. Then the paper comes to you, and you hand it on yourself."),
        rows=(*_parts(page, on), *_choose(page), (_release(page), *_not_now(page))),
    )


def _earlier(page: Page[Client], on: OnSheet) -> str:
    """That the sheet doesn't reach back to the beginning of the plan."""
    if not on.weeks or on.weeks[0].week == 1:
        return ""
    return page.words._("I look back five weeks: earlier weeks of your plan are not on it.")


def _first_with_coach(page: Page[Client]) -> str:
    """While the coach has something at work on the list, which may be a conflict: the coach first (R32)."""
    if not any(need.kind == DISTURBED for need in page.file.needs):
        return ""
    coach = phrases.coach_of(page.file)
    return page.words._("Is there a conflict at work? Talk with {coach} first, before you hand it on.", coach=coach)


def _parts(page: Page[Client], on: OnSheet) -> Rows:
    """Leaving a part out, or putting it back; only where there are weeks."""
    without = (page.file.sheet or Sheet()).without
    if not on.weeks:
        return ()
    return phrases.column(
        *(
            Button(
                page.words._(labels[part in without]), taps.sheet("put_on" if part in without else "leave_out", part)
            )
            for part, labels in PARTS.items()
        )
    )


def _choose(page: Page[Client]) -> Rows:
    if not sheet.listed(page.file):
        return ()
    return ((Button(page.words._("Choose my points"), taps.sheet("points")),),)


def _release(page: Page[Client]) -> Button:
    shown = (page.file.sheet or Sheet()).shown
    return Button(page.words._("Release it"), taps.sheet("release", shown))


def _not_now(page: Page[Client]) -> tuple[Button, ...]:
    return (Button(page.words._("Not now"), taps.sheet("leave")),)


# --- own points -----------------------------------------------------------------------------------------------------


def points(page: Page[Client]) -> Message:
    """The client's own list, a number each; none is on the sheet unless it was chosen."""
    _, kept, who = page.words._, sheet.listed(page.file), phrases.supervisor_of(page.file, page.words)
    back = (Button(_("Back to the sheet"), taps.sheet("read")),)
    if not kept:
        return phrases.message(_("There is nothing on your list to choose from."), rows=(back,))
    chosen = (page.file.sheet or Sheet()).points
    shown = (_entry(page, n, each, on=each.mark in chosen) for n, each in enumerate(kept, 1))
    buttons = [_turn(page, n, each, on=each.mark in chosen) for n, each in enumerate(kept, 1)]
    return phrases.message(
        _note(page),
        _("Which points go on the sheet for {supervisor}? You choose them one by one.", supervisor=who),
        phrases.lines(*shown),
        _(
            "{supervisor} needs to know nothing about your health. What goes on it is up to you.",
            supervisor=_named(who),
        ),
        rows=(*rows_of(buttons, 2), back),
    )


def _entry(page: Page[Client], number: int, each: Point, *, on: bool) -> str:
    words = phrases.clipped(sheet_words.point(each, page.words), LONGEST_POINT)
    return f"{number}. {ON if on else OFF} {words}"


def _turn(page: Page[Client], number: int, each: Point, *, on: bool) -> Button:
    _ = page.words._
    if on:
        return Button(_("Take {number} off it", number=number), taps.sheet("leave_out", each.mark))
    return Button(_("Put {number} on it", number=number), taps.sheet("put_on", each.mark))


def _named(who: str) -> str:
    return who[:1].upper() + who[1:]


# --- what came of it ------------------------------------------------------------------------------------------------


def released(page: Page[Client]) -> Message:
    """The paper comes to the client, and goes to nobody else by itself."""
    _, who = page.words._, phrases.supervisor_of(page.file, page.words)
    return phrases.message(
        _("Released. Here comes the paper."),
        _("I send it to nobody else: you decide whether {supervisor} gets it.", supervisor=who),
        rows=((Button(_("Make another sheet"), taps.sheet("show")),),),
    )


def left(page: Page[Client]) -> Message:
    """Nothing is made, and where to find it."""
    _ = page.words._
    return phrases.message(_("All right. Nothing was made. You find this again with /evaluation."))


# --- with the paper -------------------------------------------------------------------------------------------------


def with_paper(page: Page[Client]) -> Message:
    """Under the paper."""
    who = phrases.supervisor_of(page.file, page.words)
    return phrases.message(
        page.words._("The evaluation sheet for {supervisor}, as you read and released it.", supervisor=who)
    )


def not_made(page: Page[Client]) -> Message:
    """It would be another sheet by now, so nothing was made."""
    _ = page.words._
    return phrases.message(_(NOTES["changed"]), rows=((Button(_("Read it again"), taps.sheet("show")),),))
