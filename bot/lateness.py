"""A letter that is late, because no bot ran or no line was there, doesn't disturb anybody's night (R39).

What answers a person goes at any hour. Minutes later it is an answer no more, and waits for the morning like all else.
"""

from datetime import datetime, timedelta

from state_machines import schedule
from state_machines.effects import BEGUN_BY_BOT, LANE
from state_machines.files import Client, Professional
from storage.port import MORNING, Claimed, LetterState, Settled, Store

#: How long after its moment a letter still is what was said at that moment.
LATE_AFTER = timedelta(minutes=10)
#: So many tries without a connection take about as long (`delivery.backoff`).
LATE_TRIES = 9


def is_late(claimed: Claimed, now: datetime) -> bool:
    """Whether a letter comes so late that the night comes first. Not safety texts and alerts, which never wait."""
    letter = claimed.letter
    if letter.kind in LANE or letter.file is None:
        return False
    again = claimed.tries > 0 and letter.kind in BEGUN_BY_BOT
    return again or claimed.tries >= LATE_TRIES or now - letter.not_before > LATE_AFTER


def morning(store: Store, claimed: Claimed, now: datetime) -> datetime | None:
    """When the quiet hours of the person whose letter this is are over; None when it isn't night there. In a batch."""
    file = store.load(claimed.letter.file) if claimed.letter.file else None
    if not isinstance(file, Client | Professional):
        return None
    free = schedule.outside_quiet(file, now)
    return free if free > now else None


def put_off(claimed: Claimed, now: datetime, until: datetime) -> Settled:
    """Until the morning; it holds up no answer to what the person does meanwhile."""
    return Settled(n=claimed.n, state=LetterState.DUE, at=now, not_before=until, reason=MORNING)
