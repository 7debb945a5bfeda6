"""What the phrases of the safety tables say in a message (R22): the second thing the scan asks, seldom needed.

Slips and forgotten spaces are mended first; idioms then hide their own words; what stands around a phrase may lower it.
The tables are read when this is first asked (0.1 s): an installation where nothing weighs anything never reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dialogues import safety_phrases as said
from dialogues import safety_tables
from dialogues.safety_context import context_of
from dialogues.safety_line import mended_words, plain_words
from dialogues.safety_match import Found, Phrases, Sentence, made_up_of, matches
from dialogues.safety_notation import Phrase, entries, phrase_of, word_set
from dialogues.safety_slips import Vocabulary
from dialogues.safety_spelling import squeezed
from dialogues.safety_tier import Tier


@dataclass(frozen=True, kw_only=True)
class _Tables:
    """All phrases, and their words as they may be mistyped."""

    phrases: Phrases
    vocabulary: Vocabulary
    calls: tuple[Phrase, ...]
    of_calls: frozenset[str]


@cache
def _tables() -> _Tables:
    """The tables, made ready once and kept."""
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


def meant(text: str) -> list[str]:
    """The plain words of `text`, with what is mistyped mended."""
    return plain_words(text, _tables().vocabulary.meant)


def mended(words: list[str]) -> list[str]:
    """Plain words, with what is mistyped mended."""
    return mended_words(words, _tables().vocabulary.meant)


def made_of_calls(words: list[str]) -> bool:
    """Whether the words are one bare call for help after another, and nothing else."""
    tables = _tables()
    return tables.of_calls.issuperset(words) and made_up_of(tables.calls, [word for word in words if word not in ",|"])


LookedAt = Sequence[tuple[Mapping[str, list[Phrase]], Sentence]]


def looked_at(words: list[str]) -> LookedAt:
    """The sentences of a message, each with the phrases that may be in it."""
    phrases = _tables().phrases
    return [(phrases.that_may_be_in(sentence), sentence) for sentence in _sentences(words)]


def beside_idioms(read: LookedAt) -> list[str]:
    """The clauses beside an idiom in one sentence, each as a sentence of its own; empty when there are none."""
    found: list[str] = []
    for able, sentence in read:
        if "idiom" not in able:
            continue
        shown = sentence.without(idiom for idiom in _found("idiom", able, sentence) if _hides(idiom, sentence))
        if shown is not sentence:
            clauses = " ".join(shown.words).split(" , ")
            found += [word for clause in clauses if "_" not in clause.split() for word in (*clause.split(), "|")]
    return found


def tier_of(read: LookedAt) -> Tier | None:
    """What the phrases in a message amount to."""
    kinds: set[str] = set()
    for able, sentence in sorted(read, key=lambda each: each[0].keys().isdisjoint(_SIGNALS)):
        if able.keys().isdisjoint(_SIGNALS) and kinds.isdisjoint(_ALARMING):
            break  # as nearly always: what is left only makes a signal more urgent
        kinds |= _kinds(able, sentence)
        if "T1" in kinds:
            break  # nothing is more urgent
    return _amounts_to(kinds)


def _amounts_to(kinds: set[str]) -> Tier | None:
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
