"""A pause and a stop (R34): what ends, what goes on, what stays kept. Nothing changes in the agreements with work."""

from datetime import date

from dialogues import arriving, phrases, taps
from dialogues.prompt import Button, Message, Page, says
from dialogues.suggestions import N_
from state_machines.files import Client
from state_machines.journey import MOST_PAUSE_DAYS

PAUSES = ((1, N_("1 day")), (3, N_("3 days")), (7, N_("1 week")), (14, N_("2 weeks")))


@says("menu.pause")
def pause(page: Page[Client]) -> Message:
    """How long without check-ins; or until when the pause lasts that runs now."""
    _, client = page.words._, page.file
    paused = client.paused_until if client.journey == "paused" else None
    now = _until(page, paused) if paused else ""
    odd = page.text("note") == "out_of_range"
    asked = (
        _(
            "A pause lasts 1 to {most} days. How many days would you like?",
            most=page.values.get("most", MOST_PAUSE_DAYS),
        )
        if odd
        else _("How long would you like no check-ins? Choose, or type a number of days, 14 at most.")
    )
    choices = tuple(Button(_(label), taps.pause(days)) for days, label in PAUSES)
    end = ((Button(_("End the pause"), taps.pause(0)),),) if paused else ()
    return phrases.message(
        now,
        asked,
        _goes_on(page),
        rows=(choices[:2], choices[2:], *end),
    )


def _goes_on(page: Page[Client]) -> str:
    _ = page.words._
    return _("Your plan goes on. The message about the step of the week keeps coming.") if page.file.plan else ""


def _until(page: Page[Client], last: date) -> str:
    _ = page.words._
    return _("Your pause lasts until the end of {day}.", day=page.words.day(last))


@says("pause.begun")
def pause_begun(page: Page[Client]) -> Message:
    """A pause: until when, what goes on, who sees it."""
    _, client = page.words._, page.file
    last = client.paused_until
    return phrases.message(
        _("All right, a pause. I send no check-ins until the end of {day}.", day=page.words.day(last) if last else "–"),
        _goes_on(page),
        _("{coach} sees that you have a pause. It ends by itself.", coach=phrases.coach_of(client)),
        rows=((Button(_("End the pause"), taps.pause(0)),),),
    )


@says("pause.ended")
def pause_ended(page: Page[Client]) -> Message:
    """The pause is over because the client said so."""
    _ = page.words._
    return phrases.message(
        _("Your pause is over. There is nothing to catch up on."), phrases.next_one(page.file, page.words)
    )


@says("menu.stop")
def stop(page: Page[Client]) -> Message:
    """Before the stop: what ends, what stays, what doesn't change."""
    _, client = page.words._, page.file
    if not phrases.recognised(client):
        return arriving.stop(page)
    return phrases.message(
        _("Do you want to stop with Trede? Then I won't send you anything any more."),
        _kept_after(page),
        _(
            "Your agreements with work stay as they are. {coach} sees that you stopped.",
            coach=phrases.coach_of(client),
        ),
        rows=((Button(_("Yes, stop"), taps.ask("stop_sure")), Button(_("No, go on"), taps.ask("start"))),),
    )


def _kept_after(page: Page[Client]) -> str:
    return page.words._("What you filled in is kept. Erasing it is something apart: /erase")


@says("stop.done")
def stop_done(page: Page[Client]) -> Message:
    """Stopped."""
    _, client = page.words._, page.file
    return phrases.message(
        _("You have stopped, {name}. I don't send you anything any more.", name=phrases.name_of(client)),
        _kept_after(page),
        _("Your agreements with work stay as they are. Thank you for taking part."),
        rows=((Button(_("Start again"), taps.welcome("return")),),),
    )


@says("stop.left")
def stop_left(page: Page[Client]) -> Message:
    """Somebody who stopped writes again."""
    _ = page.words._
    return phrases.message(
        _("You have stopped with Trede, so I do nothing with this message."),
        _("Would you like to start again? Then I first ask whether I may keep your answers."),
        phrases.emergency(page.words),
        rows=((Button(_("Start again"), taps.welcome("return")),),),
    )
