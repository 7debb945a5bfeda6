"""Everything that is kept of a client, on A4 as tagged PDF (PDF/UA-1), for the client alone (R34)."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A heading with what stands under it: sentences, facts with their labels, points, a table.

    `widths`: how wide the table's columns are among each other, 0 for as wide as needed. A row with one cell spans all.
    """

    heading: str
    paragraphs: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    points: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class CopyPaper:
    """The whole copy: whose it is and when it was made, chapter by chapter."""

    language: str
    title: str
    lead: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    footer: str
    page: str


def copy_pdf(values: CopyPaper) -> bytes:
    """The copy as PDF. Same values, same bytes."""
    from reports import typeset

    return typeset.pdf("copy", asdict(values))
