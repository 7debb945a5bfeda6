"""A crash leaves no image of the memory behind, in which keys and people's words stand (R33)."""

import resource
import signal
import subprocess
import sys
from pathlib import Path

#: The bot and its worker process, both of which crash; who starts them lets them write as large a file as they like.
CRASHES = """
import os, resource, signal, subprocess, sys
from bot import logs
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
logs.set_up("error")
crash = "import os, signal; os.kill(os.getpid(), signal.SIGABRT)"
subprocess.run([sys.executable, "-c", crash])
print(resource.getrlimit(resource.RLIMIT_CORE)[0], flush=True)
os.kill(os.getpid(), signal.SIGABRT)
"""


def test_a_crash_writes_no_memory_to_a_file(tmp_path: Path) -> None:
    """Neither the bot's own nor that of what it starts, wherever the system would put it."""
    root = Path(__file__).parents[2]
    ended = subprocess.run(
        [sys.executable, "-c", CRASHES],
        cwd=tmp_path,
        env={"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == -signal.SIGABRT, ended.stderr
    assert ended.stdout.strip() == "0"
    assert resource.getrlimit(resource.RLIMIT_CORE)[1] != 0, "here nothing could be written anyhow"
    assert list(tmp_path.iterdir()) == []
