"""The lines that the safety scan is measured on (R22), and the figures: what share is heard as it should be.

Two halves: `seen` was used while the tables were written; `blind` was written by people who had not seen the tables,
and is not looked at by who works on them. So nothing here prints a line of its own accord.
"""

import hashlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from dialogues.safety import heard

LINES = Path(__file__).parent / "safety_lines"
HALVES = ("seen", "blind")
#: What the weights of `dialogues.safety_weigh` were learnt from: many lines written for it, and the seen half.
LEARNT = "learnt"
LEARNT_FROM = (LEARNT, "seen")
#: Written blind too, and never shown, not even what is misheard: when the tables were mended by the misses of the blind
#: half, this says what they are worth for lines that nobody has seen.
RESERVE = "reserve"
LANGUAGES = ("nl", "en")
KINDS = ("t1", "t2", "t3", "harmless", "idioms")
#: What each kind should be heard as. A bare call for help (0) gets the numbers too.
RIGHT = {
    "t1": frozenset({0, 1}),
    "t2": frozenset({0, 1, 2}),
    "t3": frozenset({0, 1, 2, 3}),
    "harmless": frozenset({None}),
    "idioms": frozenset({None}),
}


@cache
def lines(half: str, kind: str, language: str) -> tuple[str, ...]:
    """The lines of one kind; none when that half isn't here. A blind line that was seen after all doesn't count."""
    path = LINES / half / f"{kind}-{language}.txt"
    if not path.exists():
        return ()
    known = frozenset() if half in LEARNT_FROM else _seen()
    written = path.read_text(encoding="utf-8").split("\n")
    return tuple(line for line in written if line.strip() and line.casefold().strip() not in known)


@cache
def _seen() -> frozenset[str]:
    return frozenset(line.casefold().strip() for half in LEARNT_FROM for line in _all_lines(half))


def _all_lines(half: str) -> list[str]:
    return [line for kind in KINDS for each in LANGUAGES for line in lines(half, kind, each)]


def digest_of_lines() -> str:
    """The SHA-256 of all lines that are learnt from, so that the weights can say which they were."""
    told = "\n".join(line for half in LEARNT_FROM for line in _all_lines(half))
    return hashlib.sha256(told.encode()).hexdigest()


def harmless(half: str, language: str) -> tuple[str, ...]:
    """All lines that should not alarm: diary lines and idioms."""
    return lines(half, "harmless", language) + lines(half, "idioms", language)


def recall(kind: str, texts: Sequence[str], way: Callable[[str], str] = str) -> float:
    """The share of these lines that is heard as its kind should be, typed in this way."""
    return sum(heard(way(text)) in RIGHT[kind] for text in texts) / len(texts)


def share(texts: Sequence[str], tier: int) -> float:
    """The share of these lines that is heard as this tier."""
    return sum(heard(text) == tier for text in texts) / len(texts)


def misses(half: str, kind: str, language: str) -> list[tuple[int | None, str]]:
    """Each line that is not heard as its kind should be, with what it is heard as: for the published list only."""
    found = ((heard(line), line) for line in lines(half, kind, language))
    return [(tier, line) for tier, line in found if tier not in RIGHT[kind]]
