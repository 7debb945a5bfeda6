"""Hears a safety signal in what a person types (R22), in Dutch and English at once, whatever language they chose.

What is promised: any text is read, whatever its length or alphabet; nothing raises; a false alarm is preferred to a
miss. A `Signal` says how close the words come, never which words they were: they are health data and go no further.

How it reads. A text becomes plain words (`safety_line`). What weighs nothing by what was learnt from many lines
(`safety_weigh`) is no signal. Else slips and forgotten spaces are mended (`safety_slips`); idioms lose their own words
and no others; each phrase of `safety_tables` is looked for in what is left (`safety_match`). A phrase counts for its
own tier, unless the words around it show that it is denied, past or about somebody else (`safety_context`): that
lowers the tier, never to nothing. What points the same way from two sides (hopeless words and pills at hand) is urgent
together. Then phrases and weights together make the tier. Of a message of hundreds of words all are weighed, and what
tells most is read so.

It is a list of phrases and a sum of weights and no more: it does not understand, judge or ask, and it misses things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from dialogues import safety_phrases as said
from dialogues.safety_line import folded, plain_words
from dialogues.safety_spelling import squeezed
from dialogues.safety_tier import Tier
from dialogues.safety_weigh import Known, Weight, is_light, most_telling, weighed

__all__ = ["Signal", "Tier", "asks_help", "folded", "heard", "scan"]


@dataclass(frozen=True, kw_only=True)
class Signal:
    """That something was heard, and how close. Never the words (R22, R34)."""

    tier: Tier


def scan(text: str) -> Signal | None:
    """The most urgent signal in `text`, or None. Never raises."""
    tier = _tier_of(text, plain_words(text, str))
    return Signal(tier=tier) if tier else None


def heard(text: str) -> int | None:
    """Both questions at once: 0 for a bare call for help, the tier of a signal, or None."""
    if _SCORE.fullmatch(text):
        return None  # no number this short calls for help, and nothing is said more often
    words = plain_words(text, str)
    if _may_call(text, words) and asks_help(text):
        return 0
    tier = _tier_of(text, words)
    return int(tier) if tier else None


def asks_help(text: str) -> bool:
    """Whether the whole message is a call for help: "help", "113", `/nood`, `/emergency`.

    `/help` with its slash is not: that is the command for usage.
    """
    command = _COMMAND.match(folded(text)) if text.lstrip().startswith("/") else None
    return command["name"] in _HELP_COMMANDS if command else _is_call(text)


def _may_call(text: str, words: Sequence[str]) -> bool:
    """Whether `text` may be a bare call for help: a command, or few words of which one is nearly one of its words."""
    if len(words) > _MOST_OF_A_CALL:
        return False
    return text.lstrip().startswith("/") or any(word[0] in _BEGIN_CALLS and _is_nearly_call(word) for word in words)


def _is_nearly_call(word: str) -> bool:
    """Whether it is a word of a call, with at most one slip."""
    return not _NEARLY_CALLS.isdisjoint((word, *(word[:n] + word[n + 1 :] for n in range(len(word)))))


def _is_call(text: str) -> bool:
    """Whether nothing but a call for help is in few words."""
    from dialogues import safety_phrased

    words = safety_phrased.meant(text)
    return len(words) <= _MOST_OF_A_CALL and safety_phrased.made_of_calls(words)


# --- what a message amounts to ---


def _tier_of(text: str, words: Sequence[str]) -> Tier | None:
    """What a message amounts to, of which `words` are the plain words: light ones are looked at no further."""
    known: Known = {}
    if is_light(words, known):
        return None
    from dialogues import safety_phrased  # now, not before: its tables take their time and room

    if len(words) > _LONG:
        meant = safety_phrased.mended(most_telling(words, known, _MOST_READ))
    else:
        meant = safety_phrased.meant(text)
    sentences = safety_phrased.looked_at(meant)
    phrased = safety_phrased.tier_of(sentences)
    told, heavy = weighed(meant, known)
    if beside := safety_phrased.beside_idioms(sentences):  # an idiom takes nothing from what stands beside it
        more = weighed(beside, known)
        told, heavy = max(told, more.told), heavy + more.heavy
    limits = _LIMITS[phrased]
    if phrased is None:
        size = sum(word not in ",|" for word in meant)
        if size < _FEWEST:
            return None
        limits = limits.raised(max(0, _FEW - size) * _RAISED)
    tiers = [_tier_of_weight(each, min(told, _MOST_TOLD), limits) for each in heavy]
    return min(filter(None, tiers), default=Tier.T3 if phrased or told >= _OF_OTHERS else None)


def _tier_of_weight(weight: Weight, told: float, limits: _Limits) -> Tier | None:
    urgent = min(max(weight.urgent, -_MOST_URGENT), _MOST_URGENT)
    if weight.urgent >= limits.urgent and weight.danger + _NOW * urgent + _NOW_TOLD * told >= limits.now:
        return Tier.T1
    return Tier.T2 if weight.danger + _INDIRECT_TOLD * told >= limits.indirect else None


class _Limits(NamedTuple):
    """From which weight on a message points to danger now, from which to danger less clearly; how urgent at least."""

    now: float
    indirect: float
    urgent: float

    def raised(self, by: float) -> _Limits:
        """The same, with more weight asked for."""
        return self._replace(now=self.now + by, indirect=self.indirect + by)


# What a phrase says counts most; the weights tell when it says too little or too much. Chosen so that hardly any
# harmless line alarms and hardly one of danger is missed, by the figures for lines not learnt from: those that were
# held out while the others were learnt from, and the blind half (`make safety`).
_LIMITS: Final = {
    None: _Limits(now=1.57, indirect=-0.21, urgent=-0.1),
    Tier.T3: _Limits(now=0.62, indirect=2.2, urgent=-0.1),
    Tier.T2: _Limits(now=-0.83, indirect=-2.04, urgent=1.3),
    Tier.T1: _Limits(now=-1.3, indirect=-2.98, urgent=-100.0),
}
_NOW: Final = 0.37  # how much urgency counts beside danger...
_MOST_URGENT: Final = 4.0  # ...up to here
_NOW_TOLD: Final = 0.11  # how much it counts that danger is told of at all, for danger now...
_INDIRECT_TOLD: Final = 0.42  # ...and for danger less clear...
_MOST_TOLD: Final = 8.0  # ...up to here
_LONG: Final = 300  # words and signs; of a message with more, the phrases are looked for in what tells most...
_MOST_READ: Final = 100  # ...in so many of them
_FEWEST: Final = 3  # words that weigh anything without a phrase: "plan", "/plan" or "go on" says nothing
_FEW: Final = 6  # words; with fewer, each missing one asks for more weight
_RAISED: Final = 0.7
_OF_OTHERS: Final = 2.0  # from here on somebody else's danger, or a denial, is heard without a phrase
_SCORE: Final = re.compile(r"\d{1,2}(?:[.,:]\d{1,2})?", re.ASCII)  # "7", "6,5", "2:30"
_COMMAND: Final = re.compile(r"\s*/(?P<name>\w+)(?:@\w+)?(?:\s.*)?", re.DOTALL)
_HELP_COMMANDS: Final = frozenset({"nood", "emergency"})
_MOST_OF_A_CALL: Final = 12  # words and signs
_OWN_TO_CALLS: Final = frozenset(squeezed(said.OWN_TO_CALLS).split())
_NEARLY_CALLS: Final = _OWN_TO_CALLS | {word[:n] + word[n + 1 :] for word in _OWN_TO_CALLS for n in range(len(word))}
_BEGIN_CALLS: Final = frozenset("hnesm190u")  # how they begin, a slip included
