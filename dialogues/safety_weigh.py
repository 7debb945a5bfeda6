"""Weighs the words of a message by what many written lines taught (R22), where no phrase was written down.

A list of phrases misses what nobody wrote down. Beside it stands this: from lines that were written for it, each with
its tier, it was learnt how much each word, each two words close together and each five letters in a row point to
danger. Weighing adds these up, sentence by sentence. It doesn't understand either: it is a second ear.

What is promised: the same text weighs the same everywhere and every time, on this computer alone; nothing raises; time
in step with length. `make safety-learn` learns the weights anew (`tests/dialogues/safety_learn.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import sqrt
from operator import itemgetter, mul
from pathlib import Path
from typing import Final, NamedTuple, TypedDict
from zlib import crc32

PLACES: Final = 1 << 20  # of the table; what shares a place shares its weight
COARSER: Final = 2  # bits fewer of the table of urgency: it tells less, of fewer lines
SHORTEST: Final = 3  # words of a sentence
LONGEST: Final = 40  # words of one stretch of a long sentence...
STRIDE: Final = 25  # ...and from one stretch to the next
TOGETHER: Final = 3  # sentences in a row that are also weighed as one
STEPS: Final = 32  # weights that one rarity has, half of them below nothing
FILE: Final = "safety_weights.bin"


class Weight(NamedTuple):
    """What a few words point to: danger of the writer, and that it is now. Below nothing: away from it."""

    danger: float
    urgent: float


class Weighed(NamedTuple):
    """What a message weighs: how much it tells of danger, whoever's and whenever; if it does, all its weights."""

    told: float
    heavy: tuple[Weight, ...] = ()


Known = dict[tuple[str, ...], "_Counted"]


def is_light(words: Sequence[str], known: Known) -> bool:
    """Whether plain words (`safety_line`) tell of no danger, no sentence of them and no few in a row.

    `known` gathers the sentences that were counted, for a message that is read more than once.
    """
    counted = _counted(words, known)
    return all(told <= LIGHT for _, told in _table().told_in_runs(counted))


def weighed(words: Sequence[str], known: Known | None = None) -> Weighed:
    """What plain words weigh, each sentence and each few in a row."""
    table = _table()
    counted = _counted(words, {} if known is None else known)
    runs_told = list(table.told_in_runs(counted))
    telling = (counted[at:to] for (at, to), told in runs_told if told > LIGHTEST)
    dangers = [(table.danger_in(run), run) for run in telling]
    heavy = tuple(Weight(danger, table.urgency_of(run)) for danger, run in dangers if danger > LIGHTEST)
    return Weighed(max((told for _, told in runs_told), default=LIGHTEST), heavy)


def most_telling(words: Sequence[str], known: Known, most: int) -> list[str]:
    """Of many plain words those that tell most of danger, in order: stretches with about so many words.

    `known` has their stretches, from `is_light`.
    """
    table = _table()
    spans = sorted((-table.told_alone(known[tuple(words[at:to])]), at, to) for at, to in _spans(words))
    sizes = accumulate(to - at for _, at, to in spans)
    chosen = sorted((at, to) for (_, at, to), size in zip(spans, sizes, strict=True) if size - (to - at) < most)
    found: list[str] = []
    end = -1  # of what was found
    for at, to in chosen:
        if at > end >= 0:
            found.append("|")
        found += words[max(at, end) : to]
        end = max(end, to)
    return [*found, "|"]


def _counted(words: Sequence[str], known: Known) -> list[_Counted]:
    """The stretches of plain words, each once, each added up at most once."""
    table, whole = _table(), None if known else _Places(words)
    found: dict[tuple[str, ...], _Counted] = {}
    for begin, end in _spans(words):
        stretch = tuple(words[begin:end])
        if stretch not in known:
            known[stretch] = table.counted(whole.of(begin, end) if whole else places(stretch))
        found[stretch] = known[stretch]
    return [*found.values()]


def stretches(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The sentences of plain words, each once, a long one in stretches: what is weighed together.

    One or two words before a pause are weighed alone as well: they may have been a sentence.
    """
    return list(dict.fromkeys(tuple(words[begin:end]) for begin, end in _spans(words)))


def _spans(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the stretches begin and end."""
    start = 0
    for end in [at for at, word in enumerate(words) if word == "|"]:
        opening = words[start : min(start + SHORTEST, end)]
        if "," in opening[1:] and opening[0] != ",":
            yield start, start + opening.index(",", 1)
        for begin in range(start, max(end - LONGEST + STRIDE, start + 1), STRIDE):
            stop = min(begin + LONGEST, end)
            if begin < stop and (words[begin] != "," or not _PAUSES.issuperset(words[begin:stop])):
                yield begin, stop
        start = end + 1


def runs(number: int) -> Iterator[tuple[int, int]]:
    """Which of so many stretches are weighed as one: the first, and the first that no longer belongs to it."""
    return ((at, to) for at in range(number) for to in range(at + 1, min(number, at + TOGETHER) + 1))


def places(words: Sequence[str]) -> list[int]:
    """The places in the table of one stretch, each once: five letters in a row, a word, two words up to three apart.

    What is said again says no more.
    """
    return _Places(words).of(0, len(words))


class _Places:
    """The places of all words of a message, of which each stretch has its own part: stretches overlap."""

    __slots__ = ("_fives", "_ones", "_skipping", "_skipping_two", "_starts", "_twos")

    def __init__(self, words: Sequence[str]) -> None:
        line = f" {' '.join(words)} ".encode()
        coded = [word.encode() for word in words]
        ones = [crc32(word) for word in coded]
        self._starts = [0, *accumulate([len(word) + 1 for word in coded])]  # of the space before each word
        self._fives = [crc32(five) & _MASK for five in map(line.__getitem__, _fives(len(line)))]
        self._ones = ones
        self._twos = [code & _MASK for code in map(crc32, coded[1:], ones)]
        self._skipping = [crc32(two, one ^ 1) & _MASK for one, two in zip(ones, coded[2:], strict=False)]
        self._skipping_two = [crc32(two, one ^ 2) & _MASK for one, two in zip(ones, coded[3:], strict=False)]

    def of(self, begin: int, end: int) -> list[int]:
        """The places of the words from `begin` to before `end`."""
        ones = self._ones[begin:end]
        found = {one & _MASK for one in ones}
        found.update(
            self._fives[self._starts[begin] : self._starts[end] - 3],
            self._twos[begin : end - 1],
            self._skipping[begin : max(end - 2, begin)],
            self._skipping_two[begin : max(end - 3, begin)],
        )
        found.add(crc32(_EDGE, ones[-1]) & _MASK)
        return list(found)


def _fives(length: int) -> list[slice]:
    """Each five letters in a row of so many: made once for a line of ordinary length."""
    while len(_FIVES) < length - 4:
        _FIVES.append(slice(len(_FIVES), len(_FIVES) + 5))
    return _FIVES[: max(length - 4, 0)]


# --- the table ---


class _Counted:
    """One stretch: its places, the bytes found there, and what they add up to: what is told, and how much there was.

    What points to danger is added up when it is asked for, which is seldom.
    """

    __slots__ = ("codes", "danger", "much", "places", "told", "urgent")

    def __init__(self, places: Sequence[int], codes: Sequence[int], told: float, much: float) -> None:
        self.places, self.codes, self.told, self.much = places, codes, told, much
        self.danger: float | None = None
        self.urgent: float | None = None


@dataclass(frozen=True, kw_only=True)
class _Table:
    """The weights. A byte of `told` is a rarity and a step: how seldom it was seen, and where it points."""

    told: bytes
    danger: memoryview  # one byte with a sign for each place...
    urgent: memoryview  # ...and for each four places
    worth: tuple[float, ...]  # by byte of `told`: what it adds...
    rarity: tuple[float, ...]  # ...and how much it counts for
    much: tuple[float, ...]  # the same, squared
    steps: Mapping[str, float]  # what a step of each table is worth
    bases: Mapping[str, float]

    def counted(self, found: Sequence[int]) -> _Counted:
        """One stretch by its places, added up."""
        codes = itemgetter(*found)(self.told)  # always more than one: a word has an edge on both sides
        counts = itemgetter(*codes)
        return _Counted(found, codes, sum(counts(self.worth)), sum(counts(self.much)))

    def told_in_runs(self, counted: Sequence[_Counted]) -> Iterator[tuple[tuple[int, int], float]]:
        """How much each few stretches in a row together tell of danger."""
        base = self.bases["told"]
        for at in range(len(counted)):
            told = much = 0.0
            for to, each in enumerate(counted[at : at + TOGETHER], at + 1):
                told += each.told
                much += each.much
                yield (at, to), base + told / sqrt(much)

    def told_alone(self, each: _Counted) -> float:
        """How much one stretch tells of danger."""
        return self.bases["told"] + each.told / sqrt(each.much)

    def danger_in(self, run: Sequence[_Counted]) -> float:
        """How much they point to danger of the writer."""
        for each in run:
            if each.danger is None:
                each.danger = self._pointing(self.danger, each, 0)
        return self._of("danger", run, (each.danger or 0.0 for each in run))

    def urgency_of(self, run: Sequence[_Counted]) -> float:
        """If they do, how much to danger now."""
        for each in run:
            if each.urgent is None:
                each.urgent = self._pointing(self.urgent, each, COARSER)
        return self._of("urgent", run, (each.urgent or 0.0 for each in run))

    def _pointing(self, table: memoryview, each: _Counted, coarser: int) -> float:
        places = each.places if not coarser else [place >> coarser for place in each.places]
        total: float = sum(map(mul, itemgetter(*places)(table), itemgetter(*each.codes)(self.rarity)))
        return total

    def _of(self, name: str, run: Sequence[_Counted], sums: Iterable[float]) -> float:
        return self.bases[name] + self.steps[name] * sum(sums) / sqrt(sum([each.much for each in run]))


class _Head(TypedDict):
    """How the file is read, and what it was learnt from."""

    lines: int
    digest: str
    rarity: list[float]  # what each rarity counts for
    told: list[float]  # what a step of each rarity is worth
    steps: dict[str, float]  # what a step of the other tables is worth
    bases: dict[str, float]  # what no words at all would weigh


def learnt_from() -> str:
    """The SHA-256 of the lines that the weights were learnt from."""
    return _file()[0]["digest"]


def _file() -> tuple[_Head, bytes]:
    """The file of weights: a line that tells how to read it, then a byte for each place of the three tables."""
    head, _, weights = Path(__file__).with_name(FILE).read_bytes().partition(b"\n")
    return json.loads(head), weights


@cache
def _table() -> _Table:
    told, weights = _file()
    rarity = tuple(each for each in told["rarity"] for _ in range(STEPS))
    return _Table(
        told=weights[:PLACES],
        danger=memoryview(weights[PLACES : 2 * PLACES]).cast("b"),
        urgent=memoryview(weights[2 * PLACES :]).cast("b"),
        worth=tuple(step * each for each in told["told"] for step in range(-STEPS // 2, STEPS // 2)),
        rarity=rarity,
        much=tuple(each**2 for each in rarity),
        steps=told["steps"],
        bases=told["bases"],
    )


_MASK: Final = PLACES - 1
_EDGE: Final = b"^"
_PAUSES: Final = frozenset(",")
_FIVES: Final[list[slice]] = []
LIGHTEST: Final = -3.5  # lighter than this adds nothing to what is heavy
LIGHT: Final = -3.0  # lighter than this tells of no danger
