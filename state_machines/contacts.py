"""The client's own people, for when things get hard (R22): names, perhaps with a telephone number.

They stand above the numbers of every safety text. The client sets them at `/nood` or in the settings, in every state in
which answers may be kept, and is asked once, at the end of the first week. Nobody else sees them.
"""

from collections.abc import Callable

from state_machines import consents
from state_machines.events import ContactsChosen
from state_machines.files import Client, but
from state_machines.machine import ClientAct

MOST = 6
#: What is typed next is a name while `asking` is this.
TYPING = "contacts"


def may_keep(file: Client) -> bool:
    """Whether answers of this client may be kept: the consent stands, and they haven't stopped."""
    return file.journey in {"welcome", "coaching", "paused"} and consents.gives(file, consents.KEEP)


def choose(act: ClientAct) -> None:
    """Show them, ask for a name, add what was typed, take one off; where nothing may be kept, say so."""
    event = act.event
    assert isinstance(event, ContactsChosen)
    if may_keep(act.file):
        CHOICES[event.choice](act, event)
    else:
        act.say("contacts.closed", slot="contacts", below=True)


def left_off(file: Client) -> Client:
    """The file when the client goes on with something else: what is typed next is no name."""
    return but(file, asking="") if file.asking == TYPING else file


def _show(act: ClientAct, _: ContactsChosen) -> None:
    _shown(act, below=True)


def _add(act: ClientAct, _: ContactsChosen) -> None:
    """A name is typed, so not by who uses buttons only; and there is room for six."""
    if act.file.buttons_only or len(act.file.contacts) >= MOST:
        _shown(act, "buttons" if act.file.buttons_only else "full")
    else:
        _ask(act)


def _typed(act: ClientAct, event: ContactsChosen) -> None:
    """Names that were typed. One that is there already isn't doubled; too many at once, or a story, are asked again."""
    if act.file.buttons_only:
        _shown(act, "buttons", below=True)
        return
    named = {each.casefold(): each for each in (*event.words, *act.file.contacts)}
    if not event.words or len(named) > MOST:
        _ask(act, "many" if event.words else "unclear")
        return
    kept = {each.casefold() for each in act.file.contacts}
    new = {each.casefold(): each for each in event.words if each.casefold() not in kept}
    act.change(contacts=(*act.file.contacts, *new.values()))
    _shown(act, "kept", below=True)


def _drop(act: ClientAct, event: ContactsChosen) -> None:
    act.change(contacts=tuple(each for each in act.file.contacts if each != event.item))
    _shown(act, "gone")


def _ask(act: ClientAct, note: str = "") -> None:
    act.change(asking=TYPING)
    act.say("contacts.add", slot="contacts", below=bool(note), note=note)


def _shown(act: ClientAct, note: str = "", *, below: bool = False) -> None:
    act.file = left_off(act.file)
    act.say("contacts.show", slot="contacts", below=below, note=note)


CHOICES: dict[str, Callable[[ClientAct, ContactsChosen], None]] = {
    "show": _show,
    "add": _add,
    "words": _typed,
    "drop": _drop,
}
