"""A person speaks: who writes, when a conversation is taken over and given back, who the coach is now.

What is promised: every message of a person says whose words they are, and the client knows at each moment where what
they type goes.
"""

from dialogues import phrases, taps, who_reads
from dialogues.prompt import Button, Message, Page, says
from dialogues.suggestions import N_
from state_machines.files import Client

LONGEST_TEXT = 3900


@says("talk.begun")
def begun(page: Page[Client]) -> Message:
    """From now on what is typed goes to a person; what keeps working; how it ends."""
    _, talk = page.words._, page.file.talk
    name = phrases.clipped(talk.name, phrases.LONGEST_NAME) if talk else phrases.coach_of(page.file)
    who = (
        _("{name}, who stands in for {coach}, is here now.", name=name, coach=phrases.coach_of(page.file))
        if talk and talk.deputy
        else _("{name} is here now.", name=name)
    )
    return phrases.message(
        who + " " + _("From now on what you type goes to {name}, not into your diary.", name=name),
        _("Your buttons and commands keep working. Your check-in waits until we are done.")
        + " "
        + _("The message about your step does come."),
        _("In danger I still give you the numbers first."),
        rows=((Button(_("Stop this conversation"), taps.ask("talk_over")),),),
    )


@says("talk.wrote")
def wrote(page: Page[Client]) -> Message:
    """A person's own words, with their name on it; outside a conversation a way to ask for one."""
    _, name = page.words._, phrases.clipped(page.text("name"), phrases.LONGEST_NAME)
    text = phrases.cut(page.text("text"), LONGEST_TEXT)
    head = _("{name} writes:", name=name)
    if page.values.get("deputy"):
        head = _("{name} writes, standing in for {coach}:", name=name, coach=phrases.coach_of(page.file))
    rows = () if page.file.talk else ((phrases.talk(page.file, page.words),),)
    return Message(text=phrases.lines(head, text), rows=rows)


#: How a conversation ended.
ENDED = {
    "given_back": N_("The conversation with {name} stops here. I'm back."),
    "time": N_("Nothing was written for a while. The conversation with {name} stops here. I'm back."),
    "client": N_("The conversation stops here, as you wish. {name} sees that. I'm back."),
}


@says("talk.over")
def over(page: Page[Client]) -> Message:
    """Trede is back; where what is typed goes from now on."""
    _, name = page.words._, phrases.clipped(page.text("name"), phrases.LONGEST_NAME)
    typing = (
        _("You use buttons only, so I don't keep what you type.")
        if page.file.buttons_only
        else _("What you type goes into your diary again.")
    )
    return phrases.message(
        _(ENDED.get(page.text("how"), ENDED["given_back"]), name=name),
        typing,
        rows=((phrases.talk(page.file, page.words),),),
    )


@says("stale.talk")
def stale(page: Page[Client]) -> Message:
    """A change of a message, or a button, of a conversation that is over."""
    _ = page.words._
    return phrases.message(
        _("That conversation is over. A change isn't passed on any more, and I haven't kept it."),
        _("Is there something you still want to say?"),
        rows=((phrases.talk(page.file, page.words),),),
    )


@says("coach.another")
def another(page: Page[Client]) -> Message:
    """Who the coach is now: said once. Nothing else changes by it."""
    _, client = page.words._, page.file
    coach, before = phrases.coach_of(client), phrases.clipped(page.text("before"), phrases.LONGEST_NAME)
    return phrases.message(
        _("From now on {coach} is your coach. {before} isn't your coach any more.", coach=coach, before=before),
        _("{coach} now sees what {before} could see. Your agreements stay as they are.", coach=coach, before=before)
        + " "
        + who_reads.who_reads(client, page.words),
        rows=((phrases.talk(client, page.words),),),
    )
