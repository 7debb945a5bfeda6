"""What a client does with a phone, through the real understanding, deciding and writing; and the way out of each knot.

A knot is something that stays open until somebody does something. Each has a way out that the client finds: a command,
and a button under what it shows. Only what is really on the screen can be tapped.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from fnmatch import fnmatchcase

from bot.rendering import render
from dialogues.incoming import Incoming, IncomingKind
from dialogues.prompt import Message
from dialogues.understand import understand
from state_machines.decide import decide
from state_machines.effects import Say
from state_machines.files import COACHED, Client
from state_machines.referral import WITH_CLIENT, WITH_PHYSICIAN
from tests.law.living import Place

CHAT = 9
MOST_TAPS = 12


@dataclass(kw_only=True)
class Phone:
    """A client's phone: the file behind it, and what the last thing that was done showed."""

    file: Client
    at: datetime
    shown: list[Message] = field(default_factory=list)

    def types(self, text: str) -> "Phone":
        """Type and send."""
        return self._does(IncomingKind.TEXT, text=text, message_id=77)

    def taps(self, *patterns: str) -> bool:
        """Tap a button on the screen whose data is like the first of these that any is like; False without one."""
        found = (each for pattern in patterns for each in self.buttons() if fnmatchcase(each, pattern))
        data = next(found, "")
        if data:
            self._does(IncomingKind.TAP, data=data)
        return bool(data)

    def buttons(self) -> Iterator[str]:
        """What the buttons on the screen carry."""
        for message in self.shown:
            yield from (button.data for row in message.rows for button in row if button.data)

    def _does(self, kind: IncomingKind, *, text: str = "", data: str = "", message_id: int = 0) -> "Phone":
        said = Incoming(at=self.at, update_id=1, chat=CHAT, kind=kind, text=text, data=data, message_id=message_id)
        decision = decide(self.file, understand(self.file, said))
        assert isinstance(decision.file, Client)
        self.file = decision.file
        says = [effect for effect in decision.effects if isinstance(effect, Say) and not effect.recipe]
        self.shown = [render(self.file, say.prompt) for say in says]
        return self


@dataclass(frozen=True, kw_only=True)
class Knot:
    """Something open: whether it is, the command and the buttons that lead out, and whether it then is out.

    Of the buttons on the screen the one that stands first here is tapped, then again, until it is out.
    """

    is_open: Callable[[Client], bool]
    command: str
    taps: tuple[str, ...]
    is_out: Callable[[Client], bool]


def _day_is(*states: str) -> Callable[[Client], bool]:
    return lambda file: file.journey in COACHED and file.day is not None and file.day.state in states


def _referral_is(*states: str) -> Callable[[Client], bool]:
    return lambda file: file.journey in COACHED and file.referral is not None and file.referral.state in states


def _journey_is(*journeys: str) -> Callable[[Client], bool]:
    return lambda file: file.journey in journeys


KNOTS: dict[str, Knot] = {
    "taking part": Knot(
        is_open=_journey_is("welcome", *COACHED), command="/stop", taps=("q:stop_sure",), is_out=_journey_is("left")
    ),
    "having stopped": Knot(
        is_open=_journey_is("left"),
        command="/start",
        taps=("w:return", "w:agree", "t:1630", "d:1*"),
        is_out=_journey_is("coaching"),
    ),
    "a question of words": Knot(
        is_open=lambda file: bool(file.asking), command="/help", taps=(), is_out=lambda file: not file.asking
    ),
    "a check-in under way": Knot(
        is_open=_day_is("prompted", "snoozed", "asking", "short"),
        command="/checkin",
        taps=("m:*:enough:*", "m:*:skip:*"),
        is_out=_day_is("done"),
    ),
    "a pause": Knot(is_open=_journey_is("paused"), command="/pauze", taps=("p:0",), is_out=_journey_is("coaching")),
    "a silence": Knot(
        is_open=lambda file: file.silence_asked and file.journey in COACHED,
        command="/checkin",
        taps=(),
        is_out=lambda file: not file.silence_asked and file.silent == 0,
    ),
    "a report to choose about": Knot(
        is_open=_referral_is(*WITH_CLIENT),
        command="/bedrijfsarts",
        taps=("rf:not_now*",),
        is_out=_referral_is("declined"),
    ),
    "a report with the physician": Knot(
        is_open=_referral_is(*WITH_PHYSICIAN),
        command="/bedrijfsarts",
        taps=("rf:withdraw*",),
        is_out=_referral_is("withdrawn"),
    ),
    "a plan that waits for a yes": Knot(
        is_open=lambda file: file.journey in COACHED and file.awaits_yes,
        command="/plan",
        taps=("pn:*", "pd:*:10"),
        is_out=lambda file: not file.awaits_yes,
    ),
}


def tied(place: Place) -> Iterator[str]:
    """The knots of a place that its client finds no way out of."""
    for name, knot in KNOTS.items():
        if place.file.chat is not None and knot.is_open(place.file):
            phone = Phone(file=place.file, at=place.now).types(knot.command)
            left = MOST_TAPS
            while not knot.is_out(phone.file) and left and phone.taps(*knot.taps):
                left -= 1
            if not knot.is_out(phone.file):
                yield name
