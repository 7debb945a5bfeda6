"""The generated pages of the docs, drawn from the code itself; stale ones fail the build."""

from pathlib import Path

from bot import reference, register, role_table
from state_machines.checkin import CHECKIN
from state_machines.complaints import COMPLAINTS
from state_machines.desk import DESK
from state_machines.journey import JOURNEY
from state_machines.referral import REFERRAL
from state_machines.welcome import WELCOME

#: Pages of `reference/` that people write.
BY_HAND = ("plan-file.md",)
REGISTER = f"{register.NAME}.md"
TABLES = (JOURNEY, WELCOME, CHECKIN, COMPLAINTS, REFERRAL, DESK)


def draw(docs: Path, *, check: bool = False) -> tuple[str, ...]:
    """Write all of `reference/` and the field register; the pages that were stale or don't belong.

    With `check` nothing is written.
    """
    fresh = pages(docs)
    folder = docs / "reference"
    fresh_ones = {folder / name: text for name, text in fresh.items()} | {docs / REGISTER: register.page(docs)}
    stale = [path for path, text in fresh_ones.items() if _kept(path) != text]
    strange = [path for path in sorted(folder.glob("*")) if path.name not in {*fresh, *BY_HAND}]
    if not check:
        folder.mkdir(parents=True, exist_ok=True)
        for path in stale:
            path.write_text(fresh_ones[path], encoding="utf-8")
        for path in strange:
            path.unlink()
    return tuple(str(path) for path in (*stale, *strange))


def pages(docs: Path) -> dict[str, str]:
    """Every page of `reference/` by its name, as the code would have it now."""
    return {
        "machines.md": machines(),
        "commands.md": reference.chat_commands(),
        "cli.md": reference.shell_commands(),
        "roles.md": role_table.roles(),
        "settings.md": reference.all_settings(docs.parent / ".env.example"),
    }


def machines() -> str:
    """The tables of the state machines as diagrams."""
    parts = ["# The state machines", "", "Drawn from the tables in `state_machines/` by `make docs`. Do not edit.", ""]
    for table in TABLES:
        parts += [f"## {table.name}", "", "```mermaid", table.mermaid().rstrip(), "```", ""]
    return "\n".join(parts)


def _kept(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
