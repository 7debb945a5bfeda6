"""Bits that fall over in a copy of a database, and everything that can be read of it afterwards."""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from storage.keyed import Keys
from storage.port import ByChat, StoreBroken
from storage.sqlite import SqliteStore, open_sqlite

FAR = datetime(2030, 1, 1, tzinfo=UTC)
#: Where content stands: every payload there is.
PAYLOADS = {
    "client": "payload",
    "professional": "payload",
    "log": "payload",
    "plan": "payload",
    "access": "payload",
    "consent": "payload",
    "outbox": "body",
    "setting": "payload",
}
Shown = dict[str, object]


@dataclass(frozen=True, kw_only=True)
class Flip:
    """Which bit of which byte of the file."""

    byte: int
    bit: int


def anywhere(path: Path, dice: random.Random) -> Flip:
    """Any bit of the file."""
    return Flip(byte=dice.randrange(path.stat().st_size), bit=dice.randrange(8))


def in_a_payload(path: Path, dice: random.Random) -> Flip:
    """A bit of what is kept sealed, wherever that stands in the file."""
    content = path.read_bytes()
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as raw:
        rows = [
            row[0]
            for table, column in PAYLOADS.items()
            for row in raw.execute(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL")
        ]
    while True:
        payload = dice.choice(rows)
        at = dice.randrange(len(payload) - 16)
        places = list(_places(content, payload[at : at + 16]))
        if len(places) == 1:
            return Flip(byte=places[0] + dice.randrange(16), bit=dice.randrange(8))


def _places(content: bytes, piece: bytes) -> Iterator[int]:
    at = content.find(piece)
    while at >= 0:
        yield at
        at = content.find(piece, at + 1)


def flipped(whole: Path, to: Path, flip: Flip) -> Path:
    """A copy with that bit the other way."""
    for old in to.parent.glob(f"{to.name}*"):
        old.unlink()
    shutil.copy(whole, to)
    with to.open("r+b") as file:
        file.seek(flip.byte)
        was = file.read(1)[0]
        file.seek(flip.byte)
        file.write(bytes([was ^ (1 << flip.bit)]))
    return to


def read(
    path: Path, files: tuple[str, ...], chats: tuple[int, ...], keys: Keys | None = None
) -> tuple[Shown, list[str]]:
    """All that a reader is shown, piece by piece, and everything that was complained of meanwhile."""
    shown: Shown = {}
    complaints: list[str] = []
    try:
        store = open_sqlite(path, keys=keys, synchronous="OFF")
    except StoreBroken as error:
        return {}, [str(error)]
    with closing(store):
        for name, look in _looks(store, files, chats):
            try:
                shown[name] = look()
            except StoreBroken as error:
                complaints.append(str(error))
            except LookupError:
                shown[name] = "said not to be there"
        try:
            complaints += store.upkeep.verify()
        except StoreBroken as error:
            complaints.append(str(error))
    return shown, complaints


def _looks(
    store: SqliteStore, files: tuple[str, ...], chats: tuple[int, ...]
) -> Iterator[tuple[str, Callable[[], object]]]:
    def inside(work: Callable[[], object]) -> object:
        with store.batch():
            return work()

    for file in files:
        yield f"file {file}", lambda file=file: repr(inside(lambda: store.load(file)))
        yield f"looks into {file}", lambda file=file: repr(store.views.accesses(file))
        if file.startswith("c-"):
            yield f"history of {file}", lambda file=file: repr(store.views.own_events(file))
            yield f"notes of {file}", lambda file=file: repr(store.views.own_notes(file, date(2026, 1, 1)))
    for chat in chats:
        yield f"who talks from {chat}", lambda chat=chat: repr(inside(lambda: store.load(ByChat(chat))))
    yield "wakes", lambda: repr(inside(lambda: store.due(FAR, 1000)))
    yield "letters", lambda: repr(inside(lambda: store.claim(FAR, 1000)))
