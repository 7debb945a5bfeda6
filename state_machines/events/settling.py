"""What a client does to come in and to have it their way: the welcome, times, settings, a pause, a command."""

from dataclasses import dataclass, field
from datetime import time

from state_machines.events.kinds import ClientEvent


@dataclass(frozen=True, kw_only=True)
class LinkOpened(ClientEvent):
    """An account opened this client's invitation. `display_name` is shown to the coach once and kept nowhere."""

    chat: int
    language: str
    display_name: str = field(metadata={"unlogged": True})


@dataclass(frozen=True, kw_only=True)
class WelcomeChosen(ClientEvent):
    """A choice in the welcome: who | not_now | go_on | buttons | agree | ask_coach | refuse | refuse_sure."""

    choice: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class TimeChosen(ClientEvent):
    """The local time of the check-in; None asks for another time to be typed; `understood` is false for odd input."""

    time: time | None
    understood: bool = True
    typed: bool = False


@dataclass(frozen=True, kw_only=True)
class DaysChosen(ClientEvent):
    """The ISO weekdays of the check-in; None means "my working days"."""

    weekdays: tuple[int, ...] | None
    understood: bool = True
    typing: bool = False
    typed: bool = False


@dataclass(frozen=True, kw_only=True)
class Asked(ClientEvent):
    """A command or menu button: help, plan, diary, look_back, pause, settings, privacy, stop, start, call ..."""

    what: str


@dataclass(frozen=True, kw_only=True)
class SettingChosen(ClientEvent):
    """A choice in a menu: language, zone, morning, buttons, diary, silence ... and its value as plain text."""

    name: str
    value: str
    typed: bool = False


@dataclass(frozen=True, kw_only=True)
class PauseChosen(ClientEvent):
    """No check-ins for this many days (1-14); 0 ends a pause, -1 wasn't understood. The plan runs on."""

    days: int
    typed: bool = False


@dataclass(frozen=True, kw_only=True)
class PaperAsked(ClientEvent):
    """A picture or paper of the own plan: picture | pdf | calendar | why; or of the own report: referral."""

    kind: str


@dataclass(frozen=True, kw_only=True)
class EndChosen(ClientEvent):
    """How to go on after the plan (tone 25): weekly | monthly | done; and with what is kept: keep | erase."""

    choice: str


@dataclass(frozen=True, kw_only=True)
class WordsPassed(ClientEvent):
    """What the client typed while a person has taken the conversation over: it goes to that person.

    `text` is what is kept, empty for who uses buttons only; `passing` goes through and is kept nowhere. `edited`: an
    earlier message was changed.
    """

    text: str
    passing: str = field(metadata={"unlogged": True})
    message_id: int
    edited: bool = False


@dataclass(frozen=True, kw_only=True)
class Unreadable(ClientEvent):
    """A voice message, photo, sticker or other thing that isn't text; its content is not kept."""

    kind: str
