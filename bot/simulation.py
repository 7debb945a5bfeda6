"""`trede simulate`: synthetic people play through the real bot on a virtual clock; a checker apart from it counts.

In one process the Bot API is a function call (`Stage`); with `http` the bot is a process of its own, on the wire. The
people, the clock and the checker are the same, and so are the counts.
"""

import asyncio
import contextlib
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

from bot import logs, regime
from bot.simulated import Left, keys_of, paths_of
from bot.stage import Files, Stage
from bot.turn import Door, Fresh, digest_of
from simulator import server, transcripts
from simulator.checker import Counts, Facts, Kept, Zones, check, zones_seen
from simulator.clock import VirtualClock
from simulator.crowd import Crowd
from simulator.telegram import Telegram
from state_machines import referral
from state_machines.case import PhysicianContact
from state_machines.consents import DELEGATION
from state_machines.days import AMSTERDAM
from state_machines.events import Answered, DeputyChosen, PlanAgreed, ProfessionalAdded, SettingChosen
from state_machines.files import Client, Invite
from state_machines.journey import link_expires
from state_machines.plan import Plan, following
from storage.open import Opened, open_sqlite
from storage.port import ByChat
from storage.views import LogRow, Look

MONDAY = datetime(2026, 11, 30, 8, 0, tzinfo=ZoneInfo("Europe/Amsterdam")).astimezone(UTC)
TOKEN = "42:simulation"
PHYSICIAN, DEPUTY = "p-physician", "p-deputy"
INSTANT = timedelta(milliseconds=1)
PATIENCE_TO_STOP = 10.0
BOT = (sys.executable, "-m", "bot", "run")


@dataclass
class World:
    """A running bot with its Telegram.

    `go` moves time; `rest` waits until the bot has nothing left to do, and says when it is due next; `stumbles` counts
    what people did that could not be handled (None: that can't be seen from here); `answers` says whether the bot is
    there just now.
    """

    telegram: Telegram
    opened: Opened
    go: Callable[[datetime], Awaitable[None]]
    rest: Callable[[], Awaitable[datetime | None]]
    stumbles: Callable[[], int | None] = lambda: None
    answers: Callable[[], bool] = lambda: True
    registered: dict[str, list[str]] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        """The virtual moment."""
        return self.telegram.clock.now


NOTHING = Left()


def run(*, clients: int, weeks: int, seed: int, http: bool, as_json: bool, left: Left = NOTHING) -> int:
    """Play, count and print. 0 when all that must be zero is, and nobody was written to more than twice a day."""
    logs.set_up("error")
    counts, told = asyncio.run(play(clients=clients, weeks=weeks, seed=seed, http=http, left=left))
    print(json.dumps(told) if as_json else _table(told))
    return 0 if counts.right and not told["faults"] and not told["stumbles"] else 1


async def play(
    *, clients: int, weeks: int, seed: int, http: bool = False, left: Left = NOTHING
) -> tuple[Counts, dict[str, Any]]:
    """One run: what the checker found, and all there is to tell about it. What isn't to be left is gone afterwards."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="trede-simulate-") as folder:
        database = left.database_in(Path(folder))
        opened = open_sqlite(database, keys=keys_of(database, MONDAY), synchronous="OFF")
        try:
            async with (_on_the_wire if http else _in_one_process)(opened, database) as world:
                crowd = Crowd.of(world.telegram, clients, seed)
                _add_coaches(opened, crowd)
                try:
                    await _live(world, crowd, MONDAY + timedelta(weeks=weeks))
                finally:
                    if left.transcripts is not None:
                        transcripts.write(left.transcripts, crowd.writers, crowd.telegram.ledger)
            counts, faults = _checked(world, crowd), opened.upkeep.verify()
            tally, acts = opened.views.tally(), sum(row.what.startswith("user_") for row in world.telegram.ledger)
        finally:
            opened.close()
    told = {"clients": clients, "weeks": weeks, "seed": seed, "regime": DELEGATION, "client_days": clients * weeks * 7}
    told |= {"turns": acts + sum(tally.ended.values())} | asdict(counts) | {"stumbles": world.stumbles()} | left.told()
    return counts, told | {"faults": list(faults), "seconds": round(time.perf_counter() - began, 2)}


# --- living -------------------------------------------------------------------------------------------------------


async def _live(world: World, crowd: Crowd, end: datetime) -> None:
    """Until the end: the bot's next due moment or somebody's next act, whichever comes first."""
    due = await world.rest()
    while due is None or due > world.now or _stuck(world, due):
        first = crowd.first()
        at = first[0] if first else end
        if due is not None and due <= min(at, end):
            await world.go(due)
            due = await world.rest()
        elif first is None or at >= end:
            break
        else:
            await world.go(max(at, world.now + INSTANT))
            before = len(world.telegram.ledger)
            first[1].act(world.now)
            did = len(world.telegram.ledger) > before
            due = await world.rest() if did else due
            if world.answers():
                _note_plans(world, crowd)
            if not did:
                continue
        crowd.look_around()
    await world.go(end)
    await world.rest()


def _stuck(world: World, due: datetime) -> NoReturn:
    raise RuntimeError(f"the bot rests at {world.now.isoformat()} though it has been due since {due.isoformat()}")


def _note_plans(world: World, crowd: Crowd) -> None:
    """The fingerprint of a plan at the moment at which its coach registered it."""
    for coach in crowd.coaches:
        while coach.registered:
            plan = coach.registered.pop()
            with world.opened.batch():
                file = world.opened.load(ByChat(crowd.chat_of(plan.name)))
            versions = file.versions if isinstance(file, Client) else ()
            found = [version.digest() for version in versions if version.goal == plan.goal]
            world.registered.setdefault(plan.name, []).extend(found or [f"lost: {plan.goal}"])


def _add_coaches(opened: Opened, crowd: Crowd) -> None:
    """As `trede coach add`, `trede coach deputy` and `trede physician add` do."""
    door, now = Door(opened), crowd.telegram.clock.now
    regime.choose(opened, DELEGATION, name="simulation", role="simulation", at=now, by="simulation")
    doctor = PhysicianContact(file=PHYSICIAN, name=crowd.physicians[0].name)
    for n, coach in enumerate(crowd.coaches):
        token = f"coach{n:017d}"
        with opened.batch():
            door.act(None, replace(_added(f"p-{n}", coach.name, token, now), physician=doctor), by="simulation")
        coach.open_desk(token)
    for deputy in crowd.deputies:
        token = "deputy0000000000000000"
        with opened.batch():
            door.act(None, _added(DEPUTY, deputy.name, token, now), by="simulation")
            for n in range(len(crowd.coaches)):
                door.act(f"p-{n}", DeputyChosen(at=now, deputy=DEPUTY), by="simulation")
        deputy.open_desk(token)
    for physician in crowd.physicians:
        token = "physician0000000000000"
        with opened.batch():
            door.act(None, replace(_added(PHYSICIAN, physician.name, token, now), role="physician"), by="simulation")
        physician.open_desk(token)


def _added(file: str, name: str, token: str, now: datetime) -> ProfessionalAdded:
    invite = Invite(digest=digest_of(token), expires=link_expires(now))
    return ProfessionalAdded(at=now, professional=file, name=name, language="nl", invite=invite, regime=DELEGATION)


# --- the two ways to run the bot ----------------------------------------------------------------------------------


@contextlib.asynccontextmanager
async def _in_one_process(opened: Opened, _database: Path) -> AsyncIterator[World]:
    clock = VirtualClock(MONDAY)
    telegram = Telegram(TOKEN, clock)
    numbers = count(1)
    fresh = Fresh(token=lambda: f"token{next(numbers):017d}", pseudonym=lambda: f"{next(numbers):010x}")

    async def call(method: str, parameters: Mapping[str, object], files: Files) -> tuple[int, bytes]:
        reply = await telegram.call(method, parameters, files)
        return reply.status, reply.raw if reply.raw is not None else json.dumps(reply.body).encode()

    async def go(moment: datetime) -> None:
        clock.jump(moment)

    stage = Stage(opened, call, now=lambda: clock.now, jump=clock.jump, token=TOKEN, fresh=fresh)
    await stage.start()
    try:
        yield World(telegram, opened, go, stage.settle, stumbles=lambda: stage.app.gateway.stumbles)
    finally:
        await stage.stop()


@contextlib.asynccontextmanager
async def _on_the_wire(opened: Opened, database: Path) -> AsyncIterator[World]:
    running = await server.start(start=MONDAY, token=TOKEN)
    here = f"http://127.0.0.1:{running.port}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TREDE_")}
    own = {"TREDE_TOKEN": TOKEN, "TREDE_API": here, "TREDE_CLOCK": here, "TREDE_LOG": "error"}
    settings = kept | own | paths_of(database)

    async def rest() -> datetime | None:
        await running.clock.advance_to(running.clock.now)
        return running.clock.next_due

    bot = await asyncio.create_subprocess_exec(*BOT, cwd=Path(__file__).parent.parent, env=settings)
    try:
        yield World(running.telegram, opened, running.clock.advance_to, rest)
    finally:
        await _stop(bot)
        await running.stop()


async def _stop(bot: asyncio.subprocess.Process) -> None:
    if bot.returncode is None:
        bot.terminate()
    try:
        await asyncio.wait_for(bot.wait(), PATIENCE_TO_STOP)
    except TimeoutError:
        bot.kill()
        await bot.wait()


# --- handing over to the checker ----------------------------------------------------------------------------------


def _checked(world: World, crowd: Crowd) -> Counts:
    """What the checker says of a run that is over."""
    people, kept = facts_of(world, crowd)
    return check(world.telegram.ledger, people, kept)


def facts_of(world: World, crowd: Crowd) -> tuple[list[Facts], Kept]:
    """What the checker needs beside the ledger."""
    files = {file.name: file for file in world.opened.views.files() if isinstance(file, Client)}
    people = [
        replace(_facts(world, who.name, who.person.chat.id, files.get(who.name)), kind=who.habits.kind)
        for who in crowd.employees
    ]
    tally = world.opened.views.tally()
    with world.opened.batch():
        overdue = len(world.opened.due(world.now, limit=10_000).wakes)
    unexplained = tally.unexplained
    return people, Kept(ended=tally.ended, letters=tally.letters, overdue=overdue, unexplained=unexplained)


def _facts(world: World, name: str, chat: int, file: Client | None) -> Facts:
    """What is kept of one client, as plain values; of whom nothing is kept, what they saw of their own settings."""
    before = zones_seen(row for row in world.telegram.ledger if row.chat_id == chat)
    if file is None:
        return Facts(name=name, chat=chat, zones=before)
    look = Look(who="simulation", name="simulation", why="checking", at=world.now)
    rows = world.opened.views.rows(file.id, look)
    return Facts(
        name=name,
        chat=chat,
        zones=_since(before, rows),
        quiet=(file.quiet.start, file.quiet.end),
        registered=tuple(world.registered.get(name, ())),
        versions=(*_history(rows), *(version.digest() for version in file.versions)),
        answered=_answered(rows),
        days=(file.today(world.now) - file.coaching_since).days if file.coaching_since else 0,
        referrals=file.referrals,
        lost=int(_lost(file, world.now)),
    )


def _lost(file: Client, now: datetime) -> bool:
    """Whether a report is open that has no deadline any more, though it wasn't put on the coach's list either."""
    found = referral.open_one(file)
    if found is None or file.journey == "left":
        return False
    waits = found.due is not None and found.due >= file.today(now) - timedelta(days=1)
    return not waits and referral.UNANSWERED not in {need.kind for need in file.needs}


def _history(rows: tuple[LogRow, ...]) -> list[str]:
    """The fingerprints of all versions, made anew from what the log says was registered."""
    versions: list[Plan] = []
    for row in rows:
        if isinstance(row.event, PlanAgreed):
            versions.append(following(row.event.version, versions[-1] if versions else None))
    return [version.digest() for version in versions]


def _since(before: Zones, rows: tuple[LogRow, ...]) -> Zones:
    """The zones by the log; those that were set before it began, in a life that was erased, by what was seen."""
    if not rows:
        return before
    began = rows[0].at
    return (*((at, zone) for at, zone in before if at < began), (began, AMSTERDAM), *_zones(rows))


def _zones(rows: tuple[LogRow, ...]) -> tuple[tuple[datetime, str], ...]:
    """From which moment which zone was set; a choice that wasn't understood sets none."""
    kept = (row.event for row in rows if "settings.saved" in row.said)
    return tuple((event.at, event.value) for event in kept if isinstance(event, SettingChosen) and event.name == "zone")


def _answered(rows: tuple[LogRow, ...]) -> frozenset[date]:
    kept = (row.event for row in rows if "stale.checkin" not in row.said)
    return frozenset(event.day for event in kept if isinstance(event, Answered))


def _table(told: Mapping[str, Any]) -> str:
    """What was counted, a line each, rates by temperament below; then what is wrong, if anything is."""
    single = {name: value for name, value in told.items() if not isinstance(value, list | dict)}
    plain = [f"{name.replace('_', ' '):<22}{value:>12}" for name, value in single.items()]
    rates = [f"  {kind:<20}{rate:>12}" for kind, rate in told["referrals_per_100_client_months"].items()]
    heading = ["referrals per 100 client-months"] if rates else []
    return "\n".join([*plain, *heading, *rates, *(f"  {line}" for line in (*told["findings"], *told["faults"]))])
