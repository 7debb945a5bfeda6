"""Trying a backup out opens samples with its keys (`trede restore --check`), and says how many."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.simulated import keys_of
from storage.kek import KekFile
from storage.keyed import Keys
from storage.port import StoreBroken, Turn
from storage.sqlite import backup, open_sqlite, sampling
from tests.storage.life import lived
from tests.storage.material import NOON, a_letter, asked, keep, loaded


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    """Of the database below."""
    return keys_of(tmp_path / "trede.db", NOON)


@pytest.fixture
def copy(tmp_path: Path, keys: Keys) -> Path:
    """A backup of a database with a life in it, and forty letters."""
    path = tmp_path / "trede.db"
    with closing(open_sqlite(path, keys=keys, synchronous="OFF")) as store:
        lived(store, "c-one", 1)
        file = loaded(store, "c-one")
        letters = tuple(a_letter(chat=1, file="c-one", body=str(n)) for n in range(40))
        keep(store, Turn(at=NOON, before=file, after=file, record=asked(), letters=letters))
        backup.back_up(path, tmp_path / "copy.db")
    return tmp_path / "copy.db"


def test_samples_of_every_table_are_opened(copy: Path, keys: Keys) -> None:
    """All of a short table, some of a long one, how many of how many."""
    found = backup.check(copy, keys)
    assert found.faults == ()
    assert found.opened["outbox"] == (sampling.SAMPLE, 40)
    assert found.opened["client"] == (1, 1)
    assert {"log", "plan", "access", "consent"} <= set(found.opened)
    assert all(opened == min(of, sampling.SAMPLE) for opened, of in found.opened.values())


def test_a_payload_that_does_not_open_is_named(copy: Path, keys: Keys) -> None:
    """A letter, which stands in no chain: its row, and one less of its table."""
    with closing(sqlite3.connect(copy)) as raw, raw:
        raw.execute("UPDATE outbox SET body = ?", (os.urandom(60),))
    found = backup.check(copy, keys)
    assert found.opened["outbox"] == (0, 40)
    assert sum("outbox row" in fault for fault in found.faults) == 40, "each once, by whatever look it was found"


def test_with_another_key_nothing_is_opened(copy: Path, keys: Keys, tmp_path: Path) -> None:
    """The check says so, and opens nothing."""
    other = KekFile(path=tmp_path / "other.kek")
    other.make()
    with pytest.raises(StoreBroken, match="isn't the one"):
        backup.check(copy, replace(keys, kek=other))
