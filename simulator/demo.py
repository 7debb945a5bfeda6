"""The demo: a local Telegram with two people, the bot as a process of its own, and a page to play them on.

The bot is started as anybody would start it, with settings and commands; nothing of it is imported.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import sys
import tempfile
import webbrowser
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from simulator.actors import Actor, WaitingLink
from simulator.server import Running, start

BOT = (sys.executable, "-m", "bot")
TOKEN = "42:demo"
MONDAY = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
"""A working Monday, eight o'clock in the Netherlands: the demo always begins there."""
EMPLOYEE, COACH = 101, 102
PATIENCE_TO_STOP = 5.0
_ROOT = Path(__file__).parent.parent
_LABELS = {"nl": ("Sanne, medewerker", "Joost, coach"), "en": ("Sanne, employee", "Joost, coach")}
_BEGIN = {"nl": "START · begin hier", "en": "START · begin here"}
_PAYLOAD = re.compile(r"[?&]start=([\w-]+)")


class DidNotStart(RuntimeError):  # noqa: N818 - read where it is raised
    """The bot's own command failed; the message is what it said."""


def run(*, port: int = 0, browser: bool = True, language: str = "nl", bot: Sequence[str] = BOT) -> int:
    """Plays until Ctrl-C or SIGTERM; 0 when it was stopped, 1 when the bot ended by itself or never began.

    `bot` is the command to which `run` and `coach add NAME` are added.
    """
    try:
        return asyncio.run(_play(port, browser, language, bot))
    except DidNotStart as error:
        print(error, file=sys.stderr)
        return 1


async def _play(port: int, browser: bool, language: str, command: Sequence[str]) -> int:
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    people = [
        Actor(chat_id=chat_id, first_name=label.partition(",")[0], label=label, language_code=language)
        for chat_id, label in zip((EMPLOYEE, COACH), _LABELS[language], strict=True)
    ]
    with tempfile.TemporaryDirectory(prefix="trede-demo-") as folder:
        running = await start(port, start=MONDAY, token=TOKEN, people=people)
        try:
            settings = _settings(running, folder)
            payload = await _coach_link(command, settings, language)
            running.give_link(COACH, WaitingLink(label=_BEGIN[language], payload=payload))
            async with _bot(command, settings) as bot:
                gone = "gone at the end; Ctrl-C stops; regime: delegation"
                print(f"Demo: {running.url}   (data in {folder}, {gone})", flush=True)
                if browser:
                    await asyncio.to_thread(webbrowser.open, running.url)
                return await _first(stop, bot)
        finally:
            await running.stop()


def _settings(running: Running, folder: str) -> Mapping[str, str]:
    """The environment of the bot: only this Telegram, only this folder, whatever is set outside."""
    here = f"http://127.0.0.1:{running.port}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TREDE_")}
    own = {"TREDE_TOKEN": TOKEN, "TREDE_API": here, "TREDE_CLOCK": here, "TREDE_DB": str(Path(folder) / "demo.db")}
    return kept | own | {"TREDE_LOG": "warning"}


async def _coach_link(command: Sequence[str], settings: Mapping[str, str], language: str) -> str:
    """Adds the coach as an operator would, and takes the payload out of the link that is printed."""
    wish = ("coach", "add", "Joost", "--language", language, "--by", "demo")
    pipe = asyncio.subprocess.PIPE
    adding = await asyncio.create_subprocess_exec(*command, *wish, cwd=_ROOT, env=settings, stdout=pipe, stderr=pipe)
    out, err = await adding.communicate()
    found = _PAYLOAD.search(out.decode())
    if adding.returncode or found is None:
        raise DidNotStart(f"the demo could not add its coach:\n{(out + err).decode().strip()}")
    return found[1]


@contextlib.asynccontextmanager
async def _bot(command: Sequence[str], settings: Mapping[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    """The running bot, out of reach of our Ctrl-C, so that it is stopped once and in order."""
    bot = await asyncio.create_subprocess_exec(*command, "run", cwd=_ROOT, env=settings, start_new_session=True)
    try:
        yield bot
    finally:
        if bot.returncode is None:
            bot.terminate()
        try:
            await asyncio.wait_for(bot.wait(), PATIENCE_TO_STOP)
        except TimeoutError:
            bot.kill()
            await bot.wait()


async def _first(stop: asyncio.Event, bot: asyncio.subprocess.Process) -> int:
    """Waits for the end, whoever brings it."""
    waits = {asyncio.create_task(stop.wait()), asyncio.create_task(bot.wait())}
    _, left = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in left:
        wait.cancel()
    if stop.is_set():
        return 0
    print("the bot has stopped by itself; what it said stands above", file=sys.stderr)
    return 1
