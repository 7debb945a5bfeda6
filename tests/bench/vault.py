"""What encryption costs a turn: the same check-ins on two stores side by side, one with keys and one without.

A turn here is what the bot does itself: the door, the post's claim and settling, each in a transaction of its own; no
network. Measured is the time of the processor, so that other programs don't count.
Run it with `python -m tests.bench.vault`; it prints the ratio.
"""

import argparse
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from storage.open import SqliteStore, open_sqlite
from tests.bench.prepare import FIRST_CHAT, People
from tests.keyed import keys_beside

ROUNDS = 60
NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


@dataclass
class Side:
    """One of the two stores, with its one client."""

    people: People

    @classmethod
    def on(cls, opened: SqliteStore) -> "Side":
        """A client with an agreed plan, whose first check-in was done."""
        people = People(opened, NOON)
        with opened.batch():
            people.coach()
            people.client(FIRST_CHAT)
            people.deliver()
            list(people.checkin(FIRST_CHAT))
        return cls(people)

    def round(self) -> float:
        """A check-in; the seconds of the processor for one of its turns."""
        begun, turns = time.thread_time(), 0
        steps = self.people.checkin(FIRST_CHAT)
        while True:
            with self.people.opened.batch():
                if next(steps, None) is None:
                    return (time.thread_time() - begun) / turns
            turns += 1


def measured(rounds: int, synchronous: str = "FULL") -> tuple[float, float]:
    """Microseconds a turn without keys and with them: the median round of each, taken by turns."""
    with tempfile.TemporaryDirectory(prefix="trede-bench-") as folder:
        plain, sealed = Path(folder) / "plain.db", Path(folder) / "sealed.db"
        with (
            closing(open_sqlite(plain, synchronous=synchronous)) as without,
            closing(open_sqlite(sealed, keys=keys_beside(sealed), synchronous=synchronous)) as with_keys,
        ):
            sides = Side.on(without), Side.on(with_keys)
            for side in sides:
                side.round()
            taken = [[side.round() for side in sides] for _ in range(rounds)]
    return median(first for first, _ in taken) * 1e6, median(second for _, second in taken) * 1e6


def main() -> None:
    """Print what a turn takes, and the ratio; exit code 1 when it is more than 1.05."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    without, with_keys = measured(asked.parse_args().rounds)
    print(f"without keys {without:.0f} us, with keys {with_keys:.0f} us a turn: {with_keys / without:.3f}")
    sys.exit(with_keys > without * 1.05)


if __name__ == "__main__":
    main()
