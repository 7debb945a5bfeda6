"""The summary for the occupational physician on A4, as tagged PDF (PDF/UA-1): the released text, then lines of scores.

Values alone, so that the bot can make them without loading what draws. The same values give the same bytes.
"""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, kw_only=True)
class Spot:
    """One score in a picture: where it stands across and upwards, each from 0 to 1, and its number in words."""

    across: float
    up: float
    label: str


@dataclass(frozen=True, kw_only=True)
class ScoreLine:
    """The scores of one kind, in runs of dates that follow each other: between two runs there is a gap.

    `mark` dot or square; `crosses`: dates with words and no score; `limit`: a height that matters, with its number.
    """

    label: str
    mark: str
    runs: tuple[tuple[Spot, ...], ...]
    crosses: tuple[float, ...] = ()
    limit: float | None = None
    limit_label: str = ""


@dataclass(frozen=True, kw_only=True)
class ScorePicture:
    """The lines over one stretch of dates: `ticks` a place for each date; `alt` says all scores in words."""

    heading: str
    lines: tuple[ScoreLine, ...]
    ticks: tuple[float, ...]
    first: str
    last: str
    lowest: str
    highest: str
    legend: tuple[str, ...]
    alt: str


@dataclass(frozen=True, kw_only=True)
class SummaryPaper:
    """The whole summary: what the client released, word for word, and whose it is."""

    language: str
    title: str
    facts: tuple[tuple[str, str], ...]
    paragraphs: tuple[str, ...]
    picture: ScorePicture
    footer: str
    page: str


def summary_pdf(values: SummaryPaper) -> bytes:
    """The summary as PDF."""
    from reports import typeset

    return typeset.pdf("summary", asdict(values))
