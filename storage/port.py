"""The turn port: seven verbs, all inside `with store.batch():`, and the values that go through them.

A batch is one transaction; a batch inside a batch is a savepoint, so one person's error undoes only their own turn.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from state_machines.effects import Span, Wake
from state_machines.events import Event
from state_machines.files import File
from state_machines.plan import Plan


class StoreBusy(RuntimeError):  # noqa: N818 - named for what happened
    """Another process holds the store longer than our patience. Try again; nothing was written."""


class StoreBroken(RuntimeError):  # noqa: N818 - named for what happened
    """The store can't be read or written (disk full, I/O error, damaged payload). Nothing of this batch was kept."""


class StoreOut(StoreBroken):
    """The store as a whole keeps nothing just now (disk full, read-only, I/O error). It may pass by itself."""


class StoreLost(StoreBroken):
    """The database file itself is damaged: no trying again mends that, a backup does. What runs on it must stop."""


class StoreRefused(RuntimeError):  # noqa: N818 - named for what happened
    """The write breaks a law of the store: a plan without a coach's event, a changed log row. A defect."""


#: The store as such keeps nothing, whichever turn met it first: nobody's own error.
OUT = (StoreBusy, StoreOut, StoreLost)


@dataclass(frozen=True)
class ByChat:
    """The file of the person who talks from this chat."""

    chat: int


@dataclass(frozen=True)
class ByInvite:
    """The file that an invitation with this token digest belongs to, whether expired or not."""

    digest: str


Key = str | ByChat | ByInvite


@dataclass(frozen=True, kw_only=True)
class DueWake:
    """A wake whose moment has come."""

    file: str
    kind: str
    day: date
    number: int
    at: datetime
    expires: datetime | None


@dataclass(frozen=True, kw_only=True)
class Due:
    """The wakes due at a moment, oldest first, and the moment of the first one after that."""

    wakes: tuple[DueWake, ...]
    next: datetime | None


#: The reason of a letter that is tried again because nobody knows whether it arrived: it holds up no other letter.
NO_ANSWER = "no answer"
#: The reason of one that came late in the night and waits for the morning: nor does that.
MORNING = "waits for the morning"
HOLD_NOBODY = (NO_ANSWER, MORNING)


class LetterState(StrEnum):
    """due -> sending -> sent | uncertain | failed | expired; `replaced`: a newer letter of its slot came first."""

    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    EXPIRED = "expired"
    REPLACED = "replaced"


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A rendered letter, ready to be kept with the turn that caused it. `body` is opaque to the store.

    `file` is the file it is about (None for a stranger). `once`: the body is emptied as soon as it is settled.
    """

    chat: int
    file: str | None
    kind: str
    body: str
    not_before: datetime
    slot: str = ""
    below: bool = False
    once: bool = False
    expires: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Claimed:
    """A letter taken for sending. `message_id`: the message that its slot now is, if any; `tries` before this, and
    after how many of those (`unsure`) nobody knew whether it arrived."""

    n: int
    letter: Letter
    message_id: int | None
    tries: int
    unsure: int = 0


@dataclass(frozen=True, kw_only=True)
class Claims:
    """The letters taken, at most one a chat, the lane's first; and the moment of the first that waits for later."""

    letters: tuple[Claimed, ...]
    next: datetime | None
    held: bool = False  # whether some that the bot begins could go and were left


@dataclass(frozen=True, kw_only=True)
class Settled:
    """What became of a claimed letter. `state=DUE` with `not_before` means: try again then; with NO_ANSWER as the
    reason it counts among the tries of which nobody knows. `leaves`: nothing of an ended letter stays."""

    n: int
    state: LetterState
    at: datetime
    message_id: int | None = None
    not_before: datetime | None = None
    reason: str = ""
    leaves: bool = False


@dataclass(frozen=True, kw_only=True)
class Record:
    """The log row of a turn: the event, who acted, the names of what was said, the reason if nothing was."""

    event: Event
    by: str = ""
    said: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Turn:
    """All that one decision writes. `before` is None for a new file; `after` None for a stranger's turn.

    From the difference between `before` and `after` the store keeps its indexes: person (chat), invite, consent,
    agreement; letters still waiting for a chat that was unbound expire. `hush`: letters of these classes about this
    file that still wait expire too, before `letters` are put. `nights`: quiet hours that hold from now on; a letter
    about this file that waits for a moment within one waits for its end. `ended` is the wake that this turn answers.
    """

    at: datetime
    before: File | None
    after: File | None
    record: Record | None = None
    plan: Plan | None = None
    why: str = ""
    wakes: tuple[Wake, ...] = ()
    letters: tuple[Letter, ...] = ()
    hush: frozenset[str] = frozenset()
    nights: tuple[Span, ...] = ()
    ended: DueWake | None = None
    outcome: str = ""


class Store(Protocol):
    """Where turns are kept. Everything but `batch` is called inside a batch."""

    def batch(self) -> AbstractContextManager[None]:
        """One transaction; nested, a savepoint. An exception undoes exactly this level and goes on up."""

    def load(self, key: Key) -> File | None:
        """The file as last committed in this or an earlier batch; None when there is none."""

    def seen(self, update_id: int, at: datetime, stumble: bytes | None = None) -> bool:
        """Note an update id; False if it was noted before. `stumble` keeps one that couldn't be handled."""

    def commit(self, turn: Turn) -> None:
        """Keep one turn. Raises StoreRefused when `plan` comes with an event that isn't a CoachEvent (R2)."""

    def due(self, now: datetime, limit: int = 64) -> Due:
        """The wakes whose moment has come. A wake stays due until a turn ends it."""

    def claim(self, now: datetime, limit: int = 64, begun: int = 64) -> Claims:
        """Take letters for sending: they become `sending`. Per chat in order, one at a time; expired ones end.

        A letter that waits for later by its own wish, or is uncertain, lets others pass; one that Telegram asked to
        wait, or that found no connection, holds the younger ones of its chat. Those of the lane (`effects.LANE`) are
        taken first, up to the whole limit, safety before alerts; no letter outside it holds them, and they hold all
        less urgent ones of their chat. At most `begun` of those that the bot begins are taken while others of their
        kind wait, apart from those that somebody's answer waits behind. A clock that is set back makes no pause
        between two tries longer: by a clock that is before the last try, the pause begins now.
        """

    def settle(self, results: Sequence[Settled]) -> None:
        """Write down what became of claimed letters."""

    def in_chat(self, file: str, chat: int, since: datetime) -> tuple[int, ...]:
        """The numbers of the messages to and from a file's person in a chat from a moment on, as far as known."""

    def forget(self, file: str, at: datetime) -> None:
        """Delete everything of and about this file (R34). What stays is a mark without content in `erasing`."""
