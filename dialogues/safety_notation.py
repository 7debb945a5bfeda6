"""The notation of the safety tables (R22), made ready: places, gaps and phrases. It is told in `safety_phrases`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from sys import intern
from typing import Final, NamedTuple

from dialogues import safety_phrases as said
from dialogues.safety_spelling import APART, MISTYPED, squeezed
from dialogues.safety_words import WORDS

NARROW, WIDE = 5, 8  # words that may stand in a gap, `...` and `....`


def entries(table: str) -> list[str]:
    """The phrases of a table, without remarks and empty lines."""
    return [line for line in table.splitlines() if line and not line.startswith("#")]


def word_set(words: str) -> frozenset[str]:
    """Words in single spelling."""
    return frozenset(squeezed(APART.get(word, word)) for word in words.split())


class Step(NamedTuple):
    """One place of a phrase: a word (one of `words`, or one that begins with a stem), a gap, or the end of a clause."""

    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    starts: frozenset[str] = frozenset()  # the first letters of the stems
    optional: bool = False
    gap: int = 0
    barred: frozenset[str] = frozenset()  # in a gap: words that end it
    end: bool = False  # the clause may end here (with words: or)

    def holds(self, word: str) -> bool:
        """Whether `word` may stand here."""
        return word in self.words or (bool(self.stems) and word.startswith(self.stems))

    def places_in(self, places: Mapping[str, list[int]], starts: Mapping[str, list[str]]) -> list[int]:
        """Where in a sentence this place can be filled, in order; `starts`: its words by their first letters."""
        able = self.words & places.keys()
        for start in self.starts & starts.keys():
            able |= {word for word in starts[start] if word.startswith(self.stems)}
        if len(able) == 1:
            return places[next(iter(able))]  # as nearly always
        return sorted(at for word in able for at in places[word])


@dataclass(frozen=True, kw_only=True, eq=False, slots=True)
class Phrase:
    """One line of a table, made ready. `own_past`: its own words may stand in the past tense; `stands`: see `=`.

    `needed` are the places that must be filled, the rarest last.
    """

    steps: tuple[Step, ...]
    needed: tuple[Step, ...]
    opens: bool
    own_past: bool
    stands: bool
    any_order: bool
    anywhere: bool


def phrase_of(source: str) -> Phrase:
    """One line of a table, made ready."""
    places = source.split()
    written = [place for place in places if place not in "^!=&+"]
    needed = [place for place in written if _is_needed(place)]
    many = len(needed) > 2
    rarest, *others = sorted([_step(place, many) for place in needed], key=_commonness)
    return Phrase(
        steps=tuple([_step(place, many) for place in written]),
        needed=(*others, rarest),
        opens="^" in places,
        own_past="!" in places,
        stands="=" in places,
        any_order="&" in places,
        anywhere="+" in places,
    )


def _is_needed(place: str) -> bool:
    """Whether a place must be filled by a word."""
    return place[0] != "[" and "$" not in place and place not in _GAPS


@cache
def _step(place: str, mistyped: bool) -> Step:
    """One place made ready; made once, since many phrases share it."""
    if place in _GAPS:
        return _GAPS[place]
    named = _NAMED.sub(_words_named, place) if "<" in place else place
    choices = named.strip("[]").split("|")
    words = frozenset().union(*map(_forms, choices))
    if mistyped:
        words = words.union(*(_MISTYPED[word] for word in words & _MISTYPED.keys()))
    stems = tuple(_plain(choice[:-1]) for choice in choices if choice[-1] == "*")
    return Step(
        words=words,
        stems=stems,
        starts=frozenset(stem[:START] for stem in stems) if stems else _NONE,
        optional=place[0] == "[",
        end="$" in choices,
    )


def _words_named(name: re.Match[str]) -> str:
    return WORDS[name[1]]


@cache
def _forms(choice: str) -> frozenset[str]:
    """A choice as it is looked for: in single spelling, its short form, without a last letter ("springe", "killin")."""
    if choice[-1] in "*$":
        return _NONE
    word = _plain(choice)
    clipped = (word[:-1],) if len(word) > 4 and word.endswith(("en", "ing")) else ()
    short = (_SHORT[choice],) if choice in _SHORT else ()
    return frozenset(map(intern, (word, *clipped, *short)))


@cache
def _plain(choice: str) -> str:
    return squeezed(APART.get(choice, choice))


def _commonness(step: Step) -> float:
    """How often a place is filled in ordinary talk, roughly: it matters for speed only."""
    words = step.words
    known = [_COMMON[word] for word in words & _COMMON.keys()]
    return sum(known) + (len(words) - len(known) + len(step.stems)) * _RARE


def forget_steps() -> None:
    """Let go of what was made once for all phrases, when all phrases are made."""
    for made in (_step, _forms, _plain):
        made.cache_clear()


START: Final = 3  # letters of a word by which stems are looked up; no stem is shorter
_COMMON: Final = {squeezed(APART.get(word, word)): 1 / (rank + 2) for rank, word in enumerate(said.COMMON.split())}
_RARE: Final = 1 / 2000
_MISTYPED: Final = {squeezed(meant): word_set(typed) for meant, typed in MISTYPED.items()}  # words of their own
_SHORT: Final = {"het": "t", "dat": "da", "to": "2", "you": "u", "for": "4", "tonight": "2nite"}  # short forms
_BARRED: Final = word_set(said.BARRED)
_NONE: Final[frozenset[str]] = frozenset()
_NAMED: Final = re.compile(r"<(\w+)>")
JOINTS: Final = word_set(said.JOINTS) | _BARRED
_GAPS: Final = {
    "...": Step(gap=NARROW, barred=_BARRED | {","}),
    "....": Step(gap=WIDE, barred=JOINTS | {","}),
}
