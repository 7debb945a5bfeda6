"""The demo as a whole, with a bot of ten lines in the place of the real one."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
from pathlib import Path

import pytest

from simulator.client import Remote

BOT = """
import os, pathlib, signal, sys, time
pathlib.Path(os.environ["TREDE_DB"]).write_text("kept")
if sys.argv[1:3] == ["coach", "add"]:
    print("Send this link to Joost:\\nhttps://t.me/trede_demo_bot?start=abc-DEF_9")
elif sys.argv[1:] == ["run"] and {fine}:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    time.sleep(30)
else:
    sys.exit("no coffee")
"""
DEMO = "import sys; from simulator import demo; sys.exit(demo.run(browser=False, language='en', bot=sys.argv[1:]))"


async def demo(folder: Path, bot: str) -> asyncio.subprocess.Process:
    script = folder / "bot.py"
    script.write_text(bot)
    command = (sys.executable, "-c", DEMO, sys.executable, str(script))
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=pipe)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
async def test_the_demo_starts_with_a_link_ready_and_ends_without_a_trace(tmp_path, sign):
    """Page and link are there at once; Ctrl-C ends everything with 0, no complaint, and an emptied disk."""
    process = await demo(tmp_path, BOT.format(fine=True))
    said = (await asyncio.wait_for(process.stdout.readline(), 10)).decode()
    url, folder = re.search(r"Demo: (\S+) .*data in ([^,]+),", said).groups()
    async with Remote(url) as remote:
        employee, coach = (await remote.ask("GET", "actors"))["actors"]
    assert (Path(folder) / "demo.db").exists()
    assert (employee["label"], employee["waiting_link"]) == ("Sanne, employee", None)
    assert coach["waiting_link"] == {"label": "START · begin here", "payload": "abc-DEF_9"}
    process.send_signal(sign)
    out, err = await asyncio.wait_for(process.communicate(), 5)
    assert (process.returncode, out, err, Path(folder).exists()) == (0, b"", b"", False)


@pytest.mark.parametrize(("bot", "reason"), [("1/0", "ZeroDivisionError"), (BOT.format(fine=False), "no coffee")])
async def test_a_bot_that_does_not_run_is_told(tmp_path, bot, reason):
    """Its own words are shown, the demo ends with 1 and does not hang."""
    process = await demo(tmp_path, bot)
    _, err = await asyncio.wait_for(process.communicate(), 10)
    assert process.returncode == 1
    assert reason in err.decode()
