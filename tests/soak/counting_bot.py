"""`trede run` that also tells how many asyncio tasks it has, and that leaks on purpose when it is asked to.

`python -m tests.soak.counting_bot [LEAK] run`. Asked by SIGUSR1, it writes the number into a file beside its database.
"""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path

from bot.__main__ import main
from bot.app import App

LEAKED: list[object] = []
#: What a leak keeps each time it is asked for the number.
LEAKS: dict[str, Callable[[], object]] = {
    "memory": lambda: b"x" * 1_000_000,
    "files": socket.socket,
    "tasks": lambda: asyncio.ensure_future(asyncio.sleep(10**6)),
}
LEAKS["all"] = lambda: [leak() for name, leak in LEAKS.items() if name != "all"]
run_app = App.run


def beside(database: Path) -> Path:
    """Where the number of tasks is."""
    return database.with_name("tasks")


async def run(self: App) -> None:
    """As the bot runs; asked by a signal it tells its tasks."""
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, tell)
    await run_app(self)


def tell() -> None:
    """Write down how many tasks there are; first leak, if that was asked for."""
    if sys.argv[1] in LEAKS:
        LEAKED.append(LEAKS[sys.argv[1]]())
    path = beside(Path(os.environ["TREDE_DB"]))
    path.with_suffix(".new").write_text(str(len(asyncio.all_tasks())), encoding="ascii")
    path.with_suffix(".new").replace(path)


if __name__ == "__main__":
    App.run = run  # type: ignore[method-assign]
    main(sys.argv[2:] if sys.argv[1] in LEAKS else sys.argv[1:])
