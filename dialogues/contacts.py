"""The client's own people, for when things get hard (R22): who they are, adding one, taking one off."""

from dialogues import phrases, taps
from dialogues.prompt import Button, Message, Page, Rows, says
from dialogues.suggestions import N_
from state_machines import contacts
from state_machines.files import Client

#: What became of the last choice.
NOTES = {
    "kept": N_("Noted."),
    "gone": N_("That one is off the list."),
    "full": N_("There is room for six. Take one off first."),
    "buttons": N_("You use buttons only. You can type a name once typing is on: /settings"),
    "unclear": N_("I couldn't make names of that, so I kept nothing of it. A name is enough."),
    "many": N_("There is room for six people. I kept none of these."),
}


@says("contacts.show")
def show(page: Page[Client]) -> Message:
    """Who they are, when they are shown, and who sees them."""
    _, client = page.words._, page.file
    named = phrases.lines(*(f"• {phrases.clipped(each, phrases.LONGEST_ITEM)}" for each in client.contacts))
    return phrases.message(
        _note(page),
        phrases.lines(_("Your own people, for when things get hard:"), named or _("You haven't named anybody yet.")),
        _(
            "They stand first, each time I give you the numbers. {coach} doesn't see who they are.",
            coach=phrases.coach_of(client),
        ),
        rows=_choices(page),
    )


def _choices(page: Page[Client]) -> Rows:
    _, client = page.words._, page.file
    more = len(client.contacts) < contacts.MOST and not client.buttons_only
    adding = ((Button(_("Add somebody"), taps.contacts("add")),),) if more else ()
    dropping = (
        phrases.button(_("Take off: {name}", name=each), taps.contacts("drop", each)) for each in client.contacts
    )
    return (*adding, *phrases.column(*dropping))


@says("contacts.add")
def add(page: Page[Client]) -> Message:
    """Ask for a name; a telephone number behind it can be tapped when it is needed."""
    _ = page.words._
    return phrases.message(
        _note(page),
        phrases.lines(
            _("Who would you like to call when things get really hard? Type a name."),
            _("With a telephone number behind it you can call at once. More than one? Put a comma in between."),
        ),
        rows=((Button(_("Not now"), taps.contacts("show")),),),
    )


@says("contacts.closed")
def closed(page: Page[Client]) -> Message:
    """Where nothing may be kept, no names either."""
    _ = page.words._
    return phrases.message(_("I can't keep any names for you now."), phrases.emergency(page.words))


def _note(page: Page[Client]) -> str:
    note = NOTES.get(page.text("note"))
    return page.words._(note) if note else ""
