"""What a coach records about a plan that runs (R3, R37, R40), and consults beside it. The rules, then the rows.

- Taking leeway names the step and the weeks, and asks in so many words whether client and supervisor both agreed.
- A stop on medical ground names the physician and the date to look again, never the reason.
- An evaluation goes on where it led: to a new plan, or to leeway.
- Consults lie beside the plan: they are made, moved and taken back without a version of it.
- All of it is passed to the client's file. Whether it can be done is judged there; a refusal comes back as word.
"""

from datetime import date

from state_machines import events as e
from state_machines.desk_act import CHANGES, FURTHEST, STATES, SketchAct
from state_machines.files import Consult, Sketch, but
from state_machines.machine import row
from state_machines.sketching import PARTIES

MOST_WEEKS = 8
LONGEST_NAME = 60
OUTCOMES = ("stands", "anew", "leeway", "other")
MOST_CONSULTS = 24

CHANGE_ROWS = [
    row("leeway", STATES, "leeway_step", do=("begin", "ask")),
    row("fill", "leeway_step", "leeway_weeks", given="has_step", do=("fill", "ask")),
    row("fill", "leeway_weeks", "leeway_check", given="has_weeks", do=("fill", "ask")),
    row("fill", "leeway_check", "idle", given="says_yes", do="take_leeway"),
    row("stop", STATES, "stop_physician", do=("begin", "ask")),
    row("fill", "stop_physician", "stop_look_again", given="has_name", do=("fill", "ask")),
    row("fill", "stop_look_again", "stop_check", given="has_day_ahead", do=("fill", "ask")),
    row("fill", "stop_check", "idle", given="says_yes", do="stop_plan"),
    row("evaluation", STATES, "evaluation_day", do=("begin", "ask")),
    row("evaluation_of", STATES, "evaluation_outcome", do=("begin", "name_evaluation", "ask")),
    row("fill", "evaluation_day", "evaluation_outcome", given="has_evaluation", do=("fill", "ask")),
    row("fill", "evaluation_outcome", "template", given="led_to_a_plan", do=("hold", "begin_anew", "ask")),
    row("fill", "evaluation_outcome", "leeway_step", given="led_to_leeway", do=("hold", "begin_leeway", "ask")),
    row("fill", "evaluation_outcome", "idle", given="has_outcome", do=("hold", "say_held", "put_away")),
    row("consult", STATES, "consult_when", do=("begin", "put_away_consults", "ask")),
    row("fill", "consult_when", "idle", given="takes_back", do="drop_consult"),
    row("fill", "consult_when", "consult_move", given="moves", do=("name_consult", "ask")),
    row("fill", ("consult_when", "consult_move"), "idle", given="has_moment", do="set_consult"),
    row("fill", CHANGES, "=", do="ask_again"),
]


def day_named(value: str) -> date | None:
    """The date that a button carries; None when it carries none."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


class Changes(SketchAct):
    """Guards and actions of the shorter dialogues."""

    # --- guards

    def has_step(self) -> bool:
        """The step of now, or the next one."""
        return self.typed.choice in {"now", "next"}

    def has_weeks(self) -> bool:
        """Whole weeks, at least one; how many are left only the client's file knows."""
        weeks = self.typed.number
        return weeks is not None and weeks == int(weeks) and 1 <= weeks <= MOST_WEEKS

    def says_yes(self) -> bool:
        """A yes in so many words."""
        return self.typed.choice == "yes"

    def has_name(self) -> bool:
        """A name; what is longer may hold a reason, and isn't kept (R37)."""
        return 1 <= len(self.typed.text) <= LONGEST_NAME

    def has_day_ahead(self) -> bool:
        """A date after today, within a year."""
        day = self.typed.day
        return day is not None and self.today < day <= self.today + FURTHEST

    def has_evaluation(self) -> bool:
        """The date for which it was planned, or an extra one."""
        day = self.typed.day
        return self.typed.choice == "extra" or (day is not None and abs(day - self.today) <= FURTHEST)

    def has_outcome(self) -> bool:
        """What came of it (R40)."""
        return self.typed.choice in OUTCOMES

    def led_to_a_plan(self) -> bool:
        """A new plan was agreed."""
        return self.typed.choice == "anew"

    def led_to_leeway(self) -> bool:
        """Leeway was agreed."""
        return self.typed.choice == "leeway"

    def takes_back(self) -> bool:
        """A consult that is to come doesn't take place."""
        return self.typed.choice == "drop" and self._named() is not None

    def moves(self) -> bool:
        """A consult that is to come gets another moment."""
        return self.typed.choice == "move" and self._named() is not None

    def has_moment(self) -> bool:
        """A date and a time ahead, within a year."""
        when = self.typed.when
        return when is not None and self.at < when <= self.at + FURTHEST

    # --- actions

    def take_leeway(self) -> None:
        """Both agreed: passed to the client's file, which knows how much is left (R3)."""
        sketch = self.sketch
        taken = e.LeewayTaken(
            at=self.at,
            which=sketch.which,
            weeks=sketch.weeks,
            parties=PARTIES,
            reason="leeway agreed at an evaluation" if sketch.after_evaluation else "",
        )
        self.tell("desk.leeway_passed", client=sketch.client)
        self.pass_on(sketch.client, taken)
        self.change(sketch=None)

    def stop_plan(self) -> None:
        """The physician's name and the date to look again, passed to the client's file (R37)."""
        sketch = self.sketch
        assert sketch.look_again is not None
        self.tell("desk.stop_passed", client=sketch.client, day=sketch.look_again)
        stopped = e.PlanStopped(at=self.at, physician=sketch.physician, look_again=sketch.look_again)
        self.pass_on(sketch.client, stopped)
        self.change(sketch=None)

    def name_evaluation(self) -> None:
        """The evaluation that a reminder was about."""
        self.change(sketch=but(self.sketch, planned=day_named(self.picked.value)))

    def hold(self) -> None:
        """What came of the evaluation, passed to the client's file; the plan stays as it is (R2)."""
        held = e.EvaluationHeld(at=self.at, planned=self.sketch.planned, outcome=self.typed.choice)
        self.pass_on(self.sketch.client, held)

    def say_held(self) -> None:
        """It is recorded."""
        sketch = self.sketch
        self.tell("desk.evaluation_held", client=sketch.client, day=sketch.planned, outcome=self.typed.choice)

    def begin_leeway(self) -> None:
        """A fresh sheet for the leeway that an evaluation led to."""
        self.change(sketch=Sketch(client=self.sketch.client, after_evaluation=True))

    def put_away_consults(self) -> None:
        """What was in the past leaves the card."""
        self._keep(self.card.consults, self.card.consults_made)

    def name_consult(self) -> None:
        """Which consult moves."""
        self.change(sketch=but(self.sketch, consult=int(self.typed.number or 0)))

    def set_consult(self) -> None:
        """A consult is made, or moved: passed to the client's file, kept on the card."""
        assert self.typed.when is not None
        card, moved = self.card, self.sketch.consult
        number = moved or card.consults_made + 1
        made = Consult(number=number, at=self.typed.when)
        self._keep((*(c for c in card.consults if c.number != number), made), max(number, card.consults_made))
        self._pass_consult(made, "desk.consult_moved" if moved else "desk.consult_set", gone=False)

    def drop_consult(self) -> None:
        """A consult is taken back."""
        gone = self._named()
        assert gone is not None
        self._keep(tuple(c for c in self.card.consults if c != gone), self.card.consults_made)
        self._pass_consult(gone, "desk.consult_gone", gone=True)

    # --- how

    def _named(self) -> Consult | None:
        return self.card.consult(int(self.typed.number or 0))

    def _keep(self, consults: tuple[Consult, ...], made: int) -> None:
        """The consults that are to come, the first first."""
        coming = sorted((c for c in consults if c.at > self.at), key=lambda consult: consult.at)
        kept = but(self.card, consults=tuple(coming[:MOST_CONSULTS]), consults_made=made)
        self.change(clients=tuple(kept if card.client == kept.client else card for card in self.file.clients))

    def _pass_consult(self, consult: Consult, text: str, *, gone: bool) -> None:
        client = self.sketch.client
        self.pass_on(client, e.ConsultSet(at=self.at, number=consult.number, when=None if gone else consult.at))
        self.tell(text, client=client, when=consult.at)
        self.change(sketch=None)
