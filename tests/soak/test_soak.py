"""A few hours of `make test-soak`, a few real seconds; and that its criterion finds a bot that leaks."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.soak import hour, pushed
from tests.soak.growth import ALLOWED, Look, grown

STEADY = Look(memory=70_000_000, files=20, wal=4_000_000, tasks=14)


def test_a_bot_that_takes_the_same_all_the_time_hasnt_grown() -> None:
    """Also when one look falls on a picture that is drawn."""
    odd = Look(memory=90_000_000, files=30, wal=9_000_000, tasks=30)
    assert grown([STEADY] * 40) == ()
    assert grown([*[STEADY] * 35, odd, *[STEADY] * 4]) == ()


def test_what_fills_during_the_first_quarter_is_warm_up() -> None:
    """Caches, and a journal that comes to its length."""
    filling = [Look(memory=n * 7_000_000, files=n, wal=n * 400_000, tasks=n) for n in range(10)]
    assert grown([*filling, *[STEADY] * 30]) == ()


@pytest.mark.parametrize(("name", "a_look"), [("memory", 75_000), ("files", 0.2), ("wal", 30_000), ("tasks", 0.2)])
def test_what_grows_steadily_is_found(name: str, a_look: float) -> None:
    """From 75 kB, a fifth of a file or task, 30 kB of journal at each of 40 looks on; and only what grows."""
    steady = {one: getattr(STEADY, one) for one in ALLOWED}
    looks = [Look(**{**steady, name: int(steady[name] + n * a_look)}) for n in range(40)]
    assert grown(looks) == (name,)


def test_too_few_looks_say_nothing() -> None:
    """Seven have no quarters."""
    with pytest.raises(ValueError, match="7 looks"):
        grown([STEADY] * 7)


async def test_a_bot_that_leaks_is_found(tmp_path: Path) -> None:
    """The real bot, resting, made to keep a megabyte, a socket and a task each hour of the pushed clock."""
    days = await pushed.lived(tmp_path, 8, clients=0, warm_up=timedelta(0), leak="all")
    assert {"memory", "files", "tasks"} <= set(grown(days.looks)), days.looks
    assert days.stopped


@pytest.mark.long
async def test_a_bot_that_doesnt_leak_isnt_found(tmp_path: Path) -> None:
    """A day of four people after another day."""
    days = await pushed.lived(tmp_path, 24, clients=4)
    assert grown(days.looks) == ()
    assert days.answers > 20


async def test_a_few_real_seconds_are_looked_at_to_the_end(tmp_path: Path) -> None:
    """`trede run` on the computer's clock answers people, and stops in order."""
    real = await hour.lived(tmp_path, 1.0, clients=3, looks=8)
    assert (len(real.looks), real.stopped) == (8, True)
    assert real.answers > 0
