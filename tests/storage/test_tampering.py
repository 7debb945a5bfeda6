"""A thousand random tamperings with what is kept, triggers dropped: `verify` finds each of them (R4)."""

import random
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import figures
import pytest

from bot.simulated import keys_of
from storage.keyed import Keyed, Keys
from storage.sqlite import open_sqlite
from storage.vault import CHECKED
from tests.storage.life import lived
from tests.storage.material import NOON, a_coach, drop_triggers, keep, new, put_triggers_back
from tests.storage.tampering import FILES, KINDS, TABLES, Hand

SHORT, LONG, SEED = 60, 1_000, 20261130
HEADING = """## The law: tampering with what is kept

Each line is a run of `make test-long`: rows edited, deleted, moved, added, cut off or forged, behind the store's back
and with its triggers dropped. `trede verify` must say of each that something is wrong; the last column must be 0.

| date | tamperings | kinds | not found |
|---|---|---|---|
"""


def test_a_life_leaves_nothing_to_find(store) -> None:
    """In memory and in SQLite: what was kept in order is whole."""
    for number, name in enumerate(FILES, start=1):
        lived(store, name, number)
    assert store.upkeep.verify() == ()


@dataclass(frozen=True, kw_only=True)
class Whole:
    """A database that nobody has tampered with, and its keys."""

    path: Path
    keys: Keys | None


@pytest.fixture(scope="module", params=["checksums", "keys"])
def whole(request, tmp_path_factory) -> Whole:
    """A database as it should be, its triggers dropped."""
    path = tmp_path_factory.mktemp("whole") / "trede.db"
    keys = keys_of(path, NOON) if request.param == "keys" else None
    store = open_sqlite(path, keys=keys, synchronous="OFF")
    for number, name in enumerate(FILES, start=1):
        lived(store, name, number)
    keep(store, new(a_coach("p-1", *FILES, chat=9)))
    store.close()
    raw = sqlite3.connect(path)
    drop_triggers(raw)
    raw.commit()
    counts = {
        table: raw.execute(f"SELECT count(*) FROM {table} WHERE file = 'c-one'").fetchone()[0] for table in TABLES
    }
    raw.close()
    assert counts == {"log": 19, "plan": 5, "access": 3, "agreement": 3, "consent": 2}
    return Whole(path=path, keys=keys)


def said_of(whole: Whole, folder: Path, number: int) -> tuple[str, tuple[str, ...]]:
    """What was done to a copy of the database, and what `verify` says of it. A number decides what."""
    dice = random.Random(SEED + number)
    path = folder / "trede.db"
    for old in folder.glob("trede.db*"):
        old.unlink()
    shutil.copy(whole.path, path)
    raw = sqlite3.connect(path)
    kind = KINDS[number % len(KINDS)]
    hand = Hand(raw, dice, Keyed(whole.keys.store()) if whole.keys else CHECKED)
    kind(hand)
    put_triggers_back(raw)
    raw.commit()
    raw.close()
    store = open_sqlite(path, keys=whole.keys, synchronous="OFF")
    found = store.upkeep.verify()
    store.close()
    return f"{number}, {kind.__name__}, {hand.table} of {hand.file}: {hand.done}", found


def test_sixty_random_tamperings_are_found(whole: Whole, tmp_path: Path) -> None:
    """Each kind three times: a line a fault, naming the file, and nothing of what was written."""
    for number in range(SHORT if whole.keys else len(KINDS)):
        done, found = said_of(whole, tmp_path, number)
        assert found, done
        for line in found:
            assert "\n" not in line
            assert any(name in line for name in (*FILES, "c-", "p-1")), line
            assert not {"easier", "other work", "Karin", "post"} & set(line.split()), line


@pytest.mark.long
def test_a_thousand_random_tamperings_are_found(whole: Whole, tmp_path: Path) -> None:
    """The figures go into docs/reliability.md."""
    said = [said_of(whole, tmp_path, number) for number in range(LONG)]
    missed = [done for done, found in said if not found]
    if whole.keys is not None:
        figures.keep(HEADING, LONG, len(KINDS), len(missed))
    assert missed == []


def test_an_untouched_copy_is_whole(whole: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So what is found is the tampering, not the copy."""
    monkeypatch.setattr(f"{__name__}.KINDS", (lambda hand: None,))
    assert said_of(whole, tmp_path, 0)[1] == ()
