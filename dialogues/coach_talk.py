"""Writing to a client, taking the conversation over, giving it back: what the coach or deputy reads.

What is promised: the coach knows at each moment where what they type goes, and whose words they read.
"""

from datetime import datetime

from dialogues import phrases, taps
from dialogues.coach_words import CANCEL, Desk, moment, pick, picked_name
from dialogues.phrases import button, message
from dialogues.prompt import Button, Message, Rows, tells
from dialogues.suggestions import N_

WRITE, TAKE, GIVE_BACK = N_("Write to {name}"), N_("Take over the conversation"), N_("Give it back")
LONGEST_TEXT = 3900

#: Why a person can't reach the client here now.
WHY = {
    "left": N_("{name} has stopped with Trede."),
    "not_yet": N_("{name} hasn't agreed to take part yet."),
    "unreachable": N_("My messages don't reach {name} now. Please call."),
    "other": N_("{detail} is talking with {name} at the moment. One at a time is clearer."),
    "safety": N_("Please call {name} about this. A text can wait too long."),
}
#: How a conversation ended.
ENDED = {
    "given_back": N_("You have given the conversation with {name} back."),
    "time": N_("Nothing was written for a while. The conversation with {name} has gone back."),
    "client": N_("{name} would like to stop the conversation here."),
    "left": N_("{name} has stopped with Trede. The conversation is over."),
    "unreachable": N_("My messages don't reach {name} any more. The conversation is over. Please call."),
    "new_link": N_("There is a new link for {name}. The conversation is over."),
    "new_coach": N_("{name} has another coach now. The conversation is over."),
}


def _name(page: Desk) -> str:
    return phrases.clipped(picked_name(page), phrases.LONGEST_NAME)


def write_buttons(page: Desk, client: str, name: str) -> Rows:
    """Write once, or take over."""
    _ = page.words._
    return (
        (button(_(WRITE, name=name), pick(page, "write", client)),),
        (Button(_(TAKE), pick(page, "take", client)),),
    )


def _give_back(page: Desk) -> Rows:
    return ((Button(page.words._(GIVE_BACK), taps.pick("give_back", page.text("client"))),),)


@tells("desk.write")
def write(page: Desk) -> Message:
    """The next typed text goes to the client."""
    _, name = page.words._, _name(page)
    return message(
        _("What do you want to write to {name}? Your next message goes to {name}.", name=name),
        _("{name} sees that you wrote it. I keep it in the file of {name}, not here.", name=name),
        rows=((Button(_(CANCEL), taps.pick("cancel")),),),
    )


@tells("desk.written")
def written(page: Desk) -> Message:
    """It went out, or waits for the end of the client's quiet hours."""
    _, name, detail = page.words._, _name(page), page.text("detail")
    later = page.text("state") == "later"
    sent = (
        _("{name} gets your message on {when}: these are quiet hours now.", name=name, when=_moment(page, detail))
        if later
        else _("Your message has gone to {name}.", name=name)
    )
    return message(
        sent,
        _("What {name} types in reply goes into the diary, unless you take over the conversation.", name=name),
        rows=write_buttons(page, page.text("client"), name),
    )


def _moment(page: Desk, detail: str) -> str:
    return moment(page, datetime.fromisoformat(detail))


@tells("desk.not_sent")
def not_sent(page: Desk) -> Message:
    """Nothing went out, and why."""
    _, name = page.words._, _name(page)
    why = WHY.get(page.text("why"), "")
    return message(
        _("Your message has not gone to {name}.", name=name),
        _(why, name=name, detail=page.text("detail")) if why else "",
    )


@tells("desk.talk_begun")
def talk_begun(page: Desk) -> Message:
    """From now on all that is typed goes to the client."""
    _, name = page.words._, _name(page)
    minutes = int(page.text("minutes") or 0)
    return message(
        _("You have the conversation with {name} now. {name} knows.", name=name),
        _("What you type goes to {name}. What {name} types comes here.", name=name),
        page.words.n_(
            "After {n} minute without a message it goes back by itself.",
            "After {n} minutes without a message it goes back by itself.",
            minutes,
        ),
        rows=_give_back(page),
    )


@tells("desk.talk_refused")
def talk_refused(page: Desk) -> Message:
    """The conversation can't be taken over now."""
    _, name = page.words._, _name(page)
    why = WHY.get(page.text("why"), "")
    return message(
        _("You can't take over the conversation with {name} now.", name=name),
        _(why, name=name, detail=page.text("detail")) if why else "",
    )


@tells("desk.client_said")
def client_said(page: Desk) -> Message:
    """The client's words, with their name on it."""
    _, name = page.words._, _name(page)
    head = _("{name} changed a message:", name=name) if page.values.get("edited") else _("{name} writes:", name=name)
    said = phrases.lines(head, phrases.cut(page.text("text"), LONGEST_TEXT))
    return Message(text=said, rows=_give_back(page), protect=True)


@tells("desk.talk_over")
def talk_over(page: Desk) -> Message:
    """What is typed goes to nobody any more."""
    _, name = page.words._, _name(page)
    return message(
        _(ENDED.get(page.text("why"), ENDED["given_back"]), name=name),
        _("What you type goes to {name} no longer.", name=name),
        rows=((Button(_("Logbook"), pick(page, "logbook", page.text("client"))),),),
    )


@tells("desk.talking")
def talking(page: Desk) -> Message:
    """Another dialogue would mix up what goes where."""
    _, name = page.words._, _name(page)
    return message(
        _("You are talking with {name} now. Give the conversation back first, then this can go on.", name=name),
        rows=_give_back(page),
    )


@tells("desk.edited")
def edited(page: Desk) -> Message:
    """A changed message isn't passed on a second time."""
    return message(page.words._("You changed a message. A change isn't passed on. Type it again if it should be read."))
