"""What the words around a phrase do to it (R22): denied, long ago, somebody else's, or told in the past tense.

`Context` is a phrase in its sentence; its two questions lower a signal, and neither ever makes it nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dialogues import safety_phrases as said
from dialogues.safety_match import Found, Phrases, Sentence, matches
from dialogues.safety_notation import word_set


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """A phrase in its sentence. `between` are the words in its gaps; `bare` are the words whose tense counts."""

    before: tuple[str, ...]
    inside: tuple[str, ...]
    between: tuple[str, ...]
    bare: tuple[str, ...]
    after: tuple[str, ...]
    stands: bool  # the phrase says what it says: see `=` in `safety_phrases`
    loose: bool  # its other words stand anywhere: see `+` there

    @property
    def clause(self) -> tuple[str, ...]:
        """The words before it since the last comma."""
        cut = len(self.before) - self.before[::-1].index(",") if "," in self.before else 0
        return self.before[cut:]

    def is_undone(self) -> bool:
        """Whether it is denied, years ago, or about somebody else."""
        return _about_another(self) or _denied(self) or _long_ago(self)

    def is_past(self) -> bool:
        """Whether it is told in the past tense, so perhaps of this morning: less than now, more than long ago."""
        return not (self.stands or _is_now(self) or _PAST.isdisjoint((*self.clause[-3:], *self.bare)))


def context_of(found: Found, sentence: Sentence) -> Context:
    """A phrase that was found, with the words of its own sentence around it (a bounded stretch)."""
    words = sentence.words
    between = tuple(words[at] for at in found.gaps)
    inside = tuple(words[found.start : found.end])
    return Context(
        before=tuple(words[max(0, found.start - _STRETCH) : found.start]),
        inside=inside,
        between=between,
        bare=between if found.phrase.own_past else inside,
        after=(*words[found.end : found.end + _STRETCH], "|"),
        stands=found.phrase.stands,
        loose=found.phrase.anywhere,
    )


# --- about somebody else ---


def _about_another(phrase: Context) -> bool:
    """Whether somebody else is meant: the nearest person before it in its clause, or "zelfmoord van mijn broer"."""
    if phrase.stands:
        return False
    if _names_another(phrase) or _is_told_of_another(phrase):
        return True
    if any(word in _FIRST_PERSON for word in _persons(phrase.inside)):
        return False
    if "wants" in phrase.inside or any(word in _OTHERS for word in phrase.between):
        return True
    return any(word in _OTHERS for word in _persons(phrase.clause)[-1:])


def _names_another(phrase: Context) -> bool:
    """Whether the words after "zelfmoord" or "suicidaal" say whose it is: "... van mijn broer", "... klanten"."""
    if not phrase.inside[-1].startswith(_NOUNS):
        return False
    whose = phrase.after[0] in {"van", "bij", "of", "by"} and not _OTHERS.isdisjoint(phrase.after[1:4])
    return whose or phrase.after[0] in _OTHERS


def _is_told_of_another(phrase: Context) -> bool:
    """Whether it follows "mijn zus, die ..." or "hij zei ..."."""
    last = phrase.clause[-1:]
    if last in {("die",), ("who",)} and not phrase.loose:
        return len(phrase.clause) > 1 or not _OTHERS.isdisjoint(phrase.before[-3:-2])
    return not _SAYING.isdisjoint(last) and not _OTHERS.isdisjoint(phrase.clause[-4:])


def _persons(words: tuple[str, ...]) -> list[str]:
    """The words for persons among `words`; "mijn" counts only when there is no other, and nobody in "weet iemand"."""
    asked = zip(("", *words), words, strict=False)
    named = [word for before, word in asked if not (word in _ANYBODY and before in _ASKING)]
    persons = [word for word in named if (word in _OTHERS or word in _FIRST_PERSON) and word not in _OWNED]
    return persons or [word for word in named if word in _OWNED]


# --- denied ---


def _denied(phrase: Context) -> bool:
    """Whether a "not" belongs to it: in its gaps, closely before it, before "that I ...", or after it at the end."""
    if phrase.stands:
        return False
    return (
        _NOT_WITHIN.search(" ".join(phrase.between)) is not None
        or _is_denied_after(phrase.after)
        or _NOT_THAT_I.search(" ".join((*phrase.clause, phrase.inside[0]))) is not None
        or _NOT_BEFORE.search(" ".join(_since_subject(phrase))) is not None
    )


def _is_denied_after(after: tuple[str, ...]) -> bool:
    """Whether the words after it take it back: "... niet", "...? nee", "... is geen optie"."""
    if after[:2] in _NOT_AFTER or after[:3] in _NOT_AFTER or after[:2] in _NO_AFTER:
        return True
    return after[0] in _IS and _NOT_AT_ALL.search(" ".join(after[1:4])) is not None


def _since_subject(phrase: Context) -> tuple[str, ...]:
    """The few words right before it that can still deny it: a "not" before a new "ik" or "and" is not about it."""
    if not _SUBJECTS.isdisjoint(phrase.inside[:2]):
        return ()
    near = phrase.clause[-4:]
    new = [index for index, word in enumerate(near) if word in _SUBJECTS or word in _AND]
    return near[new[-1] + 1 :] if new else near


# --- when ---


def _long_ago(phrase: Context) -> bool:
    """Whether its sentence puts it years back, and nothing in it says that it is still so."""
    if "used to" in " ".join(phrase.clause[-4:]):
        return True
    words = (*phrase.before, *phrase.inside, *phrase.after[:-1])
    if _is_now(phrase) or not _SINCE.isdisjoint(words):
        return False
    sentence = Sentence(words)
    return any(matches(_FAR_PAST.that_may_be_in(sentence).get("far past", ()), sentence))


def _is_now(phrase: Context) -> bool:
    """Whether it has a verb or a word of the present, in it or right before it."""
    return not _PRESENT.isdisjoint((*phrase.clause[-3:], *phrase.inside))


_STRETCH: Final = 25  # words of a sentence on either side that are read along; keeps time in step with length
_FIRST_PERSON: Final = word_set(said.FIRST_PERSON)
_OTHERS: Final = word_set(said.OTHERS)
_OWNED: Final = word_set("mijn my")
_ANYBODY: Final = word_set(said.ANYBODY)
_ASKING: Final = word_set(said.ASKING)
_SAYING: Final = word_set(said.SAYING)
_NOUNS: Final = tuple(word_set("zelfmoord suicide zelfdoding suicidal suicida"))
_SUBJECTS: Final = word_set("ik i im id ive ill ima imma")
_AND: Final = word_set("en and maar but dus so")
_IS: Final = word_set("is was isnt")
_PAST: Final = word_set(said.PAST_VERBS)
_PRESENT: Final = word_set(said.PRESENT)
_SINCE: Final = word_set(said.SINCE)
_FAR_PAST: Final = Phrases({"far past": said.FAR_PAST})
_NOT: Final = "|".join(sorted(word_set(said.NEGATIONS)))
_STRONGER: Final = rf"(?!.*\b(?:{'|'.join(sorted(word_set(said.STRONGER)))})\b)"
_GOES_ON: Final = "|".join(sorted(word_set(said.GOES_ON)))
_NOT_WITHIN: Final = re.compile(rf"\b(?:{_NOT})\b{_STRONGER}")
_NOT_BEFORE: Final = re.compile(
    rf"\b(?:{_NOT})\b(?! (?:mer|langer|anymore)\b(?! (?:an|over|suicidal)\b))(?! (?:{_GOES_ON})\b){_STRONGER}"
)
_NOT_THAT_I: Final = re.compile(
    r"(?:\b(?:denk|zeg|is|bedoel|betekent) niet dat|^niet dat|\bnot that"
    r"|\b(?:not|dont|didnt|never) (?:think|say|saying|mean)(?: that)?) (?:ik|i|im|id|ive)(?: \w+){0,3}$"
)
_NOT_AT_ALL: Final = re.compile(r"^(?:\w+ )?(?:gen|niet|not|nooit|noit)\b(?! mer)")
_NO_AFTER: Final = frozenset({(",", "ne"), (",", "no"), (",", "nop")})
_NOT_AFTER: Final = frozenset((*way, end) for way in [("niet",), ("noit",), ("ik", "niet"), ("not",)] for end in ",|")
