"""`trede health`: whether the bot of this installation runs well, a line each. Quick, without network or token."""

from collections.abc import Iterator

from bot import pulse
from bot.clock import ticks
from bot.findings import FAULT, OK, Finding
from bot.settings import Settings
from storage.port import StoreBroken, StoreBusy
from storage.sqlite import standing


def examine(settings: Settings) -> tuple[Finding, ...]:
    """Database, tables, and the running bot by the pulse that it leaves."""
    return (*_database(settings), *_bot(settings))


def _database(settings: Settings) -> Iterator[Finding]:
    if not settings.database.exists():
        yield Finding(kind=FAULT, about="database", text=f"there is no {settings.database}")
        return
    try:
        taken, waiting = standing.steps(settings.database)
    except (StoreBroken, StoreBusy) as error:
        yield Finding(kind=FAULT, about="database", text=str(error))
        return
    if waiting:
        yield Finding(kind=FAULT, about="database", text=f"isn't up to date: {', '.join(waiting)} when the bot starts")
    else:
        yield Finding(kind=OK, about="database", text=f"can be read, up to date with {taken[-1]}")


def _bot(settings: Settings) -> Iterator[Finding]:
    found = pulse.read(settings.database)
    if found is None:
        yield Finding(kind=FAULT, about="bot", text="doesn't run: it has left no sign beside the database")
    else:
        yield from pulse.signs(found, ticks())
