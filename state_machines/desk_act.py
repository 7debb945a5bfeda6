"""What the dialogues of a coach's desk share: their states, the sheet that is filled in, asking and asking again."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from state_machines import events as e
from state_machines.effects import LetterClass, Value
from state_machines.files import Card, Professional, Sketch, but
from state_machines.machine import Act

#: What a new plan asks, in this order; the last three only when they fit, `check` shows the whole.
STEPS = (
    "template",
    "supervisor",
    "goal",
    "hours",
    "start",
    "days",
    "periods",
    "tasks",
    "evaluations",
    "leeway",
    "physician",
    "agreed",
    "agreed_on",
    "paper",
    "check",
)
#: The shorter dialogues about a plan that runs.
CHANGES = (
    "leeway_step",
    "leeway_weeks",
    "leeway_check",
    "stop_physician",
    "stop_look_again",
    "stop_check",
    "evaluation_day",
    "evaluation_outcome",
    "consult_when",
    "consult_move",
)
#: When the coach is away; a text for a client.
LEAVING = ("leave_from", "leave_until")
WRITING = "writing"
STATES = ("idle", "inviting", *STEPS, *CHANGES, *LEAVING, WRITING)
#: Talking with a client isn't left by beginning something else.
TALKING = "talking"
#: In these a date lies ahead, in those behind; in the others both can be.
AHEAD = ("start", "stop_look_again", "consult_when", "consult_move")
BEHIND = ("physician", "agreed", "agreed_on", "paper")
#: A date further away than this is a slip of the fingers.
FURTHEST = timedelta(days=366)

#: What an answer becomes on the sheet, by the state in which it was asked.
FILLS: Mapping[str, Callable[[e.DeskTyped], dict[str, object]]] = {
    "template": lambda said: {"template": said.choice},
    "supervisor": lambda said: {"supervisor": said.text},
    "goal": lambda said: {"goal": said.text},
    "hours": lambda said: {"contract_hours": said.number},
    "start": lambda said: {"start": said.day},
    "days": lambda said: {"weekdays": said.weekdays},
    "periods": lambda said: {"periods": said.periods},
    "tasks": lambda said: {"tasks": said.tasks},
    "evaluations": lambda said: {"evaluations": None if said.choice == "template" else said.days},
    "leeway": lambda said: {"leeway": int(said.number or 0)},
    "physician": lambda said: {"physician_told": said.day},
    "agreed": lambda said: {"agreed_on": said.day, "paper": None},
    "agreed_on": lambda said: {"agreed_on": said.day, "paper": None},
    "paper": lambda said: {"agreed_on": said.day, "paper": said.day},
    "leeway_step": lambda said: {"which": said.choice},
    "leeway_weeks": lambda said: {"weeks": int(said.number or 0)},
    "stop_physician": lambda said: {"physician": said.text},
    "stop_look_again": lambda said: {"look_again": said.day},
    "evaluation_day": lambda said: {"planned": said.day},
}


def question(state: str) -> str:
    """The name of the text that asks what a state asks."""
    return f"desk.plan_{state}" if state in STEPS else f"desk.{state}"


class SketchAct(Act[Professional]):
    """An act at a coach's desk, with the sheet of the dialogue that is open."""

    def change(self, **changes: object) -> None:
        """Replace fields of the file."""
        self.file = but(self.file, **changes)

    @property
    def today(self) -> date:
        """The coach's local date now."""
        return self.file.today(self.at)

    @property
    def sketch(self) -> Sketch:
        """The sheet being filled in."""
        assert self.file.sketch is not None
        return self.file.sketch

    @property
    def card(self) -> Card:
        """The client that the sheet is about."""
        return self.file.card(self.sketch.client) or Card(client=self.sketch.client, name="")

    @property
    def typed(self) -> e.DeskTyped:
        """What was typed or chosen, as understood."""
        assert isinstance(self.event, e.DeskTyped)
        return self.event

    @property
    def picked(self) -> e.DeskPicked:
        """The button that was tapped."""
        assert isinstance(self.event, e.DeskPicked)
        return self.event

    # --- actions

    def begin(self) -> None:
        """A fresh sheet for this client; one that was open is put away."""
        self.change(sketch=Sketch(client=self.picked.client))

    def fill(self) -> None:
        """The answer goes on the sheet. (By the time actions run the state is the next one; the file has the old.)"""
        self.change(sketch=but(self.sketch, **FILLS[self.file.desk](self.typed)))

    def ask(self) -> None:
        """The question of the step now reached."""
        self.tell(question(self.state))

    def ask_again(self) -> None:
        """The same question with a hint; nothing was taken over."""
        self.tell(question(self.state), note=self._hint(), day=self._day())

    def say_cancelled(self) -> None:
        """The dialogue that was open ends; nothing was passed on. Without one, what was done before stands."""
        recorded = self.file.sketch is not None and self.file.sketch.after_evaluation
        self.tell("desk.cancelled", recorded=recorded, nothing=self.file.desk == "idle")
        self.change(sketch=None)

    def put_away(self) -> None:
        """The client is gone, and so is what was being entered about them."""
        self.change(sketch=None)

    # --- how

    def tell(self, text: str, **values: Value) -> None:
        """Say something in the dialogue: a new message below, whose buttons go when the next one comes."""
        self.say(text, kind=LetterClass.QUESTION, slot="desk", below=True, values={"today": self.today, **values})

    def _day(self) -> date | None:
        """The local date that was given, if one was."""
        if not isinstance(self.event, e.DeskTyped):
            return None
        return self.file.today(self.event.when) if self.event.when else self.event.day

    def _hint(self) -> str:
        """Why an answer couldn't be used: unclear; or a date that lies on the wrong side of today, or far away."""
        day = self._day()
        if day is None:
            return "unclear"
        if self.state in BEHIND and day > self.today:
            return "future"
        return "past" if self.state in AHEAD and day <= self.today else "far"
