"""The new plan that a coach registers (R1, R5, R6). The rules in prose, then the rows of the desk's table.

- Only what client and supervisor agreed is entered. Each step asks one thing, and asks it again with a hint when it
  wasn't understood; *back* goes one step back.
- What can't be a plan is refused at the step it is about, with the reason; nothing is taken over.
- Everything odd is shown before it is registered (`plan_warnings`), and nothing is mended in silence.
- From the whole, one thing can be changed: after that one answer the whole is shown again.
- A signed paper is recorded with its date; it counts as the client's yes.
"""

from state_machines import events as e
from state_machines.desk_act import FILLS, FURTHEST, STATES, STEPS, SketchAct
from state_machines.files import Sketch, but
from state_machines.machine import row
from state_machines.plan import PlanRefused
from state_machines.plan_terms import MOST_LEEWAY_WEEKS, TEMPLATES
from state_machines.sketching import PARTIES, first_refusal, is_whole, sketched, with_placeholders

LONGEST_LINE = 120
MOST_TASKS = 8
LONGEST_TASK = 60
MOST_EVALUATIONS = 12

#: Step, the guard of its answer, the step after it.
IN_ORDER = (
    ("template", "has_template", "supervisor"),
    ("supervisor", "has_text", "goal"),
    ("goal", "has_text", "hours"),
    ("hours", "has_hours", "start"),
    ("start", "has_day", "days"),
    ("days", "has_days", "tasks"),
    ("periods", "has_periods", "tasks"),
    ("tasks", "has_tasks", "evaluations"),
    ("evaluations", "has_evaluations", "leeway"),
    ("leeway", "has_leeway", "physician"),
    ("physician", "has_told", "agreed"),
)
AGREED = ("agreed", "agreed_on", "paper")
BACK = {
    "supervisor": "template",
    "goal": "supervisor",
    "hours": "goal",
    "start": "hours",
    "days": "start",
    "periods": "days",
    "tasks": "days",
    "evaluations": "tasks",
    "leeway": "evaluations",
    "physician": "leeway",
    "agreed": "physician",
    "agreed_on": "agreed",
    "paper": "agreed",
}
#: What can be changed from the whole.
MENDED = tuple(step for step in STEPS if step not in {"agreed_on", "paper", "check"})
#: The steps whose answers make the steps of the plan, and the reasons that each brings up the first time.
MAKING = {
    "template": frozenset[str](),
    "hours": frozenset({"contract_hours"}),
    "start": frozenset({"start", "start_far"}),
    "days": None,
    "periods": None,
    "tasks": None,
}

PLAN_ROWS = [
    row("plan", STATES, "template", do=("begin", "ask")),
    row("fill", tuple(MAKING), "start", given=("is_refused", "start_has_passed"), do="say_refused"),
    row("fill", tuple(MAKING), "=", given="is_refused", do="say_refused"),
    row("fill", "template", "periods", given=("has_template", "was_agreed", "lacks_periods"), do=("fill", "ask")),
    *(row("fill", step, "check", given=(has, "stays_whole"), do=("fill", "draw", "ask")) for step, has, _ in IN_ORDER),
    row("fill", "days", "periods", given=("has_days", "is_custom"), do=("fill", "ask")),
    *(row("fill", step, after, given=has, do=("fill", "ask")) for step, has, after in IN_ORDER),
    row("fill", "agreed", "agreed_on", given="picks_other_day", do="ask"),
    row("fill", "agreed", "paper", given="picks_paper", do="ask"),
    row("fill", AGREED, "check", given="has_agreed", do=("fill", "draw", "ask")),
    row("fill", STEPS, "=", do="ask_again"),
    row("back", (*BACK, "template"), "check", given="is_whole", do=("draw", "ask")),
    row("back", "tasks", "periods", given="is_custom", do="ask"),
    *(row("back", step, before, do="ask") for step, before in BACK.items()),
    *(row(f"mend_{step}", "check", step, do="ask") for step in MENDED),
    row("register", "check", "idle", given="makes_a_plan", do="register"),
    row("register", "check", "start", given="start_has_passed", do="say_refused"),
    row("register", "check", "hours", do="say_refused"),
]


class PlanSteps(SketchAct):
    """Guards and actions of a new plan."""

    # --- guards

    def has_template(self) -> bool:
        """One of the patterns (R6)."""
        return self.typed.choice in TEMPLATES

    def is_custom(self) -> bool:
        """The steps are the coach's own to enter."""
        return self.sketch.template == "custom"

    def lacks_periods(self) -> bool:
        """Own steps were chosen, and there are none yet."""
        return self.typed.choice == "custom" and not self.sketch.periods

    def was_agreed(self) -> bool:
        """Everything was asked once, up to when it was agreed: this answer is a change."""
        return self.sketch.agreed_on is not None

    def is_whole(self) -> bool:
        """Everything is on the sheet."""
        return is_whole(self.sketch)

    def stays_whole(self) -> bool:
        """With this answer everything is on the sheet."""
        return is_whole(but(self.sketch, **FILLS[self.state](self.typed)))

    def has_text(self) -> bool:
        """Some words of a reasonable length."""
        return 1 <= len(self.typed.text) <= LONGEST_LINE

    def has_hours(self) -> bool:
        """A number; which ones can be a contract's is for `is_refused`."""
        return self.typed.number is not None

    def has_day(self) -> bool:
        """A date; whether a plan can start then is for `is_refused`."""
        return self.typed.day is not None

    def has_days(self) -> bool:
        """At least one weekday."""
        return bool(self.typed.weekdays)

    def has_periods(self) -> bool:
        """At least one step of so many weeks and hours."""
        return bool(self.typed.periods)

    def has_tasks(self) -> bool:
        """One to eight tasks, a few words each."""
        tasks = self.typed.tasks
        return 1 <= len(tasks) <= MOST_TASKS and all(len(task) <= LONGEST_TASK for task in tasks)

    def has_evaluations(self) -> bool:
        """Dates, none, or for nine weeks those of the template."""
        own = self.typed.choice == "template" and self.sketch.template == "nine-weeks"
        return own or self.typed.choice == "none" or 1 <= len(self.typed.days) <= MOST_EVALUATIONS

    def has_leeway(self) -> bool:
        """Whole weeks, few or none (R3)."""
        weeks = self.typed.number
        return weeks is not None and weeks == int(weeks) and 0 <= weeks <= MOST_LEEWAY_WEEKS

    def has_told(self) -> bool:
        """Since when the physician knows the agreements, or that they don't yet (R1)."""
        return self.typed.choice == "not_yet" or self.has_agreed()

    def has_agreed(self) -> bool:
        """A date that isn't ahead, nor more than a year ago."""
        day = self.typed.day
        return day is not None and self.today - FURTHEST <= day <= self.today

    def picks_other_day(self) -> bool:
        """Agreed on another day than today."""
        return self.typed.choice == "other"

    def picks_paper(self) -> bool:
        """There is a signed paper."""
        return self.typed.choice == "paper"

    def is_refused(self) -> bool:
        """With this answer no plan can be made."""
        return self._refused() is not None

    def start_has_passed(self) -> bool:
        """A plan is agreed before it starts; days may have gone by since the start was entered."""
        refused = self._refused()
        return refused is not None and refused.reason == "start"

    def makes_a_plan(self) -> bool:
        """What was entered makes a plan that R6 allows."""
        return self._refused() is None

    # --- actions

    def begin_anew(self) -> None:
        """A fresh sheet for the plan that an evaluation led to (R37)."""
        self.change(sketch=Sketch(client=self.sketch.client, after_evaluation=True))

    def draw(self) -> None:
        """The picture of the plan as it would be registered, drawn just before sending."""
        self.say("desk.plan_picture", slot="picture", below=True, recipe=True)

    def say_refused(self) -> None:
        """Why this can't be a plan, and the question that it is about once more."""
        refused = self._refused()
        assert refused is not None
        self.tell(f"desk.plan_{self.state}", note="refused", reason=refused.reason, detail=refused.detail)

    def register(self) -> None:
        """The coach confirms what client and supervisor agreed: passed to the client's file (R1)."""
        sketch, version = self.sketch, sketched(self.sketch, self.today)
        reason = "agreed after an evaluation" if sketch.after_evaluation else "agreed"
        self.pass_on(sketch.client, e.PlanAgreed(at=self.at, version=version, parties=PARTIES, reason=reason))
        self.tell("desk.plan_registered", client=sketch.client, paper=sketch.paper is not None)
        self.change(sketch=None)

    # --- how

    def _refused(self) -> PlanRefused | None:
        """What keeps the sheet, with this answer on it, from being a plan; what wasn't asked yet keeps it from nothing.

        Actions run when the state is the next one already; the file still has the state of the question.
        """
        step = self.file.desk
        if not isinstance(self.event, e.DeskTyped):
            return first_refusal(self.sketch, self.today)
        if but(self.event, text="") == e.DeskTyped(at=self.at):
            return None
        wanted = None if is_whole(self.sketch) else MAKING[step]
        return first_refusal(with_placeholders(but(self.sketch, **FILLS[step](self.event))), self.today, wanted)
