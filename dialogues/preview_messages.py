"""Invented messages for the preview of the delivery log: each way in which one can stand, as a coach reads it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from dialogues.delivery_log import messages
from dialogues.preview_people import AT, CLIENT_ID, TODAY, joost
from dialogues.prompt import Message, Page
from dialogues.words import words

SINCE = TODAY - timedelta(days=14)
NOON = AT.replace(hour=12, minute=0)


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A message that was never sent."""

    kind: str
    planned: datetime
    state: str = "sent"
    reason: str = ""
    sent: datetime | None = None
    taken: datetime | None = None
    answered: datetime | None = None
    tries: int = 0
    unsure: int = 0


def drawn(language: str) -> Iterator[tuple[str, Callable[[], Message]]]:
    """Which case it is, and what writes it."""
    page = Page(file=joost(language), values={"client": CLIENT_ID}, words=words(language))
    replies = [_sent("reply", hour, 1) for hour in range(30)]
    for about, delivered in (("all arrived", [*_begun(), *replies]), ("every end", _ends()), ("none", [])):
        yield about, partial(messages, page, "Sanne", delivered, SINCE)


def _sent(kind: str, hours: int, answer: int | None) -> Sample:
    """Arrived at once, so many hours ago; answered so many minutes later."""
    at = NOON - timedelta(hours=hours)
    answered = at + timedelta(minutes=answer) if answer else None
    return Sample(kind=kind, planned=at, sent=at, taken=at, answered=answered, tries=1)


def _begun() -> list[Sample]:
    days = [_sent("prompt", 24 * day, None if day % 4 == 0 else 7) for day in range(12, 0, -1)]
    night = timedelta(hours=15)
    return [*days, replace(_sent("reminder", 3, None), answered=NOON + night, unsure=1)]


def _ends() -> list[Sample]:
    every = (
        ("uncertain", "no answer", 1),
        ("failed", "unreachable", 1),
        ("failed", "BadRequest", 1),
        ("expired", "too late", 0),
        ("expired", "not wanted any more", 0),
        ("replaced", "", 0),
        ("due", "asked to wait", 2),
        ("due", "", 0),
        ("sending", "", 1),
    )
    ended = [
        replace(_sent("prompt", 24 * ago, None), state=state, reason=reason, taken=None, tries=tries)
        for ago, (state, reason, tries) in zip(range(10, 0, -1), every, strict=False)
    ]
    return [*ended, replace(_sent("safety", 2, None), state="uncertain", taken=None), _sent("reply", 1, 3)]
