"""docs/mutants.md: what no test noticed, and what a person says of it, which stays from run to run."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

Key = tuple[str, str, str, str, int]

TITLE = """# Changes that no test noticed

`make test-mutate` changes the code at one place at a time (a number, a comparison, an argument, a value) and lets the
tests run that ought to notice. What they noticed is counted in [reliability](reliability.md); what they didn't stands
here. A run takes away what is noticed by now and what is no more in the code, adds what is new, and keeps what is said
of the rest. *Equivalent*: no promise is broken by it, with the reason. *To do*: a test is missing.
"""
HEAD = "| file | line | in | code | instead | no | what it means |\n|---|---|---|---|---|---|---|\n"
UNSAID = "to do"


@dataclass(frozen=True, kw_only=True)
class Survivor:
    """A mutant that survived, where it stands now and what is said of it."""

    key: Key
    line: int
    said: str = UNSAID


def read(path: Path) -> dict[Key, Survivor]:
    """The survivors on the page; none when there is no page yet."""
    if not path.exists():
        return {}
    rows = (
        line.strip("| \n").split(" | ") for line in path.read_text(encoding="utf-8").splitlines() if line[:3] == "| `"
    )
    found = [survivor([cell.strip() for cell in row]) for row in rows]
    return {each.key: each for each in found}


def survivor(row: list[str]) -> Survivor:
    """One row of the page."""
    file, line, within, before, after, nth, said = row
    names = [cell.strip("`").strip() for cell in (file, within, before, after)]
    return Survivor(key=(names[0], names[1], names[2], names[3], int(nth)), line=int(line), said=said)


def after_a_run(
    known: Mapping[Key, Survivor], tried: Set[Key], survived: Mapping[Key, int], possible: Mapping[Key, int]
) -> dict[Key, Survivor]:
    """The survivors now: those of this run, and those known before that weren't tried and still are possible."""
    left = {key: each for key, each in known.items() if key in possible and key not in tried}
    found = {key: known[key].said if key in known else UNSAID for key in survived}
    kept = {key: each.said for key, each in left.items()} | found
    return {key: Survivor(key=key, line=possible[key], said=said) for key, said in kept.items()}


def write(path: Path, groups: Mapping[str, Iterable[Survivor]]) -> None:
    """The page anew, a table for each group."""
    parts = [TITLE]
    for name, survivors in groups.items():
        rows = sorted(survivors, key=lambda each: (each.key[0], each.line, each.key))
        parts.append(
            f"## {name.capitalize()}\n\n" + (HEAD + "".join(map(shown, rows)) if rows else "None that is known.\n")
        )
    path.write_text("\n".join(parts), encoding="utf-8")


def shown(each: Survivor) -> str:
    """A survivor's row."""
    file, within, before, after, nth = each.key
    cells = (f"`{file}`", each.line, f"`{within or ' '}`", f"`{before}`", f"`{after}`", nth, each.said)
    return f"| {' | '.join(map(str, cells))} |\n"
