"""Everything a person and a clock can do, in any order, with restarts, repeats and disorder: a machine that plays it.

Hypothesis chooses what happens; whatever it is, nobody's turn fails, nothing is begun at night or twice, no due work
vanishes, no plan comes from anybody but the coach, and the chains are whole. In no local day more than two messages are
begun by the bot (R39), and at night a client hears only what answers them, safety texts, and a person who talks with
them.

What counts as begun are letters of `effects.BEGUN_BY_BOT`: what the bot says of its own accord, on a day that it
chooses. What another rule demands by the clock is none of them: `doctor.asked_again` (R37), `referral.lapsed` (R21),
`talk.over`, and what follows a safety signal (R22); nor is a prompt that its reader asked to see again in an hour.

The long form has 2,000 lives of 100 steps (`make test-long`), each `make test` the first few, always the same ones; as
many lives and steps as the environment says (TREDE_TEST_LIVES, TREDE_TEST_STEPS), and other lives for another seed
(TREDE_TEST_SEED).
"""

import asyncio
import json
import os
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import Any, TypeVar

import figures
import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from one_worker import OneWorker
from story import MONDAY, SANNE, TOKEN, Phone, Story, fixed_fresh
from test_transcripts import plan, welcome

from bot.simulation import _answered, _history, _zones
from bot.stage import Files, Stage
from simulator.checker import MOST_A_DAY, NEW, Facts, Kept, check
from simulator.clock import VirtualClock
from simulator.ledger import Seen
from simulator.telegram import Telegram
from state_machines.effects import BEGUN_BY_BOT, LANE
from state_machines.events import CoachWrote, GivenBack, TakenOver, Woke
from state_machines.files import Client
from storage.open import open_memory
from storage.views import LogRow, Look

HEADING = """## Any life, in any order

Each line is one run of `make test-long`: a machine plays everything that client, coach and clock can do, with restarts,
downtime, updates delivered twice and in disorder. Every life ends with the checker, the chains, at most two messages
begun in a local day, and nights in which only answers and safety texts come. The last column must be 0. The long form
has 2,000 lives of at most 100 steps; `make test` plays 20 of at most 50, always the same ones.

| date | lives | steps at most | acts | updates twice | restarts | faults |
|---|---|---|---|---|---|---|
"""
#: With every `make test`: what two or three seconds hold; and the long form.
SHORT, LONG = (20, 50), (2000, 100)
TYPED = (
    "7", "0", "11", "8,5", "koffie met Noor", "ja", "nee", "morgen", "16:30", "02:30", "maandag en vrijdag", "14",
    "Europe/Lisbon", "/checkin", "/plan", "/dagboek", "/terugblik", "/pauze", "/instellingen", "/klacht", "/arts",
    "/regelruimte", "/evaluatie", "/uren", "/signalen", "/privacy", "/taal", "/belmij", "/stop", "/start", "/onzin",
    "ik wil niet meer leven", "😀", "x" * 300,
)  # fmt: skip
COACHS = (
    "/uitnodigen", "/plan", "/logboek", "/verlof", "/verder", "/instellingen", "/taal", "Sanne", "32", "7-12-2026",
    "ma di do vr", "post, mail", "morgen 14:00", "annuleren", "Karin",
)  # fmt: skip
WAITS = (1, 59, 600, 3600, 3 * 3600, 8 * 3600, 25 * 3600, 3 * 86400, 16 * 86400)
T = TypeVar("T")
#: What all lives of a run did, for the figures.
TOLD = {"lives": 0, "acts": 0, "twice": 0, "restarts": 0}


def _played(what: Callable[..., Awaitable[None]]) -> Callable[..., None]:
    """A rule that plays on the stage of its life."""

    @wraps(what)
    def step(self: "Life", *args: Any, **chosen: Any) -> None:
        self.loop.run_until_complete(what(self, *args, **chosen))

    return step


class Life(RuleBasedStateMachine):
    """One client and one coach, from the invitation or from a plan on."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.clock = VirtualClock(MONDAY.astimezone(UTC))
        self.telegram, self.opened, self._fresh = Telegram(TOKEN, self.clock), open_memory(), fixed_fresh()
        self.story = Story(self._stage(), self.telegram, self.opened, "nl")
        self.done: list[int] = []
        TOLD["lives"] += 1

    def _stage(self) -> Stage:
        async def call(method: str, parameters: Mapping[str, object], files: Files) -> tuple[int, bytes]:
            reply = await self.telegram.call(method, parameters, files)
            return reply.status, reply.raw if reply.raw is not None else json.dumps(reply.body).encode()

        own = {"now": lambda: self.clock.now, "jump": self.clock.jump, "token": TOKEN, "fresh": self._fresh}
        return Stage(self.opened, call, workshop=OneWorker(), **own)

    # --- how it begins

    @initialize(since=st.sampled_from(("invitation", "welcome", "plan")))
    @_played
    async def begin(self, since: str) -> None:
        """Invited, welcomed or with a plan that was agreed."""
        await self.story.stage.start()
        await self.story.coach_joins()
        if since == "invitation":
            await self.story.sanne.opens(await self.story.invite())
            return
        await welcome(self.story)
        if since == "plan":
            await plan(self.story)

    # --- what people do

    @rule(text=st.sampled_from(TYPED))
    @_played
    async def says(self, text: str) -> None:
        """Sanne writes something."""
        await self._act(self.story.sanne, lambda: self.story.sanne.person.send(text))

    @rule(back=st.integers(0, 4), button=st.integers(0, 11))
    @_played
    async def taps(self, back: int, button: int) -> None:
        """Sanne taps a button under one of the last messages."""
        await self._tap(self.story.sanne, back, button)

    @rule(text=st.sampled_from(COACHS))
    @_played
    async def coach_says(self, text: str) -> None:
        """Joost writes something."""
        await self._act(self.story.joost, lambda: self.story.joost.person.send(text))

    @rule(back=st.integers(0, 3), button=st.integers(0, 11))
    @_played
    async def coach_taps(self, back: int, button: int) -> None:
        """Joost taps a button."""
        await self._tap(self.story.joost, back, button)

    @rule(what=st.sampled_from(("voice", "photo", "sticker")))
    @_played
    async def sends_something_else(self, what: str) -> None:
        """A voice message, a photo, a sticker."""
        await self._act(self.story.sanne, getattr(self.story.sanne.person, what))

    @rule(text=st.sampled_from(TYPED))
    @_played
    async def edits(self, text: str) -> None:
        """Sanne changes her last own message."""
        own = [b.message_id for b in self.story.sanne.person.screen if not b.from_bot]
        if own:
            await self._act(self.story.sanne, lambda: self.story.sanne.person.edit(own[-1], text))

    @rule()
    @_played
    async def blocks_or_comes_back(self) -> None:
        """Sanne blocks the bot, or takes that away."""
        person = self.story.sanne.person
        await self._act(self.story.sanne, person.unblock if person.chat.blocked else person.block, blocked=True)

    # --- what the clock and the line do

    @rule(seconds=st.sampled_from(WAITS))
    @_played
    async def time_passes(self, seconds: int) -> None:
        """The bot is awake at every due moment."""
        await self.story.stage.advance_to(self.clock.now + timedelta(seconds=seconds))

    @rule(seconds=st.sampled_from(WAITS))
    @_played
    async def nobody_is_there(self, seconds: int) -> None:
        """The bot is stopped and comes back later."""
        await self._restart(seconds)

    @rule()
    @_played
    async def restarts(self) -> None:
        """Stopped and started at once."""
        await self._restart(0)

    @rule(which=st.integers(0, 30))
    @_played
    async def an_update_comes_again(self, which: int) -> None:
        """Telegram delivers one of the last updates once more."""
        if which < len(self.done):
            TOLD["twice"] += 1
            self.telegram.resend(self.done[-1 - which])
            await self.settle()

    @rule(texts=st.lists(st.sampled_from(TYPED), min_size=2, max_size=5))
    @_played
    async def several_come_in_disorder(self, texts: list[str]) -> None:
        """Several messages at once, back to front, from two devices."""
        if not self.story.sanne.person.chat.blocked:
            self.clock.jump(self.clock.now + timedelta(seconds=1))
            self.done += [self.story.sanne.person.send(text) for text in texts]
            TOLD["acts"] += len(texts)
            self.telegram.reorder()
            await self.settle()

    # --- how

    async def settle(self) -> None:
        """Until the bot rests. No turn may fail."""
        await self.story.stage.settle()
        assert self.story.stage.app.gateway.stumbles == 0, "a turn could not be handled"

    async def _act(self, phone: Phone, act: Callable[[], int], *, blocked: bool = False) -> None:
        if phone.person.chat.blocked and not blocked:
            return
        self.clock.jump(self.clock.now + timedelta(seconds=1))
        self.done.append(act())
        TOLD["acts"] += 1
        await self.settle()

    async def _tap(self, phone: Phone, back: int, button: int) -> None:
        shown = [bubble for bubble in phone.person.screen if bubble.from_bot and bubble.buttons]
        if back < len(shown):
            bubble = shown[-1 - back]
            data = [b.data for row in bubble.buttons for b in row if b.data]
            if data:
                chosen = data[button % len(data)]
                await self._act(phone, lambda: phone.person.tap(bubble.message_id, chosen))

    async def _restart(self, seconds: int) -> None:
        TOLD["restarts"] += 1
        await self.story.stage.stop()
        self.clock.jump(self.clock.now + timedelta(seconds=seconds))
        self.story.stage = self._stage()
        await self.story.stage.start()
        await self.settle()

    # --- what must be true of every life

    def teardown(self) -> None:
        """The checker, the chains, the plan."""
        try:
            self.loop.run_until_complete(self._end())
        finally:
            self.loop.close()

    async def _end(self) -> None:
        for _ in range(16):  # until nothing waits for somebody's morning any more
            await self.story.stage.advance_to(self.clock.now + timedelta(hours=3))
            if all(state != "due" for _, state in self.opened.views.tally().letters):
                break
        await self.story.stage.stop()
        assert self.opened.upkeep.verify() == ()
        tally = self.opened.views.tally()
        with self.opened.batch():
            overdue = len(self.opened.due(self.clock.now, limit=10_000).wakes)
        kept = Kept(ended=tally.ended, letters=tally.letters, overdue=overdue, unexplained=tally.unexplained)
        facts = self._facts()
        counts = check(self.telegram.ledger, [facts], kept)
        wrong = (counts.duplicates, counts.silent_drops, counts.quiet_hour_messages, counts.plan_changes)
        assert wrong == (0, 0, 0, 0), counts.findings
        kinds = {row.message_id: row.letter.kind for row in self.opened._tables.letters.values()}
        rows = self.telegram.ledger.after(0, SANNE)
        told = {*talked(self._log()), *self.opened._tables.erased.values()}  # of an erasure nothing may wait (R34)
        assert not (disturbed := at_night(rows, facts, kinds, told)), disturbed
        wished = {row.at for row in self._log() if isinstance(row.event, Woke) and row.event.kind == "snooze"}
        most = Counter(facts.local(row.at).date() for row in begun(rows, kinds, wished))
        assert max(most.values(), default=0) <= MOST_A_DAY, most

    def _file(self) -> Client | None:
        return next((file for file in self.opened.views.files() if isinstance(file, Client)), None)

    def _log(self) -> tuple[LogRow, ...]:
        file = self._file()
        return self.opened.views.rows(file.id, Look("test", "test", "test", self.clock.now)) if file else ()

    def _facts(self) -> Facts:
        file, rows = self._file(), self._log()
        if file is None:
            return Facts(name="Sanne", chat=SANNE)
        plans = tuple(_history(rows))
        kept = tuple(version.digest() for version in file.versions)
        assert set(kept) <= set(plans), "a plan that no coach registered (R2)"
        return Facts(
            name="Sanne", chat=SANNE, zones=_zones(rows), quiet=(file.quiet.start, file.quiet.end), registered=plans,
            versions=plans, answered=_answered(rows),
        )  # fmt: skip


def begun(rows: Iterable[Seen], kinds: Mapping[int | None, str], wished: set[datetime]) -> list[Seen]:
    """What the bot began: letters of these classes, but for what comes back by its reader's wish."""
    new = [row for row in rows if row.what in NEW and row.at not in wished]
    return [row for row in new if kinds.get(row.message_id) in BEGUN_BY_BOT]


def talked(rows: Iterable[LogRow]) -> Iterator[datetime]:
    """When a person took the conversation over, wrote in it or gave it back: that goes at any hour."""
    talking = False
    for row in rows:
        talking = talking or "talk.begun" in row.said
        if talking and isinstance(row.event, CoachWrote | GivenBack | TakenOver):
            yield row.at
        talking = talking and "talk.over" not in row.said


def at_night(
    rows: Iterable[Seen], facts: Facts, kinds: Mapping[int | None, str], talked_at: set[datetime]
) -> list[str]:
    """What came in the quiet hours though nobody talked or did anything at that moment, and it is no safety text."""
    acts = talked_at | {row.at for row in rows if row.what.startswith("user_")}
    new = [row for row in rows if row.what in NEW and row.at not in acts and kinds.get(row.message_id) not in LANE]
    return [f"{facts.local(row.at)}: {row.text[:80]}" for row in new if facts.is_quiet(row.at)]


def lives(most: int, steps: int, which: int = 0) -> None:
    """Play so many lives of at most so many steps, for each seed others."""
    how = settings(
        max_examples=most,
        stateful_step_count=steps,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(which)(Life), settings=how)


def many(name: str, otherwise: int) -> int:
    """How many, as the environment says."""
    return int(os.environ.get(name, otherwise))


@pytest.mark.parametrize("again", range(4))
def test_who_takes_a_block_away_more_than_once_a_day_hears_so_each_time(again: int) -> None:
    """An answer of twenty seconds later is nothing that the bot begins, however often it is due."""
    life = Life()
    life.begin("welcome")
    for _ in range(again):
        life.blocks_or_comes_back()
        life.blocks_or_comes_back()
        life.time_passes(59)
    texts = [row.text for row in life.telegram.ledger.after(0, SANNE) if row.what == "sent"]
    assert sum("alles is zoals het was" in text for text in texts) == again
    life.teardown()


def test_whatever_happens_in_whatever_order_the_rules_hold() -> None:
    """A few lives with every run, always the same ones."""
    lives(*SHORT)


@pytest.mark.long
def test_two_thousand_lives_of_a_hundred_steps() -> None:
    """The figures go into docs/reliability.md."""
    TOLD.update(dict.fromkeys(TOLD, 0))
    most, steps = many("TREDE_TEST_LIVES", LONG[0]), many("TREDE_TEST_STEPS", LONG[1])
    lives(most, steps, many("TREDE_TEST_SEED", 0))
    figures.keep(HEADING, TOLD["lives"], steps, TOLD["acts"], TOLD["twice"], TOLD["restarts"], 0)
