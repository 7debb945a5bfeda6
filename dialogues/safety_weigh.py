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
from importlib.resources import files
from math import sqrt
from operator import itemgetter, mul
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
    table = _table()
    return all(table.told_in(run) <= LIGHT for run in _together(words, table, known))


def weighed(words: Sequence[str], known: Known | None = None) -> Weighed:
    """What plain words weigh, each sentence and each few in a row."""
    table = _table()
    together = list(_together(words, table, {} if known is None else known))
    told = [table.told_in(run) for run in together]
    dangers = [(table.danger_in(run), run) for run, much in zip(together, told, strict=True) if much > LIGHTEST]
    heavy = tuple(Weight(danger, table.urgency_of(run)) for danger, run in dangers if danger > LIGHTEST)
    return Weighed(max(told, default=LIGHTEST), heavy)


def _together(words: Sequence[str], table: _Table, known: Known) -> Iterator[list[_Counted]]:
    counted = [table.known(each, known) for each in stretches(words)]
    return (counted[at:to] for at, to in runs(len(counted)))


def stretches(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The sentences of plain words, each once, a long one in stretches: what is weighed together.

    One or two words before a pause are weighed alone as well: they may have been a sentence.
    """
    found: list[tuple[str, ...]] = []
    start = 0
    for end in (at for at, word in enumerate(words) if word == "|"):
        pause = next((at for at in range(start, min(start + SHORTEST, end)) if words[at] == ","), start)
        if pause > start:
            found.append(tuple(words[start:pause]))
        for begin in range(start, max(end - LONGEST + STRIDE, start + 1), STRIDE):
            stretch = tuple(words[begin : min(begin + LONGEST, end)])
            if any(word != "," for word in stretch):
                found.append(stretch)
        start = end + 1
    return list(dict.fromkeys(found))


def runs(number: int) -> Iterator[tuple[int, int]]:
    """Which of so many stretches are weighed as one: the first, and the first that no longer belongs to it."""
    return ((at, to) for at in range(number) for to in range(at + 1, min(number, at + TOGETHER) + 1))


def places(words: Sequence[str]) -> list[int]:
    """The places in the table of one stretch, each once: five letters in a row, a word, two words up to three apart.

    What is said again says no more.
    """
    line = f" {' '.join(words)} ".encode()
    coded = [word.encode() for word in words]
    ones = [crc32(word) for word in coded]
    found = [crc32(line[at : at + 5]) for at in range(len(line) - 4)]
    found += ones
    found += map(crc32, (*coded, _EDGE), (0, *ones))
    found += [crc32(two, one ^ 1) for one, two in zip(ones, coded[2:], strict=False)]
    found += [crc32(two, one ^ 2) for one, two in zip(ones, coded[3:], strict=False)]
    return list({one & _MASK for one in found})


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

    def known(self, words: tuple[str, ...], known: Known) -> _Counted:
        """One stretch, added up at most once."""
        found = known.get(words)
        if found is None:
            known[words] = found = self.counted(words)
        return found

    def counted(self, words: Sequence[str]) -> _Counted:
        """One stretch of plain words, added up."""
        found = places(words)
        codes = itemgetter(*found)(self.told)  # always more than one: a word has an edge on both sides
        return _Counted(found, codes, sum(map(self.worth.__getitem__, codes)), sum(map(self.much.__getitem__, codes)))

    def told_in(self, run: Sequence[_Counted]) -> float:
        """How much these stretches together tell of danger."""
        told = much = 0.0
        for each in run:
            told += each.told
            much += each.much
        return self.bases["told"] + told / sqrt(much)

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
    head, _, weights = files("dialogues").joinpath(FILE).read_bytes().partition(b"\n")
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
LIGHTEST: Final = -3.5  # lighter than this adds nothing to what is heavy
LIGHT: Final = -3.0  # lighter than this tells of no danger
