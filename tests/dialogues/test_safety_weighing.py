"""How a message is weighed (R22): against a slow reference that reads the file of weights for itself."""

import json
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import sqrt
from zlib import crc32

import pytest

from dialogues.safety_line import plain_words
from dialogues.safety_weigh import (
    FILE,
    LIGHTEST,
    Known,
    is_light,
    learnt_from,
    most_telling,
    places,
    runs,
    stretches,
    weighed,
)

#: Lines with one, two and more sentences; long, short and repeated.
LINES = (
    "ik wil niet meer leven",
    "ik wil niet meer leven. ik heb pillen klaarliggen voor vanavond. niemand mist mij toch",
    "I want to die tonight. I have the pills here. Goodbye",
    "vandaag was het druk op het werk maar het ging best goed en ik ben moe",
    "dood",
    "ik kan niet meer, ik zie geen uitweg, " + "en ik weet niet wat ik nog moet doen " * 8,
)
PLACES = 1 << 20


@cache
def the_file() -> tuple[dict[str, object], bytes]:
    head, _, weights = files("dialogues").joinpath(FILE).read_bytes().partition(b"\n")
    return json.loads(head), weights


def places_of(words: tuple[str, ...]) -> set[int]:
    """Five letters in a row, a word, two words up to three apart with an edge on both sides, as places of a table."""
    line = f" {' '.join(words)} "
    found = {crc32(line[at : at + 5].encode()) for at in range(len(line) - 4)}
    found |= {crc32(word.encode()) for word in words}
    for one, two in pairwise(("", *words, "^")):
        found.add(crc32(two.encode(), crc32(one.encode()) if one else 0))
    for apart in (2, 3):
        for one, two in zip(words, words[apart:], strict=False):
            found.add(crc32(two.encode(), crc32(one.encode()) ^ (apart - 1)))
    return {each % PLACES for each in found}


def sign(byte: int) -> int:
    return byte - 256 if byte > 127 else byte


def weigh(run: list[tuple[str, ...]]) -> tuple[float, float, float]:
    """What a few sentences together tell, how much they point to danger, and to danger now."""
    head, weights = the_file()
    told = danger = urgent = much = 0.0
    for stretch in run:
        for place in places_of(stretch):
            rarity, step = divmod(weights[place], 32)
            count = head["rarity"][rarity]  # type: ignore[index]
            told += head["told"][rarity] * (step - 16)  # type: ignore[index]
            danger += sign(weights[PLACES + place]) * count
            urgent += sign(weights[2 * PLACES + place // 4]) * count
            much += count**2
    bases, steps = head["bases"], head["steps"]
    return (
        bases["told"] + told / sqrt(much),  # type: ignore[index]
        bases["danger"] + steps["danger"] * danger / sqrt(much),  # type: ignore[index]
        bases["urgent"] + steps["urgent"] * urgent / sqrt(much),  # type: ignore[index]
    )


@pytest.mark.parametrize("line", LINES, ids=[line[:30] for line in LINES])
def test_a_message_weighs_what_the_slow_reference_says(line: str) -> None:
    """The most that any sentence, or two or three in a row, tell; and each weight is that of one of those."""
    found = stretches(plain_words(line, str))
    together = [
        found[at : at + length] for at in range(len(found)) for length in (1, 2, 3) if at + length <= len(found)
    ]
    expected = [weigh(run) for run in together]
    said = weighed(plain_words(line, str))
    assert said.told == pytest.approx(max(told for told, _, _ in expected))
    able = [(danger, urgent) for told, danger, urgent in expected if danger > LIGHTEST]
    for weight in said.heavy:
        assert any(weight == pytest.approx(each) for each in able)
    sure = [danger for told, danger, _ in expected if told > LIGHTEST and danger > LIGHTEST]
    assert len(said.heavy) >= len(sure)
    assert max((weight.danger for weight in said.heavy), default=0.0) == pytest.approx(max(sure, default=0.0))
    known: dict[tuple[str, ...], object] = {}
    assert weighed(plain_words(line, str), known) == weighed(plain_words(line, str), known) == said  # type: ignore[arg-type]
    assert set(known) == set(found)


def test_nothing_weighs_nothing() -> None:
    """No words, or only pauses: light, and no weight."""
    for words in ([], ["|"], [",", "|"]):
        assert weighed(words) == (LIGHTEST, ())


def test_what_was_learnt_from_is_named() -> None:
    """By its SHA-256, in the file itself."""
    assert learnt_from() == the_file()[0]["digest"]
    assert len(learnt_from()) == 64


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a b c |", ["a b c"]),
        ("a b c | d e f |", ["a b c", "d e f"]),
        ("a b c | a b c |", ["a b c"]),
        ("a , b c d |", ["a", "a , b c d"]),
        ("a b , c d |", ["a b", "a b , c d"]),
        ("a b c , d |", ["a b c , d"]),
        (", a b |", [", a b"]),
        (", |", []),
        ("|", []),
        ("a b c", []),
        ("a b c | d , e f |", ["a b c", "d", "d , e f"]),
    ],
)
def test_a_message_is_weighed_sentence_by_sentence(words: str, found: list[str]) -> None:
    """Each once; one or two words before a pause are weighed alone as well, since they may have been a sentence."""
    assert [" ".join(each) for each in stretches(words.split())] == found


@pytest.mark.parametrize(
    ("length", "ends"),
    [
        (40, [(0, 40)]),
        (41, [(0, 40), (25, 41)]),
        (65, [(0, 40), (25, 65)]),
        (66, [(0, 40), (25, 65), (50, 66)]),
        (90, [(0, 40), (25, 65), (50, 90)]),
    ],
)
def test_a_long_sentence_is_weighed_in_stretches_of_forty_words(length: int, ends: list[tuple[int, int]]) -> None:
    """Every 25 words another one begins, so that no few words stand apart in all of them."""
    words = [f"w{n}" for n in range(length)]
    assert stretches([*words, "|"]) == [tuple(words[start:end]) for start, end in ends]


def test_up_to_three_sentences_in_a_row_are_weighed_as_one() -> None:
    """From each on; the end is the first that no longer belongs to it."""
    assert list(runs(4)) == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)]
    assert list(runs(1)) == [(0, 1)]
    assert list(runs(0)) == []


@pytest.mark.parametrize("words", ["dod", "ik wil dod", "ik wil niet mer , leven", "a a a a a"])
def test_a_stretch_has_each_of_its_places_once(words: str) -> None:
    """What is said again says no more; the same words have the same places on every computer."""
    found = places(words.split())
    assert set(found) == places_of(tuple(words.split()))
    assert len(found) == len(set(found))


def test_of_many_words_those_that_tell_most_are_taken_in_order() -> None:
    """Whole sentences with about so many words, the most telling ones, each ended; the rest stays out."""
    dull = [f"we hebben vandaag {number} dozen verhuisd |" for number in ("zes", "tien", "elf", "twaalf", "dertig")]
    telling = ["ik wil niet meer leven |", "ik heb pillen klarliggen |"]
    words = " ".join([*dull[:2], telling[0], *dull[2:], telling[1]]).split()
    known: Known = {}
    assert not is_light(words, known)
    assert " ".join(most_telling(words, known, 6)) == " ".join(telling)
    assert len(most_telling(words, known, 100)) == len(words)


def test_a_long_sentence_is_taken_in_stretches_without_saying_anything_twice() -> None:
    """Stretches that overlap and are both taken stand there once; apart, each ends."""
    dull = "en we hebben vandaag dozen verhuisd , " * 20
    words = f"{dull} ik wil niet meer leven , {dull} |".split()
    known: Known = {}
    is_light(words, known)
    taken = most_telling(words, known, 30)
    assert " ".join(taken).count("ik wil niet meer leven") == 1
    assert len(taken) < len(words) / 2
