"""How long the safety scan takes (issue: under 5 ms for a message): the median and the slowest of many, in one table.

`make bench-scan` prints it and writes it to docs/performance.md.
"""

import gc
import platform
import random
import statistics
import time
from datetime import UTC, datetime
from pathlib import Path

import report

from dialogues.safety import scan
from tests.dialogues.safety_corpora import lines

LONGEST = 4096  # characters of a message


def told(joint: str, *kinds: str) -> str:
    """As many of the seen lines of these kinds as a message holds, in the order of a fixed seed."""
    drawn = [line for kind in kinds for language in ("nl", "en") for line in lines("seen", kind, language)]
    random.Random(113).shuffle(drawn)
    return joint.join(line.rstrip(".!?") for line in drawn)[:LONGEST]


ORDINARY = "Vandaag was het druk op het werk. De vergadering duurde lang en ik was moe, daarna ging het wel. "
TEXTS = {
    "one line": ORDINARY,
    "5,000 characters": (ORDINARY * 60)[:5000],
    "5,000 accents": ("Één vergadering, à propos, ging über de grens. " * 120)[:5000],
    "5,000 times the same letter": "a" * 5000,
    "5,000 of a half phrase": ("ik wil niet " * 500)[:5000],
    "4,096 of diary": told(". ", "harmless", "idioms"),
    "4,096 of diary without a stop": told(", ", "harmless", "idioms").replace(".", ""),
    "4,096 of danger": told(". ", "t1", "t2"),
    "4,096 of danger without a stop": told(" ", "t1", "t2").replace(".", ""),
    "4,096 of other people's danger": told(". ", "t3"),
    "4,096 of both": told(". ", "t1", "t2", "harmless", "idioms"),
}
ROOT = Path(__file__).resolve().parents[2]
TIMES = 200


def took(text: str) -> list[float]:
    """The milliseconds that each of many scans of one text took, in order of length."""
    scan(text)
    found = []
    for _ in range(TIMES):
        start = time.perf_counter()
        scan(text)
        found.append((time.perf_counter() - start) * 1000)
    return sorted(found)


def measured() -> list[str]:
    """The table, with a heading that says when and where."""
    rows = [
        f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}; {TIMES} times each.",
        "",
        "| text | median ms | p95 ms | slowest ms |",
        "|---|--:|--:|--:|",
    ]
    gc.collect()
    gc.freeze()  # as the bot does when it has started
    for name, text in TEXTS.items():
        times = took(text)
        rows.append(f"| {name} | {statistics.median(times):.2f} | {times[TIMES * 95 // 100]:.2f} | {times[-1]:.2f} |")
    return rows


if __name__ == "__main__":
    told_of = measured()
    print("\n".join(told_of))
    report.write(ROOT / "docs" / "performance.md", "\n".join(told_of), "scan")
