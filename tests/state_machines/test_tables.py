"""The tables themselves: every name resolves, every state is reached, every row can be taken."""

from typing import Any

import pytest

from state_machines.checkin import CHECKIN, CheckinAct
from state_machines.complaints import COMPLAINTS, ComplaintsAct
from state_machines.desk import DESK, DeskAct
from state_machines.journey import JOURNEY, JourneyAct
from state_machines.machine import Table
from state_machines.referral import REFERRAL, ReferralAct
from state_machines.welcome import WELCOME, WelcomeAct

TABLES = [
    (JOURNEY, JourneyAct),
    (WELCOME, WelcomeAct),
    (CHECKIN, CheckinAct),
    (COMPLAINTS, ComplaintsAct),
    (REFERRAL, ReferralAct),
    (DESK, DeskAct),
]
IDS = [table.name for table, _ in TABLES]


def _sources(row: dict[str, Any]) -> set[str]:
    return {row["source"]} if isinstance(row["source"], str) else set(row["source"])


@pytest.mark.parametrize(("table", "act"), TABLES, ids=IDS)
def test_every_guard_and_action_is_a_method(table: Table, act: type[Any]) -> None:
    """A name in a table that resolves to nothing would only fail in the middle of a turn."""
    for row in table.rows:
        for name in (*row["conditions"], *row["unless"], *row["after"]):  # type: ignore[misc]
            method = getattr(act, name, None)
            assert callable(method), f"{table.name}: {name}"
            assert method.__doc__, f"{table.name}: {name} says nothing"


@pytest.mark.parametrize(("table", "act"), TABLES, ids=IDS)
def test_every_state_can_be_reached_and_left_or_ends(table: Table, act: type[Any]) -> None:
    """From the first state along the rows every other is reached; only `done` of the welcome ends."""
    reached, grew = {table.states[0]}, True
    while grew:
        moves = [row for row in table.rows if row["dest"] != "="]
        found = {str(row["dest"]) for row in moves if reached & _sources(row)}
        grew = not found <= reached
        reached |= found
    assert reached == set(table.states)


@pytest.mark.parametrize(("table", "act"), TABLES, ids=IDS)
def test_no_row_is_hidden_by_an_earlier_one(table: Table, act: type[Any]) -> None:
    """A row without guards takes all; a later row for the same trigger and state could never be taken."""
    closed: set[tuple[str, str]] = set()
    for row in table.rows:
        for source in sorted(_sources(row)):
            key = (str(row["trigger"]), source)
            assert key not in closed, f"{table.name}: {row['trigger']} in {source} is never reached"
            if not row["conditions"] and not row["unless"]:
                closed.add(key)
