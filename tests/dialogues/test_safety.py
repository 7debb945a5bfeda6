"""The safety scan (R22): which words are a signal, how close, and what must not alarm. First list, not yet approved."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues import safety_phrased, safety_phrases
from dialogues.safety import Signal, Tier, asks_help, heard, scan
from dialogues.safety_notation import START, entries
from dialogues.safety_tables import TABLES
from dialogues.safety_words import WORDS
from tests.dialogues.safety_promised import (
    DUTCH_NONE,
    DUTCH_T1,
    DUTCH_T2,
    DUTCH_T3,
    ENGLISH_NONE,
    ENGLISH_T1,
    ENGLISH_T2,
    ENGLISH_T3,
    HITS,
    NONE,
    lines,
)


@pytest.mark.parametrize(("line", "tier"), HITS, ids=[line for line, _ in HITS])
def test_each_line_gives_a_signal_of_its_tier(line, tier):
    """Every written example is heard, and as close as it is (R22)."""
    assert scan(line) == Signal(tier=Tier(tier))


@pytest.mark.parametrize("line", ["maakt niet uit", "what do you mean", "Everything, a bit", "Zal ik het klaarzetten?"])
def test_a_few_words_that_could_mean_anything_are_no_signal(line):
    """In the midst of many they may weigh enough; alone they need more."""
    assert scan(line) is None


@pytest.mark.parametrize("line", [line for table in NONE for line in lines(table)])
def test_ordinary_talk_of_an_employee_on_sick_leave_does_not_alarm(line):
    """Pain, tiredness, deadlines and idioms are no safety signal."""
    assert scan(line) is None


def test_the_tables_hold_at_least_eighty_lines_each_way_in_both_languages():
    """The examples are many enough to mean something: 80 hits and 80 ordinary lines a language."""
    for hits in (DUTCH_T1 + DUTCH_T2 + DUTCH_T3, ENGLISH_T1 + ENGLISH_T2 + ENGLISH_T3):
        assert len(set(lines(hits))) >= 80
    for ordinary in (DUTCH_NONE, ENGLISH_NONE):
        assert len(set(lines(ordinary))) >= 80


DIARY = "Vandaag was het druk. I had a meeting. Mijn rug doet pijn en de deadline is morgen. " * 12

WAYS = {
    "in capitals": str.upper,
    "with accents": lambda line: line.replace("e", "é").replace("o", "ö").replace("i", "ï"),
    "with invisible characters": lambda line: "\u200b".join(line) + "\u00ad",
    "over several lines": lambda line: line.replace(" ", "\n"),
    "with wide spaces": lambda line: line.replace(" ", "\u2003\u00a0"),
    "with emoji": lambda line: "😔 " + line + " 💔🙏",
    "in quotes": lambda line: "\u201c" + line + "\u201d",
    "with curly apostrophes": lambda line: line.replace("'", "\u2019"),
    "with exclamation marks": lambda line: line + "!!!",
    "full width": lambda line: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in line),
    "without apostrophes": lambda line: line.replace("'", ""),
    "inside a long diary": lambda line: f"{DIARY}{line}. {DIARY}",
    "after a Dutch idiom": lambda line: "ik ben doodmoe. " + line,
    "after an English idiom": lambda line: "I'm dead tired and my back is killing me. " + line,
    "before an idiom": lambda line: line + ", lach me dood",
    "before a denial": lambda line: line + ". Ik wil niet dood.",
    "after another's": lambda line: "Mijn broer wil dood. " + line,
}


@pytest.mark.parametrize("way", WAYS)
def test_the_way_it_is_written_costs_nothing(way):
    """An urgent line stays urgent in capitals, over several lines, in a diary, beside an idiom or another's words."""
    urgent = lines(DUTCH_T1) + lines(ENGLISH_T1)
    assert [line for line in urgent if scan(WAYS[way](line)) != Signal(tier=Tier.T1)] == []


@pytest.mark.parametrize(
    "text",
    ["ik wil d o o d", "ik wil d.o.o.d", "ik wil d-o-o-d", "k i l l  m y s e l f", "ik wil dooooood", "d00d wil ik"],
)
def test_split_and_stretched_words_are_put_together(text):
    """Letters apart, stretched or typed as digits still make the word."""
    assert scan(text) == Signal(tier=Tier.T1)


@pytest.mark.parametrize(
    "text", ["", " ", "|", "| , |", "?!", "\ud800", "\x00", "_", "*", "a*", "ﷺ" * 5000, "🏳️‍🌈" * 900]
)
def test_odd_texts_are_read_as_nothing(text):
    """Whatever is no language gives no signal and no error."""
    assert scan(text) is None
    assert asks_help(text) is False


@given(st.text())
def test_no_text_raises(text):
    """Any text of any alphabet is read; the answer is a signal or None."""
    assert scan(text) is None or isinstance(scan(text), Signal)
    assert asks_help(text) in (True, False)


@given(st.text(), st.text())
def test_nothing_written_around_it_makes_it_nothing(before, after):
    """Text before and after may lower a signal, never remove it."""
    assert scan(f"{before}\n\nik wil niet meer leven\n\n{after}") is not None


def test_a_signal_carries_no_words():
    """A signal is a tier and nothing else: the words are health data and stay where they were (R22)."""
    assert [field.name for field in dataclasses.fields(Signal)] == ["tier"]


def test_the_tiers_are_in_order_of_urgency():
    """T1 comes before T2 before T3, so `min` is the most urgent."""
    assert min(Tier) is Tier.T1
    assert sorted(Tier) == [Tier.T1, Tier.T2, Tier.T3]


def test_the_most_urgent_of_several_counts():
    """A denial, somebody else and an own wish in one message: the own wish is answered."""
    assert scan("Mijn broer wil dood. Ik zie het niet meer zitten. Ik wil niet dood.") == Signal(tier=Tier.T2)
    assert scan("Ik wil niet dood, zei ik. Dat is niet waar. Ik wil wel dood.") == Signal(tier=Tier.T1)


PHRASES = [
    line for table in (*TABLES.values(), safety_phrases.FAR_PAST, safety_phrases.HELP) for line in entries(table)
]
SIGNS = {"...", "....", "^", "$", "!", "=", "&", "+"}


@pytest.mark.parametrize("name", WORDS)
def test_every_name_stands_for_plain_words(name):
    """What `<x>` stands for is words and stems, each once."""
    words = WORDS[name].split("|")
    assert all(word.removesuffix("*").isalnum() and word == word.lower() for word in words)
    assert len(set(words)) == len(words)


def test_every_phrase_is_written_in_the_notation():
    """A slip in a table is found here, not by somebody who isn't heard: signs alone, plain words, known names."""
    for phrase in PHRASES:
        places = phrase.split()
        assert not places[0].startswith(("[", ".", "$", "&", "+")), phrase
        assert len({"&", "+"} & set(places)) < 2, phrase
        for place in places:
            words = [] if place in SIGNS else place.removeprefix("[").removesuffix("]").split("|")
            for word in words:
                known = word[1:-1] in WORDS if word.startswith("<") else word.removesuffix("*").isalnum() or word == "$"
                assert known, phrase
                assert word == word.lower(), phrase
                assert not word.endswith("*") or len(word) > START, phrase


def test_no_phrase_stands_in_a_table_twice():
    """What is corrected in one place isn't left as it was in another."""
    for name, table in TABLES.items():
        lines_of = entries(table)
        assert sorted(set(lines_of)) == sorted(lines_of), name


CALLS = """
help|Help!|HELP|help!!!|heeeelp|help me|help mij|please help me|sos|SOS!|🆘|112|113|113!|1-1-3|１１３|0800-0113|bel 112
nood|Noodgeval!|emergency|it's an emergency|ik heb hulp nodig|hulp|/nood|/NOOD|/nood@trede_bot|/emergency| /nood nu
"""


@pytest.mark.parametrize("text", CALLS.strip().replace("\n", "|").split("|"))
def test_a_bare_call_for_help_is_heard(text):
    """A message that is only a call for help gets the safety block first, with or without slash, marks and capitals."""
    assert asks_help(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "/help",
        "/help@trede_bot",
        "/Help",
        "/noodle",
        "/start nood",
        "help me met dit formulier",
        "kun je helpen",
        "I need help with this form",
        "113 euro",
        "ik woon op nummer 112",
        "de hulp kwam langs",
        "noodzakelijk",
        "emergency exit",
    ],
)
def test_other_talk_of_help_is_no_call(text):
    """`/help` asks for usage, and a sentence with "help" or a number in it is an ordinary sentence."""
    assert asks_help(text) is False


def test_no_score_hours_or_time_is_a_call_or_a_signal():
    """A number as it answers a question isn't read word by word: no phrase is in any of them, and none is a call."""
    parts = [*map(str, range(100)), *(f"0{n}" for n in range(10))]
    texts = parts + [f"{one}{',.:'[n % 3]}{two}" for one in parts for n, two in enumerate(parts, start=int(one))]
    phrased = (text for text in texts if safety_phrased.tier_of(safety_phrased.looked_at(safety_phrased.meant(text))))
    assert [*phrased, *(text for text in texts if heard(text) is not None or asks_help(text))] == []
