"""What a checker needs: what people did and saw, from the local Telegram; what is kept, from a copy of the database.

Nothing of the bot is asked. A database is read with the store's own reading functions and with plain SELECTs.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from simulator.telegram import Telegram
from state_machines import events as e
from state_machines.decide import decide
from state_machines.effects import Wake
from state_machines.files import Client, File
from storage.codec import moment_of
from storage.open import SqliteStore
from storage.sqlite.connection import reading
from storage.sqlite.rows import Run, get_links, read_file
from storage.vault import Vault
from storage.views import LogRow, log_rows
from tests.keyed import copy_keys, opened, vault_of
from tests.kill.acts import Act, acts_of
from tests.kill.people import asked

LETTERS = "SELECT n, chat, coalesce(file, ''), kind, state, tries, message_id, hex(slot), below FROM outbox ORDER BY n"


#: The wakes of a file that wait: the moment of each.
Wakes = dict[tuple[str, str, int], datetime]


@dataclass(frozen=True, kw_only=True)
class Sight:
    """Something that appeared in a chat: by whom, which message, and the fingerprint of what was shown."""

    what: str
    message: int | None
    digest: str


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A row of the outbox."""

    n: int
    chat: int
    file: str
    kind: str
    state: str
    tries: int
    message: int | None
    slot: str
    below: bool


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What the database has of one file. `open`: the question that waits for an answer; `began`: rows before.

    `replayed`: the file is what its log comes to; `awake`: the wakes that wait are those that its log set.
    """

    file: str
    chat: int
    rows: tuple[LogRow, ...]
    began: int
    open: str = ""
    replayed: bool = True
    awake: bool = True

    @property
    def new(self) -> tuple[LogRow, ...]:
        """The rows since the campaign began."""
        return self.rows[self.began :]


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """Everything at one moment at which no turn is under way: no bot runs, or it rests."""

    acts: Mapping[int, tuple[Act, ...]]
    sights: Mapping[int, tuple[Sight, ...]]
    screens: Mapping[int, str]
    waiting: frozenset[int]
    seen: frozenset[int]
    kept: tuple[Kept, ...]
    letters: tuple[Letter, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Before:
    """The database as it was when the campaign began."""

    files: Mapping[str, "Began"]
    letters: int

    @classmethod
    def of(cls, path: Path) -> "Before":
        """Read from a database that no bot has seen yet."""
        with reading(path) as db:
            ids = [row[0] for row in db.execute("SELECT id FROM client UNION ALL SELECT id FROM professional")]
            counts = dict(db.execute("SELECT file, count(*) FROM log GROUP BY file").fetchall())
            newest = db.execute("SELECT coalesce(max(n), 0) FROM outbox").fetchone()[0]
            files = {one: kept.snapshot.file for one in ids if (kept := read_file(db.execute, vault_of(path), one))}
            wakes = {one: _wakes(db.execute, one) for one in ids}
        return cls({one: Began(file, counts.get(one, 0), wakes[one]) for one, file in files.items()}, newest)


@dataclass(frozen=True)
class Began:
    """One file of that time: what it was, how many rows its log had, and its wakes."""

    file: File
    rows: int
    wakes: Wakes


def gather(telegram: Telegram, copy: Path, before: Before, *, deep: bool = True) -> Evidence:
    """Read everything, of a copy of the database. `deep`: recompute every chain and every file too."""
    acts, sights = {}, {}
    for chat in telegram.world.chats:
        rows = telegram.ledger.after(0, chat)
        acts[chat] = acts_of(telegram, chat)
        sights[chat] = tuple(Sight(what=row.what, message=row.message_id, digest=row.digest) for row in rows)
    screens = {chat.id: asked(list(chat.bubbles.values()))[0] for chat in telegram.world.chats.values()}
    waiting = frozenset(update.update_id for update in telegram.world.updates.pending)
    return replace(kept_in(copy, before, deep=deep), acts=acts, sights=sights, screens=screens, waiting=waiting)


def gather_copy(telegram: Telegram, copy: Path, before: Before) -> Evidence:
    """The same of a backup: what wasn't handled when it was made may come later, and nothing is said of screens."""
    acts = {chat: acts_of(telegram, chat) for chat in telegram.world.chats}
    waiting = frozenset(act.update for some in acts.values() for act in some)
    return replace(kept_in(copy, before), acts=acts, waiting=waiting)


def copied_alive(path: Path, folder: Path) -> Path:
    """A copy of a database that a resting bot holds open, as of one moment."""
    with reading(path) as source, closing(sqlite3.connect(folder / "copy.db")) as target:
        source.backup(target)
    return copy_keys(path, folder / "copy.db")


def copied(path: Path, folder: Path) -> Path:
    """A copy of a database whose process is gone, with its journal: as the next start finds it."""
    for old in folder.glob("copy.db*"):
        old.unlink()
    for name in (path.name, f"{path.name}-wal"):
        if (path.parent / name).exists():
            shutil.copy(path.parent / name, folder / name.replace(path.name, "copy.db"))
    return copy_keys(path, folder / "copy.db")


def kept_in(path: Path, before: Before, *, deep: bool = True) -> Evidence:
    """What a database holds. Opening it finishes what SQLite began, so this is given a copy."""
    store: SqliteStore = opened(path, synchronous="OFF")
    try:
        faults = store.upkeep.verify() if deep else ()
    finally:
        store.close()
    vault = vault_of(path)
    with reading(path) as db:
        whole = db.execute("PRAGMA integrity_check").fetchone()[0] if deep else "ok"
        seen = frozenset(row[0] for row in db.execute("SELECT update_id FROM seen"))
        rows = db.execute(LETTERS).fetchall()
        kept = tuple(_kept(db.execute, vault, file, before.files[file], deep=deep) for file in before.files)
    letters = tuple(_letter(row) for row in rows if row[0] > before.letters)
    said = (*faults, *(() if whole == "ok" else (f"SQLite says: {whole}",)))
    return Evidence(
        acts={}, sights={}, screens={}, waiting=frozenset(), seen=seen, kept=kept, letters=letters, faults=said
    )


def _kept(run: Run, vault: Vault, id_: str, began: Began, *, deep: bool) -> Kept:
    found = read_file(run, vault, id_)
    assert found, f"{id_} is gone"
    now, rows = found.snapshot.file, tuple(log_rows(get_links(run, vault, "log", id_)))
    file, wakes = _replayed(began, rows) if deep else (now, _wakes(run, id_))
    day = now.day if isinstance(now, Client) else None
    open_ = day.at if day and day.state not in {"done", "resting"} else ""
    return Kept(
        file=id_,
        chat=now.chat or 0,
        rows=rows,
        began=began.rows,
        open=open_,
        replayed=file == now,
        awake=wakes == _wakes(run, id_),
    )


def _replayed(began: Began, rows: Sequence[LogRow]) -> tuple[File, Wakes]:
    """The file and its wakes, made again from where they were and what is in the log since."""
    file, wakes = began.file, dict(began.wakes)
    for row in rows[began.rows :]:
        assert row.event is not None
        if isinstance(row.event, e.Woke):
            wakes.pop((row.event.kind, row.event.day.isoformat(), row.event.number), None)
        decision = decide(file, row.event)
        file = decision.file
        for wake in (effect for effect in decision.effects if isinstance(effect, Wake)):
            key = (wake.kind, wake.day.isoformat(), wake.number)
            wakes.pop(key, None)
            if wake.at is not None:
                wakes[key] = wake.at
    return file, wakes


def _wakes(run: Run, file: str) -> Wakes:
    rows = run("SELECT kind, day, number, at FROM wake WHERE ended IS NULL AND file = ?", (file,)).fetchall()
    return {(kind, day, number): moment_of(at) for kind, day, number, at in rows}


def _letter(row: tuple[Any, ...]) -> Letter:
    names = ("n", "chat", "file", "kind", "state", "tries", "message", "slot", "below")
    return Letter(**dict(zip(names, row, strict=True)))


def acted(kept: Kept) -> Iterator[LogRow]:
    """The rows of what the client did since the campaign began."""
    return (row for row in kept.new if row.actor == "client")


def woken(kept: Kept) -> Iterator[tuple[str, ...]]:
    """Which wakes were answered, by their key."""
    for row in kept.new:
        if isinstance(row.event, e.Woke):
            yield row.event.kind, row.event.day.isoformat(), str(row.event.number)
