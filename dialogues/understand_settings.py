"""The welcome and the settings, typed and tapped: times, days, zone, a break, people to call."""

import re
from datetime import time
from zoneinfo import available_timezones

from dialogues import consents, taps, typed
from dialogues.incoming import Incoming
from dialogues.words import words
from state_machines import events as e
from state_machines.consents import KEEP
from state_machines.files import Client

WELCOME = frozenset({"who", "not_now", "go_on", "buttons", "agree", "ask_coach", "refuse", "return"})


def typed_time(said: Incoming, text: str) -> e.ClientEvent:
    """A typed time of day; odd input is said to be odd."""
    found = typed.clock_time(text)
    return e.TimeChosen(at=said.at, time=found, understood=found is not None, typed=True)


def typed_weekdays(said: Incoming, text: str) -> e.ClientEvent:
    """Typed weekdays."""
    found = typed.weekdays(text)
    kept = tuple(sorted(found)) if found else None
    return e.DaysChosen(at=said.at, weekdays=kept, understood=bool(found), typed=True)


def typed_zone(said: Incoming, text: str) -> e.ClientEvent:
    """A zone by its IANA name or its city: "Lissabon" isn't known, "Lisbon" and "Europe/Lisbon" are."""
    wanted = text.strip().replace(" ", "_").casefold()
    names = sorted(available_timezones())
    found = [n for n in names if n.casefold() == wanted or n.casefold().rsplit("/", 1)[-1] == wanted]
    return e.SettingChosen(at=said.at, name="zone", value=found[0] if found else "?", typed=True)


def typed_contacts(said: Incoming, text: str) -> e.ClientEvent:
    """Names, with a telephone number behind them perhaps; a longer text is none of these."""
    return e.ContactsChosen(at=said.at, choice="words", words=typed.items(text))


def typed_pause(said: Incoming, text: str) -> e.ClientEvent:
    """A typed number of days; -1 for what is none."""
    days = typed.day_count(text)
    return e.PauseChosen(at=said.at, days=-1 if days is None or days < 1 else days, typed=True)


def tap_welcome(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A choice of the welcome; a yes carries the digest of the consent as it was shown."""
    if tap.arg(0) not in WELCOME:
        return None
    agrees = tap.arg(0) == "agree"
    read = consents.fingerprint(KEEP, words(file.language), file) if agrees else ""
    return e.WelcomeChosen(at=said.at, choice=tap.arg(0), text=read)


def tap_time(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A time of the list, or another that is to be typed."""
    digits = tap.arg(0)
    if digits == "other":
        return e.TimeChosen(at=said.at, time=None)
    if not re.fullmatch(r"([01]\d|2[0-3])[0-5]\d", digits):
        return None
    return e.TimeChosen(at=said.at, time=time(int(digits[:2]), int(digits[2:])))


def tap_days(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """Weekdays of the list, the working days, or others that are to be typed."""
    chosen = tap.arg(0)
    if chosen in {"typing", "own"}:
        return e.DaysChosen(at=said.at, weekdays=None, typing=chosen == "typing")
    if not re.fullmatch(r"[1-7]{1,7}", chosen):
        return None
    return e.DaysChosen(at=said.at, weekdays=tuple(sorted({int(digit) for digit in chosen})))


def tap_setting(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A choice in a menu."""
    if tap.arg(0) == "diary":  # an older button: the diary is opened on the page that says what that means
        return e.ConsentAsked(at=said.at, subject="diary")
    return e.SettingChosen(at=said.at, name=tap.arg(0), value=tap.arg(1))


def tap_pause(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A break of so many days; 0 ends it."""
    days = tap.whole(0)
    return None if days is None else e.PauseChosen(at=said.at, days=days)


def tap_contacts(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """The own people: shown, one more, or one off."""
    if tap.arg(0) == "drop":
        item = next((each for each in file.contacts if taps.item_key(each) == tap.arg(1)), "")
        return e.ContactsChosen(at=said.at, choice="drop" if item else "show", item=item)
    return e.ContactsChosen(at=said.at, choice=tap.arg(0)) if tap.arg(0) in {"show", "add"} else None
