"""Everything that is kept of a client, as they ask for it (R34): a paper to read, and JSON with every field."""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum

from bot.order import PDF, Order
from dialogues import copy_chapters, copy_words
from dialogues.prompt import Message, Page, Paper
from dialogues.words import words
from reports import own_copy
from state_machines.files import Client
from state_machines.own_days import days_of
from storage.deliveries import named
from storage.notes import notes_of
from storage.views import OwnCopy

JSON = "application/json"
#: Before any note was written.
EVER = date(2000, 1, 1)


def paper(page: Page[Client], kept: OwnCopy, now: datetime) -> Order:
    """The paper, made in the worker process."""
    client, said = kept.file, page.words
    return Order(
        work=own_copy.copy_pdf,
        values=own_copy.CopyPaper(
            language=said.language,
            title=copy_words.title(client, said),
            lead=copy_words.lead(client, said, now),
            chapters=tuple(
                own_copy.Chapter(**{field.name: getattr(part, field.name) for field in dataclasses.fields(part)})
                for part in copy_chapters.chapters(_told(kept), said)
            ),
            footer=copy_words.footer(said),
            page=copy_words.page(said),
        ),
        name=said._(copy_words.PDF_NAME),
        mime=PDF,
        message=copy_words.with_pdf(page),
        instead=copy_words.instead(page),
    )


def _told(kept: OwnCopy) -> copy_chapters.Kept:
    events = tuple(row.event for row in kept.log if row.event is not None)
    return copy_chapters.Kept(
        client=kept.file,
        days=days_of(kept.file, events),
        notes=notes_of(events, EVER),
        plans=tuple(each.plan for each in kept.plans),
        events=events,
        messages=kept.messages,
        looks=kept.looks,
    )


def as_json(page: Page[Client], kept: OwnCopy) -> Message:
    """Every field of every value that is kept, with its name."""
    message = copy_words.with_json(page)
    content = json.dumps(plain_of(kept), ensure_ascii=False, indent=1).encode("utf-8", "replace")
    name = words(page.words.language)._(copy_words.JSON_NAME)
    return dataclasses.replace(message, paper=Paper(name=name, content=content, mime=JSON))


def plain_of(kept: OwnCopy) -> dict[str, object]:
    """The copy as plain values."""
    messages = named(kept.messages, ((row.at, row.said) for row in kept.log))
    return {
        "file": plain(kept.file),
        "log": plain(kept.log),
        "plans": plain(kept.plans),
        "messages": plain(tuple(messages)),
        "looks": plain(kept.looks),
    }


def plain(value: object) -> object:
    """A kept value for JSON: each field by its name, whatever its value; an event also says which one it is."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return {"is": type(value).__name__, **fields}
    if isinstance(value, str | int | float | None) and not isinstance(value, Enum):
        return value
    return _special(value)


def _special(value: object) -> object:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, Iterable):
        return [plain(each) for each in value]
    raise TypeError(f"{type(value).__name__} has no form in a copy")
