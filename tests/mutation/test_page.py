"""What no test noticed stands on a page, and what a person said of it stays from run to run."""

from pathlib import Path

from tests.mutation.choosing import noticing
from tests.mutation.groups import GROUPS
from tests.mutation.page import Key, Survivor, after_a_run, read, write

ROOT = Path(__file__).parent.parent.parent
ONE: Key = ("state_machines/plan.py", "Plan.weeks", "7", "8", 0)
TWO: Key = ("state_machines/plan.py", "", 'f"{a}" if b else c', "or ¦ and", 1)
THREE: Key = ("bot/post.py", "Post.run", "not x", "x", 0)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """Each survivor with its place and what was said of it; a group without any says so."""
    kept = [Survivor(key=ONE, line=12, said="equivalent: it is 7 anyway"), Survivor(key=TWO, line=3)]
    path = tmp_path / "mutants.md"
    write(path, {"plan": kept, "time": []})
    assert read(path) == {each.key: each for each in kept}
    assert "## Time\n\nNone that is known." in path.read_text(encoding="utf-8")
    assert read(tmp_path / "none.md") == {}


def test_what_was_said_stays_while_the_change_survives() -> None:
    """Also when its line moved; what is new is to do; what wasn't tried this time stays as it was."""
    known = {key: Survivor(key=key, line=1, said=f"equivalent: {key[0]}") for key in (ONE, THREE)}
    now = after_a_run(known, {ONE, TWO}, {ONE: 20, TWO: 21}, {ONE: 20, TWO: 21, THREE: 22})
    assert now == {
        ONE: Survivor(key=ONE, line=20, said=known[ONE].said),
        TWO: Survivor(key=TWO, line=21, said="to do"),
        THREE: Survivor(key=THREE, line=22, said=known[THREE].said),
    }


def test_what_is_noticed_by_now_or_gone_from_the_code_goes_from_the_page() -> None:
    """A mutant that was tried and killed; one that can't be made any more."""
    known = {key: Survivor(key=key, line=1) for key in (ONE, TWO, THREE)}
    assert after_a_run(known, {ONE}, {}, {ONE: 1, THREE: 3}) == {THREE: Survivor(key=THREE, line=3)}


def test_a_change_is_tried_on_the_tests_that_run_its_function() -> None:
    """On all, where a part of it runs while modules are loaded, where nobody runs it, or where it is in none."""
    seconds = {"a": 1.0, "b": 2.0}
    lines = {1: [""], 5: ["a"], 6: ["a", "gone"], 9: ["", "b"]}
    assert noticing(lines, seconds, (4, 7)) == {"a"}
    for span in ((9, 9), (20, 30), None):
        assert noticing(lines, seconds, span) == {"a", "b"}


def test_every_module_and_every_test_of_a_group_is_there() -> None:
    """A file that was renamed isn't left out in silence; no module belongs to two groups."""
    found = [file for group in GROUPS for file in group.files(ROOT)]
    assert len(found) == len(set(found))
    for group in GROUPS:
        assert all(list(ROOT.glob(pattern)) for pattern in group.modules), group.name
        assert all((ROOT / test.partition("::")[0]).exists() for test in group.tests), group.name
