"""From a tap or words typed to a choice about a referral (R20)."""

from dataclasses import replace

from dialogues import taps
from dialogues.incoming import Incoming
from state_machines import events as e
from state_machines.files import Client
from state_machines.referral import WISHES

MOST_DIGITS = 5
CHOICES = frozenset({"show", "add", "send", "self", "not_now", "done", "withdraw"})


def asked(said: Incoming) -> e.ClientEvent:
    """The client asks for a report to the physician (R19): always works."""
    return e.ReferralChosen(at=said.at, choice="ask")


def typed_words(said: Incoming, text: str) -> e.ClientEvent:
    """Own words for the text that is open."""
    return e.ReferralChosen(at=said.at, choice="words", words=text)


def tap_referral(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A button of a referral: its choice, which referral, and a value where the choice has one.

    Words to take out are named by themselves, so that two taps on an old keyboard can't take out two of them.
    """
    choice, number, value = tap.arg(0), tap.arg(1), tap.arg(2)
    if not (number.isascii() and number.isdecimal() and len(number) < MOST_DIGITS):
        return None
    made = e.ReferralChosen(at=said.at, choice=choice, number=int(number), value=value)
    if choice == "strike":
        kept = file.referral.words if file.referral else ()
        return replace(made, value="", words=next((each for each in kept if taps.item_key(each) == value), ""))
    fits = choice in CHOICES or (choice == "wish" and value in WISHES)
    return made if fits else None
