"""The client's own lists: givers, drainers, early signs, whom to call. Read by name, as words; at most twelve each."""

from state_machines.case import Sign
from state_machines.files import LIST_MOST, Client, but

SIGNS = "signs"


def items(file: Client, name: str) -> tuple[str, ...]:
    """What stands on a list, oldest first; empty for a name that is no list."""
    if name == SIGNS:
        return tuple(each.sign for each in file.signs)
    found: tuple[str, ...] = getattr(file, name) if name else ()
    return found


def added(file: Client, name: str, item: str) -> Client:
    """The file with one more item, unless it is there in any case. A full list loses its oldest.

    Not so the early signs: a client wrote something with each of them, so a full list stays as it is.
    """
    kept = items(file, name)
    if not item or item in kept or item.casefold() in {each.casefold() for each in kept}:
        return file
    if name != SIGNS:
        return but(file, **{name: (*kept, item)[-LIST_MOST:]})
    return file if len(kept) >= LIST_MOST else but(file, signs=(*file.signs, Sign(sign=item)))
