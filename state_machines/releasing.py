"""Reading and releasing an evaluation sheet for the supervisor (R33): nothing of it exists before the release.

- The client sees in the chat exactly what would stand on it, leaves out what they like, and chooses own points one by
  one. Only then "release" makes the paper, which comes to the client alone: the supervisor has no account.
- A release names the fingerprint of what was read. When that isn't what would stand on it now (an hour was corrected,
  it is another date, the button is older), nothing is made and what would stand on it is shown anew.
- It needs the consent "supervisor"; without it that is asked first. The coach isn't told: plan, hours and step results
  they see anyway, and whom the client talks to is the client's. The client's own log holds the release.
- The plan stands, whatever is released (R2).
"""

from collections.abc import Callable

from state_machines import consents, sheet
from state_machines.effects import LetterClass
from state_machines.events import SheetChosen
from state_machines.files import Sheet, but
from state_machines.machine import ClientAct

SLOT = "sheet"


def choose(act: ClientAct) -> None:
    """A choice about the sheet; what isn't known shows what would stand on it. Without the consent that comes first."""
    event = act.event
    assert isinstance(event, SheetChosen)
    if event.choice == "leave":
        _leave(act)
    elif not consents.gives(act.file, consents.SUPERVISOR):
        act.say("consents.one", slot="consents", below=True, subject=consents.SUPERVISOR, note="first")
    else:
        CHOICES.get(event.choice, _read)(act)


def _show(act: ClientAct) -> None:
    """From the page about evaluations, as a message of its own; after a release a new sheet begins as it was chosen."""
    act.change(asking="")
    _say_read(act, below=True)


def _read(act: ClientAct) -> None:
    _say_read(act)


def _say_read(act: ClientAct, *, below: bool = False, note: str = "") -> None:
    """What would stand on it, noted as read; without anything to stand on it, that."""
    act.file = sheet.shown(act.file, act.today)
    act.say("sheet.read", kind=LetterClass.QUESTION, slot=SLOT, below=below, note=note)


def _points(act: ClientAct, note: str = "") -> None:
    """The client's own list; while it is shown there is nothing to release."""
    act.change(sheet=but(act.file.sheet or Sheet(), shown="", day=act.today, released=""))
    act.say("sheet.points", kind=LetterClass.QUESTION, slot=SLOT, note=note)


def _turn(act: ClientAct) -> None:
    """A part or a point is put on, or left out; doing it twice is doing it once. Unknown ones change nothing."""
    event, kept = act.event, act.file.sheet or Sheet()
    assert isinstance(event, SheetChosen)
    on = event.choice == "put_on"
    if event.item in sheet.PARTS:
        others = tuple(part for part in kept.without if part != event.item)
        act.change(sheet=but(kept, without=others if on else (*others, event.item)))
        _read(act)
        return
    point = next((each for each in sheet.listed(act.file) if each.mark == event.item), None)
    if on and point is not None and not sheet.has_room(act.file, point):
        _points(act, note="full")
        return
    others = tuple(mark for mark in kept.points if mark != event.item)
    act.change(sheet=but(kept, points=(*others, event.item) if on and point is not None else others))
    _points(act)


def _release(act: ClientAct) -> None:
    """Yes to exactly what was read: from now on the paper may exist. Twice is once."""
    event, kept = act.event, act.file.sheet
    assert isinstance(event, SheetChosen)
    if kept is None or not event.fingerprint or event.fingerprint not in {kept.shown, kept.released}:
        _say_read(act, note="old")
        return
    now = sheet.on_sheet(act.file, act.today)
    if now.fingerprint() != event.fingerprint:
        _say_read(act, note="changed")
    elif kept.released:
        act.say("sheet.released", slot=SLOT)
    elif now.empty:
        _read(act)
    else:
        act.change(sheet=but(kept, shown="", day=act.today, released=event.fingerprint))
        act.say("sheet.released", slot=SLOT)
        act.say("paper.sheet", below=True, recipe=True)


def _leave(act: ClientAct) -> None:
    """Nothing is made, and nothing of it is kept; what was released stays so."""
    if act.file.sheet is not None and act.file.sheet.released:
        act.say("sheet.released", slot=SLOT)
        return
    act.change(sheet=None)
    act.say("sheet.left", slot=SLOT)


CHOICES: dict[str, Callable[[ClientAct], None]] = {
    "show": _show,
    "read": _read,
    "points": _points,
    "put_on": _turn,
    "leave_out": _turn,
    "release": _release,
}
