"""What is offered for the lists until the client has words of their own (R13: small examples).

Marked here with `N_` for the catalogues and translated where they are shown.
"""

from dialogues.taps import item_key
from dialogues.words import LANGUAGES, Words, words
from state_machines import own_lists, questions, working
from state_machines.files import Client

MOST_SHOWN = 6


def N_(text: str) -> str:  # noqa: N802 - the usual marker for words that are translated later
    """Mark a text for the catalogues."""
    return text


GIVERS = (N_("Colleagues"), N_("Coffee break"), N_("Finishing something"), N_("Helping someone"), N_("A walk outside"))
DRAINERS = (N_("Noise"), N_("A full mailbox"), N_("Meetings"), N_("Travelling"), N_("Slept badly"))
SUGGESTED: dict[str, tuple[str, ...]] = {
    "giver": GIVERS,
    "list_givers": GIVERS,
    "drainer": DRAINERS,
    "list_drainers": DRAINERS,
    "list_signs": (
        N_("Sleeping badly"),
        N_("Quickly irritated"),
        N_("Skipping breaks"),
        N_("Headache"),
        N_("Worrying"),
    ),
    "helped": (N_("A calm start"), N_("A colleague"), N_("My supervisor"), N_("Taking breaks"), N_("Clear tasks")),
    "hindered": (
        N_("Too little energy"),
        N_("Task too difficult"),
        N_("There was no work for me"),
        N_("Something at home"),
        N_("I was ill or off"),
    ),
}


def options(client: Client, question: str, said: Words) -> tuple[str, ...]:
    """The items to offer: today's chosen ones, the client's own newest ones, then suggestions; at most six."""
    day = client.day
    chosen = day.words(question) if day else ()
    own = own_lists.items(client, questions.FEEDS.get(question, ""))
    suggested = tuple(said._(text) for text in SUGGESTED.get(question, ()))
    if question == "tasks":
        suggested = working.tasks_of(client, day.date) if day else ()
    found: dict[str, str] = {}
    for item in (*chosen, *reversed(own), *suggested):
        found.setdefault(item.casefold(), item)
    return tuple(found.values())[: max(MOST_SHOWN, len(chosen))]


def resolve(client: Client, question: str, key: str) -> str:
    """The item that a button means: of the day, the client's lists, the plan's tasks, the suggestions; else empty."""
    day = client.day
    own = own_lists.items(client, questions.FEEDS.get(question, ""))
    tasks = tuple(task for step in client.plan.steps for task in step.tasks) if client.plan else ()
    suggested = (words(lang)._(text) for lang in LANGUAGES for text in SUGGESTED.get(question, ()))
    for item in (*(day.words(question) if day else ()), *own, *tasks, *suggested):
        if item_key(item) == key:
            return item
    return ""
