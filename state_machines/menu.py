"""Everything a client can ask or choose beside the check-in: one short function each, found by name."""

from collections.abc import Callable
from datetime import timedelta

from state_machines import agenda, complaints, days, journey, schedule, taking_over
from state_machines.events import (
    Asked,
    DaysChosen,
    Noted,
    NoteEdited,
    NoteOpened,
    NotUnderstood,
    SettingChosen,
    TimeChosen,
    Unreadable,
)
from state_machines.files import LANGUAGES, Typed, but
from state_machines.machine import ClientAct

RECIPES = ("diary", "look_back")
AWAITED = {"write": "note", "pause": "pause"}
#: From unblocking in Telegram's button to the "start" that it sends by itself: long enough for a slow line.
START_FOLLOWS = timedelta(seconds=20)
PAGES = ("help", "plan", "what_if", "settings", "language", "privacy", "correct", "pause", "write", "stop")


def answer(act: ClientAct) -> None:
    """A command or menu button: its page, or what it does."""
    event = act.event
    assert isinstance(event, Asked)
    what = event.what
    if what == "call":
        ask_call(act)
    elif what in RECIPES:
        act.say(f"menu.{what}", slot=f"menu.{what}", below=True, recipe=True)
    elif what in PAGES:
        act.change(asking=AWAITED.get(what, ""))
        act.say(f"menu.{what}", slot=f"menu.{what}", below=True)
    elif what == "talk_over":
        taking_over.stop(act)
    elif what == "start":
        act.say("menu.started", slot="menu.started", below=True)
    else:
        act.say("menu.unknown", slot="menu.unknown", below=True)


def welcome_back(act: ClientAct) -> None:
    """The bot isn't blocked any more: everything is as it was, said outside the quiet hours.

    Telegram's own button unblocks and says "start" as well; what answers that takes this letter's place.
    """
    later = schedule.outside_quiet(act.file, act.at + START_FOLLOWS)
    act.say("menu.started", slot="menu.started", below=True, not_before=later)


def ask_call(act: ClientAct) -> None:
    """ "Can my coach call me", from anywhere: the coach hears it at once."""
    act.file = act.file.need("call", act.at)
    act.tell_coach("call")
    act.say("call.asked", slot="call", below=True)


def keep_note(act: ClientAct) -> None:
    """The client's own words: a note of their own local date, closed to the coach unless opened (R33)."""
    event = act.event
    assert isinstance(event, Noted | NotUnderstood)
    number = count_note(act, event.message_id)
    if isinstance(event, NotUnderstood):
        return
    act.change(asking="")
    act.say("note.kept", slot=_note_slot(act), below=True, number=number, day=event.day, opened=event.opened)


def edit_note(act: ClientAct) -> None:
    """A corrected note: the new words stand, the old ones stay in the log."""
    event = act.event
    assert isinstance(event, NoteEdited)
    act.file = complaints.retold(act.file, event.day, event.number, event.text)
    act.say("note.edited", slot=_note_slot(act), below=True, number=event.number, day=event.day)


def open_note(act: ClientAct) -> None:
    """The coach may read this one note, or no longer."""
    event = act.event
    assert isinstance(event, NoteOpened)
    name = "note.opened" if event.open else "note.closed"
    act.say(name, slot=_note_slot(act), number=event.number, day=event.day)


def stray(act: ClientAct) -> None:
    """A voice message, photo, sticker: a kind word; nothing of it is kept."""
    event = act.event
    assert isinstance(event, Unreadable)
    act.say("stray", slot="stray", below=True, kind_of=event.kind)


def set_time(act: ClientAct) -> None:
    """Another time for the check-in, outside the quiet hours."""
    event = act.event
    assert isinstance(event, TimeChosen)
    if event.time is None or act.file.quiet.covers(event.time):
        quiet = event.time is not None
        act.change(asking="time")
        note = "quiet" if quiet else ("" if event.understood else "unclear")
        act.say("settings.time", slot="menu.settings", below=event.typed, note=note)
        return
    act.change(checkin_time=event.time, asking="")
    _saved(act)


def set_days(act: ClientAct) -> None:
    """Other days for the check-in."""
    event = act.event
    assert isinstance(event, DaysChosen)
    if event.typing or not event.understood:
        act.change(asking="days")
        note = "" if event.understood else "unclear"
        act.say("settings.days", slot="menu.settings", below=event.typed, note=note)
        return
    act.change(checkin_days=event.weekdays, asking="", slow="")
    _saved(act)


def set_one(act: ClientAct) -> None:
    """A choice from a menu; an unknown name or value changes nothing."""
    event = act.event
    assert isinstance(event, SettingChosen)
    change = SETTINGS.get(event.name)
    if change is None or not change(act, event.value):
        act.say("menu.settings", slot="menu.settings", note="unclear")


def _language(act: ClientAct, value: str) -> bool:
    if value not in LANGUAGES:
        return False
    act.change(language=value)
    act.say("settings.language", slot="menu.language")
    return True


def _zone(act: ClientAct, value: str) -> bool:
    if value == "ask":
        act.change(asking="zone")
        act.say("settings.zone", slot="menu.settings")
        return True
    try:
        days.zone_of(value)
    except (KeyError, ValueError, OSError):
        act.say("settings.zone", slot="menu.settings", below=_was_typed(act), note="unclear")
        return True
    act.change(zone=value, asking="")
    act.nights = schedule.nights(act.file, act.at)
    _saved(act)
    schedule.set_step(act)
    agenda.set_agenda(act)
    complaints.set_again(act)
    return True


def _buttons(act: ClientAct, value: str) -> bool:
    act.change(buttons_only=value == "yes")
    _saved(act)
    return True


def _chat(act: ClientAct, value: str) -> bool:
    if value not in CHAT:
        return False
    act.change(tidy_chat=value == "tidy")
    act.say("settings.saved", slot="menu.settings", note=value)
    return True


def _silence(act: ClientAct, value: str) -> bool:
    if value == "three":
        act.change(checkin_days=(1, 3, 5), slow="")
    elif value == "call":
        ask_call(act)
        return True
    elif value == "pause":
        act.say("menu.pause", slot="silence")
        return True
    _saved(act, "checkin.welcome_back", "silence")
    return True


CHAT = ("tidy", "leave")
SETTINGS: dict[str, Callable[[ClientAct, str], bool]] = {
    "language": _language,
    "zone": _zone,
    "buttons": _buttons,
    "chat": _chat,
    "silence": _silence,
}


def _saved(act: ClientAct, name: str = "settings.saved", slot: str = "menu.settings") -> None:
    """A setting was kept: the next check-in moves with it, and the client sees what now holds."""
    if act.file.journey == "coaching":
        schedule.set_checkin(act)
    act.say(name, slot=slot, below=_was_typed(act))


def _was_typed(act: ClientAct) -> bool:
    event = act.event
    return isinstance(event, TimeChosen | DaysChosen | SettingChosen) and event.typed


def count_note(act: ClientAct, message_id: int) -> int:
    """One more note on the client's date, so that editing the message corrects it; its number."""
    day = act.file.day
    if day is None:
        return 0
    number = day.notes + 1
    act.change(day=but(day, notes=number))
    act.file = act.file.remember(Typed(message_id=message_id, date=day.date, subject=f"note:{number}"))
    return number


def _note_slot(act: ClientAct) -> str:
    return f"note:{act.file.date_now(act.at).isoformat()}"


def pause(act: ClientAct) -> None:
    """A number of days outside 1-14 is asked again."""
    act.say("menu.pause", slot="pause", below=True, note="out_of_range", most=journey.MOST_PAUSE_DAYS)
