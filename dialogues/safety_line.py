"""Turns what a person types into one line of plain words, and finds in it the phrases of a table (`safety_phrases`).

What is promised: any text becomes a line, whatever its length or alphabet; nothing raises. What a phrase means, and
what the words around it do to it, is for `dialogues.safety`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from dialogues import safety_phrases as said

# --- one line of plain words ---


def folded(text: str) -> str:
    """`text` without case, accents and invisible characters; full-width and ornamental letters become plain ones."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if unicodedata.category(c) not in _UNSEEN).casefold()


def plain_line(text: str) -> str:
    """`text` as `| ik wil , niet mer |`: words in single spelling, `,` between clauses, `|` around sentences."""
    plain = folded(text.translate(_AS_TYPED))
    plain = _SPLIT_WORD.sub(lambda split: _GAP.sub("", split[0]), plain)
    plain = _DIGIT_IN_WORD.sub(lambda digits: digits[0].translate(_LETTER_FOR), plain)
    plain = squeezed(_APART.sub(lambda word: said.APART[word[0]], plain))
    words = [_token(token) for token in _TOKEN.findall(plain)]
    return " ".join(["|", *_sentences(_joined(words)), "|"])


def squeezed(words: str) -> str:
    """`words` with each run of a letter as one letter: "doooood" and "dood" are then the same, and so is "dod"."""
    return _RUN.sub(r"\1", words)


def _token(token: str) -> str:
    """The word that is meant; `,` between clauses, `|` after a sentence, nothing for dots of hesitation."""
    if token[0] in ",:;()":
        return ","
    if token[0] in ".!?\n":
        return "" if token.startswith("..") else "|"
    word = _uncensored(token) if "*" in token else token
    return _READ_AS.get(word, word)


def _uncensored(word: str) -> str:
    """The word that stands behind "d**d" or "k*ll"; `word` without its stars if it is none of the known ones."""
    head, *_, tail = word.split("*")
    known = (known for known in _CENSORED if known.startswith(head) and known.endswith(tail))
    return next(known, word.replace("*", ""))


def _joined(words: list[str]) -> list[str]:
    """`words` with the halves of a split word put together: "zelf moord" is "zelfmoord"."""
    joined: list[str] = []
    for word in words:
        if not word:
            continue
        if joined and (joined[-1], word) in _HALVES:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _sentences(words: list[str]) -> Iterator[str]:
    """`words`, where a stop after one or two words is only a pause: "Ik wil. Niet meer. Leven." is one sentence."""
    length = 0
    for word in words:
        if word == "|":
            yield "," if length < 3 else "|"
            length = 0
        else:
            length += word != ","
            yield word


# --- phrases ---


@dataclass(frozen=True, kw_only=True)
class Line:
    """A plain line, with the offsets at which each of its words begins (at the space before it)."""

    text: str
    offsets: dict[str, list[int]]


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place of a phrase that must be filled: by one of these words, or by a word that holds one of these stems."""

    words: frozenset[str]
    stems: tuple[str, ...]

    def may_be_in(self, line: Line) -> bool:
        """Whether some word of `line` can fill this place."""
        return not line.offsets.keys().isdisjoint(self.words) or any(stem in line.text for stem in self.stems)

    def offsets(self, line: Line) -> list[int]:
        """Where the words of `line` begin that can fill this place."""
        able = self.words & line.offsets.keys()
        for stem in self.stems:
            able |= {word for word in line.offsets if stem in word}
        return sorted(offset for word in able for offset in line.offsets[word])


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """One line of `safety_phrases`, with the places that must be filled."""

    source: str
    places: tuple[Place, ...]


def entries(table: str) -> list[str]:
    """The phrases of a table, without remarks and empty lines."""
    return [line for line in table.splitlines() if line and not line.startswith("#")]


def _choices(place: str) -> list[str]:
    """The words that may stand in one place of a phrase."""
    named = re.sub(r"<(\w+)>", lambda name: said.WORDS[name[1]], place.strip("[]"))
    return [squeezed(choice) for choice in named.split("|")]


def _phrase(source: str) -> Phrase:
    """One line of a table, made ready."""
    places = [place for place in source.split() if place[0] not in "[.^$!"]
    return Phrase(source=source, places=tuple(_filled(_choices(place)) for place in places))


def _filled(choices: list[str]) -> Place:
    """The words and stems of one place."""
    return Place(
        words=frozenset(choice for choice in choices if "*" not in choice),
        stems=tuple(choice.strip("*") for choice in choices if "*" in choice),
    )


def _place(place: str) -> str:
    """One place of a phrase as a regular expression over a plain line. Every gap is bounded, so none can run wild."""
    if place == "...":
        return r"((?:(?: ,)? (?!(?:over|about|weten|know)\b)\w+){0,3}?)"
    if place in "^$":
        return r"(?<=[,|])" if place == "^" else r"(?= [,|])"
    if place == "!":
        return ""
    word = "(?: ,)? (?:" + "|".join(choice.replace("*", r"\w*") for choice in _choices(place)) + r")(?= )"
    return f"(?:{word})?" if place.startswith("[") else word


@cache
def expression(source: str) -> re.Pattern[str]:
    """The line of a table as a regular expression; made when first needed, since most never are."""
    return re.compile("".join(_place(place) for place in source.split()))


def indexed(text: str) -> Line:
    """A plain line, indexed: a phrase is then looked for only where its first word stands, which keeps a scan quick."""
    offsets: dict[str, list[int]] = {}
    for word in WORD.finditer(text):
        offsets.setdefault(word[0], []).append(word.start() - 1)
    return Line(text=text, offsets=offsets)


class Table:
    """The phrases of one table, found by the words their first place can hold: most are never looked at."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = tuple(phrases)
        self._by_word: dict[str, list[int]] = {}
        self._by_stem: dict[str, list[int]] = {}
        for n, phrase in enumerate(self._phrases):
            for word in phrase.places[0].words:
                self._by_word.setdefault(word, []).append(n)
            for stem in phrase.places[0].stems:
                self._by_stem.setdefault(stem, []).append(n)

    def candidates(self, line: Line) -> Iterator[Phrase]:
        """The phrases that can begin at some word of `line`, in the order of the table."""
        found = {n for word in line.offsets.keys() & self._by_word.keys() for n in self._by_word[word]}
        found.update(n for stem, able in self._by_stem.items() if stem in line.text for n in able)
        return (self._phrases[n] for n in sorted(found))


def matches(table: Table, line: Line) -> Iterator[tuple[Phrase, re.Match[str]]]:
    """Every phrase in `line`, from every word on where it can begin, so that none hides behind another."""
    for phrase in table.candidates(line):
        if all(place.may_be_in(line) for place in phrase.places):
            pattern = expression(phrase.source)
            found = (pattern.match(line.text, offset) for offset in phrase.places[0].offsets(line))
            yield from ((phrase, match) for match in found if match)


# --- the tables, made ready once ---


def word_set(words: str) -> frozenset[str]:
    """Words in single spelling."""
    return frozenset(map(squeezed, words.split()))


def table_of(table: str) -> Table:
    """A table of phrases, made ready."""
    return Table(map(_phrase, entries(table)))


def _halves(table: str) -> Iterator[tuple[str, str]]:
    """Each pair of words that is one word."""
    for line in entries(table):
        first, second = line.split()
        yield from product(_choices(first), _choices(second))


_RUN: Final = re.compile(r"([^\W\d_])\1+")
_UNSEEN: Final = frozenset({"Mn", "Me", "Cf"})
_AS_TYPED: Final = {ord(quote): None for quote in "'`´‘’‚‛ʹʻʼʽ′＇"} | {ord("🆘"): " sos "}
_SPLIT_WORD: Final = re.compile(r"(?<![^\W_])[^\W_](?:[\W_]{1,2}[^\W_](?![^\W_])){2,}")  # d o o d, d.o.o.d
_GAP: Final = re.compile(r"[\W_]+")
_DIGIT_IN_WORD: Final = re.compile(r"(?<=[a-z])[0134@$]+(?=[a-z])")  # d00d, su1cide
_LETTER_FOR: Final = str.maketrans("0134@$", "oieaas")
_TOKEN: Final = re.compile(r"[^\W_]+(?:\*+[^\W_]+)*|\.{2,}|[.!?]+(?=\s|$)|[,:;()]|\n\s*\n")
WORD: Final = re.compile(r"[^\W_]+")
_APART: Final = re.compile(rf"\b(?:{'|'.join(said.APART)})\b")
_CENSORED: Final = tuple(map(squeezed, said.CENSORED.split()))
_READ_AS: Final = {squeezed(typed): squeezed(meant) for row, meant in said.READ_AS.items() for typed in row.split()}
_HALVES: Final = frozenset(_halves(said.JOINED))
