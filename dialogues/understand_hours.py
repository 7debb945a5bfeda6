"""What is typed or tapped about hours and tasks, and how a client goes on after the plan, as the event it means."""

from datetime import date
from decimal import Decimal

from dialogues import taps, typed
from dialogues.incoming import Incoming
from state_machines import ending, working
from state_machines import events as e
from state_machines.files import Client

MOST_HOURS = 24
CHOICES = frozenset({"planned", "other", "ready"})
ENDINGS = frozenset({*ending.RHYTHMS, "done", "keep", "erase"})


def typed_hours(file: Client, said: Incoming, text: str) -> e.ClientEvent | None:
    """The answer to the open question about hours or tasks; None when the words belong to something else."""
    day = working.asked_day(file)
    if day is None or said.forwarded or not text:
        return None
    if file.asking.startswith(working.TYPING_TASKS):
        items = typed.items(text)
        return e.TasksNoted(at=said.at, day=day, words=items) if items else _unclear(file, said, "tasks", "long")
    found = typed.hours(text)
    if isinstance(found, Decimal):
        return e.HoursNoted(at=said.at, day=day, hours=found, message_id=said.message_id)
    return _unclear(file, said, "hours", "words" if found is None else "out_of_range")


def _unclear(file: Client, said: Incoming, question: str, reason: str) -> e.ClientEvent:
    """Words are kept as a note of today, and the question is asked once more."""
    if file.buttons_only and reason != "out_of_range":
        return e.Unreadable(at=said.at, kind="text")
    text = "" if reason == "out_of_range" else said.text.strip()
    day = file.date_now(said.at)
    return e.NotUnderstood(at=said.at, day=day, question=question, reason=reason, text=text, message_id=said.message_id)


def edited_hours(said: Incoming, text: str, was_on: date) -> e.ClientEvent | None:
    """An edited message corrects the hours it had become; None when it is no number of hours any more."""
    found = typed.hours(text)
    if not isinstance(found, Decimal):
        return None
    return e.HoursNoted(at=said.at, day=was_on, hours=found, message_id=said.message_id)


def tap_hours(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """A day, or a day with its hours; the days are asked anew with `every`."""
    if tap.arg(0) == taps.EVERY:
        return e.HoursNoted(at=said.at, day=None, every=True)
    day, value = tap.day(), tap.arg(1)
    if day is None:
        return None
    if value in {"", "off"}:
        return e.HoursNoted(at=said.at, day=day, off=value == "off")
    hours = tap.number(1, MOST_HOURS)
    return None if hours is None else e.HoursNoted(at=said.at, day=day, hours=hours)


def tap_tasks(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """The tasks of a day: as planned, others, or done choosing."""
    day, choice = tap.day(), tap.arg(1)
    return e.TasksNoted(at=said.at, day=day, choice=choice) if day is not None and choice in CHOICES else None


def tap_task(file: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """One task chosen or taken back; a task that is known no more changes nothing."""
    day = tap.day()
    if day is None:
        return None
    known = (*working.kept(file, day).words("tasks"), *working.tasks_of(file, day))
    name = next((name for name in known if taps.item_key(name) == tap.arg(1)), "")
    if not name:
        return e.Stale(at=said.at, what="menu")
    if tap.verb == "h+":
        return e.TasksNoted(at=said.at, day=day, add=name)
    return e.TasksNoted(at=said.at, day=day, drop=name)


def tap_end(_: Client, said: Incoming, tap: taps.Tap) -> e.ClientEvent | None:
    """How to go on after a plan that was kept."""
    return e.EndChosen(at=said.at, choice=tap.arg(0)) if tap.arg(0) in ENDINGS else None
