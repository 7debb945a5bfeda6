"""Kind words for what doesn't fit: a photo, an unknown command, a button of yesterday. Nothing is changed by them."""

from dialogues import phrases, taps
from dialogues.prompt import Button, Message, Page, says
from dialogues.suggestions import N_
from state_machines.files import Client

KINDS = {
    "voice": N_("I can't listen to voice messages."),
    "audio": N_("I can't listen to sound."),
    "photo": N_("I can't look at photos."),
    "video": N_("I can't watch videos."),
    "video_note": N_("I can't watch videos."),
    "animation": N_("I can't watch moving pictures."),
    "sticker": N_("A sticker: thank you. I can't read it, though."),
    "document": N_("I can't open files."),
    "location": N_("I don't need your location."),
    "venue": N_("I don't need your location."),
    "contact": N_("I don't need anybody's contact details."),
    "poll": N_("I can't take part in a poll."),
    "empty": N_("There is nothing in your message that I can read."),
}
OTHER = N_("I can't read this kind of message.")


@says("stray")
def stray(page: Page[Client]) -> Message:
    """Something that isn't text, or text from who uses buttons only: not kept, and what does work."""
    _ = page.words._
    if page.text("kind_of") == "text":
        return phrases.message(
            _("You use buttons only, so I haven't kept what you typed."),
            _("Would you like to type after all? Switch it on in the settings."),
            rows=((Button(_("Settings"), taps.ask("settings")),),),
        )
    talk = page.file.talk
    cannot = page.words._(KINDS.get(page.text("kind_of"), OTHER))
    works = _("Buttons always work.") if page.file.buttons_only else _("You can type a few words instead.")
    if talk is not None:
        name = phrases.clipped(talk.name, phrases.LONGEST_NAME)
        works = _("{name} doesn't see it. You can type it.", name=name)
    return phrases.message(cannot + " " + _("I haven't kept it.") + " " + works)


@says("menu.unknown")
def unknown(page: Page[Client]) -> Message:
    """A command that doesn't exist."""
    _ = page.words._
    return phrases.message(
        _("I don't know that command. With /help you see what there is."),
        rows=((Button(_("What can I do here?"), taps.ask("help")),),),
    )


@says("stale.number")
def stale_number(page: Page[Client]) -> Message:
    """A bare number while no question is open."""
    _ = page.words._
    return phrases.message(
        _("I don't know which question this number belongs to, so I haven't kept it."),
        rows=((Button(_("Check in now"), taps.ask("checkin")),),),
    )


@says("stale.checkin")
def stale_checkin(page: Page[Client]) -> Message:
    """A button of a day that is over."""
    _ = page.words._
    write = () if page.file.buttons_only else ((Button(_("Write in my diary"), taps.ask("write")),),)
    return phrases.message(
        _("This button is from an earlier day. That day is closed, and nothing was changed."),
        _("Is there something you still want to say about it? Your diary is always open.") if write else "",
        rows=((Button(_("Today's check-in"), taps.ask("checkin")),), *write),
    )


@says("stale.welcome")
def stale_welcome(page: Page[Client]) -> Message:
    """A button of the welcome, when that is over."""
    _ = page.words._
    return phrases.message(
        _("This button is from the beginning. You are past that, and nothing was changed."),
        rows=((Button(_("Settings"), taps.ask("settings")), Button(_("What can I do here?"), taps.ask("help"))),),
    )


@says("stale.menu")
def stale_menu(page: Page[Client]) -> Message:
    """A button that no longer means anything."""
    _ = page.words._
    return phrases.message(
        _("This button is old and does nothing any more. Nothing was changed."),
        rows=((Button(_("What can I do here?"), taps.ask("help")),),),
    )
