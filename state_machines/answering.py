"""What a client answers: the check-in of today or, by an edit, an earlier one; a complaint in words; an old button."""

from state_machines import checkin, complaint_rule, complaints, menu, voicing, working
from state_machines import events as e
from state_machines.files import COACHED, Client
from state_machines.machine import ClientAct
from state_machines.whereabouts import by, elsewhere, stale


def opened(file: Client, event: e.Event) -> ClientAct:
    """Today's check-in, asked for."""
    return checkin.walk(file, event, "open")


def answered(file: Client, event: e.Event) -> ClientAct:
    """An answer to today's check-in; of an earlier day an edit corrects, a button is too old."""
    assert isinstance(event, e.Answered)
    if file.day is not None and event.day == file.day.date:
        return checkin.walk(file, event, "answer")
    return _correct_earlier(file, event) if event.edited else stale(file, event, "checkin")


def _correct_earlier(file: Client, event: e.Answered) -> ClientAct:
    """An edited message corrects the day it belonged to, as long as that day is in the window."""
    act = ClientAct(file, event)
    known = next((day for day in file.window if day.date == event.day), None)
    if known is not None:
        corrected = checkin.correct(known, event)
        act.change(window=tuple(corrected if day is known else day for day in file.window))
        act.file = complaint_rule.note(act.file, corrected)
        complaints.watch(act)
    act.say("checkin.corrected" if known else "stale.checkin", slot="stale", below=True, day=event.day)
    return act


def moved(file: Client, event: e.Event) -> ClientAct:
    """A way through today's check-in; a button of an earlier day is too old."""
    assert isinstance(event, e.Moved)
    if file.day is None or event.day != file.day.date:
        return stale(file, event, "checkin")
    return checkin.walk(file, event, event.way)


def not_understood(file: Client, event: e.Event) -> ClientAct:
    """The words are kept as a note of the day, and the question is asked once more with a hint."""
    assert isinstance(event, e.NotUnderstood)
    act = ClientAct(file, event)
    if event.reason != "out_of_range":
        menu.keep_note(act)
    if working.asked_day(act.file) is not None:
        working.not_understood(act)
        return act
    day = act.file.day
    assert day is not None
    again = checkin.CheckinAct(act.file, event, day.state)
    again.say_day(below=True, note=event.reason)
    return again


def voiced(file: Client, event: e.Event) -> ClientAct:
    """A complaint in words; what can't wait is answered in every state."""
    assert isinstance(event, e.ComplaintVoiced)
    if file.journey in COACHED:
        return by(voicing.choose)(file, event)
    return by(voicing.urgent)(file, event) if event.choice == "urgent" else elsewhere(file, event)


def stale_event(file: Client, event: e.Event) -> ClientAct:
    """A button of something that is over."""
    assert isinstance(event, e.Stale)
    return stale(file, event, event.what)
