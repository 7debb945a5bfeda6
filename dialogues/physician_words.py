"""Small pieces that an occupational physician's texts share: which case a text is about, and what its buttons carry."""

from dialogues import taps
from dialogues.prompt import Button, Page, Rows
from dialogues.suggestions import N_
from state_machines import physician_cases
from state_machines.case import Case
from state_machines.files import Professional

Desk = Page[Professional]
STANDS = N_("The plan stands as agreed until people agree otherwise.")
REPORTS, READ_IT = N_("Open reports"), N_("Read")


def case_of(page: Desk) -> Case | None:
    """The case that a text is about, if it is on the desk."""
    return physician_cases.case_of(page.file, page.text("client"), int(page.text("number") or 0))


def tap(what: str, case: Case, value: str = "") -> str:
    """What a button about a case carries."""
    return taps.pick(what, case.client, f"{case.number}:{value}" if value else str(case.number))


def to_list(page: Desk) -> Rows:
    """The way to what is open."""
    return ((Button(page.words._(REPORTS), taps.desk("cases")),),)


def read_button(page: Desk, case: Case) -> Rows:
    """The way to the summary."""
    return ((Button(page.words._(READ_IT), tap("read", case)),),)
