"""When a coach is away: asked from when, then until when. Dates are the coach's local ones, both ends included."""

from state_machines import deputies
from state_machines.desk_act import FURTHEST, LEAVING, STATES, SketchAct
from state_machines.files import Sketch, but
from state_machines.hand_over import Leave
from state_machines.machine import row

LEAVE_ROWS = [
    row("leave", STATES, "leave_from", do=("begin_leave", "ask")),
    row("fill", "leave_from", "leave_until", given="has_first_day", do=("note_first_day", "ask")),
    row("fill", "leave_until", "idle", given="has_last_day", do="set_leave"),
    row("fill", LEAVING, "=", do="ask_day_again"),
]


class Leaving(SketchAct):
    """Guards and actions of the dialogue about leave."""

    def has_first_day(self) -> bool:
        """Today or later, within a year."""
        day = self.typed.day
        return day is not None and self.today <= day <= self.today + FURTHEST

    def has_last_day(self) -> bool:
        """The first day or later, within a year of it."""
        day, first = self.typed.day, self.sketch.start
        return day is not None and first is not None and first <= day <= first + FURTHEST

    def begin_leave(self) -> None:
        """A sheet that is about no client."""
        self.change(sketch=Sketch(client=""))

    def note_first_day(self) -> None:
        """The first day away goes on the sheet."""
        self.change(sketch=but(self.sketch, start=self.typed.day))

    def set_leave(self) -> None:
        """Both days are known: clients and deputy know it from now on."""
        first, last = self.sketch.start, self.typed.day
        assert first is not None
        assert last is not None
        self.change(sketch=None)
        deputies.set_leave(self, Leave(start=first, end=last))

    def ask_day_again(self) -> None:
        """Not understood, too early, or too far away."""
        day, first = self.typed.day, self.sketch.start or self.today
        note = "unclear" if day is None else "early" if day < first else "far"
        self.tell(f"desk.{self.state}", note=note, day=day, first=first)
