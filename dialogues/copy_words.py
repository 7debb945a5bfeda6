"""The words of the copy of everything (R34): chapter headings, labels, and how values are said. See `copy_chapters`."""

from datetime import datetime

from dialogues import phrases
from dialogues.prompt import Message, Page
from dialogues.suggestions import N_
from dialogues.words import Words
from state_machines import days
from state_machines.files import Answer, Client

MISSING = "–"
#: What each file is called.
PDF_NAME, JSON_NAME = N_("my-data.pdf"), N_("my-data.json")
#: What each question of a day is called in the copy.
QUESTIONS = {
    "energy": N_("Energy"),
    "complaint": N_("Complaints"),
    "hours": N_("Hours"),
    "giver": N_("Gave energy"),
    "drainer": N_("Cost energy"),
    "tasks": N_("Tasks"),
    "step": N_("Step of the week"),
    "helped": N_("Helped"),
    "hindered": N_("Stood in the way"),
    "confidence": N_("Confidence"),
    "progress": N_("Progress"),
    "one_higher": N_("One point higher"),
    "pleasant": N_("Most pleasant moment"),
    "list_givers": N_("Added to what gives energy"),
    "list_drainers": N_("Added to what costs energy"),
    "list_signs": N_("Added to early signs"),
    "contacts": N_("Own people"),
    "signs": N_("Early sign noticed"),
}
#: Answers that are kept as a word of the program.
CHOSEN = {
    "off": N_("no working day"),
    "full": N_("fully done"),
    "partly": N_("partly done"),
    "not": N_("not done"),
    "none": N_("none"),
}
#: What the physician answered (R21).
ANSWERS = {
    "stands": N_("the plan stands"),
    "known": N_("known already"),
    "invites": N_("invites you to a talk"),
    "advises": N_("advises your coach"),
    "stop": N_("stop for now"),
}


def value(answer: Answer | None, said: Words) -> str:
    """An answer in few words; "–" where nothing was answered, "skipped" where that was chosen."""
    if answer is None:
        return MISSING
    if answer.skipped:
        return said._("skipped")
    if answer.number is not None:
        return said.number(answer.number)
    return ", ".join(said._(CHOSEN[word]) if word in CHOSEN else word for word in answer.words) or MISSING


def moment(at: datetime | None, client: Client, said: Words) -> str:
    """A moment on the client's own clock, with its year."""
    if at is None:
        return MISSING
    here = days.local(at, client.zone)
    return f"{said.dated(here.date())}, {said.clock(here.time())}"


def yes_no(given: bool, said: Words) -> str:
    """Yes or no."""
    return said._("yes") if given else said._("no")


def page(said: Words) -> str:
    """Before the number of a page."""
    return said._("page")


# --- with it, and in its place ------------------------------------------------------------------------------------


def title(client: Client, said: Words) -> str:
    """Above the copy."""
    return said._("What Trede keeps of {name}", name=phrases.name_of(client))


def lead(client: Client, said: Words, made: datetime) -> tuple[str, ...]:
    """What this is, and how to correct something in it."""
    return (
        said._(
            "Made on {moment}. This paper is for you alone: think of who sees it.", moment=moment(made, client, said)
        ),
        said._("A dash means: not asked, or not answered. Numbers are your own, from 0 to 10."),
        said._("The other file, {name}, holds the same and all the rest, for a computer.", name=said._(JSON_NAME)),
        said._("Is something wrong? /correct tells how to correct it. Erasing it: /erase"),
    )


def footer(said: Words) -> str:
    """At the foot of each page."""
    return said._("From Trede, at your own request. No diagnosis, no judgement.")


def with_pdf(page: Page[Client]) -> Message:
    """With the paper: what it is, and that it lies in this chat from now on."""
    _ = page.words._
    return phrases.message(
        _("This is everything that is kept of you, to read."),
        _("It now stands in this chat too. On a phone of your work? Then delete it here again."),
    )


def with_json(page: Page[Client]) -> Message:
    """With the other file."""
    _ = page.words._
    return phrases.message(_("And this is the same for a computer: with each change, and each message's moment."))


def instead(page: Page[Client]) -> Message:
    """The paper couldn't be made."""
    _ = page.words._
    return phrases.message(
        _("Making the paper doesn't work at this moment. Please ask again later: /mydata"),
        _("The other file holds everything already."),
    )
