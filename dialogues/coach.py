"""What a coach is told: inviting, reading, small answers. Importing it registers all the coach's texts.

What is promised: a coach reads names, dates and what to do next; never what a client wrote, and never a judgement.
"""

from dialogues import (
    coach_changes,
    coach_check,
    coach_erasing,
    coach_meetings,
    coach_plan,
    coach_settings,
    coach_steps,
    coach_talk,
    coach_told,
    commands,
    standing_in,
    taps,
)
from dialogues.coach_words import Desk, choose, no_clients, on_behalf, pick, picked_name
from dialogues.phrases import button, clipped, lines, message
from dialogues.prompt import Button, Message, tells

#: The other modules that write the coach's texts.
PARTS = (
    coach_changes,
    coach_check,
    coach_erasing,
    coach_meetings,
    coach_plan,
    coach_settings,
    coach_steps,
    coach_talk,
    coach_told,
    standing_in,
)

LONGEST_ACCOUNT = 128


# --- coming in ----------------------------------------------------------------------------------------------------


@tells("desk.hello")
def hello(page: Desk) -> Message:
    """In: what the bot does, what the coach hears without asking, who else can reach the messages, how to begin."""
    _ = page.words._
    clock = page.words.clock(page.file.summary_time)
    return message(
        _("Hello {name}. I'm Trede: a computer program, not a person.", name=page.file.name),
        _("I have the daily check-in with your clients and remind them of the step of the week."),
        _("You read the logs when it suits you. On your working days at {time} I tell you who needs you.", time=clock),
        _("If words point to danger, I tell you at once, at any hour. Never what was written."),
        _("The company Telegram can technically reach these messages too. So write no surnames or diagnoses here."),
        _("What would you like to do now?"),
        rows=(
            (Button(_("Invite a client"), taps.desk("invite")),),
            (Button(_("What can I do here?"), taps.desk("help")),),
        ),
    )


@tells("desk.expired")
def expired(page: Desk) -> Message:
    """A link that is used up or too old."""
    _ = page.words._
    return message(
        _("This link doesn't work any more. A link works once, and for 72 hours."),
        _("Ask whoever gave it to you for a new one."),
    )


@tells("desk.help")
def help_(page: Desk) -> Message:
    """Every command of the coach, in their language."""
    _ = page.words._
    named = commands.menu(commands.COACH, page.words)
    return message(
        _("This is what you can do here:"),
        lines(*(f"/{name}: {about}" for name, about in named)),
        _("Commands work in Dutch and in English."),
    )


# --- inviting -----------------------------------------------------------------------------------------------------


@tells("desk.invite")
def invite(page: Desk) -> Message:
    """A first name or initials for a new client; a new link for a client who is there already."""
    _ = page.words._
    odd = page.text("note") == "odd_name"
    rows = choose(page, "relink")
    return message(
        _("I can't use that name. It's too long, a full name, or in use already.") if odd else "",
        _("Who do you want to invite? Type a first name or initials, no surname."),
        _("Or tap a client for a new link, for another phone or account. The old chat then stops working.")
        if rows
        else "",
        rows=(*rows, (Button(_("Cancel"), taps.pick("cancel")),)),
    )


@tells("desk.invited")
def invited(page: Desk) -> Message:
    """The link itself, shown once, and how to hand it over."""
    _ = page.words._
    name = page.text("name")
    return message(
        _("This is the link for {name}:", name=name),
        page.text("link"),
        _("It works once, and for 72 hours. Send it yourself, through a channel you trust."),
        _("When somebody opens it, I first ask you whether that is {name}. Taking part is voluntary.", name=name),
    )


@tells("desk.claim")
def claim(page: Desk) -> Message:
    """Is this the right account? Its name is shown this once."""
    _ = page.words._
    client, name = page.text("client"), picked_name(page)
    account = clipped(page.text("display_name"), LONGEST_ACCOUNT)
    return message(
        on_behalf(page),
        _("Somebody opened the link for {name}.", name=name),
        _("The name of this Telegram account: {account}", account=account)
        if account
        else _("I no longer have the account's name. Ask {name} whether it went well.", name=name),
        _("Is that {name}? I don't keep the account's name.", name=name),
        rows=(
            (button(_("Yes, that's {name}", name=name), pick(page, "claim", client, "yes")),),
            (Button(_("No"), pick(page, "claim", client, "no")),),
        ),
    )


@tells("desk.claim_yes")
def claim_yes(page: Desk) -> Message:
    """The right account: what happens now."""
    _ = page.words._
    name = picked_name(page)
    return message(
        _("{name} is connected. I now tell {name} who sees what, and ask for consent.", name=name),
        _("You'll hear it when {name} has answered.", name=name),
    )


@tells("desk.claim_no")
def claim_no(page: Desk) -> Message:
    """Another account: nothing started, the link is used up."""
    _ = page.words._
    name = picked_name(page)
    again = button(_("New link for {name}", name=name), taps.pick("relink", page.text("client")))
    return message(
        _("Then that account gets nothing to see."),
        _("The link for {name} is used up. You can make a new one.", name=name)
        if not page.text("coach")
        else _("The link for {name} is used up. The client's own coach can make a new one.", name=name),
        rows=() if page.text("coach") else ((again,),),
    )


# --- reading ------------------------------------------------------------------------------------------------------


@tells("desk.logbook")
def logbook(page: Desk) -> Message:
    """Whose logbook; the client can ask who looked (R33)."""
    _ = page.words._
    rows = choose(page, "logbook")
    if not rows:
        return no_clients(page)
    return message(
        _("Whose logbook do you want to read?"),
        _("Each look is noted. The client can ask who looked."),
        rows=rows,
    )


@tells("desk.read")
def read(page: Desk) -> Message:
    """The client hears once that the week was read (R39)."""
    _ = page.words._
    return message(_("Noted. {name} gets one line: you have read the week.", name=picked_name(page)))


# --- small answers ------------------------------------------------------------------------------------------------


@tells("desk.unknown")
def unknown(page: Desk) -> Message:
    """A command that doesn't exist."""
    return message(page.words._("I don't know that command. /help shows what you can do here."))


@tells("desk.nothing")
def nothing(page: Desk) -> Message:
    """Something typed where nothing was asked: above all, no client gets it."""
    _ = page.words._
    return message(
        _("I didn't ask for a text here. What you typed goes to nobody."),
        _("Choose what you want to do, or see /help."),
        rows=(
            (Button(_("Clients"), taps.desk("clients")), Button(_("Logbook"), taps.desk("logbook"))),
            (Button(_("Register a plan"), taps.desk("plan")), Button(_("Invite a client"), taps.desk("invite"))),
        ),
    )


@tells("stray")
def stray(page: Desk) -> Message:
    """A voice message, photo or sticker; nor does a client get it."""
    _, name = page.words._, picked_name(page)
    return message(
        _("I can only read text and buttons here. I don't keep this."),
        _("{name} hasn't got it. You can type it.", name=name) if name else "",
    )


@tells("stale.desk")
def stale(page: Desk) -> Message:
    """A button of something that is over."""
    _ = page.words._
    return message(
        _("This button belongs to something that is over. Nothing was changed."),
        rows=((Button(_("Clients"), taps.desk("clients")),),),
    )
