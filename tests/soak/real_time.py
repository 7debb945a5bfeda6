"""The local Telegram by the computer's own clock, for a bot that is on that clock too."""

import asyncio
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from simulator import server
from simulator.clock import VirtualClock
from simulator.server import Running
from tests.kill.bot_process import TOKEN

#: Somewhere it is day whatever time it is here: nobody is written to at night. East comes first: who moves to where it
#: is still yesterday has had that date already.
ZONES = ("Europe/Amsterdam", "Asia/Karachi", "Asia/Tokyo", "Pacific/Auckland", "America/New_York", "Pacific/Honolulu")
#: From an hour after the step message of nine o'clock, which nobody is to wait for here, until the evening.
MORNING, EVENING = time(10, 5), time(19, 0)


class RealClock(VirtualClock):
    """The simulator's clock, when nobody pushes it: the computer's."""

    @property
    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)


async def local_telegram() -> Running:
    """A local Telegram on a free port."""
    clock = RealClock(datetime.now(UTC))
    return await server.start(start=clock.now, token=TOKEN, clock=clock)


async def polled(running: Running) -> None:
    """Until the bot asks for updates: it has started."""
    while not running.telegram.calls["getUpdates"]:
        await asyncio.sleep(0.05)


def zone_in_daylight(moment: datetime, hours: float = 1.0) -> str:
    """A zone where it is day at this moment and so many hours later."""
    ends = moment + timedelta(hours=hours)
    for zone in ZONES:
        first, last = (at.astimezone(ZoneInfo(zone)).time() for at in (moment, ends))
        if MORNING <= first <= last < EVENING:
            return zone
    raise LookupError(f"there is no zone where it is day from {moment.isoformat()} for {hours} hours")
