"""Who causes what can happen (R2). Events are frozen values that carry their own moment, in UTC.

A field marked `unlogged` is used in the turn and never kept.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened at a moment (aware, UTC)."""

    at: datetime


class ClientEvent(Event):
    """Caused by a client. Never changes a plan."""


class ClockEvent(Event):
    """Caused by the clock or by delivery. Never changes a plan."""


class PhysicianEvent(Event):
    """Caused by the occupational physician. Never changes a plan."""


class CoachEvent(Event):
    """Caused by a coach. The only kind that may carry a plan."""


class DeskEvent(Event):
    """Something for a professional's own file: their own act, or word passed on from a client's file."""
