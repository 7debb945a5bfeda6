"""docs/the-law.md quotes figures of a run that was made."""

import re
from pathlib import Path

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_the_figures_of_the_page_are_those_of_a_run() -> None:
    """Each number stands in reliability.md, in a row of the date that the page names; and nothing broke the law."""
    page = (DOCS / "the-law.md").read_text(encoding="utf-8")
    dated = re.search(r"From the run of (\S+)\. ", page)
    assert dated is not None
    rows = [row for row in (DOCS / "reliability.md").read_text(encoding="utf-8").splitlines() if dated[1] in row]
    figures = page.partition("## The figures")[2].partition("\n## ")[0]
    quoted = [line for line in figures.splitlines() if line.startswith("| ")][1:]
    assert len(quoted) >= 6
    for line in quoted:
        _, what, count, broke, _ = (cell.strip() for cell in line.split("|"))
        numbers = set(re.findall(r"\d{3,}", count))
        assert numbers, line
        assert any(numbers <= {cell.strip() for cell in row.split("|")} for row in rows), line
        assert broke == "0", what
