"""The picture of a plan: what stands in it, and the two ways to have it drawn.

Values alone, so that the bot can make them without loading what draws; `chart` is loaded by whoever draws.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class Level:
    """So many hours a week, from a local date up to, not including, another; `label` is how people write the number."""

    start: date
    until: date
    hours: Decimal
    label: str


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A week on the axis: its first date, the ISO week number, and that date in little room."""

    day: date
    week: str
    date: str


@dataclass(frozen=True, kw_only=True)
class PictureWords:
    """The words in the picture, in the reader's language: a legend and the names of its axes."""

    week: str
    planned: str
    other: str
    between: str
    holiday: str
    worked: str
    evaluation: str
    evaluation_sign: str
    today: str
    stopped: str


@dataclass(frozen=True, kw_only=True)
class PictureValues:
    """One picture: the agreed staircase, the other line of a double schedule (R9), hours worked, moments.

    `holidays`: weeks in which public holidays take planned hours away. `sentence` says in plain words what the picture
    shows, `alt` says all that is in it, for who can't see it.
    """

    title: str
    planned: tuple[Level, ...]
    words: PictureWords
    sentence: str
    alt: str
    other: tuple[Level, ...] = ()
    holidays: tuple[Level, ...] = ()
    worked: tuple[Level, ...] = ()
    ticks: tuple[Tick, ...] = ()
    evaluations: tuple[date, ...] = ()
    today: date | None = None
    stopped: date | None = None


def png(values: PictureValues, *, sentence: bool = True) -> bytes:
    """The picture as PNG, 1080 pixels wide; with `sentence` its sentence stands under it. Same values, same bytes."""
    from reports import chart

    return chart.drawn(values, "png", sentence=sentence)


def bare_png(values: PictureValues) -> bytes:
    """The picture as PNG for a message that has its sentence in the words under it."""
    return png(values, sentence=False)


def svg(values: PictureValues, *, sentence: bool = True) -> bytes:
    """The picture as SVG with `<title>` and `<desc>`; with `sentence` its sentence stands under it."""
    from reports import chart

    return chart.drawn(values, "svg", sentence=sentence)
