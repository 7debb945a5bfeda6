"""How long this organisation keeps what it keeps (R34): the periods it set, and the round that empties what is old.

`trede retention` shows and sets them; the running bot makes the round once a day, `trede retention run` at once. A row
is emptied by the store itself; a client's own fields by an event through the door, so that the log says when.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime

from bot.turn import Door
from state_machines.events import Faded
from storage.open import Opened
from storage.port import StoreBroken
from storage.retention import Limits, Old

WHAT = "retention"


@dataclass(frozen=True, kw_only=True)
class Period:
    """One period: what it is about, and between which numbers it may be set."""

    about: str
    least: int
    most: int


#: A letter stays two days at least: within them its message can still be edited or taken back.
PERIODS = {
    "letters_days": Period(about="days a message that was sent stays in the outbox", least=2, most=365),
    "diary_months": Period(about="months people's own words stay after the end of a trajectory", least=0, most=60),
    "scores_months": Period(about="months scores and all else stay after the end", least=0, most=120),
    "access_years": Period(about="years it stays who looked into a file", least=1, most=20),
}


def limits_of(opened: Opened) -> Limits:
    """The periods that count now. Raises StoreBroken when this version can't use what was set."""
    set_before = opened.organisation.settings(WHAT)
    if not set_before:
        return Limits()
    made = changed(Limits(), dict(set_before[-1].values))
    if not isinstance(made, Limits):
        raise StoreBroken(
            "the retention that was set can't be used by this version: set it again (trede retention set)"
        )
    return made


def changed(limits: Limits, given: dict[str, str]) -> Limits | list[str]:
    """The periods with these numbers in place of the old ones; or why they can't be, a line each."""
    wrong = [fault for name, value in given.items() if (fault := _fault(name, value))]
    if wrong:
        return wrong
    made = Limits(**(asdict(limits) | {name: int(value) for name, value in given.items()}))
    return made if made.diary_months <= made.scores_months else ["diary_months: can't be more than scores_months"]


def _fault(name: str, value: str) -> str:
    period = PERIODS.get(name)
    if period is None:
        return f"{name}: there is no such period; trede retention show lists them"
    if not (value.isascii() and value.isdecimal() and period.least <= int(value) <= period.most):
        return f"{name}: must be a whole number from {period.least} to {period.most}"
    return ""


# --- the round ----------------------------------------------------------------------------------------------------


def fade_file(door: Door, old: Old, now: datetime) -> None:
    """Empty what a client's file itself holds. Called in a batch."""
    door.act(old.file, Faded(at=now, stage=old.stage))


def rounds(opened: Opened, now: datetime) -> Callable[[], tuple[Old, ...]]:
    """The part of the round that may run in a thread: it empties rows, and gives the files that are left to do."""
    limits = limits_of(opened)
    return lambda: opened.upkeep.fade(now, limits)
