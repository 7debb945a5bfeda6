"""Places where this process can be made to die, as if the power failed: for the kill campaign (`make test-kill`).

`TREDE_CRASH_AT=commit` or, at the seventh time that it comes by, `TREDE_CRASH_AT=commit:7`. It is read once, when the
program starts; without it no place does anything. It is no setting of an installation, so no page names it.
"""

import os
import signal
from itertools import count

INTAKE = "intake"  # updates are here and nothing of them is kept; Telegram keeps them until they are confirmed
TURN = "turn"  # a turn is written, its transaction open
COMMIT = "commit"  # the transaction is kept; nothing of it was sent, nobody who waits for it knows
SENT = "sent"  # Telegram took a letter, and that is written down nowhere
MIGRATION = "migration"  # the steps to newer tables are taken, their transaction open
BACKUP = "backup"  # a copy is under way
KEK = "rotate-kek"  # a new key-encryption key stands beside the old one
KEYS = "rotate-keys"  # the key store is wrapped with it, and it hasn't its name yet
PLACED = "rotate-placed"  # it has; nothing is sealed anew yet
# the store's: erase-rows, erase-key, erase-commit, erase-rewritten; reseal-era, reseal-rows, reseal-commit, reseal-done

_AT, _, _nth = os.environ.get("TREDE_CRASH_AT", "").partition(":")
_NTH = int(_nth or 1)
_times = count(1)


def here(place: str) -> None:
    """This is such a place. The process ends at once, by SIGKILL, if it was told to end here this time."""
    if place == _AT and next(_times) == _NTH:
        os.kill(os.getpid(), signal.SIGKILL)
