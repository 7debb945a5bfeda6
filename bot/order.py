"""What the workshop is asked to make, and the message that comes of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import structlog

from bot.workshop import NotDrawn, Workshop
from dialogues.prompt import Message, Paper

log = structlog.get_logger()
PNG, PDF, ICS = "image/png", "application/pdf", "text/calendar"


@dataclass(frozen=True, kw_only=True)
class Order:
    """What the workshop is to make: `work` of `values`; the words with it, and those in its place."""

    work: Callable[[Any], bytes]
    values: object
    name: str
    mime: str
    message: Message
    instead: Message


async def finished(order: Order, workshop: Workshop) -> Message:
    """The message with what was made, or in words alone when it couldn't be."""
    try:
        made = await workshop.make(order.work, order.values)
    except NotDrawn as error:
        log.error("papers.not_drawn", why=str(error))
        return order.instead
    return replace(order.message, paper=Paper(name=order.name, content=made, mime=order.mime))
