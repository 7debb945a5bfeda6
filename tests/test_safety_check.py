"""`trede safety-check`: the scan tried on a file, a line at a time; no database, no settings, kind about bad input."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main


def checked(*arguments: str, typed: bytes | None = None) -> Result:
    """What the command answers, with nothing of an installation around it."""
    nothing = {name: None for name in os.environ if name.startswith("TREDE_")}
    return CliRunner().invoke(main, ["safety-check", *arguments], input=typed, env=nothing)


def file_of(folder: Path, content: bytes) -> str:
    path = folder / "lines.txt"
    path.write_bytes(content)
    return str(path)


LINES = "ik wil dood\nik kan niet meer\nmijn broer wil dood\nlach me dood\n\nhelp\nmisschien: ik wil\tdood\n"
READ = (
    "T1\tik wil dood\nT2\tik kan niet meer\nT3\tmijn broer wil dood\n-\tlach me dood\n-\t\nT1\thelp\n"
    "T1\tmisschien: ik wil\tdood\n"
)


def test_each_line_is_shown_with_its_tier(tmp_path: Path) -> None:
    """A tier or `-`, a tab, the line as it came, also when it is empty; a bare call for help as T1."""
    result = checked(file_of(tmp_path, LINES.encode()))
    assert (result.exit_code, result.stdout) == (0, READ)


def test_what_is_piped_in_is_read_too() -> None:
    """`-` reads the standard input."""
    result = checked("-", typed=LINES.encode())
    assert (result.exit_code, result.stdout) == (0, READ)


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"", 0),
        (b"\n", 1),
        (b"ik wil dood", 1),
        (b"ik wil dood\r\nja\r\n", 2),
        (b"\xef\xbb\xbfik wil dood\n", 1),
        ("ik wil dood\u2028ja\x0bnee\n".encode(), 1),
    ],
)
def test_lines_end_where_an_editor_ends_them(tmp_path: Path, content: bytes, lines: int) -> None:
    """With or without a last line end, of any system, with a mark at the beginning: one answer for each line."""
    result = checked(file_of(tmp_path, content))
    assert result.exit_code == 0
    assert result.stdout.count("\n") == lines
    assert "\r" not in result.stdout
    assert "\ufeff" not in result.stdout


def test_what_is_no_text_is_said_kindly(tmp_path: Path) -> None:
    """No such file, a folder, no UTF-8, in a file or piped: one line that says what to do, and nothing printed."""
    for result, hint in [
        (checked(str(tmp_path / "gone.txt")), "check the name"),
        (checked(str(tmp_path)), "is a folder"),
        (checked(file_of(tmp_path, "één".encode("latin-1"))), "save it as UTF-8"),
        (checked("-", typed=b"\xff"), "save it as UTF-8"),
        (checked("a\x00b"), "check the name"),
    ]:
        assert result.exit_code == 1
        assert result.stdout == ""
        assert hint in result.stderr
        assert len(result.stderr.splitlines()) == 1


def test_the_help_tells_what_the_tiers_are() -> None:
    """Whoever reads `--help` knows each mark."""
    shown = checked("--help").stdout
    assert all(f"{mark}:" in shown for mark in ("T1", "T2", "T3", "-"))
