"""What an operator does for coaches from the shell: who stands in, who is away, who has left. Refusals are kind."""

from datetime import date

from bot import facilitators
from bot.settings import Settings
from bot.shell import NotFound, login, moment_now, opening
from bot.turn import Door
from state_machines import deputies
from state_machines import events as e
from state_machines.files import Professional
from state_machines.hand_over import Leave
from storage.open import Opened


def listed(settings: Settings) -> str:
    """The coaches, a line each."""
    with opening(settings) as opened:
        found = [each for each in opened.views.professionals() if each.role == deputies.COACH]
    now = moment_now(settings) if found else None
    lines = (f"{each.id}  {each.name}  {told(each, each.today(now))}" for each in found if now is not None)
    return "\n".join(lines) or "no coaches yet: trede coach add NAME"


def deputy(settings: Settings, name: str, other: str, by: str) -> str:
    """Name a deputy for a coach; both are told."""
    with opening(settings) as opened:
        coach, stands_in = named(opened, name), named(opened, other)
        if stands_in.id == coach.id:
            raise NotFound(f"{coach.name} can't stand in for themselves: name another coach")
        _act(opened, coach, e.DeputyChosen(at=moment_now(settings), deputy=stands_in.id), by)
    return f"{stands_in.name} stands in for {coach.name}" + _unopened(stands_in)


def no_deputy(settings: Settings, name: str, by: str) -> str:
    """Nobody stands in for a coach any more."""
    with opening(settings) as opened:
        coach = named(opened, name)
        _act(opened, coach, e.DeputyChosen(at=moment_now(settings), deputy=""), by)
    return f"nobody stands in for {coach.name}"


def leave(settings: Settings, name: str, start: date, end: date, by: str) -> str:
    """A coach is away, from a local date up to and including another."""
    now = moment_now(settings)
    with opening(settings) as opened:
        coach = named(opened, name)
        if end < start:
            raise NotFound(f"the last day away ({end}) lies before the first ({start})")
        if end < coach.today(now):
            raise NotFound(f"{end} has passed already: give days that are still to come")
        after = _act(opened, coach, e.LeaveSet(at=now, leave=Leave(start=start, end=end)), by)
    stands_in = after.deputy.name if after.deputy else ""
    duty = f"{stands_in} stands in" if stands_in else "nobody stands in: trede coach deputy NAME --is OTHER"
    return f"{coach.name} is away from {start} up to and including {end}; {duty}"


def no_leave(settings: Settings, name: str, by: str) -> str:
    """A coach isn't away, or not any more."""
    with opening(settings) as opened:
        coach = named(opened, name)
        _act(opened, coach, e.LeaveSet(at=moment_now(settings), leave=None), by)
    return f"{coach.name} is not away"


def remove(settings: Settings, name: str, to: str, by: str) -> str:
    """A coach has left: clients and open work go to another coach, in one go."""
    with opening(settings) as opened:
        coach = named(opened, name)
        heir = _heir(opened, coach, to)
        gone = e.CoachRemoved(at=moment_now(settings), to=heir.id if heir else "", to_name=heir.name if heir else "")
        _act(opened, coach, gone, by)
    went = f"{_count(len(coach.clients))} went to {heir.name}" if heir and coach.clients else "there were no clients"
    half = coach.sketch is not None and bool(coach.sketch.client)
    lost = f"; what {coach.name} had half entered about a plan is put away" if half else ""
    return f"{coach.name} is removed; {went}{lost}"


def _heir(opened: Opened, coach: Professional, to: str) -> Professional | None:
    if not to:
        if coach.clients:
            names = ", ".join(card.name for card in coach.clients)
            raise NotFound(
                f"{coach.name} has {_count(len(coach.clients))} ({names}): say who takes over, with --to OTHER"
            )
        return None
    heir = named(opened, to)
    if heir.id == coach.id:
        raise NotFound(f"{coach.name} can't take over from themselves: name another coach with --to")
    if heir.chat is None:
        raise NotFound(f"{heir.name} hasn't opened their link yet, and would hear of nothing: let them do that first")
    return heir


def named(opened: Opened, wanted: str) -> Professional:
    """The coach with this id or name who hasn't left. Raises NotFound, which says who there is."""
    there = [each for each in opened.views.professionals() if deputies.can_stand_in(each)]
    found = [each for each in there if each.id == wanted]
    found = found or [each for each in there if each.name.casefold() == wanted.casefold()]
    if len(found) == 1:
        return found[0]
    facilitators.check_no_facilitator(opened, wanted)
    known = ", ".join(f"{each.id} ({each.name})" for each in there) or "nobody yet"
    raise NotFound(f"{'several coaches are' if found else 'no coach is'} called {wanted}; there is: {known}")


def told(coach: Professional, today: date) -> str:
    """What `trede coach list` says of a coach beside the name."""
    if coach.gone:
        return "removed"
    parts = ["in Telegram" if coach.chat else "link not opened yet"]
    if coach.deputy:
        parts.append(f"deputy {coach.deputy.name}")
    if coach.leave and coach.leave.end >= today:
        parts.append(f"away {coach.leave.start} up to and including {coach.leave.end}")
    return ", ".join(parts)


def _act(opened: Opened, coach: Professional, event: e.DeskEvent, by: str) -> Professional:
    with opened.batch(), facilitators.kept_apart(opened):
        after = Door(opened).act(coach.id, event, by=by or login())
    assert isinstance(after, Professional)
    return after


def _unopened(coach: Professional) -> str:
    return "" if coach.chat else f"; {coach.name} hasn't opened their link yet"


def _count(number: int) -> str:
    return "1 client" if number == 1 else f"{number} clients"
