"""No words of claim (R36): nothing proves, heals, diagnoses, complies or is end-to-end encrypted.

Read are all texts of both catalogues, every page of the docs, the demo's page, and what the shell says.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "dialogues" / "locale" / "nl" / "LC_MESSAGES" / "trede.po"
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
DEMO = sorted([*(ROOT / "simulator" / "page").glob("*.js"), *(ROOT / "simulator" / "page").glob("*.html")])
#: A claim about people or the law. English first, then Dutch.
CLAIM = re.compile(
    r"\b(?:"
    r"prove[sdn]?|proving|proofs?|heals?|healed|healing|cures?|cured|diagnos\w*|complian\w+|complies|"
    r"compl(?:y|ied) with|"
    r"end-to-end|guarante\w+|certif\w+|clinical\w*|evidence-based|scientific\w*|medical-grade|state-of-the-art|"
    r"fully secure|totally safe|anonymous data|risk-free|recovers? (?:faster|sooner)|"
    r"bewij\w+|bewezen|genees\w*|geneest|genezen|heelt|helend\w*|diagnosticeert|diagnose\w*|voldoet aan|conform de|"
    r"avg-proof|eind-tot-eind|eind-op-eind|garande\w+|gegarandeerd|gecertificeerd|klinisch\w*|wetenschappelijk\w*|"
    r"(?:volledig|helemaal) (?:veilig|beveiligd)|sneller (?:beter|herstel\w*)"
    r")(?!\w)",
    re.I,
)
#: Where such a word stands all the same: what stands around it, and why it is no claim. One that isn't needed fails.
ALLOWED = {
    # what Trede doesn't do
    "makes no diagnosis": "says what it isn't",
    "no diagnosis": "says what it isn't",
    "geen diagnose": "says what it isn't, or asks not to write one",
    "write down a diagnosis": "asks not to write one",
    "leave out a diagnosis": "asks not to write one",
    "surnames or diagnoses": "asks not to write one",
    "achternamen of diagnoses": "asks not to write one",
    "don't advise, diagnose": "a rule about what isn't done",
    "takes no side as proven": "says that nobody has shown it",
    "noemt geen van beide bewezen": "says that nobody has shown it",
    "niet helemaal beveiligd": "says that it isn't",
    "not fully secure": "says that it isn't",
    "not end-to-end encrypted": "says that it isn't",
    # what isn't kept, or would be another product
    "BSN, diagnosis, medication": "a list of what isn't kept",
    "a BSN, a diagnosis": "a list of what isn't kept",
    "diagnoses or medicines": "tells what the welcome asks",
    "not** meant to diagnose": "what it isn't meant for",
    "A diagnosis or severity": "what isn't built",
    "clinical decision": "the question that somebody could ask",
    # proof in the sense of a test
    "the proof that": "of tests about the plan, not about people",
    "has the proof": "of tests about the plan, not about people",
    "| proof of who looked": "of hash chains",
}


def catalogue() -> Iterator[tuple[str, str]]:
    with CATALOGUE.open("rb") as file:
        for message in read_po(file, locale="nl"):
            for text in (message.id, message.string):
                yield from ((f"catalogue: {text[:40]}", each) for each in ([text] if isinstance(text, str) else text))


def pages() -> Iterator[tuple[str, str]]:
    for path in (*PAGES, *DEMO):
        yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


@cache
def claims() -> tuple[tuple[str, str, str], ...]:
    """Each word of claim that stands somewhere: where, the word with what is around it, and what allows it."""
    found = []
    for where, text in (*catalogue(), *pages()):
        flat = " ".join(text.split())
        for match in CLAIM.finditer(flat):
            around = flat[max(0, match.start() - 60) : match.end() + 60]
            found.append((where, around, _allowed(flat, match)))
    return tuple(found)


def _allowed(text: str, match: re.Match[str]) -> str:
    for phrase in ALLOWED:
        start = text.casefold().find(phrase.casefold(), max(0, match.start() - len(phrase)), match.end() + len(phrase))
        if start != -1 and start <= match.start() and match.end() <= start + len(phrase):
            return phrase
    return ""


def test_nothing_claims_what_nobody_has_shown() -> None:
    """In no text, catalogue or page, outside the list of exceptions with their reasons."""
    assert [(where, around) for where, around, allowed in claims() if not allowed] == []


def test_no_exception_is_left_over() -> None:
    """An exception that allows nothing any more would allow something else one day."""
    assert set(ALLOWED) == {allowed for _, _, allowed in claims() if allowed}


@pytest.mark.parametrize(
    "text",
    [
        "Trede proves that you get better.",
        "Rust heals.",
        "Trede diagnoses burn-out.",
        "Fully GDPR compliant.",
        "Your chat is end-to-end encrypted.",
        "Bewezen effectief",
        "Trede geneest je",
        "Dit voldoet aan de AVG",
        "Je gegevens zijn volledig veilig",
        "Klinisch getest, gegarandeerd",
    ],
)
def test_a_claim_is_known_in_either_language(text: str) -> None:
    """A table that finds nothing would pass everything."""
    match = CLAIM.search(text)
    assert match
    assert not _allowed(text, match)


@pytest.mark.parametrize("text", ["What was agreed stands.", "Je plan blijft staan.", "It improved by a week"])
def test_an_ordinary_sentence_is_left_alone(text: str) -> None:
    """Nor would one that finds it everywhere be of use."""
    assert not CLAIM.search(text)
