"""How long the safety scan takes (issue: under 5 ms for a message): the median and the slowest of many, in one table.

python tests/bench/scan.py
"""

import random
import statistics
import time

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
    "4,096 of both": told(". ", "t1", "t2", "harmless", "idioms"),
}
TIMES = 200


def main() -> None:
    """Print the table."""
    print("| text | median ms | slowest ms |\n|---|---|---|")
    for name, text in TEXTS.items():
        scan(text)
        took = []
        for _ in range(TIMES):
            start = time.perf_counter()
            scan(text)
            took.append((time.perf_counter() - start) * 1000)
        print(f"| {name} | {statistics.median(took):.2f} | {max(took):.2f} |")


if __name__ == "__main__":
    main()
