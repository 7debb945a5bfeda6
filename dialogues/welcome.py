"""The welcome (tone 1-4): who I am, who sees what, may I keep it, when. Under three minutes, and no is an answer."""

from dialogues import arriving, consents, moments, phrases, taps, who_reads
from dialogues.emergency_numbers import NUMBERS
from dialogues.prompt import Button, Message, Page, Rows, says
from dialogues.words import Words
from state_machines.consents import KEEP
from state_machines.files import Client

__all__ = ["arriving", "moments"]


@says("welcome.hello")
def hello(page: Page[Client]) -> Message:
    """Tone 1: what I am, what I do, that it is voluntary."""
    _, client = page.words._, page.file
    other, language = ("English", "en") if page.words.language == "nl" else ("Nederlands", "nl")
    return phrases.message(
        _("Hi {name}. I'm Trede: a computer program, not a person and not a doctor.", name=phrases.name_of(client)),
        _(
            "On your days I ask you a few short questions. And I remind you of the step of the week that you agreed "
            "with {supervisor}.",
            supervisor=phrases.supervisor_of(client, page.words),
        ),
        _(
            "{coach} has invited you. Taking part is voluntary. You can stop at any time with /stop. Your agreements "
            "with work stay as they are.",
            coach=phrases.coach_of(client),
        ),
        _("Tip: use your own phone, not the one from work."),
        rows=(
            _hello_row(page.words),
            (Button(other, taps.setting("language", language)),),
        ),
    )


def _hello_row(said: Words) -> tuple[Button, ...]:
    return (
        Button(said._("Who sees what?"), taps.welcome("who")),
        Button(said._("Not now"), taps.welcome("not_now")),
    )


@says("welcome.later")
def later(page: Page[Client]) -> Message:
    """Not now."""
    _ = page.words._
    return phrases.message(
        _("All right. Nothing happens until you want to go on. This button stays."),
        rows=((Button(_("Who sees what?"), taps.welcome("who")),),),
    )


@says("welcome.who")
def who(page: Page[Client]) -> Message:
    """Tone 2: who sees what (R33), honest about the channel and about who reads when (R35)."""
    _, client = page.words._, page.file
    return phrases.message(
        _("You see everything about yourself."),
        who_reads.coach_sees(client, page.words),
        who_reads.deputy_sees(client, page.words),
        _("The occupational physician only sees what you have read and sent."),
        who_reads.facilitator_sees(client, page.words),
        _("Your supervisor sees the agreed plan: hours, tasks and dates. No scores, no complaints, no diary."),
        _(
            "The company Telegram can technically read these messages too. So don't write down a diagnosis or "
            "medicines. Using only the buttons is always fine."
        ),
        " ".join(
            (
                _("Nobody is reading live."),
                who_reads.who_reads(client, page.words),
                _("In an emergency: call {danger} or {talk}.", **NUMBERS),
            )
        ),
        rows=(
            (Button(_("Continue"), taps.welcome("go_on")),),
            (Button(_("I'd rather use buttons only"), taps.welcome("buttons")),),
        ),
    )


@says("welcome.consent")
def consent(page: Page[Client]) -> Message:
    """Tone 3: yes, a question first, or no."""
    return phrases.message(consents.text(KEEP, page.words, page.file), rows=_consent_rows(page))


def _consent_rows(page: Page[Client]) -> Rows:
    _ = page.words._
    first = _("First ask {coach} a question", coach=phrases.coach_of(page.file))
    return phrases.column(
        Button(_("Yes, that's fine"), taps.welcome("agree")),
        phrases.button(first, taps.welcome("ask_coach")),
        Button(_("No"), taps.welcome("refuse")),
    )


@says("welcome.asked")
def asked(page: Page[Client]) -> Message:
    """The coach hears that there is a question; the consent stays open."""
    _, client = page.words._, page.file
    return phrases.message(
        _("{coach} now gets a signal that you want to ask something first.", coach=phrases.coach_of(client))
        + " "
        + who_reads.who_reads(client, page.words),
        _("Take your time. I don't keep any answers yet. When you know, choose here:"),
        rows=phrases.column(
            Button(_("Yes, that's fine"), taps.welcome("agree")), Button(_("No"), taps.welcome("refuse"))
        ),
    )


@says("welcome.done")
def done(page: Page[Client]) -> Message:
    """What happens now, and what can always be asked."""
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    first = phrases.upcoming(client)
    clock = page.words.clock(client.checkin_time)
    comes = (
        _(
            "Your first check-in comes on {day} at {time}. It takes less than two minutes.",
            day=page.words.day(first),
            time=clock,
        )
        if first
        else _("You open a check-in yourself, whenever you like: /checkin")
    )
    return phrases.message(
        _("Thank you, {name}. That's all I need to know.", name=phrases.name_of(client)),
        comes,
        _("With /help you see what you can do here. Time and days can be changed in /settings."),
        _("Would you like to speak to {coach}? Use the button, at any time.", coach=coach),
        rows=(
            (phrases.button(_("Let {coach} call me", coach=coach), taps.ask("call")),),
            (Button(_("What can I do here?"), taps.ask("help")),),
        ),
    )


@says("welcome.refused")
def refused(page: Page[Client]) -> Message:
    """A no: nothing is kept."""
    _ = page.words._
    coach = phrases.coach_of(page.file)
    return phrases.message(
        _("All right. I don't keep anything about you, and I won't send you anything."),
        _(
            "{coach} only hears that you don't take part. Your agreements with work stay as they are.",
            coach=coach,
        ),
        _("If you change your mind, ask {coach} for a new link.", coach=coach),
    )
