"""What `trede regime` does: show and set under which regime this installation runs (R33).

Set, it holds for everybody at once: kept with name, role and date, and passed to every file in the same transaction.
"""

from datetime import datetime

from bot import shell
from bot.regime_kept import MEANS, NotChosen, as_setting, regime_of, set_last
from bot.settings import Settings
from bot.turn import Door
from state_machines import deputies
from state_machines.consents import DELEGATION
from state_machines.events import DefaultsSet, RegimeSet
from state_machines.files import Client, Professional
from storage.open import Opened

#: A demo and a simulation choose by themselves, and say so.
INVENTED = "demo"


def show(settings: Settings) -> str:
    """The regime, who set it, in which role and when."""
    with shell.opening(settings) as opened:
        last = set_last(opened)
        if last is None:
            return str(NotChosen())
        regime = regime_of(opened)
        return f"{regime}: {MEANS[regime]}\nset by {last.name} ({last.role}) on {last.at:%Y-%m-%d}"


def set_regime(settings: Settings, regime: str, name: str, role: str) -> str:
    """Record the regime in this person's name, for every client there is and whoever comes."""
    with shell.opening(settings, make=True) as opened:
        told = choose(opened, regime, name=name, role=role, at=shell.moment_now(settings), by=shell.login())
    return f"{regime}: {MEANS[regime]}\nset by {name} ({role}), for {told} clients now, and whoever comes"


def choose(opened: Opened, regime: str, *, name: str, role: str, at: datetime, by: str) -> int:
    """Keep the regime and pass it to every client and coach, in one transaction; for how many clients."""
    files = opened.views.files()
    clients = [file for file in files if isinstance(file, Client)]
    coaches = [file for file in files if isinstance(file, Professional) and file.role == deputies.COACH]
    recorded = f"{by} for {name} ({role})"
    with opened.batch():
        opened.organisation.put(as_setting(regime, name=name, role=role, at=at, by=by))
        door = Door(opened)
        for client in clients:
            door.act(client.id, RegimeSet(at=at, regime=regime), by=recorded)
        for coach in coaches:
            door.act(coach.id, DefaultsSet(at=at, regime=regime), by=recorded)
    return len(clients)


def must_be_chosen(opened: Opened, now: datetime, *, invented: bool) -> None:
    """Nothing runs before a regime is chosen (R33). Raises NotChosen.

    On a simulator's clock (`invented`) there are no real people: the bot chooses delegation by itself, in its own name.
    """
    if regime_of(opened):
        return
    if not invented:
        raise NotChosen
    choose(opened, DELEGATION, name=INVENTED, role=INVENTED, at=now, by=INVENTED)
