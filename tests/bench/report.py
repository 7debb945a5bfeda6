"""What was measured, as Markdown: two tables, what they were measured on, and whether the floors are kept."""

import argparse
import os
import platform
import statistics
from datetime import date
from pathlib import Path
from typing import Any

BASE, OURS = "ptb:pickle", "cmd:trede"
FLOOR_RATIO, FLOOR_MB, FLOOR_SECONDS = 2.5, 65.0, 1.0
KEPT = {
    "ptb:pickle": "memory, a file every 60 s",
    "ptb:taps": "memory, a file every 60 s",
    "ptb:echo": "nothing",
    "ptb:echo+aio": "nothing",
    "aiogram:redis": "each turn, synced",
    "raw:group": "each turn, synced",
    "cmd:trede": "each turn, synced",
    "cmd:trede (taps)": "each turn, synced",
}
COLUMNS = (
    *("bot", "keeps", "turns/s", "ratio", "p50 ms", "p99 ms", "CPU ms/turn", "calls/turn", "idle MB", "start s"),
    *("lost", "wrong"),
)
HEAD = f"| {' | '.join(COLUMNS)} |\n|---|---|{'--:|' * (len(COLUMNS) - 2)}"
Runs = list[dict[str, Any]]


def complaints(run: dict[str, Any]) -> list[str]:
    """What must not be: a turn without its reply, with another, with two, or one that isn't in the log."""
    counted = {
        "lost": "without a reply",
        "wrong": "with another reply than expected",
        "extra": "replies too many",
        "unkept": "missing in the log, or a broken chain",
    }
    lines = [f"{run[name]} {what}" for name, what in counted.items() if run.get(name)]
    lines += [f"expected {expected!r}, found {found!r}" for expected, found in run.get("samples", ())]
    return lines + ([run["errors"]] if run.get("errors") else [])


def page(runs: Runs, typed: list[str], tapped: list[str], asked: argparse.Namespace, today: date) -> str:
    """The tables, with everything a reader must know about where they come from."""
    version = platform.python_version()
    parts = [
        f"{today}, {os.cpu_count()} cores shared with other work, {platform.system()}, Python {version}; "
        f"{asked.clients} clients, {asked.days} check-ins each, median of {asked.rounds} rounds.",
        "**Typed answers.**\n\n" + table(runs, typed),
    ]
    if tapped:
        parts.append("**Taps.**\n\n" + table(runs, tapped))
    return "\n\n".join((*parts, *floors(runs)))


def table(runs: Runs, names: list[str]) -> str:
    """One row a bot."""
    return "\n".join((HEAD, *(_row(runs, name) for name in names)))


def floors(runs: Runs) -> list[str]:
    """Whether Trede keeps to its floors, a line each; nothing without a run of it."""
    ours, found = _of(runs, OURS), []
    if (ratio := ratio_of(runs, OURS)) is not None:
        by_cpu = _text(_cpu_ratio(runs), 2)
        value = f"{ratio:.2f}; by CPU time alone {by_cpu}"
        found.append(_floor(f"{FLOOR_RATIO:g} times {BASE}", value, kept=ratio >= FLOOR_RATIO))
    if (idle := median(ours, "idle_mb")) is not None:
        found.append(_floor(f"idle under {FLOOR_MB:g} MB", f"{idle:.1f}", kept=idle < FLOOR_MB))
    if (start := median(ours, "start_s")) is not None:
        value = f"{start:.2f}; of which CPU time {_text(median(ours, 'start_cpu_s'), 2)}"
        found.append(_floor(f"first poll within {FLOOR_SECONDS:g} s", value, kept=start < FLOOR_SECONDS))
    return ["\n".join(found)] if found else []


def _floor(what: str, value: str, *, kept: bool) -> str:
    return f"- {what}: {'kept' if kept else 'NOT KEPT'} ({value})"


def _row(runs: Runs, name: str) -> str:
    mine = _of(runs, name)
    worst = [str(max((run.get(key) or 0 for run in mine), default=0)) for key in ("lost", "wrong")]
    cells = [
        name.removeprefix("cmd:"),
        KEPT.get(name, ""),
        _text(median(mine, "turns_per_s"), 0),
        _text(ratio_of(runs, name), 2),
        _text(median(mine, "p50_ms"), 1),
        _text(median(mine, "p99_ms"), 1),
        _text(median(mine, "cpu_ms"), 2),
        _text(median(mine, "calls_per_turn"), 2),
        _text(median(mine, "idle_mb"), 1),
        _text(median(mine, "start_s"), 2),
        *worst,
    ]
    return f"| {' | '.join(cells)} |"


def ratio_of(runs: Runs, name: str) -> float | None:
    """The median of the ratios to the base within each round."""
    base = {run["round"]: run.get("turns_per_s") for run in _of(runs, BASE)}
    mine = {run["round"]: run.get("turns_per_s") for run in _of(runs, name)}
    ratios = [mine[n] / base[n] for n in mine if mine[n] and base.get(n)]
    return statistics.median(ratios) if ratios else None


def _cpu_ratio(runs: Runs) -> float | None:
    """How many turns Trede does in the CPU time that the base needs for one."""
    base, ours = median(_of(runs, BASE), "cpu_ms"), median(_of(runs, OURS), "cpu_ms")
    return base / ours if base and ours else None


def median(runs: Runs, key: str) -> float | None:
    """The median of what was measured; None when nothing was."""
    found = [run[key] for run in runs if run.get(key) is not None]
    return statistics.median(found) if found else None


def _of(runs: Runs, name: str) -> Runs:
    return [run for run in runs if run["bot"] == name]


def _text(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def write(path: Path, text: str, what: str = "bench") -> None:
    """Put the text between the markers of a page that say what was measured."""
    begin, end = f"<!-- {what}: begin -->", f"<!-- {what}: end -->"
    whole = path.read_text(encoding="utf-8")
    before, _, rest = whole.partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        raise SystemExit(f"{path.name} has no markers {begin} and {end}")
    path.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")
