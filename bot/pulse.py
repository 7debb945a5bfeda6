"""The pulse of a running bot: a small file beside the database that says how it is, and holds nothing of anybody.

It is written without the store, so that it also tells that the store is out; and by the machine's own count of
seconds, so that it doesn't age when somebody sets the clock.
"""

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.findings import FAULT, OK, Finding

#: Written this often; older than three of these and a bit, the bot hangs or is gone.
EVERY_SECONDS = 5.0
SILENT_SECONDS = 20.0
#: A poll waits at most 25 seconds at Telegram, and is given 10 more.
POLL_SECONDS = 90.0
#: What is due is woken within a second; a row that raises is tried again after a minute.
LATE_SECONDS = 180.0

#: Why a bot ended, when it was that (Telegram lets one program poll at a time).
CONFLICT = "another program polls with its token"


@dataclass(frozen=True, kw_only=True)
class Pulse:
    """How a bot is. `started`, `written`, `polled` (the last answer to a poll), `passed` (the last pass of the clock):
    seconds by the machine's count. `late`: seconds since the next due moment; `out`: why the store keeps nothing;
    `ended`: why the bot stopped."""

    pid: int
    started: float
    written: float
    polled: float | None = None
    passed: float | None = None
    late: float = 0.0
    out: str = ""
    ended: str = ""


def beside(database: Path) -> Path:
    """Where the pulse of the bot on this database is."""
    return database.with_name(f"{database.name}.pulse")


def write(database: Path, pulse: Pulse) -> None:
    """Leave this pulse. A disk that can't be written leaves the old one, which ages."""
    path, new = beside(database), database.with_name(f"{database.name}.pulse.new")
    with contextlib.suppress(OSError):
        opened = os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as file:
            json.dump(asdict(pulse), file)
        new.replace(path)


def read(database: Path) -> Pulse | None:
    """The pulse that was left last; None when there is none that can be read."""
    try:
        return Pulse(**json.loads(beside(database).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def signs(pulse: Pulse, now: float) -> Iterator[Finding]:
    """Whether the bot lives, keeps what it is given, hears Telegram and follows its clock, at `now` by the count."""
    silent = now - pulse.written
    if pulse.ended:
        yield Finding(kind=FAULT, about="bot", text=f"doesn't run: {pulse.ended}")
        return
    if not 0 <= silent <= SILENT_SECONDS:  # in the future: the machine was started anew
        yield Finding(kind=FAULT, about="bot", text="doesn't run, or hangs: its last sign is too old")
        return
    yield Finding(kind=OK, about="bot", text=f"runs as process {pulse.pid}")
    yield _sign("store", "keeps what it is given", f"keeps nothing: {pulse.out}" if pulse.out else "")
    yield _sign("telegram", "answers polls", _poll(pulse, now))
    yield _sign("clock", "what is due is done", _clock(pulse, now))


def _poll(pulse: Pulse, now: float) -> str:
    """Telegram keeps a poll open while nobody writes; at the start it answered who the bot is."""
    age = now - (pulse.started if pulse.polled is None else pulse.polled)
    return f"has answered no poll for {age:.0f} s" if age > POLL_SECONDS else ""


def _clock(pulse: Pulse, now: float) -> str:
    if pulse.passed is None:
        return "hasn't begun" if now - pulse.started > SILENT_SECONDS else ""
    return f"what was due {pulse.late:.0f} s ago still waits" if pulse.late > LATE_SECONDS else ""


def _sign(about: str, well: str, wrong: str) -> Finding:
    return Finding(kind=FAULT if wrong else OK, about=about, text=wrong or well)
