"""Finds the phrases of the safety tables in plain words (R22).

What is promised: every place is tried where a phrase can begin, so that none hides behind another; gaps are bounded,
and a phrase is only tried in a sentence that has a word for each of its places, so a long message takes little longer
than a short one. What a phrase means is for `dialogues.safety`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dialogues.safety_notation import JOINTS, START, Phrase, Step, entries, forget_steps, phrase_of

TOGETHER: Final = 14  # words and signs from the first to the last of what `&` joins


@dataclass(frozen=True, kw_only=True)
class Found:
    """Where a phrase stands in a sentence: its words from `start` to before `end`, and those in its gaps."""

    phrase: Phrase
    start: int
    end: int
    gaps: tuple[int, ...]


def _end(phrase: Phrase, words: Sequence[str], start: int) -> tuple[int, tuple[int, ...]] | None:
    """Where the phrase that begins at `start` ends, and the words in its gaps; None if it doesn't stand there."""
    if phrase.opens and start and words[start - 1] != ",":
        return None
    return _follow(phrase.steps, 0, words, start)


def _follow(steps: Sequence[Step], n: int, words: Sequence[str], at: int) -> tuple[int, tuple[int, ...]] | None:
    """The steps from `n` on, at `at`; the shortest gaps first."""
    last = len(words)
    for step in steps[n:]:
        n += 1
        if step.gap:
            return _across(step, steps, n, words, at)
        comma = at < last and words[at] == ","
        fits = at + comma < last and step.holds(words[at + comma])
        if step.optional or step.end:
            found = _follow(steps, n, words, at + comma + 1) if fits else None
            if found:
                return found
            if step.end and at < last and not comma:
                return None
        elif fits:
            at += comma + 1
        else:
            return None
    return at, ()


def _across(
    gap: Step, steps: Sequence[Step], n: int, words: Sequence[str], at: int
) -> tuple[int, tuple[int, ...]] | None:
    """The steps after a gap, with as few words in it as can be."""
    skipped: tuple[int, ...] = ()
    for count in range(gap.gap + 1):
        found = _follow(steps, n, words, at)
        if found:
            return found[0], skipped + found[1]
        if count == gap.gap:
            break
        if at < len(words) and words[at] == ",":
            at += 1
        if at >= len(words) or words[at] in gap.barred:
            break
        skipped += (at,)
        at += 1
    return None


# --- a sentence, and all phrases ---


class Sentence:
    """The words of one sentence, `,` between its clauses, and where each word stands."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = list(words)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands."""
        places: dict[str, list[int]] = {}
        for n, word in enumerate(self.words):
            places.setdefault(word, []).append(n)
        return places

    @cached_property
    def starts(self) -> dict[str, list[str]]:
        """The words by their first letters."""
        starts: dict[str, list[str]] = {}
        for word in self.places:
            starts.setdefault(word[:START], []).append(word)
        return starts

    def without(self, found: Iterable[Found]) -> Sentence:
        """This sentence with the words of these phrases made blank; what stands around them stays where it was."""
        words = list(self.words)
        for each in found:
            words[each.start : each.end] = "_" * (each.end - each.start)
        return self if words == self.words else Sentence(words)


_Row = tuple[str, Phrase]  # a table, and a phrase of it


class Phrases:
    """The phrases of several tables, each found by its rarest place: most are never looked at."""

    def __init__(self, tables: Mapping[str, str]) -> None:
        """Make the tables ready, each under its name."""
        self._by_word: dict[str, list[_Row]] = {}
        self._by_start: dict[str, list[_Row]] = {}
        for name, table in tables.items():
            for row in ((name, phrase_of(line)) for line in entries(table)):
                for word in row[1].needed[-1].words:
                    self._by_word.setdefault(word, []).append(row)
                for start in row[1].needed[-1].starts:
                    self._by_start.setdefault(start, []).append(row)
        forget_steps()

    def words(self) -> list[tuple[str, int]]:
        """The words of all phrases and in how many they stand, the most frequent first."""
        return Counter(
            word for phrase in self._all() for word in {word for step in phrase.steps for word in step.words}
        ).most_common()

    def stems(self) -> set[str]:
        """The stems of all phrases."""
        return {stem for phrase in self._all() for step in phrase.steps for stem in step.stems}

    def _all(self) -> Iterable[Phrase]:
        rows = [row for index in (self._by_word, self._by_start) for rows in index.values() for row in rows]
        return dict.fromkeys(phrase for _, phrase in rows)

    def that_may_be_in(self, sentence: Sentence) -> dict[str, list[Phrase]]:
        """By table, the phrases for whose every place `sentence` has a word."""
        places = sentence.places
        words = frozenset(places)
        begun, starts = sentence.starts, frozenset(sentence.starts)
        rows = [row for word in words & self._by_word.keys() for row in self._by_word[word]]
        rows += [row for start in starts & self._by_start.keys() for row in self._by_start[start]]
        able: dict[str, list[Phrase]] = {}
        for name, phrase in rows:
            for step in phrase.needed:  # written out, since this is most of the work of a scan
                if not step.words.isdisjoint(words):
                    continue
                if step.starts.isdisjoint(starts) or not step.places_in(places, begun):
                    break
            else:
                able.setdefault(name, []).append(phrase)
        return able


def matches(able: Iterable[Phrase], sentence: Sentence) -> Iterator[Found]:
    """Where these phrases stand in `sentence`, from every word on where they can begin."""
    for phrase in dict.fromkeys(able):
        if phrase.any_order:
            yield from _together(phrase, sentence)
        elif phrase.anywhere:
            yield from _anywhere(phrase, sentence)
        else:
            yield from _in_order(phrase, sentence)


def _in_order(phrase: Phrase, sentence: Sentence) -> Iterator[Found]:
    """Where the words of a phrase stand one after another, with its gaps between."""
    for start in phrase.steps[0].places_in(sentence.places, sentence.starts):
        found = _end(phrase, sentence.words, start)
        if found:
            yield Found(phrase=phrase, start=start, end=found[0], gaps=found[1])


def _anywhere(phrase: Phrase, sentence: Sentence) -> Iterator[Found]:
    """Where the first place of a phrase is filled, when its others are too, by other words of the sentence."""
    head, *others = (step.places_in(sentence.places, sentence.starts) for step in phrase.steps)
    for at in head:
        if all(set(places) - {at} for places in others):
            yield Found(phrase=phrase, start=at, end=at + 1, gaps=())


def _together(phrase: Phrase, sentence: Sentence) -> Iterator[Found]:
    """Where the words of a phrase stand close together, in any order."""
    *others, anchor = phrase.needed
    others_at = [step.places_in(sentence.places, sentence.starts) for step in others]
    if not all(others_at):
        return
    for at in anchor.places_in(sentence.places, sentence.starts):
        nearest = [at, *(min(places, key=lambda place: abs(place - at)) for places in others_at)]
        start, end = min(nearest), max(nearest) + 1
        gaps = [n for n in range(start, end) if n not in nearest]
        if (
            end - start <= TOGETHER
            and len({*nearest}) == len(nearest)
            and JOINTS.isdisjoint(sentence.words[n] for n in gaps)
        ):
            yield Found(phrase=phrase, start=start, end=end, gaps=tuple(gaps))


def made_up_of(able: Sequence[Phrase], words: Sequence[str]) -> bool:
    """Whether `words` are nothing but these phrases, one after another; False when there are none."""
    at = 0
    while at < len(words):
        ends = [found[0] for phrase in able if (found := _end(phrase, words, at))]
        if not ends:
            return False
        at = max(ends)
    return bool(words)
