"""Rooms and arrows: who may import whom (docs/architecture.md)."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "web", "dialogues", "storage", "reports", "state_machines", "simulator")
ARROWS = {
    "bot": {"dialogues", "storage", "reports", "state_machines"},
    "web": {"dialogues", "storage", "reports", "state_machines"},
    "dialogues": {"state_machines"},
    "storage": {"state_machines"},
    "reports": {"state_machines"},
    "state_machines": set(),
    "simulator": set(),
}
#: The composition roots see every room.
ROOTS = {"bot/app.py", "bot/__main__.py", "bot/simulation.py"}
#: Names that say nothing about the trade.
EMPTY_NAMES = {"utils", "util", "common", "helpers", "helper", "services", "service", "models", "misc", "base"}


def _modules() -> list[Path]:
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def _imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_where_an_arrow_points(path: Path) -> None:
    """Each module imports its own room and those its arrows point to; the composition roots see all."""
    name = str(path.relative_to(ROOT))
    room = name.split("/", 1)[0]
    rooms = {module.split(".", 1)[0] for module in _imported(path)} & set(ROOMS)
    if name not in ROOTS:
        assert rooms <= ARROWS[room] | {room}


def test_transitions_is_imported_in_one_place() -> None:
    """`state_machines/machine.py` is the only import of `transitions`."""
    users = [path for path in _modules() if any(m.split(".")[0] == "transitions" for m in _imported(path))]
    assert [str(path.relative_to(ROOT)) for path in users] == ["state_machines/machine.py"]


def test_the_core_is_pure() -> None:
    """`state_machines` and `dialogues` import nothing that does I/O, asks the time or draws lots."""
    forbidden = {"asyncio", "sqlite3", "socket", "random", "secrets", "time", "os", "requests", "aiohttp", "telegram"}
    for path in _modules():
        if path.relative_to(ROOT).parts[0] == "state_machines":
            assert not {m.split(".")[0] for m in _imported(path)} & forbidden, path


def test_only_the_clock_asks_what_time_it_is() -> None:
    """No call of `now`, `utcnow` or `today` on datetime or date outside `bot/clock.py` (and the simulator)."""
    for path in _modules():
        name = str(path.relative_to(ROOT))
        if name == "bot/clock.py" or name.startswith("simulator/"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow", "today"}:
                assert not (isinstance(node.value, ast.Name) and node.value.id in {"datetime", "date"}), name


def test_no_module_is_called_after_nothing() -> None:
    """No module named utils, helpers, services, models and the like."""
    assert not {path.stem for path in _modules()} & EMPTY_NAMES


def test_lock_files_name_no_address() -> None:
    """No address of a registry in the requirements, and no lock file that records download hosts."""
    for path in ROOT.glob("requirements*.txt"):
        assert "://" not in path.read_text(encoding="utf-8"), path.name
    assert not list(ROOT.glob("uv.lock")) + list(ROOT.glob("pylock.toml"))
