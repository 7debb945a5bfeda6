"""A real hour: `trede run` as a process of its own, on the computer's clock, with people who write all the time."""

import asyncio
import contextlib
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from simulator.faults import Fault
from simulator.server import Running
from state_machines.events import SettingChosen
from tests import keyed
from tests.bench.prepare import COACH_CHAT, People
from tests.kill.bot_process import Bot, Died
from tests.kill.people import Someone
from tests.kill.prepared import MESSAGES_FROM, chats
from tests.soak.growth import Look, look
from tests.soak.real_time import local_telegram, polled, zone_in_daylight

CLIENTS = 50
#: What people do, all of them together; and during the warm-up, so that all that fills up is full after it.
ACTS_A_SECOND, WARMING = 4.0, 20.0
LOOKS = 240
FAULT_EVERY_SECONDS = 20.0
FAULTS = ("429", "500", "502", "504", "reset_before", "reset_after", "truncated", "html", "hang_after")
METHODS = ("sendMessage", "editMessageText", "answerCallbackQuery", "getUpdates")
#: For this the scan loads all it has: the first thing that is written.
DANGER = "ik wil niet meer leven"
#: How long a line is silent that hangs.
HANGS_SECONDS = 12.0
#: Now and then somebody opens a page, one of them with a picture, or sends something else.
ELSEWHERE = 0.15
PAGES = ("/plan", "/terugblik", "/help", "/dagboek", "/instellingen", "/privacy", "/regelruimte", "/checkin")
SENT = frozenset({"sent", "photo", "document", "edited"})


@dataclass(kw_only=True)
class Hour:
    """What it came to. `answers`: messages that were sent or changed; `unanswered`: people who wrote last."""

    seconds: float
    looks: list[Look] = field(default_factory=list)
    acts: int = 0
    answers: int = 0
    faults: int = 0
    stopped: bool = False


def prepare(path: Path, clients: int) -> None:
    """The database: clients of one coach, each with an agreed plan, somewhere where it is day."""
    now = datetime.now(UTC)
    zone = zone_in_daylight(now)
    opened = keyed.opened(path, synchronous="OFF")
    people = People(opened, now - timedelta(minutes=1))
    with opened.batch():
        people.coach()
        for chat in chats(clients):
            people.client(chat)
            people.door.act(f"c-{chat}", SettingChosen(at=people.now, name="zone", value=zone), role="client")
            people.deliver()
        people.wake()
        people.deliver()
    opened.close()


async def lived(folder: Path, seconds: float, *, clients: int = CLIENTS, looks: int = LOOKS) -> Hour:
    """So many real seconds, looked at that often."""
    database = folder / "trede.db"
    prepare(database, clients)
    running = await local_telegram()
    bot = Bot(running.port, database, pushed=False)
    try:
        for chat in (COACH_CHAT, *chats(clients)):
            running.telegram.join(chat, "Sanne").chat.known = True
        running.telegram.world.last_message_id = MESSAGES_FROM
        await bot.start()
        await bot.while_it_lives(polled(running))
        return await _watched(running, bot, Hour(seconds=seconds), chats(clients), looks, Random("hour"))
    finally:
        await bot.gone()
        await running.stop()


async def _watched(running: Running, bot: Bot, hour: Hour, who: Iterable[int], looks: int, rng: Random) -> Hour:
    busy = [asyncio.create_task(_people(running, hour, who, rng)), asyncio.create_task(_faults(running, rng))]
    try:
        await bot.while_it_lives(_looking(running, bot, hour, looks))
    except Died:
        return hour
    finally:
        for task in busy:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        telegram = running.telegram
        telegram.faults.clear()
        hour.faults = telegram.faults.struck
        hour.answers = sum(row.what in SENT for row in telegram.ledger)
    await bot.stop()
    hour.stopped = True
    return hour


async def _looking(running: Running, bot: Bot, hour: Hour, looks: int) -> None:
    """Look at equal distances, whatever else takes time, from the first answer on."""
    assert bot.process
    while not any(row.what in SENT for row in running.telegram.ledger):
        await asyncio.sleep(0.05)
    began = time.monotonic()
    for n in range(looks):
        await asyncio.sleep(max(0.0, began + (n + 1) * hour.seconds / looks - time.monotonic()))
        hour.looks.append(look(bot.process.pid, bot.database))


async def _people(running: Running, hour: Hour, chats: Iterable[int], rng: Random) -> None:
    """One after the other does something: goes on with a check-in, or looks elsewhere."""
    everybody = [Someone(running.telegram.person(chat), Random(f"{rng.random()}:{chat}")) for chat in chats]
    everybody[0].person.send(DANGER)
    warm = time.monotonic() + hour.seconds / 4
    while True:
        await asyncio.sleep(rng.expovariate(WARMING if time.monotonic() < warm else ACTS_A_SECOND))
        who = rng.choice(everybody)
        if rng.random() < ELSEWHERE or not any(bubble.from_bot for bubble in who.person.screen):
            who.person.send(rng.choice(PAGES))
        else:
            who.act(finishing=False)
        hour.acts += 1


async def _faults(running: Running, rng: Random) -> None:
    """Every now and then one call goes wrong."""
    while True:
        await asyncio.sleep(rng.expovariate(1 / FAULT_EVERY_SECONDS))
        kind, method = rng.choice(FAULTS), rng.choice(METHODS)
        running.telegram.faults.add(Fault(method=method, kind=kind, retry_after=1, timeout=HANGS_SECONDS))
