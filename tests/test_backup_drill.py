"""The backup drill: people live with the bot, backups are made all the while, each is tried out and put back.

All of it is sealed with keys. Each must be the database as it was at one moment: of every chain the first rows, and
nothing else. Then the newest takes the place of the database, as after a lost disk, and a new bot goes on with it.
"""

import asyncio
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import figures
import pytest

from bot import simulation
from bot.simulated import keys_of
from bot.stage import Files, Stage
from simulator.crowd import Crowd
from storage.codec import moment_text
from storage.keyed import Keys
from storage.open import open_sqlite
from storage.sqlite import backup

SECTION = """## Backup drill

Each line is one run of `make test-long`: synthetic people live with the bot while one backup after the other is made
of its database; each is tried out (pages, references, all chains), put back under another name, and compared row by row
with the live database: it must be that database as it was at one moment. Then the newest takes its place and a new bot
goes on. The last two columns must be 0: backups of which something was wrong, and letters that had been waiting in the
newest and were sent again.

| date | clients | days | backups | log rows in the newest | wrong | sent again |
|---|---|---|---|---|---|---|
"""
CHAINS = ("log", "plan", "access")


@dataclass(frozen=True, kw_only=True)
class Drill:
    """What a drill came to."""

    backups: int
    rows: int
    wrong: tuple[str, ...]
    again: int
    went_on: int


async def drill(folder: Path, *, clients: int, days: int, pause: float, seed: int = 5) -> Drill:
    """Live, make backups meanwhile, put each back, and go on with the newest. `pause`: seconds between two."""
    live = folder / "live.db"
    keys = keys_of(live, simulation.MONDAY)
    opened, made = open_sqlite(live, keys=keys, synchronous="OFF"), list[Path]()
    async with simulation._in_one_process(opened, folder) as world:
        crowd = Crowd.of(world.telegram, clients, seed)
        simulation._add_coaches(opened, crowd)
        over = asyncio.Event()
        making = asyncio.create_task(make_backups(live, folder, made, pause, over))
        await simulation._live(world, crowd, simulation.MONDAY + timedelta(days=days))
        over.set()
        await making
        opened.close()
        wrong = [f"{path.name}: {fault}" for path in made for fault in faults(path, live, keys, world.now)]
        again, went_on = await go_on(world, folder, made[-1], keys)
    return Drill(backups=len(made), rows=len(links(made[-1], "log")), wrong=tuple(wrong), again=again, went_on=went_on)


async def make_backups(live: Path, folder: Path, made: list[Path], pause: float, over: asyncio.Event) -> None:
    """One after the other, in a thread beside the bot, until everybody has lived; the last one then."""
    last = False
    while not last:
        last = over.is_set()
        path = folder / f"copy-{len(made)}.db"
        await asyncio.to_thread(backup.back_up, live, path)
        made.append(path)
        with suppress(TimeoutError):
            await asyncio.wait_for(over.wait(), pause)


def faults(path: Path, live: Path, keys: Keys, at: object) -> list[str]:
    """What is wrong with a backup: by itself, put back, or beside the database that it is of.

    Who was erased since it was made is gone from it once it is put back (R34); all others are there, unchanged.
    """
    found = list(backup.check(path, keys).faults)
    back = path.with_suffix(".back")
    backup.restore(path, back, at, keys=keys, moved=True)  # type: ignore[arg-type]
    erased = {line.file for line in keys.store().ledger()}
    for table in CHAINS:
        kept, whole = links(path, table), links(live, table)
        of_others = {row: hash_ for row, hash_ in kept.items() if row[0] not in erased}
        found += [f"{table}: put back, it is another"] * (links(back, table) != of_others)
        found += [f"{table}: isn't of one moment"] * any(whole.get(row, hash_) != hash_ for row, hash_ in kept.items())
        found += [f"{table}: a row in between is missing"] * (not from_one_on(kept))
    back.unlink()
    return found


def links(path: Path, table: str) -> Mapping[tuple[str, int], bytes]:
    """Of every row of a chain, its hash, which stands for all rows up to it."""
    with closing(sqlite3.connect(path)) as db:
        return {(file, n): hash_ for file, n, hash_ in db.execute(f"SELECT file, n, hash FROM {table}")}


def from_one_on(kept: Mapping[tuple[str, int], bytes]) -> bool:
    """Whether every file's rows are numbered from 1 on."""
    last: dict[str, int] = {}
    for file, n in sorted(kept):
        if n != last.get(file, 0) + 1:
            return False
        last[file] = n
    return True


async def go_on(world: simulation.World, folder: Path, newest: Path, keys: Keys) -> tuple[int, int]:
    """A new bot on the newest backup, with the same Telegram: letters that it sent again, and all that it sent."""
    back = folder / "back.db"
    with closing(sqlite3.connect(newest)) as db:
        waited = {
            n
            for (n,) in db.execute(
                "SELECT n FROM outbox WHERE settled IS NULL AND kind <> 'alert' AND not_before <= ?",
                (moment_text(world.now),),
            )
        }
    backup.restore(newest, back, world.now, keys=keys)

    async def call(method: str, parameters: Mapping[str, object], files: Files) -> tuple[int, bytes]:
        reply = await world.telegram.call(method, parameters, files)
        return reply.status, reply.raw if reply.raw is not None else json.dumps(reply.body).encode()

    clock, opened = world.telegram.clock, open_sqlite(back, keys=keys, synchronous="OFF")
    stage = Stage(opened, call, now=lambda: clock.now, jump=clock.jump, token=simulation.TOKEN)
    try:
        await stage.start()
        before = len(world.telegram.ledger)
        for _ in range(24):
            clock.jump(clock.now + timedelta(hours=1))
            await stage.settle()
        assert opened.upkeep.verify() == ()
        assert stage.app.gateway.stumbles == 0
    finally:
        await stage.stop()
        opened.close()
    with closing(sqlite3.connect(back)) as db:
        sent = {n for (n,) in db.execute("SELECT n FROM outbox WHERE state IN ('sent', 'due', 'sending')")}
    return len(waited & sent), len(world.telegram.ledger) - before


async def test_backups_that_are_made_while_people_live_are_each_of_one_moment(tmp_path: Path) -> None:
    """A sample of the drill: three people, two days; the newest backup is then gone on with."""
    found = await drill(tmp_path, clients=3, days=2, pause=0.1)
    assert (found.wrong, found.again) == ((), 0)
    assert found.backups >= 2
    assert found.rows > 20
    assert found.went_on > 0


@pytest.mark.long
async def test_a_hundred_backups_under_way_are_each_of_one_moment(tmp_path: Path) -> None:
    """The drill at length; what it counted goes into docs/reliability.md."""
    found = await drill(tmp_path, clients=30, days=14, pause=0.05)
    assert (found.wrong, found.again) == ((), 0)
    assert found.backups >= 50
    figures.keep(SECTION, 30, 14, found.backups, found.rows, len(found.wrong), found.again)
