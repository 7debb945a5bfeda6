"""Bits that fall over, files that are cut off: what is damaged is said to be, and never shown as if it were right."""

import asyncio
import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import figures
import pytest
from flipped import FAR, Flip, anywhere, flipped, in_a_payload, read
from story import JOOST, SANNE, on_stage
from test_transcripts import first_day

from bot import simulated
from storage.kek import KekFile
from storage.keyed import Keys
from storage.port import StoreBroken
from storage.sqlite import must_be_whole, open_sqlite
from tests.storage.material import NOON

SEED = 20261130
FLIPS, SAMPLE = 300, 25
FILES = ("c-0000000002", "p-joost")
Way = Callable[[Path, random.Random], Flip]
HEADING = """## Storage faults: bits that fall over, files cut off

Each line is a run of `make test-long` over copies of a database. Found: reading it, starting on it or `trede verify`
says that something is damaged. A bit in free space changes nothing that can be read. Not found: a bit in what is kept
sealed that nothing complained of, or anything that reads otherwise while nothing complains. The last column must be 0.

| date | what | copies | found | reads as before | not found |
|---|---|---|---|---|---|
"""
CHATS = (JOOST, SANNE)


@pytest.fixture(scope="module", params=["checksums", "keys"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of a first day, closed in order; with letters and wakes that still wait; keys beside it, or none."""
    path = tmp_path_factory.mktemp("whole") / "trede.db"
    if request.param == "keys":
        simulated.keys_of(path, NOON)
    asyncio.run(_lived(path))
    return path


def keys_of(whole: Path) -> Keys | None:
    """Those beside it; they open its copies as well."""
    kek = KekFile(path=simulated.beside(whole, simulated.KEY))
    return Keys(path=simulated.beside(whole, simulated.KEYS), kek=kek, now=lambda: NOON) if kek.path.exists() else None


def sealed(whole: Path) -> str:
    """What sees to it that damage is noticed."""
    return "with keys" if keys_of(whole) else "with checksums"


async def _lived(path: Path) -> None:
    async with on_stage(opened=open_sqlite(path, keys=keys_of(path), synchronous="OFF")) as story:
        await first_day(story)
        await story.sanne.says("gewandeld langs het water")
        await story.until("2026-12-01 16:30")
        await story.sanne.taps("6")


def looked(whole: Path, copy: Path) -> tuple[bool, bool]:
    """Whether the damage was found, and whether anything reads otherwise than it should."""
    (whole.parent / "truth").mkdir(exist_ok=True)
    truth, none = read(shutil.copy(whole, whole.parent / "truth" / "trede.db"), FILES, CHATS, keys_of(whole))
    assert none == []
    shown, complaints = read(copy, FILES, CHATS, keys_of(whole))
    return bool(complaints), any(shown[name] != truth[name] for name in shown)


def counted(whole: Path, folder: Path, way: Way, copies: int) -> Counter[str]:
    """What became of so many copies with one bit the other way."""
    dice, counts = random.Random(SEED), Counter[str]()
    for _ in range(copies):
        found, otherwise = looked(whole, flipped(whole, folder / "trede.db", way(whole, dice)))
        missed = not found and (otherwise or way is in_a_payload)
        counts["not found" if missed else "found" if found else "as before"] += 1
    return counts


@pytest.mark.parametrize("way", [in_a_payload, anywhere])
def test_a_bit_that_fell_over_is_never_shown_as_if_it_were_right(whole: Path, tmp_path: Path, way: Way) -> None:
    """In what is kept sealed each is found; elsewhere it is found or changes nothing."""
    counts = counted(whole, tmp_path, way, SAMPLE)
    assert counts["not found"] == 0
    assert counts["found"] > (SAMPLE - 1 if way is in_a_payload else 0)


def test_a_file_that_was_cut_off_is_found(whole: Path, tmp_path: Path) -> None:
    """At any place: the bot doesn't start on it, and says that a backup is to be restored."""
    for part in range(SAMPLE):
        copy = cut(whole, tmp_path / "trede.db", part / SAMPLE)
        if not copy.stat().st_size:
            continue  # an empty file is a new database
        with pytest.raises(StoreBroken, match="damaged"):
            must_be_whole(copy)


def test_a_whole_file_is_whole(whole: Path, tmp_path: Path) -> None:
    """So what is found above is the damage and not the copy; and a file that isn't there yet is no damage."""
    must_be_whole(shutil.copy(whole, tmp_path / "trede.db"))
    must_be_whole(tmp_path / "none.db")
    assert looked(whole, shutil.copy(whole, tmp_path / "other.db")) == (False, False)


def test_a_wake_that_became_another_is_found(whole: Path, tmp_path: Path) -> None:
    """A day that is still a day: nothing but the index beside it knows better, so the bot doesn't start."""
    with closing(sqlite3.connect(whole)) as raw:
        file, kind, day = raw.execute("SELECT file, kind, day FROM wake WHERE ended IS NULL LIMIT 1").fetchone()
    last = whole.read_bytes().index(f"{file}{kind}{day}".encode()) + len(f"{file}{kind}{day}") - 1
    copy = flipped(whole, tmp_path / "trede.db", Flip(byte=last, bit=0))
    assert looked(whole, copy)[0]
    with pytest.raises(StoreBroken, match="damaged"):
        must_be_whole(copy)


@pytest.mark.parametrize("value", ["2026-11-3x", "no date", "\ud800"])
def test_a_damaged_wake_stops_nobody_elses_clock(whole: Path, tmp_path: Path, value: str) -> None:
    """It is passed over, the others are due, and `verify` names it."""
    path = shutil.copy(whole, tmp_path / "trede.db")
    with closing(sqlite3.connect(path)) as raw, raw:
        number = raw.execute("SELECT count(*) FROM wake WHERE ended IS NULL").fetchone()[0]
        raw.execute(
            "UPDATE wake SET at = CAST(? AS TEXT) WHERE (file, kind, day, number) = "
            "(SELECT file, kind, day, number FROM wake WHERE ended IS NULL LIMIT 1)",
            (value.encode("utf-8", "surrogatepass"),),
        )
    with closing(open_sqlite(path, keys=keys_of(whole))) as store:
        with store.batch():
            assert len(store.due(FAR, 1000).wakes) == number - 1 > 0
        assert any("wake of file" in line for line in store.upkeep.verify())


@pytest.mark.long
@pytest.mark.parametrize("way", [in_a_payload, anywhere])
def test_three_hundred_bits_are_found_or_change_nothing(whole: Path, tmp_path: Path, way: Way) -> None:
    """The figures go into docs/reliability.md."""
    counts = counted(whole, tmp_path, way, FLIPS)
    what = {in_a_payload: "a bit of what is kept sealed", anywhere: "a bit anywhere in the file"}[way]
    figures.keep(HEADING, f"{what}, {sealed(whole)}", FLIPS, counts["found"], counts["as before"], counts["not found"])
    assert counts["not found"] == 0


@pytest.mark.long
def test_a_file_cut_off_anywhere_is_found(whole: Path, tmp_path: Path) -> None:
    """The figures go into docs/reliability.md."""
    counts = Counter[str]()
    for n in range(1, FLIPS + 1):
        try:
            must_be_whole(cut(whole, tmp_path / "trede.db", n / (FLIPS + 1)))
        except StoreBroken:
            counts["found"] += 1
    figures.keep(HEADING, f"cut off at a place, {sealed(whole)}", FLIPS, counts["found"], 0, FLIPS - counts["found"])
    assert counts["found"] == FLIPS


def cut(whole: Path, to: Path, part: float) -> Path:
    """A copy of which only this part is left."""
    to.write_bytes(whole.read_bytes()[: int(whole.stat().st_size * part)])
    return to
