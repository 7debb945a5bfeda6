"""Clients of several coaches: most with a check-in that is due at the same minute, some who have nothing due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from simulator.telegram import Telegram
from state_machines.events import SettingChosen, TimeChosen
from tests import keyed
from tests.bench.prepare import People
from tests.kill.prepared import MESSAGES_FROM
from tests.soak.real_time import zone_in_daylight

FIRST_DUE, FIRST_TALKING, FIRST_IN_DANGER, FIRST_COACH = 10_000, 100_000, 200_000, 900_000
TALKING, IN_DANGER = 60, 200
#: A signal goes to the coach too, and no chat gets more than a message a second.
COACHES = 20
LATER = timedelta(minutes=30)


@dataclass(frozen=True, kw_only=True)
class Clients:
    """The chats: whose check-in is due at `at`; who answer questions meanwhile; who each write once of danger."""

    at: datetime
    due: range
    talking: range
    in_danger: range

    @property
    def everybody(self) -> tuple[int, ...]:
        """All of them."""
        return (*self.due, *self.talking, *self.in_danger)


def prepare(path: Path, due: int, at: datetime, *, others: tuple[int, int] = (TALKING, IN_DANGER)) -> Clients:
    """The database: so many check-ins due at this moment, everybody else's half an hour later."""
    talking, in_danger = others
    clients = Clients(
        at=at,
        due=range(FIRST_DUE, FIRST_DUE + due),
        talking=range(FIRST_TALKING, FIRST_TALKING + talking),
        in_danger=range(FIRST_IN_DANGER, FIRST_IN_DANGER + in_danger),
    )
    zone, opened = zone_in_daylight(at), keyed.opened(path, synchronous="OFF")
    begun = at - timedelta(hours=1)
    desks = [People(opened, begun, f"p-{n}", FIRST_COACH + n) for n in range(COACHES)]
    with opened.batch():
        for desk in desks:
            desk.coach()
        for n, chat in enumerate(clients.everybody):
            _client(desks[n % COACHES], chat, zone, at if chat in clients.due else at + LATER)
        desks[0].wake()
        desks[0].deliver()
    opened.close()
    return clients


def _client(desk: People, chat: int, zone: str, at: datetime) -> None:
    here = at.astimezone(ZoneInfo(zone))
    desk.client(chat)
    desk.door.act(f"c-{chat}", SettingChosen(at=desk.now, name="zone", value=zone), role="client")
    desk.door.act(f"c-{chat}", TimeChosen(at=desk.now, time=time(here.hour, here.minute, here.second)), role="client")
    desk.deliver()


def join(telegram: Telegram, chats: Iterable[int]) -> None:
    """They have Telegram, and wrote to the bot before; so did the coaches."""
    for chat in (*chats, *range(FIRST_COACH, FIRST_COACH + COACHES)):
        telegram.join(chat, "Sanne").chat.known = True
    telegram.world.last_message_id = MESSAGES_FROM
    telegram.rates.on = True
