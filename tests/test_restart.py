"""Restart at any point goes on where it was: stopped in order after every act, or killed at every call to Telegram.

The store is a SQLite file; the same Telegram goes on while no bot runs. What is kept is the same as without a restart.
"""

import asyncio
import contextlib
import itertools
import json
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from one_worker import OneWorker
from story import JOOST, MONDAY, SANNE, TOKEN, ZONE, Story, fixed_fresh, on_stage
from test_transcripts import STORIES, first_day, plan, sanne_taps, welcome

from bot import coaches, shell
from bot.app import App, bot_for, only_one
from bot.clock import SystemClock
from bot.settings import Settings
from bot.stage import Files, Stage
from bot.turn import Door
from simulator import server
from simulator.clock import VirtualClock
from simulator.telegram import Telegram
from state_machines.events import Answered, Asked, SafetySignalled
from state_machines.files import Client, Day
from storage.open import Opened, open_sqlite
from storage.port import LetterState
from storage.views import LogRow, Look
from tests import keyed

ROOT = Path(__file__).parent.parent
WAIT = timedelta(minutes=11)


class Mortal(Story):
    """A story whose bot is stopped and started again on the same file, after every act and every due moment.

    `lives` counts the starts. With `kill` the bot isn't stopped but killed in the middle of a call to Telegram.
    """

    def __init__(self, telegram: Telegram, path: Path, language: str = "nl") -> None:
        self.path, self._fresh, self.lives = path, fixed_fresh(), 0
        self.kill: Callable[[str, Mapping[str, object]], str] = lambda _method, _parameters: ""
        self.killed = asyncio.Event()
        self.restarting = True
        self.due: datetime | None = None
        super().__init__(self._born(telegram), telegram, self._opened, language)

    def _born(self, telegram: Telegram) -> Stage:
        """A new bot on the file: nothing of the one before is left."""

        async def call(method: str, parameters: Mapping[str, object], files: Files) -> tuple[int, bytes]:
            when = self.kill(method, parameters)
            if when == "before":
                await self._die()
            reply = await telegram.call(method, parameters, files)
            if when == "after":
                await self._die()
            return reply.status, json.dumps(reply.body).encode()

        self.lives += 1
        self._opened = open_sqlite(self.path, synchronous="OFF")
        clock = telegram.clock
        return Stage(
            self._opened,
            call,
            now=lambda: clock.now,
            jump=clock.jump,
            token=TOKEN,
            fresh=self._fresh,
            workshop=OneWorker(),
        )

    async def _die(self) -> None:
        self.killed.set()
        await asyncio.Event().wait()

    async def restart(self) -> None:
        """Stop in order, start anew."""
        await self.stage.stop()
        self.opened.close()
        self.stage, self.opened = self._born(self.telegram), self._opened
        await self.stage.start()

    async def _after_death(self) -> None:
        """Everything that ran is gone at once; what wasn't committed was never there."""
        app = self.stage.app
        running = [t for t in asyncio.all_tasks() if t is not asyncio.current_task() and _is_ours(t)]
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        app.opened.close()
        self.killed.clear()
        self.stage, self.opened = self._born(self.telegram), self._opened
        await self.alive(self.stage.start())

    async def alive(self, work: Awaitable[object]) -> bool:
        """Do this; when the bot is killed meanwhile, start it anew. Whether it lived to the end."""
        doing, death = asyncio.ensure_future(work), asyncio.ensure_future(self.killed.wait())
        await asyncio.wait({doing, death}, return_when=asyncio.FIRST_COMPLETED)
        death.cancel()
        if doing.done():
            await doing
            return True
        doing.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await doing
        assert self.lives < 1000, "killed again and again: it gets nowhere"
        await self._after_death()
        return False

    async def settle(self) -> None:
        """Until the bot rests; then it is stopped and started."""

        async def rest() -> None:
            self.due = await self.stage.settle()

        while not await self.alive(rest()):
            pass
        assert self.stage.app.gateway.stumbles == 0, "a turn could not be handled"
        if self.restarting:
            await self.restart()

    async def until(self, moment: str) -> None:
        """Let time pass, with a restart at every due moment."""
        await self.pass_to(datetime.fromisoformat(moment).replace(tzinfo=ZONE).astimezone(UTC))

    async def pass_to(self, goal: datetime) -> None:
        """The same, to a moment in UTC."""
        while self.telegram.clock.now < goal:
            await self.settle()
            due = self.due
            self.telegram.clock.jump(goal if due is None else min(max(due, self.telegram.clock.now), goal))
        await self.settle()


def _is_ours(task: "asyncio.Task[object]") -> bool:
    """The bot's tasks and no other: those that run code of bot/."""
    code = getattr(task.get_coro(), "cr_code", None)
    return code is not None and f"{os.sep}bot{os.sep}" in code.co_filename


@asynccontextmanager
async def mortal(path: Path, *, restarting: bool = True) -> AsyncIterator[Mortal]:
    """A story on a file, with a coach who has joined."""
    story = Mortal(Telegram(TOKEN, VirtualClock(MONDAY.astimezone(UTC))), path)
    story.restarting = restarting
    await story.stage.start()
    try:
        await story.coach_joins()
        yield story
    finally:
        story.kill = lambda _method, _parameters: ""
        await story.stage.stop()
        story.opened.close()


def rows(story: Story) -> tuple[LogRow, ...]:
    """The client's log."""
    look = Look(who="test", name="test", why="test", at=story.telegram.clock.now)
    return story.opened.views.rows(story.file().id, look)


def day_of(story: Story) -> Day:
    """The client's day."""
    file = story.file()
    assert isinstance(file, Client)
    assert file.day is not None
    return file.day


def letters(story: Story, kind: str, state: LetterState) -> int:
    """How many letters of a class are in a state."""
    return story.opened.views.tally().letters.get((kind, state), 0)


def texts(story: Story, chat: int = SANNE) -> list[str]:
    """Everything that somebody was sent, edits aside."""
    return [row.text for row in story.telegram.ledger if row.chat_id == chat and row.what == "sent"]


# --- stopped in order ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["first-day", "correction", "snooze", "danger", "safety-follow-up", "diary", "stop", "pause-and-return"],
)
async def test_a_restart_after_every_act_changes_nothing_that_is_seen_or_kept(name: str, tmp_path: Path) -> None:
    """The transcript is word for word the one without restarts, the file the same, the chains whole."""
    async with on_stage() as once:
        await STORIES[name](once)
        wanted, file = once.transcript(), once.file()
    async with mortal(tmp_path / "trede.db") as story:
        await STORIES[name](story)
        assert story.transcript() == wanted
        assert story.file() == file
        assert story.opened.upkeep.verify() == ()
        assert story.lives > 10


async def test_what_people_do_while_no_bot_runs_is_handled_when_it_is_back(tmp_path: Path) -> None:
    """Typed and tapped into silence: everything is taken up in order, each thing once."""
    async with mortal(tmp_path / "trede.db") as story:
        await welcome(story)
        await story.stage.stop()
        story.opened.close()
        for n in range(5):
            story.sanne.person.send(f"tijdens de storing {n}")
        story.telegram.clock.jump(story.telegram.clock.now + timedelta(minutes=90))
        story.stage, story.opened = story._born(story.telegram), story._opened
        await story.stage.start()
        await story.settle()
        file = story.file()
        notes = story.opened.views.own_notes(file.id, MONDAY.date())
        assert [note.text for note in notes] == [f"tijdens de storing {n}" for n in range(5)]


# --- killed at every call -----------------------------------------------------------------------------------------


class EachCallOnce:
    """Kills the bot at the first try of every call of these methods, before or after Telegram carried it out."""

    def __init__(self, when: str, *methods: str) -> None:
        self.when, self.methods, self.met, self.deaths = when, methods, set[str](), 0

    def __call__(self, method: str, parameters: Mapping[str, object]) -> str:
        call = f"{method} {json.dumps(parameters, sort_keys=True, default=str)}"
        if method not in self.methods or call in self.met:
            return ""
        self.met.add(call)
        self.deaths += 1
        return self.when


async def test_killed_after_every_message_that_went_out_nothing_is_lost_or_kept_twice(tmp_path: Path) -> None:
    """A whole first day, killed each time Telegram had taken a message and nobody had written that down.

    Every turn is kept once, every text was seen; what may differ is that a question came twice.
    """
    async with on_stage() as once:
        await first_day(once)
        kept = [type(row.event) for row in rows(once)]
        wanted, file = {text.split("\n")[0] for text in texts(once)}, once.file()
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        story.kill = kill = EachCallOnce("after", "sendMessage", "editMessageText", "editMessageReplyMarkup")
        await first_day(story)
        assert kill.deaths > 20
        assert [type(row.event) for row in rows(story)] == kept
        assert story.file() == file
        assert {text.split("\n")[0] for text in texts(story)} >= wanted
        assert story.opened.upkeep.verify() == ()
        assert letters(story, "reply", LetterState.SENDING) == 0


@pytest.mark.parametrize("when", ["before", "after"])
async def test_killed_at_every_poll_every_act_counts_once(when: str, tmp_path: Path) -> None:
    """Updates that were handed over and not yet kept come again; those that were kept are known."""
    async with on_stage() as once:
        await first_day(once)
        wanted, file = once.transcript(), once.file()
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        deaths = itertools.count()
        polls = itertools.count()

        def every_third(method: str, _: Mapping[str, object]) -> str:
            if method != "getUpdates" or next(polls) % 3 != 1:
                return ""
            next(deaths)
            return when

        story.kill = every_third
        await first_day(story)
        assert next(deaths) > 10
        assert story.transcript() == wanted
        assert story.file() == file
        assert story.opened.upkeep.verify() == ()


async def test_killed_at_the_answer_to_every_tap_the_day_goes_on(tmp_path: Path) -> None:
    """The empty answer to a tap is past the outbox. The next question comes, at the latest a minute after the kill."""
    async with on_stage() as once:
        await welcome(once)
        await once.until("2026-11-30 16:30")
        await sanne_taps(once, "7", "coffee", "ready", "not today", "3")
        wanted = [(a.question, a.number, a.words) for a in day_of(once).answers]
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await story.until("2026-11-30 16:30")
        story.kill = kill = EachCallOnce("before", "answerCallbackQuery")
        for label in ("7", "coffee", "ready", "not today", "3"):
            await sanne_taps(story, label)
            await story.pass_to(story.telegram.clock.now + timedelta(seconds=61))
        assert kill.deaths == 5
        assert [(a.question, a.number, a.words) for a in day_of(story).answers] == wanted
        assert day_of(story).state == "done"
        assert story.opened.upkeep.verify() == ()


# --- the policy by class ------------------------------------------------------------------------------------------


async def killed_at(
    story: Mortal, when: str, act: Callable[[], Awaitable[None]], beginning: str, times: int = 1
) -> None:
    """Do something, and be killed at the message that begins like this, the first `times` times."""
    left = itertools.count(1)

    def kill(method: str, parameters: Mapping[str, object]) -> str:
        hit = method == "sendMessage" and beginning in str(parameters.get("text", ""))
        return when if hit and next(left) <= times else ""

    story.kill = kill
    await act()


def having(story: Story, beginning: str, chat: int = SANNE) -> int:
    """How often somebody saw a message with this in it."""
    return sum(beginning in text for text in texts(story, chat))


BLOCK = "Praat alsjeblieft nu met iemand"
ALERT = "heeft nu contact nodig"


@pytest.mark.parametrize(("when", "seen"), [("before", 1), ("after", 4)])
async def test_safety_text_is_sent_until_it_is_sure(when: str, seen: int, tmp_path: Path) -> None:
    """Killed three times at the block: better four times than not at all; at once, not minutes later."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await killed_at(story, when, lambda: story.sanne.says("ik wil niet meer leven"), BLOCK, times=3)
        await story.pass_to(story.telegram.clock.now + timedelta(seconds=10))
        assert having(story, BLOCK) == seen
        assert having(story, ALERT, JOOST) == 1
        assert sum(isinstance(row.event, SafetySignalled) for row in rows(story)) == 1


@pytest.mark.parametrize(("when", "seen"), [("before", 1), ("after", 2)])
async def test_an_alert_to_the_coach_is_sent_until_it_is_sure(when: str, seen: int, tmp_path: Path) -> None:
    """Killed at the coach's signal: it comes again within seconds."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await killed_at(story, when, lambda: story.sanne.says("ik wil niet meer leven"), ALERT)
        await story.pass_to(story.telegram.clock.now + timedelta(seconds=10))
        assert having(story, ALERT, JOOST) == seen
        assert having(story, BLOCK) >= 1


@pytest.mark.parametrize(("when", "seen"), [("before", 1), ("after", 2)])
async def test_a_question_comes_once_more_after_a_minute(when: str, seen: int, tmp_path: Path) -> None:
    """A question of a dialogue that nobody answered; not before the minute is over, and never a third time."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await killed_at(story, when, lambda: story.sanne.says("/checkin"), "Hoeveel energie")
        assert having(story, "Hoeveel energie") == seen - 1
        await story.pass_to(story.telegram.clock.now + timedelta(seconds=59))
        assert having(story, "Hoeveel energie") == seen - 1
        await story.pass_to(story.telegram.clock.now + timedelta(seconds=2))
        assert having(story, "Hoeveel energie") == seen
        await story.pass_to(story.telegram.clock.now + WAIT)
        assert having(story, "Hoeveel energie") == seen


async def test_a_question_that_was_answered_meanwhile_does_not_come_again(tmp_path: Path) -> None:
    """It had arrived: the answer moves on, and the first question isn't repeated a minute later."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await killed_at(story, "after", lambda: story.sanne.says("/checkin"), "Hoeveel energie")
        await sanne_taps(story, "7")
        await story.pass_to(story.telegram.clock.now + WAIT)
        assert having(story, "Hoeveel energie") == 1
        assert [e.event.number for e in rows(story) if isinstance(e.event, Answered)] == [7]


async def test_a_question_comes_though_the_bot_was_killed_at_it_four_times(tmp_path: Path) -> None:
    """It never left, and somebody waits for it in the middle of their check-in: nobody hangs."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await killed_at(story, "before", lambda: story.sanne.says("/checkin"), "Hoeveel energie", times=4)
        await story.pass_to(story.telegram.clock.now + WAIT)
        assert having(story, "Hoeveel energie") == 1


async def test_a_question_that_was_lost_five_times_is_shown_as_uncertain(tmp_path: Path) -> None:
    """Five times and no further: it doesn't go on for ever, and the operator can see it."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await killed_at(story, "before", lambda: story.sanne.says("/checkin"), "Hoeveel energie", times=9)
        await story.pass_to(story.telegram.clock.now + WAIT)
        assert having(story, "Hoeveel energie") == 0
        assert letters(story, "question", LetterState.UNCERTAIN) == 1
        before = len(texts(story))
        await story.sanne.says("/help")
        assert len(texts(story)) == before + 1, "and the chat goes on"


@pytest.mark.parametrize(("when", "seen"), [("before", 1), ("after", 2)])
async def test_the_daily_prompt_comes_once_more_after_ten_minutes(when: str, seen: int, tmp_path: Path) -> None:
    """Not sooner, and the nudge of three hours later is counted as ever."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await killed_at(story, when, lambda: story.until("2026-11-30 16:39"), "tijd voor je check-in")
        assert having(story, "tijd voor je check-in") == seen - 1
        await story.until("2026-11-30 16:41")
        assert having(story, "tijd voor je check-in") == seen
        await story.until("2026-11-30 19:29")
        assert having(story, "tijd voor je check-in") == seen
        await story.until("2026-11-30 19:31")
        assert having(story, "staat nog klaar") == 1


@pytest.mark.parametrize(("when", "seen"), [("before", 0), ("after", 1)])
async def test_a_reminder_is_never_repeated_but_shown_as_uncertain(when: str, seen: int, tmp_path: Path) -> None:
    """The step of the week: a second one would look like a new step."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await plan(story)
        await killed_at(story, when, lambda: story.until("2026-11-30 09:01"), "Goedemorgen Sanne")
        await story.until("2026-11-30 12:00")
        assert having(story, "Goedemorgen Sanne") == seen
        assert letters(story, "reminder", LetterState.UNCERTAIN) == 1


@pytest.mark.parametrize(("when", "seen"), [("before", 0), ("after", 1)])
async def test_a_reply_is_never_repeated(when: str, seen: int, tmp_path: Path) -> None:
    """A word of thanks twice is noise; it is shown as uncertain, and what was said is kept."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await killed_at(story, when, lambda: story.sanne.says("gewandeld met de hond"), "Het staat in je dagboek")
        await story.pass_to(story.telegram.clock.now + WAIT)
        assert having(story, "Het staat in je dagboek") == seen
        assert letters(story, "reply", LetterState.UNCERTAIN) == 1
        assert len(story.opened.views.own_notes(story.file().id, MONDAY.date())) == 1


async def test_an_edit_is_repeated_freely(tmp_path: Path) -> None:
    """Killed at the edit of the check-in's message: it is edited again, and there is one message."""
    async with mortal(tmp_path / "trede.db", restarting=False) as story:
        await welcome(story)
        await story.until("2026-11-30 16:30")
        before = len(texts(story))
        story.kill = EachCallOnce("after", "editMessageText")
        await sanne_taps(story, "7")
        await story.pass_to(story.telegram.clock.now + timedelta(seconds=10))
        assert "Wat gaf je vandaag energie" in story.sanne.last
        assert len(texts(story)) == before


# --- two processes on one file ---------------------------------------------------------------------------------------


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment for a process of its own, with a file in this folder and a Telegram that isn't there."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TREDE_")}
    return kept | {"TREDE_TOKEN": "42:x", "TREDE_API": "http://127.0.0.1:9", "TREDE_DB": str(tmp_path / "trede.db")}


async def test_a_second_run_on_the_same_file_refuses_with_one_clear_line(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    """It names the file, doesn't touch it, and ends with exit code 1."""
    with only_one(tmp_path / "trede.db"):
        second = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=ROOT, env=environment, stderr=asyncio.subprocess.PIPE
        )
        _, said = await second.communicate()
    assert second.returncode == 1
    assert len(said.decode().strip().splitlines()) == 1
    assert "another `trede run` works on trede.db" in said.decode()
    assert not (tmp_path / "trede.db").exists()


@asynccontextmanager
async def running(path: Path) -> AsyncIterator[tuple[App, server.Running, Settings]]:
    """A bot that runs as `trede run` does, in this process, over HTTP; on the clock of the computer."""
    local = await server.start(start=datetime.now(UTC), token=TOKEN)
    settings = Settings(token=TOKEN, api=f"http://127.0.0.1:{local.port}", database=path)
    opened: Opened = keyed.opened(path)
    app = App(opened, *bot_for(settings), SystemClock())
    await app.start()
    job = asyncio.create_task(app.run())
    try:
        yield app, local, settings
    finally:
        job.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await job
        await app.stop()
        opened.close()
        await local.stop()


async def until_true(what: Callable[[], bool]) -> None:
    """Wait for something that happens in another task; gives up after ten seconds."""
    for _ in range(500):
        if what():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never came")


async def test_a_stop_in_order_waits_for_letters_that_are_under_way(tmp_path: Path) -> None:
    """Stopped while Telegram is slow to answer: the letter is written down as sent, and isn't uncertain afterwards."""
    path = tmp_path / "trede.db"
    async with running(path) as (_app, local, _settings):
        piet = local.telegram.join(SANNE, "Piet")
        piet.send("hallo")
        await until_true(lambda: len(piet.screen) == 2)
        slow = local.telegram.call

        async def slowly(*call: Any, **more: Any) -> Any:
            reply = await slow(*call, **more)
            if call[0] == "sendMessage":
                await asyncio.sleep(0.3)
            return reply

        local.telegram.call = slowly  # type: ignore[method-assign]
        piet.send("ben je daar?")
        await until_true(lambda: len(piet.screen) == 4)
    with contextlib.closing(keyed.opened(path)) as opened:
        assert opened.views.tally().letters == {("reply", LetterState.SENT): 2}


async def test_a_coach_added_beside_a_running_bot_can_open_the_link_at_once(tmp_path: Path) -> None:
    """`trede coach add` in another process; the running bot knows the link and answers."""
    async with running(tmp_path / "trede.db") as (_app, local, settings):
        said = await asyncio.to_thread(shell.add_coach, settings, "Joost", "nl", "operator")
        joost = local.telegram.join(JOOST, "Joost")
        joost.open_link(said.split("start=")[1].split()[0])
        await until_true(lambda: any(bubble.from_bot for bubble in joost.screen))
        assert "Hoi Joost" in joost.screen[-1].text
        listed = await asyncio.to_thread(coaches.listed, settings)
        assert "Joost  in Telegram" in listed


async def test_a_command_beside_a_running_bot_leaves_its_journal_alone(tmp_path: Path) -> None:
    """After a look into a file in the bot's own process, another process opens and closes the database.

    SQLite's locks of the bot must hold: else the last to close takes the journal away, and what the bot keeps is lost.
    """
    path = tmp_path / "trede.db"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TREDE_")}
    environment |= {"TREDE_DB": str(path)}
    async with mortal(path, restarting=False) as story:
        await welcome(story)
        for n, words in enumerate((("coach", "list"), ("log", "Sanne"))):
            rows(story)
            command = (sys.executable, "-m", "bot", *words)
            quiet = asyncio.subprocess.DEVNULL
            beside = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environment, stdout=quiet)
            assert await beside.wait() == 0
            assert path.with_name("trede.db-wal").exists()
            await story.sanne.says(f"gewandeld {n}")
        await story.restart()
        notes = story.opened.views.own_notes(story.file().id, MONDAY.date())
        assert [note.text for note in notes] == ["gewandeld 0", "gewandeld 1"]
        assert story.opened.upkeep.verify() == ()


async def test_what_another_process_kept_is_noticed_and_sent(tmp_path: Path) -> None:
    """A letter and a changed file written beside the running bot: sent without anybody doing anything."""
    path = tmp_path / "trede.db"
    async with running(path) as (_app, local, settings):
        said = await asyncio.to_thread(shell.add_coach, settings, "Joost", "nl", "operator")
        joost, sanne = local.telegram.join(JOOST, "Joost"), local.telegram.join(SANNE, "Sanne")
        joost.open_link(said.split("start=")[1].split()[0])
        await until_true(lambda: len(joost.screen) == 2)
        for text in ("/uitnodigen", "Sanne"):
            before = len(joost.screen)
            joost.send(text)
            await until_true(lambda before=before: len(joost.screen) == before + 2)
        sanne.open_link(joost.screen[-1].text.split("start=")[1].split()[0])
        await until_true(lambda: len(sanne.screen) == 2)

        def beside() -> None:
            other = keyed.opened(path)
            try:
                client = next(file for file in other.views.files() if isinstance(file, Client))
                with other.batch():
                    Door(other).act(client.id, Asked(at=SystemClock().now(), what="help"), role="client")
            finally:
                other.close()

        await asyncio.to_thread(beside)
        await until_true(lambda: len(sanne.screen) == 3)
        assert await asyncio.to_thread(shell.verify, settings) == ""
