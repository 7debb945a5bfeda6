"""Hears a safety signal in what a person types (R22), in Dutch and English at once, whatever language they chose.

What is promised: any text is read, whatever its length or alphabet; nothing raises; a false alarm is preferred to a
miss. A `Signal` says how close the words come, never which words they were: they are health data and go no further.

How it reads. A text becomes one line of plain words (`_plain`), idioms lose their own words and no others (`_masked`),
and each phrase of `safety_phrases` is looked for in what is left (`_matches`). A phrase counts for its own tier, unless
the words around it show that it is denied, past or about somebody else: that lowers the tier, never to nothing
(`_lowered`).

It is a list of phrases and no more: it does not understand, judge or ask, and it misses what nobody wrote down.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import product
from typing import Final

from dialogues import safety_phrases as said


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
    return _signal(_plain(text))


def heard(text: str) -> int | None:
    """Both questions at once: 0 for a bare call for help, the tier of a signal, or None."""
    plain = _plain(text)
    if _calls_for_help(text, plain):
        return 0
    signal = _signal(plain)
    return int(signal.tier) if signal else None


def _signal(plain: str) -> Signal | None:
    line = _masked(_line(plain), _IDIOMS)
    own = _masked(line, _OF_OTHERS)
    tiers = [Tier.T3] if own.text != line.text else []
    for tier, phrases in _OWN:
        tiers += (_lowered(tier, _heard(phrase, found)) for phrase, found in _matches(phrases, own))
        if tiers and min(tiers) <= tier:
            break  # the phrases after these are less urgent
    return Signal(tier=min(tiers)) if tiers else None


def asks_help(text: str) -> bool:
    """Whether the whole message is a call for help: "help", "113", `/nood`, `/emergency`.

    `/help` with its slash is not: that is the command for usage.
    """
    return _calls_for_help(text, _plain(text))


def _calls_for_help(text: str, plain: str) -> bool:
    command = _COMMAND.match(folded(text))
    if command:
        return command["name"] in _HELP_COMMANDS
    return _CALL_FOR_HELP.fullmatch(plain) is not None


# --- one line of plain words ---


def folded(text: str) -> str:
    """`text` without case, accents and invisible characters; full-width and ornamental letters become plain ones."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if unicodedata.category(c) not in _UNSEEN).casefold()


def _plain(text: str) -> str:
    """`text` as `| ik wil , niet mer |`: words in single spelling, `,` between clauses, `|` around sentences."""
    plain = folded(text.translate(_AS_TYPED))
    plain = _SPLIT_WORD.sub(lambda split: _GAP.sub("", split[0]), plain)
    plain = _DIGIT_IN_WORD.sub(lambda digits: digits[0].translate(_LETTER_FOR), plain)
    plain = _squeezed(_APART.sub(lambda word: said.APART[word[0]], plain))
    words = [_token(token) for token in _TOKEN.findall(plain)]
    return " ".join(["|", *_sentences(_joined(words)), "|"])


def _squeezed(words: str) -> str:
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
class _Line:
    """A plain line, with the offsets at which each of its words begins (at the space before it)."""

    text: str
    offsets: dict[str, list[int]]


@dataclass(frozen=True, kw_only=True)
class _Place:
    """One place of a phrase that must be filled: by one of these words, or by a word that holds one of these stems."""

    words: frozenset[str]
    stems: tuple[str, ...]

    def may_be_in(self, line: _Line) -> bool:
        """Whether some word of `line` can fill this place."""
        return not line.offsets.keys().isdisjoint(self.words) or any(stem in line.text for stem in self.stems)

    def offsets(self, line: _Line) -> list[int]:
        """Where the words of `line` begin that can fill this place."""
        able = self.words & line.offsets.keys()
        for stem in self.stems:
            able |= {word for word in line.offsets if stem in word}
        return sorted(offset for word in able for offset in line.offsets[word])


@dataclass(frozen=True, kw_only=True)
class _Phrase:
    """One line of `safety_phrases`, with the places that must be filled."""

    source: str
    places: tuple[_Place, ...]


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


def _lines(table: str) -> list[str]:
    """The phrases of a table, without remarks and empty lines."""
    return [line for line in table.splitlines() if line and not line.startswith("#")]


def _choices(place: str) -> list[str]:
    """The words that may stand in one place of a phrase."""
    named = re.sub(r"<(\w+)>", lambda name: said.WORDS[name[1]], place.strip("[]"))
    return [_squeezed(choice) for choice in named.split("|")]


def _phrase(source: str) -> _Phrase:
    """One line of a table, made ready."""
    places = [place for place in source.split() if place[0] not in "[.^$!"]
    return _Phrase(source=source, places=tuple(_filled(_choices(place)) for place in places))


def _filled(choices: list[str]) -> _Place:
    """The words and stems of one place."""
    return _Place(
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
def _pattern(source: str) -> re.Pattern[str]:
    """The line of a table as a regular expression; made when first needed, since most never are."""
    return re.compile("".join(_place(place) for place in source.split()))


def _line(text: str) -> _Line:
    """A plain line, indexed: a phrase is then looked for only where its first word stands, which keeps a scan quick."""
    offsets: dict[str, list[int]] = {}
    for word in _WORD.finditer(text):
        offsets.setdefault(word[0], []).append(word.start() - 1)
    return _Line(text=text, offsets=offsets)


class _Table:
    """The phrases of one table, found by the words their first place can hold: most are never looked at."""

    def __init__(self, phrases: Iterable[_Phrase]) -> None:
        self._phrases = tuple(phrases)
        self._by_word: dict[str, list[int]] = {}
        self._by_stem: dict[str, list[int]] = {}
        for n, phrase in enumerate(self._phrases):
            for word in phrase.places[0].words:
                self._by_word.setdefault(word, []).append(n)
            for stem in phrase.places[0].stems:
                self._by_stem.setdefault(stem, []).append(n)

    def candidates(self, line: _Line) -> Iterator[_Phrase]:
        """The phrases that can begin at some word of `line`, in the order of the table."""
        found = {n for word in line.offsets.keys() & self._by_word.keys() for n in self._by_word[word]}
        found.update(n for stem, able in self._by_stem.items() if stem in line.text for n in able)
        return (self._phrases[n] for n in sorted(found))


def _matches(table: _Table, line: _Line) -> Iterator[tuple[_Phrase, re.Match[str]]]:
    """Every phrase in `line`, from every word on where it can begin, so that none hides behind another."""
    for phrase in table.candidates(line):
        if all(place.may_be_in(line) for place in phrase.places):
            pattern = _pattern(phrase.source)
            found = (pattern.match(line.text, offset) for offset in phrase.places[0].offsets(line))
            yield from ((phrase, match) for match in found if match)


def _masked(line: _Line, phrases: _Table) -> _Line:
    """`line` with the words of these phrases, within one clause, made blank and no others; words keep their offsets."""
    text = line.text
    for _, found in _matches(phrases, line):
        if "," not in found[0] and not _wished(found):
            text = text[: found.start()] + _WORD.sub(_blank, found[0]) + text[found.end() :]
    return _Line(text=text, offsets=line.offsets)


def _blank(word: re.Match[str]) -> str:
    """As many blanks as the word has letters."""
    return "_" * len(word[0])


def _wished(idiom: re.Match[str]) -> bool:
    """Whether "dood" comes right after a wish: in "ik wil dood, gewoon weg" no idiom is meant."""
    return idiom[0].startswith(_DEAD) and idiom.string[: idiom.start()].endswith(_WISHES)


# --- what the words around a phrase do to it ---


def _heard(phrase: _Phrase, found: re.Match[str]) -> _Heard:
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
    sentence = _line(" ".join(("|", *heard.before, *heard.inside, *heard.after)))
    goes_on = _is_now(heard) or not sentence.offsets.keys().isdisjoint(_SINCE)
    return not goes_on and any(_matches(_FAR_PAST, sentence))


def _in_the_past(heard: _Heard) -> bool:
    """Whether it is told in the past tense, so perhaps of this morning: less than now, more than long ago."""
    return not _is_now(heard) and not _PAST.isdisjoint((*heard.clause[-3:], *heard.bare))


def _is_now(heard: _Heard) -> bool:
    """Whether it has a verb or a word of the present, in it or right before it."""
    return not _PRESENT.isdisjoint((*heard.clause[-3:], *heard.inside))


# --- the tables, made ready once ---


def _set(words: str) -> frozenset[str]:
    """Words in single spelling."""
    return frozenset(map(_squeezed, words.split()))


def _phrases(table: str) -> _Table:
    """A table of phrases, made ready."""
    return _Table(map(_phrase, _lines(table)))


def _halves(table: str) -> Iterator[tuple[str, str]]:
    """Each pair of words that is one word."""
    for line in _lines(table):
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
_WORD: Final = re.compile(r"[^\W_]+")
_APART: Final = re.compile(rf"\b(?:{'|'.join(said.APART)})\b")
_CENSORED: Final = tuple(map(_squeezed, said.CENSORED.split()))
_READ_AS: Final = {_squeezed(typed): _squeezed(meant) for row, meant in said.READ_AS.items() for typed in row.split()}
_HALVES: Final = frozenset(_halves(said.JOINED))

_OWN: Final = ((Tier.T1, _phrases(said.T1)), (Tier.T2, _phrases(said.T2)))
_OF_OTHERS: Final = _phrases(said.T3)
_IDIOMS: Final = _phrases(said.IDIOMS)
_WISHES: Final = tuple(_set("wil wilde wou willen liever liefst"))
_DEAD: Final = " " + _squeezed("dood")

_STRETCH: Final = 160  # characters of a sentence on either side that are read along; keeps time in step with length
_FIRST_PERSON: Final = _set(said.FIRST_PERSON)
_OTHERS: Final = _set(said.OTHERS)
_SUBJECTS: Final = _set("ik i im id ive")
_AND: Final = _set("plus and maar but dus so")
_NOUNS: Final = tuple(_set("zelfmoord suicide zelfdoding"))
_PAST: Final = _set(said.PAST_VERBS)
_PRESENT: Final = _set(said.PRESENT)
_SINCE: Final = _set(said.SINCE)
_FAR_PAST: Final = _phrases(said.FAR_PAST)
_NOT: Final = "|".join(sorted(_set(said.NEGATIONS)))
_STRONGER: Final = rf"(?!.*\b(?:{'|'.join(sorted(_set(said.STRONGER)))})\b)"
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
    r"\|(?:(?:" + "|".join(_pattern(call).pattern for call in _lines(said.HELP)) + r")(?: [,|](?= ))*)+ \|"
)
