"""The client's rights from within the chat (R34): a copy, who looked, erasing. Each works in every state.

- Until the coach has recognised an account it may be somebody else's: it sees nothing of the file, and erasing lets go
  of that account alone.
- Erasing takes two taps. The second one names the local date of the page, so that an old page asks once more.
- What is shown is drawn just before it is sent; none of it is kept twice.
"""

from collections.abc import Callable

from state_machines import journey
from state_machines.events import Event, RightsChosen
from state_machines.files import Client
from state_machines.machine import ClientAct

#: An account that isn't recognised: no file is shown to it.
UNKNOWN = ("invited", "claimed")


def choose(file: Client, event: Event) -> ClientAct:
    """A right is asked for, or a tap on one of its pages; an unknown choice changes nothing."""
    assert isinstance(event, RightsChosen)
    if event.choice == "sure" and event.day == file.today(event.at):
        return journey.walk(file, event, "erase")
    act = ClientAct(file, event)
    PAGES.get(event.choice, _stale)(act)
    return act


def _page(act: ClientAct) -> None:
    """What is erased and what stays; nothing is done yet."""
    act.say("rights.erase", slot="rights.erase", below=True, day=act.file.today(act.at))


def _kept(act: ClientAct) -> None:
    act.say("rights.kept", slot="rights.erase")


def _copy(act: ClientAct) -> None:
    """Two files: one to read, one that another program can read."""
    if _unknown(act):
        return
    act.say("rights.copy", below=True, recipe=True)
    act.say("rights.copy_json", below=True, recipe=True)


def _copy_first(act: ClientAct) -> None:
    """The copy, and below it the same question again: what is erased meanwhile can't be copied any more."""
    _copy(act)
    _page(act)


def _looks(act: ClientAct) -> None:
    """Who looked into the file, newest first."""
    event = act.event
    assert isinstance(event, RightsChosen)
    if not _unknown(act):
        act.say("rights.looks", slot="rights.looks", below=event.skip == 0, recipe=True, skip=event.skip)


def _unknown(act: ClientAct) -> bool:
    if act.file.journey not in UNKNOWN:
        return False
    act.say("rights.not_yet", slot="elsewhere", below=True)
    return True


def _stale(act: ClientAct) -> None:
    act.say("stale.menu", slot="stale", below=True)


PAGES: dict[str, Callable[[ClientAct], None]] = {
    "erase": _page,
    "sure": _page,
    "keep": _kept,
    "copy": _copy,
    "copy_first": _copy_first,
    "looks": _looks,
}
