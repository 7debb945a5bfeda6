"""From a tap or command about one's rights (R34) to the event it means."""

from dialogues import taps
from dialogues.consents import fingerprint
from dialogues.incoming import Incoming, IncomingKind
from dialogues.words import words
from state_machines import events as e
from state_machines.consents import SUBJECTS
from state_machines.files import Client

#: The verb of all buttons about rights.
VERB = "rt"
#: What each command asks for.
COMMANDS = {"erase": "erase", "my_data": "copy", "who_looked": "looks"}
CHOICES = frozenset({"erase", "copy_first", "sure", "keep", "copy", "looks"})


def asked(said: Incoming, what: str) -> e.ClientEvent:
    """A command, or a menu button that says the same."""
    return e.RightsChosen(at=said.at, choice=COMMANDS[what])


def tap_rights(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A button of one of the pages; None for what was never ours."""
    choice = tap.arg(0)
    if choice not in CHOICES:
        return None
    skip = tap.whole(1) if choice == "looks" else 0
    return e.RightsChosen(at=said.at, choice=choice, day=tap.day(1) if choice == "sure" else None, skip=skip or 0)


def consents_asked(said: Incoming) -> e.ClientEvent:
    """The page of all consents."""
    return e.ConsentAsked(at=said.at)


def tap_consent(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A yes or no to the text that was read; one that reads otherwise by now is shown again first."""
    choice, subject = tap.arg(0), tap.arg(1)
    if subject not in SUBJECTS or choice not in {"show", "give", "withdraw"}:
        return None
    mark = fingerprint(subject, words(file.language), file)
    if choice == "show":
        return e.ConsentAsked(at=said.at, subject=subject)
    if choice == "give" and not (tap.arg(2) and mark.startswith(tap.arg(2))):
        return e.ConsentAsked(at=said.at, subject=subject, note="changed")
    made = e.ConsentGiven if choice == "give" else e.ConsentWithdrawn
    return made(at=said.at, subject=subject, fingerprint=mark, language=file.language)


def is_ours(said: Incoming) -> bool:
    """Whether this is a tap on a button about rights."""
    return said.kind is IncomingKind.TAP and taps.read(said.data).verb == VERB
