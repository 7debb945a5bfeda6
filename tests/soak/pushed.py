"""Hours of the pushed clock: `trede run` as a process of its own, among people of all kinds.

The people are those of `trede simulate`. A day passes in which they are invited and their plans agreed; then the bot is
looked at each hour.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from signal import SIGUSR1

from bot import simulation
from bot.simulation import MONDAY
from simulator import server
from simulator.crowd import Crowd
from simulator.server import Running
from tests import keyed
from tests.kill.bot_process import TOKEN, Bot
from tests.soak.counting_bot import beside
from tests.soak.growth import Look, look

CLIENTS = 50
WARM_UP, HOUR, INSTANT = timedelta(days=1), timedelta(hours=1), timedelta(milliseconds=1)
PATIENCE = 120.0
ANSWER_SECONDS = 30.0
SENT = frozenset({"sent", "photo", "document", "edited"})


@dataclass
class Days:
    """What it came to. `answers`: messages that were sent or changed; `faults`: calls that failed, there are none."""

    looks: list[Look] = field(default_factory=list)
    acts: int = 0
    answers: int = 0
    faults: int = 0
    stopped: bool = False


async def lived(
    folder: Path, hours: int, *, clients: int = CLIENTS, warm_up: timedelta = WARM_UP, leak: str = "", seed: int = 5
) -> Days:
    """So many hours after the warm-up; `leak`: what the bot leaks on purpose, each hour."""
    database = folder / "trede.db"
    running = await server.start(start=MONDAY, token=TOKEN, patience=PATIENCE)
    program = ("tests.soak.counting_bot", *([leak] if leak else []))
    bot, crowd = Bot(running.port, database, program=program), Crowd.of(running.telegram, clients, seed)
    opened = keyed.opened(database)
    simulation._add_coaches(opened, crowd)
    opened.close()
    try:
        await bot.start()
        return await _watched(running, bot, crowd, hours, MONDAY + warm_up)
    finally:
        await bot.gone()
        await running.stop()


async def _watched(running: Running, bot: Bot, crowd: Crowd, hours: int, begin: datetime) -> Days:
    days = Days()
    await _until(running, crowd, begin)
    begun = len(running.telegram.ledger)
    for n in range(hours):
        await _until(running, crowd, begin + (n + 1) * HOUR)
        days.looks.append(await _looked(bot))
    rows = running.telegram.ledger.after(begun)
    days.acts = sum(row.what.startswith("user_") for row in rows)
    days.answers = sum(row.what in SENT for row in rows)
    await bot.stop()
    days.stopped = True
    return days


async def _until(running: Running, crowd: Crowd, end: datetime) -> None:
    """Let people live until a moment: whoever means to do something does it when its time has come."""
    clock = running.clock
    while (first := crowd.first()) and first[0] < end:
        await clock.advance_to(max(first[0], clock.now + INSTANT))
        crowd.look_around()
        first[1].act(clock.now)
        await clock.advance_to(clock.now)
        crowd.look_around()
    await clock.advance_to(end)
    crowd.look_around()


async def _looked(bot: Bot) -> Look:
    """Look from outside, and ask the bot for its tasks."""
    assert bot.process
    told = beside(bot.database)
    told.unlink(missing_ok=True)
    bot.process.send_signal(SIGUSR1)
    async with asyncio.timeout(ANSWER_SECONDS):
        while not told.exists():
            await asyncio.sleep(0.01)
    return look(bot.process.pid, bot.database, int(told.read_text(encoding="ascii")))
