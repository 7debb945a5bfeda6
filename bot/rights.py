"""Recipes of the client's rights (R34): who looked, and a copy of everything. Drawn from what is kept then."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot import own_copy
from bot.order import Order
from dialogues import rights as said_with
from dialogues.prompt import Message, Page
from dialogues.words import words
from state_machines.files import Client
from storage.views import Views


def _page(client: Client) -> Page[Client]:
    return Page(file=client, values={}, words=words(client.language))


def _looks(views: Views, client: Client, values: dict[str, Any], now: datetime) -> Message:  # noqa: ARG001
    """Who looked: asking for it is no look."""
    return said_with.looks(_page(client), views.accesses(client.id), int(values.get("skip", 0)))


def _copy(views: Views, client: Client, _: dict[str, Any], now: datetime) -> Order:
    """Everything that is kept, to read."""
    return own_copy.paper(_page(client), views.own_copy(client.id), now)


def _copy_json(views: Views, client: Client, _: dict[str, Any], __: datetime) -> Message:
    """Everything that is kept, field by field."""
    return own_copy.as_json(_page(client), views.own_copy(client.id))


RECIPES: dict[str, Callable[[Views, Client, dict[str, Any], datetime], Message | Order]] = {
    "rights.looks": _looks,
    "rights.copy": _copy,
    "rights.copy_json": _copy_json,
}
