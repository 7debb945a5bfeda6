"""Updates that come twice, out of order, from two devices, with numbers that begin anew: the log is the set of them.

Each act of a person is one update with one number. Whatever Telegram does with them on the way, the client's log has
one row for each number, with the same words.
"""

import random
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import figures
import people
import pytest
from story import Story, on_stage

from simulator.person import Person
from state_machines import events as e
from storage.memory import MemoryStore
from storage.open import SqliteStore, open_sqlite
from storage.port import Record, Turn
from storage.views import LogRow, Look

HEADING = """## Updates twice and in disorder

Each line is one run of `make test-long`: people with two devices each, 30 % of the updates delivered again, 30 % out of
order within 20, numbers that begin anew at a lower one after a quiet week. The log must hold each number once; the last
three columns must be 0.

| date | updates | deliveries | clients | missing | twice | not handled |
|---|---|---|---|---|---|---|
"""
WITHIN, TWICE, MOVED = 20, 0.3, 0.3
QUIET_WEEK = timedelta(days=8)
#: As many as one getUpdates brings at most. What is later than that in line is confirmed with what comes after it.
ONCE = 100


@dataclass(kw_only=True)
class Crowd:
    """Clients with a phone and a tablet each, and what they did: who, and the number of the message, 0 for a tap."""

    story: Story
    dice: random.Random
    devices: dict[str, tuple[Person, Person]] = field(default_factory=dict)
    did: list[tuple[str, int]] = field(default_factory=list)
    handed: int = 0
    lately: list[int] = field(default_factory=list)

    def join(self, count: int) -> None:
        """So many clients in coaching; a chat is one, whatever device somebody writes on."""
        for n in range(count):
            chat, file = 1000 + n, f"c-{n}"
            devices = self.story.telegram.join(chat, f"Client {n}"), self.story.telegram.join(chat, f"Client {n}")
            self.devices[file] = devices
            client = people.client(id=file, name=f"Client {n}", coach="p-joost", chat=chat, versions=(), agreed="")
            made = Turn(at=self.story.telegram.clock.now, before=None, after=client, record=_joined(self.story))
            with self.story.opened.batch():
                self.story.opened.commit(made)

    def act(self) -> None:
        """Somebody does something on one of their devices: writes a line, or taps a number of the check-in."""
        file, devices = self.dice.choice(list(self.devices.items()))
        person, number = self.dice.choice(devices), len(self.did)
        if self.dice.random() < 0.7 or not person.screen:
            update = person.send(f"buiten gewandeld {number}")
            message = person.screen[-1].message_id
        else:
            message = 0
            today = self.story.now.date()
            score = self.dice.randrange(11)
            update = person.tap(person.screen[-1].message_id, f"a:{today:%Y%m%d}:energy:{score}")
        self.did.append((file, message))
        self.lately = [*self.lately[-ONCE:], update]

    async def hand_over(self) -> None:
        """What waits is delivered: some of it twice, some of it late or early, and something from before again."""
        telegram = self.story.telegram
        waiting = [update.update_id for update in telegram.world.updates.pending]
        for update in self.lately:
            if self.dice.random() < TWICE / 2:
                telegram.resend(update)
        moved = {n: n + (self.dice.uniform(-WITHIN, WITHIN) if self.dice.random() < MOVED else 0) for n in waiting}
        again = [update.update_id for update in telegram.world.updates.pending][len(waiting) :]
        order = sorted(dict.fromkeys([*waiting, *again]), key=lambda n: moved.get(n, n))
        telegram.reorder(order)
        self.handed += len(waiting) + len(again)
        await self.story.stage.settle()

    def kept(self, file: str) -> tuple[LogRow, ...]:
        """The client's log: what the client did."""
        look = Look(who="test", name="test", why="test", at=self.story.telegram.clock.now)
        return tuple(row for row in self.story.opened.views.rows(file, look) if row.actor == "client")

    def missing_and_twice(self) -> tuple[int, int]:
        """How many acts no log knows, and how many rows there are too many, over all clients."""
        missing = twice = 0
        for file in self.devices:
            rows = self.kept(file)
            wanted = Counter(message for owner, message in self.did if owner == file)
            found = Counter(_message(row) for row in rows)
            missing += (wanted - found).total()
            twice += (found - wanted).total()
        return missing, twice


def _joined(story: Story) -> Record:
    """The row that begins a log: a coach's, so that it counts as no act of the client."""
    return Record(event=e.NeedMet(at=story.telegram.clock.now, kind="joined"))


def _message(row: LogRow) -> int:
    """The message that a row came from, whatever became of it: note, answer, something not understood. 0 for a tap."""
    return getattr(row.event, "message_id", None) or 0


async def live(story: Story, acts: int, clients: int, seed: int) -> Crowd:
    """So many acts in bursts over some weeks, one of them quiet; the numbers of the updates begin anew after it."""
    crowd = Crowd(story=story, dice=random.Random(seed))
    crowd.join(clients)
    while len(crowd.did) < acts:
        for _ in range(min(crowd.dice.randrange(20, ONCE // 2), acts - len(crowd.did))):
            crowd.act()
        await crowd.hand_over()
        await story.stage.advance_to(story.telegram.clock.now + timedelta(minutes=crowd.dice.randrange(1, 90)))
        if len(crowd.did) >= acts // 2 and story.telegram.world.updates._next > 700_000_000:
            await story.stage.advance_to(story.telegram.clock.now + QUIET_WEEK)
            crowd.lately.clear()
            story.telegram.restart_ids(4_000)
    return crowd


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
async def test_the_log_is_the_set_of_what_was_done(kind: str, tmp_path: Path) -> None:
    """600 acts of five people with two devices each, delivered in disorder: each is in the log once."""
    opened = MemoryStore() if kind == "memory" else open_sqlite(tmp_path / "trede.db", synchronous="OFF")
    async with on_stage(opened=opened) as story:
        crowd = await live(story, acts=600, clients=5, seed=20)
        assert crowd.missing_and_twice() == (0, 0)
        assert crowd.handed > 1.25 * len(crowd.did)
        assert story.stage.app.gateway.stumbles == 0
        assert story.opened.upkeep.verify() == ()


@pytest.mark.long
async def test_ten_thousand_updates_in_disorder_are_in_the_log_once(tmp_path: Path) -> None:
    """The same with twenty people; the figures go into docs/reliability.md."""
    async with on_stage(opened=open_sqlite(tmp_path / "trede.db", synchronous="OFF")) as story:
        crowd = await live(story, acts=10_000, clients=20, seed=10_000)
        missing, twice = crowd.missing_and_twice()
        stumbles = story.stage.app.gateway.stumbles
        figures.keep(HEADING, len(crowd.did), crowd.handed, len(crowd.devices), missing, twice, stumbles)
        assert (missing, twice, stumbles) == (0, 0, 0)
        assert story.opened.upkeep.verify() == ()


# --- poison -------------------------------------------------------------------------------------------------------


class Poisoned(SqliteStore):
    """A store in which a turn with these words always raises, whatever else is in the batch."""

    WORDS = "gifgroen"

    def commit(self, turn: Turn) -> None:
        if turn.record is not None and self.WORDS in repr(turn.record.event):
            raise ArithmeticError("poison")
        super().commit(turn)


async def test_a_poison_update_stops_nobody_and_is_kept(tmp_path: Path) -> None:
    """Five people, one line in ten raises in every try: all else is in the log once, and each poison is kept sealed."""
    path = tmp_path / "trede.db"
    open_sqlite(path, synchronous="OFF").close()
    async with on_stage(opened=Poisoned(path, synchronous="OFF")) as story:
        crowd = Crowd(story=story, dice=random.Random(3))
        crowd.join(5)
        poison = 0
        for n in range(90):
            crowd.act()
            if n % 10 == 0:
                next(iter(crowd.devices.values()))[0].send(f"{Poisoned.WORDS} {n}")
                poison += 1
            if n % 30 == 29:
                await crowd.hand_over()
        assert story.stage.app.gateway.stumbles == poison
        assert crowd.missing_and_twice() == (0, 0)
        assert story.telegram.world.updates.pending == []
        with closing(sqlite3.connect(path)) as beside:
            assert beside.execute("SELECT count(*) FROM seen WHERE stumble IS NOT NULL").fetchone() == (poison,)
        assert story.opened.upkeep.verify() == ()
