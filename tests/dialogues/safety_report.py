"""Measures the safety scan on all lines and writes the figures and the misses into docs/safety.md: `make safety`.

python -m tests.dialogues.safety_report           both halves
python -m tests.dialogues.safety_report seen      one half, for who works on the tables and must not see the other
"""

import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.dialogues.safety_corpora import HALVES, LANGUAGES, RESERVE, lines, misses, recall, share
from tests.dialogues.safety_ways import WAYS

PAGE = Path(__file__).parents[2] / "docs" / "safety.md"
BEGIN, END = "<!-- figures: written by `make safety` -->", "<!-- end of figures -->"
LANGUAGE = {"nl": "Dutch", "en": "English"}
MISSED = {
    "t1": "Urgent, not heard as urgent",
    "t2": "Indirect, not heard as indirect or urgent",
    "t3": "Of others, past or denied, not heard",
    "harmless": "Harmless, heard as something",
    "idioms": "Idioms, heard as something",
}


def main(halves: Sequence[str]) -> None:
    """Write the figures of these halves in the place of the last ones."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    told = "\n".join(_told([half for half in halves if lines(half, "t1", "nl")]))
    PAGE.write_text(f"{before}{BEGIN}\n\n{told}\n{END}{after}", encoding="utf-8")


def _told(halves: Sequence[str]) -> Iterator[str]:
    yield f"Measured on {datetime.now(UTC):%Y-%m-%d}.\n"
    yield from _shares([*halves, RESERVE] if len(halves) > 1 else halves)
    yield from _costs(halves)
    for half in halves:
        yield f"## What was misheard: the {half} half\n"
        yield "Each line with what it was heard as; `-` is nothing.\n"
        for language in LANGUAGES:
            for kind, title in MISSED.items():
                yield from _missed(half, kind, language, f"{title}, {LANGUAGE[language]}")


def _shares(halves: Sequence[str]) -> Iterator[str]:
    """Lines and the share that is heard rightly, or that alarms."""
    yield "| half | language | T1 lines | heard as T1 | T2 lines | heard as T1 or T2 | T3 lines | heard | as T3 |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for half, language in ((half, language) for half in halves for language in LANGUAGES):
        t1, t2, t3 = (lines(half, kind, language) for kind in ("t1", "t2", "t3"))
        cells = (len(t1), _rate(recall("t1", t1)), len(t2), _rate(recall("t2", t2)))
        others = (len(t3), _rate(recall("t3", t3)), _rate(share(t3, 3)))
        yield _row(half, LANGUAGE[language], *cells, *others)
    yield ""
    yield "| half | language | harmless lines | heard as T1 | as T2 | as T3 | idioms | as T1 | as T2 | as T3 |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for half, language in ((half, language) for half in halves for language in LANGUAGES):
        cells = []
        for texts in (lines(half, "harmless", language), lines(half, "idioms", language)):
            cells += [len(texts), *(_rate(share(texts, tier)) for tier in (1, 2, 3))]
        yield _row(half, LANGUAGE[language], *cells)
    yield ""


def _costs(halves: Sequence[str]) -> Iterator[str]:
    """What each of the twelve ways of typing costs, in points of recall over urgent and indirect lines."""
    columns = [(half, language) for half in halves for language in LANGUAGES]
    yield "Points of recall lost over T1 and T2 lines together, when every line is typed so:\n"
    yield _row("typed", *(f"{half}, {LANGUAGE[language]}" for half, language in columns))
    yield f"|{'---|' * (len(columns) + 1)}"
    for way, typed in WAYS.items():
        lost = []
        for half, language in columns:
            pairs = [(kind, line) for kind in ("t1", "t2") for line in lines(half, kind, language)]
            plain = sum(recall(kind, [line]) for kind, line in pairs)
            lost.append(100 * (plain - sum(recall(kind, [line], typed) for kind, line in pairs)) / len(pairs))
        yield _row(way, *(f"{points:.1f}" for points in lost))
    yield ""


def _missed(half: str, kind: str, language: str, title: str) -> Iterator[str]:
    """The lines that were misheard, under their title; nothing when there are none."""
    found = misses(half, kind, language)
    if found:
        yield f"### {title} ({half}): {len(found)} of {len(lines(half, kind, language))}\n"
        yield from (f"- {'-' if tier is None else f'T{tier or 1}'}: {_plain(line)}" for tier, line in found)
        yield ""


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _rate(part: float) -> str:
    return f"{100 * part:.1f} %"


def _plain(line: str) -> str:
    """A line as a reader should see it: no sign of it is Markdown."""
    return re.sub(r"([\\`*_\[\]<>|#&])", r"\\\1", line)


if __name__ == "__main__":
    assert set(sys.argv[1:]) <= set(HALVES), f"one of {HALVES}, or nothing for both"
    main(sys.argv[1:] or HALVES)
