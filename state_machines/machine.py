"""Tables of `transitions`, and the acts they are walked with. The only module that imports the library.

One shared Machine per table, made once, walked with a light act that is thrown away after the turn: the machine never
registers it, so a turn costs microseconds.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Generic, TypeVar, cast

from transitions import Machine

from state_machines.effects import BEGUN_BY_BOT, Effect, LetterClass, Pass, Prompt, Say, Span, Value, Wake
from state_machines.events import ClientTold, Event
from state_machines.files import Client, Professional, but

F = TypeVar("F", Client, Professional)
Row = dict[str, object]


def row(
    trigger: str,
    source: str | Sequence[str],
    dest: str,
    *,
    given: str | Sequence[str] = (),
    unless: str | Sequence[str] = (),
    do: str | Sequence[str] = (),
) -> Row:
    """One row of a table: on `trigger` in `source`, when all `given` hold and no `unless`, do `do` and go to `dest`.

    `=` as destination means: stay where you are. The first row that fits is taken.
    """
    return {
        "trigger": trigger,
        "source": list(source) if not isinstance(source, str) else source,
        "dest": dest,
        "conditions": _listed(given),
        "unless": _listed(unless),
        "after": _listed(do),
    }


def _listed(names: str | Sequence[str]) -> list[str]:
    return [names] if isinstance(names, str) else list(names)


class Table:
    """One machine's table: its states, its rows, and the way to walk it."""

    def __init__(self, name: str, states: Sequence[str], rows: Sequence[Row]) -> None:
        self.name = name
        self.states = tuple(states)
        self.rows = tuple(rows)
        self._machine = Machine(
            model=None,
            states=list(states),
            transitions=[dict(r) for r in rows],
            initial=states[0],
            auto_transitions=False,
            ignore_invalid_triggers=True,
        )

    def walk(self, act: "Act[F]", trigger: str) -> bool:
        """Take the first row that fits; False when none does (nothing has changed then). KeyError: no such trigger."""
        return self._machine.events[trigger].trigger(act)

    def mermaid(self) -> str:
        """The table drawn as a Mermaid state diagram."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.states[0]}"]
        for r in self.rows:
            source = cast("str | list[str]", r["source"])
            given = [*cast("list[str]", r["conditions"]), *(f"not {name}" for name in cast("list[str]", r["unless"]))]
            label = f"{r['trigger']} [{', '.join(given)}]" if given else str(r["trigger"])
            for state in [source] if isinstance(source, str) else source:
                dest = state if r["dest"] == "=" else r["dest"]
                lines.append(f"    {state} --> {dest}: {label}")
        return "\n".join(dict.fromkeys(lines)) + "\n"


class Act(Generic[F]):
    """One event at one file: what guards read and actions write. `state` is the machine's."""

    def __init__(self, file: F, event: Event, state: str = "") -> None:
        self.file: F = file
        self.event = event
        self.state = state
        self.effects: list[Effect] = []
        self.reason = ""

    @property
    def at(self) -> datetime:
        """The moment of the event (UTC)."""
        return self.event.at

    def say(
        self,
        text: str,
        /,
        *,
        kind: LetterClass = LetterClass.REPLY,
        slot: str = "",
        below: bool = False,
        recipe: bool = False,
        once: bool = False,
        expires: datetime | None = None,
        not_before: datetime | None = None,
        chat: int | None = None,
        values: Mapping[str, Value] | None = None,
        **more: Value,
    ) -> None:
        """Add a Say effect: the text's name, how it is sent, and the values only this moment knows."""
        prompt = Prompt(name=text, values={**(values or {}), **more})
        self.effects.append(
            Say(
                prompt=prompt,
                kind=kind,
                slot=slot,
                below=below,
                recipe=recipe,
                once=once,
                expires=expires,
                not_before=not_before,
                chat=chat,
            )
        )

    def wake(
        self, kind: str, day: date, at: datetime | None, *, expires: datetime | None = None, number: int = 0
    ) -> None:
        """Add a Wake effect; `at=None` takes it back."""
        self.effects.append(Wake(kind=kind, day=day, at=at, expires=expires, number=number))

    def pass_on(self, to: str, event: Event) -> None:
        """Add a Pass effect."""
        self.effects.append(Pass(to=to, event=event))


class ClientAct(Act[Client]):
    """An act at a client's file: adds the rules about messages that the bot begins (R39).

    `hush`: letters of these classes that still wait for this client aren't wanted any more. `nights`: other quiet hours
    hold from now on, for letters that wait too.
    """

    hush: frozenset[LetterClass] = frozenset()
    nights: tuple[Span, ...] = ()

    @property
    def today(self) -> date:
        """The date that this belongs to: the client's local date, never one that is over for them already."""
        return self.file.date_now(self.at)

    def change(self, **changes: object) -> None:
        """Replace fields of the file."""
        self.file = but(self.file, **changes)

    def tell_coach(self, what: str, detail: str = "", *, also_deputy: bool = False) -> None:
        """Pass word to the coach's file; `also_deputy`: the coach's deputy is asked too (R21, R37).

        So is a deputy who talks with the client at that moment.
        """
        file = self.file
        also = also_deputy or (file.talk is not None and file.talk.deputy)
        told = ClientTold(at=self.at, client=file.id, name=file.name, what=what, detail=detail, also_deputy=also)
        self.pass_on(file.coach, told)

    def may_begin(self) -> bool:
        """Whether the bot may begin one more message now: at most 2 a local date (R39), none after a signal (R22)."""
        return not self.why_not_begin()

    def why_not_begin(self) -> str:
        """Why the bot may begin nothing now; empty when it may. The day after a safety signal goes before all else."""
        if self.file.signalled(self.at):
            return "held: safety"
        full = self.file.begun_on == self.today and self.file.begun >= MOST_BEGUN
        return "two messages were begun today" if full else ""

    def why_not_aside(self) -> str:
        """Why something that hangs on complaints may not be begun now: it gives way to the step and the check-in.

        What is said of the plan may not come a moment later because of a score (R2), nor may a question of the day be
        left out for it: it comes on a day without a step message, as the first message of that day.
        """
        step, begun = self.file.next_step, self.file.begun if self.file.begun_on == self.today else 0
        if step is not None and step <= self.today:
            return "a step message is due today"
        if self.file.next_agenda is not None and self.file.next_agenda <= self.today:
            return "something of the plan is to be said today"
        return self.why_not_begin() or ("a message was begun today" if begun else "")

    def begin(
        self,
        text: str,
        /,
        *,
        kind: LetterClass,
        slot: str = "",
        expires: datetime | None = None,
        not_before: datetime | None = None,
        below: bool = False,
        recipe: bool = False,
        **values: Value,
    ) -> None:
        """Say something the bot begins itself, and count it."""
        assert kind in BEGUN_BY_BOT
        before = self.file.begun if self.file.begun_on == self.today else 0
        self.change(begun_on=self.today, begun=before + 1)
        self.say(
            text,
            kind=kind,
            slot=slot,
            below=below,
            recipe=recipe,
            expires=expires,
            not_before=not_before,
            values=values,
        )


MOST_BEGUN = 2
