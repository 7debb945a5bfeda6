"""Runs Trede and its peers against the fake Bot API server, one after the other, round by round.

Other work on the machine then falls on all alike; each ratio is taken within one round, and the median is shown.
"""

import argparse
import json
import os
import select
import shlex
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import flow
import report

HERE = Path(__file__).parent
PATIENCE = 120.0
REST = 0.6  # seconds from the first poll to the first update; memory is looked at in between
TREDE = "TREDE_API={base} TREDE_DB={data}/trede.db TREDE_TOKEN=42:BENCH TREDE_LOG=error {python} -m bot run"


@dataclass(frozen=True, kw_only=True)
class Bot:
    """A bot to measure: its command ({python}, {here}, {base} and {data} are filled in) and what is played with it."""

    name: str
    command: str
    script: str
    prepared: bool = False
    redis: bool = False
    log: str = ""


def peer(name: str, program: str, mode: str, script: str, **more: Any) -> Bot:
    """A bot of this folder."""
    return Bot(name=name, command=f"{mode} {{python}} {{here}}/{program}", script=script, **more)


TYPED = (
    peer("ptb:pickle", "bot_ptb.py", "MODE=pickle", "peer-typed"),
    peer("ptb:echo", "bot_ptb.py", "MODE=echo", "peer-echo"),
    peer("ptb:echo+aio", "bot_ptb.py", "MODE=echo AIO=1", "peer-echo"),
    peer("aiogram:redis", "bot_aiogram.py", "", "peer-typed", redis=True),
    peer("raw:group", "bot_raw.py", "", "peer-typed", log="bot.db"),
    Bot(name="cmd:trede", command=TREDE, script="typed", prepared=True, log="trede.db"),
)
TAPPED = (
    peer("ptb:taps", "bot_ptb.py", "MODE=taps", "peer-taps"),
    Bot(name="cmd:trede (taps)", command=TREDE, script="taps", prepared=True, log="trede.db"),
)


@dataclass
class Measured:
    """A running process as the kernel sees it: CPU seconds and resident memory. None where there is no /proc."""

    pids: list[int] = field(default_factory=list)

    def cpu(self) -> float | None:
        """CPU seconds so far."""
        return self._total(lambda pid: _cpu_seconds(Path(f"/proc/{pid}/stat").read_text()))

    def memory(self) -> float | None:
        """Resident memory, in MB."""
        return self._total(lambda pid: _resident_mb(Path(f"/proc/{pid}/status").read_text()))

    def _total(self, look: Callable[[int], float]) -> float | None:
        try:
            return sum(look(pid) for pid in self.pids)
        except OSError:
            return None


def _cpu_seconds(stat: str) -> float:
    fields = stat.rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident_mb(status: str) -> float:
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def pinned(place: int) -> Callable[[], None]:
    """Put a process on one of the processors, so that the bot and the server that measures it don't share one."""

    def pin() -> None:
        if hasattr(os, "sched_setaffinity"):
            mine = sorted(os.sched_getaffinity(0))
            os.sched_setaffinity(0, {mine[place % len(mine)]})

    return pin


@contextmanager
def started(command: list[str], place: int, **more: Any) -> Iterator["subprocess.Popen[str]"]:
    """A process of ours. It is killed (-9) at the end: what is on disk then is what would survive."""
    process = subprocess.Popen(command, preexec_fn=pinned(place), text=True, **more)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.wait()
        if process.stdout:
            process.stdout.close()


@contextmanager
def redis_server(folder: Path) -> Iterator[tuple[str, int]]:
    """A Redis that writes every change to disk; its address and process id."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    durable = ["--appendonly", "yes", "--appendfsync", "always", "--save"]
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", *durable, "", "--dir", str(folder)]
    with started(command, 0, stdout=subprocess.DEVNULL) as process:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 0.1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield f"redis://127.0.0.1:{port}/0", process.pid


def prepare(bot: Bot, folder: Path, clients: int) -> None:
    """Put the conversation, and for Trede its database, into the folder of a run."""
    if bot.prepared:
        subprocess.run([sys.executable, HERE / "prepare.py", folder, "--clients", str(clients)], check=True)
        return
    (folder / f"{bot.script}.json").write_text(flow.scripts()[bot.script], encoding="utf-8")


def run_once(bot: Bot, asked: argparse.Namespace) -> dict[str, Any]:
    """One run of one bot: everything that was measured."""
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=asked.workdir))
    try:
        prepare(bot, folder, asked.clients)
        before = logged(bot, folder)
        if bot.redis:
            with redis_server(folder) as (address, pid):
                found = _played(bot, folder, asked, {"REDIS_URL": address}, [pid])
        else:
            found = _played(bot, folder, asked, {}, [])
        if before is not None and (after := logged(bot, folder)) is not None:
            found["unkept"] = found.get("steps", 0) - (after - before)
        if bot.prepared:
            found["unkept"] += not _chains_whole(folder)
        return found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _played(
    bot: Bot, folder: Path, asked: argparse.Namespace, more: Mapping[str, str], helpers: list[int]
) -> dict[str, Any]:
    given = [
        "--script",
        folder / f"{bot.script}.json",
        "--clients",
        asked.clients,
        "--days",
        asked.days,
        "--rest",
        REST,
    ]
    api = [sys.executable, str(HERE / "fakeapi.py"), *map(str, given)]
    with started(api, 1, stdout=subprocess.PIPE) as server, (folder / "bot.err").open("w") as errors:
        base = f"http://127.0.0.1:{json.loads(_line(server))['port']}"
        settings, command = _command(bot, folder, base)
        environment = os.environ | more | settings | {"API_BASE": base, "DATA_DIR": str(folder)}
        began = time.time()
        with started(command, 0, env=environment, stdout=errors, stderr=errors) as process:
            found = _watched(server, Measured([process.pid, *helpers]), began)
    if found["end"] != "done":
        found["errors"] = (folder / "bot.err").read_text(errors="replace")[-600:]
    return found


def _command(bot: Bot, folder: Path, base: str) -> tuple[dict[str, str], list[str]]:
    """The variables in front of a command, and the command."""
    filled = [
        part.format(python=sys.executable, here=HERE, base=base, data=folder) for part in shlex.split(bot.command)
    ]
    settings = filled[: filled.index(sys.executable)]
    return dict(part.split("=", 1) for part in settings), filled[len(settings) :]


def _watched(server: "subprocess.Popen[str]", bot: Measured, began: float) -> dict[str, Any]:
    """Look at the bot at its first poll and at the end, and take the server's count."""
    polling = json.loads(_line(server) or "{}")
    if polling.get("event") != "polling":
        return polling | {"end": "never polled", "turns": 0, "lost": 1, "wrong": 0}
    at_start = bot.cpu()
    time.sleep(REST / 2)
    idle, cpu = bot.memory(), bot.cpu()
    found: dict[str, Any] = json.loads(_line(server) or '{"end": "no answer", "turns": 0, "lost": 1, "wrong": 0}')
    found["start_s"], found["idle_mb"], found["end_mb"] = polling["at"] - began, idle, bot.memory()
    used, found["start_cpu_s"] = bot.cpu(), at_start
    if cpu is not None and used is not None and found["turns"]:
        found["cpu_ms"] = 1000 * (used - cpu) / found["turns"]
    return found


def _line(server: "subprocess.Popen[str]") -> str:
    """The next line of the server's; empty when none comes."""
    assert server.stdout is not None
    ready, _, _ = select.select([server.stdout], [], [], PATIENCE)
    return server.stdout.readline() if ready else ""


def logged(bot: Bot, folder: Path) -> int | None:
    """How many log rows stand in a bot's database; None when it has none."""
    if not bot.log:
        return None
    path = folder / bot.log
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as db:
        found: int = db.execute("SELECT count(*) FROM log").fetchone()[0]
    return found


def _chains_whole(folder: Path) -> bool:
    """Whether `trede verify` finds nothing wrong after the kill."""
    environment = os.environ | {"TREDE_DB": str(folder / "trede.db")}
    command = [sys.executable, "-m", "bot", "verify"]
    return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0


def bots(only: list[str]) -> tuple[Bot, ...]:
    """The bots to measure. Without Redis its bot is left out, with one line."""
    found = tuple(bot for bot in (*TYPED, *TAPPED) if not only or bot.name in only)
    if any(bot.redis for bot in found) and shutil.which("redis-server") is None:
        print("aiogram:redis is skipped: redis-server is not installed (Debian, Ubuntu: apt install redis-server)")
        found = tuple(bot for bot in found if not bot.redis)
    return found


def measure(chosen: tuple[Bot, ...], asked: argparse.Namespace) -> list[dict[str, Any]]:
    """All runs, with a line for each."""
    runs = []
    for turn in range(1, asked.rounds + 1):
        for bot in chosen:
            run = run_once(bot, asked) | {"bot": bot.name, "round": turn}
            runs.append(run)
            speed = f"{run['turns_per_s']:.0f} turns/s" if run.get("turns_per_s") else run["end"]
            print(f"round {turn}: {bot.name:18} {speed}", flush=True)
            for line in report.complaints(run):
                print(f"  {line}", flush=True)
    return runs


def main() -> int:
    """Measure, print, and write the page. 1 when a turn was lost, answered wrongly or not kept."""
    parser = argparse.ArgumentParser(description="Measure Trede against its peers.")
    parser.add_argument("only", nargs="*", help="bots to measure; all of them when none is named")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--days", type=int, default=6, help="how many check-ins each client does in a run")
    parser.add_argument(
        "--workdir", type=Path, help="where the databases stand; by default the system's temporary folder"
    )
    parser.add_argument("--json", type=Path, help="keep every run in this file")
    parser.add_argument("--write", type=Path, help="the page to write the tables into, between its markers")
    asked = parser.parse_args()
    chosen = bots(asked.only)
    runs = measure(chosen, asked)
    if asked.json:
        asked.json.write_text(json.dumps(runs, indent=1), encoding="utf-8")
    typed = [bot.name for bot in chosen if bot in TYPED]
    taps = [bot.name for bot in chosen if bot in TAPPED]
    text = report.page(runs, typed, taps, asked, datetime.now(UTC).date())
    print(f"\n{text}")
    if asked.write:
        report.write(asked.write, text)
    return int(any(report.complaints(run) for run in runs))


if __name__ == "__main__":
    sys.exit(main())
