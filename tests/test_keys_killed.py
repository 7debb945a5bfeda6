"""An erasure or a rotation that is killed at any statement, of the database or the key store, is finished later."""

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

import pytest

from bot import clearing, crash, erased, keeping, shell
from bot.settings import Settings
from bot.turn import Door
from state_machines.events import RightsChosen
from state_machines.files import Client, Professional
from storage import codec
from storage.open import SqliteStore
from storage.port import LetterState, Settled
from storage.sqlite import backup, resealing
from storage.sqlite.connection import reading
from storage.sqlite.rows import get_links
from storage.upkeep import PUT_BACK
from tests import keyed
from tests.bench.prepare import COACH, FIRST_CHAT, People

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
GONE, STAYS = f"c-{FIRST_CHAT}", f"c-{FIRST_CHAT + 1}"
NAME = f"Sanne{FIRST_CHAT}"
SAMPLE, ALL = 2, 50
OWNED = ("log", "plan", "access", "consent", "agreement", "wake", "outbox", "person", "invite")

Work = Callable[[Path], object]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two clients of one coach, of which one is to be erased, sealed with keys."""
    path = tmp_path_factory.mktemp("whole") / "trede.db"
    with closing(keyed.opened(path, synchronous="OFF")) as opened:
        people = People(opened, NOON)
        with opened.batch():
            people.coach()
            for chat in (FIRST_CHAT, FIRST_CHAT + 1):
                people.client(chat)
                people.deliver()
                list(people.checkin(chat))
    return path


def copied(whole: Path, folder: Path) -> Path:
    """A database of its own for one killing, with its keys."""
    folder.mkdir()
    return keyed.copy_keys(whole, Path(shutil.copy(whole, folder / "trede.db")))


def killed(work: Work, path: Path, *, statement: int = 0, place: str = "") -> int:
    """Do it in a process that dies at this statement, or this place of `bot.crash`; how many statements there were."""
    told = path.with_name("statements")
    if (child := os.fork()) == 0:
        done = count(1)

        def tick(_: object) -> None:
            if next(done) == statement:
                os.kill(os.getpid(), signal.SIGKILL)

        def here(at: str) -> None:
            if at == place:
                os.kill(os.getpid(), signal.SIGKILL)

        real = sqlite3.connect

        def connect(*given: object, **more: object) -> sqlite3.Connection:
            made = real(*given, **more)  # type: ignore[call-overload]
            made.set_trace_callback(tick)
            return made  # type: ignore[no-any-return]

        crash.here, sqlite3.connect = here, connect  # in this process alone, which is about to end
        try:
            work(path)
        finally:
            told.write_text(str(next(done) - 1))
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert bool(statement or place) == os.WIFSIGNALED(status), "it died where it was to die"
    return int(told.read_text()) if told.exists() else 0


def moments(total: int, many: int) -> Iterator[int]:
    """So many statements of all, the same ones each time."""
    return iter(sorted(Random(6).sample(range(1, total + 1), min(many, total))))


# --- erasing --------------------------------------------------------------------------------------------------------


def erase(path: Path) -> None:
    """As `trede forget` does."""
    with closing(keyed.opened(path, passing=lambda at: crash.here(at))) as opened:
        with opened.batch():
            client = opened.load(GONE)
            assert isinstance(client, Client)
            shell.erase(opened, client, NOON, "test")
        opened.resume_erasures()


def all_is_gone(path: Path) -> None:
    """After the next start: no row, no key, no name at the coach's desk; the other client is as they were."""
    with closing(keyed.opened(path)) as opened:
        erased.tell_desks(opened, NOON)
        store = opened.connection.vault.store
        assert store
        assert [(line.file, line.names) for line in store.ledger()] == [(GONE, None)]
        assert store.key(GONE, 1) is None
        assert opened.upkeep.verify() == ()
        names = {file.id: file for file in opened.views.files()}
        assert set(names) == {COACH, STAYS}
        desk = names[COACH]
        assert isinstance(desk, Professional)
        assert [card.client for card in desk.clients] == [STAYS]
        no_name_is_left(opened)


def no_name_is_left(opened: SqliteStore) -> None:
    """Of what can still be opened nothing names the client; what waits to be sent loses its words when it is sent."""
    with reading(opened.connection.path) as db:
        for table in OWNED:
            assert db.execute(f"SELECT count(*) FROM {table} WHERE file = ?", (GONE,)).fetchone()[0] == 0, table
        log = [row.payload or b"" for row in get_links(db.execute, opened.connection.vault, "log", COACH)]
    assert not [payload for payload in log if NAME.encode() in payload or codec.to_json(GONE) in payload]


def erased_at(whole: Path, folder: Path, **where: object) -> None:
    """Killed there, the next start finishes it; if nothing was destroyed yet, it simply hasn't been asked for."""
    path = copied(whole, folder)
    killed(erase, path, **where)  # type: ignore[arg-type]
    with closing(keyed.opened(path)) as opened, opened.batch():
        begun = GONE in opened.erased()
        assert (opened.load(GONE) is None) == begun, "all of it or nothing"
    if not begun:
        erase(path)
    all_is_gone(path)


@pytest.mark.parametrize("place", ["erase-rows", "erase-key", "erase-commit", "erase-rewritten"])
def test_an_erasure_killed_between_its_steps_is_finished_at_the_next_start(
    whole: Path, tmp_path: Path, place: str
) -> None:
    """Once the key is destroyed nothing brings the file back; before, nothing of it is lost."""
    erased_at(whole, tmp_path / "at", place=place)


def tap(path: Path) -> None:
    """The second tap of /erase in the client's own chat, as the door takes it."""
    with closing(keyed.opened(path, passing=lambda at: crash.here(at))) as opened, opened.batch():
        sure = RightsChosen(at=NOON, choice="sure", day=NOON.date())
        Door(opened).act(GONE, sure, role="client")


def waiting(path: Path) -> list[tuple[str, bool]]:
    """What waits for the chat of who was erased, after a start: numbers to delete there, and the last message."""
    with closing(keyed.opened(path)) as opened:
        erased.tell_desks(opened, NOON)
        found, at = [], NOON + timedelta(seconds=1)
        with opened.batch():
            while letters := opened.claim(at).letters:
                found += [(c.letter.body, c.letter.once) for c in letters if c.letter.chat == FIRST_CHAT]
                opened.settle([Settled(n=c.n, state=LetterState.SENT, at=at, message_id=None) for c in letters])
        return found


@pytest.mark.parametrize("place", ["erase-key", "erase-commit"])
def test_an_erasure_that_is_killed_still_clears_the_chat_and_says_so_once(
    whole: Path, tmp_path: Path, place: str
) -> None:
    """The turn that said it was undone with the kill, and who taps again is a stranger by then."""
    calm = copied(whole, tmp_path / "calm")
    tap(calm)
    expected = waiting(calm)
    assert [clearing.is_clearing(body) for body, _ in expected] == [True, False]
    path = copied(whole, tmp_path / "killed")
    killed(tap, path, place=place)
    assert waiting(path) == expected
    assert waiting(path) == []
    all_is_gone(path)


def test_an_erasure_killed_at_any_statement_is_finished_at_the_next_start(whole: Path, tmp_path: Path) -> None:
    """Statements of the database and of the key store, of which the long campaign takes fifty."""
    killed_at_many(erase, erased_at, whole, tmp_path, SAMPLE)


@pytest.mark.long
def test_an_erasure_killed_at_fifty_statements_is_finished_at_the_next_start(whole: Path, tmp_path: Path) -> None:
    """The same at length."""
    killed_at_many(erase, erased_at, whole, tmp_path, ALL)


def killed_at_many(work: Work, at: Callable[..., None], whole: Path, folder: Path, many: int) -> None:
    """At so many statements of all that there are."""
    total = killed(work, copied(whole, folder / "count"))
    for statement in moments(total, many):
        at(whole, folder / str(statement), statement=statement)


def test_a_backup_from_before_an_erasure_holds_nothing_that_opens_and_sends_nothing(
    whole: Path, tmp_path: Path
) -> None:
    """The ledger of the keys is replayed before anything else, by a restore and by simply starting on the copy."""
    path, at = copied(whole, tmp_path / "live"), tmp_path / "copy.db"
    backup.back_up(path, at)
    erase(path)
    for end in (".kek", ".keys"):
        shutil.copy(f"{path}{end}", tmp_path / f"copy.db{end}")
    all_is_gone(at)  # which starts on a copy that somebody put in place by hand
    backup.back_up(copied(whole, tmp_path / "again"), tmp_path / "other.db")
    keys = keyed.keys_beside(path)
    backup.restore(
        tmp_path / "other.db", tmp_path / "back.db", NOON, keys=keys, amend=lambda store: erased.tell_desks(store, NOON)
    )
    keyed.copy_keys(path, tmp_path / "back.db")
    all_is_gone(tmp_path / "back.db")
    with closing(keyed.opened(tmp_path / "back.db")) as opened, opened.batch():
        assert not [c for c in opened.claim(NOON).letters if NAME in c.letter.body]
        assert opened.upkeep.polled() == PUT_BACK


# --- rotating -------------------------------------------------------------------------------------------------------


def rotate(path: Path) -> None:
    """As `trede keys rotate` does."""
    keeping.rotate(Settings(database=path))


def rotated_at(whole: Path, folder: Path, **where: object) -> None:
    """Killed there, everything opens at the next start, which finishes it; and it can be done again."""
    path = copied(whole, folder)
    killed(rotate, path, **where)  # type: ignore[arg-type]
    all_is_sealed_anew(path)
    rotate(path)
    all_is_sealed_anew(path)


def all_is_sealed_anew(path: Path) -> None:
    """Every payload opens, all under the newest keys; no row or chain changed."""
    with closing(keyed.opened(path)) as opened:
        assert opened.upkeep.verify() == ()
        assert {file.id for file in opened.views.files()} == {COACH, GONE, STAYS}
        store = opened.connection.vault.store
        assert store
        assert (store.standing().behind, resealing.count_old(path, store.standing().version)) == ("", 0)
    assert not path.with_name("trede.db.kek.new").exists() or store.standing()


@pytest.mark.parametrize("place", ["rotate-kek", "rotate-keys", "rotate-placed", "reseal-era", "reseal-rows"])
def test_a_rotation_killed_between_its_steps_is_finished_at_the_next_start(
    whole: Path, tmp_path: Path, place: str
) -> None:
    """Whichever key-encryption key has its name by then, the one that fits is found."""
    rotated_at(whole, tmp_path / "at", place=place)


def test_a_rotation_killed_at_any_statement_is_finished_at_the_next_start(whole: Path, tmp_path: Path) -> None:
    """Statements of the database and of the key store, of which the long campaign takes fifty."""
    killed_at_many(rotate, rotated_at, whole, tmp_path, SAMPLE)


@pytest.mark.long
def test_a_rotation_killed_at_fifty_statements_is_finished_at_the_next_start(whole: Path, tmp_path: Path) -> None:
    """The same at length."""
    killed_at_many(rotate, rotated_at, whole, tmp_path, ALL)
