"""What Prometheus reads: counts and ages, by class of letter and wake. No person, no id, no token, no address."""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.app import App
from bot.clock import ticks
from bot.pulse import Pulse
from storage.open import Opened
from storage.port import StoreBroken, StoreBusy

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
GAUGE, COUNTER = "gauge", "counter"
Labels = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Metric:
    """One number, or one for each set of labels."""

    name: str
    about: str
    values: Sequence[tuple[Labels, float]]
    kind: str = GAUGE


def single(name: str, about: str, value: float, kind: str = GAUGE) -> Metric:
    """A number without labels."""
    return Metric(name=name, about=about, values=[({}, value)], kind=kind)


def page(metrics: Sequence[Metric]) -> str:
    """The numbers as Prometheus reads them."""
    return "".join(f"{line}\n" for metric in metrics for line in _lines(metric))


def _lines(metric: Metric) -> Iterator[str]:
    yield f"# HELP {metric.name} {metric.about}"
    yield f"# TYPE {metric.name} {metric.kind}"
    for labels, value in metric.values:
        inside = ",".join(f'{name}="{text}"' for name, text in labels.items())
        yield f"{metric.name}{f'{{{inside}}}' if inside else ''} {value:.12g}"


def of_bot(app: App, pulse: Pulse) -> Iterator[Metric]:
    """The process and its loop."""
    now = ticks()
    yield single("trede_uptime_seconds", "since the bot started", now - pulse.started)
    yield single("trede_store_out", "1 while the store keeps nothing", float(bool(pulse.out)))
    if pulse.polled is not None:
        yield single("trede_poll_age_seconds", "since Telegram answered a poll", now - pulse.polled)
    yield single("trede_clock_late_seconds", "since the oldest thing that is due was due", pulse.late)
    yield single("trede_queue_waiting", "turns that wait for their batch", app.queue.waiting)
    yield single("trede_stumbles_total", "updates that could not be handled", app.gateway.stumbles, COUNTER)
    yield single("process_cpu_seconds_total", "user and system time", time.process_time(), COUNTER)
    yield single("trede_refused_total", "what the policy has no cell for", app.door.refused, COUNTER)
    if (memory := _resident()) is not None:
        yield single("process_resident_memory_bytes", "memory in use", memory)
    if (files := _open_files()) is not None:
        yield single("process_open_fds", "open file handles", files)


def of_store(opened: Opened, database: Path) -> tuple[Metric, ...]:
    """What the database holds, by class; only its size while it can't be read. May run in any thread."""
    sizes = (
        single("trede_database_bytes", "size of the database", _size(database)),
        single("trede_journal_bytes", "size of its journal", _size(database.with_name(f"{database.name}-wal"))),
    )
    try:
        tally = opened.views.tally()
    except (StoreBroken, StoreBusy):
        return sizes
    letters = [({"kind": str(k), "state": str(s)}, float(n)) for (k, s), n in sorted(tally.letters.items())]
    wakes = [({"kind": kind}, float(n)) for kind, n in sorted(tally.waiting.items())]
    return (
        *sizes,
        Metric(name="trede_letters", about="letters of the last 30 days, by class and state", values=letters),
        Metric(name="trede_wakes_waiting", about="what waits for its moment, by kind", values=wakes),
        single("trede_unexplained", "letters that ended without a reason: must be 0", tally.unexplained),
    )


def _size(path: Path) -> float:
    try:
        return float(path.stat().st_size)
    except OSError:
        return 0.0


def _resident() -> float | None:
    """Bytes in memory; None where there is no /proc."""
    try:
        return float(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return None


def _open_files() -> float | None:
    try:
        return float(len(os.listdir("/proc/self/fd")))
    except OSError:
        return None
