"""Runs in a copy of the tree: changes a module there, lets the tests run in a process of their own, puts it back.

The process that waits has loaded whatever isn't ours, so that each trial begins with that and loads only our modules.
A request is a line of JSON on its input, an answer one on its output. A change within a function is tried on those
tests that ran that function, any other on all of the group.
"""

import importlib
import json
import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from choosing import Chosen, noticing
from watching import Lines, Watching

#: Ours: that one of these came from elsewhere than the copy would mean that nothing was changed.
ROOMS = ("bot", "dialogues", "reports", "simulator", "state_machines", "storage", "tests", "web")
OPTIONS = (
    "-x",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "--hypothesis-seed=1",
    "-W",
    "ignore::pytest.PytestWarning",
)
#: A trial may take so many times what the tests take by themselves, and this much more, in seconds of the processor.
PATIENCE, MORE = 3, 10
#: And so many times that on the clock: a computer that is busy is no hanging test.
BUSY = 6
MOST_MEMORY = 4 << 30
LONGEST = 600.0
SURVIVED, KILLED, TOO_LONG = "survived", "killed", "took too long"
SAID, LOG = Path("loaded.json"), Path("trial.log")


class Group:
    """The tests of a group, once they passed on the code as it is: how long each takes, and which lines it runs."""

    def __init__(self, tests: list[str], files: list[str], red: bool) -> None:
        SAID.unlink(missing_ok=True)
        code = in_a_process(lambda: watched(tests, files), LONGEST)
        told = json.loads(SAID.read_text(encoding="utf-8")) if code == 0 or (code == 1 and red) else {}
        self.wrong = told.get("strange") or (not told and LOG.read_text(encoding="utf-8")[-3000:])
        self.failed: list[str] = told.get("failed", [])
        self.seconds = {test: took for test, took in told.get("seconds", {}).items() if test not in self.failed}
        lines = told.get("lines", {})
        self._lines: Lines = {file: {int(line): ids for line, ids in found.items()} for file, found in lines.items()}
        for name in told.get("foreign", ()):
            with suppress(Exception):
                importlib.import_module(name)

    def tried(self, file: str, source: str, span: tuple[int, int] | None) -> dict[str, object]:
        """What becomes of a mutant: which test noticed, or none."""
        path = Path(file)
        text, stat = path.read_bytes(), path.stat()
        chosen = {test: self.seconds[test] for test in noticing(self._lines[file], self.seconds, span)}
        files = sorted({test.partition("::")[0] for test in chosen})
        shutil.rmtree(".hypothesis", ignore_errors=True)
        began = time.monotonic()
        try:
            path.write_text(source, encoding="utf-8")
            seconds = sum(chosen.values()) * PATIENCE + MORE
            code = in_a_process(lambda: pytest.main([*OPTIONS, *files], plugins=[Chosen(chosen)]), seconds)
        finally:
            path.write_bytes(text)
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        outcome = SURVIVED if code == 0 else KILLED if code > 0 else TOO_LONG
        return {
            "outcome": outcome,
            "by": noticed(),
            "tests": len(chosen),
            "seconds": round(time.monotonic() - began, 1),
        }


def watched(tests: list[str], files: list[str]) -> int:
    """In a process of its own: the tests as they are; what was seen goes to a file."""
    watching = Watching(files)
    code = pytest.main([*OPTIONS[1:], *tests], plugins=[watching])
    here = Path.cwd().resolve()
    places = {name: getattr(module, "__file__", None) for name, module in sys.modules.items()}
    foreign = [name for name, file in places.items() if file and here not in Path(file).resolve().parents]
    strange = [name for name in foreign if name.split(".")[0] in ROOMS]
    seen = {"seconds": watching.seconds, "failed": sorted(watching.failed), "lines": watching.lines()}
    SAID.write_text(json.dumps(seen | {"foreign": foreign, "strange": strange}), encoding="utf-8")
    return int(code)


def noticed() -> str:
    """The test that noticed, as pytest names it."""
    told = LOG.read_text(encoding="utf-8", errors="replace").splitlines()
    return next((line for line in reversed(told) if line.startswith(("FAILED", "ERROR"))), "")[:160]


def in_a_process(work: Callable[[], int], seconds: float) -> int:
    """How a child that does this work ends (below 0: by a signal); of its children none is left."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        bounded(seconds)
        os._exit(int(work()))
    status = os.waitpid(child, 0)[1]
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(status)


def bounded(seconds: float) -> None:
    """A child of its own group, that writes into a file and ends by itself."""
    os.setsid()
    file = os.open(LOG, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(file, 1)
    os.dup2(file, 2)
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.alarm(int(seconds * BUSY) + 1)
    sys.dont_write_bytecode = True


def main() -> None:
    """Answer until the input ends."""
    sys.path[:] = [str(Path.cwd()), *(each for each in sys.path if not (Path(each or ".") / "state_machines").is_dir())]
    group: Group | None = None
    for line in sys.stdin:
        asked = json.loads(line)
        if group is None or "tests" in asked:
            group = Group(**asked)
            print(json.dumps({"wrong": group.wrong, "failed": group.failed}), flush=True)
        else:
            print(json.dumps(group.tried(**asked)), flush=True)


if __name__ == "__main__":
    main()
