"""The evaluation sheet in the chat (R33): its texts, written by `sheet_pages`, which the first of them loads."""

from types import ModuleType

from dialogues.prompt import Message, Page, says
from state_machines.files import Client


def _pages() -> ModuleType:
    from dialogues import sheet_pages

    return sheet_pages


def _written(page: Page[Client], name: str) -> Message:
    made: Message = getattr(_pages(), name)(page)
    return made


@says("sheet.read")
def read(page: Page[Client]) -> Message:
    """Exactly what would stand on it, before anything is made."""
    return _written(page, "read")


@says("sheet.points")
def points(page: Page[Client]) -> Message:
    """The client's own points, to choose one by one."""
    return _written(page, "points")


@says("sheet.released")
def released(page: Page[Client]) -> Message:
    """It was released: the paper comes to the client alone."""
    return _written(page, "released")


@says("sheet.left")
def left(page: Page[Client]) -> Message:
    """Nothing is made."""
    return _written(page, "left")
