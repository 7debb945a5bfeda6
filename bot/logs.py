"""Log lines: events and counts, never what people write, never an address (it holds the bot's token).

Nor is what people write left behind by a process that crashes.
"""

import contextlib
import logging
import sys
import traceback
from pathlib import Path

import structlog


def set_up(level: str) -> None:
    """Log to standard error from this level on, one JSON object a line.

    Libraries that print requests or payloads are kept silent, altogether: what python-telegram-bot can't read it logs
    as critical, with the words that people wrote.
    """
    no_core()
    for name in ("telegram", "httpx", "httpcore", "aiohttp", "transitions", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )


def no_core() -> None:
    """From now on no crash writes this process's memory to a file, nor that of its worker: keys and words are in it."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # elsewhere than on Unix, or forbidden
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def where(error: BaseException) -> str:
    """Where an error was raised, as module, line and function: what an operator may see. Its message may hold words."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return type(error).__name__
    last = frames[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno} {last.name}"
