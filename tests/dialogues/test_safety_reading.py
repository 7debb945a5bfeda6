"""How the safety scan reads (R22): typing made plain, words around a phrase, places of a phrase. Piece by piece."""

import pytest

from dialogues.safety_context import Context, context_of
from dialogues.safety_line import folded, plain_words
from dialogues.safety_match import Phrases, Sentence, made_up_of, matches
from dialogues.safety_notation import phrase_of
from dialogues.safety_spelling import APART, CENSORED, JOINED, MISTYPED, READ_AS, spelled, squeezed, uncensored

# --- spelling -------------------------------------------------------------------------------------------------------

#: One slip of each row, and what it is read as.
SLIPS = """
zelfmoort:zelfmord zelmoord:zelfmord zelfmoordgedagten:zelfmordgedachten suiside:suicide sucidal:suicidal nie:niet
leve:leven doodd:dod wll:wil ikke:ik kwil:ik_wil ikwil:ik_wil kben:ik_ben ikkan:ik_kan kzou:ik_zou kga:ik_ga
kgaan:ik_gan der:er kheb:ik_heb kwou:ik_wou kzie:ik_zie kzal:ik_zal kweet:ik_wet kdenk:ik_denk khoop:ik_hop
kspring:ik_spring nietmeer:niet_mer nooitmeer:noit_mer goan:gan mn:mijn mijne:mijn mijself:mezelf mezellf:mezelf
gwn:gewon nooi:noit meerr:mer wakkr:waker myslef:myself mself:myself kil:kil killl:kil dnt:dont donot:dont cnt:cant
cannot:cant wnt:want wan:want wana:wana anymor:anymore nomore:anymore dieing:dying dyin:dying liv:live lve:live
suide:suicide suidal:suicidal melf:mezelf beidigen:beindigen alwys:always suicidality:suicidal overdosi:overdosis
"""


@pytest.mark.parametrize("slip", SLIPS.split())
def test_a_known_slip_is_read_as_what_is_meant(slip: str) -> None:
    """In single spelling, alone and within a sentence."""
    typed, meant = slip.split(":")
    assert spelled(squeezed(typed)).split() == meant.split("_")
    assert plain_words(f"dus {typed} dan", str) == ["dus", *meant.split("_"), "dan", "|"]


def test_every_slip_is_written_as_it_is_looked_up() -> None:
    """A capital or a sign in a table would never be found: what is typed is folded before it is looked up."""
    for table in (READ_AS, MISTYPED, APART):
        for one, other in table.items():
            for word in (*one.split(), *other.split()):
                assert word.isalpha()
                assert word == folded(word)
    assert all(word == folded(word) for word in (*CENSORED.split(), *JOINED.replace("|", " ").split()))


@pytest.mark.parametrize(
    ("meant", "typed"),
    [(meant, typed) for meant, row in MISTYPED.items() for typed in row.split()],
)
def test_a_slip_that_is_a_word_itself_counts_in_a_phrase_of_three_words(meant: str, typed: str) -> None:
    """In "a b leven" also "leen" is read as "leven"; in two words it stays the word that it is."""
    long, short = phrase_of(f"ape bear {meant}"), phrase_of(f"ape {meant}")
    assert long.steps[-1].holds(squeezed(typed))
    assert long.steps[-1].holds(squeezed(meant))
    assert not short.steps[-1].holds(squeezed(typed)) or squeezed(typed) == squeezed(meant)


@pytest.mark.parametrize(
    ("starred", "word"),
    [
        ("d**d", "dod"),
        ("k*l", "kil"),
        ("zelfm**rd", "zelfmord"),
        ("su*cide", "suicide"),
        ("d*e", "die"),
        ("k*t", "kt"),
    ],
)
def test_stars_hide_no_known_word(starred: str, word: str) -> None:
    """A word that isn't known loses its stars, and no more."""
    assert uncensored(starred) == word


# --- plain words ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "|"),
        ("Ik WIL niet", "ik wil niet |"),
        ("dooooood", "dod |"),
        ("ik wil d o o d", "ik wil dod |"),
        ("ik wil d.o.o.d", "ik wil dod |"),
        ("a b", "a b |"),
        ("a b c", "abc |"),
        ("su1c1de", "suicide |"),
        ("d00d", "dod |"),
        ("h@ng p4t $3x", "hang pat 3x |"),
        ("30pillen", "30 pilen |"),
        ("30mg", "30mg |"),
        ("can't", "cant |"),
        ("can`t", "cant |"),
        ("can\u2019t", "cant |"),
        ("d\u00f3\u00f3d", "dod |"),
        ("\uff44\uff4f\uff4f\uff44", "dod |"),
        ("d\u200bood", "dod |"),
        ("\U0001f198", "sos |"),
        ("a, b", "a , b |"),
        ("een: twee; drie (vier)", "en , twe , drie , vier , |"),
        ("ik wil dit. dan dat", "ik wil dit | dan dat |"),
        ("ik wil. dan dat ook", "ik wil , dan dat ok |"),
        ("ik wil dit... dan dat", "ik wil dit , dan dat |"),
        ("ik wil dit! echt waar toch? ja", "ik wil dit | echt war toch | ja |"),
        ("ik wil dit\n\ndan dat", "ik wil dit | dan dat |"),
        ("ik wil dit\ndan dat", "ik wil dit dan dat |"),
        ("aap, beer. kat hond", "ap , ber , kat hond |"),
        ("zelf moord", "zelfmord |"),
        ("mij zelf", "mezelf |"),
        ("any more", "anymore |"),
        ("doesn t", "doesnt |"),
        ("zelf", "zelf |"),
        ("d**d", "dod |"),
        ("en oom zoon boss mee zee", "plus uncle son leidingevende samen kust |"),
        ("meee en", "me en |"),
        ("kwil", "ik wil |"),
        ("1.5", "1 5 |"),
    ],
)
def test_what_is_typed_becomes_plain_words(text: str, words: str) -> None:
    """Words in single spelling, a comma between clauses, a bar after a sentence; a stop after two words is a pause."""
    assert plain_words(text, str) == words.split()


def test_a_word_that_is_not_known_is_mended_once_and_may_become_more() -> None:
    """However often it is there; a short form that is known isn't asked for."""
    asked: list[str] = []

    def meant(word: str) -> str:
        asked.append(word)
        return {"wilniet": "wil niet"}.get(word, word)

    assert plain_words("ik wilniet wilniet kwil", meant) == ["ik", *["wil", "niet"] * 2, "ik", "wil", "|"]
    assert asked == ["ik", "wilniet"]


# --- the words around a phrase --------------------------------------------------------------------------------------


def around(before: str, inside: str, after: str = "", *, between: str = "", **changes: bool) -> Context:
    """A phrase in its sentence."""
    return Context(
        before=tuple(before.split()),
        inside=tuple(inside.split()),
        between=tuple(between.split()),
        bare=tuple(inside.split()),
        after=(*after.split(), "|"),
        stands=changes.get("stands", False),
        loose=changes.get("loose", False),
    )


@pytest.mark.parametrize(
    ("before", "inside", "after", "undone"),
    [
        # nobody else, nothing denied, now
        ("", "ik wil dod", "", False),
        ("ik", "wil dod", "", False),
        ("wet iemand", "wil dod", "", False),
        ("mijn brur zegt dat ok , ik", "wil dod", "", False),
        # somebody else
        ("mijn broer", "wil dod", "", True),
        ("hij", "wil dod", "", True),
        ("ik denk dat hij", "wil dod", "", True),
        ("hij denkt dat ik", "wil dod", "", False),
        ("", "she wants to die", "", True),
        ("mijn zus die", "wil dod", "", True),
        ("mijn zus , die", "wil dod", "", True),
        ("die", "wil dod", "", False),
        ("hij zei", "ik wil dod", "", True),
        ("ik zei", "ik wil dod", "", False),
        ("", "zelfmord", "van mijn broer", True),
        ("", "zelfmord", "van mij", False),
        ("", "zelfmord", "van iets met broer", True),
        ("", "zelfmord", "van broer", True),
        ("", "zelfmord", "van dat hele lange broer", False),
        ("", "suicidal", "clienten", True),
        ("", "wil dod", "van mijn broer", False),
        # denied
        ("ik", "wil dod", "niet", True),
        ("ik wil niet", "dod", "", True),
        ("ik wil niet mer", "leven", "", False),
        ("ik kan niet stop", "denken an dod", "", False),
        ("niets liever dan", "dod", "", False),
        ("niet liever", "dod", "", False),
        ("niet dat ik", "dod wil", "", True),
        ("ik denk niet dat", "ik dod wil", "", True),
        ("niet dus ik", "wil dod", "", False),
        ("", "ik wil dod", "is niet war", True),
        ("", "ik wil dod", "is niet mer te doen", False),
        ("", "ik wil dod", ", ne", True),
        ("", "ik wil dod", ", ja", False),
        ("", "wil dod", "niet ,", True),
        ("", "wil dod", "niet morgen", False),
        ("", "wil dod", "ik niet", True),
        ("niet een twe drie vier", "dod", "", False),
        # long ago
        ("vroeger", "wil ik dod", "", False),
        ("vroeger", "wilde ik dod", "", True),
        ("", "wilde ik dod", "jaren geleden", True),
        ("i used to", "want to die", "", True),
        ("sinds vroeger", "wilde ik dod", "", False),
        ("vroeger", "wilde ik dod", "en nu", True),
    ],
)
def test_a_denial_somebody_else_or_long_ago_undoes_it(before: str, inside: str, after: str, undone: bool) -> None:
    """Only when those words belong to it; it is lowered then, never to nothing."""
    assert around(before, inside, after).is_undone() is undone


@pytest.mark.parametrize(
    ("context", "undone"),
    [
        (around("hij", "wil dod", stands=True), False),
        (around("ik wil niet", "dod", stands=True), False),
        (around("", "wilde dod", "jaren geleden", stands=True), True),
        (around("", "ik wil dod", between="niet"), True),
        (around("", "wil dod", between="niet"), True),
        (around("", "wil dod", between="niet mar"), False),
        (around("", "wil dod", between="hij"), True),
        (around("", "wil dod", between="ik"), False),
        (around("mijn zus die", "wil dod", loose=True), True),
        (around("op school was het leuk die", "wil dod", loose=True), False),
        (around("op school was het leuk die", "wil dod"), True),
    ],
)
def test_a_phrase_that_stands_is_not_denied_and_what_is_in_it_counts(context: Context, undone: bool) -> None:
    """ "=" in a table: it says what it says; a "not" in its gaps denies it, somebody in its gaps is who it is about."""
    assert context.is_undone() is undone


@pytest.mark.parametrize(
    ("context", "past"),
    [
        (around("ik", "wilde dod"), True),
        (around("ik", "wil dod"), False),
        (around("ik was bang en", "dod gan"), True),
        (around("ik was heel erg lang bang en", "dod gan"), False),
        (around("ik was bang ,", "dod gan"), False),
        (around("vandag", "wilde ik dod"), False),
        (around("ik", "wilde dod", stands=True), False),
        (around("nu een twe drie", "wilde dod"), True),
    ],
)
def test_what_is_told_in_the_past_is_perhaps_of_this_morning(context: Context, past: bool) -> None:
    """A verb in the past within the phrase or right before it in its clause, and nothing of now."""
    assert context.is_past() is past


def test_a_clause_begins_after_the_last_comma() -> None:
    """Without a comma it is all that stands before."""
    assert around("a , b , c d", "x").clause == ("c", "d")
    assert around("a b", "x").clause == ("a", "b")
    assert around("a ,", "x").clause == ()


# --- finding a phrase -----------------------------------------------------------------------------------------------


def found(phrase: str, sentence: str) -> list[tuple[int, int, tuple[int, ...]]]:
    """Where a phrase stands: its first word, the word after it, and those in its gaps."""
    there, phrases = Sentence(sentence.split()), Phrases({"t": f"# a remark\n\n{phrase}\n"})
    return [(each.start, each.end, each.gaps) for each in matches(phrases.that_may_be_in(there).get("t", ()), there)]


@pytest.mark.parametrize(
    ("phrase", "sentence", "where"),
    [
        ("ape bear", "ape bear", [(0, 2, ())]),
        ("ape bear", "x ape bear ape bear", [(1, 3, ()), (3, 5, ())]),
        ("ape bear", "ape x bear", []),
        ("ape bear", "bear ape", []),
        ("ape bear", "ape , bear", [(0, 3, ())]),
        ("ape bear", "ape", []),
        ("ape|cow bear", "cow bear", [(0, 2, ())]),
        ("abcd* bear", "abcdef bear", [(0, 2, ())]),
        ("abcd* bear", "abce bear", []),
        ("ape [cow] bear", "ape cow bear", [(0, 3, ())]),
        ("ape [cow] bear", "ape bear", [(0, 2, ())]),
        ("ape [cow] bear", "ape dog bear", []),
        ("ape [cow]", "ape cow", [(0, 2, ())]),
        ("ape ... bear", "ape bear", [(0, 2, ())]),
        ("ape ... bear", "ape 1 2 3 4 5 bear", [(0, 7, (1, 2, 3, 4, 5))]),
        ("ape ... bear", "ape 1 2 3 4 5 6 bear", []),
        ("ape .... bear", "ape 1 2 3 4 5 6 7 8 bear", [(0, 10, tuple(range(1, 9)))]),
        ("ape .... bear", "ape 1 2 3 4 5 6 7 8 9 bear", []),
        ("ape ... bear", "ape , 1 bear", [(0, 4, (2,))]),
        ("ape ... bear", "ape 1 , , bear", []),
        ("^ ape bear", "ape bear", [(0, 2, ())]),
        ("^ ape bear", "x ape bear", []),
        ("^ ape bear", "x , ape bear", [(2, 4, ())]),
        ("ape bear $", "ape bear", [(0, 2, ())]),
        ("ape bear $", "ape bear x", []),
        ("ape bear $", "ape bear , x", [(0, 2, ())]),
        ("ape bear|$", "ape bear x", [(0, 2, ())]),
        ("ape bear|$", "ape", [(0, 1, ())]),
        ("ape bear|$", "ape x", []),
        ("ape & bear", "bear 1 ape", [(0, 3, (1,))]),
        ("ape & bear", "ape 1 2 3 4 5 6 7 8 9 10 11 12 bear", [(0, 14, tuple(range(1, 13)))]),
        ("ape & bear", "ape 1 2 3 4 5 6 7 8 9 10 11 12 13 bear", []),
        ("ape + bear", "bear 1 2 ape", [(3, 4, ())]),
        ("ape + bear", "ape", []),
        ("ape + ape|bear", "ape", []),
        ("ape + ape|bear", "ape ape", [(0, 1, ()), (1, 2, ())]),
    ],
)
def test_a_phrase_is_found_where_its_places_are_filled(
    phrase: str, sentence: str, where: list[tuple[int, int, tuple[int, ...]]]
) -> None:
    """Gaps are bounded and as short as can be; every place where it can begin is tried."""
    assert found(phrase, sentence) == where


def test_the_words_of_a_phrase_are_made_blank_and_no_others() -> None:
    """What stands around an idiom stays where it was; a sentence without it is the same one."""
    there = Sentence(["x", "ape", "bear", "y"])
    idiom = list(matches([phrase_of("ape bear")], there))
    assert there.without(idiom).words == ["x", "_", "_", "y"]
    assert there.words == ["x", "ape", "bear", "y"]
    assert there.without([]) is there
    assert there.places == {"x": [0], "ape": [1], "bear": [2], "y": [3]}


def test_the_words_and_stems_of_all_phrases_are_known() -> None:
    """For mending slips: each word with the number of phrases that it stands in, and every stem."""
    phrases = Phrases({"one": "ape bear\nape cow*", "two": "[dog] ape"})
    words = dict(phrases.words())
    assert (words["ape"], words["bear"], words["dog"]) == (3, 1, 1)
    assert phrases.words()[0][0] == "ape"
    assert phrases.stems() == {"cow"}


@pytest.mark.parametrize(
    ("words", "is_made"),
    [("", False), ("ape", True), ("ape bear", True), ("ape cow bear ape", True), ("ape x", False), ("x", False)],
)
def test_a_call_is_made_of_calls_and_nothing_else(words: str, is_made: bool) -> None:
    """The longest that fits goes first."""
    able = [phrase_of(each) for each in ("ape", "bear", "ape cow")]
    assert made_up_of(able, words.split()) is is_made


def test_the_words_around_a_phrase_are_those_of_its_own_sentence() -> None:
    """At most 25 on either side, and a bar at the end."""
    sentence = Sentence([*(f"b{n}" for n in range(30)), "ape", "1", "bear", *(f"a{n}" for n in range(30))])
    (place,) = matches([phrase_of("ape ... bear")], sentence)
    around_it = context_of(place, sentence)
    assert around_it.before == tuple(f"b{n}" for n in range(5, 30))
    assert around_it.after == (*(f"a{n}" for n in range(25)), "|")
    assert (around_it.inside, around_it.between, around_it.bare) == (("ape", "1", "bear"), ("1",), ("ape", "1", "bear"))
    (own,) = matches([phrase_of("! ape ... bear")], sentence)
    assert context_of(own, sentence).bare == ("1",)
    assert (around_it.stands, around_it.loose) == (False, False)
    (stands,) = matches([phrase_of("= ape ... bear")], sentence)
    assert context_of(stands, sentence).stands
