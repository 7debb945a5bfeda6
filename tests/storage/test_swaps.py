"""A thousand swaps of ciphertext between rows, tables and people: none opens in a place that isn't its own (R34)."""

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import flipped
import pytest

from bot.simulated import keys_of
from storage.keyed import Keys
from storage.organisation import Setting
from storage.port import StoreBroken, Turn
from storage.sqlite import SqliteStore, open_sqlite
from storage.sqlite.resealing import EVERY, Payloads
from tests.storage.life import lived
from tests.storage.material import NOON, a_coach, a_letter, asked, drop_triggers, keep, loaded, new

SWAPS, SEED = 1_000, 20261130
FILES = ("c-one", "c-two")


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a payload lies: its column, the key of its row, and what it is bound to."""

    payloads: Payloads
    key: tuple[object, ...]
    file: str
    row: str

    def put(self, raw: sqlite3.Connection, payload: bytes) -> None:
        """Another payload here."""
        raw.execute(self.payloads.put, (payload, *self.key))

    def payload(self, raw: sqlite3.Connection) -> bytes:
        """What lies here now."""
        where = " AND ".join(f"{name} = ?" for name in self.payloads.key)
        found: bytes = raw.execute(
            f"SELECT {self.payloads.column} FROM {self.payloads.table} WHERE {where}", self.key
        ).fetchone()[0]
        return found


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    """Of the database below."""
    return keys_of(tmp_path_factory.mktemp("swaps") / "trede.db", NOON)


@pytest.fixture(scope="module")
def whole(keys: Keys) -> Path:
    """A database with payloads in every column that has them, two lives in it; nothing guards it any more."""
    path = keys.path.with_name("trede.db")
    with closing(open_sqlite(path, keys=keys, synchronous="OFF")) as store:
        for number, name in enumerate(FILES, start=1):
            lived(store, name, number)
        keep(store, new(a_coach("p-1", *FILES, chat=9)), new(a_coach("p-2", chat=10)))
        for number, name in enumerate((*FILES, "p-1", None)):
            after = loaded(store, name) if name else None
            record = asked() if name else None
            letters = tuple(a_letter(chat=number, file=name, body=f"{number} {n}") for n in range(4))
            keep(store, Turn(at=NOON, before=after, after=after, record=record, letters=letters))
        with store.batch():
            for what in ("one", "other"):
                store.organisation.put(Setting(what=what, values=(), name="Ans", role="physician", at=NOON))
            for number in (1, 2):
                store.seen(number, NOON, f"stumble {number}".encode())
    with closing(sqlite3.connect(path)) as raw, raw:
        drop_triggers(raw)
    return path


def places(raw: sqlite3.Connection) -> Iterator[Place]:
    """Every payload that there is."""
    for each in EVERY:
        columns = ", ".join((*each.key, each.file, each.row))
        for *key, file, row in raw.execute(
            f"SELECT {columns} FROM {each.table} WHERE {each.column} IS NOT NULL"
        ).fetchall():
            yield Place(payloads=each, key=tuple(key), file=file, row=str(row))


def between(one: Place, other: Place) -> str:
    """What two places differ in most."""
    if one.file != other.file:
        return "people"
    return "tables" if one.payloads is not other.payloads else "rows"


def a_pair(dice: random.Random, known: list[Place], way: str) -> tuple[Place, Place]:
    """Two places that differ in this."""
    while True:
        one, other = dice.sample(known, 2)
        if between(one, other) == way:
            return one, other


def opens(store: SqliteStore, raw: sqlite3.Connection, place: Place) -> bool:
    """Whether what lies there can be read as what belongs there."""
    try:
        store.connection.vault.open(place.payload(raw), table=place.payloads.table, row=place.row, file=place.file)
    except StoreBroken:
        return False
    return True


def test_a_thousand_swaps_are_refused_on_opening(whole: Path, keys: Keys) -> None:
    """A third each between rows, tables and people: neither of the two opens; put back, both do."""
    dice, counts = random.Random(SEED), Counter[str]()
    with closing(open_sqlite(whole, keys=keys, synchronous="OFF")) as store, closing(sqlite3.connect(whole)) as raw:
        known = list(places(raw))
        assert {place.payloads for place in known} == set(EVERY), "a column has no payload to swap"
        assert all(opens(store, raw, place) for place in known)
        for number in range(SWAPS):
            way = ("rows", "tables", "people")[number % 3]
            one, other = a_pair(dice, known, way)
            own, others = one.payload(raw), other.payload(raw)
            one.put(raw, others)
            other.put(raw, own)
            counts[way] += opens(store, raw, one) + opens(store, raw, other)
            one.put(raw, own)
            other.put(raw, others)
        raw.commit()
        assert all(opens(store, raw, place) for place in known)
    assert counts == {"rows": 0, "tables": 0, "people": 0}


@pytest.mark.parametrize("way", ["rows", "tables", "people"])
def test_a_reader_is_told_and_never_shown_another_payload(whole: Path, keys: Keys, tmp_path: Path, way: str) -> None:
    """Through the ways in which anybody reads: what was swapped is complained of, all else reads as before."""
    truth, missed = flipped.read(_copy(whole, tmp_path / "truth.db"), FILES, (1, 2), keys)
    copy = _copy(whole, tmp_path / "copy.db")
    with closing(sqlite3.connect(copy)) as raw, raw:
        read = [place for place in places(raw) if place.payloads.table not in {"seen", "setting"}]
        one, other = a_pair(random.Random(way), read, way)
        own, others = one.payload(raw), other.payload(raw)
        one.put(raw, others)
        other.put(raw, own)
    shown, complaints = flipped.read(copy, FILES, (1, 2), keys)
    assert len(complaints) > len(missed)
    assert letters_of(shown.pop("letters", "")) <= letters_of(truth.pop("letters"))
    assert {name: told for name, told in shown.items() if told != truth[name]} == {}


def letters_of(claims: object) -> set[str]:
    """Each letter that a postman is given: one that doesn't open is left out."""
    return set(str(claims).split("Claimed(")[1:])


def _copy(whole: Path, to: Path) -> Path:
    shutil.copy(whole, to)
    return to
