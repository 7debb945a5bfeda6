"""What a client can always ask (R34-R36): help, privacy, a call. The other menu texts stand in the files it imports."""

from collections.abc import Callable

from dialogues import commands, notes, pausing, phrases, settings, stray, taps
from dialogues.prompt import Button, Message, Page, says
from state_machines.files import Client

__all__ = ["notes", "pausing", "settings", "stray"]


# --- help ---------------------------------------------------------------------------------------------------------


@says("menu.help")
def help_(page: Page[Client]) -> Message:
    """What one can do where one is; what Trede is and is not (R36); who to call."""
    return HELP.get(page.file.journey, _help_coached)(page)


def _help_coached(page: Page[Client]) -> Message:
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    listed = [f"/{name} – {about}" for name, about in commands.menu(commands.CLIENT, page.words)]
    typing = (
        _("You use buttons only. Switching typing on: /settings")
        if client.buttons_only
        else _("Anything else you type goes into your diary.")
    )
    return phrases.message(
        _("This is what you can do here:"),
        phrases.lines(*listed),
        typing,
        _what_i_am(page),
        _nobody_live(page),
        phrases.emergency(page.words),
        rows=(
            (Button(_("Check in now"), taps.ask("checkin")), Button(_("My plan"), taps.ask("plan"))),
            (phrases.button(_("Let {coach} call me", coach=coach), taps.ask("call")),),
        ),
    )


def _help_before(page: Page[Client]) -> Message:
    """The account isn't recognised yet: no names."""
    _ = page.words._
    return phrases.message(
        _("Your coach first checks that it's really you. Then I'll write to you here. You don't have to do anything."),
        _what_i_am(page),
        phrases.emergency(page.words),
    )


def _help_welcome(page: Page[Client]) -> Message:
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    return phrases.message(
        _("We are getting to know each other. Taking part is voluntary, and you can stop at any time with /stop."),
        _("Who sees what and what is kept: /privacy. Another language: /language"),
        _what_i_am(page),
        _nobody_live(page),
        phrases.emergency(page.words),
        rows=(
            (Button(_("Go on"), taps.ask("start")),),
            (phrases.button(_("Let {coach} call me", coach=coach), taps.ask("call")),),
        ),
    )


def _help_left(page: Page[Client]) -> Message:
    _ = page.words._
    return phrases.message(
        _("You have stopped with Trede. I don't send you anything any more."),
        _("What is still kept: /privacy"),
        phrases.emergency(page.words),
        rows=((Button(_("Start again"), taps.welcome("return")),),),
    )


HELP: dict[str, Callable[[Page[Client]], Message]] = {
    "invited": _help_before,
    "claimed": _help_before,
    "welcome": _help_welcome,
    "left": _help_left,
}


def _what_i_am(page: Page[Client]) -> str:
    _ = page.words._
    return _(
        "I'm a computer program: not a person, not a doctor, not a medical device. I ask, keep and remind. I make no "
        "diagnosis and promise no result."
    )


def _nobody_live(page: Page[Client]) -> str:
    _, client = page.words._, page.file
    days = phrases.reading_days(client, page.words)
    return _("Nobody reads along live. {coach} reads on {days}.", coach=phrases.coach_of(client), days=days)


# --- privacy ------------------------------------------------------------------------------------------------------


@says("menu.privacy")
def privacy(page: Page[Client]) -> Message:
    """What is kept and why, who reads it, what one can do about it (R33-R35); honest about what still goes by hand."""
    if page.file.journey in {"invited", "claimed"}:
        return _help_before(page)
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    diary = (
        _("{coach} may read along in your diary: you opened it yourself, in /settings.", coach=coach)
        if client.diary_open
        else _("{coach} reads your diary only where you open it.", coach=coach)
    )
    return phrases.message(
        phrases.lines(
            _(
                "What I keep: your first name or initials, your chat number at Telegram, your answers, hours, diary, settings and "
                "plan."
            ),
            _("What for: so that you keep an overview, and {coach} can help when you want that.", coach=coach),
        ),
        phrases.lines(
            _("{coach} sees your plan, hours, scores and how your week went.", coach=coach) + " " + diary,
            _(
                "{supervisor} sees the agreed plan only. The occupational physician sees nothing from here.",
                supervisor=_supervisor(page),
            ),
            _("Each time {coach} looks into your file, that is noted down.", coach=coach),
            _("If I read that you may be in danger, {coach} gets a signal. Not what you wrote.", coach=coach),
            _(
                "The company Telegram can technically read these messages too. Don't write down a diagnosis or medicines."
            ),
        ),
        phrases.lines(
            _("Your rights:"),
            _("See what is kept: /lookback, /diary and /plan"),
            _("Correct something: change your message, or open today's check-in again with /checkin."),
            _("Stop: /stop. Your agreements with work stay as they are."),
            _("A copy, or everything erased: ask {coach}. For now a person does that by hand.", coach=coach),
        ),
        rows=((phrases.talk(client, page.words),),),
    )


def _supervisor(page: Page[Client]) -> str:
    name = phrases.supervisor_of(page.file, page.words)
    return name[:1].upper() + name[1:]


# --- a call, the start --------------------------------------------------------------------------------------------


@says("call.asked")
def call_asked(page: Page[Client]) -> Message:
    """The coach hears it at once; honest about when they read."""
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    return phrases.message(
        _("I have told {coach} that you would like a call.", coach=coach)
        + " "
        + _("{coach} reads on {days}.", coach=coach, days=phrases.reading_days(client, page.words)),
        _("Can't it wait? Call your GP, or the out-of-hours GP service. In danger: 112. To talk at any hour: 113."),
    )


@says("menu.started")
def started(page: Page[Client]) -> Message:
    """/start by somebody who takes part already; also the "no" to stopping."""
    _, client = page.words._, page.file
    return phrases.message(
        _("Hi {name}. You are taking part, and everything is as it was.", name=phrases.name_of(client)),
        phrases.next_one(client, page.words),
        rows=(
            (Button(_("Check in now"), taps.ask("checkin")), Button(_("My plan"), taps.ask("plan"))),
            (Button(_("What can I do here?"), taps.ask("help")),),
        ),
    )
