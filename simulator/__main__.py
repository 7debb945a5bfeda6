"""`python -m simulator`: a local Telegram as a process of its own; prints its port, serves until told to stop."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
from datetime import datetime

from simulator.server import start


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="a port of 127.0.0.1; 0 takes a free one")
    parser.add_argument("--start", type=datetime.fromisoformat, default="2026-11-30T07:00:00Z", help="the first moment")
    parser.add_argument("--token", default="42:demo", help="the bot token this Telegram accepts")
    parser.add_argument("--title", default="Trede", help="the title of the page")
    parser.add_argument("--patience", type=float, default=30.0, help="real seconds to wait for an idle bot")
    return parser.parse_args()


async def _serve(wish: argparse.Namespace) -> None:
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    running = await start(wish.port, start=wish.start, token=wish.token, title=wish.title, patience=wish.patience)
    print(json.dumps({"port": running.port}), flush=True)
    await stop.wait()
    await running.stop()


if __name__ == "__main__":
    asyncio.run(_serve(_arguments()))
