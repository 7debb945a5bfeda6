"""The post, round by round, with a store, a clock that is set by hand and a telephone line that answers at once."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from telegram.error import Forbidden, TimedOut

from bot.mail import Carried, Mail
from bot.pace import MOST
from bot.post import Post
from bot.queue import Queue
from dialogues.prompt import Message
from storage.open import open_sqlite
from storage.port import (
    MORNING,
    Claimed,
    Letter,
    LetterState,
    Settled,
    StoreBroken,
    StoreBusy,
    StoreLost,
    StoreOut,
    Turn,
)
from tests.storage.material import a_client, asked, keep

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


class Line:
    """Telegram, as the post sees it: every call is answered at once, or raises what it is told to."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.raises: Exception | None = None
        self.lane = self

    async def call(self, method: str, /, **values: Any) -> Any:
        self.calls.append((method, values))
        if self.raises:
            raise self.raises
        return {"message_id": 70 + len(self.calls)}


class Clock:
    """A clock that stands where it is put; who sleeps by it is woken when it is moved."""

    def __init__(self) -> None:
        self.at = NOON
        self.slept: list[datetime | None] = []

    def now(self) -> datetime:
        return self.at

    async def sleep_until(self, moment: datetime | None) -> None:
        self.slept.append(moment)
        await asyncio.Event().wait()


class Office:
    """A post with all that it needs; `says` is what is drawn, `tells` what Telegram's refusal was told to."""

    def __init__(self, path: Path) -> None:
        self.path, self.line, self.clock = path, Line(), Clock()
        self.store = open_sqlite(path, synchronous="OFF")
        self.queue = Queue(self.store)
        self.says: Message | Exception | None = Message(text="hoi")
        self.carried: Carried = Carried.SENT
        self.told: list[tuple[int, datetime]] = []
        self.cannot_tell: Exception | None = None
        self.post = Post(self.line, self.store, self.queue, self.clock, self.draw, self.tell, mail=self.carry)  # type: ignore[arg-type]

    async def draw(self, claimed: Claimed) -> Message | None:
        if isinstance(self.says, Exception):
            raise self.says
        return self.says

    async def tell(self, claimed: Claimed, at: datetime) -> None:
        if self.cannot_tell:
            raise self.cannot_tell
        self.told.append((claimed.n, at))

    async def carry(self, mail: Mail) -> Carried:
        return self.carried

    def keep(self, *letters: Letter) -> None:
        keep(self.store, Turn(at=self.clock.at, before=None, after=None, letters=letters))

    def rows(self, *columns: str) -> list[Any]:
        """What is kept of each letter, in order."""
        with sqlite3.connect(self.path) as beside:
            found = beside.execute(f"SELECT {', '.join(columns)} FROM outbox ORDER BY n").fetchall()
        beside.close()
        return [row[0] for row in found] if len(columns) == 1 else found


@asynccontextmanager
async def office(path: Path) -> AsyncIterator[Office]:
    made = Office(path / "trede.db")
    made.queue.start()
    try:
        yield made
    finally:
        await made.queue.stop()
        made.store.close()


def letter(chat: int = 1, kind: str = "reply", **more: Any) -> Letter:
    return Letter(**{"chat": chat, "file": None, "kind": kind, "body": '{"text":"hoi"}', "not_before": NOON} | more)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(UTC)


async def test_a_round_says_how_many_letters_it_moved(tmp_path: Path) -> None:
    """Taken and settled, of this round alone; a round in which nothing happened is none."""
    async with office(tmp_path) as it:
        it.keep(letter(1), letter(2), letter(3))
        assert await it.post.round() == 3
        assert it.post.busy
        await asyncio.sleep(0)
        it.keep(letter(4))
        assert await it.post.round() == 4
        assert await it.post.settle() == 1
        assert await it.post.round() == 0
        assert not it.post.busy
        assert it.rows("state") == ["sent"] * 4
        assert it.rows("message_id") == [71, 72, 73, 74]


async def test_what_is_drawn_as_nothing_expires_now(tmp_path: Path) -> None:
    """A summary on a quiet morning; an edit of what was never sent: each with its reason and its moment."""
    async with office(tmp_path) as it:
        it.says = None
        it.keep(letter(1))
        await it.post.settle()
        it.says = Message(text="hoi", only_edit=True)
        it.keep(letter(2))
        await it.post.settle()
        assert it.rows("state", "reason") == [("expired", "nothing to say"), ("expired", "nothing to edit")]
        assert [moment(at) for at in it.rows("settled")] == [NOON, NOON]
        assert it.line.calls == []


async def test_an_edit_is_made_where_its_message_is(tmp_path: Path) -> None:
    """The second letter of a slot changes the first one's message, and that stays its number."""
    async with office(tmp_path) as it:
        it.keep(letter(1, slot="day"))
        await it.post.settle()
        it.says = Message(text="dag", only_edit=True)
        it.keep(letter(1, slot="day"))
        await it.post.settle()
        assert [method for method, _ in it.line.calls] == ["sendMessage", "editMessageText"]
        assert it.line.calls[1][1]["message_id"] == 71
        assert it.rows("state", "message_id") == [("sent", 71), ("sent", 71)]


@pytest.mark.parametrize(
    "error", [StoreBusy("x"), StoreOut("x"), StoreLost("x")], ids=lambda error: type(error).__name__
)
async def test_while_what_it_says_cannot_be_read_a_letter_waits(tmp_path: Path, error: Exception) -> None:
    """Five seconds, and it is neither lost nor sent."""
    async with office(tmp_path) as it:
        it.says = error
        it.keep(letter(1))
        await it.post.settle()
        assert it.rows("state", "reason") == [("due", "the store was out")]
        assert [moment(at) for at in it.rows("not_before")] == [NOON + 5 * SECOND]
        assert it.post.next == NOON + 5 * SECOND
        it.says = Message(text="hoi")
        it.clock.at = NOON + 5 * SECOND
        await it.post.settle()
        assert it.rows("state") == ["sent"]


async def test_a_letter_on_which_the_program_breaks_fails_and_names_the_defect(tmp_path: Path) -> None:
    """Its kind of error and no words; the others go on."""
    async with office(tmp_path) as it:
        it.says = ValueError("secret words")
        it.keep(letter(1))
        await it.post.settle()
        it.says = Message(text="hoi")
        it.keep(letter(2))
        await it.post.settle()
        assert it.rows("state", "reason") == [("failed", "defect: ValueError"), ("sent", "")]
        assert [moment(at) for at in it.rows("settled")] == [NOON, NOON]


async def test_that_somebody_cannot_be_reached_is_told_before_the_letter_ends(tmp_path: Path) -> None:
    """With the moment; a refusal of another kind is told nobody."""
    async with office(tmp_path) as it:
        it.line.raises = Forbidden("blocked")
        it.keep(letter(1))
        await it.post.settle()
        it.says = ValueError("x")
        it.keep(letter(2))
        await it.post.settle()
        assert it.told == [(1, NOON)]
        assert it.rows("state", "reason") == [("failed", "unreachable"), ("failed", "defect: ValueError")]


async def test_what_cannot_be_told_now_is_told_when_the_letter_goes_once_more(tmp_path: Path) -> None:
    """The store was out just then: five seconds later the same refusal is told."""
    async with office(tmp_path) as it:
        it.line.raises, it.cannot_tell = Forbidden("blocked"), StoreBusy("x")
        it.keep(letter(1))
        await it.post.settle()
        assert (it.rows("state", "reason"), it.told) == ([("due", "the store was out")], [])
        it.cannot_tell = None
        it.clock.at = NOON + 5 * SECOND
        await it.post.settle()
        assert (it.rows("state"), it.told) == (["failed"], [(1, NOON + 5 * SECOND)])


async def test_no_answer_to_an_edit_repeats_it_and_no_answer_to_a_reply_does_not(tmp_path: Path) -> None:
    """An edit that came twice is one edit."""
    async with office(tmp_path) as it:
        it.keep(letter(1, slot="day"))
        await it.post.settle()
        it.line.raises = TimedOut()
        it.keep(letter(1, slot="day"), letter(2))
        await it.post.settle()
        assert it.rows("state", "reason")[1:] == [("due", "no answer to an edit"), ("uncertain", "no answer")]


async def test_letters_that_were_being_sent_when_the_program_ended(tmp_path: Path) -> None:
    """A question comes again after a minute, an edit after a second, a mail as its class says; a reply is uncertain."""
    async with office(tmp_path) as it:
        it.keep(letter(9, slot="day"))
        await it.post.settle()
        body = Mail(mail="a@b.example", subject="s", text="t").to_json()
        it.keep(letter(1, kind="question"), letter(9, slot="day"), letter(2, kind="alert", body=body), letter(3))
        with it.store.batch():
            assert len(it.store.claim(NOON).letters) == 4
        await it.post.recover(it.store.upkeep.unsettled())
        assert it.rows("state", "reason")[1:] == [
            ("due", "no answer"), ("due", "no answer to an edit"), ("due", "no answer"), ("uncertain", "no answer"),
        ]  # fmt: skip
        found = [moment(at) for at in it.rows("not_before")[1:4]]
        assert found == [NOON + MINUTE, NOON + SECOND, NOON + MINUTE]
        assert [moment(at) for at in it.rows("settled")[4:]] == [NOON]
        assert it.rows("unsure")[1:4] == [1, 0, 1]
        await it.post.recover(())


async def test_what_people_wait_for_goes_at_once_and_what_the_bot_begins_at_its_pace(tmp_path: Path) -> None:
    """The rest waits until there is room again, or for something that is due sooner."""
    async with office(tmp_path) as it:
        it.keep(*(letter(chat, kind="prompt") for chat in range(1, 31)), *(letter(chat) for chat in range(31, 41)))
        await it.post.settle()
        assert it.rows("state")[30:] == ["sent"] * 10
        assert it.rows("state").count("sent") == 10 + MOST
        again = it.post.next
        assert again is not None
        assert NOON < again <= NOON + SECOND
        sooner = NOON + (again - NOON) / 2
        it.keep(letter(50, not_before=sooner))
        await it.post.round()
        assert it.post.next == sooner
        while it.post.next is not None:
            it.clock.at = it.post.next
            await it.post.settle()
        assert it.rows("state") == ["sent"] * 41
        assert NOON + SECOND < it.clock.at < NOON + 2 * SECOND


async def test_a_letter_that_is_late_at_night_waits_for_the_morning(tmp_path: Path) -> None:
    """By day it goes, late or not; an edit of what stands there already disturbs nobody, and goes too (R39)."""
    async with office(tmp_path) as it:
        keep(it.store, Turn(at=NOON, before=None, after=a_client(), record=asked("start")))
        it.keep(letter(1, file="c-jan", slot="day"))
        await it.post.settle()
        it.keep(letter(1, file="c-jan", slot="day"), letter(2, file="c-jan"))
        it.clock.at = NIGHT
        await it.post.settle()
        assert it.rows("state") == ["sent", "sent", "due"]
        assert moment(it.rows("not_before")[2]) == datetime(2026, 12, 1, 7, 0, tzinfo=UTC)
        assert it.rows("reason")[2] == MORNING
        it.clock.at = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)
        await it.post.settle()
        assert it.rows("state") == ["sent"] * 3


async def test_the_post_sleeps_to_the_next_letter_and_wakes_when_one_comes_back(tmp_path: Path) -> None:
    """It takes what is due, waits for the next moment, and writes down what came back without being asked."""
    async with office(tmp_path) as it:
        it.keep(letter(1), letter(2, not_before=NOON + MINUTE))
        running = asyncio.create_task(it.post.run())
        for _ in range(200):
            await asyncio.sleep(0.005)
            if it.rows("state") == ["sent", "due"] and it.clock.slept:
                break
        looked, claim = list[datetime](), it.store.claim
        it.store.claim = lambda now, **more: looked.append(now) or claim(now, **more)  # type: ignore[method-assign, func-returns-value]
        await asyncio.sleep(0.1)
        running.cancel()
        await asyncio.wait({running}, timeout=2)
        assert looked == []  # it sleeps, and doesn't turn round and round
        assert it.rows("state") == ["sent", "due"]
        assert set(it.clock.slept) == {NOON + MINUTE}


async def test_after_a_stop_nothing_is_taken_and_what_came_back_is_written_down(tmp_path: Path) -> None:
    """Few letters are uncertain after a stop in order; those that are due wait for the next start."""
    async with office(tmp_path) as it:
        it.keep(letter(1))
        await it.post.round()
        it.keep(letter(2))
        await it.post.finish()
        assert it.rows("state") == ["sent", "due"]
        assert it.post.next is None


@pytest.mark.parametrize("error", [StoreBusy("x"), StoreBroken("x")], ids=lambda error: type(error).__name__)
async def test_a_stop_is_not_held_up_by_a_store_that_is_out(tmp_path: Path, error: Exception) -> None:
    """What came back is then written down after the next start, as what was being sent."""
    async with office(tmp_path) as it:
        it.keep(letter(1))
        await it.post.round()
        settle = it.store.settle

        def out(results: list[Settled]) -> None:
            raise error

        it.store.settle = out  # type: ignore[method-assign, assignment]
        await it.post.finish()
        it.store.settle = settle  # type: ignore[method-assign]
        assert it.rows("state") == [LetterState.SENDING.value]


async def test_what_came_back_while_a_batch_failed_is_written_down_with_the_next(tmp_path: Path) -> None:
    """Nothing is settled twice and nothing is forgotten; it says that there is something to write down."""
    async with office(tmp_path) as it:
        it.keep(letter(1))
        await it.post.round()
        await asyncio.sleep(0.01)
        settle, calls = it.store.settle, list[int]()

        def once(results: list[Settled]) -> None:
            calls.append(len(results))
            if len(calls) == 1:
                raise StoreBusy("x")
            settle(results)

        it.store.settle = once  # type: ignore[method-assign, assignment]
        with pytest.raises(StoreBusy):
            await it.post.round()
        assert (it.post.wrote, it.post.busy) == (True, True)
        assert await it.post.round() == 1
        assert (calls, it.rows("state")) == ([1, 1], ["sent"])
        assert not it.post.busy
        await it.post.round()
        assert not it.post.wrote


async def test_a_quiet_batch_of_somebody_else_takes_no_letter(tmp_path: Path) -> None:
    """It only looked; a batch that kept something takes what is due along."""
    async with office(tmp_path) as it:
        it.keep(letter(1))
        await it.queue.do(lambda: None, quiet=True)
        assert (it.rows("state"), it.post.wrote) == (["due"], False)
        await it.queue.do(lambda: None)
        assert it.post.wrote
        assert it.rows("state") == ["sending"]
        await it.post.settle()


async def test_alerts_and_safety_text_have_a_line_of_their_own(tmp_path: Path) -> None:
    """However full the other is (R22)."""
    async with office(tmp_path) as it:
        it.line.lane = Line()
        post = Post(it.line, it.store, it.queue, it.clock, it.draw, it.tell, mail=it.carry)  # type: ignore[arg-type]
        it.keep(letter(1, kind="safety"), letter(2, kind="alert"), letter(3), letter(4, kind="prompt"))
        await post.settle()
        assert [values["chat_id"] for _, values in it.line.lane.calls] == [1, 2]
        assert [values["chat_id"] for _, values in it.line.calls] == [3, 4]


async def test_a_mail_goes_by_mail(tmp_path: Path) -> None:
    """And not to a chat; what becomes of it is written down as of any letter."""
    async with office(tmp_path) as it:
        body = Mail(mail="a@b.example", subject="s", text="t").to_json()
        it.keep(letter(1, kind="alert", body=body))
        await it.post.settle()
        it.carried = Carried.NOT_SET_UP
        it.keep(letter(2, kind="alert", body=body))
        await it.post.settle()
        assert it.line.calls == []
        assert it.rows("state", "reason") == [("sent", ""), ("failed", "mail can't be sent: see TREDE_MAIL")]
        assert it.told == [(2, NOON)]
