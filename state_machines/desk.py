"""A coach's desk: inviting, reading, registering a plan, settings. The rules in prose, then the table.

- One dialogue at a time: inviting, choosing a client for a plan, or cancelling leaves the one that was open. Other
  commands are answered in between, and what was asked stays open.
- Each step of `/plan` asks one thing and asks it again, with a hint, when it wasn't understood.
- What is confirmed is passed to the client's file; the coach's file keeps names and half plans, never answers.
- Word from a client's file waits for the morning when it comes in the coach's quiet hours, unless it is an alert.
"""

from datetime import date

from state_machines import events as e
from state_machines import plan as plans
from state_machines.effects import LetterClass
from state_machines.files import Card, Professional, Sketch, but
from state_machines.machine import Act, Table, row

LONGEST_NAME = 30
LONGEST_LINE = 120
MOST_TASKS = 8
LONGEST_TASK = 60

STEPS = ("supervisor", "goal", "hours", "start", "days", "tasks", "check")
STATES = ("idle", "inviting", *STEPS)

DESK = Table(
    "desk",
    STATES,
    [
        row("invite", STATES, "inviting", do="ask_name"),
        row("name", "inviting", "=", given="is_odd_name", do="ask_name_again"),
        row("name", "inviting", "idle", do="make_client"),
        row("relink", STATES, "idle", do="make_link"),
        row("plan", STATES, "supervisor", do=("begin_sketch", "ask")),
        row("fill", "supervisor", "goal", given="has_text", do=("fill_supervisor", "ask")),
        row("fill", "goal", "hours", given="has_text", do=("fill_goal", "ask")),
        row("fill", "hours", "start", given="has_hours", do=("fill_hours", "ask")),
        row("fill", "start", "days", given="has_start", do=("fill_start", "ask")),
        row("fill", "days", "tasks", given="has_days", do=("fill_days", "ask")),
        row("fill", "tasks", "check", given=("has_tasks", "makes_a_plan"), do=("fill_tasks", "ask")),
        row("fill", "tasks", "hours", given="has_tasks", do=("fill_tasks", "say_refused")),
        row("fill", STEPS, "=", do="ask_again"),
        row("register", "check", "idle", given="makes_a_plan", do="register"),
        row("register", "check", "hours", do="say_refused"),
        row("cancel", STATES, "idle", do="say_cancelled"),
    ],
)


class DeskAct(Act[Professional]):
    """Guards and actions of the desk table."""

    def change(self, **changes: object) -> None:
        """Replace fields of the file."""
        self.file = but(self.file, **changes)

    @property
    def today(self) -> date:
        """The coach's local date now."""
        return self.file.today(self.at)

    @property
    def sketch(self) -> Sketch:
        """The half plan being entered."""
        assert self.file.sketch is not None
        return self.file.sketch

    @property
    def typed(self) -> e.DeskTyped:
        """What was typed, as understood."""
        assert isinstance(self.event, e.DeskTyped)
        return self.event

    # --- guards

    def is_odd_name(self) -> bool:
        """A first name or initials is asked: one word, not empty, not too long, not in use; a surname isn't kept."""
        event = self.event
        assert isinstance(event, e.InviteMade)
        long_words = [word for word in event.name.split() if len(word) > 2]
        taken = event.name.casefold() in {card.name.casefold() for card in self.file.clients}
        return not 1 <= len(event.name) <= LONGEST_NAME or len(long_words) > 1 or taken

    def has_text(self) -> bool:
        """Some words of a reasonable length."""
        return 1 <= len(self.typed.text) <= LONGEST_LINE

    def has_hours(self) -> bool:
        """Contract hours from 1 to 60."""
        number = self.typed.number
        return number is not None and 1 <= number <= plans.MOST_CONTRACT_HOURS

    def has_start(self) -> bool:
        """A start date that isn't in the past."""
        return self.typed.day is not None and self.typed.day >= self.today

    def has_days(self) -> bool:
        """At least one weekday."""
        return bool(self.typed.weekdays)

    def has_tasks(self) -> bool:
        """One to eight tasks, a few words each."""
        tasks = self.typed.tasks
        return 1 <= len(tasks) <= MOST_TASKS and all(len(task) <= LONGEST_TASK for task in tasks)

    def makes_a_plan(self) -> bool:
        """What was entered makes a plan that R6 allows."""
        return self._refusal() == ""

    # --- actions

    def ask_name(self) -> None:
        """Who is invited: a first name or initials, or an existing client for a new link."""
        self.say("desk.invite", kind=LetterClass.QUESTION, slot="desk", below=True)

    def ask_name_again(self) -> None:
        """The name can't be used; nothing was made."""
        self.say("desk.invite", kind=LetterClass.QUESTION, slot="desk", below=True, note="odd_name")

    def make_client(self) -> None:
        """A new client's file and their one-time link."""
        event = self.event
        assert isinstance(event, e.InviteMade)
        self._invite(event)
        self.file = self.file.with_card(Card(client=event.client, name=event.name))

    def make_link(self) -> None:
        """A new link for a client who lost the old one, or has another account."""
        event = self.event
        assert isinstance(event, e.InviteMade)
        self._invite(event)

    def begin_sketch(self) -> None:
        """A plan for this client: a fresh sheet, or the half plan that was left."""
        event = self.event
        assert isinstance(event, e.DeskPicked)
        self.change(sketch=Sketch(client=event.client))

    def ask(self) -> None:
        """The question of the step now reached."""
        self.say(f"desk.plan_{self.state}", kind=LetterClass.QUESTION, slot="desk", below=True)

    def ask_again(self) -> None:
        """The same question with a hint; nothing was taken over."""
        self.say(f"desk.plan_{self.state}", kind=LetterClass.QUESTION, slot="desk", below=True, note="unclear")

    def fill_supervisor(self) -> None:
        """With whom the client agreed."""
        self.change(sketch=but(self.sketch, supervisor=self.typed.text))

    def fill_goal(self) -> None:
        """The end goal (R1)."""
        self.change(sketch=but(self.sketch, goal=self.typed.text))

    def fill_hours(self) -> None:
        """Contract hours per week."""
        self.change(sketch=but(self.sketch, contract_hours=self.typed.number))

    def fill_start(self) -> None:
        """The first day of the first step."""
        self.change(sketch=but(self.sketch, start=self.typed.day))

    def fill_days(self) -> None:
        """The working days."""
        self.change(sketch=but(self.sketch, weekdays=self.typed.weekdays))

    def fill_tasks(self) -> None:
        """The tasks, in the coach's words."""
        self.change(sketch=but(self.sketch, tasks=self.typed.tasks))

    def say_refused(self) -> None:
        """What was entered can't be a plan: said why, and asked from the hours on."""
        self.say("desk.plan_hours", kind=LetterClass.QUESTION, slot="desk", below=True, note=self._refusal())

    def register(self) -> None:
        """The coach confirms what client and supervisor agreed: passed to the client's file (R1)."""
        version = self._plan()
        parties = ("client", "supervisor", "coach")
        agreed = e.PlanAgreed(at=self.at, version=version, parties=parties, reason="agreed")
        self.pass_on(self.sketch.client, agreed)
        self.say("desk.plan_registered", kind=LetterClass.QUESTION, slot="desk", below=True, client=self.sketch.client)
        self.change(sketch=None)

    def say_cancelled(self) -> None:
        """The dialogue that was open ends; nothing was passed on."""
        self.say("desk.cancelled", kind=LetterClass.QUESTION, slot="desk", below=True)
        self.change(sketch=None)

    # --- how

    def _invite(self, event: e.InviteMade) -> None:
        coach = self.file
        invited = e.Invited(
            at=self.at,
            client=event.client,
            name=event.name,
            coach=coach.id,
            coach_name=coach.name,
            coach_days=coach.weekdays,
            language=coach.language,
            invite=event.invite,
        )
        self.pass_on(event.client, invited)
        self.say(
            "desk.invited",
            kind=LetterClass.QUESTION,
            slot="desk",
            below=True,
            once=True,
            name=event.name,
            link=event.link,
        )

    def _plan(self) -> plans.Plan:
        sketch = self.sketch
        if sketch.contract_hours is None or sketch.start is None:
            raise plans.PlanRefused("unfinished")
        return plans.weekly(
            goal=sketch.goal,
            contract_hours=sketch.contract_hours,
            start=sketch.start,
            weekdays=sketch.weekdays,
            tasks=sketch.tasks,
            supervisor=sketch.supervisor,
            parties=("client", "supervisor", "coach"),
            registered=self.today,
        )

    def _refusal(self) -> str:
        filled = but(self.sketch, tasks=self.typed.tasks) if isinstance(self.event, e.DeskTyped) else self.sketch
        kept, self.file = self.file, but(self.file, sketch=filled)
        try:
            self._plan()
        except plans.PlanRefused as refused:
            return refused.reason
        finally:
            self.file = kept
        return ""
