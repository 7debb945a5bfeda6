"""How a value becomes plain JSON: one function per type, compiled once from its type hints."""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from state_machines.events import Event
from storage.port import StoreRefused

Way = Callable[[Any], Any]

TAG = "$"
PLAIN = (str, int, bool, float)
MOST_REMEMBERED = 4096


def writer(hint: Any) -> Way:
    """The function that turns a value of this type into plain JSON."""
    return _way(hint) or _same


def writer_without(hint: Any, without: tuple[str, ...]) -> Way:
    """The same for a dataclass of which some fields are kept elsewhere."""
    return _dataclass(hint, without)


def kept_fields(hint: type) -> Iterator[tuple["Field[Any]", Any]]:
    """The fields of a dataclass that are kept, each with its type."""
    hints = get_type_hints(hint)
    return ((field, hints[field.name]) for field in fields(hint) if not field.metadata.get("unlogged"))


def utc(at: datetime) -> datetime:
    """The moment in UTC. Raises StoreRefused for a naive datetime, which is no moment."""
    if at.tzinfo is UTC:
        return at
    if at.utcoffset() is None:
        raise StoreRefused("a datetime without a zone was to be kept; moments are aware and in UTC")
    return at.astimezone(UTC)


def no_form(hint: Any) -> TypeError:
    """The error for a type hint that nobody taught the codec yet."""
    return TypeError(f"the codec has no form for {hint}; give it one in storage/writing.py and storage/reading.py")


def _same(value: Any) -> Any:
    return value


@cache
def _way(hint: Any) -> Way | None:
    """The compiled function; None when JSON takes the value as it is, which saves a call for each of them."""
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


def _moment(at: datetime) -> str:
    return utc(at).isoformat()


_FORMS: dict[type, Way] = {Decimal: str, datetime: _moment, date: date.isoformat, time: time.isoformat}


def _class(hint: type) -> Way:
    if issubclass(hint, Event) and hint.__subclasses__():
        return _tagged
    if is_dataclass(hint):
        return _dataclass(hint)
    if issubclass(hint, Enum):
        return attrgetter("value")
    if hint not in _FORMS:
        raise no_form(hint)
    return _FORMS[hint]


def _tagged(value: Any) -> dict[str, Any]:
    return {TAG: type(value).__name__, **writer(type(value))(value)}


def _tuple(of: tuple[Any, ...]) -> Way | None:
    if len(of) == 2 and of[1] is Ellipsis:
        one = _way(of[0])
        if one is None:
            return list
        return _each_once(one) if is_dataclass(of[0]) else lambda value: [one(item) for item in value]
    ways = [writer(item) for item in of]
    return lambda value: [way(item) for way, item in zip(ways, value, strict=True)]


def _each_once(one: Way) -> Way:
    """Writes each of many, and remembers the very values it wrote: a snapshot's are mostly those of the turn before."""
    kept: dict[int, tuple[Any, Any]] = {}

    def write(values: Any) -> list[Any]:
        written = []
        for value in values:
            known = kept.get(id(value))
            if known is None or known[0] is not value:
                if len(kept) >= MOST_REMEMBERED:
                    kept.clear()
                kept[id(value)] = known = (value, one(value))
            written.append(known[1])
        return written

    return write


def _union(of: tuple[Any, ...]) -> Way | None:
    special = [(hint, way) for hint in of if (way := _way(hint)) is not None]
    if not special:
        return None
    if len(special) == 1 and len(of) == 2 and NoneType in of:
        only = special[0][1]
        return lambda value: None if value is None else only(value)
    if not all(is_dataclass(hint) for hint, _ in special):
        raise no_form(of)  # a date and a text, say, can't be told apart in JSON
    return lambda value: _tagged(value) if is_dataclass(value) else value


@cache
def _dataclass(hint: type, without: tuple[str, ...] = ()) -> Way:
    plan = [_form(field, kind) for field, kind in kept_fields(hint) if field.name not in without]
    names = [name for _, name, *_ in plan]
    if len(names) < 2:  # attrgetter refuses no names, and gives a bare value for one
        return lambda value: _filled(plan, [getattr(value, name) for name in names])
    get = attrgetter(*names)
    return lambda value: _filled(plan, get(value))


def _filled(plan: list[tuple[Any, str, Any, Way | None]], values: Any) -> dict[str, Any]:
    """The fields that differ from their default, compared as written: 3.0 and 3 are equal decimals, not equal texts."""
    filled = {}
    for form, value in zip(plan, values, strict=True):
        if value is not form[0]:
            _, name, left_out, way = form
            written = value if way is None else way(value)
            if written != left_out:
                filled[name] = written
    return filled


def _form(field: "Field[Any]", kind: Any) -> tuple[Any, str, Any, Way | None]:
    """A field's default, its name, that default as written, and how its value is written."""
    default = field.default_factory() if field.default_factory is not MISSING else field.default
    return default, field.name, MISSING if default is MISSING else writer(kind)(default), _way(kind)
