"""Erasing a client's file at their wish, from the coach's desk (R34): two steps, and the client is named in both."""

from datetime import date

from dialogues import taps
from dialogues.coach_words import Desk, picked_name
from dialogues.phrases import message
from dialogues.prompt import Button, Message, tells


@tells("desk.erase")
def erase(page: Desk) -> Message:
    """What goes, what stays; only when the client asked for it. Nothing is done yet."""
    _, name, client = page.words._, picked_name(page), page.text("client")
    day = page.values.get("day")
    value = day.isoformat() if isinstance(day, date) else page.text("day")
    return message(
        _("Did {name} ask you to have everything erased?", name=name),
        _("Then everything that is kept of {name} goes: plan, answers, diary, reports and settings.", name=name),
        _("The agreements with work stay as they are. {name} gets a message that it was done.", name=name),
        _("It can't be undone. Would {name} like a copy first? {name} can ask for it with /mydata.", name=name),
        rows=(
            (Button(_("Yes, erase everything"), taps.pick("erase_sure", client, value)),),
            (Button(_("No, keep it"), taps.pick("erase_not", client)),),
        ),
    )


@tells("desk.erasing")
def erasing(page: Desk) -> Message:
    """The coach said yes; that it was done follows from the file itself."""
    return message(page.words._("It is being erased, as was asked."))


@tells("desk.erase_not")
def erase_not(page: Desk) -> Message:
    """Nothing was erased."""
    return message(page.words._("Nothing of {name} is erased.", name=picked_name(page)))
