"""The ledger with what the ends explain told apart, so that the checker of `trede simulate` can look at the rest.

An end leaves letters of which nobody knows whether they arrived (*orphans*). What may follow from one, nothing else:

- repeated: the letter had arrived, its class is sent again, and its reader saw it once more: left out, and counted;
- late: it had not arrived, and came within minutes after the next start as the answer that it was to be: put where it
  belongs, and counted.

While no bot ran, what people did waited: it counts as done once more when the next one started, where its answers are.
What the bot began at that moment is put a blink after it, so that it is no answer to them.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from simulator.checker import NEW, Facts, _wishes
from simulator.ledger import Seen
from tests.trajectories.evidence import End, Evidence, Letter

BEGUN = frozenset({"prompt", "reminder"})
#: The classes that are sent again when nobody knows whether they arrived.
AGAIN = frozenset({"safety", "alert", "question", "prompt"})
#: Five tries, a minute apart, are over by then.
ANSWER_WITHIN = timedelta(minutes=15)
BLINK = timedelta(microseconds=1)
NEVER = datetime.max.replace(tzinfo=UTC)
#: Place in the ledger: moment, acts that waited before all else, number.
Place = tuple[datetime, int, int]


class Apart:
    """`rows`: the ledger as it were if each letter had been sent once and no bot ever away."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.repeated = self.late = 0
        self.against_policy: list[str] = []
        self.letters = {letter.n: letter for letter in evidence.letters}
        self.kind: dict[int, str] = {}
        self._first: dict[int, int] = {}
        for letter in evidence.letters:
            if letter.message is not None:
                self.kind.setdefault(letter.message, letter.kind)
                self._first.setdefault(letter.message, letter.n)
        self.orphans: defaultdict[int, list[End]] = defaultdict(list)
        for end in evidence.ends:
            for n, _, _ in end.orphans:
                self.orphans[n].append(end)
        self._wished_at: dict[int, set[datetime]] = {}
        self._away = [end for end in evidence.ends if end.up > end.since]
        self._unknown = Counter((row.chat_id, row.at) for row in self._of_no_letter())
        self.rows = self._told_apart()

    def unaccounted(self) -> Iterator[str]:
        """A message that no letter names must be one of those that were being sent when a bot ended just then."""
        could = Counter((chat, end.at) for end in self.evidence.ends for _, chat, _ in end.orphans)
        for (chat, at), number in self._unknown.items():
            if number > could[chat, at]:
                yield f"chat {chat}: {number} messages at {at} that no letter accounts for"

    def arrived(self, letter: Letter) -> bool:
        """Whether an orphan may have been seen when a bot ended."""
        return any(self._unknown[letter.chat, end.at] for end in self.orphans[letter.n])

    def begun(self, rows: Sequence[Seen]) -> Iterator[tuple[Facts, Seen]]:
        """What the bot began in employees' chats, by the classes of the letters, with whose chat it is."""
        people = {one.chat: one for one in self.evidence.people}
        for row in rows:
            if row.what in NEW and row.chat_id in people and self.kind.get(row.message_id or 0) in BEGUN:
                yield people[row.chat_id], row

    def wishes(self, chat: int) -> set[datetime]:
        """When something may come back in a chat because its reader wished so."""
        return _wishes([row for row in self.rows if row.chat_id == chat])

    # --- how

    def _of_no_letter(self) -> Iterator[Seen]:
        """New messages that no letter names, but for those whose letters were erased with all before them."""
        shown = [row for row in self.evidence.rows if row.what in NEW]
        known: dict[int, datetime] = {}
        for row in shown:
            if row.message_id in self.kind:
                known.setdefault(row.chat_id, row.at)
        for row in shown:
            first = known.get(row.chat_id, NEVER)
            if row.message_id not in self.kind and not any(row.at <= at <= first for at in self.evidence.erased):
                yield row

    def _told_apart(self) -> list[Seen]:
        rows, again = self.evidence.rows, self._again()
        acts = [row for row in rows if row.what.startswith("user_")]
        moments = [row.at for row in acts]
        waited = [
            replace(row, at=end.up)
            for end in self._away
            for row in acts[bisect_left(moments, end.since) : bisect_left(moments, end.up)]
        ]
        heard = sorted({*moments, *(row.at for row in waited)})
        placed: list[tuple[Place, Seen]] = [((row.at, 0, row.n), row) for row in waited]
        placed += [((row.at, 1, row.n), self._placed(row, heard)) for row in rows if row.n not in again]
        return [row for _, row in sorted(placed, key=lambda pair: pair[0])]

    def _again(self) -> set[int]:
        """The rows by which somebody saw a letter once more."""
        shown = {row.message_id: row for row in self.evidence.rows if row.what in NEW}
        found = set()
        for n, ends in self.orphans.items():
            letter = self.letters.get(n)
            row = shown.get(letter.message) if letter and self._first.get(letter.message or 0) == n else None
            if letter is None or row is None or all(row.at < end.at for end in ends):
                continue
            if letter.kind not in AGAIN:
                self.against_policy.append(f"letter {n}, a {letter.kind}, was sent again at {row.at}")
            elif self.arrived(letter):
                found.add(row.n)
        self.repeated = len(found)
        return found

    def _placed(self, row: Seen, heard: Sequence[datetime]) -> Seen:
        if row.what not in NEW:
            return row
        kind = self.kind.get(row.message_id or 0)
        if kind in BEGUN:
            back = next((end for end in self._away if end.up == row.at), None)
            wished = self._wished(row, back) if kind == "prompt" else None
            return replace(row, at=wished or (row.at + BLINK if back else row.at))
        if kind is None and row.at in self._wishes_of(row.chat_id):
            return row  # its letter was erased since: it came back when its reader wished
        if not _in(heard, row.at) and (end := self._answers(row)):
            self.late += 1
            return replace(row, at=end.up)
        return row

    def _answers(self, row: Seen) -> End | None:
        """The end because of which an answer came late, if it did."""
        ends = (end for end in self.evidence.ends if end.at <= row.at <= end.up + ANSWER_WITHIN)
        return next((end for end in ends if any(chat == row.chat_id for _, chat, _ in end.orphans)), None)

    def _wished(self, row: Seen, back: End | None) -> datetime | None:
        """When a prompt was to come back, by its reader's wish, had a bot been there, or not ended while sending it.

        On that day alone: the next day's prompt that comes as the bot is back is what the bot begins.
        """
        ends = [] if back is None else [(back.since, back.up)]
        ends += [(end.at, end.at) for end in self.orphans[self._first[row.message_id or 0]] if end.at < row.at]
        if not ends:
            return None
        whose = next((one for one in self.evidence.people if one.chat == row.chat_id), None)
        today = [at for at in sorted(self._wishes_of(row.chat_id)) if whose and whose.same_day(at, row.at)]
        return next((at for at in today if any(since <= at <= up for since, up in ends)), None)

    def _wishes_of(self, chat: int) -> set[datetime]:
        if chat not in self._wished_at:
            self._wished_at[chat] = _wishes([one for one in self.evidence.rows if one.chat_id == chat])
        return self._wished_at[chat]


def _in(moments: Sequence[datetime], at: datetime) -> bool:
    place = bisect_right(moments, at)
    return place > 0 and moments[place - 1] == at
