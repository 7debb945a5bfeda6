"""What a process facilitator reads (R30), and what a client is told of them.

What is promised: no message of the facilitator's holds anything but names, dates and what is planned.
"""

from dataclasses import replace

from dialogues import commands, papers, phrases, taps
from dialogues.coach_words import Desk
from dialogues.cover import covered
from dialogues.phrases import lines, message
from dialogues.prompt import Button, Message, Page, Rows, says, tells
from dialogues.suggestions import N_
from state_machines.files import Client
from state_machines.plan import Plan

#: Telegram's limit on a keyboard is 100 buttons.
MOST_LISTED = 40
WHOM = N_("Whom I facilitate")
SEEN = N_("You see what is planned: hours, tasks and dates. No scores, complaints, diary, hours worked or reports.")
NOTED = N_("Each look is noted down: the client can see who looked.")


# --- the desk -----------------------------------------------------------------------------------------------------


@tells("facilitator.hello")
def hello(page: Desk) -> Message:
    """In: what there is to see here, and what never is."""
    _ = page.words._
    return message(
        _("Hello {name}. I'm Trede: a computer program, not a person.", name=page.file.name),
        _("Here you find the plans of the clients whose work adjustment you lead."),
        _(SEEN),
        _("So that you stand apart: who can see more of a client can't be their process facilitator."),
        _(NOTED),
        rows=(
            (Button(_(WHOM), taps.desk("clients")),),
            (Button(_("What can I do here?"), taps.desk("help")),),
        ),
    )


@tells("facilitator.clients")
def clients(page: Desk) -> Message:
    """Whom they facilitate, and since when; a button for what is planned."""
    _, found = page.words._, page.file.facilitates[:MOST_LISTED]
    if not found:
        return message(_("You facilitate nobody at this moment. You hear it when somebody is assigned to you."))
    each = (_("• {name}, since {day}", name=_name(one.name), day=page.words.dated(one.since)) for one in found)
    return replace(
        message(
            lines(_("You facilitate:"), *each),
            _(SEEN),
            _(NOTED),
            rows=tuple(_plan_button(page, one.client, one.name) for one in found),
        ),
        protect=True,
    )


@tells("facilitator.help")
def help_(page: Desk) -> Message:
    """Every command of the facilitator."""
    _ = page.words._
    named = commands.menu(commands.FACILITATOR, page.words)
    return message(
        _("This is what you can do here:"),
        lines(*(f"/{name}: {about}" for name, about in named)),
        _("Commands work in Dutch and in English."),
    )


@tells("facilitator.assigned")
def assigned(page: Desk) -> Message:
    """Somebody more to facilitate."""
    _, name = page.words._, _name(page.text("name"))
    return replace(
        message(
            _("From now on you are the process facilitator of {name}. {name} is told so too.", name=name),
            _(SEEN),
            _(NOTED),
            rows=(*_plan_button_of(page), (Button(_(WHOM), taps.desk("clients")),)),
        ),
        protect=True,
    )


@tells("facilitator.taken_off")
def taken_off(page: Desk) -> Message:
    """One less."""
    _ = page.words._
    return message(
        _("You aren't the process facilitator of {name} any more.", name=_name(page.text("name"))),
        _("You see nothing of this client from now on. Please delete what you still have of the plan."),
    )


@tells("facilitator.gone")
def gone(page: Desk) -> Message:
    """Nothing is kept of a client any more."""
    _ = page.words._
    return message(
        _("{name} doesn't take part any more: everything is erased here.", name=_name(page.text("name"))),
        _("Please delete what you still have of the plan."),
    )


@tells("facilitator.unknown")
def unknown(page: Desk) -> Message:
    """A command that doesn't exist here."""
    return message(page.words._("I don't know that command. /help shows what can be done here."))


@tells("facilitator.nothing")
def nothing(page: Desk) -> Message:
    """Typed words: nothing asked for them, they are not kept and go to nobody."""
    return message(
        page.words._("Nothing is asked to be typed here. What was typed is not kept and goes to nobody."),
        rows=_to_clients(page),
    )


@tells("facilitator.stale")
def stale(page: Desk) -> Message:
    """A button that means nothing here, or not any more."""
    return message(
        page.words._("This button belongs to something that is over. Nothing was changed."), rows=_to_clients(page)
    )


# --- what is planned ----------------------------------------------------------------------------------------------


def with_plan(page: Desk) -> Message:
    """With the plan on paper."""
    _ = page.words._
    said = message(
        _("This is what is planned for {name}.", name=_name(page.text("name"))),
        _("It is for you alone. How it goes, {name} tells you in your talks.", name=_name(page.text("name"))),
        rows=_to_clients(page),
    )
    return replace(said, protect=True)


def no_plan(page: Desk) -> Message:
    """There is nothing planned that counts."""
    said = message(
        page.words._("No plan is agreed for {name} at this moment.", name=_name(page.text("name"))),
        rows=_to_clients(page),
    )
    return replace(said, protect=True)


def instead(page: Desk, plan: Plan) -> Message:
    """The paper couldn't be drawn: what is planned, in words."""
    return replace(papers.instead(page.words, plan), protect=True)


@tells("facilitator.plan_gone")
def plan_gone(page: Desk) -> Message:
    """The plan is deleted from the chat; the words are for when Telegram doesn't do that any more."""
    text = page.words._("Does a plan still stand here? I can't take it back any more. Please delete it from this chat.")
    return Message(text=text, gone=True, only_edit=True)


# --- the client ---------------------------------------------------------------------------------------------------


@says("facilitator.named")
@covered
def named(page: Page[Client]) -> Message:
    """Who facilitates from now on, and what they see: said once."""
    _, client = page.words._, page.file
    name = _name(client.facilitator.name if client.facilitator else "")
    before = _name(page.text("before"))
    return message(
        _(
            "{name} is your process facilitator from now on. Together with you and {supervisor}, {name} looks at what "
            "can be different in your work.",
            name=name,
            supervisor=phrases.supervisor_of(client, page.words),
        ),
        _("{before} isn't any more, and sees nothing of you from now on.", before=before) if before else "",
        _("{name} sees your plan: the agreed hours, tasks and dates.", name=name)
        + " "
        + _("No scores, no complaints, no diary, no hours worked and no reports."),
        _("Each time {name} looks, it is noted down: /wholooked shows it.", name=name),
        _("Would you rather not have this? Tell {coach}.", coach=phrases.coach_of(client)),
        rows=((phrases.talk(client, page.words),),),
    )


@says("facilitator.over")
@covered
def over(page: Page[Client]) -> Message:
    """Nobody facilitates any more: said once."""
    _ = page.words._
    before = _name(page.text("before"))
    return message(
        _("{before} isn't your process facilitator any more, and sees nothing of you from now on.", before=before),
        _("Your plan and your agreements stay as they are."),
    )


# --- how ----------------------------------------------------------------------------------------------------------


def _name(name: str) -> str:
    return phrases.clipped(name, phrases.LONGEST_NAME)


def _plan_button(page: Desk, client: str, name: str) -> tuple[Button, ...]:
    label = page.words._("The plan of {name}", name=_name(name))
    return (phrases.button(label, taps.pick("planned", client)),)


def _plan_button_of(page: Desk) -> Rows:
    client = page.text("client")
    return (_plan_button(page, client, page.text("name")),) if client else ()


def _to_clients(page: Desk) -> Rows:
    return ((Button(page.words._(WHOM), taps.desk("clients")),),)
