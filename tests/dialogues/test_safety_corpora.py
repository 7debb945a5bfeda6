"""The safety scan measured on lines, half of them written blind: the promises that docs/safety.md tells (R22).

A failing test tells figures, never a line of the blind half: whoever works on the tables must not come to know them.
So each figure gets a name before it is compared: pytest would show what it was made of. `make safety` writes the
figures and the misses.
"""

import random

import pytest

from dialogues.safety import heard
from dialogues.safety_weigh import learnt_from
from tests.dialogues.safety_corpora import (
    HALVES,
    KINDS,
    LANGUAGES,
    RIGHT,
    digest_of_lines,
    harmless,
    lines,
    recall,
    share,
)
from tests.dialogues.safety_ways import IDIOMS_AFTER, IDIOMS_BEFORE, WAYS

RECALL = {("t1", "nl"): 0.98, ("t1", "en"): 0.97, ("t2", "nl"): 0.90, ("t2", "en"): 0.90}
MOST_T1, MOST_T2 = 0.01, 0.03  # of harmless lines
MOST_LOST = 0.03  # of recall, by typing it another way
LONGEST, MOST_OF_A_LINE = 4096, 250  # characters
MOST_HIDDEN = 0.01  # of what is heard alone
SAMPLED, SEED = 80, 113  # lines of a kind in each run; the long run takes all


def has(half: str) -> bool:
    return all(lines(half, kind, language) for kind in KINDS for language in LANGUAGES)


BOTH = [
    pytest.param(half, language, marks=pytest.mark.skipif(not has(half), reason=f"the {half} half isn't here"))
    for half in HALVES
    for language in LANGUAGES
]

EVERY_WAY = [pytest.param(*case.values, way, marks=case.marks) for case in BOTH for way in WAYS]


def sampled(texts: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The same lines in every run, unless there are no more than that."""
    return texts if len(texts) <= most else tuple(random.Random(SEED).sample(texts, most))


@pytest.mark.parametrize(("half", "language"), BOTH)
def test_nearly_every_line_that_points_to_danger_is_heard(half: str, language: str) -> None:
    """An urgent line as urgent (98 % in Dutch, 97 % in English), an indirect one at least as indirect (90 %)."""
    urgent = recall("t1", lines(half, "t1", language))
    indirect = recall("t2", lines(half, "t2", language))
    assert urgent >= RECALL["t1", language]
    assert indirect >= RECALL["t2", language]


@pytest.mark.parametrize(("half", "language"), BOTH)
def test_hardly_any_harmless_line_alarms(half: str, language: str) -> None:
    """Of diary lines and idioms at most 1 % is heard as urgent and 3 % as indirect."""
    texts = harmless(half, language)
    as_urgent, as_indirect = share(texts, 1), share(texts, 2)
    assert as_urgent <= MOST_T1
    assert as_indirect <= MOST_T2


@pytest.mark.parametrize(("half", "language"), BOTH)
def test_an_urgent_line_is_heard_among_four_thousand_characters(half: str, language: str) -> None:
    """The longest message there is, full of harmless lines, hides none that is heard when it stands alone."""
    urgent = [line for line in sampled(lines(half, "t1", language), SAMPLED) if heard(line) in RIGHT["t1"]]
    drawn = random.Random(SEED)
    hidden = [_among(line, harmless(half, language), drawn) for line in urgent]
    assert min(map(len, hidden)) > LONGEST - 2 * MOST_OF_A_LINE
    found = recall("t1", hidden)
    assert found >= 1 - MOST_HIDDEN


def _among(line: str, others: tuple[str, ...], drawn: random.Random) -> str:
    """One line somewhere among as many others as a message holds."""
    chosen = [line]
    while sum(len(each) + 2 for each in chosen) < LONGEST - MOST_OF_A_LINE:
        chosen.append(drawn.choice(others))
    drawn.shuffle(chosen)
    return ". ".join(each.rstrip(".") for each in chosen)[:LONGEST]


@pytest.mark.parametrize(("half", "language"), BOTH)
def test_an_idiom_beside_it_costs_nothing(half: str, language: str) -> None:
    """ "Ik ben doodmoe" before a line, or "lach me dood" after it, hides only its own words; of the seen a sample."""
    beside_idioms(half, language, 3 * SAMPLED)


@pytest.mark.long
@pytest.mark.parametrize(("half", "language"), BOTH)
def test_an_idiom_beside_any_line_costs_nothing(half: str, language: str) -> None:
    """The same of all lines."""
    beside_idioms(half, language, 10**6)


def beside_idioms(half: str, language: str, most: int) -> None:
    """No more is missed with an idiom before or after than without."""
    for kind in ("t1", "t2"):
        texts = sampled(lines(half, kind, language), most)
        alone = recall(kind, texts)
        after = min(recall(kind, texts, lambda line, idiom=idiom: idiom + line) for idiom in IDIOMS_BEFORE)
        bare = [line.rstrip(".!?… ") for line in texts]
        before = min(recall(kind, bare, lambda line, idiom=idiom: line + idiom) for idiom in IDIOMS_AFTER)
        assert after >= alone, kind
        assert before >= alone, kind


def cost(half: str, language: str, way: str, most: int) -> float:
    """What is lost of recall, over urgent and indirect lines together, when they are typed this way."""
    lost = total = 0.0
    for kind in ("t1", "t2"):
        texts = sampled(lines(half, kind, language), most)
        lost += (recall(kind, texts) - recall(kind, texts, WAYS[way])) * len(texts)
        total += len(texts)
    return lost / total


@pytest.mark.parametrize(("half", "language", "way"), EVERY_WAY)
def test_the_way_it_is_typed_costs_little(half: str, language: str, way: str) -> None:
    """In capitals, with a slip, in a diary ...: at most 3 points of recall. A sample; the long run takes every line."""
    slack = 1 / SAMPLED  # a sample may have one line more
    lost = cost(half, language, way, SAMPLED)
    assert lost <= MOST_LOST + slack


@pytest.mark.long
@pytest.mark.parametrize(("half", "language", "way"), EVERY_WAY)
def test_the_way_every_line_is_typed_costs_little(half: str, language: str, way: str) -> None:
    """The same of all lines."""
    lost = cost(half, language, way, 10**6)
    assert lost <= MOST_LOST


def test_the_ways_are_twelve_and_each_does_something() -> None:
    """A way that leaves lines as they are would measure nothing; each gives the same every time."""
    texts = lines("seen", "t1", "nl")[:100]
    assert len(WAYS) == 12
    for name, way in WAYS.items():
        assert sum(way(line) != line for line in texts) > 90, name
        assert [way(line) for line in texts] == [way(line) for line in texts], name


def of(half: str, *kinds: str, language: str = "") -> int:
    return sum(len(lines(half, kind, each)) for kind in kinds for each in LANGUAGES if language in {"", each})


@pytest.mark.skipif(not has("blind"), reason="the blind half isn't here")
def test_there_are_enough_lines_and_half_of_each_is_blind() -> None:
    """At least 300 lines of danger in Dutch, 150 in English, 1,500 harmless (300 with idioms), 150 of others."""
    least = {
        ("t1", "t2", "nl"): 300,
        ("t1", "t2", "en"): 150,
        ("harmless", "idioms", ""): 1500,
        ("idioms", ""): 300,
        ("t3", ""): 150,
    }
    for (*kinds, language), number in least.items():
        assert sum(of(half, *kinds, language=language) for half in HALVES) >= number, kinds
        assert of("blind", *kinds, language=language) >= number / 2, kinds


def test_the_weights_were_learnt_from_the_lines_that_are_here() -> None:
    """Who adds a line learns the weights anew: `make safety-learn`."""
    assert learnt_from() == digest_of_lines()


@pytest.mark.parametrize("half", HALVES)
def test_each_line_of_a_half_is_there_once(half: str) -> None:
    """No line is counted twice, however it is written."""
    every = [
        line.casefold().strip() for kind in KINDS for language in LANGUAGES for line in lines(half, kind, language)
    ]
    twice = len(every) - len(set(every))
    assert twice == 0
