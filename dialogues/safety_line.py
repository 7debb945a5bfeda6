"""Turns what a person types into plain words for the safety scan (R22): without case, accents, tricks and slips.

What is promised: any text becomes words, whatever its length or alphabet; nothing raises.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise, product
from typing import Final

from dialogues.safety_spelling import APART, JOINED, spelled, squeezed, uncensored


def folded(text: str) -> str:
    """`text` without case, accents and invisible characters; full-width and ornamental letters become plain ones."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text)
    for character in set(text):
        if not character.isascii() and unicodedata.category(character) in _UNSEEN:
            text = text.replace(character, "")
    return text.casefold()


def plain_words(text: str, meant: Callable[[str], str]) -> list[str]:
    """`text` as `ik wil , niet mer |`: words in single spelling, `,` between clauses, `|` after each sentence.

    `meant` mends a word that is not known: it gives the word or words that are meant.
    """
    plain = _as_typed(text)
    plain = _SPLIT_WORD.sub(lambda split: _GAP.sub("", split[0]), plain)
    if _DIGIT.search(plain):
        plain = _DIGIT_IN_WORD.sub(lambda digits: digits[0].translate(_LETTER_FOR), plain)
        plain = _NUMBERED.sub(" ", plain)
    if not _STRETCHED.search(plain):
        plain = _APART.sub(lambda word: APART[word[0]], plain)
    return [*_sentences(_joined(_meant(_TOKEN.findall(squeezed(plain)), meant))), "|"]


def mended_words(words: Iterable[str], meant: Callable[[str], str]) -> list[str]:
    """What `plain_words` made of a text, with each word as it is meant."""
    return [*_sentences(_joined([each for word in words for each in meant(word).split()])), "|"]


def _as_typed(text: str) -> str:
    """`text` folded, without its quotes."""
    text = text.replace("'", "").replace("`", "")
    if text.isascii():  # as nearly always
        return text.lower()
    for typed in _AS_TYPED.keys() & set(text):
        text = text.replace(typed, _AS_TYPED[typed])
    return folded(text)


def _meant(tokens: Iterable[str], meant: Callable[[str], str]) -> list[str]:
    """The words that are meant; `,` between clauses and for dots of hesitation, `|` after a sentence."""
    read: list[str] = []
    known: dict[str, list[str]] = {}  # a word that comes again is mended once
    for token in tokens:
        words = known.get(token)
        if words is None:
            words = known[token] = _read(token, meant)
        read += words
    return read


def _read(token: str, meant: Callable[[str], str]) -> list[str]:
    """What one word or sign is read as."""
    if token[0] in ",:;()":
        return [","]
    if token[0] in ".!?\n":
        return [","] if token.startswith("..") else ["|"]
    word = spelled(uncensored(token) if "*" in token else token)
    return (meant(word) if " " not in word else word).split()


def _joined(words: list[str]) -> list[str]:
    """`words` with the halves of a split word put together: "zelf moord" is "zelfmoord"."""
    if _HALVES.isdisjoint(pairwise(words)):
        return words  # as nearly always
    joined: list[str] = []
    for word in words:
        if joined and (joined[-1], word) in _HALVES:
            joined[-1] = spelled(joined[-1] + word)
        else:
            joined.append(word)
    return joined


def _sentences(words: Iterable[str]) -> Iterator[str]:
    """`words`, where a stop after one or two words is only a pause: "Ik wil. Niet meer. Leven." is one sentence."""
    length = 0
    for word in words:
        if word == "|":
            yield "," if length < 3 else "|"
            length = 0
        else:
            length += word != ","
            yield word


def _halves(table: str) -> Iterator[tuple[str, str]]:
    """Each pair of words that is one word."""
    for line in filter(None, table.splitlines()):
        first, second = (half.split("|") for half in line.split())
        yield from product(map(squeezed, first), map(squeezed, second))


_UNSEEN: Final = frozenset({"Mn", "Me", "Cf"})
_AS_TYPED: Final = dict.fromkeys("´‘’‚‛ʹʻʼʽ′＇", "") | {"🆘": " sos "}
_SPLIT_WORD: Final = re.compile(r"(?<![^\W_])[^\W_](?:[\W_]{1,2}[^\W_](?![^\W_])){2,}")  # d o o d, d.o.o.d
_GAP: Final = re.compile(r"[\W_]+")
_DIGIT: Final = re.compile(r"[\d@$]")
_DIGIT_IN_WORD: Final = re.compile(r"(?<=[a-z])[0134@$]+(?=[a-z])")  # d00d, su1cide
_NUMBERED: Final = re.compile(r"(?<=\d)(?=[a-z]{4})")  # 30pillen
_LETTER_FOR: Final = str.maketrans("0134@$", "oieaas")
_STRETCHED: Final = re.compile(r"([a-z])\1\1")  # then "mee" may be "me", and no word is sure to stand apart
_TOKEN: Final = re.compile(r"[^\W_]+(?:\*+[^\W_]+)*|\.{2,}|[.!?]+(?=\s|$)|[,:;()]|\n\s*\n")
_APART: Final = re.compile(rf"\b(?:{'|'.join(APART)})\b")
_HALVES: Final = frozenset(_halves(JOINED))
