"""One database from prepared to finished, with a bot that is killed again and again, as a process of its own."""

import asyncio
import contextlib
import tempfile
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from signal import SIGKILL

from simulator import server
from simulator.server import Running
from tests.bench.prepare import COACH_CHAT
from tests.keyed import copy_keys
from tests.kill.bot_process import AT_RANDOM, PATIENCE, STARTING, TOKEN, Bot, Died
from tests.kill.checker import HARM, Verdict, judge
from tests.kill.evidence import Before, copied, copied_alive, gather, gather_copy
from tests.kill.people import Crowd
from tests.kill.prepared import CLIENTS, MESSAGES_FROM, PROMPTS, START, between, chats, prepare, step_back

#: Past the pause after which a question comes once more, and past that of a prompt.
SOON, LATER = timedelta(seconds=61), timedelta(minutes=10, seconds=1)
#: Where a life ends, and at the how-manieth time at most; at random: after so many seconds at most.
PLACES = {"intake": 12, "turn": 120, "commit": 40, "sent": 120}
LONGEST_LIFE = 0.7
#: From before the first line of ours to well after the letters of the run before were looked at.
SHORTEST_START, LONGEST_START = 0.3, 2.0
#: A place that isn't come by: the bot is killed anyhow.
LONGEST_WAIT = 3.0
FINISHING_SECONDS = 120.0
LEAST_WITH_BACKUP = 4


@dataclass
class Told:
    """What one database's lives came to: how often and where they ended; what was found; what people did.

    `repeated`: after how many of the kills a message came once more; `unsure`: letters that may have arrived or not and
    that their class doesn't send again.
    """

    kills: dict[str, int] = field(default_factory=dict)
    verdict: Verdict = field(default_factory=Verdict)
    repeated: int = 0
    unsure: int = 0
    acts: int = 0

    def killed(self, where: str) -> None:
        """Count one kill."""
        self.kills[where] = self.kills.get(where, 0) + 1


class Life:
    """A local Telegram with fifty people, and the database of a bot that is started and killed."""

    def __init__(self, running: Running, folder: Path, chats: Iterable[int], seed: str) -> None:
        self.running, self.folder, self.database = running, folder, folder / "trede.db"
        self.rng, self.told = Random(seed), Told()
        self.crowd = Crowd(running.telegram, chats, seed)
        self.before = Before.of(self.database)
        self.bot = Bot(running.port, self.database)

    async def live_and_die(self) -> None:
        """Start, come to rest, be judged, go on, die, be judged."""
        repeated = self.told.verdict.repeated
        place = self.rng.choice([*PLACES, AT_RANDOM, AT_RANDOM, STARTING])
        nth = self.rng.randint(1, PLACES.get(place, 1))
        await self.bot.start(f"{place}:{nth}" if place in PLACES else "")
        if place == STARTING:
            await self._killed(STARTING, self.rng.uniform(SHORTEST_START, LONGEST_START))
        else:
            await self._work()
            await self._killed(place, LONGEST_WAIT if place in PLACES else self.rng.uniform(0, LONGEST_LIFE))
        if self.rng.random() < 0.5:
            self.crowd.hold()  # else they go on for a moment, into the silence
        self.judge(rested=False)
        self.told.repeated += self.told.verdict.repeated > repeated

    async def _killed(self, place: str, wait: float) -> None:
        self.told.killed(await self.bot.kill(place, wait))

    async def back_up(self) -> None:
        """While people are busy a backup is killed: there is none. The next one is whole, of one moment."""
        to = self.folder / "backup.db"
        killed = await self.bot.trede("backup", str(to), crash_at="backup")
        assert await asyncio.wait_for(killed.wait(), PATIENCE) == -SIGKILL, "the backup wasn't killed"
        self.told.killed("backup")
        if to.exists():
            self.told.verdict.wrong.append("a backup that was killed has its name")
        assert await asyncio.wait_for((await self.bot.trede("backup", str(to))).wait(), PATIENCE) == 0
        copy = copy_keys(self.database, to)
        self._remember(judge(gather_copy(self.running.telegram, copy, self.before), rested=False))
        for left in to.parent.glob(f"{to.name}*"):
            left.unlink()

    async def die_between_tables(self) -> None:
        """Killed with the step to newer tables taken and not committed: they are the old ones, or the new ones."""
        await self.bot.start("migration")
        await self._killed("migration", PATIENCE)
        if between(copied(self.database, self.folder)):
            self.told.verdict.wrong.append("the tables are neither the old ones nor the new ones")
        self.judge(rested=False)

    async def backed_up_and_killed(self) -> None:
        """A backup is killed while the bot works; then the bot."""
        await self.bot.start()
        await self._work()
        await self.back_up()
        await self._killed(AT_RANDOM, 0)
        self.judge(rested=False)

    async def _work(self) -> None:
        """Come to rest, be judged, and let everybody go; or die on the way."""
        try:
            await self.bot.while_it_lives(self.rest())
        except Died:
            return
        self.judge(rested=True)
        if self.running.clock.now < PROMPTS:
            self.running.clock.jump(PROMPTS)
        self.crowd.let_go()

    async def rest(self) -> None:
        """Until the bot rests and what was uncertain was sent again."""
        self.crowd.hold()
        clock = self.running.clock
        await clock.advance_to(clock.now)
        await clock.advance_to(clock.now + SOON)
        if clock.now >= PROMPTS and clock.next_due is not None and clock.next_due <= clock.now + LATER:
            await clock.advance_to(clock.now + LATER)

    async def finish(self) -> None:
        """Start once more, let everybody finish their check-in, and stop in order."""
        repeated = self.told.verdict.repeated
        await self.bot.start()
        await self.bot.while_it_lives(self.rest())
        self.judge(rested=True)
        self.crowd.let_go(finishing=True)
        end = asyncio.get_running_loop().time() + FINISHING_SECONDS
        while any(who.question for who in self.crowd.people.values()) and asyncio.get_running_loop().time() < end:
            await asyncio.sleep(0.05)
        await self.bot.while_it_lives(self.rest())
        await self.bot.stop()
        self.judge(rested=True, over=True)
        self.told.repeated += self.told.verdict.repeated > repeated
        self.told.acts = sum(row.what.startswith("user_") for row in self.running.telegram.ledger)
        left = [chat for chat, who in self.crowd.people.items() if who.question]
        self.told.verdict.stuck += [f"chat {chat} couldn't finish" for chat in left]

    def judge(self, *, rested: bool, over: bool = False) -> None:
        """Look at everything, and remember what is wrong."""
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            living = rested and not over
            copy = (copied_alive if living else copied)(self.database, Path(folder))
            evidence = gather(self.running.telegram, copy, self.before, deep=not living)
        found = judge(evidence, rested=rested, over=over)
        self.told.unsure = sum(letter.state == "uncertain" for letter in evidence.letters)
        self._remember(found)

    def _remember(self, found: Verdict) -> None:
        told = self.told.verdict
        for name in HARM:
            told_of = getattr(told, name)
            told_of += [line for line in getattr(found, name) if line not in told_of]
        told.repeated = max(told.repeated, found.repeated)


@asynccontextmanager
async def begun(folder: Path, seed: str, *, clients: int = CLIENTS, behind: bool = False) -> AsyncIterator[Life]:
    """A prepared database and its people; `behind`: the next start has to bring the tables up to date."""
    prepare(folder / "trede.db", clients)
    if behind:
        step_back(folder / "trede.db")
    running = await server.start(start=START, token=TOKEN, patience=PATIENCE)
    try:
        for chat in (COACH_CHAT, *chats(clients)):
            running.telegram.join(chat, "Sanne").chat.known = True
        running.telegram.world.last_message_id = MESSAGES_FROM
        life = Life(running, folder, chats(clients), seed)
        living = asyncio.create_task(life.crowd.live())
        try:
            yield life
        finally:
            living.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await living
            await life.bot.gone()
    finally:
        await running.stop()


async def lives(folder: Path, seed: str, kills: int) -> Told:
    """So many kills (2 or more) on one database, then the finish. One while the tables are brought up to date."""
    async with begun(folder, seed, behind=True) as life:
        await life.die_between_tables()
        await life.live_and_die()
        if kills >= LEAST_WITH_BACKUP:
            await life.backed_up_and_killed()
        while sum(life.told.kills.values()) < kills:
            await life.live_and_die()
        await life.finish()
        return life.told
