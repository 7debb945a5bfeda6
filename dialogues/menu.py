"""What a client can always ask (R34-R36): help, privacy, a call. The other menu texts stand in the files it imports."""

from collections.abc import Callable

from dialogues import (
    arriving,
    commands,
    consents,
    contacts,
    notes,
    pausing,
    phrases,
    rights,
    settings,
    stray,
    taps,
    who_reads,
)
from dialogues.emergency_numbers import NUMBERS
from dialogues.prompt import Button, Message, Page, says
from state_machines.consents import COACH, gives
from state_machines.files import Client

__all__ = ["consents", "contacts", "notes", "pausing", "rights", "settings", "stray"]


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
        phrases.what_i_am(page.words),
        _nobody_live(page),
        phrases.emergency(page.words),
        rows=(
            (Button(_("Check in now"), taps.ask("checkin")), Button(_("My plan"), taps.ask("plan"))),
            (phrases.button(_("Let {coach} call me", coach=coach), taps.ask("call")),),
        ),
    )


def _help_welcome(page: Page[Client]) -> Message:
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    return phrases.message(
        _("We are getting to know each other. Taking part is voluntary, and you can stop at any time with /stop."),
        _("Who sees what and what is kept: /privacy. Another language: /language"),
        phrases.what_i_am(page.words),
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
    "invited": arriving.before,
    "claimed": arriving.before,
    "welcome": _help_welcome,
    "left": _help_left,
}


def _nobody_live(page: Page[Client]) -> str:
    return page.words._("Nobody is reading live.") + " " + who_reads.who_reads(page.file, page.words)


# --- privacy ------------------------------------------------------------------------------------------------------


@says("menu.privacy")
def privacy(page: Page[Client]) -> Message:
    """What is kept and why, who reads it, what one can do about it (R33-R35); and where."""
    if not phrases.recognised(page.file):
        return arriving.before(page)
    _ = page.words._
    return phrases.message(
        _kept(page),
        _read(page),
        _rights(page),
        rows=(
            (Button(_("A copy"), taps.rights("copy")), Button(_("Who looked?"), taps.rights("looks"))),
            (Button(_("Correct"), taps.ask("correct")), Button(_("Erase everything"), taps.rights("erase"))),
            (phrases.talk(page.file, page.words),),
        ),
    )


def _kept(page: Page[Client]) -> str:
    _ = page.words._
    return phrases.lines(
        _("What I keep: your first name or initials, your chat number at Telegram, and your plan."),
        _("And what you fill in: answers, hours, diary and settings."),
        _(
            "What for: it gives you an overview, and {coach} can help when you want that.",
            coach=phrases.coach_of(page.file),
        ),
    )


def _read(page: Page[Client]) -> str:
    _, client = page.words._, page.file
    coach = phrases.coach_of(client)
    diary = (
        _("{coach} may read along in your diary: you opened it yourself, in /consents.", coach=coach)
        if client.diary_open
        else _("{coach} reads your diary only where you open it.", coach=coach)
    )
    scores = (
        _("{coach} sees your plan, hours, scores and how your week went.", coach=coach)
        if gives(client, COACH)
        else _("{coach} sees your plan, hours and how each step went. Your scores only if you allow it.", coach=coach)
    )
    return phrases.lines(
        scores + " " + diary,
        _("Each time {coach} looks into your file, that is noted down.", coach=coach),
        who_reads.deputy_sees(client, page.words),
        _(
            "{supervisor} only sees the agreed plan, and what you release and pass on yourself.",
            supervisor=_supervisor(page),
        ),
        _("The occupational physician only sees a report that you have read and sent."),
        who_reads.facilitator_sees(client, page.words),
        _("If I read that you may be in danger, {coach} gets a signal. Not what you wrote.", coach=coach),
        _("The company Telegram can technically read these messages too."),
        _("So don't write down a diagnosis or medicines."),
    )


def _rights(page: Page[Client]) -> str:
    _ = page.words._
    return phrases.lines(
        _("Your rights:"),
        _("See what is kept: /lookback, /diary and /plan"),
        _("A copy of everything: /mydata"),
        _("Who looked, when and why: /wholooked"),
        _("What you consent to, and taking it back: /consents"),
        _("Correct something: edit your message, or open today's check-in again with /checkin.")
        + " "
        + _("More about that: /correct"),
        _("Stop: /stop. Your agreements with work stay as they are."),
        _("Everything erased: /erase. That is something else than stopping."),
    )


def _supervisor(page: Page[Client]) -> str:
    name = phrases.supervisor_of(page.file, page.words)
    return name[:1].upper() + name[1:]


# --- a call, the start --------------------------------------------------------------------------------------------


@says("call.asked")
def call_asked(page: Page[Client]) -> Message:
    """The coach hears it at once; honest about when they read."""
    _, client = page.words._, page.file
    cant_wait = _(
        "Can't it wait? Call your GP, or the out-of-hours GP service. In danger: {danger}. To talk at any hour: "
        "{talk}.",
        **NUMBERS,
    )
    if not phrases.recognised(client):
        return phrases.message(_("Your coach hears that you would like a call."), cant_wait)
    return phrases.message(
        _("I have told {coach} that you would like a call.", coach=who_reads.are_told(client, page.words))
        + " "
        + who_reads.who_reads(client, page.words),
        cant_wait,
    )


@says("menu.started")
def started(page: Page[Client]) -> Message:
    """/start by somebody who takes part already; also the "no" to stopping."""
    _, client = page.words._, page.file
    return phrases.message(
        _("Hi {name}. You're taking part, and everything is as it was.", name=phrases.name_of(client)),
        phrases.next_one(client, page.words),
        rows=(
            (Button(_("Check in now"), taps.ask("checkin")), Button(_("My plan"), taps.ask("plan"))),
            (Button(_("What can I do here?"), taps.ask("help")),),
        ),
    )
