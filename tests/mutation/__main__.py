"""`make test-mutate`: changes the code on purpose, in a copy; what no test noticed goes on a page."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parent.parent))

import figures

from tests.mutation import page
from tests.mutation.groups import GROUPS, Group
from tests.mutation.mutants import Mutant, possible

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "mutants.md"
NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv*", ".hypothesis", ".*_cache", "__pycache__", "*.egg-info", "pictures"
)
ENOUGH = 85
SURVIVED = "survived"
SECTION = """## Changes that the tests notice

Each line is a run of `make test-mutate` over one group of modules: changes tried one at a time, in a copy, drawn by a
fixed seed from all that are possible. Killed: a test of that group failed, or didn't come to its end. At least 85 %
should be. What survived stands on [a page of its own](mutants.md), with what it means.

| date | group | seed | possible | tried | survived | killed |
|---|---|---|---|---|---|---|
"""


class Copy:
    """A copy of the tree with a process in it that tries mutants."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(ROOT, folder, ignore=NOT_COPIED)
        self._process = subprocess.Popen(
            [sys.executable, str(folder / "tests" / "mutation" / "trials.py")],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(folder), "PYTHONHASHSEED": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, **request: object) -> dict[str, object]:
        """An answer to one request."""
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps(request), file=self._process.stdin, flush=True)
        told = json.loads(self._process.stdout.readline())
        assert isinstance(told, dict)
        return told

    def close(self) -> None:
        """No more requests."""
        self._process.communicate()


def run(copy: Copy, group: Group, mutants: list[Mutant], red: bool) -> tuple[list[Mutant], int]:
    """Those of these mutants that survived, and how many tests were left out.

    Exits when tests don't pass on the code as it is; `red`: those are left out, and fewer tests can only notice less.
    """
    ready = copy.ask(tests=group.tests, files=group.files(ROOT), red=red)
    failed = ready["failed"]
    assert isinstance(failed, list)
    if failed:
        print(f"{group.name}: {len(failed)} tests left out, since they fail on the code as it is:", *failed, sep="\n  ")
    if ready["wrong"]:
        sys.exit(f"the tests of {group.name} don't pass on the code as it is:\n{ready['wrong']}")
    survived: list[Mutant] = []
    outcomes: Counter[str] = Counter()
    for n, each in enumerate(mutants, 1):
        told = copy.ask(file=each.file, source=each.source(), span=each.span)
        outcomes[str(told["outcome"])] += 1
        if told["outcome"] == SURVIVED:
            survived.append(each)
        note = f"{told['tests']} tests {each.file}:{each.line} {each.before} -> {each.after}"
        print(
            f"{group.name} {n}/{len(mutants)} {told['outcome']} {told['seconds']} s {note[:150]} {told['by']}",
            flush=True,
        )
    print(group.name, dict(outcomes))
    return survived, len(failed)


def sample(mutants: list[Mutant], tries: int | None, seed: int) -> list[Mutant]:
    """So many, by the seed; all of them when no number is given. In the order of the source."""
    drawn = sorted(mutants, key=lambda each: each.lot(seed))[:tries]
    return sorted(drawn, key=lambda each: (each.file, each.line, each.key))


@click.command()
@click.option("--tries", default=60, show_default=True, type=click.IntRange(1), help="Mutants of each group.")
@click.option("--all", "whole", is_flag=True, help="All of them, however long that takes.")
@click.option("--seed", default=1, show_default=True, help="Which mutants are drawn.")
@click.option("--group", "names", multiple=True, type=click.Choice([each.name for each in GROUPS]))
@click.option("--again", is_flag=True, help="Only what stands on the page as survived.")
@click.option("--red", is_flag=True, help="Leave out tests that fail on the code as it is.")
@click.option("--keep/--no-keep", default=True, help="Write the figures and the page.")
def main(tries: int, whole: bool, seed: int, names: tuple[str, ...], again: bool, red: bool, keep: bool) -> None:
    """Change, test and count. Exit code 1 when a group stays under 85 %."""
    enough = True
    with tempfile.TemporaryDirectory(prefix="trede-mutate-") as folder:
        copy = Copy(Path(folder) / "tree")
        for group in GROUPS:
            if names and group.name not in names:
                continue
            began = time.monotonic()
            mutants = [
                m for file in group.files(ROOT) for m in possible(file, (ROOT / file).read_text(encoding="utf-8"))
            ]
            known = page.read(PAGE)
            drawn = [m for m in mutants if m.key in known] if again else sample(mutants, None if whole else tries, seed)
            survived, left = run(copy, group, drawn, red)
            killed = 100 * (len(drawn) - len(survived)) / max(len(drawn), 1)
            enough &= again or killed >= ENOUGH
            if keep:
                kept(group, mutants, drawn, survived)
            if keep and not again:
                figures.keep(
                    SECTION,
                    f"{group.name}, {left} failing tests left out" if left else group.name,
                    "all" if whole else seed,
                    len(mutants),
                    len(drawn),
                    len(survived),
                    f"{killed:.1f} %",
                )
            took = time.monotonic() - began
            print(f"{group.name}: killed {killed:.1f} % of {len(drawn)} of {len(mutants)} in {took:.0f} s")
        copy.close()
    sys.exit(0 if enough else 1)


def kept(group: Group, mutants: list[Mutant], drawn: list[Mutant], survived: list[Mutant]) -> None:
    """The page, with the rows of this group as they are after this run."""
    known = page.read(PAGE)
    tables = {each.name: [row for row in known.values() if row.key[0] in each.files(ROOT)] for each in GROUPS}
    tables[group.name] = list(
        page.after_a_run(
            {row.key: row for row in tables[group.name]},
            {m.key for m in drawn},
            {m.key: m.line for m in survived},
            {m.key: m.line for m in mutants},
        ).values()
    )
    page.write(PAGE, tables)


if __name__ == "__main__":
    main()
