"""What a page needs to know of a diary note to show it (R33), to the client and to the coach alike."""

from datetime import date
from typing import Protocol


class DiaryNote(Protocol):
    """One diary note: its local date and number on it, its words, whether it was corrected."""

    @property
    def day(self) -> date:
        """The local date it belongs to."""

    @property
    def number(self) -> int:
        """Which note of that date."""

    @property
    def text(self) -> str:
        """The words that stand now."""

    @property
    def edited(self) -> bool:
        """Whether they were corrected."""
