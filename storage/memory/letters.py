"""The outbox in memory."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from operator import itemgetter
from typing import Any

from state_machines.effects import BEGUN_BY_BOT, LANE, Span
from storage.memory.tables import LetterRow, Tables
from storage.port import HOLD_NOBODY, MORNING, NO_ANSWER, Claimed, Claims, Letter, LetterState, Settled, StoreRefused
from storage.upkeep import LONG_AGO, LONGEST_WAIT


class Letters:
    """The letters of a store in memory. Used inside a batch."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def put(self, letters: Sequence[Letter], at: datetime) -> None:
        """Keep letters; one of a slot takes the place of those of that slot that still wait."""
        for letter in letters:
            for n, row in self._waiting_of(letter):
                # the slot has yet to move down if the letter that was to move it never went
                letter = replace(letter, below=letter.below or row.letter.below)
                self._end(n, row, LetterState.REPLACED, at)
            n = self._tables.given["letter"] + 1
            self._tables.put(self._tables.given, "letter", n)
            self._add(n, letter)

    def claim(self, now: datetime, limit: int, begun: int) -> Claims:
        """Take letters for sending: the lane's first and past all others, of the others the first of each chat."""
        self._bring_nearer(now)
        for n, row in self._due():
            if row.letter.expires is not None and row.letter.expires <= now:
                self._end(n, row, LetterState.EXPIRED, now, reason="too late")
        claimed = [self._take(n, row, now) for n, row in self._heads(now, lane=True)[:limit]]
        heads, held = self._paced(self._heads(now, lane=False), now, limit - len(claimed), begun)
        claimed += [self._take(n, row, now) for n, row in heads]
        later = [row.letter.not_before for _, row in self._due() if row.letter.not_before > now]
        return Claims(letters=tuple(claimed), next=min(later, default=None), held=held)

    def unsettled(self) -> tuple[Claimed, ...]:
        """The letters that were taken and never settled."""
        rows = sorted(self._tables.unsettled.items())
        sending = (self._claimed(n, row) for n, row in rows if row.state is LetterState.SENDING)
        return tuple(replace(claimed, tries=claimed.tries - 1) for claimed in sending)

    def settle(self, result: Settled) -> None:
        """Write down what became of a letter; one that is gone, or wasn't taken, is left as it is."""
        row = self._tables.unsettled.get(result.n)
        if row is None or row.state is not LetterState.SENDING:
            return
        message = row.message_id if result.message_id is None else result.message_id
        row = replace(row, message_id=message, reason=result.reason)
        if result.state is not LetterState.DUE:
            self._end(result.n, row, result.state, result.at, reason=result.reason)
            if result.leaves:
                self.drop(result.n)
            return
        waiting = [(n, younger) for n, younger in self._waiting_of(row.letter) if n > result.n]
        if waiting:
            self._inherit(*waiting[-1], row.letter, result)
            self._end(result.n, row, LetterState.REPLACED, result.at, reason=result.reason)
        else:
            not_before = result.not_before or row.letter.not_before
            letter = replace(row.letter, not_before=not_before)
            unsure = row.unsure + (result.reason == NO_ANSWER)
            again = replace(row, state=LetterState.DUE, letter=letter, unsure=unsure, tried=result.at)
            self._set(result.n, replace(again, planned=_planned(row)))

    def unbind(self, chat: int, file: str, at: datetime) -> None:
        """What waits for a chat that a file let go of isn't sent any more."""
        for n, row in self._due():
            if (row.letter.chat, row.letter.file) == (chat, file):
                self._end(n, row, LetterState.EXPIRED, at, reason="unbound")

    def hush(self, file: str, kinds: frozenset[str], at: datetime) -> None:
        """Letters of these classes about a file that still wait aren't wanted any more."""
        for n, row in self._due():
            if row.letter.file == file and row.letter.kind in kinds:
                self._end(n, row, LetterState.EXPIRED, at, reason="not wanted any more")

    def sleep(self, file: str, nights: Sequence[Span], at: datetime) -> None:
        """Letters about a file that wait for a moment in one of these spans wait for its end."""
        due = self._due() if nights else []
        for n, row in [(n, row) for n, row in due if row.letter.file == file and _waits(row, at)]:
            end = next((end for start, end in nights if start <= row.letter.not_before < end), None)
            if end is not None:
                self._set(n, replace(row, letter=replace(row.letter, not_before=end), tried=None))

    def drop(self, n: int) -> None:
        """Delete a letter."""
        letter = self._tables.letters[n].letter
        if letter.slot:
            key = (letter.chat, letter.slot)
            self._tables.put(self._tables.slots, key, tuple(m for m in self._tables.slots[key] if m != n))
        self._tables.drop(self._tables.letters, n)
        self._tables.drop(self._tables.unsettled, n)

    def empty(self, n: int) -> None:
        """Take the words out of a letter: now if it is settled, else as soon as it is."""
        row = self._tables.letters[n]
        if row.settled is not None:
            self._tables.put(self._tables.letters, n, _emptied(row))
        else:
            self._set(n, replace(row, letter=replace(row.letter, once=True)))

    def set_right(self, now: datetime) -> None:
        """What was settled ahead of this moment leaves its slot; what waits for longer than any letter does is late."""
        for key, numbers in list(self._tables.slots.items()):
            past = tuple(n for n in numbers if (self._tables.letters[n].settled or now) <= now)
            self._tables.put(self._tables.slots, key, past)
        for n, row in self._due():
            if row.letter.not_before > now + LONGEST_WAIT:
                self._set(n, replace(row, letter=replace(row.letter, not_before=now - LONG_AGO)))

    def _heads(self, now: datetime, *, lane: bool) -> list[tuple[int, LetterRow]]:
        """The letters that may go now, in the lane or outside it: the most urgent first, then the oldest moment."""
        heads, met = [], set() if lane else {row.letter.chat for _, row in self._sending()}
        for n, row in sorted(self._tables.unsettled.items(), key=lambda one: (_rank(one[1]), one[0])):
            due = row.state is LetterState.DUE and row.letter.not_before <= now
            if due and (_rank(row) < len(LANE)) is lane and row.letter.chat not in met:
                heads.append((n, row))
            if _holds(row, now):
                met.add(row.letter.chat)
        return sorted(heads, key=lambda head: (_rank(head[1]), head[1].letter.not_before, head[0]))

    def _paced(
        self, heads: list[tuple[int, LetterRow]], now: datetime, limit: int, begun: int
    ) -> tuple[list[tuple[int, LetterRow]], bool]:
        """Of these as many as may go: what people wait for first; whether some that the bot begins were left."""
        if sum(row.letter.kind in BEGUN_BY_BOT for _, row in heads[:limit]) <= begun:
            return heads[:limit], False
        answers = self._last_answers(now)
        idle: list[tuple[int, LetterRow]] = []
        quick: list[tuple[int, LetterRow]] = []
        for n, row in heads:  # begun by the bot, and no answer waits behind it
            is_idle = row.letter.kind in BEGUN_BY_BOT and answers.get(row.letter.chat, n) <= n
            (idle if is_idle else quick).append((n, row))
        quick = quick[:limit]
        idle = idle[: limit - len(quick)]
        return quick + idle[:begun], len(idle) > begun

    def _last_answers(self, now: datetime) -> dict[int, int]:
        """By chat the youngest letter that may go, isn't begun by the bot, and isn't the lane's."""
        waiting = ((n, row.letter) for n, row in sorted(self._due(), key=itemgetter(0)) if row.letter.not_before <= now)
        return {one.chat: n for n, one in waiting if one.kind not in BEGUN_BY_BOT and one.kind not in LANE}

    def _take(self, n: int, row: LetterRow, now: datetime) -> Claimed:
        self._set(n, replace(row, state=LetterState.SENDING, tries=row.tries + 1, sent=now))
        return self._claimed(n, row)

    def _claimed(self, n: int, row: LetterRow) -> Claimed:
        return Claimed(n=n, letter=row.letter, message_id=self._message(row.letter), tries=row.tries, unsure=row.unsure)

    def _message(self, letter: Letter) -> int | None:
        rows = (self._tables.letters[n] for n in reversed(self._slot(letter)))
        return next((row.message_id for row in rows if row.message_id is not None), None)

    def _slot(self, letter: Letter) -> tuple[int, ...]:
        return self._tables.slots.get((letter.chat, letter.slot), ()) if letter.slot else ()

    def _waiting_of(self, letter: Letter) -> list[tuple[int, LetterRow]]:
        found = [(n, self._tables.unsettled[n]) for n in self._slot(letter) if n in self._tables.unsettled]
        return [(n, row) for n, row in found if row.state is LetterState.DUE]

    def _due(self) -> list[tuple[int, LetterRow]]:
        return [(n, row) for n, row in self._tables.unsettled.items() if row.state is LetterState.DUE]

    def _sending(self) -> Iterator[tuple[int, LetterRow]]:
        return ((n, row) for n, row in self._tables.unsettled.items() if row.state is LetterState.SENDING)

    def _inherit(self, n: int, row: LetterRow, older: Letter, result: Settled) -> None:
        below = row.letter.below or older.below
        not_before = max(row.letter.not_before, result.not_before or row.letter.not_before)
        tried = result.at if row.letter.not_before < not_before else row.tried
        letter = replace(row.letter, below=below, not_before=not_before)
        self._set(n, replace(row, letter=letter, tried=tried, planned=_planned(row)))

    def _bring_nearer(self, now: datetime) -> None:
        """After the clock was set back: a pause is never longer than it was meant to be."""
        for n, row in self._due():
            if row.tried is not None and row.tried > now:
                pause = -LONG_AGO if row.reason == MORNING else row.letter.not_before - row.tried
                self._set(n, replace(row, letter=replace(row.letter, not_before=now + pause), tried=now))

    def _add(self, n: int, letter: Letter) -> None:
        if letter.file in self._tables.erased:
            raise StoreRefused("this file was erased; a last letter to its person is about no file")
        if letter.slot:
            self._tables.put(self._tables.slots, (letter.chat, letter.slot), (*self._slot(letter), n))
        self._set(n, LetterRow(letter=letter))

    def _set(self, n: int, row: LetterRow) -> None:
        self._tables.put(self._tables.letters, n, row)
        self._tables.put(self._tables.unsettled, n, row)

    def _end(self, n: int, row: LetterRow, state: LetterState, at: datetime, reason: str = "") -> None:
        ended = replace(row, state=state, settled=at, reason=reason)
        self._tables.put(self._tables.letters, n, _emptied(ended) if row.letter.once else ended)
        self._tables.drop(self._tables.unsettled, n)


def _rank(row: LetterRow) -> int:
    """How urgent a letter is: its place in the lane, or behind it."""
    kinds: tuple[str, ...] = LANE
    return kinds.index(row.letter.kind) if row.letter.kind in kinds else len(LANE)


def _holds(row: LetterRow, now: datetime) -> bool:
    """Whether a letter holds its chat: not one that waits by its own wish, nor one of which nobody knows."""
    held_back = row.tries > 0 and row.reason not in HOLD_NOBODY
    return row.state is LetterState.SENDING or row.letter.not_before <= now or held_back


def _waits(row: LetterRow, at: datetime) -> bool:
    """By its own wish, or begun by the bot and tried again: what answers a person is tried again at any hour."""
    ours = row.tries == 0 or row.letter.kind in BEGUN_BY_BOT
    return ours and row.letter.kind not in LANE and row.letter.not_before > at


def _planned(row: LetterRow) -> datetime:
    """When it was to go at first, kept for the delivery log when it is put off."""
    return row.planned or row.letter.not_before


def _emptied(row: LetterRow) -> LetterRow:
    changed: dict[str, Any] = {"letter": replace(row.letter, body=""), "emptied": True}
    return replace(row, **changed)
