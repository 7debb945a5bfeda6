"""The judge: what people did and saw against what is kept. It asks nothing of the bot.

- lost: an act that is neither kept nor still waits at Telegram; or one that counts as handled and left no row.
- twice: a row of what a client did for which there is no act left.
- stuck: the database waits for an answer to a question that doesn't stand on the client's screen.
- duplicate rows: two log rows of one wake, or of one typed message.
- repeated: a message that the bot sent once more, word for word, while nobody had done anything. The delivery policy
  (decision 0006) allows that of what a person waits for, after a crash between sending and writing down.
- wrong: anything by which the database isn't the state after some whole number of turns, or against that policy.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tests.kill.acts import NUMBER, Act, key_of
from tests.kill.evidence import Evidence, Kept, Letter, Sight, acted, woken

#: How often a letter may be tried in all when nobody knows whether it arrived, by its class.
TRIES = {"reply": 1, "reminder": 1, "question": 5, "prompt": 5}
HARM = ("lost", "twice", "stuck", "duplicates", "wrong")
UNSETTLED = frozenset({"due", "sending"})
SHOWN = frozenset({"sent", "photo", "document"})


@dataclass
class Verdict:
    """What was found; all but `repeated` must be empty."""

    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    duplicates: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    repeated: int = 0

    @property
    def findings(self) -> list[str]:
        """A line for each thing that must not be."""
        return [f"{name}: {line}" for name in HARM for line in getattr(self, name)]


def judge(evidence: Evidence, *, rested: bool, over: bool = False) -> Verdict:
    """Everything. `rested`: a bot has nothing left to do, what was uncertain was sent again; `over`: all is handled."""
    verdict = Verdict(wrong=list(evidence.faults))
    letters = defaultdict(list)
    for letter in evidence.letters:
        letters[letter.file].append(letter)
    for kept in evidence.kept:
        _judge_acts(evidence, kept, verdict)
        _judge_turns(kept, letters[kept.file], verdict)
        if rested:
            _judge_rest(evidence, kept, verdict)
    verdict.wrong += _against_policy(evidence.letters)
    verdict.wrong += _unaccounted(evidence)
    verdict.repeated = sum(map(_repeats, evidence.sights.values()))
    if over:
        verdict.lost += [f"update {act.update} was never handled" for act in _unseen(evidence)]
    return verdict


# --- each act, once -----------------------------------------------------------------------------------------------


def _judge_acts(evidence: Evidence, kept: Kept, verdict: Verdict) -> None:
    """The rows of what a client did are the acts that count as handled: the same ones, in the same order."""
    acts = evidence.acts.get(kept.chat, ())
    rows = [key_of(row.event) for row in acted(kept)]
    known = set(rows)
    handled = [_as_kept(act, known) for act in acts if act.update in evidence.seen]
    lost, twice = Counter(handled) - Counter(rows), Counter(rows) - Counter(handled)
    verdict.lost += [f"{kept.file} did {' '.join(key)}, of which there is no row" for key in lost.elements()]
    verdict.twice += [f"{kept.file} has a row too many of {' '.join(key)}" for key in twice.elements()]
    gone = [act for act in acts if act.update not in evidence.seen | evidence.waiting]
    verdict.lost += [f"{kept.file}: update {act.update} is kept nowhere" for act in gone]
    if not lost and not twice and handled != rows:
        verdict.wrong.append(f"{kept.file}: what was done is kept in another order")


def _as_kept(act: Act, known: set[tuple[str, ...]]) -> tuple[str, ...]:
    return NUMBER if act.number and act.key not in known else act.key


def _unseen(evidence: Evidence) -> Iterator[Act]:
    return (act for acts in evidence.acts.values() for act in acts if act.update not in evidence.seen)


# --- whole turns ----------------------------------------------------------------------------------------------------


def _judge_turns(kept: Kept, letters: Sequence[Letter], verdict: Verdict) -> None:
    """Snapshot, log, wakes and outbox are of the same turns."""
    verdict.duplicates += [f"{kept.file}: {' '.join(key)} more than once" for key in _more_than_once(_marks(kept))]
    if [row.n for row in kept.rows] != list(range(1, len(kept.rows) + 1)):
        verdict.wrong.append(f"{kept.file}: the rows of the log aren't numbered from 1 on")
    if not kept.replayed:
        verdict.wrong.append(f"{kept.file}: the file isn't what its log comes to")
    if not kept.awake:
        verdict.wrong.append(f"{kept.file}: the wakes that wait aren't those that its log set")
    said = sum(len(row.said) for row in kept.new)
    if said != len(letters):
        verdict.wrong.append(f"{kept.file}: {said} texts in the log, {len(letters)} letters in the outbox")


def _marks(kept: Kept) -> Iterator[tuple[str, ...]]:
    """What can stand in a log once only: a wake, and a typed message."""
    yield from (("wake", *key) for key in woken(kept))
    yield from (key for row in acted(kept) if (key := key_of(row.event))[0] == "typed")


def _more_than_once(keys: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [key for key, count in Counter(keys).items() if count > 1]


# --- what people see -----------------------------------------------------------------------------------------------


def _judge_rest(evidence: Evidence, kept: Kept, verdict: Verdict) -> None:
    if kept.open and evidence.screens.get(kept.chat) != kept.open:
        shown = evidence.screens.get(kept.chat) or "nothing"
        verdict.stuck.append(f"{kept.file} is asked {kept.open} and sees {shown}")
    waits = [one for one in evidence.letters if one.chat == kept.chat and one.state in UNSETTLED]
    verdict.wrong += [f"letter {one.n} to {kept.file} is still {one.state}" for one in waits]


def _against_policy(letters: Sequence[Letter]) -> Iterator[str]:
    """A new message is tried as often as its class allows; an edit is repeated freely."""
    shown: set[tuple[str, int | None]] = set()
    for letter in letters:
        edit = not letter.below and bool(letter.slot) and (letter.slot, letter.message) in shown
        if letter.tries > TRIES.get(letter.kind, letter.tries) and not edit:
            yield f"letter {letter.n}, a {letter.kind}, was tried {letter.tries} times"
        shown.add((letter.slot, letter.message))


def _unaccounted(evidence: Evidence) -> Iterator[str]:
    """What the outbox says was sent stands in the chat; what stands there beside was a try of which nobody knew."""
    for chat, sights in evidence.sights.items():
        letters = [one for one in evidence.letters if one.chat == chat]
        messages = {sight.message for sight in sights if sight.what in SHOWN}
        sent = {one.message for one in letters if one.message is not None}
        yield from (
            f"chat {chat}: message {one} was sent, says the outbox, and isn't there" for one in sorted(sent - messages)
        )
        unknown = len(messages - sent)
        tries = sum(one.tries - (one.state == "sent") for one in letters)
        if unknown > tries:
            yield f"chat {chat}: {unknown} messages that no letter accounts for, at most {tries} can be"


def _repeats(sights: Sequence[Sight]) -> int:
    """How often a message came once more although its reader had done nothing meanwhile."""
    count, since = 0, set[str]()
    for sight in sights:
        if sight.what.startswith("user_"):
            since.clear()
        elif sight.what in SHOWN:
            count += sight.digest in since
            since.add(sight.digest)
    return count
