"""Small pieces that the coach's texts share: whom a text is about, choosing a client, the buttons of a dialogue."""

from collections.abc import Sequence
from datetime import date, datetime

from dialogues import taps
from dialogues.phrases import LONGEST_NAME, button, clipped, message
from dialogues.prompt import Button, Message, Page, Rows, rows_of
from dialogues.suggestions import N_
from state_machines import days
from state_machines.desk_plan import BACK
from state_machines.files import Professional

Desk = Page[Professional]

#: Telegram's limit on a keyboard is 100 buttons.
MOST_BUTTONS = 90
CANCEL, GO_BACK = N_("Cancel"), N_("Back")
CHOSEN = "✓ "
#: The goal that most plans have (R1), and the word that its button carries.
OWN_GOAL, OWN_GOAL_WORD = N_("Own work, all contract hours"), "own_goal"


def picked_name(page: Desk) -> str:
    """The name of the client that the text is about: from the coach's own cards, else as it was told."""
    return page.file.named(page.text("client")) or page.text("name")


def pick(page: Desk, what: str, client: str, value: str = "") -> str:
    """A button about a client: one's own, or as a deputy one of the coach whom the text is about."""
    coach = page.text("coach")
    return taps.pick_for(coach, what, client, value) if coach else taps.pick(what, client, value)


def on_behalf(page: Desk) -> str:
    """To a deputy: whose client this is about. Empty for one's own."""
    coach = clipped(page.text("coach_name"), LONGEST_NAME)
    return page.words._("Client of {coach}, for whom you stand in:", coach=coach) if coach else ""


def client_name(page: Desk) -> str:
    """The name of the client whom the open dialogue is about."""
    return page.file.named(page.file.sketch.client) if page.file.sketch else picked_name(page)


def choose(page: Desk, what: str) -> Rows:
    """A button for each client, two a row."""
    cards = page.file.clients[:MOST_BUTTONS]
    return rows_of([button(card.name, taps.pick(what, card.client)) for card in cards], 2)


def choose_from(named: Sequence[tuple[str, str]], what: str, chosen: str) -> Rows:
    """A button for each of these names, which carries the value beside it; the one that holds now is marked."""
    marked = [(f"{CHOSEN}{name}" if value == chosen else name, value) for name, value in named]
    return rows_of([button(label, taps.pick(what, "", value)) for label, value in marked], 2)


def no_clients(page: Desk) -> Message:
    """Nobody to choose from yet."""
    _ = page.words._
    return message(
        _("You have no clients here yet. Invite somebody first."),
        rows=((Button(_("Invite a client"), taps.desk("invite")),),),
    )


# --- the buttons of a dialogue ------------------------------------------------------------------------------------


def option(page: Desk, label: str, word: str) -> Button:
    """A button that says a word which could be typed instead, in the step that is open now."""
    client = page.file.sketch.client if page.file.sketch else ""
    return button(label, taps.pick("say", client, f"{page.file.desk}:{word}"))


def options(page: Desk, labels: Sequence[tuple[str, str]], width: int = 1) -> Rows:
    """Buttons from labels and the words that they say."""
    return rows_of([option(page, label, word) for label, word in labels], width)


def way_out(page: Desk) -> Rows:
    """One step back, where there is one, and out of the dialogue."""
    _, file = page.words._, page.file
    cancel = Button(_(CANCEL), taps.pick("cancel"))
    if file.desk not in BACK or file.sketch is None:
        return ((cancel,),)
    return ((Button(_(GO_BACK), taps.pick("back", file.sketch.client, file.desk)), cancel),)


# --- when ---------------------------------------------------------------------------------------------------------


def with_year(page: Desk, day: date) -> str:
    """A date whose year may be another than people expect."""
    return f"{page.words.day(day)} {day.year}"


def moment(page: Desk, at: datetime, *, short: bool = False) -> str:
    """A moment on the coach's own clock."""
    here = days.local(at, page.file.zone)
    said = page.words.short_day(here.date()) if short else page.words.day(here.date())
    return f"{said} {page.words.clock(here.time())}"


def today_of(page: Desk) -> date | None:
    """The coach's local date at the moment of the turn."""
    today = page.values.get("today")
    return today if isinstance(today, date) else None
