"""What long campaigns count: a line each, under its own table in docs/reliability.md."""

import fcntl
from datetime import UTC, datetime
from pathlib import Path

FIGURES = Path(__file__).parent.parent / "docs" / "reliability.md"


def keep(section: str, *figures: object) -> None:
    """Append today's date and these figures to the table that ends a section; a section that isn't there is added.

    Campaigns run side by side, so the page is locked meanwhile.
    """
    row = f"| {' | '.join(map(str, (f'{datetime.now(UTC):%Y-%m-%d}', *figures)))} |\n"
    with FIGURES.open("a+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        text = with_row(file.read(), section, row)
        file.seek(0)
        file.truncate()
        file.write(text)


def with_row(text: str, section: str, row: str) -> str:
    """The page with this row as the last of a section's table."""
    if section not in text:
        text = f"{text.rstrip()}\n\n{section}" if text.strip() else section
    before, _, after = text.partition(section)
    table, gap, rest = after.partition("\n\n")
    rows = table if not table or table.endswith("\n") else f"{table}\n"
    return before + section + rows + row + (gap and "\n") + rest
