"""Check-ins that are due at the same real minute: `trede run` as a process of its own, HTTP, the computer's clock."""

import asyncio
import contextlib
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from simulator.telegram import Telegram
from tests.kill.bot_process import Bot
from tests.kill.people import Someone
from tests.load.prepared import Clients, join, prepare
from tests.load.waiting import Waiting, percentile
from tests.soak.real_time import local_telegram

DANGER = ("ik wil niet meer leven", "ik wil dood", "I want to kill myself", "ik maak er een eind aan")
ANSWERS_A_SECOND, SAFETY_A_SECOND = 3.0, 2.0
#: The people who talk begin so long before: the bot is awake.
BEFORE_SECONDS = 3.0
LONGEST_SECONDS = 180.0
#: Whoever wrote last still gets their answer.
AFTER_SECONDS = 10.0


@dataclass(frozen=True, kw_only=True)
class Minute:
    """What it came to, in seconds. `wrong`: whose check-in didn't come exactly once; `unanswered`: who waits still."""

    due: int
    out: float
    wrong: int
    answers: tuple[float, ...]
    safety: tuple[float, ...]
    unanswered: int
    refused: int

    @property
    def reply(self) -> float:
        """What 95 % of the answers didn't exceed."""
        return percentile(self.answers, 0.95)

    @property
    def danger(self) -> float:
        """What 99 % of the safety texts didn't exceed."""
        return percentile(self.safety, 0.99)


async def lived(folder: Path, due: int, at: datetime, *, others: tuple[int, int]) -> Minute:
    """So many check-ins at this moment, which must still lie ahead when the bot runs."""
    clients = prepare(folder / "trede.db", due, at, others=others)
    running = await local_telegram()
    bot = Bot(running.port, folder / "trede.db", pushed=False)
    try:
        join(running.telegram, clients.everybody)
        await bot.start()
        return await _measured(running.telegram, bot, clients)
    finally:
        await bot.gone()
        await running.stop()


async def _measured(telegram: Telegram, bot: Bot, clients: Clients) -> Minute:
    waiting = Waiting(telegram=telegram, due=frozenset(clients.due))
    ahead = (clients.at - datetime.now(UTC)).total_seconds()
    assert ahead > BEFORE_SECONDS, f"the database was ready {-ahead:.0f} s too late: choose a later moment"
    began = time.monotonic() + ahead
    watching = asyncio.create_task(waiting.watch())
    await bot.while_it_lives(asyncio.sleep(ahead - BEFORE_SECONDS))
    busy = [asyncio.create_task(work(telegram, waiting, clients)) for work in (_talk, _danger)]
    try:
        await bot.while_it_lives(_all_out(waiting, len(clients.due)))
    finally:
        await _ended(*busy)
    await bot.while_it_lives(asyncio.sleep(AFTER_SECONDS))
    await _ended(watching)
    calls = telegram.calls["sendMessage"]
    sent = sum(row.method == "sendMessage" for row in telegram.ledger)
    await bot.stop()
    first = [moments[0] - began for moments in waiting.out.values()]
    wrong = sum(len(waiting.out.get(chat, ())) != 1 for chat in clients.due)
    return Minute(
        due=len(clients.due),
        out=max(first, default=0.0),
        wrong=wrong,
        answers=tuple(waiting.answers),
        safety=tuple(waiting.safety),
        unanswered=len(waiting.since),
        refused=calls - sent,
    )


async def _all_out(waiting: Waiting, due: int) -> None:
    """Until everybody's check-in is there; at most three minutes."""
    ends = time.monotonic() + LONGEST_SECONDS
    while len(waiting.out) < due and time.monotonic() < ends:
        await asyncio.sleep(0.1)


async def _talk(telegram: Telegram, waiting: Waiting, clients: Clients) -> None:
    """People in their check-in: whoever was answered goes on."""
    rng = Random("talk")
    everybody = [Someone(telegram.person(chat), Random(f"talk:{chat}")) for chat in clients.talking]
    while True:
        await asyncio.sleep(rng.expovariate(ANSWERS_A_SECOND))
        who = rng.choice(everybody)
        if who.person.chat.id in waiting.since:
            continue
        waiting.begins(who.person.chat.id, danger=False)
        if any(bubble.from_bot for bubble in who.person.screen):
            who.act(finishing=False)
        else:
            who.person.send("/checkin")


async def _danger(telegram: Telegram, waiting: Waiting, clients: Clients) -> None:
    """One after the other writes of danger, each once."""
    rng = Random("danger")
    for chat in clients.in_danger:
        await asyncio.sleep(rng.expovariate(SAFETY_A_SECOND))
        waiting.begins(chat, danger=True)
        telegram.person(chat).send(rng.choice(DANGER))


async def _ended(*tasks: "asyncio.Task[None]") -> None:
    for task in tasks:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def next_minute(now: datetime, seconds: float) -> datetime:
    """The first full minute that lies so many seconds ahead."""
    return (now + timedelta(seconds=seconds + 60)).replace(second=0, microsecond=0)
