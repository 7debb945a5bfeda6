"""The outbox: letters wait, are taken by the post, and what became of them is written down."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import blake2b
from operator import itemgetter
from typing import Any

from state_machines.effects import BEGUN_BY_BOT, LANE, Span
from storage import codec
from storage.codec import moment_of, moment_text
from storage.links import Enclosed
from storage.port import HOLD_NOBODY, MORNING, NO_ANSWER, Claimed, Claims, Letter, LetterState, Settled, StoreBroken
from storage.sqlite.connection import Connection
from storage.upkeep import LONG_AGO

EMPTIED = "body = CASE WHEN once THEN NULL ELSE body END"
NEXT = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'outbox'), 0) + 1"
PUT = (
    "INSERT INTO outbox (n, chat, file, kind, slot, below, once, body, not_before, expires, state) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'due')"
)
#: By chat: a slot has many settled letters, a chat few that wait (`+` keeps SQLite from the index by slot).
WAITING = "SELECT n, below FROM outbox WHERE settled IS NULL AND chat = ? AND +slot = ? AND state = 'due'"
REPLACE = f"UPDATE outbox SET state = 'replaced', settled = ?, {EMPTIED} WHERE n = ?"
EXPIRE = (
    f"UPDATE outbox SET state = 'expired', reason = 'too late', settled = ?1, {EMPTIED} "
    "WHERE state = 'due' AND expires IS NOT NULL AND expires <= ?1"
)
#: The message that a letter's slot now is.
MESSAGE = (
    "SELECT message_id FROM outbox AS older WHERE older.slot = mine.slot AND message_id IS NOT NULL "
    "ORDER BY older.n DESC LIMIT 1"
)
COLUMNS = f"n, chat, file, kind, below, once, body, not_before, expires, tries, unsure, ({MESSAGE})"
KIND = COLUMNS.split(", ").index("kind")
#: A letter that holds its chat: not one that waits by its own wish, nor one of which nobody knows.
HOLDS = f"(other.not_before <= ?1 OR (other.tries > 0 AND other.reason NOT IN {HOLD_NOBODY}))"
IN_LANE = f"kind IN ({', '.join(repr(str(kind)) for kind in LANE)})"
AHEAD = "(other.kind = 'safety' AND mine.kind = 'alert' OR (other.kind = mine.kind AND other.n < mine.n))"
#: Safety first, then alerts: in the words and the order of their index.
URGENT = (
    f"SELECT {COLUMNS} FROM outbox AS mine WHERE state = 'due' AND {IN_LANE} AND +not_before <= ?1 "
    "AND NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.settled IS NULL AND other.chat = mine.chat "
    f"AND other.{IN_LANE} AND {AHEAD} AND (other.state = 'sending' OR {HOLDS})) "
    "ORDER BY kind = 'alert', not_before, n LIMIT ?2"
)
ORDINARY = (
    f"SELECT {COLUMNS} FROM outbox AS mine WHERE state = 'due' AND NOT {IN_LANE} AND not_before <= ?1 "
    "AND NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.settled IS NULL AND other.chat = mine.chat "
    f"AND (other.state = 'sending' OR ((other.n < mine.n OR other.{IN_LANE}) AND {HOLDS}))) "
    "ORDER BY not_before, n LIMIT ?2"
)
IS_BEGUN = f"kind IN ({', '.join(repr(str(kind)) for kind in sorted(BEGUN_BY_BOT))})"
#: When many wait that the bot begins: what people wait for goes first. The last column: nobody waits for this one.
PACED = ORDINARY.replace(
    f"SELECT {COLUMNS} FROM",
    f"SELECT {COLUMNS}, {IS_BEGUN} AND NOT EXISTS (SELECT 1 FROM outbox AS behind WHERE behind.settled IS NULL "
    "AND behind.chat = mine.chat AND behind.n > mine.n AND behind.state = 'due' AND behind.not_before <= ?1 "
    f"AND NOT behind.{IN_LANE} AND NOT behind.{IS_BEGUN}) AS idle FROM",
).replace("ORDER BY not_before", "ORDER BY idle, not_before")
LATER = "SELECT min(not_before) FROM outbox WHERE state = 'due' AND not_before > ?"
TAKE = "UPDATE outbox SET state = 'sending', tries = tries + 1, sent = ? WHERE n IN (SELECT value FROM json_each(?))"
SENDING = f"SELECT {COLUMNS} FROM outbox AS mine WHERE settled IS NULL AND state = 'sending' ORDER BY chat, n"
YOUNGER = "SELECT n FROM outbox WHERE slot = ? AND n > ? AND state = 'due' ORDER BY n DESC LIMIT 1"
#: When it was to go at first is kept for the delivery log.
PUT_OFF = "planned = coalesce(planned, not_before)"
AGAIN = (
    f"UPDATE outbox SET state = 'due', {PUT_OFF}, not_before = coalesce(?1, not_before), "
    "message_id = coalesce(?2, message_id), "
    f"reason = ?3, unsure = unsure + (?3 = '{NO_ANSWER}'), tried = ?4 WHERE n = ?5"
)
#: A younger letter of the slot waits as long as the older one would have.
INHERIT = (
    "UPDATE outbox SET below = max(below, ?1), tried = CASE WHEN not_before < ?2 THEN ?3 ELSE tried END, "
    f"{PUT_OFF}, not_before = max(not_before, ?2) WHERE n = ?4"
)
#: By this clock they were tried in the future: it was set back since.
AHEAD_OF_CLOCK = "SELECT n, not_before, tried, reason FROM outbox WHERE settled IS NULL AND state = 'due' AND tried > ?"
NEARER = "UPDATE outbox SET not_before = ?, tried = ? WHERE n = ?"  # `planned` is set: each of them was put off
END = (
    f"UPDATE outbox SET state = ?, settled = ?, message_id = coalesce(?, message_id), reason = ?, {EMPTIED} "
    "WHERE n = ? AND state = 'sending'"
)
LEAVE = "DELETE FROM outbox WHERE n = ? AND settled IS NOT NULL"
DAMAGED = f"UPDATE outbox SET state = 'failed', settled = ?, reason = 'damaged', {EMPTIED} WHERE n = ?"
HUSH = (
    f"UPDATE outbox SET state = 'expired', reason = 'not wanted any more', settled = ?, {EMPTIED} "
    "WHERE settled IS NULL AND state = 'due' AND file = ? AND kind = ?"
)

#: By its own wish, or begun by the bot and tried again: what answers a person is tried again at any hour.
SLEEP = (
    "UPDATE outbox SET not_before = ?, tried = NULL WHERE settled IS NULL AND state = 'due' AND file = ? "
    f"AND not_before > ? AND not_before >= ? AND not_before < ? AND NOT {IN_LANE} "
    f"AND (tries = 0 OR kind IN ({', '.join(repr(str(kind)) for kind in sorted(BEGUN_BY_BOT))}))"
)
#: Number, file and sealed body of a letter: another row, or a body that was changed, is another key.
Sealed = tuple[int, str | None, bytes]
MOST_KNOWN = 256


class Letters:
    """The letters of a SQLite store. Used inside a batch."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._run = connection.run
        self._next, self._era = 0, -1
        self._claimed_at, self._set_right = "", -1
        self._enclosed: dict[Sealed, Enclosed] = {}  # what was sealed here and wasn't taken yet

    def put(self, letters: Sequence[Letter], at: datetime) -> None:
        """Keep letters; one of a slot takes the place of those of that slot that still wait."""
        if not letters:
            return
        for n, letter in enumerate(letters, start=self._numbers(len(letters))):
            slot = _slot(letter)
            below = letter.below
            for replaced, moves_down in self._waiting(letter.chat, slot):
                # the slot has yet to move down if the letter that was to move it never went
                below = below or bool(moves_down)
                self._run(REPLACE, (moment_text(at), replaced))
            self._run(PUT, (n, *self._row(n, letter, slot, below)))

    def _numbers(self, count: int) -> int:
        """The first of so many new numbers. The write lock is ours, so only an undoing makes the last one untrue."""
        if self._era != self._connection.era:
            self._next, self._era = self._run(NEXT).fetchone()[0], self._connection.era
        self._next += count
        return self._next - count

    def _waiting(self, chat: int, slot: bytes | None) -> list[tuple[int, int]]:
        return [] if slot is None else self._run(WAITING, (chat, slot)).fetchall()

    def hush(self, file: str, kinds: frozenset[str], at: datetime) -> None:
        """Letters of these classes about a file that still wait aren't wanted any more."""
        for kind in sorted(kinds):
            self._run(HUSH, (moment_text(at), file, str(kind)))

    def sleep(self, file: str, nights: Sequence[Span], at: datetime) -> None:
        """Letters about a file that wait for a moment in one of these spans wait for its end."""
        for start, end in nights:
            self._run(SLEEP, (moment_text(end), file, moment_text(at), moment_text(start), moment_text(end)))

    def claim(self, now: datetime, limit: int, begun: int) -> Claims:
        """Take letters for sending: the lane's first and past all others, of the others the first of each chat."""
        moment = moment_text(now)
        if moment < self._claimed_at or self._set_right != self._connection.undone:
            self._bring_nearer(now)
        self._claimed_at = moment
        self._run(EXPIRE, (moment,))
        claimed = self._take_all(self._run(URGENT, (moment, limit)).fetchall(), now)
        held = False
        if left := limit - len(claimed):
            rows, held = self._ordinary(moment, left, begun)
            claimed += self._take_all(rows, now)
        later = self._run(LATER, (moment,)).fetchone()[0]
        return Claims(letters=tuple(claimed), next=moment_of(later) if later else None, held=held)

    def _bring_nearer(self, now: datetime) -> None:
        """After the clock was set back, also while no bot ran: a pause is never longer than it was meant to be."""
        moment, self._set_right = moment_text(now), self._connection.undone
        for n, not_before, tried, reason in self._run(AHEAD_OF_CLOCK, (moment,)).fetchall():
            pause = -LONG_AGO if reason == MORNING else moment_of(not_before) - moment_of(tried)
            self._run(NEARER, (moment_text(now + pause), moment, n))

    def _ordinary(self, moment: str, limit: int, begun: int) -> tuple[Sequence[tuple[Any, ...]], bool]:
        """Rows outside the lane that may go; whether some that the bot begins were left for later."""
        rows = self._run(ORDINARY, (moment, limit)).fetchall()
        if sum(row[KIND] in BEGUN_BY_BOT for row in rows) <= begun:
            return rows, False
        rows = self._run(PACED, (moment, limit)).fetchall()
        quick, idle = ([row[:-1] for row in rows if row[-1] == flag] for flag in (0, 1))
        return quick + idle[:begun], len(idle) > begun

    def unsettled(self) -> tuple[Claimed, ...]:
        """The letters that were taken and never settled."""
        rows = sorted(self._run(SENDING).fetchall(), key=itemgetter(0))
        return tuple(replace(claimed, tries=claimed.tries - 1) for claimed in map(self._claimed, rows))

    def settle(self, results: Sequence[Settled]) -> None:
        """Write down what became of letters; one that is gone, or wasn't taken, is left as it is."""
        ended = []
        for result in results:
            state = self._again(result) if result.state is LetterState.DUE else result.state
            if state is not LetterState.DUE:
                ended.append((state.value, moment_text(result.at), result.message_id, result.reason, result.n))
        if ended:
            self._connection.run_each(END, ended)
        if leave := [(result.n,) for result in results if result.leaves]:
            self._connection.run_each(LEAVE, leave)

    def _again(self, result: Settled) -> LetterState:
        """A letter is to be tried again; in a slot with a younger one, that takes its place."""
        found = self._run("SELECT slot, below FROM outbox WHERE n = ? AND state = 'sending'", (result.n,)).fetchone()
        if found is None:
            return LetterState.DUE
        slot, below = found
        if younger := self._younger(slot, result.n):
            self._run(INHERIT, (below, _text(result.not_before) or "", moment_text(result.at), younger))
            return LetterState.REPLACED
        again = (_text(result.not_before), result.message_id, result.reason, moment_text(result.at), result.n)
        self._run(AGAIN, again)
        return LetterState.DUE

    def _younger(self, slot: bytes | None, n: int) -> int | None:
        row = None if slot is None else self._run(YOUNGER, (slot, n)).fetchone()
        return row[0] if row else None

    def _take_all(self, rows: Sequence[tuple[Any, ...]], now: datetime) -> list[Claimed]:
        """Take these; one whose body is damaged ends as failed and holds up nobody."""
        taken = []
        for row in rows:
            try:
                claimed = self._claimed(row)
            except StoreBroken:
                self._run(DAMAGED, (moment_text(now), row[0]))
                continue
            taken.append(claimed)
        if taken:
            self._run(TAKE, (moment_text(now), json.dumps([claimed.n for claimed in taken])))
        return taken

    def _claimed(self, row: tuple[Any, ...]) -> Claimed:
        n, chat, file, kind, below, once, body, not_before, expires, tries, unsure, message_id = row
        enclosed = self._enclosed.pop((n, file, body), None) or self._opened(n, file, body)
        letter = Letter(
            chat=chat,
            file=file,
            kind=kind,
            body=enclosed.body,
            not_before=moment_of(not_before),
            slot=enclosed.slot,
            below=bool(below),
            once=bool(once),
            expires=moment_of(expires) if expires else None,
        )
        return Claimed(n=n, letter=letter, message_id=message_id, tries=tries, unsure=unsure)

    def _opened(self, n: int, file: str | None, body: bytes) -> Enclosed:
        plain = self._connection.vault.open(body, table="outbox", row=str(n), file=file or "")
        return codec.decode(Enclosed, plain)

    def _row(self, n: int, letter: Letter, slot: bytes | None, below: bool) -> tuple[Any, ...]:
        """The columns behind the number. Most letters are taken at once: what this very row encloses is known then."""
        enclosed = Enclosed(body=letter.body, slot=letter.slot)
        body = self._connection.vault.seal(codec.encode(enclosed), table="outbox", row=str(n), file=letter.file or "")
        if len(self._enclosed) >= MOST_KNOWN:
            self._enclosed.clear()
        self._enclosed[n, letter.file, body] = enclosed
        moments = (moment_text(letter.not_before), _text(letter.expires))
        return (letter.chat, letter.file, letter.kind, slot, below, letter.once, body, *moments)


def _slot(letter: Letter) -> bytes | None:
    """A slot's name may tell what the letter is about, so its column holds a hash."""
    return blake2b(f"{letter.chat}:{letter.slot}".encode(), digest_size=16).digest() if letter.slot else None


def _text(at: datetime | None) -> str | None:
    return moment_text(at) if at else None
