"""The form of one kind of word from a client's file to the coach."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Word:
    """One kind of word: its lines, the label of the button that says it's dealt with, and other buttons."""

    lines: tuple[str, ...]
    done: str = ""
    meets: str = ""
    more: tuple[tuple[str, str], ...] = ()
