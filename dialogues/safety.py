"""Hears a safety signal in what a person types (R22), in Dutch and English at once, whatever language they chose.

What is promised: any text is read, whatever its length or alphabet; nothing raises; a false alarm is preferred to a
miss. A `Signal` says how close the words come, never which words they were: they are health data and go no further.

How it reads. A text becomes plain words (`safety_line`), slips and forgotten spaces mended (`safety_slips`); idioms
lose their own words and no others; each phrase of `safety_tables` is looked for in what is left (`safety_match`). A
phrase counts for its own tier, unless the words around it show that it is denied, past or about somebody else
(`safety_context`): that lowers the tier, never to nothing. What points the same way from two sides (hopeless words and
pills at hand) is urgent together.

It is a list of phrases and no more: it does not understand, judge or ask, and it misses what nobody wrote down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Final

from dialogues import safety_phrases as said
from dialogues import safety_tables
from dialogues.safety_context import context_of
from dialogues.safety_line import folded, plain_words
from dialogues.safety_match import Found, Phrases, Sentence, made_up_of, matches
from dialogues.safety_notation import Phrase, entries, phrase_of, word_set
from dialogues.safety_slips import Vocabulary
from dialogues.safety_spelling import squeezed

__all__ = ["Signal", "Tier", "asks_help", "folded", "heard", "make_ready", "scan"]


class Tier(IntEnum):
    """How close the words come; the lowest number is the most urgent."""

    T1 = 1  # first person and now: wish, plan, means, farewell
    T2 = 2  # passive or indirect
    T3 = 3  # somebody else, the past, the news, an explicit denial


@dataclass(frozen=True, kw_only=True)
class Signal:
    """That something was heard, and how close. Never the words (R22, R34)."""

    tier: Tier


@dataclass(frozen=True, kw_only=True)
class _Tables:
    """All phrases, and their words as they may be mistyped."""

    phrases: Phrases
    vocabulary: Vocabulary
    calls: tuple[Phrase, ...]
    of_calls: frozenset[str]


@cache
def make_ready() -> _Tables:
    """The tables, made ready at the first text (0.2 s) and kept. Whoever wants no text to wait calls it before."""
    phrases = Phrases(safety_tables.TABLES)
    counts = phrases.words()
    calls = tuple(map(phrase_of, entries(said.HELP)))
    return _Tables(
        phrases=phrases,
        vocabulary=Vocabulary(
            mended=[word for word, count in counts if count >= _OFTEN],
            known=word_set(said.KNOWN).union(word for word, _ in counts),
            stems=phrases.stems(),
        ),
        calls=calls,
        of_calls=frozenset(word for call in calls for step in call.steps for word in step.words) | {",", "|"},
    )


def scan(text: str) -> Signal | None:
    """The most urgent signal in `text`, or None. Never raises."""
    return _signal(_words(text))


def heard(text: str) -> int | None:
    """Both questions at once: 0 for a bare call for help, the tier of a signal, or None."""
    if len(text) < 3 and text.isdecimal():
        return None  # a score: no number this short calls for help, and nothing is said more often
    words = _words(text)
    if _calls_for_help(text, words):
        return 0
    signal = _signal(words)
    return int(signal.tier) if signal else None


def asks_help(text: str) -> bool:
    """Whether the whole message is a call for help: "help", "113", `/nood`, `/emergency`.

    `/help` with its slash is not: that is the command for usage.
    """
    return _calls_for_help(text, _words(text))


def _words(text: str) -> list[str]:
    return plain_words(text, make_ready().vocabulary.meant)


def _calls_for_help(text: str, words: list[str]) -> bool:
    command = _COMMAND.match(folded(text)) if text.lstrip().startswith("/") else None
    if command:
        return command["name"] in _HELP_COMMANDS
    tables = make_ready()
    if len(words) > _MOST_OF_A_CALL or not tables.of_calls.issuperset(words):
        return False
    return made_up_of(tables.calls, [word for word in words if word not in ",|"])


# --- what a message amounts to ---


def _signal(words: list[str]) -> Signal | None:
    phrases = make_ready().phrases
    looked_at = [(phrases.that_may_be_in(sentence), sentence) for sentence in _sentences(words)]
    kinds: set[str] = set()
    for able, sentence in sorted(looked_at, key=lambda each: each[0].keys().isdisjoint(_SIGNALS)):
        if able.keys().isdisjoint(_SIGNALS) and kinds.isdisjoint(_ALARMING):
            break  # as nearly always: what is left only makes a signal more urgent
        kinds |= _kinds(able, sentence)
        if "T1" in kinds:
            break  # nothing is more urgent
    tier = _tier(kinds)
    return Signal(tier=tier) if tier else None


def _tier(kinds: set[str]) -> Tier | None:
    """What the kinds of phrases in a message amount to. Two that point the same way are one that is urgent."""
    pointing = kinds & _POINTING
    if "T1" in kinds or (len(pointing) > 1 and not pointing.isdisjoint(_ALARMING)):
        return Tier.T1
    if "T2" in kinds:
        return Tier.T2
    return Tier.T3 if "T3" in kinds else None


def _sentences(words: list[str]) -> Iterator[Sentence]:
    """The sentences of a message, each once: what is said again says no more. A long one is read in stretches."""
    seen: set[tuple[str, ...]] = set()
    start = 0
    for end in (at for at, word in enumerate(words) if word == "|"):
        for begin in range(start, max(end - _LAP, start + 1), _STRIDE):
            stretch = tuple(words[begin : min(begin + _STRIDE + _LAP, end)])
            if stretch and stretch not in seen:
                seen.add(stretch)
                yield Sentence(stretch)
        start = end + 1


# --- what a sentence holds ---


def _kinds(able: Mapping[str, list[Phrase]], sentence: Sentence) -> set[str]:
    """The kinds of phrases in a sentence, each lowered by what stands around it."""
    sentence = sentence.without(idiom for idiom in _found("idiom", able, sentence) if _hides(idiom, sentence))
    theirs = list(_found("of others", able, sentence))
    kinds = {"T3"} if theirs else set()
    sentence = sentence.without(theirs)
    undone: set[int] = set()  # the words of phrases that count as T3: no looser phrase makes more of them
    for tier in Tier.T1, Tier.T2:
        for found in sorted(_found(tier.name, able, sentence), key=lambda found: found.phrase.anywhere):
            if found.phrase.anywhere and found.start in undone:
                continue
            became = _lowered(tier, found, sentence)
            kinds.add(became.name)
            if became is tier:
                return kinds if tier is Tier.T1 else kinds | _cues(able, sentence)
            if became is Tier.T3:
                undone.update(range(found.start, found.end))
    return kinds | _cues(able, sentence)


def _cues(able: Mapping[str, list[Phrase]], sentence: Sentence) -> set[str]:
    """What points the same way as a signal without being one: means at hand, a decision, a farewell."""
    return {
        cue for cue in _CUES for found in _found(cue, able, sentence) if _lowered(Tier.T2, found, sentence) is Tier.T2
    }


def _found(kind: str, able: Mapping[str, list[Phrase]], sentence: Sentence) -> Iterator[Found]:
    return matches(able[kind], sentence) if kind in able else iter(())


def _lowered(tier: Tier, found: Found, sentence: Sentence) -> Tier:
    """`tier`, or less when it is denied, long ago, past or about somebody else. Never nothing."""
    context = context_of(found, sentence)
    if context.is_undone():
        return Tier.T3
    return Tier.T2 if context.is_past() else tier


def _hides(idiom: Found, sentence: Sentence) -> bool:
    """Whether an idiom hides its words: within one clause, and not "dood" after a wish ("ik wil dood, gewoon weg")."""
    own = sentence.words[idiom.start : idiom.end]
    wished = own[0] == _DEAD and sentence.words[max(idiom.start - 1, 0)] in _WISHES
    return "," not in own and not wished


_SIGNALS: Final = {"T1", "T2", "of others", "means", "parting", "arranged"}
_CUES: Final = ("means", "resolve", "love", "parting", "arranged")
_POINTING: Final = {"T2", *_CUES}
_ALARMING: Final = {"T2", "means", "parting"}
_WISHES: Final = word_set("wil wilde wou willen liever liefst")
_DEAD: Final = squeezed("dood")
_OFTEN: Final = 1  # phrases that a word stands in, to be mended when it is mistyped
_STRIDE: Final = 60  # words from one stretch of a long sentence to the next...
_LAP: Final = 30  # ...and the words they share: no phrase is longer; keeps time in step with length
_COMMAND: Final = re.compile(r"\s*/(?P<name>\w+)(?:@\w+)?(?:\s.*)?", re.DOTALL)
_HELP_COMMANDS: Final = frozenset({"nood", "emergency"})
_MOST_OF_A_CALL: Final = 12  # words and signs
