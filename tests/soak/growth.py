"""What a long run takes of the computer, and whether it takes ever more.

**The criterion.** A run is looked at again and again, at equal distances. Its first quarter is warm-up (with five
times the traffic, where time is real): caches fill, tables are loaded that are first needed then, the allocator finds
its size, the journal reaches the length at which it is reused. What counts is the median of the last quarter beside the
median of the second: half a run apart, and a median isn't moved by one picture that was drawn or one connection that
was open just then. It may be larger by what `ALLOWED` says, a share and an amount:

- memory (resident and swapped out) 2 %: the allocator's own to and fro, and what is remembered for speed, which is
  bounded by number and takes long to fill where it fills slowly (`storage/writing.py`, `storage/kept.py`). Of 95 MB it
  is 1.9 MB: in a real hour with 4 acts a second (7,200 between the medians) a leak of 300 bytes an act is found.
- open file descriptors, asyncio tasks: 2. A connection that is kept for the next request, a poll that just ended.
- the journal (WAL): 100 pages (0.4 MB). With 1,000 pages it is copied into the database and used again from the
  beginning; it keeps the longest it ever was, and how far past the 1,000 the last turn brings it differs. It is larger
  only when copying doesn't keep up, or when somebody reads and never ends: in seconds, then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

KIB = 1024


@dataclass(frozen=True, kw_only=True)
class Look:
    """What a process takes at one moment: memory and WAL in bytes, open file descriptors, asyncio tasks (0: unseen)."""

    memory: int
    files: int
    wal: int
    tasks: int = 0


#: By how much the later median may be larger: a share of the earlier one, and an amount.
ALLOWED = {"memory": (0.02, 0), "files": (0.0, 2), "wal": (0.0, 100 * 4096), "tasks": (0.0, 2)}
#: Fewer looks have no quarters worth a median.
FEWEST = 8


def look(pid: int, database: Path, tasks: int = 0) -> Look:
    """Look at a process from outside, through /proc, and at the journal of its database."""
    told = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines())
    memory = sum(int(told[name].split()[0]) for name in ("VmRSS", "VmSwap")) * KIB
    wal = database.with_name(f"{database.name}-wal")
    files = len(list(Path(f"/proc/{pid}/fd").iterdir()))
    return Look(memory=memory, files=files, wal=wal.stat().st_size if wal.exists() else 0, tasks=tasks)


def medians(looks: Sequence[Look], name: str) -> tuple[float, float]:
    """The median of the second quarter, and that of the last."""
    values, quarter = [getattr(one, name) for one in looks], len(looks) // 4
    return median(values[quarter : 2 * quarter]), median(values[-quarter:])


def grown(looks: Sequence[Look]) -> tuple[str, ...]:
    """What has grown, by name. ValueError when there are too few looks to say."""
    if len(looks) < FEWEST:
        raise ValueError(f"{len(looks)} looks say nothing about growth, {FEWEST} may")
    found = []
    for name, (share, amount) in ALLOWED.items():
        before, after = medians(looks, name)
        if after > before * (1 + share) + amount:
            found.append(name)
    return tuple(found)


def shown(looks: Sequence[Look], name: str) -> str:
    """Both medians, as the page has them: bytes in MB."""
    unit = 1_000_000 if name in {"memory", "wal"} else 1
    return " -> ".join(f"{value / unit:.1f}" if unit > 1 else f"{value:g}" for value in medians(looks, name))
