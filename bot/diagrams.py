"""The diagrams in the docs, drawn from the tables themselves; stale ones fail the build."""

from pathlib import Path

from state_machines.checkin import CHECKIN
from state_machines.desk import DESK
from state_machines.journey import JOURNEY
from state_machines.welcome import WELCOME

TABLES = (JOURNEY, WELCOME, CHECKIN, DESK)


def draw(docs: Path, *, check: bool = False) -> tuple[str, ...]:
    """Write `reference/machines.md`; the names of pages that were stale. With `check` nothing is written."""
    path = docs / "reference" / "machines.md"
    parts = ["# The state machines", "", "Drawn from the tables in `state_machines/` by `make docs`. Do not edit.", ""]
    for table in TABLES:
        parts += [f"## {table.name}", "", "```mermaid", table.mermaid().rstrip(), "```", ""]
    text = "\n".join(parts)
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return ()
    if not check:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return (str(path),)
