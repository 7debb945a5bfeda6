"""What a client arranges: the welcome, times, settings, a pause, how to go on after a plan; and what they ask for."""

from state_machines import ending, journey, menu, welcome
from state_machines import events as e
from state_machines.files import COACHED, Client
from state_machines.machine import ClientAct
from state_machines.whereabouts import by, elsewhere, stage, stale

STOPPABLE = ("claimed", "welcome", *COACHED)
OPEN_TO_ALL = frozenset({"help", "privacy", "correct", "language", "call", "stop", "unknown"})


def welcome_chosen(file: Client, event: e.Event) -> ClientAct:
    """A choice of the welcome, or the way back in for somebody who left; an old button changes nothing."""
    assert isinstance(event, e.WelcomeChosen)
    if event.choice == "return" and file.journey == "left":
        return journey.walk(file, event, "return")
    if file.journey != "welcome" or event.choice not in welcome.CHOICES:
        return stale(file, event, "welcome")
    if event.choice == "refuse":
        return journey.walk(file, event, "refuse")
    return welcome.walk(file, event, event.choice)


def time_chosen(file: Client, event: e.Event) -> ClientAct:
    """The time of the check-in: a stage of the welcome, later a setting."""
    if file.journey == "welcome":
        return welcome.walk(file, event, "time")
    return by(menu.set_time)(file, event) if file.journey in COACHED else elsewhere(file, event)


def days_chosen(file: Client, event: e.Event) -> ClientAct:
    """The days of the check-in: the last stage of the welcome, which leads into coaching; later a setting."""
    if file.journey != "welcome":
        return by(menu.set_days)(file, event) if file.journey in COACHED else elsewhere(file, event)
    act = welcome.walk(file, event, "days")
    return journey.walk(act.file, event, "settle") if act.file.stage == "done" else act


def asked(file: Client, event: e.Event) -> ClientAct:
    """Help, privacy, language, stop and "call me" work in every state; the rest only in coaching."""
    assert isinstance(event, e.Asked)
    if event.what == "stop_sure":
        return journey.walk(file, event, "stop") if file.journey in STOPPABLE else elsewhere(file, event)
    if event.what in OPEN_TO_ALL or file.journey in COACHED:
        return by(menu.answer)(file, event)
    return elsewhere(file, event)


def setting_chosen(file: Client, event: e.Event) -> ClientAct:
    """A choice in the menu; the language is open to all, and the welcome goes on in it."""
    assert isinstance(event, e.SettingChosen)
    if event.name == "language":
        act = by(menu.set_one)(file, event)
        return stage(act.file, event) if file.journey == "welcome" else act
    return by(menu.set_one)(file, event) if file.journey in COACHED else elsewhere(file, event)


def pause_chosen(file: Client, event: e.Event) -> ClientAct:
    """A pause begins or ends; a number of days that can't be asks again."""
    assert isinstance(event, e.PauseChosen)
    if event.days == 0:
        return journey.walk(file, event, "resume")
    if not 1 <= event.days <= journey.MOST_PAUSE_DAYS:
        return by(menu.pause)(file, event)
    return journey.walk(file, event, "pause")


def end_chosen(file: Client, event: e.Event) -> ClientAct:
    """How to go on after a plan that was kept; "done" closes the trajectory."""
    assert isinstance(event, e.EndChosen)
    if not ending.may_choose(file, event.choice):
        return stale(file, event, "menu") if file.journey in COACHED else elsewhere(file, event)
    return journey.walk(file, event, "close") if event.choice == "done" else by(ending.choose)(file, event)
