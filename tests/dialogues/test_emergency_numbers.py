"""The numbers of an emergency stand in one dated place, and every text takes them from there."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dialogues import emergency_numbers
from dialogues.emergency_numbers import CHECKED, NUMBERS

DIALOGUES = Path(emergency_numbers.__file__).parent
#: Where the numbers may stand: in their own place, and among the words that a person types.
OWN = [DIALOGUES / name for name in ("emergency_numbers.py", "safety_phrases.py", "safety_tables")]
MOST_DAYS = 180
#: A number, not a part of another one or of a word.
NUMBER = re.compile(r"(?<![\w.])(?:112|113|0800-?0113)(?![\w])")


def test_the_numbers_were_looked_up_in_the_last_half_year() -> None:
    """Numbers change; when this fails: look them up (112.nl, 113.nl), and put today in `emergency_numbers.CHECKED`."""
    today = datetime.now(UTC).date()
    assert today >= CHECKED - timedelta(days=1)  # not from the future, whatever the time zone
    assert today - CHECKED <= timedelta(days=MOST_DAYS)


def test_no_other_text_names_a_number() -> None:
    """Neither a source text nor a translation has a number of its own: it would stay behind when the numbers change."""
    named = [
        f"{path.name}:{number}"
        for path in [*DIALOGUES.rglob("*.py"), *DIALOGUES.rglob("*.po")]
        if not {path, path.parent} & set(OWN)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if NUMBER.search(_without_remarks(line))
    ]
    assert named == []


def _without_remarks(line: str) -> str:
    """A line without comment, and nothing of a docstring: those are for whoever reads the code."""
    bare = line.strip()
    return "" if bare.startswith(('"""', "#")) else bare


def test_each_number_is_a_placeholder_of_some_text() -> None:
    """None is kept for nothing."""
    texts = "\n".join(path.read_text(encoding="utf-8") for path in DIALOGUES.glob("*.py"))
    assert all(f"{{{name}}}" in texts for name in NUMBERS)
