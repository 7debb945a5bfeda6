"""The evaluation sheet for a supervisor on A4, as tagged PDF (PDF/UA-1): what the client read and released (R33).

Values alone, so that the bot can make them without loading what draws. The same values give the same bytes.
"""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, kw_only=True)
class SheetWeek:
    """A week of the plan as it stands on the sheet; `worked` and `result` are empty when they were left out."""

    week: str
    dates: str
    step: str
    planned: str
    worked: str
    result: str


@dataclass(frozen=True, kw_only=True)
class SheetWords:
    """Headings and labels, in the client's language."""

    client: str
    supervisor: str
    made: str
    when: str
    step: str
    planned: str
    worked: str
    result: str
    points: str
    page: str


@dataclass(frozen=True, kw_only=True)
class EvaluationSheet:
    """The released sheet: hours, how steps went, the client's own points; nothing of how they are has a place (R33)."""

    language: str
    title: str
    client: str
    supervisor: str
    made: str
    weeks: tuple[SheetWeek, ...]
    points: tuple[str, ...]
    legend: str
    footer: str
    words: SheetWords


def sheet_pdf(values: EvaluationSheet) -> bytes:
    """The sheet as PDF."""
    from reports import typeset

    return typeset.pdf("sheet", asdict(values))
