"""How plain JSON becomes a value again: one function per type, compiled once from its type hints."""

from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from sys import intern
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from state_machines.events import Event
from storage.writing import PLAIN, TAG, Way, kept_fields, no_form


def reader(hint: Any) -> Way:
    """The function that turns plain JSON into a value of this type."""
    return _way(hint) or _same


@cache
def event_classes() -> dict[str, type[Event]]:
    """Every class of event by its name."""
    found: dict[str, type[Event]] = {}
    waiting: list[type[Event]] = [Event]
    while waiting:
        kind = waiting.pop()
        waiting.extend(kind.__subclasses__())
        if kind.__name__ in found:
            raise TypeError(f"two classes of events are named {kind.__name__}; what is kept couldn't be told apart")
        found[kind.__name__] = kind
    return found


def _same(value: Any) -> Any:
    return value


@cache
def _way(hint: Any) -> Way | None:
    """The compiled function; None when the JSON is the value."""
    if hint in PLAIN or hint is NoneType:
        return None
    if isinstance(hint, type):
        return _class(hint)
    origin, of = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _tuple(of)
    if origin in (Union, UnionType):
        return _union(of)
    raise no_form(hint)


_FORMS: dict[type, Way] = {
    Decimal: lru_cache(4096)(Decimal),  # scores and hours: few values, very often
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    time: time.fromisoformat,
}


def _class(hint: type) -> Way:
    if issubclass(hint, Event) and hint.__subclasses__():
        return lambda stored: reader(event_classes()[stored[TAG]])(stored)
    if is_dataclass(hint):
        return _dataclass(hint)
    if issubclass(hint, Enum):
        return hint
    if hint not in _FORMS:
        raise no_form(hint)
    return _FORMS[hint]


def _tuple(of: tuple[Any, ...]) -> Way:
    if len(of) == 2 and of[1] is Ellipsis:
        one = _way(of[0])
        return tuple if one is None else lambda stored: tuple([one(item) for item in stored])
    ways = [reader(item) for item in of]
    return lambda stored: tuple([way(item) for way, item in zip(ways, stored, strict=True)])


def _union(of: tuple[Any, ...]) -> Way | None:
    special = [(hint, way) for hint in of if (way := _way(hint)) is not None]
    if not special:
        return None
    if len(special) == 1 and len(of) == 2 and NoneType in of:
        only = special[0][1]
        return lambda stored: None if stored is None else only(stored)
    tagged = {hint.__name__: way for hint, way in special}
    return lambda stored: tagged[stored[TAG]](stored) if isinstance(stored, dict) else stored


def _dataclass(hint: type) -> Way:
    ways = {intern(field.name): reader(kind) for field, kind in kept_fields(hint)}
    hints = get_type_hints(hint)
    empty = {field.name: _empty(hints[field.name]) for field in fields(hint) if _comes_back_empty(field)}

    def read(stored: dict[str, Any]) -> Any:
        # a field that this version no longer knows is passed over, so that old rows stay readable
        return hint(**empty, **{name: ways[name](value) for name, value in stored.items() if name in ways})

    kept = tuple(kept_fields(hint))
    if not kept or kept[0][1] is not str or any(_is_required(field) for field, _ in kept[1:]):
        return read
    # what was a text before it had more to it is still that text in old rows
    first = kept[0][0].name
    return lambda stored: read({first: stored} if isinstance(stored, str) else stored)


def _is_required(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _comes_back_empty(field: "Field[Any]") -> bool:
    return bool(field.metadata.get("unlogged")) and _is_required(field)


def _empty(hint: Any) -> Any:
    return None if NoneType in get_args(hint) else (get_origin(hint) or hint)()
