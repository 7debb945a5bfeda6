"""What people see while the store keeps nothing: one word, once, past the outbox; and the numbers if they need them.

What they sent stays unconfirmed with Telegram and comes in by itself when the store is back.
"""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from failing_disk import Disk, error_of, opened_on, put_in
from story import JOOST, SANNE, Phone, Story, on_stage
from test_safety_everywhere import DANGER, GROUP, is_block
from test_transcripts import welcome

from bot.__main__ import main
from bot.queue import MOST_TOGETHER
from dialogues import outage_texts
from dialogues.words import LANGUAGES, words
from simulator.faults import Fault
from state_machines.events import Noted
from storage.port import OUT, StoreBroken, StoreLost, StoreOut
from storage.sqlite.connection import Connection

Begin = Callable[[Disk, Path], Callable[[], None]]


def full(disk: Disk, _path: Path) -> Callable[[], None]:
    """Not a page more, by SQLite's own limit."""
    disk.room(0)
    return disk.heals


def read_only(disk: Disk, _path: Path) -> Callable[[], None]:
    """No write at all."""
    disk.read_only()
    return disk.heals


def at_commit(disk: Disk, _path: Path) -> Callable[[], None]:
    """An I/O error at each commit."""
    disk.strikes("SQLITE_IOERR", on="COMMIT")
    return disk.heals


def locked(disk: Disk, path: Path) -> Callable[[], None]:
    """Another program holds the file."""
    for connection in disk.connections:
        connection.run("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    return other.close


FAULTS = {"full": full, "read-only": read_only, "I/O error at commit": at_commit, "locked": locked}
#: Fills any page that was begun.
LONG = " ".join(str(n) for n in range(120))


@asynccontextmanager
async def working(path: Path, language: str = "nl") -> AsyncIterator[tuple[Story, Disk]]:
    """Sanne and Joost after the welcome, on a disk that works so far."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        disk = Disk()
        put_in(disk, monkeypatch)
        async with on_stage(language, opened=opened_on(path)) as story:
            await welcome(story)
            yield story, disk


async def out(story: Story, times: int = 3) -> None:
    """So many polls while the store is out."""
    for _ in range(times):
        with pytest.raises((StoreBroken, *OUT)):
            await story.stage.settle()
        await story.stage.app.gateway.settle()


def heard(story: Story, name: str, chat: int = SANNE, *languages: str) -> int:
    """How often a chat heard this text."""
    text = outage_texts.outage(name, [words(each) for each in languages or (story.language,)]).text
    return sum(row.text == text for row in story.telegram.ledger.after(0, chat))


def notes(story: Story) -> list[str]:
    """The client's diary."""
    return [event.text for event in story.opened.views.own_events(story.file().id) if isinstance(event, Noted)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fault", FAULTS)
async def test_each_who_writes_hears_once_that_it_waits_and_later_it_is_in(
    fault: str, language: str, tmp_path: Path
) -> None:
    """In their own language; two messages are one word; nothing is confirmed, then all of it is kept, in order."""
    async with working(tmp_path / "trede.db", language) as (story, disk):
        heal = FAULTS[fault](disk, tmp_path / "trede.db")
        texts = [f"{n} {LONG}".strip() for n in range(3)]
        for text in texts[:2]:
            story.sanne.person.send(text)
        story.joost.person.send("/help")
        await out(story)
        story.sanne.person.send(texts[2])
        await out(story)
        assert (heard(story, "waits"), heard(story, "waits", JOOST)) == (1, 1)
        assert len(story.telegram.world.updates.pending) == 4
        assert story.stage.app.outage.since is not None
        assert story.stage.app.outage.cause.startswith("SQLITE_")
        heal()
        await story.settle()
        assert notes(story) == texts
        assert story.telegram.world.updates.pending == []
        assert story.stage.app.outage.since is None
        assert (heard(story, "waits"), heard(story, "again")) == (1, 0)
        assert story.opened.upkeep.verify() == ()


async def test_in_danger_one_gets_the_numbers_and_nothing_else(tmp_path: Path) -> None:
    """The block comes once, no word about storing with it; when the store is back, the coach's signal comes too."""
    async with working(tmp_path / "trede.db") as (story, disk):
        story.sanne.person.send(LONG)
        heal = full(disk, tmp_path / "trede.db")
        await out(story)
        since = len(story.telegram.ledger)
        story.sanne.person.send(DANGER)
        await out(story)
        new = [row.text for row in story.telegram.ledger.after(since, SANNE) if row.what == "sent"]
        assert [is_block(story, text) for text in new] == [True]
        heal()
        since = len(story.telegram.ledger)
        await story.settle()
        assert any(row.what == "sent" for row in story.telegram.ledger.after(since, JOOST))


async def test_after_twenty_hours_one_is_asked_to_send_it_again_but_not_at_night(tmp_path: Path) -> None:
    """Telegram keeps it for a day. Sent at 10:00: twenty hours later it is night, so at 8:00."""
    async with working(tmp_path / "trede.db") as (story, disk):
        clock = story.telegram.clock
        clock.jump(clock.now + timedelta(hours=2))
        full(disk, tmp_path / "trede.db")
        story.sanne.person.send(LONG)
        for hour, times in ((0, 0), (19, 0), (20, 0), (21, 0), (22, 1), (23, 1)):
            clock.jump(max(clock.now, story_start(story) + timedelta(hours=2 + hour)))
            await out(story, 2)
            assert heard(story, "again") == times, hour
        assert heard(story, "waits") == 1


def story_start(story: Story) -> datetime:
    """Monday at eight."""
    return story.telegram.ledger.after(0)[0].at


async def test_who_cannot_be_looked_up_hears_it_in_each_language(tmp_path: Path) -> None:
    """The phone's language first; a file that can't be read is asked once and not for each."""
    async with working(tmp_path / "trede.db") as (story, disk):
        asked = []

        def unreadable(chat: int) -> None:
            asked.append(chat)
            raise StoreOut("the disk is gone")

        story.stage.app.outage._file_of = unreadable
        full(disk, tmp_path / "trede.db")
        story.sanne.person.send(LONG)
        story.joost.person.send("/clienten")
        await out(story)
        assert heard(story, "waits", SANNE, "nl", "en") == 1
        assert heard(story, "waits", JOOST, "nl", "en") == 1
        assert len(asked) == 1


async def test_a_stranger_hears_it_and_a_group_does_not(tmp_path: Path) -> None:
    """A stranger in their phone's language; in a group nobody's words wait for anything."""
    async with working(tmp_path / "trede.db") as (story, disk):
        full(disk, tmp_path / "trede.db")
        disk.read_only()
        Phone(story, story.telegram.join(103, "Piet", language_code="de")).person.send("hello")
        Phone(story, story.telegram.join(GROUP, "Sanne", kind="group", user_id=SANNE)).person.send("hallo")
        await out(story)
        assert heard(story, "waits", 103, "en") == 1
        assert [row for row in story.telegram.ledger.after(0, GROUP) if row.what == "sent"] == []


async def test_behind_the_hundredth_nobody_is_read_until_the_store_is_back(tmp_path: Path) -> None:
    """Telegram shows a hundred that aren't confirmed: those are read, and operators hear of the limit. Then the rest.

    The hundredth is danger and gets the numbers at once; so is the next, from somebody else, which waits.
    """
    async with working(tmp_path / "trede.db") as (story, disk):
        full(disk, tmp_path / "trede.db")
        other = Phone(story, story.telegram.join(103, "Piet"))
        for n in range(98):
            story.joost.person.send(f"{n} {LONG}")
        story.sanne.person.send("gewandeld")
        await out(story)
        outage = story.stage.app.outage
        assert (outage.hides, "isn't read" in outage.why) == (False, False)
        story.sanne.person.send(DANGER)
        other.person.send(DANGER)
        await out(story)

        def blocks(chat: int) -> int:
            return sum(is_block(story, row.text) for row in story.telegram.ledger.after(0, chat) if row.what == "sent")

        assert (heard(story, "waits", JOOST), blocks(SANNE), blocks(103)) == (1, 1, 0)
        assert (outage.hides, "isn't read" in outage.why) == (True, True)
        assert len(story.telegram.world.updates.pending) == 101, "nothing was confirmed to look further"
        disk.heals()
        await story.settle()
        assert blocks(103) == 1
        assert (outage.hides, outage.why) == (False, "")


async def test_a_store_that_fails_on_and_off_is_one_outage(tmp_path: Path) -> None:
    """Told once within the hour; after an hour that went well it is another outage."""
    async with working(tmp_path / "trede.db") as (story, disk):
        clock = story.telegram.clock
        for minutes, times in ((0, 1), (10, 1), (59, 1), (61, 2)):
            clock.jump(clock.now + timedelta(minutes=minutes))
            await story.settle()
            at_commit(disk, tmp_path)
            story.sanne.person.send("gewandeld")
            await out(story)
            assert heard(story, "waits") == times, minutes
            disk.heals()
            await story.settle()


async def test_a_word_that_did_not_arrive_is_said_at_the_next_try(tmp_path: Path) -> None:
    """Telegram fails as well for a while: told once in the end. Who blocked the bot isn't tried again."""
    async with working(tmp_path / "trede.db") as (story, disk):
        full(disk, tmp_path / "trede.db")
        story.telegram.faults.add(Fault(method="sendMessage", kind="502", chat_id=SANNE, times=2))
        story.sanne.person.send(LONG)
        await out(story, 5)
        assert heard(story, "waits") == 1


async def test_a_danger_whose_numbers_did_not_arrive_is_tried_again(tmp_path: Path) -> None:
    """The lane's connection breaks twice: the block comes at the third poll, once."""
    async with working(tmp_path / "trede.db") as (story, disk):
        full(disk, tmp_path / "trede.db")
        story.sanne.person.send(LONG)
        await out(story, 1)
        story.telegram.faults.add(Fault(method="sendMessage", kind="reset_before", chat_id=SANNE, times=2))
        story.sanne.person.send(DANGER)
        await out(story, 5)
        sent = [row for row in story.telegram.ledger.after(0, SANNE) if row.what == "sent"]
        assert sum(is_block(story, row.text) for row in sent) == 1


async def test_after_one_long_wait_for_a_lock_nobody_is_made_to_wait_again(tmp_path: Path) -> None:
    """A connection that waited in vain waits 50 ms from then on, and its full patience once it got through."""
    with closing(Connection(tmp_path / "trede.db")) as ours:
        ours.run("PRAGMA busy_timeout = 200")
        other = sqlite3.connect(tmp_path / "trede.db", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        for longest in (2.0, 0.15, 0.15):
            began = time.perf_counter()
            with suppress(*OUT), ours.batch():
                raise AssertionError("the lock is held")
            assert time.perf_counter() - began < longest
        assert ours.run("PRAGMA busy_timeout").fetchone()[0] == 50
        other.close()
        with ours.batch():
            pass
        assert ours.run("PRAGMA busy_timeout").fetchone()[0] == 5000


async def test_a_damaged_file_ends_the_bot_and_people_heard_it(tmp_path: Path) -> None:
    """SQLite says that the file itself is damaged: no trying again; what people sent stays with Telegram."""
    async with working(tmp_path / "trede.db") as (story, disk):
        disk.strikes("SQLITE_CORRUPT", on="COMMIT")
        story.sanne.person.send("gewandeld")
        with pytest.raises(StoreLost, match="Restore a backup"):
            await asyncio.wait_for(story.stage.app.gateway.run(), 5)
        await story.stage.app.gateway.settle()
        assert heard(story, "waits") == 1
        assert len(story.telegram.world.updates.pending) == 1
        disk.heals()


def test_the_bot_does_not_start_on_a_damaged_file(tmp_path: Path) -> None:
    """One clear line, and nothing was asked of Telegram."""
    path = tmp_path / "trede.db"
    closing(opened_on(path)).__exit__()
    path.write_bytes(path.read_bytes()[:-2048])
    done = CliRunner().invoke(
        main, ["run"], env={"TREDE_TOKEN": "42:x", "TREDE_DB": str(path), "TREDE_API": "http://127.0.0.1:9"}
    )
    assert done.exit_code == 1
    assert "damaged" in done.output
    assert "Traceback" not in done.output


# --- what else the store is needed for --------------------------------------------------------------------------------


async def test_what_waits_behind_a_batch_that_failed_fails_with_it(tmp_path: Path) -> None:
    """The disk has room again a moment later: the second hundred of messages must not overtake the first."""
    async with working(tmp_path / "trede.db") as (story, disk):
        queue, done = story.stage.app.queue, list[int]()

        def strike(statement: str) -> sqlite3.Error | None:
            disk.strike = lambda _statement: None  # the first commit alone
            return error_of("SQLITE_IOERR")

        disk.strikes("SQLITE_IOERR", on="COMMIT")
        jobs = [queue.soon(lambda n=n: done.append(n), quiet=True) for n in range(MOST_TOGETHER * 2)]
        disk.strike = strike
        assert {type(each) for each in await asyncio.gather(*jobs, return_exceptions=True)} == {StoreOut}
        assert max(done) < MOST_TOGETHER


async def test_a_second_message_does_not_overtake_a_first_that_failed(tmp_path: Path) -> None:
    """The disk refuses three commits, which is as often as one message is tried at once: the other isn't tried then."""
    async with working(tmp_path / "trede.db") as (story, disk):
        left = [3]

        def strike(statement: str) -> sqlite3.Error | None:
            left[0] -= statement == "COMMIT"
            return error_of("SQLITE_FULL") if statement == "COMMIT" and left[0] >= 0 else None

        disk.strike = strike
        story.sanne.person.send("eerst")
        story.sanne.person.send("dan")
        await out(story, 1)
        await story.settle()
        assert notes(story) == ["eerst", "dan"]


async def test_a_full_disk_is_not_over_because_it_can_be_read(tmp_path: Path) -> None:
    """Batches that only look go well all the while: health stays red until something was written."""
    async with working(tmp_path / "trede.db") as (story, disk):
        full(disk, tmp_path / "trede.db")
        story.sanne.person.send(LONG)
        await out(story, 1)
        assert await story.stage.app.ticker.next_due() is not None
        assert story.stage.app.outage.since is not None
        disk.heals()
        await story.settle()
        assert story.stage.app.outage.since is None


@pytest.mark.parametrize("fault", ["I/O error at commit", "read-only"])
async def test_a_prompt_that_is_due_comes_when_the_store_is_back(fault: str, tmp_path: Path) -> None:
    """At once and not a minute later, once; nobody is told, because nobody waits."""
    async with working(tmp_path / "trede.db") as (story, disk):
        await story.until("2026-11-30 16:29")
        heal, since = FAULTS[fault](disk, tmp_path / "trede.db"), len(story.telegram.ledger)
        story.telegram.clock.jump(story.telegram.clock.now + timedelta(minutes=1))
        await out(story)
        assert story.telegram.ledger.after(since) == []
        heal()
        await story.settle()
        shown = [row.text for row in story.telegram.ledger.after(since, SANNE) if row.what == "sent"]
        assert ["tijd voor je check-in" in text for text in shown] == [True]


async def test_that_somebody_cannot_be_reached_is_not_lost_with_the_store(tmp_path: Path) -> None:
    """Telegram says 403 while the store is out: when it is back, the person's file knows."""
    async with working(tmp_path / "trede.db") as (story, disk):
        await story.until("2026-11-30 16:29")
        story.telegram.faults.add(Fault(method="sendMessage", kind="403", chat_id=SANNE, times=50))
        reached = story.stage.app.post._unreachable

        async def while_out(*what: object) -> None:
            disk.strikes("SQLITE_FULL", on="COMMIT")
            try:
                await reached(*what)
            finally:
                story.stage.app.post._unreachable = reached
                disk.heals()

        story.stage.app.post._unreachable = while_out
        await story.until("2026-11-30 16:31")
        assert story.file().unreachable is not None


async def test_a_page_that_could_not_be_drawn_comes_when_the_store_is_back(tmp_path: Path) -> None:
    """The coach asked for the clients; a look has to be written down first, which the store refuses for a while."""
    async with working(tmp_path / "trede.db") as (story, _disk):
        looked, since = story.opened.views.clients_of, len(story.telegram.ledger)

        def refuses(*what: object) -> None:
            story.opened.views.clients_of = looked
            raise StoreOut("the disk is full")

        story.opened.views.clients_of = refuses
        story.joost.person.send("/clienten")
        await story.settle()
        await story.stage.advance_to(story.telegram.clock.now + timedelta(seconds=6))
        shown = [row.text for row in story.telegram.ledger.after(since, JOOST) if row.what in {"sent", "edited"}]
        assert any("Sanne" in text for text in shown)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_talks_from_a_chat_is_found_without_a_trace(language: str, tmp_path: Path) -> None:
    """In memory and in SQLite alike, and no look is written down."""
    for opened in (None, opened_on(tmp_path / "trede.db")):
        async with on_stage(language, opened=opened) as story:
            await welcome(story)
            views = story.opened.views
            assert views.file_of(SANNE) == story.file()
            assert views.file_of(JOOST) == story.file("coach")
            assert views.file_of(1) is None
            assert views.accesses(story.file().id) == ()


def test_the_words_are_short_and_name_the_numbers() -> None:
    """Each text in each language, and both below one another, with 112 and 113 in it."""
    for name in outage_texts.TEXTS:
        for spoken in (*((words(each),) for each in LANGUAGES), tuple(words(each) for each in LANGUAGES)):
            text = outage_texts.outage(name, spoken).text
            assert text.count("112") == len(spoken)
            assert "0800-0113" in text
            assert "!" not in text
            assert len(text) < 700
