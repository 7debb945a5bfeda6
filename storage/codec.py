"""Values <-> bytes: compact JSON, driven by type hints, so a new field with a default just works.

Fields that hold their default are left out; fields marked `unlogged` are never written and come back empty. Events are
tagged with the name of their class. What can't be read back is StoreBroken; what can't be written, StoreRefused.
"""

import json
from datetime import datetime
from decimal import InvalidOperation
from functools import lru_cache
from typing import Any, TypeVar

import orjson

from storage.port import StoreBroken
from storage.reading import reader
from storage.writing import utc, writer

T = TypeVar("T")
#: A turn writes its one moment in several rows.
MOST_MOMENTS = 64

# decimals that aren't decimals raise InvalidOperation, an ArithmeticError; the others are JSON of another shape
MISREAD = (ValueError, TypeError, KeyError, AttributeError, InvalidOperation)

_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def to_json(plain: object) -> bytes:
    """Compact JSON in UTF-8, on one line. Half a surrogate pair, which Telegram can send, is kept as it came."""
    try:
        return orjson.dumps(plain)
    except TypeError:  # no valid UTF-8, or a value that has no form
        return _text(plain).encode("utf-8", "surrogatepass")


def from_json(content: bytes) -> Any:
    """What `to_json` wrote."""
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError:  # half a surrogate pair, or no JSON at all
        return json.loads(content)


def encode(value: object) -> bytes:
    """A dataclass as JSON in UTF-8. Raises StoreRefused for what can't be kept, such as a naive datetime."""
    return to_json(writer(type(value))(value))


def decode(kind: type[T], content: bytes) -> T:
    """The value that `encode` wrote. Raises StoreBroken when this program can't read it; the message has no content."""
    try:
        found = reader(kind)(from_json(content))
    except MISREAD as error:
        raise unreadable(kind.__name__) from error
    if not isinstance(found, kind):
        raise unreadable(kind.__name__)
    return found


def unreadable(what: str) -> StoreBroken:
    """The error for content that this version can't read."""
    return StoreBroken(
        f"a kept {what} can't be read by this version of Trede: it was written by a newer one, or is damaged. "
        "Start the version that wrote it, or restore a backup"
    )


def moment_text(at: datetime) -> str:
    """A moment for a column: ISO in UTC, always as wide, so that texts sort as moments do."""
    return _moment_text(utc(at))


@lru_cache(MOST_MOMENTS)
def _moment_text(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")


def moment_of(text: str) -> datetime:
    """The moment that `moment_text` wrote. Raises StoreBroken when it isn't one."""
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise unreadable("moment") from error
