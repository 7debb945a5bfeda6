"""Small pieces that many of the client's texts share: names, own words cut to size, hours, who reads on which day."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache

from dialogues import taps
from dialogues.emergency_numbers import NUMBERS
from dialogues.prompt import Button, Message, Page, Rows
from dialogues.suggestions import SUGGESTED
from dialogues.words import LANGUAGES, Words, words
from state_machines.files import Client
from state_machines.rhythm import MONTHLY

LONGEST_NAME = 40
LONGEST_ITEM = 60
LONGEST_LABEL = 36
MOST_NAMED = 3
MOST_TEXT = 4000
MORE = "…"


def size(text: str) -> int:
    """How long Telegram finds a text: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clipped(text: str, most: int) -> str:
    """A person's own words on one line, cut with "…" when they are longer than `most`."""
    return cut(" ".join(text.split()), most)


def cut(text: str, most: int) -> str:
    """A text with its own lines, cut with "…" when it is longer than `most`."""
    while len(text) * 2 > most and size(text) > most:  # no letter is more than two units
        text = text[: min(len(text) - 1, most) - 1].rstrip() + MORE
    return text


def message(*paragraphs: str, rows: Rows = ()) -> Message:
    """A message of paragraphs with an empty line between them; empty ones are left out; never too long for Telegram."""
    return Message(text=cut("\n\n".join(text for text in paragraphs if text), MOST_TEXT), rows=rows)


def lines(*each: str) -> str:
    """Lines of one paragraph; empty ones are left out."""
    return "\n".join(line for line in each if line)


# --- names and own words ------------------------------------------------------------------------------------------


def recognised(client: Client) -> bool:
    """Whether the coach said that this account is the client's: until then nobody's name is said."""
    return client.journey not in {"invited", "claimed"}


def name_of(client: Client) -> str:
    """The client's first name or initials."""
    return clipped(client.name, LONGEST_NAME)


def coach_of(client: Client) -> str:
    """The coach's name, once known (tone: names of people, not functions)."""
    return clipped(client.coach_name, LONGEST_NAME)


def supervisor_of(client: Client, said: Words) -> str:
    """The supervisor's name as the plan gives it; "your supervisor" as long as there is no plan."""
    plan = client.plan or client.draft
    return clipped(plan.supervisor, LONGEST_NAME) if plan and plan.supervisor else said._("your supervisor")


def spoken(item: str) -> str:
    """An item inside a sentence: a suggestion in lower case, the client's own words as they typed them."""
    lowered = item in _suggestions() and not item.startswith("I ")
    return clipped(item[:1].lower() + item[1:] if lowered else item, LONGEST_ITEM)


def named(items: Iterable[str], said: Words, most: int = MOST_NAMED) -> str:
    """The first items, joined as people say them."""
    return said.listed([spoken(item) for item in list(items)[:most]])


@cache
def _suggestions() -> frozenset[str]:
    return frozenset(
        words(language)._(text) for language in LANGUAGES for texts in SUGGESTED.values() for text in texts
    )


# --- numbers ------------------------------------------------------------------------------------------------------


def hours(said: Words, number: Decimal) -> str:
    """Hours as people say them: "1 hour", "2.5 hours"."""
    return said.n_("{hours} hour", "{hours} hours", 1 if number == 1 else 2, hours=said.number(number))


# --- when ---------------------------------------------------------------------------------------------------------


def day_value(page: Page[Client], name: str) -> date | None:
    """A value that is a date, also when it was kept as text in between."""
    text = page.text(name)
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def day_of(page: Page[Client], name: str) -> str:
    """A value that is a date, as people say it."""
    day = day_value(page, name)
    return page.words.day(day) if day else ""


def upcoming(client: Client) -> date | None:
    """The date of the next check-in, after today's when that one is begun or done, and after a pause."""
    if client.day is None:
        return client.next_checkin
    today = client.day.date
    if client.journey == "paused" and client.paused_until:
        return client.next_asked(max(today, client.paused_until))
    begun = client.day.state in {"done", "asking", "short"}
    planned = client.next_checkin
    return planned if planned and (planned > today or not begun) else client.next_asked(today)


def rhythm(client: Client, said: Words) -> str:
    """How often a check-in comes after the end of a plan; empty when it comes on the client's usual days."""
    if client.day is None or not client.slowed_on(client.day.date):
        return ""
    return said._("Days: once a month") if client.slow == MONTHLY else said._("Days: once a week")


def until_next(client: Client, said: Words) -> str:
    """ "See you on Monday 30 November at 16:30."; empty when the client chose no days."""
    day = upcoming(client)
    clock = said.clock(client.checkin_time)
    return said._("See you on {day} at {time}.", day=said.day(day), time=clock) if day else ""


def next_one(client: Client, said: Words) -> str:
    """ "Your next check-in is on Monday 30 November at 16:30."; how to open one when there are no days."""
    day = upcoming(client)
    if day is None:
        return said._("Your next check-in is whenever you like: /checkin")
    clock = said.clock(client.checkin_time)
    return said._("Your next check-in is on {day} at {time}.", day=said.day(day), time=clock)


# --- always -------------------------------------------------------------------------------------------------------


def emergency(said: Words) -> str:
    """In one line, wherever somebody may look for it (R22)."""
    return said._(
        "In an emergency: call {danger}. To talk, at any hour: {talk} or {talk_free}. Or use /emergency.", **NUMBERS
    )


def what_i_am(said: Words) -> str:
    """What Trede is and isn't (R36)."""
    return said._(
        "I'm a computer program: not a person, not a doctor, not a medical device. I ask, keep and remind. I make no "
        "diagnosis and promise no result."
    )


# --- buttons ------------------------------------------------------------------------------------------------------


def button(label: str, data: str) -> Button:
    """A button whose label may hold a person's own words."""
    return Button(clipped(label, LONGEST_LABEL), data)


def column(*buttons: Button) -> Rows:
    """One button a row."""
    return tuple((each,) for each in buttons)


def talk(client: Client, said: Words) -> Button:
    """ "I'd like to talk to Anna"."""
    return button(said._("I'd like to talk to {coach}", coach=coach_of(client)), taps.ask("call"))
