"""Stopping: in order, and for sure. What a stop doesn't wait for is kept already and goes on at the next start."""

import os
import threading

import structlog

log = structlog.get_logger()
#: A service that is told to stop is killed after some time, often 30 seconds; we promise 20.
LONGEST_SECONDS = 18.0


def for_sure(seconds: float = LONGEST_SECONDS) -> None:
    """From now on this process ends within so many seconds, even if a server never answers one of its threads.

    Nothing is lost by it: what was to be kept was kept by its turn, and a letter that was under way is uncertain.
    """
    timer = threading.Timer(seconds, _now)
    timer.daemon = True
    timer.start()


def _now() -> None:
    log.warning("trede.stop_forced")
    os._exit(0)
