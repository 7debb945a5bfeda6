"""What a run left: the ledger of the local Telegram, and the database by plain SELECTs. Nothing of the bot is asked."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from simulator.checker import Facts, Kept
from simulator.ledger import Seen

LETTERS = "SELECT n, chat, kind, state, message_id FROM outbox ORDER BY n"


@dataclass(frozen=True, kw_only=True)
class End:
    """One end of a bot: when, where, when the next one started, and the letters that were being sent: number, chat,
    class. `since`: from when on nobody was heard; before this end when the bot ended at the moment of its start."""

    at: datetime
    since: datetime
    up: datetime
    place: str
    orphans: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A row of the outbox. `message`: the message that it is in its chat, as far as was heard."""

    n: int
    chat: int
    kind: str
    state: str
    message: int | None


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One run: the ledger, the database as it was left, the ends, and what is known of people and plans.

    `seen`: updates that were handled; `waiting`: those that still lie at Telegram. `erased`: when a file was erased,
    and with it all letters that its person had had until then. `done`: what stands in the logs of employees as done by
    themselves: chat, moment, class of the event.
    """

    rows: Sequence[Seen]
    letters: Sequence[Letter]
    seen: frozenset[int]
    erased: Sequence[datetime]
    waiting: frozenset[int]
    ends: Sequence[End]
    people: Sequence[Facts]
    kept: Kept
    done: Sequence[tuple[int, datetime, str]]


def letters_of(path: Path) -> tuple[list[Letter], frozenset[int], list[datetime]]:
    """The outbox, the updates that were handled, and when files were erased."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute(LETTERS).fetchall()
        seen = frozenset(n for (n,) in database.execute("SELECT update_id FROM seen"))
        erased = [datetime.fromisoformat(at) for (at,) in database.execute("SELECT at FROM erasing")]
    found = [Letter(n=n, chat=chat, kind=kind, state=state, message=message) for n, chat, kind, state, message in rows]
    return found, seen, erased
