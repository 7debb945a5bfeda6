"""What the chapters of the copy are written from, and what a chapter is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dialogues import rights
from dialogues.delivery_log import Delivered
from state_machines.events import Event
from state_machines.files import Client, Day
from state_machines.plan import Plan


class Note(Protocol):
    """A diary note of the client's own."""

    @property
    def at(self) -> datetime:
        """When it was written."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def edited(self) -> bool:
        """Whether it was corrected since."""

    @property
    def open(self) -> bool:
        """Whether the coach may read it."""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What the chapters are written from: the file, and what the log and the other tables tell."""

    client: Client
    days: Sequence[Day]
    notes: Sequence[Note]
    plans: Sequence[Plan]
    events: Sequence[Event]
    messages: Sequence[Delivered]
    looks: Sequence[rights.Looked]


@dataclass(frozen=True, kw_only=True)
class Part:
    """One chapter: its heading and what stands under it; a row with one cell spans all columns."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    points: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def telling(*facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Those facts that have something to tell."""
    return tuple(fact for fact in facts if fact[1])
