"""A place at which the process can be made to die: only when told so at its start, only there, only that time."""

import os
import subprocess
import sys
from pathlib import Path
from signal import SIGKILL

import pytest

ROOT = Path(__file__).parent.parent.parent
PASSING = "from bot import crash\nfor n in range(1, 4):\n    print(n, flush=True)\n    crash.here(crash.COMMIT)"


@pytest.mark.parametrize(
    ("at", "ended", "passed"),
    [("", 0, 3), ("commit", -SIGKILL, 1), ("commit:3", -SIGKILL, 3), ("commit:4", 0, 3), ("sent", 0, 3)],
)
def test_a_process_ends_where_and_when_it_was_told_to(at: str, ended: int, passed: int) -> None:
    """By SIGKILL, so that nothing is tidied up; otherwise the place does nothing."""
    environment = {**os.environ, "TREDE_CRASH_AT": at}
    done = subprocess.run([sys.executable, "-c", PASSING], cwd=ROOT, env=environment, capture_output=True, check=False)
    assert (done.returncode, len(done.stdout.split())) == (ended, passed)
