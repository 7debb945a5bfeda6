"""Hears a safety signal in what a person types (R22), in Dutch and English at once, whatever language they chose.

What is promised: any text is read, whatever its length or alphabet; nothing raises; a false alarm is preferred to a
miss. A `Signal` says how close the words come, never which words they were: they are health data and go no further.

How it reads. A text becomes one line of plain words (`safety_line.plain_line`), idioms lose their own words and no
others (`_masked`), and each phrase of `safety_phrases` is looked for in what is left (`safety_line.matches`). A phrase
counts for its own tier, unless the words around it show that it is denied, past or about somebody else: that lowers
the tier, never to nothing (`_lowered`).

It is a list of phrases and no more: it does not understand, judge or ask, and it misses what nobody wrote down.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from dialogues import safety_phrases as said
from dialogues.safety_line import (
    WORD,
    Line,
    Phrase,
    Table,
    entries,
    expression,
    folded,
    indexed,
    matches,
    plain_line,
    squeezed,
    table_of,
    word_set,
)

__all__ = ["Signal", "Tier", "asks_help", "folded", "heard", "scan"]


class Tier(IntEnum):
    """How close the words come; the lowest number is the most urgent."""

    T1 = 1  # first person and now: wish, plan, means, farewell
    T2 = 2  # passive or indirect
    T3 = 3  # somebody else, the past, the news, an explicit denial


@dataclass(frozen=True, kw_only=True)
class Signal:
    """That something was heard, and how close. Never the words (R22, R34)."""

    tier: Tier


def scan(text: str) -> Signal | None:
    """The most urgent signal in `text`, or None. Never raises."""
    return _signal(plain_line(text))


def heard(text: str) -> int | None:
    """Both questions at once: 0 for a bare call for help, the tier of a signal, or None."""
    if len(text) < 3 and text.isdecimal():
        return None  # a score: no number this short calls for help, and nothing is said more often
    plain = plain_line(text)
    if _calls_for_help(text, plain):
        return 0
    if not any(map(str.isalpha, text)):  # a bare score: no words, no signal
        return None
    signal = _signal(plain)
    return int(signal.tier) if signal else None


def _signal(plain: str) -> Signal | None:
    line = _masked(indexed(plain), _IDIOMS)
    own = _masked(line, _OF_OTHERS)
    tiers = [Tier.T3] if own.text != line.text else []
    for tier, phrases in _OWN:
        tiers += (_lowered(tier, _heard(phrase, found)) for phrase, found in matches(phrases, own))
        if tiers and min(tiers) <= tier:
            break  # the phrases after these are less urgent
    return Signal(tier=min(tiers)) if tiers else None


def asks_help(text: str) -> bool:
    """Whether the whole message is a call for help: "help", "113", `/nood`, `/emergency`.

    `/help` with its slash is not: that is the command for usage.
    """
    return _calls_for_help(text, plain_line(text))


def _calls_for_help(text: str, plain: str) -> bool:
    command = _COMMAND.match(folded(text))
    if command:
        return command["name"] in _HELP_COMMANDS
    return _CALL_FOR_HELP.fullmatch(plain) is not None


# --- words that don't count ---


def _masked(line: Line, phrases: Table) -> Line:
    """`line` with the words of these phrases, within one clause, made blank and no others; words keep their offsets."""
    text = line.text
    for _, found in matches(phrases, line):
        if "," not in found[0] and not _wished(found):
            text = text[: found.start()] + WORD.sub(_blank, found[0]) + text[found.end() :]
    return Line(text=text, offsets=line.offsets)


def _blank(word: re.Match[str]) -> str:
    """As many blanks as the word has letters."""
    return "_" * len(word[0])


def _wished(idiom: re.Match[str]) -> bool:
    """Whether "dood" comes right after a wish: in "ik wil dood, gewoon weg" no idiom is meant."""
    return idiom[0].startswith(_DEAD) and idiom.string[: idiom.start()].endswith(_WISHES)


# --- what the words around a phrase do to it ---


@dataclass(frozen=True, kw_only=True)
class _Heard:
    """A phrase in its sentence. `between` are the words in its gaps; `bare` are the words whose tense counts."""

    before: tuple[str, ...]
    inside: tuple[str, ...]
    between: tuple[str, ...]
    bare: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def clause(self) -> tuple[str, ...]:
        """The words before it since the last comma."""
        cut = len(self.before) - self.before[::-1].index(",") if "," in self.before else 0
        return self.before[cut:]


def _heard(phrase: Phrase, found: re.Match[str]) -> _Heard:
    """A phrase that was found, with the words of its own sentence around it (a bounded stretch)."""
    line = found.string
    before = line[max(0, found.start() - _STRETCH) : found.start()].rpartition("|")[2]
    after = line[found.end() : found.end() + _STRETCH].partition("|")[0]
    between = tuple(" ".join(gap for gap in found.groups() if gap).split())
    inside = tuple(found[0].split())
    return _Heard(
        before=tuple(before.split()),
        inside=inside,
        between=between,
        bare=between if phrase.source.startswith("!") else inside,
        after=(*after.split(), "|"),
    )


def _lowered(tier: Tier, heard: _Heard) -> Tier:
    """`tier`, or less when it is denied, long ago, past or about somebody else. Never nothing."""
    if _about_another(heard) or _denied(heard) or _long_ago(heard):
        return Tier.T3
    return Tier(min(tier + 1, Tier.T3)) if _in_the_past(heard) else tier


def _about_another(heard: _Heard) -> bool:
    """Whether somebody else is meant: the nearest person before it in its clause, or "zelfmoord van mijn broer"."""
    theirs = heard.inside[-1].startswith(_NOUNS) and heard.after[0] in {"van", "bij", "of", "by"}
    if theirs and any(word in _OTHERS for word in heard.after[1:4]):
        return True
    if any(word in _FIRST_PERSON for word in _persons(heard.inside)):
        return False
    if "wants" in heard.inside or any(word in _OTHERS for word in heard.between):
        return True
    nearest = _persons(heard.clause)[-1:]
    return heard.before[-1:] in {("die",), ("who",)} or any(word in _OTHERS for word in nearest)


def _persons(words: tuple[str, ...]) -> list[str]:
    """The words for persons among `words`; in "mijn broer" it is the brother, not the speaker."""
    persons = [word for word in words if word in _OTHERS or word in _FIRST_PERSON]
    followed = zip(persons, [*persons[1:], ""], strict=False)
    return [word for word, following in followed if not (word in {"mijn", "my"} and following in _OTHERS)]


def _denied(heard: _Heard) -> bool:
    """Whether a "not" belongs to it: in its gaps, closely before it, before "that I ...", or after it at the end."""
    if _NOT_WITHIN.search(" ".join(heard.between)) or heard.after[:2] in _NOT_AFTER or heard.after[:3] in _NOT_AFTER:
        return True
    if _NOT_THAT_I.search(" ".join((*heard.clause, heard.inside[0]))):
        return True
    return _NOT_BEFORE.search(" ".join(_since_subject(heard))) is not None


def _since_subject(heard: _Heard) -> tuple[str, ...]:
    """The few words right before it that can still deny it: a "not" before a new "ik" or "and" is not about it."""
    if heard.inside[0] in _SUBJECTS:
        return ()
    near = heard.clause[-4:]
    new = [index for index, word in enumerate(near) if word in _SUBJECTS or word in _AND]
    return near[new[-1] + 1 :] if new else near


def _long_ago(heard: _Heard) -> bool:
    """Whether its sentence puts it years back, and nothing in it says that it is still so."""
    if "used to" in " ".join(heard.clause[-4:]):
        return True
    sentence = indexed(" ".join(("|", *heard.before, *heard.inside, *heard.after)))
    goes_on = _is_now(heard) or not sentence.offsets.keys().isdisjoint(_SINCE)
    return not goes_on and any(matches(_FAR_PAST, sentence))


def _in_the_past(heard: _Heard) -> bool:
    """Whether it is told in the past tense, so perhaps of this morning: less than now, more than long ago."""
    return not _is_now(heard) and not _PAST.isdisjoint((*heard.clause[-3:], *heard.bare))


def _is_now(heard: _Heard) -> bool:
    """Whether it has a verb or a word of the present, in it or right before it."""
    return not _PRESENT.isdisjoint((*heard.clause[-3:], *heard.inside))


# --- the tables, made ready once ---

_OWN: Final = ((Tier.T1, table_of(said.T1)), (Tier.T2, table_of(said.T2)))
_OF_OTHERS: Final = table_of(said.T3)
_IDIOMS: Final = table_of(said.IDIOMS)
_WISHES: Final = tuple(word_set("wil wilde wou willen liever liefst"))
_DEAD: Final = " " + squeezed("dood")

_STRETCH: Final = 160  # characters of a sentence on either side that are read along; keeps time in step with length
_FIRST_PERSON: Final = word_set(said.FIRST_PERSON)
_OTHERS: Final = word_set(said.OTHERS)
_SUBJECTS: Final = word_set("ik i im id ive")
_AND: Final = word_set("plus and maar but dus so")
_NOUNS: Final = tuple(word_set("zelfmoord suicide zelfdoding"))
_PAST: Final = word_set(said.PAST_VERBS)
_PRESENT: Final = word_set(said.PRESENT)
_SINCE: Final = word_set(said.SINCE)
_FAR_PAST: Final = table_of(said.FAR_PAST)
_NOT: Final = "|".join(sorted(word_set(said.NEGATIONS)))
_STRONGER: Final = rf"(?!.*\b(?:{'|'.join(sorted(word_set(said.STRONGER)))})\b)"
_NOT_WITHIN: Final = re.compile(rf"\b(?:{_NOT})\b{_STRONGER}")
_NOT_BEFORE: Final = re.compile(rf"\b(?:{_NOT})\b(?! (?:mer|langer|anymore)\b(?! (?:an|over|suicidal)\b)){_STRONGER}")
_NOT_THAT_I: Final = re.compile(
    r"(?:\b(?:denk|zeg|is|bedoel|betekent) niet dat|^niet dat|\bnot that"
    r"|\b(?:not|dont|didnt|never) (?:think|say|saying|mean)(?: that)?) (?:ik|i|im|id|ive)(?: \w+){0,3}$"
)
_NOT_AFTER: Final = frozenset((*way, end) for way in [("niet",), ("noit",), ("ik", "niet"), ("not",)] for end in ",|")

_COMMAND: Final = re.compile(r"\s*/(?P<name>\w+)(?:@\w+)?(?:\s.*)?", re.DOTALL)
_HELP_COMMANDS: Final = frozenset({"nood", "emergency"})
_CALL_FOR_HELP: Final = re.compile(
    r"\|(?:(?:" + "|".join(expression(call).pattern for call in entries(said.HELP)) + r")(?: [,|](?= ))*)+ \|"
)
