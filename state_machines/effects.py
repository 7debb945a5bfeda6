"""What a decision brings about: say something, wake me, pass something on (and nothing else)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from state_machines.events import Event
from state_machines.files import Client, File, Professional
from state_machines.plan import Plan

Value = str | int | bool | date | datetime | tuple[str, ...] | None


class LetterClass(StrEnum):
    """What kind of letter it is; decides what happens when its delivery is uncertain (design: outbox)."""

    SAFETY = "safety"
    ALERT = "alert"
    QUESTION = "question"
    PROMPT = "prompt"
    REMINDER = "reminder"
    REPLY = "reply"


BEGUN_BY_BOT = frozenset({LetterClass.PROMPT, LetterClass.REMINDER})
#: These have a lane of their own past all others, and go in this order (R22).
LANE = (LetterClass.SAFETY, LetterClass.ALERT)


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """What to say, without the words: the name of a text in the dialogues and the values only this moment knows."""

    name: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Say:
    """Say something to the person whose file decides.

    `slot`: letters of one slot are one message that is edited; `below`: the slot moves down, as a new message after
    something typed. `recipe`: drawn just before sending, from what is kept then. `not_before`, `expires`: not sent
    before or after it.
    `chat`: another chat than the file's own (an account that is being unbound). `once`: not kept after sending.
    `mail`: to the professional's mail address instead of a chat, without buttons; never with a slot or recipe.
    """

    prompt: Prompt
    kind: LetterClass = LetterClass.REPLY
    slot: str = ""
    below: bool = False
    recipe: bool = False
    once: bool = False
    expires: datetime | None = None
    not_before: datetime | None = None
    chat: int | None = None
    mail: bool = False


@dataclass(frozen=True, kw_only=True)
class Wake:
    """Wake this file at a moment; the same (kind, day, number) replaces. `at=None` takes it back."""

    kind: str
    day: date
    at: datetime | None
    expires: datetime | None = None
    number: int = 0


@dataclass(frozen=True, kw_only=True)
class Pass:
    """Pass an event to another file, decided in the same transaction."""

    to: str
    event: Event


Effect = Say | Wake | Pass
#: A span of time, from its first moment to the one after its last.
Span = tuple[datetime, datetime]


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What an event brings about: the new file and the effects. It has no place for a plan (R2).

    `reason` says why nothing was said where something might have been expected; `forget`: nothing of this file is kept;
    `hush`: letters of these classes that still wait for this file's person are not wanted any more. `nights`: the quiet
    hours that now hold; a letter that waits for a moment within one of them waits for its end.
    """

    file: File
    effects: tuple[Effect, ...] = ()
    reason: str = ""
    forget: bool = False
    hush: frozenset[LetterClass] = frozenset()
    nights: tuple[Span, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ClientDecision(Decision):
    """A decision on a client's file."""

    file: Client


@dataclass(frozen=True, kw_only=True)
class PlanDecision(ClientDecision):
    """The decision on a coach's event that registers a plan version: the only place a plan can come from (R2)."""

    plan: Plan
    why: str


@dataclass(frozen=True, kw_only=True)
class DeskDecision(Decision):
    """A decision on a professional's file."""

    file: Professional
